"""Which screen is the projector and which the facilitator's, now and after a plug is pulled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

SETTLE = 150  # ms: a driver tells one plug in several changes


class Arrangement(NamedTuple):
    """`console` is the facilitator's screen. `projector` is None where one screen must serve for both."""

    console: QScreen
    projector: QScreen | None

    @property
    def picture(self) -> QScreen:
        """The screen with the class's picture."""
        return self.projector or self.console


def name_of(screen: QScreen, screens: Sequence[QScreen]) -> str:
    """What tells this screen from the others of `screens`, today and when it is plugged in again."""
    name = _model(screen)
    twins = [other for other in screens if _model(other) == name]
    return f"{name} {screen.name()}" if len(twins) > 1 else name


def _model(screen: QScreen) -> str:
    parts = (screen.manufacturer(), screen.model(), screen.serialNumber())
    return " ".join(part for part in parts if part) or screen.name()


def arrange(
    screens: Sequence[QScreen], primary: QScreen, remembered: str = "", one_screen: bool = False, chosen: str = ""
) -> Arrangement:
    """Two separate screens: the one `chosen` for now, else the remembered projector, else any that isn't primary.

    A remembered primary screen counts for nothing: the next lesson's class must not find itself before the notes.
    Screens that show the same (mirrored: one lies over the other) count as one.
    """
    apart = _apart(screens, primary)
    if one_screen or not apart:
        return Arrangement(primary, None)
    known = [s for s in (*apart, primary) if chosen and name_of(s, screens) == chosen]
    known += [s for s in apart if remembered and name_of(s, screens) == remembered]
    projector = known[0] if known else apart[0]
    return Arrangement(primary if projector is not primary else apart[0], projector)


def _apart(screens: Sequence[QScreen], primary: QScreen) -> list[QScreen]:
    return [s for s in screens if s is not primary and not s.geometry().intersects(primary.geometry())]


def following(screens: Sequence[QScreen], primary: QScreen, projector: QScreen) -> tuple[str, bool]:
    """The name of the screen that a swap gives the picture to, and whether to remember it as the projector.

    Every separate screen has its turn, the primary one last. Only a choice between several projectors is remembered.
    """
    apart = _apart(screens, primary)
    ring = [*apart, primary]
    there = ring[(ring.index(projector) + 1) % len(ring)]
    return name_of(there, screens), there is not primary and len(apart) > 1


def fill_screen(window: QWidget, screen: QScreen) -> None:
    """Show a window over the whole of a screen."""
    if window.isVisible() and window.screen() == screen and window.geometry() == screen.geometry():
        return
    if window.isFullScreen():
        window.showNormal()  # a window manager keeps a full window where it is
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.showFullScreen()


class Screens(QObject):
    """Tells when screens come, go or change. Several changes at once, as drivers make them, are told as one.

    Where only one picture is left it is told without delay: nothing private may stay on it.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settling = QTimer(self, singleShot=True)
        self.settling.timeout.connect(self.changed)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._watch)
        app.screenRemoved.connect(self._stir)
        app.primaryScreenChanged.connect(self._stir)
        for screen in app.screens():
            screen.geometryChanged.connect(self._stir)

    def all(self) -> list[QScreen]:
        """The screens that there are now; none while a laptop is closed."""
        return QGuiApplication.screens()

    def primary(self) -> QScreen | None:
        return QGuiApplication.primaryScreen()

    def arrangement(self, remembered: str, one_screen: bool, chosen: str = "") -> Arrangement | None:
        """Which screen serves for what; None while there is no screen at all."""
        screens, primary = self.all(), self.primary()
        return arrange(screens, primary, remembered, one_screen, chosen) if primary is not None else None

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._stir)
        self._stir()

    def _stir(self) -> None:
        arrangement = self.arrangement("", False)
        alone = arrangement is not None and arrangement.projector is None
        self.settling.start(0 if alone else SETTLE)
