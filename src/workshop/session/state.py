"""The state of a session, and how events change it. Pure: no clock, no lesson, no screen.

Nothing in a state is ever changed in place; the mappings are replaced by new ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from workshop.session.events import (
    Asked,
    Began,
    Counted,
    Covered,
    Cued,
    Drew,
    Ended,
    Event,
    Froze,
    Kept,
    Moved,
    Placed,
    Planned,
    Resumed,
    Thawed,
    Timed,
    Undone,
    Voted,
    Wiped,
    Worked,
)
from workshop.session.order import Stop, nearest
from workshop.session.questions import Question, asked, find, may_be_shown, placed
from workshop.session.timers import Timer, shifted
from workshop.session.view import Stroke, Turn

# What the console alone is told; "" is nothing.
CHOOSE = "choose"  # several choices are open: press one, or next again to leave the story
TIE = "tie"  # a story's vote has no single winner: the facilitator picks
FINISHED = "finished"  # the last picture of the lesson is on
END = "end"  # end the lesson, or stay?

UNDOS = 200  # changes of a stop that can be taken back, so that a long day doesn't fill the memory

Ballot = tuple[Stop, str]
"""What hands are counted for: a poll's stop with "", or a scenario's with one of its cards."""


NOT_COVERED = ("", 0)


class Spot(NamedTuple):
    """Where a stop was left: reveals, in a scenario the choices taken, and the work at the board (see `board`)."""

    beat: int = 0
    path: tuple[Turn, ...] = ()
    work: tuple[int, ...] = ()
    held: int = -1


class Past(NamedTuple):
    """What a change can be taken back to: the value that `key` had in the state's mapping `field`; None for none."""

    field: str
    key: Any
    value: Any


class Plan(NamedTuple):
    """What the facilitator has settled underway: other minutes, stops left out, and where next time opens."""

    minutes: Mapping[Stop, int] = {}
    skipped: frozenset[Stop] = frozenset()
    until: Stop | None = None


class Still(NamedTuple):
    """The state that a frozen picture shows, and the time it stopped at."""

    state: State
    when: float


class State(NamedTuple):
    """Everything that is to be known about a session, but for the lesson's text.

    Times are wall-clock seconds. `visited` has every stop that was ever shown, `opened` is the one at which the
    class began, the order's first or one that was chosen before the lesson. `timers` are kept by stop and
    phase (0 but in a discussion); `begun` tells when each phase, or other reveal, was first on.
    `tallies` has the totals of each vote. `explored` has the turns ever taken, by
    scenario. `spent` has the seconds at each stop before the present visit, which began at `since`. `ink` is what was
    drawn, by stop. `undos` has what can be taken back at a stop, the newest last. `asked` is the number of the
    question that `cover` shows. `under` is the cover, with its question, that the help card lies over.
    """

    order: tuple[Stop, ...]
    stop: Stop
    began: float
    since: float
    visited: Mapping[Stop, Spot]
    opened: Stop
    timers: Mapping[tuple[Stop, int], Timer] = {}
    begun: Mapping[tuple[Stop, int], float] = {}
    tallies: Mapping[Ballot, tuple[int, ...]] = {}
    explored: Mapping[str, frozenset[Turn]] = {}
    spent: Mapping[Stop, float] = {}
    undos: Mapping[Stop, tuple[Past, ...]] = {}
    vote: str = ""
    ink: Mapping[Stop, tuple[Stroke, ...]] = {}
    ink_kept: bool = False
    questions: tuple[Question, ...] = ()
    plan: Plan = Plan()
    cover: str = ""
    asked: int = 0
    under: tuple[str, int] = NOT_COVERED
    frozen: Still | None = None
    cue: str = ""
    ended: float | None = None

    @property
    def spot(self) -> Spot:
        """Where the present stop stands."""
        return self.visited[self.stop]


def begin(event: Began) -> State:
    """The state with which a session starts."""
    first = event.order[event.at]
    return State(event.order, first, event.when, event.when, {first: Spot()}, first)


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
    state = _decided(state, event)
    return _arrived(state, stop, event.when)._replace(
        visited={**state.visited, stop: Spot(event.beat, event.path, state.visited.get(stop, Spot()).work)},
        timers=_with_timer(state, (stop, event.beat), event) if event.starts else state.timers,
        begun={(stop, event.beat): event.when, **state.begun},
        explored={**state.explored, stop.step_id: known.union(event.path)} if event.path else state.explored,
        vote="",
        cue="",
    )


def _decided(state: State, event: Moved) -> State:
    """Without the totals of a card on which a choice was just taken: asked again, the class votes anew."""
    before = state.visited.get(event.stop, Spot()).path
    ballot = (event.stop, event.path[-1].card) if event.path and event.path != before[: len(event.path)] else None
    if ballot not in state.tallies:
        return state
    left = tuple(past for past in state.undos.get(event.stop, ()) if past.key != ballot)
    return state._replace(
        tallies={key: totals for key, totals in state.tallies.items() if key != ballot},
        undos={**state.undos, event.stop: left},
    )


def _arrived(state: State, stop: Stop, when: float) -> State:
    """At another stop, with the time at the one before put down."""
    if stop == state.stop:
        return state
    before = state.spent.get(state.stop, 0.0) + max(0.0, when - state.since)
    arrived = state._replace(stop=stop, since=when, spent={**state.spent, state.stop: before})
    return arrived if state.ink_kept or not state.ink else _without_ink(arrived)


