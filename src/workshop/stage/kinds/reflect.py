"""An exit ticket: one question with much space around it, for oneself alone."""

from __future__ import annotations

from typing import cast

from workshop.lesson.model import Reflect
from workshop.stage.displaylist import Box
from workshop.stage.kinds.slide import art_box, column_width
from workshop.stage.page import HEADING, LEAD, TITLE, TITLE_SIZES, Page
from workshop.stage.rich import spans

DISC = 152.0
TOP = 214.0


def beats(page: Page) -> int:
    return 1


def draw(page: Page) -> None:
    step, lilac = _step(page), page.hue("lilac")
    page.lay_paper(lilac.tint)
    page.tab(page.words["reflect"], "sprout", lilac.deep, lilac.on_deep)
    if step.image:
        page.media(step.image, art_box(page))
    page.icon_disc(Box(page.left, TOP, DISC, DISC), "pen", lilac.deep, lilac.on_deep)
    if step.title:
        beside = Box(page.left + DISC + 36, TOP - 24, column_width(page) - DISC - 36, DISC + 48)
        page.words_at(beside, spans(step.title), HEADING, page.ink, page.paper, "label", valign="middle")
    top = TOP + DISC + 44
    _question(page, top)
    note = spans(page.words["only_you"])
    took = page.extent(note, LEAD, column_width(page)).height
    box = Box(page.left, page.bottom - 24 - took, column_width(page), took)
    page.words_at(box, note, LEAD, page.ink, page.paper)
    page.marks()
    page.progress(page.share())


def _question(page: Page, top: float) -> None:
    """The question as large as it goes, down to where the line below it begins."""
    words = spans(_step(page).ask)
    room = Box(page.left, top, column_width(page), page.bottom - 200 - top)
    styles = [TITLE._replace(size=size, leading=1.1) for size in TITLE_SIZES]
    style = next((s for s in styles if page.fits(words, s, room)), styles[-1])
    room = room._replace(w=page.balanced(words, style, room.w))
    page.words_at(room, words, style, page.ink, page.paper, "title")


def _step(page: Page) -> Reflect:
    return cast(Reflect, page.view.step)
