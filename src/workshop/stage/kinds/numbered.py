"""Short lines in order, each beside its numbered disc: in one column or two, over as few parts as hold them."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from workshop.stage.displaylist import Box, Span
from workshop.stage.page import LEAD, Page

AIR = 44.0  # the most between two lines
BETWEEN = 52.0  # two columns

Line = tuple[Span, ...]
Column = tuple[tuple[int, Line], ...]


class Setting(NamedTuple):
    """The size of the words, of the disc beside them, and the least space between two lines."""

    size: float
    disc: float
    gap: float


USUAL = Setting(54, 84, 26)
SETTINGS = (Setting(60, 84, 26), USUAL, Setting(54, 72, 14), Setting(50, 72, 12))


class Numbered(NamedTuple):
    """Lines for one part: (number, words) in columns of that width."""

    columns: tuple[Column, ...]
    setting: Setting
    width: float

    def draw(self, page: Page, top: float, bottom: float, ticked: Container[int] = ()) -> list[tuple[int, Box]]:
        """Draw them down from `top`, one column after the other, with more air where there is room for it.

        Those whose numbers are `ticked` have a check in their disc. Returns where each number's line lies.
        """
        sky, teal, (size, across, _) = page.hue("sky"), page.hue("teal"), self.setting
        places: list[tuple[int, Box]] = []
        gap = min(AIR, *(self._gap(page, column, bottom - top) for column in self.columns))
        for at, column in enumerate(self.columns):
            x, y = page.left + at * (self.width + BETWEEN), top
            for number, words in column:
                height = _height(page, words, self.width, self.setting)
                disc = Box(x, y + (height - across) / 2, across, across)
                if number in ticked:
                    page.icon_disc(disc, "check", teal.deep, teal.on_deep, 0.6)
                else:
                    page.letter_disc(disc, str(number), sky.base, sky.on_base)
                width = page.balanced(words, LEAD.sized(size), self.width - across - 28)
                beside = Box(disc.right + 28, y, width, height)
                page.words_at(beside, words, LEAD.sized(size), page.ink, page.paper, valign="middle")
                places.append((number, Box(x, y, self.width, height)))
                y += height + gap
        return places

    def _gap(self, page: Page, column: Column, room: float) -> float:
        taken = sum(_height(page, words, self.width, self.setting) for _, words in column)
        return (room - taken) / max(1, len(column) - 1)


def in_parts(page: Page, lines: list[Line], room: Box, most_columns: int) -> list[Numbered]:
    """All lines in one part where some setting lets them fit, in one column or else two; if not, in several parts."""
    numbered = tuple(enumerate(lines, 1))
    for setting in SETTINGS:
        for count in range(1, most_columns + 1):
            columns = _dealt(page, numbered, room, count, setting)
            if len(columns) <= count:
                return [Numbered(tuple(columns), setting, _column(room, count))]
    columns = _dealt(page, numbered, room, most_columns, USUAL)
    width = _column(room, most_columns)
    parts = [columns[at : at + most_columns] for at in range(0, len(columns), most_columns)]
    return [Numbered(tuple(part), USUAL, width) for part in parts]


def _column(room: Box, count: int) -> float:
    return (room.w - BETWEEN * (count - 1)) / count


def _dealt(page: Page, numbered: Column, room: Box, count: int, setting: Setting) -> list[Column]:
    """The lines in as few columns as the room's height allows, made as level as they go."""
    width = _column(room, count)
    heights = [_height(page, words, width, setting) for _, words in numbered]
    fewest = _filled(numbered, heights, room.h, setting.gap)
    level = sum(heights) / max(len(fewest), count)
    for share in range(8):
        tried = _filled(numbered, heights, level + (room.h - level) * share / 8, setting.gap)
        if len(tried) <= max(len(fewest), count):
            return tried
    return fewest


def _filled(numbered: Column, heights: list[float], limit: float, gap: float) -> list[Column]:
    """Columns filled one after the other up to `limit`, each with one line at least."""
    columns: list[Column] = []
    y = limit + 1
    for line, height in zip(numbered, heights, strict=True):
        if y + gap + height > limit:
            columns.append(())
            y = -gap
        columns[-1] = (*columns[-1], line)
        y += gap + height
    return columns


def _height(page: Page, words: Line, width: float, setting: Setting) -> float:
    took = page.extent(words, LEAD.sized(setting.size), width - setting.disc - 28)
    return max(setting.disc, took.height)
