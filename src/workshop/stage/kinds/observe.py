"""A picture to look at closely: what there is to find is ringed and named, one spot a beat.

A spot that somebody shows at the board is the next; nothing happens anywhere else in the picture.
"""

from __future__ import annotations

from typing import cast

from workshop.lesson.model import Observe, Spot
from workshop.session import board
from workshop.session.board import work_of
from workshop.stage.displaylist import Box, Shape
from workshop.stage.page import TEXT, Page
from workshop.stage.picturesize import natural_size
from workshop.stage.rich import spans

TOP = 284.0
EDGE = 20.0  # of the card around the picture
DISC = 72.0
GAP = 28.0
RING = 10.0
SIZES = (58.0, 54.0, 50.0)
LEAST = 120.0  # across, of where a spot can be pressed
KEYS = 9  # spots that have a number key of their own


def beats(page: Page) -> int:
    return 1 + len(_step(page).spots)


def draw(page: Page) -> None:
    step, sky = _step(page), page.hue("sky")
    page.lay_paper()
    page.tab(page.words["observe"], "eye", sky.base, sky.on_base)
    page.headline(step.ask or step.title or page.words["observe_title"], Box(page.left, 146, page.width, 124))
    card = _card(page)
    picture = card.inset(EDGE)
    page.panel(card, page.theme.mat or page.theme.card, 24, page.theme.edge, 4 if page.theme.edge else 0)
    page.media(step.picture, picture, "cover", radius=12)
    known = board.found(step, work_of(page.view), page.view.beat)
    found = tuple(step.spots[spot] for spot in known)
    for number, spot in enumerate(found, 1):
        _ring(page, picture, spot, number)
    _tell(page, found, _beside(page, card))
    for number, spot in enumerate(step.spots):
        if number not in known:
            key = str(number + 1) if number < KEYS else ""
            page.control(
                _reach(card, _area(page, picture, spot)),
                f"find:{number}",
                page.words["spot"].format(number=number + 1),
                key,
            )
    page.marks()
    page.progress(page.share())


def _step(page: Page) -> Observe:
    return cast(Observe, page.view.step)


def _aspect(page: Page) -> float:
    """Width by height of the picture; that of a screen where it tells none."""
    media = page.setting.lesson.media.get(_step(page).picture)
    size = natural_size(str(page.setting.folder / media.file)) if media else None
    return min(4.0, max(0.25, size[0] / size[1])) if size else 16 / 9


def _is_below(page: Page) -> bool:
    """Whether the list stands below the picture: under a broad one on 4:3."""
    return not page.canvas.wide and _aspect(page) > 1.45


def _card(page: Page) -> Box:
    """The card under the picture: as large as leaves room for the list, if there is one."""
    aspect, height = _aspect(page), page.bottom - TOP
    width = page.width
    if _step(page).spots:
        width -= 0 if _is_below(page) else 660
        height -= 190 if _is_below(page) else 0
    tall = min(height - 2 * EDGE, (width - 2 * EDGE) / aspect)
    wide = tall * aspect + 2 * EDGE
    left = page.left if _step(page).spots and not _is_below(page) else page.left + (page.width - wide) / 2
    return Box(left, TOP, wide, tall + 2 * EDGE)


def _beside(page: Page, card: Box) -> Box:
    """Where the list stands."""
    if _is_below(page):
        return Box(page.left, card.bottom + 20, page.width, page.bottom - card.bottom - 20)
    left = card.right + 44
    return Box(left, TOP, page.right - left, page.bottom - TOP)


def _area(page: Page, picture: Box, spot: Spot) -> Box:
    """Where a spot and its ring lie."""
    at = spot.at
    left = 100 - at.x - at.width if page.setting.rtl else at.x  # the page is mirrored later, the picture is not
    area = Box(
        picture.x + picture.w * left / 100 - RING,
        picture.y + picture.h * at.y / 100 - RING,
        picture.w * at.width / 100 + 2 * RING,
        picture.h * at.height / 100 + 2 * RING,
    )
    return _inside(area, picture.inset(-RING))


def _reach(card: Box, area: Box) -> Box:
    """Where a finger finds a spot: no smaller than a finger is, on the card."""
    short = [max(0.0, LEAST - side) / 2 for side in (area.w, area.h)]
    return _inside(area.inset(-short[0], -short[1]), card)


def _ring(page: Page, picture: Box, spot: Spot, number: int) -> None:
    """A ring round a part of the picture, dark at its edges so that it shows on any colour, with its number."""
    sun, area = page.hue("sun"), _area(page, picture, spot)
    radius = min(64.0, min(area.w, area.h) / 2)
    page.shape(Shape(area.inset(-4), "", sun.on_base, RING + 8, (radius + 4,) * 4))
    page.shape(Shape(area, "", sun.base, RING, (radius,) * 4))
    disc = Box(area.x - DISC * 0.36, area.y - DISC * 0.36, DISC, DISC)
    disc = _inside(disc, picture.inset(-EDGE))
    page.disc(disc.inset(-4), sun.on_base)
    page.letter_disc(disc, str(number), sun.base, sun.on_base)


def _inside(box: Box, frame: Box) -> Box:
    """The box moved, and cut where it must be, so that it lies in the frame."""
    width, height = min(box.w, frame.w), min(box.h, frame.h)
    x = min(max(box.x, frame.x), frame.right - width)
    y = min(max(box.y, frame.y), frame.bottom - height)
    return Box(x, y, width, height)


def _tell(page: Page, found: tuple[Spot, ...], box: Box) -> None:
    """What was found: as many of the last ones as there is room for, and how many are left."""
    first, size = _shown(page, found, box)
    y = box.y
    for number, spot in enumerate(found[first:], first + 1):
        height = _height(page, spot, box.w, size)
        sun = page.hue("sun")
        page.letter_disc(Box(box.x, y + (height - DISC) / 2, DISC, DISC), str(number), sun.base, sun.on_base)
        words = Box(box.x + DISC + 24, y, box.w - DISC - 24, height)
        page.words_at(words, spans(spot.text), TEXT.sized(size), page.ink, page.paper, valign="middle")
        y += height + GAP
    for _ in range(len(_step(page).spots) - len(found)):
        if y + DISC > box.bottom:
            break
        page.shape(Shape(Box(box.x, y, DISC, DISC), "", page.hue("sun").line, 4, form="ellipse", dash=(14, 11)))
        y += DISC + GAP


def _shown(page: Page, found: tuple[Spot, ...], box: Box) -> tuple[int, float]:
    """The first spot that is told, and the size of the words."""
    for size in SIZES:
        heights = [_height(page, spot, box.w, size) + GAP for spot in found]
        if sum(heights) - GAP <= box.h:
            return 0, size
    size = SIZES[1]
    heights = [_height(page, spot, box.w, size) + GAP for spot in found]
    first = 0
    while first < len(found) - 1 and sum(heights[first:]) - GAP > box.h:
        first += 1
    return first, size


def _height(page: Page, spot: Spot, width: float, size: float) -> float:
    return max(DISC, page.extent(spans(spot.text), TEXT.sized(size), width - DISC - 24).height)
