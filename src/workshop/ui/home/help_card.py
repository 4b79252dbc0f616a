"""The help card and the school: what pupils see in the country that is set, and the school's own people and numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop.lesson.confirmed import Confirmed
from workshop.lesson.directory import ANYWHERE, Service, countries
from workshop.lesson.problems import WorkshopError
from workshop.lesson.school_file import SchoolFile
from workshop.ui.home.confirm import Confirm
from workshop.ui.home.school_form import SchoolForm
from workshop.ui.home.services import ServiceList
from workshop.ui.look import Look
from workshop.ui.widgets import Button, Chip, Choice, FocusRing, Label, Notice, named

if TYPE_CHECKING:
    from datetime import date

CARD, SCHOOL = 0, 1
_WIDE, _TALL = 880, 820  # px at 100 % text
PAGES = (
    ("Help card", "A class sees the first of each kind. Call a number before you rely on it."),
    ("Our school", "Saved as you leave a field. Nothing leaves this computer."),
)


class HelpCard(QDialog):
    """Emits `country_chosen` with the code of the directory, to be remembered, and `changed` after every change.

    A country that school.yaml names is changed there; any other is the caller's to remember.
    """

    country_chosen = Signal(str)
    changed = Signal()

    def __init__(
        self,
        look: Look,
        file: SchoolFile,
        confirmed: Confirmed,
        country: str,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self.file, self.confirmed, self._today = look, file, confirmed, today
        self._elsewhere = country  # the country where school.yaml names none
        self._warned = False
        self.setWindowTitle("Help card and school")
        self.setModal(True)
        self.countries = Choice(look, "Country")
        self.chips = [Chip(look, name, name) for name, _ in PAGES]
        self.notice = Notice(look)
        self.services: ServiceList | None = None
        self.form = SchoolForm(look, file)
        self._areas = [_area(look, name) for name, _ in PAGES]
        self._areas[SCHOOL].setWidget(self.form)
        self.words = Label(look, "", "help", "muted", wrap=True)
        self.undo = Button(look, "Undo", "undo-2")
        self.close_button = Button(look, "Close", "x", "ink")
        self._build()
        look.dress(self)
        FocusRing(look, self)
        self._connect()
        self._follow_file()
        self.show_page(CARD)
        self.notice.tell(confirmed.told)
        (self.close_button if self.country else self.countries).setFocus()

    @property
    def country(self) -> str:
        """What is in force: the country of school.yaml, else the one that was remembered."""
        return self.file.school.country or self._elsewhere

    def _build(self) -> None:
        head, pages = QHBoxLayout(), QHBoxLayout()
        head.addWidget(Label(self._look, "Help card and school", "page"), 1)
        pages.setSpacing(8)
        self._group = QButtonGroup(self)
        for number, chip in enumerate(self.chips):
            self._group.addButton(chip, number)
            pages.addWidget(chip)
        pages.addStretch()
        wide = self._size_to(self.parentWidget())
        (head if wide else pages).addWidget(self.countries)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.words, 1)
        foot.addWidget(self.undo)
        foot.addWidget(self.close_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(8, 24, 8, 20)
        rows.setSpacing(14)
        for row in (head, pages, foot):
            row.setContentsMargins(24, 0, 24, 0)
        rows.addLayout(head)
        rows.addLayout(pages)
        rows.addWidget(self.notice)
        for area in self._areas:
            rows.addWidget(area, 1)
        rows.addLayout(foot)

    def _connect(self) -> None:
        self._group.idClicked.connect(self.show_page)
        self.countries.activated.connect(self._chosen)
        self.form.told.connect(self._tell)
        self.form.saved.connect(self._saved)
        self.undo.clicked.connect(self.form.undo)
        self.close_button.clicked.connect(self.accept)
        self._look.changed.connect(self._show_services)

    def paintEvent(self, event: QPaintEvent) -> None:
        """An edge of its own, for desktops that give a dialog none."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(self._look.color("border"), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _size_to(self, window: QWidget | None) -> bool:
        """Wide enough for its text, and no larger than the window below; True where the head has room for more."""
        wide, tall = _WIDE * (100 + self._look.scale) // 200, _TALL
        if window is not None:
            wide, tall = min(wide, window.width() - 48), min(tall, window.height() - 48)
        self.resize(wide, tall)
        return wide >= 680 * self._look.scale / 100

    # --- pages -----------------------------------------------------------------------------------------

    def show_page(self, page: int) -> None:
        """What pupils see, or the school's form."""
        self.form.save()
        for number, area in enumerate(self._areas):
            area.setVisible(number == page)
            self.chips[number].setFocusPolicy(  # Tab goes to the chosen one, the arrow keys to the other
                Qt.FocusPolicy.TabFocus if number == page else Qt.FocusPolicy.NoFocus
            )
        self.chips[page].setChecked(True)
        self.undo.setVisible(page == SCHOOL)
        self.words.setText(PAGES[page][1])

    def _follow_file(self) -> None:
        """Show the country and the services of what the file says now."""
        self._fill_countries(self.country)
        self.undo.setEnabled(self.file.can_undo)
        self._show_services()

    def _fill_countries(self, chosen: str) -> None:
        self.countries.clear()
        if not chosen:
            self.countries.addItem("Choose a country", "")
        for code, name in countries().items():
            if code != ANYWHERE:
                self.countries.addItem(name, code)
        if self.countries.findData(chosen) < 0:
            self.countries.addItem(f"{chosen}, not in the directory", chosen)
        self.countries.setCurrentIndex(self.countries.findData(chosen))
        self.countries.updateGeometry()

    def _show_services(self) -> None:
        """Build the list anew, with the keyboard and the page where they were."""
        area = self._areas[CARD]
        bar = area.verticalScrollBar()
        at = bar.value()
        had = next((key for key, b in self.services.buttons.items() if b.hasFocus()), "") if self.services else ""
        self.services = ServiceList(self._look, self.country, self.file.school, self.confirmed.by_key, self._today)
        self.services.check.connect(self._ask)
        self.services.taken_back.connect(self._take_back)
        self.services.choose_country.connect(self._open_countries)
        area.setWidget(self.services)
        if had in self.services.buttons:
            self.services.buttons[had].setFocus()
        elif had:
            self.close_button.setFocus()
        QTimer.singleShot(0, bar, lambda: bar.setValue(at))

    # --- what the facilitator does -----------------------------------------------------------------------

    def _open_countries(self) -> None:
        self.countries.setFocus()
        self.countries.showPopup()

    def _chosen(self) -> None:
        code = str(self.countries.currentData())
        if self.file.holds("country") and not self.file.amiss:
            self.form.choose_country(code)
            return
        self._elsewhere = code
        self.country_chosen.emit(code)
        self._follow_file()
        self.changed.emit()

    def _ask(self, service: Service) -> None:
        question = Confirm(self._look, service, self.confirmed.last_by, self._today, self)
        question.confirmed.connect(lambda by, on: self._change(lambda: self.confirmed.confirm(service.key, by, on)))
        question.finished.connect(question.deleteLater)
        question.open()

    def _take_back(self, service: Service) -> None:
        self._change(lambda: self.confirmed.take_back(service.key))

    def _change(self, write: Callable[[], None]) -> None:
        try:
            write()
        except WorkshopError as reason:
            self.notice.tell(str(reason))
            return
        self.notice.tell("")
        self._show_services()
        self.changed.emit()

    def _tell(self, sentence: str) -> None:
        """Good news stand at the foot, anything else where it is seen."""
        good = sentence.startswith(("Saved", "Taken back"))
        self.notice.tell("" if good else sentence)
        if good:
            self.words.setText(sentence)
            named(self.words, sentence)

    def _saved(self) -> None:
        self._warned = False
        self._follow_file()
        self.changed.emit()

    # --- leaving -----------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.form.look_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends a field, and doesn't press Close as well."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Close; but say once what isn't saved, and stay."""
        if not self.form.save() and not self._warned:
            self._warned = True
            self.show_page(SCHOOL)
            reason = self.form.unsaved()
            self.notice.tell(f"{reason} Close once more to leave without it.")
            return
        super().done(result)


def _area(look: Look, name: str) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setAccessibleName(name)
    area.ring_radius = 12  # type: ignore[attr-defined]
    return area
