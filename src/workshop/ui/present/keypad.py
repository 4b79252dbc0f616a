"""The keys that matter at the present step: a vote's, a story's choices, or the general ones. Each can be clicked."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent

from workshop.lesson.model import Choice, Poll, Scenario
from workshop.session.board import items
from workshop.session.polls import poll_labels
from workshop.session.story import choices
from workshop.session.view import View
from workshop.stage.displaylist import Control, DisplayList
from workshop.stage.rich import plain
from workshop.stage.words import words
from workshop.ui.keysinuse import KeysInUse
from workshop.ui.look import Look
from workshop.ui.present.announce import announce
from workshop.ui.present.board import named
from workshop.ui.present.counting import CountField
from workshop.ui.present.panel import CENTER, RIGHT, KeyButton, Panel, Pen, set_in

GAP = 8.0  # units between cells
BESIDE = 2  # buttons in the line of the head
MOST = 9  # cells: as many as there are number keys


class Cell(NamedTuple):
    """A key, what it does, a value under it, and the action that it calls."""

    key: str
    label: str
    value: str
    action: str

    def told(self) -> str:
        """For a screen reader: "Agree: 3"."""
        return f"{self.label}: {self.value}" if self.value else self.label


class Pad(NamedTuple):
    """Cells in columns under a head, with a note at its right, or buttons; `hue` colours the keys.

    Where cells are `counts`, the number of hands can be typed.
    """

    head: str
    note: str
    cells: tuple[Cell, ...]
    hue: str = ""
    columns: int = 1
    counts: bool = False
    beside: tuple[Cell, ...] = ()


_KEYS = ("keys", "All keys")
_TIMED = (("time-more", "One minute more"), ("time-less", "One minute less"), _KEYS)
_UNTIMED = (("timer", "Start a timer"), ("swap", "Swap the screens"), _KEYS)
_WHAT_IF = ("what-if", "Back: what if …?")
_MAP = ("map", "Map of the story")


def pad_for(view: View, language: str, keys: KeysInUse, listed: DisplayList | None = None) -> Pad:
    """What the number keys do now, and what was counted; else the keys that are of use most often.

    `listed` is the view's picture, which knows what can be done at the board.
    """
    step = view.step
    at_board = named(listed, step) if listed is not None and items(step) else []
    if at_board:
        return _board(at_board, keys)
    if isinstance(step, Poll):
        return _tally(step, view.counts[-1])
    if isinstance(step, Scenario):
        back = ways_back(listed) if listed is not None else []
        return _what_if(back, language, keys) if back else _story(step, view, language, keys)
    return _usual(_UNTIMED if view.timer is None else _TIMED, keys)


def _usual(shown: tuple[tuple[str, str], ...], keys: KeysInUse) -> Pad:
    return Pad("Keys", "", tuple(Cell(keys.cap(action), label, "", action) for action, label in shown))


def _story(step: Scenario, view: View, language: str, keys: KeysInUse) -> Pad:
    """A card's choices with how safe they are, or with the hands that each got; at an ending the ways back."""
    ways = choices(step, view.card)
    if not ways:
        chose = any(len(choices(step, turn.card)) > 1 for turn in view.path)
        return _usual((_WHAT_IF, _MAP, _KEYS) if chose else (_MAP, *_UNTIMED[::2]), keys)
    if view.vote:
        return _voting(ways, view.counts[0], keys)
    told = words(language)
    cells = tuple(
        Cell(str(n), plain(way.say), str(told[way.safety]) if way.safety else "", f"choice-{n}")
        for n, way in enumerate(ways, 1)
    )
    vote = (Cell(keys.cap("vote"), "Vote", "", "vote"),) if len(ways) > 1 else ()
    beside = (*vote, Cell(keys.cap("map"), "Map", "", "map"))
    return Pad("Choices", "", cells, "coral", 1 if len(cells) <= 3 else 2, beside=beside)


def ways_back(listed: DisplayList) -> list[Control]:
    """What of the paths not taken can be pressed on a picture, for the number keys."""
    return [control for control in listed.controls() if control.action.startswith("whatif:")][:MOST]


