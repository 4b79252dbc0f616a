"""The composition root: builds every part once and hands it down. Windows know only what they are given here."""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from workshop.lesson.model import Lesson
from workshop.lesson.prepared import Prepared, keep, load
from workshop.lesson.problems import WorkshopError
from workshop.lesson.values import Ages
from workshop.opening import meta_of, read_lesson, stop_at
from workshop.ours import Ours
from workshop.paths import LESSON_FILE, Places, places
from workshop.session.journal import Journal, pending
from workshop.session.order import stops
from workshop.session.questions import has_box
from workshop.session.session import Session
from workshop.session.state import State, replay
from workshop.session.view import View
from workshop.settings import SettingsFile
from workshop.stage.compose import Stage
from workshop.stage.fonts import load_fonts
from workshop.stage.page import Setting
from workshop.stage.qtmeasure import QtMeasure
from workshop.stage.theme import theme
from workshop.stage.words import is_right_to_left, words
from workshop.ui import memory
from workshop.ui.present.desk import Staff
from workshop.ui.present.presenter import Presenter
from workshop.ui.screens import Screens

if TYPE_CHECKING:  # imported when a home window is made
    from workshop.ui.home import Resume
    from workshop.ui.home.window import HomeWindow
    from workshop.ui.ready import Start
    from workshop.ui.ready.window import ReadyWindow

NO_COUNTRY = (
    "No country is set, so the class's help card shows no telephone numbers. "
    "Choose your country in the library: press Help card."
)
LAST_TIME = "The class stopped before step {number} the last time, so it opens there. Back leads to what came before."
LATER = 1000  # ms: when what nobody waits for is written


def run_present(options: Namespace) -> int:
    """`workshop present`: what is done before the lesson, or with --now the class's picture; returns the exit code.

    `options.lesson` is the path of a lesson's folder or file. Raises WorkshopError where it can't be presented.
    """
    app, folder = App(QApplication([sys.argv[0]]), options), Path(options.lesson)
    if options.now:
        app.present(folder, at=options.at or "")
    elif not options.at and app.was_left(folder):
        app.present(folder, resume=True)
    else:
        app.get_ready(folder, options.at or "")
        app.tell_left()
    return app.run()


def run_home(options: Namespace) -> int:
    """`workshop`: the home window; returns the exit code."""
    app = App(QApplication([sys.argv[0]]), options)
    app.show_home()
    return app.run()


