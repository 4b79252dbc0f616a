"""The display list: plain items in the order they are painted, in canvas units.

A canvas is 1920x1080 (16:9) or 1440x1080 (4:3), whatever the size of the screen. Painting, hit-testing, the
accessibility tree, the check for size and contrast, and the HTML export all read this one list.
"""

from __future__ import annotations

from typing import NamedTuple

MIN_DESIGN = 54.0  # 1/20 of the canvas height: the smallest text by design
MIN_FITTED = 45.0  # 1/24: the smallest that fitting may go


WORK = ("take", "put", "lift", "mark", "find")  # actions at the board


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


class Ink(NamedTuple):
    """A line drawn by hand through its points. `box` holds all of its paint; `on` is the thin edge that parts it."""

    box: Box
    points: tuple[tuple[float, float], ...]
    color: str
    on: str
    width: float


class Control(NamedTuple):
    """A place that can be pressed, and what it is called. It draws nothing.

    On a step that is worked at the board, `key` is the number key that does the same, or "Shift+1", …; `item` is what
    can be dragged away from here and `place` where an item that is let go here belongs; -1 for none. One that only
    takes what is let go has no action and no label. Numbers are those of `session.board`.
    """

    box: Box
    action: str  # "choose:1", "reveal", "put:3:0", …
    label: str
    order: int = 0
    key: str = ""
    item: int = -1
    place: int = -1

    @property
    def works(self) -> bool:
        """Whether it belongs to what the class does at the board."""
        return self.place >= 0 or self.action.partition(":")[0] in WORK


Item = Shape | TextBlock | Picture | Icon | Flecks | Ink | Control


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
        found = self._hits(x, y)
        return found[-1] if found else None

    def place_at(self, x: float, y: float) -> Control | None:
        """The place to which an item belongs that is let go at a point of the canvas."""
        return next((c for c in reversed(self._hits(x, y)) if c.place >= 0), None)

    def is_amid_work(self, x: float, y: float) -> bool:
        """Whether a point lies amid what the class works at: a press there that hits nothing just missed."""
        works = [c.box for c in self.items if isinstance(c, Control) and c.works]
        if not works:
            return False
        works += [i.box for i in self.items if isinstance(i, Picture) and i.order]
        left, top = min(box.x for box in works), min(box.y for box in works)
        right, bottom = max(box.right for box in works), max(box.bottom for box in works)
        return Box(left, top, right - left, bottom - top).contains(x, y)

    def _hits(self, x: float, y: float) -> list[Control]:
        return [c for c in self.items if isinstance(c, Control) and c.box.contains(x, y)]
