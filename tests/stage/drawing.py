"""A step drawn as the projector would draw it, and what holds for every page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtGui import QImageReader
from PySide6.QtSvg import QSvgRenderer

from workshop.lesson.model import Lesson, Media, Step
from workshop.paths import RESOURCES
from workshop.session.view import View
from workshop.stage.compose import Stage
from workshop.stage.displaylist import MIN_FITTED, STANDARD, WIDE, Box, Canvas, DisplayList, Picture, Shape, TextBlock
from workshop.stage.page import HelpLine, Setting
from workshop.stage.pictures import placed
from workshop.stage.qtmeasure import QtMeasure
from workshop.stage.theme import NAMES, contrast, theme
from workshop.stage.words import is_right_to_left, words

ART = RESOURCES / "art"
PICTURES = {name: Media(file=f"{name}.svg", alt=f"Picture of {name}") for name in ("costumes", "hands", "title", "why")}


class Room(NamedTuple):
    """A canvas and a theme to draw in."""

    canvas: Canvas = WIDE
    theme: str = "light"


HERE = Room()
ROOMS = [Room(canvas, name) for canvas in (WIDE, STANDARD) for name in NAMES]


class Drawn(NamedTuple):
    """A step as drawn, with how many beats it has and whether all its words had room."""

    listed: DisplayList
    beats: int
    fits: bool

    @property
    def words(self) -> list[str]:
        return [block.text for block in self.listed.texts()]

    @property
    def all_words(self) -> str:
        return "\n".join(self.words)


class Draw:
    """Draws a step on a stage of its own."""

    def __init__(self, folder: Path = ART) -> None:
        self.folder = folder

    def __call__(
        self,
        step: Step,
        room: Room = HERE,
        beat: int = 0,
        *,
        sensitive: bool = True,
        language: str = "en",
        help: tuple[HelpLine, ...] = (),
        help_more: tuple[HelpLine, ...] = (),
        media: Mapping[str, Media] = PICTURES,
        box: bool = False,
        **seen: Any,
    ) -> Drawn:
        lesson = Lesson(
            format="lesson/1", id="x", version="1", language=language, title="A lesson", sensitive=sensitive,
            media=media, steps=(step,),
        )  # fmt: skip
        setting = Setting(
            lesson, self.folder, words(language), help, help_more, box=box, rtl=is_right_to_left(language)
        )
        stage = Stage(setting, theme(room.theme), QtMeasure())
        view = View(step, 3, 12, beat, **seen)
        covered = bool(view.cover)
        listed = stage.compose(view, room.canvas)
        return Drawn(listed, stage.beats(view, room.canvas), covered or stage.fits(view, room.canvas))

    def each_beat(self, step: Step, room: Room, **seen: Any) -> Iterator[Drawn]:
        """The step at each of its beats."""
        for beat in range(self(step, room, **seen).beats):
            yield self(step, room, beat, **seen)


def check(drawn: Drawn) -> None:
    """What holds for every page: words large enough, readable, on the canvas, none over another, in the right font."""
    assert drawn.fits
    canvas, blocks = drawn.listed.canvas, drawn.listed.texts()
    for block in blocks:
        assert block.style.size >= MIN_FITTED, block.text
        assert contrast(block.color, block.on) >= 4.5, block.text
        assert _within(block.box, canvas), block
    inked = [(_inked(block), block.text) for block in blocks]
    for (one, said), (other, heard) in combinations(inked, 2):
        assert not _overlap(one, other), (said, heard)
    assert not _hidden_words(drawn)
    for control in drawn.listed.controls():
        assert _within(control.box, canvas), control
        assert control.label or not control.action


def _hidden_words(drawn: Drawn) -> list[str]:
    """Words that something painted later lies over."""
    later: list[Box] = []
    found = []
    for item in reversed(drawn.listed.items):
        if isinstance(item, Shape) and item.fill:
            later.append(item.box)
        elif isinstance(item, TextBlock) and later:
            ink = _inked(item)
            found += [item.text] if any(_overlap(box, ink) for box in later) else []
    return found


def _within(box: Box, canvas: Canvas) -> bool:
    return box.x >= -1 and box.y >= -1 and box.right <= canvas.width + 1 and box.bottom <= canvas.height + 1


def _inked(block: TextBlock) -> Box:
    """Where a block's words really are: its box may be wider than its longest line."""
    took = QtMeasure().extent(block.spans, block.style, block.box.w)
    spare = block.box.w - took.width
    aside = {"start": 0.0, "center": spare / 2, "end": spare}[block.align]
    return Box(block.box.x + (spare - aside if block.rtl else aside), block.box.y, took.width, took.height)


def _overlap(one: Box, other: Box) -> bool:
    return (
        min(one.right, other.right) - max(one.x, other.x) > 1
        and min(one.bottom, other.bottom) - max(one.y, other.y) > 1
    )


def covered_words(drawn: Drawn) -> list[str]:
    """Words that lie over a picture and have no panel of their own between."""
    found = []
    inked = [(block, _inked(block)) for block in drawn.listed.texts()]
    for at, picture in enumerate(drawn.listed.items):
        if not isinstance(picture, Picture):
            continue
        area = _drawn_area(picture)
        for block, ink in inked:
            between = (i for i in drawn.listed.items[at:] if isinstance(i, Shape) and i.fill)
            if _overlap(area, ink) and not any(_holds(shape.box, ink) for shape in between):
                found.append(f"{block.text} over {Path(picture.source).name}")
    return found


def _drawn_area(picture: Picture) -> Box:
    """Where a picture's pixels are: less than its box where it is shown whole in another shape."""
    if picture.fit == "cover":
        return picture.box
    renderer = QSvgRenderer(picture.source)
    size = renderer.viewBoxF().size() if renderer.isValid() else QImageReader(picture.source).size().toSizeF()
    area = placed(size, picture.box.w, picture.box.h, picture.fit, picture.anchor)
    return Box(picture.box.x + area.x(), picture.box.y + area.y(), area.width(), area.height())


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer.x <= inner.x + 1
        and outer.y <= inner.y + 1
        and outer.right >= inner.right - 1
        and outer.bottom >= inner.bottom - 1
    )
