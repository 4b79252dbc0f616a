"""Who checked an entry of the directory, and on which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop.lesson.confirmed import day_words, read_day
from workshop.lesson.directory import Service
from workshop.ui.home.fields import TextField
from workshop.ui.look import Look
from workshop.ui.widgets import Button, FocusRing, Label

if TYPE_CHECKING:
    from datetime import date

LONGEST_NAME = 60
_WIDE = 560  # px at 100 % text


class Confirm(QDialog):
    """Emits `confirmed` with the name and the day; Escape changes nothing."""

    confirmed = Signal(str, object)

    def __init__(self, look: Look, service: Service, by: str, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Confirm an entry")
        self.setModal(True)
        self._look, self._today = look, today
        self.name = TextField(look, "Who checked it", "A facilitator’s name or initials. It stays on this computer.")
        self.day = TextField(look, "On which day", f"Such as {day_words(today)}.")
        self.name.edit.setText(by)
        self.name.edit.setMaxLength(LONGEST_NAME)
        self.day.edit.setText(day_words(today))
        self.go_on = Button(look, "Yes, it is right", "check", "present")
        self.cancel = Button(look, "Not now", "x")
        self._build(look, service)
        look.dress(self)
        FocusRing(look, self)
        self.go_on.clicked.connect(self._answer)
        self.cancel.clicked.connect(self.reject)
        self.go_on.setDefault(True)
        (self.go_on if by else self.name.edit).setFocus()
        self._fit()

    def _build(self, look: Look, service: Service) -> None:
        self._page = QWidget()
        page = QVBoxLayout(self._page)
        page.setContentsMargins(28, 24, 28, 12)
        page.setSpacing(14)
        page.addWidget(Label(look, "Did you check it yourself?", "section", wrap=True))
        page.addWidget(Label(look, service.name, "strong", wrap=True))
        if service.phone:
            page.addWidget(Label(look, service.phone, "section", wrap=True))
        what = "Call the number" if service.phone else "Open the page"
        page.addWidget(Label(look, f"{what}: does this service answer, and is it what it says?", wrap=True))
        if service.url:
            page.addWidget(Label(look, service.url, "help", "muted", wrap=True))
        page.addWidget(self.name)
        page.addWidget(self.day)
        page.addStretch()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._page)
        self._answers = QWidget()
        answers = QHBoxLayout(self._answers)
        answers.setContentsMargins(28, 8, 28, 24)
        answers.setSpacing(12)
        answers.addWidget(self.go_on)
        answers.addWidget(self.cancel)
        answers.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2, 2, 2, 2)
        rows.setSpacing(0)
        rows.addWidget(self._area, 1)
        rows.addWidget(self._answers)

    def paintEvent(self, event: QPaintEvent) -> None:
        """An edge of its own, for desktops that give a dialog none."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(self._look.color("border"), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _fit(self) -> None:
        """As tall as what it says, but no larger than what it lies over."""
        over = self.parentWidget()
        assert over is not None
        wide = min(_WIDE * (100 + self._look.scale) // 200, over.width() - 32)
        layout = self._page.layout()
        assert layout is not None
        layout.activate()
        tall = layout.totalHeightForWidth(wide) + self._answers.sizeHint().height() + 8
        self.resize(wide, min(tall, over.height() - 32))

    def _answer(self) -> None:
        day = read_day(self.day.value)
        self.name.tell("" if self.name.value else "Write who checked it.")
        if day is None:
            self.day.tell(f"Write the day as {day_words(self._today)}.")
        else:
            self.day.tell("That day is still to come." if day > self._today else "")
        amiss = next((field for field in (self.name, self.day) if field.problem), None)
        if amiss is not None:
            self._fit()
            amiss.edit.setFocus()
        else:
            self.confirmed.emit(self.name.value, day)
            self.accept()
