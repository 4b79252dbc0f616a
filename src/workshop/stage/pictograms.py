"""A fitting icon for a short line, by its words: so that a plain list looks as if somebody had drawn for it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache

from workshop.paths import RESOURCES

FALLBACK = "sparkle"
HUES = ("sun", "sky", "coral", "teal", "lilac")


def icons_for(lines: Sequence[str], language: str) -> list[str]:
    """One icon a line, none twice but the fallback."""
    chosen: list[str] = []
    for line in lines:
        found = (icon for icon in _candidates(line, language) if icon not in chosen)
        chosen.append(next(found, FALLBACK))
    return chosen


def _candidates(line: str, language: str) -> list[str]:
    words = re.findall(r"[\w-]+", line.lower())
    known = _known().get(language.split("-")[0], {})
    return [icon for word in words for stem, icon in known.items() if _matches(word, stem)]


def _matches(word: str, stem: str) -> bool:
    """The word itself, or with an ending of up to three letters; short stems only whole."""
    return word == stem or (len(stem) > 3 and word.startswith(stem) and len(word) - len(stem) <= 3)


@cache
def _known() -> dict[str, dict[str, str]]:
    return json.loads((RESOURCES / "pictograms.json").read_text("utf-8"))  # type: ignore[no-any-return]
