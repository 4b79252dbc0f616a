"""The way through a story: a dot for each card, the letter of each choice between them."""

from __future__ import annotations

from workshop.stage.displaylist import Box, Shape
from workshop.stage.page import Page

DOT, PITCH, TOP = 84.0, 132.0, 28.0


def letter(index: int) -> str:
    """A, B, C … for the choice of that index."""
    return chr(ord("A") + index)


def draw_path(page: Page, left: float, more: bool, safe: bool) -> None:
    """Dots up to the right margin, from `left` on; the last ones where there are many.

    `more` adds an open dot for the choice to come, `safe` a check for a path that ends well.
    """
    turns = page.view.path
    labels = [text for at, turn in enumerate(turns) for text in (str(at + 1), letter(turn.choice))]
    labels.append(str(len(turns) + 1))
    after = int(more or safe)
    room = int((page.right - left + PITCH - DOT) // PITCH) - after
    labels = labels[-max(1, room) :]
    x = page.right - DOT - (len(labels) - 1 + after) * PITCH
    for at, label in enumerate(labels):
        current = at == len(labels) - 1
        if not current or after:
            line = page.ink if not current or safe else page.theme.card_line
            page.shape(Shape(Box(x + DOT, TOP + 38, PITCH - DOT, 8), line))
        _dot(page, Box(x, TOP, DOT, DOT), label, current)
        x += PITCH
    if safe:
        teal = page.hue("teal")
        page.disc(Box(x, TOP, DOT, DOT), teal.deep)
        page.icon("check", Box(x + 16, TOP + 17, 52, 52), teal.on_deep, 3)
    elif more:
        page.disc(Box(x, TOP, DOT, DOT), "", page.theme.card_line, 6)


def _dot(page: Page, box: Box, label: str, current: bool) -> None:
    if not current:
        page.letter_disc(box, label, page.ink, page.paper)
        return
    page.disc(box.inset(-12), page.paper, page.ink, 6)
    page.letter_disc(box, label, page.hue("coral").base, page.hue("coral").on_base)
