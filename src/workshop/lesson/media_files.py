"""The files that a lesson's media name: inside its folder, of a known type, not too large, and described."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from workshop.lesson import svg
from workshop.lesson.model import Media
from workshop.lesson.nodes import Marks
from workshop.lesson.problems import Problem
from workshop.lesson.source import shown

IMAGES = (".png", ".jpg", ".webp", ".svg")
SOUND_AND_FILM = (".ogg", ".mp4")
TYPES = (*IMAGES, *SOUND_AND_FILM, ".vtt", ".txt", ".pdf")
LARGEST_FILE = 20 * 1024 * 1024  # bytes
LARGEST_SIDE = 8192  # pixels
_HEAD = 64 * 1024  # bytes of a picture in which its size is told
_SVG_TAG = 4096  # bytes of an SVG's first tag that are looked at

_SVG_SIDE = rb"""\s%s\s*=\s*["']\s*(\d{1,9})(?:\.\d*)?(?:px)?\s*["']"""
_SVG_BOX = rb"""\sviewBox\s*=\s*["'][-\d.e]+[\s,]+[-\d.e]+[\s,]+(\d{1,9})[\d.]*[\s,]+(\d{1,9})"""


def look_at_media(media: Mapping[str, Media], marks: Marks, folder: Path | None) -> Iterator[Problem]:
    """What is amiss with a lesson's media; their files are looked at where `folder` is given."""
    root = os.path.realpath(folder) if folder is not None and media else ""
    for name, medium in media.items():
        path = ("media", name, "file")
        file = medium.file
        wrong = _bad_path(file)
        if wrong:
            yield marks.problem(path, *wrong)
            continue
        if not medium.alt and not medium.decorative and file.lower().endswith(IMAGES):
            hint = "Add alt: and what is to be seen, or decorative: true."
            yield marks.problem(("media", name), "no-alt", f'The picture "{name}" has no alternative text.', hint)
        if root:
            yield from _amiss(marks, path, root, file)
        captions = _bad_path(medium.captions) if medium.captions else None
        if captions:
            yield marks.problem(("media", name, "captions"), *captions)
        elif root and medium.captions:
            yield from _amiss(marks, ("media", name, "captions"), root, medium.captions)


def _bad_path(file: str) -> tuple[str, str, str] | None:
    """What is wrong with a path as it is written, as (code, message, hint)."""
    if "://" in file:
        return (
            "remote-media",
            "A lesson works without internet.",
            "Save the file into the folder media and name it here.",
        )
    parts = file.split("/")
    if ".." in parts or "\\" in file or ":" in file or file.startswith(("/", "~")) or "\0" in file:
        hint = "Copy the file into the folder media, and write media/ and its name, with the / leaning right."
        return "outside-folder", f'"{shown(file)}" is not a path inside the lesson\'s folder.', hint
    if not file.endswith(TYPES):
        lower = file.lower()
        hint = f"Types are {', '.join(TYPES)}."
        if lower.endswith((*TYPES, ".jpeg")):
            hint = "Write the ending in small letters, and .jpg rather than .jpeg, in the file's name too."
        return "media-type", f'"{shown(file)}" is not of a type that lessons can hold.', hint
    return None


def _amiss(marks: Marks, path: tuple[str, ...], root: str, file: str) -> Iterator[Problem]:
    place = os.path.join(root, file)
    try:
        if not os.path.realpath(place).startswith(root + os.sep):
            hint = "Copy the file itself into the folder media; a link to it is not enough."
            yield marks.problem(path, "outside-folder", f'"{shown(file)}" leads out of the lesson\'s folder.', hint)
            return
        told = os.stat(place)
        if not stat.S_ISREG(told.st_mode):
            yield marks.problem(path, "media-missing", f'"{shown(file)}" is no file.', "Name a file, not a folder.")
        elif told.st_size > LARGEST_FILE:
            message = f'"{shown(file)}" has {told.st_size // 1024**2} MB, and 20 MB are the most.'
            yield marks.problem(path, "media-too-large", message, "Save it smaller, or cut the film shorter.")
        elif file.endswith(IMAGES):
            yield from _picture(marks, path, place, file)
    except (OSError, ValueError):
        hint = "Put it into the lesson's folder, and look at capital letters in its name."
        yield marks.problem(path, "media-missing", f'There is no file "{shown(file)}".', hint)


def _picture(marks: Marks, path: tuple[str, ...], place: str, file: str) -> Iterator[Problem]:
    suffix = os.path.splitext(file)[1]
    with open(place, "rb") as opened:
        head = opened.read(_HEAD)
        size = picture_size(head, suffix)
        drawing = head + opened.read(svg.LARGEST) if suffix == ".svg" else b""
        whole = size is None or is_whole(opened, suffix)
    if size is None:
        message = f'"{shown(file)}" is not a picture of the type that its name says.'
        yield marks.problem(path, "media-damaged", message, "Open it in a picture program and save it again.")
    elif max(size) > LARGEST_SIDE:
        message = f'"{shown(file)}" is {size[0]} by {size[1]} pixels, and {LARGEST_SIDE} a side are the most.'
        yield marks.problem(path, "media-too-large", message, "Save it smaller; 2000 pixels are plenty.")
    elif not whole:
        message = f'"{shown(file)}" is damaged: its end is missing.'
        # After a photograph's end a phone may write a film, so of a JPEG it is a guess.
        severity = "warning" if suffix == ".jpg" else "error"
        yield marks.problem(path, "damaged-picture", message, "Copy it again from where it came from.", severity)
    elif drawing and (fault := svg.fault(drawing)):
        message = f'"{shown(file)}" can\'t be shown safely. {fault}'
        yield marks.problem(path, "unsafe-svg", message, "Export it as plain SVG without links and effects.")


def is_whole(file: BinaryIO, suffix: str) -> bool:
    """Whether an opened PNG, JPEG or WebP has its pixels up to its own end mark. True of any other type."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _HEAD) if suffix == ".jpg" else 0)
    if suffix == ".png":
        return _png_is_whole(file, size)
    if suffix == ".webp":
        return int.from_bytes(file.read(8)[4:], "little") + 8 <= size
    if suffix == ".jpg":
        tail = file.read()
        return tail.find(b"\xff\xd9", max(0, tail.rfind(b"\xff\xda"))) >= 0  # the last scan has an end
    return True


def _png_is_whole(file: BinaryIO, size: int) -> bool:
    at, pixels = 8, False
    while at + 12 <= size:
        file.seek(at)
        chunk = file.read(8)
        if chunk[4:] == b"IEND":
            return pixels
        pixels = pixels or chunk[4:] == b"IDAT"
        at += 12 + int.from_bytes(chunk[:4], "big")
    return False


def picture_size(head: bytes, suffix: str) -> tuple[int, int] | None:
    """Width and height in pixels from a picture's first bytes; None where they are no such picture.

    An SVG that names no size is (0, 0): it is drawn at any. Sources: PNG (W3C), JPEG (ITU T.81), WebP (RFC 9649).
    """
    return {".png": _png, ".jpg": _jpeg, ".webp": _webp, ".svg": _svg}[suffix](head)


def _png(head: bytes) -> tuple[int, int] | None:
    if not head.startswith(b"\x89PNG\r\n\x1a\n") or len(head) < 24:
        return None
    return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")


def _jpeg(head: bytes) -> tuple[int, int] | None:
    at = 2
    while head.startswith(b"\xff\xd8") and at + 9 <= len(head) and head[at] == 0xFF:
        marker = head[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(head[at + 7 : at + 9], "big"), int.from_bytes(head[at + 5 : at + 7], "big")
        at += 2 + int.from_bytes(head[at + 2 : at + 4], "big")
    return (0, 0) if head.startswith(b"\xff\xd8\xff") and at >= len(head) else None  # a size after a large profile


def _webp(head: bytes) -> tuple[int, int] | None:
    if head[:4] != b"RIFF" or head[8:12] != b"WEBP" or len(head) < 30:
        return None
    if head[12:16] == b"VP8X":
        return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    if head[12:16] == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if head[12:16] == b"VP8 ":
        return int.from_bytes(head[26:28], "little") & 0x3FFF, int.from_bytes(head[28:30], "little") & 0x3FFF
    return None


def _svg(head: bytes) -> tuple[int, int] | None:
    start = head.find(b"<svg")
    if start < 0:
        return None
    tag = head[start : start + _SVG_TAG].partition(b">")[0]
    width, height, box = (re.search(p, tag) for p in (_SVG_SIDE % b"width", _SVG_SIDE % b"height", _SVG_BOX))
    if width and height:
        return int(width[1]), int(height[1])
    return (int(box[1]), int(box[2])) if box else (0, 0)
