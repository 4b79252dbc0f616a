"""Where things are: the program's resources and lessons, and everything that it writes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """A folder that ships with the program: inside the package in a wheel, beside `src` in a checkout."""
    packaged = _PACKAGE / name
    return packaged if packaged.is_dir() else _PACKAGE.parent.parent / name


RESOURCES = _shipped("resources")
LESSONS = _shipped("lessons")
DOCS = _shipped("docs")
LESSON_FILE = "lesson.yaml"
LESSON_FILES = (LESSON_FILE, "unit.yaml")  # what makes a folder a lesson or a unit


class Places(NamedTuple):
    """Where the program writes. With `--data-dir` all of it is below that one folder."""

    data: Path

    @property
    def lessons(self) -> Path:
        """The user's own lessons."""
        return self.data / "lessons"

    @property
    def installed(self) -> Path:
        """Lessons installed from packs."""
        return self.data / "installed"

    @property
    def opened(self) -> Path:
        """Packs that were presented or copied without being installed, unpacked: a cache, safe to delete."""
        return self.data / "opened"

    @property
    def library(self) -> Path:
        """The library's index: a cache, safe to delete."""
        return self.data / "library.sqlite"

    @property
    def prepared(self) -> Path:
        """Lessons as they were last read: a cache, safe to delete."""
        return self.data / "prepared"

    @property
    def journal(self) -> Path:
        """The session that is on, if any."""
        return self.data / "session.sqlite"

    @property
    def diary(self) -> Path:
        """The minutes of the lessons held, and where next time opens."""
        return self.data / "diary.json"

    @property
    def settings(self) -> Path:
        return self.data / "settings.json"

    @property
    def school(self) -> Path:
        """This computer's school: people, country, hidden steps."""
        return self.data / "school.yaml"

    @property
    def confirmed(self) -> Path:
        """Who checked which entry of the help directory, and when."""
        return self.data / "confirmed.json"

    @property
    def log(self) -> Path:
        return self.data / "workshop.log"


def places(data_dir: str | None = None) -> Places:
    """Where this user's things are; `data_dir` or the environment's WORKSHOP_DATA_DIR wins over the system's place."""
    chosen = data_dir or os.environ.get("WORKSHOP_DATA_DIR")
    if chosen:
        return Places(Path(chosen).expanduser().resolve())
    from platformdirs import user_data_path  # late: 20 ms that a test or --data-dir need not pay

    return Places(user_data_path("workshop", appauthor=False))
