"""The library in the home window: found, filtered, resumed, and told plainly where there is nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workshop.paths import Places
from workshop.settings import SettingsFile
from workshop.ui.home import Resume
from workshop.ui.home.banner import dateline, headline
from workshop.ui.home.window import HomeWindow
from workshop.ui.look import Look

OpenHome = Callable[..., HomeWindow]


def titles(window: HomeWindow) -> list[str]:
    model = window.library.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.mark.usefixtures("five_lessons")
def test_every_lesson_is_there_with_its_count(open_home: OpenHome) -> None:
    window = open_home()
    assert sorted(titles(window)) == [
        "Kind words travel",
        "Pause before you post",
        "Talking at home",
        "True, twisted, made up",
        "broken",
    ]
    assert window.library.filters.count.text() == "5"


@pytest.mark.usefixtures("five_lessons")
def test_search_narrows_with_every_letter(open_home: OpenHome) -> None:
    window = open_home()
    field = window.library.header.search
    seen = []
    for letter in "rumo":
        QTest.keyClicks(field, letter)
        seen.append(len(titles(window)))
    assert seen == sorted(seen, reverse=True)
    assert titles(window) == ["True, twisted, made up"]
    assert window.library.filters.heading.text() == "Lessons found"


@pytest.mark.usefixtures("five_lessons")
def test_escape_clears_the_search(open_home: OpenHome) -> None:
    window = open_home()
    field = window.library.header.search
    QTest.keyClicks(field, "rumours")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert len(titles(window)) == 5


@pytest.mark.usefixtures("five_lessons")
@pytest.mark.parametrize(
    "press",
    [lambda w: QTest.keyClick(w, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier), lambda w: QTest.keyClicks(w, "/")],
)
def test_a_key_leads_to_the_search_field(open_home: OpenHome, press: Callable[[QWidget], None]) -> None:
    window = open_home()
    window.library.go_to_cards()
    press(window.library.grid)
    assert window.library.header.search.hasFocus()


@pytest.mark.usefixtures("five_lessons")
def test_letters_typed_among_the_cards_search(open_home: OpenHome) -> None:
    window = open_home()
    window.library.go_to_cards()
    QTest.keyClicks(window.library.grid, "p")
    QTest.keyClicks(window.focusWidget(), "ause")
    assert window.library.header.search.text() == "pause"
    assert titles(window) == ["Pause before you post"]


@pytest.mark.usefixtures("five_lessons")
def test_ages_and_audience_filter(open_home: OpenHome) -> None:
    filters = (window := open_home()).library.filters
    chips = {chip.text(): chip for chip in filters._ages.buttons()}
    chips["11–13"].click()
    assert "Pause before you post" in titles(window)
    assert "Kind words travel" not in titles(window)
    filters.choice.setCurrentText("Families")
    assert set(titles(window)) == {"Talking at home", "broken"}  # one that doesn't say is kept
    filters.reset()
    assert len(titles(window)) == 5


@pytest.mark.usefixtures("five_lessons")
def test_no_hit_says_so_and_leads_back_to_all(open_home: OpenHome) -> None:
    window = open_home()
    QTest.keyClicks(window.library.header.search, "zebra")
    empty = window.library.empty
    assert empty.isVisible()
    assert empty.head.text() == "No lesson has “zebra” in it"
    assert not empty.open_folder.isVisible()
    empty.show_all.click()
    assert len(titles(window)) == 5
    assert window.library.header.search.text() == ""


def test_no_lessons_at_all_says_where_to_put_one(open_home: OpenHome, places: Places) -> None:
    empty = (window := open_home()).library.empty
    assert empty.isVisible()
    assert empty.head.text() == "There are no lessons here yet"
    assert str(places.lessons) in empty.text.text()
    assert empty.open_folder.isVisible()
    assert window.library.filters.count.text() == "0"


def test_a_new_lesson_appears_by_itself(qtbot: QtBot, open_home: OpenHome, write_lesson: Callable[..., Path]) -> None:
    window = open_home()
    write_lesson("kind-words", "Kind words travel")
    window.refresh()
    qtbot.waitUntil(lambda: titles(window) == ["Kind words travel"])


@pytest.mark.usefixtures("five_lessons")
def test_an_unreadable_lesson_has_a_card_that_says_so(open_home: OpenHome) -> None:
    model = open_home().library.model
    row = next(r for r in range(model.rowCount()) if model.index(r, 0).data() == "broken")
    spoken = model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "broken. This lesson can't be read. See what is amiss."


@pytest.mark.usefixtures("five_lessons")
def test_a_screen_reader_hears_title_ages_minutes_and_what_is_inside(open_home: OpenHome) -> None:
    window = open_home()
    QTest.keyClicks(window.library.header.search, "kind words")
    index = window.library.model.index(0, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Kind words travel, ages 8 to 10, 40 minutes. Start."
    assert "Inside: Our rules, Big idea, Discussion, Get help" in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)


@pytest.mark.usefixtures("five_lessons")
def test_an_interrupted_lesson_is_offered_on_its_card_and_beside_the_door(
    qtbot: QtBot, open_home: OpenHome, places: Places
) -> None:
    folder = str(places.lessons / "pause")
    window = open_home(Resume("pause", "Pause before you post", 2, 4, folder))
    QTest.keyClicks(window.library.header.search, "pause")
    spoken = window.library.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("Resume at step 2 of 4.")
    assert window.library.resume_door.isVisible()
    with qtbot.waitSignal(window.resume_requested):
        window.library.resume_door.button.click()
    window.come_back(None)
    assert not window.library.resume_door.isVisible()


@pytest.mark.usefixtures("five_lessons")
def test_the_door_opens_the_page_of_the_chosen_lesson(open_home: OpenHome) -> None:
    window = open_home()
    chosen: list[str] = []
    window.library.opened.connect(lambda folder, _image: chosen.append(folder))
    window.library.door.click()
    assert len(chosen) == 1
    assert window.lesson is not None
    assert window.lesson.isVisible()
    assert window.library.grid.currentIndex().row() == 0


@pytest.mark.usefixtures("five_lessons")
def test_colours_and_text_size_are_remembered(open_home: OpenHome, look: Look, places: Places) -> None:
    window = open_home()
    window.library.header.corner.theme.click()
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    saved = SettingsFile(places.settings).value
    assert (saved.theme, saved.text_scale) == ("dark", 110)
    assert window.library.header.corner.theme.accessibleName() == "Colours: Dark. Change to High contrast"
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert look.scale == 100


def test_the_window_comes_back_where_it_was(open_home: OpenHome, places: Places) -> None:
    window = open_home()
    window.setGeometry(30, 40, 950, 640)
    window.close()
    assert SettingsFile(places.settings).value.windows["home"] == (30, 40, 950, 640, False)
    assert open_home(size=None).geometry().getRect() == (30, 40, 950, 640)


def test_on_a_small_screen_the_window_fills_it(open_home: OpenHome) -> None:
    window = open_home(size=None)
    assert window.screen().availableGeometry().width() <= 1200
    assert window.isMaximized()


def test_a_place_on_a_screen_that_is_gone_is_not_used(open_home: OpenHome, places: Places) -> None:
    SettingsFile(places.settings).change(windows={"home": (90_000, 90_000, 900, 600, False)})
    window = open_home()
    assert window.screen().availableGeometry().intersects(window.geometry())


def test_damaged_settings_are_told(open_home: OpenHome, places: Places) -> None:
    places.data.mkdir(parents=True)
    places.settings.write_text("{")
    notice = open_home().notice
    assert notice.isVisible()
    assert "Your lessons are safe" in notice.words.text()
    notice.close_button.click()
    assert not notice.isVisible()


def test_settings_that_cannot_be_saved_are_told(open_home: OpenHome, places: Places) -> None:
    window = open_home()
    places.settings.mkdir(parents=True)  # a folder where the file should go
    window.next_theme()
    assert window.notice.isVisible()


class _Opener(QObject):
    """Takes the place of the computer's file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_the_folder_for_own_lessons_is_made_and_opened(open_home: OpenHome, places: Places) -> None:
    window, opener = open_home(), _Opener()
    QDesktopServices.setUrlHandler("file", opener, "take")
    try:
        window.library.own.button.click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert places.lessons.is_dir()
    assert opener.opened == [str(places.lessons)]


