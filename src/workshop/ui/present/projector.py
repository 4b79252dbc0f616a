"""The class's window: the picture of the stage and nothing else, over a whole screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QScreen
from PySide6.QtWidgets import QWidget

from workshop.ui.stageview import Compose, StageView


def fill_screen(window: QWidget, screen: QScreen) -> None:
    """Show a window over the whole of a screen."""
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.showFullScreen()


class Projector(StageView):
    """Never closed by the class or a stray key: closing asks, on the console."""

    close_asked = Signal()

    def __init__(self, compose: Compose) -> None:
        super().__init__(compose)
        self.setWindowTitle("Workshop – projector")
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def closeEvent(self, event: QCloseEvent) -> None:
        if event.spontaneous():
            event.ignore()
            self.close_asked.emit()
