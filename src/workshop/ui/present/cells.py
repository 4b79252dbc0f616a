"""Keys that can be pressed: the cells of the console's pad, and of the row that counts on one screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent

from workshop.ui.look import Look
from workshop.ui.present.counting import CountField
from workshop.ui.present.panel import CENTER, LEFT, RIGHT, KeyButton, Panel, Pen, set_in

SHIFT = "Shift+"
LARGEST, TINY = 20.0, 13  # units: a label's size


class Cell(NamedTuple):
    """A key, what it does, a value under it, and the action that it calls."""

    key: str
    label: str
    value: str
    action: str
    safety: str = ""  # of a story's choice, of which `value` is the word

    def told(self) -> str:
        """For a screen reader: "Agree: 3"."""
        return f"{self.label}: {self.value}" if self.value else self.label


class CellPanel(Panel):
    """Cells that call actions by `trigger`.

    Where hands are counted, Space or a click on a key's number is one hand more, with Shift or the right button one
    less; Enter, or a click beside it, opens a field for typing how many there were, which `put` is then given.
    """

    def __init__(self, look: Look, trigger: Callable[[str], None], put: Callable[[int, int], None]) -> None:
        super().__init__(look)
        self._trigger = trigger
        self.cells: list[CellButton] = []  # those that are shown
        self.field = CountField(look, self, put)

    def _button(self, made: CellButton) -> CellButton:
        made.setParent(self)
        made.clicked.connect(lambda _checked=False: self._press(made))
        made.less.connect(lambda: self._trigger(made.cell.action.replace("choice-", "fewer-")))
        return made

    def _press(self, button: CellButton) -> None:
        if not button.typing or not button.counts:
            self._trigger(button.cell.action)
            return
        cell, back_to = button.cell, button if button.hasFocus() else None
        place = button.value_place().translated(button.pos())
        self.field.open(self.cells.index(button), cell.label, cell.value, place, self.unit, back_to)


class CellButton(KeyButton):
    """One key of the pad. `less` follows a press with Shift or the right button, where hands are counted."""

    less = Signal()
    radius = 12.0

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", "")
        self.cell, self._hue = Cell("", "", "", ""), ""
        self.counts = False
        self.typing = False  # pressed by Enter, or by the mouse beside the key's number
        self.terse = False  # a sign stands for the value's word
        self.brief = False  # only the letter with which the label begins is shown
        self.most: float = LARGEST  # units: the size of the label where it finds room

    def show_cell(self, cell: Cell, hue: str, counts: bool = False) -> None:
        self.cell, self._hue, self.counts = cell, hue, counts
        self.setAccessibleName(cell.told())
        self.setAccessibleDescription(f"key {cell.key}" + (", Enter to type the number" if counts else ""))
        told = f"{cell.label}: click {cell.key} for one more, with Shift for one less, or here to type"
        self.setToolTip(told if counts else cell.label)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.typing = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        super().keyPressEvent(event)
        self.typing = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if self.counts and (shift or event.button() == Qt.MouseButton.RightButton):
            self.less.emit()
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.typing = event.position().x() > self._cap(self.unit).right()
        super().mouseReleaseEvent(event)
        self.typing = False

    def value_place(self) -> QRect:
        """Where the field for typing goes: beside the key's number."""
        left = self._cap(self.unit).right() + 6 * self.unit
        return QRectF(left, 3, self.width() - left - 3, self.height() - 6).toRect()

    def _cap(self, unit: float) -> QRectF:
        box = QRectF(self.rect())
        edge = (5 if self._low(unit) else 8) * unit
        cap = box.adjusted(edge, edge, 0, -edge)
        name = set_in(self._key_size(unit), unit, "head", 700)
        needed = (
            QFontMetricsF(name).horizontalAdvance(self._sign())
            + (8 if self._arrow(unit) else 12) * unit
            + self._arrow(unit)
        )
        cap.setWidth(min(max((30 if self._low(unit) else 40) * unit, needed), box.width() * 0.4))
        return cap

    def _sign(self) -> str:
        """The key's name without Shift, for which there is an arrow as on keyboards."""
        return self.cell.key.removeprefix(SHIFT)

    def _arrow(self, unit: float) -> float:
        """The arrow's width in pixels."""
        return (18 if self._low(unit) else 20) * unit if self.cell.key.startswith(SHIFT) else 0.0

    def _low(self, unit: float) -> bool:
        return self.height() < 50 * unit

    def _key_size(self, unit: float) -> float:
        return 20 if self._low(unit) or len(self._sign()) > 1 else 24

    def draw(self, pen: Pen, box: QRectF, ink: str) -> None:
        unit, cell = pen.unit, self.cell
        low, cap, key_size = self._low(unit), self._cap(unit), self._key_size(unit)
        pen.fill(box, "", self.radius, "divider", 2)
        hue = "" if cell.key.startswith(SHIFT) else self._hue
        pen.fill(cap, f"{hue}.base" if hue else "surface", 9)
        self._draw_key(pen, cap, key_size, f"{hue}.on_base" if hue else ink)
        told = self._told(unit)
        pen.wrap(told, self.words(), self.most)
        beside = QRectF(told.right(), 0, box.right() - told.right() - 8 * unit, box.height())
        if self.counts:
            pen.write(beside, cell.value, 26, "text", "head", 700, RIGHT)
        elif self.terse and cell.safety:
            from workshop.ui.present.mapview import WAYS

            way, icon, _dash = WAYS[cell.safety]
            disc = QRectF(beside.right() - 26 * unit, beside.center().y() - 13 * unit, 26 * unit, 26 * unit)
            pen.fill(disc, f"{way}.base", 13)
            pen.icon(icon, f"{way}.on_base", disc.adjusted(5 * unit, 5 * unit, -5 * unit, -5 * unit), 3)
        elif cell.value:
            lower = told.adjusted(0, told.height(), 0, told.height())
            pen.write(lower, cell.value, 16 if low else 20, "muted", "head", 600)

    def words(self) -> str:
        """What is written beside the key."""
        return self.cell.label.partition(" ")[0] if self.brief else self.cell.label

    def _told(self, unit: float) -> QRectF:
        """Where the label goes: beside or above the value."""
        told = QRectF(self.rect()).adjusted(self._cap(unit).right() + 10 * unit, 1, -8 * unit, -1)
        if self.counts:
            value = QFontMetricsF(set_in(26, unit, "head", 700)).horizontalAdvance(self.cell.value)
            return told.adjusted(0, 0, -value - 10 * unit, 0)
        if self.terse and self.cell.safety:
            return told.adjusted(0, 0, -36 * unit, 0)
        if self.cell.value:
            told.setHeight(told.height() * 0.5)
        return told

    def fitting(self) -> float:
        """The largest size in units in which the label is whole; 0 for none."""
        told, flags = self._told(self.unit), int(LEFT | Qt.TextFlag.TextWordWrap)
        for size in range(int(LARGEST), TINY - 1, -1):
            needed = QFontMetricsF(set_in(size, self.unit)).boundingRect(told, flags, self.words())
            if needed.height() <= told.height() and needed.width() <= told.width() + 1:
                return size
        return 0.0

    def _draw_key(self, pen: Pen, cap: QRectF, size: float, ink: str) -> None:
        arrow = self._arrow(pen.unit)
        if arrow:
            name = QFontMetricsF(pen.font(size, "head", 700)).horizontalAdvance(self._sign())
            left = cap.center().x() - (arrow + name) / 2
            pen.icon("arrow-big-up", ink, QRectF(left, cap.center().y() - arrow / 2, arrow, arrow))
            cap = QRectF(left + arrow, cap.y(), name, cap.height())
        pen.write(cap, self._sign(), size, ink, "head", 700, CENTER)


class SideButton(CellButton):
    """A key in the line of the pad's head: its word and its name."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.size_units, self.cap_units, self.capped = 18.0, 26.0, True

    def show_cell(self, cell: Cell, hue: str, counts: bool = False) -> None:
        self.name = cell.label
        self.setText(cell.label)
        super().show_cell(cell, hue, counts)
        self._key = cell.key

    def draw(self, pen: Pen, box: QRectF, ink: str) -> None:
        KeyButton.draw(self, pen, box, ink)
