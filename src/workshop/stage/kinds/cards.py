"""Cards that a class puts together: a mark in a disc and a few words, in rows that share the page."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple

from workshop.stage.displaylist import MIN_DESIGN, Box
from workshop.stage.kinds.board import thought
from workshop.stage.page import TEXT, Page
from workshop.stage.rich import spans

LEAST = 68.0  # of a card's height: one line
MOST = 140.0
GAP = 16.0
TIGHT = 8.0


class Look(NamedTuple):
    """The colours of a card and of its disc; with a dashed edge where the class put it and nobody told it yet."""

    fill: str
    color: str
    outline: str
    disc: str
    on_disc: str
    thought: bool = False
    edge: float = 5


class Hand(NamedTuple):
    """The cards of one part: the first one's place among all, their heights, and the size of their words."""

    first: int
    heights: tuple[float, ...]
    size: float
    gap: float

    def boxes(self, top: float, x: float, width: float, order: Sequence[int] = ()) -> list[Box]:
        """Where they stand in a column, from top to bottom; `order` tells which card comes where."""
        found: list[Box] = []
        for card in order or range(len(self.heights)):
            found.append(Box(x, top, width, self.heights[card]))
            top += self.heights[card] + self.gap
        return found


def loose(page: Page) -> Look:
    """A card that is still to be placed."""
    sky = page.hue("sky")
    return Look(page.theme.card, page.theme.ink, sky.outline, sky.base, sky.on_base)


def in_hand(page: Page) -> Look:
    """The card that the next press puts somewhere."""
    sky = page.hue("sky")
    return Look(sky.tint, sky.on_tint, sky.line, sky.deep, sky.on_deep, edge=9)


def put_there(page: Page) -> Look:
    """A card where the class put it."""
    sky = page.hue("sky")
    return Look(page.theme.card, page.theme.ink, sky.line, sky.deep, sky.on_deep, True)


def placed(page: Page) -> Look:
    """A card in its place."""
    teal = page.hue("teal")
    return Look(teal.tint, teal.on_tint, teal.line, teal.deep, teal.on_deep)


def mixed(count: int, seed: str) -> list[int]:
    """The numbers below `count` in an order that is always the same, and in which none is in its own place."""
    dice, order = random.Random(seed), list(range(count))
    while count > 1 and any(at == number for at, number in enumerate(order)):
        dice.shuffle(order)
    return order


def deal(needs: Callable[[float], Sequence[float]], room: float, sizes: Sequence[float]) -> list[Hand]:
    """All cards in one part, at the largest of `sizes` at which they fit the room's height; else in several.

    `needs` tells each card's height at a size of words.
    """
    for size in sizes:
        heights = needs(size)
        if sum(heights) + TIGHT * (len(heights) - 1) <= room:
            return [_hand(0, heights, room, size)]
    heights = needs(MIN_DESIGN)
    for parts in range(2, len(heights) + 1):
        count = -(-len(heights) // parts)
        groups = [heights[at : at + count] for at in range(0, len(heights), count)]
        if all(sum(group) + TIGHT * (len(group) - 1) <= room for group in groups):
            break
    return [_hand(at * count, group, room, MIN_DESIGN) for at, group in enumerate(groups)]


def _hand(first: int, needed: Sequence[float], room: float, size: float) -> Hand:
    """Cards of one height where that goes, with what is to spare shared out among them."""
    count = len(needed)
    even = min(MOST, (room - GAP * (count - 1)) / count)
    if max(needed) <= even:
        return Hand(first, (even,) * count, size, GAP)
    if max(needed) * count + TIGHT * (count - 1) <= room:
        return Hand(first, (max(needed),) * count, size, TIGHT)
    spare = min(16.0, (room - TIGHT * (count - 1) - sum(needed)) / count)
    return Hand(first, tuple(height + spare for height in needed), size, TIGHT)


def at_beat(counts: Sequence[int], beat: int) -> tuple[int, int]:
    """Which part a beat is in and how much of it is revealed, where each part begins with nothing revealed."""
    for part, count in enumerate(counts):
        if beat <= count:
            return part, beat
        beat -= count + 1
    return len(counts) - 1, counts[-1]


def height_of(page: Page, text: str, width: float, size: float) -> float:
    """How high a card of that width is at least."""
    disc, left, between, right = _measures(width)
    took = page.extent(spans(text), TEXT.sized(size), width - disc - left - between - right)
    return max(LEAST, took.height + 4)


def draw_card(page: Page, box: Box, mark: str, text: str, size: float, look: Look, aside: float = 0) -> None:
    """One card; the mark is a letter or a number. Its words leave `aside` free at the end."""
    if look.thought:
        thought(page, box, look.fill, look.outline)
    else:
        page.panel(box, look.fill, 20, look.outline, look.edge)
    most, left, between, right = _measures(box.w)
    across = min(most, box.h - 20)
    disc = Box(box.x + left, box.y + (box.h - across) / 2, across, across)
    page.letter_disc(disc, mark, look.disc, look.on_disc)
    words = Box(disc.right + between, box.y, box.right - disc.right - between - right - aside, box.h)
    page.words_at(words, spans(text), TEXT.sized(size), look.color, look.fill, "choice", valign="middle")


def _measures(width: float) -> tuple[float, float, float, float]:
    """The most that a card's disc is wide, and the space before it, behind it and at the end."""
    return (84.0, 20.0, 24.0, 24.0) if width > 700 else (64.0, 14.0, 18.0, 14.0)
