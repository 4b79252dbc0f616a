"""How much room words take. Two measures answer: this table without Qt, and `qtmeasure` with the real shaping."""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from typing import NamedTuple, Protocol

from workshop.paths import RESOURCES
from workshop.stage.displaylist import Span, Style

_PIECES = re.compile(r"\S+?[-–—/](?=\S)|\S+|\s+")
KERNING = 1.01  # the table knows no kerning; a little more room is on the safe side
SNUG = 0.985  # what words take at least: a title that fits a size larger leaves less room below it


class Extent(NamedTuple):
    """What a text takes: number of lines, the widest line and the height, in canvas units."""

    lines: int
    width: float
    height: float


class Measure(Protocol):
    def extent(self, spans: tuple[Span, ...], style: Style, width: float) -> Extent:
        """The room that words take when lines are broken at `width`."""


class TableMeasure:
    """Advance widths from resources/metrics.json: exact for Latin text but for kerning, and needs no Qt.

    `kerning` is the share of them that words take; they take from SNUG to KERNING.
    """

    def __init__(self, kerning: float = KERNING) -> None:
        self._kerning = kerning

    def extent(self, spans: tuple[Span, ...], style: Style, width: float) -> Extent:
        return _extent(spans, style, width, self._kerning)


@lru_cache(maxsize=4096)  # composing asks the same again at every beat
def _extent(spans: tuple[Span, ...], style: Style, width: float, kerning: float) -> Extent:
    lines, line, widest = 1, 0.0, 0.0
    for word, advance in _words(spans, style, kerning):
        if word.isspace():
            line += advance
            continue
        if line + advance > width and line > 0:
            lines, line = lines + 1, 0.0
        line += advance
        widest = max(widest, line)
    return Extent(lines, widest, lines * style.size * style.leading)


def _words(spans: tuple[Span, ...], style: Style, kerning: float) -> list[tuple[str, float]]:
    """Words and spaces with their advances; a word keeps together where its style changes inside it."""
    pieces: list[tuple[str, float]] = []
    for span in spans:
        for word in _PIECES.findall(span.text):
            pieces.append((word, _advance(word, style, span, kerning)))
    joined: list[tuple[str, float]] = []
    for word, advance in pieces:
        if joined and not word.isspace() and not joined[-1][0][-1].isspace() and joined[-1][0][-1] not in "-–—/":
            before, so_far = joined.pop()
            word, advance = before + word, so_far + advance
        joined.append((word, advance))
    return joined


def _advance(word: str, style: Style, span: Span, kerning: float) -> float:
    widths = _table()[face_key(style, span.bold, span.italic)]
    total = sum(widths.get(letter, 620) for letter in word)
    return total * style.size / 1000 * kerning + len(word) * style.tracking * style.size


def face_key(style: Style, bold: bool, italic: bool) -> str:
    """The name of a face in the table: "head-700", "text-400i" …"""
    weight = 700 if bold else style.weight
    if style.face == "text":
        weight = 700 if weight >= 600 else 400
    return f"{style.face}-{weight}{'i' if italic and style.face == 'text' else ''}"


@cache
def _table() -> dict[str, dict[str, float]]:
    return json.loads((RESOURCES / "metrics.json").read_text("utf-8"))  # type: ignore[no-any-return]
