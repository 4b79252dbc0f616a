"""The display list: plain items in the order they are painted, in canvas units.

A canvas is 1920x1080 (16:9) or 1440x1080 (4:3), whatever the size of the screen. Painting, hit-testing, the
accessibility tree, the check for size and contrast, and the HTML export all read this one list.
"""

from __future__ import annotations

from typing import NamedTuple

MIN_DESIGN = 54.0  # 1/20 of the canvas height: the smallest text by design
MIN_FITTED = 45.0  # 1/24: the smallest that fitting may go


class Canvas(NamedTuple):
    """The fixed canvas in its own units."""

    width: float
    height: float

    @property
    def wide(self) -> bool:
        return self.width > 1600


WIDE = Canvas(1920, 1080)
STANDARD = Canvas(1440, 1080)


def canvas_for(width: float, height: float) -> Canvas:
    """The canvas that suits a screen: 4:3 below an aspect ratio of 1.5, else 16:9."""
    return STANDARD if height and width / height < 1.5 else WIDE


class Box(NamedTuple):
    """A rectangle in canvas units."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    def inset(self, dx: float, dy: float | None = None) -> Box:
        dy = dx if dy is None else dy
        return Box(self.x + dx, self.y + dy, self.w - 2 * dx, self.h - 2 * dy)

    def contains(self, x: float, y: float) -> bool:
        return self.x <= x < self.right and self.y <= y < self.bottom


class Span(NamedTuple):
    """Words in one style."""

    text: str
    bold: bool = False
    italic: bool = False


class Style(NamedTuple):
    """How a text is set. `size` in canvas units, `leading` in sizes, `tracking` in sizes (negative is tighter)."""

    size: float
    face: str = "text"  # "head" is Lexend, "text" Atkinson Hyperlegible
    weight: int = 400
    leading: float = 1.25
    tracking: float = 0.0
    tabular: bool = False

    def sized(self, size: float) -> Style:
        return self._replace(size=size)


class Shape(NamedTuple):
    """A filled or outlined rectangle, ellipse or arc.

    `radii` are the corners from top left, clockwise. An arc runs clockwise from `start`, degrees from twelve o'clock,
    over `sweep` degrees, drawn with `stroke` in a pen `width` wide with round ends. Colours are "#rrggbb" or "".
    """

    box: Box
    fill: str = ""
    stroke: str = ""
    width: float = 0.0
    radii: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    form: str = "rect"  # rect, ellipse, arc, line (from top left to bottom right of the box)
    dash: tuple[float, ...] = ()
    start: float = 0.0
    sweep: float = 360.0


class TextBlock(NamedTuple):
    """Words in a box. `on` is the colour behind them, for the contrast check; `role` says what they are to a reader.

    Lines are broken at the box's width; its height is what they take. `align` is relative to the reading direction;
    `order` is the place in reading order.
    """

    box: Box
    spans: tuple[Span, ...]
    style: Style
    color: str
    on: str
    role: str = "text"  # title, label, text, choice, answer, bubble, timer, count, mark
    align: str = "start"  # start, center, end
    order: int = 0
    rtl: bool = False

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


class Picture(NamedTuple):
    """A picture. `source` is an absolute path; `fit` is contain (whole) or cover (cut to the box)."""

    box: Box
    source: str
    alt: str = ""
    fit: str = "contain"
    radii: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    anchor: str = "center"  # top, center or bottom
    order: int = 0


class Icon(NamedTuple):
    """An icon by its Lucide name, on a 24 grid; `stroke` in that grid's units."""

    box: Box
    name: str
    color: str
    stroke: float = 2.0


class Flecks(NamedTuple):
    """The paper's grain: always the same flecks, in this colour with this opacity (0 to 1)."""

    color: str
    opacity: float


class Control(NamedTuple):
    """A place that can be pressed, and what it is called. It draws nothing."""

    box: Box
    action: str  # "choose:1", "reveal", …
    label: str
    order: int = 0


Item = Shape | TextBlock | Picture | Icon | Flecks | Control


class DisplayList(NamedTuple):
    """One picture of the stage."""

    canvas: Canvas
    background: str
    items: tuple[Item, ...]
    name: str = ""  # for a screen reader: "Step 3 of 14, discussion: What helps you trust someone?"

    def texts(self) -> list[TextBlock]:
        """The words, in reading order."""
        return sorted((i for i in self.items if isinstance(i, TextBlock)), key=lambda i: i.order)

    def controls(self) -> list[Control]:
        return sorted((i for i in self.items if isinstance(i, Control)), key=lambda i: i.order)

    def hit(self, x: float, y: float) -> Control | None:
        """The topmost control at a point of the canvas."""
        found = [c for c in self.items if isinstance(c, Control) and c.box.contains(x, y)]
        return found[-1] if found else None
