"""The class works at the board: by mouse, by touch and by number keys, and nothing is ever called wrong."""

from __future__ import annotations

from collections.abc import Callable

from presenting import Key, Room
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

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
media:
  photo: {file: media/photo.svg, alt: A photo}
steps:
- {id: rules, kind: rules}
- id: sort
  kind: sort
  title: Sort the messages
  groups:
    Friendly: [I like it!, No problem!]
    Pressure: [Our secret!, Answer now!]
- id: match
  kind: match
  pairs: {Moon: Night, Sun: Day, Rain: Coat}
- {id: order, kind: order, items: [Stop, Keep, Tell]}
- {id: fill, kind: fill, text: "Keep the [chat] and [tell] an [adult]."}
- id: quiz
  kind: quiz
  ask: Which is pressure?
  answers: [{right: Our secret, because: Secrecy.}, {wrong: Well done, because: Kind.}]
- id: todo
  kind: activity
  ask: Make a poster
  instructions: [Agree., Sketch., Hang it up.]
- id: look
  kind: observe
  picture: photo
  spots:
  - {at: 0 0 30 30, text: A mask}
  - {at: 60 60 30 30, text: A hand}
- {id: calm, kind: calm, breaths: 2}
- {id: where, kind: help}
"""
OpenRoom = Callable[..., Room]
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
    media = room.folder / "media"
    media.mkdir()
    media.joinpath("photo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90"/>', "utf-8")
    room.go(step)
    return room


def press_at(picture: StageView, x: float, y: float) -> None:
    """A click at a point of the canvas."""
    left, top, scale = picture.shown_area()
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPointF(left + x * scale, top + y * scale).toPoint())


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
    assert room.at() == "match"


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


def test_pairs_are_put_together_by_number_by_press_and_by_dragging(open_room: OpenRoom) -> None:
    room = open_at(open_room, "match")
    room.press(Qt.Key.Key_1)
    first = work(room)[0]
    assert first >= 0
    room.touch("to put with Sun")
    assert work(room)[1] >= 0
    free = next(place for place in range(3) if place not in work(room))
    picture = room.projector
    target = next(control for control in room.controls() if control.place == free)
    drag(picture, spot(picture, named(picture, "take:0")), spot(picture, target))
    room.settle()
    assert work(room) == (free, work(room)[1], NONE)


def shift(number: int) -> Key:
    return Key(Qt.Key(ord(str(number))), "", Qt.KeyboardModifier.ShiftModifier)


def test_shift_and_a_number_take_a_card_out_of_its_group_again(open_room: OpenRoom) -> None:
    room = open_at(open_room, "sort")
    for key in (Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_2):
        room.press(key)
    room.press(shift(2))  # the second of those that lie in a group
    assert held(room) == 1
    room.press(shift(2))  # and back
    assert (held(room), work(room)) == (NONE, (1, 0, 1, NONE))
    room.press(shift(2))
    room.press(Qt.Key.Key_2)
    assert (held(room), work(room)) == (NONE, (1, 1, 1, NONE))
    room.press(shift(9))  # there is no such card
    assert (held(room), room.session.state.spot.beat) == (NONE, 0)
    room.press(Qt.Key.Key_PageDown)  # the first is told: it stays, and the numbers go on from the next
    room.press(shift(1))
    assert held(room) == 1


def test_shift_and_a_number_pick_any_left_card_for_the_next_pair(open_room: OpenRoom) -> None:
    room = open_at(open_room, "match")
    room.press(shift(3))
    assert held(room) == 2
    room.press(Qt.Key.Key_1)
    assert work(room)[:2] == (NONE, NONE)
    first = work(room)[2]
    room.press(shift(3))  # a pair is parted by giving its left card another
    room.press(Qt.Key.Key_2)
    assert work(room)[2] not in (NONE, first)


def test_the_console_names_the_cards_that_can_be_taken(open_room: OpenRoom) -> None:
    room = open_at(open_room, "sort")
    room.press(Qt.Key.Key_2)
    cells = {button.cell.key: button.cell for button in room.console.pad.cells}
    assert list(cells) == ["1", "2", "Shift+1"]
    assert cells["Shift+1"].label in room.class_reads()
    room.console.pad.cells[2].click()
    room.settle()
    assert held(room) == 0
    room.go("match")
    told = [(button.cell.key, button.cell.label) for button in room.console.pad.cells]
    assert told[::2] == [("Shift+1", "A Moon"), ("Shift+2", "B Sun"), ("Shift+3", "C Rain")]
    assert {key for key, _label in told[1::2]} == {"1", "2", "3"}


def test_the_console_names_answers_by_the_letters_that_the_class_sees(open_room: OpenRoom) -> None:
    room = open_at(open_room, "quiz")
    assert [button.cell.label for button in room.console.pad.cells] == ["A Our secret", "B Well done"]
    room.go("order")
    assert [button.cell.label[0] for button in room.console.pad.cells] == ["A", "B", "C"]


def test_a_sequence_is_made_by_pressing_and_a_card_comes_back_when_pressed_again(open_room: OpenRoom) -> None:
    room = open_at(open_room, "order")
    room.touch("Put in place 1: Tell")
    room.touch("Put in place 2: Stop")
    assert work(room) == (1, NONE, 0)
    room.touch("Tell, put in place 1")
    assert work(room) == (1, NONE, NONE)
    picture = room.projector
    keep = next(control for control in room.controls() if control.item == 1)
    last = next(control for control in room.controls() if control.place == 2)
    drag(picture, spot(picture, keep), spot(picture, last))
    assert work(room) == (1, 2, NONE)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        room.press(key)
    assert work(room)[2] in (0, NONE)


def test_words_are_put_into_gaps_and_dragged_into_any(open_room: OpenRoom) -> None:
    room = open_at(open_room, "fill")
    room.touch("Put in gap 1: adult")
    assert work(room) == (NONE, NONE, 0)
    picture = room.projector
    word = next(control for control in room.controls() if control.item == 0)
    gap = next(control for control in room.controls() if control.place == 2)
    drag(picture, spot(picture, word), spot(picture, gap))
    room.settle()
    assert work(room) == (2, NONE, 0)
    drag(picture, spot(picture, next(c for c in room.controls() if c.item == 2)), QPoint(5, 5))
    room.settle()
    assert work(room) == (2, NONE, 0)
    press_at(picture, *named(picture, "").box[:2])  # an empty gap: nothing to do there
    room.settle()
    assert (work(room), room.session.state.spot.beat) == ((2, NONE, 0), 0)
    room.press(Qt.Key.Key_PageDown)
    assert "chat" in room.class_reads()


def test_answers_are_marked_and_told_with_their_reasons(open_room: OpenRoom) -> None:
    room = open_at(open_room, "quiz")
    room.touch("B: Well done")
    room.press(Qt.Key.Key_1)
    assert work(room) == (0, 0)
    room.press(Qt.Key.Key_2)
    assert work(room) == (0, NONE)
    assert "Secrecy" not in room.class_reads()
    room.press(Qt.Key.Key_PageDown)
    assert "Secrecy" in room.class_reads()


def test_instructions_are_ticked_off(open_room: OpenRoom) -> None:
    room = open_at(open_room, "todo")
    room.touch("Sketch.")
    room.press(Qt.Key.Key_3)
    assert work(room) == (NONE, 0, 0)
    assert room.at() == "todo"


def test_a_spot_is_found_by_press_or_number_and_nothing_beside_it(open_room: OpenRoom) -> None:
    room = open_at(open_room, "look")
    picture = room.projector
    box = named(picture, "find:0").box
    press_at(picture, box.right + 30, box.y + 20)
    room.settle()
    assert room.session.state.spot.beat == 0
    room.press(Qt.Key.Key_2)
    assert "A hand" in room.class_reads()
    assert "A mask" not in room.class_reads()
    room.touch("place 1")
    assert "A mask" in room.class_reads()


def test_the_console_names_what_the_numbers_find_and_the_class_reads_none_of_it(open_room: OpenRoom) -> None:
    room = open_at(open_room, "look")
    assert [button.cell.label for button in room.console.pad.cells] == ["A mask", "A hand"]
    assert "A mask" not in "\n".join(control.label for control in room.controls())


def test_a_press_on_the_sun_starts_breathing_together(open_room: OpenRoom) -> None:
    room = open_at(open_room, "calm")
    room.touch("Breathe together")
    assert "in" in room.class_reads().split("\n")
    room.pass_by(5)
    assert "out" in room.class_reads().split("\n")
    room.pass_by(20)
    assert not {"in", "out"} & set(room.class_reads().split("\n"))
    assert room.at() == "calm"
