"""Timers and the clock of the lesson."""

from __future__ import annotations

from pathlib import Path

import pytest
from classroom import QUIZ, Room, lesson

from workshop.lesson.model import Discuss, Phase, Slide
from workshop.session import pacing
from workshop.session.hush import hush
from workshop.session.order import Stop
from workshop.session.phases import phases, settled
from workshop.session.state import Plan
from workshop.session.view import Countdown


def discuss(protocol: str, minutes: int | None) -> Discuss:
    return Discuss(id="d", kind="discuss", ask="?", protocol=protocol, minutes=minutes)


@pytest.mark.parametrize(
    ("minutes", "shared"),
    [(6, [1, 2, 3]), (3, [1, 1, 1]), (5, [1, 2, 2]), (10, [2, 3, 5]), (12, [2, 4, 6]), (None, [None] * 3)],
)
def test_think_pair_share_shares_the_minutes_of_the_step(minutes: int | None, shared: list[int | None]) -> None:
    made = phases(discuss("think-pair-share", minutes))
    assert [phase.name for phase in made] == ["Think", "Pair", "Share"]
    assert [phase.minutes for phase in made] == shared


def test_every_protocol_has_phases_whose_names_fit_and_whose_minutes_add_up() -> None:
    for protocol in ("class", "think-pair-share", "circle", "corners", "walking-debate", "fishbowl"):
        for minutes in range(3, 60):
            made = phases(discuss(protocol, minutes))
            assert sum(phase.minutes or 0 for phase in made) == minutes
            assert all(len(phase.name) <= 14 for phase in made)


def test_phases_of_its_own_come_before_the_protocol() -> None:
    own = (Phase(name="Draw", minutes=2),)
    assert phases(Discuss(id="d", kind="discuss", ask="?", phases=own)) == own


@pytest.mark.parametrize(
    ("own", "minutes", "shared"),
    [
        ([2, 8], 6, [1, 5]),
        ([5, 5, 1], 4, [2, 1, 1]),
        ([5, 5, 1], 2, [1, 1, 1]),
        ([4, None, 6], 5, [2, None, 3]),
        ([None, None], 5, [None, None]),
    ],
)
def test_phases_of_its_own_keep_their_part_of_a_shorter_talk(
    own: list[int | None], minutes: int, shared: list[int | None]
) -> None:
    track = tuple(Phase(name=f"P{at}", minutes=told) for at, told in enumerate(own))
    whole = sum(told or 0 for told in own) or None
    made = settled(Discuss(id="d", kind="discuss", ask="?", phases=track, minutes=whole), minutes)
    assert isinstance(made, Discuss)
    assert made.minutes == minutes
    assert [phase.minutes for phase in phases(made)] == shared


def test_a_shortened_talk_is_held_in_its_new_minutes_and_the_pacing_keeps_the_plan(room: Room) -> None:
    talk = Stop("talk")
    room.session.settle(Plan(minutes={talk: 240}))
    room.go("talk")
    step = room.seen().step
    assert isinstance(step, Discuss)
    assert [phase.minutes for phase in phases(step)] == [1, 1, 2]
    told = []
    for _phase in range(3):
        room.press()
        told.append(room.seen().timer)
    assert told == [Countdown(60, 60, True), Countdown(60, 60, True), Countdown(120, 120, True)]
    assert pacing.written(room.lesson, talk) == 360
    assert pacing.plan(room.lesson, room.session.state, talk) == 240


def test_a_phase_that_has_begun_keeps_its_time_when_the_talk_is_shortened(room: Room) -> None:
    room.go("talk")
    room.press(2)
    room.clock.pass_by(30)
    room.session.settle(Plan(minutes={Stop("talk"): 180}))
    assert room.seen().timer == Countdown(120, 90, True)
    room.press()
    assert room.seen().timer == Countdown(60, 60, True)


def test_a_timer_on_a_shortened_step_runs_for_its_new_minutes(room: Room) -> None:
    room.session.settle(Plan(minutes={Stop("quiz"): 180}))
    room.go("quiz")
    room.session.timer_toggle()
    assert room.seen().timer == Countdown(180, 180, True)


