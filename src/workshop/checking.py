"""`workshop check`: reads lessons, checks them and prints what is amiss."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from workshop.lesson.check import check
from workshop.lesson.explained import EXPLAINED, explain
from workshop.lesson.library import find
from workshop.lesson.model import Lesson, Station, Unit
from workshop.lesson.nodes import Marks
from workshop.lesson.nodes import Path as Place
from workshop.lesson.problems import Mark, Problem, WorkshopError, errors, warnings
from workshop.lesson.reader import Reading, read, read_text
from workshop.lesson.source import did_you_mean
from workshop.paths import LESSON_FILES, Places
from workshop.stage.fit import fit_problems

_UNREADABLE = ("not-found", "unreadable", "not-utf-8", "too-large", "bad-pack")


class Finding(NamedTuple):
    """What was found in one lesson, by the name that was asked for."""

    name: str
    problems: list[Problem]

    @property
    def code(self) -> int:
        """The exit code: 2 where the lesson could not be read at all, 1 where it has errors."""
        if any(problem.code in _UNREADABLE for problem in self.problems):
            return 2
        return 1 if errors(self.problems) else 0


def check_lessons(name: str, places: Places) -> Finding:
    """Check a lesson by its id, folder, YAML file or pack. Never raises."""
    path = find(name, places) or Path(name)
    if path.suffix == ".lesson" and path.is_file():
        return Finding(name, _check_pack(path))
    reading = read(path)
    found = _problems(reading)
    if isinstance(reading.lesson, Unit):
        found += _parts_missing(reading.lesson, reading.marks, places)
    return Finding(name, found)


def _parts_missing(unit: Unit, marks: Marks, places: Places) -> list[Problem]:
    """Lessons and steps that a unit names and that aren't there."""
    found = []
    for index, part in enumerate(unit.parts):
        stations = [(("parts", index, "stations", at), station) for at, station in enumerate(part.stations)]
        everything: list[tuple[Place, Station]] = [(("parts", index), part), *stations]
        for path, station in everything:
            there = find(station.lesson, places) if station.lesson else None
            lesson = read(there).lesson if there is not None else None
            if station.lesson and not isinstance(lesson, Lesson):
                hint = "Look at its id, or install it."
                message = f'There is no lesson "{station.lesson}" that can be read.'
                found.append(marks.problem((*path, "lesson"), "unknown-lesson", message, hint))
            known = {step.id for step in lesson.steps} if isinstance(lesson, Lesson) else set(station.steps)
            for number, step in enumerate(station.steps):
                if step not in known:
                    message, hint = f'"{station.lesson}" has no step "{step}".', did_you_mean(step, list(known))
                    found.append(marks.problem((*path, "steps", number), "unknown-step", message, hint))
    return found


def _problems(reading: Reading) -> list[Problem]:
    found = list(reading.problems)
    if reading.lesson is not None:
        found += check(reading.lesson, reading)
    if isinstance(reading.lesson, Lesson):
        found += fit_problems(reading.lesson, reading)
    found = sorted(explain(found, reading.marks), key=lambda problem: problem.mark[:2])
    if isinstance(reading.lesson, Lesson) and reading.folder is not None:
        from workshop.translating import translation_problems

        found += translation_problems(reading.lesson, reading.folder)
    return found


def _check_pack(path: Path) -> list[Problem]:
    from workshop.lesson.pack import open_pack, unpack

    try:
        with tempfile.TemporaryDirectory() as work:
            opened = open_pack(path)
            unpack(opened, Path(work))
            file = next(name for name in LESSON_FILES if name in opened.files)
            reading = read_text(Path(work, file).read_bytes(), f"{path}/{file}", Path(work))
            found = [problem for problem in _problems(reading) if problem.code != "folder-name"]
            return [problem._replace(file=problem.file.replace(work, str(path))) for problem in found]
    except WorkshopError as error:
        return [Problem(str(path), Mark(), "bad-pack", str(error))]


def print_findings(findings: Sequence[Finding], *, as_json: bool) -> int:
    """Print what was found, with one line about all of it at the end. Returns the exit code."""
    problems = [problem for finding in findings for problem in finding.problems]
    if as_json:
        import json

        told = {"lessons": len(findings), "problems": [problem.as_dict() for problem in problems]}
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        for problem in problems:
            print(problem)
        print(_summary(len(findings), problems))
    return max((finding.code for finding in findings), default=0)


def _summary(lessons: int, problems: list[Problem]) -> str:
    looked = _count(lessons, "lesson")
    told = sum(problem.severity == EXPLAINED for problem in problems)
    explained = f"{_count(told, 'warning')} explained" if told else ""
    wrong, warned = len(errors(problems)), len(warnings(problems))
    if not wrong and not warned:
        return f"{looked} checked, nothing amiss{f'; {explained}' if told else ''}."
    found = [_count(wrong, "error"), _count(warned, "warning"), explained]
    return f"{looked} checked: {', '.join(part for part in found if part)}."


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
