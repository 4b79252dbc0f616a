"""What pages about a lesson are made of: headed cards, lines beside an icon, and a lesson's own words."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workshop.stage.rich import blocks
from workshop.ui.look import Look
from workshop.ui.widgets import Card, Label

PAD = 24
_LONGEST_LINE = 50  # times the size of body text: longer lines are hard to follow


def markup(text: str, indent: int = 16) -> str:
    """A lesson's words with their bold and italic, as markup that holds nothing else; `indent` in px is for lists."""
    lines = []
    for block in blocks(text):
        told = "".join(
            f"{'<b>' * s.bold}{'<i>' * s.italic}{escape(s.text)}{'</i>' * s.italic}{'</b>' * s.bold}"
            for s in block.spans
        )
        mark = "• " if block.number == "-" else f"{block.number}. " if block.number else ""
        hang = f"margin: 2px 0 2px {indent}px; text-indent: -{indent}px" if mark else "margin: 0"
        lines.append(f'<p style="{hang}">{mark}{told}</p>')
    return "".join(lines)


def words(look: Look, text: str, name: str = "body", color: str = "text") -> Label:
    """A lesson's own words, wrapped, with their bold and italic."""
    label = Label(look, "", name, color, wrap=True)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText(markup(text, look.px(13)))
    return label


class Icon(QWidget):
    """An icon beside words that say the same; nothing to a screen reader."""

    def __init__(self, look: Look, name: str, token: str, size: float = 20) -> None:
        super().__init__()
        self._look, self._name, self._token, self._size = look, name, token, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(self._size), self._look.px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        pixmap = self._look.pixmap(self._name, self._token, self._size, self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, pixmap)


class Section(Card):
    """A card with a heading; `rows` is its layout."""

    def __init__(self, look: Look, title: str, icon: str, rows: Iterable[QWidget], token: str = "surface") -> None:
        super().__init__(look, 20, token)
        self.rows = QVBoxLayout(self)
        self.rows.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Icon(look, icon, "text", 24))
        head.addWidget(Label(look, title, "card"), 1)
        self.rows.addLayout(head)
        for row in rows:
            self.rows.addWidget(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beyond = event.size().width() - PAD - _LONGEST_LINE * self.look.px(17)
        self.rows.setContentsMargins(PAD, 20, max(PAD, beyond), PAD)


def bullets(look: Look, lines: Iterable[str], icon: str, token: str) -> list[QWidget]:
    """Lines, each beside a small icon."""
    return [beside(look, icon, token, words(look, line)) for line in lines]


def beside(look: Look, icon: str, token: str, label: QWidget) -> QWidget:
    """Anything, beside a small icon."""
    row = QWidget()
    layout = QGridLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setHorizontalSpacing(12)
    layout.addWidget(Icon(look, icon, token, 20), 0, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(label, 0, 1)
    layout.setColumnStretch(1, 1)
    return row


def facts(look: Look, pairs: Iterable[tuple[str, str]]) -> list[QWidget]:
    """Small headings, each with its words below; pairs without words are left out."""
    rows = []
    for head, text in pairs:
        if text:
            row = QWidget()
            layout = QVBoxLayout(row)
            layout.setContentsMargins(0, 0, 0, 4)
            layout.setSpacing(2)
            layout.addWidget(Label(look, head, "label", "muted"))
            layout.addWidget(words(look, text))
            rows.append(row)
    return rows
