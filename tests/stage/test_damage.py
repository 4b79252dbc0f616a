"""What is painted again from one picture to the next: enough, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from workshop.lesson.model import Lesson
from workshop.lesson.reader import read
from workshop.paths import LESSONS
from workshop.session.view import Countdown, View
from workshop.stage.compose import Stage
from workshop.stage.damage import damage
from workshop.stage.displaylist import (
    STANDARD,
    WIDE,
    Box,
    Control,
    DisplayList,
    Flecks,
    Item,
    Shape,
    Span,
    Style,
    TextBlock,
)
from workshop.stage.page import Setting
from workshop.stage.paint import paint, render
from workshop.stage.qtmeasure import QtMeasure
from workshop.stage.theme import theme
from workshop.stage.words import words

CARD = Shape(Box(100, 100, 400, 200), "#FFFFFF")
GRAIN = Flecks("#1B2440", 0.055)
WIDTH, HEIGHT = 960, 540


def listed(*items: Item, background: str = "#FFF9F0") -> DisplayList:
    return DisplayList(WIDE, background, items)


def time(left: str, order: int = 1) -> TextBlock:
    return TextBlock(Box(1400, 400, 300, 170), (Span(left),), Style(164), "#1B2440", "#FFF9F0", "timer", order=order)


def covers(one: Box, other: Box) -> bool:
    return one.x <= other.x and one.y <= other.y and one.right >= other.right and one.bottom >= other.bottom


def test_the_same_picture_needs_no_paint() -> None:
    assert damage(listed(GRAIN, CARD, time("1:24")), listed(GRAIN, CARD, time("1:24"))) is None


def test_a_second_that_passed_paints_the_time_and_little_else() -> None:
    box = damage(listed(GRAIN, CARD, time("1:24")), listed(GRAIN, CARD, time("1:23")))
    assert box is not None
    assert covers(box, time("").box)
    assert box.w * box.h < WIDE.width * WIDE.height / 10


def test_something_new_in_the_middle_paints_its_place_alone() -> None:
    new = Shape(Box(600, 100, 100, 50), "#FF7A66")
    box = damage(listed(GRAIN, CARD, time("1:24")), listed(GRAIN, CARD, new, time("1:24", order=2)))
    assert box is not None
    assert covers(box, new.box)
    assert box.right < 1400


def test_what_went_away_is_painted_over() -> None:
    box = damage(listed(GRAIN, CARD), listed(GRAIN))
    assert box is not None
    assert covers(box, CARD.box)


def test_a_place_to_press_leaves_no_paint() -> None:
    assert damage(listed(CARD), listed(CARD, Control(CARD.box, "reveal", "Show"))) is None


@pytest.mark.parametrize(
    "after", [listed(CARD, background="#000000"), listed(CARD)._replace(canvas=STANDARD), listed(CARD, GRAIN)]
)
def test_another_paper_canvas_or_grain_paints_everything(after: DisplayList) -> None:
    whole = Box(0, 0, after.canvas.width, after.canvas.height)
    assert damage(listed(CARD), after) == whole
    assert damage(None, after) == whole


def pictures(lesson_id: str) -> Iterator[DisplayList]:
    """Every reveal of every step of a packaged lesson, with a time that passes."""
    folder = LESSONS / lesson_id
    lesson = read(folder).lesson
    assert isinstance(lesson, Lesson)
    stage = Stage(Setting(lesson, folder, words("en"), ()), theme("light"), QtMeasure())
    for at, step in enumerate(lesson.steps):
        view = View(step, at, len(lesson.steps), card=getattr(step, "start", ""), timer=Countdown(60, 60, True))
        for beat in range(stage.beats(view, WIDE)):
            yield stage.compose(view._replace(beat=beat, timer=Countdown(60, 60 - beat, True)), WIDE)


@pytest.mark.parametrize("lesson_id", ["who-is-really-there", "together-for-a-better-internet"])
def test_a_picture_painted_in_part_is_the_picture_painted_whole(lesson_id: str) -> None:
    for before, after in pairwise(pictures(lesson_id)):
        image = render(before, WIDTH, HEIGHT)
        box = damage(before, after)
        if box is not None:
            repaint(image, after, box)
        assert image == render(after, WIDTH, HEIGHT), after.name


def repaint(image: QImage, after: DisplayList, box: Box) -> None:
    """As a window does it: clipped to the whole pixels around the damage."""
    scale = HEIGHT / WIDE.height
    part = QRectF(box.x * scale, box.y * scale, box.w * scale, box.h * scale).toAlignedRect()
    painter = QPainter(image)
    painter.setClipRect(part)
    paint(painter, after, WIDTH, HEIGHT, QRectF(part))
    painter.end()
