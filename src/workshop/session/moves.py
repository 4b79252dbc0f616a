"""Where a press leads: the event that follows from a state, without making it happen."""

from __future__ import annotations

from workshop.lesson.model import Discuss, Scenario
from workshop.session import story
from workshop.session.events import Cued, Moved, Voted
from workshop.session.order import Stop
from workshop.session.polls import winner
from workshop.session.scene import Scene, phase_of, planned
from workshop.session.state import CHOOSE, FINISHED, TIE, Spot, State
from workshop.session.view import Turn, View


def onward(scene: Scene, state: State, now: float) -> Moved | Cued | Voted:
    """The next reveal, the only way on in a story, or the next stop; a cue where that isn't what was meant.

    While the class votes on a story's choices: the totals, then the choice that most hands were raised for.
    """
    view = scene.view(state, now)
    if view.vote:
        return _after_vote(state, view, now)
    if view.beat + 1 < scene.beats(view):
        return Moved(now, state.stop, view.beat + 1, view.path, _starts(state, view))
    ways = story.choices(view.step, view.card) if isinstance(view.step, Scenario) else ()
    if len(ways) == 1:
        return _turn(state.stop, view, 0, now)
    if ways and state.cue != CHOOSE:
        return Cued(now, CHOOSE)
    ahead = [stop for stop in scene.stops[view.at + 1 :] if stop not in state.plan.skipped]
    return Moved(now, ahead[0], 0) if ahead else Cued(now, FINISHED)


def _after_vote(state: State, view: View, now: float) -> Moved | Cued | Voted:
    if view.vote == "open":
        return Voted(now, "shown")
    first = winner(view.counts[0])
    if first is None:
        return Voted(now, "") if state.cue == TIE or not any(view.counts[0]) else Cued(now, TIE)
    return _turn(state.stop, view, first, now)


def backward(scene: Scene, state: State, now: float) -> Moved | Voted | None:
    """One reveal less, the card before in a story, or the stop before, fully revealed; None at the very start."""
    view = scene.view(state, now)
    if view.vote:
        return Voted(now, "open" if view.vote == "shown" else "")
    beat = min(view.beat, scene.beats(view) - 1)  # another screen may have fewer beats than the one it was left on
    if beat > 0:
        return Moved(now, state.stop, beat - 1, view.path)
    if view.path:
        return rewound(scene, state, len(view.path) - 1, now)
    behind = [stop for stop in scene.stops[: view.at] if stop not in state.plan.skipped]
    if not behind:
        return None
    stop = behind[-1]
    return _revealed(scene, state, stop, state.visited.get(stop, Spot()).path, now)


def jump(scene: Scene, state: State, at: int, now: float) -> Moved | None:
    """To the stop of that index as it was left; None where there is no such stop, or it is on already."""
    if not 0 <= at < len(scene.stops) or scene.stops[at] == state.stop:
        return None
    stop = scene.stops[at]
    spot = state.visited.get(stop, Spot())
    return Moved(now, stop, spot.beat, spot.path)


def chosen(scene: Scene, state: State, choice: int, now: float) -> Moved | None:
    """A choice taken, or first the whole card shown; None where there is no such choice."""
    view = scene.view(state, now)
    if not isinstance(view.step, Scenario) or not 0 <= choice < len(story.choices(view.step, view.card)):
        return None
    return shown_whole(scene, state, now) or _turn(state.stop, view, choice, now)


def shown_whole(scene: Scene, state: State, now: float) -> Moved | None:
    """All of what is on revealed; None where it is."""
    view = scene.view(state, now)
    last = scene.beats(view) - 1
    return Moved(now, state.stop, last, view.path) if view.beat < last else None


def rewound(scene: Scene, state: State, turns: int, now: float) -> Moved | None:
    """A story with only its first `turns` choices, that card fully revealed; None if that's no way back."""
    path = scene.view(state, now).path
    return _revealed(scene, state, state.stop, path[:turns], now) if 0 <= turns < len(path) else None


def instead(scene: Scene, state: State, turns: int, choice: int, now: float) -> Moved | None:
    """A story with its first `turns` choices kept and then that one taken; None if there is no such choice."""
    view = scene.view(state, now)
    if not isinstance(view.step, Scenario) or not 0 <= turns <= len(view.path):
        return None
    card = view.path[turns].card if turns < len(view.path) else view.card
    if not 0 <= choice < len(story.choices(view.step, card)):
        return None
    return Moved(now, state.stop, 0, (*view.path[:turns], Turn(card, choice)))


def _revealed(scene: Scene, state: State, stop: Stop, path: tuple[Turn, ...], now: float) -> Moved:
    return Moved(now, stop, scene.last_beat(state, stop, Spot(0, path)), path)


def _turn(stop: Stop, view: View, choice: int, now: float) -> Moved:
    return Moved(now, stop, 0, (*view.path, Turn(view.card, choice)))


def _starts(state: State, view: View) -> int:
    """The time that begins with the phase that comes next; 0 for one that was on before: it goes on as it was left.

    At a discussion's prompt, the time of its first phase may have been changed beforehand.
    """
    if not isinstance(view.step, Discuss) or (state.stop, view.beat + 1) in state.timers:
        return 0
    beforehand = state.timers.get((state.stop, 0)) if view.beat == 0 else None
    seconds = planned(view.step, phase_of(view.step, view.beat + 1))
    return (int(beforehand.left) if beforehand else 0) or seconds or 0
