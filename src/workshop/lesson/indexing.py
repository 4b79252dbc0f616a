"""From a lesson's folder to its row in the library's index."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from workshop.lesson.entry import Entry
from workshop.lesson.index import FAILURES, Index, Row, words
from workshop.lesson.library import lesson_file
from workshop.lesson.model import CARD_MEDIA, Lesson, Unit
from workshop.lesson.problems import Problem, errors
from workshop.lesson.reader import read
from workshop.lesson.texts import texts

_ABOUT = ("summary", "goals", "keywords")
_BATCH = 20  # lessons read between two writes: 50 ms

Found = Iterable[tuple[str, Path]]


def bring_up_to_date(
    index: Index,
    found: Found,
    progress: Callable[[int, int], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bool:
    """Read what is new or changed among the lessons found, by origin and folder; True where the index changed.

    Starts again where the index fails on the way, which puts an empty one in its place.
    """
    lessons = list(found)
    for _ in range(3):
        made = index.made
        try:
            return _bring_up_to_date(
                index, lessons, progress or (lambda _done, _of: None), cancelled or (lambda: False)
            )
        except FAILURES as reason:
            index.recover(reason, made)
    return False


def _bring_up_to_date(
    index: Index, lessons: list[tuple[str, Path]], progress: Callable[[int, int], object], cancelled: Callable[[], bool]
) -> bool:
    known = index.stamps()
    there = {str(folder): (origin, folder, _stamp(origin, folder)) for origin, folder in lessons}
    waiting = [lesson for name, lesson in there.items() if known.get(name) != lesson[2]]
    gone = known.keys() - there.keys()
    if gone:
        index.store((), gone)
    changed = bool(gone)
    for start in range(0, len(waiting), _BATCH):
        if cancelled():
            break
        index.store([row(*lesson) for lesson in waiting[start : start + _BATCH]])
        changed = True
        progress(min(start + _BATCH, len(waiting)), len(waiting))
    return changed


def _stamp(origin: str, folder: Path) -> str:
    """What tells that a lesson is as it was when it was read. A file that vanished meanwhile has none."""
    try:
        found = os.stat(lesson_file(folder))
    except OSError:
        return ""
    return f"{origin} {found.st_mtime_ns} {found.st_size}"


def row(origin: str, folder: Path, stamp: str) -> Row:
    """Read a lesson for the index. One that can't be read has a row too, which says so."""
    reading = read(folder)
    if reading.lesson is None:
        entry = _unreadable(origin, folder, errors(reading.problems)[:1])
        return Row(entry, stamp, (" ".join(words(entry.title)), "", ""))
    return Row(_entry(origin, folder, reading.lesson), stamp, _texts(reading.lesson))


def _entry(origin: str, folder: Path, lesson: Lesson | Unit) -> Entry:
    steps = lesson.steps if isinstance(lesson, Lesson) else ()
    return Entry(
        id=lesson.id,
        title=lesson.title,
        summary=lesson.summary,
        language=lesson.language,
        audience=lesson.audience,
        ages_low=lesson.ages.low if lesson.ages else None,
        ages_high=lesson.ages.high if lesson.ages else None,
        minutes=lesson.minutes,
        kinds=tuple(dict.fromkeys(step.kind for step in steps)),
        steps=len(steps) if isinstance(lesson, Lesson) else len(lesson.parts),
        image=_image(folder, lesson) if isinstance(lesson, Lesson) else "",
        sensitive=lesson.sensitive if isinstance(lesson, Lesson) else False,
        folder=str(folder),
        origin=origin,
    )


def _unreadable(origin: str, folder: Path, found: list[Problem]) -> Entry:
    said = [f"Line {p.mark.line}: {p.message} {p.hint}".strip() for p in found]
    return Entry(
        id=folder.name,
        title=folder.name,
        summary="",
        language="",
        audience="",
        ages_low=None,
        ages_high=None,
        minutes=None,
        kinds=(),
        steps=0,
        image="",
        sensitive=False,
        folder=str(folder),
        origin=origin,
        problem="This lesson can't be read. " + (said[0] if said else "There is nothing in it."),
    )


def _image(folder: Path, lesson: Lesson) -> str:
    """The picture of a lesson's card; "" where it has none, or none inside its folder."""
    names = [*CARD_MEDIA, *(step.image for step in lesson.steps if step.image)]
    named = [os.path.join(folder, lesson.media[name].file) for name in names if name in lesson.media]
    inside = os.path.realpath(folder) + os.sep
    return next((file for file in named if os.path.realpath(file).startswith(inside) and os.path.isfile(file)), "")


def _texts(lesson: Lesson | Unit) -> tuple[str, str, str]:
    """The words to find a lesson by: each once, in the most telling of the three places, so that the index stays small.

    Every age is a word too: `12` finds a lesson for 11-13.
    """
    about: list[str] = [lesson.id, lesson.audience]
    body: list[str] = []
    for path, text in texts(lesson):
        (about if path[0] in _ABOUT else body).append(text)
    if lesson.ages:
        about += [str(age) for age in range(lesson.ages.low, lesson.ages.high + 1)]
    if isinstance(lesson, Lesson):
        about += lesson.curriculum
        body += [*(step.kind for step in lesson.steps), *lesson.authors]
    title = dict.fromkeys(words(lesson.title))
    telling = _once(about, title)
    return " ".join(title), " ".join(telling), " ".join(_once(body, {**title, **telling}))


def _once(found: Iterable[str], before: dict[str, None]) -> dict[str, None]:
    return {word: None for text in found for word in words(text) if word not in before}
