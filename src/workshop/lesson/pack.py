"""`.lesson` packs: a lesson's folder as one file that can be handed on.

A pack comes from anywhere, so all of it is read and verified before a single byte is written, and no
size that it declares is believed. Packs made here are the same to the byte wherever they are made: names in
order, one date, one set of permissions, and files stored rather than deflated, because deflate's output
differs between versions of zlib. Pictures and films don't shrink anyway.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any, NamedTuple

from workshop.lesson import atomic
from workshop.lesson.packnames import amiss, is_left_out, shown
from workshop.lesson.problems import WorkshopError, errors
from workshop.lesson.reader import read
from workshop.paths import LESSON_FILE, LESSON_FILES, Places

MOST_FILES = 2_000
MOST_BYTES = 500_000_000
MOST_RATIO = 100
MANIFEST = "manifest.json"

_FORMAT = "pack/1"
_MOST_MANIFEST = 2_000_000  # bytes
_MOST_LISTED = 4_000_000  # bytes of a zip's own list of files; 2,000 of the longest names take 1 MB
_CHUNK = 1 << 16
_END = struct.Struct("<4s4H2LH")  # a zip's end record: PKZIP's APPNOTE, 4.3.16
_ZIP64 = b"PK\x06\x07"
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    LookupError,
    OverflowError,
)  # what zipfile raises on bytes that are no good zip


class Pack(NamedTuple):
    """A pack that was read whole and found good: the sha256 of each file by its name, and their bytes in all."""

    path: Path
    files: Mapping[str, str]
    size: int


class _Refused(Exception):
    """Why a pack or a folder isn't taken: a plain sentence."""


# --- Making ----------------------------------------------------------------------------------------


def pack(folder: Path, out: Path) -> Path:
    """Pack a lesson's folder into the file `out`, replaced whole.

    What systems and editors leave in a folder stays behind. Raises WorkshopError, with `out` as it was,
    where the lesson has errors or something in it can't travel in a pack.
    """
    try:
        _lesson_id(folder)
        names = _names_in(folder)
        with atomic.replacing(out) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            digests: dict[str, str] = {}
            room = MOST_BYTES
            for name in names:
                with open(folder / name, "rb") as source, archive.open(_member(name), "w") as into:
                    digests[name], size = _copy(source, room, into)
                room -= size
            archive.writestr(_member(MANIFEST), _manifest(digests))
    except _Refused as reason:
        raise WorkshopError(f"“{folder.name}” was not packed. {reason}") from None
    return out


def _names_in(folder: Path) -> list[str]:
    """The files to pack, in the order of their names."""
    names = []
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not is_left_out(name)]
        for path in (Path(parent, name) for name in [*folders, *files] if not is_left_out(name)):
            name = path.relative_to(folder).as_posix()
            mode = path.lstat().st_mode
            if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
                raise _Refused(f"“{shown(name)}” is a link. Put the file itself in its place.")
            if stat.S_ISREG(mode) and name != MANIFEST:
                names.append(name)
    if len(names) > MOST_FILES:
        raise _Refused(f"It has more than {MOST_FILES:,} files. Take out what the lesson doesn't use.")
    if problem := amiss(names):
        raise _Refused(f"{problem} Take it out of the folder, or save it under another name or as another type.")
    return sorted(names)


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.create_system = 3  # Unix, on every machine
    info.external_attr = (stat.S_IFREG | 0o644) << 16
    return info


