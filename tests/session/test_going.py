"""Next, back and go to, as a clicker gives them."""

from __future__ import annotations

from pathlib import Path

import pytest
from classroom import META, STEPS, Clock, Room, beats, lesson

from workshop.lesson.model import Slide
from workshop.lesson.problems import WorkshopError
from workshop.session.journal import Journal
from workshop.session.session import Session


def test_next_goes_through_the_whole_lesson_with_a_clicker_alone(room: Room) -> None:
    met = [room.where()]
    for _ in range(40):
        room.press()
        if room.where() != met[-1]:
            met.append(room.where())
    assert [place for place in met if place[0] != "story"] == [
        ("welcome", 1, 0),
        ("line", 1, 0),
        ("line", 2, 0),
        ("talk", 1, 0),
        ("talk", 1, 1),
        ("talk", 1, 2),
        ("talk", 1, 3),
        ("quiz", 1, 0),
        ("quiz", 1, 1),
        ("quiz", 1, 2),
        ("help", 1, 0),
    ]


def test_the_console_says_when_the_lesson_is_at_its_end(room: Room) -> None:
    room.go("help")
    assert room.session.next_view(room.clock()) is None
    room.press()
    assert room.where() == ("help", 1, 0)
    assert room.session.state.cue == "finished"


def test_back_shows_the_step_before_fully_revealed(room: Room) -> None:
    room.go("help")
    room.session.back()
    assert room.where() == ("quiz", 1, 2)
    room.session.back()
    assert room.where() == ("quiz", 1, 1)


def test_back_on_the_first_picture_does_nothing(room: Room) -> None:
    room.session.back()
    assert room.where() == ("welcome", 1, 0)


def test_going_to_a_step_finds_it_as_it_was_left(room: Room) -> None:
    room.go("quiz")
    room.press()
    room.go("welcome")
    room.go("quiz")
    assert room.where() == ("quiz", 1, 1)
    room.session.go_to(99)
    assert room.where() == ("quiz", 1, 1)


def test_next_under_a_blank_screen_shows_the_same_picture_again(room: Room) -> None:
    room.go("quiz")
    room.session.blank()
    assert room.seen().cover == "blank"
    room.press()
    assert (room.seen().cover, room.where()) == ("", ("quiz", 1, 0))


def test_the_help_card_comes_and_goes_with_one_key_and_nothing_is_lost(room: Room) -> None:
    room.go("quiz")
    room.press()
    before = room.seen()
    room.session.help_card()
    assert room.seen() == before._replace(cover="help")
    room.session.help_card()
    assert room.seen() == before


def test_a_picture_can_be_found_behind_a_blank_screen(room: Room) -> None:
    room.session.blank()
    room.go("quiz")
    assert (room.seen().cover, room.seen().step.id) == ("blank", "quiz")


def test_a_frozen_picture_stays_while_the_console_looks_elsewhere(room: Room) -> None:
    room.go("quiz")
    room.session.freeze()
    frozen = room.seen()
    room.go("help")
    room.clock.pass_by(90)
    assert room.seen() == frozen
    assert room.own().step.id == "help"
    room.session.help_card()
    assert room.seen() == frozen._replace(cover="help")
    room.session.help_card()
    room.session.freeze()
    assert room.seen() == room.own()


def test_a_frozen_timer_stands_still_for_the_class_only(room: Room) -> None:
    room.go("quiz")
    room.session.timer_toggle()
    room.session.freeze()
    room.clock.pass_by(30)
    assert room.seen().timer is not None
    assert room.seen().timer.left == 240
    assert room.own().timer.left == 210


def test_escape_clears_one_thing_after_another_and_never_ends_a_lesson(room: Room) -> None:
    room.session.freeze()
    room.session.blank()
    room.session.escape()
    assert (room.session.state.cover, bool(room.session.state.frozen)) == ("", True)
    room.session.escape()
    assert (bool(room.session.state.frozen), room.session.state.cue) == (False, "")
    for _ in range(3):
        room.session.escape()
    assert (room.session.state.cue, room.session.state.ended) == ("end", None)
    room.session.stay()
    assert room.session.state.cue == ""


def test_f5_of_a_clicker_shows_the_lesson(room: Room) -> None:
    room.session.freeze()
    room.session.blank()
    room.session.f5()
    assert room.seen() == room.own()
    room.session.escape()
    room.session.f5()
    assert room.session.state.cue == ""


def test_any_move_takes_the_question_away(room: Room) -> None:
    room.session.escape()
    room.session.back()
    assert room.session.state.cue == ""
    room.session.escape()
    room.press()
    assert (room.session.state.cue, room.where()) == ("", ("line", 1, 0))


def test_the_preview_shows_what_the_next_press_will(room: Room) -> None:
    for _ in range(12):
        promised = room.session.next_view(room.clock())
        room.press()
        assert room.seen() == promised


def test_windows_are_told_once_for_each_change_and_after_it(room: Room) -> None:
    told = []
    room.session.listeners.append(lambda: told.append(room.where()))
    room.press()
    room.session.go_to(1)
    assert told == [("line", 1, 0)]


def test_an_ended_lesson_takes_no_more_commands(room: Room) -> None:
    room.session.end()
    room.press()
    room.session.blank()
    room.session.end()
    assert room.where() == ("welcome", 1, 0)
    assert room.session.state.ended == room.clock()
    assert list(room.path.parent.glob("session*")) == []


def test_a_lesson_of_one_slide_can_be_presented(tmp_path: Path) -> None:
    room = Room(tmp_path, lesson(Slide(id="only", kind="slide")))
    room.press(3)
    room.session.back()
    assert room.where() == ("only", 1, 0)
    room.journal.close()


def test_a_lesson_with_every_step_hidden_says_what_to_do(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path / "session.sqlite")
    journal.begin(META)
    with pytest.raises(WorkshopError, match="Show at least one step"):
        Session(lesson(), journal, Clock(), beats, hidden=frozenset(step.id for step in STEPS))
    journal.close()
