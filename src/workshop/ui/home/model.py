"""The lessons to choose from, as a list model that reads the library a page at a time, where it is looked at."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workshop.lesson.library import Entry, Library
from workshop.lesson.values import Ages
from workshop.ui.home import Resume, phrases

PAGE = 60
_PAGES_KEPT = 12

Index = QModelIndex | QPersistentModelIndex


class Filter(NamedTuple):
    """What is looked for: words, ages and audience; empty ones hold nothing back."""

    query: str = ""
    ages: Ages | None = None
    audience: str = ""


class LessonModel(QAbstractListModel):
    """Rows are the library's entries under a filter. Their number is asked once, their data when they show."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._pages: OrderedDict[int, list[Entry]] = OrderedDict()
        self._count = 0
        self.filter = Filter()
        self.resume: Resume | None = None

    def show(self, wanted: Filter) -> None:
        """Look for something else, or for the same again after the library changed."""
        self.beginResetModel()
        self.filter = wanted
        self._pages.clear()
        self._count = self._library.count(wanted.query, wanted.ages, wanted.audience)
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """The lesson of a row; None where the library has fewer by now."""
        number, at = divmod(row, PAGE)
        page = self._page(number)
        return page[at] if at < len(page) else None

    def _page(self, number: int) -> list[Entry]:
        if number not in self._pages:
            query, ages, audience = self.filter
            self._pages[number] = self._library.entries(query, ages, audience, number * PAGE, PAGE)
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        return self._pages[number]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return phrases.spoken(entry, self.resume)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return entry.problem or f"{entry.summary} {phrases.inside(entry)}".strip()
        return None
