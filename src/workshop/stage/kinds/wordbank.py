"""The missing words of a text with gaps, mixed and numbered, each in a place that it keeps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from workshop.stage.displaylist import Box, Shape
from workshop.stage.kinds.cards import mixed
from workshop.stage.page import LEAD, Page
from workshop.stage.rich import plain, spans

FEWEST, MOST = 2, 9  # words: of one alone there is nothing to choose, and each has a number key
HEIGHT, DISC = 96.0, 68.0
BEFORE, BETWEEN, AFTER = 14.0, 20.0, 32.0  # the disc, the disc and the word, the word
ACROSS, DOWN = 24.0, 16.0
ABOVE = 40.0  # between the text and the words


class Bank(NamedTuple):
    """Where each word lies, by its place in the text; its number, and where the first row begins."""

    boxes: tuple[Box, ...]
    numbers: tuple[int, ...]
    top: float


def lay(page: Page, words: Sequence[str], width: float) -> Bank | None:
    """Rows of words at the foot of the page; None where there are too few or too many, or one is too long."""
    if not FEWEST <= len(words) <= MOST:
        return None
    widths = [page.extent(spans(word), LEAD, 1e5).width + 1 for word in words]
    if max(widths) + BEFORE + DISC + BETWEEN + AFTER > width:
        return None
    order = mixed(len(words), page.view.step.id)
    boxes: dict[int, Box] = {}
    x, y = 0.0, 0.0
    for word in order:
        wide = BEFORE + DISC + BETWEEN + widths[word] + AFTER
        if x and x + wide > width:
            x, y = 0.0, y + HEIGHT + DOWN
        boxes[word] = Box(page.left + x, y, wide, HEIGHT)
        x += wide + ACROSS
    top = page.bottom - 12 - y - HEIGHT
    placed = tuple(boxes[word]._replace(y=top + boxes[word].y) for word in range(len(words)))
    return Bank(placed, tuple(order.index(word) + 1 for word in range(len(words))), top)


def draw(page: Page, bank: Bank, word: int, text: str) -> None:
    """A word that can be put into a gap."""
    sky, box = page.hue("sky"), bank.boxes[word]
    page.panel(box, page.theme.card, 20, sky.outline, 5)
    disc = Box(box.x + BEFORE, box.y + (HEIGHT - DISC) / 2, DISC, DISC)
    page.letter_disc(disc, str(bank.numbers[word]), sky.base, sky.on_base)
    room = Box(disc.right + BETWEEN, box.y, box.right - AFTER - disc.right - BETWEEN, HEIGHT)
    page.words_at(room, spans(text), LEAD, page.theme.ink, page.theme.card, "choice", valign="middle")


def draw_empty(page: Page, bank: Bank, word: int) -> None:
    """Where a word lay that is in a gap now."""
    page.shape(Shape(bank.boxes[word], "", page.theme.card_line, 4, (20,) * 4, dash=(10, 12)))


def offer(page: Page, bank: Bank, word: int, text: str, gap: int) -> None:
    """The word goes into the free gap, if there is one, when it is pressed; into any to which it is dragged."""
    key, name = str(bank.numbers[word]), plain(text)
    if gap >= 0:
        place = page.words["gap"].format(number=gap + 1)
        label = page.words["put_in"].format(place=place, item=name)
        page.control(bank.boxes[word], f"put:{word}:{gap}", label, key, word)
    else:
        page.control(bank.boxes[word], "", name, item=word)
