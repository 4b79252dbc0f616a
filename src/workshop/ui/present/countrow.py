"""The hands of a vote in a row above the strip of one screen: counted by press, typed, and checked.

The class reads it: it is there only when asked for, and has letters in place of words where the class sees letters.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QFontMetricsF

from workshop.ui.keysinuse import KeysInUse
from workshop.ui.look import Look
from workshop.ui.present.announce import announce
from workshop.ui.present.cells import CellButton, CellPanel
from workshop.ui.present.keypad import Pad
from workshop.ui.present.panel import KeyButton, set_in

MOST = 6  # answers
BUTTON, GAP, EDGE = 46.0, 8.0, 6.0
LABEL = 21  # units: its size
BESIDE_LABEL = 118.0  # units: a cell's key, and a count of three digits


class CountRow(CellPanel):
    """A cell for each answer, and what takes the last hand back."""

    surface = "window"
    radius = 0.0

    def __init__(
        self, look: Look, keys: KeysInUse, trigger: Callable[[str], None], put: Callable[[int, int], None]
    ) -> None:
        super().__init__(look, trigger, put)
        self._keys = keys
        self._made = [self._button(CellButton(look)) for _ in range(MOST)]
        self.back = KeyButton(look, "Take back the last hand", "undo-2", fill="", ink="muted")
        self.back.setText("")
        self.back.size_units = 20
        self.back.setParent(self)
        self.back.clicked.connect(lambda: trigger("undo-count"))

    def show_pad(self, pad: Pad) -> None:
        """Show the answers of a vote, and their hands."""
        before = [button.cell.told() for button in self.cells]
        self.cells = self._made[: len(pad.cells)]
        for button in self._made[len(pad.cells) :]:
            button.hide()
        for button, cell in zip(self.cells, pad.cells, strict=False):
            button.brief, button.most = pad.lettered, LABEL
            button.show_cell(cell, pad.hue, counts=True)
            button.show()
        self.back.set_key(self._keys.cap("undo-count"))
        now = [button.cell.told() for button in self.cells]
        if now != before:
            self.say(". ".join(now))
            if not self.isHidden():
                announce(self, ". ".join(told for told in now if told not in before))

    def needs(self) -> float:
        """Its width in units."""
        return EDGE * 2 + BUTTON + sum(width + GAP for width in self._widths())

    def _widths(self) -> list[float]:
        wide = QFontMetricsF(set_in(LABEL, self.unit)).horizontalAdvance
        return [BESIDE_LABEL + min(200.0, wide(button.words()) / self.unit) for button in self.cells]

    def arrange(self) -> None:
        x, tall = EDGE, self.tall - 2 * EDGE
        for button, width in zip(self.cells, self._widths(), strict=True):
            button.unit = self.unit
            self.place(button, x, EDGE, width, tall)
            x += width + GAP
        self.back.unit = self.unit
        self.place(self.back, x, EDGE, BUTTON, tall)
