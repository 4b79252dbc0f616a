"""The yardstick: a bare PySide6 window, full screen, that swaps two colours at a key press."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Bare(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.odd = True

    def keyPressEvent(self, _event: QKeyEvent) -> None:
        self.odd = not self.odd
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.magenta if self.odd else Qt.GlobalColor.cyan)
        painter.end()


app = QApplication([])
window = Bare()
window.showFullScreen()
app.exec()
