"""A field of a form: what it is called, what is typed, a sentence of help, and what is amiss beside it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from workshop.lesson.fields import About, Many, about
from workshop.lesson.records import Record
from workshop.ui.look import Look
from workshop.ui.sections import Icon
from workshop.ui.widgets import Label, named

_TWO_COLUMNS = 560  # px at 100 % text


def declared(cls: type[Record], name: str) -> About:
    """What the model says about a field of one of its records."""
    return about(next(f for f in dataclasses.fields(cls) if f.name == name))  # type: ignore[arg-type]


class Field(QWidget):
    """A labelled control with room for a problem below it; `control` is what has the keyboard."""

    def __init__(self, look: Look, label: str, help: str, control: QWidget, name: str = "") -> None:
        super().__init__()
        self._help, self._name, self.label = re.sub("`([^`]+)`", r"“\1”", help), name or label, label
        self.control = control
        self.problem = ""
        self._words = Label(look, "", "small", "error", wrap=True)
        self._amiss = QWidget()
        row = QHBoxLayout(self._amiss)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Icon(look, "triangle-alert", "error", 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)  # the ring around the control needs 6
        if label:
            rows.addWidget(Label(look, label, "label"))
        rows.addWidget(control)
        if help:
            rows.addWidget(Label(look, self._help, "small", "muted", wrap=True))
        rows.addWidget(self._amiss)
        rows.addStretch()
        self.tell("")

    def tell(self, problem: str) -> None:
        """Say what is amiss, in plain words; nothing where all is well."""
        self.problem = problem
        self._words.setText(problem)
        self._amiss.setVisible(bool(problem))
        named(self.control, self._name, " ".join(part for part in (problem, self._help) if part))


class TextField(Field):
    """One line of words. `left` follows when somebody leaves the field or presses Enter."""

    left = Signal()

    def __init__(self, look: Look, label: str, help: str = "", limit: int | None = None, name: str = "") -> None:
        self.edit = QLineEdit()
        super().__init__(look, label, help, self.edit, name)
        self._look, self._limit = look, limit
        look.changed.connect(self._dress)
        self._dress()
        self.edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.edit.textChanged.connect(self._count)
        self.edit.editingFinished.connect(self.left)

    @classmethod
    def of(cls, look: Look, record: type[Record], field: str, label: str | None = None, name: str = "") -> TextField:
        """The field that the model declares: its label, help and limit; of a list, one item."""
        told = declared(record, field)
        shape = told.shape.of if isinstance(told.shape, Many) else told.shape
        shown = told.label if label is None else label
        return cls(look, shown, told.help if shown else "", getattr(shape, "limit", None), name or told.label)

    def _dress(self) -> None:
        self.edit.setFont(self._look.font("body"))

    @property
    def value(self) -> str:
        return self.edit.text().strip()

    def show_value(self, value: str) -> None:
        """Show what was saved; what says the same already keeps its cursor."""
        if value != self.value:
            self.edit.setText(value)

    def _count(self) -> None:
        length = len(self.value.replace("*", ""))
        if self._limit is not None and length > self._limit:
            self.tell(f"{length} characters. Up to {self._limit} can be read from the back row.")
        else:
            self.tell("")


class Pairs(QWidget):
    """Fields in two columns where there is room, else below each other."""

    def __init__(self, look: Look, fields: Sequence[QWidget]) -> None:
        super().__init__()
        self._look, self._fields = look, fields
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(14)
        look.changed.connect(lambda: self._arrange(self.width()))
        self._arrange(_TWO_COLUMNS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        columns = 2 if width >= _TWO_COLUMNS * self._look.scale / 100 else 1
        if columns == self._columns:
            return
        self._columns = columns
        for number, field in enumerate(self._fields):
            self._grid.addWidget(field, number // columns, number % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)