def test_each_phase_of_a_discussion_starts_its_timer_with_next(room: Room) -> None:
    room.go("talk")
    assert room.seen().timer == Countdown(60, 60, False)
    room.press()
    room.clock.pass_by(20)
    assert room.seen().timer == Countdown(60, 40, True)
    room.press()
    assert room.seen().timer == Countdown(120, 120, True)
    room.session.back()
    assert room.seen().timer == Countdown(60, 40, True)


def test_a_phase_that_is_gone_to_again_goes_on_as_it_was_left(room: Room) -> None:
    room.go("talk")
    room.press()
    room.clock.pass_by(20)
    room.session.timer_toggle()
    room.session.back()
    room.clock.pass_by(5)
    room.press()
    assert room.seen().timer == Countdown(60, 40, False)
    room.session.timer_toggle()
    room.press()
    room.clock.pass_by(10)
    room.session.back()
    room.press()
    assert room.seen().timer == Countdown(120, 110, True)


def test_a_minute_given_at_the_prompt_after_a_look_ahead_is_kept(room: Room) -> None:
    room.go("talk")
    room.press()
    room.session.back()
    room.session.add_time(60)
    room.press()
    assert room.seen().timer == Countdown(120, 120, True)


def test_the_timer_key_on_a_discussion_begins_its_first_phase(room: Room) -> None:
    room.go("talk")
    room.session.timer_toggle()
    assert room.where() == ("talk", 1, 1)
    room.session.timer_toggle()
    assert room.seen().timer == Countdown(60, 60, False)


def test_a_minute_given_before_a_discussion_begins_is_kept(room: Room) -> None:
    room.go("talk")
    room.session.add_time(60)
    assert room.seen().timer == Countdown(120, 120, False)
    room.press()
    assert room.seen().timer == Countdown(120, 120, True)


def test_a_timer_on_any_step_runs_for_its_minutes_or_five(room: Room) -> None:
    room.go("quiz")
    assert room.seen().timer is None
    room.session.timer_toggle()
    assert room.seen().timer == Countdown(240, 240, True)
    room.go("help")
    room.session.timer_toggle()
    assert room.seen().timer == Countdown(300, 300, True)


def test_a_pause_stays_a_pause_while_time_is_given(room: Room) -> None:
    room.go("quiz")
    room.session.timer_toggle()
    room.clock.pass_by(30)
    room.session.timer_toggle()
    room.session.add_time(60)
    room.clock.pass_by(500)
    assert room.seen().timer == Countdown(300, 270, False)


def test_time_runs_over_and_a_minute_more_counts_from_now(room: Room) -> None:
    room.go("quiz")
    room.session.timer_toggle()
    room.clock.pass_by(250)
    assert room.seen().timer == Countdown(240, -10, True)
    room.session.add_time(60)
    assert room.seen().timer == Countdown(300, 60, True)


def test_a_minute_taken_never_makes_a_class_late(room: Room) -> None:
    room.go("quiz")
    room.session.timer_toggle()
    room.clock.pass_by(200)
    room.session.add_time(-60)
    assert room.seen().timer == Countdown(180, 0, True)
    room.session.add_time(-60)
    room.session.add_time(-600)
    assert room.seen().timer == Countdown(60, 0, True)


def test_a_timer_that_is_over_starts_again_at_its_full_time(room: Room) -> None:
    room.go("quiz")
    room.session.timer_toggle()
    room.clock.pass_by(300)
    room.session.timer_toggle()
    room.session.timer_toggle()
    assert room.seen().timer == Countdown(240, 240, True)


def test_views_within_a_second_are_equal(room: Room) -> None:
    room.go("quiz")
    room.session.timer_toggle()
    room.clock.pass_by(0.2)
    first = room.seen()
    room.clock.pass_by(0.5)
    assert room.seen() == first


def test_a_clock_set_back_takes_no_time_away(room: Room) -> None:
    room.go("quiz")
    room.session.timer_toggle()
    room.clock.pass_by(-3600)
    assert room.seen().timer == Countdown(240, 240, True)
    assert pacing.elapsed(room.session.state, room.clock()) == 0


