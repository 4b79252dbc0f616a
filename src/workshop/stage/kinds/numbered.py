"""Short lines in order, each beside its numbered disc: in one column or two, over as few parts as hold them."""

from __future__ import annotations

from typing import NamedTuple

from workshop.stage.displaylist import MIN_DESIGN, Box, Span
from workshop.stage.page import LEAD, Page

DISC = 84.0
GAP = 26.0  # at least
AIR = 44.0
BETWEEN = 52.0
SIZES = (60.0, MIN_DESIGN, 50.0)

Line = tuple[Span, ...]


class Numbered(NamedTuple):
    """Lines for one part: (number, words) in columns, at a size and a column's width."""

    columns: tuple[tuple[tuple[int, Line], ...], ...]
    size: float
    width: float

    def draw(self, page: Page, top: float, bottom: float) -> None:
        """Draw them down from `top`, one column after the other, with more air where there is room for it."""
        sky, style = page.hue("sky"), LEAD.sized(self.size)
        gap = min(AIR, *(self._gap(page, column, bottom - top) for column in self.columns))
        for at, column in enumerate(self.columns):
            x, y = page.left + at * (self.width + BETWEEN), top
            for number, words in column:
                height = _height(page, words, self.width, self.size)
                page.letter_disc(Box(x, y + (height - DISC) / 2, DISC, DISC), str(number), sky.base, sky.on_base)
                beside = Box(x + DISC + 28, y, self.width - DISC - 28, height)
                page.words_at(beside, words, style, page.ink, page.paper, valign="middle")
                y += height + gap

    def _gap(self, page: Page, column: tuple[tuple[int, Line], ...], room: float) -> float:
        taken = sum(_height(page, words, self.width, self.size) for _, words in column)
        return (room - taken) / max(1, len(column) - 1)


def in_parts(page: Page, lines: list[Line], room: Box, most_columns: int) -> list[Numbered]:
    """All lines in one part where they fit at an allowed size, in one column or else two; if not, in several parts."""
    numbered = tuple(enumerate(lines, 1))
    for count in range(1, most_columns + 1):
        for size in SIZES:
            columns = _dealt(page, numbered, room, count, size)
            if len(columns) <= count:
                return [Numbered(tuple(columns), size, _column(room, count))]
    columns = _dealt(page, numbered, room, most_columns, MIN_DESIGN)
    width = _column(room, most_columns)
    pairs = [columns[at : at + most_columns] for at in range(0, len(columns), most_columns)]
    return [Numbered(tuple(pair), MIN_DESIGN, width) for pair in pairs]


def _column(room: Box, count: int) -> float:
    return (room.w - BETWEEN * (count - 1)) / count


def _dealt(
    page: Page, numbered: tuple[tuple[int, Line], ...], room: Box, count: int, size: float
) -> list[tuple[tuple[int, Line], ...]]:
    """The lines in columns as long as the room is high; two columns are made as even as they go."""
    width = _column(room, count)
    heights = [_height(page, words, width, size) for _, words in numbered]
    for limit in (*_even(heights, room.h, count), room.h):
        columns: list[tuple[tuple[int, Line], ...]] = []
        y = limit + 1
        for line, height in zip(numbered, heights, strict=True):
            if y + GAP + height > limit:
                columns.append(())
                y = -GAP
            columns[-1] = (*columns[-1], line)
            y += GAP + height
        if len(columns) <= count:
            break
    return columns


def _even(heights: list[float], most: float, count: int) -> list[float]:
    """Shorter columns to try first, so that two stand nearly level."""
    if count < 2:
        return []
    level = sum(heights) / count + GAP * len(heights) / count
    return [limit for limit in (level, level * 1.15, level * 1.3) if limit < most]


def _height(page: Page, words: Line, width: float, size: float) -> float:
    return max(DISC, page.extent(words, LEAD.sized(size), width - DISC - 28).height)
