"""Which file names may stand in a pack: the same rule for making one and for opening one from anywhere.

A name must mean the same file on Windows, macOS and Linux, and never one outside the lesson's folder.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from workshop.lesson import media_files

TYPES = ("yaml", *(ending.removeprefix(".") for ending in media_files.TYPES))

_LONGEST = 200  # bytes; Windows takes 260 characters with the folder before it, Linux 255 bytes a name
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')  # on Windows; a colon or backslash could also leave the folder
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # Windows opens these as devices


def is_left_out(name: str) -> bool:
    """True for what systems and editors leave in a folder, which nobody means to hand on."""
    return name.startswith(".") or name.endswith("~") or name.lower() in ("thumbs.db", "desktop.ini", "__macosx")


def amiss(names: Collection[str]) -> str:
    """A plain sentence about the first name that may not stand in a pack; "" where all may."""
    for name in names:
        if problem := _place_amiss(name) or _type_amiss(name):
            return problem
    return _clash(names)


def _place_amiss(name: str) -> str:
    """Why this name would not be one plain file inside the folder."""
    parts = name.split("/")
    if name.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", name):
        return f"“{shown(name)}” names a place on a computer instead of one inside the lesson."
    if ".." in re.split(r"[/\\]", name):
        return f"“{shown(name)}” would be written outside the lesson's folder."
    if len(name.encode(errors="replace")) > _LONGEST or not all(parts):
        return f"“{shown(name)}” is not a usable file name."
    if _FORBIDDEN.search(name) or not name.isprintable():
        return f"“{shown(name)}” has a character that some computers can't have in a file name."
    if any(part == "." or part[-1] in ". " or _DEVICE.fullmatch(part) for part in parts):
        return f"“{shown(name)}” is a name that some computers can't have for a file."
    return ""


def _type_amiss(name: str) -> str:
    stem, dot, ending = name.rpartition("/")[2].rpartition(".")
    if stem and dot and ending.lower() in TYPES:
        return ""
    return f"“{shown(name)}” is not a type of file that a lesson can hold ({', '.join(TYPES)})."


def _clash(names: Collection[str]) -> str:
    """Two names that are one on some computer: they differ in case alone, or one is the other's folder."""
    seen: dict[str, tuple[str, bool]] = {}
    for name in names:
        parts = name.split("/")
        for depth in range(1, len(parts) + 1):
            place, is_file = "/".join(parts[:depth]), depth == len(parts)
            known = seen.get(_plain(place))
            if known and (is_file or known != (place, False)):  # only a folder may come twice, spelt alike
                return f"“{shown(known[0])}” and “{shown(place)}” would be one and the same on some computers."
            seen[_plain(place)] = (place, is_file)
    return ""


def _plain(name: str) -> str:
    """One spelling for all names that a computer may take for the same."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def shown(name: str) -> str:
    """A name from anywhere as it can be shown in one line."""
    short = name if len(name) <= 80 else name[:40] + "…" + name[-30:]
    return "".join(c if c.isprintable() else "�" for c in short)
