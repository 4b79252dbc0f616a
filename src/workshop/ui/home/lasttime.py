"""How a lesson went the last time: the minutes of its steps beside those planned. To help next time."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from workshop.lesson.model import Lesson
from workshop.session.diary import Entry
from workshop.ui.home.steplist import step_title
from workshop.ui.look import Look
from workshop.ui.sections import Section
from workshop.ui.widgets import Label

_OVER = 60  # seconds past its plan from which a step stands out


def last_time(look: Look, lesson: Lesson, entry: Entry) -> Section:
    """A card with a line for each step that was held and that the lesson still has."""
    known = {step.id: step for step in lesson.steps}
    took = [one for one in entry.took if one.stop.step_id in known]
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    for column, head in enumerate(("Step", "Planned", "Took")):
        _put(grid, 0, column, Label(look, head, "small", "muted"))
    for row, one in enumerate(took, 1):
        again = " (again)" if one.stop.round > 1 else ""
        _put(grid, row, 0, Label(look, step_title(known[one.stop.step_id], lesson.language) + again, wrap=True))
        _put(grid, row, 1, Label(look, _minutes(one.planned) if one.planned else "–", color="muted"))
        over = one.planned is not None and one.spent - one.planned > _OVER
        _put(
            grid, row, 2, Label(look, _minutes(one.spent), "strong" if over else "body", "warning" if over else "text")
        )
    day = time.strftime("%d %B %Y", time.localtime(entry.when)).lstrip("0")
    told = f"{day}: {_minutes(sum(one.spent for one in entry.took))} in all. Kept on this computer only."
    return Section(look, "Last time", "history", [Label(look, told, "help", "muted", wrap=True), table])


def _put(grid: QGridLayout, row: int, column: int, label: Label) -> None:
    grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag(0))


def _minutes(seconds: int) -> str:
    """Whole minutes, and "under 1 min" for less."""
    return f"{round(seconds / 60)} min" if seconds >= 30 else "under 1 min"
