"""What happened in a session: absolute facts, so that a replay needs no screen and no layout.

`when` is wall-clock time in seconds. An event as text is a JSON object with its name under "event".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, get_args

from workshop.session.order import Stop
from workshop.session.view import Turn


class Began(NamedTuple):
    """The lesson was opened at the first stop of `order`."""

    when: float
    order: tuple[Stop, ...]


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
    """The hands at `stop` are now `totals`."""

    when: float
    stop: Stop
    totals: tuple[int, ...]


class CountUndone(NamedTuple):
    """The last count at `stop` was taken back."""

    when: float
    stop: Stop


class Covered(NamedTuple):
    """The projector is covered by "blank" or "help", or by nothing ("")."""

    when: float
    cover: str


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


Event = Began | Moved | Timed | Counted | CountUndone | Covered | Froze | Thawed | Cued | Resumed | Ended

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


_READ: Mapping[str, Callable[[Any], Any]] = {
    "when": float,
    "order": lambda value: tuple(map(_stop, value)),
    "stop": _stop,
    "beat": int,
    "path": _path,
    "starts": int,
    "phase": int,
    "seconds": int,
    "left": float,
    "running": bool,
    "totals": lambda value: tuple(map(int, value)),
    "cover": str,
    "cue": str,
    "gap": float,
    "away": float,
}
