"""Who checked which entry of the help directory, and when: a small file of the facilitators' own.

It is kept under `Service.key`, so a number that a newer directory changes has to be checked again. A damaged file
confirms nothing: an entry that nobody vouches for stays hidden from pupils.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop.lesson.atomic import fingerprint, write
from workshop.lesson.directory import Confirmation
from workshop.lesson.problems import WorkshopError

if TYPE_CHECKING:
    from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def read_confirmed(path: Path) -> Mapping[str, Confirmation]:
    """What is confirmed, by the service's key; nothing where the file isn't there or can't be read. Never raises."""
    try:
        return _checked(path.read_bytes())
    except (OSError, ValueError, TypeError, RecursionError):
        return {}


class Confirmed:
    """The file at `path`, which need not be there. `by_key` is what it says; `told` what was amiss with it, else ""."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.told = ""
        self.by_key: Mapping[str, Confirmation] = {}
        self._sha256: str | None = None
        self.look()

    def look(self) -> None:
        """Read the file; a damaged one is set aside. Never raises."""
        self.by_key, self._sha256 = {}, None
        try:
            data = self.path.read_bytes()
            self.by_key, self._sha256 = _checked(data), fingerprint(data)
        except FileNotFoundError:
            return
        except OSError as reason:
            self.told = f"{self.path.name} can't be opened ({reason.strerror}), so what was confirmed is hidden."
        except (ValueError, TypeError, RecursionError):  # not JSON, not UTF-8, or not a mapping
            self._set_aside()

    @property
    def last_by(self) -> str:
        """Who confirmed something last; "" where nobody did."""
        return max(self.by_key.values(), key=lambda one: one.on, default=Confirmation("", "")).by

    def confirm(self, key: str, by: str, on: date) -> None:
        """Keep that somebody checked an entry that day. Raises WorkshopError where it can't be written."""
        self._change({key: Confirmation(by, on.isoformat())})

    def take_back(self, key: str) -> None:
        """Forget it again. Raises WorkshopError where that can't be written."""
        self._change({key: None})

    def _change(self, wanted: Mapping[str, Confirmation | None]) -> None:
        """Change one entry of what the file says by now."""
        import json

        self.look()
        now = {key: one for key, one in {**self.by_key, **wanted}.items() if one is not None}
        told = {key: one._asdict() for key, one in sorted(now.items())}
        data = json.dumps(told, indent=1, ensure_ascii=False).encode("utf-8", "replace")
        if self.told and self.path.exists() and self._sha256 is None:
            raise WorkshopError(f"{self.told} Nothing was saved.")
        write(self.path, data, expected_sha256=self._sha256)
        self.look()

    def _set_aside(self) -> None:
        aside = self.path.with_name(self.path.stem + ".damaged.json")
        with contextlib.suppress(OSError):
            self.path.replace(aside)
        self.told = (
            "The list of what you confirmed was damaged, so those entries are hidden from pupils again. "
            f"The damaged file is kept as {aside.name}. Confirm the entries again."
        )


def _checked(data: bytes) -> dict[str, Confirmation]:
    """The confirmations in a file; whatever names nobody or no day is left out. Raises TypeError, ValueError."""
    import json

    told: Any = json.loads(data)
    if not isinstance(told, dict):
        raise TypeError("confirmations are a mapping")
    found = {}
    for key, one in told.items():
        by, on = (one.get("by"), one.get("on")) if isinstance(one, dict) else (None, None)
        if isinstance(by, str) and by.strip() and isinstance(on, str) and iso_day(on):
            found[key] = Confirmation(by.strip(), on)
    return found


# --- days as people write them -------------------------------------------------------------------------


def iso_day(text: str) -> date | None:
    """The day of YYYY-MM-DD; None where that is none."""
    from datetime import date

    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def day_words(day: date) -> str:
    """ "23 November 2026", in which day and month can't be mistaken for each other."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def read_day(text: str) -> date | None:
    """The day that somebody typed as "23 November 2026", "23 nov 2026" or "2026-11-23"; None where it is none."""
    import re
    from datetime import date

    words = re.fullmatch(r"(\d{1,2})\.? +([A-Za-z]{3,9})\.?,? +(\d{4})", text.strip())
    if not words:
        return iso_day(text.strip())
    months = [n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(words[2].lower())]
    try:
        return date(int(words[3]), months[0], int(words[1])) if months else None
    except ValueError:
        return None
