"""A small field over a key of the console's pad, for typing how many hands there were."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from workshop.session.polls import MOST
from workshop.ui.look import Look
from workshop.ui.present.panel import set_in

_SHEET = """
QLineEdit {{ background: {surface}; color: {text}; border: 2px solid {focus}; border-radius: 8px; padding: 0 8px;
  min-height: 0; selection-background-color: {focus}; selection-color: {window}; }}
"""


class CountField(QLineEdit):
    """Enter keeps what was typed, Esc or another key of the pad leaves it. `put` is given the answer and the hands."""

    def __init__(self, look: Look, parent: QWidget, put: Callable[[int, int], None]) -> None:
        super().__init__(parent)
        self._look, self._put, self._answer = look, put, 0
        self._from: QWidget | None = None
        self.setValidator(QIntValidator(0, MOST, self))
        self.setMaxLength(len(str(MOST)))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.returnPressed.connect(self._keep)
        self.hide()

    def open(self, answer: int, label: str, hands: str, place: QRect, unit: float, back_to: QWidget | None) -> None:
        """Take the keyboard, over `place`; it goes back to `back_to`, or to the lesson where that is None."""
        self._answer, self._from = answer, back_to
        colours = {token: self._look.hex(token) for token in ("surface", "text", "focus", "window")}
        self.setStyleSheet(_SHEET.format(**colours))
        self.setFont(set_in(24, unit, "head", 700))
        self.setAccessibleName(f"Hands for {label}")
        self.setAccessibleDescription("0 to 999. Enter keeps it, Esc leaves it as it was.")
        self.setText(hands)
        self.selectAll()
        self.setGeometry(place)
        self.show()
        self.raise_()
        self.setFocus()

    def leave(self) -> bool:
        """Put it away and keep nothing; False where it is away already."""
        if self.isHidden():
            return False
        had_focus = self.hasFocus()
        self.hide()
        if had_focus:
            (self._from or self.window()).setFocus()
        return True

    def _keep(self) -> None:
        text, answer = self.text(), self._answer
        self.leave()
        if text:
            self._put(answer, int(text))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.hide()
