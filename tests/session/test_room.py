"""What a facilitator needs beyond going through: votes on a story, the board, drawing, the question box."""

from __future__ import annotations

from pathlib import Path

import pytest
from classroom import Room, lesson

from workshop.lesson.model import Observe, Sort, Spot
from workshop.lesson.values import Area
from workshop.session.view import Stroke

LINE = Stroke("coral", 8, ((1, 2), (3, 4)))


@pytest.fixture
def at_story(room: Room) -> Room:
    room.session.go_to([stop.step_id for stop in room.session.stops].index("story"))
    return room


def test_a_question_from_the_box_covers_the_picture_and_leaves_when_it_may_be_a_disclosure(room: Room) -> None:
    number = room.session.box.add("  What happens\n after I report? ")
    room.session.box.show(number)
    assert (room.seen().cover, room.seen().asked) == ("question", "What happens after I report?")
    room.session.box.place(number, "disclosure")
    assert (room.seen().cover, room.seen().asked) == ("", "")
    room.session.box.show(number)
    assert room.seen().cover == ""


def test_questions_are_queued_in_order_and_a_dropped_one_can_be_taken_back(room: Room) -> None:
    one, two = room.session.box.add("One?"), room.session.box.add("Two?")
    room.session.box.place(two, "queued")
    room.session.box.place(one, "queued")
    assert [question.text for question in room.session.state.questions] == ["Two?", "One?"]
    room.session.box.place(two, "dropped")
    room.session.box.show(two)
    assert room.seen().cover == ""
    room.session.box.place(two, "queued")
    room.session.box.show(two)
    assert room.seen().asked == "Two?"


def test_the_box_is_empty_once_the_lesson_is_closed(room: Room) -> None:
    room.session.box.add("One?")
    room.session.end()
    assert room.session.state.questions == ()


def test_a_line_goes_at_the_next_step_unless_it_is_kept(room: Room) -> None:
    room.session.ink.draw(LINE)
    assert room.seen().ink == (LINE,)
    room.session.go_to(1)
    room.session.go_to(0)
    assert room.seen().ink == ()
    room.session.undo()
    assert room.seen().ink == ()
    room.session.ink.keep()
    room.session.ink.draw(LINE)
    room.session.go_to(1)
    assert room.seen().ink == ()
    room.session.go_to(0)
    assert room.seen().ink == (LINE,)


def test_undo_takes_back_lines_and_a_wipe_one_by_one(room: Room) -> None:
    room.session.ink.draw(LINE)
    room.session.ink.draw(LINE._replace(hue="sky"))
    room.session.ink.wipe()
    assert room.seen().ink == ()
    room.session.undo()
    assert len(room.seen().ink) == 2
    room.session.undo()
    room.session.undo()
    room.session.undo()
    assert room.seen().ink == ()


def test_nothing_is_drawn_on_a_picture_that_the_class_does_not_see_now(room: Room) -> None:
    room.session.freeze()
    room.session.ink.draw(LINE)
    room.session.f5()
    room.session.blank()
    room.session.ink.draw(LINE)
    assert room.session.state.ink == {}


@pytest.mark.parametrize("below", ["neutral", "blank"])
def test_help_over_another_cover_gives_that_back_and_never_the_slide(room: Room, below: str) -> None:
    getattr(room.session, below)()
    room.session.help_card()
    assert room.seen().cover == "help"
    room.session.help_card()
    assert room.seen().cover == below
    room.session.help_card()
    room.session.next()
    assert room.seen().cover == below
    room.session.help_card()
    room.session.f5()
    assert room.seen().cover == ""


def test_help_over_a_question_gives_it_back_unless_it_may_be_a_disclosure(room: Room) -> None:
    number = room.session.box.add("Why?")
    room.session.box.show(number)
    room.session.help_card()
    room.session.help_card()
    assert (room.seen().cover, room.seen().asked) == ("question", "Why?")
    room.session.help_card()
    room.session.box.place(number, "disclosure")
    room.session.help_card()
    assert (room.seen().cover, room.seen().asked) == ("", "")


def test_undo_at_the_board_takes_back_the_change_and_leaves_what_was_told(tmp_path: Path) -> None:
    room = Room(tmp_path, lesson(SORT))
    room.session.board.put(0, 1)
    room.session.board.put(1, 1)
    room.press(2)
    told = room.own().beat
    room.session.undo()
    assert room.own().beat == told
    assert room.own().work == (1, -1, -1, -1)


def test_undo_of_a_spot_that_was_found_hides_it_again(tmp_path: Path) -> None:
    room = Room(tmp_path, lesson(LOOK))
    room.session.board.find(2)
    assert room.own().beat == 1
    room.session.undo()
    assert (room.own().beat, room.own().work) == (0, ())


def test_a_tie_that_is_undone_is_no_tie(at_story: Room) -> None:
    session = at_story.session
    session.vote()
    session.count(0, 2)
    session.count(1, 2)
    session.next()
    session.next()
    assert session.state.cue == "tie"
    session.undo()
    assert session.state.cue == ""


SORT = Sort(id="sort", kind="sort", groups={"Kind": ("a", "b"), "Not": ("c", "d")})
LOOK = Observe(
    id="look",
    kind="observe",
    picture="room",
    spots=tuple(Spot(at=Area(10 * n, 10, 5, 5), text=f"Spot {n}") for n in range(4)),
)
