"""The look: readable in each theme, growing with the text scale."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from workshop.lesson.model import KINDS as STEPS
from workshop.stage.theme import NAMES, contrast
from workshop.ui.kinds import UNKNOWN, badge, label
from workshop.ui.look import TYPES, Look, scaled
from workshop.ui.widgets import KINDS, Button, Chip, FocusRing, Label


@pytest.mark.parametrize("name", NAMES)
def test_words_can_be_read_on_every_button(look: Look, name: str) -> None:
    look.set_theme(name)
    for kind, paints in KINDS.items():
        behind = look.hex(paints.fill or "window")
        assert contrast(look.hex(paints.text), behind) >= 4.5, kind


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_of_step_has_a_mark_that_can_be_seen(look: Look, name: str) -> None:
    look.set_theme(name)
    for kind in STEPS:
        mark = badge(kind)
        assert mark is not UNKNOWN, kind
        assert label(kind) != kind
        assert contrast(look.hex(mark.ink), look.hex(mark.fill)) >= 3, kind


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("behind", ["window", "surface"])
def test_the_focus_ring_and_outlines_stand_out(look: Look, name: str, behind: str) -> None:
    look.set_theme(name)
    assert contrast(look.hex("focus"), look.hex(behind)) >= 3
    assert contrast(look.hex("border"), look.hex(behind)) >= 3


def test_body_text_doubles_and_headings_grow_as_much() -> None:
    assert scaled(17, 100) == 17
    assert scaled(17, 200) == 34
    assert scaled(28, 200) - 28 == 20
    assert all(scaled(kind.size, 100) >= 14 for kind in TYPES.values())


def test_text_scale_steps_up_and_down_and_stops_at_the_ends(look: Look) -> None:
    for _ in range(9):
        look.step_scale(1)
    assert look.scale == 200
    for _ in range(9):
        look.step_scale(-1)
    assert look.scale == 100


def test_a_window_follows_theme_and_scale(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = Label(look, "Words")
    QVBoxLayout(window).addWidget(label)
    look.dress(window)
    before = label.font().pixelSize()
    look.set_theme("dark")
    look.set_scale(200)
    assert label.font().pixelSize() == 2 * before
    assert label.palette().color(label.foregroundRole()).name().upper() == look.hex("text")


def test_a_closed_window_no_longer_follows(look: Look) -> None:
    window = QWidget()
    look.dress(window)
    delete(window)
    look.set_theme("dark")  # must not raise


def test_the_focus_ring_shows_where_the_keyboard_is(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    field, button, chip = QLineEdit(), Button(look, "Go", "play"), Chip(look, "8–10", "Ages 8 to 10")
    for widget in (field, button, chip):
        layout.addWidget(widget)
    look.dress(window)
    FocusRing(look, window)
    with qtbot.waitActive(window):
        window.show()
    button.setFocus()
    rings = [w for w in window.findChildren(QWidget) if type(w).__name__ == "_Ring" and w.isVisible()]
    assert [ring.geometry().contains(button.geometry()) for ring in rings] == [True]


def test_enter_and_space_press_a_button(qtbot: QtBot, look: Look) -> None:
    button = Button(look, "Go")
    qtbot.addWidget(button)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)
    assert isinstance(button, QPushButton)
