"""Everything of a lesson that can be printed: its sheets, and the slips for its question box."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from workshop.lesson.model import Lesson
from workshop.lesson.sheets import Sheet, sheets_of
from workshop.session.questions import has_box
from workshop.stage.words import words

SLIPS = "Slips for the question box"


class Print(NamedTuple):
    """Something to print: what it is called, the name of its file, and the sheet, or None for the slips."""

    title: str
    file_name: str
    sheet: Sheet | None


def prints_of(lesson: Lesson, folder: Path) -> list[Print]:
    """What a lesson has to print, in its language; no two have the same file's name."""
    from workshop.export.sheet import file_name

    found = [Print(sheet.title, file_name(lesson, sheet), sheet) for sheet in sheets_of(lesson, folder)]
    if has_box(lesson):
        slips = Sheet("question-slips", str(words(lesson.language)["box_slip"]), folder)
        found.append(Print(SLIPS, file_name(lesson, slips), None))
    return _apart(found)


def _apart(prints: list[Print]) -> list[Print]:
    taken: set[str] = set()
    for at, one in enumerate(prints):
        stem, number = one.file_name.removesuffix(".pdf"), 2
        while prints[at].file_name.casefold() in taken:
            prints[at] = one._replace(file_name=f"{stem} {number}.pdf")
            number += 1
        taken.add(prints[at].file_name.casefold())
    return prints


def write_print(lesson: Lesson, one: Print, path: Path) -> None:
    """Write it as a PDF. Needs a QGuiApplication. Raises WorkshopError where it can't be read or written."""
    if one.sheet is None:
        from workshop.export.slips import write_slips

        told = words(lesson.language)
        write_slips(path, str(told["box_slip"]), tuple(map(str, told["box_told"][1:])))
    else:
        from workshop.export.sheet import write_sheet

        write_sheet(lesson, one.sheet, path)
