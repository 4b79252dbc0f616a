"""The sheet of all keys, from the table of actions."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from workshop.ui.actions import ACTIONS
from workshop.ui.look import Look
from workshop.ui.widgets import Label


def show_keys(parent: QWidget, look: Look) -> None:
    """Show the keys of presenting until they are closed."""
    dialog = QDialog(parent)
    dialog.setWindowTitle("All keys")
    look.dress(dialog)
    grid = QGridLayout(dialog)
    grid.setContentsMargins(32, 28, 32, 28)
    grid.setHorizontalSpacing(36)
    grid.setVerticalSpacing(8)
    shown = [action for action in ACTIONS if action.where == "present"]
    half = -(-len(shown) // 2)
    for at, action in enumerate(shown):
        column = at // half * 2
        names = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in action.keys]
        grid.addWidget(Label(look, ", ".join(names), "strong"), at % half, column)
        grid.addWidget(Label(look, action.text), at % half, column + 1)
    dialog.exec()
    dialog.deleteLater()
