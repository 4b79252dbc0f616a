"""What a screen reader finds on a picture of the stage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from workshop.lesson.model import Slide
from workshop.session.view import View
from workshop.stage.displaylist import Box, Canvas, Control, DisplayList, Item, Picture, Span, Style, TextBlock
from workshop.ui.reader import Reader, parts
from workshop.ui.stageview import StageView

Role = QAccessible.Role


CORNER = Box(0, 0, 100, 50)


def text(words: str, order: int, box: Box = CORNER) -> TextBlock:
    return TextBlock(box, (Span(words),), Style(54), "#000000", "#FFFFFF", order=order)


def listed(*items: Item) -> DisplayList:
    return DisplayList(Canvas(1920, 1080), "#FFFFFF", items, "Step 1 of 3, slide: A")


class Told(NamedTuple):
    """What Qt tells a screen reader of one thing."""

    role: QAccessible.Role
    words: str
    rect: QRect


def told(widget: QWidget) -> list[Told]:
    """All that is below a widget, in the order in which it is read."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    found = []
    for at in range(interface.childCount()):
        child = interface.child(at)
        assert child is not None
        found.append(Told(child.role(), child.text(QAccessible.Text.Name), child.rect()))
    return found


PAGES = [
    listed(text("Below", 2, Box(0, 200, 100, 50)), text("Above", 1)),
    listed(text("Above", 1), Picture(Box(0, 0, 10, 10), "", "Two children", order=2), text("Below", 3)),
    listed(
        text("A", 1, Box(110, 110, 50, 50)),
        text("Tell an adult", 2, Box(200, 110, 300, 50)),
        Control(Box(100, 100, 600, 100), "choose:0", "A: Tell an adult", 3),
        Control(Box(100, 300, 600, 100), "choose:1", "B: Wait", 4),
    ),
]


@pytest.fixture
def reading() -> Iterator[None]:
    """A screen reader runs."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def easel(qtbot: QtBot) -> StageView:
    """A picture of half size that shows the page with its view's number."""
    made = StageView(lambda view, _canvas: PAGES[view.at])
    qtbot.addWidget(made)
    made.resize(960, 540)
    with qtbot.waitExposed(made):
        made.show()
    show(made, 0)
    return made


def show(easel: StageView, page: int) -> None:
    easel.show_view(View(Slide(id="a", kind="slide"), page, 3))
    QApplication.processEvents()


def test_words_are_read_in_reading_order_wherever_they_stand_in_the_list() -> None:
    assert [part.words for part in parts(PAGES[0])] == ["Above", "Below"]


def test_a_picture_is_read_by_its_description_and_one_that_decorates_is_not() -> None:
    page = listed(Picture(Box(0, 0, 9, 9), "a.png", "Two children", order=1), Picture(Box(0, 0, 9, 9), "b.png"))
    assert [(part.kind, part.words) for part in parts(page)] == [("picture", "Two children")]


def test_what_stands_on_a_control_is_read_once_as_its_name() -> None:
    assert [(part.kind, part.words) for part in parts(PAGES[2])] == [
        ("control", "A: Tell an adult"),
        ("control", "B: Wait"),
    ]


def test_the_name_of_a_control_is_still_read_where_it_stands_beside_it() -> None:
    page = listed(text("Agree", 1), Control(Box(500, 0, 100, 50), "count:0", "Agree", 2))
    assert [part.kind for part in parts(page)] == ["text", "control"]


@pytest.mark.usefixtures("reading")
def test_a_screen_reader_finds_roles_names_and_places(easel: StageView) -> None:
    Reader(easel).look()
    show(easel, 1)
    assert [(part.role, part.words) for part in told(easel)] == [
        (Role.StaticText, "Above"),
        (Role.Graphic, "Two children"),
        (Role.StaticText, "Below"),
    ]
    show(easel, 2)
    assert [(part.role, part.words) for part in told(easel)] == [
        (Role.Button, "A: Tell an adult"),
        (Role.Button, "B: Wait"),
    ]
    corner = easel.mapToGlobal(easel.rect().topLeft())
    assert told(easel)[0].rect.translated(-corner) == QRect(50, 50, 300, 50)


@pytest.mark.usefixtures("reading")
def test_a_press_by_a_screen_reader_is_a_press_of_the_control(easel: StageView) -> None:
    pressed: list[str] = []
    easel.pressed.connect(pressed.append)
    easel.pressed.connect(lambda _action: show(easel, 0))  # the picture changes under the press
    Reader(easel).look()
    show(easel, 2)
    easel.findChildren(QPushButton)[1].animateClick()  # what Qt does for a screen reader's press
    assert pressed == ["choose:1"]
    assert [part.words for part in told(easel)] == ["Above", "Below"]


@pytest.mark.usefixtures("reading")
def test_a_picture_takes_no_focus_and_the_mouse_as_before(easel: StageView) -> None:
    pressed: list[str] = []
    easel.pressed.connect(pressed.append)
    Reader(easel).look()
    show(easel, 2)
    assert all(child.focusPolicy() == Qt.FocusPolicy.NoFocus for child in easel.findChildren(QWidget))
    window = easel.windowHandle()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QRect(50, 50, 300, 50).center())
    assert pressed == ["choose:0"]


@pytest.mark.usefixtures("reading")
def test_nothing_unseen_changes_what_is_seen(easel: StageView) -> None:
    show(easel, 2)
    before = easel.grab().toImage()
    Reader(easel).look()
    assert told(easel)
    assert easel.grab().toImage() == before


@pytest.mark.usefixtures("reading")
def test_places_follow_the_size_of_the_picture(easel: StageView) -> None:
    Reader(easel).look()
    show(easel, 2)
    easel.resize(480, 270)
    QApplication.processEvents()
    assert told(easel)[0].rect.size() == QRect(0, 0, 150, 25).size()


def test_nobody_else_pays_for_it(easel: StageView) -> None:
    reader = Reader(easel)
    came: list[bool] = []
    reader.came.connect(lambda: came.append(True))
    reader.look()
    show(easel, 2)
    assert (told(easel), came) == ([], [])
    QAccessible.setActive(True)
    reader.look()
    assert (len(told(easel)), came) == (2, [True])
    QAccessible.setActive(False)
    reader.look()
    show(easel, 1)
    assert told(easel) == []


@pytest.mark.usefixtures("reading")
def test_a_thousand_pictures_leave_nothing_behind(easel: StageView) -> None:
    Reader(easel).look()
    for change in range(1000):
        easel.show_view(View(Slide(id="a", kind="slide"), change % 3, 3))
    show(easel, 0)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(easel.findChildren(QWidget)) == 2
