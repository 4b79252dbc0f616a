"""The console's building block: a surface that writes large, in units that grow with the window.

One unit is a pixel of a console of 1440x900. Words are painted, and told to a screen reader by the accessible name.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QBrush, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from workshop.stage.displaylist import Style
from workshop.stage.fonts import font
from workshop.ui.look import Look
from workshop.ui.reader import unseen

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
SMALLEST = 13.0  # px
_CAP_SIGNS = 3  # of a key's name that always finds room on a button, as in "Esc"
_DISC = 46.0  # units: a count in its disc, and the space before it
CENTER = Qt.AlignmentFlag.AlignCenter


def set_in(size: float, unit: float, face: str = "text", weight: int = 400) -> QFont:
    """The font for words of `size` units; never too small for a laptop at arm's length."""
    return font(Style(max(SMALLEST, size * unit), face, weight))


class Pen:
    """Writes on a widget in units."""

    def __init__(self, painter: QPainter, look: Look, unit: float) -> None:
        self.painter, self.look, self.unit = painter, look, unit
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def rect(self, x: float, y: float, w: float, h: float) -> QRectF:
        return QRectF(x * self.unit, y * self.unit, w * self.unit, h * self.unit)

    def font(self, size: float, face: str = "text", weight: int = 400) -> QFont:
        return set_in(size, self.unit, face, weight)

    def write(
        self,
        box: QRectF,
        text: str,
        size: float,
        color: str = "text",
        face: str = "text",
        weight: int = 400,
        align: Qt.AlignmentFlag = LEFT,
        least: float = 0,
    ) -> float:
        """One line; returns its width in pixels.

        Where there is too little room it is set smaller, if it then fits in `least` or more; else it is cut.
        """
        sizes = [size, *(range(int(size) - 1, int(least) - 1, -1) if least else ())]
        fonts = [self.font(each, face, weight) for each in sizes]
        fitting = [made for made in fonts if QFontMetricsF(made).horizontalAdvance(text) <= box.width()]
        self.painter.setFont(fitting[0] if fitting else fonts[0])
        metrics = QFontMetricsF(self.painter.font(), self.painter.device())
        self.painter.setPen(self.look.color(color))
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
        self.painter.drawText(box, align, text)
        return metrics.horizontalAdvance(text)

    def wrap(self, box: QRectF, text: str, size: float, color: str = "text", least: float = 13) -> None:
        """Words in as many lines as they need, in the middle of the box's height; set smaller where they must be.

        What is too long even so is cut.
        """
        flags = int(LEFT | Qt.TextFlag.TextWordWrap)
        for each in range(int(size), int(least) - 1, -1):
            self.painter.setFont(self.font(each))
            metrics = QFontMetricsF(self.painter.font(), self.painter.device())
            needed = metrics.boundingRect(box, flags, text)
            if needed.height() <= box.height() and needed.width() <= box.width() + 1:
                break
        else:
            shorter = text
            while shorter and metrics.boundingRect(box, flags, text).height() > box.height():
                shorter = shorter[:-1].rstrip()
                text = f"{shorter}…"
        self.painter.setPen(self.look.color(color))
        self.painter.drawText(box, flags, text)

    def write_time(self, box: QRectF, text: str, size: float, color: str = "text", weight: int = 600) -> float:
        """A time, at the left, its digits in cells of one width: nothing shifts from second to second.

        Returns its width in pixels. (Lexend has no tabular figures of its own.)
        """
        self.painter.setFont(self.font(size, "head", weight))
        self.painter.setPen(self.look.color(color))
        metrics = QFontMetricsF(self.painter.font(), self.painter.device())
        cell = metrics.horizontalAdvance("0123456789") / 10 * 1.03
        x = box.x()
        for sign in text:
            width = cell if sign.isdigit() else metrics.horizontalAdvance(sign)
            self.painter.drawText(QRectF(x, box.y(), width, box.height()), CENTER | Qt.TextFlag.TextDontClip, sign)
            x += width
        return x - box.x()

    def fill(self, box: QRectF, color: str, radius: float, outline: str = "", thick: float = 0) -> None:
        pen = self.look.color(outline) if outline else Qt.PenStyle.NoPen
        self.painter.setPen(pen)
        if outline:
            line = self.painter.pen()
            line.setWidthF(thick * self.unit)
            self.painter.setPen(line)
            half = thick * self.unit / 2
            box = box.adjusted(half, half, -half, -half)
        self.painter.setBrush(self._brush(color))
        self.painter.drawRoundedRect(box, radius * self.unit, radius * self.unit)

    def _brush(self, color: str) -> QBrush:
        if not color:
            return QBrush(Qt.BrushStyle.NoBrush)
        return QBrush(QColor(color) if color.startswith("#") else self.look.color(color))

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
        self._words: QWidget | None = None

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
        if QAccessible.isActive():
            self._write_unseen(words)
        self.update()

    def _write_unseen(self, words: str) -> None:
        """The painted words as a text of its own: screen readers pass over the name of a mere surface."""
        if self._words is None:
            self._words = unseen(QLabel(self))
            self._words.lower()  # read before the buttons
            self._words.show()
        if words != self._words.accessibleName():
            self._words.setAccessibleName(words)
        self._words.setGeometry(self.rect())

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
    """A large button: icon, words and the key that does the same. While it has the focus, Enter and Space press it."""

    radius = 14.0

    def __init__(
        self, look: Look, text: str, icon: str, key: str = "", fill: str = "raised", ink: str = "text"
    ) -> None:
        super().__init__(text)
        self.look, self.unit, self._icon, self._key = look, 1.0, icon, ""
        self.name = text  # to a screen reader, also where only the icon is shown
        self._fill, self._ink = fill, ink
        self.after = False  # the icon after the words
        self.on = False  # stays marked while what it does is on
        self.count = 0  # shown in a disc behind the words, where above 0
        self.capped = bool(key)  # shows its key, where there is room
        self.size_units, self.cap_units = 24.0, 36.0
        self.setAutoDefault(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tell()
        self.set_key(key)

    def set_key(self, key: str) -> None:
        """The key that does the same, from now on; "" for none."""
        if key != self._key:
            self._key = key
            self.tell()
            self.setToolTip(f"{self.name} ({key})" if key else self.name)
            self.update()

    def rename(self, name: str) -> None:
        """Call it otherwise to a screen reader, and in its tool tip."""
        self.name = name
        self.setAccessibleName(f"{name}, key {self._key}" if self._key else name)
        self.setToolTip(f"{name} ({self._key})" if self._key else name)

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def set_count(self, count: int) -> None:
        """Show how many wait; 0 shows nothing."""
        if count != self.count:
            self.count = count
            self.tell()
            self.update()

    def set_on(self, on: bool) -> None:
        if on != self.on:
            self.on = on
            self.tell()
            self.update()

    def tell(self) -> None:
        """To a screen reader: the name, whether it is on, what waits, and the key. A tool tip repeats the name."""
        self.setAccessibleName(f"{self.name}, on" if self.on else self.name)
        rest = (f"{self.count} waiting" if self.count else "", f"key {self._key}" if self._key else "")
        self.setAccessibleDescription(", ".join(part for part in rest if part))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen = Pen(painter, self.look, self.unit)
        fill, ink = ("sun.base", "sun.on_base") if self.on else (self._fill, self._ink)
        box = QRectF(self.rect())
        edge = "divider" if self.look.theme.edge and fill in ("", "raised", "surface", "window") else ""
        if fill or edge:
            pen.fill(box, fill, self.radius, edge, 2)
        if self.underMouse() or self.isDown():
            painter.setOpacity(0.18 if self.isDown() else 0.1)
            pen.fill(box, ink, self.radius)
            painter.setOpacity(1)
        self.draw(pen, box, ink)
        if self.hasFocus():
            self._draw_ring(pen, box, ink if self.on or "." in self._fill else "focus")
        painter.end()

    def _draw_ring(self, pen: Pen, box: QRectF, color: str) -> None:
        """Inside the button, 3 px as everywhere; on a coloured button in its ink."""
        pen.fill(box.adjusted(4, 4, -4, -4), "", self.radius - 3, color, 3 / pen.unit)

    def needs(self) -> float:
        """The width in pixels of all that is drawn in a row."""
        words, side, cap, between, before_cap = self._parts()
        return words + side + cap + between + before_cap

    def _parts(self) -> tuple[float, float, float, float, float]:
        """Widths in pixels: of the words, the icon, the key cap, the gap after the icon and the one before the cap."""
        unit, text = self.unit, self.text()
        side = self.size_units * 1.25 * unit if self._icon else 0.0
        cap = self._cap_width() if self.capped and self._key else 0.0
        words = QFontMetricsF(set_in(self.size_units, unit, "head", 600)).horizontalAdvance(text) + 1 if text else 0.0
        words += _DISC * unit if self.count else 0.0
        return words, side, cap, 12 * unit if side and text else 0.0, 14 * unit if cap else 0.0

    def _cap_width(self) -> float:
        """As wide as the key's name needs, within reason."""
        tall = self.cap_units * self.unit
        if len(self._key) < 2:
            return tall
        name = QFontMetricsF(set_in(self.cap_units * 0.55, self.unit, "head", 600)).horizontalAdvance(self._key)
        return min(max(1.67 * tall, name + 0.5 * tall), 3.4 * tall)

    def draw(self, pen: Pen, box: QRectF, ink: str) -> None:
        """Icon, words and key cap in a row, in the middle; the words give way where there is too little room."""
        words, side, cap, between, before_cap = self._parts()
        room = box.width() - 16 * self.unit
        if len(self._key) > _CAP_SIGNS and words + side + cap + between + before_cap > room:
            cap = before_cap = 0.0  # the words matter more; the tool tip tells the key
        words = min(words, room - side - cap - between - before_cap)
        x = box.center().x() - (words + side + cap + between + before_cap) / 2
        middle = box.center().y()
        if side:
            icon_at = x + words + between if self.after else x
            pen.icon(self._icon, ink, QRectF(icon_at, middle - side / 2, side, side))
        text_at = x if self.after else x + side + between
        disc = _DISC * self.unit if self.count else 0.0
        told = QRectF(text_at, box.y(), words - disc + 1, box.height())
        pen.write(told, self.text(), self.size_units, ink, "head", 600, least=16)
        if self.count:
            side = 34 * self.unit
            at_end = QRectF(text_at + words - side, middle - side / 2, side, side)
            fill, color = ("sun.on_base", "sun.base") if self.on else ("sun.base", "sun.on_base")
            pen.fill(at_end, fill, 17)
            pen.write(at_end, str(self.count), 20, color, "head", 700, CENTER, least=12)
        if cap:
            tall = self.cap_units * self.unit
            at = x + words + side + between + before_cap
            self._draw_cap(pen, QRectF(at, middle - tall / 2, cap, tall), ink)

    def _draw_cap(self, pen: Pen, box: QRectF, ink: str) -> None:
        on_dark = self._fill in ("raised", "surface", "") and not self.on
        pen.painter.setOpacity(1 if on_dark else 0.28)
        pen.fill(box, "surface" if on_dark else "#FFFFFF", 9)
        pen.painter.setOpacity(1)
        pen.write(box, self._key, self.cap_units * 0.55, ink, "head", 600, CENTER, least=9)
