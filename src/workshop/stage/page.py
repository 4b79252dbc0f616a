"""One page being composed: the grid, the frame that all steps share, and words fitted into boxes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

from workshop.lesson.model import Lesson
from workshop.paths import RESOURCES
from workshop.session.view import View
from workshop.stage.displaylist import (
    MIN_DESIGN,
    MIN_FITTED,
    Box,
    Canvas,
    Control,
    Flecks,
    Icon,
    Item,
    Picture,
    Shape,
    Span,
    Style,
    TextBlock,
)
from workshop.stage.measure import Extent, Measure
from workshop.stage.picturesize import natural_size
from workshop.stage.rich import spans
from workshop.stage.theme import Hue, Theme, readable_on

TITLE = Style(120, "head", 700, 1.06, -0.015)
HEADLINE = Style(96, "head", 700, 1.1, -0.012)
HEADING = Style(60, "head", 700, 1.1)
LABEL = Style(54, "head", 600, 1.2)
LEAD = Style(60)
TEXT = Style(54, leading=1.22)
TITLE_SIZES = (120.0, 108.0, 96.0, 84.0, 72.0, 60.0, 54.0, 48.0)
BODY_TOP = 298.0
# What a line can't be broken in: a soft hyphen may break a long word, and a no-break space breaks nothing.
_PIECES = re.compile(r"(?:[^\s/–—\u00ad-]|[\u00a0\u202f])+[/–—-]?")


class HelpLine(NamedTuple):
    """One row of the help card: an icon in a hue, what to ask or dial, and a note."""

    icon: str
    hue: str
    head: str
    note: str


class Setting(NamedTuple):
    """What a page needs to know beside the step: the lesson and its room.

    `folder` is where the lesson's media are. `help` are the rows of the help card, `help_more` those that follow in a
    help step, `rules` the school's own ground rules, `occasion` a word for the cover's tab, such as “Safer Internet
    Day” in that week. `box` tells the class with the ground rules how the question box works.
    """

    lesson: Lesson
    folder: Path
    words: dict[str, Any]
    help: tuple[HelpLine, ...] = ()
    help_more: tuple[HelpLine, ...] = ()
    rules: tuple[str, ...] = ()
    occasion: str = ""
    box: bool = False
    rtl: bool = False


class Page:
    """Collects the items of one display list. Boxes are in canvas units; `order` counts up as words are added."""

    def __init__(self, setting: Setting, view: View, canvas: Canvas, theme: Theme, measure: Measure) -> None:
        self.setting, self.view, self.canvas, self.theme, self.measure = setting, view, canvas, theme, measure
        self.words = setting.words
        self.paper, self.ink = theme.paper, theme.ink
        self.items: list[Item] = []
        self.overflows = False  # set when words had no room even at the smallest size
        self.order = 0
        self.margin = 96.0 if canvas.wide else 72.0
        self.left, self.right = self.margin, canvas.width - self.margin
        self.width = self.right - self.left
        self.bottom = 932.0 if setting.lesson.sensitive else 1012.0  # where the body ends: above the marks, if any

    # --- shapes and pictures ---------------------------------------------------------------------

    def hue(self, name: str) -> Hue:
        return self.theme.hues[name]

    def panel(self, box: Box, fill: str, radius: float = 24, outline: str = "", thick: float = 0) -> None:
        """A filled card; its outline lies inside the box. Themes that need edges give it one."""
        outline, thick = (outline, thick) if outline else (self.theme.edge, 4 if self.theme.edge else 0)
        self.items.append(Shape(box, fill, outline, thick, (radius,) * 4))

    def shape(self, shape: Shape) -> None:
        self.items.append(shape)

    def disc(self, box: Box, fill: str, outline: str = "", thick: float = 0) -> None:
        self.items.append(Shape(box, fill, outline, thick, form="ellipse"))

    def icon(self, name: str, box: Box, color: str, stroke: float = 2.2) -> None:
        self.items.append(Icon(box, name, color, stroke))

    def icon_disc(self, box: Box, icon: str, fill: str, color: str, share: float = 0.54) -> None:
        """An icon in a filled disc, `share` of its width wide."""
        self.disc(box, fill)
        edge = box.w * (1 - share) / 2
        self.icon(icon, box.inset(edge), color)

    def letter_disc(self, box: Box, letter: str, fill: str, color: str) -> None:
        """A letter or number in a disc."""
        self.disc(box, fill)
        size = max(MIN_FITTED, min(66.0, round(box.w * 0.645)))
        style = Style(size, "head", 700, box.h / size)
        self.words_at(box, (Span(letter),), style, color, fill, "label", "center")

    def media(self, name: str, box: Box, fit: str = "contain", radius: float = 0, anchor: str = "center") -> bool:
        """A picture from the lesson's media; False where there is none of that name."""
        media = self.setting.lesson.media.get(name)
        if media is None:
            return False
        source = str(self.setting.folder / media.file)
        alt = "" if media.decorative else media.alt
        if self.theme.mat and fit == "contain":
            box = _shaped(box, natural_size(source), anchor)
            self.panel(box, self.theme.mat)
            box = box.inset(20)
        self.items.append(Picture(box, source, alt, fit, (radius,) * 4, anchor, self._next_order()))
        return True

    def art(self, name: str, box: Box, fit: str = "contain", radius: float = 0, anchor: str = "center") -> None:
        """A shipped illustration that tells nothing beside the words."""
        source = str(RESOURCES / "art" / f"{name}.svg")
        self.items.append(Picture(box, source, "", fit, (radius,) * 4, anchor))

    def control(self, box: Box, action: str, label: str, key: str = "", item: int = -1, place: int = -1) -> None:
        self.items.append(Control(box, action, label, self._next_order(), key, item, place))

    # --- words -----------------------------------------------------------------------------------

    def extent(self, words: tuple[Span, ...], style: Style, width: float) -> Extent:
        return self.measure.extent(words, style, width)

    def fitted(self, words: tuple[Span, ...], style: Style, box: Box, least: float = MIN_FITTED) -> Style:
        """The style at the largest size, from its own down to `least`, at which the words fit the box."""
        size = style.size
        while size > least and not self.fits(words, style.sized(size), box):
            size = max(least, size - 3)
        return style.sized(size)

    def balanced(self, words: tuple[Span, ...], style: Style, width: float) -> float:
        """The narrowest width that takes no more lines than `width` does: no last line of one lonely word."""
        lines = self.extent(words, style, width).lines
        if lines == 1:
            return width
        low, high = width * 0.4, width
        while high - low > 12:
            middle = (low + high) / 2
            took = self.extent(words, style, middle)
            narrower = took.lines <= lines and took.width <= middle and self.unbroken(words, style, middle)
            low, high = (low, middle) if narrower else (middle, high)
        return high

    def fits(self, words: tuple[Span, ...], style: Style, box: Box) -> bool:
        """Whether words fit a box at that style, without a word torn in two."""
        took = self.extent(words, style, box.w)
        return took.height <= box.h + 0.5 and took.width <= box.w + 0.5 and self.unbroken(words, style, box.w)

    def unbroken(self, words: tuple[Span, ...], style: Style, width: float) -> bool:
        """Whether each word fits into a line of that width."""
        for span in words:
            for word in _PIECES.findall(span.text):
                suspect = len(word) * style.size > width  # hardly a letter is as wide as it is high
                if suspect and self.extent((span._replace(text=word),), style, 1e5).width > width + 0.5:
                    return False
        return True

    def words_at(
        self,
        box: Box,
        words: tuple[Span, ...],
        style: Style,
        color: str,
        on: str,
        role: str = "text",
        align: str = "start",
        valign: str = "top",
        least: float = MIN_FITTED,
    ) -> Box:
        """Put words into a box, made smaller where they must be; returns the box they took."""
        style = self.fitted(words, style, box, least)
        took = self.extent(words, style, box.w)
        if not self.fits(words, style, box):
            self.overflows = True
        spare = max(0.0, box.h - took.height)
        y = box.y + {"top": 0.0, "middle": spare / 2, "bottom": spare}[valign]
        taken = Box(box.x, y, box.w, took.height)
        order = self._next_order()
        self.items.append(TextBlock(taken, words, style, color, on, role, align, order, self.setting.rtl))
        return taken

    def say(
        self, box: Box, text: str, style: Style = TEXT, role: str = "text", align: str = "start", valign: str = "top"
    ) -> Box:
        """Words of the lesson in ink on paper; returns the box they took."""
        return self.words_at(box, spans(text), style, self.ink, self.paper, role, align, valign)

    def _next_order(self) -> int:
        self.order += 1
        return self.order

    def share(self) -> float:
        """How far the lesson has come with this step, 0 to 1."""
        return (self.view.at + 1) / max(1, self.view.total)

    # --- the frame -------------------------------------------------------------------------------

    def lay_paper(self, color: str = "", flecks: bool = True) -> None:
        """The ground of the page, and ink that can be read on it."""
        if color:
            self.paper = color
            self.ink = readable_on(color, self.theme.ink)
        if flecks and self.theme.fleck_opacity:
            self.items.append(Flecks(self.theme.fleck, self.theme.fleck_opacity))

    def tab(self, label: str, icon: str, fill: str, color: str, icon_color: str = "", left: float = 0) -> Box:
        """The tab that hangs from the top edge, at the margin or `left`, and says what kind of step this is."""
        left = left or self.left
        box = Box(left, 0, self.tab_width(label), 104)
        self.shape(Shape(box, fill, radii=(0, 0, 24, 24)))
        self.icon(icon, Box(left + 32, 24, 56, 56), icon_color or color)
        self.words_at(Box(left + 108, 0, box.w, 104), (Span(label),), LABEL, color, fill, "label", valign="middle")
        return box

    def tab_width(self, label: str) -> float:
        return 32 + 56 + 20 + self.extent((Span(label),), LABEL, 2000).width + 36

    def title(self, text: str, width: float = 0, lines: int = 2, largest: float = 120, top: float = 158) -> float:
        """The large line or two at the top, at the largest size that keeps to `lines`; returns where it ends."""
        if not text:
            return top
        words, width = spans(text), width or self.width
        style = next((s for s in self._title_styles(largest) if self._in_lines(words, s, width, lines)), None)
        style = style or TITLE.sized(TITLE_SIZES[-1])
        room = Box(self.left, top, self.balanced(words, style, width), style.size * style.leading * lines)
        return self.words_at(room, words, style, self.ink, self.paper, "title").bottom

    def _title_styles(self, largest: float) -> list[Style]:
        return [TITLE._replace(size=s, leading=1.06 if s > 108 else 1.1) for s in TITLE_SIZES if s <= largest]

    def _in_lines(self, words: tuple[Span, ...], style: Style, width: float, lines: int) -> bool:
        took = self.extent(words, style, width)
        return took.lines <= lines and took.width <= width and self.unbroken(words, style, width)

    def headline(self, text: str, room: Box, largest: float = 96.0) -> float:
        """A title or question at the largest size, from `largest` down, that its room holds; returns where it ends."""
        if not text:
            return room.y
        words = spans(text)
        sizes = (largest, *(size for size in TITLE_SIZES if size < largest), MIN_FITTED)
        styles = [HEADLINE.sized(size) for size in sizes]
        style = next((s for s in styles if self.fits(words, s, room)), styles[-1])
        box = room._replace(w=self.balanced(words, style, room.w))
        return self.words_at(box, words, style, self.ink, self.paper, "title").bottom

    def marks(self) -> None:
        """On sensitive lessons: the right to pass, and the way to help."""
        if not self.setting.lesson.sensitive:
            return
        color, style = self.hue("teal").line, Style(MIN_DESIGN, "text", 700, 72 / 54)
        self.icon("hand", Box(self.left, 966, 52, 52), color)
        row = Box(self.left + 70, 956, 600, 72)
        self.words_at(row, (Span(self.words["pass"]),), style, color, self.paper, "mark")
        talk = (Span(self.words["talk" if self.canvas.wide else "talk_short"]),)
        width = self.extent(talk, style, 1400).width + 1
        row = Box(self.right - 70 - width, 956, width, 72)
        self.words_at(row, talk, style, color, self.paper, "mark", "end")
        self.icon("life-buoy", Box(self.right - 52, 966, 52, 52), color)
        self.control(Box(row.x, 948, self.right - row.x, 88), "help", self.words["talk"])

    def progress(self, share: float, color: str = "") -> None:
        """How far the lesson has come, 0 to 1, along the bottom edge."""
        width, height = self.canvas.width, self.canvas.height
        self.shape(Shape(Box(0, height - 12, width, 12), self.theme.track))
        if share > 0:
            end = 0 if share >= 1 else 6
            self.shape(Shape(Box(0, height - 12, width * share, 12), color or self.ink, radii=(0, end, end, 0)))


def _shaped(box: Box, size: tuple[float, float] | None, anchor: str) -> Box:
    """The part of a box that a picture of that size fills, with the 20 units of its mat all round."""
    if size is None or min(size) <= 0:
        return box
    scale = min((box.w - 40) / size[0], (box.h - 40) / size[1])
    w, h = size[0] * scale + 40, size[1] * scale + 40
    y = {"top": box.y, "bottom": box.bottom - h}.get(anchor, box.y + (box.h - h) / 2)
    return Box(box.x + (box.w - w) / 2, y, w, h)
