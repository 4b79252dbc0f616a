"""A small lesson with every way of going on, a clock that tests turn, and a session in a fresh folder."""

from __future__ import annotations

from pathlib import Path

from workshop.lesson.model import Answer, Card, Choice, Discuss, Help, Lesson, Poll, Quiz, Scenario, Slide, Step
from workshop.lesson.values import Spoken
from workshop.session.board import items
from workshop.session.journal import Journal, Meta
from workshop.session.session import Session
from workshop.session.view import View

STORY = Scenario(
    id="story",
    kind="scenario",
    start="asks",
    cards={
        "asks": Card(
            chat=(Spoken("Hi", "Jules"), Spoken("Only us", "Jules")),
            choices=(Choice(say="Delete it", go="secret"), Choice(say="Ask why", go="angry")),
        ),
        "secret": Card(text="Another secret.", choices=(Choice(say="Tell an adult", go="helped"),)),
        "angry": Card(text="Jules is angry.", choices=(Choice(say="Back", go="asks"), Choice(say="Tell", go="helped"))),
        "helped": Card(text="Helped.", ending="safe"),
    },
)
LINE = Poll(id="line", kind="poll", style="line", ask="True?", ends=("Disagree", "Agree"), again="story", minutes=3)
TALK = Discuss(id="talk", kind="discuss", ask="Why?", protocol="think-pair-share", minutes=6)
QUIZ = Quiz(id="quiz", kind="quiz", ask="Which?", minutes=4, answers=(Answer(right="This"), Answer(wrong="That")))
STEPS = (
    Slide(id="welcome", kind="slide", title="Welcome", minutes=2),
    LINE,
    STORY,
    TALK,
    QUIZ,
    Help(id="help", kind="help"),
)
META = Meta("who", "Who is there?", "/lessons/who", "ab12", "en", "1.0.0")


def lesson(*steps: Step, minutes: int | None = 45) -> Lesson:
    """A lesson of the steps given, or of all the above."""
    return Lesson(
        format="lesson/1", id="who", version="1", language="en", title="Who?", minutes=minutes, steps=steps or STEPS
    )


def beats(view: View) -> int:
    """As the stage does: a chat is revealed message by message, work at the board item by item."""
    if isinstance(view.step, Scenario):
        card = view.step.cards[view.card]
        return 1 + len(card.chat) + bool(card.choices)
    return 1 + items(view.step)


class Clock:
    """Wall-clock seconds that pass only when a test says so."""

    def __init__(self, now: float = 1_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += seconds


class Room:
    """A class, its session and its journal."""

    def __init__(self, folder: Path, text: Lesson | None = None, first: int = 0) -> None:
        self.path = folder / "session.sqlite"
        self.clock = Clock()
        self.lesson = text or lesson()
        self.journal = Journal.open(self.path)
        self.journal.begin(META)
        self.session = Session(self.lesson, self.journal, self.clock, beats, first=first)

    def seen(self) -> View:
        """What the class sees now."""
        return self.session.projector_view(self.clock())

    def own(self) -> View:
        """What the facilitator's console is at."""
        return self.session.console_view(self.clock())

    def where(self) -> tuple[str, int, int]:
        """Step, round and beat of the console."""
        view = self.own()
        return view.step.id, view.round, view.beat

    def press(self, times: int = 1) -> None:
        for _ in range(times):
            self.session.next()

    def go(self, step_id: str, round: int = 1) -> None:
        self.session.go_to([tuple(stop) for stop in self.session.stops].index((step_id, round)))

    def power_cut(self, text: Lesson | None = None) -> None:
        """The program is gone and started again; the lesson may have been changed meanwhile."""
        self.journal.close()
        self.lesson = text or self.lesson
        self.journal = Journal.open(self.path)
        self.session = Session.resume(self.lesson, self.journal, self.clock, beats)
