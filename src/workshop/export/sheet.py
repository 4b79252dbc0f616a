"""A lesson's sheets on paper: a text well set on A4, a picture fitted to the page, a PDF as it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from workshop.export.sheet_text import Piece, pieces
from workshop.lesson.atomic import write
from workshop.lesson.facts import YEAR
from workshop.lesson.media_files import LARGEST_FILE
from workshop.lesson.model import Lesson
from workshop.lesson.problems import WorkshopError
from workshop.lesson.sheets import PDF, TEXT, Sheet, text_of
from workshop.stage.displaylist import Style
from workshop.stage.fonts import font
from workshop.stage.pictures import draw, shape
from workshop.stage.words import is_right_to_left, words

UNITS = 1000.0  # the page's width: 210 mm
SIDE, TOP, FOOT = 100.0, 96.0, 116.0  # margins; the foot holds the footer
INK, QUIET, ACCENT = QColor("#1B2440"), QColor("#5A6178"), QColor("#2FB5A1")
BODIES = (19, 18, 17, 16)  # sizes of body text to try, 11.3 to 9.5 pt; the largest with the fewest pages is taken
FOOTER = Style(13)
HANG, PAD = 26.0, 26.0  # an item's indent; the room above and below a card's words
HAND = 44.0  # a line's height for handwriting
SHORTEST = 0.45  # of the width: where less is left of the words' last line, one writes on a line of its own


class Setting(NamedTuple):
    """How a kind of piece is set: its size against body text, its room above, its line's height against its size."""

    size: float
    above: float
    leading: float = 1.38
    face: str = "text"
    weight: int = 400


SETTINGS = {
    "title": Setting(1.75, 0, 1.2, "head", 700),
    "head": Setting(1.15, 1.2, 1.3, "head", 600),
    "text": Setting(1.0, 0.5),
    "item": Setting(1.0, 0.26),
    "field": Setting(1.0, 0.5),
    "card": Setting(1.3, 0),
}


class Laid(NamedTuple):
    """A piece broken into lines, each `line` units tall, with `above` before it and `indent` at its side."""

    piece: Piece
    layout: QTextLayout
    line: float
    above: float
    indent: float
    pad: float
    below: float = 0.0  # for a line to write on that doesn't stand beside the words

    @property
    def height(self) -> float:
        return self.layout.lineCount() * self.line + 2 * self.pad + self.below


class Placed(NamedTuple):
    """Where a piece, or the lines of it from `first` up to `last`, lie on a page."""

    laid: Laid
    y: float
    first: int
    last: int


Page = list[Placed]


def write_sheet(lesson: Lesson, sheet: Sheet, path: Path) -> None:
    """Write a sheet of a lesson as a PDF. Raises WorkshopError where it can't be read or written."""
    if sheet.path.suffix == PDF:
        write(path, _copy(sheet.path))
    elif sheet.path.suffix == TEXT:
        write(path, _text_pdf(lesson, sheet))
    else:
        write(path, _picture_pdf(lesson, sheet))


def file_name(lesson: Lesson, sheet: Sheet) -> str:
    """What a sheet is called in a folder: by the lesson and itself, without signs that a disk may refuse."""
    title, own = (" ".join(words.replace("*", "").split()).replace(" :", ":") for words in (sheet.title, lesson.title))
    if title.casefold().startswith(f"{own}:".casefold()):
        title = title[len(own) + 1 :].strip()
    elif title.casefold().endswith(f": {own}".casefold()):
        title = title[: -len(own) - 2].strip()
    named = f"{own} – {title[:1].upper()}{title[1:]}".replace(": ", " – ")
    kept = "".join(c if c.isprintable() else " " for c in named if c not in '\\/:*?"<>|')
    return " ".join(kept.split()).strip(" .")[:120] + ".pdf"


def _copy(source: Path) -> bytes:
    try:
        if source.stat().st_size <= LARGEST_FILE and source.is_file():
            return source.read_bytes()
    except OSError:
        pass
    raise _unreadable(source)


def _unreadable(source: Path) -> WorkshopError:
    return WorkshopError(
        f"The sheet “{source.name}” can't be read. Nothing was written. Run workshop check to learn more."
    )


# --- a document --------------------------------------------------------------------------------------


