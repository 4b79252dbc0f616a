"""Saving what a lesson has to print: one thing, or all into a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from workshop.lesson.model import Lesson
from workshop.lesson.problems import WorkshopError

if TYPE_CHECKING:
    from workshop.export.prints import Print


def save_print(parent: QWidget, lesson: Lesson, one: Print) -> str:
    """Ask where to save one thing to print, and write it; returns what to tell, if anything."""
    from workshop.export.prints import write_print

    proposed = str(Path(_documents()) / one.file_name)
    chosen, _kind = QFileDialog.getSaveFileName(parent, f"Save “{one.title}”", proposed, "PDF (*.pdf)")
    if not chosen:
        return ""
    try:
        write_print(lesson, one, Path(chosen))
    except WorkshopError as error:
        return str(error)
    return f"Saved as {chosen}. Print it as often as you need it."


def save_all(parent: QWidget, prints: Sequence[tuple[Lesson, Print]]) -> str:
    """Ask for a folder and write everything into it, never over a file that is there; returns what to tell."""
    from workshop.export.prints import write_print

    chosen = QFileDialog.getExistingDirectory(parent, "Save all into a folder", _documents())
    if not chosen:
        return ""
    kept = 0
    for number, (lesson, one) in enumerate(prints):
        path = Path(chosen, one.file_name)
        if path.exists():
            kept += 1
            continue
        try:
            write_print(lesson, one, path)
        except WorkshopError as error:
            return f"{error} {number - kept} of {len(prints)} are saved in {chosen}."
    left = f" {kept} had been saved there before and stay as they were." if kept else ""
    return f"{len(prints) - kept} saved in {chosen}.{left}"


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
