"""A cool-down before leaving: a few slow breaths, and a quiet place to rest the eyes on.

Nothing moves, unless the step's timer is started: then a sun grows and shrinks as a slow breath does, a little each
second, until all breaths are taken.
"""

from __future__ import annotations

from typing import NamedTuple, cast

from workshop.lesson.model import Calm
from workshop.paths import RESOURCES
from workshop.stage.displaylist import Box, Picture, Span
from workshop.stage.page import HEADING, LEAD, Page
from workshop.stage.rich import Block, blocks, spans

DOT = 56.0
IN, OUT = 4, 6  # seconds of a slow breath
CORE = 0.4  # of the sun's width, at its smallest
TEXT_SIZES = (60.0, 54.0, 50.0, 45.0)


def beats(page: Page) -> int:
    return 1


def draw(page: Page) -> None:
    step, sky = _step(page), page.hue("sky")
    page.lay_paper(sky.tint)
    page.tab(page.words["calm"], "wind", sky.deep, sky.on_deep)
    art = _art(page)
    if not (step.image and page.media(step.image, art)):
        _sun(page, art)
        if step.breaths and (page.view.timer is None or _breath(page)):
            page.control(art, "timer", page.words["breathe"])
    width = art.x - page.left - 48
    end = page.headline(step.title or page.words["calm_title"], Box(page.left, 150, width, 270), 120)
    foot = page.bottom - 24
    if step.breaths:
        foot = _breaths(page, step.breaths, foot) - 36
    _text(page, Box(page.left, end + 40, width, foot - end - 40))
    page.marks()
    page.progress(page.share())


def _step(page: Page) -> Calm:
    return cast(Calm, page.view.step)


def _art(page: Page) -> Box:
    if page.canvas.wide:
        return Box(page.right - 690, 110, 690, page.bottom - 110 - 16)
    return Box(page.right - 460, 250, 460, page.bottom - 250 - 16)


class Breath(NamedTuple):
    """Which breath is being taken, from 0; whether air goes in; and how full the lungs are, 0 to 1."""

    number: int
    inward: bool
    full: float


def _breath(page: Page) -> Breath | None:
    """Where the breathing is; None before its timer was started and when all breaths are taken."""
    timer, breaths = page.view.timer, _step(page).breaths
    if timer is None or not breaths:
        return None
    number, second = divmod(max(0, timer.seconds - timer.left), IN + OUT)
    if number >= breaths:
        return None
    inward = second < IN
    return Breath(number, inward, (second + 1) / IN if inward else (IN + OUT - 1 - second) / OUT)


def _text(page: Page, box: Box) -> None:
    """The paragraphs at one size, the largest at which they all fit."""
    told = blocks(_step(page).text)
    size = next((s for s in TEXT_SIZES if _height(page, told, s, box.w) <= box.h), TEXT_SIZES[-1])
    y = box.y
    for block in told:
        took = page.extent(block.spans, LEAD.sized(size), box.w).height
        page.words_at(Box(box.x, y, box.w, took), block.spans, LEAD.sized(size), page.ink, page.paper)
        y += took + 20
    page.overflows |= y - 20 > box.bottom + 0.5


def _height(page: Page, told: tuple[Block, ...], size: float, width: float) -> float:
    return sum(page.extent(b.spans, LEAD.sized(size), width).height + 20 for b in told) - 20


def _breaths(page: Page, count: int, foot: float) -> float:
    """One disc a breath, and how many there are; returns where they begin."""
    words = spans(page.words["breath" if count == 1 else "breaths"].format(count=count))
    top = foot - DOT - 84
    page.words_at(Box(page.left, top, _art(page).x - page.left - 48, 66), words, HEADING, page.ink, page.paper, "label")
    teal, breath = page.hue("teal"), _breath(page)
    for at in range(count):
        dot = Box(page.left + at * (DOT + 18), foot - DOT, DOT, DOT)
        if breath is None or at <= breath.number:
            page.disc(dot, teal.base)
        else:
            page.disc(dot, "", teal.line, 5)
    return top


def _sun(page: Page, art: Box) -> None:
    """A sun half sunk behind two low hills, in rings as wide as a breath; while one is taken, as wide as that is."""
    sun, hill = page.hue("sun"), Box(art.x, art.bottom - art.w * 300 / 690, art.w, art.w * 300 / 690)
    middle, centre = art.x + art.w / 2, hill.y + hill.h * 0.4 - art.w * 0.42
    rim = page.theme.quiet if page.theme.edge else page.theme.card  # to be seen on black too
    breath = _breath(page)
    rings = [(0.8, sun.tint), (0.6, sun.mid)] if breath is None else [(CORE + (1 - CORE) * breath.full, sun.mid)]
    for share, fill in ((1.0, rim), *rings, (CORE, sun.base)):
        size = art.w * share
        page.disc(Box(middle - size / 2, centre - size / 2, size, size), fill)
    core = Box(middle - art.w * CORE / 2, centre - art.w * CORE / 2, art.w * CORE, art.w * CORE)
    if breath is not None:
        word = (Span(page.words["breathe_in" if breath.inward else "breathe_out"]),)
        page.words_at(core.inset(12), word, HEADING, sun.on_base, sun.base, "timer", "center", "middle")
    elif _step(page).breaths and page.view.timer is None:
        page.icon("wind", core.inset(core.w * 0.3), sun.on_base)
    page.items.append(Picture(hill, str(RESOURCES / "art" / "hill.svg")))
