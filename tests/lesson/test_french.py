"""The lessons that are taught in French as well: whole, up to date, and set as French is set."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workshop.lesson.model import Lesson
from workshop.lesson.reader import read
from workshop.lesson.texts import texts
from workshop.lesson.translate import apply, read_overlay
from workshop.paths import LESSONS, RESOURCES

FOLDERS = [LESSONS / name for name in ("together-for-a-better-internet", "who-is-really-there")]
SAME = {"10", "100", "Think", "Pair", "Share"}  # numbers, and the phases' names that the stage says in its own words
LOOSE = re.compile(r"[^\S\u202f][;:!?»]|[\w.…][;!?»]|«(?!\u202f)")  # a mark without its narrow no-break space


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_lesson_is_all_in_french_and_nothing_of_it_is_stale(folder: Path) -> None:
    lesson, french = in_french(folder)
    for (place, english), (same, words) in zip(texts(lesson), texts(french), strict=True):
        assert place == same
        assert words != english or words in SAME, place


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_french_marks_keep_to_their_words(folder: Path) -> None:
    _, french = in_french(folder)
    said = [words for _, words in texts(french)] + [sheet.read_text("utf-8") for sheet in sheets(folder)]
    assert [words for words in said if LOOSE.search(words)] == []


def test_so_do_those_of_the_stage() -> None:
    assert LOOSE.findall((RESOURCES / "words" / "fr.json").read_text("utf-8")) == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_its_sheets_are_in_french_too(folder: Path) -> None:
    for sheet in sheets(folder):
        english = sheet.with_name(sheet.name.replace(".fr.", "."))
        assert shape(sheet) == shape(english), sheet.name


def in_french(folder: Path) -> tuple[Lesson, Lesson]:
    lesson = read(folder).lesson
    assert isinstance(lesson, Lesson)
    overlay, problems = read_overlay(folder / "lesson.fr.yaml", lesson)
    assert problems == []
    french, due = apply(lesson, overlay)
    assert due == []
    return lesson, french


def sheets(folder: Path) -> list[Path]:
    return [folder / "media" / f"{name}.fr.txt" for name in ("family", "facilitator")]


def shape(sheet: Path) -> list[str]:
    """The heads, items and gaps of a sheet, in order."""
    return re.findall(r"^(?:# |- )|_{3,}", sheet.read_text("utf-8"), re.MULTILINE)
