"""Keys of presenting changed before there is a lesson."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from workshop.app import App
from workshop.ui.keysinuse import KeysInUse
from workshop.ui.present.keychange import ChangeKeys
from workshop.ui.present.keysheet import KeySheet


def test_keys_can_be_changed_in_the_library_before_a_lesson(
    qtbot: QtBot, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    qt = QApplication.instance()
    assert isinstance(qt, QApplication)
    app = App(qt, Namespace(data_dir=str(data_dir), language=None))
    app.show_home()
    home = app.home
    assert home is not None
    with qtbot.waitActive(home):
        home.activateWindow()
    qtbot.keyClick(home, Qt.Key.Key_F1)
    sheet = home.findChild(KeySheet)
    assert sheet is not None
    QApplication.processEvents()
    next(button for button in sheet.findChildren(QPushButton) if button.text() == "Change keys…").click()
    window = home.findChild(ChangeKeys)
    assert window is not None
    QApplication.processEvents()
    qtbot.keyClick(window.list, Qt.Key.Key_Return)
    qtbot.keyClick(window.list, Qt.Key.Key_Z)
    assert KeysInUse(app.settings).ids["Z"] == "next"
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    home.close()
    home.deleteLater()
    app.deleteLater()
