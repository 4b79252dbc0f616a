"""Something done off the screen: what to do, what is needed, and the steps in order, to be ticked off."""

from __future__ import annotations

from typing import NamedTuple, cast

from workshop.lesson.model import Activity
from workshop.stage.displaylist import Box, Span
from workshop.stage.kinds.board import work_of
from workshop.stage.kinds.discuss import draw_people, draw_timer
from workshop.stage.kinds.numbered import Numbered, in_parts
from workshop.stage.page import LABEL, LEAD, TEXT, Page
from workshop.stage.rich import plain, spans

RING = 340.0
ORNAMENT = Box(0, 0, 460, 460)
CHIP = 84.0
LEAST = 116.0  # a body lower than this is no place for an instruction


class Part(NamedTuple):
    """What one beat shows below the title."""

    materials: tuple[str, ...]
    instructions: Numbered | None


def beats(page: Page) -> int:
    return parts(page)


def parts(page: Page) -> int:
    return len(_parts(page))


def draw(page: Page) -> None:
    step, sky = _step(page), page.hue("sky")
    page.lay_paper()
    tab = page.tab(page.words["activity"], "shapes", sky.base, sky.on_base)
    draw_grouping(page, tab.right + 44)
    if page.view.timer is not None:
        draw_timer(page, page.view.timer, _ring(page))
    if step.image:
        page.media(step.image, _art(page))
    elif _is_bare(step):
        _ornament(page)
    dealt = _parts(page)
    part = dealt[min(page.view.beat, len(dealt) - 1)]
    y = _head(page) + 36
    if part.materials:
        y = _chips(page, part.materials, y) + 36
    if part.instructions:
        _draw_instructions(page, part.instructions, y)
    page.marks()
    page.progress(page.share())


def _draw_instructions(page: Page, lines: Numbered, top: float) -> None:
    """What to do, line by line; what is done can be ticked off, and the tick taken away."""
    step, work = _step(page), work_of(page.view)
    done = {number for number in range(1, len(step.instructions) + 1) if work[number - 1] == 0}
    for number, box in lines.draw(page, top, page.bottom, done):
        told = plain(step.instructions[number - 1])
        label = page.words["tick"].format(item=told) if number in done else told
        page.control(box, f"mark:{number - 1}", label, str(number))


def _step(page: Page) -> Activity:
    return cast(Activity, page.view.step)


def _timed(page: Page) -> bool:
    """Room is kept for the timer from the start, so that starting it moves nothing."""
    return page.view.timer is not None or page.view.step.minutes is not None


def _ring(page: Page) -> Box:
    return Box(page.right - RING, 40 if page.canvas.wide else 128, RING, RING)


def _art(page: Page) -> Box:
    top = _ring(page).bottom + 24 if _timed(page) else 190.0 if page.canvas.wide else 330.0
    width = 600.0 if page.canvas.wide else 400.0
    return Box(page.right - width, top, width, page.bottom - top - 16)


def _width(page: Page) -> float:
    """The width of the words below the title."""
    return (_art(page).x - 48 if page.view.step.image else page.right) - page.left


def _side(page: Page) -> float:
    """Where the title has to end: before the timer, the picture or the ornament."""
    step = _step(page)
    side = _ring(page).x - 48 if _timed(page) else page.right
    if step.image and page.canvas.wide:
        return min(side, _art(page).x - 48)
    return min(side, page.right - ORNAMENT.w - 48) if _is_bare(step) else side


def _head(page: Page) -> float:
    """The title, and the task below it where both are told; returns where they end."""
    step, width = _step(page), _side(page) - page.left
    room = Box(page.left, 150, width, 140 if step.title else 330)
    end = page.headline(step.title or step.ask, room, 120 if _is_bare(step) else 96)
    if step.title:
        words = spans(step.ask)
        box = Box(page.left, end + 16, width, min(230, page.extent(words, LEAD, width).height))
        end = page.words_at(box, words, LEAD, page.ink, page.paper).bottom
    over_ring = _timed(page) and not (step.image and page.canvas.wide)
    return max(end, _ring(page).bottom - 12) if over_ring else end


def _is_bare(step: Activity) -> bool:
    """A task with nothing beside it."""
    return not (step.instructions or step.materials or step.image)


def _parts(page: Page) -> list[Part]:
    """Materials and instructions together where they go on one page; else what is needed comes first."""
    step, shadow = _step(page), Page(page.setting, page.view, page.canvas, page.theme, page.measure)
    top = _head(shadow) + 36
    chips = _chips(shadow, step.materials, top) + 36 if step.materials else top
    if not step.instructions:
        return [Part(step.materials, None)]
    lines = [spans(line) for line in step.instructions]
    columns = 2 if page.canvas.wide and not step.image else 1
    room = Box(page.left, chips, _width(page), page.bottom - chips)
    together = in_parts(page, lines, room, columns)
    if (len(together) == 1 and room.h >= LEAST) or not step.materials:
        return [Part(step.materials, one) for one in together]
    alone = in_parts(page, lines, Box(page.left, top, _width(page), page.bottom - top), columns)
    return [Part(step.materials, None), *(Part((), one) for one in alone)]


def _chips(page: Page, materials: tuple[str, ...], top: float) -> float:
    """What is needed, one chip beside the other; returns where the last row ends."""
    sky, width = page.hue("sky"), _width(page)
    label = (Span(page.words["need"]),)
    took = page.extent(label, LABEL, width).width
    page.words_at(Box(page.left, top, took + 1, CHIP), label, LABEL, page.ink, page.paper, "label", valign="middle")
    x, y, row = page.left + took + 32, top, CHIP
    for material in materials:
        words = spans(material)
        wide = min(width, page.extent(words, TEXT, 4000).width + 61)
        high = max(CHIP, page.extent(words, TEXT, wide - 60).height + 16)
        if x + wide > page.left + width and x > page.left:
            x, y, row = page.left, y + row + 16, CHIP
        box = Box(x, y, wide, high)
        page.panel(box, sky.tint)
        page.words_at(box.inset(30, 0), words, TEXT, sky.on_tint, sky.tint, valign="middle")
        x, row = x + wide + 20, max(row, high)
    return y + row


def draw_grouping(page: Page, x: float) -> None:
    """Beside the tab: how many work together, in figures and words."""
    grouping = page.view.step.grouping
    if not grouping:
        return
    count = {"alone": 1, "pairs": 2}.get(grouping, 3)
    draw_people(page, Box(x, 22, 50.0 * count, 68), count, page.hue("sky").line)
    words = (Span(_grouping_words(page, grouping)),)
    box = Box(x + 50 * count + 24, 0, page.extent(words, LABEL, 1200).width + 1, 104)
    page.words_at(box, words, LABEL, page.ink, page.paper, "label", valign="middle")


def _ornament(page: Page) -> None:
    """The sign of the kind in a large disc, where nothing else is on the page."""
    sky = page.hue("sky")
    disc = ORNAMENT._replace(x=page.right - ORNAMENT.w, y=page.bottom - ORNAMENT.h - 16)
    page.disc(disc, sky.tint)
    shapes = Box(disc.x + 110, disc.y + 110, disc.w - 220, disc.h - 220)
    page.icon("shapes", shapes, sky.line, 1.8)


def _grouping_words(page: Page, grouping: str) -> str:
    size = "".join(letter for letter in grouping if letter.isdigit())
    return str(page.words["groups"]).format(count=size) if size else str(page.words[grouping])
