"""What is drawn by hand lies over the picture: smooth, where the hand drew it, and never over a cover."""

from __future__ import annotations

import pytest
from drawing import Draw, Room
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from workshop.lesson.model import Reflect
from workshop.session.view import Stroke
from workshop.stage.damage import damage
from workshop.stage.displaylist import STANDARD, WIDE, DisplayList, Ink
from workshop.stage.ink import HUES, inked
from workshop.stage.paint import paint, render
from workshop.stage.theme import NAMES, contrast, theme

STEP = Reflect(id="r", kind="reflect", ask="What will you keep?")
LINE = Stroke("coral", 10.0, ((1200.0, 800.0), (1300.0, 700.0), (1400.0, 900.0)))
DOT = Stroke("sky", 10.0, ((1500.0, 500.0),))


def inks(listed: DisplayList) -> list[Ink]:
    return [item for item in listed.items if isinstance(item, Ink)]


@pytest.mark.parametrize("canvas", [WIDE, STANDARD], ids=["16:9", "4:3"])
def test_a_line_lies_over_all_of_the_picture_in_the_order_of_drawing(draw: Draw, canvas: object) -> None:
    listed = draw(STEP, Room(canvas), ink=(LINE, DOT)).listed  # type: ignore[arg-type]
    assert [item.points for item in listed.items[-2:] if isinstance(item, Ink)] == [LINE.points, DOT.points]


@pytest.mark.parametrize("cover", ["blank", "help", "neutral", "question", "box"])
def test_nothing_that_was_drawn_is_on_a_cover(draw: Draw, cover: str) -> None:
    assert inks(draw(STEP, ink=(LINE,), cover=cover, asked="Why?").listed) == []


def test_a_line_stays_where_it_was_drawn_on_a_right_to_left_page(draw: Draw) -> None:
    assert inks(draw(STEP, language="ar", ink=(LINE,)).listed)[0].points == LINE.points


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("hue", HUES)
def test_each_hue_can_be_seen_on_the_paper_of_each_theme(name: str, hue: str) -> None:
    item = inked(LINE._replace(hue=hue), theme(name))
    assert contrast(item.color, theme(name).paper) >= 4.5


def test_a_line_is_no_text_and_nothing_to_press(draw: Draw) -> None:
    plain, drawn = draw(STEP).listed, draw(STEP, ink=(LINE,)).listed
    assert drawn.texts() == plain.texts()
    assert drawn.controls() == plain.controls()
    assert drawn.hit(1300, 750) == plain.hit(1300, 750)


def test_one_line_more_paints_its_own_place_alone_and_all_of_it(draw: Draw) -> None:
    before, after = draw(STEP, ink=(LINE,)).listed, draw(STEP, ink=(LINE, DOT)).listed
    box = damage(before, after)
    assert box is not None
    assert box.w < 40
    image = render(before, 1920, 1080)
    part = QRectF(*box)
    painter = QPainter(image)
    painter.setClipRect(part.toAlignedRect())
    paint(painter, after, 1920, 1080, QRectF(part.toAlignedRect()))
    painter.end()
    assert image == render(after, 1920, 1080)


def test_a_line_that_is_taken_back_leaves_nothing(draw: Draw) -> None:
    before, after = draw(STEP, ink=(LINE,)).listed, draw(STEP).listed
    box = damage(before, after)
    item = inks(before)[0]
    assert box is not None
    assert box.x <= item.box.x
    assert box.right >= item.box.right
    assert box.bottom >= item.box.bottom


def test_a_touch_leaves_a_dot_and_a_line_reaches_both_its_ends(draw: Draw) -> None:
    image: QImage = render(draw(STEP, ink=(LINE, DOT)).listed, 1920, 1080)
    light = theme("light")
    for stroke, hue in ((LINE, "coral"), (DOT, "sky")):
        for x, y in (stroke.points[0], stroke.points[-1]):
            assert image.pixelColor(round(x), round(y)).name().upper() == light.hues[hue].line


def test_a_line_bends_smoothly_and_keeps_within_its_points(draw: Draw) -> None:
    image = render(draw(STEP, ink=(LINE,)).listed, 1920, 1080)
    color = theme("light").hues["coral"].line
    assert image.pixelColor(1300, 700).name().upper() != color  # it bends before the corner
    assert image.pixelColor(1288, 737).name().upper() != theme("light").paper
