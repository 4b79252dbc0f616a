"""The window in which the keys of presenting are changed. Each change is in use, and remembered, at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop.lesson.problems import WorkshopError
from workshop.ui.actions import Action, Changed, shown_key, told_key
from workshop.ui.keysinuse import KeysInUse
from workshop.ui.look import Look
from workshop.ui.present.announce import announce
from workshop.ui.present.keycatch import KeyCatcher
from workshop.ui.present.keylist import KeyList
from workshop.ui.widgets import Button, FocusRing, Label, named

Spell = Callable[[QKeyEvent], list[str]]
_HINT = "Choose an action, then add a key or take one away."


class EdgedDialog(QDialog):
    """With an edge of its own, for desktops that give a dialog none."""

    def __init__(self, parent: QWidget, look: Look, title: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._look = look
        look.dress(self)
        FocusRing(look, self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(self._look.color("border"), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()


class ChangeKeys(EdgedDialog):
    """Actions with their keys; a new key is pressed. `spell` names a pressed key, the likeliest name first."""

    def __init__(self, parent: QWidget, look: Look, in_use: KeysInUse, spell: Spell) -> None:
        super().__init__(parent, look, "Change keys")
        self._in_use, self._spell = in_use, spell
        self._before: list[Changed] = []  # for undo
        self._asked = ""  # the key of another action that the chosen one might get
        self.catcher = KeyCatcher(self._caught, self)
        self.list = KeyList(look)
        self.said, self.name = _Said(look), Label(look, "", "card", wrap=True)
        self.keys: list[Button] = []
        self.add = self._button("Add a key", "plus", self.wait)
        self.usual = self._button("Its usual keys", "undo-2", self._put_back)
        self.leave = self._button("Leave it", "", self._stop)
        self.give = self._button("Give it", "", self._give)
        self.undo = self._button("Undo", "undo-2", self._undo)
        self.all_usual = self._button("All usual keys", "", self._put_all_back)
        self.closing = self._button("Close", "", self.close)
        self._build()
        self._show(_HINT)
        self.list.currentRowChanged.connect(lambda _row: self._stop())
        self.list.opened.connect(self.wait)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _button(self, text: str, icon: str, pressed: Callable[[], object]) -> Button:
        made = Button(self._look, text, icon)
        made.clicked.connect(lambda _checked=False: pressed())
        return made

    def _build(self) -> None:
        self._column = QVBoxLayout()
        column = QWidget()
        beside = QVBoxLayout(column)
        beside.setContentsMargins(8, 8, 8, 8)
        for part in (self.name, self._column, self.add, self.usual):
            beside.addLayout(part) if isinstance(part, QVBoxLayout) else beside.addWidget(part)
        beside.addStretch(1)
        for rows in (beside, self._column):
            rows.setSpacing(10)
        view = QScrollArea()
        view.setWidget(column)
        view.setWidgetResizable(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setFixedWidth(self.usual.sizeHint().width() + 40)
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 20, 24, 20)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(14)
        grid.setRowStretch(0, 1)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.list, 0, 0)
        grid.addWidget(view, 0, 1)
        grid.addWidget(self.said, 1, 0, 1, 2)
        grid.addLayout(_row(self.leave, self.give, self.undo, self.all_usual, None, self.closing), 2, 0, 1, 2)
        wide = view.width() + 48 + self._look.px(20) * 34
        self.resize(QSize(wide, 820).boundedTo(self.screen().availableSize() * 0.94))

    # --- what is shown -----------------------------------------------------------------------------------

    @property
    def action(self) -> Action:
        """The action that is chosen."""
        return self._in_use.table[max(0, self.list.currentRow())]

    def _show(self, said: str) -> None:
        """Everything as it is now, with a sentence about it."""
        self.list.show_actions(self._in_use.table)
        self._show_keys()
        for button in (self.leave, self.give):
            button.setVisible(bool(self._asked))
        for button in (self.undo, self.all_usual):
            button.setVisible(not self._asked)
        self.undo.setEnabled(bool(self._before))
        self.all_usual.setEnabled(bool(self._in_use.changed))
        self._say(said)

    def _say(self, said: str) -> None:
        self.said.stand_out(self.catcher.waiting or bool(self._asked))
        if said != self.said.text():
            self.said.setText(said)
            announce(self.said, said)

    def _show_keys(self) -> None:
        """The chosen action's keys beside the list, each to be taken away."""
        action = self.action
        self.name.setText(action.text)
        named(self.add, f"Add a key to “{action.text}”")
        named(self.usual, f"The usual keys of “{action.text}”")
        if any(button.hasFocus() for button in self.keys):
            self.add.setFocus()
        for button in self.keys:
            button.hide()
            button.deleteLater()
        self.keys = [self._key_button(key) for key in action.keys]
        for before, after in zip([self.list, *self.keys], [*self.keys, self.add], strict=True):
            QWidget.setTabOrder(before, after)

    def _key_button(self, key: str) -> Button:
        made = self._button(shown_key(key), "x", lambda: self._remove(key))
        named(made, f"Take {told_key(key)} away")
        made.setToolTip(made.accessibleName())
        self._column.addWidget(made)
        return made

    # --- a new key ---------------------------------------------------------------------------------------

    def wait(self) -> None:
        """The next key that is pressed is for the chosen action; until then none does what it does otherwise."""
        self._stop()
        self.catcher.start()
        self._say(f"Press the new key for “{self.action.text}” now. Esc leaves it as it is.")

    def _stop(self) -> None:
        """No longer wait for a key or an answer."""
        self.catcher.stop()
        if self._asked:
            self._asked = ""
            self.list.setFocus()
        self._show(_HINT)

    def _caught(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._stop()
            return
        names = self._spell(event)
        key = next((name for name in names if name in self._in_use.ids), names[0])
        had = self._in_use.owner(key)
        if had is not None and had.id == self.action.id:
            self._say(f"{told_key(key, first=True)} does that already. Press another key, or Esc to stop.")
        elif why := self._in_use.refusal(self.action.id, key):
            self._say(f"{why} Esc stops waiting.")
        elif had is None:
            self._learn(key)
        else:
            self._ask(had, key)

    def _ask(self, had: Action, key: str) -> None:
        """Another action has the key: which would lose it?"""
        self.catcher.stop()
        self._asked = key
        kept = [told_key(other) for other in had.keys if other != key]
        rest = " and ".join(part for part in (", ".join(kept[:-1]), *kept[-1:]) if part)
        left = f"keeps {rest}" if rest else "has no key then"
        self._show(
            f"{told_key(key, first=True)} is a key of “{had.text}”, which {left}. Give it to “{self.action.text}”?"
        )
        self.leave.setFocus()

    def _give(self) -> None:
        self.list.setFocus()
        self._learn(self._asked)

    # --- changes -----------------------------------------------------------------------------------------

    def _learn(self, key: str) -> None:
        action = self.action
        self._change(
            lambda: self._in_use.learn(action.id, key), f"{told_key(key, first=True)} now does “{action.text}”."
        )

    def _remove(self, key: str) -> None:
        action = self.action
        told = f"{told_key(key, first=True)} no longer does “{action.text}”. Undo gives it back."
        self._change(lambda: self._in_use.forget(action.id, key), told)

    def _put_back(self) -> None:
        action = self.action
        self._change(lambda: self._in_use.put_back(action.id), f"“{action.text}” has its usual keys.")

    def _put_all_back(self) -> None:
        self._change(lambda: self._in_use.change({}), "All keys are the usual ones.")

    def _undo(self) -> None:
        before = self._before.pop()
        self._change(lambda: self._in_use.change(before), "The last change is taken back.", undo=True)

    def _change(self, change: Callable[[], None], said: str, undo: bool = False) -> None:
        """Make a change that can be taken back, and say it; or say why it can't be made."""
        self.catcher.stop()
        self._asked = ""
        before = self._in_use.changed
        try:
            change()
        except WorkshopError as why:
            said = str(why)
        if self._in_use.changed != before and not undo:
            self._before.append(before)
        self._show(said)

    # --- Qt's events ---------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """A key that is pressed in another window isn't meant for this one."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.catcher.waiting and not self.isActiveWindow():
            self._stop()

    def reject(self) -> None:
        """Esc first leaves what is asked, then the window."""
        if self._asked:
            self._stop()
        else:
            super().reject()

    def hideEvent(self, event: QHideEvent) -> None:
        self.catcher.stop()
        super().hideEvent(event)


class _Said(Label):
    """The sentence below; it stands out while something is asked for."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, wrap=True)
        self.setMargin(10)
        self._out = False

    def stand_out(self, out: bool) -> None:
        self._out = out
        colors = self.palette()
        colors.setColor(QPalette.ColorRole.WindowText, self._look.color("sun.on_tint" if out else "text"))
        self.setPalette(colors)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._out:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.color("warning"), 2))
            painter.setBrush(self._look.color("sun.tint"))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 12, 12)
            painter.end()
        super().paintEvent(event)


def _row(*parts: Button | None) -> QHBoxLayout:
    """Buttons in a row; None for the room between them."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for part in parts:
        row.addStretch(1) if part is None else row.addWidget(part)
    return row
