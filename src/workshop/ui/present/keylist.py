"""Actions and their keys in a list, the keys as caps."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workshop.ui.actions import Action, shown_key
from workshop.ui.look import Look

_WORDS = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
_NONE = "no key"
_EDGE, _GAP = 14, 6  # px: at a row's ends, and between caps


class KeyList(QListWidget):
    """One row for each action. `opened` follows Enter and a double click, never a single one."""

    opened = Signal()
    ring_radius = 12

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.actions_shown: tuple[Action, ...] = ()
        self.setAccessibleName("Actions and their keys")
        self.setItemDelegate(_Rows(self))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setStyleSheet(f"QListWidget {{ background: {look.hex('surface')}; border-radius: 12px; outline: 0; }}")
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def show_actions(self, actions: Iterable[Action]) -> None:
        """Show these from now on; the current row stays."""
        self.actions_shown = tuple(actions)
        while self.count() < len(self.actions_shown):
            QListWidgetItem(self)
        for row, action in enumerate(self.actions_shown):
            keys = ", ".join(map(shown_key, action.keys)) or "no key"
            self.item(row).setData(Qt.ItemDataRole.AccessibleTextRole, f"{action.text}: {keys}")
        self.doItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is for the list alone: passed on, it would press a button of the window too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()


class _Rows(QStyledItemDelegate):
    def __init__(self, rows: KeyList) -> None:
        super().__init__(rows)
        self._rows = rows

    def _metrics(self, name: str) -> QFontMetrics:
        return QFontMetrics(self._rows.look.font(name))

    def _caps(self, action: Action) -> list[list[tuple[str, int]]]:
        """Each key and the width of its cap in px, in as many lines as they need."""
        metrics, wide, used = self._metrics("strong"), self._wide(), 0
        lines: list[list[tuple[str, int]]] = [[]]
        for key in map(shown_key, action.keys):
            width = max(metrics.horizontalAdvance(key) + 20, self._tall())
            if lines[-1] and used + width > wide:
                lines, used = [*lines, []], 0
            lines[-1].append((key, width))
            used += width + _GAP
        return lines

    def _wide(self) -> int:
        return self._rows.viewport().width() - 2 * _EDGE

    def _tall(self) -> int:
        """The height of a cap in px."""
        return self._metrics("strong").height() + 8

    def _plan(self, action: Action) -> tuple[int, int, bool]:
        """Widths in px for the words and the caps; true where the caps are too many for half a row and go below."""
        lines = self._caps(action)
        caps = sum(width + _GAP for _key, width in lines[0]) or self._metrics("help").horizontalAdvance(_NONE) + _GAP
        below = len(lines) > 1 or caps > self._wide() // 2
        return self._wide() - (0 if below else caps + _EDGE), caps, below

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        action = self._rows.actions_shown[index.row()]
        words, _caps, below = self._plan(action)
        told = self._metrics("body").boundingRect(QRect(0, 0, words, 10_000), _WORDS, action.text).height()
        caps = len(self._caps(action)) * (self._tall() + _GAP)
        return QSize(100, 12 + (told + caps if below else max(told, self._tall())))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, action = self._rows.look, self._rows.actions_shown[index.row()]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        words, caps, below = self._plan(action)
        box = option.rect.adjusted(_EDGE, 6, -_EDGE, -6)
        tall = len(self._caps(action)) * (self._tall() + _GAP)
        ink = look.color("on_select" if chosen else "text")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("select"))
            painter.drawRoundedRect(option.rect.adjusted(3, 1, -3, -1), 10, 10)
        painter.setFont(look.font("body"))
        painter.setPen(ink)
        painter.drawText(QRect(box.x(), box.y(), words, box.height() - (tall if below else 0)), _WORDS, action.text)
        top = box.bottom() + 1 + _GAP - tall if below else box.center().y() - self._tall() // 2
        left = box.x() if below else box.right() + 1 - caps + _GAP
        if action.keys:
            self._draw_caps(painter, action, left, top)
        else:
            painter.setFont(look.font("help"))
            painter.drawText(QRect(left, box.y(), caps, box.height()), _WORDS, _NONE)
        painter.restore()

    def _draw_caps(self, painter: QPainter, action: Action, left: int, top: int) -> None:
        look = self._rows.look
        painter.setFont(look.font("strong"))
        for line, caps in enumerate(self._caps(action)):
            x = left
            for key, width in caps:
                cap = QRect(x, top + line * (self._tall() + _GAP), width, self._tall())
                painter.setPen(look.color("divider"))
                painter.setBrush(look.color("raised"))
                painter.drawRoundedRect(cap, 8, 8)
                painter.setPen(look.color("text"))
                painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
                x += width + _GAP
