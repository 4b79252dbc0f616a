"""The sheet of all keys, from the table of actions."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import groupby

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop.ui.actions import Action, shown_key
from workshop.ui.keysinuse import KeysInUse
from workshop.ui.look import Look
from workshop.ui.present.keychange import ChangeKeys, EdgedDialog
from workshop.ui.present.keys import spellings
from workshop.ui.widgets import Button, Label


def toggle_keys(parent: QWidget, look: Look, in_use: KeysInUse) -> None:
    """Show the keys of presenting over a window, or put them away. The lesson goes on meanwhile."""
    shown = parent.findChild(KeySheet) or parent.findChild(ChangeKeys)
    if shown is not None:
        shown.close()
    else:
        KeySheet(parent, look, in_use).show()


def change_keys(parent: QWidget, look: Look, in_use: KeysInUse) -> None:
    """Open the window in which keys are changed."""
    ChangeKeys(parent, look, in_use, partial(spellings, platform=QGuiApplication.platformName())).show()


class KeySheet(EdgedDialog):
    """What each key does; to be scrolled where the text is too large for the screen."""

    def __init__(self, parent: QWidget, look: Look, in_use: KeysInUse) -> None:
        super().__init__(parent, look, "Keys for presenting")
        close, change = Button(look, "Close"), Button(look, "Change keys…", "keyboard")
        close.clicked.connect(self.close)
        change.clicked.connect(lambda _checked=False: change_keys(parent, look, in_use))
        change.clicked.connect(self.close)  # last: where no window follows, the keyboard would go back to the parent
        room = parent.screen().availableSize() * 0.96
        sheet = _sheet(look, in_use.table, columns=2)
        if sheet.sizeHint().width() + 68 > room.width():
            sheet = _sheet(look, in_use.table, columns=1)
        view = QScrollArea()
        view.setAccessibleName("Keys and what they do")
        view.setWidget(sheet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.addWidget(view)
        buttons = QHBoxLayout()
        buttons.addWidget(change)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout.addLayout(buttons)
        wanted = sheet.sizeHint() + QSize(68, 60 + close.sizeHint().height())
        self.resize(wanted.boundedTo(room))
        close.setFocus()


def _sheet(look: Look, table: Iterable[Action], columns: int) -> QWidget:
    sheet = QWidget()
    grid = QGridLayout(sheet)
    grid.setContentsMargins(4, 4, 4, 4)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(8)
    rows = key_rows(table)
    tall = -(-len(rows) // columns)
    for at, (keys, text) in enumerate(rows):
        column = at // tall * 3
        grid.addWidget(_caps(look, keys), at % tall, column, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(Label(look, text), at % tall, column + 1)
    if columns > 1:
        grid.setColumnMinimumWidth(2, 16)
    return sheet


def key_rows(table: Iterable[Action]) -> list[tuple[list[str], str]]:
    """Keys as they are called on this computer, and what they do; numbered actions share a row."""
    return [_row(list(alike)) for _name, alike in groupby(table, key=lambda action: action.id.rstrip("0123456789"))]


def _row(actions: list[Action]) -> tuple[list[str], str]:
    first, last = actions[0], actions[-1]
    if first is last:
        return [shown_key(key) for key in first.keys], first.text
    more = [shown_key(key) for action in actions for key in action.keys[1:]]
    span = f"{shown_key(first.keys[0])} – {shown_key(last.keys[0])}"
    return [span, *more], first.text.replace("1", f"1 to {len(actions)}")


def _caps(look: Look, keys: list[str]) -> QWidget:
    """Each key as a cap, in a row."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    for key in keys:
        cap = Label(look, key, "strong")
        cap.setStyleSheet(f"background: {look.hex('raised')}; border-radius: 8px; padding: 4px 10px;")
        layout.addWidget(cap)
    if not keys:
        layout.addWidget(Label(look, "no key", "help", "muted"))
    return row
