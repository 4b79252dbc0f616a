"""Which screen is the projector and which the facilitator's, now and after a plug is pulled."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen


class Arrangement(NamedTuple):
    """`console` is the facilitator's screen. `projector` is None where one screen must serve for both."""

    console: QScreen
    projector: QScreen | None

    @property
    def picture(self) -> QScreen:
        """The screen with the class's picture."""
        return self.projector or self.console


def name_of(screen: QScreen) -> str:
    """What tells this screen from others when it is plugged in again."""
    parts = (screen.manufacturer(), screen.model(), screen.serialNumber())
    return " ".join(part for part in parts if part) or screen.name()


def arrange(
    screens: list[QScreen], primary: QScreen, remembered: str = "", one_screen: bool = False, swapped: bool = False
) -> Arrangement:
    """Two separate screens: the remembered projector, else the one that isn't primary, is the projector.

    Screens that show the same (mirrored: one lies over the other) count as one.
    """
    apart = [s for s in screens if s is not primary and not s.geometry().intersects(primary.geometry())]
    if one_screen or not apart:
        return Arrangement(primary, None)
    known = [s for s in (*apart, primary) if remembered and name_of(s) == remembered]
    projector = known[0] if known else apart[0]
    console = primary if projector is not primary else apart[0]
    return Arrangement(projector, console) if swapped else Arrangement(console, projector)


class Screens(QObject):
    """Tells when screens come, go or change. Several changes at once, as drivers make them, are told as one."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settle = QTimer(self, singleShot=True, interval=150)
        self._settle.timeout.connect(self.changed)
        self._app = QGuiApplication.instance()
        assert isinstance(self._app, QGuiApplication)
        self._app.screenAdded.connect(self._watch)
        self._app.screenRemoved.connect(self._settle.start)
        self._app.primaryScreenChanged.connect(self._settle.start)
        for screen in self._app.screens():
            screen.geometryChanged.connect(self._settle.start)

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._settle.start)
        self._settle.start()

    def arrangement(self, remembered: str, one_screen: bool, swapped: bool) -> Arrangement:
        return arrange(QGuiApplication.screens(), QGuiApplication.primaryScreen(), remembered, one_screen, swapped)
