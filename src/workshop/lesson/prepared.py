"""A lesson as it was last read, so that it is on the projector without reading YAML: what .pyc is to .py.

A cache of one file a lesson, safe to delete. It serves only while the lesson's file has the time and size that it had
when it was read, and only the version of the program that wrote it. Importing YAML and reading take 25 ms, this 1 ms.
"""

from __future__ import annotations

import marshal
import sys
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from workshop import __version__
from workshop.lesson import model, values
from workshop.lesson.model import Lesson
from workshop.lesson.records import Record

_KIND = f"workshop {__version__} python {sys.hexversion}"


class Prepared(NamedTuple):
    """A lesson and the SHA-256 of the text that it was read from."""

    lesson: Lesson
    sha256: str


def load(file: Path, cache: Path) -> Prepared | None:
    """What was kept of that lesson file; None where there is nothing, or it is no longer true."""
    try:
        place = _place(file, cache)
        if not place.is_file():  # a pipe would never open
            return None
        kept = place.read_bytes()
        if zlib.crc32(kept[4:]) != int.from_bytes(kept[:4], "little"):
            return None
        kind, stamp, sha256, told = marshal.loads(kept[4:])
        if (kind, stamp) != (_KIND, _stamp(file)):
            return None
        lesson = _made(told)
    except (OSError, ValueError, EOFError, TypeError, KeyError, AttributeError):
        return None
    return Prepared(lesson, sha256) if isinstance(lesson, Lesson) else None


def keep(file: Path, cache: Path, prepared: Prepared) -> None:
    """Keep a lesson for the next time. A disk that refuses only means that it is read again."""
    from workshop.lesson.atomic import write
    from workshop.lesson.problems import WorkshopError

    try:
        body = marshal.dumps((_KIND, _stamp(file), prepared.sha256, _plain(prepared.lesson)))
        cache.mkdir(parents=True, exist_ok=True)
        write(_place(file, cache), zlib.crc32(body).to_bytes(4, "little") + body)
    except (OSError, WorkshopError):
        return


def _place(file: Path, cache: Path) -> Path:
    return cache / f"{file.parent.name}-{zlib.crc32(str(file.absolute()).encode()):08x}.prepared"


def _stamp(file: Path) -> tuple[str, int, int]:
    found = file.stat()
    return str(file.absolute()), found.st_mtime_ns, found.st_size


def _plain(value: Any) -> Any:
    """Only what marshal knows: a tuple names its class, a list was a tuple."""
    if isinstance(value, Record):
        given = {name: _plain(held) for name, held in vars(value).items() if held != value._defaults.get(name, ...)}
        return (type(value).__name__, given)
    if isinstance(value, (values.Ages, values.Area, values.Spoken)):
        return (type(value).__name__, value._asdict())
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _made(told: Any) -> Any:
    if isinstance(told, tuple):
        name, given = told
        cls = getattr(values, name, None) or getattr(model, name)
        return cls(**{field: _made(value) for field, value in given.items()})
    if isinstance(told, list):
        return tuple(_made(item) for item in told)
    if isinstance(told, dict):
        return {key: _made(item) for key, item in told.items()}
    return told
