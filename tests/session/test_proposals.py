"""Ways to end in time, for a class that is late."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from classroom import Room, lesson
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.lesson.model import Activity, Calm, Discuss, Help, Quiz, Slide
from workshop.lesson.steps import Answer
from workshop.session import pacing
from workshop.session.order import Stop
from workshop.session.proposals import proposals, stop_today
from workshop.session.state import Plan

ANSWERS = (Answer(right="This"), Answer(wrong="That"))
STEPS = (
    Slide(id="welcome", kind="slide", minutes=4),
    Discuss(id="talk", kind="discuss", ask="Why?", minutes=10, split=True),
    Quiz(id="quiz", kind="quiz", ask="Which?", answers=ANSWERS, minutes=5, optional=True),
    Activity(id="make", kind="activity", ask="Make it.", minutes=8),
    Calm(id="calm", kind="calm", minutes=1),
    Help(id="help", kind="help", minutes=2),
)


@pytest.fixture
def late(tmp_path: Path) -> Room:
    """A class of 30 minutes that has spent ten of them, six too many, on the welcome."""
    room = Room(tmp_path, lesson(*STEPS, minutes=30))
    room.clock.pass_by(10 * 60)
    room.session.next()
    return room


def test_a_class_in_time_is_proposed_nothing(tmp_path: Path) -> None:
    room = Room(tmp_path, lesson(*STEPS, minutes=30))
    assert proposals(room.lesson, room.session.state, room.clock()) == ()


def test_a_late_class_may_skip_what_is_optional_or_shorten_what_is_long(late: Room) -> None:
    first, *others = proposals(late.lesson, late.session.state, late.clock())
    told = [(tuple(stop.step_id for stop in one.skips), dict(one.shorter)) for one in (first, *others)]
    assert (("quiz",), {}) in told
    assert any(not skips and shorter for skips, shorter in told)
    assert all(stop.step_id not in ("calm", "help") for one in (first, *others) for stop in one.skips)
    due = pacing.due(late.lesson, late.session.state)
    assert due is not None
    assert first.ends - due < 60


def test_an_accepted_plan_is_followed_and_can_be_put_back(late: Room) -> None:
    skip = next(one for one in proposals(late.lesson, late.session.state, late.clock()) if not one.shorter)
    behind = pacing.ahead(late.lesson, late.session.state, late.clock())
    late.session.settle(skip.plan)
    won = pacing.ahead(late.lesson, late.session.state, late.clock())
    assert behind is not None
    assert won == behind + 300
    while late.own().step.id == "talk":
        late.session.next()
    assert late.own().step.id == "make"
    late.session.back()
    assert late.own().step.id == "talk"
    late.session.settle(Plan())
    assert late.session.state.plan == Plan()
    assert pacing.ahead(late.lesson, late.session.state, late.clock()) == behind


def test_stopping_today_ends_with_calm_and_help_and_opens_after_it_next_time(late: Room) -> None:
    stop = stop_today(late.lesson, late.session.state, late.clock())
    assert stop is not None
    assert stop.until == Stop("quiz")
    late.session.settle(stop.plan)
    seen = []
    while late.session.state.cue != "finished":
        seen.append(late.own().step.id)
        late.session.next()
    assert list(dict.fromkeys(seen)) == ["talk", "calm", "help"]
    late.power_cut()
    assert late.session.state.plan == stop.plan


def test_there_is_nothing_to_stop_before_at_the_end(late: Room) -> None:
    late.session.go_to(4)
    assert stop_today(late.lesson, late.session.state, late.clock()) is None


def opened_late(folder: Path, at: int) -> Room:
    """A class that begins at a later step: it was at the ones before another day, or chose this one."""
    return Room(folder, lesson(*STEPS, minutes=30), first=at)


def test_a_lesson_opened_at_a_later_step_has_the_minutes_that_are_left_from_there(tmp_path: Path) -> None:
    room = opened_late(tmp_path, 2)
    state, now = room.session.state, room.clock()
    assert room.own().step.id == "quiz"
    assert set(state.visited) == {Stop("quiz")}
    assert pacing.ahead(room.lesson, state, now) == 0
    assert pacing.whole(room.lesson, state) == 16 * 60
    assert pacing.due(room.lesson, state) == pacing.ends(room.lesson, state, now) == now + 16 * 60
    assert pacing.left(room.lesson, state, now) == 16 * 60
    assert proposals(room.lesson, state, now) == ()
    room.journal.close()


def test_a_class_that_began_at_a_later_step_is_told_when_it_is_late(tmp_path: Path) -> None:
    room = opened_late(tmp_path, 1)
    room.clock.pass_by(14 * 60)
    state, now = room.session.state, room.clock()
    assert pacing.ahead(room.lesson, state, now) == -4 * 60
    assert proposals(room.lesson, state, now)
    room.power_cut()
    assert pacing.ahead(room.lesson, room.session.state, now) == -4 * 60
    room.journal.close()


def test_a_step_jumped_over_later_in_the_lesson_is_time_won(tmp_path: Path) -> None:
    room = opened_late(tmp_path, 1)
    room.clock.pass_by(10 * 60)
    room.session.go_to(3)
    assert pacing.ahead(room.lesson, room.session.state, room.clock()) == 5 * 60
    room.journal.close()


def test_a_look_at_what_came_before_changes_nothing_and_going_through_it_counts(tmp_path: Path) -> None:
    room = opened_late(tmp_path, 2)
    room.session.back()
    room.clock.pass_by(5)
    room.session.go_to(2)
    assert pacing.ahead(room.lesson, room.session.state, room.clock()) == -5
    room.session.go_to(0)
    assert pacing.whole(room.lesson, room.session.state) == 30 * 60
    room.clock.pass_by(4 * 60)
    room.session.next()
    assert pacing.whole(room.lesson, room.session.state) == 30 * 60
    assert pacing.ahead(room.lesson, room.session.state, room.clock()) == 0
    room.journal.close()


@settings(max_examples=60, deadline=None)
@given(
    minutes=st.lists(st.one_of(st.none(), st.integers(1, 20)), min_size=6, max_size=6),
    optional=st.lists(st.booleans(), min_size=6, max_size=6),
    at=st.integers(0, 5),
    passed=st.integers(0, 4000),
)
def test_every_proposal_wins_time_and_keeps_the_ending(
    minutes: list[int | None], optional: list[bool], at: int, passed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    steps = [replace(s, minutes=m, optional=o) for s, m, o in zip(STEPS, minutes, optional, strict=True)]
    room = Room(tmp_path_factory.mktemp("room"), lesson(*steps, minutes=30))
    room.clock.pass_by(passed)
    room.session.go_to(at)
    state, now = room.session.state, room.clock()
    as_it_goes = pacing.ends(room.lesson, state, now)
    for one in proposals(room.lesson, state, now):
        assert one.ends < as_it_goes
        assert all(room.lesson.step(stop.step_id).optional for stop in one.skips)
        assert state.stop not in one.skips
    stop = stop_today(room.lesson, state, now)
    assert stop is None or (stop.until in stop.skips and Stop("help") not in stop.skips)
    room.journal.close()
