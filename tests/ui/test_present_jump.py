"""To any step from small pictures: found by what is typed, marked where the class is and has been."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from presenting import Key, Room
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from workshop.session.state import Plan
from workshop.ui.present.jump import JumpSheet

K = Qt.Key
J = Key(K.Key_J, "j")
OpenRoom = Callable[..., Room]
TITLES = ["welcome", "rules", "hands", "story", "talk", "where"]


@pytest.fixture
def room(open_room: OpenRoom) -> Room:
    return open_room()


def opened(room: Room) -> JumpSheet:
    room.press(J)
    for _ in range(20):
        room.settle()
    sheet = room.presenter.sheets.open
    assert isinstance(sheet, JumpSheet)
    return sheet


def typed(room: Room, words: str) -> None:
    for sign in words:
        room.press(Key(K(ord(sign.upper())), sign), after=5)


def found(sheet: JumpSheet) -> list[str]:
    """The ids of the steps that are shown."""
    return [TITLES[at] for at in range(sheet.list.count()) if not sheet.list.isRowHidden(at)]


def test_all_steps_are_there_with_their_pictures_and_names(room: Room) -> None:
    sheet = opened(room)
    assert found(sheet) == TITLES
    assert all(sheet.images.get(at) is not None for at in range(6))
    told = [sheet.list.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(6)]
    assert told[0] == "Step 1, Big idea: Most people online are kind, 2 minutes, now"
    assert "Only between us, 6 minutes" in told[3]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("rules", ["rules"]),  # by its kind
        ("friends real", ["hands"]),  # by its title, in any order
        ("jules", ["story"]),  # by what is said in it
        ("4", ["story"]),  # by its number
        ("zebra", []),
        ("", TITLES),
    ],
)
def test_what_is_typed_finds_steps_by_title_text_kind_and_number(room: Room, words: str, ids: list[str]) -> None:
    sheet = opened(room)
    typed(room, words)
    assert sheet.line.text() == words
    assert found(sheet) == ids
    assert ("No step has “zebra”" in sheet.accessibleDescription()) == (words == "zebra")
    assert room.at() == "welcome"  # the letters drove nothing


def test_enter_goes_to_the_first_that_is_found_and_puts_the_sheet_away(room: Room) -> None:
    opened(room)
    typed(room, "jules")
    room.press(K.Key_Return)
    assert room.at() == "story"
    assert room.presenter.sheets.open is None
    assert room.console.hasFocus()  # the next press of Enter or Space presses no button


def test_enter_where_nothing_is_found_goes_nowhere(room: Room) -> None:
    opened(room)
    typed(room, "zebra")
    room.press(K.Key_Return)
    assert room.at() == "welcome"
    assert room.presenter.sheets.open is not None


def test_a_title_goes_before_a_text_that_has_the_word(room: Room) -> None:
    sheet = opened(room)
    typed(room, "online")  # said on the first step too
    assert TITLES[sheet.list.currentRow()] == found(sheet)[0] == "welcome"
    sheet.line.setText("pretend")
    assert TITLES[sheet.list.currentRow()] == "talk"
    sheet.line.setText("discussion")
    assert TITLES[sheet.list.currentRow()] == "talk"


def test_the_arrow_keys_go_about_the_pictures_and_enter_goes_there(room: Room) -> None:
    sheet = opened(room)
    room.press(K.Key_Down)
    assert sheet.list.hasFocus()
    room.press(K.Key_Right)
    assert sheet.list.currentRow() == 1
    assert room.at() == "welcome"
    room.press(K.Key_Return)
    assert room.at() == "rules"


def test_a_click_goes_there(room: Room) -> None:
    sheet = opened(room)
    box = sheet.list.visualItemRect(sheet.list.item(4))
    QTest.mouseClick(sheet.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    room.settle()
    assert room.at() == "talk"
    assert room.presenter.sheets.open is None


def test_the_clicker_goes_on_with_the_lesson_while_the_sheet_is_open(room: Room) -> None:
    sheet = opened(room)
    room.press(K.Key_PageDown)
    assert room.at() == "rules"
    assert sheet.marks.at == 1


def test_what_was_seen_is_ticked_and_what_is_left_out_is_marked(room: Room) -> None:
    room.go("hands")
    room.session.settle(Plan({}, frozenset([room.session.stops[4]])))
    marks = opened(room).marks
    assert marks.at == 2
    assert marks.sign(0) == ("check", "teal")
    assert marks.sign(1) is None
    assert marks.sign(2) is None
    assert marks.told(4) == "left out today"


def test_a_picture_shows_the_step_before_anything_is_revealed(room: Room) -> None:
    room.go("hands")
    room.press(K.Key_1)
    room.go_to_choices()
    room.session.choose(0)
    images = opened(room).images
    views = [images.view(at) for at in range(6)]
    assert [view.step.id for view in views] == TITLES
    assert {(view.beat, view.path, view.work, view.ink, view.vote) for view in views} == {(0, (), (), (), "")}
    assert not any(views[2].counts[0])


def test_behind_a_frozen_picture_the_facilitator_jumps_about_and_then_shows_it(room: Room) -> None:
    still = room.projector.listed
    room.press(Key(K.Key_F, "f"))
    for words, step in (("jules", "story"), ("pretend", "talk")):
        opened(room)
        typed(room, words)
        room.press(K.Key_Return)
        assert room.at() == step
        assert room.projector.listed is still
    marks = opened(room).marks
    assert marks.told(0) == "on the projector, frozen"
    room.press(K.Key_Escape)
    room.press(K.Key_F5)
    assert "pretend" in room.class_reads()


def test_behind_a_cover_a_step_is_found_and_the_cover_stays(room: Room) -> None:
    room.press(Key(K.Key_C, "c"))
    opened(room)
    typed(room, "jules")
    room.press(K.Key_Return)
    assert room.class_reads() == ""
    room.press(Key(K.Key_C, "c"))
    assert "Only between us" in room.class_reads()


def test_on_one_screen_titles_are_not_laid_over_a_calm_picture_unless_asked_for_twice(open_room: OpenRoom) -> None:
    room = open_room("laptop")
    assert opened(room).window() is room.one
    typed(room, "c")
    room.presenter.trigger("neutral")
    room.settle()
    assert room.presenter.sheets.open is None
    room.press(J)
    assert room.presenter.sheets.open is None
    room.press(J)
    assert room.presenter.sheets.open is not None
    room.presenter.trigger("neutral")
    room.settle()
    assert room.presenter.sheets.open is None


def test_on_one_screen_a_step_is_gone_to_and_the_sheet_is_away(open_room: OpenRoom) -> None:
    room = open_room("laptop")
    opened(room)
    typed(room, "jules")
    room.press(K.Key_Return)
    assert room.at() == "story"
    assert room.presenter.sheets.open is None


def test_the_step_list_has_a_button_for_it_and_everything_has_a_name(
    room: Room, unnamed: Callable[[QWidget], list[str]]
) -> None:
    button = room.console.steps.jump
    assert isinstance(button, QAbstractButton)
    assert "(J)" in button.toolTip()
    button.click()
    room.settle()
    sheet = room.presenter.sheets.open
    assert sheet is not None
    assert unnamed(sheet) == []
    assert isinstance(room.console.focusWidget(), QLineEdit)


def test_other_colours_for_the_class_are_other_pictures(room: Room) -> None:
    sheet = opened(room)
    before = sheet.images.get(1)
    assert before is not None
    room.presenter.next_theme()
    for _ in range(20):
        room.settle()
    after = sheet.images.get(1)
    assert after is not None
    assert after.toImage() != before.toImage()
