"""The console's building block: a surface that writes large, in units that grow with the window.

One unit is a pixel of a console of 1440x900. Words are painted, and told to a screen reader by the accessible name.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from workshop.stage.displaylist import Style
from workshop.stage.fonts import font
from workshop.ui.look import Look

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter


class Pen:
    """Writes on a widget in units."""

    def __init__(self, painter: QPainter, look: Look, unit: float) -> None:
        self.painter, self.look, self.unit = painter, look, unit
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def rect(self, x: float, y: float, w: float, h: float) -> QRectF:
        return QRectF(x * self.unit, y * self.unit, w * self.unit, h * self.unit)

    def font(self, size: float, face: str = "text", weight: int = 400, tabular: bool = False) -> QFont:
        return font(Style(max(12.0, size * self.unit), face, weight, tabular=tabular))

    def write(
        self,
        box: QRectF,
        text: str,
        size: float,
        color: str = "text",
        face: str = "text",
        weight: int = 400,
        align: Qt.AlignmentFlag = LEFT,
        tabular: bool = False,
    ) -> float:
        """One line, shortened with an ellipsis where it must be; returns its width in pixels."""
        self.painter.setFont(self.font(size, face, weight, tabular))
        self.painter.setPen(self.look.color(color))
        metrics = QFontMetricsF(self.painter.font(), self.painter.device())
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
        self.painter.drawText(box, align, text)
        return metrics.horizontalAdvance(text)

    def fill(self, box: QRectF, color: str, radius: float, outline: str = "", thick: float = 0) -> None:
        pen = self.look.color(outline) if outline else Qt.PenStyle.NoPen
        self.painter.setPen(pen)
        if outline:
            line = self.painter.pen()
            line.setWidthF(thick * self.unit)
            self.painter.setPen(line)
            half = thick * self.unit / 2
            box = box.adjusted(half, half, -half, -half)
        self.painter.setBrush(self.look.color(color) if color else Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(box, radius * self.unit, radius * self.unit)

    def icon(self, name: str, color: str, box: QRectF, stroke: float = 2.2) -> None:
        from workshop.stage.icons import paint_icon

        paint_icon(self.painter, name, box, self.look.hex(color), stroke)


class Panel(QWidget):
    """A surface of the console. Subclasses write in `draw`; `say` tells the same to a screen reader."""

    surface = "surface"
    radius = 16.0

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.unit = look, 1.0

    def set_unit(self, unit: float) -> None:
        """How many pixels a unit is; from the size of the window."""
        self.unit = unit
        self.arrange()
        self.update()

    def arrange(self) -> None:
        """Put children in their places; for panels that have some."""

    def place(self, child: QWidget, x: float, y: float, w: float, h: float) -> None:
        child.setGeometry(QRectF(x * self.unit, y * self.unit, w * self.unit, h * self.unit).toRect())

    @property
    def wide(self) -> float:
        """Own width in units."""
        return self.width() / self.unit

    @property
    def tall(self) -> float:
        return self.height() / self.unit

    def say(self, words: str) -> None:
        """What a screen reader says, and a repaint."""
        if words != self.accessibleName():
            self.setAccessibleName(words)
        self.update()

    def draw(self, pen: Pen) -> None:
        """Paint the contents."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen = Pen(painter, self.look, self.unit)
        if self.surface:
            edge = "divider" if self.look.theme.edge else ""
            pen.fill(QRectF(self.rect()), self.surface, self.radius, edge, 2)
        self.draw(pen)
        painter.end()


class KeyButton(QPushButton):
    """A large button: icon, words and the key that does the same."""

    def __init__(
        self, look: Look, text: str, icon: str, key: str = "", fill: str = "raised", ink: str = "text"
    ) -> None:
        super().__init__(text)
        self.look, self.unit, self._icon, self._key = look, 1.0, icon, key
        self._fill, self._ink = fill, ink
        self.after = False  # the icon after the words
        self.on = False  # stays marked while what it does is on
        self.size_units = 24.0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{text}, key {key}" if key else text)

    def set_on(self, on: bool) -> None:
        if on != self.on:
            self.on = on
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(160 * self.unit), round(64 * self.unit))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen = Pen(painter, self.look, self.unit)
        fill, ink = ("sun.base", "sun.on_base") if self.on else (self._fill, self._ink)
        box = QRectF(self.rect())
        edge = "divider" if self.look.theme.edge and fill in ("raised", "surface") else ""
        pen.fill(box, fill, 14, edge, 2)
        if self.underMouse() or self.isDown():
            painter.setOpacity(0.18 if self.isDown() else 0.1)
            pen.fill(box, ink, 14)
            painter.setOpacity(1)
        self._draw_contents(pen, box, ink)
        if self.hasFocus():
            pen.fill(box.adjusted(3, 3, -3, -3), "", 11, "focus", 3)
        painter.end()

    def _draw_contents(self, pen: Pen, box: QRectF, ink: str) -> None:
        unit, size = self.unit, self.size_units
        words = QFontMetricsF(pen.font(size, "head", 600)).horizontalAdvance(self.text())
        side = size * 1.25 * unit if self._icon else 0
        cap = (36 * unit if len(self._key) < 2 else 60 * unit) if self._key else 0
        gaps = (12 * unit if side and self.text() else 0) + (14 * unit if cap else 0)
        x = box.center().x() - (words + side + cap + gaps) / 2
        middle = box.center().y()
        icon_at = x + words + 12 * unit if self.after else x
        if side:
            pen.icon(self._icon, ink, QRectF(icon_at, middle - side / 2, side, side))
        text_at = x if self.after else x + side + (12 * unit if side else 0)
        pen.write(QRectF(text_at, box.y(), words + 2, box.height()), self.text(), size, ink, "head", 600)
        if cap:
            key_box = QRectF(
                QPointF(x + words + side + gaps, middle - 18 * unit),
                QPointF(x + words + side + gaps + cap, middle + 18 * unit),
            )
            pen.painter.setOpacity(0.28)
            pen.fill(key_box, "window" if self._fill in ("raised", "surface") and not self.on else "surface", 9)
            pen.painter.setOpacity(1)
            pen.write(key_box, self._key, 18, ink, "head", 600, CENTER)
