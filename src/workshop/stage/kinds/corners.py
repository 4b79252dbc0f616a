"""Four corners: the room from above, and which corner is which answer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from workshop.stage.displaylist import MIN_DESIGN, MIN_FITTED, Box, Shape, Span, Style
from workshop.stage.kinds.opinion import draw_figure
from workshop.stage.kinds.path import letter
from workshop.stage.page import Page
from workshop.stage.rich import spans

MOST = 4
SIZES = (60.0, MIN_DESIGN, 50.0, MIN_FITTED)
EDGE, DISC = 24.0, 104.0
FIGURE = (84.0, 150.0)


def holds(page: Page, labels: Sequence[str], top: float) -> bool:
    """Whether there is a corner for each answer, and room for its words."""
    return len(labels) <= MOST and _style(page, labels, _places(page, top)[0]) is not None


def draw(page: Page, labels: Sequence[str], top: float) -> None:
    """The room below `top`: the screen is at its front, so left and right are as the class sees them."""
    lilac, places = page.hue("lilac"), _places(page, top)
    floor = _floor(page, top)
    page.panel(floor, lilac.tint)
    _draw_front(page, floor, places[0])
    style = _style(page, labels, places[0]) or Style(MIN_FITTED)
    for at, (text, place) in enumerate(zip(labels, places, strict=False)):
        page.panel(place, page.theme.card, 20, lilac.outline, 5)
        middle = place.y + (place.h - DISC) / 2
        page.letter_disc(Box(place.x + 24, middle, DISC, DISC), letter(at), lilac.base, lilac.on_base)
        words = _words_box(place)
        page.words_at(words, spans(text), style, page.theme.ink, page.theme.card, "answer", valign="middle")
        page.control(place, f"count:{at}", f"{letter(at)}: {text}")
    _draw_class(page, floor, places)


def _floor(page: Page, top: float) -> Box:
    return Box(page.left, top, page.width, page.bottom - 14 - top)


def _places(page: Page, top: float) -> list[Box]:
    """Front left, front right, back left, back right."""
    floor = _floor(page, top)
    wide = 640.0 if page.canvas.wide else 500.0
    high = min(176.0, (floor.h - 3 * EDGE) / 2)
    across, down = (floor.x + EDGE, floor.right - EDGE - wide), (floor.y + EDGE, floor.bottom - EDGE - high)
    return [Box(x, y, wide, high) for y, x in product(down, across)]


def _words_box(place: Box) -> Box:
    return Box(place.x + 24 + DISC + 26, place.y, place.w - 24 - DISC - 26 - 24, place.h)


def _style(page: Page, labels: Sequence[str], place: Box) -> Style | None:
    styles = [Style(size, "text", 700, 1.12) for size in SIZES]
    return next((s for s in styles if all(page.fits(spans(text), s, _words_box(place)) for text in labels)), None)


def _draw_front(page: Page, floor: Box, corner: Box) -> None:
    """The screen at the front, between the two front corners."""
    middle = floor.x + floor.w / 2
    width = floor.w - 2 * (EDGE + corner.w) - 2 * EDGE
    screen = min(width, 300.0)
    page.shape(Shape(Box(middle - screen / 2, floor.y, screen, 16), page.hue("lilac").line, radii=(0, 0, 8, 8)))
    words = Box(middle - width / 2, floor.y + 28, width, 65)
    style, lilac = Style(MIN_DESIGN, "head", 600, 1.2), page.hue("lilac")
    page.words_at(words, (Span(page.words["front"]),), style, lilac.on_tint, lilac.tint, "label", "center")


def _draw_class(page: Page, floor: Box, places: Sequence[Box]) -> None:
    """A few people between the corners, all alike: nobody has gone yet."""
    lilac, (w, h) = page.hue("lilac"), FIGURE
    left, right = places[0].right + EDGE, places[1].x - EDGE
    top = floor.y + 110
    height = min(h, floor.bottom - 20 - top)
    count = int((right - left + 24) // (w + 24)) if height > 80 else 0
    x = (left + right - count * w - (count - 1) * 24) / 2
    for at in range(count):
        draw_figure(page, Box(x + at * (w + 24), floor.bottom - EDGE - height, w, height), lilac.base)
