"""From a state and the lesson's text to what is to be seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workshop.lesson.model import Discuss, Lesson, Poll, Scenario, Step
from workshop.session import story, timers
from workshop.session.hush import begun
from workshop.session.order import Stop
from workshop.session.phases import phases, settled
from workshop.session.polls import poll_labels
from workshop.session.state import Spot, State
from workshop.session.view import Countdown, View

USUAL_MINUTES = 5  # for a countdown where the lesson doesn't say


class Scene:
    """A lesson in its running order. `beats` tells how many pictures the stage makes of a view, at least 1."""

    def __init__(self, lesson: Lesson, stops: tuple[Stop, ...], beats: Callable[[View], int]) -> None:
        self.stops = stops
        self._steps: Mapping[str, Step] = {step.id: step for step in lesson.steps}
        self._at = {stop: index for index, stop in enumerate(stops)}
        self._beats = beats

    def view(self, state: State, now: float) -> View:
        """The stop where the state is, uncovered, at the time `now`."""
        return self.view_at(state, state.stop, state.spot, now)

    def view_at(self, state: State, stop: Stop, spot: Spot, now: float) -> View:
        """Any stop as it would be shown after `spot`'s reveals and choices."""
        step = self._step(state, stop)
        path, card = story.walk(step, spot.path) if isinstance(step, Scenario) else ((), "")
        vote = state.vote if card and stop == state.stop else ""
        return View(
            step=step,
            at=self._at[stop],
            total=len(self.stops),
            beat=spot.beat if path == spot.path else 0,
            round=stop.round,
            path=path,
            card=card,
            counts=_counts(state, stop, step, card if vote else ""),
            timer=_countdown(state, stop, step, spot.beat, now),
            vote=vote,
            work=spot.work,
            held=spot.held,
            ink=state.ink.get(stop, ()),
            begun=_begun(state, stop, step, spot.beat, now),
        )

    def _step(self, state: State, stop: Stop) -> Step:
        """The step as it is to be held: with the minutes that were settled underway, if any."""
        step, seconds = self._steps[stop.step_id], state.plan.minutes.get(stop)
        return step if seconds is None else settled(step, max(1, round(seconds / 60)))

    def beats(self, view: View) -> int:
        """How many beats a stop has, or its card in a scenario. A discussion has its prompt and its phases."""
        if isinstance(view.step, Discuss):
            return 1 + len(phases(view.step))
        return max(1, self._beats(view))

    def last_beat(self, state: State, stop: Stop, spot: Spot) -> int:
        """The beat with which a stop, or its card in a scenario, is fully revealed."""
        return self.beats(self.view_at(state, stop, spot, state.since)) - 1


def phase_of(step: Step, beat: int) -> int:
    """Which of a stop's countdowns belongs to `beat`: a discussion has one for the prompt and one for each phase."""
    return min(beat, len(phases(step))) if isinstance(step, Discuss) else 0


def planned(step: Step, beat: int) -> int | None:
    """Seconds planned for a step, or for its phase at `beat` in a discussion (its first phase at the prompt)."""
    minutes = step.minutes
    if isinstance(step, Discuss):
        minutes = phases(step)[max(1, phase_of(step, beat)) - 1].minutes
    return None if minutes is None else minutes * 60


def ready(step: Step, beat: int) -> timers.Timer:
    """A countdown of the planned time that hasn't begun."""
    seconds = planned(step, beat) or USUAL_MINUTES * 60
    return timers.Timer(seconds, seconds)


def _countdown(state: State, stop: Stop, step: Step, beat: int, now: float) -> Countdown | None:
    timer = state.timers.get((stop, phase_of(step, beat)))
    if timer is None and isinstance(step, Discuss) and planned(step, beat) is not None:
        timer = ready(step, beat)  # a discussion shows its time before it runs
    return timers.shown(timer, now) if timer else None


def _begun(state: State, stop: Stop, step: Step, beat: int, now: float) -> int | None:
    since = state.begun.get((stop, beat))
    return None if since is None else begun(step, beat, now - since)


def _counts(state: State, stop: Stop, step: Step, card: str) -> tuple[tuple[int, ...], ...]:
    """A poll's totals, the first vote's first; those of a story's card on which the class votes."""
    if isinstance(step, Poll):
        return tuple(totals(state, Stop(stop.step_id, round), step) for round in range(1, stop.round + 1))
    return (totals(state, stop, step, card),) if card else ()


def totals(state: State, stop: Stop, step: Step, card: str = "") -> tuple[int, ...]:
    """The totals of a vote; zeros where nobody counted, or the answers are no longer those that were counted."""
    none = (0,) * answers(step, card)
    counted = state.tallies.get((stop, card), none)
    return counted if len(counted) == len(none) else none


def answers(step: Step, card: str) -> int:
    """How many answers can be voted for: a poll's, or the choices of a story's card; 0 for other steps."""
    if isinstance(step, Poll):
        return len(poll_labels(step))
    return len(story.choices(step, card)) if isinstance(step, Scenario) else 0
