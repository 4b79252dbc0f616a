"""Begins a lesson: from a commented text, or as a copy of another."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from workshop.lesson.model import Lesson
from workshop.lesson.nodes import Marks
from workshop.lesson.problems import WorkshopError, errors
from workshop.lesson.reader import Reading, read
from workshop.lesson.scalars import LONGEST_SLUG, SLUG
from workshop.paths import LESSON_FILE, RESOURCES

_NEARBY_SCHEMA = re.compile(r"\A(\ufeff?)# yaml-language-server: \$schema=\.[^\r\n]*\r?\n")
_TRANSLATES = re.compile(rb"^(translates:[ \t]*)\S+", re.MULTILINE)


def new_lesson(name: str, parent: Path) -> Path:
    """Make a lesson's folder `parent/name` that passes every check. Raises WorkshopError, with nothing made."""

    def fill(folder: Path) -> None:
        text = (RESOURCES / "new" / LESSON_FILE).read_text("utf-8")
        (folder / LESSON_FILE).write_bytes(text.replace("id: my-lesson", f"id: {name}", 1).encode())
        (folder / "media").mkdir()

    return _make(name, parent, fill)


def copy_lesson(source: Path, name: str, parent: Path) -> Path:
    """Copy a lesson into `parent/name`, with a note of what it is based on. Raises WorkshopError, with nothing made."""
    reading = read(source)
    if not isinstance(reading.lesson, Lesson):
        first = errors(reading.problems)
        reason = first[0].message if first else "It is a unit."
        raise WorkshopError(f"{source} can't be copied. {reason} Nothing was made.")
    original = source if source.is_dir() else source.parent
    text = _NEARBY_SCHEMA.sub(r"\1", _based_on(reading, reading.lesson, name))  # nothing is near the copy

    def fill(folder: Path) -> None:
        shutil.copytree(original, folder, dirs_exist_ok=True)
        (folder / "manifest.json").unlink(missing_ok=True)
        (folder / LESSON_FILE).write_bytes(text.encode())
        for overlay in folder.glob("lesson.*.yaml"):
            overlay.write_bytes(_TRANSLATES.sub(rb"\g<1>" + name.encode(), overlay.read_bytes(), count=1))

    return _make(name, parent, fill)


def _based_on(reading: Reading, lesson: Lesson, name: str) -> str:
    """The text with the new id and a `based_on` line; everything else stays as it was, to the character."""
    from workshop.lesson.atomic import fingerprint

    text, marks = reading.text, reading.marks
    end = "\r\n" if "\r\n" in text else "\n"
    line = f"based_on: {{id: {lesson.id}, version: {lesson.version}, sha256: {fingerprint(text.encode())}}}"
    changes = [(*_value(marks, "id"), name)]
    old = marks.at(("based_on",))
    if old is not None and old.key is not None:
        kept = len(text[: old.value.end].rstrip())
        changes.append((old.key.start, kept, line))
    else:
        after = text.find("\n", changes[0][1]) + 1 or len(text)
        changes.append((after, after, line + end))
    for start, stop, words in sorted(changes, reverse=True):
        text = text[:start] + words + text[stop:]
    return text


def _value(marks: Marks, field: str) -> tuple[int, int]:
    place = marks.at((field,))
    assert place is not None, field
    return place.value.start, place.value.end


def _make(name: str, parent: Path, fill: Callable[[Path], None]) -> Path:
    """A folder made whole beside its place and then moved there."""
    if not re.fullmatch(SLUG, name) or len(name) > LONGEST_SLUG:
        raise WorkshopError(f"“{name}” can't be a lesson's name. Use small letters, digits and hyphens: kind-words.")
    target = parent / name
    if target.exists():
        raise WorkshopError(f"There is already something at {target}. Nothing was changed. Choose another name.")
    try:
        parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".", dir=parent) as work:
            fresh = Path(work, "lesson")
            fresh.mkdir()
            fill(fresh)
            fresh.rename(target)
    except OSError as error:
        raise WorkshopError(f"{target} could not be made ({error.strerror}). Nothing was changed.") from error
    return target
