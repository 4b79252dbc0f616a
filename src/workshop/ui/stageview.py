"""A widget that shows one view of the stage: the projector, the console's previews and the one-screen picture."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from workshop.session.view import View
from workshop.stage.displaylist import WIDE, Canvas, DisplayList
from workshop.stage.paint import letterbox, paint, render

Compose = Callable[[View, Canvas], DisplayList]


class StageView(QWidget):
    """Draws a view through the stage, letterboxed. `pressed` tells the action of a control that was clicked.

    A view that is likely to come next can be prepared: it is drawn while nothing else is to be done, so that showing
    it costs one copy of its pixels.
    """

    pressed = Signal(str)
    background_pressed = Signal(Qt.MouseButton)

    def __init__(self, compose: Compose, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._compose = compose
        self.canvas = WIDE
        self.view: View | None = None
        self.listed: DisplayList | None = None
        self._awaited: View | None = None
        self._prepared: tuple[View, QImage] | None = None
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._prepare_awaited)

    def show_view(self, view: View | None) -> None:
        """Show this view from now on; None shows nothing."""
        if view == self.view:
            return
        self.view = view
        self.listed = self._compose(view, self.canvas) if view else None
        if self.listed:
            self.setAccessibleName(self.listed.name)
            self.setAccessibleDescription("\n".join(block.text for block in self.listed.texts()))
        self.update()

    def prepare(self, view: View | None) -> None:
        """Draw this view ahead, when there is time."""
        self._awaited = view
        if view is not None and (self._prepared is None or self._prepared[0] != view):
            self._idle.start()

    def recompose(self, canvas: Canvas | None = None) -> None:
        """Draw again, after a change of theme, lesson or canvas."""
        self.canvas = canvas or self.canvas
        view, self.view, self._prepared = self.view, None, None
        self.show_view(view)
        self.prepare(self._awaited)

    def shown_area(self) -> tuple[float, float, float]:
        """Where the canvas lies in this widget: x, y and the scale from canvas units to pixels."""
        if self.listed is None:
            return 0.0, 0.0, 1.0
        target = letterbox(self.listed, self.width(), self.height())
        return target.x(), target.y(), target.height() / self.listed.canvas.height

    def _prepare_awaited(self) -> None:
        view = self._awaited
        if view is None or not self.isVisible() or (self._prepared and self._prepared[0] == view):
            return
        listed = self._compose(view, self.canvas)
        self._prepared = (view, render(listed, self.width(), self.height(), self.devicePixelRatioF()))

    # --- Qt's events -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.listed is None:
            painter.fillRect(event.rect(), Qt.GlobalColor.black)
        elif self._prepared is not None and self._prepared[0] == self.view:
            painter.drawImage(0, 0, self._prepared[1])
        else:
            paint(painter, self.listed, self.width(), self.height())
        painter.end()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._prepared = None
        self.prepare(self._awaited)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        control = self._control_at(event.position())
        if control and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(control)
        else:
            self.background_pressed.emit(event.button())

    def _control_at(self, at: QPointF) -> str:
        x, y, scale = self.shown_area()
        found = self.listed.hit((at.x() - x) / scale, (at.y() - y) / scale) if self.listed else None
        return found.action if found else ""