class App(QObject):
    """One running program: its places, settings, and the window that is on."""

    def __init__(self, qt: QApplication, options: Namespace) -> None:
        super().__init__()
        self.qt = qt
        self.qt.setApplicationName("Workshop")
        self.qt.setQuitOnLastWindowClosed(False)
        load_fonts()
        self.places: Places = places(options.data_dir)
        self.settings = SettingsFile(self.places.settings)
        self.ours = Ours(self.places, self.settings)
        self._screens = Screens(self)
        self._one_screen = bool(getattr(options, "one_screen", False))
        self._language: str = options.language or ""
        self.presenter: Presenter | None = None
        self.home: HomeWindow | None = None
        self.ready: ReadyWindow | None = None
        sys.excepthook = self._unexpected

    def run(self) -> int:
        return self.qt.exec()

    # --- home ------------------------------------------------------------------------------------------

    def show_home(self) -> None:
        """The library of lessons; with the lesson that was left open, if any."""
        resume = self._left_open()
        if self.home is None:
            self.home = self._make_home(resume)
            self.home.show()
            QTimer.singleShot(0, memory.settle)
        else:
            self.home.come_back(resume)

    def _make_home(self, resume: Resume | None) -> HomeWindow:
        from workshop.lesson.library import Library
        from workshop.ui.home.window import HomeWindow
        from workshop.ui.look import Look

        told = self.settings.value
        look = Look(told.theme, told.text_scale, parent=self)
        home = HomeWindow(look, Library(self.places.library, self.places), self.settings, self.places, resume)
        home.present_requested.connect(lambda folder, stop: self._from_home(self.get_ready, folder, str(stop + 1)))
        home.resume_requested.connect(self._resume_from_home)
        home.help_changed.connect(self._help_changed)
        home.keys_asked.connect(self._show_keys)
        home.closed.connect(self.qt.quit)
        if not self.ours.country and not self.settings.told:
            home.notice.tell(NO_COUNTRY)
        return home

    def _show_keys(self) -> None:
        """The keys of presenting, to be read and changed before a lesson."""
        from workshop.ui.keysinuse import KeysInUse
        from workshop.ui.present.keysheet import toggle_keys

        assert self.home is not None
        toggle_keys(self.home, self.home.look, KeysInUse(self.settings))

    def _help_changed(self) -> None:
        """Another country, person or number: the next lesson shows it."""
        assert self.home is not None
        self.ours.read_anew()
        if self.ours.country and self.home.notice.words.text() == NO_COUNTRY:
            self.home.notice.tell("")

    def _left_open(self) -> Resume | None:
        from workshop.ui.home import Resume

        left = pending(self.places.journal)
        return Resume(left.lesson, left.title, left.at + 1, left.total, left.folder) if left else None

    def _resume_from_home(self) -> None:
        if left := self._left_open():
            self._from_home(self.present, left.folder, True)

    def _from_home(self, leave: Callable[..., None], folder: str, *given: object) -> None:
        """Go on to another window in place of the home window, which says so where that can't be done."""
        assert self.home is not None
        try:
            leave(Path(folder), *given)
        except WorkshopError as error:
            self.home.notice.tell(str(error))
        else:
            self.home.hide()

    # --- before the lesson ---------------------------------------------------------------------------

    def was_left(self, folder: Path) -> bool:
        """Whether this lesson was left open, so that its class goes on where it was."""
        left = pending(self.places.journal)
        return left is not None and left.lesson == self._open(folder).lesson.id

    def get_ready(self, folder: Path, at: str = "") -> None:
        """Show the checklist and the room check; the lesson starts from there.

        Raises WorkshopError where the lesson can't be presented.
        """
        from workshop.before import Here, items_of, ready_window, show_help
        from workshop.ui.look import Look

        lesson = self._open(folder).lesson
        hidden = self.ours.hidden(lesson)
        stop_at(lesson, hidden, at)
        stopped = "" if at else self._stopped_before(lesson)
        told = self.settings.value
        look = self.home.look if self.home is not None else Look(told.theme, told.text_scale, parent=self)
        here = Here(self.settings, self._screens, self.ours.school, self.places, self._one_screen)
        self.ready = ready = ready_window(here, look, self._setting(lesson, folder), hidden, self.ours.country)

        def renew() -> None:
            self.ours.read_anew()
            ready.checklist.tell(items_of(lesson, self.places, self.ours.school, self.ours.country))

        if stopped:
            ready.notice.tell(LAST_TIME.format(number=stopped))
        ready.started.connect(lambda start: self._start(folder, at or stopped, start))
        ready.left.connect(self._not_started)
        ready.help_asked.connect(lambda: show_help(ready, self.settings, self.places, renew))
        if self.home is not None and self.home.isMaximized():
            ready.showMaximized()
        else:
            ready.show()
        ready.activateWindow()

    def _stopped_before(self, lesson: Lesson) -> str:
        """The number of the stop at which this lesson opens, as its class stopped before it; "" for the first."""
        from workshop.session.diary import last

        held = last(self.places.diary, lesson.id)
        known = stops(lesson, self.ours.hidden(lesson))
        return str(known.index(held.until) + 1) if held and held.until in known else ""

    def tell_left(self) -> None:
        """Say before the lesson that another is still open, as the library does."""
        if self.ready is not None and (left := pending(self.places.journal)):
            self.ready.notice.tell(
                f"“{left.title}” is still open at step {left.at + 1}. Starting this lesson gives that place up."
            )

    def _start(self, folder: Path, at: str, start: Start) -> None:
        assert self.ready is not None
        try:
            self.present(folder, at=at, ages=start.ages, projector=start.projector)
        except WorkshopError as error:
            self.ready.notice.tell(str(error))
            return
        self.ready.finish()
        self.ready.deleteLater()
        self.ready = None

    def _not_started(self) -> None:
        assert self.ready is not None
        self.ready.deleteLater()
        self.ready = None
        self._leave()

    # --- presenting --------------------------------------------------------------------------------

    def present(
        self, folder: Path, resume: bool = False, at: str = "", ages: Ages | None = None, projector: str = ""
    ) -> None:
        """Present a lesson: where the class was if `resume` and its journal is there, else from `at` or the start.

        Steps for other ages than the class's `ages` are left out. `projector` names a screen for this lesson alone.

        Raises WorkshopError where the lesson can't be read or another program is presenting.
        """
        lesson, sha256 = self._open(folder)
        hidden = self.ours.hidden(lesson)
        first = stop_at(lesson, hidden, at, ages)
        journal = Journal.open(self.places.journal)
        unfinished = journal.unfinished() if resume else None
        goes_on = unfinished is not None and unfinished.lesson == lesson.id
        if goes_on:
            ages = self._ages_left(lesson, hidden, journal)

        def open_session(beats: Callable[[View], int]) -> Session:
            if goes_on:
                return Session.resume(lesson, journal, time.time, beats, hidden, ages)
            journal.begin(meta_of(lesson, folder, sha256))
            return Session(lesson, journal, time.time, beats, hidden, ages, first=first)

        setting = self._setting(lesson, folder)
        measure = QtMeasure()
        self.presenter = Presenter(
            open_session,
            lambda name: Stage(setting, theme(name), measure),
            self.settings,
            self._screens,
            self._one_screen,
            Staff(self.ours.school.lead_name, self.ours.school.lead_phone) if self.ours.school else Staff(),
        )
        self.presenter.windows.choose(projector)
        session: Session = self.presenter.session
        self.presenter.finished.connect(lambda: self._presented(lesson, session.state))
        if goes_on and first:
            session.go_to(first)
        self.presenter.start()
        if unfinished is not None and not goes_on:
            self.presenter.tell(
                f"“{unfinished.title}” was left open at step {unfinished.at + 1}; this lesson took its place."
            )
        elif not self.ours.country:
            self.presenter.tell(NO_COUNTRY)

    def _ages_left(self, lesson: Lesson, hidden: frozenset[str], journal: Journal) -> Ages | None:
        """The ages of the class that left a lesson open: those remembered, if its running order was made for them."""
        age, past = self.settings.value.class_age, replay(journal.events())
        ages = Ages(age, age) if age else None
        return ages if past is not None and past.order == stops(lesson, hidden, ages) else None

    def _open(self, folder: Path) -> Prepared:
        """The lesson in that folder, or of that file, as it was read before if it is still the same."""
        file = folder / LESSON_FILE if folder.is_dir() else folder
        known = load(file, self.places.prepared)
        if known is None:
            known = read_lesson(file)
            QTimer.singleShot(LATER, lambda kept=known: keep(file, self.places.prepared, kept))
        return Prepared(self._translated(known.lesson, file.parent), known.sha256)

    def _translated(self, lesson: Lesson, folder: Path) -> Lesson:
        """The lesson in the language asked for, where there is such a translation; else in its own."""
        overlay = folder / f"lesson.{self._language}.yaml"
        if not self._language or self._language == lesson.language or not overlay.is_file():
            return lesson
        from workshop.lesson.translate import apply, read_overlay

        told, _problems = read_overlay(overlay, lesson)
        return apply(lesson, told)[0]

    def _setting(self, lesson: Lesson, folder: Path) -> Setting:
        from datetime import date

        from workshop.lesson.days import is_near_safer_internet_day

        told = words(lesson.language)
        school = self.ours.school
        card, more = self.ours.help(lesson, told)
        return Setting(
            lesson=lesson,
            folder=folder.resolve() if folder.is_dir() else folder.resolve().parent,
            words=told,
            help=card,
            help_more=more,
            rules=tuple(rule.text for rule in school.rules) if school else (),
            occasion=str(told["day"]) if is_near_safer_internet_day(date.today()) else "",
            box=has_box(lesson),
            rtl=is_right_to_left(lesson.language),
        )

    def _presented(self, lesson: Lesson, state: State) -> None:
        """The lesson was closed: its minutes are kept, and where next time opens."""
        from workshop.session import diary

        self.presenter = None
        try:
            diary.keep(self.places.diary, lesson.id, diary.entry(lesson, state, time.time()))
        except WorkshopError as error:
            if self.home is not None:
                self.home.notice.tell(f"The minutes of this lesson couldn't be kept. {error}")
        self._leave()

    def _leave(self) -> None:
        """Back to the home window, or out where there is none."""
        if self.home is not None:
            QTimer.singleShot(0, self.show_home)
        else:
            self.qt.quit()

    # --- when something unforeseen happens ----------------------------------------------------------

    def _unexpected(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log it and tell the facilitator. The journal is whole and the class keeps its last picture."""
        import traceback

        told = "".join(traceback.format_exception(kind, error, trace))
        print(told, file=sys.stderr)
        try:
            self.places.data.mkdir(parents=True, exist_ok=True)
            with self.places.log.open("a", encoding="utf-8") as log:
                log.write(time.strftime("%Y-%m-%d %H:%M:%S\n") + told + "\n")
        except OSError:
            pass  # the disk is full or read-only: the sentence below must still be shown
        if self.presenter is not None:
            self.presenter.tell(
                "Something unexpected happened. The class saw nothing of it, and you can go on. "
                f"What happened is written down in {self.places.log}."
            )
