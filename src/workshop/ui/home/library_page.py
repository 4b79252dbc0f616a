"""The first page of the home window: search, banner, doors and the grid of lessons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from workshop.ui.home import Resume
from workshop.ui.home.banner import Banner
from workshop.ui.home.card import RADIUS, CardPainter
from workshop.ui.home.doors import PRESENT, Door, OwnLessons, ResumeDoor
from workshop.ui.home.empty import Empty
from workshop.ui.home.filters import Filters
from workshop.ui.home.grid import CardGrid
from workshop.ui.home.header import Header
from workshop.ui.home.model import Filter, LessonModel
from workshop.ui.home.shape import EDGE, TOP
from workshop.ui.home.thumbnails import Thumbnails
from workshop.ui.look import Look
from workshop.ui.widgets import Ground

if TYPE_CHECKING:
    from datetime import date

    from workshop.lesson.library import Library

_ROOMY = QSize(960, 620)  # px at 100 % text: below it the page scrolls as one
_RING = 8  # px around controls at the edge of their parent: room for the focus ring
_ANY = 16_777_215  # Qt's own largest width


class LibraryPage(Ground):
    """Emits `opened` with the folder and the picture of the lesson that was chosen."""

    opened = Signal(str, str)

    def __init__(self, look: Look, library: Library, lessons_folder: str) -> None:
        super().__init__(look)
        self._look, self._lessons_folder = look, lessons_folder
        self.looking = False  # True while the library is being read
        self.model = LessonModel(library, self)
        self.thumbnails = Thumbnails(RADIUS, self)
        self.header, self.banner, self.filters = Header(look), Banner(look), Filters(look)
        self.door, self.resume_door, self.own = Door(look, PRESENT), ResumeDoor(look), OwnLessons(look)
        self.empty = Empty(look)
        self.grid = CardGrid(look, self.model, CardPainter(look, self.thumbnails))
        self.grid.set_empty(self.empty)
        self._mode = ""
        self._build()
        self._connect()
        self.show_resume(None)

    def _build(self) -> None:
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 10, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(self.header)
        self._body = QHBoxLayout()
        self._body.setSpacing(8)
        self._rows.addLayout(self._body, 1)
        self._column = QVBoxLayout()
        self._column.setSpacing(16)
        self._column.setContentsMargins(0, 0, 0, 40)
        self._main = QVBoxLayout()
        self._main.setSpacing(8)
        self._main.addWidget(self.grid, 1)
        self._body.addLayout(self._column)
        self._body.addLayout(self._main, 1)
        self._lead, self._lead_rows = self._ground()
        self._row = QHBoxLayout()
        self._row.setSpacing(20)
        self._lead_rows.addLayout(self._row)
        self._tail, self._tail_rows = self._ground()
        self._tail_rows.setContentsMargins(EDGE, TOP, EDGE, EDGE)

    def _ground(self) -> tuple[Ground, QVBoxLayout]:
        """What scrolls with the cards, as wide as the grid."""
        ground = Ground(self._look)
        ground.setParent(self.grid.viewport())  # at once: labels that leave a dressed window lose their colours
        ground.hide()
        rows = QVBoxLayout(ground)
        rows.setContentsMargins(EDGE, TOP, EDGE, TOP)
        rows.setSpacing(16)
        return ground, rows

    def _connect(self) -> None:
        self._look.changed.connect(self._arrange)
        self.thumbnails.ready.connect(self.grid.viewport().update)
        self.header.search.textChanged.connect(self.look_again)
        self.header.search.down.connect(self.go_to_cards)
        self.header.search.entered.connect(self._enter)
        self.filters.changed.connect(self.look_again)
        self.grid.typed.connect(self._type)
        self.grid.opened.connect(self._open)
        self.door.clicked.connect(self._open_chosen)
        self.empty.show_all.clicked.connect(self.show_all)

    # --- what is shown --------------------------------------------------------------------------------

    def look_again(self) -> None:
        """Show what the library has for the words, ages and audience that are set."""
        wanted = Filter(self.header.search.text(), self.filters.ages, self.filters.audience)
        if wanted != self.model.filter:
            self.grid.verticalScrollBar().setValue(0)
        self.thumbnails.look_afresh()
        self.model.show(wanted)
        self.filters.tell(self.model.rowCount(), wanted != Filter())
        self.empty.tell(wanted, self.looking, self._lessons_folder)
        self.grid.doItemsLayout()

    def show_all(self) -> None:
        """No words, no filter."""
        self.filters.reset()
        self.header.search.clear()
        self.header.search.setFocus()

    def show_day(self, today: date) -> None:
        self.banner.show_day(today)

    def show_resume(self, resume: Resume | None) -> None:
        self.model.resume = resume
        self.resume_door.show_resume(resume)
        self.grid.viewport().update()

    # --- what the user does -----------------------------------------------------------------------------

    def search(self) -> None:
        """Go to the search field, its words selected."""
        self.header.search.setFocus()
        self.header.search.selectAll()

    def clear_search(self) -> None:
        self.header.search.clear()
        self.header.search.setFocus()

    def go_to_cards(self) -> None:
        """Give the keyboard to the first card, or to the one that had it."""
        if self.model.rowCount():
            self.grid.setFocus()
            if not self.grid.currentIndex().isValid():
                self.grid.setCurrentIndex(self.model.index(0, 0))

    def _open_chosen(self) -> None:
        """Open the card that has the keyboard, else the first: its page has the way to the projector."""
        self.go_to_cards()
        if self.model.rowCount():
            self._open(self.grid.currentIndex().row())

    def _enter(self) -> None:
        if self.model.rowCount() == 1:
            self._open(0)
        else:
            self.go_to_cards()

    def _type(self, letters: str) -> None:
        self.header.search.setFocus()
        self.header.search.setText(letters)

    def _open(self, row: int) -> None:
        entry = self.model.entry(row)
        if entry is not None:
            self.opened.emit(entry.folder, entry.image)

    # --- layout -----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the doors where there is room: a column beside the cards, a row above them, or below them all."""
        scale, width = self._look.scale / 100, self.width()
        small = width / scale < _ROOMY.width() or self.height() / scale < _ROOMY.height()
        mode = "column" if not small else "row" if width / scale >= _ROOMY.width() * 0.75 else "below"
        margin = 40 if width >= 1200 else 24
        aside = round((328 if width >= 1200 else 256) * (1 + scale) / 2)
        if mode != self._mode:
            self._mode = mode
            self._move()
        self.header.setContentsMargins(margin, _RING, margin, _RING)
        self.header.arrange(aside + 32, width - 2 * margin)
        column = mode == "column"
        self.banner.setContentsMargins(*((margin, 14, margin, 0) if column else (0, 0, 0, 0)))
        self.filters.setContentsMargins(*((EDGE, 0, EDGE, 0) if column else (0, 0, 0, 0)))
        self._body.setContentsMargins(margin if column else margin - EDGE, 24 if column else 8, margin - EDGE, 0)
        for door in (self.door, self.resume_door, self.own):
            door.setMinimumWidth(aside if column else 0)
            door.setMaximumWidth(aside if column else _ANY)
        self.filters.arrange(width - 2 * margin - (aside + 32 if column else 0))
        self.grid.scheduleDelayedItemsLayout()

    def _move(self) -> None:
        """Hand banner, filters and doors to the layouts of the mode."""
        column, below = self._mode == "column", self._mode == "below"
        self.grid.set_lead(None if column else self._lead)
        self.grid.set_tail(self._tail if below else None)
        if column:
            self._rows.insertWidget(1, self.banner)
            self._main.insertWidget(0, self.filters)
        where: dict[QWidget, QBoxLayout] = {
            self.door: self._column if column else self._tail_rows if below else self._row,
            self.resume_door: self._column if column else self._row,
            self.own: self._column if column else self._tail_rows if below else self._row,
        }
        for door, layout in where.items():
            layout.addWidget(door, 1 if door is self.door or not column else 0)
        if not column:
            self._lead_rows.insertWidget(0, self.banner)
            self._lead_rows.addWidget(self.filters)
