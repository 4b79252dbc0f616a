"""Keys and clickers while presenting: they work whichever window has the focus, and a bouncing button counts once."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QElapsedTimer, QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from workshop.ui.actions import Action

BOUNCE = 80  # ms: a clicker's button may close twice within this; no hand presses so fast
_STEADY = ("next", "back", "blank", "freeze", "help-card")  # what a bounce must not do twice


class Keys(QObject):
    """Watches the whole application and calls `trigger` with the id of the action that a key belongs to."""

    def __init__(self, table: Iterable[Action], trigger: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._trigger = trigger
        self._ids = {_code(key): action.id for action in table for key in action.keys}
        self._last = ""
        self._since = QElapsedTimer()
        self.paused = False  # while a dialog asks something

        app = QGuiApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) or not isinstance(event, QKeyEvent):
            return False
        action = "" if self.paused else self._ids.get(pressed(event), "")
        if not action or self._is_own(event):
            return False
        if kind == QEvent.Type.ShortcutOverride:
            event.accept()  # ours before any widget's shortcut; the press itself follows
        elif not event.isAutoRepeat() and not self._bounces(action):
            self._trigger(action)
        return True

    def stop(self) -> None:
        """Leave the keys to the windows again."""
        app = QGuiApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    @staticmethod
    def _is_own(event: QKeyEvent) -> bool:
        """Up and down belong to a list or text that has the focus; a clicker sends other keys."""
        focus = QApplication.focusWidget()
        return (
            focus is not None and bool(focus.property("own_keys")) and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        )

    def _bounces(self, action: str) -> bool:
        """A second press of the same button too soon after the first."""
        again = action == self._last and self._since.isValid() and self._since.elapsed() < BOUNCE
        self._last = action
        self._since.start()
        return again and action in _STEADY


def _code(key: str) -> str:
    """One spelling for each key, whatever the table calls it."""
    return QKeySequence(key).toString()


def pressed(event: QKeyEvent) -> str:
    """The key with its modifiers, spelt as `_code` does; without a Shift that only makes the character, as in "+"."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    if digit := _digit(event):
        return QKeySequence(QKeyCombination(modifiers, Qt.Key(Qt.Key.Key_0 + digit))).toString()
    printable = event.text().isprintable() and bool(event.text().strip())
    if printable and not event.text().isalnum():
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(QKeyCombination(modifiers, key)).toString()


def _digit(event: QKeyEvent) -> int:
    """1-6 of the number row, whatever Shift makes of it on this keyboard (X11 and Windows scan codes); 0 for others."""
    scan = event.nativeScanCode()
    if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_6:
        return event.key() - Qt.Key.Key_0
    if QGuiApplication.platformName() == "xcb" and 10 <= scan <= 15:
        return scan - 9
    if QGuiApplication.platformName() == "windows" and 2 <= scan <= 7:
        return scan - 1
    return 0
