"""How a lesson stands against the clock. All in seconds; None where the lesson doesn't tell its minutes."""

from __future__ import annotations

from workshop.lesson.model import Lesson
from workshop.session.order import Stop
from workshop.session.state import State


def elapsed(state: State, now: float) -> float:
    """Since the lesson began; it stands still once the lesson has ended."""
    return max(0.0, (now if state.ended is None else state.ended) - state.began)


def left(lesson: Lesson, state: State, now: float) -> float | None:
    """Until the lesson's minutes are over; below zero when they are."""
    return None if lesson.minutes is None else lesson.minutes * 60 - elapsed(state, now)


def spent(state: State, stop: Stop, now: float) -> float:
    """At that stop so far, all visits together."""
    until = now if state.ended is None else state.ended
    visit = max(0.0, until - state.since) if stop == state.stop else 0.0
    return state.spent.get(stop, 0.0) + visit


def plan(lesson: Lesson, stop: Stop) -> int | None:
    """Planned for that stop. A poll's minutes are planned for its first round and cover both."""
    minutes = 0 if stop.round > 1 else lesson.step(stop.step_id).minutes
    return None if minutes is None else minutes * 60


def ahead(lesson: Lesson, state: State, now: float) -> float | None:
    """How far ahead of its plan the class is; below zero when behind.

    Time at the present stop counts as planned until its plan is used up; without a plan, all of it does.
    """
    plans = [plan(lesson, stop) for stop in state.order[: state.order.index(state.stop)]]
    known = [seconds for seconds in plans if seconds is not None]
    if len(known) < len(plans):
        return None
    here, planned_here = spent(state, state.stop, now), plan(lesson, state.stop)
    used = here if planned_here is None else min(here, planned_here)
    return sum(known) + used - elapsed(state, now)
