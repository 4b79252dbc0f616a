"""How a lesson stands against the clock. All in seconds; None where the lesson doesn't tell its minutes."""

from __future__ import annotations

from workshop.lesson.model import Lesson
from workshop.session.order import Stop
from workshop.session.state import State

LOOK_BACK = 15.0  # seconds: who was at a stop for less has only had a look at it


def elapsed(state: State, now: float) -> float:
    """Since the lesson began; it stands still once the lesson has ended."""
    return max(0.0, (now if state.ended is None else state.ended) - state.began)


def left(lesson: Lesson, state: State, now: float) -> float | None:
    """Until the lesson's minutes are over; below zero when they are."""
    given = whole(lesson, state)
    return None if given is None else given - elapsed(state, now)


def whole(lesson: Lesson, state: State) -> int | None:
    """The lesson's minutes, in seconds; those from where its class began, if that was at a later step."""
    if lesson.minutes is None:
        return None
    part, told = _part(state), lesson.minutes * 60
    known = {stop: written(lesson, stop) or 0 for stop in state.order}
    passed = sum(seconds for stop, seconds in known.items() if stop not in part)
    return min(told, max(told - passed, sum(known[stop] for stop in part)))


def _part(state: State) -> tuple[Stop, ...]:
    """What this class goes through: all from where it began or, if further back, is now; and where it was before."""
    start = min(state.order.index(state.opened), state.order.index(state.stop))
    was = [stop for stop in state.order[:start] if state.spent.get(stop, 0.0) >= LOOK_BACK]
    return (*was, *state.order[start:])


def spent(state: State, stop: Stop, now: float) -> float:
    """At that stop so far, all visits together."""
    until = now if state.ended is None else state.ended
    visit = max(0.0, until - state.since) if stop == state.stop else 0.0
    return state.spent.get(stop, 0.0) + visit


def plan(lesson: Lesson, state: State, stop: Stop) -> int | None:
    """Planned for that stop, as the lesson tells or as was settled underway; 0 for one that is left out.

    A poll's minutes are planned for its first round and cover both.
    """
    if stop in state.plan.skipped:
        return 0
    return state.plan.minutes.get(stop, written(lesson, stop))


def written(lesson: Lesson, stop: Stop) -> int | None:
    """Planned for that stop by the lesson itself."""
    minutes = 0 if stop.round > 1 else lesson.step(stop.step_id).minutes
    return None if minutes is None else minutes * 60


def ahead(lesson: Lesson, state: State, now: float) -> float | None:
    """How far ahead of its plan the class is; below zero when behind.

    Time at the present stop counts as planned until its plan is used up; without a plan, all of it does. What was
    settled underway counts: a class that leaves a step out has won its minutes. What comes before the step at which
    the class began was neither done nor won.
    """
    coming = _from_here(state)
    before = [stop for stop in _part(state) if stop not in coming]
    plans = [written(lesson, stop) for stop in before]
    known = [seconds for seconds in plans if seconds is not None]
    if len(known) < len(plans):
        return None
    here, planned_here = spent(state, state.stop, now), plan(lesson, state, state.stop)
    used = here if planned_here is None else min(here, planned_here)
    return sum(known) + used - elapsed(state, now) + _won(lesson, state)


def _won(lesson: Lesson, state: State) -> float:
    """What the changes to the plan save from the present stop on."""
    told = [(written(lesson, stop), plan(lesson, state, stop)) for stop in _from_here(state)]
    return float(sum(before - after for before, after in told if before is not None and after is not None))


def _from_here(state: State) -> tuple[Stop, ...]:
    return state.order[state.order.index(state.stop) :]


def to_come(lesson: Lesson, state: State, now: float) -> float:
    """What the plan still asks for: the rest of this stop, and the stops ahead; those without minutes count as none."""
    here, *further = _from_here(state)
    rest = max(0.0, (plan(lesson, state, here) or 0) - spent(state, here, now))
    return rest + sum(plan(lesson, state, stop) or 0 for stop in further)


def ends(lesson: Lesson, state: State, now: float) -> float:
    """The wall-clock time at which the lesson ends if the rest goes as planned."""
    return now + to_come(lesson, state, now)


def due(lesson: Lesson, state: State) -> float | None:
    """The wall-clock time at which the lesson should end."""
    given = whole(lesson, state)
    return None if given is None else state.began + given
