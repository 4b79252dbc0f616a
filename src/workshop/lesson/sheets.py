"""A lesson's sheets to print: which there are, in which language, and what to look at in them.

A sheet is a handout of some step: a text, a picture or a PDF. `media/family.fr.txt` beside `media/family.txt` is
the same sheet in French; where there is none for a language, the sheet is given as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from workshop.lesson import facts
from workshop.lesson.media_files import IMAGES
from workshop.lesson.model import Lesson, Media
from workshop.lesson.nodes import Marks
from workshop.lesson.packnames import is_left_out
from workshop.lesson.problems import Problem
from workshop.lesson.rules import Checks, Rule, checks_for
from workshop.lesson.source import bytes_of, decode
from workshop.lesson.wording import Words

TEXT, PDF = ".txt", ".pdf"
TYPES = (TEXT, *IMAGES, PDF)
HEAD = "# "

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class Sheet(NamedTuple):
    """A sheet in one language: its name under `media`, what it is called, and its file."""

    name: str
    title: str
    path: Path


def sheets_of(lesson: Lesson, folder: Path) -> list[Sheet]:
    """A lesson's sheets in its language, in the order in which they are handed out."""
    found = []
    for name in sheets(lesson):
        path = sheet_path(folder, lesson.media[name], lesson.language)
        step = next(step for step in lesson.steps if name in step.handout)
        otherwise = step.title or name.replace("-", " ").capitalize()
        title = title_of(text_of(path), otherwise) if path.suffix == TEXT else otherwise
        found.append(Sheet(name, title.replace("*", ""), path))
    return found


def sheets(lesson: Lesson) -> list[str]:
    """The names under `media` of what the lesson's steps hand out and can be printed, in order."""
    names = dict.fromkeys(name for step in lesson.steps if not step.hidden for name in step.handout)
    return [name for name in names if name in lesson.media and lesson.media[name].file.endswith(TYPES)]


def translated(file: str, language: str) -> str:
    """What a sheet in another language is called: `media/family.fr.txt` for `media/family.txt`."""
    stem, _, ending = file.rpartition(".")
    return f"{stem}.{language}.{ending}"


def sheet_path(folder: Path, medium: Media, language: str) -> Path:
    """The sheet's file for a language, or the sheet as it is where there is none for it."""
    own = folder / translated(medium.file, language)
    return own if own.is_file() else folder / medium.file


def text_of(path: Path) -> str:
    """A sheet's text with plain line ends; "" where it can't be read, which a look at the media tells."""
    try:
        text = decode(bytes_of(path), str(path))
    except (OSError, ValueError):
        return ""
    return "" if isinstance(text, Problem) else text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def title_of(text: str, otherwise: str) -> str:
    """The sheet's first head."""
    heads = (line.removeprefix(HEAD).strip() for line in text.split("\n") if line.startswith(HEAD))
    return next(heads, otherwise)


# --- what to look at --------------------------------------------------------------------------------


def look_at_sheets(lesson: Lesson, marks: Marks, folder: Path, own: str) -> Iterator[Problem]:
    """Warnings about the words of sheets, and sheets that this translation lacks. `own` is the lesson's language."""
    checks = checks_for(lesson.language)
    for name in sheets(lesson):
        medium, path = lesson.media[name], ("media", name, "file")
        file = medium.file if lesson.language == own else translated(medium.file, lesson.language)
        if lesson.language != own and medium.file.endswith(TEXT) and not (folder / file).is_file():
            message = f'The sheet "{medium.file}" is not translated.'
            yield marks.problem(path, "sheet-untranslated", message, f"Save its translation as {file}.", "warning")
        elif file.endswith(TEXT) and checks is not None:
            yield from _words(lesson, marks, Words(path, text_of(folder / file), "sheet"), checks, file)


def _words(lesson: Lesson, marks: Marks, sheet: Words, checks: Checks, file: str) -> Iterator[Problem]:
    rules = [rule for rule in checks.rules if "sheet" in rule.places and lesson.audience in rule.audiences]
    near = set(facts.YEAR.findall(sheet.text))
    for number, line in enumerate(sheet.text.split("\n"), 1):
        before = f"{file}, line {number}: "
        yield from _told(marks, sheet, rules, line, before)
        yield from facts.amiss(sheet._replace(text=line), near, lesson, checks, marks, before)


def _told(marks: Marks, sheet: Words, rules: list[Rule], line: str, before: str) -> Iterator[Problem]:
    for rule in rules:
        if told := rule.finds(line):
            message = before + rule.message.replace("{words}", told)
            yield marks.problem(sheet.path, rule.code, message, rule.hint, "warning")


def look_at_files(lesson: Lesson, marks: Marks, folder: Path | None) -> Iterator[Problem]:
    """Warnings about handouts that can't be printed, and files in the media folder that nothing names."""
    for name in dict.fromkeys(name for step in lesson.steps for name in step.handout):
        if name in lesson.media and not lesson.media[name].file.endswith(TYPES):
            hint = f"Sheets are {', '.join(TYPES)}."
            yield marks.problem(("media", name), "not-a-sheet", f'"{name}" can\'t be printed.', hint, "warning")
    if folder is None or not (folder / "media").is_dir():
        return
    known = {file for medium in lesson.media.values() for file in (medium.file, medium.captions)}
    for path in sorted((folder / "media").iterdir()):
        file = f"media/{path.name}"
        if path.is_file() and not is_left_out(path.name) and file not in known and _original(file) not in known:
            hint = "Name it under media, or delete it."
            yield marks.problem(("media",), "unlisted-file", f'Nothing names the file "{file}".', hint, "warning")


def _original(file: str) -> str:
    """What a translated sheet is a translation of; the file itself where its name has no language."""
    parts = file.rsplit(".", 2)
    return f"{parts[0]}.{parts[2]}" if len(parts) == 3 and _LANGUAGE.fullmatch(parts[1]) else file
