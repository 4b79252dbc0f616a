"""The real measure: Qt's shaping, line breaking and bidirectional text. The painter draws these same layouts."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from workshop.stage.displaylist import Span, Style
from workshop.stage.fonts import font
from workshop.stage.measure import Extent, drawn_as, face_key

_ALIGN = {
    "start": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "end": Qt.AlignmentFlag.AlignRight,
}


class QtMeasure:
    """Measures with the layouts that are painted later."""

    def extent(self, spans: tuple[Span, ...], style: Style, width: float) -> Extent:
        made = layout(spans, style, width)
        count = made.lineCount()
        widest = max((made.lineAt(i).naturalTextWidth() for i in range(count)), default=0.0)
        return Extent(count, widest, count * style.size * style.leading)


@lru_cache(maxsize=800)
def layout(spans: tuple[Span, ...], style: Style, width: float, align: str = "start", rtl: bool = False) -> QTextLayout:
    """Lines at the style's own pitch, each centred in it as browsers do (in whole units), from (0, 0)."""
    made = QTextLayout(drawn_as("".join(span.text for span in spans)), font(style))
    made.setTextOption(_option(align, rtl))
    made.setFormats(_formats(spans, style))
    made.setCacheEnabled(True)
    pitch = style.size * style.leading
    made.beginLayout()
    y = 0.0
    while (line := made.createLine()).isValid():
        line.setLineWidth(width)
        up, down = int(line.ascent() + 0.5), int(line.descent() + 0.5)
        line.setPosition(QPointF(0, y + (pitch - up - down) // 2 + up - line.ascent()))
        y += pitch
    made.endLayout()
    return made


def _option(align: str, rtl: bool) -> QTextOption:
    if rtl:  # a layout takes leading for left, whatever way its words run
        align = {"start": "end", "end": "start"}.get(align, align)
    option = QTextOption(_ALIGN[align])
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if rtl:  # words of the program that no one has translated yet still run their own way
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return option


def _formats(spans: tuple[Span, ...], style: Style) -> list[QTextLayout.FormatRange]:
    ranges: list[QTextLayout.FormatRange] = []
    start = 0
    for span in spans:
        if span.bold or span.italic:
            made = QTextLayout.FormatRange()
            made.start, made.length = start, _length(span.text)
            shape = QTextCharFormat()
            shape.setFont(font(style, span.bold, span.italic))
            made.format = shape
            ranges.append(made)
        start += _length(span.text)
    return ranges


def _length(text: str) -> int:
    """Qt counts UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def advance_table() -> dict[str, dict[str, float]]:
    """Advance widths per thousand of the size, for every face and Latin, Greek and Cyrillic letter we ship.

    Written to resources/metrics.json; a test compares the two.
    """
    letters = [
        chr(c) for c in (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2027), 0x20AC, 0x2192, 0x2022)
    ]
    table: dict[str, dict[str, float]] = {}
    for style in (
        Style(1000, "head", 600),
        Style(1000, "head", 700),
        Style(1000, "text", 400),
        Style(1000, "text", 700),
    ):
        for italic in (False, True) if style.face == "text" else (False,):
            metrics = QFontMetricsF(font(style, style.weight == 700, italic))
            key = face_key(style, style.weight == 700, italic)
            table[key] = {letter: round(metrics.horizontalAdvance(letter), 1) for letter in letters}
    return table
