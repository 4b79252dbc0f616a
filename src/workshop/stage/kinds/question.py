"""What happens, and what could be done now: a text above its choices, as large as its place allows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from workshop.lesson.model import Choice
from workshop.stage.displaylist import MIN_DESIGN, MIN_FITTED, Box, Style
from workshop.stage.kinds import passage, voting
from workshop.stage.kinds.path import letter
from workshop.stage.page import HEADING, LEAD, Page
from workshop.stage.rich import plain, spans

SIZES = (60.0, 56.0, MIN_DESIGN, 50.0, MIN_FITTED)
ROW, LEAST_ROW = 152.0, 104.0
AFTER_TEXT = 44.0


class Laid(NamedTuple):
    """How a question is set: the style of its text, and the size, columns, row height and gap of its choices.

    `aside` is what their words leave free at the end.
    """

    style: Style
    size: float
    columns: int = 1
    row: float = 0
    gap: float = 0
    after: float = AFTER_TEXT
    aside: float = 0


def lay(
    page: Page, box: Box, text: str, choices: Sequence[Choice], columns: Sequence[int], aside: float = 0
) -> Laid | None:
    """The largest way that text and choices go into the box; None where there is none."""
    for size in SIZES:
        for across in columns:
            for gap, after in ((26.0, AFTER_TEXT), (16.0, 24.0)):
                laid = Laid(text_style(page, text, size, box.w), size, across, 0, gap, after, aside)
                room = _rows_box(page, box, text, laid)
                row = _row_height(page, room, choices, laid)
                if row and passage.fits(page, text, laid.style, box):
                    return laid._replace(row=row)
    return None


def with_aside(page: Page, box: Box, laid: Laid, choices: Sequence[Choice], aside: float) -> Laid | None:
    """The same, in the same places, with that much free at the end of each choice; None where its words don't fit."""
    width = _column_width(box, laid) - _indent(laid.row) - max(32, aside)
    sizes = (laid.size, *(size for size in SIZES if size < laid.size))
    for air, size in ((air, size) for air in (24, 8) for size in sizes):
        style, room = _choice_style(size), Box(0, 0, width, laid.row - air)
        if all(page.fits(spans(choice.say), style, room) for choice in choices):
            return laid._replace(size=size, aside=aside)
    return None


def text_style(page: Page, text: str, size: float, width: float) -> Style:
    """A short question is a heading, anything else a lead."""
    words, heading = spans(text), HEADING.sized(size)
    asks = len(words) == 1 and text.rstrip().endswith(("?", "؟", "？"))
    return heading if asks and page.extent(words, heading, width).lines <= 2 else LEAD.sized(size)


def draw(page: Page, box: Box, text: str, choices: Sequence[Choice], laid: Laid) -> None:
    """Draw the text from the top of the box and the choices below it, each with its control."""
    passage.draw(page, text, laid.style, box)
    room = _rows_box(page, box, text, laid)
    width = _column_width(room, laid)
    for at, choice in enumerate(choices):
        x = room.x + at % laid.columns * (width + 32)
        y = room.y + at // laid.columns * (laid.row + laid.gap)
        _choice(page, Box(x, y, width, laid.row), at, choice, laid)


def _choice(page: Page, box: Box, at: int, choice: Choice, laid: Laid) -> None:
    coral, name, card = page.hue("coral"), letter(at), page.theme.card
    page.panel(box, card, 24, page.hue("lilac").outline if page.view.vote else coral.outline, 5)
    disc = _disc(box.h)
    page.letter_disc(Box(box.x + 28, box.y + (box.h - disc) / 2, disc, disc), name, coral.base, coral.on_base)
    words = Box(box.x + _indent(box.h), box.y, box.w - _indent(box.h) - max(32, laid.aside), box.h)
    ground = voting.draw_bar(page, box._replace(x=words.x - 18, w=box.right - words.x + 18), at) if laid.aside else card
    page.words_at(words, spans(choice.say), _choice_style(laid.size), page.theme.ink, ground, "choice", valign="middle")
    page.control(box, f"choose:{at}", f"{name}: {plain(choice.say)}")


def _choice_style(size: float) -> Style:
    return Style(size, "text", 700, 1.15)


def _disc(row: float) -> float:
    return min(LEAST_ROW, row - 24)


def _indent(row: float) -> float:
    return 28 + _disc(row) + 32


def _rows_box(page: Page, box: Box, text: str, laid: Laid) -> Box:
    """What the text leaves for the choices."""
    took = passage.height(page, text, laid.style, box.w)
    top = box.y + took + (laid.after if text else 0)
    return Box(box.x, top, box.w, box.bottom - top)


def _row_height(page: Page, room: Box, choices: Sequence[Choice], laid: Laid) -> float:
    """The height of a row of choices that goes into the room; 0 where there is none."""
    if not choices:
        return 1
    down = -(-len(choices) // laid.columns)
    available = (room.h - (down - 1) * laid.gap) / down
    style, width = _choice_style(laid.size), _column_width(room, laid) - _indent(ROW) - max(32, laid.aside)
    if not all(page.unbroken(spans(choice.say), style, width) for choice in choices):
        return 0
    needed = max(page.extent(spans(choice.say), style, width).height for choice in choices) + 16
    least = max(needed, LEAST_ROW)
    return max(least, min(ROW, available)) if least <= available + 0.5 else 0


def _column_width(room: Box, laid: Laid) -> float:
    return (room.w - 32 * (laid.columns - 1)) / laid.columns
