"""A step, what has happened on it, a canvas and a theme become a display list. The one way to draw a step."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from workshop.session.view import View
from workshop.stage.displaylist import Box, Canvas, Control, DisplayList, Icon, Item, Picture, Shape, TextBlock
from workshop.stage.measure import Measure
from workshop.stage.page import Page, Setting
from workshop.stage.rich import plain
from workshop.stage.theme import Theme


class Drawer(Protocol):
    """What each module of `kinds` offers.

    One whose content may be dealt over several pictures, because one doesn't hold it, also has `parts`, which is made
    like `beats` and tells how many.
    """

    def beats(self, page: Page) -> int:
        """How many reveals the page's step has."""

    def draw(self, page: Page) -> None:
        """Put the step on the page as its view says."""


MODULES = {"help": "helpcard"}
COVERS = {"help": "help_title", "box": "box_title"}  # what a screen reader calls a cover, if not a dark or calm screen


@cache
def drawer(kind: str) -> Drawer:
    """The module that draws a kind; loaded when the first step of its kind is drawn."""
    return cast(Drawer, import_module(f"workshop.stage.kinds.{MODULES.get(kind, kind)}"))


class Stage:
    """Draws the steps of one lesson in one theme. `measure` is Qt's on a screen, the table in `workshop check`."""

    def __init__(self, setting: Setting, theme: Theme, measure: Measure) -> None:
        self.setting, self.theme, self.measure = setting, theme, measure
        self._beats: dict[object, int] = {}

    def compose(self, view: View, canvas: Canvas) -> DisplayList:
        """What the class sees of a view."""
        page = self._page(view, canvas)
        if view.cover == "blank":
            return DisplayList(canvas, "#000000", (), self.setting.words["blank"])
        if view.cover:
            _draw_cover(page, view.cover)
            return _finished(page, self.name(view))
        self._drawer(view).draw(page)
        listed = _finished(page, self.name(view))
        if not view.ink:
            return listed
        from workshop.stage.ink import inked

        # After a page for another direction was turned round: a line stays where the hand drew it.
        return listed._replace(items=(*listed.items, *(inked(stroke, self.theme) for stroke in view.ink)))

    def beats(self, view: View, canvas: Canvas) -> int:
        """How many reveals this step has on that canvas, at least 1; for a scenario, its current card."""
        key = (view.step.id, view.card, view.path, view.round, view.at == 0, canvas)
        if key not in self._beats:
            self._beats[key] = max(1, self._drawer(view).beats(self._page(view, canvas)))
        return self._beats[key]

    def parts(self, view: View, canvas: Canvas) -> int:
        """Over how many pictures this step's content is dealt on that canvas because one doesn't hold it; mostly 1."""
        counted: Callable[[Page], int] | None = getattr(self._drawer(view), "parts", None)
        return counted(self._page(view, canvas)) if counted else 1

    def fits(self, view: View, canvas: Canvas) -> bool:
        """False where words had no room even at the smallest size that fitting allows."""
        page = self._page(view, canvas)
        self._drawer(view).draw(page)
        return not (page.overflows or _spills(page))

    def name(self, view: View) -> str:
        """What a screen reader calls this view; a covered step keeps no title."""
        words = self.setting.words
        if view.cover:
            return view.asked or str(words[COVERS.get(view.cover, "blank")])
        title = plain(view.step.title or getattr(view.step, "ask", "")) or self.setting.lesson.title
        kind = words[view.step.kind].lower()
        return str(words["step_of"]).format(number=view.at + 1, total=view.total, kind=kind, title=title)

    def _page(self, view: View, canvas: Canvas) -> Page:
        return Page(self.setting, view, canvas, self.theme, self.measure)

    def _drawer(self, view: View) -> Drawer:
        return drawer("cover" if is_cover(view) else view.step.kind)


def is_cover(view: View) -> bool:
    """The first slide of a lesson, when it has a title and a picture, is drawn as the lesson's cover."""
    step = view.step
    return view.at == 0 and step.kind == "slide" and bool(step.title and step.image)


def _spills(page: Page) -> bool:
    """Whether words run into the line of marks, or out of the canvas below."""
    written = [item for item in page.items if isinstance(item, TextBlock)]
    floor = min((block.box.y for block in written if block.role == "mark"), default=page.canvas.height)
    return any(block.box.bottom > floor + 1 for block in written if block.role != "mark")


def _draw_cover(page: Page, cover: str) -> None:
    """Whatever lies over the step: it keeps nothing of it, and no way to find out."""
    if cover in ("question", "box"):
        from workshop.stage.kinds.questionbox import draw_box, draw_question

        (draw_question if cover == "question" else draw_box)(page)
    else:
        from workshop.stage.kinds.helpcard import draw_cover

        draw_cover(page, cover)


def _finished(page: Page, name: str) -> DisplayList:
    listed = DisplayList(page.canvas, page.paper, tuple(page.items), name)
    return _mirrored(listed) if page.setting.rtl else listed


def _mirrored(listed: DisplayList) -> DisplayList:
    """The same page for a right-to-left language: places are swapped, pictures and words are not."""
    width = listed.canvas.width

    def flip(box: Box) -> Box:
        return box._replace(x=width - box.x - box.w)

    def turned(radii: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        return (radii[1], radii[0], radii[3], radii[2])

    items: list[Item] = []
    for item in listed.items:
        if isinstance(item, (Shape, Picture)):
            items.append(item._replace(box=flip(item.box), radii=turned(item.radii)))
        elif isinstance(item, (TextBlock, Icon, Control)):
            items.append(item._replace(box=flip(item.box)))
        else:
            items.append(item)
    return listed._replace(items=tuple(items))
