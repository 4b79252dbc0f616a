"""Small pictures of a lesson's steps, before anything on them is revealed; drawn one at a time and kept."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap

from workshop.session.events import Began
from workshop.session.state import Spot, begin
from workshop.session.view import View
from workshop.stage.paint import render
from workshop.ui import paint
from workshop.ui.present.desk import Desk


class StepImages(QObject):
    """Only what is asked for is drawn, so what is in sight comes first. `ready` says when there is more."""

    ready = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._size, self._radius, self._dpr = (0, 0), 0.0, 1.0
        self._theme = desk.settings.value.stage_theme
        self._made: dict[int, QPixmap] = {}
        self._wanted: dict[int, None] = {}  # in order
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._draw_one)

    def resize(self, width: int, height: int, radius: float, dpr: float) -> None:
        """Pictures of that size and with such corners, in pixels, from now on."""
        if (self._size, self._radius, self._dpr) != ((width, height), radius, dpr):
            self._size, self._radius, self._dpr = (width, height), radius, dpr
            self._forget()

    def follow(self) -> None:
        """Other pictures where the class has other colours now."""
        if self._theme != self._desk.settings.value.stage_theme:
            self._theme = self._desk.settings.value.stage_theme
            self._forget()

    def get(self, at: int) -> QPixmap | None:
        """The picture of the stop of that index; None while it isn't drawn."""
        if at not in self._made:
            self._wanted[at] = None
            self._timer.start()
        return self._made.get(at)

    def view(self, at: int) -> View:
        """What a picture shows: as if the lesson had just begun, nothing is revealed, counted, put or drawn."""
        session = self._desk.session
        return session.scene.view_at(begin(Began(0.0, session.stops)), session.stops[at], Spot(), 0.0)

    def _forget(self) -> None:
        self._made.clear()
        self._wanted.clear()

    def _draw_one(self) -> None:
        if not self._wanted or min(self._size) <= 0:
            return
        at = next(iter(self._wanted))
        del self._wanted[at]
        self._made[at] = self._drawn(at)
        if self._wanted:
            self._timer.start()
        self.ready.emit()

    def _drawn(self, at: int) -> QPixmap:
        dpr = self._dpr
        width, height = (round(side * dpr) for side in self._size)
        image = render(self._desk.compose(self.view(at), self._desk.canvas), width, height)
        made = QPixmap(image.size())
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.picture(painter, QRectF(made.rect()), QPixmap.fromImage(image), self._radius * dpr, "all")
        painter.end()
        made.setDevicePixelRatio(dpr)
        return made
