"""A cool-down before leaving: a few slow breaths, and a quiet place to rest the eyes on. Nothing moves."""

from __future__ import annotations

from typing import cast

from workshop.lesson.model import Calm
from workshop.paths import RESOURCES
from workshop.stage.displaylist import Box, Picture
from workshop.stage.page import HEADING, LEAD, Page
from workshop.stage.rich import Block, blocks, spans

DOT = 56.0
TEXT_SIZES = (60.0, 54.0, 50.0, 45.0)


def beats(page: Page) -> int:
    return 1


def draw(page: Page) -> None:
    step, sky = _step(page), page.hue("sky")
    page.lay_paper(sky.tint)
    page.tab(page.words["calm"], "wind", sky.deep, sky.on_deep)
    art = _art(page)
    if not (step.image and page.media(step.image, art)):
        _breath(page, art)
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
    for at in range(count):
        page.disc(Box(page.left + at * (DOT + 18), foot - DOT, DOT, DOT), page.hue("teal").base)
    return top


def _breath(page: Page, art: Box) -> None:
    """A sun that widens as a slow breath does, half sunk behind two low hills."""
    sun, hill = page.hue("sun"), Box(art.x, art.bottom - art.w * 300 / 690, art.w, art.w * 300 / 690)
    middle, centre = art.x + art.w / 2, hill.y + hill.h * 0.4 - art.w * 0.42
    rim = page.theme.quiet if page.theme.edge else page.theme.card  # to be seen on black too
    for share, fill in ((1.0, rim), (0.8, sun.tint), (0.6, sun.mid), (0.4, sun.base)):
        size = art.w * share
        page.disc(Box(middle - size / 2, centre - size / 2, size, size), fill)
    page.items.append(Picture(hill, str(RESOURCES / "art" / "hill.svg")))
