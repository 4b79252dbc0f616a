"""Questions to the library's index: which lessons, in which order."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from workshop.lesson.entry import Entry
from workshop.lesson.index import words
from workshop.lesson.values import Ages

_COLUMNS = ", ".join(f"lessons.{name}" for name in Entry._fields)
_NUMBERS = ("ages_low", "ages_high", "minutes", "steps", "sensitive")
_TYPES = tuple((int, type(None)) if name in _NUMBERS else (str,) for name in Entry._fields)
_FOUND = "(SELECT rowid FROM words WHERE words MATCH ?)"
_MANY = 1_000  # lessons; where more have the words, ranking each tells little and takes long
_LONGEST = 200  # characters of a query that count
_MOST_WORDS = 8


class Search:
    """A query and filters, as an index can be asked for them."""

    def __init__(self, query: str, ages: Ages | None, audience: str) -> None:
        asked = list(dict.fromkeys(words(query[:_LONGEST])))[:_MOST_WORDS]
        self._words = " ".join(f'"{word}"*' for word in asked)  # letters and digits alone: nothing to escape
        conditions = ["TRUE"]
        self._values: list[str | int] = []
        if audience:
            conditions.append("audience IN (?, '')")
            self._values.append(audience)
        if ages:
            conditions.append("(ages_low IS NULL OR (ages_low <= ? AND ages_high >= ?))")
            self._values += [ages.high, ages.low]
        self._filter = " AND ".join(conditions)

    def entries(self, there: sqlite3.Connection, offset: int, limit: int) -> list[Entry]:
        if not self._words:
            return self._by_title(there, "TRUE", (), offset, limit)
        if not self._has_many(there):
            return self._by_rank(there, offset, limit)
        return self._titles_first(there, offset, limit)

    def count(self, there: sqlite3.Connection) -> int:
        return self._count(there, self._words)

    def _count(self, there: sqlite3.Connection, match: str) -> int:
        if match and not self._values:
            question = "SELECT count(*) FROM words WHERE words MATCH ?"
        else:
            question = f"SELECT count(*) FROM lessons WHERE {self._filter}"
            question += f" AND number IN {_FOUND}" if match else ""
        return int(there.execute(question, (*self._values, match) if match else self._values).fetchone()[0])

    def _has_many(self, there: sqlite3.Connection) -> bool:
        question = f"SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT {_MANY + 1})"
        return bool(there.execute(question, (self._words,)).fetchone()[0] > _MANY)

    def _by_rank(self, there: sqlite3.Connection, offset: int, limit: int) -> list[Entry]:
        question = f"""
            SELECT {_COLUMNS} FROM words JOIN lessons ON lessons.number = words.rowid
            WHERE words MATCH ? AND {self._filter}
            ORDER BY bm25(words, 10.0, 4.0, 1.0), place, sort, number LIMIT ? OFFSET ?"""
        return _read(there, question, (self._words, *self._values, limit, offset))

    def _titles_first(self, there: sqlite3.Connection, offset: int, limit: int) -> list[Entry]:
        """Those with the words in their titles, then the others."""
        titles = f"title : ({self._words})"
        in_titles = self._count(there, titles)
        first: list[Entry] = []
        if offset < in_titles:
            walk = "+" if in_titles > _MANY else ""
            first = self._by_title(there, f"{walk}number IN {_FOUND}", (titles,), offset, limit)
        if len(first) == limit:
            return first
        condition, values = f"+number IN {_FOUND}", [self._words]
        if in_titles:
            condition, values = f"{condition} AND +number NOT IN {_FOUND}", [self._words, titles]
        return first + self._by_title(there, condition, values, max(0, offset - in_titles), limit - len(first))

    def _by_title(
        self, there: sqlite3.Connection, condition: str, values: Sequence[str], offset: int, limit: int
    ) -> list[Entry]:
        """A page in the order of titles, the user's own first. `+number` makes SQLite walk the index in that order."""
        question = f"""
            SELECT {_COLUMNS} FROM lessons WHERE {self._filter} AND {condition}
            ORDER BY place, sort, number LIMIT ? OFFSET ?"""
        return _read(there, question, (*self._values, *values, limit, offset))


def _read(there: sqlite3.Connection, question: str, values: tuple[Any, ...]) -> list[Entry]:
    return [_entry(row) for row in there.execute(question, values)]


def _entry(row: tuple[Any, ...]) -> Entry:
    """Raises sqlite3.DatabaseError where damage, which SQLite itself doesn't look for in values, put others there."""
    if any(type(value) not in fit for value, fit in zip(row, _TYPES, strict=True)):
        raise sqlite3.DatabaseError("a lesson's row is damaged")
    entry = Entry(*row)
    return entry._replace(kinds=tuple(entry.kinds.split()), sensitive=bool(entry.sensitive))  # type: ignore[attr-defined]
