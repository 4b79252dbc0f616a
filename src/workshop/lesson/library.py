"""Which lessons there are: found by name at once, and listed and searched through an index.

A lesson's folder is named after its id. The user's own lessons come before installed ones, and those before
the packaged ones: of lessons with the same id only the first counts.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.lesson.entry import Entry
from workshop.paths import LESSON_FILES, LESSONS, Places

if TYPE_CHECKING:
    from workshop.lesson.values import Ages

__all__ = ["Entry", "Library", "find", "roots", "scan"]

_ID = re.compile(r"[a-z0-9][a-z0-9-]*")


def roots(places: Places, packaged: Path = LESSONS) -> dict[str, Path]:
    """Where lessons are, by their origin; an earlier one wins over a later one."""
    return {"own": places.lessons, "installed": places.installed, "packaged": packaged}


def find(name: str, places: Places, packaged: Path = LESSONS) -> Path | None:
    """A lesson's folder by its id, or the folder, YAML file or `.lesson` pack of that path; None where there is none.

    Looks at three places on the disk at most and never at the index, so that presenting starts at once.
    """
    if _ID.fullmatch(name):
        for root in roots(places, packaged).values():
            if lesson_file(root / name):
                return root / name
    return Path(name) if name and os.path.exists(name) else None


def scan(places: Places, packaged: Path = LESSONS) -> Iterator[tuple[str, Path]]:
    """The origin and folder of every lesson that counts, in no particular order within an origin."""
    seen: set[str] = set()
    for origin, root in roots(places, packaged).items():
        for name in _names(root):
            if name not in seen and lesson_file(root / name):
                seen.add(name)
                yield origin, root / name


def lesson_file(folder: Path) -> str:
    """The file that makes a folder a lesson or a unit; "" where it is neither."""
    return next((file for name in LESSON_FILES if os.path.isfile(file := os.path.join(folder, name))), "")


def _names(root: Path) -> list[str]:
    try:
        with os.scandir(root) as found:
            return [entry.name for entry in found if not entry.name.startswith(".")]
    except OSError:  # a folder that isn't there yet has no lessons
        return []


class Library:
    """The lessons of this computer, through an index; opening it reads nothing but that.

    `refresh` brings the index up to date, in a thread of its own; everything else takes milliseconds with ten
    thousand lessons. No call raises: an index that fails is replaced, and empty until the next refresh.
    """

    def __init__(self, path_of_index: Path, places: Places, packaged: Path = LESSONS) -> None:
        from workshop.lesson.index import Index  # late: `find` is all that presenting needs

        self._places = places
        self._packaged = packaged
        self._index = Index(path_of_index)

    def entries(
        self, query: str = "", ages: Ages | None = None, audience: str = "", offset: int = 0, limit: int = 60
    ) -> list[Entry]:
        """Lessons that have every word of the query, or one that begins with it, best first; without one, by title.

        The user's own stand before the others. `ages` keeps lessons for some of these ages, `audience` those for it;
        a lesson that doesn't say is kept.
        """
        from workshop.lesson.search import Search

        wanted = Search(query, ages, audience)
        return self._index.ask(lambda there: wanted.entries(there, offset, limit), otherwise=[])

    def count(self, query: str = "", ages: Ages | None = None, audience: str = "") -> int:
        """How many lessons `entries` has in all."""
        from workshop.lesson.search import Search

        return self._index.ask(Search(query, ages, audience).count, otherwise=0)

    def refresh(
        self,
        progress: Callable[[int, int], object] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> bool:
        """Read the lessons that are new or changed, by their file's time and size; True where the index changed.

        For a background thread. `progress(done, of)` is called after each batch; `cancelled()` is asked before it.
        """
        from workshop.lesson.indexing import bring_up_to_date

        return bring_up_to_date(self._index, scan(self._places, self._packaged), progress, cancelled)

    def close(self) -> None:
        """Let go of the index. Nothing may be asked afterwards."""
        self._index.close()
