"""The question box: what the class asked on slips, as the facilitator sorts it. Gone when the lesson is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workshop.session.events import Asked, Covered, Placed

if TYPE_CHECKING:
    from workshop.lesson.model import Lesson
    from workshop.session.session import Session

PLACES = ("new", "queued", "answered", "dropped", "disclosure")
"""`new` is unread, `queued` waits to be shown, `dropped` can be taken back, `disclosure` is never shown, and stays."""

LONGEST = 240  # characters of a question
OLD_ENOUGH = 8  # years: from here on pupils write slips for the question box


def has_box(lesson: Lesson) -> bool:
    """Pupils who can write a slip are told how the question box works."""
    return lesson.audience == "pupils" and (lesson.ages is None or lesson.ages.high >= OLD_ENOUGH)


class Question(NamedTuple):
    """A question by its number, from 1. Nobody knows, and nothing says, who asked."""

    number: int
    text: str
    place: str = "new"


class QuestionBox:
    """Commands of the question box. Nothing is shown to the class but by `show`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def questions(self) -> tuple[Question, ...]:
        """All of them, those queued in the order in which they were queued."""
        return self._session.state.questions

    def add(self, text: str) -> int:
        """Put a question in; returns its number, 0 where there are no words."""
        number = max((question.number for question in self.questions), default=0) + 1
        return number if self.edit(number, text) else 0

    def edit(self, number: int, text: str) -> bool:
        """Give a question these words, in one line; False where there are none."""
        told = " ".join(text.split())[:LONGEST]
        if told:
            self._session.do(Asked(self._session.clock(), number, told))
        return bool(told)

    def place(self, number: int, place: str) -> None:
        """Put a question somewhere; the one on the projector leaves it, if it may not be shown there any more."""
        if place in PLACES and find(self.questions, number):
            self._session.do(Placed(self._session.clock(), number, place))

    def show(self, number: int) -> None:
        """Show a question on the projector, or the lesson again. What may be a disclosure is never shown."""
        session, found = self._session, find(self.questions, number)
        if found is None or not may_be_shown(found):
            return
        on = session.state.cover == "question" and session.state.asked == number
        session.do(Covered(session.clock(), "") if on else Covered(session.clock(), "question", number))

    def answered(self, number: int) -> None:
        """A question is done with; the lesson comes back where the class saw it."""
        session = self._session
        shown = session.state.cover == "question" and session.state.asked == number
        self.place(number, "answered")
        if shown:
            session.do(Covered(session.clock(), ""))

    def explain(self) -> None:
        """Show the class how the box works: who reads it, and what must be passed on; or the lesson again."""
        on = self._session.state.cover == "box"
        self._session.do(Covered(self._session.clock(), "" if on else "box"))


def find(questions: tuple[Question, ...], number: int) -> Question | None:
    return next((question for question in questions if question.number == number), None)


def may_be_shown(question: Question) -> bool:
    return question.place not in ("disclosure", "dropped")


def asked(questions: tuple[Question, ...], event: Asked) -> tuple[Question, ...]:
    """The box after a question got its words."""
    if find(questions, event.number) is None:
        return (*questions, Question(event.number, event.text))
    return tuple(q._replace(text=event.text) if q.number == event.number else q for q in questions)


def placed(questions: tuple[Question, ...], event: Placed) -> tuple[Question, ...]:
    """The box after a question was put somewhere; one newly queued comes last.

    What may be a disclosure stays that, so that no later slip of the hand can show it.
    """
    found = find(questions, event.number)
    if found is None or found.place in (event.place, "disclosure"):
        return questions
    moved = found._replace(place=event.place)
    if event.place == "queued":
        return (*(q for q in questions if q.number != event.number), moved)
    return tuple(moved if q.number == event.number else q for q in questions)