def _manifest(digests: Mapping[str, str]) -> bytes:
    listed = {"format": _FORMAT, "files": dict(digests)}
    return json.dumps(listed, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


# --- Reading ---------------------------------------------------------------------------------------


def open_pack(path: Path) -> Pack:
    """Read and verify a whole pack; nothing is written. Raises WorkshopError with what is amiss with it."""
    with _reading(path) as archive:
        members = _members(archive)
        most = min(MOST_BYTES, MOST_RATIO * path.stat().st_size)
        room = most
        digests: dict[str, str] = {}
        for name, info in members.items():
            with archive.open(info) as source:
                digests[name], size = _copy(source, min(room, MOST_RATIO * info.compress_size))
            room -= size
        _check(_listed(archive), digests)
    return Pack(path, digests, most - room)


def unpack(opened: Pack, folder: Path) -> None:
    """Write a verified pack's files into an empty folder, such as a temporary one in which to look at it.

    Raises WorkshopError where the pack is no longer what was verified, or the folder can't be written to.
    """
    with _reading(opened.path) as archive:
        for name, digest in opened.files.items():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(name) as source, open(target, "xb") as into:
                found, _ = _copy(source, opened.size, into)
                into.flush()
                os.fsync(into.fileno())
            if found != digest:
                raise _Refused("It was changed while it was being read.")
        (folder / MANIFEST).write_bytes(_manifest(opened.files))


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[zipfile.ZipFile]:
    """The pack as a zip; whatever is amiss with it becomes a WorkshopError."""
    try:
        if path.is_fifo() or path.is_char_device():  # would never open, or never end
            raise _Refused("It is not an ordinary file.")
        with open(path, "rb") as file:
            _check_end(file)
            with zipfile.ZipFile(file) as archive:
                yield archive
    except _Refused as reason:
        raise WorkshopError(f"“{path.name}” was not taken in. {reason} Nothing was changed.") from None
    except _BROKEN:
        raise WorkshopError(
            f"“{path.name}” is not a lesson pack, or it is damaged. Nothing was changed. Ask for a new copy of it."
        ) from None
    except OSError as reason:
        raise WorkshopError(atomic.explain(reason, f"“{path.name}” could not be read or unpacked.")) from reason


def _check_end(file: IO[bytes]) -> None:
    """Look at the zip's end record before zipfile makes an object for each of the files that it claims to have."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _END.size - 20))
    tail = file.read()
    if size < _END.size or not tail[-_END.size :].startswith(b"PK\x05\x06"):
        raise zipfile.BadZipFile
    files, listed = _END.unpack(tail[-_END.size :])[4:6]
    if files > MOST_FILES + 1 or listed > _MOST_LISTED or tail.startswith(_ZIP64):
        raise _Refused(f"It has more than {MOST_FILES:,} files.")


def _members(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Every file but the manifest, by its name; refuses what may not be in a pack."""
    infos = [info for info in archive.infolist() if info.orig_filename != MANIFEST]
    for info in infos:
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind not in (0, stat.S_IFREG):
            raise _Refused(f"“{shown(info.filename)}” in it is a link or a folder; a pack holds files alone.")
        if info.flag_bits & 1:
            raise _Refused("It is locked with a password.")
    names = [info.orig_filename for info in infos]  # zipfile cuts `filename` at a NUL and mends its slashes
    if len(names) > MOST_FILES:
        raise _Refused(f"It has more than {MOST_FILES:,} files.")
    if problem := amiss(names):
        raise _Refused(problem)
    return dict(zip(names, infos, strict=True))


def _listed(archive: zipfile.ZipFile) -> Mapping[str, Any]:
    """The manifest's files. RecursionError, for a manifest of brackets alone, is a RuntimeError."""
    if MANIFEST not in archive.namelist():
        raise _Refused(f"It has no {MANIFEST}, so nobody can tell whether it is whole.")
    with archive.open(MANIFEST) as file:
        text = file.read(_MOST_MANIFEST)
    manifest = json.loads(text)
    if not isinstance(manifest, dict) or manifest.get("format") != _FORMAT:
        raise _Refused("It was made for another version of the program.")
    files = manifest.get("files")
    return files if isinstance(files, dict) else {}


def _check(listed: Mapping[str, Any], found: Mapping[str, str]) -> None:
    for name in sorted({*listed, *found}):
        if listed.get(name) != found.get(name):
            raise _Refused(f"“{shown(name)}” is not as its maker packed it.")
    if not any(name in found for name in LESSON_FILES):
        raise _Refused(f"There is no {LESSON_FILE} in it.")


def _copy(source: IO[bytes], limit: int, into: IO[bytes] | None = None) -> tuple[str, int]:
    """Read to the end, `limit` bytes at most, writing on to `into` if given. Returns the sha256 and the size."""
    digest, size = hashlib.sha256(), 0
    while chunk := source.read(_CHUNK):
        size += len(chunk)
        if size > limit:
            raise _Refused(f"It holds more than {MOST_BYTES // 1_000_000} MB, or far more than its size lets expect.")
        digest.update(chunk)
        if into:
            into.write(chunk)
    return digest.hexdigest(), size


# --- Installing ------------------------------------------------------------------------------------


def install(path: Path, places: Places) -> Path:
    """Install a pack's lesson for this user; the folder that it is in then.

    A lesson of the same id that is installed already is replaced where nobody has changed it, and kept
    under a numbered name beside it (`id-2`) where somebody has. Raises WorkshopError, with everything as it
    was, where the pack is refused or can't be written.
    """
    opened = open_pack(path)
    try:
        places.installed.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".", dir=places.installed) as work:
            fresh = Path(work, "lesson")
            unpack(opened, fresh)
            target = places.installed / _lesson_id(fresh)
            _put(fresh, target, opened.files, Path(work, "old"))
        atomic.sync_folder(places.installed)
    except _Refused as reason:
        raise WorkshopError(f"“{path.name}” was not installed. {reason} Nothing was changed.") from None
    except OSError as reason:
        raise WorkshopError(atomic.explain(reason, f"“{path.name}” was not installed.")) from reason
    return target


def _put(fresh: Path, target: Path, files: Mapping[str, str], old: Path) -> None:
    """Move the fresh folder to its place; an earlier one to `old`, for the bin, or beside it if it was changed."""
    if not target.exists():
        os.rename(fresh, target)
        return
    there = _digests(target)
    if there == files:
        return
    aside = old if there == _installed_as(target) else _numbered(target)
    os.rename(target, aside)
    try:
        os.rename(fresh, target)
    except OSError:
        os.rename(aside, target)
        raise


def _digests(folder: Path) -> dict[str, str]:
    """The sha256 of every file that is in an installed folder now, but the manifest."""
    found = {}
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = file.relative_to(folder).as_posix()
        if name != MANIFEST and not is_left_out(file.name):
            with open(file, "rb") as source:
                found[name] = hashlib.file_digest(source, "sha256").hexdigest()
    return found


def _installed_as(folder: Path) -> object:
    """What the manifest left there says; None where it can't be read, so that the folder counts as changed."""
    try:
        return json.loads((folder / MANIFEST).read_bytes())["files"]
    except (OSError, *_BROKEN, TypeError):
        return None


def _numbered(target: Path) -> Path:
    number = 2
    while (numbered := target.with_name(f"{target.name}-{number}")).exists():
        number += 1
    return numbered


def _lesson_id(folder: Path) -> str:
    """The id of the lesson in a folder. Refused where the lesson can't be used."""
    reading = read(folder)
    if reading.lesson is None:
        found = errors(reading.problems)
        raise _Refused(f"The lesson has errors; the first is: {found[0].message if found else 'it is empty.'}")
    return reading.lesson.id
