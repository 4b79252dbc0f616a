"""Screens that are plugged, pulled, mirrored and swapped while a class looks on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from presenting import FakeScreens, Room
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from workshop.stage.displaylist import STANDARD, WIDE
from workshop.ui.screens import Screens, arrange, name_of

OpenRoom = Callable[..., Room]
K = Qt.Key


def test_the_picture_is_on_the_projector_and_the_console_on_the_laptop(room: Room) -> None:
    assert room.projector.screen().name() == "projector"
    assert room.projector.geometry() == room.projector.screen().geometry()
    assert room.projector.isFullScreen()
    assert room.console.screen().name() == "laptop"
    assert room.console.screen_label == "projector"


def test_the_other_screen_is_the_projector_even_if_the_laptop_is_named_second() -> None:
    screens = [FakeScreens.named(name) for name in ("projector", "laptop")]
    arrangement = arrange(screens, FakeScreens.named("laptop"))
    assert arrangement.picture.name() == "projector"
    assert arrangement.console.name() == "laptop"


def test_a_pulled_plug_keeps_the_state_and_goes_to_one_screen(room: Room) -> None:
    room.go("hands")
    room.session.count(0, 1)
    room.press(K.Key_F)
    state = room.session.state
    room.screens.plug("laptop")
    room.settle()
    assert room.session.state == state
    assert not room.projector.isVisible()
    assert not room.console.isVisible()
    assert room.one.isVisible()
    assert room.one.screen().name() == "laptop"
    assert "Friends online" in room.class_reads()


def test_plugging_in_again_brings_both_windows_back(room: Room) -> None:
    room.screens.plug("laptop")
    room.press(K.Key_PageDown)
    room.screens.plug("laptop", "projector")
    room.settle()
    assert not room.one.isVisible()
    assert room.projector.isVisible()
    assert room.console.isVisible()
    assert room.at() == "rules"
    assert room.picture is room.projector
    assert room.projector.view == room.console.now.view


def test_a_projector_that_is_plugged_in_late_gets_the_picture(open_room: OpenRoom) -> None:
    room = open_room("laptop")
    assert room.one.isVisible()
    room.press(K.Key_PageDown)
    room.screens.plug("laptop", "projector")
    room.settle()
    assert room.projector.screen().name() == "projector"
    assert room.console.isVisible()
    assert not room.one.isVisible()
    assert room.at() == "rules"


def test_another_resolution_is_drawn_on_the_canvas_that_suits_it(room: Room) -> None:
    assert room.projector.canvas == WIDE
    room.screens.plug("laptop", "old beamer")
    room.settle()
    assert room.projector.canvas == STANDARD
    assert room.projector.screen().name() == "old beamer"
    assert room.console.now.canvas == STANDARD
    assert all(preview.canvas == STANDARD for preview in room.console.next.previews)
    assert room.projector.listed is not None
    assert room.projector.listed.canvas == STANDARD


def test_mirrored_screens_are_one_screen(open_room: OpenRoom) -> None:
    room = open_room("laptop", "mirror")
    assert room.presenter.windows.console is None
    assert room.one.isVisible()
    assert not room.screens.arrangement("mirror", False).projector  # type: ignore[union-attr]


def test_mirroring_while_presenting_takes_the_console_away(room: Room) -> None:
    room.screens.plug("laptop", "mirror")
    assert not room.console.isVisible()
    assert room.one.isVisible()


def test_one_screen_is_used_when_asked_for_though_there_are_two(open_room: OpenRoom) -> None:
    room = open_room("laptop", "projector", one_screen=True)
    assert room.presenter.windows.projector is None
    assert room.one.screen().name() == "laptop"


def test_a_closed_laptop_leaves_everything_as_it_is(room: Room) -> None:
    state = room.session.state
    room.screens.plug()
    room.press(K.Key_PageDown)
    room.screens.plug("laptop", "projector")
    room.settle()
    assert room.session.state != state
    assert room.projector.isVisible()
    assert room.at() == "rules"


def test_s_swaps_the_screens_for_this_lesson_only(room: Room) -> None:
    room.press(K.Key_S)
    assert room.projector.screen().name() == "laptop"
    assert room.console.screen().name() == "projector"
    assert room.console.screen_label == "laptop"
    assert room.settings.value.projector == ""
    room.press(K.Key_S)
    assert room.projector.screen().name() == "projector"
    assert room.console.screen().name() == "laptop"


def test_a_swap_lasts_when_the_plug_is_pulled_and_put_back(room: Room) -> None:
    room.press(K.Key_S)
    room.screens.plug("laptop")
    room.settle()
    room.screens.plug("laptop", "projector")
    room.settle()
    assert room.projector.screen().name() == "laptop"


def test_a_choice_between_two_projectors_is_remembered_and_the_laptop_never(open_room: OpenRoom) -> None:
    room = open_room("laptop", "projector", "old beamer")
    told = []
    for _ in range(3):
        room.press(K.Key_S)
        told.append((room.projector.screen().name(), room.settings.value.projector))
    assert told == [("old beamer", "old beamer"), ("laptop", "old beamer"), ("projector", "projector")]


def test_a_laptop_that_an_earlier_version_remembered_gets_no_picture() -> None:
    screens = [FakeScreens.named(name) for name in ("laptop", "projector")]
    assert arrange(screens, screens[0], "laptop").picture.name() == "projector"
    assert arrange(screens, screens[0], "", chosen="laptop").picture.name() == "laptop"


def test_the_remembered_screen_is_the_projector_next_time(open_room: OpenRoom) -> None:
    screens = [FakeScreens.named(name) for name in ("laptop", "projector", "old beamer")]
    assert arrange(screens, screens[0], "old beamer").picture.name() == "old beamer"
    assert arrange(screens, screens[0], "unknown").picture.name() == "projector"


def test_s_with_one_screen_says_what_to_do(open_room: OpenRoom) -> None:
    room = open_room("laptop")
    room.press(K.Key_S)
    room.screens.plug("laptop", "projector")
    room.settle()
    assert "only one screen" in room.told()
    assert room.projector.screen().name() == "projector"


def test_two_screens_of_one_make_are_told_apart() -> None:
    laptop = FakeScreens.named("laptop")
    assert name_of(laptop, [laptop]) == "laptop"
    assert name_of(laptop, [laptop, laptop]) == "laptop laptop"


def test_screens_tell_of_the_platforms_own_changes_once(qtbot: object) -> None:
    screens, told = Screens(), []
    screens.changed.connect(lambda: told.append(True))
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    for _ in range(3):
        app.primaryScreenChanged.emit(QGuiApplication.primaryScreen())
    screens.settling.timeout.emit()
    assert told == [True]
    assert screens.settling.interval() > 0


@pytest.mark.parametrize("plugged", [("laptop",), ("laptop", "projector")])
def test_nothing_is_left_behind(open_room: OpenRoom, plugged: tuple[str, ...]) -> None:
    before = {window for window in QGuiApplication.topLevelWindows() if window.isVisible()}
    room = open_room(*plugged)
    presenter, windows = room.presenter, room.presenter.windows
    room.press(K.Key_PageDown)
    room.leave()
    assert room.session.listeners == []
    assert (windows.projector, windows.one, windows.console) == (None, None, None)
    assert not [w for w in QGuiApplication.topLevelWindows() if w.isVisible() and w not in before]
    assert not presenter.ticking.isActive()
    room.screens.plug("laptop", "projector")  # nobody listens
    room.settle()
    assert windows.projector is None
