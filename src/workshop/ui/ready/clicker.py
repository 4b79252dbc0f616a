"""Press each button: which actions of the lesson a clicker's keys call, and what an unknown key is to do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QMoveEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from workshop.lesson.problems import WorkshopError
from workshop.settings import SettingsFile
from workshop.ui.actions import ACTIONS, learn, owner, shown_key, with_keys
from workshop.ui.look import Look
from workshop.ui.ready.flow import Flow
from workshop.ui.ready.rows import Keycap
from workshop.ui.widgets import Button, Label, named

Spell = Callable[[QKeyEvent], list[str]]
USUAL = ("next", "back", "blank", "show")  # the buttons that most clickers have
LEARNT = ("next", "back", "blank", "freeze", "help-card", "timer")  # what a key without a meaning may be given
_NAMES = {"next": "Next", "back": "Back", "blank": "Blank", "show": "Start", "escape": "Stop", "help-card": "Help card"}
_LEAVE = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter)  # the window's own keys
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


def name_of_action(action: str) -> str:
    """A word or two for a keycap."""
    return _NAMES.get(action) or next(one.text for one in ACTIONS if one.id == action and one.where == "present")


class Pad(QWidget):
    """Has all keys but Tab and Enter while it has the focus. `changed` follows each; `troubled` says what failed.

    `placed` follows when it is to be seen anew: a test began, or it grew or moved. No key can scroll to it.

    `spell` tells what a key is called in the table of actions, the likeliest first.
    """

    changed = Signal()
    troubled = Signal(str)
    placed = Signal()

    def __init__(self, look: Look, settings: SettingsFile, spell: Spell) -> None:
        super().__init__()
        self._look, self._settings, self._spell = look, settings, spell
        self.seen: list[str] = []  # ids of actions, in the order in which they came
        self.unknown = ""  # Qt's name of a key that does nothing yet
        self._nameless = False  # the last key can't be told from others
        self.caps: dict[str, Keycap] = {}
        self.offers: list[Button] = []
        self.ring_radius = 12
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.words = Label(look, "", "help", "muted", wrap=True)
        self._caps, self._offers = Flow(), Flow()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 12, 14, 12)
        rows.setSpacing(10)
        rows.addLayout(self._caps)
        rows.addWidget(self.words)
        rows.addLayout(self._offers)
        for action in USUAL:
            self._cap(action)
        self._tell()

    # --- keys -----------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_tested(event):
            event.accept()  # ours before the window's shortcuts: F5 and Esc are buttons of clickers
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_tested(event):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._arrived(self._spell(event))

    def _arrived(self, names: list[str]) -> None:
        table = with_keys(ACTIONS, self._settings.value.keys)
        found = next((action for name in names if name and (action := owner(table, name))), None)
        self.unknown = "" if found is not None else next(filter(None, names), "")
        self._nameless = found is None and not self.unknown
        if found is not None and found.id not in self.seen:
            self.seen.append(found.id)
        if found is not None:
            self._cap(found.id).arrive()
        self._show_offers()

    def give(self, action: str) -> None:
        """The unknown key does this from now on."""
        try:
            self._settings.change(keys=learn(ACTIONS, self._settings.value.keys, action, self.unknown))
        except WorkshopError as why:
            self.troubled.emit(str(why))
            return
        self.setFocus()  # before the offer that was pressed goes
        self._arrived([self.unknown])

    def drop(self) -> None:
        """The unknown key stays without a meaning."""
        self.unknown = ""
        self.setFocus()
        self._show_offers()

    # --- what is shown ----------------------------------------------------------------------------------

    def _cap(self, action: str) -> Keycap:
        if action not in self.caps:
            self.caps[action] = Keycap(self._look, name_of_action(action))
            self._caps.addWidget(self.caps[action])
        return self.caps[action]

    def _show_offers(self) -> None:
        for button in self.offers:
            self._offers.remove(button)
        self.offers = []
        if self.unknown:
            for action in LEARNT:
                self._offer(name_of_action(action), partial(self.give, action))
            self._offer("Nothing", self.drop)
        self._tell()
        self.changed.emit()

    def _offer(self, text: str, pressed: Callable[[], object]) -> None:
        button = Button(self._look, text)
        named(button, f"Use this key for: {text}")
        button.clicked.connect(lambda _checked=False: pressed())
        self._offers.addWidget(button)
        self.offers.append(button)

    def _tell(self) -> None:
        if self.unknown:
            told = f"The key {shown_key(self.unknown)} does nothing yet. Use it for:"
        elif self._nameless:
            told = "That button sends a key that can’t be told from others, so it can’t be used."
        elif self.hasFocus():
            told = "Press each button now. Tab ends the test."
        else:
            told = "Click here, then press each button."
        self.words.setText(told)
        arrived = ", ".join(cap.text() for cap in self.caps.values() if cap.arrived) or "none yet"
        named(self, f"Test of keys. {told}", f"Arrived: {arrived}")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()
        self.placed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.placed.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.placed.emit()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("divider"), 2))
        painter.setBrush(self._look.color("sunken"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 12, 12)


def _is_tested(event: QKeyEvent) -> bool:
    return event.key() not in (*_LEAVE, *_MODIFIERS)
