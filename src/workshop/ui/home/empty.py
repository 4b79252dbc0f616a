"""What stands in place of the cards where there are none: what happened, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from workshop.stage.icons import paint_icon
from workshop.ui.home.model import Filter
from workshop.ui.look import Look
from workshop.ui.widgets import Button, Label

_DISC = 96  # px


class Mark(QWidget):
    """An icon in a disc, as on a picture book's page; nothing to a screen reader."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._icon = look, "search"
        self.setFixedSize(_DISC, _DISC)

    def show_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("sun.base"))
        painter.drawEllipse(self.rect())
        inset = _DISC * 0.27
        target = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, self._icon, target, self._look.hex("sun.on_base"))


class Empty(QWidget):
    """A sentence, a way on, and one button: all lessons where something was looked for, else the folder."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.head = Label(look, name="section", wrap=True)
        self.text = Label(look, color="muted", wrap=True)
        self.show_all = Button(look, "Show all lessons", "library", "ink")
        self.open_folder = Button(look, "Open the folder", "folder-open", "ink")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 40, 24, 40)
        layout.setSpacing(10)
        layout.addStretch()
        self._mark = Mark(look)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(6)
        for label in (self.head, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addSpacing(10)
        for button in (self.show_all, self.open_folder):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def tell(self, wanted: Filter, looking: bool, folder: str) -> None:
        """Say why there is no card. `looking` is True while the library is being read."""
        sought = wanted != Filter()
        self._mark.show_icon("search" if sought or looking else "folder-open")
        self.show_all.setVisible(sought)
        self.open_folder.setVisible(not sought and not looking)
        if sought:
            self.head.setText(f"No lesson {_sought(wanted)}")
            self.text.setText("Try a shorter word or another age. Your lessons are all still there.")
        elif looking:
            self.head.setText("Looking for lessons…")
            self.text.setText("The first time takes a moment.")
        else:
            self.head.setText("There are no lessons here yet")
            self.text.setText(f"Put a lesson's folder into {folder} and it appears here by itself.")


def _sought(wanted: Filter) -> str:
    told = []
    if wanted.query.strip():
        told.append(f"has “{wanted.query.strip()}” in it")
    if wanted.ages is not None or wanted.audience:
        ages = f"ages {wanted.ages.low} to {wanted.ages.high}" if wanted.ages is not None else ""
        told.append("is for " + " and ".join(part for part in (wanted.audience, ages) if part))
    return " and ".join(told)
