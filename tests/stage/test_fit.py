"""What doesn't fit a class's screen, or is dealt over several pictures, is told to whoever writes the lesson."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawing import ART, PICTURES
from generating import STEPS, a_step

from workshop.lesson.model import Lesson, Slide
from workshop.lesson.problems import Problem
from workshop.lesson.reader import read, read_text
from workshop.paths import LESSONS, RESOURCES
from workshop.stage.compose import Stage
from workshop.stage.displaylist import STANDARD, WIDE
from workshop.stage.fit import fit_problems, judge, seen, stages, worst
from workshop.stage.page import Setting
from workshop.stage.qtmeasure import QtMeasure
from workshop.stage.theme import theme
from workshop.stage.words import words

FOLDERS = sorted(path.parent for path in LESSONS.glob("*/lesson.yaml"))
HEAD = "format: lesson/1\nid: a\nversion: 1.0.0\nlanguage: en\ntitle: A\naudience: staff\nsteps:\n"
FIRST = "- {id: first, kind: slide}\n"
LONG = "one two three four five six seven "


def problems(steps: str) -> list[Problem]:
    reading = read_text(HEAD + FIRST + steps, "lesson.yaml")
    assert isinstance(reading.lesson, Lesson), reading.problems
    return fit_problems(reading.lesson, reading)


def told(steps: str) -> list[tuple[str, int, str]]:
    return [(p.code, p.mark.line, p.message) for p in problems(steps)]


def overlooked(lesson: Lesson, folder: Path) -> list[str]:
    """Where a screen splits or cuts what the check without Qt takes for whole."""
    setting = Setting(lesson, folder, words(lesson.language))
    exact, tables = Stage(setting, theme("light"), QtMeasure()), stages(lesson, folder)
    found = []
    for place, views in seen(lesson).items():
        for view in views:
            for canvas in (WIDE, STANDARD):
                shown, checked = judge(exact, view, canvas), worst(tables, [view], canvas)
                if (shown.parts > 1 and checked.parts == 1) or (checked.whole and not shown.whole):
                    found.append(f"{place} {canvas.width:g}: {shown} was taken for {checked}")
    return found


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_packaged_lesson_is_whole_on_every_screen(folder: Path) -> None:
    reading = read(folder)
    assert isinstance(reading.lesson, Lesson)
    assert fit_problems(reading.lesson, reading) == []
    assert overlooked(reading.lesson, folder) == []


def test_so_are_the_examples_that_ship() -> None:
    for name in ("every-kind.yaml", "lesson.yaml"):
        reading = read(RESOURCES / "new" / name)
        assert isinstance(reading.lesson, Lesson)
        assert fit_problems(reading.lesson, reading) == []


@pytest.mark.parametrize("kind", STEPS)
def test_whatever_a_screen_splits_or_cuts_was_told(kind: str) -> None:
    for seed in range(10):
        steps = (Slide(id="first", kind="slide"), a_step(kind, seed))
        lesson = Lesson(
            format="lesson/1", id="x", version="1", language="en", title="A", sensitive=bool(seed % 2),
            media=PICTURES, steps=steps,
        )  # fmt: skip
        assert overlooked(lesson, ART) == [], steps[1]


def test_a_short_step_is_no_trouble() -> None:
    assert told("- {id: b, kind: slide, title: Hello, text: A line.}\n") == []


def test_a_step_that_is_split_says_on_which_screen_and_in_how_many_parts() -> None:
    rules = "- id: b\n  kind: rules\n  rules: [" + ", ".join(f"Rule {n}" for n in range(6)) + "]\n"
    assert told(rules) == [("split", 9, "On every screen this step is shown in 2 parts.")]
    items = "".join(f"  - {LONG * 2}\n" for _ in range(6))
    activity = f"- id: b\n  kind: activity\n  ask: What now?\n  instructions:\n{items}"
    assert told(activity) == [("split", 9, "On a narrow screen (4:3) this step is shown in 2 parts.")]


def test_more_words_than_room_is_told() -> None:
    assert [code for code, _, _ in told(f"- {{id: b, kind: reflect, ask: {LONG * 16}}}\n")] == ["too-much"]
    [problem] = problems(f"- {{id: b, kind: slide, text: {LONG * 600}}}\n")
    assert problem.message == "On every screen this step has more words than room."
    assert problem.hint == "Shorten it, or make it two steps."
    assert problem.severity == "warning"


def test_a_long_text_that_runs_into_the_marks_has_no_room() -> None:
    materials = ", ".join(LONG * 9 + str(number) for number in range(4))
    assert "too-much" in {
        code for code, _, _ in told(f"- {{id: b, kind: activity, ask: Do, materials: [{materials}]}}\n")
    }


def test_each_card_of_a_story_is_told_apart() -> None:
    story = f"""\
- id: b
  kind: scenario
  title: A story
  start: one
  cards:
    one:
      text: Short.
      choices:
      - {{say: Go on, go: two, because: Because.}}
      - {{say: Or so, go: three, because: {LONG * 12}}}
    two: {{text: Short., ending: safe}}
    three: {{text: {LONG * 3}, ending: safe}}
    away: {{text: {LONG * 99}}}
"""
    found = told(story)
    assert {line for _, line, _ in found} == {20}
    assert all("this card" in message for _, _, message in found)


def test_long_notes_take_no_room() -> None:
    assert told(f"- {{id: b, kind: slide, text: Hello, notes: {LONG * 100}}}\n") == []


def test_a_hidden_step_is_not_looked_at() -> None:
    assert told(f"- {{id: b, kind: slide, text: {LONG * 100}, hidden: true}}\n") == []


def test_a_clock_takes_room_from_a_question() -> None:
    question = "responsibility conversation uncomfortable understanding responsibility conversation uncomfortable"
    [(code, _, message)] = told(f"- {{id: b, kind: discuss, ask: {question}}}\n")
    assert (code, message) == ("too-much", "On a narrow screen (4:3) this step has more words than room.")
