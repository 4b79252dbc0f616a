"""Windows for tests: a look and real lessons in a folder of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from presenting import Room
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QDialog, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from workshop.lesson.library import Library
from workshop.paths import Places
from workshop.settings import SettingsFile
from workshop.ui.home import Resume
from workshop.ui.home.window import HomeWindow
from workshop.ui.look import Look

ORDINARY_DAY = date(2026, 11, 10)

LESSON = """\
format: lesson/1
id: {id}
version: 1.0.0
language: en
title: "{title}"
summary: {summary}
audience: {audience}
ages: {ages}
minutes: {minutes}
goals:
- I can say something kind.
steps:
- {{id: rules, kind: rules, minutes: 2}}
- {{id: words, kind: slide, title: Words travel, text: Hello, minutes: 3}}
- {{id: talk, kind: discuss, ask: What travels fast?, minutes: 5}}
- {{id: where, kind: help}}
"""

Write = Callable[..., Path]
OpenHome = Callable[..., HomeWindow]
OpenRoom = Callable[..., Room]


@pytest.fixture
def look(qtbot: QtBot) -> Look:
    return Look()


@pytest.fixture
def places(data_dir: Path) -> Places:
    return Places(data_dir)


@pytest.fixture
def write_lesson(places: Places) -> Write:
    """Put a lesson into the user's own folder; returns that."""

    def write(lesson_id: str, title: str = "", text: str = "", **told: str) -> Path:
        folder = places.lessons / lesson_id
        folder.mkdir(parents=True, exist_ok=True)
        usual = {"summary": "About kindness.", "audience": "pupils", "ages": "8-10", "minutes": "40"}
        made = LESSON.format(id=lesson_id, title=title or lesson_id, **{**usual, **told})
        (folder / "lesson.yaml").write_text(text or made, "utf-8")
        return folder

    return write


@pytest.fixture
def five_lessons(write_lesson: Write) -> None:
    write_lesson("kind-words", "Kind words travel", summary="About messages and kindness.")
    write_lesson("pause", "Pause before you post", ages="11-13", minutes="35")
    write_lesson("twisted", "True, twisted, made up", ages="14-16", minutes="50", summary="About rumours.")
    write_lesson("families", "Talking at home", ages="5-18", audience="families")
    write_lesson("broken", text="format: lesson/1\nid: broken\nsteps:\n- id: a\n  kind: scenaro\n")


@pytest.fixture
def open_home(qtbot: QtBot, look: Look, places: Places, tmp_path: Path) -> Iterator[OpenHome]:
    """Open the home window over the lessons that are there, up to date and with the focus."""
    libraries: list[Library] = []
    windows: list[HomeWindow] = []

    def open_window(
        resume: Resume | None = None, today: date = ORDINARY_DAY, size: tuple[int, int] | None = (1440, 900)
    ) -> HomeWindow:
        library = Library(places.library, places, tmp_path / "packaged")
        libraries.append(library)
        window = HomeWindow(look, library, SettingsFile(places.settings), places, resume, lambda: today)
        qtbot.addWidget(window)
        windows.append(window)
        with qtbot.waitActive(window):
            window.show()
        if size:
            window.showNormal()  # the screen without a screen is small, and the window filled it
            window.resize(*size)
        qtbot.waitUntil(lambda: not window.library.looking)
        return window

    yield open_window
    for window in windows:
        for dialog in window.findChildren(QDialog):
            dialog.close()
    for library in libraries:
        library.close()


@pytest.fixture
def unnamed() -> Callable[[QWidget], list[str]]:
    """The controls below a widget that say nothing to a screen reader."""
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QScrollArea)

    def find(root: QWidget) -> list[str]:
        controls = [w for kind in kinds for w in root.findChildren(kind) if w.focusPolicy() and w.isVisible()]
        assert controls
        return [repr(w) for w in controls if not _name(w)]

    return find


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


@pytest.fixture
def open_room(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenRoom]:
    """Present a small lesson on these screens; on a laptop and a projector where none are named."""
    rooms: list[Room] = []

    def open_one(*plugged: str, one_screen: bool = False, **told: str) -> Room:
        rooms.append(Room(tmp_path / f"room{len(rooms)}", *plugged, one_screen=one_screen, **told))
        return rooms[-1]

    yield open_one
    for room in rooms:
        room.leave()


@pytest.fixture
def room(open_room: OpenRoom) -> Room:
    """A small lesson on a laptop and a projector."""
    return open_room()
