"""A finger or the mouse on a picture at which the class works: pressing, and dragging a card to where it belongs.

Touch on a whiteboard comes as the mouse: Qt makes it of the first finger where a window takes no touches itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QApplication

from workshop.stage.displaylist import Control
from workshop.stage.paint import paint
from workshop.stage.theme import luminance

if TYPE_CHECKING:
    from workshop.ui.stageview import StageView

RADIUS = 20.0  # of the cards, in canvas units
EDGE = 6.0  # the line around what is dragged
LINES = ("#14609F", "#8CC8F8")  # its colour, on light paper and on dark
FADED = 0.65  # how much of the paper lies over the place that a dragged card has left


class Grip(NamedTuple):
    """What was pressed, where it lies, and where the finger is: in pixels. `over` is the place it would go to."""

    control: Control
    area: QRect
    start: QPoint
    now: QPoint
    lifted: QPixmap | None = None
    over: Control | None = None

    def moved(self) -> QRect:
        """Where the dragged card is drawn."""
        return self.area.translated(self.now - self.start)


class Hand:
    """Follows one finger on a picture. It changes nothing itself: it makes the picture tell what was pressed."""

    def __init__(self, picture: StageView) -> None:
        self._picture = picture
        self._grip: Grip | None = None
        self._pressed: Control | None = None  # the last one

    @property
    def drags(self) -> bool:
        return self._grip is not None and self._grip.lifted is not None

    def press(self, event: QMouseEvent) -> bool:
        """A finger is put down; True where that was nobody else's."""
        listed = self._picture.listed
        if listed is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        x, y = self._picture.at(event.position())
        control = self._pressed = listed.hit(x, y)
        if control is not None and control.item >= 0:
            at = event.position().toPoint()
            self._grip = Grip(control, self._picture.pixels_of(control.box), at, at)
            return True
        return listed.is_amid_work(x, y) and (control is None or not control.action)

    def presses_another(self, event: QMouseEvent) -> bool:
        """Whether the second of two quick presses is for something else at the board than the first.

        Of two quick touches Qt makes a double click wherever they are; on the same spot it is an unsteady finger's.
        """
        listed, before = self._picture.listed, self._pressed
        x, y = self._picture.at(event.position())
        control = listed.hit(x, y) if listed is not None else None
        return control is not None and control.works and not (before is not None and before.box.contains(x, y))

    def move(self, event: QMouseEvent) -> None:
        """The finger moves; further than a tap may shake, it drags."""
        grip, at = self._grip, event.position().toPoint()
        if grip is None:
            return
        if grip.lifted is None:
            if (at - grip.start).manhattanLength() < QApplication.startDragDistance():
                return
            grip = grip._replace(lifted=self._lift(grip))
        moved = grip._replace(now=at)
        self._grip = moved._replace(over=self._place(moved))
        self._refresh(grip.area, grip.moved(), self._grip.moved())
        if grip.over != self._grip.over:
            self._refresh(*(self._picture.pixels_of(c.box) for c in (grip.over, self._grip.over) if c is not None))

    def release(self, event: QMouseEvent) -> None:
        """The finger is lifted: what it dragged is put where it is now, or goes back; a tap is a press."""
        grip, listed = self._grip, self._picture.listed
        if grip is None or listed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        dropped = self._drop(grip._replace(now=event.position().toPoint()))
        self.let_go()
        if dropped:
            self._picture.pressed.emit(dropped)

    def let_go(self) -> None:
        """What is dragged goes back."""
        grip, self._grip = self._grip, None
        if grip is not None and grip.lifted is not None:
            over = [self._picture.pixels_of(grip.over.box)] if grip.over is not None else []
            self._refresh(grip.area, grip.moved(), *over)

    def follow(self) -> None:
        """The picture is another now: what isn't there any more can't be dragged."""
        listed = self._picture.listed
        if self._grip is not None and (listed is None or self._grip.control not in listed.items):
            self.let_go()

    def _drop(self, grip: Grip) -> str:
        """The action that follows where the finger was lifted."""
        if grip.lifted is None:
            return grip.control.action
        over = self._place(grip)
        return f"put:{grip.control.item}:{over.place}" if over is not None else ""

    def _place(self, grip: Grip) -> Control | None:
        """The place under the tip of the finger, else under the middle of what it drags."""
        listed = self._picture.listed
        points = (QPointF(grip.now), QRectF(grip.moved()).center())
        found = (listed.place_at(*self._picture.at(point)) for point in points) if listed is not None else ()
        return next(filter(None, found), None)

    def _refresh(self, *areas: QRect) -> None:
        for area in areas:
            self._picture.update(area.adjusted(-4, -4, 4, 4))

    # --- what is seen ----------------------------------------------------------------------------

    def paint(self, painter: QPainter) -> None:
        """The dragged card, over the picture."""
        grip, listed = self._grip, self._picture.listed
        if grip is None or grip.lifted is None or listed is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(listed.background)
        veil.setAlphaF(FADED)
        painter.fillPath(self._outline(grip.area), veil)
        if grip.over is not None:
            painter.setPen(self._pen())
            painter.drawPath(self._outline(self._picture.pixels_of(grip.over.box)))
        painter.drawPixmap(grip.moved().topLeft(), grip.lifted)
        painter.restore()

    def _lift(self, grip: Grip) -> QPixmap:
        """The card as it lies on the picture, with an edge of its own."""
        picture, listed = self._picture, self._picture.listed
        assert listed is not None
        dpr = picture.devicePixelRatioF()
        made = QPixmap(grip.area.size() * dpr)
        made.setDevicePixelRatio(dpr)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-grip.area.topLeft())
        outline = self._outline(grip.area)
        painter.setClipPath(outline)
        paint(painter, listed, picture.width(), picture.height(), QRectF(grip.area))
        painter.setPen(self._pen(2))  # one half of it is clipped
        painter.drawPath(outline)
        painter.end()
        return made

    def _pen(self, times: float = 1) -> QPen:
        listed = self._picture.listed
        dark = listed is not None and luminance(listed.background) < 0.2
        return QPen(QColor(LINES[dark]), times * EDGE * self._picture.shown_area()[2])

    def _outline(self, area: QRect) -> QPainterPath:
        path, radius = QPainterPath(), RADIUS * self._picture.shown_area()[2]
        path.addRoundedRect(QRectF(area), radius, radius)
        return path
