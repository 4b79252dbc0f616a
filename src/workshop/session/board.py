"""Work at the board: the class puts cards, words and numbers where it thinks they belong, before anything is revealed.

Nothing is ever marked as wrong and nothing is counted. What an item and a place are depends on the kind of step:

- sort: the cards as they are dealt; the groups, each of which takes many
- match: the pairs' left sides; their right sides, by the index of the pair
- order: the items in the lesson's order; the slots
- fill: the missing words in the text's order; the gaps
- quiz, activity: the answers or instructions; marked is place 0
- observe: the spots; found first, second, …
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.lesson.model import Activity, Fill, Match, Observe, Order, Quiz, Sort, Step
from workshop.session.events import Worked

if TYPE_CHECKING:
    from workshop.session.session import Session
    from workshop.session.view import View

NONE = -1


class Board:
    """Commands of the board; what can't be done where the class is does nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def take(self, item: int) -> None:
        """Hold an item, to put it somewhere next; or let it go again."""
        view = self._view()
        if 0 <= item < items(view.step):
            self._worked(view, work_of(view), NONE if view.held == item else item)

    def put(self, item: int, place: int) -> None:
        """Put an item to a place. A place that takes one gives back what was there."""
        view = self._view()
        if 0 <= item < items(view.step) and 0 <= place < places(view.step):
            self._worked(view, _put(view.step, work_of(view), item, place), NONE)

    def lift(self, item: int) -> None:
        """Take an item away from its place."""
        view = self._view()
        if 0 <= item < items(view.step):
            self._worked(view, _with(work_of(view), item, NONE), NONE)

    def mark(self, item: int) -> None:
        """Mark an answer or an instruction, or take the mark away."""
        view = self._view()
        if isinstance(view.step, (Quiz, Activity)) and 0 <= item < items(view.step):
            work = work_of(view)
            self._worked(view, _with(work, item, NONE if work[item] == 0 else 0), NONE)

    def find(self, spot: int) -> None:
        """A spot of the picture was found: it is revealed next, whatever its turn."""
        view = self._view()
        if isinstance(view.step, Observe) and 0 <= spot < items(view.step):
            known = found(view.step, work_of(view), view.beat)
            if spot not in known:
                work = [NONE] * items(view.step)
                for rank, each in enumerate((*known, spot)):
                    work[each] = rank
                self._worked(view, tuple(work), NONE, view.beat + 1)

    def _view(self) -> View:
        return self._session.console_view(self._session.clock())

    def _worked(self, view: View, work: tuple[int, ...], held: int, beat: int | None = None) -> None:
        if (work, held) != (work_of(view), view.held):
            stop = self._session.state.stop
            reveals = view.beat if beat is None else beat
            self._session.do(Worked(self._session.clock(), stop, reveals, work, held))


def items(step: Step) -> int:
    """How many items a step has; 0 for kinds that aren't worked at the board."""
    match step:
        case Sort():
            return sum(len(cards) for cards in step.groups.values())
        case Match():
            return len(step.pairs)
        case Order():
            return len(step.items)
        case Fill():
            return step.text.count("[")
        case Quiz():
            return len(step.answers)
        case Activity():
            return len(step.instructions)
        case Observe():
            return len(step.spots)
    return 0


def places(step: Step) -> int:
    """How many places items can be put to."""
    if isinstance(step, Sort):
        return len(step.groups)
    return items(step) if isinstance(step, (Match, Order, Fill)) else 0


def work_of(view: View) -> tuple[int, ...]:
    """A view's work, one place for each item of its step."""
    return view.work if len(view.work) == items(view.step) else (NONE,) * items(view.step)


def found(step: Observe, work: tuple[int, ...], beat: int) -> tuple[int, ...]:
    """The spots on show after so many reveals: those that the class found, in the order of finding, then the others."""
    order = sorted(range(len(step.spots)), key=lambda spot: (work[spot] < 0, work[spot], spot) if work else spot)
    return tuple(order[:beat])


def _put(step: Step, work: tuple[int, ...], item: int, place: int) -> tuple[int, ...]:
    if not isinstance(step, Sort):
        work = tuple(NONE if there == place else there for there in work)
    return _with(work, item, place)


def _with(work: tuple[int, ...], item: int, place: int) -> tuple[int, ...]:
    return (*work[:item], place, *work[item + 1 :])