def test_the_console_knows_elapsed_and_left_and_the_time_in_each_step(room: Room) -> None:
    state = room.session.state
    assert (pacing.elapsed(state, room.clock()), pacing.left(room.lesson, state, room.clock())) == (0, 45 * 60)
    room.clock.pass_by(100)
    room.press()
    room.clock.pass_by(50)
    room.session.back()
    room.clock.pass_by(10)
    state = room.session.state
    assert pacing.spent(state, Stop("welcome"), room.clock()) == 110
    assert pacing.spent(state, Stop("line"), room.clock()) == 50
    assert pacing.elapsed(state, room.clock()) == 160


def test_a_class_on_its_plan_is_not_behind_within_a_step(room: Room) -> None:
    room.clock.pass_by(60)
    assert pacing.ahead(room.lesson, room.session.state, room.clock()) == 0
    room.press()
    assert pacing.ahead(room.lesson, room.session.state, room.clock()) == 60
    room.clock.pass_by(5 * 60)
    assert pacing.ahead(room.lesson, room.session.state, room.clock()) == 60 - 2 * 60


def test_pacing_stays_unknown_where_the_lesson_does_not_tell(tmp_path: Path) -> None:
    room = Room(tmp_path, lesson(Slide(id="a", kind="slide"), QUIZ, minutes=None))
    room.press()
    assert pacing.ahead(room.lesson, room.session.state, room.clock()) is None
    assert pacing.left(room.lesson, room.session.state, room.clock()) is None
    assert pacing.plan(room.lesson, room.session.state, Stop("a")) is None
    room.journal.close()


def test_the_second_vote_is_planned_with_the_first(room: Room) -> None:
    assert pacing.plan(room.lesson, room.session.state, Stop("line")) == 180
    assert pacing.plan(room.lesson, room.session.state, Stop("line", 2)) == 0


def test_an_ended_lesson_stands_still(room: Room) -> None:
    room.clock.pass_by(100)
    room.session.end()
    room.clock.pass_by(100)
    assert pacing.elapsed(room.session.state, room.clock()) == 100
    assert pacing.spent(room.session.state, Stop("welcome"), room.clock()) == 100


def test_a_talk_of_the_whole_class_begins_with_five_quiet_seconds(room: Room) -> None:
    room.go("talk")
    for _phase in range(3):
        room.press()
    told = []
    for _second in range(7):
        told.append(hush(room.own()))
        room.clock.pass_by(1)
    assert told == [5, 4, 3, 2, 1, 0, 0]


def test_there_is_no_quiet_wait_at_the_prompt_nor_in_pairs(room: Room) -> None:
    room.go("talk")
    assert hush(room.own()) == 0
    room.press()
    room.press()
    assert hush(room.own()) == 0


@pytest.mark.parametrize(
    "talk",
    [
        Discuss(id="talk", kind="discuss", ask="?", protocol="corners"),
        Discuss(id="talk", kind="discuss", ask="?", phases=(Phase(name="Tell", grouping="class"),)),
    ],
    ids=["corners", "own"],
)
def test_a_talk_without_minutes_begins_with_five_quiet_seconds_too(tmp_path: Path, talk: Discuss) -> None:
    room = Room(tmp_path, lesson(talk, QUIZ))
    room.press(len(phases(talk)))
    told = []
    for _second in range(14):
        told.append((hush(room.own()), room.own().begun))
        room.clock.pass_by(1)
    assert [quiet for quiet, _begun in told] == [5, 4, 3, 2, 1, *[0] * 9]
    assert [begun for _quiet, begun in told] == [*range(12), None, None]
    room.press()
    room.session.back()
    assert room.own().begun is None
    room.journal.close()


def test_a_quiet_moment_goes_on_after_a_power_cut(room: Room) -> None:
    room.go("talk")
    room.press(3)
    room.clock.pass_by(2)
    room.journal.alive(room.clock())
    room.clock.pass_by(100)
    room.power_cut()
    assert hush(room.own()) == 3


def test_a_time_started_late_in_a_talk_asks_for_no_new_quiet(tmp_path: Path) -> None:
    room = Room(tmp_path, lesson(Discuss(id="talk", kind="discuss", ask="?")))
    room.press()
    room.clock.pass_by(60)
    room.session.timer_toggle()
    assert room.own().timer == Countdown(300, 300, True)
    assert hush(room.own()) == 0
    room.journal.close()
