"""Waiting for a key: while it lasts no key does what it does otherwise."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

_K = Qt.Key
_MODIFIERS = (_K.Key_Shift, _K.Key_Control, _K.Key_Alt, _K.Key_Meta, _K.Key_AltGr, _K.Key_CapsLock, _K.Key_NumLock)
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)


class KeyCatcher(QObject):
    """Between `start` and `stop` every key pressed in the program goes to `caught`, and nowhere else."""

    def __init__(self, caught: Callable[[QKeyEvent], None], parent: QObject) -> None:
        super().__init__(parent)
        self._caught = caught
        self.waiting = False

    def start(self) -> None:
        """The filter of the application that comes last is asked first: before the lesson's keys."""
        app = QGuiApplication.instance()
        if app is not None:
            app.installEventFilter(self)
            self.waiting = True

    def stop(self) -> None:
        app = QGuiApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.waiting = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() not in _KEYS or not isinstance(event, QKeyEvent):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat() and event.key() not in _MODIFIERS:
            self._caught(event)
        return True
