"""A widget that shows one view of the stage: the projector, the console's previews and the one-screen picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from workshop.session.view import View
from workshop.stage.damage import damage
from workshop.stage.displaylist import WIDE, Box, Canvas, DisplayList
from workshop.stage.paint import letterbox, paint, render
from workshop.ui.hand import Hand

Compose = Callable[[View, Canvas], DisplayList]


class _Ahead(NamedTuple):
    """A view drawn before it is wanted."""

    view: View
    listed: DisplayList
    image: QImage


class StageView(QWidget):
    """Draws a view through the stage, letterboxed. `pressed` tells the action of a control that was clicked,
    `first_painted` that there is something to see, `changed` that what is shown, or its size, is another.

    What changes from one view to the next is all that is painted again. A view that is likely to come next can be
    prepared: it is drawn while nothing else is to be done, so that showing it costs one copy of its pixels.
    """

    pressed = Signal(str)
    background_pressed = Signal(Qt.MouseButton)
    first_painted = Signal()
    changed = Signal()

    def __init__(self, compose: Compose, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._compose = compose
        self.canvas = WIDE
        self.view: View | None = None
        self.listed: DisplayList | None = None
        self.hand: Hand | None = None  # follows the finger, where the class works at this picture
        self._around: tuple[QColor, QColor, float] | None = None
        self._awaited: View | None = None
        self._ahead: _Ahead | None = None
        self._unseen = True  # nothing was painted yet: what follows must not come before that
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._draw_ahead)

    def show_view(self, view: View | None, at_once: bool = False) -> None:
        """Show this view from now on; None shows nothing. `at_once` paints before this returns."""
        if view == self.view:
            return
        before, self.view = self.listed, view
        self.listed = self._composed(view) if view else None
        if self.listed is None:
            self.update()
        else:
            self._show_changes(before, self.listed, at_once)
        if self.hand is not None:
            self.hand.follow()
        self.changed.emit()

    def _show_changes(self, before: DisplayList | None, listed: DisplayList, at_once: bool) -> None:
        changed = damage(before, listed)
        if changed is not None:
            (self.repaint if at_once else self.update)(self.pixels_of(changed))
        self.setAccessibleName(listed.name)

    def prepare(self, view: View | None) -> None:
        """Draw this view ahead, when there is time; None gives back the room."""
        self._awaited = view
        if view is None:
            self._ahead = None
        elif not self._unseen and (self._ahead is None or self._ahead.view != view):
            self._idle.start()

    def ready_image(self) -> QImage | None:
        """The picture that was drawn ahead, if any."""
        return self._ahead.image if self._ahead is not None else None

    def recompose(self, canvas: Canvas | None = None) -> None:
        """Draw again, after a change of theme, lesson or canvas."""
        self.canvas = canvas or self.canvas
        view, self.view, self._ahead = self.view, None, None
        self.show_view(view)
        self.prepare(self._awaited)

    def round_off(self, around: QColor, line: QColor, radius: float) -> None:
        """Round the corners by that many pixels, in the colour of what lies around this widget, within a thin line."""
        self._around = (around, line, radius)
        self.update()

    @property
    def corner(self) -> float:
        """The radius of its round corners, in pixels."""
        return self._around[2] if self._around is not None else 0.0

    def shown_area(self) -> tuple[float, float, float]:
        """Where the canvas lies in this widget: x, y and the scale from canvas units to pixels."""
        if self.listed is None or self.size().isEmpty():
            return 0.0, 0.0, 1.0
        target = letterbox(self.listed, self.width(), self.height())
        return target.x(), target.y(), target.height() / self.listed.canvas.height

    def at(self, point: QPointF) -> tuple[float, float]:
        """A point of this widget in canvas units."""
        x, y, scale = self.shown_area()
        return (point.x() - x) / scale, (point.y() - y) / scale

    def _composed(self, view: View) -> DisplayList:
        ahead = self._ahead
        return ahead.listed if ahead is not None and ahead.view == view else self._compose(view, self.canvas)

    def pixels_of(self, box: Box) -> QRect:
        """What to paint for a box of the canvas; at the canvas's edge also the bar beside it."""
        x, y, scale = self.shown_area()
        edge = QRectF(self.rect())
        left = edge.left() if box.x <= 0 else x + box.x * scale
        top = edge.top() if box.y <= 0 else y + box.y * scale
        right = edge.right() if box.right >= self.canvas.width else x + box.right * scale
        bottom = edge.bottom() if box.bottom >= self.canvas.height else y + box.bottom * scale
        return QRectF(left, top, right - left, bottom - top).toAlignedRect()

    def _draw_ahead(self) -> None:
        view, ahead = self._awaited, self._ahead
        if view is None or not self.isVisible() or self.size().isEmpty() or (ahead and ahead.view == view):
            return
        listed = self._compose(view, self.canvas)
        if ahead is None or damage(ahead.listed, listed) is not None:
            kept = ahead.image if ahead else None  # drawn over: an image of a large screen takes 33 MB
            image = render(listed, self.width(), self.height(), self.devicePixelRatioF(), kept)
        else:
            image = ahead.image
        self._ahead = _Ahead(view, listed, image)

    def _is_shown(self, ahead: _Ahead) -> bool:
        return ahead.listed is self.listed and ahead.image.devicePixelRatio() == self.devicePixelRatioF()

    # --- Qt's events -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.listed is None:
            painter.fillRect(event.rect(), Qt.GlobalColor.black)
        elif self._ahead is not None and self._is_shown(self._ahead):
            painter.drawImage(0, 0, self._ahead.image)
        else:
            paint(painter, self.listed, self.width(), self.height(), QRectF(event.rect()))
        if self.hand is not None:
            self.hand.paint(painter)
        if self._around is not None:
            _round_corners(painter, QRectF(self.rect()), *self._around)
        painter.end()
        if self._unseen:
            self._unseen = False
            self.first_painted.emit()
            self.prepare(self._awaited)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._ahead = None
        self.prepare(self._awaited)
        self.changed.emit()

    def hideEvent(self, _event: QHideEvent) -> None:
        self._idle.stop()
        self._ahead = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.hand is not None and self.hand.press(event):
            return
        control = self._control_at(event.position())
        if control and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(control)
        else:
            self.background_pressed.emit(event.button())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.hand is not None:
            self.hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.hand is not None:
            self.hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick touches are two hands counted, but never two steps, nor one move at the board done twice."""
        if self.hand is not None and self.hand.presses_another(event):
            self.mousePressEvent(event)
            return
        control = self._control_at(event.position())
        if control.startswith("count:"):
            self.pressed.emit(control)

    def _control_at(self, at: QPointF) -> str:
        found = self.listed.hit(*self.at(at)) if self.listed else None
        return found.action if found else ""


def _round_corners(painter: QPainter, box: QRectF, around: QColor, line: QColor, radius: float) -> None:
    outside, inside = QPainterPath(), QPainterPath()
    outside.addRect(box)
    inside.addRoundedRect(box, radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(outside.subtracted(inside), around)
    painter.setPen(QPen(line, 2))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius - 1, radius - 1)
