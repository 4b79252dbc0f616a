"""Every picture that a class can see of every lesson that ships: in each of its languages, on each screen's shape
and in each theme. A screen of 1280 by 800 shows the wide canvas, so that it needs no drawing of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from drawing import ROOMS, Drawn, Room, check, covered_words

from workshop.lesson.model import Help, Lesson, Poll, Scenario, Step
from workshop.lesson.reader import read
from workshop.lesson.translate import apply, languages, read_overlay
from workshop.paths import LESSONS
from workshop.session.order import stops
from workshop.session.polls import poll_labels
from workshop.session.story import choices
from workshop.session.view import Turn, View
from workshop.stage.compose import Stage
from workshop.stage.displaylist import STANDARD, WIDE, Canvas
from workshop.stage.helplines import help_lines
from workshop.stage.page import Setting
from workshop.stage.qtmeasure import QtMeasure
from workshop.stage.theme import theme
from workshop.stage.words import words

FOLDERS = sorted(path.parent for path in LESSONS.glob("*/lesson.yaml"))
TAUGHT = [(folder, language) for folder in FOLDERS for language in ("", *languages(folder))]
"""Each lesson in its own language ("") and in those that it is translated to."""


@cache
def lesson_in(folder: Path, language: str = "") -> Lesson:
    lesson = read(folder).lesson
    assert isinstance(lesson, Lesson)
    if not language:
        return lesson
    overlay, _ = read_overlay(folder / f"lesson.{language}.yaml", lesson)
    return apply(lesson, overlay)[0]


def views(lesson: Lesson) -> Iterator[View]:
    """Every stop, every card by every path without going round, with votes counted."""
    order = stops(lesson)
    for at, stop in enumerate(order):
        step = lesson.step(stop.step_id)
        counts = ((11,) * len(poll_labels(step)),) * stop.round if isinstance(step, Poll) else ()
        for path, card in paths(step):
            yield View(step, at, len(order), 0, stop.round, path, card, counts)


def paths(step: Step) -> Iterator[tuple[tuple[Turn, ...], str]]:
    if not isinstance(step, Scenario):
        yield (), ""
        return
    ahead: list[tuple[tuple[Turn, ...], str]] = [((), step.start)]
    while ahead:
        path, card = ahead.pop()
        yield path, card
        ways = choices(step, card)
        ahead += [
            ((*path, Turn(card, number)), way.go) for number, way in enumerate(ways) if Turn(card, number) not in path
        ]


@pytest.mark.parametrize("taught", TAUGHT, ids=lambda taught: "-".join(filter(None, (taught[0].name, taught[1]))))
@pytest.mark.parametrize("room", ROOMS, ids=lambda room: f"{room.canvas.width:g}-{room.theme}")
def test_each_picture_is_whole_large_enough_and_readable(taught: tuple[Path, str], room: Room) -> None:
    folder, lesson = taught[0], lesson_in(*taught)
    stage = Stage(Setting(lesson, folder, words(lesson.language)), theme(room.theme), QtMeasure())
    for view in views(lesson):
        beats = stage.beats(view, room.canvas)
        for beat in range(beats):
            seen = view._replace(beat=beat)
            drawn = Drawn(stage.compose(seen, room.canvas), beats, stage.fits(seen, room.canvas))
            try:
                check(drawn)
                assert not covered_words(drawn)
            except AssertionError as error:
                raise AssertionError(f"{view.step.id}, card “{view.card}”, beat {beat}: {error}") from error


# Lessons with people of their own and without, for the youngest and for staff; and one in French as well.
HELP_LESSONS = ("educator-briefing", "my-trusted-grown-ups", "say-no-2", "together-for-a-better-internet")
HELPED = [taught for taught in TAUGHT if taught[0].name in HELP_LESSONS]
COUNTRIES = ("LU", "FR", "LV", "GB", "AL")  # the longest names, a second helpline, few numbers


@pytest.mark.parametrize("taught", HELPED, ids=lambda taught: "-".join(filter(None, (taught[0].name, taught[1]))))
@pytest.mark.parametrize("canvas", [WIDE, STANDARD], ids=lambda canvas: f"{canvas.width:g}")
@pytest.mark.parametrize("people", [(), ("Ms Lindqvist-Abernathy, the school nurse",)], ids=["nobody", "a person"])
def test_the_help_step_holds_the_rows_of_a_country(
    taught: tuple[Path, str], canvas: Canvas, people: tuple[str, ...]
) -> None:
    folder, lesson = taught[0], lesson_in(*taught)
    step = next(step for step in reversed(lesson.steps) if isinstance(step, Help))
    told = words(lesson.language)
    for country in COUNTRIES:
        rows, more = help_lines(country, people, told, step.services)
        stage = Stage(Setting(lesson, folder, told, rows, more), theme("light"), QtMeasure())
        view = View(step, len(lesson.steps) - 1, len(lesson.steps))
        beats, seen = stage.beats(view, canvas), ""
        for beat in range(beats):
            now = view._replace(beat=beat)
            drawn = Drawn(stage.compose(now, canvas), beats, stage.fits(now, canvas))
            check(drawn)
            assert not covered_words(drawn), f"{country}, beat {beat}"
            seen += drawn.all_words + "\n"
        # The lesson's own people stand in the place of “A trusted adult”.
        wanted = {row.head for row in (*rows, *more)} - ({told["adult"]} if step.people else set())
        assert [head for head in (*wanted, *step.people) if head not in seen] == [], country


def test_there_are_lessons_to_draw() -> None:
    assert len(FOLDERS) >= 2
    assert {language for _, language in TAUGHT} >= {"", "fr"}
