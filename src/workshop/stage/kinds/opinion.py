"""An opinion line: one long line between two ends, along which a class stands."""

from __future__ import annotations

from workshop.stage.displaylist import Box, Shape, Style
from workshop.stage.page import Page
from workshop.stage.rich import spans

FIGURE = 96.0
WEIGHT = 16.0  # of the line
PLACES = 7


def draw_line(page: Page, left: str, right: str, top: float) -> None:
    """The line below `top` with its two ends named, and a figure at each place along it: all places are alike."""
    lilac, room = page.hue("lilac"), page.bottom - top
    line = top + room * 0.56
    page.shape(Shape(Box(page.left, line, page.width, WEIGHT), lilac.outline, radii=(WEIGHT / 2,) * 4))
    height = min(210.0, line - top - 20)
    for at in range(PLACES):
        x = page.left + FIGURE / 2 + at * (page.width - FIGURE) / (PLACES - 1)
        end = at in (0, PLACES - 1)
        draw_figure(page, Box(x - FIGURE / 2, line - height - 10, FIGURE, height), lilac.base if end else lilac.mid)
        page.disc(Box(x - 22, line + WEIGHT / 2 - 22, 44, 44), page.paper, lilac.line, 8)
    style, width = Style(60, "text", 700, 1.15), page.width / 2 - 48
    below = Box(page.left, line + 56, width, page.bottom - line - 62)
    page.words_at(below, spans(left), style, page.ink, page.paper, "answer")
    page.words_at(below._replace(x=page.right - width), spans(right), style, page.ink, page.paper, "answer", "end")


def draw_figure(page: Page, box: Box, color: str) -> None:
    """Somebody: a head over a bell-shaped body."""
    head = min(box.w * 0.66, box.h * 0.42)
    page.disc(Box(box.x + (box.w - head) / 2, box.y, head, head), color)
    top = box.y + head + 8
    page.shape(Shape(Box(box.x, top, box.w, box.bottom - top), color, radii=(box.w * 0.46, box.w * 0.46, 0, 0)))
