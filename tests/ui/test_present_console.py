"""The facilitator's console: what it says, and that it can be used without a mouse or without eyes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from presenting import LESSON, Key, Room
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from workshop.settings import SettingsFile
from workshop.stage.displaylist import WIDE, Box, DisplayList, Span, Style, TextBlock
from workshop.ui.present.announce import news
from workshop.ui.present.notes import notes_of

OpenRoom = Callable[..., Room]
K = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def test_freeze_keeps_the_class_s_picture_while_the_console_goes_on(room: Room) -> None:
    room.press(K.Key_F)
    seen = room.projector.listed
    room.press(K.Key_PageDown)
    room.press(K.Key_PageDown)
    assert room.projector.listed is seen
    assert room.console.now.view is not None
    assert room.console.now.view.step.id == "hands"
    assert room.console.band.accessibleName() == "Frozen: the class still sees step 1"
    room.press(K.Key_F)
    assert "Friends online" in room.class_reads()
    assert room.console.band.isHidden()


@pytest.mark.parametrize(("key", "sees"), [(K.Key_B, "a dark screen"), (K.Key_H, "the help card")])
def test_the_console_says_what_the_class_sees_instead_and_leads_back(room: Room, key: Qt.Key, sees: str) -> None:
    room.press(key)
    assert room.console.band.isVisible()
    assert room.console.band.accessibleName() == f"The class sees {sees}"
    assert room.console.now.view is not None
    assert room.console.now.view.cover == ""
    room.console.band.button.click()
    room.settle()
    assert room.session.state.cover == ""
    assert room.console.band.isHidden()


def test_touching_a_choice_on_the_projector_takes_it(room: Room) -> None:
    room.go_to_choices()
    room.touch("Show her cousin")
    assert room.picture.view is not None
    assert room.picture.view.card == "helped"


def test_w_goes_back_to_the_choice_and_the_pad_says_so(room: Room) -> None:
    room.go_to_choices()
    room.press(K.Key_1)
    room.press(K.Key_W)
    assert room.session.state.spot.path == ()
    room.press(K.Key_2)
    assert room.picture.view is not None
    assert room.picture.view.card == "helped"
    assert room.console.pad.cells[0].accessibleName() == "Back: what if …?"
    room.console.pad.cells[0].click()
    room.settle()
    assert room.picture.view.card == "asks"
    assert any(control.action.startswith("choose") for control in room.controls())
    room.press(K.Key_W)  # nothing before the first choice
    assert room.session.state.spot.path == ()


def test_touching_beside_everything_goes_on_and_the_right_button_back(room: Room) -> None:
    QTest.mouseClick(room.projector, Qt.MouseButton.LeftButton, pos=room.projector.rect().center())
    assert room.at() == "rules"
    QTest.mouseClick(room.projector, Qt.MouseButton.RightButton, pos=room.projector.rect().center())
    assert room.at() == "welcome"


def test_the_pointer_shows_on_the_projector_only_while_it_moves(room: Room) -> None:
    assert room.projector.cursor().shape() == Qt.CursorShape.BlankCursor
    QTest.mouseMove(room.projector, room.projector.rect().center())
    room.settle()
    assert room.projector.cursor().shape() == Qt.CursorShape.ArrowCursor
    room.projector.still.timeout.emit()
    assert room.projector.cursor().shape() == Qt.CursorShape.BlankCursor


def test_the_journal_gets_a_sign_of_life_every_few_seconds(room: Room) -> None:
    room.clock.now += 3
    room.tick(15)
    assert room.journal.last_sign == room.clock.now


def test_another_theme_recolours_the_projector_and_every_preview(room: Room) -> None:
    room.press(Key(K.Key_L, "L", CTRL | SHIFT))
    dark = room.presenter.stage.theme.paper
    assert room.presenter.stage.theme.name == "dark"
    for shown in (room.projector, room.console.now, room.console.next.previews[0]):
        assert shown.listed is not None
        assert shown.listed.background == dark
    assert SettingsFile(room.settings.path).value.stage_theme == "dark"


def test_the_preview_shows_the_next_press(room: Room) -> None:
    assert room.console.next.accessibleName().startswith("Next: ")
    ahead = room.console.next.previews[0].view
    room.press(K.Key_PageDown)
    assert room.projector.view == ahead


def test_where_the_class_chooses_the_preview_shows_where_each_choice_leads(room: Room) -> None:
    room.go_to_choices()
    shown = [preview for preview in room.console.next.previews if preview.isVisible()]
    assert [preview.view.card for preview in shown if preview.view] == ["second", "helped"]
    assert room.console.next.accessibleName() == "Next: the class chooses"
    cells = [cell.accessibleName() for cell in room.console.pad.cells]
    assert cells[1] == "B Show her cousin: Safest"


def test_the_last_step_says_that_the_lesson_ends(room: Room) -> None:
    room.go("where")
    assert room.console.next.accessibleName() == "Next: The end of the lesson"
    assert not any(preview.isVisible() for preview in room.console.next.previews)
    room.press(K.Key_PageDown)
    assert room.told() == "That was the last step."


def test_a_message_makes_room_and_hides_neither_notes_nor_picture(room: Room) -> None:
    room.presenter.tell("Something is amiss. " * 12)
    room.settle()
    console = room.console
    for other in (console.notes, console.now, console.buttons["next"]):
        assert not console.message.geometry().intersects(other.geometry())
    assert console.notes.height() > 60


def test_notes_grow_by_key_and_button_and_are_remembered(room: Room) -> None:
    room.press(Key(K.Key_Plus, "+", CTRL))
    assert room.console.notes.size_now == 34
    larger = next(
        b for b in room.console.notes.findChildren(QPushButton) if b.accessibleName().startswith("Larger notes")
    )
    larger.click()
    assert SettingsFile(room.settings.path).value.notes_size == 38
    for _ in range(20):
        room.press(Key(K.Key_Minus, "-", CTRL))
    assert room.console.notes.size_now == 20


def test_time_left_elapsed_and_the_timer_are_told(room: Room) -> None:
    room.pass_by(65)
    assert "Elapsed 1:05. 43:55 left. Projector on. projector" in room.console.top.accessibleName()
    assert room.console.timer.accessibleName() == "Left in this step: 0:55 of 2:00"
    room.pass_by(120)
    assert room.console.timer.accessibleName() == "Step is over by: 1:05 of 2:00"


def test_a_timer_runs_on_the_projector_and_the_console(room: Room) -> None:
    room.go("talk")
    room.press(K.Key_T)
    room.pass_by(10)
    for shown in (room.projector, room.console.now):
        assert shown.view is not None
        assert shown.view.timer is not None
        assert shown.view.timer.left == 50
    assert room.console.timer.button.on
    assert [cell.cell.action for cell in room.console.pad.cells] == ["time-more", "time-less", "keys"]


def test_a_lesson_without_minutes_shows_no_time_that_it_doesn_t_know(open_room: OpenRoom) -> None:
    bare = "\n".join(line for line in LESSON.replace(", minutes: 3", "").replace(", minutes: 2", "").splitlines()
                     if "minutes:" not in line)  # fmt: skip
    room = open_room(text=bare)
    room.pass_by(5)
    assert "left" not in room.console.top.accessibleName()
    assert room.console.timer.accessibleName() == "Time in this step: 0:05"
    room.console.grab()


def test_sixty_steps_and_endless_titles_keep_the_present_one_in_sight(open_room: OpenRoom) -> None:
    steps = "\n".join(f"- {{id: s{n}, kind: slide, title: {'A very long title ' * 12}{n}}}" for n in range(60))
    room = open_room(text=LESSON.split("steps:")[0] + f"steps:\n{steps}\n")
    room.go("s50")
    rows = room.console.steps.list
    assert rows.viewport().rect().contains(rows.visualItemRect(rows.item(50)))
    assert rows.item(50).toolTip().endswith("50")


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (1920, 1080), (800, 560), (2560, 1080)])
def test_panels_never_overlap_at_any_size(room: Room, size: tuple[int, int]) -> None:
    console = room.console
    console.showNormal()
    console.resize(*size)
    room.press(K.Key_Escape)
    panels = [console.top, console.steps, console.now, console.notes, console.message, console.timer, console.next,
              console.pad, *console.buttons.values()]  # fmt: skip
    for at, one in enumerate(panels):
        assert console.rect().contains(one.geometry()), one
        assert [other for other in panels[at + 1 :] if other.geometry().intersects(one.geometry())] == []
    assert console.notes.height() > 80


def test_every_control_is_reached_by_tab_and_shows_it(room: Room) -> None:
    console = room.console
    console.setFocus()
    seen: list[QWidget] = []
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget() or console, K.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is None or focus in seen:
            break
        before = console.grab().toImage()
        seen.append(focus)
        focus.clearFocus()
        assert console.grab().toImage() != before, focus
        focus.setFocus()
    wanted = {button for button in console.findChildren(QPushButton) if button.isVisible()}
    assert wanted <= set(seen)
    assert {console.steps.list, console.notes.text} <= set(seen)
    assert seen[0] is console.buttons["next"]


def test_every_control_has_a_name(room: Room, unnamed: Callable[[QWidget], list[str]]) -> None:
    room.press(K.Key_H)
    assert unnamed(room.console) == []


def test_a_console_that_was_put_away_comes_back_with_a_question(room: Room) -> None:
    room.console.showMinimized()
    room.settle()
    room.press(K.Key_PageDown, on=room.projector)
    assert room.console.isMinimized()
    room.press(K.Key_Escape, on=room.projector)
    assert not room.console.isMinimized()


def test_the_projector_is_named_for_a_screen_reader(room: Room) -> None:
    room.go("hands")
    assert room.projector.accessibleName() == "Step 3 of 6, opinion: Friends online can be real friends."


def test_changes_are_announced_but_not_each_second(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr("workshop.ui.present.presenter.announce", lambda _widget, words: told.append(words))
    room.go("talk")
    assert told[-1].startswith("Step 5 of 6, discussion: Why might somebody pretend?")
    room.press(K.Key_T)
    told.clear()
    for _ in range(3):
        room.pass_by(1)
    assert [words for words in told if words] == []


def listed(name: str, *texts: str, timer: str = "") -> DisplayList:
    blocks = [TextBlock(Box(0, 0, 9, 9), (Span(text),), Style(54), "", "", order=at) for at, text in enumerate(texts)]
    time = TextBlock(Box(0, 0, 9, 9), (Span(timer),), Style(54), "", "", "timer", order=9)
    return DisplayList(WIDE, "", (*blocks, time), name)


def test_news_is_a_whole_new_step_or_what_was_revealed() -> None:
    first = listed("Step 1", "A question", timer="1:00")
    assert news(None, first) == "Step 1. A question."
    assert news(first, listed("Step 1", "A question", "An answer!", timer="0:59")) == "An answer!"
    assert news(first, listed("Step 1", "A question", timer="0:58")) == ""
    assert news(first, listed("Step 2: Another?", "Another?", "More")) == "Step 2: Another? More."


def test_news_is_what_is_lit_with_its_letter_but_not_a_change_of_all_colours() -> None:
    dark = listed("Step 1", "A", "Hurry", "B", "Guilt")
    lit = dark._replace(items=tuple(i._replace(on="teal") if i.spans[0].text == "Guilt" else i for i in dark.items))
    assert news(dark, lit) == "B. Guilt."
    assert news(dark, lit._replace(background="#000000")) == ""


def test_notes_have_air_between_lines_paragraphs_and_points(room: Room) -> None:
    text = room.console.notes.text
    text.show_notes("**Ask:** one thing.\n\nAnother thing.\n\n- a point\n- another")
    block = text.document().begin()
    margins, pixels = [], room.console.notes.size_now * room.console.notes.unit
    while block.isValid():
        assert block.blockFormat().lineHeight() > 110
        margins.append(round(block.blockFormat().bottomMargin() / pixels, 2))
        block = block.next()
    assert margins == [0.6, 0.6, 0.25, 0.6]


def test_notes_fetch_nothing_that_they_name(room: Room, tmp_path: Path) -> None:
    text = room.console.notes.text
    text.show_notes(f"![a picture]({tmp_path}/secret.png) and [a link](file:///etc/hosts)")
    text.grab()
    assert "a link" in text.toPlainText()


def test_a_step_with_all_kinds_of_notes_lists_them_in_order(room: Room) -> None:
    room.go("talk")
    told = notes_of(room.session.console_view(room.clock()))
    assert told == (
        "**Say:** “I will read this twice. You can pass, and nobody has to tell a story of their own.”\n\n"
        "**How:** Think 1 min → Pair 2 min → Share 3 min\n\n"
        "**Listen for**\n\n- SECRET-LISTEN"
    )


def test_notes_stay_where_they_were_read_while_only_a_story_s_card_changes(room: Room) -> None:
    text, bar = room.console.notes.text, room.console.notes.text.verticalScrollBar()
    below = "\n\n".join(f"Line {n}" for n in range(60))
    text.show_notes(below, "story")
    bar.setValue(bar.maximum() // 2)
    left = bar.maximum() - bar.value()
    text.show_notes("**The class may say**\n\n- No!\n\n" + below, "story")
    assert bar.maximum() - bar.value() == left
    text.show_notes(below, "talk")
    assert bar.value() == 0


def test_what_belongs_to_the_round_or_card_stands_before_the_rest(open_room: OpenRoom) -> None:
    asked = LESSON.replace('  notes: "SECRET-POLL"', '  notes: "SECRET-POLL"\n  again: after talk')
    asked = asked.replace("      text: They block", "      possible_responses: [SECRET-REPLY]\n      text: They block")
    room = open_room(text=asked)
    again = [stop.round for stop in room.session.stops].index(2)
    room.session.go_to(again)
    told = notes_of(room.session.console_view(room.clock()))
    assert told == "**Ask again:** Friends online can be real friends.\n\nSECRET-POLL"
    room.go_to_choices()
    room.press(K.Key_2)
    assert notes_of(room.session.console_view(room.clock())).startswith("**The class may say**\n\n- SECRET-REPLY")


SET = ["Private account", "Who can message me", "Location off for everybody", "Comments off", "Ask me", "Two steps"]
CARDS = "- {{id: set, kind: poll, style: cards, ask: What first?, choices: {}}}\n"


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768)])
@pytest.mark.parametrize("count", range(2, 7))
def test_the_answers_of_a_vote_are_whole_and_begin_with_their_letters(
    open_room: OpenRoom, count: int, size: tuple[int, int]
) -> None:
    room = open_room(text=LESSON.replace("- {id: where", CARDS.format(SET[:count]) + "- {id: where"))
    room.go("set")
    room.console.showNormal()
    room.console.resize(*size)
    room.settle()
    room.presenter.trigger("choice-1")
    room.settle()
    cells = room.console.pad.cells
    assert [cell.cell.label for cell in cells] == [f"{'ABCDEF'[at]} {label}" for at, label in enumerate(SET[:count])]
    assert all(cell.fitting() for cell in cells)
    assert room.console.pad.rect().contains(cells[-1].geometry())
    assert room.console.next.geometry().bottom() < room.console.pad.geometry().top()


def test_a_hand_is_taken_away_by_a_click_with_shift_or_the_right_button(room: Room) -> None:
    room.go("hands")
    cell = room.console.pad.cells[0]
    at = QPoint(15, cell.height() // 2)
    for _ in range(3):
        QTest.mouseClick(cell, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseClick(cell, Qt.MouseButton.RightButton, pos=at)
    QTest.mouseClick(cell, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, at)
    room.settle()
    assert [cell.cell.value for cell in room.console.pad.cells] == ["1", "0", "0"]
