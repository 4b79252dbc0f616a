"""The windows of a presented lesson, and the screens that they belong on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt

from workshop.lesson.problems import WorkshopError
from workshop.session.session import Session
from workshop.settings import SettingsFile
from workshop.stage.displaylist import Canvas, canvas_for
from workshop.ui.hand import Hand
from workshop.ui.keysinuse import KeysInUse
from workshop.ui.present.announce import announce, news
from workshop.ui.present.onescreen import OneScreen
from workshop.ui.present.projector import Projector
from workshop.ui.screens import Arrangement, Screens, fill_screen, following, name_of
from workshop.ui.stageview import Compose, StageView

if TYPE_CHECKING:  # imported when they are made, after the first picture
    from workshop.ui.look import Look
    from workshop.ui.present.console import Console

_ONE_SCREEN = "There is only one screen now, so there is nothing to swap. Plug the projector in, then try again."


class Commands(NamedTuple):
    """What windows ask for: an action by its id, a control of the picture, a stop by its number, a size of notes."""

    trigger: Callable[[str], None]
    press: Callable[[str], None]
    go: Callable[[int], None]
    resize_notes: Callable[[int], None]


class Windows:
    """The class's window and the facilitator's, or one for both. They are made when they are first needed."""

    def __init__(
        self,
        session: Session,
        compose: Compose,
        settings: SettingsFile,
        screens: Screens,
        commands: Commands,
        keys: KeysInUse,
        one_screen: bool,
    ) -> None:
        self._session, self._compose, self._settings = session, compose, settings
        self._screens, self._commands, self._keys, self._one_screen = screens, commands, keys, one_screen
        self._chosen = ""  # the name of the screen that a swap gave the picture to
        self._canvas: Canvas | None = None
        self.look: Look | None = None
        self.projector: Projector | None = None
        self.one: OneScreen | None = None
        self.console: Console | None = None

    @property
    def picture(self) -> StageView | None:
        """The widget that the class looks at."""
        if self.projector is not None and not self.projector.isHidden():
            return self.projector
        return self.one.picture if self.one is not None else None

    @property
    def pictures(self) -> tuple[StageView, ...]:
        """The class's picture, and the console's of where the lesson is."""
        console = self.console.now if self.console is not None and not self.console.isHidden() else None
        return tuple(each for each in (self.picture, console) if each is not None)

    @property
    def side(self) -> Console | OneScreen | None:
        """The window with what the facilitator reads."""
        return self.console if self.console is not None and not self.console.isHidden() else self.one

    @property
    def canvas(self) -> Canvas:
        """The canvas that suits the class's screen."""
        if self._canvas is None:
            arrangement = self._arrangement()
            assert arrangement is not None, "a program with windows was started on a screen"
            area = arrangement.picture.geometry()
            self._canvas = canvas_for(area.width(), area.height())
        return self._canvas

    def choose(self, projector: str) -> None:
        """Have the screen of that name as the projector for this lesson, whichever is remembered; before `place`."""
        self._chosen, self._canvas = projector, None

    def place(self) -> None:
        """The class's window to where it belongs with the screens that there are now."""
        arrangement = self._arrangement()
        if arrangement is None:
            return  # a closed laptop; its screens will be back
        self._canvas = None
        picture = self._place_one(arrangement) if arrangement.projector is None else self._place_two(arrangement)
        picture.recompose(self.canvas)

    def furnish(self) -> None:
        """The facilitator's side: a console on the other screen, or the strip on the one."""
        arrangement = self._arrangement()
        if arrangement is None:
            return
        self._let_read()
        look = self.look = self.look or self._make_look()
        if arrangement.projector is None:
            assert self.one is not None
            self.one.furnish(look, self._keys, self._commands.trigger)
            return
        if self.console is None:
            self.console = self._make_console(look)
        self.console.recompose(self.canvas)
        self.console.show_on(arrangement.console, name_of(arrangement.projector, self._screens.all()))
        self._give_keyboard()

    def _let_read(self) -> None:
        """The class's picture, to a screen reader; once it is painted, as nobody waits for it."""
        from workshop.ui.reader import Reader

        picture = self.picture
        if picture is not None and picture.findChild(Reader) is None:
            Reader(picture).came.connect(lambda: _read_all(picture))

    def swap(self) -> None:
        """The class's picture to the next screen, for this lesson; a choice between projectors is remembered by name.

        Raises WorkshopError where there is one screen, or what is remembered can't be written down.
        """
        arrangement, primary = self._arrangement(), self._screens.primary()
        if arrangement is None or arrangement.projector is None or primary is None:
            raise WorkshopError(_ONE_SCREEN)
        self._chosen, remember = following(self._screens.all(), primary, arrangement.projector)
        if remember:
            self._settings.change(projector=self._chosen)

    def recompose(self) -> None:
        """Draw every picture again, after a change of the class's colours."""
        for shown in (self.picture, self.console):
            if shown is not None:
                shown.recompose()

    def close(self) -> None:
        for window in (self.projector, self.one, self.console):
            if window is not None:
                window.close()
                window.deleteLater()
        self.projector = self.one = self.console = None

    def _arrangement(self) -> Arrangement | None:
        return self._screens.arrangement(self._settings.value.projector, self._one_screen, self._chosen)

    def _place_one(self, arrangement: Arrangement) -> StageView:
        for window in (self.console, self.projector):
            if window is not None:
                window.hide()
        if self.one is None:
            self.one = OneScreen(self._compose, self._session)
            self.one.close_asked.connect(self._session.ask_to_end)
            self._connect(self.one.picture)
        fill_screen(self.one, arrangement.console)
        return self.one.picture

    def _place_two(self, arrangement: Arrangement) -> StageView:
        if self.one is not None:
            self.one.hide()
        if self.projector is None:
            self.projector = Projector(self._compose)
            self.projector.close_asked.connect(self._session.ask_to_end)
            self.projector.activated.connect(self._give_keyboard, Qt.ConnectionType.QueuedConnection)
            self._connect(self.projector)
        fill_screen(self.projector, arrangement.picture)
        return self.projector

    def _give_keyboard(self) -> None:
        """The keyboard is the console's, whose lists and lines are worked with it."""
        if self.console is not None and self.console.isVisible() and not self.console.isMinimized():
            self.console.activateWindow()

    def _connect(self, picture: StageView) -> None:
        """What the class's picture is pressed for; a frozen one only for help, as the lesson is elsewhere."""
        session, commands = self._session, self._commands

        def press(control: str) -> None:
            if session.state.frozen is None or control == "help":
                commands.press(control)

        def press_beside(button: Qt.MouseButton) -> None:
            if session.state.frozen is None:
                commands.trigger("back" if button == Qt.MouseButton.RightButton else "next")

        picture.hand = Hand(picture)
        picture.pressed.connect(press)
        picture.background_pressed.connect(press_beside)

    def _make_look(self) -> Look:
        from workshop.ui.look import Look

        told = self._settings.value
        return Look("contrast" if told.theme == "contrast" else "dark", told.text_scale)

    def _make_console(self, look: Look) -> Console:
        from workshop.ui.present.console import Console

        made = Console(
            self._session,
            self._compose,
            look,
            self._keys,
            self._commands.trigger,
            self._commands.go,
            self._settings.value.notes_size,
            self._commands.resize_notes,
        )
        made.close_asked.connect(self._session.ask_to_end)
        made.now.hand = Hand(made.now)
        made.now.pressed.connect(self._commands.press)
        return made


def _read_all(picture: StageView) -> None:
    if picture.listed is not None:
        announce(picture, news(None, picture.listed))
