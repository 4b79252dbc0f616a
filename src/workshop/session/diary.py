"""What is kept of a lesson once it is closed: the minutes of its steps, and where next time opens.

One JSON file on this computer, to help the facilitator the next time. Nothing of a pupil: no votes, no questions.
A damaged file is set aside, never overwritten.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any, NamedTuple

from workshop.lesson.model import Lesson
from workshop.session import pacing
from workshop.session.order import Stop
from workshop.session.state import State

LEAST = 3 * 60  # seconds of a lesson that was held
MOST = 20  # lessons that are remembered, the latest first


class Took(NamedTuple):
    """A stop's seconds, as planned by the lesson (None where it doesn't tell) and as it went."""

    stop: Stop
    planned: int | None
    spent: int


class Entry(NamedTuple):
    """The last time that a lesson was held: when (wall-clock seconds), its stops, and where next time opens."""

    when: float
    took: tuple[Took, ...]
    until: Stop | None = None


def entry(lesson: Lesson, state: State, now: float) -> Entry:
    """What is to be kept of a session: the stops at which the class was, in the running order."""
    visited = [stop for stop in state.order if stop in state.visited]
    took = [Took(stop, pacing.written(lesson, stop), round(pacing.spent(state, stop, now))) for stop in visited]
    return Entry(state.began, tuple(one for one in took if one.spent), state.plan.until)


def last(path: Path, lesson_id: str) -> Entry | None:
    """The entry of that lesson; None where there is none, or the file can't be read."""
    return _read(path).get(lesson_id)


def keep(path: Path, lesson_id: str, held: Entry) -> None:
    """Write an entry in the place of the lesson's last one. Raises WorkshopError where that can't be done.

    A look of less than a few minutes changes nothing; a lesson that went on where it had stopped is added to its
    first part.
    """
    if sum(one.spent for one in held.took) < LEAST:
        return
    import json

    from workshop.lesson.atomic import write

    known = _read(path)
    if not known and path.exists():
        with contextlib.suppress(OSError):
            path.replace(path.with_name(path.stem + ".damaged.json"))
    if lesson_id in known:
        held = _together(known[lesson_id], held)
    others = sorted((item for item in known.items() if item[0] != lesson_id), key=lambda item: -item[1].when)
    kept = dict([(lesson_id, held), *others][:MOST])
    write(path, json.dumps({name: one._asdict() for name, one in kept.items()}, indent=1).encode())


def _together(before: Entry, held: Entry) -> Entry:
    """The whole of a lesson in two parts, where the second began at the stop that the first had left."""
    if not held.took or before.until != held.took[0].stop:
        return held
    now = {one.stop for one in held.took}
    return held._replace(took=(*(one for one in before.took if one.stop not in now), *held.took))


def _read(path: Path) -> dict[str, Entry]:
    import json

    try:
        told = json.loads(path.read_bytes())
        return {str(name): _entry(one) for name, one in told.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def _entry(told: Any) -> Entry:
    took = tuple(Took(_stop(s), None if p is None else int(p), int(t)) for s, p, t in told["took"])
    return Entry(float(told["when"]), took, None if told["until"] is None else _stop(told["until"]))


def _stop(told: Any) -> Stop:
    step_id, round = told
    return Stop(str(step_id), int(round))
