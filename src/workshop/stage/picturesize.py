"""How large a picture is by nature, from its first bytes: the display list needs it, and knows no Qt."""

from __future__ import annotations

import os
import re
import stat
from functools import lru_cache

_VIEW_BOX = re.compile(rb"""<svg\b[^>]*?\sviewBox\s*=\s*["']\s*(?:[-+.\de]+[\s,]+){2}([.\d]+)[\s,]+([.\d]+)""")
_SIDE = rb"""<svg\b[^>]*?\s%s\s*=\s*["']\s*([.\d]+)(?:px)?\s*["']"""
_SIDES = [re.compile(_SIDE % name) for name in (b"width", b"height")]
_HEAD = 64 * 1024  # bytes in which a picture tells its size
_TURNED = (5, 6, 7, 8)  # EXIF orientations that lie on their side


def natural_size(source: str) -> tuple[float, float] | None:
    """Width and height of a picture file as it is drawn; None where it can't be read or tells none."""
    try:
        told = os.stat(source)
    except (OSError, ValueError):
        return None
    return _size(source, told.st_mtime_ns) if stat.S_ISREG(told.st_mode) else None  # a pipe would never open


@lru_cache(maxsize=64)
def _size(source: str, _changed: int) -> tuple[float, float] | None:
    from workshop.lesson.media_files import picture_size  # late: only some steps need it

    suffix = os.path.splitext(source)[1].lower().replace("jpeg", "jpg")
    if suffix not in (".png", ".jpg", ".webp", ".svg"):
        return None
    try:
        with open(source, "rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return None
    size = _drawing(head) if suffix == ".svg" else picture_size(head, suffix)
    if not size or not all(size):
        return None
    width, height = size
    return (height, width) if suffix == ".jpg" and _orientation(head) in _TURNED else (width, height)


def _drawing(head: bytes) -> tuple[float, float] | None:
    """The size of an SVG: its view box, as it is rendered, or its width and height."""
    box = _VIEW_BOX.search(head)
    told = box.groups() if box else [found[1] for side in _SIDES if (found := side.search(head))]
    try:
        width, height = (float(side) for side in told)
    except ValueError:
        return None
    return width, height


def _orientation(head: bytes) -> int:
    """The EXIF orientation of a JPEG, 1 where none is told (CIPA DC-008, tag 0x0112)."""
    at = head.find(b"Exif\0\0")
    if at < 0 or len(head) < at + 16:
        return 1
    start = at + 6
    order = "little" if head[start : start + 2] == b"II" else "big"

    def number(where: int, length: int) -> int:
        return int.from_bytes(head[where : where + length], order)  # type: ignore[arg-type]

    first = start + number(start + 4, 4)
    for entry in range(first + 2, first + 2 + 12 * number(first, 2), 12):
        if number(entry, 2) == 0x0112:
            return number(entry + 8, 2)
    return 1
