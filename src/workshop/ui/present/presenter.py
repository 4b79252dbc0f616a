"""Runs a presented lesson: keys become commands of the session, and its changes become pictures.

The presenter owns the windows; each of them is a view of one session. Nothing private is given to the projector.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from workshop.lesson.model import Poll
from workshop.lesson.problems import WorkshopError
from workshop.session.session import Session
from workshop.session.view import View
from workshop.settings import SettingsFile
from workshop.stage.compose import Stage
from workshop.stage.displaylist import Canvas, DisplayList, canvas_for
from workshop.stage.theme import NAMES
from workshop.ui.actions import ACTIONS
from workshop.ui.present.awake import Awake
from workshop.ui.present.keys import Keys
from workshop.ui.present.onescreen import OneScreen
from workshop.ui.present.projector import Projector, fill_screen
from workshop.ui.present.screens import Arrangement, Screens, name_of
from workshop.ui.stageview import StageView

if TYPE_CHECKING:  # imported when they are made, after the first picture
    from workshop.ui.look import Look
    from workshop.ui.present.console import Console

TICK = 200  # ms: how late a second may be shown
HEARTBEAT = 15  # ticks between two signs of life in the journal
CHOICES = range(1, 7)


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
        one_screen: bool = False,
    ) -> None:
        super().__init__()
        self._stages, self._settings = stages, settings
        self.stage = stages(settings.value.stage_theme)
        self._one_screen, self._swapped = one_screen, False
        self.projector: Projector | None = None
        self.one: OneScreen | None = None
        self.console: Console | None = None
        self._look: Look | None = None
        self._trouble = ""
        self._ticks = 0
        self.awake = Awake()
        self.screens = Screens(self)
        self.session = open_session(self.beats)
        self.handlers = self._make_handlers()
        self.keys = Keys([a for a in ACTIONS if a.where == "present"], self.trigger, self)
        self._tick = QTimer(self, interval=TICK)
        self._tick.timeout.connect(self._on_tick)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._refresh_console)
        self.screens.changed.connect(self.place)
        self.session.listeners.append(self._on_change)

    # --- starting, placing, ending -----------------------------------------------------------------

    def start(self) -> None:
        """Put the windows on their screens. The class's picture comes first, all else after it is painted."""
        self.place()
        QTimer.singleShot(0, self._settle)

    def _settle(self) -> None:
        """What the first picture need not wait for."""
        self._tick.start()
        self._furnish()
        self.awake.start()
        self._refresh_console()

    def place(self) -> None:
        """Windows to where they belong with the screens that there are now; the session notices nothing."""
        arrangement = self._arrangement()
        picture = self._place_one(arrangement) if arrangement.projector is None else self._place_two(arrangement)
        area = arrangement.picture.geometry()
        picture.recompose(canvas_for(area.width(), area.height()))
        self._refresh_picture()
        if self._tick.isActive():
            self._furnish()
            self._refresh_console()

    def _arrangement(self) -> Arrangement:
        return self.screens.arrangement(self._settings.value.projector, self._one_screen, self._swapped)

    def _place_one(self, arrangement: Arrangement) -> StageView:
        for window in (self.projector, self.console):
            if window is not None:
                window.hide()
        if self.one is None:
            self.one = OneScreen(self.compose, self.session)
            self.one.close_asked.connect(self.session.escape)
            self._connect(self.one.picture)
        fill_screen(self.one, arrangement.console)
        return self.one.picture

    def _place_two(self, arrangement: Arrangement) -> StageView:
        if self.one is not None:
            self.one.hide()
        if self.projector is None:
            self.projector = Projector(self.compose)
            self.projector.close_asked.connect(self.session.escape)
            self._connect(self.projector)
        fill_screen(self.projector, arrangement.picture)
        return self.projector

    def _connect(self, picture: StageView) -> None:
        picture.pressed.connect(self.press)
        picture.background_pressed.connect(
            lambda button: self.trigger("back" if button == Qt.MouseButton.RightButton else "next")
        )

    def _furnish(self) -> None:
        """The facilitator's side: a console on the other screen, or the strip on the one."""
        from workshop.ui.look import Look

        arrangement = self._arrangement()
        if self._look is None:
            self._look = Look("contrast" if self._settings.value.theme == "contrast" else "dark", parent=self)
        if arrangement.projector is None:
            assert self.one is not None
            self.one.furnish(self._look, self.trigger)
            return
        if self.console is None:
            self.console = self._make_console(self._look)
        assert self.projector is not None
        for preview in (self.console.now, self.console.next.preview):
            preview.recompose(self.projector.canvas)
        self.console.show_on(arrangement.console, name_of(arrangement.picture))
        self.console.arrange()

    def _make_console(self, look: Look) -> Console:
        from workshop.ui.present.console import Console

        made = Console(
            self.session,
            self.compose,
            look,
            self.trigger,
            self._guarded(self.session.go_to),
            self._settings.value.notes_size,
            lambda size: self._settings.change(notes_size=size),
        )
        made.close_asked.connect(self.session.escape)
        made.now.pressed.connect(self.press)
        return made

    def end(self) -> None:
        """Close the lesson and its windows; the journal is erased."""
        self.session.end()
        self.close()
        self.finished.emit()

    def close(self) -> None:
        """Close the windows; the journal keeps the lesson for another time."""
        self._tick.stop()
        self.awake.stop()
        self.keys.stop()
        self.session.listeners.remove(self._on_change)
        for window in (self.projector, self.one, self.console):
            if window is not None:
                window.close()
                window.deleteLater()
        self.projector = self.one = self.console = None

    # --- what the class sees ----------------------------------------------------------------------------

    def compose(self, view: View, canvas: Canvas) -> DisplayList:
        """The stage's picture of a view, in the theme of the moment."""
        return self.stage.compose(view, canvas)

    def beats(self, view: View) -> int:
        """How many reveals a view's stop has on the class's screen."""
        if self.picture is not None:
            return self.stage.beats(view, self.picture.canvas)
        area = self._arrangement().picture.geometry()
        return self.stage.beats(view, canvas_for(area.width(), area.height()))

    @property
    def picture(self) -> StageView | None:
        """The widget that the class looks at."""
        if self.projector is not None and self.projector.isVisible():
            return self.projector
        return self.one.picture if self.one is not None else None

    def _on_change(self) -> None:
        self._refresh_picture()
        self._later.start()

    def _refresh_picture(self) -> None:
        picture, now = self.picture, self.session.clock()
        if picture is None:
            return
        picture.show_view(self.session.projector_view(now), at_once=True)  # before anything on the console
        if not self.session.state.frozen:
            picture.prepare(self.session.next_view(now))

    def _refresh_console(self) -> None:
        from workshop.ui.present.message import message_for

        now = self.session.clock()
        message = message_for(self.session, self._trouble or self.session.journal.trouble or self.awake.failed)
        for side in (self.console, self.one):
            if side is not None and side.isVisible():
                side.refresh(now, message)

    def _on_tick(self) -> None:
        now = self.session.clock()
        self._ticks += 1
        if self._ticks % HEARTBEAT == 0:
            self.session.journal.alive(now)
        picture = self.picture
        if picture is not None and picture.view is not None and picture.view.timer is not None:
            self._refresh_picture()
        for side in (self.console, self.one):
            if side is not None and side.isVisible() and self._ticks % 2 == 0:
                side.refresh_time(now)

    # --- what is pressed ------------------------------------------------------------------------------------

    def trigger(self, action: str) -> None:
        """Do what an action's id says. What can't be done is told on the console, never to the class."""
        self._guarded(self.handlers[action])()

    def press(self, control: str) -> None:
        """A control of the picture was pressed, such as "choose:1"."""
        name, _, number = control.partition(":")
        if name in ("choose", "count"):
            self.trigger(f"choice-{int(number) + 1}")
        elif name == "help":
            self.trigger("help-card")
        else:
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
            "show": session.f5,
            "escape": session.escape,
            "timer": session.timer_toggle,
            "time-more": lambda: session.add_time(60),
            "time-less": lambda: session.add_time(-60),
            "undo-count": session.undo_count,
            "swap": self.swap,
            "notes": self._toggle_notes,
            "notes-larger": partial(self._resize_notes, 4),
            "notes-smaller": partial(self._resize_notes, -4),
            "next-theme": self.next_theme,
            "keys": self._show_keys,
            "stay": session.stay,
            "end": self.end,
            "dismiss": self._dismiss,
            "notice": self._toggle_notice,
            **{f"choice-{n}": partial(self._choose, n - 1) for n in CHOICES},
            **{f"fewer-{n}": partial(session.count, n - 1, -1) for n in CHOICES},
        }

    def _choose(self, at: int) -> None:
        """A number key: a hand more in a vote, the class's choice in a story."""
        if isinstance(self.session.console_view(self.session.clock()).step, Poll):
            self.session.count(at, 1)
        else:
            self.session.choose(at)

    def tell(self, sentence: str) -> None:
        """Say something to the facilitator, on their own window alone."""
        self._trouble = sentence
        self._later.start()

    def _dismiss(self) -> None:
        self._trouble = self.session.journal.trouble = self.awake.failed = ""
        self._later.start()

    def _toggle_notes(self) -> None:
        if self.one is not None and self.one.isVisible():
            self.one.toggle_notes()
            self._later.start()

    def _toggle_notice(self) -> None:
        if self.one is not None:
            self.one.toggle_notice()
            self._later.start()

    def _resize_notes(self, by: int) -> None:
        if self.console is not None:
            self.console.notes.change_size(by)

    def _show_keys(self) -> None:
        from workshop.ui.present.keysheet import show_keys

        side = self.console if self.console and self.console.isVisible() else self.one
        if side is not None and self._look is not None:
            self.keys.paused = True
            show_keys(side, self._look)
            self.keys.paused = False

    def swap(self) -> None:
        """The class's picture to the other screen, the console to this one; remembered by the screen's name."""
        self._swapped = not self._swapped
        self.place()
        arrangement = self._arrangement()
        if arrangement.projector is not None:
            self._swapped = False
            self._settings.change(projector=name_of(arrangement.projector))

    def next_theme(self) -> None:
        """The next colours for the class: light, dark, high contrast; remembered."""
        name = NAMES[(NAMES.index(self.stage.theme.name) + 1) % len(NAMES)]
        self.stage = self._stages(name)
        previews = (self.console.now, self.console.next.preview) if self.console is not None else ()
        for view in (self.picture, *previews):
            if view is not None:
                view.recompose()
        self._settings.change(stage_theme=name)
