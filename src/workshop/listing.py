"""`workshop list`: the lessons that there are, for a person or as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from workshop.lesson.library import scan
from workshop.lesson.problems import errors
from workshop.lesson.reader import read
from workshop.paths import Places


def print_lessons(places: Places, *, as_json: bool) -> int:
    """Print every lesson by its title. Returns the exit code, which is always 0."""
    lessons = sorted((_told(origin, folder) for origin, folder in scan(places)), key=lambda told: str(told["title"]))
    if as_json:
        import json

        print(json.dumps(lessons, ensure_ascii=False, indent=1))
        return 0
    if not lessons:
        print("There are no lessons yet. Type: workshop new my-first-lesson")
    wide = max((len(told["id"]) for told in lessons), default=0)
    for told in lessons:
        about = [f"ages {told['ages']}" if told["ages"] else "", f"{told['minutes']} min" if told["minutes"] else ""]
        detail = told["problem"] or ", ".join(part for part in about if part)
        print(f"{told['id']:{wide}}  {told['title']}" + (f" ({detail})" if detail else ""))
    return 0


def _told(origin: str, folder: Path) -> dict[str, Any]:
    reading = read(folder)
    lesson = reading.lesson
    found: dict[str, Any] = {
        "id": folder.name,
        "title": folder.name,
        "language": "",
        "audience": "",
        "ages": "",
        "minutes": None,
    }
    if lesson is not None:
        ages = str(lesson.ages) if lesson.ages else ""
        found = {"id": lesson.id, "title": lesson.title, "language": lesson.language, "audience": lesson.audience}
        found |= {"ages": ages, "minutes": lesson.minutes}
    wrong = errors(reading.problems) if lesson is None else []
    problem = f"can't be read: {wrong[0].message}" if wrong else ""
    return {**found, "folder": str(folder), "origin": origin, "problem": problem}
