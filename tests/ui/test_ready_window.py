"""The window before a lesson: started at once by one key, a reason for another age alone, and a room made ready."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from presenting import FakeScreens
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from workshop.lesson.model import Lesson
from workshop.lesson.reader import read
from workshop.lesson.values import Ages
from workshop.settings import SettingsFile
from workshop.stage.page import Setting
from workshop.stage.words import words
from workshop.ui.look import Look
from workshop.ui.present.keys import spellings
from workshop.ui.ready import Start, checklist
from workshop.ui.ready.checklist import Lead, Shown
from workshop.ui.ready.checks import AMBER, GREEN, RED, Power
from workshop.ui.ready.room import Machine
from workshop.ui.ready.rows import Tick
from workshop.ui.ready.window import ReadyWindow
from workshop.ui.widgets import Label

TODAY = date(2026, 11, 23)
LESSON = """\
format: lesson/1
id: trust
version: 1.0.0
language: en
title: Trust
audience: {audience}
ages: 11-13
materials: [Paper]
steps:
- {{id: rules, kind: rules}}
- {{id: young, kind: slide, title: For the young, ages: 11-11}}
- {{id: where, kind: help}}
"""


class Classroom:
    """A window before a lesson, on this computer with these screens."""

    def __init__(self, qtbot: QtBot, folder: Path, *plugged: str, audience: str = "pupils", asleep: str = "") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "lesson.yaml").write_text(LESSON.format(audience=audience), "utf-8")
        lesson = read(folder).lesson
        assert isinstance(lesson, Lesson)
        self.folder, self.lesson, self.asleep = folder, lesson, asleep
        self.settings = SettingsFile(folder / "settings.json")
        self.screens = FakeScreens(*(plugged or ("laptop", "projector")))
        self.power: Power | None = Power(True, True, 80)
        self.played = 0
        self.loudspeaker = True
        self.starts: list[Start] = []
        self.left = 0
        self.look = Look()
        self.window = self.open(qtbot)

    def open(self, qtbot: QtBot) -> ReadyWindow:
        window = ReadyWindow(
            self.look,
            Setting(self.lesson, self.folder, words("en")),
            checklist.items(self.lesson, Lead("Ms Kelly", "01 234"), Shown("IE", "Ireland")),
            checklist.about(self.lesson, frozenset(), str),
            self.settings,
            self.screens,
            Machine(lambda: self.power, lambda: 10**11, lambda: self.asleep, "Press the bell.", self._play, _spell),
            TODAY,
        )
        window.started.connect(self.starts.append)
        window.left.connect(self._leave)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        self.settle()
        return window

    def _play(self) -> bool:
        self.played += 1
        return self.loudspeaker

    def _leave(self) -> None:
        self.left += 1

    def settle(self) -> None:
        for _ in range(5):
            QApplication.processEvents()

    def press(self, key: Qt.Key, on: QWidget | None = None) -> None:
        QTest.keyClick(on or self.window.focusWidget() or self.window, key)
        self.settle()

    def choose_age(self, age: int) -> None:
        assert self.window.age is not None
        self.window.age.choice.setCurrentIndex(self.window.age.choice.findData(age))
        self.settle()


def _spell(event: QKeyEvent) -> list[str]:
    return spellings(event, "offscreen")


Open = Callable[..., Classroom]


@pytest.fixture
def open_classroom(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    rooms: list[Classroom] = []

    def open_one(*plugged: str, **told: str) -> Classroom:
        rooms.append(Classroom(qtbot, tmp_path / f"class{len(rooms)}", *plugged, **told))
        return rooms[-1]

    yield open_one
    for room in rooms:
        room.window.finish()


@pytest.fixture
def classroom(open_classroom: Open) -> Classroom:
    return open_classroom()


# --- the way past ------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F5])
def test_one_key_starts_at_once_with_nothing_ticked(classroom: Classroom, key: Qt.Key) -> None:
    classroom.press(key)
    assert classroom.starts == [Start()]


def test_enter_starts_from_a_line_of_the_checklist_too(classroom: Classroom) -> None:
    tick = classroom.window.checklist.ticks["lead"]
    tick.setFocus()
    classroom.press(Qt.Key.Key_Space)
    assert tick.isChecked()
    classroom.press(Qt.Key.Key_Return)
    assert len(classroom.starts) == 1


def test_escape_leaves_without_starting(classroom: Classroom) -> None:
    classroom.press(Qt.Key.Key_Escape)
    assert (classroom.left, classroom.starts) == (1, [])


def test_a_window_that_gave_way_to_the_lesson_does_not_say_that_it_was_left(classroom: Classroom) -> None:
    classroom.window.finish()
    assert classroom.left == 0
    assert not classroom.window.isVisible()


# --- how old the class is ------------------------------------------------------------------------------


def test_the_age_goes_to_the_lesson_and_is_remembered(classroom: Classroom, qtbot: QtBot) -> None:
    classroom.choose_age(12)
    assert classroom.window.age is not None
    assert "One step for others is left out" in classroom.window.age._meant.text()
    classroom.press(Qt.Key.Key_F5)
    assert classroom.starts == [Start(Ages(12, 12))]
    assert SettingsFile(classroom.settings.path).value.class_age == 12
    again = classroom.open(qtbot)
    assert again.age is not None
    assert again.age.age == 12


def test_another_age_asks_for_one_line_and_nothing_more(classroom: Classroom) -> None:
    classroom.choose_age(9)
    age = classroom.window.age
    assert age is not None
    classroom.press(Qt.Key.Key_F5)
    assert classroom.starts == []
    assert "why it suits this class" in classroom.window.notice.words.text()
    assert age.reason.hasFocus()
    QTest.keyClicks(age.reason, "   ")
    classroom.press(Qt.Key.Key_Return)
    assert classroom.starts == []
    QTest.keyClicks(age.reason, "An able group that asked for it")
    classroom.press(Qt.Key.Key_Return)
    assert classroom.starts == [Start(Ages(9, 9))]
    assert "able group" not in classroom.settings.path.read_text("utf-8")


def test_a_lesson_for_staff_asks_for_no_age_and_less(open_classroom: Open) -> None:
    classroom = open_classroom(audience="staff")
    assert classroom.window.age is None
    assert list(classroom.window.checklist.ticks) == ["lead", "directory"]


# --- the checklist ---------------------------------------------------------------------------------------


def test_what_holds_for_a_year_is_ticked_next_time_and_nothing_else_is_kept(classroom: Classroom, qtbot: QtBot) -> None:
    for tick in classroom.window.checklist.ticks.values():
        tick.click()
    assert classroom.window.checklist.ticked() == 6
    assert SettingsFile(classroom.settings.path).value.done == {"directory:IE": "2026-11-23"}
    again = classroom.open(qtbot).checklist
    assert [name for name, tick in again.ticks.items() if tick.isChecked()] == ["directory"]
    assert "Done on 23 November 2026" in again.ticks["directory"].accessibleDescription()
    again.ticks["directory"].click()
    assert SettingsFile(classroom.settings.path).value.done == {}


def test_numbers_that_were_checked_are_those_of_one_country(classroom: Classroom) -> None:
    cards, lead = classroom.window.checklist, Lead("Ms Kelly", "01 234")
    tick = cards.ticks["directory"]

    def choose(code: str = "", country: str = "") -> None:
        cards.tell(checklist.items(classroom.lesson, lead, Shown(code, country)))

    choose()
    tick.click()
    assert not tick.isChecked()
    assert "choose one first" in tick.accessibleDescription()
    assert "0 of 6 ticked" in classroom.window._sum.text()
    classroom.settings.change(done={"directory:IE": "2026-09-01"})
    choose("BG", "Bulgaria")
    assert (tick.isEnabled(), tick.isChecked(), tick.accessibleDescription()[:9]) == (True, False, "Bulgaria.")
    choose("IE", "Ireland")
    assert tick.isChecked()
    assert "1 of 6 ticked" in classroom.window._sum.text()
    assert classroom.settings.value.done == {"directory:IE": "2026-09-01"}  # and not as if it were done today


def test_the_schools_lead_is_named_and_follows_a_change(classroom: Classroom) -> None:
    tick = classroom.window.checklist.ticks["lead"]
    assert tick.accessibleDescription() == "Ms Kelly, 01 234"
    tick.click()
    classroom.window.checklist.tell(checklist.items(classroom.lesson, Lead("Mr Byrne", "09"), Shown()))
    assert tick.accessibleDescription() == "Mr Byrne, 09"
    assert tick.isChecked()


# --- the room ------------------------------------------------------------------------------------------------


def test_numbers_stand_on_both_screens_and_a_choice_is_remembered(classroom: Classroom) -> None:
    line, sheets = classroom.window.room.projector, classroom.window.sheets
    assert line.check.state == AMBER
    assert line.button is not None
    line.button.click()
    assert [sheet.listed.name for sheet in sheets.up] == ["Screen 1", "Screen 2"]
    beside, across = sheets.up
    assert beside.parent() is classroom.window
    assert across.geometry() == FakeScreens.named("projector").geometry()
    line.chips[1].click()
    assert line.check.state == GREEN
    assert sheets.up == []
    assert SettingsFile(classroom.settings.path).value.projector == "projector"


def test_a_digit_chooses_while_numbers_are_up(classroom: Classroom) -> None:
    line = classroom.window.room.projector
    classroom.press(Qt.Key.Key_2, classroom.window)
    assert line.check.state == AMBER
    line.numbers_wanted.emit()
    for key in (Qt.Key.Key_7, Qt.Key.Key_2):
        classroom.press(key, classroom.window)
    assert (line.check.state, line.projector) == (GREEN, "projector")
    assert classroom.window.sheets.up == []


def test_the_main_screen_is_the_projector_for_this_lesson_alone(classroom: Classroom) -> None:
    line = classroom.window.room.projector
    line.chips[0].click()
    classroom.settle()
    assert line.check.state == GREEN
    assert classroom.settings.value.projector == ""
    assert classroom.window.screen().name() == "projector"  # the window makes way for the class's picture
    classroom.press(Qt.Key.Key_F5, classroom.window)
    assert classroom.starts == [Start(None, "laptop")]


def test_a_projector_plugged_in_meanwhile_is_seen(open_classroom: Open) -> None:
    classroom = open_classroom("laptop")
    line = classroom.window.room.projector
    assert "only one screen" in line.check.told
    assert line.chips == []
    classroom.screens.plug("laptop", "old beamer")
    assert "screen 2, old beamer" in line.check.told
    assert len(line.chips) == 2


def test_the_chart_is_on_the_projector_until_the_back_row_has_read_it(classroom: Classroom) -> None:
    line, sheets = classroom.window.room.chart, classroom.window.sheets
    assert line.button is not None
    line.button.click()
    assert [sheet.listed.name for sheet in sheets.up] == ["Eye chart"]
    assert sheets.up[0].geometry() == FakeScreens.named("projector").geometry()
    line.no.click()
    assert line.check.state == RED
    line.contrast.click()
    assert classroom.settings.value.stage_theme == "contrast"
    assert [sheet.listed.background for sheet in sheets.up] == ["#000000"]
    assert line.check.state == AMBER
    line.yes.click()
    assert line.check.state == GREEN
    classroom.press(Qt.Key.Key_Escape, classroom.window)  # first what is on the screens, then the window
    assert (sheets.up, classroom.left) == ([], 0)


def test_on_one_screen_any_key_puts_the_chart_away(open_classroom: Open) -> None:
    classroom = open_classroom("laptop")
    line, sheets = classroom.window.room.chart, classroom.window.sheets
    assert line.button is not None
    line.button.click()
    classroom.settle()
    classroom.press(Qt.Key.Key_Space, sheets.up[0])
    assert sheets.kind == ""
    assert line.yes.isVisible()


def test_the_keys_of_a_clicker_show_as_they_arrive_and_start_nothing(classroom: Classroom) -> None:
    line = classroom.window.room.clicker
    assert line.button is not None
    line.button.click()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_F5, Qt.Key.Key_Escape, Qt.Key.Key_PageUp, Qt.Key.Key_Period):
        classroom.press(key, line.pad)
    assert line.pad.seen == ["next", "show", "escape", "back", "blank"]
    assert line.check.state == GREEN
    assert all(line.pad.caps[action].arrived for action in line.pad.seen)
    assert (classroom.starts, classroom.left) == ([], 0)
    classroom.press(Qt.Key.Key_Tab, line.pad)
    assert not line.pad.hasFocus()


def test_an_unknown_key_is_learnt(classroom: Classroom) -> None:
    line = classroom.window.room.clicker
    line.test()
    classroom.press(Qt.Key.Key_F8, line.pad)
    assert "F8 does nothing yet" in line.pad.words.text()
    assert line.check.state == AMBER
    next(button for button in line.pad.offers if button.text() == "Blank").click()
    assert "F8" in SettingsFile(classroom.settings.path).value.keys["blank"]
    assert line.pad.seen == ["blank"]
    assert line.pad.offers == []
    classroom.press(Qt.Key.Key_F8, line.pad)
    assert line.pad.unknown == ""


@pytest.mark.parametrize("scale", [100, 200])
def test_what_a_key_may_be_used_for_is_in_sight_on_a_small_screen(classroom: Classroom, scale: int) -> None:
    window, line = classroom.window, classroom.window.room.clicker
    window.showNormal()
    window.look.set_scale(scale)
    window.resize(1024, 768)
    classroom.settle()
    assert line.button is not None
    line.button.click()
    classroom.settle()
    seen = window._body.viewport()

    def in_sight(part: QWidget) -> bool:
        return seen.rect().contains(QRect(part.mapTo(seen, QPoint()), part.size()))

    assert all(map(in_sight, (line.pad.words, *line.pad.caps.values())))
    classroom.press(Qt.Key.Key_F8, line.pad)
    assert all(map(in_sight, (line.pad.words, *line.pad.offers)))
    line.pad.offers[0].click()
    classroom.settle()
    assert all(map(in_sight, (line.pad.words, *line.pad.caps.values())))


def test_a_key_may_stay_without_a_meaning(classroom: Classroom) -> None:
    pad = classroom.window.room.clicker.pad
    classroom.window.room.clicker.test()
    classroom.press(Qt.Key.Key_F8, pad)
    next(button for button in pad.offers if button.text() == "Nothing").click()
    assert classroom.settings.value.keys == {}
    assert (pad.unknown, pad.offers) == ("", [])


def test_sound_is_amber_until_it_was_heard(classroom: Classroom) -> None:
    line = classroom.window.room.sound
    assert line.button is not None
    assert line.check.state == AMBER
    line.button.click()
    assert classroom.played == 1
    assert line.check.state == AMBER
    line.yes.click()
    assert line.check.state == GREEN


def test_a_computer_without_sound_says_so_and_asks_nothing(classroom: Classroom) -> None:
    line, classroom.loudspeaker = classroom.window.room.sound, False
    assert line.button is not None
    line.button.click()
    assert "nothing to play a sound on" in line.check.told
    assert not line.yes.isVisible()


def test_messages_are_off_when_the_facilitator_says_so(classroom: Classroom) -> None:
    line = classroom.window.room.messages
    assert line.button is not None
    assert "Press the bell." in line.check.todo
    line.button.click()
    assert line.check.state == GREEN
    line.button.click()
    assert line.check.state == AMBER


def test_whether_it_stays_awake_is_tried(open_classroom: Open) -> None:
    assert open_classroom().window.room.awake.check.state == GREEN
    asleep = open_classroom(asleep="Set the screen to “never off”.").window.room.awake
    assert (asleep.check.state, asleep.check.todo) == (RED, "Set the screen to “never off”.")


def test_a_charger_pulled_meanwhile_is_seen(classroom: Classroom) -> None:
    assert classroom.window.room.battery.check.state == GREEN
    classroom.power = Power(True, False, 12)
    classroom.window.room.look_again()
    assert classroom.window.room.battery.check.state == RED


# --- for everyone -----------------------------------------------------------------------------------------------


def test_every_control_is_named_and_reached_by_tab(
    classroom: Classroom, unnamed: Callable[[QWidget], list[str]]
) -> None:
    window = classroom.window
    window.room.clicker.test()
    window.room.chart.ask()
    classroom.choose_age(9)
    assert unnamed(window) == []
    window.start_button.setFocus()
    reached = []
    for _ in range(60):
        classroom.press(Qt.Key.Key_Tab)
        reached.append(window.focusWidget())
    room = window.room
    assert window.age is not None
    wanted = [window.age.choice, window.age.reason, *window.checklist.ticks.values(), room.clicker.pad, room.chart.yes]
    wanted += [line.button for line in room.lines if line.button is not None]
    wanted += [window.start_button, window.help, window.back]
    assert [repr(widget) for widget in wanted if widget not in reached] == []


def test_a_finding_is_said_in_words_and_not_by_colour_alone(classroom: Classroom) -> None:
    assert classroom.window.room.battery.accessibleName() == "Battery. Ready. The charger is plugged in."
    assert classroom.window.room.sound.accessibleName().startswith("Sound. Look at this. Not heard yet.")


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("size", [(1024, 768), (1440, 900)])
def test_nothing_is_cut_off_at_any_text_size(classroom: Classroom, size: tuple[int, int], scale: int) -> None:
    window = classroom.window
    window.showNormal()
    window.look.set_scale(scale)
    window.resize(*size)
    classroom.settle()
    assert window.width() == size[0]
    for part in (window.checklist, window.room, *window.about):
        assert part.width() <= window.width()
        for child in part.findChildren(QWidget):
            if child.isVisible():
                assert child.mapTo(part, child.rect().bottomRight()).x() <= part.width()
                wanted = child.heightForWidth(child.width()) if isinstance(child, (Label, Tick)) else 0
                assert child.height() >= wanted, child.accessibleName() or child
