"""The widget that shows the stage: no more paint and no more memory than a picture needs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workshop.lesson.model import Slide
from workshop.session.view import Countdown, View
from workshop.stage.displaylist import (
    STANDARD,
    WIDE,
    Box,
    Canvas,
    Control,
    DisplayList,
    Shape,
    Span,
    Style,
    TextBlock,
)
from workshop.ui.stageview import StageView

CARD = Box(200, 200, 400, 200)
TIME = Box(1400, 400, 300, 170)
FIRST = View(Slide(id="a", kind="slide"), 0, 3, timer=Countdown(60, 60, True))
SECOND = View(Slide(id="b", kind="slide"), 1, 3)
COUNT = FIRST._replace(beat=5)


def second(left: int) -> View:
    return FIRST._replace(timer=Countdown(60, left, True))


class Easel(StageView):
    """Remembers what was composed and what was painted."""

    def __init__(self) -> None:
        super().__init__(self.put)
        self.composed: list[View] = []
        self.painted: list[QRect] = []

    def put(self, view: View, canvas: Canvas) -> DisplayList:
        self.composed.append(view)
        shown = "" if view.timer is None else str(view.timer.left)
        action = "count:0" if view == COUNT else "choose:1"
        return DisplayList(
            canvas,
            "#FFF9F0" if view.at == 0 else "#D8F1EB",
            (
                Shape(CARD, "#FF7A66"),
                TextBlock(TIME, (Span(shown),), Style(164), "#1B2440", "#FFF9F0", "timer", order=1),
                TextBlock(CARD, (Span(f"Card {view.at}"),), Style(54), "#1B2440", "#FF7A66", order=0),
                Control(CARD, action, "A card", 2),
            ),
            f"Step {view.at + 1} of 3, slide: A",
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.append(event.rect())
        super().paintEvent(event)


@pytest.fixture
def easel(qtbot: QtBot) -> Easel:
    made = Easel()
    qtbot.addWidget(made)
    made.resize(960, 540)
    with qtbot.waitExposed(made):
        made.show()
    made.show_view(FIRST)
    settle()
    made.painted.clear()
    made.composed.clear()
    return made


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def test_a_new_view_is_painted_before_anything_else_happens(easel: Easel) -> None:
    easel.show_view(SECOND, at_once=True)
    assert easel.painted == [easel.rect()]


def test_a_second_that_passes_paints_the_time_alone(easel: Easel) -> None:
    easel.show_view(second(59), at_once=True)
    assert len(easel.painted) == 1
    painted = easel.painted[0]
    assert painted.contains(QRect(700, 200, 150, 85))
    assert painted.width() * painted.height() < easel.width() * easel.height() / 10


def test_the_same_picture_of_another_view_paints_nothing(easel: Easel) -> None:
    easel.show_view(FIRST._replace(beat=1), at_once=True)
    assert easel.painted == []
    assert easel.view is not None
    assert easel.view.beat == 1


def test_what_was_painted_in_part_looks_as_if_painted_whole(easel: Easel) -> None:
    for left in (59, 58, 8):
        easel.show_view(second(left), at_once=True)
    fresh = Easel()
    fresh.resize(easel.size())
    fresh.show_view(second(8))
    assert easel.grab().toImage() == fresh.grab().toImage()


def test_a_prepared_view_is_shown_without_composing_it_again(easel: Easel) -> None:
    easel.prepare(SECOND)
    settle()
    assert easel.composed == [SECOND]
    easel.show_view(SECOND, at_once=True)
    assert easel.composed == [SECOND]
    fresh = Easel()
    fresh.resize(easel.size())
    fresh.show_view(SECOND)
    assert easel.grab().toImage() == fresh.grab().toImage()


def test_the_next_picture_is_drawn_in_the_room_of_the_one_that_was_shown(easel: Easel) -> None:
    easel.prepare(SECOND)
    settle()
    room = easel.ready_image()
    assert room is not None
    easel.show_view(SECOND, at_once=True)
    easel.prepare(COUNT)
    settle()
    assert easel.ready_image() is room


def test_where_nothing_follows_no_picture_is_kept(easel: Easel) -> None:
    easel.prepare(SECOND)
    settle()
    easel.show_view(SECOND, at_once=True)
    easel.prepare(None)
    assert easel.ready_image() is None


def test_a_prepared_picture_that_still_holds_is_kept(easel: Easel) -> None:
    easel.prepare(SECOND)
    settle()
    ready = easel.ready_image()
    easel.prepare(SECOND._replace(beat=1))  # it looks the same
    settle()
    assert ready is not None
    assert easel.ready_image() is ready


def test_a_hidden_view_keeps_no_prepared_picture(easel: Easel) -> None:
    easel.prepare(SECOND)
    settle()
    easel.hide()
    settle()
    assert easel.ready_image() is None


def test_a_picture_prepared_for_another_size_is_not_shown(easel: Easel) -> None:
    easel.prepare(SECOND)
    settle()
    easel.resize(480, 270)
    settle()
    ready = easel.ready_image()
    assert ready is not None
    assert ready.width() == 480


class SharpEasel(Easel):
    """On a screen with four pixels for each one of others."""

    def devicePixelRatioF(self) -> float:
        return 2.0


def test_a_sharp_screen_gets_a_sharp_picture(qtbot: QtBot) -> None:
    made = SharpEasel()
    qtbot.addWidget(made)
    made.resize(480, 270)
    made.show()
    made.prepare(SECOND)
    settle()
    ready = made.ready_image()
    assert ready is not None
    assert (ready.width(), ready.height(), ready.devicePixelRatio()) == (960, 540, 2)
    made.show_view(SECOND, at_once=True)
    assert made.grab().toImage().pixelColor(60, 55) == QColor("#FF7A66")


@pytest.mark.parametrize("size", [(960, 0), (0, 540), (1, 1), (960, 1)])
def test_a_window_of_no_height_does_no_harm(qtbot: QtBot, size: tuple[int, int]) -> None:
    easel = Easel()
    qtbot.addWidget(easel)
    easel.show()
    easel.resize(*size)
    easel.show_view(FIRST, at_once=True)
    easel.prepare(SECOND)
    settle()
    easel.show_view(SECOND, at_once=True)
    QTest.mouseClick(easel, Qt.MouseButton.LeftButton)


def test_a_click_on_a_control_tells_its_action_and_beside_it_the_button(easel: Easel) -> None:
    pressed: list[str] = []
    beside: list[Qt.MouseButton] = []
    easel.pressed.connect(pressed.append)
    easel.background_pressed.connect(beside.append)
    QTest.mouseClick(easel, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    QTest.mouseClick(easel, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    QTest.mouseClick(easel, Qt.MouseButton.RightButton, pos=QPoint(200, 150))
    assert pressed == ["choose:1"]
    assert beside == [Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton]


def test_a_double_click_is_one_step_but_two_hands(easel: Easel) -> None:
    pressed: list[str] = []
    easel.pressed.connect(pressed.append)
    easel.background_pressed.connect(lambda _button: pressed.append("beside"))

    def double_click(x: int, y: int) -> None:  # as a window gets it: a press, then another that is called double
        QTest.mouseClick(easel, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
        QTest.mouseDClick(easel, Qt.MouseButton.LeftButton, pos=QPoint(x, y))

    double_click(10, 10)
    double_click(200, 150)
    easel.show_view(COUNT)
    double_click(200, 150)
    assert pressed == ["beside", "choose:1", "count:0", "count:0"]


def test_another_canvas_paints_the_bars_beside_it_too(easel: Easel) -> None:
    easel.show_view(FIRST)
    easel.recompose(STANDARD)
    settle()
    assert easel.canvas == STANDARD
    assert easel.painted[-1] == easel.rect()
    assert easel.shown_area() == (120.0, 0.0, 0.5)
    easel.recompose(WIDE)
    assert easel.shown_area() == (0.0, 0.0, 0.5)


def test_a_screen_reader_gets_the_name_of_what_is_shown(easel: Easel) -> None:
    assert easel.accessibleName() == "Step 1 of 3, slide: A"
    easel.show_view(SECOND)
    assert easel.accessibleName() == "Step 2 of 3, slide: A"


def test_round_corners_take_the_colour_around(easel: Easel) -> None:
    easel.round_off(QColor("#102030"), QColor("#405060"), 20)
    image = easel.grab().toImage()
    assert image.pixelColor(0, 0) == QColor("#102030")
    assert image.pixelColor(480, 3) == QColor("#FFF9F0")


def test_no_view_is_black(easel: Easel) -> None:
    easel.show_view(None)
    settle()
    assert easel.grab().toImage().pixelColor(5, 5) == QColor("black")
    assert easel.listed is None


def test_a_picture_that_cant_be_drawn_leaves_the_last_one(qtbot: QtBot) -> None:
    def put(view: View, canvas: Canvas) -> DisplayList:
        if view.at:
            raise RuntimeError("a step that can't be drawn")
        return DisplayList(canvas, "#FFF9F0", ())

    made = StageView(put)
    qtbot.addWidget(made)
    made.show_view(FIRST)
    shown = made.listed
    with pytest.raises(RuntimeError):
        made.show_view(SECOND)
    assert made.listed is shown


def test_painting_on_an_image_with_a_clip_stays_within_it() -> None:
    from workshop.stage.paint import paint

    listed = DisplayList(WIDE, "#FFF9F0", (Shape(Box(0, 0, 1920, 1080), "#FF7A66"),))
    image = QImage(192, 108, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    painter.setClipRect(0, 0, 50, 50)
    paint(painter, listed, 192, 108)
    painter.end()
    assert image.pixelColor(100, 80) == QColor("black")
    assert image.pixelColor(20, 20) == QColor("#FF7A66")
