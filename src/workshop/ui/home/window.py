"""The home window: the library and, in its place, a lesson's page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from workshop.lesson.problems import WorkshopError
from workshop.paths import Places
from workshop.settings import Geometry, SettingsFile
from workshop.ui.actions import bind
from workshop.ui.home import Resume
from workshop.ui.home.header import Corner
from workshop.ui.home.library_page import LibraryPage
from workshop.ui.home.refresh import Refresh
from workshop.ui.look import Look
from workshop.ui.widgets import Button, FocusRing, Notice

if TYPE_CHECKING:
    from datetime import date

    from workshop.lesson.library import Library
    from workshop.ui.home.lesson_page import LessonPage

_USUAL, _LEAST = (1440, 900), (900, 600)


def _today() -> date:
    from datetime import date

    return date.today()


class HomeWindow(QWidget):
    """Everything before a lesson begins.

    `present_requested` has the lesson's folder and the stop to begin at, from 0; `resume_requested` asks for the
    lesson that was interrupted; `help_changed` says that the country, the school or a confirmation isn't what it was;
    `keys_asked` asks for the keys of presenting; `closed` follows the end of the window. The caller shows the
    presenting windows and calls `come_back` when they close.
    """

    present_requested = Signal(str, int)
    resume_requested = Signal()
    help_changed = Signal()
    keys_asked = Signal()
    closed = Signal()

    def __init__(
        self,
        look: Look,
        library: Library,
        settings: SettingsFile,
        places: Places,
        resume: Resume | None = None,
        today: Callable[[], date] = _today,
    ) -> None:
        super().__init__()
        self.look, self.settings = look, settings
        self._library, self._places, self._today, self._resume = library, places, today, resume
        self._refresh: Refresh | None = None
        self.setWindowTitle("Workshop")
        self.setMinimumSize(*_LEAST)
        self.notice = Notice(look)
        self.library = LibraryPage(look, library, str(places.lessons))
        self.lesson: LessonPage | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.library)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.notice)
        rows.addWidget(self._stack, 1)
        look.dress(self)
        FocusRing(look, self)
        self._bind()
        self._connect()
        self._place()
        self.library.show_resume(resume)
        self.library.look_again()
        self.notice.tell(settings.told)

    def _bind(self) -> None:
        self.actions_by_id = {
            **bind(
                self,
                "home",
                {
                    "text-larger": lambda: self.look.step_scale(1),
                    "text-smaller": lambda: self.look.step_scale(-1),
                    "text-normal": lambda: self.look.set_scale(100),
                    "next-theme": self.next_theme,
                    "help-card": self.show_help,
                    "keys": self.keys_asked.emit,
                },
            ),
            **bind(
                self.library,
                "home.library",
                {
                    "search": self.library.search,
                    "clear-search": self.library.clear_search,
                    "resume": self._ask_resume,
                    "own-lessons": self.open_own_lessons,
                },
            ),
        }

    def _connect(self) -> None:
        self._connect_corner(self.library.header.corner)
        self.library.opened.connect(self.open_lesson)
        self._join(self.library.resume_door.button, "resume")
        self._join(self.library.own.button, "own-lessons")
        self._join(self.library.empty.open_folder, "own-lessons")
        self.look.changed.connect(self._remember_look)

    def _connect_corner(self, corner: Corner) -> None:
        self._join(corner.theme, "next-theme")
        self._join(corner.help, "help-card")

    def _join(self, button: Button, action: str) -> None:
        """Have a button do what an action does, and tell its key."""
        button.clicked.connect(self.actions_by_id[action].trigger)
        button.setToolTip(self.actions_by_id[action].toolTip())

    def _make_lesson_page(self) -> LessonPage:
        from workshop.session.diary import last
        from workshop.ui.home.lesson_page import LessonPage  # late: the library opens without it

        page = LessonPage(self.look, self._title_of, lambda lesson_id: last(self._places.diary, lesson_id))
        self._stack.addWidget(page)
        self.actions_by_id |= bind(page, "home.lesson", {"back": self.go_back, "present": page.start})
        self._connect_corner(page.corner)
        self._join(page.back, "back")
        page.presented.connect(self._ask_present)
        page.resumed.connect(self._ask_resume)
        page.told.connect(self.notice.tell)
        page.folder_wanted.connect(lambda folder: self._open_folder(Path(folder)))
        return page

    # --- going about ------------------------------------------------------------------------------------

    def open_lesson(self, folder: str, image: str) -> None:
        """Show the page of the lesson in that folder, with its picture."""
        if self.lesson is None:
            self.lesson = self._make_lesson_page()
        self.lesson.resize(self._stack.size())  # before it is filled, so that it is laid out once
        self.lesson.show_lesson(folder, image, self._resume)
        self._stack.setCurrentWidget(self.lesson)
        self.lesson.take_focus()

    def go_back(self) -> None:
        """Back to the library, with the keyboard where it was."""
        self._stack.setCurrentWidget(self.library)
        self.library.go_to_cards()

    def come_back(self, resume: Resume | None = None) -> None:
        """Show the window again after presenting; `resume` is the lesson that was left open, if any."""
        self._resume = resume
        self.library.show_resume(resume)
        if self.lesson is not None and self._stack.currentWidget() is self.lesson:
            self.open_lesson(self.lesson.folder, self.lesson.image)
        self.show()
        self.activateWindow()

    def _ask_present(self, folder: str, stop: int) -> None:
        """Present; but first ask where the place of a class that was left open would be given up for it."""
        left = self._resume
        if left is None:
            self.present_requested.emit(folder, stop)
            return
        from workshop.ui.home.question import Question

        question = Question(
            self.look,
            f"“{left.title}” is still open",
            f"A class was at step {left.step_number} of {left.steps}. Starting now gives that place up.",
            f"Resume at step {left.step_number}",
            "Start this lesson",
            self,
        )
        question.accepted.connect(lambda: self.present_requested.emit(folder, stop))
        question.keep.clicked.connect(self._ask_resume)
        question.open()

    def _ask_resume(self) -> None:
        if self._resume is not None:
            self.resume_requested.emit()

    def next_theme(self) -> None:
        self.look.set_theme(self.look.next_theme().name)

    def show_help(self) -> None:
        """Open the help card over the window; Escape puts it away."""
        from workshop.lesson.confirmed import Confirmed
        from workshop.lesson.school_file import SchoolFile
        from workshop.ui.home.help_card import HelpCard  # late: the directory isn't needed to open the window

        file, confirmed = SchoolFile(self._places.school), Confirmed(self._places.confirmed)
        card = HelpCard(self.look, file, confirmed, self.settings.value.country, self._today(), self)
        card.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        card.country_chosen.connect(lambda code: self._remember(country=code))
        card.changed.connect(self.help_changed)
        card.open()

    def open_own_lessons(self) -> None:
        """Show the folder for the facilitator's own lessons, making it first if need be."""
        try:
            self._places.lessons.mkdir(parents=True, exist_ok=True)
        except OSError as reason:
            self.notice.tell(f"The folder {self._places.lessons} can't be made ({reason.strerror}). Nothing was lost.")
            return
        self._open_folder(self._places.lessons)

    def _open_folder(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.notice.tell(f"This computer doesn't open folders from here. The folder is {folder}")

    def _title_of(self, lesson_id: str) -> str:
        found = [entry.title for entry in self._library.entries(lesson_id) if entry.id == lesson_id]
        return found[0] if found else lesson_id

    # --- keeping up ----------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Look for new and changed lessons in the background."""
        if self._refresh is not None:
            return
        self._refresh = Refresh(self._library, self)
        self._refresh.done.connect(self._refreshed)
        self._refresh.failed.connect(self._refresh_failed)
        self._refresh.finished.connect(self._refresh_over)
        self.library.looking = True
        if not self.library.model.rowCount():
            self.library.look_again()  # says that it is looking, not that there is nothing
        self._refresh.start()

    def _refreshed(self, changed: bool) -> None:
        self.library.looking = False
        if changed:
            self.library.thumbnails.forget()
        if changed or not self.library.model.rowCount():
            self.library.look_again()

    def _refresh_failed(self, reason: str) -> None:
        self._refreshed(False)
        self.notice.tell(reason)

    def _refresh_over(self) -> None:
        if self._refresh is not None:
            self._refresh.deleteLater()
            self._refresh = None

    def _remember_look(self) -> None:
        self._remember(theme=self.look.theme.name, text_scale=self.look.scale)

    def _remember(self, **changes: object) -> None:
        try:
            self.settings.change(**changes)
        except WorkshopError as reason:
            self.notice.tell(str(reason))

    # --- the window itself --------------------------------------------------------------------------------

    def _place(self) -> None:
        """Where it stood, if that is still on a screen; else in the middle, no larger than the screen."""
        before = self.settings.value.windows.get("home")
        screens = QGuiApplication.screens()
        if before is not None:
            where = QRect(before.x, before.y, before.width, before.height)
            if any(screen.availableGeometry().intersects(where.adjusted(80, 20, -80, -80)) for screen in screens):
                self.setGeometry(where)
                if before.maximised:
                    self.setWindowState(Qt.WindowState.WindowMaximized)
                return
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(min(_USUAL[0], room.width()), min(_USUAL[1], room.height()))
        if room.width() <= 1200:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.library.show_day(self._today())
        if self.focusWidget() is None:
            self.library.search()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.library.show_day(self._today())  # the computer may have slept over midnight
            self.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._refresh is not None:
            self._refresh.stop()
        box = self.normalGeometry()
        where = Geometry(box.x(), box.y(), box.width(), box.height(), self.isMaximized())
        self._remember(windows={**self.settings.value.windows, "home": where})
        super().closeEvent(event)
        self.closed.emit()
