"""The sheet of all keys, from the table of actions."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QWidget

from workshop.ui.actions import ACTIONS, Action
from workshop.ui.look import Look
from workshop.ui.widgets import Button, Label


def toggle_keys(parent: QWidget, look: Look) -> None:
    """Show the keys of presenting over a window, or put them away. The lesson goes on meanwhile."""
    shown = parent.findChild(KeySheet)
    if shown is not None:
        shown.close()
    else:
        KeySheet(parent, look).show()


class KeySheet(QDialog):
    """What each key does, in two columns."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("All keys")
        look.dress(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(32, 28, 32, 28)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(2, 32)
        rows = key_rows()
        half = -(-len(rows) // 2)
        for at, (keys, text) in enumerate(rows):
            column = at // half * 3
            grid.addWidget(_caps(look, keys), at % half, column, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(Label(look, text), at % half, column + 1)
        close = Button(look, "Close")
        close.clicked.connect(self.close)
        grid.addWidget(close, half, 0, 1, 5, Qt.AlignmentFlag.AlignRight)


def key_rows() -> list[tuple[list[str], str]]:
    """Keys as they are called on this computer, and what they do; numbered actions share a row."""
    shown = [action for action in ACTIONS if action.where == "present"]
    return [_row(list(alike)) for _name, alike in groupby(shown, key=lambda action: action.id.rstrip("0123456789"))]


def _row(actions: list[Action]) -> tuple[list[str], str]:
    first, last = actions[0], actions[-1]
    if first is last:
        return [_native(key) for key in first.keys], first.text
    return [f"{_native(first.keys[0])} – {_native(last.keys[0])}"], first.text.replace("1", f"1 to {len(actions)}")


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _caps(look: Look, keys: list[str]) -> QLabel:
    label = Label(look, "   ".join(keys), "strong")
    label.setStyleSheet(f"background: {look.hex('raised')}; border-radius: 8px; padding: 4px 10px;")
    return label
