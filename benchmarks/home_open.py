"""Opens the home window on a data folder and prints as JSON: ms to the first paint, ms of each search keystroke."""

import json
import sys
import time

START = time.perf_counter()

from argparse import Namespace  # noqa: E402

from PySide6.QtCore import QEvent, QObject, Qt  # noqa: E402
from PySide6.QtGui import QKeyEvent  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from workshop.app import App  # noqa: E402

WORDS = ("trust", "kind words", "secret", "zzz")


class Painted(QObject):
    """Remembers when the window was first painted."""

    at = 0.0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.at:
            self.at = time.perf_counter()
        return False


def main(data: str) -> None:
    app = App(QApplication([]), Namespace(data_dir=data, language=None, one_screen=False))
    painted = Painted()
    app.show_home()
    assert app.home is not None
    app.home.library.grid.viewport().installEventFilter(painted)
    while not painted.at:
        app.qt.processEvents()
    app.qt.processEvents()
    opened = time.perf_counter() - START
    field = app.home.library.header.search
    keystrokes = []
    for word in WORDS:
        field.clear()
        app.qt.processEvents()
        for letter in word:
            began = time.perf_counter()
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key(ord(letter.upper())), Qt.KeyboardModifier.NoModifier, letter)
            app.qt.sendEvent(field, event)
            app.qt.processEvents()
            keystrokes.append((time.perf_counter() - began) * 1e3)
    print(json.dumps({"open": opened * 1e3, "keystrokes": keystrokes, "lessons": app.home.library.model.rowCount()}))
    app.home.close()


main(sys.argv[1])
