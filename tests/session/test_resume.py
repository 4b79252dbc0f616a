"""After a power cut the class finds the very picture it had."""

from __future__ import annotations

from classroom import LINE, QUIZ, STORY, TALK, Room, beats, lesson

from workshop.lesson.model import Card, Choice, Poll, Scenario, Slide
from workshop.session import pacing
from workshop.session.journal import Journal
from workshop.session.session import Session
from workshop.session.view import Countdown


def test_step_reveal_path_tally_cover_and_freeze_are_found_again(room: Room) -> None:
    room.go("line")
    room.session.set_count(1, 7)
    room.press(4)
    room.session.choose(1)
    room.session.freeze()
    room.press(2)
    room.session.help_card()
    room.session.escape()
    projector, console = room.seen(), room.own()
    room.power_cut()
    assert (room.seen(), room.own()) == (projector, console)
    assert room.session.state.tallies


def test_a_running_timer_goes_on_where_the_class_was_but_the_bell_does_not_wait(room: Room) -> None:
    room.go("quiz")
    room.session.timer_toggle()
    room.clock.pass_by(60)
    room.journal.alive(room.clock())
    room.clock.pass_by(180)
    room.power_cut()
    assert room.seen().timer == Countdown(240, 180, True)
    assert pacing.elapsed(room.session.state, room.clock()) == 240
    room.clock.pass_by(10)
    assert room.seen().timer == Countdown(240, 170, True)


def test_a_paused_timer_stays_paused(room: Room) -> None:
    room.go("quiz")
    room.session.timer_toggle()
    room.session.timer_toggle()
    room.clock.pass_by(180)
    room.power_cut()
    assert room.seen().timer == Countdown(240, 240, False)


def test_two_power_cuts_in_a_row_lose_nothing(room: Room) -> None:
    room.go("quiz")
    room.session.timer_toggle()
    for _ in range(2):
        room.clock.pass_by(100)
        room.power_cut()
    assert room.seen().timer == Countdown(240, 240, True)


def test_a_lesson_taken_up_the_next_day_counts_only_its_own_time(room: Room) -> None:
    room.clock.pass_by(600)
    room.press()
    room.clock.pass_by(24 * 3600)
    room.power_cut()
    room.clock.pass_by(60)
    state = room.session.state
    assert pacing.elapsed(state, room.clock()) == 660
    assert pacing.spent(state, state.stop, room.clock()) == 60


def test_a_step_removed_meanwhile_gives_way_to_the_one_before(room: Room) -> None:
    room.go("quiz")
    room.power_cut(lesson(LINE, STORY, TALK))
    assert room.where() == ("talk", 1, 0)
    assert room.session.stops[-1].step_id == "talk"


def test_new_steps_before_the_present_one_change_nothing_for_the_class(room: Room) -> None:
    room.go("quiz")
    room.press()
    room.power_cut(lesson(Slide(id="new", kind="slide"), QUIZ))
    assert room.where() == ("quiz", 1, 1)
    assert (room.own().at, room.own().total) == (1, 2)


def test_a_frozen_picture_of_a_removed_step_is_let_go(room: Room) -> None:
    room.session.freeze()
    room.go("quiz")
    room.power_cut(lesson(QUIZ))
    assert room.seen().step.id == "quiz"


def test_a_story_rewritten_meanwhile_goes_on_as_far_as_it_still_fits(room: Room) -> None:
    room.go("story")
    room.press(3)
    room.session.choose(0)
    cards = {"asks": Card(choices=(Choice(say="Tell", go="end"),)), "end": Card(ending="safe")}
    room.power_cut(lesson(Scenario(id="story", kind="scenario", start="asks", cards=cards), QUIZ))
    assert room.own().card == "end"
    cards = {"first": Card(choices=(Choice(say="Tell", go="end"),)), "end": Card(ending="safe")}
    room.power_cut(lesson(Scenario(id="story", kind="scenario", start="first", cards=cards), QUIZ))
    assert (room.own().card, room.own().path, room.own().beat) == ("first", (), 0)


def test_a_tally_of_other_answers_is_dropped(room: Room) -> None:
    room.go("line")
    room.session.set_count(0, 5)
    room.power_cut(lesson(Poll(id="line", kind="poll", ask="True?", choices=("Yes", "No"))))
    assert room.seen().counts == ((0, 0),)
    room.session.count(1, 1)
    assert room.seen().counts == ((0, 1),)
    room.session.undo()
    assert room.seen().counts == ((0, 0),)


def test_a_step_that_became_another_kind_is_simply_shown(room: Room) -> None:
    room.go("talk")
    room.press(2)
    room.power_cut(lesson(Slide(id="talk", kind="slide"), QUIZ))
    assert (room.own().step.kind, room.own().timer) == ("slide", None)
    room.session.timer_toggle()
    room.session.back()
    assert room.where()[0] == "talk"
    room.press(2)
    assert room.where()[0] == "quiz"


def test_a_question_of_the_console_is_not_asked_again(room: Room) -> None:
    room.go("story")
    room.press(4)
    assert room.session.state.cue == "choose"
    room.power_cut(lesson(QUIZ))
    assert room.session.state.cue == ""


def test_resuming_an_empty_journal_starts_the_lesson(room: Room) -> None:
    room.session.end()
    journal = Journal.open(room.path)
    session = Session.resume(room.lesson, journal, room.clock, beats)
    assert session.console_view(room.clock()).at == 0
    journal.close()
