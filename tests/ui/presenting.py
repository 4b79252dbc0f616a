"""A class, a lesson and a presenter with screens that a test plugs and unplugs."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from workshop.lesson.model import Lesson
from workshop.lesson.reader import read
from workshop.session.journal import Journal, Meta
from workshop.session.session import Session
from workshop.settings import SettingsFile
from workshop.stage.compose import Stage
from workshop.stage.displaylist import Control
from workshop.stage.fonts import load_fonts
from workshop.stage.page import Setting
from workshop.stage.qtmeasure import QtMeasure
from workshop.stage.theme import theme
from workshop.stage.words import words
from workshop.ui.present.console import Console
from workshop.ui.present.onescreen import OneScreen
from workshop.ui.present.presenter import Presenter
from workshop.ui.present.projector import Projector
from workshop.ui.screens import Screens
from workshop.ui.stageview import StageView

LESSON = """\
format: lesson/1
id: who
version: 1.0.0
language: en
title: Who is there?
minutes: 45
sensitive: true
steps:
- id: welcome
  kind: slide
  title: Most people online are kind
  text: Some hide who they are.
  minutes: 2
  say: Welcome, everybody.
  notes: "SECRET-NOTE: nobody is asked for their own story."
- {id: rules, kind: rules, minutes: 3, notes: "SECRET-RULES"}
- id: hands
  kind: poll
  style: hands
  ask: Friends online can be real friends.
  choices: [Agree, Not sure, Disagree]
  minutes: 4
  notes: "SECRET-POLL"
- id: story
  kind: scenario
  title: Only between us
  start: asks
  minutes: 6
  cards:
    asks:
      text: What could Maya do now?
      choices:
      - {say: Delete the chat, go: second, safety: less-safe}
      - {say: Show her cousin, go: helped, safety: safest}
    second:
      text: Jules asks for another secret.
      choices:
      - {say: Tell an adult, go: helped, safety: safest}
    helped:
      text: They block and report together.
      ending: safe
  notes: "SECRET-STORY"
- id: talk
  kind: discuss
  minutes: 6
  protocol: think-pair-share
  ask: Why might somebody pretend?
  listen_for: [SECRET-LISTEN]
- {id: where, kind: help, minutes: 2}
"""


class FakeScreens(Screens):
    """The platform's screens that are plugged in at the moment, by name; the first is the laptop's own."""

    def __init__(self, *plugged: str) -> None:
        super().__init__()
        self.plugged = plugged

    def all(self) -> list[QScreen]:
        return [self.named(name) for name in self.plugged]

    def primary(self) -> QScreen | None:
        return self.named(self.plugged[0]) if self.plugged else None

    @staticmethod
    def named(name: str) -> QScreen:
        return next(screen for screen in QGuiApplication.screens() if screen.name() == name)

    def plug(self, *plugged: str) -> None:
        """From now on only these are there."""
        self.plugged = plugged
        self.changed.emit()


class Clock:
    """Wall-clock seconds that pass only when a test says so."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


class Key(NamedTuple):
    """A key as a keyboard sends it."""

    code: Qt.Key
    text: str = ""
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    place: int = 0


