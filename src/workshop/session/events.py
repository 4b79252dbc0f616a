"""What happened in a session: absolute facts, so that a replay needs no screen and no layout.

`when` is wall-clock time in seconds. An event as text is a JSON object with its name under "event".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, get_args

from workshop.session.order import Stop
from workshop.session.view import Stroke, Turn


class Began(NamedTuple):
    """The lesson was opened at the stop of `order` with the index `at`."""

    when: float
    order: tuple[Stop, ...]
    at: int = 0


class Moved(NamedTuple):
    """The session is at `stop` with `beat` reveals; in a scenario, `path` led there.

    `starts` are the seconds of a countdown that began with this move, 0 for none.
    """

    when: float
    stop: Stop
    beat: int
    path: tuple[Turn, ...] = ()
    starts: int = 0


class Timed(NamedTuple):
    """A countdown was started, paused or changed: `left` of `seconds` are left. `phase` is 0 but in a discussion."""

    when: float
    stop: Stop
    phase: int
    seconds: int
    left: float
    running: bool


class Counted(NamedTuple):
    """The hands at `stop` are now `totals`; in a scenario, those for the choices of `card`."""

    when: float
    stop: Stop
    totals: tuple[int, ...]
    card: str = ""


class Voted(NamedTuple):
    """The class's vote on a story's choices is now "open", "shown" or over ("")."""

    when: float
    vote: str


class Worked(NamedTuple):
    """At the board, the items of `stop` now lie as `work` tells, with `beat` reveals; `held` waits to be put."""

    when: float
    stop: Stop
    beat: int
    work: tuple[int, ...]
    held: int


class Drew(NamedTuple):
    """A line was drawn over the picture of `stop`."""

    when: float
    stop: Stop
    stroke: Stroke


class Wiped(NamedTuple):
    """All that was drawn at `stop` was wiped away."""

    when: float
    stop: Stop


class Kept(NamedTuple):
    """What is drawn stays with its step from now on, or goes with the next step (False)."""

    when: float
    kept: bool


class Undone(NamedTuple):
    """The last count, change at the board or drawing at `stop` was taken back."""

    when: float
    stop: Stop


class Asked(NamedTuple):
    """The question of that number, from 1, has these words; a new number is a new question."""

    when: float
    number: int
    text: str


class Placed(NamedTuple):
    """A question was put somewhere, see `PLACES` in `questions`."""

    when: float
    number: int
    place: str


class Planned(NamedTuple):
    """From now on these stops have these minutes, those are skipped, and next time opens at `until`, if told.

    An absolute fact: what an earlier plan told is gone.
    """

    when: float
    minutes: tuple[tuple[Stop, int], ...]
    skipped: tuple[Stop, ...]
    until: Stop | None = None


class Covered(NamedTuple):
    """The projector is covered, see `View.cover`, or by nothing (""). `question` is the number of the one shown."""

    when: float
    cover: str
    question: int = 0


class Froze(NamedTuple):
    """The class's picture stays as it is."""

    when: float


class Thawed(NamedTuple):
    """The class's picture follows the console again."""

    when: float


class Cued(NamedTuple):
    """The console alone is told something, see the cues in `state`."""

    when: float
    cue: str


class Resumed(NamedTuple):
    """The lesson was taken up again in `order`, after `gap` seconds in which its timers waited.

    `away` are the seconds that don't count as lesson time: 0 unless the class had gone home in between.
    """

    when: float
    gap: float
    away: float
    order: tuple[Stop, ...]


class Ended(NamedTuple):
    """The lesson was closed."""

    when: float


Event = (
    Began
    | Moved
    | Timed
    | Counted
    | Voted
    | Worked
    | Drew
    | Wiped
    | Kept
    | Undone
    | Asked
    | Placed
    | Planned
    | Covered
    | Froze
    | Thawed
    | Cued
    | Resumed
    | Ended
)

_KINDS: Mapping[str, Callable[..., Event]] = {kind.__name__: kind for kind in get_args(Event)}


def as_text(event: Event) -> str:
    """One line of JSON."""
    import json

    return json.dumps({"event": type(event).__name__, **event._asdict()}, separators=(",", ":"))


def from_text(text: str | bytes) -> Event:
    """The event that `as_text` wrote. Raises ValueError for anything else."""
    import json

    try:
        fields = json.loads(text)
        kind = _KINDS[fields.pop("event")]
        return kind(**{name: _READ[name](value) for name, value in fields.items()})
    except (KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise ValueError(f"not an event of this version: {error!r}") from error


def _stop(value: Any) -> Stop:
    step_id, round = value
    return Stop(str(step_id), int(round))


def _path(value: Any) -> tuple[Turn, ...]:
    return tuple(Turn(str(card), int(choice)) for card, choice in value)


def _stroke(value: Any) -> Stroke:
    hue, width, points = value
    return Stroke(str(hue), float(width), tuple((float(x), float(y)) for x, y in points))


def _minutes(value: Any) -> tuple[tuple[Stop, int], ...]:
    return tuple((_stop(stop), int(minutes)) for stop, minutes in value)


_READ: Mapping[str, Callable[[Any], Any]] = {
    "when": float,
    "order": lambda value: tuple(map(_stop, value)),
    "at": int,
    "stop": _stop,
    "beat": int,
    "path": _path,
    "starts": int,
    "phase": int,
    "seconds": int,
    "left": float,
    "running": bool,
    "totals": lambda value: tuple(map(int, value)),
    "card": str,
    "vote": str,
    "work": lambda value: tuple(map(int, value)),
    "held": int,
    "stroke": _stroke,
    "kept": bool,
    "number": int,
    "text": str,
    "place": str,
    "minutes": _minutes,
    "skipped": lambda value: tuple(map(_stop, value)),
    "until": lambda value: None if value is None else _stop(value),
    "question": int,
    "cover": str,
    "cue": str,
    "gap": float,
    "away": float,
}
