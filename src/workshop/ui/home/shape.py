"""Where the cards of the grid lie: plain arithmetic, so that ten thousand cost as much as ten."""

from __future__ import annotations

from typing import NamedTuple

GAP_X, GAP_Y = 20, 18
EDGE, TOP = 24, 8  # px around the cards: room for their shadow and the focus ring


class Shape(NamedTuple):
    """Cards of one size in equal columns, below a lead of `lead` px. All in px of the scrolled content."""

    columns: int
    width: int
    height: int
    cards: int
    lead: int = 0

    def place(self, row: int) -> tuple[int, int]:
        """The top left corner of a card."""
        line, column = divmod(row, self.columns)
        return EDGE + column * (self.width + GAP_X), self.lead + TOP + line * (self.height + GAP_Y)

    def at(self, x: int, y: int) -> int:
        """The card at a point, or -1."""
        line, down = divmod(y - self.lead - TOP, self.height + GAP_Y)
        column, right = divmod(x - EDGE, self.width + GAP_X)
        row = line * self.columns + column
        on_card = down < self.height and right < self.width and 0 <= column < self.columns
        return row if on_card and line >= 0 and row < self.cards else -1

    def between(self, top: int, bottom: int) -> range:
        """The cards that show, or whose shadow shows, from `top` to `bottom`."""
        first = max(0, (top - self.lead - TOP - EDGE) // (self.height + GAP_Y))
        last = (bottom - self.lead - TOP + EDGE) // (self.height + GAP_Y)
        return range(min(self.cards, first * self.columns), max(0, min(self.cards, (last + 1) * self.columns)))

    @property
    def bottom(self) -> int:
        """Height of all content."""
        lines = -(-self.cards // self.columns)
        return self.lead + TOP + (lines * (self.height + GAP_Y) - GAP_Y + EDGE if lines else 0)


def fit(available: int, least_width: int) -> tuple[int, int]:
    """Columns and card width for a viewport of `available` px: as many columns as hold cards of the least width."""
    inner = available - 2 * EDGE
    columns = max(1, (inner + GAP_X) // (least_width + GAP_X))
    return columns, max(40, (inner - GAP_X * (columns - 1)) // columns)
