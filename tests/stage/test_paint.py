"""One renderer: the projector, previews and thumbnails get the same picture, whatever the shape of their screen."""

from __future__ import annotations

import hashlib

import pytest
from drawing import Draw, Room
from PySide6.QtGui import QImage, QPainter

from workshop.lesson.model import Activity, Calm, Help, Match, Order, Reflect, Step
from workshop.session.view import Countdown
from workshop.stage.displaylist import STANDARD, WIDE, Box, DisplayList, Picture, Shape, TextBlock, canvas_for
from workshop.stage.paint import letterbox, paint, render

CALM = Calm(id="calm", kind="calm", text="Put both feet on the floor.", breaths=3)
STEPS: tuple[Step, ...] = (
    CALM,
    Help(id="help", kind="help"),
    Activity(id="act", kind="activity", ask="Make a poster", instructions=("Draw it",), image="hands"),
    Reflect(id="reflect", kind="reflect", ask="What will you keep?"),
    Match(id="match", kind="match", pairs={"Sun": "Day", "Moon": "Night"}),
    Order(id="order", kind="order", items=("One", "Two", "Three")),
)


def digest(image: QImage) -> str:
    return hashlib.sha256(bytes(image.constBits())).hexdigest()


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_projector_and_preview_of_one_size_are_the_same_to_the_pixel(draw: Draw, room: Room, step: Step) -> None:
    seen = {"timer": Countdown(60, 40, True)}
    projector = render(draw(step, room, 1, **seen).listed, 480, 270)
    preview = QImage(480, 270, QImage.Format.Format_RGB32)
    painter = QPainter(preview)
    paint(painter, draw(step, room, 1, **seen).listed, 480, 270)
    painter.end()
    assert digest(projector) == digest(preview)


def test_a_sharp_screen_gets_as_many_pixels_as_it_has(draw: Draw) -> None:
    image = render(draw(CALM).listed, 960, 540, dpr=2)
    assert (image.width(), image.height(), image.devicePixelRatio()) == (1920, 1080, 2)


@pytest.mark.parametrize(
    ("canvas", "size", "frame"),
    [
        (WIDE, (1920, 1080), (0, 0, 1920, 1080)),
        (WIDE, (1280, 800), (0, 40, 1280, 720)),
        (STANDARD, (1920, 1080), (240, 0, 1440, 1080)),
        (STANDARD, (1024, 768), (0, 0, 1024, 768)),
    ],
)
def test_the_canvas_is_as_large_as_it_goes_and_bars_take_its_colour(
    draw: Draw, canvas: object, size: tuple[int, int], frame: tuple[int, ...]
) -> None:
    listed = draw(CALM, Room(canvas)).listed  # type: ignore[arg-type]
    where = letterbox(listed, *size)
    assert (where.x(), where.y(), where.width(), where.height()) == frame
    image = render(listed, *size)
    assert image.pixelColor(0, 0).name().upper() == listed.background
    assert image.pixelColor(size[0] - 1, size[1] // 2 if frame[0] else 0).name().upper() == listed.background


def test_only_what_touches_the_canvas_edge_goes_on_beside_it() -> None:
    over, inside = Shape(Box(0, 400, 1440, 300), "#FF0000"), Shape(Box(1, 100, 1438, 200), "#0000FF")
    image = render(DisplayList(STANDARD, "#00FF00", (over, inside)), 1920, 1080)
    assert image.pixelColor(100, 500).name() == "#ff0000"
    assert image.pixelColor(100, 200).name() == "#00ff00"
    assert image.pixelColor(960, 200).name() == "#0000ff"


@pytest.mark.parametrize(
    ("size", "canvas"), [((1024, 768), STANDARD), ((1280, 1024), STANDARD), ((1280, 800), WIDE), ((3840, 2160), WIDE)]
)
def test_a_screen_gets_the_canvas_that_suits_it(size: tuple[int, int], canvas: object) -> None:
    assert canvas_for(*size) == canvas


def test_places_are_swapped_for_right_to_left_and_pictures_are_not(draw: Draw) -> None:
    there, here = draw(STEPS[2], language="ar").listed, draw(STEPS[2]).listed
    assert len(there.items) == len(here.items)
    for one, other in zip(there.items, here.items, strict=True):
        if isinstance(one, (Shape, Picture, TextBlock)):
            assert one.box.x == pytest.approx(1920 - other.box.right)  # type: ignore[union-attr]
    left = next(i for i in there.items if isinstance(i, Picture))
    assert left.box.x < 960
    assert all(block.rtl for block in there.texts())


def test_words_of_a_right_to_left_page_begin_at_its_right_edge(draw: Draw) -> None:
    image = render(draw(Reflect(id="r", kind="reflect", ask="ماذا؟"), language="ar").listed, 960, 540)
    row = [x for x in range(960) for y in range(212, 262, 2) if image.pixelColor(x, y).lightness() < 90]
    assert max(row) > 880
    assert min(row) > 480


def test_a_picture_that_cannot_be_read_leaves_its_place_empty() -> None:
    listed = DisplayList(WIDE, "#FFFFFF", (Picture(Box(0, 0, 900, 900), "/nowhere/at-all.png"),))
    assert digest(render(listed, 192, 108)) == digest(render(listed._replace(items=()), 192, 108))
