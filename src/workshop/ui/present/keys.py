"""Keys and clickers while presenting: they work whichever window has the focus, and a bouncing button counts once."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit

from workshop.ui.keysinuse import KeysInUse

BOUNCE = 80  # ms: a clicker's button may close twice within this; no hand presses so fast
_STEADY = (  # what a bounce must not do twice
    *("next", "back", "blank", "neutral", "freeze", "help-card", "disclosure", "questions", "notes", "vote", "show"),
    *("escape", "press"),
)
_HELD = "nudge-"  # a key that is held down goes on moving what is over the picture
_PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)  # a button that has the focus; no click gives it
_NOT_LATIN = 0x100  # Qt's codes of letters are Unicode's
_NO_SIGN = range(0x01000000, 0x01001100)  # Qt's codes of keys that make no character
_FUNCTIONS = tuple(Qt.Key(number) for number in range(Qt.Key.Key_F1.value, Qt.Key.Key_F12.value + 1))
_NEVER_TYPED = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Escape, *_FUNCTIONS)
_UP_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_ARROWS = (*_UP_DOWN, Qt.Key.Key_Left, Qt.Key.Key_Right)

# The characters at places of the keyboard, by a platform's codes for places. On a French keyboard the digits need
# Shift and a clicker's full stop arrives as a colon; on a Greek or Bulgarian one no letter is the table's.
_ROWS = ("123456789", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM", ".")


def _rows_from(*codes: int) -> dict[int, str]:
    """Places where the codes of a row follow one another, from the code of each row's first key."""
    return {code + at: sign for code, row in zip(codes, _ROWS, strict=True) for at, sign in enumerate(row)}


_LINUX = _rows_from(10, 24, 38, 52, 60)
_MAC = (18, 19, 20, 21, 23, 22, 26, 28, 25, 12, 13, 14, 15, 17, 16, 32, 34, 31, 35,
        0, 1, 2, 3, 5, 4, 38, 40, 37, 6, 7, 8, 9, 11, 45, 46, 47)  # fmt: skip
_PLACES = {
    "xcb": _LINUX,
    "wayland": _LINUX,
    "windows": _rows_from(2, 0x10, 0x1E, 0x2C, 0x34),
    "cocoa": dict(zip(_MAC, "".join(_ROWS), strict=True)),
}


class Keys(QObject):
    """Watches the whole application and calls `trigger` with the id of the action that a key belongs to."""

    def __init__(self, in_use: KeysInUse, trigger: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._in_use, self._trigger = in_use, trigger
        self._last, self._when = "", 0
        self._platform = QGuiApplication.platformName()
        app = QGuiApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _PRESSING and isinstance(QApplication.focusWidget(), QAbstractButton):
            # At the button itself: a screen reader's bridge holds a key back at the window and sends it once more.
            arrives = kind == QEvent.Type.KeyPress and watched.isWidgetType()
            return arrives and (event.isAutoRepeat() or self._bounces("press", event))
        ids = self._in_use.ids
        action = next((ids[name] for name in spellings(event, self._platform) if name in ids), "")
        if not action or _is_own(event):
            return False
        if kind == QEvent.Type.ShortcutOverride:
            event.accept()  # ours before any widget's shortcut; the press itself follows
        elif (not event.isAutoRepeat() or action.startswith(_HELD)) and not self._bounces(action, event):
            self._trigger(action)
        return True

    def stop(self) -> None:
        """Leave the keys to the windows again."""
        app = QGuiApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def _bounces(self, action: str, event: QKeyEvent) -> bool:
        """A second press of the same button too soon after the first, by the time of the press itself.

        By the time of its arrival, presses that waited for a slow picture would seem to come all at once.
        """
        now = event.timestamp() or int(time.monotonic() * 1000)
        again = action == self._last and 0 <= now - self._when < BOUNCE
        self._last, self._when = action, now
        return again and action in _STEADY


def _is_own(event: QKeyEvent) -> bool:
    """Keys that belong to what has the focus: up and down to a list or text, all arrows to a grid.

    Up and down, and Esc, to a dialog or menu.
    In a field one types: all keys are its own, but those of a clicker and the way out.
    """
    key = event.key()
    if QApplication.activePopupWidget() is not None or isinstance(QApplication.activeWindow(), QDialog):
        return key in (Qt.Key.Key_Escape, *_UP_DOWN)
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit):
        return key not in _NEVER_TYPED
    own = focus.property("own_keys") if focus is not None else None
    return bool(own) and key in (_ARROWS if own == "grid" else _UP_DOWN)


def spellings(event: QKeyEvent, platform: str) -> list[str]:
    """What a key is called in the table of actions, the likeliest first: a digit goes by its place on the keyboard.

    `platform` is Qt's name of it, which tells what the codes of places mean.
    """
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    place = _place(event, platform.partition("-")[0])
    at_place = [_spelt(modifiers, Qt.Key(ord(place)))] if place else []
    if _makes_sign(event):
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier  # Shift only makes the character, as in "+"
    own = [_spelt(modifiers, Qt.Key(event.key()))]
    if place.isalpha() and event.key() < _NOT_LATIN:
        return own
    return at_place + own if place.isdigit() else own + at_place


def _spelt(modifiers: Qt.KeyboardModifier, key: Qt.Key) -> str:
    """A key's name; "" for keys that Qt has no name for, as it would call them all the same."""
    sequence = QKeySequence(QKeyCombination(modifiers, key))
    name = sequence.toString()
    return name if QKeySequence(name) == sequence else ""


def _place(event: QKeyEvent, platform: str) -> str:
    """The digit, full stop or letter at this key's place; "" for places that no action has."""
    if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
        return chr(event.key())
    if event.key() in _NO_SIGN:
        return ""  # a key sent by a program has no place: code 0, which is the A of a Mac
    code = event.nativeVirtualKey() if platform == "cocoa" else event.nativeScanCode()
    return _PLACES.get(platform, {}).get(code, "")


def _makes_sign(event: QKeyEvent) -> bool:
    text = event.text()
    return text.isprintable() and bool(text.strip()) and not text.isalnum()
