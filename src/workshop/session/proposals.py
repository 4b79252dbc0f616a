"""Ways to end in time: what to leave out, what to shorten, where to stop for today. Nothing is done unasked."""

from __future__ import annotations

from typing import NamedTuple

from workshop.lesson.model import Lesson
from workshop.session import pacing
from workshop.session.order import Stop
from workshop.session.state import Plan, State

LATE = 60.0  # seconds over the lesson's end from which something is proposed
LEAST = 3  # minutes below which no step is shortened
SHARE = 0.6  # of its written minutes that a shortened step keeps at least
SHORTENED = ("discuss", "activity", "sort", "match", "order", "fill", "observe", "quiz", "poll")
ENDING = ("calm", "help")  # with these every lesson ends, also one that stops halfway


class Proposal(NamedTuple):
    """A plan to accept or not. `skips` and `shorter` tell what changes from now; `ends` is the wall-clock end."""

    plan: Plan
    skips: tuple[Stop, ...]
    shorter: tuple[tuple[Stop, int], ...]  # with the new minutes
    ends: float

    @property
    def until(self) -> Stop | None:
        """Where next time opens; None for a proposal that gets through the whole lesson."""
        return self.plan.until


def proposals(lesson: Lesson, state: State, now: float) -> tuple[Proposal, ...]:
    """What to propose, the mildest first: only for a class that is late, and only what wins time."""
    due = pacing.due(lesson, state)
    if due is None or pacing.ends(lesson, state, now) - due < LATE:
        return ()
    skipping = _skipping(lesson, state, now, due)
    shortening = _shortening(lesson, state, state.plan, now, due)
    both = _shortening(lesson, state, skipping, now, due)
    made = [_proposal(lesson, state, plan, now) for plan in (skipping, shortening, both)]
    found: list[Proposal] = []
    for one in made:
        if (one.skips or one.shorter) and one.plan not in [other.plan for other in found]:
            found.append(one)
    return tuple(sorted(found, key=lambda one: (one.ends - due >= LATE, len(one.skips) + len(one.shorter))))


def stop_today(lesson: Lesson, state: State, now: float) -> Proposal | None:
    """Where to stop for today: after the last good place that time allows, else after this step; then calm and help.

    None where nothing but the ending is left.
    """
    ahead = list(state.order[state.order.index(state.stop) :])
    ending = _ending(lesson, ahead)
    before = [stop for stop in ahead if stop not in ending and stop not in state.plan.skipped]
    if len(before) < 2:
        return None
    due = pacing.due(lesson, state)
    places = [at for at, stop in enumerate(before[:-1]) if lesson.step(stop.step_id).split]
    made = [_stopping(lesson, state, before, ending, at, now) for at in (*reversed(places), 0)]
    in_time = [one for one in made if due is None or one.ends - due < LATE]
    return (in_time or made[-1:])[0]


def _stopping(
    lesson: Lesson, state: State, before: list[Stop], ending: frozenset[Stop], last: int, now: float
) -> Proposal:
    """To stop after `before[last]`, with the lesson's ending still to come."""
    left_out = frozenset(before[last + 1 :])
    plan = state.plan._replace(skipped=state.plan.skipped | left_out, until=before[last + 1])
    return _proposal(lesson, state, plan, now)


def _ending(lesson: Lesson, ahead: list[Stop]) -> frozenset[Stop]:
    """The calm and the help with which the lesson ends; not a calm step in its middle."""
    kinds = {lesson.step(stop.step_id).kind: stop for stop in ahead}  # the last of each kind
    return frozenset(kinds[kind] for kind in ENDING if kind in kinds)


def _skipping(lesson: Lesson, state: State, now: float, due: float) -> Plan:
    """With optional steps ahead left out, the longest first, until the lesson ends in time."""
    plan = state.plan
    ahead = state.order[state.order.index(state.stop) + 1 :]
    optional = [stop for stop in ahead if lesson.step(stop.step_id).optional and stop not in plan.skipped]
    for stop in sorted(optional, key=lambda stop: -(pacing.plan(lesson, state, stop) or 0)):
        if pacing.ends(lesson, state._replace(plan=plan), now) - due < LATE:
            break
        if pacing.plan(lesson, state, stop):
            again = frozenset(other for other in ahead if other.step_id == stop.step_id)
            plan = plan._replace(skipped=plan.skipped | again)
    return plan


def _shortening(lesson: Lesson, state: State, plan: Plan, now: float, due: float) -> Plan:
    """With the longest talks and activities ahead made shorter, a minute at a time, until the lesson ends in time."""
    here = state.order.index(state.stop)
    minutes = dict(plan.minutes)
    while pacing.ends(lesson, state._replace(plan=plan), now) - due >= LATE:
        trial = state._replace(plan=plan)
        able = [stop for stop in state.order[here + 1 :] if _can_be_shorter(lesson, trial, stop)]
        if not able:
            break
        longest = max(able, key=lambda stop: pacing.plan(lesson, trial, stop) or 0)
        minutes[longest] = (pacing.plan(lesson, trial, longest) or 0) - 60
        plan = plan._replace(minutes=dict(minutes))
    return plan


def _can_be_shorter(lesson: Lesson, state: State, stop: Stop) -> bool:
    told, now_planned = pacing.written(lesson, stop), pacing.plan(lesson, state, stop)
    if not told or not now_planned or lesson.step(stop.step_id).kind not in SHORTENED:
        return False
    return now_planned - 60 >= max(LEAST * 60, told * SHARE)


def _proposal(lesson: Lesson, state: State, plan: Plan, now: float) -> Proposal:
    ahead = state.order[state.order.index(state.stop) :]
    skips = tuple(stop for stop in ahead if stop in plan.skipped and stop not in state.plan.skipped)
    shorter = tuple(
        (stop, seconds // 60)
        for stop in ahead
        if stop not in plan.skipped
        and (seconds := plan.minutes.get(stop, 0))
        and seconds != pacing.plan(lesson, state, stop)
    )
    return Proposal(plan, skips, shorter, pacing.ends(lesson, state._replace(plan=plan), now))
