"""The checklist's cards: what to tick, how old the class is, and what this lesson needs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from workshop.lesson.model import Lesson
from workshop.lesson.problems import WorkshopError
from workshop.lesson.values import Ages
from workshop.settings import SettingsFile
from workshop.ui.look import Look
from workshop.ui.ready import checklist
from workshop.ui.ready.checklist import Facts, Item
from workshop.ui.ready.rows import Tick
from workshop.ui.sections import Section, bullets, words
from workshop.ui.widgets import Choice, Label, named

_ICONS = {"What to bring": "backpack", "What comes up": "flag", "Who is there": "users-round"}


class Checklist(Section):
    """Lines to tick. `changed` follows each tick, `troubled` says what couldn't be remembered."""

    changed = Signal()
    troubled = Signal(str)

    def __init__(self, look: Look, items: Iterable[Item], settings: SettingsFile, today: date) -> None:
        self._settings, self._today = settings, today
        self._items = {item.id: item for item in items}
        self.ticks = {item.id: Tick(look, item.text, item.hint) for item in self._items.values()}
        super().__init__(look, "Checklist", "clipboard-check", self.ticks.values())
        self.rows.setSpacing(2)
        self.rows.insertSpacing(1, 6)  # below the heading
        for item in self._items.values():
            self._show_day(item)
            self.ticks[item.id].clicked.connect(partial(self._ticked, item.id))  # not toggled: not when a day is shown

    def ticked(self) -> int:
        return sum(tick.isChecked() for tick in self.ticks.values())

    def tell(self, items: Iterable[Item]) -> None:
        """The same lines with other hints, after the school or its country changed."""
        self._items = {item.id: item for item in items}
        for item in self._items.values():
            self._show_day(item)
        self.changed.emit()

    def _show_day(self, item: Item) -> None:
        """The line's hint, and for what is remembered whether and when it was done."""
        tick, day = self.ticks[item.id], self._settings.value.done.get(item.kept, "") if item.kept else ""
        holds = checklist.still_holds(day, self._today)
        if item.kept or not item.open:
            tick.setChecked(holds)
        tick.allow(item.open)
        tick.set_hint(f"{item.hint} {checklist.done_on(day)}".strip() if holds else item.hint)

    def _ticked(self, name: str) -> None:
        item, on = self._items[name], self.ticks[name].isChecked()
        if item.kept:
            try:
                self._settings.change(done=checklist.remembered(self._settings.value.done, item.kept, on, self._today))
            except WorkshopError as why:
                self.troubled.emit(str(why))
            self._show_day(item)
        self.changed.emit()


class Reason(QLineEdit):
    """Why a lesson for others suits this class: one line, for oneself, written down nowhere."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setMaxLength(200)
        self.setPlaceholderText("Why it suits this class")
        named(self, "Why this lesson suits this class", "One line. It is kept nowhere. Enter starts the lesson.")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._look.font("field"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(320, self._look.px(24) + 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())


class ClassAge(Section):
    """How old the class is. Another age than the lesson's asks for a reason; `changed` follows either."""

    changed = Signal()
    troubled = Signal(str)

    def __init__(self, look: Look, lesson: Lesson, settings: SettingsFile) -> None:
        self._lesson, self._settings = lesson, settings
        self.choice = Choice(look, "How old most of the class are")
        self.choice.addItem("Not said", 0)
        for age in checklist.AGES:
            self.choice.addItem(f"{age} years", age)
        self.choice.setCurrentIndex(max(0, self.choice.findData(settings.value.class_age)))
        self._meant = Label(look, name="help", color="muted", wrap=True)
        self.reason = Reason(look)
        self._asked = QWidget()
        super().__init__(look, "How old are most of them?", "users-round", (self._row(), self._asked))
        rows = QVBoxLayout(self._asked)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(Label(look, self._told_outside(), wrap=True))
        rows.addWidget(self.reason)
        self.choice.currentIndexChanged.connect(lambda _: self._chosen())
        self.reason.textChanged.connect(lambda _: self.changed.emit())
        self._show()

    def _row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(self.choice)
        line.addWidget(self._meant, 1)
        return row

    @property
    def age(self) -> int:
        """In years; 0 where it wasn't said."""
        return int(self.choice.currentData())

    @property
    def ages(self) -> Ages | None:
        return Ages(self.age, self.age) if self.age else None

    def lacks_reason(self) -> bool:
        return checklist.is_outside(self._lesson, self.age) and not self.reason.text().strip()

    def _chosen(self) -> None:
        try:
            self._settings.change(class_age=self.age)
        except WorkshopError as why:
            self.troubled.emit(str(why))
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        outside = checklist.is_outside(self._lesson, self.age)
        self._asked.setVisible(outside)
        self._meant.setText(f"{self._told_ages()} {self._told_left_out()}".strip())

    def _told_left_out(self) -> str:
        ages = self.ages
        left = [step for step in self._lesson.steps if ages and step.ages and not step.ages.meets(ages)]
        if not left:
            return ""
        return "One step for others is left out." if len(left) == 1 else f"{len(left)} steps for others are left out."

    def _told_ages(self) -> str:
        ages = self._lesson.ages
        return f"This lesson is for {ages}.".replace("-", "–") if ages else "This lesson has steps for certain ages."

    def _told_outside(self) -> str:
        return "The class is of another age. Why does it suit them? One line, for yourself: it is kept nowhere."


def about_cards(look: Look, found: Iterable[Facts]) -> list[Section]:
    """A card for each thing to know about the lesson; what comes up stands out."""
    cards = []
    for facts in found:
        icon = _ICONS.get(facts.head, "book-open")
        lines = bullets(look, facts.lines, "dot", "text") if len(facts.lines) > 1 else [words(look, facts.lines[0])]
        token = "sun.tint" if facts.head == "What comes up" else "surface"
        cards.append(Section(look, facts.head, icon, lines, token))
    return cards
