"""The keys that matter at the present step: a vote's, a story's choices, or the general ones. Each can be clicked."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QFontMetricsF

from workshop.lesson.model import Choice, Match, Poll, Scenario
from workshop.session.board import items
from workshop.session.polls import poll_labels
from workshop.session.story import choices
from workshop.session.view import View
from workshop.stage.displaylist import Control, DisplayList
from workshop.stage.kinds.path import letter
from workshop.stage.rich import plain
from workshop.stage.words import words
from workshop.ui.keysinuse import KeysInUse
from workshop.ui.look import Look
from workshop.ui.present.announce import announce
from workshop.ui.present.board import TAKES, named, signs
from workshop.ui.present.cells import LARGEST, TINY, Cell, CellButton, CellPanel, SideButton
from workshop.ui.present.panel import RIGHT, Pen, set_in

GAP = 8.0  # units between cells
CLOSE = 6.0  # the same, where there are many
HEAD, FOOT = 48.0, 18.0  # units above and below the cells
LEAST, SHORT_PX, LONG_PX = 34.0, 28, 38  # a cell's height in units, and in pixels for one line and two of words
READABLE = 15  # units: a label's size that needs no more room
BESIDE_LABEL = 90.0  # units: a cell's key and value
TALLEST = 66.0
BESIDE = 2  # buttons in the line of the head
MOST = 12  # cells


class Pad(NamedTuple):
    """Cells in columns under a head, with a note at its right, or buttons; `hue` colours the keys.

    Where cells are `counts`, the number of hands can be typed. `lettered`: their labels begin with the answer's letter.
    """

    head: str
    note: str
    cells: tuple[Cell, ...]
    hue: str = ""
    columns: int = 1
    counts: bool = False
    beside: tuple[Cell, ...] = ()
    lettered: bool = False


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
    if listed is not None and at_board:
        return _board(at_board, signs(listed, step)[-1], keys, isinstance(step, Match))
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
        Cell(str(n), _lettered(n, way.say), str(told[way.safety]) if way.safety else "", f"choice-{n}", way.safety)
        for n, way in enumerate(ways, 1)
    )
    vote = (Cell(keys.cap("vote"), "Vote", "", "vote"),) if len(ways) > 1 else ()
    beside = (*vote, Cell(keys.cap("map"), "Map", "", "map"))
    return Pad("Choices", "", cells, "coral", beside=beside)


def ways_back(listed: DisplayList) -> list[Control]:
    """What of the paths not taken can be pressed on a picture, for the number keys."""
    return [control for control in listed.controls() if control.action.startswith("whatif:")][:MOST]


def _what_if(back: list[Control], language: str, keys: KeysInUse) -> Pad:
    asks = f"{words(language)['what_if']} "
    told = [way.label.removeprefix(asks).replace(": ", " ", 1) for way in back]
    cells = tuple(Cell(str(n), label, "", f"choice-{n}") for n, label in enumerate(told, 1))
    columns = 1 if len(cells) <= 3 else 2 if len(cells) <= 6 else 3
    beside = (Cell(keys.cap("what-if"), "Back", "", "what-if"), Cell(keys.cap("map"), "Map", "", "map"))
    return Pad("What if?", "", cells, "coral", columns, beside=beside)


def _lettered(number: int, text: str) -> str:
    """An answer after the letter under which the class sees it."""
    return f"{letter(number - 1)} {plain(text)}"


def _voting(ways: tuple[Choice, ...], totals: tuple[int, ...], keys: KeysInUse) -> Pad:
    cells = tuple(
        Cell(str(n), _lettered(n, way.say), str(count), f"choice-{n}")
        for n, (way, count) in enumerate(zip(ways, totals, strict=True), 1)
    )
    end = Cell(keys.cap("vote"), "End the vote", "", "vote")
    return Pad(_hands(sum(totals)), "", cells, "lilac", counts=True, beside=(end,), lettered=True)


def _hands(count: int) -> str:
    return f"{count} hand{'' if count == 1 else 's'}"


def _board(at_board: list[tuple[str, str]], takes: str, keys: KeysInUse, paired: bool) -> Pad:
    """What the numbers put, and what Shift with them takes: told in the head where there is no room for all.

    `paired`: what is taken stands at the left, as on the board.
    """
    taking = [(key, name) for key, name in at_board if key.startswith(TAKES)]
    putting = at_board[: len(at_board) - len(taking)]
    note = f"{keys.cap('undo-count')} takes back"
    if len(at_board) > MOST:
        note, taking = takes, []
    shown = [*putting, *taking]
    if paired and len(taking) == len(putting):
        shown[::2], shown[1::2] = taking, putting
    cells = tuple(Cell(key, name, "", _action(key)) for key, name in shown)
    return Pad("Board keys", note, cells, "sky", 1 if len(cells) <= 4 else 2)


def _action(key: str) -> str:
    return f"fewer-{key.removeprefix(TAKES)}" if key.startswith(TAKES) else f"choice-{key}"


def _tally(step: Poll, totals: tuple[int, ...]) -> Pad:
    letters = step.style in ("corners", "cards")
    cells = tuple(
        Cell(str(n), _lettered(n, name) if letters else plain(name), str(count), f"choice-{n}")
        for n, (name, count) in enumerate(zip(poll_labels(step), totals, strict=True), 1)
    )
    note = _hands(sum(totals)) if step.style == "hands" else str(sum(totals))
    return Pad("Tally keys", note, cells, "lilac", counts=True, lettered=letters)


class KeyPad(CellPanel):
    """Shows a pad as buttons. `trigger` is given the action of the one that is pressed.

    Where hands are counted, Space or a click on a key's number is one hand more; Enter, or a click beside it, opens a
    field for typing how many there were, which `put` is then given.
    """

    def __init__(self, look: Look, trigger: Callable[[str], None], put: Callable[[int, int], None]) -> None:
        super().__init__(look, trigger, put)
        self._beside = [self._button(SideButton(look)) for _ in range(BESIDE)]
        self._pad: Pad | None = None
        self._made = [
            self._button(CellButton(look)) for _ in range(MOST)
        ]  # all at once: the Tab key goes by the order of making

    def show_pad(self, pad: Pad) -> bool:
        """Show these keys from now on; true where the pad wants another height.

        A button that becomes another one gives the focus back to the lesson.
        """
        if pad == self._pad:
            return False
        lines = self._lines()
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
        return lines != self._lines()

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

    def height_at(self, unit: float) -> float:
        """How tall in pixels the pad must be, with so many pixels to a unit."""
        lines = self._lines()
        room = (self.width() - (40 + GAP) * unit) / (self._pad.columns if self._pad else 1) - BESIDE_LABEL * unit
        wide = QFontMetricsF(set_in(LARGEST, unit)).horizontalAdvance
        long = any(wide(button.cell.label) > room for button in self.cells)
        least = max(LEAST * unit, LONG_PX if long else SHORT_PX)
        return (HEAD + FOOT + CLOSE * (lines - 1)) * unit + least * lines

    def _set_labels(self) -> None:
        """All in one size, in which each is whole; where it would be small, signs stand for the values' words."""
        for terse in (False, True):
            for button in self.cells:
                button.terse = terse
            size = min((button.fitting() for button in self.cells), default=0.0)
            if size >= READABLE:
                break
        for button in self.cells:
            button.most = size or TINY
            button.update()

    def _lines(self) -> int:
        columns = self._pad.columns if self._pad else 1
        return max(1, -(-len(self.cells) // columns))

    def arrange(self) -> None:
        if self._pad is None:
            return
        columns = self._pad.columns
        lines = self._lines()
        gap = GAP if lines < 4 else CLOSE
        width = (self.wide - 40 - GAP * (columns - 1)) / columns
        height = min(TALLEST, (self.tall - HEAD - FOOT - gap * (lines - 1)) / lines)
        for at, button in enumerate(self.cells):
            button.unit = self.unit
            self.place(button, 20 + at % columns * (width + GAP), HEAD + at // columns * (height + gap), width, height)
        self._set_labels()

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
