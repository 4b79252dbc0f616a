"""The help card: people first, then the services of the country that is set."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from workshop.lesson.directory import unconfirmed
from workshop.paths import Places
from workshop.settings import SettingsFile
from workshop.ui.home.help_card import HelpCard
from workshop.ui.home.services import KINDS
from workshop.ui.home.window import HomeWindow
from workshop.ui.look import Look

OpenHome = Callable[..., HomeWindow]


def told(card: QWidget) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def opened(window: HomeWindow) -> HelpCard:
    window.show_help()
    card = QApplication.activeModalWidget()
    assert isinstance(card, HelpCard)
    return card


def choose(card: HelpCard, code: str) -> None:
    card.countries.setCurrentIndex(card.countries.findData(code))
    card.countries.activated.emit(card.countries.currentIndex())


@pytest.mark.parametrize("code", ["FR", "DE", "AT"])
def test_people_come_first_and_unverified_services_are_hidden(open_home: OpenHome, places: Places, code: str) -> None:
    SettingsFile(places.settings).change(country=code)
    words = told(opened(open_home()))
    heads = [word for word in words if word in {head for _, head in KINDS.values()} or "trust" in word]
    assert heads[0] == "A grown-up you trust, first of all"
    after = [head for head in heads[1:] if head != "Someone to talk to"]
    assert heads[1] == "Someone to talk to"
    assert after[0] == "In danger right now"
    seen = words[: words.index("Pupils don’t see these yet")] if unconfirmed(code) else words
    assert not {service.name for service in unconfirmed(code)} & set(seen)
    assert any(word.startswith("Source: ") for word in words)


def test_the_country_that_is_chosen_is_remembered(open_home: OpenHome, places: Places) -> None:
    card = opened(open_home())
    assert card.countries.currentText() == "Choose a country"
    assert card.services.buttons == {}
    choose(card, "FR")
    assert SettingsFile(places.settings).value.country == "FR"
    assert any("119" in word for word in told(card))


def test_a_key_opens_it_and_escape_puts_it_away(qtbot: QtBot, open_home: OpenHome) -> None:
    window = open_home()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    card = QApplication.activeModalWidget()
    assert isinstance(card, HelpCard)
    qtbot.waitUntil(card.isActiveWindow)
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_every_control_has_a_name(open_home: OpenHome, look: Look, unnamed: Callable[[QWidget], list[str]]) -> None:
    look.set_scale(200)
    assert unnamed(opened(open_home())) == []
