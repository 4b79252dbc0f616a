"""Writing a file so that a power cut or another program never costs a word of it."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from workshop.lesson.problems import WorkshopError

_REASONS = {
    errno.ENOSPC: "The disk is full. Make some room and save again.",
    errno.EDQUOT: "Your space on this disk is used up. Make some room and save again.",
    errno.EACCES: "This folder can't be written to. Choose another one, or ask whoever looks after this computer.",
    errno.EPERM: "This folder can't be written to. Choose another one, or ask whoever looks after this computer.",
    errno.EROFS: "This disk can only be read. Choose a place on another one.",
}


def fingerprint(data: bytes) -> str:
    """The sha256 of a file's bytes, in hexadecimal: what `write` expects to find."""
    import hashlib  # late: nothing on the way to the first step needs it

    return hashlib.sha256(data).hexdigest()


def write(path: Path, data: bytes, *, expected_sha256: str | None = None) -> None:
    """Replace a file whole, or not at all; its folder is made if need be.

    With `expected_sha256` the file must still be the one of that fingerprint: a change made elsewhere is
    never overwritten. Raises WorkshopError, with the file as it was, when it isn't or can't be written.
    """
    with replacing(path, expected_sha256=expected_sha256) as file:
        file.write(data)


@contextlib.contextmanager
def replacing(path: Path, *, expected_sha256: str | None = None) -> Iterator[BinaryIO]:
    """`write` for what is too large to hold: a file to write to, which becomes `path` when the block ends well."""
    path = Path(os.path.realpath(path))  # a link stays a link; what it points to is replaced
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(temporary, "xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _keep_permissions(path, temporary)
        if expected_sha256 is not None:
            _check_unchanged(path, expected_sha256)
        os.replace(temporary, path)
        sync_folder(path.parent)
    except OSError as reason:
        raise WorkshopError(
            explain(reason, f"“{path.name}” could not be saved; what was there is as it was.")
        ) from reason
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def explain(reason: OSError, happened: str) -> str:
    """A plain sentence for a failed write: what happened and what to do next."""
    return f"{happened} {_REASONS.get(reason.errno or 0, f'The computer says: {reason.strerror or reason}.')}"


def sync_folder(folder: Path) -> None:
    """Have the folder's new names survive a power cut, where the system can be asked for it (Windows can't)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _keep_permissions(old: Path, new: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        os.chmod(new, old.stat().st_mode & 0o777)


def _check_unchanged(path: Path, expected: str) -> None:
    try:
        found = fingerprint(path.read_bytes())
    except FileNotFoundError:
        raise WorkshopError(
            f"“{path.name}” was removed or renamed meanwhile, so nothing was saved. "
            "Put it back, or save under another name."
        ) from None
    if found != expected:
        raise WorkshopError(
            f"“{path.name}” was changed by another program meanwhile, so nothing was overwritten. "
            "Open it again to see that change, or save yours under another name."
        )
