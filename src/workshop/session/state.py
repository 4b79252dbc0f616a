"""The state of a session, and how events change it. Pure: no clock, no lesson, no screen.

Nothing in a state is ever changed in place; the mappings are replaced by new ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from workshop.session.events import (
    Began,
    Counted,
    CountUndone,
    Covered,
    Cued,
    Ended,
    Event,
    Froze,
    Moved,
    Resumed,
    Thawed,
    Timed,
)
from workshop.session.order import Stop, nearest
from workshop.session.timers import Timer, shifted
from workshop.session.view import Turn

# What the console alone is told; "" is nothing.
CHOOSE = "choose"  # several choices are open: press one, or next again to leave the story
FINISHED = "finished"  # the last picture of the lesson is on
END = "end"  # end the lesson, or stay?

UNDOS = 200  # counts that can be taken back, so that a long day doesn't fill the memory


class Spot(NamedTuple):
    """Where a stop was left: reveals, and in a scenario the choices taken."""

    beat: int = 0
    path: tuple[Turn, ...] = ()


class Still(NamedTuple):
    """The state that a frozen picture shows, and the time it stopped at."""

    state: State
    when: float


class State(NamedTuple):
    """Everything that is to be known about a session, but for the lesson's text.

    Times are wall-clock seconds. `visited` has every stop that was ever shown. `timers` are kept by stop and
    phase (0 but in a discussion). `tallies` has each stop's totals, the newest last, for taking back. `explored`
    has the turns ever taken, by scenario. `spent` has the seconds at each stop before the present visit, which
    began at `since`.
    """

    order: tuple[Stop, ...]
    stop: Stop
    began: float
    since: float
    visited: Mapping[Stop, Spot]
    timers: Mapping[tuple[Stop, int], Timer] = {}
    tallies: Mapping[Stop, tuple[tuple[int, ...], ...]] = {}
    explored: Mapping[str, frozenset[Turn]] = {}
    spent: Mapping[Stop, float] = {}
    cover: str = ""
    frozen: Still | None = None
    cue: str = ""
    ended: float | None = None

    @property
    def spot(self) -> Spot:
        """Where the present stop stands."""
        return self.visited[self.stop]


def begin(event: Began) -> State:
    """The state with which a session starts."""
    first = event.order[0]
    return State(event.order, first, event.when, event.when, {first: Spot()})


def replay(events: Iterable[Event]) -> State | None:
    """The state after all of `events`; None where no session began."""
    state: State | None = None
    for event in events:
        if isinstance(event, Began):
            state = begin(event)
        elif state is not None:
            state = apply(state, event)
    return state


def apply(state: State, event: Event) -> State:
    """The state after `event`."""
    return _CHANGES[type(event)](state, event)


def _moved(state: State, event: Moved) -> State:
    stop = event.stop
    known = state.explored.get(stop.step_id, frozenset())
    return _arrived(state, stop, event.when)._replace(
        visited={**state.visited, stop: Spot(event.beat, event.path)},
        timers=_with_timer(state, (stop, event.beat), event) if event.starts else state.timers,
        explored={**state.explored, stop.step_id: known.union(event.path)} if event.path else state.explored,
        cue="",
    )


def _arrived(state: State, stop: Stop, when: float) -> State:
    """At another stop, with the time at the one before put down."""
    if stop == state.stop:
        return state
    before = state.spent.get(state.stop, 0.0) + max(0.0, when - state.since)
    return state._replace(stop=stop, since=when, spent={**state.spent, state.stop: before})


def _with_timer(state: State, key: tuple[Stop, int], event: Moved) -> Mapping[tuple[Stop, int], Timer]:
    return {**state.timers, key: Timer(event.starts, event.starts, event.when)}


def _timed(state: State, event: Timed) -> State:
    timer = Timer(event.seconds, event.left, event.when if event.running else None)
    return state._replace(timers={**state.timers, (event.stop, event.phase): timer})


def _counted(state: State, event: Counted) -> State:
    former = state.tallies.get(event.stop, ())
    if not former or len(former[-1]) != len(event.totals):
        former = ((0,) * len(event.totals),)
    return state._replace(tallies={**state.tallies, event.stop: (*former, event.totals)[-UNDOS:]})


def _count_undone(state: State, event: CountUndone) -> State:
    former = state.tallies.get(event.stop, ())
    return state._replace(tallies={**state.tallies, event.stop: former[:-1]}) if len(former) > 1 else state


def _covered(state: State, event: Covered) -> State:
    return state._replace(cover=event.cover)


def _froze(state: State, event: Froze) -> State:
    return state._replace(frozen=Still(state._replace(frozen=None), event.when))


def _thawed(state: State, _event: Thawed) -> State:
    return state._replace(frozen=None)


def _cued(state: State, event: Cued) -> State:
    return state._replace(cue=event.cue)


def _resumed(state: State, event: Resumed) -> State:
    """Timers waited; a stop that the lesson no longer has gives way to the nearest earlier one."""
    stop = nearest(state.stop, state.order, event.order)
    still = state.frozen if state.frozen and state.frozen.state.stop in event.order else None
    back = state._replace(began=state.began + event.away, since=state.since + event.away)
    return _arrived(back, stop, event.when)._replace(
        order=event.order,
        visited=state.visited if stop in state.visited else {**state.visited, stop: Spot()},
        timers={key: shifted(timer, event.gap) for key, timer in state.timers.items()},
        frozen=still,
        cue="",  # it may be about a step that has changed
    )


def _ended(state: State, event: Ended) -> State:
    return state._replace(ended=event.when, cue="", cover="", frozen=None)


_CHANGES: Mapping[type, Callable[[State, Any], State]] = {
    Began: lambda _state, event: begin(event),
    Moved: _moved,
    Timed: _timed,
    Counted: _counted,
    CountUndone: _count_undone,
    Covered: _covered,
    Froze: _froze,
    Thawed: _thawed,
    Cued: _cued,
    Resumed: _resumed,
    Ended: _ended,
}
