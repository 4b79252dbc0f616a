"""The class works at the board: by mouse, by touch and by number keys, and nothing is ever called wrong."""

from __future__ import annotations

from presenting import Key, Room
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from conftest import OpenRoom
from workshop.session.board import work_of
from workshop.stage.displaylist import Control, DisplayList
from workshop.ui.stageview import StageView

LESSON = """\
format: lesson/1
id: who
version: 1.0.0
language: en
title: Who is there?
sensitive: true
steps:
- {id: rules, kind: rules}
- id: sort
  kind: sort
  title: Sort the messages
  groups:
    Friendly: [I like it!, No problem!]
    Pressure: [Our secret!, Answer now!]
- {id: where, kind: help}
"""
NONE = -1


def work(room: Room) -> tuple[int, ...]:
    return work_of(room.session.console_view(room.clock()))


def held(room: Room) -> int:
    return room.session.console_view(room.clock()).held


def spot(picture: StageView, control: Control) -> QPoint:
    """The middle of a control in the pixels of a picture."""
    box, (x, y, scale) = control.box, picture.shown_area()
    return QPointF(x + (box.x + box.w / 2) * scale, y + (box.y + box.h / 2) * scale).toPoint()


def named(picture: StageView, action: str) -> Control:
    listed = picture.listed
    assert isinstance(listed, DisplayList)
    return next(control for control in listed.controls() if control.action == action)


def drag(picture: StageView, start: QPoint, *ways: QPoint) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(picture, left, pos=start)
    for way in ways:
        QTest.mouseMove(picture, (start + way) / 2)
        QTest.mouseMove(picture, way)
    QTest.mouseRelease(picture, left, pos=ways[-1])


def open_at(open_room: OpenRoom, step: str, *plugged: str, **options: object) -> Room:
    room = open_room(*plugged, text=LESSON, **options)
    room.go(step)
    return room


def test_a_press_in_a_group_puts_the_card_on_show_there(open_room: OpenRoom) -> None:
    room = open_at(open_room, "sort")
    room.touch("Put in Pressure")
    assert work(room) == (1, NONE, NONE, NONE)
    room.touch("Put in Friendly")
    assert work(room) == (1, 0, NONE, NONE)
    assert room.at() == "sort"


def test_a_number_key_puts_it_into_the_group_of_that_number(open_room: OpenRoom) -> None:
    room = open_at(open_room, "sort")
    room.press(Qt.Key.Key_2)
    room.press(Qt.Key.Key_1)
    room.press(Qt.Key.Key_9)  # there is no such group
    assert work(room) == (1, 0, NONE, NONE)
    room.press(Key(Qt.Key.Key_Z, "\x1a", Qt.KeyboardModifier.ControlModifier))
    assert work(room) == (1, NONE, NONE, NONE)


def test_the_console_says_what_the_numbers_do(open_room: OpenRoom) -> None:
    room = open_at(open_room, "sort")
    cells = {button.cell.key: button.cell.label for button in room.console.pad.cells}
    assert cells == {"1": "Friendly", "2": "Pressure"}
    room.console.pad.cells[1].click()
    room.settle()
    assert work(room) == (1, NONE, NONE, NONE)


def test_next_still_tells_the_cards_one_by_one(open_room: OpenRoom) -> None:
    room = open_at(open_room, "sort")
    for key in (Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_2):
        room.press(key)
    assert "All placed" in room.class_reads()
    for told in range(1, 5):
        room.press(Qt.Key.Key_PageDown)
        assert room.session.state.spot.beat == told
    assert not any(control.works for control in room.controls())
    room.press(Qt.Key.Key_PageDown)
    assert room.at() == "where"


def pictures(open_room: OpenRoom) -> list[tuple[Room, StageView]]:
    """The projector, the console's picture and the one of a single screen."""
    two, one = open_at(open_room, "sort"), open_at(open_room, "sort", "laptop", one_screen=True)
    return [(two, two.projector), (two, two.console.now), (one, one.one.picture)]


def test_a_card_is_dragged_from_the_top_and_from_group_to_group(open_room: OpenRoom) -> None:
    for room, picture in pictures(open_room):
        card, group = named(picture, "take:0"), named(picture, "put:0:1")
        drag(picture, spot(picture, card), spot(picture, group))
        room.settle()
        assert work(room)[0] == 1
        drag(picture, spot(picture, named(picture, "take:0")), spot(picture, named(picture, "put:1:0")))
        room.settle()
        assert work(room)[0] == 0
        room.session.undo()
        room.session.undo()
        room.settle()


def test_what_is_dragged_follows_the_finger_and_goes_back_where_no_place_is(open_room: OpenRoom) -> None:
    room = open_at(open_room, "sort")
    picture = room.projector
    start, away = spot(picture, named(picture, "take:0")), QPoint(picture.width() // 2, picture.height() - 3)
    assert picture.hand is not None
    still = picture.grab().toImage()
    QTest.mousePress(picture, Qt.MouseButton.LeftButton, pos=start)
    assert not picture.hand.drags
    QTest.mouseMove(picture, away)
    assert picture.hand.drags
    assert picture.grab().toImage() != still
    QTest.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=away)
    room.settle()
    assert not picture.hand.drags
    assert picture.grab().toImage() == still
    assert work(room) == (NONE,) * 4
    assert room.session.state.spot.beat == 0


