"""The card on a lesson's page from which its sheets are saved, to be printed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from workshop.export.prints import Print, prints_of
from workshop.lesson.model import Lesson
from workshop.lesson.translate import apply, languages, read_overlay
from workshop.ui.look import Look
from workshop.ui.sections import Icon, Section
from workshop.ui.sheets import save_all, save_print
from workshop.ui.widgets import Button, Label, named


class PrintCard(Section):
    """A row for each thing to print, with a button; and one for all. `told` says what became of a saving."""

    told = Signal(str)

    def __init__(self, look: Look, prints: list[tuple[Lesson, Print]]) -> None:
        told = "Saved as PDFs, for A4 paper. Nothing else on this computer changes."
        super().__init__(look, "To print", "printer", [Label(look, told, "help", "muted", wrap=True)])
        self.buttons: list[Button] = []
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (lesson, one) in enumerate(prints):
            button = Button(look, "Save…", "download")
            named(button, f"Save {one.title}")
            button.clicked.connect(lambda _=False, of=lesson, what=one: self._tell(save_print(self.window(), of, what)))
            self.buttons.append(button)
            middle = Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(Icon(look, "file-text" if one.sheet else "scissors", "muted"), row, 0, middle)
            grid.addWidget(Label(look, one.title, wrap=True), row, 1, middle)
            grid.addWidget(button, row, 2)
        self.rows.addWidget(rows)
        self.all = Button(look, f"Save all {len(prints)}…", "folder-down")
        self.all.clicked.connect(lambda: self._tell(save_all(self.window(), prints)))
        self.all.setVisible(len(prints) > 1)
        foot = QHBoxLayout()
        foot.addWidget(self.all)
        foot.addStretch()
        self.rows.addLayout(foot)

    def _tell(self, text: str) -> None:
        if text:
            self.told.emit(text)


def print_card(look: Look, lesson: Lesson, folder: Path) -> PrintCard | None:
    """The card for a lesson; None where it has nothing to print."""
    prints = [(lesson, one) for one in prints_of(lesson, folder)]
    for translated in _translated(lesson, folder):
        prints += [(translated, one) for one in _own(translated, folder)]
    return PrintCard(look, prints) if prints else None


def _translated(lesson: Lesson, folder: Path) -> Iterator[Lesson]:
    for language in languages(folder):
        yield apply(lesson, read_overlay(folder / f"lesson.{language}.yaml", lesson)[0])[0]


def _own(lesson: Lesson, folder: Path) -> list[Print]:
    """What a translation has of its own to print: translated sheets, and the slips. Told apart by its language."""
    name = QLocale(lesson.language).nativeLanguageName() or lesson.language
    ending = f".{lesson.language}"
    found = [one for one in prints_of(lesson, folder) if one.sheet is None or one.sheet.path.stem.endswith(ending)]
    return [
        one._replace(
            title=f"{one.title} ({name})", file_name=one.file_name.replace(".pdf", f" ({lesson.language}).pdf")
        )
        for one in found
    ]
