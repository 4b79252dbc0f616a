"""How much room words take. Two measures answer: this table without Qt, and `qtmeasure` with the real shaping."""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from typing import NamedTuple, Protocol

from workshop.paths import RESOURCES
from workshop.stage.displaylist import Span, Style

_KEPT = "\u00a0\u202f"  # no line is broken at these spaces
_PIECES = re.compile(rf"[\S{_KEPT}]+?[-–—/](?=[\S{_KEPT}])|[\S{_KEPT}]+|[^\S{_KEPT}]+")
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
        if _breaks(word):
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
        if joined and not _breaks(word) and not _breaks(joined[-1][0]) and joined[-1][0][-1] not in "-–—/":
            before, so_far = joined.pop()
            word, advance = before + word, so_far + advance
        joined.append((word, advance))
    return joined


def _breaks(piece: str) -> bool:
    return piece[-1].isspace() and piece[-1] not in _KEPT


def drawn_as(text: str) -> str:
    """The letters that are drawn for a text. Our typefaces have no narrow no-break space, which another font would
    bring in at a width of its own; the ordinary one keeps French marks with their words just as well."""
    return text.replace("\u202f", "\u00a0")


def _advance(word: str, style: Style, span: Span, kerning: float) -> float:
    widths = _table()[face_key(style, span.bold, span.italic)]
    total = sum(widths.get(letter, 620) for letter in drawn_as(word))
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
