"""A discussion on both windows: what to say, the quiet wait, and the chime."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from presenting import LESSON, Room
from PySide6.QtCore import Qt

from workshop.session.order import Stop
from workshop.session.state import Plan
from workshop.ui.chime import SOUND
from workshop.ui.present.script import script

K = Qt.Key


@pytest.fixture
def rung(room: Room, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the chime was asked for, in order; no test makes a sound."""
    asked: list[str] = []
    chime = room.presenter.bell._chime
    monkeypatch.setattr(chime, "play", lambda: asked.append("play"))
    monkeypatch.setattr(chime, "prepare", lambda: None)
    return asked


def test_the_console_says_what_to_say_in_each_phase(room: Room) -> None:
    room.go("talk")
    view = room.session.console_view(room.clock())
    assert "You can pass" in script(view, "en")
    assert "Think 1 min → Pair 2 min → Share 3 min" in script(view, "en")
    told = []
    for _phase in range(3):
        room.press(K.Key_PageDown)
        told.append(script(room.session.console_view(room.clock()), "en"))
    assert "quietly" in told[0]
    assert "partner" in told[1]
    assert "Who would like to start?" in told[2]
    assert "5 seconds" in told[2]
    assert "start" not in room.class_reads().replace("Who would like to start", "")


def test_a_talk_that_was_shortened_is_shorter_on_both_windows(room: Room) -> None:
    room.go("talk")
    assert "3 min" in room.class_reads()
    room.session.settle(Plan(minutes={Stop("talk"): 240}))
    room.settle()
    assert [line for line in room.class_reads().splitlines() if line.endswith("min")] == ["1 min", "1 min", "2 min"]
    assert "Think 1 min → Pair 1 min → Share 2 min" in script(room.session.console_view(room.clock()), "en")
    for _phase in range(3):
        room.press(K.Key_PageDown)
    assert "2:00" in room.class_reads()


def test_the_class_has_a_quiet_moment_before_it_is_asked_who_starts(room: Room) -> None:
    room.go("talk")
    for _phase in range(3):
        room.press(K.Key_PageDown)
    assert "A quiet moment first" in room.class_reads()
    assert room.console.timer.accessibleName().startswith("Quiet wait: 5")
    room.pass_by(5)
    assert "Who would like to start?" in room.class_reads()
    room.pass_by(10)
    assert "start" not in room.class_reads()


def test_a_talk_without_minutes_has_its_quiet_moment_too(open_room: Callable[..., Room]) -> None:
    room = open_room(text=LESSON.replace("minutes: 6\n  protocol: think-pair-share", "protocol: class"))
    room.go("talk")
    room.press(K.Key_PageDown)
    assert "A quiet moment first" in room.class_reads()
    assert room.console.timer.accessibleName().startswith("Quiet wait: 5")
    room.pass_by(5)
    assert "Who would like to start?" in room.class_reads()
    assert not room.console.timer.accessibleName().startswith("Quiet")
    room.pass_by(7)
    assert "start" not in room.class_reads()
    assert room.console.now.listed == room.picture.listed
    shown = room.picture.listed
    room.pass_by(60)
    assert room.picture.listed is shown


def test_the_chime_rings_once_when_a_time_is_over(room: Room, rung: list[str]) -> None:
    room.go("talk")
    room.press(K.Key_PageDown)
    room.pass_by(59)
    assert rung == []
    room.pass_by(1)
    room.pass_by(1)
    assert rung == ["play"]
    room.press(K.Key_Plus)
    room.pass_by(58)
    assert rung == ["play"]
    room.pass_by(5)
    assert rung == ["play", "play"]


def test_the_chime_is_off_where_it_was_turned_off_and_stays_so(room: Room, rung: list[str]) -> None:
    room.console.timer.bell.click()
    room.settle()
    assert room.console.timer.bell.accessibleName().startswith("Chime at the end of a time: off")
    room.go("talk")
    room.press(K.Key_PageDown)
    room.pass_by(61)
    assert rung == []
    assert not room.settings.value.chime


def test_a_paused_time_does_not_ring_and_stays_paused_while_time_is_given(room: Room, rung: list[str]) -> None:
    room.go("talk")
    room.press(K.Key_PageDown)
    room.press(K.Key_T)
    room.press(K.Key_Plus)
    room.pass_by(600)
    timer = room.session.console_view(room.clock()).timer
    assert timer is not None
    assert (timer.left, timer.running) == (120, False)
    assert rung == []


def test_the_sound_is_there() -> None:
    assert SOUND.read_bytes().startswith(b"RIFF")
