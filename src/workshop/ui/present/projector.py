"""The class's window: the picture of the stage and nothing else, over a whole screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QMouseEvent

from workshop.ui.stageview import Compose, StageView

POINTER = 2000  # ms: how long the pointer stays after it was moved


class Projector(StageView):
    """Never closed by the class or a stray key: closing asks, on the console."""

    close_asked = Signal()
    activated = Signal()  # a touch gave it the keyboard, which belongs to the console

    def __init__(self, compose: Compose) -> None:
        super().__init__(compose)
        self.setWindowTitle("Workshop – projector")
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.still = QTimer(self, singleShot=True, interval=POINTER)
        self.still.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BlankCursor))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.still.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if event.spontaneous():
            event.ignore()
            self.close_asked.emit()
