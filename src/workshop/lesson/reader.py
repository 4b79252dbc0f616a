"""Reads a lesson's text into the model, with every problem at once and the exact place of each."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from workshop.lesson.consistency import look_over
from workshop.lesson.finds import BAD, TooManyProblems, Walk
from workshop.lesson.model import Lesson, Unit
from workshop.lesson.nodes import MappingNode, Marks, ScalarNode, compose
from workshop.lesson.problems import Problem
from workshop.lesson.records import Record
from workshop.lesson.source import LARGEST, Source, bytes_of, decode, did_you_mean, shown, too_large, whole_file
from workshop.lesson.walk import fields_of, read_record, resolve
from workshop.paths import LESSON_FILE, LESSON_FILES

R = TypeVar("R", bound=Record)

_FORMATS: dict[str, type[Lesson] | type[Unit]] = {"lesson/1": Lesson, "unit/1": Unit}


class Reading(NamedTuple):
    """A lesson or unit, what is amiss with it, the text it was read from and where everything stands in it.

    `lesson` is given where every part of the text found its place: ids are unique and every name of a step, a
    medium or a card is known, though a medium's file may be missing. Otherwise it is None, and `problems` holds
    at least one error. `text` is the whole text, byte order mark and line ends included.
    """

    lesson: Lesson | Unit | None
    problems: list[Problem]
    text: str
    marks: Marks
    folder: Path | None = None


def read(path: Path) -> Reading:
    """Read a lesson's folder, its lesson.yaml or a unit.yaml. Never raises: what can't be read is a problem."""
    file = path
    try:
        if path.is_dir():
            file = next((path / name for name in LESSON_FILES if (path / name).is_file()), path / LESSON_FILE)
        data = bytes_of(file)
    except (OSError, ValueError) as error:
        return _nothing(str(file), _unreadable(str(file), error))
    return read_text(data, str(file), file.parent)


def read_as(cls: type[R], path: Path) -> tuple[R | None, list[Problem], Marks]:
    """Read a YAML file of one record, such as school.yaml: as much of it as can be read, and what is amiss.

    None where the text is no YAML or something that the record needs is missing. Never raises.
    """
    file = str(path)
    try:
        text = decode(bytes_of(path), file)
    except (OSError, ValueError) as error:
        text = _unreadable(file, error)
    if isinstance(text, Problem):
        return None, [text], Marks(Source(file, ""), None)
    return read_text_as(cls, text, file)


def read_text_as(cls: type[R], text: str, file: str) -> tuple[R | None, list[Problem], Marks]:
    """`read_as` for a text that is known already; `file` is what it is called in problems."""
    source = Source(file, text)
    root, problems = compose(source)
    walk = Walk(source, root)
    made: R | None = None
    if root is not None:
        with suppress(TooManyProblems):
            read = read_record(walk, root, fields_of(cls), Path(file).name)
            made = None if read is BAD else read
    return made, problems + walk.problems, Marks(source, root)


def _unreadable(file: str, error: Exception) -> Problem:
    if isinstance(error, FileNotFoundError):
        hint = "A lesson is a folder with a file lesson.yaml; look at the spelling of its name."
        return whole_file(file, "not-found", "There is no such lesson.", hint)
    reason = getattr(error, "strerror", None) or str(error)
    hint = "Look whether you may open the file, and whether its disk is connected."
    return whole_file(file, "unreadable", f"The file could not be opened ({shown(reason)}).", hint)


def _nothing(file: str, *problems: Problem, text: str = "") -> Reading:
    return Reading(None, list(problems), text, Marks(Source(file, text), None))


def read_text(text: bytes | str, file: str, folder: Path | None = None) -> Reading:
    """Read the text of a lesson or unit. With `folder`, its media are looked for there. Never raises."""
    if isinstance(text, bytes):
        decoded = decode(text, file)
        if isinstance(decoded, Problem):
            return _nothing(file, decoded)
        text = decoded
    elif len(text) > LARGEST:
        return _nothing(file, too_large(file))
    source = Source(file, text)
    root, problems = compose(source)
    if root is None:
        return _nothing(file, *(problems or [_empty(file)]), text=text)
    walk = Walk(source, root)
    marks = Marks(source, root)
    lesson = None
    try:
        lesson = _walk(walk, marks, folder)
    except TooManyProblems:
        walk.incomplete = True
    found = sorted(walk.problems, key=lambda problem: problem.mark[:2]) if walk.problems else []
    return Reading(None if walk.incomplete else lesson, found, text, marks, folder)


def _empty(file: str) -> Problem:
    return whole_file(file, "empty", "There is no lesson in this file.", 'Begin with the line "format: lesson/1".')


def _walk(walk: Walk, marks: Marks, folder: Path | None) -> Lesson | Unit | None:
    cls = _class_of(walk)
    if cls is None:
        return None
    read = read_record(walk, walk.root, fields_of(cls), "lesson")
    resolve(walk)
    look_over(cls, walk, marks, folder)
    return None if read is BAD else read


def _class_of(walk: Walk) -> type[Lesson] | type[Unit] | None:
    """What the text says it is. A text that doesn't say is walked as a lesson, so that its other problems show."""
    root: Any = walk.root
    if type(root) is not MappingNode:
        hint = 'Begin with the line "format: lesson/1".'
        walk.error(root, "wrong-type", "A lesson is made of fields with names.", hint)
        return None
    told = next((value for key, value in root.value if key.value == "format"), None)
    if told is None or type(told) is not ScalarNode:
        return Lesson
    name = told.value
    if name not in _FORMATS and name.startswith(("lesson/", "unit/")) and name.partition("/")[2].isdigit():
        hint = "Look for a newer version of Workshop, or ask whoever sent it."
        walk.error(told, "newer-format", f'"{shown(name)}" belongs to another version of Workshop.', hint)
        return None
    if name not in _FORMATS:
        hint = did_you_mean(name, list(_FORMATS)) or "Write lesson/1."
        walk.error(told, "unknown-format", f'"{shown(name)}" is not a format of Workshop.', hint)
        return None
    return _FORMATS[name]
