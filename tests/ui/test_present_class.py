"""A whole class, driven by the four keys of a clicker and the number keys alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from presenting import Key, Room
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workshop.lesson.model import Lesson, Poll, Scenario
from workshop.lesson.reader import read
from workshop.paths import LESSONS
from workshop.session import pacing
from workshop.session.state import CHOOSE, FINISHED
from workshop.session.story import choices

K = Qt.Key
NEXT, BACK, BLANK, SHOW = (Key(K.Key_PageDown), Key(K.Key_PageUp), Key(K.Key_Period, "."), Key(K.Key_F5))
HANDS = (11, 9, 4, 2, 1, 1)  # of a class, for the answers of a vote
PACKAGED = sorted(folder.name for folder in LESSONS.iterdir() if (folder / "lesson.yaml").is_file())


def digit(number: int) -> Key:
    return Key(K(ord(str(number))), str(number))


class Teacher:
    """Has a clicker in one hand and a number pad under the other."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.seen: list[str] = []
        self.presses = 0

    def press(self, key: Key) -> None:
        self.presses += 1
        self.room.press(key)

    def teach(self) -> None:
        """From the first step to the last, each for as long as it is planned."""
        while self.room.session.state.cue != FINISHED:
            at = self.room.session.state.stop
            self.seen.append(at.step_id)
            self.work_through()
            spent = pacing.spent(self.room.session.state, at, self.room.clock())
            self.room.clock.now += max(0.0, (pacing.written(self.room.lesson, at) or 0) - spent)
            self.press(NEXT)
            assert self.presses < 2000, f"no way on from {at}"

    def work_through(self) -> None:
        """All of a step but the press that leaves it."""
        session, at = self.room.session, self.room.session.state.stop
        while True:
            view = session.console_view(self.room.clock())
            if isinstance(view.step, Poll) and view.beat == 0:
                self.count(len(view.counts[-1]))
            ahead = session.next_view(self.room.clock())
            ways = choices(view.step, view.card) if isinstance(view.step, Scenario) else ()
            if len(ways) > 1 and view.beat + 1 >= session.scene.beats(view):
                self.choose(len(ways), len(view.path))
            elif ahead is None or ahead.at != view.at:
                return
            else:
                self.press(NEXT)
            assert session.state.stop == at

    def count(self, answers: int) -> None:
        for number in range(1, min(answers, 6) + 1):
            for _hand in range(HANDS[number - 1]):
                self.press(digit(number))

    def choose(self, ways: int, taken: int) -> None:
        """Press Next, be told that a number is wanted, and give one: another each time, so that the story ends."""
        self.press(NEXT)
        assert self.room.session.state.cue == CHOOSE
        self.press(digit(ways if taken > 3 else 1 + taken % ways))


def open_packaged(folder: Path, name: str) -> Room:
    there = folder / name
    shutil.copytree(LESSONS / name, there)
    return Room(there, text=(there / "lesson.yaml").read_text("utf-8"))


@pytest.mark.parametrize("name", PACKAGED)
def test_every_lesson_is_taught_with_a_clicker_and_the_number_keys_alone(
    qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    room = open_packaged(tmp_path, name)
    try:
        teacher = Teacher(room)
        teacher.teach()
        assert list(dict.fromkeys(teacher.seen)) == list(dict.fromkeys(stop.step_id for stop in room.session.stops))
        assert room.lesson.step(room.at()).kind == "help" or room.lesson.audience == "staff"
        for stop, counted in room.session.state.tallies.items():
            assert counted[0] == HANDS[0], stop
    finally:
        room.leave()


def test_a_class_of_45_minutes_comes_to_the_help_step_in_time(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_packaged(tmp_path, "who-is-really-there")
    try:
        teacher = Teacher(room)
        teacher.press(BLANK)
        assert room.class_reads() == ""
        teacher.press(BLANK)
        teacher.press(NEXT)
        teacher.press(BACK)
        teacher.press(SHOW)
        teacher.teach()
        gone = pacing.elapsed(room.session.state, room.clock())
        assert room.lesson.step(room.at()).kind == "help"
        assert gone == 45 * 60
        assert pacing.ahead(room.lesson, room.session.state, room.clock()) == 0
    finally:
        room.leave()


def test_the_packaged_lessons_are_there() -> None:
    assert "who-is-really-there" in PACKAGED
    for name in PACKAGED:
        assert isinstance(read(LESSONS / name).lesson, Lesson)
