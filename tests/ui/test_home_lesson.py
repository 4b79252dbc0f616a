"""A lesson's page: what to know before teaching, and the way to the big screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from workshop.paths import LESSONS, Places
from workshop.ui.home import Resume
from workshop.ui.home.lesson_page import LessonPage
from workshop.ui.home.window import HomeWindow
from workshop.ui.look import Look
from workshop.ui.sections import markup

OpenHome = Callable[..., HomeWindow]
Write = Callable[..., Path]


def page_of(window: HomeWindow) -> LessonPage:
    assert window.lesson is not None
    return window.lesson


def words(window: HomeWindow) -> str:
    return "\n".join(label.text() for label in page_of(window).findChildren(QLabel) if label.isVisible())


@pytest.mark.usefixtures("five_lessons")
def test_from_search_to_present_by_keyboard_alone(qtbot: QtBot, open_home: OpenHome, places: Places) -> None:
    window = open_home()
    assert window.library.header.search.hasFocus()
    QTest.keyClicks(window.focusWidget(), "travel")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    assert window.library.grid.hasFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert page_of(window).isVisible()
    assert page_of(window).title.text() == "Kind words travel"
    with qtbot.waitSignal(window.present_requested) as asked:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert asked.args == [str(places.lessons / "kind-words"), 0]


@pytest.mark.usefixtures("five_lessons")
def test_enter_opens_the_only_lesson_found(open_home: OpenHome) -> None:
    window = open_home()
    QTest.keyClicks(window.focusWidget(), "rumours")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert page_of(window).title.text() == "True, twisted, made up"


@pytest.mark.usefixtures("five_lessons")
def test_a_click_opens_a_lesson_and_escape_leads_back_to_its_card(open_home: OpenHome) -> None:
    window = open_home()
    grid = window.library.grid
    index = window.library.model.index(2, 0)
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.visualRect(index).center())
    assert page_of(window).title.text() == index.data()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.library.isVisible()
    assert grid.hasFocus()
    assert grid.currentIndex().row() == 2


@pytest.mark.usefixtures("five_lessons")
def test_a_lesson_starts_at_the_step_that_is_chosen(qtbot: QtBot, open_home: OpenHome, places: Places) -> None:
    window = open_home()
    folder = str(places.lessons / "kind-words")
    window.open_lesson(folder, "")
    steps = page_of(window).steps
    assert steps is not None
    steps.setFocus()
    QTest.keyClick(steps, Qt.Key.Key_Down)
    assert "Starts at step 2: Words travel" in words(window)
    with qtbot.waitSignal(window.present_requested) as by_enter:
        QTest.keyClick(steps, Qt.Key.Key_Return)
    with qtbot.waitSignal(window.present_requested) as by_key:
        QTest.keyClick(steps, Qt.Key.Key_F5)
    assert by_enter.args == by_key.args == [folder, 1]


@pytest.mark.usefixtures("five_lessons")
def test_steps_are_named_with_kind_and_minutes(open_home: OpenHome, places: Places) -> None:
    window = open_home()
    window.open_lesson(str(places.lessons / "kind-words"), "")
    steps = page_of(window).steps
    assert steps is not None
    spoken = [
        steps.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(steps.model().rowCount())
    ]
    assert spoken[2] == "Step 3 of 4: What travels fast?. Discussion · 5 min"
    assert spoken[3] == "Step 4 of 4: Get help. Get help"  # a step without minutes has none


@pytest.mark.usefixtures("five_lessons")
def test_an_interrupted_lesson_offers_to_resume_first(qtbot: QtBot, open_home: OpenHome, places: Places) -> None:
    folder = str(places.lessons / "pause")
    window = open_home(Resume("pause", "Pause before you post", 3, 4, folder))
    window.open_lesson(folder, "")
    with qtbot.waitSignal(window.resume_requested):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)


def test_what_to_know_beforehand_is_told(open_home: OpenHome, write_lesson: Write) -> None:
    text = """\