class _Document:
    """A PDF being painted, in units of the page's width, upright or (`wide`) lying."""

    def __init__(self, title: str, wide: bool = False) -> None:
        self._made = QBuffer()
        self._made.open(QIODevice.OpenModeFlag.WriteOnly)
        self.writer = QPdfWriter(self._made)
        self.writer.setTitle(title)
        self.writer.setCreator("Workshop")
        self.writer.setResolution(300)
        turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        self.writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), turned, QMarginsF(0, 0, 0, 0)))
        self.painter = QPainter(self.writer)
        scale = (self.writer.height() if wide else self.writer.width()) / UNITS
        self.painter.scale(scale, scale)
        self.width, self.height = self.writer.width() / scale, self.writer.height() / scale

    def finish(self) -> bytes:
        self.painter.end()
        return bytes(self._made.data().data())

    def foot(self, lesson: Lesson, number: int, total: int) -> None:
        """The lesson's title, its licence, the years of its sources, and the page's number where there are several."""
        told, painter, y = words(lesson.language), self.painter, self.height - FOOT + 34
        years = sorted({year for source in lesson.sources for year in YEAR.findall(source.date)})
        span = "–".join(dict.fromkeys((years[0], years[-1]))) if years else ""
        sources = str(told["sheet_sources"]).format(years=span) if span else ""
        left = " · ".join(part for part in (lesson.title.replace("*", ""), lesson.licence, sources) if part)
        right = str(told["sheet_page"]).format(number=number, total=total) if total > 1 else ""
        if is_right_to_left(lesson.language):
            left, right = right, left
        painter.setPen(QPen(QUIET, 0.8))
        painter.drawLine(QLineF(SIDE, y, self.width - SIDE, y))
        painter.setFont(font(FOOTER))
        box = QRectF(SIDE, y + 8, self.width - 2 * SIDE, 24)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, left)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, right)


def _picture_pdf(lesson: Lesson, sheet: Sheet) -> bytes:
    size = shape(str(sheet.path))
    if size is None:
        raise _unreadable(sheet.path)
    document = _Document(sheet.title, wide=size.width() > size.height())
    room = QRectF(SIDE / 2, SIDE / 2, document.width - SIDE, document.height - SIDE / 2 - FOOT)
    draw(document.painter, str(sheet.path), room)
    document.foot(lesson, 1, 1)
    return document.finish()


# --- a text ------------------------------------------------------------------------------------------


def _text_pdf(lesson: Lesson, sheet: Sheet) -> bytes:
    parts = pieces(text_of(sheet.path))
    if not parts:
        raise _unreadable(sheet.path)
    document = _Document(sheet.title)
    rtl = is_right_to_left(lesson.language)
    pages = _best(parts, document.width - 2 * SIDE, document.height - TOP - FOOT, rtl)
    for number, page in enumerate(pages, 1):
        if number > 1:
            document.writer.newPage()
        for placed in page:
            _draw(document.painter, placed, document.width, rtl)
        document.foot(lesson, number, len(pages))
    return document.finish()


def _best(parts: Sequence[Sequence[Piece]], width: float, height: float, rtl: bool) -> list[Page]:
    """The pages in the largest size that needs the fewest of them."""
    tried = []
    for body in BODIES:
        laid = [[_lay(piece, body, width, rtl) for piece in part] for part in parts]
        tried.append([page for part in laid for page in paginate(part, height)])
    return min(tried, key=len)


def _lay(piece: Piece, body: int, width: float, rtl: bool) -> Laid:
    """Break a piece into lines of that width."""
    setting = SETTINGS[piece.kind]
    style = Style(round(body * setting.size), setting.face, setting.weight)
    indent = HANG if piece.kind == "item" else 0.0
    pad = PAD if piece.kind == "card" else 0.0
    layout = QTextLayout(piece.text, font(style))
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    layout.setFormats(_formats(piece, style))
    layout.beginLayout()
    y, tall = pad, style.size * setting.leading
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width - indent)
        line.setPosition(QPointF(0 if rtl else indent, y + (tall - line.height()) / 2))
        y += tall
    layout.endLayout()
    above = max(setting.above * body, HAND - tall) if piece.line else setting.above * body
    left = width - indent - layout.lineAt(layout.lineCount() - 1).naturalTextWidth() if layout.lineCount() else width
    below = HAND if piece.line and left < SHORTEST * width else 0.0
    return Laid(piece, layout, tall, above, indent, pad, below)


