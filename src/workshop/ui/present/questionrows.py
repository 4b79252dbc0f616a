"""A line of the question box: where the question stands, and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workshop.session.questions import Question
from workshop.ui.present.panel import CENTER, Pen

if TYPE_CHECKING:
    from workshop.ui.present.questions import QuestionSheet

ROW = 78.0  # units
_PLACES = {
    "new": ("New", "sky"),
    "queued": ("Queued", "lilac"),
    "answered": ("Answered", "teal"),
    "dropped": ("Dropped", ""),
    "disclosure": ("Pass on", "coral"),
}


def spoken(question: Question) -> str:
    """A line as a screen reader says it."""
    return f"{_PLACES[question.place][0]}: {question.text}"


class QuestionRows(QStyledItemDelegate):
    """Paints the lines."""

    def __init__(self, sheet: QuestionSheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, int(ROW * self._sheet.unit))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        sheet = self._sheet
        question = sheet.shown[index.row()]
        painter.save()
        pen = Pen(painter, sheet.look, sheet.unit)
        unit = sheet.unit
        box = QRectF(option.rect).adjusted(8 * unit, 3 * unit, -8 * unit, -3 * unit)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        shown = question.number == sheet.on_screen
        pen.fill(box, "raised", 12, "sun.base" if shown else "divider" if chosen else "", 3)
        told, hue = ("On the projector", "sun") if shown else _PLACES[question.place]
        mark = QRectF(box.x() + 14 * unit, box.center().y() - 19 * unit, 128 * unit, 38 * unit)
        pen.fill(mark, f"{hue}.base" if hue else "surface", 19)
        pen.write(mark.adjusted(4 * unit, 0, -4 * unit, 0), told, 18, f"{hue}.on_base" if hue else "muted", "head", 600,
                  CENTER, least=13)  # fmt: skip
        words = box.adjusted(158 * unit, 4 * unit, -16 * unit, -4 * unit)
        quiet = question.place in ("answered", "dropped")
        pen.wrap(words, question.text, 23, "muted" if quiet else "text")
        if chosen and sheet.list.hasFocus():
            pen.fill(box.adjusted(3, 3, -3, -3), "", 10, "focus", 3 / unit)
        painter.restore()
