"""The library's index: one row a lesson, and every word of it in an FTS5 table.

The file is a cache. A damaged one, or one of another version of the program, is made anew; where the disk can't
be used (locked, read-only, full) an index in memory takes its place. Readers never wait for the thread that
brings the index up to date: WAL, and writes in small batches.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
import threading
import unicodedata
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from workshop import __version__
from workshop.lesson.entry import Entry

T = TypeVar("T")

_COLUMNS = ("stamp", "place", "sort", *Entry._fields)
_SCHEMA = (
    f"CREATE TABLE lessons(number INTEGER PRIMARY KEY, {', '.join(_COLUMNS)})",
    "CREATE UNIQUE INDEX by_folder ON lessons(folder)",
    "CREATE INDEX by_title ON lessons(place, sort, audience, ages_low, ages_high)",
    "CREATE VIRTUAL TABLE words USING"
    " fts5(title, about, body, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0')",  # `fold` has seen to accents
)
_INSERT = f"INSERT INTO lessons VALUES(NULL, {', '.join('?' * len(_COLUMNS))})"
_VERSION = zlib.crc32(f"{_SCHEMA}{__version__}".encode()) & 0x7FFFFFFF  # another program may read lessons otherwise
_WAIT = 2.0  # seconds to wait with a batch for another program's
_WAIT_AT_OPENING = 0.1  # a window is waiting too
_UNUSABLE = {
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL,
}  # fmt: skip

FAILURES = (sqlite3.Error, UnicodeDecodeError)  # the latter where SQLite's own message quotes damaged text

_WORD = re.compile(r"[^\W_]+")
_ACCENTS = re.compile(r"[\u0300-\u036f]+")
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ħ": "h"})


class Row(NamedTuple):
    """A lesson as it is stored. `texts` are its title, what it is about, and all else, as folded words."""

    entry: Entry
    stamp: str
    texts: tuple[str, str, str]


def fold(text: str) -> str:
    """Text without capitals and accents, so that `Łódź` is found by `lodz`."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold())).translate(_LETTERS)


def words(text: str) -> list[str]:
    """The words of a text, folded."""
    return _WORD.findall(fold(text))


class Index:
    """The rows, and whatever it takes to have a place for them. Any thread may call it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._turn = threading.RLock()  # one connection serves all readers; the one in memory serves writers too
        self._in_memory = False
        self.made = 0  # how many times it was put in place of one that failed
        try:
            with contextlib.suppress(OSError):  # said by SQLite in a moment
                path.parent.mkdir(parents=True, exist_ok=True)
            self._there = _opened(path)
        except FAILURES as reason:
            self._there = self._replacement(reason)

    def ask(self, question: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """The answer, or `otherwise` where the index failed; it is empty then and waits for a refresh."""
        made = self.made
        try:
            with self._turn:
                return question(self._there)
        except FAILURES as reason:
            self.recover(reason, made)
            return otherwise

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection that writes without keeping readers waiting. Raises one of FAILURES."""
        if self._in_memory:
            with self._turn:
                yield self._there
        else:
            with contextlib.closing(sqlite3.connect(self._path, timeout=_WAIT)) as there:
                there.execute("PRAGMA synchronous=NORMAL")
                yield there

    def recover(self, reason: Exception, made: int) -> None:
        """Put an empty index in place of the one that failed, unless another thread did so since it was `made`."""
        with self._turn:
            if self.made == made:
                self._there.close()
                self._there = self._replacement(reason)
                self.made += 1

    def close(self) -> None:
        """Let go of the file. Whoever made the index calls this last."""
        with self._turn:
            self._there.close()

    def stamps(self) -> dict[str, str]:
        """What each lesson's file was like when it was read, by folder, after a look for damage."""
        with self.writing() as there:
            (found,) = there.execute("PRAGMA quick_check(1)").fetchone()
            if found != "ok":
                raise sqlite3.DatabaseError(found)
            return dict(there.execute("SELECT folder, stamp FROM lessons"))

    def store(self, rows: Iterable[Row], gone: Iterable[str] = ()) -> None:
        """Put rows in or in place of older ones, and take those of the folders that are gone out, all at once."""
        with self.writing() as there, there:
            for folder in gone:
                _take_out(there, folder)
            for row in rows:
                _take_out(there, row.entry.folder)
                _put_in(there, row)

    def _replacement(self, reason: Exception) -> sqlite3.Connection:
        code = getattr(reason, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        if code not in _UNUSABLE and not self._in_memory:
            with contextlib.suppress(*FAILURES, OSError):
                for ending in ("", "-wal", "-shm"):
                    self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
                return _opened(self._path)
        self._in_memory = True
        return _opened(":memory:")


def _opened(path: Path | str) -> sqlite3.Connection:
    """A connection to an index of this version, made where there was none. Raises one of FAILURES."""
    there = sqlite3.connect(path, timeout=_WAIT_AT_OPENING, check_same_thread=False, isolation_level=None)
    try:
        if _version(there) != _VERSION:
            there.execute("PRAGMA journal_mode=WAL")
            there.execute("BEGIN IMMEDIATE")
            if _version(there) != _VERSION:  # another program may have been quicker
                for table in ("lessons", "words"):
                    there.execute(f"DROP TABLE IF EXISTS {table}")
                for statement in _SCHEMA:
                    there.execute(statement)
                there.execute(f"PRAGMA user_version={_VERSION}")
            there.execute("COMMIT")
    except FAILURES:
        there.close()
        raise
    return there


def _version(there: sqlite3.Connection) -> int:
    (version,) = there.execute("PRAGMA user_version").fetchone()
    return int(version)


def _take_out(there: sqlite3.Connection, folder: str) -> None:
    for number in there.execute("SELECT number FROM lessons WHERE folder = ?", (folder,)).fetchall():
        there.execute("DELETE FROM lessons WHERE number = ?", number)
        there.execute("DELETE FROM words WHERE rowid = ?", number)


def _put_in(there: sqlite3.Connection, row: Row) -> None:
    entry = row.entry
    place = 0 if entry.origin == "own" else 1
    values = entry._replace(kinds=" ".join(entry.kinds))  # type: ignore[arg-type]
    number = there.execute(_INSERT, (row.stamp, place, fold(entry.title), *values)).lastrowid
    there.execute("INSERT INTO words(rowid, title, about, body) VALUES(?, ?, ?, ?)", (number, *row.texts))
