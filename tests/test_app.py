"""The rooms joined: from the library to the projector and back, and what happens when something is amiss."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workshop.app import App
from workshop.lesson.confirmed import Confirmed
from workshop.lesson.directory import unconfirmed
from workshop.lesson.problems import WorkshopError
from workshop.paths import LESSONS
from workshop.session import diary, pacing
from workshop.session.journal import pending
from workshop.session.proposals import stop_today
from workshop.ui.home.help_card import HelpCard

LESSON = LESSONS / "together-for-a-better-internet"


@pytest.fixture
def app(qtbot: QtBot, data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    qt = QApplication.instance()
    assert isinstance(qt, QApplication)
    app = App(qt, Namespace(data_dir=str(data_dir), language=None, one_screen=True))
    yield app
    if app.presenter is not None:
        app.presenter.close()
    if app.home is not None:
        app.home.close()
        app.home.deleteLater()
    app.deleteLater()


def step_of(app: App) -> str:
    assert app.presenter is not None
    return app.presenter.session.state.stop.step_id


def test_a_lesson_chosen_in_the_library_takes_its_place_and_gives_it_back(app: App, qtbot: QtBot) -> None:
    app.show_home()
    home = app.home
    assert home is not None
    home.present_requested.emit(str(LESSON), 0)
    assert not home.isVisible()
    assert app.ready is not None
    app.ready.start()
    assert app.ready is None
    assert step_of(app) == "welcome"
    assert app.presenter is not None
    app.presenter.trigger("end")
    qtbot.waitUntil(home.isVisible)
    assert app.presenter is None


def test_a_lesson_opened_at_a_later_step_is_on_time_and_has_the_minutes_from_there(app: App) -> None:
    app.present(LESSON, at="the-day")
    assert app.presenter is not None
    session = app.presenter.session
    lesson, state, now = session.lesson, session.state, session.clock()
    assert round(pacing.ahead(lesson, state, now) or 0, -1) == 0
    whole = pacing.whole(lesson, state)
    assert whole is not None
    assert lesson.minutes is not None
    assert whole < lesson.minutes * 60


def test_after_a_lesson_its_minutes_are_kept_and_the_next_time_opens_where_the_class_stopped(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diary, "LEAST", 0)
    app.present(LESSON)
    assert app.presenter is not None
    session = app.presenter.session
    proposal = stop_today(session.lesson, session.state, session.clock())
    assert proposal is not None
    session.settle(proposal.plan)
    app.presenter.trigger("end")
    kept = diary.last(app.places.diary, session.lesson.id)
    assert kept is not None
    assert kept.until == proposal.until
    app.get_ready(LESSON)
    assert app.ready is not None
    app.ready.start()
    assert proposal.until is not None
    assert step_of(app) == proposal.until.step_id


def test_a_lesson_begins_at_the_step_that_was_chosen(app: App) -> None:
    app.present(LESSON, at="the-day")
    assert step_of(app) == "the-day"


def test_a_lesson_left_open_is_offered_and_resumed_where_the_class_was(app: App) -> None:
    app.present(LESSON, at="the-day")
    assert app.presenter is not None
    app.presenter.close()
    app.presenter = None
    app.show_home()
    assert app.home is not None
    app.home.resume_requested.emit()
    assert step_of(app) == "the-day"


@pytest.mark.parametrize("at", ["no-such-step", "99", "0"])
def test_a_step_that_is_not_there_costs_nobody_their_place(app: App, at: str) -> None:
    app.present(LESSON, at="the-day")
    assert app.presenter is not None
    app.presenter.close()
    app.presenter = None
    with pytest.raises(WorkshopError, match="no step"):
        app.present(LESSON, at=at)
    left = pending(app.places.journal)
    assert left is not None
    assert left.stop.step_id == "the-day"


def test_a_lesson_that_cannot_be_read_is_told_in_the_library(app: App, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "lesson.yaml").write_text("format: lesson/1\nid: [", "utf-8")
    app.show_home()
    assert app.home is not None
    app.home.present_requested.emit(str(broken), 0)
    assert app.home.isVisible()
    assert "can't be presented" in app.home.notice.words.text()
    assert "Nothing was changed" in app.home.notice.words.text()


def test_the_schools_people_rules_and_hidden_steps_are_in_the_lesson(app: App) -> None:
    app.places.data.mkdir(parents=True)
    app.places.school.write_text(
        "country: IE\npeople: ['Ms Lee, room 4']\nhelplines: [{name: Our school line, phone: 01 555 0199}]\n"
        "hidden:\n  together-for-a-better-internet: [pass]\n",
        "utf-8",
    )
    app.present(LESSON)
    assert app.presenter is not None
    assert "pass" not in [stop.step_id for stop in app.presenter.session.stops]
    rows = [(line.head, line.note) for line in app.presenter.stage.setting.help]
    assert ("Ms Lee", "room 4") in rows
    assert ("01 555 0199", "Our school line") in rows


def test_what_a_facilitator_confirmed_is_on_the_classs_help_card(app: App) -> None:
    app.settings.change(country="MD")
    [service] = [s for s in unconfirmed("MD") if s.phone == "116 111"]
    app.present(LESSON)
    assert app.presenter is not None
    assert "116 111" not in [line.head for line in app.presenter.stage.setting.help]
    app.presenter.close()
    Confirmed(app.places.confirmed).confirm(service.key, "Ms Lee", date(2026, 11, 23))
    app.present(LESSON)
    assert "116 111" in [line.head for line in app.presenter.stage.setting.help]


def test_what_is_changed_in_the_library_is_in_the_next_lesson(app: App) -> None:
    app.show_home()
    assert app.home is not None
    assert "No country is set" in app.home.notice.words.text()
    assert app.ours.school is None
    app.home.show_help()
    card = QApplication.activeModalWidget()
    assert isinstance(card, HelpCard)
    card.countries.setCurrentIndex(card.countries.findData("FR"))
    card.countries.activated.emit(card.countries.currentIndex())
    card.form.people[0].edit.setText("Ms Lee, room 4")
    card.close()
    assert app.home.notice.words.text() == ""
    app.present(LESSON)
    assert app.presenter is not None
    assert {"Ms Lee", "3018", "112"} <= {line.head for line in app.presenter.stage.setting.help}


def test_something_unforeseen_is_written_down_and_told_and_the_class_keeps_its_picture(
    app: App, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    app.present(LESSON)
    assert app.presenter is not None
    qtbot.waitUntil(lambda: app.presenter is not None and app.presenter.keys is not None)
    picture = app.presenter.windows.picture
    assert picture is not None
    before = picture.listed
    error = ValueError("unforeseen")
    sys.excepthook(ValueError, error, None)
    assert "unforeseen" in app.places.log.read_text("utf-8")
    assert picture.listed == before
    assert "unforeseen" in capsys.readouterr().err


def test_the_next_start_need_not_read_the_text_again(app: App, qtbot: QtBot) -> None:
    app.present(LESSON)
    qtbot.waitUntil(lambda: app.places.prepared.is_dir() and any(app.places.prepared.glob("*.prepared")), timeout=4000)
