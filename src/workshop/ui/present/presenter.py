"""Runs a presented lesson: keys become commands of the session, and its changes become pictures.

Windows are views of one session. Nothing private is given to the projector.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from workshop.lesson.problems import WorkshopError
from workshop.session.session import Session
from workshop.session.view import View
from workshop.settings import SettingsFile
from workshop.stage.compose import Stage
from workshop.stage.displaylist import Canvas, DisplayList
from workshop.stage.theme import NAMES
from workshop.ui import memory
from workshop.ui.awake import Awake
from workshop.ui.chime import Chime
from workshop.ui.keysinuse import KeysInUse
from workshop.ui.present.announce import announce, news
from workshop.ui.present.bell import Bell
from workshop.ui.present.desk import NO_STAFF, Desk, Staff
from workshop.ui.present.keys import Keys
from workshop.ui.present.numbers import Numbers
from workshop.ui.present.sheets import Sheets
from workshop.ui.present.tools import Tools
from workshop.ui.present.windows import Commands, Windows
from workshop.ui.screens import Screens

if TYPE_CHECKING:  # imported when a sheet is opened
    from workshop.ui.present.sheet import Sheet

TICK = 200  # ms: how late a second may be shown
HEARTBEAT = 15  # ticks between two signs of life in the journal
UNSEEN = ("choice-", "fewer-", "vote", "what-if", "undo-count")  # what changes the lesson, and not behind a cover
CONTROLS = {"help": "help-card", "timer": "timer"}  # of the picture that stand for an action
LATE = 1500  # ms after which the console comes even if no screen asked for the picture


class Presenter(QObject):
    """One lesson on screen.

    `open_session` is given how many reveals the stage makes of a view; `stages` makes a stage of a theme's name.
    `finished` follows the end of the lesson.
    """

    finished = Signal()

    def __init__(
        self,
        open_session: Callable[[Callable[[View], int]], Session],
        stages: Callable[[str], Stage],
        settings: SettingsFile,
        screens: Screens,
        one_screen: bool = False,
        staff: Staff = NO_STAFF,
    ) -> None:
        super().__init__()
        self._staff = staff
        self._stages, self._settings, self._screens = stages, settings, screens
        self.stage = stages(settings.value.stage_theme)
        self._trouble = ""
        self._elsewhere = False
        self._ticks = 0
        self.awake, self.bell = Awake(), Bell(Chime(self))
        self.session = open_session(self.beats)
        commands = Commands(
            self.trigger,
            self.press,
            self._guarded(self.session.go_to),
            self._guarded(lambda size: settings.change(notes_size=size)),
        )
        self.in_use = KeysInUse(settings)
        self.windows = Windows(self.session, self.compose, settings, screens, commands, self.in_use, one_screen)
        self.numbers = Numbers(self.session, lambda view: self.compose(view, self.windows.canvas))
        self.sheets = Sheets(self._desk, self._mount)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._refresh_side)
        self.tools = Tools(
            self.session, lambda: self.windows.pictures, lambda: self.stage.theme, self.in_use, self._later.start
        )
        self.handlers = self._make_handlers()
        self.keys: Keys | None = None
        self.ticking = QTimer(self, interval=TICK)
        self.ticking.timeout.connect(self._on_tick)
        self._first = QTimer(self, singleShot=True)
        self._first.timeout.connect(self._settle)
        screens.changed.connect(self.place)
        self.session.listeners.append(self._on_change)
        self.in_use.listeners.append(self._later.start)

    # --- starting, placing, ending -----------------------------------------------------------------

    def start(self) -> None:
        """Put the windows on their screens. The class's picture comes first, all else after it is painted."""
        self.place()
        if self.windows.picture is not None:
            self.windows.picture.first_painted.connect(lambda: self._first.start(0))
        self._first.start(LATE)

    def _settle(self) -> None:
        """What the first picture need not wait for."""
        self.ticking.start()
        # A Python filter for all events makes Qt name every class of event it has: 35 ms, once.
        self.keys = Keys(self.in_use, self.trigger, self)
        self.windows.furnish()
        self._refresh_side()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self.on_focus)
        self.awake.start()
        self._later.start()
        memory.settle()

    def place(self) -> None:
        """Windows to where they belong with the screens that there are now; the session notices nothing."""
        self.sheets.close()  # what is private must not come along to a screen that the class sees
        self.tools.leave()
        self._close_dialogs()
        self.windows.place()
        self._refresh_picture()
        if self.ticking.isActive():
            self.windows.furnish()
            self._refresh_side()

    def end(self) -> None:
        """Close the lesson and its windows; the journal is erased."""
        self.session.end()
        self.close()
        self.finished.emit()

    def close(self) -> None:
        """Close the windows; the journal keeps a lesson that wasn't ended for another time."""
        for timer in (self._first, self.ticking, self._later):
            timer.stop()
        self.awake.stop()
        if self.keys is not None:
            self.keys.stop()
        self._screens.changed.disconnect(self.place)
        self.session.listeners.remove(self._on_change)
        self.tools.close()
        self.windows.close()
        self.session.journal.close()
        self.deleteLater()

    # --- what the class sees ----------------------------------------------------------------------------

    def compose(self, view: View, canvas: Canvas) -> DisplayList:
        """The stage's picture of a view, in the theme of the moment."""
        return self.stage.compose(view, canvas)

    def beats(self, view: View) -> int:
        """How many reveals a view's stop has on the class's screen."""
        return self.stage.beats(view, self.windows.canvas)

    def _on_change(self) -> None:
        self._later.start()  # first, so that the console follows even where a picture can't be drawn
        self.tools.follow()
        self._refresh_picture()
        if self.windows.side is self.windows.one:
            self.sheets.follow(self.session.state.cover)
            if self.session.state.cover:
                self._close_dialogs()  # on one screen they would lie over the class's help card

    def _close_dialogs(self) -> None:
        """Put away what stands over the facilitator's window, such as the sheet of keys."""
        for window in (self.windows.console, self.windows.one):
            for dialog in window.findChildren(QDialog) if window is not None else ():
                dialog.close()

    def _refresh_picture(self) -> None:
        picture, now = self.windows.picture, self.session.clock()
        if picture is None:
            return
        before = picture.listed
        picture.show_view(self.session.projector_view(now), at_once=True)  # before anything on the console
        if before is not None and picture.listed is not None and picture.listed is not before:
            announce(picture, news(before, picture.listed))
        if not self.session.state.frozen:
            picture.prepare(self.session.next_view(now))

    def _refresh_side(self) -> None:
        from workshop.ui.present.message import message_for

        trouble = self._trouble or self.session.journal.trouble or self.awake.failed
        if self.windows.side is not None:
            now = self.session.clock()
            self.windows.side.refresh(now, message_for(self.session, trouble, self._elsewhere, self.sheets.asked))
            self.sheets.refresh(now)
            self.windows.side.show_tools(self.tools, self.stage.theme)
        if self.windows.console is not None:
            self.windows.console.timer.set_chime(self._settings.value.chime)

    def _on_tick(self) -> None:
        now = self.session.clock()
        self._ticks += 1
        if self._ticks % HEARTBEAT == 0:
            self.session.journal.alive(now)
        picture, side = self.windows.picture, self.windows.side
        self.bell.listen(self.session.console_view(now), self.session.state.stop, self._settings.value.chime)
        view = picture.view if picture is not None else None
        if view is not None and (view.timer is not None or view.begun is not None):
            self._refresh_picture()
        if side is not None and self._ticks % 2 == 0:
            side.refresh_time(now)

    def on_focus(self, state: Qt.ApplicationState) -> None:
        self._elsewhere = state == Qt.ApplicationState.ApplicationInactive
        self._later.start()

    # --- what is pressed ------------------------------------------------------------------------------------

    def trigger(self, action: str) -> None:
        """Do what an action's id says. What can't be done is told on the console, never to the class."""
        if self.sheets.asked not in ("", action):
            self.sheets.asked = ""
            self._later.start()
        if self.session.state.cover and action.startswith(UNSEEN):
            self.tell("The class doesn’t see the lesson now, so this key did nothing. Show the lesson first.")
        else:
            self._guarded(self.handlers[action])()

    def press(self, control: str) -> None:
        """A control of the picture was pressed, such as "choose:1"."""
        if control in CONTROLS:
            self.trigger(CONTROLS[control])
        else:
            self._guarded(self._press)(control)

    def _press(self, control: str) -> None:
        if not self.numbers.control(control):
            self.trigger("next")

    def _guarded(self, handler: Callable[..., object]) -> Callable[..., None]:
        def run(*given: object) -> None:
            try:
                handler(*given)
            except WorkshopError as error:
                self.tell(str(error))

        return run

    def _make_handlers(self) -> dict[str, Callable[[], object]]:
        session = self.session
        return {
            "next": session.next,
            "back": session.back,
            "blank": session.blank,
            "freeze": session.freeze,
            "help-card": session.help_card,
            "neutral": session.neutral,
            "disclosure": partial(self._toggle_sheet, "disclosure"),
            "questions": partial(self._toggle_sheet, "questions"),
            "pace": partial(self._toggle_sheet, "pace"),
            "vote": session.vote,
            "map": partial(self._toggle_sheet, "map"),
            "jump": partial(self._toggle_sheet, "jump"),
            "show": session.f5,
            "escape": self._escape,
            "timer": session.timer_toggle,
            "chime": self._toggle_chime,
            "time-more": lambda: session.add_time(60),
            "time-less": lambda: session.add_time(-60),
            "undo-count": session.undo,
            **self.tools.handlers(),
            "what-if": session.back_to_choice,
            "swap": self.swap,
            "notes": self._toggle_notes,
            "notes-larger": partial(self._resize_notes, 1),
            "notes-smaller": partial(self._resize_notes, -1),
            "next-theme": self.next_theme,
            "keys": self._toggle_keys,
            "stay": session.stay,
            "end": self.end,
            "dismiss": self._dismiss,
            "notice": self._toggle_notice,
            "tools": self._toggle_tools,
            **self.numbers.handlers(),
        }

    # --- sheets over the facilitator's window ---------------------------------------------------------------

    def _desk(self) -> Desk | None:
        """What sheets work with; None as long as there is nothing to lay them on."""
        look = self.windows.look
        if look is None or self.windows.side is None:
            return None
        go = self._guarded(self.session.go_to)
        told = self.session, look, self.compose, self.trigger, go, self.tell, self._settings, self._staff
        return Desk(*told, self.windows.canvas)

    def _mount(self, sheet: Sheet | None) -> None:
        for side in (self.windows.console, self.windows.one):
            if side is not None:
                side.mount(sheet if side is self.windows.side else None)

    def _toggle_sheet(self, name: str) -> None:
        self.sheets.toggle(name, shared=self.windows.side is self.windows.one)
        self._later.start()

    def _escape(self) -> None:
        """First what lies over the facilitator's window goes, then what covers the class's picture."""
        console, one = self.windows.console, self.windows.one
        left = (console is not None and console.pad.field.leave()) or (one is not None and one.leave())
        if not left and not self.tools.leave() and not self.sheets.close():
            self.session.escape()
        self._later.start()

    def tell(self, sentence: str) -> None:
        """Say something to the facilitator, on their own window alone."""
        self._trouble = sentence
        self._later.start()

    def _dismiss(self) -> None:
        self._trouble = self.session.journal.trouble = self.awake.failed = ""
        self._later.start()

    def _toggle_notes(self) -> None:
        """On one screen, notes beside the picture; on the console, away from the eyes of anyone standing by."""
        if self.windows.side is self.windows.one and self.windows.one is not None:
            self.windows.one.toggle_notes()
        elif self.windows.console is not None and self.windows.console.notes.toggle_hidden():
            self.sheets.close()
        self._later.start()

    def _toggle_chime(self) -> None:
        self._later.start()
        self._settings.change(chime=not self._settings.value.chime)

    def _toggle_notice(self) -> None:
        if self.windows.one is not None:
            self.windows.one.toggle_notice()
            self._later.start()

    def _toggle_tools(self) -> None:
        if self.windows.one is not None:
            self.windows.one.toggle_tools()
            self._later.start()

    def _resize_notes(self, steps: int) -> None:
        if self.windows.console is not None:
            self.windows.console.notes.change_size(steps)

    def _toggle_keys(self) -> None:
        from workshop.ui.present.keysheet import toggle_keys

        if self.windows.side is self.windows.one and self.session.state.cover:
            return  # the sheet would lie over the class's help card; the strip says what covers the picture
        if self.windows.side is not None and self.windows.look is not None:
            toggle_keys(self.windows.side, self.windows.look, self.in_use)

    def swap(self) -> None:
        """The class's picture to the other screen, the console to this one."""
        try:
            self.windows.swap()
        finally:  # what can't be remembered is done all the same
            self.place()

    def next_theme(self) -> None:
        """The next colours for the class: light, dark, high contrast; remembered."""
        name = NAMES[(NAMES.index(self.stage.theme.name) + 1) % len(NAMES)]
        self.stage = self._stages(name)
        self.windows.recompose()
        self._later.start()
        self._settings.change(stage_theme=name)
