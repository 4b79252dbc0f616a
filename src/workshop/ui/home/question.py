"""A question before something would be lost: what happens, and two answers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from workshop.ui.look import Look
from workshop.ui.widgets import Button, FocusRing, Label


class Question(QDialog):
    """`keep.clicked` follows the first answer, `accepted` the second; Escape answers neither."""

    def __init__(self, look: Look, head: str, text: str, keep: str, go_on: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Workshop")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.keep, self.go_on = Button(look, keep, "play", "present"), Button(look, go_on, "arrow-right")
        self.go_on.clicked.connect(self.accept)
        self.keep.clicked.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(28, 24, 28, 24)
        rows.setSpacing(16)
        rows.addWidget(Label(look, head, "card", wrap=True))
        rows.addWidget(Label(look, text, wrap=True))
        answers = QHBoxLayout()
        answers.setSpacing(12)
        answers.addWidget(self.keep)
        answers.addWidget(self.go_on)
        answers.addStretch(1)
        rows.addLayout(answers)
        self.setMinimumWidth(480)
        look.dress(self)
        FocusRing(look, self)
        self.keep.setFocus()
