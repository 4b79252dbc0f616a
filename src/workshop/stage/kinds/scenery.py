"""A quiet landscape of a few large shapes, in the theme's own colours: a sun, clouds, hills and a plant."""

from __future__ import annotations

from workshop.stage.displaylist import Box, Shape
from workshop.stage.page import Page


def draw_landscape(page: Page) -> None:
    """A whole page of it without a word: what a class sees while the step is put away."""
    wide, canvas, sun = page.canvas.wide, page.canvas, page.hue("sun")
    page.lay_paper(page.hue("sky").tint)
    page.disc(Box(canvas.width * 0.58, 210, 560, 560), sun.base)
    cloud(page, page.left + 120, 210, 1.0)
    cloud(page, canvas.width - (420 if wide else 330), 150, 0.8)
    cloud(page, page.left + (620 if wide else 470), 400, 0.62)
    hills(page, 690)
    plant(page, canvas.width * 0.23, 890, 1.3)
    plant(page, canvas.width * 0.23 + 150, 936, 0.8)


def hills(page: Page, top: float) -> None:
    """Two hills over the whole width, their feet below the page's edge."""
    width, (back, front) = page.canvas.width, _greens(page)
    height = page.canvas.height
    page.disc(Box(width * -0.35, top, width * 1.15, (height - top) * 2.6), back)
    page.disc(Box(width * 0.22, top + (height - top) * 0.28, width * 1.2, (height - top) * 2.2), front)
    page.disc(Box(width * -0.4, top + (height - top) * 0.55, width * 1.3, (height - top) * 2), front)


def cloud(page: Page, x: float, y: float, scale: float) -> None:
    """A cloud 230 wide at scale 1, (x, y) its top left corner."""
    fill = page.theme.quiet if page.theme.dark else page.theme.card
    page.disc(Box(x + 40 * scale, y + 16 * scale, 84 * scale, 84 * scale), fill)
    page.disc(Box(x + 92 * scale, y, 104 * scale, 104 * scale), fill)
    page.shape(Shape(Box(x, y + 54 * scale, 230 * scale, 62 * scale), fill, radii=(31 * scale,) * 4))


def plant(page: Page, x: float, foot: float, scale: float) -> None:
    """A stem with five leaves; (x, foot) is where it comes out of the ground."""
    sun, teal = page.hue("sun").base, page.hue("teal")
    light = teal.base if page.theme.dark else teal.mid
    stem = 11 * scale
    page.shape(Shape(Box(x - stem / 2, foot - 170 * scale, stem, 170 * scale), sun, radii=(stem / 2,) * 4))
    for up, size, fill in ((40, 76, light), (98, 62, sun)):
        leaf, y = size * scale, foot - (up + size * 0.9) * scale
        page.shape(Shape(Box(x - leaf, y, leaf, leaf), light, radii=(0, leaf, 0, leaf)))
        page.shape(Shape(Box(x, y, leaf, leaf), fill, radii=(leaf, 0, leaf, 0)))
    bud = 46 * scale
    page.disc(Box(x - bud / 2, foot - 238 * scale, bud, bud * 1.9), light)


def _greens(page: Page) -> tuple[str, str]:
    """The far and the near hill, darker towards the viewer on light and on dark paper alike."""
    teal = page.hue("teal")
    return (teal.mid, teal.tint) if page.theme.dark else (teal.base, teal.deep)
