"""A pipe or device in place of a text is a problem, never a wait without end."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from workshop.lesson import prepared
from workshop.lesson.model import Lesson
from workshop.lesson.overlay import read_overlay
from workshop.lesson.pack import open_pack
from workshop.lesson.problems import WorkshopError
from workshop.lesson.reader import read
from workshop.lesson.school import read_school
from workshop.paths import LESSON_FILE

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")

LESSON = "format: lesson/1\nid: a\nversion: 1\nlanguage: en\ntitle: A\nsteps:\n- {id: b, kind: slide}\n"


def test_a_pipe_is_no_lesson(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / LESSON_FILE)
    for path in (tmp_path, tmp_path / LESSON_FILE):
        assert [p.code for p in read(path).problems] == ["unreadable"]


def test_a_device_is_no_lesson(tmp_path: Path) -> None:
    (tmp_path / LESSON_FILE).symlink_to("/dev/zero")
    assert [p.code for p in read(tmp_path).problems] == ["unreadable"]


def test_a_pipe_is_no_translation(tmp_path: Path) -> None:
    (tmp_path / LESSON_FILE).write_text(LESSON)
    lesson = read(tmp_path).lesson
    assert isinstance(lesson, Lesson)
    os.mkfifo(tmp_path / "lesson.fr.yaml")
    _, problems = read_overlay(tmp_path / "lesson.fr.yaml", lesson)
    assert [p.code for p in problems] == ["unreadable"]


def test_a_pipe_is_no_school(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "school.yaml")
    school, problems = read_school(tmp_path / "school.yaml")
    assert school.name == ""
    assert [p.code for p in problems] == ["unreadable"]


def test_a_pipe_is_no_prepared_lesson(tmp_path: Path) -> None:
    file = tmp_path / LESSON_FILE
    file.write_text(LESSON)
    lesson = read(file).lesson
    assert isinstance(lesson, Lesson)
    prepared.keep(file, tmp_path / "cache", prepared.Prepared(lesson, ""))
    (kept,) = (tmp_path / "cache").iterdir()
    kept.unlink()
    os.mkfifo(kept)
    assert prepared.load(file, tmp_path / "cache") is None


def test_a_pipe_is_no_pack(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.workshop")
    with pytest.raises(WorkshopError, match="not an ordinary file"):
        open_pack(tmp_path / "a.workshop")
