"""A few sentences as one run of text: paragraphs below each other, list items behind a dot or their number."""

from __future__ import annotations

from workshop.stage.displaylist import Box, Span, Style
from workshop.stage.page import Page
from workshop.stage.rich import Block, blocks, spans

BETWEEN = 0.3  # the space between two paragraphs, in sizes


def height(page: Page, text: str, style: Style, width: float) -> float:
    """What the text takes in that width."""
    paragraphs = blocks(text)
    lines = sum(page.extent(_words(block), style, width).height for block in paragraphs)
    return lines + max(0, len(paragraphs) - 1) * style.size * BETWEEN


def fits(page: Page, text: str, style: Style, box: Box) -> bool:
    """Whether the text goes into the box without a torn word."""
    whole = all(page.unbroken(_words(block), style, box.w) for block in blocks(text))
    return whole and height(page, text, style, box.w) <= box.h + 0.5


def draw(page: Page, text: str, style: Style, box: Box, color: str = "", on: str = "", role: str = "text") -> float:
    """Put the text into the box from its top, ink on paper unless told; returns where it ends."""
    y = box.y
    for at, block in enumerate(blocks(text)):
        y += style.size * BETWEEN if at else 0
        took = page.extent(_words(block), style, box.w)
        width = page.balanced(_words(block), style, box.w) if took.lines < 4 else box.w
        room = Box(box.x, y, width, took.height)
        y = page.words_at(room, _words(block), style, color or page.ink, on or page.paper, role).bottom
    return y


def _words(block: Block) -> tuple[Span, ...]:
    if not block.number:
        return block.spans
    return (Span("•  " if block.number == "-" else f"{block.number}.  "), *block.spans)


def reason(text: str) -> tuple[tuple[Span, ...], ...]:
    """A reason's lines: a bold sentence at its beginning stands on a line of its own."""
    words = spans(text)
    head = words[0].text.strip() if len(words) > 1 and words[0].bold else ""
    if not head.endswith((".", "!", "?", ":", "…", "؟", "。")):
        return (words,) if words else ()
    rest = (words[1]._replace(text=words[1].text.lstrip()), *words[2:])
    return ((Span(head, True),), rest)
