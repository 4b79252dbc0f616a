"""Glass over a picture of the stage: a pointer, a spotlight or a magnifier, and the line that is being drawn.

It lies over the picture only while a tool is in the hand, and takes the mouse, so that nothing below is pressed.
What is painted on it is no part of the lesson's display list.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QRegion, QWheelEvent
from PySide6.QtWidgets import QWidget

from workshop.stage.displaylist import Box, Ink
from workshop.stage.paint import paint, paint_ink
from workshop.ui.present.tools import RIM, Lens
from workshop.ui.stageview import StageView

MAGNIFIED = 2.0
_DIMMED = 0.62  # how dark it is outside of a spotlight
_LIGHT, _DARK, _POINT, _GLOW = "#FFFFFF", "#141A2E", "#E5341F", "#FF5A43"
_TAIL = 4  # points at the end of a line whose curve the next point may change


class Overlay(QWidget):
    """The glass over one picture. Its signals tell points of the canvas, never beyond its edge."""

    pressed = Signal(float, float)
    moved = Signal(float, float)
    released = Signal()
    turned = Signal(float)  # notches of the mouse's wheel, away from the hand above zero

    def __init__(self, picture: StageView) -> None:
        super().__init__(picture)
        self._picture = picture
        self.lens = Lens()
        self.line: Ink | None = None
        self.setMouseTracking(True)
        self.hide()
        picture.changed.connect(self._follow)

    def lay(self) -> None:
        """Over the picture, from now on."""
        self.setGeometry(self._picture.rect())
        self.show()
        self.raise_()

    def show_lens(self, lens: Lens) -> None:
        """Hold this over the picture; what changes is all that is painted again."""
        before, self.lens = self.lens, lens
        self.setCursor(Qt.CursorShape.BlankCursor if lens.kind else Qt.CursorShape.CrossCursor)
        if before.kind != lens.kind and "spotlight" in (before.kind, lens.kind):
            self.update()
        else:
            held = [self._picture.pixels_of(each.box) for each in (before, lens) if each.kind]
            self.update(QRegion(held[0]).united(held[-1]) if held else QRegion())

    def show_line(self, line: Ink | None) -> None:
        """The line that is being drawn so far; None for none."""
        before, self.line = self.line, line
        if line is not None:
            self.update(self._around(line.points[-_TAIL:], line.width))
        elif before is not None:
            self.update(self._picture.pixels_of(before.box))

    def mouse(self) -> tuple[float, float] | None:
        """The point of the canvas that the mouse is at; None where it is elsewhere."""
        at = self.mapFromGlobal(QCursor.pos())
        return self._at(QPointF(at)) if self._picture.underMouse() or self.underMouse() else None

    def _around(self, points: tuple[tuple[float, float], ...], width: float) -> QRect:
        xs, ys = [x for x, _y in points], [y for _x, y in points]
        box = Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        return self._picture.pixels_of(box.inset(-width))

    def _at(self, point: QPointF) -> tuple[float, float]:
        (x, y), canvas = self._picture.at(point), self._picture.canvas
        return round(min(max(0.0, x), canvas.width), 1), round(min(max(0.0, y), canvas.height), 1)

    def _follow(self) -> None:
        """The picture is another now, or has another size."""
        if not self.isHidden():
            self.setGeometry(self._picture.rect())
            if self.lens.kind == "magnifier":
                self.update(self._picture.pixels_of(self.lens.box))

    # --- Qt's events -------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(*self._at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # two quick dots

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.moved.emit(*self._at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.released.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.turned.emit(event.angleDelta().y() / 120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y, scale = self._picture.shown_area()
        painter.save()
        painter.translate(x, y)
        painter.scale(scale, scale)
        if self.line is not None:
            paint_ink(painter, self.line)
        painter.restore()
        lens = self.lens
        if lens.kind:
            center, radius = QPointF(x + lens.x * scale, y + lens.y * scale), lens.radius * scale
            {"pointer": self._point, "spotlight": self._light, "magnifier": self._magnify}[lens.kind](
                painter, center, radius
            )
        painter.end()

    def _point(self, painter: QPainter, center: QPointF, radius: float) -> None:
        """A red disc in a white ring in a dark one: it stands out from any picture."""
        painter.setPen(Qt.PenStyle.NoPen)
        for color, share in ((_DARK, 1.0), (_LIGHT, 0.9), (_POINT, 0.66), (_GLOW, 0.3)):
            painter.setBrush(QColor(color))
            painter.drawEllipse(center, radius * share, radius * share)

    def _light(self, painter: QPainter, center: QPointF, radius: float) -> None:
        """All but a circle is dimmed."""
        outside, corner = QPainterPath(), self._picture.corner
        outside.addRoundedRect(QRectF(self.rect()), corner, corner)
        outside.addEllipse(center, radius, radius)
        dim = QColor(0, 0, 0)
        dim.setAlphaF(_DIMMED)
        painter.fillPath(outside, dim)
        _rim(painter, center, radius, _LIGHT, RIM / 2 * self._picture.shown_area()[2])

    def _magnify(self, painter: QPainter, center: QPointF, radius: float) -> None:
        """What lies below the middle, larger: drawn anew, so that it is as sharp."""
        listed, picture = self._picture.listed, self._picture
        if listed is None:
            return
        circle, seen = QPainterPath(), QRectF(0, 0, 2 * radius / MAGNIFIED, 2 * radius / MAGNIFIED)
        circle.addEllipse(center, radius, radius)
        seen.moveCenter(center)
        painter.save()
        painter.setClipPath(circle, Qt.ClipOperation.IntersectClip)
        painter.translate(center * (1 - MAGNIFIED))
        painter.scale(MAGNIFIED, MAGNIFIED)
        paint(painter, listed, picture.width(), picture.height(), seen)
        painter.restore()
        rim = RIM / 2 * picture.shown_area()[2]
        _rim(painter, center, radius, _DARK, 2 * rim)
        _rim(painter, center, radius, _LIGHT, 1.3 * rim)


def _rim(painter: QPainter, center: QPointF, radius: float, color: str, width: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(color), width))
    painter.drawEllipse(center, radius, radius)
