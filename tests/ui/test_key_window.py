"""The window in which keys are changed: by keyboard alone, seen at once, and the lesson stays where it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from presenting import Key, Room
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from workshop.settings import SettingsFile
from workshop.ui.actions import ACTIONS, PRESENT
from workshop.ui.present.keychange import ChangeKeys
from workshop.ui.present.keysheet import KeySheet
from workshop.ui.widgets import Button

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """The window, and what a facilitator does in it."""

    def __init__(self, room: Room) -> None:
        self.room = room
        room.press(K.Key_F1)
        sheet = self.side.findChild(KeySheet)
        assert sheet is not None
        change = next(button for button in sheet.findChildren(Button) if button.text() == "Change keys…")
        change.setFocus()
        room.press(K.Key_Return, on=sheet)
        window = self.side.findChild(ChangeKeys)
        assert window is not None
        self.window = window
        self.activate()

    @property
    def side(self) -> QWidget:
        assert self.room.presenter.windows.side is not None
        return self.room.presenter.windows.side

    def activate(self) -> None:
        self.window.activateWindow()
        self.room.settle()

    def choose(self, action: str) -> None:
        """Down in the list, to the action of that id."""
        self.window.list.setFocus()
        self.press(K.Key_Home)
        for _ in range(len(ACTIONS)):
            if self.window.action.id == action:
                return
            self.press(K.Key_Down)
        raise AssertionError(f"{action} can't be reached")

    def press(self, key: Qt.Key | Key) -> None:
        self.room.press(key, on=self.window)

    def add(self, action: str, key: Qt.Key | Key) -> None:
        """Enter on an action, then its new key."""
        self.choose(action)
        self.press(K.Key_Return)
        assert "Press the new key" in self.said()
        self.press(key)

    def said(self) -> str:
        return self.window.said.text()

    def is_closed(self) -> bool:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return self.side.findChild(ChangeKeys) is None

    def keys(self, action: str) -> tuple[str, ...]:
        return next(one.keys for one in self.room.presenter.in_use.table if one.id == action)


@pytest.fixture
def desk(room: Room) -> Desk:
    return Desk(room)


X, T, B, F = Key(K.Key_X, "x"), Key(K.Key_T, "t"), Key(K.Key_B, "b"), Key(K.Key_F, "f")


def test_a_new_key_works_at_once_and_another_time(desk: Desk) -> None:
    desk.add("freeze", X)
    assert desk.said() == "X now does “Freeze”."
    desk.press(X)
    assert desk.room.session.state.frozen is not None
    assert SettingsFile(desk.room.settings.path).value.keys == {"freeze": ("F", "X")}


def test_while_a_key_is_waited_for_the_lesson_stays(desk: Desk) -> None:
    desk.choose("swap")
    desk.press(K.Key_Return)
    desk.room.press(K.Key_PageDown, on=desk.room.projector)
    assert desk.room.at() == "welcome"
    assert "PgDown is a key of “Next”" in desk.said()


def test_a_changed_key_is_seen_on_the_console_at_once(desk: Desk) -> None:
    desk.add("freeze", X)
    desk.choose("freeze")
    desk.window.keys[0].setFocus()
    desk.press(K.Key_Return)
    desk.room.settle()
    assert desk.keys("freeze") == ("X",)
    button = desk.room.console.buttons["freeze"]
    assert (button.accessibleName(), button.accessibleDescription()) == ("Freeze", "key X")
    assert button.toolTip() == "Freeze (X)"
    desk.add("swap", Key(K.Key_Z, "z"))
    desk.window.keys[0].click()
    desk.room.settle()
    assert desk.room.console.top.buttons["swap"].toolTip() == "Swap the screens (Z)"
    assert "Z" in [cell.cell.key for cell in desk.room.console.pad.cells]


def test_a_key_of_another_action_is_given_only_when_asked_for(desk: Desk) -> None:
    desk.add("freeze", T)
    assert "T is a key of “Start or pause the timer”, which has no key then." in desk.said()
    desk.press(K.Key_Return)  # the harmless answer has the keyboard
    assert desk.keys("freeze") == ("F",)
    desk.add("freeze", T)
    desk.window.give.setFocus()
    desk.press(K.Key_Return)
    assert (desk.keys("freeze"), desk.keys("timer")) == (("F", "T"), ())
    assert "timer" not in desk.room.presenter.in_use.ids.values()


def test_what_was_changed_can_be_taken_back_step_by_step(desk: Desk) -> None:
    desk.add("freeze", X)
    desk.add("blank", Key(K.Key_Z, "z"))
    for keys in ({"freeze": ("F", "X")}, {}):
        desk.window.undo.click()
        assert desk.room.settings.value.keys == keys
    assert not desk.window.undo.isEnabled()


def test_the_usual_keys_come_back_for_one_action_or_for_all(desk: Desk) -> None:
    desk.add("freeze", T)
    desk.window.give.click()
    desk.add("blank", X)
    desk.choose("timer")
    desk.window.usual.click()
    assert (desk.keys("timer"), desk.keys("freeze")) == (("T",), ("F",))
    desk.window.all_usual.click()
    assert desk.room.settings.value.keys == {}
    desk.window.undo.click()
    assert desk.room.settings.value.keys == {"blank": ("B", ".", "F3", "X")}


@pytest.mark.parametrize(
    ("key", "why"),
    [
        (K.Key_F1, "stays as it is"),
        (Key(K.Key_2, "2"), "count votes"),
        (Key(K.Key_N, "n"), "the only key of “Show or hide the notes”"),
        (K.Key_Tab, "move between buttons"),
        (F, "does that already"),
        (K.Key_unknown, "can’t be told from others"),
    ],
)
def test_a_key_that_cannot_be_had_is_said_and_another_may_be_pressed(desk: Desk, key: Qt.Key | Key, why: str) -> None:
    desk.add("freeze", key)
    assert why in desk.said()
    assert desk.room.settings.value.keys == {}
    desk.press(X)
    assert desk.keys("freeze") == ("F", "X")


def test_escape_stops_waiting_and_then_closes(desk: Desk) -> None:
    desk.choose("freeze")
    desk.press(K.Key_Return)
    desk.press(K.Key_Escape)
    assert desk.window.isVisible()
    assert desk.room.settings.value.keys == {}
    desk.press(K.Key_Escape)
    assert desk.is_closed()
    assert desk.room.told() == ""


def test_escape_leaves_a_key_with_the_action_that_has_it(desk: Desk) -> None:
    desk.add("freeze", K.Key_PageDown)
    assert "which keeps right arrow, down arrow and Space" in desk.said()
    desk.press(K.Key_Escape)
    assert desk.window.isVisible()
    assert not desk.window.leave.isVisible()
    assert desk.room.settings.value.keys == {}


def test_a_modifier_alone_is_waited_through(desk: Desk) -> None:
    desk.choose("freeze")
    desk.press(K.Key_Return)
    desk.press(K.Key_Control)
    desk.press(Key(K.Key_K, "\x0b", CTRL))
    assert desk.keys("freeze") == ("F", "Ctrl+K")


def test_the_last_key_of_the_notes_stays(desk: Desk) -> None:
    desk.choose("notes")
    desk.window.keys[0].click()
    assert "must always have one" in desk.said()
    assert desk.keys("notes") == ("N",)


def test_waiting_ends_with_the_window(desk: Desk) -> None:
    desk.choose("freeze")
    desk.press(K.Key_Return)
    desk.window.close()
    desk.room.press(K.Key_PageDown)
    assert desk.room.at() == "rules"


def test_f1_puts_the_window_away(desk: Desk) -> None:
    desk.press(K.Key_F1)
    assert desk.is_closed()


def test_on_one_screen_the_window_makes_room_for_the_help_card(open_room: Callable[..., Room]) -> None:
    room = open_room("laptop")
    desk = Desk(room)
    desk.press(K.Key_H)
    assert room.session.state.cover == "help"
    assert desk.is_closed()


def test_changed_keys_are_on_the_strip_of_one_screen(open_room: Callable[..., Room]) -> None:
    room = open_room("laptop")
    room.presenter.in_use.learn("freeze", "X")
    room.presenter.in_use.forget("freeze", "F")
    room.settle()
    assert room.one.strip is not None
    assert room.one.strip.buttons["freeze"].toolTip() == "Freeze (X)"


def test_every_control_has_a_name_and_every_row_tells_its_keys(
    desk: Desk, unnamed: Callable[[QWidget], list[str]]
) -> None:
    assert unnamed(desk.window) == []
    rows = desk.window.list
    interface = QAccessible.queryAccessibleInterface(rows)
    assert interface.child(2).text(QAccessible.Text.Name) == "Blank: B, ., F3"
    assert rows.count() == sum(action.where == PRESENT for action in ACTIONS)


def test_the_window_fits_a_small_screen_with_large_text(open_room: Callable[..., Room]) -> None:
    room = open_room("old beamer", "projector")
    room.settings.change(text_scale=200)
    desk = Desk(room)
    assert desk.window.width() <= 1024
    assert desk.window.height() <= 768
