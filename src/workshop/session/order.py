"""The running order: the stops that a class goes through, one press after another."""

from __future__ import annotations

from typing import NamedTuple

from workshop.lesson.model import Lesson, Poll, Step
from workshop.lesson.values import Ages


class Stop(NamedTuple):
    """A step on its turn. `round` is 2 where a poll is asked again, otherwise 1."""

    step_id: str
    round: int = 1


def stops(lesson: Lesson, hidden: frozenset[str] = frozenset(), ages: Ages | None = None) -> tuple[Stop, ...]:
    """The lesson's visible steps in order, each second vote right after the step that it waits for.

    Left out are steps that the lesson or `hidden` (ids) hides, and those for other ages than the class's `ages`.
    """
    visible = [step for step in lesson.steps if not (step.hidden or step.id in hidden or _for_others(step, ages))]
    found: list[Stop] = []
    for index, step in enumerate(visible):
        found.append(Stop(step.id))
        earlier = visible[:index]
        found += [Stop(poll.id, 2) for poll in earlier if isinstance(poll, Poll) and poll.again == step.id]
    return tuple(found)


def nearest(stop: Stop, before: tuple[Stop, ...], after: tuple[Stop, ...]) -> Stop:
    """`stop` itself if the order `after` still has it, else the closest one ahead of it in `before` that it has."""
    if stop in after:
        return stop
    passed = before[: before.index(stop)] if stop in before else ()
    return next((earlier for earlier in reversed(passed) if earlier in after), after[0])


def _for_others(step: Step, ages: Ages | None) -> bool:
    return bool(ages and step.ages and not step.ages.meets(ages))
