"""A lesson that was read before is the same lesson, and never an older one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.lesson.model import Lesson
from workshop.lesson.prepared import Prepared, keep, load
from workshop.lesson.reader import read
from workshop.paths import LESSONS, RESOURCES

FILES = sorted(LESSONS.glob("*/lesson.yaml"))
EVERY_KIND = RESOURCES / "new" / "every-kind.yaml"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    copy = tmp_path / "mine" / "lesson.yaml"
    copy.parent.mkdir()
    copy.write_bytes(FILES[0].read_bytes())
    return copy


def read_lesson(file: Path) -> Lesson:
    lesson = read(file).lesson
    assert isinstance(lesson, Lesson)
    return lesson


@pytest.mark.parametrize("file", [*FILES, EVERY_KIND], ids=lambda file: f"{file.parent.name}/{file.name}")
def test_it_is_the_very_lesson_that_was_read(file: Path, tmp_path: Path) -> None:
    lesson = read_lesson(file)
    keep(file, tmp_path, Prepared(lesson, "abc"))
    assert load(file, tmp_path) == Prepared(lesson, "abc")


def test_a_changed_lesson_is_read_again(file: Path, tmp_path: Path) -> None:
    keep(file, tmp_path, Prepared(read_lesson(file), "abc"))
    before = file.stat()
    file.write_bytes(file.read_bytes().replace(b"version: 1.0.0", b"version: 1.0.1"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    assert load(file, tmp_path) is None


def test_nothing_kept_and_a_cache_that_cannot_be_written_are_no_trouble(file: Path, tmp_path: Path) -> None:
    assert load(file, tmp_path / "none") is None
    blocked = tmp_path / "a-file"
    blocked.write_text("not a folder")
    keep(file, blocked, Prepared(read_lesson(file), "abc"))
    assert load(file, blocked) is None


@given(at=st.integers(0, 4000), byte=st.integers(1, 255))
def test_a_damaged_cache_is_noticed(tmp_path_factory: pytest.TempPathFactory, at: int, byte: int) -> None:
    cache = tmp_path_factory.mktemp("cache")
    keep(FILES[0], cache, Prepared(read_lesson(FILES[0]), "abc"))
    (kept,) = cache.iterdir()
    data = bytearray(kept.read_bytes())
    data[at % len(data)] ^= byte
    kept.write_bytes(bytes(data))
    assert load(FILES[0], cache) is None
