"""Countdowns that survive a pause, a restart and a class that needs a minute more."""

from __future__ import annotations

import math
from typing import NamedTuple

from workshop.session.view import Countdown

LONGEST = 240 * 60  # seconds; as long as a step can be


class Timer(NamedTuple):
    """`left` seconds were left of `seconds` at the time `since`, when it ran on; `since` is None while it waits."""

    seconds: int
    left: float
    since: float | None = None


def left(timer: Timer, now: float) -> float:
    """Seconds left, below zero when time is over. A clock that was set back takes nothing away."""
    return timer.left if timer.since is None else timer.left - max(0.0, now - timer.since)


def shown(timer: Timer, now: float) -> Countdown:
    """In whole seconds: 0:00 is reached when the time is over, not a second before."""
    return Countdown(timer.seconds, math.ceil(left(timer, now) - 0.001), timer.since is not None)


def toggled(timer: Timer, now: float) -> Timer:
    """Paused if it ran, otherwise running; one whose time is over starts again at its full time."""
    rest = left(timer, now)
    if timer.since is not None:
        return Timer(timer.seconds, rest)
    return Timer(timer.seconds, rest if rest > 0 else timer.seconds, now)


def extended(timer: Timer, seconds: int, now: float) -> Timer:
    """With time added or (below zero) taken; a pause stays a pause.

    A minute given after the end counts from now, and taking a minute never makes a class late.
    """
    rest = left(timer, now)
    rest = max(rest, 0) + seconds if seconds > 0 else max(min(rest, 0), rest + seconds)
    rest = min(rest, LONGEST)
    planned = max(60, min(timer.seconds + seconds, LONGEST), math.ceil(rest))
    return Timer(planned, rest, None if timer.since is None else now)


def shifted(timer: Timer, gap: float) -> Timer:
    """As if `gap` seconds had not passed."""
    return timer if timer.since is None else timer._replace(since=timer.since + gap)


def clock_text(seconds: int) -> str:
    """Minutes and seconds; time over has a plus."""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'+' if seconds < 0 else ''}{minutes}:{rest:02}"