@pytest.mark.usefixtures("five_lessons")
@pytest.mark.parametrize(("width", "height", "scale"), [(1440, 900, 100), (1024, 768, 200), (900, 600, 100)])
def test_every_control_has_a_name_in_every_layout(
    open_home: OpenHome, look: Look, unnamed: Callable[[QWidget], list[str]], width: int, height: int, scale: int
) -> None:
    window = open_home()
    look.set_scale(scale)
    window.resize(width, height)
    QTest.qWaitForWindowExposed(window)
    assert unnamed(window) == []


@pytest.mark.usefixtures("five_lessons")
def test_large_text_keeps_every_part_in_reach(qtbot: QtBot, open_home: OpenHome, look: Look) -> None:
    window = open_home()
    window.resize(1024, 768)
    look.set_scale(200)
    page = window.library
    qtbot.waitUntil(lambda: page.grid.viewport().isAncestorOf(page.door))
    QTest.keyClick(page.grid, Qt.Key.Key_End)
    bar = page.grid.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.setValue(bar.maximum()) or not page.own.visibleRegion().isEmpty())
    look.set_scale(100)
    qtbot.waitUntil(lambda: not page.grid.viewport().isAncestorOf(page.door))
    qtbot.waitUntil(page.banner.isVisible)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 11, 10), "Safer Internet Day is in 91 days"),
        (date(2027, 2, 7), "Safer Internet Day is in 2 days"),
        (date(2027, 2, 8), "Safer Internet Day is tomorrow"),
        (date(2027, 2, 9), "Today is Safer Internet Day"),
        (date(2027, 2, 10), "Safer Internet Day is in 363 days"),
    ],
)
def test_the_banner_counts_the_days(open_home: OpenHome, today: date, said: str) -> None:
    assert headline(today) == said
    banner = open_home(today=today).library.banner
    assert banner.accessibleName().startswith(said)
    assert dateline(date(2027, 2, 1)) == "Tuesday 9 February 2027 · Together for a better internet"