class Room:
    """A lesson on screen, as a teacher and a class have it before them."""

    def __init__(
        self, folder: Path, *plugged: str, one_screen: bool = False, text: str = LESSON, resume: bool = False
    ) -> None:
        load_fonts()
        self._resume = resume
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "lesson.yaml").write_text(text, "utf-8")
        reading = read(folder)
        assert isinstance(reading.lesson, Lesson), [str(problem) for problem in reading.problems]
        self.lesson, self.folder = reading.lesson, folder
        self.clock = Clock()
        self.screens = FakeScreens(*(plugged or ("laptop", "projector")))
        self.settings = SettingsFile(folder / "settings.json")
        self.journal = Journal.open(folder / "session.sqlite")
        self.presenter = Presenter(self._session, self._stage, self.settings, self.screens, one_screen)
        self._when = 1000  # ms: when the last key was pressed
        self.presenter.bell._chime.mute = True  # no test makes a sound, nor loads what would
        self.presenter.start()
        self.settle()

    def _session(self, beats: object) -> Session:
        if self._resume:
            return Session.resume(self.lesson, self.journal, self.clock, beats)  # type: ignore[arg-type]
        self.journal.begin(Meta(self.lesson.id, self.lesson.title, str(self.folder), "ab", "en", "1.0.0"))
        return Session(self.lesson, self.journal, self.clock, beats)  # type: ignore[arg-type]

    def _stage(self, name: str) -> Stage:
        return Stage(Setting(self.lesson, self.folder, words("en"), ()), theme(name), QtMeasure())

    # --- what there is ---------------------------------------------------------------------------

    @property
    def session(self) -> Session:
        return self.presenter.session

    @property
    def projector(self) -> Projector:
        assert self.presenter.windows.projector is not None
        return self.presenter.windows.projector

    @property
    def console(self) -> Console:
        assert self.presenter.windows.console is not None
        return self.presenter.windows.console

    @property
    def one(self) -> OneScreen:
        assert self.presenter.windows.one is not None
        return self.presenter.windows.one

    @property
    def picture(self) -> StageView:
        assert self.presenter.windows.picture is not None
        return self.presenter.windows.picture

    def at(self) -> str:
        """The id of the step that the console is at."""
        return self.session.state.stop.step_id

    def class_reads(self) -> str:
        """All words on the class's picture."""
        assert self.picture.listed is not None
        return "\n".join(block.text for block in self.picture.listed.texts())

    def told(self) -> str:
        """What the console's bar says, or "" where it is put away."""
        bar = self.console.message
        return "" if bar.isHidden() else bar.accessibleName()

    # --- what is done ----------------------------------------------------------------------------

    def settle(self) -> None:
        """Let all that was put off be done."""
        for _ in range(4):
            QApplication.processEvents()

    def go(self, step_id: str) -> None:
        self.session.go_to([stop.step_id for stop in self.session.stops].index(step_id))
        self.settle()

    def go_to_choices(self) -> None:
        """In the story, to where the class chooses."""
        self.go("story")
        while not any(control.action.startswith("choose") for control in self.controls()):
            self.session.next()
        self.settle()

    def controls(self) -> list[Control]:
        """What can be pressed on the class's picture."""
        assert self.picture.listed is not None
        return self.picture.listed.controls()

    def press(self, key: Qt.Key | Key, on: QWidget | None = None, repeat: bool = False, after: int = 200) -> None:
        """A key pressed and let go, `after` ms after the one before, on a window that has the focus."""
        told = key if isinstance(key, Key) else Key(key)
        window = on or self.presenter.windows.side
        assert window is not None
        self._when += after
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, told.code, told.modifiers, told.place, 0, 0, told.text, repeat)
            event.setTimestamp(self._when)
            QApplication.sendEvent(window.windowHandle(), event)
        self.settle()

    def touch(self, label: str) -> None:
        """Press the control of the class's picture with that in its label."""
        box = next(control.box for control in self.controls() if label in control.label)
        x, y, scale = self.picture.shown_area()
        at = QPointF(x + (box.x + box.w / 2) * scale, y + (box.y + box.h / 2) * scale)
        QTest.mouseClick(self.picture, Qt.MouseButton.LeftButton, pos=at.toPoint())
        self.settle()

    def close_by_manager(self, window: QWidget) -> None:
        """As a click on the cross of a window's frame does."""
        QApplication.sendEvent(window.windowHandle(), QCloseEvent())
        self.settle()

    def tick(self, times: int = 1) -> None:
        """The presenter's own clock ticks."""
        for _ in range(times):
            self.presenter.ticking.timeout.emit()

    def pass_by(self, seconds: float) -> None:
        """Time passes, and the screens show it."""
        self.clock.now += seconds
        self.tick(2)
        self.settle()

    def leave(self) -> None:
        if self.session.listeners:
            self.presenter.close()
        self.settle()