format: lesson/1
id: whole
version: 1.0.0
language: en
title: Whole
ages: 11-13
minutes: 45
sensitive: true
goals: [I can name a safe next step.]
flags: [Secrecy is asked for]
supervision: A second adult is **close by**.
deliver_by: A teacher whom the class knows.
needs: [first]
materials: [Paper]
keywords: {pressure: When someone makes it hard to say no.}
sources: [{title: A survey, date: 11 February 2020}]
steps:
- {id: rules, kind: rules}
- {id: where, kind: help}
"""
    write_lesson("first", "The first one")
    folder = write_lesson("whole", text=text)
    window = open_home()
    window.open_lesson(str(folder), "")
    told = words(window)
    for part in (
        "I can name a safe next step.",
        "Secrecy is asked for",
        "A second adult is <b>close by</b>.",
        "A teacher whom the class knows.",
        "The first one",
        "Paper",
        "When someone makes it hard to say no.",
        "A survey, 11 February 2020",
        "“You can pass”",
    ):
        assert part in told


def test_a_lessons_words_are_never_markup() -> None:
    assert "&lt;img src=x&gt; &amp; <b>bold</b>" in markup("<img src=x> & **bold**")


@pytest.mark.usefixtures("five_lessons")
def test_an_unreadable_lesson_lists_what_is_amiss_and_is_read_again_when_mended(
    open_home: OpenHome, places: Places, write_lesson: Write
) -> None:
    window = open_home()
    window.open_lesson(str(places.lessons / "broken"), "")
    told = words(window)
    assert "This lesson can't be read" in told
    assert "Your other lessons are safe" in told
    assert "line 5, column 9" in told
    assert "5 | kind: scenaro" in told
    assert page_of(window).present is None
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F5)  # nothing to present, and nothing happens
    write_lesson("broken", "Mended")
    page_of(window).look_again()
    assert page_of(window).title.text() == "Mended"
    assert page_of(window).present is not None


def test_a_unit_lists_what_it_is_made_of(open_home: OpenHome, write_lesson: Write) -> None:
    write_lesson("first", "The first one")
    text = """\
format: unit/1
id: day
version: 1.0.0
language: en
title: A day together
parts:
- {lesson: first, minutes: 40}
- {title: Stations, stations: [{lesson: first}, {lesson: first, title: A walk}]}
"""
    folder = write_lesson("day", text=text)
    window = open_home()
    window.open_lesson(str(folder), "")
    told = words(window)
    assert "The first one · 40 min" in told
    assert "Stations: The first one, A walk" in told
    assert page_of(window).present is None


@pytest.mark.usefixtures("five_lessons")
def test_a_lesson_that_was_removed_meanwhile_says_so(open_home: OpenHome, places: Places) -> None:
    window = open_home()
    folder = places.lessons / "pause"
    (folder / "lesson.yaml").unlink()
    window.open_lesson(str(folder), "")
    assert "There is no such lesson." in words(window)


@pytest.mark.usefixtures("five_lessons")
@pytest.mark.parametrize("name", ["pause", "broken"])
@pytest.mark.parametrize(("width", "scale"), [(1440, 100), (1024, 200)])
def test_every_control_has_a_name(
    open_home: OpenHome,
    look: Look,
    places: Places,
    unnamed: Callable[[QWidget], list[str]],
    name: str,
    width: int,
    scale: int,
) -> None:
    window = open_home()
    look.set_scale(scale)
    window.resize(width, 768)
    window.open_lesson(str(places.lessons / name), "")
    assert unnamed(page_of(window)) == []


@pytest.mark.usefixtures("five_lessons")
def test_steps_stand_beside_the_text_or_among_it(qtbot: QtBot, open_home: OpenHome, look: Look, places: Places) -> None:
    window = open_home()
    window.open_lesson(str(places.lessons / "pause"), "")
    page = page_of(window)
    steps = page.steps
    assert steps is not None
    assert page._side.isAncestorOf(steps)
    look.set_scale(200)
    qtbot.waitUntil(lambda: not page._side.isAncestorOf(steps))
    assert steps.height() >= steps.content_height()  # shown whole: the page scrolls, not the list
    assert page._scroll.widget().width() <= page._scroll.viewport().width()


@pytest.mark.parametrize("folder", sorted(LESSONS.glob("*/lesson.yaml")), ids=lambda path: path.parent.name)
def test_every_packaged_lesson_has_a_page(open_home: OpenHome, folder: Path) -> None:
    window = open_home()
    window.open_lesson(str(folder.parent), "")
    page = page_of(window)
    assert page.present is not None
    assert not page.grab().isNull()
