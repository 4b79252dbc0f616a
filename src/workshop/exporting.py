"""`workshop export`: a lesson's sheets as PDFs in a folder, without a screen."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from workshop.lesson.model import Lesson
from workshop.lesson.problems import WorkshopError
from workshop.lesson.reader import read
from workshop.lesson.translate import apply, languages, read_overlay


def export_sheets(folder: Path, out: Path, language: str | None) -> list[Path]:
    """Write every sheet of a lesson, and the slips for the question box, into a folder; the files written.

    Raises WorkshopError where the lesson can't be read, has no such language or nothing to print, or can't be written.
    """
    from PySide6.QtGui import QGuiApplication

    from workshop.export.prints import prints_of, write_print
    from workshop.stage.fonts import load_fonts

    lesson = lesson_in(folder, language)
    own = folder if folder.is_dir() else folder.parent
    found = prints_of(lesson, own)
    if not found:
        raise WorkshopError(f"“{lesson.title}” has no sheets to print. Nothing was written.")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # paper needs no screen, and there may be none
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    load_fonts()
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        raise WorkshopError(f"The folder {out} can't be made ({reason.strerror}). Nothing was written.") from reason
    for one in found:
        write_print(lesson, one, out / one.file_name)
    del application
    return [out / one.file_name for one in found]


def lesson_in(folder: Path, language: str | None) -> Lesson:
    """The lesson of a folder or YAML file, in that language if one is named. Raises WorkshopError."""
    reading = read(folder)
    if not isinstance(reading.lesson, Lesson):
        first = reading.problems[0] if reading.problems else "It is a unit: export its lessons one by one."
        raise WorkshopError(f"{folder} can't be printed.\n{first}\nNothing was written.")
    lesson, own = reading.lesson, folder if folder.is_dir() else folder.parent
    if language is None or language == lesson.language:
        return lesson
    known = languages(own)
    if language not in known:
        told = ", ".join([lesson.language, *known])
        raise WorkshopError(f"“{lesson.title}” is not there in {language}; it is in {told}. Nothing was written.")
    overlay, _ = read_overlay(own / f"lesson.{language}.yaml", lesson)
    return apply(lesson, overlay)[0]
