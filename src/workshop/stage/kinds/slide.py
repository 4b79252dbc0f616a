"""Something to show: a title, a few lines, a picture. Too much text goes on in a second part."""

from __future__ import annotations

from typing import cast

from workshop.lesson.model import Slide
from workshop.stage.displaylist import Box, Shape
from workshop.stage.page import Page
from workshop.stage.rich import blocks
from workshop.stage.rows import Row, draw_rows, in_parts, rows


def beats(page: Page) -> int:
    return parts(page)


def parts(page: Page) -> int:
    return len(_parts(page))


def draw(page: Page) -> None:
    step = _step(page)
    lay_background(page)
    ink = page.theme.ink
    page.tab(page.words["slide"], "lightbulb", ink, page.theme.paper, page.hue("sky").base)
    top = _title(page)
    dealt = _parts(page)
    part, size = dealt[min(page.view.beat, len(dealt) - 1)]
    draw_rows(page, part, _body(page, top), size)
    if step.image:
        page.media(step.image, art_box(page, top))
    page.marks()
    page.progress(page.share())


def lay_background(page: Page) -> None:
    """The step's own ground: a colour of the theme, #rrggbb, or a picture with a panel for the words."""
    ground = page.view.step.background
    if ground in page.theme.hues:
        page.lay_paper(page.hue(ground).tint)
    elif ground.startswith("#"):
        page.lay_paper(ground, flecks=False)
    elif ground and page.media(ground, Box(0, 0, page.canvas.width, page.canvas.height), "cover"):
        page.shape(Shape(Box(0, 0, page.canvas.width * 0.62, page.canvas.height), page.paper))
    else:
        page.lay_paper()


def art_box(page: Page, title_end: float = 0) -> Box:
    """Where a step's picture stands beside its words; on a 4:3 screen below the title."""
    if page.canvas.wide:
        return Box(1168, 190, page.right - 1168, 700)
    top = max(330, title_end + 50)
    return Box(page.right - 400, top, 400, page.bottom - 30 - top)


def column_width(page: Page) -> float:
    """The width of the words beside a picture, or of the whole page where there is none."""
    if page.view.step.image:
        return art_box(page).x - page.left - (40 if page.canvas.wide else 36)
    return page.width


def _title(page: Page) -> float:
    beside = page.view.step.image and page.canvas.wide
    return page.title(_step(page).title, column_width(page) if beside else page.width)


def _body(page: Page, top: float) -> Box:
    start = top + (50 if _step(page).title else 0)
    return Box(page.left, start, column_width(page), page.bottom - start)


def _parts(page: Page) -> list[tuple[list[Row], float]]:
    """The text in parts, measured below the title without drawing anything."""
    shadow = Page(page.setting, page.view, page.canvas, page.theme, page.measure)
    return in_parts(page, rows(page, blocks(_step(page).text)), _body(shadow, _title(shadow)))


def _step(page: Page) -> Slide:
    return cast(Slide, page.view.step)
