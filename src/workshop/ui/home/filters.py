"""The heading over the cards: how many there are, whom they are for, and chips for ages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QWidget

from workshop.lesson.values import Ages
from workshop.ui.home.phrases import AUDIENCES
from workshop.ui.look import Look
from workshop.ui.widgets import Chip, Choice, Label, named

BANDS: tuple[tuple[str, Ages | None], ...] = (
    ("All ages", None),
    ("5–7", Ages(5, 7)),
    ("8–10", Ages(8, 10)),
    ("11–13", Ages(11, 13)),
    ("14–18", Ages(14, 18)),
)


class Filters(QWidget):
    """Emits `changed` when another choice is made; `ages` and `audience` say which."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.heading = Label(look, "All lessons", "section")
        self.count = Label(look, "", "field", "muted")
        self.choice = Choice(look, "Whom the lessons are for", pill=True)
        for words, audience in (("Everyone", ""), *((words, name) for name, words in AUDIENCES.items())):
            self.choice.addItem(words, audience)
        self.choice.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._title = QWidget()
        title = QHBoxLayout(self._title)
        title.setContentsMargins(0, 0, 0, 0)
        title.setSpacing(12)
        title.addWidget(self.heading)
        title.addWidget(self.count)
        title.addStretch()
        self._chips = self._make_chips(look)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(0, 1)
        self.arrange(10_000)

    def _make_chips(self, look: Look) -> QWidget:
        row = QWidget()
        named(row, "Ages")
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._ages = QButtonGroup(row)
        for number, (words, band) in enumerate(BANDS):
            name = f"Ages {band.low} to {band.high}" if band is not None else "All ages"
            chip = Chip(look, words, name)
            self._ages.addButton(chip, number)
            layout.addWidget(chip)
        self._ages.button(0).setChecked(True)
        self._ages.idToggled.connect(lambda _number, on: self.changed.emit() if on else None)
        return row

    def arrange(self, width: int) -> None:
        """On one row if it fits into `width` px, else the chips on a row of their own."""
        needed = sum(part.sizeHint().width() for part in (self._title, self.choice, self._chips)) + 20
        start, middle = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(self._title, 0, 0, middle)
        self._grid.addWidget(self.choice, 0, 1, middle)
        if needed <= width:
            self._grid.addWidget(self._chips, 0, 2, middle)
        else:
            self._grid.addWidget(self._chips, 1, 0, 1, 2, start)

    @property
    def ages(self) -> Ages | None:
        return BANDS[self._ages.checkedId()][1]

    @property
    def audience(self) -> str:
        return str(self.choice.currentData())

    def reset(self) -> None:
        """Back to everyone and all ages."""
        self._ages.button(0).setChecked(True)
        self.choice.setCurrentIndex(0)

    def tell(self, count: int, sought: bool) -> None:
        """Show how many lessons there are, and whether they are all."""
        self.heading.setText("Lessons found" if sought else "All lessons")
        self.count.setText(f"{count:,}")
        named(self.count, "1 lesson" if count == 1 else f"{count:,} lessons")