def _formats(piece: Piece, style: Style) -> list[QTextLayout.FormatRange]:
    found, at = [], 0
    for span in piece.spans:
        made, shown = QTextLayout.FormatRange(), QTextCharFormat()
        shown.setFont(font(style, span.bold, span.italic))
        made.start, made.length, made.format = at, len(span.text), shown
        found.append(made)
        at += len(span.text)
    return found


def paginate(laid: Sequence[Laid], height: float) -> list[Page]:
    """Deal pieces over pages of that height. A head stays with what follows it; only what is longer is parted."""
    pages: list[Page] = [[]]
    y = 0.0
    for at, one in enumerate(laid):
        above = one.above if pages[-1] else 0.0
        if pages[-1] and (one.piece.kind == "card") != (laid[at - 1].piece.kind == "card"):
            above = max(above, one.line / 2)  # room before the first cut and after the last
        following = laid[at + 1] if one.piece.kind == "head" and at + 1 < len(laid) else None
        wanted = one.height + (following.above + min(following.height, 2 * following.line) if following else 0.0)
        if pages[-1] and y + above + wanted > height:
            pages.append([])
            y = above = 0.0
        y += above
        first, lines = 0, one.layout.lineCount()
        while one.height > height and lines - first > (room := max(1, int((height - y) / one.line))):
            pages[-1].append(Placed(one, y, first, first + room))
            pages.append([])
            first, y = first + room, 0.0
        pages[-1].append(Placed(one, y, first, lines))
        y += (lines - first) * one.line + 2 * one.pad + one.below
        y += 12.0 if one.piece.kind == "title" else 0.0  # for the stroke below it
    return pages


def _draw(painter: QPainter, placed: Placed, width: float, rtl: bool) -> None:
    laid, piece = placed.laid, placed.laid.piece
    y = TOP + placed.y
    painter.setPen(INK)
    for number in range(placed.first, placed.last):
        line = laid.layout.lineAt(number)
        line.draw(painter, QPointF(SIDE, y - placed.first * laid.line))
    bottom = y + (placed.last - placed.first) * laid.line + 2 * laid.pad
    if piece.kind == "title":
        painter.fillRect(QRectF(width - SIDE - 90 if rtl else SIDE, bottom + 6, 90, 5), ACCENT)
    elif piece.kind == "card":
        _draw_cut(painter, y, width)
        _draw_cut(painter, bottom, width)
    elif piece.kind == "item" and placed.first == 0:
        _draw_mark(painter, laid, y, width, rtl)
    if piece.line and placed.last == laid.layout.lineCount():
        _draw_line(painter, laid, bottom, width, rtl)


def _draw_mark(painter: QPainter, laid: Laid, y: float, width: float, rtl: bool) -> None:
    """An item's dot, in the middle of its first line, or its number."""
    if laid.piece.number == "-":
        x = width - SIDE - HANG / 2 if rtl else SIDE + HANG / 2 - 3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ACCENT.darker(150))
        painter.drawEllipse(QPointF(x, y + laid.line / 2), 3.2, 3.2)
        return
    painter.setFont(laid.layout.font())
    x = width - SIDE - HANG if rtl else SIDE
    painter.drawText(QRectF(x, y, HANG, laid.line), Qt.AlignmentFlag.AlignVCenter, f"{laid.piece.number}.")


def _draw_cut(painter: QPainter, y: float, width: float) -> None:
    pen = QPen(QUIET, 1)
    pen.setDashPattern([6, 6])
    painter.setPen(pen)
    painter.drawLine(QLineF(SIDE, y, width - SIDE, y))


def _draw_line(painter: QPainter, laid: Laid, bottom: float, width: float, rtl: bool) -> None:
    """A line to write on, from the last word to the margin."""
    lines = laid.layout.lineCount()
    words = laid.layout.lineAt(lines - 1).naturalTextWidth() if lines and not laid.below else 0.0
    taken = words + laid.indent + 8 if words else 0.0
    y = bottom + laid.below - laid.line * 0.22
    painter.setPen(QPen(QUIET, 1))
    if rtl:
        painter.drawLine(QLineF(SIDE, y, width - SIDE - taken, y))
    else:
        painter.drawLine(QLineF(SIDE + taken, y, width - SIDE, y))
