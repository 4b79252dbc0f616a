"""The table of actions: complete, without clashes, and bound where it says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workshop.stage.icons import icon_pixmap
from workshop.ui.actions import ACTIONS, Action, bind, clashes, hint, inside


def test_no_key_does_two_things_in_one_place() -> None:
    assert clashes(ACTIONS) == []


def test_a_clash_with_a_place_around_is_found() -> None:
    table = (Action("a", "A", "x", ("F5",), "home"), Action("b", "B", "x", ("F5",), "home.lesson"))
    assert clashes(table) == [("a", "b", "F5")]


def test_the_same_key_may_serve_in_two_places() -> None:
    table = (Action("a", "A", "x", ("Esc",), "home.library"), Action("b", "B", "x", ("Esc",), "home.lesson"))
    assert clashes(table) == []
    assert not inside("homework", "home")


def test_ids_are_unique_in_their_place_and_every_key_is_one_that_qt_knows() -> None:
    assert len({(action.id, action.where) for action in ACTIONS}) == len(ACTIONS)
    for action in ACTIONS:
        assert all(QKeySequence(key).toString() for key in action.keys), action


def test_every_icon_exists(qtbot: QtBot) -> None:
    assert all(not icon_pixmap(action.icon, "#000000", 20).isNull() for action in ACTIONS)


def test_a_bound_action_is_called_by_its_key_while_the_focus_is_inside(qtbot: QtBot) -> None:
    window, done = QWidget(), []
    qtbot.addWidget(window)
    table = (Action("do", "Do it", "x", ("F8",), "here"),)
    bind(window, "here", {"do": lambda: done.append(1)}, table)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert done == [1]
    assert hint(table[0]) == "Do it (F8)"


def test_an_action_without_a_handler_is_an_error(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with pytest.raises(KeyError):
        bind(window, "home.lesson", {})
    with pytest.raises(ValueError, match="no actions called"):
        bind(window, "home.lesson", {"nonsense": print})
