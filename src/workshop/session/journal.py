"""The record that survives a power cut: each event of the lesson that is on, erased when the lesson is closed.

One SQLite file in write-ahead mode with full synchronisation; each event is a committed row with its checksum.
The program that has it open holds it alone.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from workshop.lesson.problems import WorkshopError
from workshop.session.events import Event, as_text, from_text
from workshop.session.order import Stop
from workshop.session.state import replay

if TYPE_CHECKING:
    import sqlite3

_VERSION = 1
_TABLES = """
CREATE TABLE meta (lesson TEXT, title TEXT, folder TEXT, sha256 TEXT, language TEXT, version TEXT);
CREATE TABLE events (number INTEGER PRIMARY KEY, body BLOB NOT NULL, checksum INTEGER NOT NULL);
CREATE TABLE alive (id INTEGER PRIMARY KEY, at REAL NOT NULL);
"""

_HELD = "A lesson is being presented already. Go back to its window, or close it there and then start again."
_DAMAGED = "The record of this lesson was damaged. What could be read of it is here: check the step, then go on."
_FULL = "The disk is full, so this lesson can't be resumed after a power cut. It goes on as usual: free some space."
_NOT_WRITTEN = (
    "The record of this lesson can't be written, so it can't be resumed after a power cut. "
    "It goes on as usual: check that the folder {folder} may be written."
)
_NOT_ERASED = "The record of this lesson could not be removed. Nobody's name is in it. Delete the file {file}."


class Meta(NamedTuple):
    """Which lesson is on: its id, title and folder, the SHA-256 of its text, the language shown, its version."""

    lesson: str
    title: str
    folder: str
    sha256: str
    language: str
    version: str


class Pending(NamedTuple):
    """An unfinished lesson. `at` is the stop's index of `total`; `when` the last sign of life in seconds."""

    title: str
    lesson: str
    folder: str
    stop: Stop
    at: int
    total: int
    when: float


class _Contents(NamedTuple):
    meta: Meta | None
    events: tuple[Event, ...]
    alive: float
    sound: bool  # nothing was unreadable


def pending(path: Path) -> Pending | None:
    """The unfinished lesson in that journal; None where there is none, or another program is presenting it."""
    if not path.exists():
        return None
    try:
        journal = Journal.open(path, patience=0.05)
    except WorkshopError:
        return None
    try:
        return journal.unfinished()
    finally:
        journal.close()


class Journal:
    """`trouble` is a sentence for the console where something couldn't be kept, "" where all is well.

    No method but `open` raises for what the disk does: the lesson goes on in memory, and is written
    down as soon as the disk takes it again.
    """

    def __init__(self, path: Path, patience: float) -> None:
        self.path = path
        self.meta: Meta | None = None
        self.trouble = ""
        self.last_sign = 0.0
        self._patience = patience
        self._db: sqlite3.Connection | None = None
        self._written = 0
        self._waiting: list[Event] = []
        self._restart = False  # what the file holds gives way to `meta` and the waiting events

    @classmethod
    def open(cls, path: Path, patience: float = 0.5) -> Journal:
        """Open the journal of this computer; `patience` is how many seconds to wait for another program.

        Raises WorkshopError where another program has it open. A damaged file is moved aside until
        its lesson is closed or another one begins; what was readable of it is kept.
        """
        import sqlite3

        journal = cls(path, patience)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            journal._take_up()
            if _aside(path).exists():
                journal.trouble = journal.trouble or _DAMAGED
        except (sqlite3.Error, OSError) as error:
            journal._release()
            if _is_held(error):
                raise WorkshopError(_HELD) from None
            journal._restart = True
            journal.trouble = journal._sentence(error)
        return journal

    def begin(self, meta: Meta) -> None:
        """Make room for another lesson. What was there is gone as soon as its first event is appended."""
        self.meta = meta
        self.trouble = ""
        self.last_sign = 0.0
        self._waiting.clear()
        self._restart = True
        self._erase(_aside(self.path))

    def append(self, event: Event) -> None:
        """Keep an event: when this returns it is on the disk, or `trouble` says why not."""
        self.last_sign = event.when
        self._waiting.append(event)
        self._flush()

    def alive(self, now: float) -> None:
        """A sign of life at the time `now`, so that running timers go on from here after a power cut."""
        import sqlite3

        self.last_sign = now
        if self._db is None:
            return
        try:
            self._db.execute("INSERT OR REPLACE INTO alive VALUES (1, ?)", (now,))
        except sqlite3.Error as error:
            self.trouble = self._sentence(error)

    def events(self) -> tuple[Event, ...]:
        """All events of the lesson, in order."""
        kept = () if self._db is None or self._restart else _contents(self._db).events
        return (*kept, *self._waiting)

    def unfinished(self) -> Pending | None:
        """The lesson to offer for resuming, if any. Remains of one that was closed are erased."""
        state = replay(self.events())
        if state is None or state.ended is not None or self.meta is None:
            if not self.trouble:
                self.close_lesson()
            return None
        at = state.order.index(state.stop)
        meta = self.meta
        return Pending(meta.title, meta.lesson, meta.folder, state.stop, at, len(state.order), self.last_sign)

    def close_lesson(self) -> None:
        """Erase everything: the rows, and the files with their bytes."""
        import contextlib
        import sqlite3

        if self._db is not None:
            with contextlib.suppress(sqlite3.Error):
                self._db.executescript("DELETE FROM events; DELETE FROM meta; DELETE FROM alive;")
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._release()
        self.meta = None
        self._waiting.clear()
        self._restart = True
        self._erase(self.path)
        self._erase(_aside(self.path))

    def close(self) -> None:
        """Let go of the file without erasing anything: the lesson can be resumed."""
        self._release()

    # --- The file -------------------------------------------------------------------------------------

    def _take_up(self) -> None:
        import sqlite3

        try:
            self._db = _connect(self.path, self._patience)
            found = _contents(self._db)
        except sqlite3.Error as error:
            if not _is_damage(error):
                raise
            found = _Contents(None, (), 0.0, sound=False)
        self.meta = found.meta
        self.last_sign = max(found.alive, found.events[-1].when if found.events else 0.0)
        self._written = len(found.events)
        if not found.sound:
            self._start_over(found)

    def _start_over(self, found: _Contents) -> None:
        """Move the damaged file aside and write down what was readable of it."""
        self._release()
        for file, aside in zip(_files(self.path), _files(_aside(self.path)), strict=True):
            aside.unlink(missing_ok=True)
            if file.exists():
                file.rename(aside)
        self._waiting = list(found.events)
        self._restart = True
        if found.events:
            self._flush()

    def _flush(self) -> None:
        """Write what is waiting, in one transaction."""
        import sqlite3

        try:
            self._db = self._db or _connect(self.path, self._patience)
            self._write(self._db)
        except sqlite3.Error as error:
            self.trouble = self._sentence(error)
            return
        if self.trouble != _DAMAGED:
            self.trouble = ""

    def _write(self, db: sqlite3.Connection) -> None:
        first = 1 if self._restart else self._written + 1
        bodies = [as_text(event).encode() for event in self._waiting]
        with db:
            db.execute("BEGIN IMMEDIATE")
            if self._restart:
                for table in ("meta", "events", "alive"):
                    db.execute(f"DELETE FROM {table}")
                if self.meta is not None:
                    db.execute("INSERT INTO meta VALUES (?, ?, ?, ?, ?, ?)", self.meta)
            rows = [(number, body, zlib.crc32(body)) for number, body in enumerate(bodies, first)]
            db.executemany("INSERT INTO events VALUES (?, ?, ?)", rows)
        self._written = first + len(bodies) - 1
        self._waiting.clear()
        self._restart = False

    def _erase(self, path: Path) -> None:
        try:
            for file in _files(path):
                file.unlink(missing_ok=True)
        except OSError:
            self.trouble = _NOT_ERASED.format(file=path)

    def _release(self) -> None:
        import contextlib
        import sqlite3

        if self._db is not None:
            with contextlib.suppress(sqlite3.Error):
                self._db.close()
            self._db = None

    def _sentence(self, error: Exception) -> str:
        import errno
        import sqlite3

        if _code(error) == sqlite3.SQLITE_FULL or getattr(error, "errno", 0) == errno.ENOSPC:
            return _FULL
        return _NOT_WRITTEN.format(folder=self.path.parent)


