"""Paragraphs and lists set one below the other: each list item beside a disc, as a picture book would."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from workshop.stage.displaylist import MIN_DESIGN, MIN_FITTED, Box
from workshop.stage.page import LEAD, Page
from workshop.stage.pictograms import HUES, icons_for
from workshop.stage.rich import Block

SIZES = (62.0, 58.0, MIN_DESIGN, 50.0, MIN_FITTED)
DISC = 112.0
GAP = 40.0


class Row(NamedTuple):
    """A block with its place in the whole list, and the icon of its disc."""

    block: Block
    number: int
    icon: str


def rows(page: Page, blocks: Sequence[Block]) -> list[Row]:
    """Blocks numbered, with icons for the list items."""
    items = [b.text for b in blocks if b.number]
    icons = iter(icons_for(items, page.setting.lesson.language))
    numbers = iter(range(len(items)))
    return [Row(b, next(numbers) if b.number else -1, next(icons) if b.number else "") for b in blocks]


def in_parts(page: Page, all_rows: Sequence[Row], box: Box) -> list[tuple[list[Row], float]]:
    """The rows dealt out over as few parts as hold them, each with the size of its text.

    All in one part if they fit at some allowed size; else at the smallest size by design, as many as go in.
    """
    for size in SIZES:
        if _height(page, all_rows, box.w, size) <= box.h:
            return [(list(all_rows), size)]
    parts: list[tuple[list[Row], float]] = []
    part: list[Row] = []
    for row in all_rows:
        if part and _height(page, [*part, row], box.w, MIN_DESIGN) > box.h:
            parts.append((part, MIN_DESIGN))
            part = []
        part.append(row)
    return [*parts, (part, MIN_DESIGN)]


def draw_rows(page: Page, part: Sequence[Row], box: Box, size: float) -> float:
    """Draw rows from the top of the box; returns where they end."""
    y = box.y
    for at, row in enumerate(part):
        if at:
            y += _gap(part[at - 1], row)
        height = _row_height(page, row, box.w, size)
        _draw_row(page, row, Box(box.x, y, box.w, height), size)
        y += height
    return y


def _draw_row(page: Page, row: Row, box: Box, size: float) -> None:
    style = LEAD.sized(size)
    if not row.block.number:
        page.words_at(box, row.block.spans, style, page.ink, page.paper)
        return
    hue = page.hue(HUES[row.number % len(HUES)])
    disc = Box(box.x, box.y + (box.h - DISC) / 2, DISC, DISC)
    if row.block.number == "-":
        page.icon_disc(disc, row.icon, hue.base, hue.on_base)
    else:
        page.letter_disc(disc, row.block.number, hue.base, hue.on_base)
    width = page.balanced(row.block.spans, style, box.w - DISC - 32)
    beside = Box(box.x + DISC + 32, box.y, width, box.h)
    page.words_at(beside, row.block.spans, style, page.ink, page.paper, valign="middle")


def _height(page: Page, part: Sequence[Row], width: float, size: float) -> float:
    heights = sum(_row_height(page, row, width, size) for row in part)
    return heights + sum(_gap(a, b) for a, b in pairwise(part))


def _row_height(page: Page, row: Row, width: float, size: float) -> float:
    inner = width - (DISC + 32 if row.block.number else 0)
    took = page.extent(row.block.spans, LEAD.sized(size), inner)
    return max(took.height, DISC if row.block.number else 0)


def _gap(above: Row, below: Row) -> float:
    return GAP if above.block.number and below.block.number else GAP - 8
