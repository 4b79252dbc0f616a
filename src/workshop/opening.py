"""Opening a lesson for a class: what is read of it, where it starts, and what the record of it says."""

from __future__ import annotations

from pathlib import Path

from workshop.lesson.model import Lesson
from workshop.lesson.prepared import Prepared
from workshop.lesson.problems import WorkshopError
from workshop.lesson.values import Ages
from workshop.session.journal import Meta
from workshop.session.order import nearest, stops


def read_lesson(file: Path) -> Prepared:
    """Read a lesson. Raises WorkshopError where it can't be presented."""
    from hashlib import sha256

    from workshop.lesson.reader import read

    reading = read(file)
    if not isinstance(reading.lesson, Lesson):
        first = reading.problems[0] if reading.problems else None
        what = str(first) if first else "It is a unit: present its lessons one by one."
        raise WorkshopError(f"{file} can't be presented.\n{what}\nNothing was changed.")
    return Prepared(reading.lesson, sha256(reading.text.encode("utf-8", "surrogatepass")).hexdigest())


def stop_at(lesson: Lesson, hidden: frozenset[str], at: str, ages: Ages | None = None) -> int:
    """The number of the stop, from 0, that `at` names by its step's id or its number; 0 where it is empty.

    `at` counts the stops for all ages; where that step isn't for `ages`, the one before it serves.
    Raises WorkshopError where there is none, before the record of another lesson gives way to this one.
    """
    everybody, theirs = stops(lesson, hidden), stops(lesson, hidden, ages)
    ids = [stop.step_id for stop in everybody]
    if not ids:
        raise WorkshopError(f"Every step of “{lesson.title}” is hidden. Show at least one step, then start again.")
    if not theirs:
        raise WorkshopError(f"Every step of “{lesson.title}” is for another age. Choose another age or lesson.")
    number = int(at) - 1 if at.isdecimal() else ids.index(at) if at in ids else 0
    if (at and at not in ids and not at.isdecimal()) or not 0 <= number < len(ids):
        raise WorkshopError(f"The lesson has no step “{at}”. Its steps are: {', '.join(dict.fromkeys(ids))}.")
    return theirs.index(nearest(everybody[number], everybody, theirs))


def meta_of(lesson: Lesson, folder: Path, sha256: str) -> Meta:
    return Meta(lesson.id, lesson.title, str(folder), sha256, lesson.language, lesson.version)
