"""A lesson's page: what to know about it, its steps, and the way to the big screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from workshop.lesson.model import Lesson, Unit
from workshop.lesson.problems import Problem, errors
from workshop.lesson.reader import read
from workshop.session.diary import Entry
from workshop.session.order import Stop
from workshop.ui.home import Resume, parts, phrases
from workshop.ui.home.header import Corner
from workshop.ui.home.lasttime import last_time
from workshop.ui.home.print_card import PrintCard, print_card
from workshop.ui.home.shape import EDGE, TOP
from workshop.ui.home.steplist import StepList, StepModel
from workshop.ui.look import Look
from workshop.ui.sections import Section, words
from workshop.ui.widgets import Button, Card, Ground, Label

_TWO_COLUMNS = 880  # px at 100 % text: below it the steps stand among the text instead of beside it
_BESIDE = 14  # px between the scroll bar and the cards at either side of it
_MOST_PROBLEMS = 20  # more would hide what to mend first
_ANY = 16_777_215  # Qt's own largest height


class Wide(Button):
    """A button across its card, as tall as the most important ones are."""

    def __init__(self, look: Look, text: str, icon: str, kind: str) -> None:
        super().__init__(look, text, icon, kind)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tall(self) -> int:
        return super().tall() + 12


class LessonPage(Ground):
    """Shows one lesson at a time. Emits what is to be done; `presented` with the folder and the stop, from 0.

    `told` has words for the facilitator, such as where a sheet was saved.
    """

    presented = Signal(str, int)
    told = Signal(str)
    resumed = Signal()
    folder_wanted = Signal(str)

    def __init__(self, look: Look, title_of: Callable[[str], str], last: Callable[[str], Entry | None]) -> None:
        super().__init__(look)
        self._look, self._title_of, self._last = look, title_of, last
        self.folder = ""
        self._resume: Resume | None = None
        self.image = ""
        self.back = Button(look, "Back to the library", "arrow-left", "quiet", bare=True)
        self.first: QWidget = self.back  # where the keyboard begins
        self.title = Label(look, name="page")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.corner = Corner(look)
        self.present: Button | None = None
        self.steps: StepList | None = None
        self.prints: PrintCard | None = None
        self._wide: bool | None = None
        self._cards: tuple[Card, ...] = ()  # the way to the big screen, and the steps
        self._build()
        look.changed.connect(self._arrange)

    def _build(self) -> None:
        self._top = QHBoxLayout()
        self._top.setSpacing(16)
        self._top.addWidget(self.back)
        self._top.addWidget(self.title, 1)
        self._top.addWidget(self.corner)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side = Ground(self._look)
        self._side_rows = QVBoxLayout(self._side)
        self._side_rows.setSpacing(18)
        self._body = QHBoxLayout()
        self._body.setSpacing(0)
        self._body.addWidget(self._scroll, 1)
        self._body.addWidget(self._side)
        self._content = QVBoxLayout()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 18, 0, 0)
        rows.setSpacing(14)
        rows.addLayout(self._top)
        rows.addLayout(self._body, 1)

    # --- what is shown ----------------------------------------------------------------------------------

    def show_lesson(self, folder: str, image: str, resume: Resume | None) -> None:
        """Read the lesson in that folder and show it, or what is amiss with it."""
        self.folder, self.image = folder, image
        self._resume = resume if resume is not None and resume.folder == folder else None
        self._fill()

    def look_again(self) -> None:
        """Read it once more, after somebody mended it."""
        self._fill()

    def _fill(self) -> None:
        reading = read(Path(self.folder))
        self._clear()
        content = Ground(self._look)
        content.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # never wider than the page
        self._content = QVBoxLayout(content)
        self._content.setSpacing(18)
        if isinstance(reading.lesson, Lesson):
            self._show_readable(reading.lesson)
        elif reading.lesson is not None:
            self._show_unit(reading.lesson)
        else:
            self._show_unreadable()
        problems = errors(reading.problems)
        if problems:
            self._content.addWidget(self._problems_card(problems, readable=reading.lesson is not None))
        self._content.addStretch()
        self._scroll.setWidget(content)
        self._wide = None
        self._arrange()

    def _clear(self) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = ()
        self.present = self.steps = self.prints = None
        self.first = self.back

    def _show_readable(self, lesson: Lesson) -> None:
        self.title.setText(lesson.title)
        model = StepModel(lesson)
        self._content.addWidget(parts.Hero(self._look, lesson, self.image, len(model.stops)))
        for card in parts.about(self._look, lesson, self._title_of):
            self._content.addWidget(card)
        self.prints = print_card(self._look, lesson, Path(self.folder))
        if self.prints is not None:
            self.prints.told.connect(self.told)
            self._content.addWidget(self.prints)
        held = self._last(lesson.id)
        self._cards = (self._door_card(), self._steps_card(model, held.until if held else None))
        if held is not None and held.took:
            self._content.addWidget(last_time(self._look, lesson, held))

    def _show_unit(self, unit: Unit) -> None:
        """A unit is presented lesson by lesson, so its page has no door of its own."""
        self.title.setText(unit.title)
        way = "Present its lessons one after the other, from their own pages in the library."
        told = [words(self._look, text) for text in (unit.summary, way) if text]
        self._content.addWidget(Section(self._look, "A unit of several lessons", "library", told))
        self._content.addWidget(parts.unit_parts(self._look, unit, self._title_of))

    def _show_unreadable(self) -> None:
        self.title.setText(Path(self.folder).name)
        safe = (
            "Your other lessons are safe, and this file is exactly as it was left. "
            "Open lesson.yaml in a text editor, mend what is named below, save it, and look again."
        )
        again = Button(self._look, "Look again", "rotate-cw", "ink")
        folder = Button(self._look, "Open its folder", "folder-open")
        again.clicked.connect(self.look_again)
        folder.clicked.connect(lambda: self.folder_wanted.emit(self.folder))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(again)
        row.addWidget(folder)
        row.addStretch()
        told = Label(self._look, safe, wrap=True)
        card = Section(self._look, "This lesson can't be read", "file-x", (told,), "coral.tint")
        card.rows.addLayout(row)  # in the card itself, where the focus ring has room
        self._content.addWidget(card)

    def _problems_card(self, problems: list[Problem], readable: bool) -> Card:
        shown = parts.amiss(self._look, problems[:_MOST_PROBLEMS])
        left = len(problems) - len(shown)
        if left > 0:
            shown.append(Label(self._look, f"And {left} more, which may go when these are mended.", "help", "muted"))
        title = "You can present it, but look at this" if readable else "What is amiss"
        return Section(self._look, title, "list-checks", shown)

    def _door_card(self) -> Card:
        """The door: Present, from the chosen step, or on from where the class was."""
        card = Card(self._look, 20)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(20, 20, 20, 18)
        rows.setSpacing(12)
        self.present = Wide(self._look, "Present", "presentation", "present")
        self.present.clicked.connect(self.start)
        self.first = self.present
        self._from = Label(self._look, name="help", color="muted", wrap=True)
        if self._resume is not None:
            at = f"step {self._resume.step_number} of {self._resume.steps}"
            resume = Wide(self._look, f"Resume at {at}", "play", "present")
            resume.clicked.connect(self.resumed)
            self.present.set_kind("plain")
            rows.addWidget(resume)
            self.first = resume
        rows.addWidget(self.present)
        rows.addWidget(self._from)
        return card

    def _steps_card(self, model: StepModel, until: Stop | None) -> Card:
        """The steps; the one where the class stopped the last time is chosen to start from."""
        card = Card(self._look, 20)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(8, 18, 8, 10)
        rows.setSpacing(8)
        count, minutes = len(model.stops), phrases.minutes(model.lesson.minutes)
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 14, 0)
        head.addWidget(Label(self._look, "Steps", "card"), 1)
        told = ", ".join(part for part in (f"{count} steps", minutes) if part)
        head.addWidget(Label(self._look, told, "help", "muted"))
        rows.addLayout(head)
        self.steps = StepList(self._look, model)
        self.steps.started.connect(self._start_at)
        self.steps.chosen.connect(self._tell_start)
        rows.addWidget(self.steps, 1)
        self._tell_start(0)
        if until in model.stops:
            self.steps.setCurrentIndex(model.index(model.stops.index(until), 0))
            self._from.setText(f"The class stopped early last time. {self._from.text()}")
        return card

    def _tell_start(self, row: int) -> None:
        if self.steps is not None and row > 0:
            title = self.steps.model().index(row, 0).data()
            self._from.setText(f"Starts at step {row + 1}: {title}")
        else:
            self._from.setText("Starts at the beginning. Choose a step below to start there.")

    # --- what the user does -----------------------------------------------------------------------------

    def start(self) -> None:
        """Present from the chosen step. Nothing where the lesson can't be read."""
        if self.steps is not None:
            self._start_at(max(0, self.steps.currentIndex().row()))

    def _start_at(self, row: int) -> None:
        self.presented.emit(self.folder, row)

    def take_focus(self) -> None:
        """Give the keyboard to the first thing to do here."""
        self.first.setFocus()

    # --- layout -----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Beside the text the steps scroll by themselves; among it they are shown whole."""
        scale, width = self._look.scale / 100, self.width()
        margin = 40 if width >= 1200 else 24
        wide = width / scale >= _TWO_COLUMNS
        self._top.setContentsMargins(margin - 12, 0, margin, 0)
        self.corner.set_narrow(not wide)
        self._body.setContentsMargins(margin - EDGE, 0, 0, 0)
        self._side.setVisible(wide and bool(self._cards))
        self._side.setFixedWidth(_BESIDE + round((384 if width >= 1200 else 312) * (1 + scale) / 2) + margin)
        self._side_rows.setContentsMargins(_BESIDE, TOP, margin, EDGE)
        alone = not (wide and self._cards)
        self._content.setContentsMargins(EDGE, TOP, margin - _BESIDE if alone else _BESIDE, EDGE)
        if self._cards and wide != self._wide:
            self._wide = wide
            self._place_cards(wide)
        if self.steps is not None:
            tall = self.steps.content_height()
            self.steps.setMinimumHeight(120 if wide else tall)
            self.steps.setMaximumHeight(_ANY if wide else tall)

    def _place_cards(self, wide: bool) -> None:
        door, steps = self._cards
        if wide:
            self._side_rows.addWidget(door)
            self._side_rows.addWidget(steps, 1)
        else:
            self._content.insertWidget(1, door)
            self._content.insertWidget(2, steps)
