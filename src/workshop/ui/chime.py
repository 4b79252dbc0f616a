"""A soft chime at the end of a time. Where the computer has no sound it stays silent, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl

from workshop.paths import RESOURCES

if TYPE_CHECKING:  # 85 ms to load: not before a time is nearly over
    from PySide6.QtMultimedia import QSoundEffect

SOUND = RESOURCES / "sounds" / "chime.wav"
VOLUME = 0.6


class Chime(QObject):
    """Plays the sound. `mute` is True where this computer has nothing to play it on; None while that isn't known."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._effect: QSoundEffect | None = None
        self.mute: bool | None = None

    def prepare(self) -> None:
        """Load the sound ahead, so that it comes on time."""
        if self.mute is not None:
            return
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

        self.mute = not QMediaDevices.audioOutputs()
        if not self.mute:
            self._effect = QSoundEffect(self)
            self._effect.setSource(QUrl.fromLocalFile(str(SOUND)))
            self._effect.setVolume(VOLUME)

    def play(self) -> None:
        """Play it once."""
        self.prepare()
        if self._effect is not None:
            self._effect.play()
