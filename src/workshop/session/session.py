"""A lesson being run. Windows give commands here and show what the state then is; they hold no truth of their own."""

from __future__ import annotations

from collections.abc import Callable

from workshop.lesson.model import Discuss, Lesson, Scenario
from workshop.lesson.problems import WorkshopError
from workshop.lesson.values import Ages
from workshop.session import moves, timers
from workshop.session.board import Board
from workshop.session.events import (
    Began,
    Counted,
    Covered,
    Cued,
    Ended,
    Event,
    Froze,
    Planned,
    Resumed,
    Thawed,
    Timed,
    Undone,
    Voted,
)
from workshop.session.ink import Ink
from workshop.session.journal import Journal
from workshop.session.order import Stop, stops
from workshop.session.polls import with_count
from workshop.session.questions import QuestionBox, find, may_be_shown
from workshop.session.scene import Scene, phase_of, ready, totals
from workshop.session.state import CHOOSE, END, TIE, Ballot, Plan, State, apply, begin, replay
from workshop.session.story import choices
from workshop.session.view import View

SAME_LESSON = 2 * 60 * 60  # seconds; after a longer break the class had gone home, and the clock of the lesson waited


class Session:
    """Commands, the state they lead to, and the journal that has each event before anybody sees it.

    Going through the lesson, counting, time and covers are here; `board`, `ink` and `box` have the commands for work
    at the board, drawing and the class's questions. `state` is the present `State`, `stops` the running order.
    `listeners` are called without arguments after each change. `clock` gives wall-clock seconds; `beats` tells how
    many pictures the stage makes of a view. The journal is open, and `Journal.begin` was called for a new lesson,
    which begins at the stop with the index `first`; what comes before is not part of what its class has to do.
    Raises WorkshopError where all steps of the lesson are hidden.
    """

    def __init__(
        self,
        lesson: Lesson,
        journal: Journal,
        clock: Callable[[], float],
        beats: Callable[[View], int],
        hidden: frozenset[str] = frozenset(),
        ages: Ages | None = None,
        past: State | None = None,
        first: int = 0,
    ) -> None:
        self.lesson = lesson
        self.journal = journal
        self.clock = clock
        self.stops: tuple[Stop, ...] = stops(lesson, hidden, ages)
        if not self.stops:
            raise WorkshopError(f"Every step of “{lesson.title}” is hidden. Show at least one step, then start again.")
        self.scene = Scene(lesson, self.stops, beats)
        self.board, self.ink, self.box = Board(self), Ink(self), QuestionBox(self)
        self.listeners: list[Callable[[], None]] = []
        began = Began(clock(), self.stops, first)
        opened = self._resumed() if past else began
        journal.append(opened)
        self.state: State = apply(past, opened) if past else begin(began)

    @classmethod
    def resume(
        cls,
        lesson: Lesson,
        journal: Journal,
        clock: Callable[[], float],
        beats: Callable[[View], int],
        hidden: frozenset[str] = frozenset(),
        ages: Ages | None = None,
    ) -> Session:
        """The session that the journal holds, where the class was; a new one where it holds none."""
        return cls(lesson, journal, clock, beats, hidden, ages, past=replay(journal.events()))

    def _resumed(self) -> Resumed:
        now = self.clock()
        gap = max(0.0, now - self.journal.last_sign)
        return Resumed(now, gap, gap if gap > SAME_LESSON else 0.0, self.stops)

    # --- Going through the lesson ---------------------------------------------------------------

    def next(self) -> None:
        """One press on: uncover, reveal, or go to the next stop. At the end the console is told so."""
        if self.state.cover:
            self.do(self._uncovered())
        else:
            self._advance()

    def back(self) -> None:
        """One press back: uncover, hide the last reveal, or go to the stop before, fully revealed."""
        if self.state.cover:
            self.do(self._uncovered())
        else:
            self.do(moves.backward(self.scene, self.state, self.clock()) or self._cue(""))

    def go_to(self, at: int) -> None:
        """To the stop of that index, as it was left. The cover stays, so that a picture can be found behind it."""
        self.do(moves.jump(self.scene, self.state, at, self.clock()) or self._cue(""))

    def choose(self, choice: int) -> None:
        """Take a scenario's choice of that index; a card that isn't fully revealed is shown whole first."""
        self.do(moves.chosen(self.scene, self.state, choice, self.clock()))

    def what_if(self, turns_kept: int) -> None:
        """Back in the story to where only so many choices had been taken, to take another."""
        self.do(moves.rewound(self.scene, self.state, turns_kept, self.clock()))

    def instead(self, turns_kept: int, choice: int) -> None:
        """What if, at the card after so many choices, that one had been taken? Its consequence follows at once."""
        self.do(moves.instead(self.scene, self.state, turns_kept, choice, self.clock()))

    def back_to_choice(self) -> None:
        """Back in the story to its last card with several choices, fully revealed; again, to the one before."""
        view = self.console_view(self.clock())
        if isinstance(view.step, Scenario):
            open_cards = [at for at, turn in enumerate(view.path) if len(choices(view.step, turn.card)) > 1]
            if open_cards:
                self.what_if(open_cards[-1])

    def _advance(self) -> None:
        event = moves.onward(self.scene, self.state, self.clock())
        self.do(self._cue(event.cue) if isinstance(event, Cued) else event)

    # --- Counting hands ---------------------------------------------------------------------------

    def vote(self) -> None:
        """Let the class vote on a story's choices, the whole card being shown; or end the vote without a choice."""
        now = self.clock()
        view = self.console_view(now)
        if view.vote:
            self.do(Voted(now, ""))
        elif isinstance(view.step, Scenario) and len(choices(view.step, view.card)) > 1:
            self.do(moves.shown_whole(self.scene, self.state, now))
            self.do(Voted(now, "open"))

    def count(self, choice: int, change: int) -> None:
        """Add to the hands of a vote's answer, or take away."""
        _ballot, counted = self._totals()
        if 0 <= choice < len(counted):
            self.set_count(choice, counted[choice] + change)

    def set_count(self, choice: int, hands: int) -> None:
        """Set the hands of a vote's answer, within 0 and 999."""
        (stop, card), before = self._totals()
        if 0 <= choice < len(before):
            after = with_count(before, choice, hands)
            self.do(Counted(self.clock(), stop, after, card) if after != before else None)

    def undo(self) -> None:
        """Take back the last count, change at the board or drawing at this stop."""
        if self.state.undos.get(self.state.stop):
            self.do(Undone(self.clock(), self.state.stop))

    def _totals(self) -> tuple[Ballot, tuple[int, ...]]:
        """What hands would be counted for now, and the totals so far: none while a story's choices aren't voted on."""
        view, stop = self.console_view(self.clock()), self.state.stop
        counts = bool(view.vote) or not isinstance(view.step, Scenario)
        return (stop, view.card), totals(self.state, stop, view.step, view.card) if counts else ()

    # --- Time ---------------------------------------------------------------------------------------

    def timer_toggle(self) -> None:
        """Start or pause this stop's countdown. On a discussion's prompt its first phase begins."""
        view = self.console_view(self.clock())
        if isinstance(view.step, Discuss) and view.beat == 0:
            self._advance()
        else:
            now = self.clock()
            self._time(view, timers.toggled(self._timer(view), now), now)

    def add_time(self, seconds: int) -> None:
        """Give the countdown on show so many seconds more, or less where below zero."""
        now = self.clock()
        view = self.console_view(now)
        if view.timer is not None:
            self._time(view, timers.extended(self._timer(view), seconds, now), now)

    def _timer(self, view: View) -> timers.Timer:
        known = self.state.timers.get((self.state.stop, phase_of(view.step, view.beat)))
        return known or ready(view.step, view.beat)

    def _time(self, view: View, timer: timers.Timer, now: float) -> None:
        phase, running = phase_of(view.step, view.beat), timer.since is not None
        self.do(Timed(now, self.state.stop, phase, timer.seconds, timer.left, running))

    # --- What the class may see -------------------------------------------------------------------------

    def blank(self) -> None:
        """Darken the projector, or show the lesson again."""
        self._toggle_cover("blank")

    def help_card(self) -> None:
        """Show the help card on the projector, or again what it lies over: the lesson or another cover."""
        self._toggle_cover("help")

    def neutral(self) -> None:
        """Show a calm picture that tells nothing of the lesson, or the lesson again. Timers go on."""
        self._toggle_cover("neutral")

    def freeze(self) -> None:
        """Keep the class's picture as it is while the console looks elsewhere, or let it follow again."""
        self.do(Thawed(self.clock()) if self.state.frozen else Froze(self.clock()))

    def _toggle_cover(self, cover: str) -> None:
        self.do(self._uncovered() if self.state.cover == cover else Covered(self.clock(), cover))

    def _uncovered(self) -> Covered:
        """One cover less: the help card gives back what it lies over, unless that may not be shown any more."""
        cover, number = self.state.under
        question = find(self.state.questions, number)
        if cover == "question" and (question is None or not may_be_shown(question)):
            cover, number = "", 0
        return Covered(self.clock(), cover, number)

    def settle(self, plan: Plan) -> None:
        """Go on by this plan; `Plan()` is the lesson as it is written."""
        self.do(Planned(self.clock(), tuple(plan.minutes.items()), tuple(sorted(plan.skipped)), plan.until))

    # --- Stopping ---------------------------------------------------------------------------------------

    def escape(self) -> None:
        """Uncover, else let the picture follow again, else ask on the console whether to end. Never ends by itself."""
        self.do(self._shown() or self._cue(END))

    def ask_to_end(self) -> None:
        """Ask on the console whether to end, whatever the class sees meanwhile."""
        self.do(self._cue(END))

    def f5(self) -> None:
        """Show the lesson: clears cover, freeze and the question. Clickers send F5 and Escape in turn."""
        while clearing := self._shown():
            self.do(clearing)
        self.do(self._cue("") if self.state.cue == END else None)

    def stay(self) -> None:
        """Go on with the lesson: the console's question or hint goes away."""
        self.do(self._cue(""))

    def end(self) -> None:
        """Close the lesson. Its journal is erased; the state remains in memory for a look back."""
        if self.state.ended is None:
            ended = Ended(self.clock())
            self.journal.append(ended)
            self.journal.close_lesson()
            self._apply(ended)

    def _shown(self) -> Event | None:
        if self.state.cover:
            return self._uncovered()
        return Thawed(self.clock()) if self.state.frozen else None

    # --- Views ------------------------------------------------------------------------------------------

    def projector_view(self, now: float) -> View:
        """What the class sees: frozen and covered as it may be."""
        still = self.state.frozen
        view = self.scene.view(still.state, still.when) if still else self.console_view(now)
        asked = find(self.state.questions, self.state.asked) if self.state.cover == "question" else None
        return view._replace(cover=self.state.cover, asked=asked.text if asked else "")

    def console_view(self, now: float) -> View:
        """Where the session is, never frozen and never covered."""
        return self.scene.view(self.state, now)

    def next_view(self, now: float) -> View | None:
        """What the class sees after the next press, were it not frozen; None at the lesson's end.

        Where the next press only asks for a choice or tells of a tie, that is the same picture.
        """
        if self.state.cover:
            return self.console_view(now)
        event = moves.onward(self.scene, self.state, now)
        if isinstance(event, Cued):
            return self.console_view(now) if event.cue in (CHOOSE, TIE) else None
        return self.scene.view(apply(self.state, event), now)

    # --- Events -------------------------------------------------------------------------------------------

    def _cue(self, cue: str) -> Cued | None:
        return Cued(self.clock(), cue) if cue != self.state.cue else None

    def do(self, event: Event | None) -> None:
        """Journal an event and show what follows from it; nothing for None or once the lesson has ended."""
        if event is not None and self.state.ended is None:
            self.journal.append(event)
            self._apply(event)

    def _apply(self, event: Event) -> None:
        self.state = apply(self.state, event)
        for listener in tuple(self.listeners):
            listener()