def test_a_card_whose_middle_lies_over_a_group_goes_there(open_room: OpenRoom) -> None:
    room = open_at(open_room, "sort")
    picture = room.projector
    card, group = named(picture, "take:0"), named(picture, "put:0:1")
    x, y, scale = picture.shown_area()
    top = QPointF(x + (card.box.x + card.box.w / 2) * scale, y + (card.box.y + 2) * scale).toPoint()
    above = QPointF(x + (group.box.x + group.box.w / 2) * scale, y + (group.box.y - 20) * scale).toPoint()
    drag(picture, top, above)
    assert work(room)[0] == 1


def test_two_taps_take_a_card_and_put_it_elsewhere(open_room: OpenRoom) -> None:
    room = open_at(open_room, "sort")
    room.press(Qt.Key.Key_1)
    room.touch(", put in Friendly")
    assert held(room) == 0
    room.touch("Put in Pressure")
    assert (held(room), work(room)) == (NONE, (1, NONE, NONE, NONE))


def test_a_press_that_just_misses_a_card_tells_nothing(open_room: OpenRoom) -> None:
    room = open_at(open_room, "sort")
    picture = room.projector
    left, right = named(picture, "put:0:0").box, named(picture, "put:0:1").box
    x, y, scale = picture.shown_area()
    between = QPointF(x + (left.right + right.x) / 2 * scale, y + (left.y + 200) * scale).toPoint()
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=between)
    room.settle()
    assert room.session.state.spot.beat == 0
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(3, picture.height() - 3))
    room.settle()
    assert room.session.state.spot.beat == 1


def test_a_finger_on_a_whiteboard_taps_and_drags(open_room: OpenRoom) -> None:
    room = open_at(open_room, "sort")
    picture, device = room.projector, QTest.createTouchDevice()

    def tap(point: QPoint) -> None:
        QTest.touchEvent(picture, device).press(1, point, picture).commit()
        QTest.touchEvent(picture, device).release(1, point, picture).commit()
        room.settle()

    tap(spot(picture, named(picture, "put:0:1")))
    assert work(room) == (1, NONE, NONE, NONE)
    start, end = spot(picture, named(picture, "take:1")), spot(picture, named(picture, "put:1:0"))
    QTest.touchEvent(picture, device).press(1, start, picture).commit()
    for way in ((start + end) / 2, end):
        QTest.touchEvent(picture, device).move(1, way, picture).commit()
    QTest.touchEvent(picture, device).release(1, end, picture).commit()
    room.settle()
    assert work(room) == (1, 0, NONE, NONE)


def test_a_double_tap_counts_once(open_room: OpenRoom) -> None:
    room = open_at(open_room, "sort")
    picture = room.projector
    at = spot(picture, named(picture, "put:0:0"))
    QTest.mouseDClick(picture, Qt.MouseButton.LeftButton, pos=at)
    room.settle()
    assert work(room) == (0, NONE, NONE, NONE)


def test_a_frozen_picture_can_not_be_worked_at(open_room: OpenRoom) -> None:
    room = open_at(open_room, "sort")
    room.press(Qt.Key.Key_F)
    room.touch("Put in Friendly")
    drag(
        room.projector,
        spot(room.projector, named(room.projector, "take:0")),
        spot(room.projector, named(room.projector, "put:0:1")),
    )
    QTest.mouseClick(room.projector, Qt.MouseButton.LeftButton, pos=QPoint(3, room.projector.height() - 3))
    room.settle()
    assert (work(room), room.session.state.spot.beat) == ((NONE,) * 4, 0)
    room.touch("help card")
    assert room.session.state.cover == "help"


def test_a_press_on_a_covered_picture_uncovers_it(open_room: OpenRoom) -> None:
    room = open_at(open_room, "sort")
    room.press(Qt.Key.Key_B)
    QTest.mouseClick(room.projector, Qt.MouseButton.LeftButton, pos=room.projector.rect().center())
    room.settle()
    assert room.session.state.cover == ""
    assert work(room) == (NONE,) * 4


def test_a_card_that_is_told_while_it_is_dragged_is_let_go(open_room: OpenRoom) -> None:
    room = open_at(open_room, "sort")
    picture = room.projector
    start, end = spot(picture, named(picture, "take:0")), spot(picture, named(picture, "put:0:1"))
    QTest.mousePress(picture, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(picture, end)
    room.press(Qt.Key.Key_PageDown)
    assert picture.hand is not None
    assert not picture.hand.drags
    QTest.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=end)
    room.settle()
    assert work(room) == (NONE,) * 4
