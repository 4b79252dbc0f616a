"""Presenting by ear and keyboard: what a screen reader is told of both windows, and what the Tab key reaches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from presenting import Key, Room
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from workshop.ui.reader import Reader

K = Qt.Key
Role = QAccessible.Role
OpenRoom = Callable[..., Room]
SLIDE = """\
format: lesson/1
id: pictures
version: 1.0.0
language: en
title: Pictures
media:
  girl: {file: media/girl.svg, alt: A girl with a tablet., credit: us}
steps:
- {id: welcome, kind: slide, title: Look, text: What do you see?, image: girl}
- {id: where, kind: help}
"""


@pytest.fixture(autouse=True)
def reading() -> Iterator[None]:
    """A screen reader runs."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def read(picture: QWidget) -> list[tuple[QAccessible.Role, str]]:
    """Roles and names below a picture, in the order in which they are read."""
    for reader in picture.findChildren(Reader):
        reader.look()
    interface = QAccessible.queryAccessibleInterface(picture)
    assert interface is not None
    children = [interface.child(at) for at in range(interface.childCount())]
    return [(child.role(), child.text(QAccessible.Text.Name)) for child in children if child is not None]


@pytest.fixture
def heard(room: Room, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is announced from now on."""
    assert read(room.projector)
    told: list[str] = []

    def update(event: QAccessibleEvent) -> None:
        of = event.object()
        here = isinstance(of, QWidget) and of.window() in (room.console, room.projector)  # no room that was left
        if isinstance(event, QAccessibleAnnouncementEvent) and here and of is not room.console.message:
            told.append(event.message())  # what this computer can't do, such as staying awake, comes when it will

    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    return told


def words(picture: QWidget) -> list[str]:
    return [name for _role, name in read(picture)]


def in_order(told: list[str], *wanted: str) -> bool:
    """Whether all that is wanted was told, one after the other."""
    rest = iter(told)
    return all(any(each in said for said in rest) for each in wanted)


@pytest.mark.parametrize(
    ("step", "name", "wanted"),
    [
        ("welcome", "Step 1 of 6, big idea: Most people", ("Most people online are kind", "Some hide who they are")),
        ("rules", "Step 2 of 6, our rules", ("Listen to each other", "Do not judge")),
        ("hands", "Step 3 of 6, opinion: Friends online", ("Friends online can", "Agree", "Not sure", "Disagree")),
        ("story", "Step 4 of 6, story: Only between us", ("What could Maya do now?",)),
        ("talk", "Step 5 of 6, discussion: Why might", ("Why might somebody pretend?", "You can pass")),
        ("where", "Step 6 of 6, get help", ("Where to get help", "A trusted adult", "Child helpline")),
    ],
)
def test_every_kind_of_step_is_read_in_order_on_both_windows(
    room: Room, step: str, name: str, wanted: tuple[str, ...]
) -> None:
    room.go(step)
    for picture in (room.projector, room.console.now):
        assert picture.accessibleName().startswith(name)
        assert in_order(words(picture), *wanted)


def test_a_picture_is_told_by_its_description(open_room: OpenRoom, tmp_path: Path) -> None:
    (tmp_path / "room0" / "media").mkdir(parents=True)
    (tmp_path / "room0" / "media" / "girl.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    room = open_room(text=SLIDE)
    assert (Role.Graphic, "A girl with a tablet.") in read(room.projector)


def test_choices_of_a_story_are_buttons_and_a_press_chooses(room: Room) -> None:
    room.go_to_choices()
    told = read(room.projector)
    assert (Role.Button, "B: Show her cousin") in told
    assert "Show her cousin" not in [name for _role, name in told]
    choice = next(b for b in room.projector.findChildren(QPushButton) if b.accessibleName() == "B: Show her cousin")
    choice.animateClick()  # what Qt does when a screen reader presses
    room.settle()
    assert room.session.console_view(room.clock()).card == "helped"


def test_nothing_private_and_nothing_covered_is_read_on_the_projector(room: Room) -> None:
    for stop in range(len(room.session.stops)):
        room.session.go_to(stop)
        room.settle()
        assert "SECRET" not in " ".join(words(room.projector))
    room.press(K.Key_B)
    assert words(room.projector) == []
    assert "Step" not in room.projector.accessibleName()
    room.press(K.Key_H)
    assert in_order(words(room.projector), "A trusted adult", "Child helpline")


def test_on_one_screen_the_picture_is_read_too(open_room: OpenRoom) -> None:
    room = open_room("laptop")
    room.go("hands")
    assert in_order(words(room.one.picture), "Friends online", "Agree", "Disagree")
    told = words(room.one.strip) if room.one.strip is not None else []
    assert any("Step 3 of 6" in name for name in told)


def test_who_starts_a_screen_reader_during_a_lesson_hears_where_it_is(room: Room, heard: list[str]) -> None:
    QAccessible.setActive(False)
    assert words(room.projector) == []
    room.go("hands")
    heard.clear()
    QAccessible.setActive(True)
    assert "Agree" in words(room.projector)
    assert heard[0].startswith("Step 3 of 6, opinion: Friends online can be real friends. Opinion.")
    assert "real friends" not in heard[0].partition("friends.")[2]  # the title is told once


def test_what_is_painted_on_the_console_is_text_to_a_screen_reader(room: Room) -> None:
    room.go("talk")
    console = room.console
    assert any("Elapsed 0:00" in name and "Projector on" in name for name in words(console.top))
    assert any(name.startswith("Timer, ready: 1:00") for name in words(console.timer))
    assert any(name.startswith("Next: ") for name in words(console.next))
    room.press(K.Key_B)
    assert "The class sees a dark screen" in words(console.band)
    assert console.buttons["blank"].accessibleName() == "Blank, on"


def test_a_press_is_told_once(room: Room, heard: list[str]) -> None:
    room.press(K.Key_PageDown)
    assert [told.partition(":")[0] for told in heard] == ["Step 2 of 6, our rules"]


def test_what_covers_or_stops_the_class_s_picture_is_told_and_so_is_what_only_the_console_shows(
    room: Room, heard: list[str]
) -> None:
    room.press(K.Key_F)
    assert heard == ["Frozen: the class still sees step 1"]
    heard.clear()
    room.press(K.Key_PageDown)
    assert [told.partition(":")[0] for told in heard] == ["Step 2 of 6, our rules"]
    heard.clear()
    room.press(K.Key_F)
    assert [told.partition(":")[0] for told in heard] == ["Step 2 of 6, our rules"]
    room.press(K.Key_H)
    assert heard[-1] == "The class sees the help card"


def test_a_hand_that_is_counted_is_told_with_its_answer(room: Room, heard: list[str]) -> None:
    room.go("hands")
    heard.clear()
    room.press(Key(K.Key_1, "1"))
    room.press(Key(K.Key_1, "1"))
    assert heard[-1] == "Agree: 2"


def test_a_timer_is_told_when_it_starts_stops_and_runs_out_and_never_between(room: Room, heard: list[str]) -> None:
    room.go("talk")
    heard.clear()
    room.press(K.Key_T)
    assert any(told.startswith("Timer: ") for told in heard)
    heard.clear()
    room.pass_by(5)
    assert heard == []
    room.press(K.Key_T)
    assert any(told.startswith("Timer, paused: ") for told in heard)
    room.press(K.Key_T)
    heard.clear()
    room.pass_by(3600)
    assert any(told.startswith("Timer is over by: ") for told in heard)


def test_the_tab_key_reaches_every_control_of_the_console_and_each_has_a_name(room: Room) -> None:
    controls = {
        w for w in room.console.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    reached: list[QWidget] = []
    for _ in range(len(controls)):
        room.press(Key(K.Key_Tab, "\t"))
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.append(focus)
    assert set(reached) == controls
    assert all(widget.accessibleName() for widget in reached)
    names = [widget.accessibleName() for widget in reached]
    assert names[0] == "Next"
    assert in_order(
        names, "Next", "Back", "Steps of the lesson", "Notes", "Start or pause", "All keys", "End the lesson"
    )
    assert room.at() == "welcome"


def test_a_key_of_the_pad_keeps_the_focus_while_it_counts_and_gives_it_back_to_the_lesson(room: Room) -> None:
    room.go("hands")
    room.console.pad.cells[2].setFocus()
    for _ in range(3):
        room.press(Key(K.Key_Space, " "))
    assert room.console.pad.cells[2].accessibleName() == "Disagree: 3"
    room.press(K.Key_PageUp)
    assert QApplication.focusWidget() is room.console
    room.press(Key(K.Key_Space, " "))
    assert room.at() == "hands"


def test_the_class_s_window_has_nothing_that_takes_the_keyboard(room: Room) -> None:
    room.go_to_choices()
    assert words(room.projector)
    assert not [child for child in room.projector.findChildren(QWidget) if child.focusPolicy()]
