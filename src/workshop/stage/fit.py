"""Whether a class can see the whole of each step: what `workshop check` says of screens, without any Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import NamedTuple

from workshop.lesson.fields import about
from workshop.lesson.model import Discuss, Lesson, Poll, Scenario, Step
from workshop.lesson.nodes import Path as Place
from workshop.lesson.problems import Problem
from workshop.lesson.reader import Reading
from workshop.lesson.records import Record
from workshop.lesson.texts import texts
from workshop.session.order import stops
from workshop.session.polls import poll_labels
from workshop.session.story import choices
from workshop.session.view import Countdown, Turn, View
from workshop.stage.compose import Stage
from workshop.stage.displaylist import STANDARD, WIDE, Canvas
from workshop.stage.measure import KERNING, SNUG, TableMeasure
from workshop.stage.page import Setting
from workshop.stage.theme import theme
from workshop.stage.words import is_right_to_left, words

HINTS = {
    "step": "Shorten it, or make it two steps.",
    "card": "Shorten it, or the reason of the choice that leads here, or make it two cards.",
}
LONGEST = 2_000  # characters of one text, and
MOST = 100  # texts in one step: several times what a class can take in, and not worth measuring
HANDS = 28  # on each answer of a poll: a large class
CLOCK = Countdown(600, 600, False)  # takes room from a discussion's question


class Verdict(NamedTuple):
    """How a view fits a screen: over how many pictures it is dealt, and whether all its words have room."""

    parts: int
    whole: bool


def fit_problems(lesson: Lesson, reading: Reading) -> list[Problem]:
    """What is too long for a wide (16:9) or a narrow (4:3) screen, step by step; of a story, card by card."""
    found: list[Problem] = []
    tried = stages(lesson, reading.folder or Path())
    for place, views in seen(lesson).items():
        wide, narrow = (worst(tried, views, canvas) for canvas in (WIDE, STANDARD))
        what = "card" if "cards" in place else "step"
        for code, message in _amiss(what, wide, narrow):
            found.append(reading.marks.problem(place, code, message, HINTS[what], "warning"))
    return found


def stages(lesson: Lesson, folder: Path) -> tuple[Stage, ...]:
    """Stages without Qt whose words are as wide as words get, and as narrow: a screen's lie between."""
    setting = Setting(lesson, folder, words(lesson.language), rtl=is_right_to_left(lesson.language))
    return tuple(Stage(setting, theme("light"), TableMeasure(kerning)) for kerning in (KERNING, SNUG))


def worst(stages: Sequence[Stage], views: Sequence[View], canvas: Canvas) -> Verdict:
    """The most parts, and whether all is whole everywhere."""
    verdicts = [judge(stage, view, canvas) for view in views for stage in stages]
    return Verdict(max(v.parts for v in verdicts), all(v.whole for v in verdicts))


def judge(stage: Stage, view: View, canvas: Canvas) -> Verdict:
    """How a view fits at all of its beats."""
    if _is_endless(view):
        return Verdict(1, False)
    beats = range(stage.beats(view, canvas))
    return Verdict(stage.parts(view, canvas), all(stage.fits(view._replace(beat=beat), canvas) for beat in beats))


def _is_endless(view: View) -> bool:
    step = view.step
    shown: Record = step.cards[view.card] if isinstance(step, Scenario) else step
    private = {field.name for field in fields(shown) if about(field).private}  # type: ignore[arg-type]
    lengths = [len(text) for path, text in texts(shown) if path[0] not in private]
    return len(lengths) > MOST or max(lengths, default=0) > LONGEST


def _amiss(what: str, wide: Verdict, narrow: Verdict) -> Iterator[tuple[str, str]]:
    """Code and message of what there is to say."""
    if not (wide.whole and narrow.whole):
        yield "too-much", f"{_screens(not wide.whole, not narrow.whole)} this {what} has more words than room."
    several = sorted({verdict.parts for verdict in (wide, narrow) if verdict.parts > 1})
    if several:
        count = " to ".join(map(str, several))
        yield "split", f"{_screens(wide.parts > 1, narrow.parts > 1)} this {what} is shown in {count} parts."


def _screens(wide: bool, narrow: bool) -> str:
    return "On every screen" if wide and narrow else "On a wide screen (16:9)" if wide else "On a narrow screen (4:3)"


# --- what a class can come to see ----------------------------------------------------------------------


def seen(lesson: Lesson) -> dict[Place, list[View]]:
    """The views of each step that is shown, and of each card of a story, by its place in the text."""
    order = stops(lesson)
    numbers = {step.id: number for number, step in enumerate(lesson.steps)}
    found: dict[Place, list[View]] = {}
    for at, stop in enumerate(order):
        number = numbers[stop.step_id]
        step = lesson.steps[number]
        counts = ((HANDS,) * len(poll_labels(step)),) * stop.round if isinstance(step, Poll) else ()
        timer = CLOCK if isinstance(step, Discuss) else None
        view = View(step, at, len(order), round=stop.round, counts=counts, timer=timer)
        for path, card in _walks(step):
            place = ("steps", number, "cards", card) if card else ("steps", number)
            found.setdefault(place, []).append(view._replace(path=path, card=card))
    return found


def _walks(step: Step) -> Iterator[tuple[tuple[Turn, ...], str]]:
    """A way to each card of a story through each choice that leads there, and the card; for other steps neither."""
    if not isinstance(step, Scenario):
        yield (), ""
        return
    yield (), step.start
    known = {step.start}
    ahead: list[tuple[tuple[Turn, ...], str]] = [((), step.start)]
    for path, card in ahead:
        for number, choice in enumerate(choices(step, card)):
            way = (*path, Turn(card, number))
            yield way, choice.go
            if choice.go not in known:
                known.add(choice.go)
                ahead.append((way, choice.go))
