"""What a projector shows while a room is made ready: the number of its screen, and a chart for the back row's eyes."""

from __future__ import annotations

from workshop.session.view import View
from workshop.stage.displaylist import MIN_DESIGN, MIN_FITTED, Box, Canvas, DisplayList, Shape, Span, Style
from workshop.stage.kinds.scenery import cloud, hills
from workshop.stage.measure import Measure
from workshop.stage.page import TEXT, Page, Setting
from workshop.stage.theme import Theme

CHART = (
    (150.0, "S O Z"),
    (112.0, "H N D C"),
    (84.0, "V K R S O"),
    (66.0, "N Z C D H"),
    (MIN_DESIGN, "K O R V S N"),
    (MIN_FITTED, "D S N R Z C K"),
)
"""Lines of a chart: size in canvas units and Sloan's letters, which are about as hard to read as one another.

The last line has the smallest size that a lesson's words may be fitted to.
"""


def number_sheet(
    setting: Setting, theme: Theme, measure: Measure, canvas: Canvas, number: int, name: str
) -> DisplayList:
    """A screen's number, large enough for the far end of a room, and its name."""
    page = _page(setting, theme, measure, canvas)
    sky, sun = page.hue("sky"), page.hue("sun")
    page.lay_paper(sky.tint)
    cloud(page, page.left + 60, 190, 1.0)
    cloud(page, page.right - 260, 120, 0.8)
    disc = Box(canvas.width / 2 - 350, 90, 700, 700)
    page.disc(disc, sun.base)
    hills(page, 760)
    digits = Style(470, "head", 700, 1.0, tabular=True)
    words = (Span(str(number)),)
    page.words_at(disc, words, digits, sun.on_base, sun.base, "count", "center", "middle")
    label = Style(MIN_DESIGN, "head", 600, 1.2)
    width = min(page.width, page.extent((Span(name),), label, 4000).width + 96)
    plate = Box((canvas.width - width) / 2, 880, width, 108)
    page.panel(plate, theme.card)
    page.words_at(plate.inset(40, 12), (Span(name),), label, theme.ink, theme.card, "label", "center", "middle")
    return DisplayList(canvas, page.paper, tuple(page.items), f"Screen {number}")


def eye_chart(setting: Setting, theme: Theme, measure: Measure, canvas: Canvas) -> DisplayList:
    """Letters in lines, down to the smallest that a lesson shows; the last line lies on a strip of its own."""
    page = _page(setting, theme, measure, canvas)
    page.lay_paper()
    y = 84.0
    for size, letters in CHART:
        style = TEXT._replace(size=size, leading=1.2)
        room = Box(page.left, y, page.width, size * 1.2)
        if size == MIN_FITTED:
            room = room._replace(y=y + 20)
            _strip(page, room, page.extent(_spaced(letters), style, page.width).width)
        page.words_at(room, _spaced(letters), style, page.ink, page.paper, align="center")
        y = room.bottom + 34
    return DisplayList(canvas, page.paper, tuple(page.items), "Eye chart")


def _strip(page: Page, line: Box, width: float) -> None:
    """Marks at either end of a line, so that it can be found from afar."""
    color, middle = page.hue("coral").line, page.canvas.width / 2
    for x in (middle - width / 2 - 190, middle + width / 2 + 70):
        page.shape(Shape(Box(x, line.y + line.h / 2 - 7, 120, 14), color, radii=(7,) * 4))


def _spaced(letters: str) -> tuple[Span, ...]:
    return (Span(letters.replace(" ", "\u2003")),)  # an em apart, as on an optician's chart


def _page(setting: Setting, theme: Theme, measure: Measure, canvas: Canvas) -> Page:
    return Page(setting, View(setting.lesson.steps[0], 0, 1), canvas, theme, measure)