def _what_if(back: list[Control], language: str, keys: KeysInUse) -> Pad:
    asks = f"{words(language)['what_if']} "
    cells = tuple(Cell(str(n), way.label.removeprefix(asks), "", f"choice-{n}") for n, way in enumerate(back, 1))
    columns = 1 if len(cells) <= 3 else 2 if len(cells) <= 6 else 3
    beside = (Cell(keys.cap("what-if"), "Back", "", "what-if"), Cell(keys.cap("map"), "Map", "", "map"))
    return Pad("What if?", "", cells, "coral", columns, beside=beside)


def _voting(ways: tuple[Choice, ...], totals: tuple[int, ...], keys: KeysInUse) -> Pad:
    cells = tuple(
        Cell(str(n), plain(way.say), str(count), f"choice-{n}")
        for n, (way, count) in enumerate(zip(ways, totals, strict=True), 1)
    )
    end = Cell(keys.cap("vote"), "End the vote", "", "vote")
    return Pad(_hands(sum(totals)), "", cells, "lilac", 1 if len(cells) <= 3 else 2, counts=True, beside=(end,))


def _hands(count: int) -> str:
    return f"{count} hand{'' if count == 1 else 's'}"


def _board(at_board: list[tuple[str, str]], keys: KeysInUse) -> Pad:
    cells = tuple(Cell(key, name, "", f"choice-{key}") for key, name in at_board)
    columns = 1 if len(cells) <= 4 else 2 if len(cells) <= 8 else 3
    return Pad("Board keys", f"{keys.cap('undo-count')} takes back", cells, "sky", columns)


def _tally(step: Poll, totals: tuple[int, ...]) -> Pad:
    cells = tuple(
        Cell(str(n), plain(name), str(count), f"choice-{n}")
        for n, (name, count) in enumerate(zip(poll_labels(step), totals, strict=True), 1)
    )
    note = _hands(sum(totals)) if step.style == "hands" else str(sum(totals))
    return Pad("Tally keys", note, cells, "lilac", 2, counts=True)


