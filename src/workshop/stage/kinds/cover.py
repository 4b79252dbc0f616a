"""The first slide of a lesson, when it has a title and a picture: the lesson's cover."""

from __future__ import annotations

from workshop.stage.displaylist import Box, Shape, Span, Style
from workshop.stage.page import LABEL, LEAD, Page
from workshop.stage.rich import Block, blocks

SIZES = (164.0, 144.0, 124.0, 108.0, 96.0, 84.0, 72.0)
CHIPS_TOP = 942.0


def beats(page: Page) -> int:
    return 1


def draw(page: Page) -> None:
    sun, wide = page.hue("sun"), page.canvas.wide
    page.lay_paper()
    art = Box(840, 0, 1080, 1080) if wide else Box(880, 520, 560, 560)
    page.media(page.view.step.image, art, "cover", anchor="bottom")
    page.tab(page.setting.occasion or page.words["cover"], "sun", sun.base, sun.on_base)
    width = art.x - page.left - 16
    _words(page, width if wide else page.width, width)
    _chips(page)
    page.progress(0)


def _words(page: Page, title_width: float, lead_width: float) -> None:
    """The title from the top; the first paragraph right above the chips, as far from the title as there is room."""
    step = page.view.step
    lead: list[Block] = [b for b in blocks(getattr(step, "text", "")) if not b.number][:1]
    took = page.extent(lead[0].spans, LEAD, lead_width).height if lead else 0
    title = (Span(step.title),)
    bottom = CHIPS_TOP - 60 - took if page.canvas.wide else 510
    room = Box(page.left, 206, title_width, bottom - 206)
    style = next((s for s in _styles() if page.fits(title, s, room)), _styles()[-1])
    end = page.words_at(room, title, style, page.ink, page.paper, "title").bottom
    if lead:
        below = Box(page.left + 4, max(end + 30, CHIPS_TOP - 32 - took), lead_width, took)
        page.words_at(below, lead[0].spans, LEAD, page.ink, page.paper)


def _styles() -> list[Style]:
    return [Style(size, "head", 700, 1.02, -0.02) for size in SIZES]


def _chips(page: Page) -> None:
    lesson, sun = page.setting.lesson, page.hue("sun")
    x = page.left
    if lesson.ages:
        ages = page.words["ages"].format(ages=str(lesson.ages).replace("-", "–"))
        x = _chip(page, x, ages, page.theme.ink, page.theme.paper)
    if lesson.minutes:
        _chip(page, x, page.words["minutes"].format(count=lesson.minutes), sun.tint, sun.on_tint)


def _chip(page: Page, x: float, text: str, fill: str, color: str) -> float:
    width = page.extent((Span(text),), LABEL, 900).width + 60
    box = Box(x, CHIPS_TOP, width, 84)
    page.shape(Shape(box, fill, page.theme.edge, 4 if page.theme.edge else 0, (24,) * 4))
    page.words_at(box, (Span(text),), LABEL, color, fill, "label", "center", "middle")
    return x + width + 20
