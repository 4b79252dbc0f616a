"""One screen for class and facilitator: all can be done by mouse and touch there, and nothing private is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from presenting import LESSON, Key, Room
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workshop.ui.present.countrow import CountRow
from workshop.ui.present.more import MoreMenu
from workshop.ui.present.strip import Strip

OpenRoom = Callable[..., Room]
K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # menus, without a screen
CARDS = """\
- id: cards
  kind: poll
  style: cards
  ask: What would you set first?
  choices: [Private account, Who can message me, Location off, Comments off, Ask before a photo, Two-step login]
- id: sort
  kind: sort
  groups: {Friendly: [I like it!, No problem!], Pressure: [Our secret!, Answer now!]}
- {id: match, kind: match, pairs: {Moon: Night, Sun: Day, Rain: Coat}}
- {id: order, kind: order, items: [Stop, Keep, Tell]}
- id: quiz
  kind: quiz
  ask: Which is pressure?
  answers: [{right: Our secret, because: Secrecy.}, {wrong: Well done, because: Kind.}]
- {id: todo, kind: activity, ask: Make a poster, instructions: [Agree., Sketch., Hang it up.]}
"""


@pytest.fixture
def room(open_room: OpenRoom) -> Room:
    return open_room("laptop", text=LESSON.replace("- {id: where", CARDS + "- {id: where"))


def strip(room: Room) -> Strip:
    assert room.one.strip is not None
    return room.one.strip


def more(room: Room) -> MoreMenu:
    """The menu, opened by its button."""
    strip(room).buttons["more"].click()
    room.settle()
    assert room.one.more is not None
    return room.one.more


def names(menu: MoreMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def choose(room: Room, action: str) -> None:
    next(each for each in more(room).actions() if each.objectName() == action).trigger()
    room.settle()


def counts(room: Room) -> CountRow:
    """The row of counts, opened by its button."""
    assert room.one.counts is not None
    if room.one.counts.isHidden():
        strip(room).buttons["count"].click()
    room.settle()
    return room.one.counts


def told(row: CountRow) -> list[str]:
    return [button.cell.value for button in row.cells]


def test_a_menu_has_all_that_the_strip_has_no_button_for_with_the_keys_in_use(room: Room) -> None:
    room.presenter.in_use.learn("jump", "Y")
    room.presenter.in_use.forget("jump", "J")
    assert names(more(room)) == [
        "Card for adults\tD",
        "Question box\tQ",
        "Ending in time\tA",
        "Go to a step\tY",
        "Take back\tCtrl+Z",
        "All keys\tF1",
    ]
    room.go_to_choices()
    assert {"Vote on choices\tV", "Map of the story\tG"} < set(names(more(room)))


def test_each_row_of_the_menu_does_what_its_key_does(room: Room) -> None:
    for sheet in ("pace", "jump"):
        choose(room, sheet)
        assert room.presenter.sheets.name == sheet
        room.press(K.Key_Escape)
    room.go_to_choices()
    choose(room, "vote")
    assert room.session.console_view(room.clock()).vote == "open"
    assert "End the vote\tV" in names(more(room))


def test_the_card_for_adults_must_be_asked_for_twice_here_too(room: Room) -> None:
    choose(room, "disclosure")
    assert room.presenter.sheets.open is None
    assert room.session.state.cover == "neutral"
    assert "Promise" not in room.class_reads()


def test_the_menu_over_a_covered_picture_has_nothing_that_changes_the_lesson(room: Room) -> None:
    room.go_to_choices()
    room.press(K.Key_B)
    assert not {"Vote on choices\tV", "Take back\tCtrl+Z", "All keys\tF1"} & set(names(more(room)))


def test_the_menu_goes_when_something_else_is_shown(room: Room) -> None:
    opened = more(room)
    assert opened.isVisible()
    room.presenter.trigger("blank")
    room.settle()
    assert room.one.more is None


def test_totals_are_read_only_when_asked_for(room: Room) -> None:
    room.go("cards")
    for key in (K.Key_1, K.Key_1, K.Key_4):
        room.press(key)
    assert room.one.counts is not None
    assert room.one.counts.isHidden()
    assert "3 hands" in strip(room).accessibleName()
    row = counts(room)
    assert told(row) == ["2", "0", "0", "1", "0", "0"]
    assert [button.words() for button in row.cells] == list("ABCDEF")
    assert row.cells[3].accessibleName() == "D Comments off: 1"


@pytest.mark.parametrize("key", [K.Key_PageUp, K.Key_B, K.Key_H, K.Key_F])
def test_they_are_away_when_something_else_is_shown(room: Room, key: Qt.Key) -> None:
    room.go("cards")
    row = counts(room)
    room.press(key)
    assert row.isHidden()


def test_hands_are_counted_in_the_row_taken_away_and_taken_back(room: Room) -> None:
    room.go("hands")
    row = counts(room)
    cell = row.cells[0]
    at = QPoint(12, cell.height() // 2)
    for _ in range(4):
        QTest.mouseClick(cell, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseClick(cell, Qt.MouseButton.RightButton, pos=at)
    QTest.mouseClick(cell, Qt.MouseButton.LeftButton, SHIFT, at)
    room.settle()
    assert told(row) == ["2", "0", "0"]
    row.back.click()
    room.settle()
    assert told(row) == ["3", "0", "0"]


def test_a_count_is_typed_in_the_row_and_escape_leaves_the_field_before_the_row(room: Room) -> None:
    room.go("hands")
    row = counts(room)
    cell = row.cells[1]
    at = QPoint(cell.width() - 8, cell.height() // 2)
    QTest.mouseClick(cell, Qt.MouseButton.LeftButton, pos=at)
    QTest.keyClicks(row.field, "14")
    QTest.keyClick(row.field, K.Key_Return)
    room.settle()
    assert told(row) == ["0", "14", "0"]
    QTest.mouseClick(cell, Qt.MouseButton.LeftButton, pos=at)
    assert QApplication.focusWidget() is row.field
    room.press(K.Key_Escape)
    assert (row.field.isHidden(), row.isHidden()) == (True, False)
    room.press(K.Key_Escape)
    assert row.isHidden()
    assert room.session.state.cue == ""


def test_a_story_s_vote_is_counted_there_and_the_row_goes_with_the_vote(room: Room) -> None:
    room.go_to_choices()
    assert strip(room).buttons["count"].isHidden()
    room.press(Key(K.Key_V, "v"))
    row = counts(room)
    row.cells[1].click()
    room.settle()
    assert ([button.words() for button in row.cells], told(row)) == (["A", "B"], ["0", "1"])
    room.press(Key(K.Key_V, "v"))
    assert row.isHidden()
    assert strip(room).buttons["count"].isHidden()


def test_the_strip_says_what_the_number_keys_do_at_the_board(room: Room) -> None:
    said = {}
    for step in ("sort", "match", "order", "quiz", "todo"):
        room.go(step)
        said[step] = strip(room).accessibleName().partition("   ")[0]
    assert said == {
        "sort": "1–2 put from the left",
        "match": "1–3 put",
        "order": "1–3 put A–C",
        "quiz": "1–2 mark A–B",
        "todo": "1–3 mark",
    }
    room.go("match")
    assert "Shift+1–3 take A–C" in strip(room).accessibleName()
    room.go("sort")
    room.press(K.Key_1)
    assert "Shift+1 takes" in strip(room).accessibleName()
    room.press(K.Key_H)
    assert "put" not in strip(room).accessibleName()


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
def test_nothing_of_strip_row_or_menu_is_cut(room: Room, size: tuple[int, int]) -> None:
    room.one.showNormal()
    room.one.resize(*size)
    room.go("cards")
    row = counts(room)
    assert room.one.rect().contains(row.geometry())
    assert row.geometry().bottom() < strip(room).geometry().top()
    assert all(row.rect().contains(button.geometry()) and button.fitting() for button in row.cells)
    assert row.rect().contains(row.back.geometry())
    for button in strip(room).buttons.values():
        assert button.isHidden() or strip(room).rect().contains(button.geometry())
    room.go_to_choices()
    assert more(room).sizeHint().height() < room.one.height()
