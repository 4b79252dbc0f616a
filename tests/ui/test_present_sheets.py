"""What lies over the facilitator's window: the question box, the disclosure card, how to end in time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from presenting import Key, Room
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workshop.paths import LESSONS
from workshop.ui.present.disclosure import DO, DO_NOT, NO_LEAD, PAUSE, SAY, DisclosureCard
from workshop.ui.present.message import MessageBar
from workshop.ui.present.pace import PaceSheet
from workshop.ui.present.questions import QuestionSheet

K = Qt.Key
OpenRoom = Callable[..., Room]


@pytest.fixture
def room(open_room: OpenRoom) -> Room:
    return open_room()


def box(room: Room) -> QuestionSheet:
    sheet = room.presenter.sheets.open
    assert isinstance(sheet, QuestionSheet)
    return sheet


def typed(room: Room, words: str) -> None:
    """Type a question and press Enter, as a keyboard sends it: through the window."""
    sheet = box(room)
    for sign in words:
        room.press(Key(K(ord(sign.upper())), sign), after=5)
    assert sheet.line.text() == words
    sheet.line.returnPressed.emit()
    room.settle()


def test_what_is_typed_into_the_box_is_not_a_command_and_the_clicker_still_goes_on(room: Room) -> None:
    room.press(K.Key_Q)
    box(room).line.setFocus()
    before = room.session.state
    typed(room, "bhf 123")
    assert room.session.state._replace(questions=()) == before
    room.press(K.Key_PageDown)
    assert room.at() == "rules"


def test_nothing_of_the_box_is_shown_until_the_facilitator_shows_it(room: Room) -> None:
    room.press(K.Key_Q)
    box(room).line.setText("Will anyone find out?")
    box(room).add()
    room.settle()
    assert "find out" not in room.class_reads()
    assert room.console.buttons["questions"].count == 1
    box(room).doing["show"].click()
    room.settle()
    assert "Will anyone find out?" in room.class_reads()
    assert "kind" not in room.class_reads()
    room.press(K.Key_PageDown)
    assert "find out" not in room.class_reads()
    assert room.at() == "welcome"


def test_a_question_is_queued_edited_answered_dropped_and_taken_back(room: Room) -> None:
    room.press(K.Key_Q)
    sheet = box(room)
    sheet.box.add("Wy?")
    room.settle()
    sheet.doing["edit"].click()
    assert sheet.line.text() == "Wy?"
    sheet.line.setText("Why?")
    sheet.adding.click()
    for press, place in (
        ("queue", "queued"),
        ("answered", "answered"),
        ("drop", "dropped"),
        ("drop", "new"),
    ):
        sheet.doing[press].click()
        room.settle()
        assert [(q.text, q.place) for q in room.session.state.questions] == [("Why?", place)]


def test_what_may_be_a_disclosure_is_never_shown_and_opens_the_card(room: Room) -> None:
    room.press(K.Key_Q)
    sheet = box(room)
    sheet.box.add("Something happened at home")
    room.settle()
    sheet.doing["disclosure"].click()
    room.settle()
    assert isinstance(room.presenter.sheets.open, DisclosureCard)
    room.press(K.Key_Q)
    assert not box(room).doing["show"].isEnabled()
    room.session.box.show(1)
    room.settle()
    assert "happened" not in room.class_reads()


def test_a_usual_question_can_be_picked(room: Room) -> None:
    room.press(K.Key_Q)
    box(room).usual_menu().actions()[0].trigger()
    room.settle()
    assert room.session.state.questions[0].text.endswith("?")


def test_the_disclosure_card_is_on_the_console_alone_and_one_key_away_and_back(room: Room) -> None:
    seen = room.picture.listed
    room.press(K.Key_D)
    card = room.presenter.sheets.open
    assert isinstance(card, DisclosureCard)
    assert card.window() is room.console
    assert NO_LEAD in card.accessibleDescription()
    assert room.picture.listed is seen
    room.press(K.Key_D)
    assert room.presenter.sheets.open is None


def test_on_one_screen_a_private_sheet_is_asked_for_twice_behind_a_calm_picture(open_room: OpenRoom) -> None:
    room = open_room("laptop")
    room.press(K.Key_D)
    assert room.presenter.sheets.open is None
    assert room.session.state.cover == "neutral"
    bar = room.one.findChild(MessageBar)
    assert bar is not None
    assert "class can read this screen" in bar.accessibleName()
    assert [button.text() for button in bar.buttons] == ["Not now", "Show it here"]
    room.press(K.Key_D)
    assert isinstance(room.presenter.sheets.open, DisclosureCard)
    room.press(K.Key_PageDown)
    assert room.presenter.sheets.open is None
    assert room.session.state.cover == ""


def test_on_one_screen_another_key_between_forgets_what_was_asked_for(open_room: OpenRoom) -> None:
    room = open_room("laptop")
    room.press(K.Key_Q)
    room.press(K.Key_T)
    bar = room.one.findChild(MessageBar)
    assert bar is not None
    assert bar.isHidden()
    room.press(K.Key_Q)
    assert room.presenter.sheets.open is None


def test_a_plug_that_is_pulled_takes_what_is_private_away(room: Room) -> None:
    room.press(K.Key_D)
    room.screens.plug("laptop")
    room.settle()
    assert room.presenter.sheets.open is None


def test_one_key_shows_a_picture_without_a_title_and_the_time_goes_on(room: Room) -> None:
    room.go("talk")
    room.press(K.Key_T)
    room.press(K.Key_C)
    assert room.class_reads() == ""
    room.pass_by(10)
    timer = room.session.console_view(room.clock()).timer
    assert timer is not None
    assert timer.seconds - timer.left == 10
    room.press(K.Key_C)
    assert "pretend" in room.class_reads()


def test_one_key_hides_the_notes_and_what_is_private(room: Room) -> None:
    room.press(K.Key_Q)
    room.press(K.Key_PageDown)
    box(room).closing.setFocus()
    room.press(K.Key_N)
    assert room.console.notes.text.isHidden()
    assert room.presenter.sheets.open is None
    room.press(K.Key_N)
    assert not room.console.notes.text.isHidden()


def test_a_late_class_is_proposed_what_to_leave_out_and_nothing_changes_unasked(open_room: OpenRoom) -> None:
    room = open_room(text=LATE)
    room.clock.now += 20 * 60
    room.press(K.Key_A)
    sheet = room.presenter.sheets.open
    assert isinstance(sheet, PaceSheet)
    assert any("Skip “Which?”" in text for text, _plan in sheet.offers)
    assert room.session.state.plan.skipped == frozenset()
    sheet.buttons[0].click()
    room.settle()
    assert room.presenter.sheets.open is None
    assert room.session.state.plan.skipped
    assert [row.skipped for row in room.console.steps.rows] == [False, True, False]


LATE = """\
format: lesson/1
id: late
version: 1.0.0
language: en
title: Late
minutes: 20
steps:
- {id: a, kind: slide, title: Welcome, minutes: 5}
- {id: b, kind: quiz, ask: Which?, minutes: 10, optional: true, answers: [{right: This}, {wrong: That}]}
- {id: c, kind: help, minutes: 5}
"""


def test_tab_reaches_every_control_of_the_box(room: Room) -> None:
    room.press(K.Key_Q)
    sheet = box(room)
    sheet.box.add("Why?")
    room.settle()
    sheet.line.setFocus()
    reached = set()
    for _ in range(60):
        QTest.keyClick(room.console, K.Key_Tab)
        focus = room.console.focusWidget()
        assert focus is None or focus.accessibleName(), focus
        reached.add(focus)
    assert {sheet.adding, sheet.picking, sheet.list, sheet.telling, sheet.printing, sheet.closing} <= reached
    assert {button for button in sheet.doing.values() if button.isEnabled()} <= reached


def test_the_card_says_what_the_staff_learnt_in_their_briefing() -> None:
    sheet = (LESSONS / "educator-briefing" / "media" / "staff-card.txt").read_text("utf-8")
    for line in (PAUSE, *SAY, *DO, *DO_NOT):
        assert line in sheet, line


def test_half_a_sentence_waits_in_the_box_until_it_is_opened_again(room: Room) -> None:
    room.press(K.Key_Q)
    box(room).line.setText("half a sentence")
    room.press(K.Key_D)
    room.press(K.Key_Q)
    assert box(room).line.text() == "half a sentence"
    box(room).add()
    room.press(K.Key_Escape)
    room.press(K.Key_Q)
    assert box(room).line.text() == ""


@pytest.mark.parametrize(("key", "cover"), [(K.Key_F2, "help"), (K.Key_F3, "blank"), (K.Key_F4, "neutral")])
def test_help_and_hiding_are_one_key_away_while_somebody_types(room: Room, key: Qt.Key, cover: str) -> None:
    room.press(K.Key_Q)
    box(room).line.setFocus()
    room.press(key)
    assert room.session.state.cover == cover
    assert box(room).line.text() == ""


def test_on_one_screen_the_box_makes_room_for_the_question_that_it_shows(open_room: OpenRoom) -> None:
    room = open_room("laptop")
    room.session.box.add("Why?")
    room.press(K.Key_Q)
    room.press(K.Key_Q)
    box(room).doing["show"].click()
    room.settle()
    assert room.presenter.sheets.open is None
    assert "Why?" in room.class_reads()


def test_number_keys_change_nothing_behind_a_cover_and_the_console_says_so(room: Room) -> None:
    room.go_to_choices()
    before = room.session.state
    room.press(K.Key_H)
    room.press(Key(K.Key_1, "1"))
    room.press(K.Key_W)
    assert "this key did nothing" in room.told()
    room.press(K.Key_H)
    assert room.session.state == before


def test_a_touch_at_the_board_leaves_the_keyboard_to_the_console(room: Room) -> None:
    room.projector.activateWindow()
    room.settle()
    assert QApplication.activeWindow() is room.console
    room.projector.activateWindow()
    room.press(K.Key_Q)
    assert QApplication.focusWidget() is box(room).line
