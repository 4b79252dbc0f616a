"""Voting cards: each answer as a card with its letter and colour, to find among one's own and hold up."""

from __future__ import annotations

from collections.abc import Sequence

from workshop.stage.displaylist import MIN_DESIGN, MIN_FITTED, Box, Span, Style
from workshop.stage.kinds.path import letter
from workshop.stage.page import Page
from workshop.stage.rich import spans

HUES = ("sky", "sun", "coral", "teal", "lilac")  # and a sixth card in ink
SIZES = (62.0, 58.0, MIN_DESIGN, 50.0, MIN_FITTED)
GAP = 28.0
LETTER = 150.0
TALL = 420.0


def colours(page: Page, at: int) -> tuple[str, str]:
    """A card's fill, and what can be read on it."""
    if at >= len(HUES):
        return page.ink, page.paper
    hue = page.hue(HUES[at])
    return hue.base, hue.on_base


def holds(page: Page, labels: Sequence[str], top: float) -> bool:
    """Whether the cards have room for their words."""
    return _laid(page, labels, top) is not None


def draw(page: Page, labels: Sequence[str], top: float) -> None:
    """The cards in one row or two below `top`."""
    laid = _laid(page, labels, top)
    if laid is None:
        return
    columns, style = laid
    for at, (text, box) in enumerate(zip(labels, _boxes(page, len(labels), columns, top), strict=True)):
        fill, color = colours(page, at)
        page.panel(box, fill)
        size = _letter_size(box)
        mark = Box(box.x, box.y + (20 if size < LETTER else 30), box.w, size)
        page.words_at(mark, (Span(letter(at)),), Style(size, "head", 700, 1.0), color, fill, "label", "center")
        words = _words_box(box)
        page.words_at(words, spans(text), style, color, fill, "answer", "center", "middle")
        page.control(box, f"count:{at}", f"{letter(at)}: {text}")


def draw_small(page: Page, box: Box, at: int) -> None:
    """The same card in small, beside its bar."""
    fill, color = colours(page, at)
    page.panel(box, fill, 14)
    size = max(MIN_FITTED, min(60.0, box.h * 0.72))
    page.words_at(
        box, (Span(letter(at)),), Style(size, "head", 700, box.h / size), color, fill, "label", "center", "middle"
    )


def _laid(page: Page, labels: Sequence[str], top: float) -> tuple[int, Style] | None:
    """How many cards stand in a row, and the style of their words; None where no way holds them."""
    count = len(labels)
    rows = {2: (2,), 3: (3,), 4: (4, 2), 5: (3, 2), 6: (3, 2)}.get(count, ())
    for size in SIZES:
        style = Style(size, "text", 700, 1.12)
        for columns in rows:
            boxes = _boxes(page, count, columns, top)
            if all(page.fits(spans(text), style, _words_box(box)) for text, box in zip(labels, boxes, strict=True)):
                return columns, style
    return None


def _boxes(page: Page, count: int, columns: int, top: float) -> list[Box]:
    down = -(-count // columns)
    room = page.bottom - 14 - top
    high = min(TALL, (room - (down - 1) * GAP) / down)
    wide = (page.width - (columns - 1) * GAP) / columns
    first = top + (room - down * high - (down - 1) * GAP) / 2
    return [
        Box(page.left + at % columns * (wide + GAP), first + at // columns * (high + GAP), wide, high)
        for at in range(count)
    ]


def _letter_size(box: Box) -> float:
    return LETTER if box.h >= 340 else max(72.0, min(110.0, box.h * 0.4))


def _words_box(box: Box) -> Box:
    size = _letter_size(box)
    top = box.y + (20 if size < LETTER else 30) + size
    return Box(box.x + 24, top, box.w - 48, box.bottom - top - 12)
