"""Saving the slips of the question box, asked for before a lesson or in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from workshop.lesson.model import Lesson
from workshop.lesson.problems import WorkshopError
from workshop.stage.words import words


def save_slips(parent: QWidget, lesson: Lesson) -> str:
    """Ask where to save a page of slips in the lesson's language and write it; returns what to tell, if anything."""
    from workshop.export.slips import write_slips

    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    name = "".join(c for c in lesson.title if c not in '\\/:*?"<>|').strip(" .")
    proposed = str(Path(folder) / f"Question slips – {name}.pdf")
    chosen, _kind = QFileDialog.getSaveFileName(parent, "Save the slips", proposed, "PDF (*.pdf)")
    if not chosen:
        return ""
    told = words(lesson.language)
    try:
        write_slips(Path(chosen), str(told["box_slip"]), tuple(map(str, told["box_told"][1:])))
    except WorkshopError as error:
        return str(error)
    return f"The slips are saved as {chosen}. Print that page as often as you need it and cut along the lines."