class KeyPad(Panel):
    """Shows a pad as buttons. `trigger` is given the action of the one that is pressed.

    Where hands are counted, Space or a click on a key's number is one hand more; Enter, or a click beside it, opens a
    field for typing how many there were, which `put` is then given.
    """

    def __init__(self, look: Look, trigger: Callable[[str], None], put: Callable[[int, int], None]) -> None:
        super().__init__(look)
        self._trigger = trigger
        self._beside = [self._button(SideButton(look)) for _ in range(BESIDE)]
        self._pad: Pad | None = None
        self._made = [
            self._button(CellButton(look)) for _ in range(MOST)
        ]  # all at once: the Tab key goes by the order of making
        self.cells: list[CellButton] = []  # those that are shown
        self.field = CountField(look, self, put)

    def show_pad(self, pad: Pad) -> None:
        """Show these keys from now on. A button that becomes another one gives the focus back to the lesson."""
        if pad == self._pad:
            return
        before, self._pad = self._pad, pad
        if before is None or [cell[:2] for cell in before.cells] != [cell[:2] for cell in pad.cells]:
            self.field.leave()
        self.cells = self._made[: len(pad.cells)]
        for button in self._made[len(pad.cells) :]:
            self._show(button, None, "")
        for button, cell in zip(self.cells, pad.cells, strict=True):
            self._show(button, cell, pad.hue, pad.counts)
        for at, button in enumerate(self._beside):
            self._show(button, pad.beside[at] if at < len(pad.beside) else None, "")
        self.say(f"{pad.head} {pad.note}".strip())
        announce(self, _counted(before, pad))
        self.arrange()

    @property
    def beside(self) -> list[CellButton]:
        """The buttons in the line of the head that are shown."""
        return self._beside[: len(self._pad.beside) if self._pad else 0]

    def _show(self, button: CellButton, cell: Cell | None, hue: str, counts: bool = False) -> None:
        if button.hasFocus() and (cell is None or cell.action != button.cell.action):
            self.window().setFocus()
        if cell is not None:
            button.show_cell(cell, hue, counts)
        button.setVisible(cell is not None)

    def _button(self, made: CellButton) -> CellButton:
        made.setParent(self)
        made.clicked.connect(lambda _checked=False: self._press(made))
        return made

    def _press(self, button: CellButton) -> None:
        if self._pad is None or not self._pad.counts or button not in self.cells or not button.typing:
            self._trigger(button.cell.action)
            return
        cell, back_to = button.cell, button if button.hasFocus() else None
        place = button.value_place().translated(button.pos())
        self.field.open(self.cells.index(button), cell.label, cell.value, place, self.unit, back_to)

    def arrange(self) -> None:
        if self._pad is None:
            return
        columns = self._pad.columns
        lines = max(1, -(-len(self.cells) // columns))
        width = (self.wide - 40 - GAP * (columns - 1)) / columns
        height = min(66.0, (self.tall - 66 - GAP * (lines - 1)) / lines)
        for at, button in enumerate(self.cells):
            button.unit = self.unit
            self.place(button, 20 + at % columns * (width + GAP), 48 + at // columns * (height + GAP), width, height)

        x = self.wide - 16
        for button in reversed(self.beside):
            button.unit = self.unit
            width = button.needs() / self.unit + 24
            x -= width
            self.place(button, x, 6, width, 38)
            x -= GAP

    def draw(self, pen: Pen) -> None:
        if self._pad is not None:
            pen.write(pen.rect(20, 8, self.wide - 40, 34), self._pad.head, 22, face="head", weight=600)
            pen.write(pen.rect(20, 8, self.wide - 40, 34), self._pad.note, 22, "muted", align=RIGHT)


def _counted(before: Pad | None, after: Pad) -> str:
    """What was counted just now, for ears: nothing else on the pad tells what a key did."""
    if before is None or [cell.label for cell in before.cells] != [cell.label for cell in after.cells]:
        return ""
    return ". ".join(new.told() for old, new in zip(before.cells, after.cells, strict=True) if old.value != new.value)


class CellButton(KeyButton):
    """One key of the pad."""

    radius = 12.0

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", "")
        self.cell, self._hue = Cell("", "", "", ""), ""
        self._counts = False
        self.typing = False  # pressed by Enter, or by the mouse beside the key's number

    def show_cell(self, cell: Cell, hue: str, counts: bool = False) -> None:
        self.cell, self._hue, self._counts = cell, hue, counts
        self.setAccessibleName(cell.told())
        self.setAccessibleDescription(f"key {cell.key}" + (", Enter to type the number" if counts else ""))
        self.setToolTip(f"{cell.label}: click {cell.key} for one more, or here to type" if counts else cell.label)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.typing = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        super().keyPressEvent(event)
        self.typing = False

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
        needed = QFontMetricsF(name).horizontalAdvance(self.cell.key) + 12 * unit
        cap.setWidth(min(max(40 * unit, needed), box.width() * 0.4))
        return cap

    def _low(self, unit: float) -> bool:
        return self.height() < 50 * unit

    def _key_size(self, unit: float) -> float:
        return 20 if self._low(unit) or len(self.cell.key) > 1 else 24

    def draw(self, pen: Pen, box: QRectF, ink: str) -> None:
        unit, cell = pen.unit, self.cell
        low, cap, key_size = self._low(unit), self._cap(unit), self._key_size(unit)
        pen.fill(box, "", self.radius, "divider", 2)
        pen.fill(cap, f"{self._hue}.base" if self._hue else "surface", 9)
        pen.write(cap, cell.key, key_size, f"{self._hue}.on_base" if self._hue else ink, "head", 700, CENTER)
        told = box.adjusted(cap.right() - box.x() + 10 * unit, 2 * unit, -8 * unit, -2 * unit)
        if not cell.value:
            pen.write(told, cell.label, 20)
            return
        if low and self._counts:
            used = pen.write(told, cell.value, 26, "text", "head", 700, RIGHT)
            pen.write(told.adjusted(0, 0, -used - 10 * unit, 0), cell.label, 19, least=16)
            return
        upper, lower = QRectF(told), QRectF(told)
        upper.setHeight(told.height() * (0.5 if low else 0.46))
        lower.setTop(upper.bottom())
        pen.write(upper, cell.label, 17 if low else 19)
        pen.write(lower, cell.value, 16 if low else 24, "muted" if low else "text", "head", 600 if low else 700)


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
