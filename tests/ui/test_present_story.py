"""A story that the class steers and votes without devices, in real windows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from presenting import LESSON, Key, Room
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workshop.session.view import Turn
from workshop.ui.present.mapsheet import NO_STORY, UNKNOWN, MapSheet

OpenRoom = Callable[..., Room]
K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def asked(room: Room) -> Room:
    """Where the class is to choose."""
    room.go_to_choices()
    return room


def path(room: Room) -> list[tuple[str, int]]:
    return [tuple(turn) for turn in room.session.state.spot.path]


def pad(room: Room) -> list[str]:
    return [cell.accessibleName() for cell in room.console.pad.cells]


def vote(room: Room, *keys: Qt.Key) -> None:
    room.press(K.Key_V)
    for key in keys:
        room.press(key)


def sheet(room: Room) -> MapSheet:
    opened = room.presenter.sheets.open
    assert isinstance(opened, MapSheet)
    return opened


# --- the class votes on the story's choices --------------------------------------------------------------


def test_a_vote_goes_by_the_keys_alone(asked: Room) -> None:
    vote(asked, K.Key_1, K.Key_2, K.Key_2, K.Key_3)
    assert "Hands up: A, B" in asked.class_reads()
    assert not {"1", "2", "3 hands"} & set(asked.class_reads().split("\n"))
    assert pad(asked) == ["A Delete the chat: 1", "B Show her cousin: 2"]
    assert asked.console.pad.accessibleName() == "3 hands"
    asked.press(K.Key_PageDown)
    assert {"1", "2", "3 hands"} <= set(asked.class_reads().split("\n"))
    assert asked.told().startswith("Next follows the class: B, Show her cousin.")
    asked.press(K.Key_PageDown)
    assert path(asked) == [("asks", 1)]
    assert asked.told() == ""


def test_a_hand_too_many_is_taken_away_and_the_last_key_taken_back(asked: Room) -> None:
    vote(asked, K.Key_2, K.Key_2, K.Key_1)
    asked.press(Key(K.Key_2, "@", SHIFT))
    assert pad(asked) == ["A Delete the chat: 1", "B Show her cousin: 1"]
    asked.press(Key(K.Key_Z, "\x1a", Qt.KeyboardModifier.ControlModifier))
    assert pad(asked) == ["A Delete the chat: 1", "B Show her cousin: 2"]


def test_while_hands_are_counted_the_console_says_how_to_go_on(asked: Room) -> None:
    vote(asked)
    assert asked.told() == "Count hands with the keys 1 or 2. Next shows the class the totals."
    asked.press(K.Key_PageDown)
    assert asked.told() == "Nobody was counted. Next ends the vote."
    asked.press(K.Key_PageDown)
    assert (path(asked), asked.told()) == ([], "")


def test_while_the_class_votes_the_previews_show_where_each_choice_leads_without_hands(asked: Room) -> None:
    vote(asked, K.Key_1, K.Key_2)
    for _ in range(2):
        shown = [preview.view for preview in asked.console.next.previews if preview.isVisible()]
        assert [(view.card, view.vote, view.counts) for view in shown if view] == [
            ("second", "", ()),
            ("helped", "", ()),
        ]
        asked.press(K.Key_PageDown)


def test_at_a_tie_the_facilitator_picks_by_number(asked: Room) -> None:
    vote(asked, K.Key_1, K.Key_2)
    asked.press(K.Key_PageDown)
    assert asked.told() == "Two choices have as many hands. Count again, or press Next to pick one."
    asked.press(K.Key_PageDown)
    assert asked.told() == "Two choices have as many hands. Press 1 or 2 to pick one, or Next to end the vote."
    asked.press(K.Key_1)
    assert path(asked) == [("asks", 0)]


def test_touching_a_choice_overrides_the_class(asked: Room) -> None:
    vote(asked, K.Key_1, K.Key_1)
    asked.press(K.Key_PageDown)
    asked.touch("Show her cousin")
    assert path(asked) == [("asks", 1)]


def test_the_pad_has_buttons_for_the_vote_and_the_map(asked: Room) -> None:
    voting, mapping = asked.console.pad.beside
    assert (voting.accessibleName(), voting.accessibleDescription()) == ("Vote", "key V")
    mapping.click()
    asked.settle()
    assert asked.presenter.sheets.name == "map"
    asked.press(K.Key_Escape)
    voting.click()
    asked.settle()
    assert asked.session.state.vote == "open"
    asked.console.pad.beside[0].click()
    asked.settle()
    assert asked.session.state.vote == ""


def test_on_one_screen_the_strip_says_it_in_few_words(open_room: OpenRoom) -> None:
    room = open_room("laptop", one_screen=True)
    room.go_to_choices()
    assert room.one.strip is not None
    assert "1–2 choose, V votes" in room.one.strip.accessibleName()
    vote(room, K.Key_2)
    assert "1 hand   1–2 count, Next shows" in room.one.strip.accessibleName()
    room.press(K.Key_PageDown)
    assert "1 hand   Next: B" in room.one.strip.accessibleName()


# --- counting hands --------------------------------------------------------------------------------------


def test_bars_come_to_the_projector_only_when_they_are_shown_and_stay(room: Room) -> None:
    room.go("hands")
    room.press(K.Key_1)
    assert "1 hand" not in room.class_reads()
    room.press(K.Key_PageDown)
    assert "1 hand" in room.class_reads()
    room.press(K.Key_PageDown)
    room.press(K.Key_PageUp)
    assert (room.at(), "1 hand" in room.class_reads()) == ("hands", True)


def type_into(room: Room, answer: int) -> None:
    """Press Enter on a key of the pad."""
    cell = room.console.pad.cells[answer]
    cell.setFocus()
    room.press(Key(K.Key_Return, "\r"))
    assert QApplication.focusWidget() is room.console.pad.field


def test_enter_on_a_key_of_the_pad_takes_a_number_that_is_typed(room: Room) -> None:
    room.go("hands")
    room.press(K.Key_3)
    type_into(room, 2)
    assert room.console.pad.field.accessibleName() == "Hands for Disagree"
    assert room.console.pad.field.selectedText() == "1"
    for key, text in ((K.Key_1, "1"), (K.Key_F, "f"), (K.Key_4, "4")):
        room.press(Key(key, text))
    assert room.console.pad.field.text() == "14"
    assert room.session.state.frozen is None
    room.press(Key(K.Key_Return, "\r"))
    assert pad(room) == ["Agree: 0", "Not sure: 0", "Disagree: 14"]
    assert QApplication.focusWidget() is room.console.pad.cells[2]
    assert room.console.pad.field.isHidden()


def test_esc_leaves_the_number_as_it_was_and_the_lesson_too(room: Room) -> None:
    room.go("hands")
    type_into(room, 0)
    room.press(Key(K.Key_9, "9"))
    room.press(K.Key_Escape)
    assert pad(room)[0] == "Agree: 0"
    assert room.console.pad.field.isHidden()
    assert room.told() == ""


def test_a_clicker_drives_the_lesson_on_while_a_number_is_typed(room: Room) -> None:
    room.go("hands")
    type_into(room, 0)
    room.press(K.Key_PageDown)
    room.press(K.Key_PageDown)
    assert room.at() == "story"
    assert room.console.pad.field.isHidden()
    room.press(K.Key_1)
    assert path(room) == [("asks", 0)]


def test_a_click_on_a_key_s_number_counts_and_beside_it_one_types(room: Room) -> None:
    room.go("hands")
    cell = room.console.pad.cells[1]
    QTest.mouseClick(cell, Qt.MouseButton.LeftButton, pos=QPoint(15, cell.height() // 2))
    room.settle()
    assert pad(room)[1] == "Not sure: 1"
    QTest.mouseClick(cell, Qt.MouseButton.LeftButton, pos=QPoint(cell.width() - 10, cell.height() // 2))
    room.settle()
    assert room.console.pad.field.isVisible()


def test_a_story_s_hands_can_be_typed_too(asked: Room) -> None:
    vote(asked)
    type_into(asked, 1)
    asked.press(Key(K.Key_2, "2"))
    asked.press(Key(K.Key_1, "1"))
    asked.press(Key(K.Key_Enter, "\r"))
    assert pad(asked) == ["A Delete the chat: 0", "B Show her cousin: 21"]


# --- the path taken and the paths not taken ----------------------------------------------------------------


def test_at_the_end_next_shows_the_path_and_a_touch_takes_another(asked: Room) -> None:
    asked.press(K.Key_2)
    while "The path taken" not in asked.class_reads():
        asked.press(K.Key_PageDown)
    assert asked.at() == "story"
    assert {"Show her cousin", "Delete the chat"} <= set(asked.class_reads().split("\n"))
    asked.touch("What if …? A: Delete the chat")
    assert path(asked) == [("asks", 0)]
    assert asked.picture.view is not None
    assert asked.picture.view.card == "second"


def test_at_the_end_the_number_keys_take_another_path_too(asked: Room) -> None:
    asked.press(K.Key_2)
    while "The path taken" not in asked.class_reads():
        asked.press(K.Key_PageDown)
    assert pad(asked) == ["A Delete the chat"]
    assert [button.accessibleName() for button in asked.console.pad.beside] == ["Back", "Map"]
    asked.press(K.Key_2)
    assert path(asked) == [("asks", 1)]
    asked.press(K.Key_1)
    assert path(asked) == [("asks", 0)]


# --- the map ---------------------------------------------------------------------------------------------


def rows(room: Room) -> list[str]:
    listed = sheet(room).list
    return [listed.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(listed.count())]


def test_the_map_tells_every_card_and_choice_to_the_keyboard(asked: Room) -> None:
    asked.press(K.Key_2)
    asked.press(K.Key_G)
    assert rows(asked) == [
        "1. What could Maya do now?",
        "A: Delete the chat, Less safe for now",
        "B: Show her cousin, Safest, taken",
        "2. They block and report together. – now – Safe ending",
        "Jules asks for another secret.",
        "A: Tell an adult, Safest",
    ]
    listed = sheet(asked).list
    listed.setFocus()
    asked.press(K.Key_Down)
    asked.press(Key(K.Key_Return, "\r"))
    assert path(asked) == [("asks", 0)]
    assert asked.presenter.sheets.name == "map"


def press_at(room: Room, place: QPoint) -> None:
    QTest.mouseClick(sheet(room).map, Qt.MouseButton.LeftButton, pos=place)
    room.settle()


def test_a_click_on_the_map_goes_back_or_takes_a_choice(asked: Room) -> None:
    asked.press(K.Key_2)
    asked.press(K.Key_G)
    drawn = sheet(asked).map
    press_at(asked, drawn.cards()["asks"].center().toPoint() - QPoint(30, 0))
    assert path(asked) == []
    press_at(asked, drawn.pills()["asks", 0].center().toPoint())
    assert path(asked) == [("asks", 0)]
    press_at(asked, drawn.cards()["helped"].center().toPoint())
    assert path(asked) == [("asks", 0), ("second", 0)]
    assert asked.session.state.explored["story"] == {Turn("asks", 0), Turn("asks", 1), Turn("second", 0)}


def test_a_card_that_no_choice_of_the_path_leads_to_stays_where_it_is(asked: Room) -> None:
    asked.press(K.Key_2)
    asked.press(K.Key_G)
    press_at(asked, sheet(asked).map.pills()["second", 0].center().toPoint())
    assert path(asked) == [("asks", 1)]
    assert asked.told() == UNKNOWN


def test_the_map_ends_a_vote_in_which_the_facilitator_decides(asked: Room) -> None:
    vote(asked, K.Key_1)
    asked.press(K.Key_G)
    press_at(asked, sheet(asked).map.pills()["asks", 1].center().toPoint())
    assert (path(asked), asked.session.state.vote) == ([("asks", 1)], "")


def test_on_other_steps_the_map_says_what_it_is_for(room: Room) -> None:
    room.press(K.Key_G)
    assert NO_STORY in sheet(room).accessibleDescription()
    assert sheet(room).list.isHidden()
    room.go("story")
    assert sheet(room).list.isVisible()


def test_the_class_never_sees_the_map_unasked(open_room: OpenRoom) -> None:
    room = open_room("laptop", one_screen=True, text=LESSON)
    room.go_to_choices()
    room.press(K.Key_G)
    assert room.presenter.sheets.open is None
    assert room.session.state.cover == "neutral"
    room.press(K.Key_G)
    assert sheet(room).isVisible()
    room.press(K.Key_F5)
    assert room.presenter.sheets.open is None
