"""A new lesson passes every check; a copy remembers where it came from."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.lesson.atomic import fingerprint
from workshop.lesson.check import check
from workshop.lesson.model import BasedOn, Lesson
from workshop.lesson.new import copy_lesson, new_lesson
from workshop.lesson.problems import WorkshopError
from workshop.lesson.reader import read
from workshop.paths import LESSONS

ORIGINAL = LESSONS / "who-is-really-there"


def good(folder: Path) -> Lesson:
    reading = read(folder)
    assert isinstance(reading.lesson, Lesson)
    assert reading.problems + check(reading.lesson, reading) == []
    return reading.lesson


def test_a_new_lesson_passes_every_check(tmp_path: Path) -> None:
    assert good(new_lesson("kind-words", tmp_path / "lessons")).id == "kind-words"


def test_a_copy_says_what_it_is_based_on_and_changes_nothing_else(tmp_path: Path) -> None:
    made = copy_lesson(ORIGINAL, "mine", tmp_path)
    old, new = ((folder / "lesson.yaml").read_bytes() for folder in (ORIGINAL, made))
    assert good(made).based_on == BasedOn(
        id="who-is-really-there", version=good(ORIGINAL).version, sha256=fingerprint(old)
    )
    kept = [line for line in new.splitlines() if not line.startswith((b"id:", b"based_on:"))]
    assert kept == [line for line in old.splitlines() if not line.startswith((b"id:", b"# yaml-language-server:"))]
    assert sorted(p.name for p in (made / "media").iterdir()) == sorted(p.name for p in (ORIGINAL / "media").iterdir())


def test_a_copy_of_a_copy_is_based_on_the_copy(tmp_path: Path) -> None:
    again = copy_lesson(copy_lesson(ORIGINAL, "mine", tmp_path), "again", tmp_path)
    based_on = good(again).based_on
    assert based_on is not None
    assert based_on.id == "mine"


def test_line_ends_and_translations_come_along(tmp_path: Path) -> None:
    first = new_lesson("first", tmp_path)
    file = first / "lesson.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    (first / "lesson.fr.yaml").write_text("translates: first\nlanguage: fr\nsteps: {}\n")
    second = copy_lesson(first, "second", tmp_path)
    text = (second / "lesson.yaml").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    assert text.count(b"\n") == text.count(b"\r\n") == file.read_bytes().count(b"\n") + 1
    assert (second / "lesson.fr.yaml").read_text().startswith("translates: second\n")
    assert good(second).id == "second"


@pytest.mark.parametrize(
    ("line", "stays"), [("../../resources/lesson-1.schema.json", False), ("https://example.org/lesson.json", True)]
)
def test_a_schema_that_is_not_beside_the_copy_is_not_named(tmp_path: Path, line: str, stays: bool) -> None:
    first = new_lesson("first", tmp_path)
    named = f"# yaml-language-server: $schema={line}\r\n".encode()
    (first / "lesson.yaml").write_bytes(b"\xef\xbb\xbf" + named + (first / "lesson.yaml").read_bytes())
    text = (copy_lesson(first, "second", tmp_path) / "lesson.yaml").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf" + (named if stays else b"# A lesson."))
    assert good(tmp_path / "second").id == "second"


@pytest.mark.parametrize("name", ["Kind Words", "", "../a", "a_b", "a" * 61])
def test_a_bad_name_makes_nothing(tmp_path: Path, name: str) -> None:
    with pytest.raises(WorkshopError, match="small letters"):
        new_lesson(name, tmp_path / "lessons")
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    with pytest.raises(WorkshopError, match="Nothing was changed"):
        new_lesson("mine", tmp_path)
    assert list((tmp_path / "mine").iterdir()) == []


def test_a_lesson_with_errors_is_not_copied(tmp_path: Path) -> None:
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "lesson.yaml").write_text("format: lesson/1\n")
    with pytest.raises(WorkshopError, match="Nothing was made"):
        copy_lesson(tmp_path / "bad", "mine", tmp_path)
    assert not (tmp_path / "mine").exists()