def _connect(path: Path, patience: float) -> sqlite3.Connection:
    """Open the file for this program alone, with its tables. Raises sqlite3.Error."""
    import sqlite3

    db = sqlite3.connect(path, timeout=patience, isolation_level=None)
    try:
        db.execute("PRAGMA locking_mode=EXCLUSIVE")
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=FULL")
        db.execute("PRAGMA secure_delete=ON")
        version, tables = db.execute(
            "SELECT user_version, (SELECT count(*) FROM sqlite_schema) FROM pragma_user_version"
        ).fetchone()
        if tables == 0:
            db.executescript(f"BEGIN; {_TABLES} PRAGMA user_version={_VERSION}; COMMIT;")
        elif version != _VERSION:
            raise sqlite3.DatabaseError("a journal of another version, or none at all")
    except UnicodeError as error:  # SQLite tells what it met in a damaged file, and that needn't be text
        db.close()
        raise sqlite3.DatabaseError("a damaged file") from error
    except BaseException:
        db.close()
        raise
    return db


def _contents(db: sqlite3.Connection) -> _Contents:
    """What the file holds, up to the first row that can't be read."""
    import sqlite3

    meta, alive = None, 0.0
    events: list[Event] = []
    try:
        row = db.execute("SELECT lesson, title, folder, sha256, language, version FROM meta").fetchone()
        meta = Meta(*row) if row else None
        for number, body, checksum in db.execute("SELECT number, body, checksum FROM events ORDER BY number"):
            if number != len(events) + 1 or zlib.crc32(body) != checksum:
                raise ValueError("a row is missing or was changed")
            events.append(from_text(body))
        alive = (db.execute("SELECT max(at) FROM alive").fetchone() or (None,))[0] or 0.0
    except (sqlite3.DatabaseError, ValueError, TypeError) as error:
        if isinstance(error, sqlite3.Error) and not _is_damage(error):
            raise
        return _Contents(meta, tuple(events), alive, sound=False)
    return _Contents(meta, tuple(events), alive, sound=True)


def _files(path: Path) -> tuple[Path, ...]:
    """The journal's file and those that SQLite may keep beside it."""
    return tuple(path.with_name(path.name + suffix) for suffix in ("", "-wal", "-shm", "-journal"))


def _aside(path: Path) -> Path:
    return path.with_name(f"{path.stem}.damaged{path.suffix}")


def _code(error: BaseException) -> int:
    """SQLite's primary error code, or 0 where the error isn't its own."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _is_held(error: BaseException) -> bool:
    import sqlite3

    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _is_damage(error: BaseException) -> bool:
    """True where the file isn't what we wrote; false where the disk, its owner or another program refuses."""
    import sqlite3 as sq

    refused = (sq.SQLITE_PERM, sq.SQLITE_BUSY, sq.SQLITE_LOCKED, sq.SQLITE_NOMEM, sq.SQLITE_READONLY, sq.SQLITE_IOERR)
    return _code(error) not in (*refused, sq.SQLITE_FULL, sq.SQLITE_CANTOPEN, sq.SQLITE_PROTOCOL, sq.SQLITE_AUTH)
