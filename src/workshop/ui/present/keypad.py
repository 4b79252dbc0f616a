"""The keys that matter at the present step: a vote's, a story's choices, or the general ones. Each can be clicked."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from workshop.lesson.model import Poll, Scenario
from workshop.session.board import items
from workshop.session.polls import poll_labels
from workshop.session.story import choices
from workshop.session.view import View
from workshop.stage.displaylist import DisplayList
from workshop.stage.rich import plain
from workshop.stage.words import words
from workshop.ui.keysinuse import KeysInUse
from workshop.ui.look import Look
from workshop.ui.present.announce import announce
from workshop.ui.present.board import named
from workshop.ui.present.panel import CENTER, RIGHT, KeyButton, Panel, Pen

GAP = 8.0  # units between cells
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
    """Cells in columns under a head, with a note at its right; `hue` colours the keys."""

    head: str
    note: str
    cells: tuple[Cell, ...]
    hue: str = ""
    columns: int = 1


_KEYS = ("keys", "All keys")
_TIMED = (("time-more", "One minute more"), ("time-less", "One minute less"), _KEYS)
_UNTIMED = (("timer", "Start a timer"), ("swap", "Swap the screens"), _KEYS)
_WHAT_IF = ("what-if", "Back: what if …?")


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
    ways = choices(step, view.card) if isinstance(step, Scenario) else ()
    if not ways:
        usual = _UNTIMED if view.timer is None else _TIMED
        chose = isinstance(step, Scenario) and any(len(choices(step, turn.card)) > 1 for turn in view.path)
        shown = (_WHAT_IF, *usual[::2]) if chose else usual
        return Pad("Keys", "", tuple(Cell(keys.cap(action), label, "", action) for action, label in shown))
    told = words(language)
    cells = tuple(
        Cell(str(n), plain(way.say), str(told[way.safety]) if way.safety else "", f"choice-{n}")
        for n, way in enumerate(ways, 1)
    )
    return Pad("Choice keys", "", cells, "coral", 1 if len(cells) <= 3 else 2)


def _board(at_board: list[tuple[str, str]], keys: KeysInUse) -> Pad:
    cells = tuple(Cell(key, name, "", f"choice-{key}") for key, name in at_board)
    columns = 1 if len(cells) <= 3 else 2 if len(cells) <= 6 else 3
    return Pad("Board keys", f"{keys.cap('undo-count')} takes back", cells, "sky", columns)


def _tally(step: Poll, totals: tuple[int, ...]) -> Pad:
    cells = tuple(
        Cell(str(n), plain(name), str(count), f"choice-{n}")
        for n, (name, count) in enumerate(zip(poll_labels(step), totals, strict=True), 1)
    )
    hands = f"{sum(totals)} hand{'' if sum(totals) == 1 else 's'}"
    return Pad("Tally keys", hands if step.style == "hands" else str(sum(totals)), cells, "lilac", 2)


class KeyPad(Panel):
    """Shows a pad as buttons. `trigger` is given the action of the one that is pressed."""

    def __init__(self, look: Look, trigger: Callable[[str], None]) -> None:
        super().__init__(look)
        self._trigger = trigger
        self._pad: Pad | None = None
        self._made = [self._button() for _ in range(MOST)]  # all at once: the Tab key goes by the order of making
        self.cells: list[CellButton] = []  # those that are shown

    def show_pad(self, pad: Pad) -> None:
        """Show these keys from now on. A button that becomes another one gives the focus back to the lesson."""
        if pad == self._pad:
            return
        before, self._pad = self._pad, pad
        self.cells = self._made[: len(pad.cells)]
        for button in self._made[len(pad.cells) :]:
            self._show(button, None, "")
        for button, cell in zip(self.cells, pad.cells, strict=True):
            self._show(button, cell, pad.hue)
        self.say(f"{pad.head} {pad.note}".strip())
        announce(self, _counted(before, pad))
        self.arrange()

    def _show(self, button: CellButton, cell: Cell | None, hue: str) -> None:
        if button.hasFocus() and (cell is None or cell.action != button.cell.action):
            self.window().setFocus()
        if cell is not None:
            button.show_cell(cell, hue)
        button.setVisible(cell is not None)

    def _button(self) -> CellButton:
        made = CellButton(self.look)
        made.setParent(self)
        made.clicked.connect(lambda _checked=False: self._trigger(made.cell.action))
        return made

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

    def show_cell(self, cell: Cell, hue: str) -> None:
        self.cell, self._hue = cell, hue
        self.setAccessibleName(cell.told())
        self.setAccessibleDescription(f"key {cell.key}")
        self.setToolTip(cell.label)
        self.update()

    def draw(self, pen: Pen, box: QRectF, ink: str) -> None:
        unit, cell = pen.unit, self.cell
        low = box.height() < 50 * unit
        edge = (5 if low else 8) * unit
        pen.fill(box, "", self.radius, "divider", 2)
        cap = box.adjusted(edge, edge, 0, -edge)
        key_size = 20 if low or len(cell.key) > 1 else 24
        needed = QFontMetricsF(pen.font(key_size, "head", 700)).horizontalAdvance(cell.key) + 12 * unit
        cap.setWidth(min(max(40 * unit, needed), box.width() * 0.4))
        pen.fill(cap, f"{self._hue}.base" if self._hue else "surface", 9)
        pen.write(cap, cell.key, key_size, f"{self._hue}.on_base" if self._hue else ink, "head", 700, CENTER)
        told = box.adjusted(cap.right() - box.x() + 10 * unit, 2 * unit, -8 * unit, -2 * unit)
        if not cell.value:
            pen.write(told, cell.label, 20)
            return
        upper, lower = QRectF(told), QRectF(told)
        upper.setHeight(told.height() * (0.5 if low else 0.46))
        lower.setTop(upper.bottom())
        pen.write(upper, cell.label, 17 if low else 19)
        pen.write(lower, cell.value, 16 if low else 24, "muted" if low else "text", "head", 600 if low else 700)
