"""Brings the library's index up to date in the background, so that the window never waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from workshop.lesson.problems import WorkshopError

if TYPE_CHECKING:
    from workshop.lesson.library import Library


class Refresh(QThread):
    """One look through the lesson folders. `done` says whether something changed, `failed` why it couldn't."""

    done = Signal(bool)
    failed = Signal(str)

    def __init__(self, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library

    def run(self) -> None:
        try:
            changed = self._library.refresh(cancelled=self.isInterruptionRequested)
        except WorkshopError as reason:
            self.failed.emit(str(reason))
            return
        self.done.emit(changed)

    def stop(self) -> None:
        """Ask it to stop and wait until it has; a lesson takes milliseconds."""
        self.requestInterruption()
        self.wait()