def _without_ink(state: State) -> State:
    """With nothing drawn anywhere, and nothing of it to take back."""
    undos = {stop: tuple(past for past in pasts if past.field != "ink") for stop, pasts in state.undos.items()}
    return state._replace(ink={}, undos=undos)


def _with_timer(state: State, key: tuple[Stop, int], event: Moved) -> Mapping[tuple[Stop, int], Timer]:
    return {**state.timers, key: Timer(event.starts, event.starts, event.when)}


def _timed(state: State, event: Timed) -> State:
    timer = Timer(event.seconds, event.left, event.when if event.running else None)
    timers = {**state.timers, (event.stop, event.phase): timer}
    if event.phase == 0:  # what was changed at a discussion's prompt is for its first phase, which begins anew
        timers.pop((event.stop, 1), None)
    return state._replace(timers=timers)


def _changed(state: State, stop: Stop, field: str, key: object, value: object) -> State:
    """With another value in one of the state's mappings, which can be taken back."""
    before: Mapping[Any, Any] = getattr(state, field)
    undos = (*state.undos.get(stop, ()), Past(field, key, before.get(key)))[-UNDOS:]
    changes: dict[str, Any] = {field: {**before, key: value}, "undos": {**state.undos, stop: undos}}
    return state._replace(**changes)


def _counted(state: State, event: Counted) -> State:
    state = state._replace(cue="" if state.cue == TIE else state.cue)  # one hand more may have settled it
    return _changed(state, event.stop, "tallies", (event.stop, event.card), event.totals)


def _voted(state: State, event: Voted) -> State:
    return state._replace(vote=event.vote, cue="")


def _worked(state: State, event: Worked) -> State:
    before = state.visited.get(event.stop, Spot())
    spot = Spot(event.beat, before.path, event.work, event.held)
    if event.work == before.work:  # only taken into the hand: nothing to take back
        return state._replace(visited={**state.visited, event.stop: spot})
    past = before._replace(held=-1, beat=event.beat - before.beat)  # as `_unworked` wants it
    settled = state._replace(visited={**state.visited, event.stop: past})
    return _changed(settled, event.stop, "visited", event.stop, spot)


def _drew(state: State, event: Drew) -> State:
    return _changed(state, event.stop, "ink", event.stop, (*state.ink.get(event.stop, ()), event.stroke))


def _wiped(state: State, event: Wiped) -> State:
    return _changed(state, event.stop, "ink", event.stop, ())


def _kept(state: State, event: Kept) -> State:
    return state._replace(ink_kept=event.kept)


def _undone(state: State, event: Undone) -> State:
    if not state.undos.get(event.stop):
        return state
    *undos, past = state.undos[event.stop]
    if past.field == "visited":
        past = past._replace(value=_unworked(state.visited[past.key], past.value))
    now = {**getattr(state, past.field), past.key: past.value}
    if past.value is None:
        del now[past.key]
    cue = "" if state.cue == TIE else state.cue  # as counted now, one may be ahead
    changes: dict[str, Any] = {past.field: now, "undos": {**state.undos, event.stop: tuple(undos)}, "cue": cue}
    return state._replace(**changes)


def _unworked(spot: Spot, before: Spot) -> Spot:
    """With the work at the board as it was before; `before.beat` are the reveals that the change itself made.

    What was told since stays told.
    """
    return Spot(max(0, spot.beat - before.beat), spot.path, before.work)


def _asked(state: State, event: Asked) -> State:
    return state._replace(questions=asked(state.questions, event))


def _placed(state: State, event: Placed) -> State:
    sorted_in = state._replace(questions=placed(state.questions, event))
    shown = find(sorted_in.questions, state.asked)
    if shown is not None and not may_be_shown(shown):
        return sorted_in._replace(cover="" if state.cover == "question" else state.cover, asked=0)
    return sorted_in


def _planned(state: State, event: Planned) -> State:
    return state._replace(plan=Plan(dict(event.minutes), frozenset(event.skipped), event.until))


def _covered(state: State, event: Covered) -> State:
    over = event.cover == "help" and state.cover not in ("", "help")
    under = (state.cover, state.asked) if over else NOT_COVERED
    return state._replace(cover=event.cover, asked=event.question, under=under)


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
        opened=nearest(state.opened, state.order, event.order),
        visited=state.visited if stop in state.visited else {**state.visited, stop: Spot()},
        timers={key: shifted(timer, event.gap) for key, timer in state.timers.items()},
        begun={key: when + event.gap for key, when in state.begun.items()},
        frozen=still,
        vote="",
        cue="",  # it may be about a step that has changed
    )


def _ended(state: State, event: Ended) -> State:
    return state._replace(
        ended=event.when, cue="", cover="", asked=0, under=NOT_COVERED, frozen=None, questions=(), ink={}, undos={}
    )


_CHANGES: Mapping[type, Callable[[State, Any], State]] = {
    Began: lambda _state, event: begin(event),
    Moved: _moved,
    Timed: _timed,
    Counted: _counted,
    Voted: _voted,
    Worked: _worked,
    Drew: _drew,
    Wiped: _wiped,
    Kept: _kept,
    Undone: _undone,
    Asked: _asked,
    Placed: _placed,
    Planned: _planned,
    Covered: _covered,
    Froze: _froze,
    Thawed: _thawed,
    Cued: _cued,
    Resumed: _resumed,
    Ended: _ended,
}
