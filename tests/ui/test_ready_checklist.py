"""What is asked before a lesson: the right lines for the lesson, and once a year what holds for a year."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from workshop.lesson.model import Lesson
from workshop.lesson.reader import read
from workshop.ui.ready import checklist
from workshop.ui.ready.checklist import Lead, Shown

TODAY = date(2026, 11, 23)
IRELAND = Shown("IE", "Ireland")

LESSON = """\
format: lesson/1
id: trust
version: 1.0.0
language: en
title: Trust
audience: {audience}
ages: 11-13
flags: [A stranger asks for secrecy]
supervision: Two adults.
needs: [group-promise]
materials: [Paper, Felt pens]
steps:
- {{id: rules, kind: rules}}
- {{id: poster, kind: activity, ask: Draw it., materials: [Glue, paper]}}
- {{id: young, kind: slide, title: For the young, ages: 11-11}}
- {{id: story, kind: slide, title: A story, flags: [Somebody is laughed at]}}
- {{id: away, kind: slide, title: Away, flags: [Not today], hidden: true}}
- {{id: school, kind: activity, ask: At school, materials: [Nothing of this]}}
- {{id: where, kind: help}}
"""


def lesson(tmp_path: Path, audience: str = "pupils", text: str = LESSON) -> Lesson:
    (tmp_path / "lesson.yaml").write_text(text.format(audience=audience), "utf-8")
    found = read(tmp_path).lesson
    assert isinstance(found, Lesson)
    return found


def ids(found: tuple[checklist.Item, ...]) -> list[str]:
    return [item.id for item in found]


def test_a_lesson_for_pupils_asks_for_all_six(tmp_path: Path) -> None:
    found = checklist.items(lesson(tmp_path), Lead("Ms Kelly", "01 234"), IRELAND)
    assert ids(found) == ["lead", "parents", "affected", "briefing", "directory", "second"]
    assert found[0].hint == "Ms Kelly, 01 234"
    assert {item.id: item.kept for item in found if item.kept} == {"directory": "directory:IE"}


def test_a_lesson_for_staff_asks_for_less(tmp_path: Path) -> None:
    assert ids(checklist.items(lesson(tmp_path, "staff"), Lead(), IRELAND)) == ["lead", "directory"]
    assert "parents" not in ids(checklist.items(lesson(tmp_path, "families"), Lead(), IRELAND))


def test_what_is_not_set_is_said_with_what_to_do(tmp_path: Path) -> None:
    found = {item.id: item for item in checklist.items(lesson(tmp_path), Lead(), Shown())}
    assert "Nobody is set" in found["lead"].hint
    assert "no numbers" in found["directory"].hint
    assert [item.id for item in found.values() if not item.open] == ["directory"]


def test_what_the_lesson_needs_is_gathered_from_it_and_its_steps(tmp_path: Path) -> None:
    found = {facts.head: facts.lines for facts in checklist.about(lesson(tmp_path), frozenset({"school"}), str.upper)}
    assert found["What to bring"] == ("Paper", "Felt pens", "Glue")
    assert found["What comes up"] == ("A stranger asks for secrecy", "Somebody is laughed at")
    assert found["Who is there"] == ("Two adults.",)
    assert found["Do these lessons first"] == ("GROUP-PROMISE",)


def test_only_another_age_is_outside(tmp_path: Path) -> None:
    taught = lesson(tmp_path)
    assert [age for age in (0, 9, 10, 11, 13, 14) if checklist.is_outside(taught, age)] == [9, 10, 14]
    assert not checklist.is_outside(lesson(tmp_path, "staff"), 40)


def test_a_lesson_without_ages_asks_for_none(tmp_path: Path) -> None:
    text = LESSON.replace("ages: 11-13\n", "").replace(", ages: 11-11", "")
    assert not checklist.asks_age(lesson(tmp_path, text=text))
    assert not checklist.is_outside(lesson(tmp_path, text=text), 5)


@pytest.mark.parametrize(
    ("ago", "holds"), [(0, True), (364, True), (365, False), (400, False), (-1, False)], ids=lambda told: str(told)
)
def test_what_is_done_once_a_year_holds_for_a_year(ago: int, holds: bool) -> None:
    day = (TODAY - timedelta(days=ago)).isoformat()
    assert checklist.still_holds(day, TODAY) is holds


@pytest.mark.parametrize("day", ["", "yesterday!", "2026-13-01", "0000-00-00"])
def test_a_day_that_cannot_be_read_does_not_hold(day: str) -> None:
    assert not checklist.still_holds(day, TODAY)


def test_a_tick_is_remembered_with_its_day_and_can_be_taken_back() -> None:
    done = checklist.remembered({"directory:IE": "2026-01-01"}, "directory:BG", True, TODAY)
    assert done == {"directory:IE": "2026-01-01", "directory:BG": "2026-11-23"}
    assert checklist.done_on(done["directory:BG"]).startswith("Done on 23 November 2026.")
    assert checklist.remembered(done, "directory:BG", False, TODAY) == {"directory:IE": "2026-01-01"}


def test_entries_that_nobody_looked_at_for_a_year_are_told(tmp_path: Path) -> None:
    def hint(stale: int) -> str:
        found = checklist.items(lesson(tmp_path), Lead(), Shown("IE", "Ireland", stale))
        return next(item.hint for item in found if item.id == "directory")

    assert "12 months" not in hint(0)
    assert "1 entry wasn’t checked for over 12 months" in hint(1)
    assert "3 entries weren’t checked for over 12 months" in hint(3)
