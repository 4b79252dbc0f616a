"""Keys and clickers: what a teacher gets from each press, whichever window has the focus."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from presenting import Key, Room
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workshop.ui.actions import ACTIONS, PRESENT
from workshop.ui.present.keys import spellings
from workshop.ui.present.keysheet import KeySheet, key_rows

K = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


@pytest.mark.parametrize("window", ["console", "projector"])
@pytest.mark.parametrize("key", [K.Key_PageDown, K.Key_Right, K.Key_Down, Key(K.Key_Space, " ")])
def test_every_forward_key_of_a_clicker_goes_on(room: Room, window: str, key: Qt.Key | Key) -> None:
    room.press(key, on=getattr(room, window))
    assert room.at() == "rules"


@pytest.mark.parametrize("window", ["console", "projector"])
@pytest.mark.parametrize("key", [K.Key_PageUp, K.Key_Left, K.Key_Up, K.Key_Backspace])
def test_every_backward_key_of_a_clicker_goes_back(room: Room, window: str, key: Qt.Key) -> None:
    room.go("rules")
    room.press(key, on=getattr(room, window))
    assert room.at() == "welcome"


def test_a_bouncing_button_counts_once(room: Room) -> None:
    room.press(K.Key_PageDown)
    room.press(K.Key_PageDown, after=30)
    assert room.at() == "rules"
    room.press(K.Key_B)
    room.press(K.Key_B, after=40)
    assert room.session.state.cover == "blank"


def test_ten_presses_a_second_all_count_even_when_they_arrive_at_once(room: Room) -> None:
    before = room.session.state.order.index(room.session.state.stop)
    for _ in range(2):
        room.press(K.Key_PageDown, after=100)  # by the keyboard's own time: they wait in a row for the painter
    assert room.session.state.order.index(room.session.state.stop) == before + 2


def test_hands_can_be_counted_as_fast_as_one_can_press(room: Room) -> None:
    room.go("hands")
    for _ in range(3):
        room.press(Key(K.Key_1, "1"), after=40)
    assert room.session.state.tallies[room.session.state.stop, ""] == (3, 0, 0)


def test_a_key_that_is_held_down_counts_once(room: Room) -> None:
    room.press(K.Key_PageDown)
    for _ in range(5):
        room.press(K.Key_PageDown, repeat=True)
    assert room.at() == "rules"


@pytest.mark.parametrize("key", [Key(K.Key_B, "b"), Key(K.Key_Period, "."), Key(K.Key_Period, ".", KEYPAD)])
def test_b_and_full_stop_darken_the_projector_and_show_it_again(room: Room, key: Key) -> None:
    room.press(key)
    assert room.projector.listed is not None
    assert room.projector.listed.background == "#000000"
    assert room.class_reads() == ""
    room.press(key)
    assert "Most people" in room.class_reads()


def test_f5_and_escape_in_turn_as_clickers_send_them_never_end_the_lesson(room: Room) -> None:
    for _ in range(4):
        room.press(K.Key_F5, on=room.projector)
        assert room.told() == ""
        room.press(K.Key_Escape, on=room.projector)
        assert "End this lesson?" in room.told()
    assert room.session.state.ended is None
    assert "Most people" in room.class_reads()


def test_escape_uncovers_then_thaws_then_asks_on_the_console(room: Room) -> None:
    room.press(K.Key_F)
    room.press(K.Key_H)
    room.press(K.Key_Escape)
    assert (room.session.state.cover, room.session.state.frozen is not None) == ("", True)
    room.press(K.Key_Escape)
    assert room.session.state.frozen is None
    assert room.told() == ""
    room.press(K.Key_Escape)
    assert "End this lesson?" in room.told()
    assert "End" not in room.class_reads()


def test_enter_after_escape_goes_on_with_the_lesson(room: Room) -> None:
    room.press(K.Key_Escape)
    room.press(K.Key_Return)
    assert room.told() == ""
    assert room.session.state.ended is None


def test_the_answer_buttons_do_what_they_say(room: Room) -> None:
    room.press(K.Key_Escape)
    room.console.message.buttons[0].click()
    room.settle()
    assert room.told() == ""
    room.press(K.Key_Escape)
    finished: list[bool] = []
    room.presenter.finished.connect(lambda: finished.append(True))
    room.console.message.buttons[1].click()
    assert finished == [True]
    assert room.session.state.ended is not None
    assert room.journal.events() == ()


def test_number_keys_count_hands_shift_takes_away_and_ctrl_z_takes_back(room: Room) -> None:
    room.go("hands")
    stop = room.session.state.stop
    for key in (Key(K.Key_1, "1"), Key(K.Key_1, "1"), Key(K.Key_3, "3", KEYPAD)):
        room.press(key)
    assert room.session.state.tallies[stop, ""] == (2, 0, 1)
    room.press(Key(K.Key_1, "!", SHIFT))
    assert room.session.state.tallies[stop, ""] == (1, 0, 1)
    room.press(Key(K.Key_Z, "\x1a", CTRL))
    assert room.session.state.tallies[stop, ""] == (2, 0, 1)
    assert [cell.cell.value for cell in room.console.pad.cells] == ["2", "0", "1"]


def test_number_keys_choose_in_a_story(room: Room) -> None:
    room.go_to_choices()
    room.press(Key(K.Key_2, "2"))
    view = room.session.console_view(room.clock())
    assert view.card == "helped"
    assert room.picture.view is not None
    assert room.picture.view.card == "helped"


def test_help_card_and_back_with_nothing_lost(room: Room) -> None:
    room.go("hands")
    room.press(Key(K.Key_1, "1"))
    before, words = room.session.state, room.class_reads()
    room.press(K.Key_H)
    assert room.class_reads() != words
    room.press(K.Key_H)
    assert room.session.state == before
    assert room.class_reads() == words


@pytest.mark.parametrize("key", [Key(K.Key_Space, " "), Key(K.Key_Return), Key(K.Key_Enter)])
def test_space_and_enter_press_a_button_that_the_tab_key_chose_and_move_nothing(room: Room, key: Key) -> None:
    room.press(Key(K.Key_Tab, "\t"))
    room.press(Key(K.Key_Tab, "\t"))
    room.press(Key(K.Key_Tab, "\t"))
    assert room.console.buttons["blank"].hasFocus()
    room.press(key)
    assert (room.session.state.cover, room.at()) == ("blank", "welcome")
    room.press(key, after=40)
    room.press(key, repeat=True)
    assert room.session.state.cover == "blank"  # held down, or bouncing, it is pressed once
    room.press(K.Key_PageDown)
    room.press(K.Key_PageDown)
    assert room.at() == "rules"


def test_a_click_on_a_button_leaves_space_to_the_lesson(room: Room) -> None:
    QTest.mouseClick(room.console.buttons["freeze"], Qt.MouseButton.LeftButton)
    room.press(Key(K.Key_Space, " "))
    assert room.session.state.frozen is not None
    assert room.at() == "rules"


def test_up_and_down_move_in_the_list_of_steps_only_while_it_has_the_focus(room: Room) -> None:
    room.console.steps.list.setFocus()
    room.press(K.Key_Down)
    room.press(K.Key_Down)
    assert room.at() == "welcome"
    room.press(K.Key_Return)
    assert room.at() == "hands"


def test_a_click_on_a_step_goes_there_and_leaves_the_arrow_keys_to_the_lesson(room: Room) -> None:
    rows = room.console.steps.list
    at = rows.visualItemRect(rows.item(2)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    room.settle()
    assert room.at() == "hands"
    room.press(K.Key_Up)
    assert room.at() == "rules"


def test_the_sheet_of_keys_leaves_the_lesson_running(room: Room) -> None:
    room.press(K.Key_F1)
    sheet = room.console.findChild(KeySheet)
    assert sheet is not None
    assert sheet.isVisible()
    room.press(K.Key_PageDown, on=sheet)
    assert room.at() == "rules"
    room.press(K.Key_F1, on=sheet)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert room.console.findChild(KeySheet) is None


def test_escape_puts_the_sheet_of_keys_away_and_asks_nothing(room: Room) -> None:
    room.press(K.Key_F1)
    sheet = room.console.findChild(KeySheet)
    assert sheet is not None
    sheet.activateWindow()
    room.settle()
    room.press(K.Key_Escape, on=sheet)
    assert not room.console.findChildren(KeySheet) or not sheet.isVisible()
    assert room.told() == ""


def test_the_sheet_names_every_key_and_puts_numbers_in_one_row() -> None:
    rows = {text: keys for keys, text in key_rows(a for a in ACTIONS if a.where == PRESENT)}
    assert rows["Next"] == ["PgDown", "→", "↓", "Space"]
    assert rows["Choice 1 to 9, one hand more, or work at the board"] == ["1 – 9"]


def test_the_sheet_of_keys_fits_a_small_screen(open_room: Callable[..., Room]) -> None:
    room = open_room("old beamer", "projector")
    room.press(K.Key_F1)
    sheet = room.console.findChild(KeySheet)
    assert sheet is not None
    assert sheet.width() <= 1024
    assert sheet.height() <= 768


def _spelt(platform: str, code: int, text: str, place: int, shift: bool = False) -> list[str]:
    modifiers = SHIFT if shift else Qt.KeyboardModifier.NoModifier
    return spellings(QKeyEvent(QEvent.Type.KeyPress, code, modifiers, place, 0, 0, text), platform)


@pytest.mark.parametrize(("platform", "place"), [("xcb", 10), ("wayland-egl", 10), ("windows", 2)])
def test_digits_go_by_their_place_where_a_french_keyboard_wants_shift_for_them(platform: str, place: int) -> None:
    assert _spelt(platform, K.Key_Ampersand, "&", place)[0] == "1"
    assert _spelt(platform, K.Key_1, "1", place, shift=True)[0] == "Shift+1"


def test_the_minus_beside_the_digits_of_a_french_keyboard_is_its_six() -> None:
    assert _spelt("xcb", K.Key_Minus, "-", 15)[0] == "6"


def test_a_clickers_full_stop_blanks_on_a_french_keyboard_too() -> None:
    assert "." in _spelt("xcb", K.Key_Colon, ":", 60)


def test_letters_go_by_their_place_on_a_greek_keyboard_and_by_name_on_a_latin_one() -> None:
    assert "B" in _spelt("xcb", 0x392, "β", 56)
    assert _spelt("xcb", K.Key_X, "x", 56) == ["X"]


def test_keys_that_qt_has_no_name_for_are_no_one_key() -> None:
    assert _spelt("xcb", K.Key_Dead_Acute, "", 0) == [""]
    assert _spelt("xcb", K.Key_unknown, "", 0) == [""]


def test_a_changed_letter_goes_by_its_place_too_where_letters_are_not_latin(room: Room) -> None:
    room.presenter.in_use.learn("freeze", "B")
    ids = room.presenter.in_use.ids
    assert [ids[name] for name in _spelt("xcb", 0x392, "β", 56) if name in ids] == ["freeze"]


@pytest.mark.parametrize(
    ("platform", "places"), [("xcb", (24, 40, 54, 18)), ("windows", (0x10, 0x20, 0x2E, 10)), ("cocoa", (12, 2, 8, 25))]
)
def test_every_letter_of_the_table_has_its_place_on_every_platform(platform: str, places: tuple[int, ...]) -> None:
    """Q, D, C and 9, where a Bulgarian keyboard has other letters."""
    for sign, code in zip("QDC9", places, strict=True):
        event = QKeyEvent(QEvent.Type.KeyPress, 0x436, Qt.KeyboardModifier.NoModifier, code, code, 0, "ж")
        assert sign in spellings(event, platform)


def test_a_plus_is_a_plus_with_shift_or_without() -> None:
    assert "+" in _spelt("xcb", K.Key_Plus, "+", 21, shift=True)
    assert "+" in _spelt("xcb", K.Key_Plus, "+", 35)


def test_on_one_screen_the_sheet_makes_room_for_the_help_card(open_room: Callable[..., Room]) -> None:
    room = open_room("laptop")
    room.press(K.Key_F1)
    one = room.presenter.windows.one
    assert one is not None
    sheet = one.findChild(KeySheet)
    assert sheet is not None
    assert sheet.isVisible()
    room.press(K.Key_H, on=sheet)
    assert room.session.state.cover == "help"
    assert not one.findChildren(KeySheet) or not sheet.isVisible()
