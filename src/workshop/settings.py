"""What this computer remembers between runs: colours, text size, country, where windows stood. Nothing of a pupil.

One JSON file at `Places.settings`. A damaged file is set aside, never overwritten, and the defaults serve.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

THEMES = ("light", "dark", "contrast")
NO_WINDOWS: Mapping[str, Geometry] = MappingProxyType({})
NO_KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType({})
NOTHING_DONE: Mapping[str, str] = MappingProxyType({})
LONGEST_KEY = 40  # characters of a key's name


class Geometry(NamedTuple):
    """Where a window stood, in logical pixels of the desktop, and whether it was maximised."""

    x: int
    y: int
    width: int
    height: int
    maximised: bool = False


class Settings(NamedTuple):
    """`text_scale` in percent, 100 to 200; `country` is a code of the help directory, empty until chosen.

    `stage_theme` colours the projector, `projector` is the name of the screen last used for it, `notes_size` the
    size of the console's notes in px on a 1440x900 console; `chime` rings when a time is over. `keys` are the changed
    keys of presenting: an action's id, and Qt's names of the keys that take the place of the usual ones. `class_age`
    in years is the age of the class that was last taught, 0 until told; `done` are the days, as "2026-09-01", of what
    a facilitator does once a year.
    """

    theme: str = "light"
    text_scale: int = 100
    country: str = ""
    stage_theme: str = "light"
    projector: str = ""
    notes_size: int = 30
    chime: bool = True
    windows: Mapping[str, Geometry] = NO_WINDOWS
    keys: Mapping[str, tuple[str, ...]] = NO_KEYS
    class_age: int = 0
    done: Mapping[str, str] = NOTHING_DONE


class SettingsFile:
    """The settings in use. `told` is a sentence for the facilitator where the file couldn't be used, else empty."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.told = ""
        self.value = self._read()

    def change(self, **changes: Any) -> None:
        """Change some settings and write them all. Raises WorkshopError where they can't be written."""
        changed = self.value._replace(**changes)
        if changed == self.value:
            return
        self.value = changed
        import json

        from workshop.lesson.atomic import write

        windows = {name: list(where) for name, where in changed.windows.items()}
        told = {**changed._asdict(), "windows": windows, "keys": dict(changed.keys), "done": dict(changed.done)}
        write(self.path, json.dumps(told, indent=1).encode())

    def _read(self) -> Settings:
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return Settings()
        except OSError as reason:
            self.told = f"Your settings can't be read ({reason.strerror}), so the usual ones are in use."
            return Settings()
        import json

        try:
            return _checked(json.loads(data))
        except (ValueError, TypeError, RecursionError):  # not JSON, not UTF-8, or not a mapping
            self._set_aside()
            return Settings()

    def _set_aside(self) -> None:
        aside = self.path.with_name(self.path.stem + ".damaged.json")
        with contextlib.suppress(OSError):
            self.path.replace(aside)
        self.told = (
            "Your settings file was damaged, so the usual settings are in use. Your lessons are safe. "
            f"The damaged file is kept as {aside.name}."
        )


def _checked(told: Any) -> Settings:
    """The settings in what was read; whatever doesn't fit gets its default. Raises TypeError for no mapping."""
    if not isinstance(told, dict):
        raise TypeError("settings are a mapping")
    usual = Settings()
    theme, scale, country = told.get("theme"), told.get("text_scale"), told.get("country")
    stage, projector, notes = told.get("stage_theme"), told.get("projector"), told.get("notes_size")
    windows, keys = told.get("windows"), told.get("keys")
    age, done = told.get("class_age"), told.get("done")
    return Settings(
        theme=theme if theme in THEMES else usual.theme,
        text_scale=scale if isinstance(scale, int) and 100 <= scale <= 200 else usual.text_scale,
        country=country if isinstance(country, str) and country.isalpha() and len(country) <= 3 else usual.country,
        stage_theme=stage if stage in THEMES else usual.stage_theme,
        projector=projector if isinstance(projector, str) else usual.projector,
        notes_size=notes if isinstance(notes, int) and 20 <= notes <= 60 else usual.notes_size,
        chime=told.get("chime") is not False,
        windows=_windows(windows) if isinstance(windows, dict) else usual.windows,
        keys=_keys(keys) if isinstance(keys, dict) else usual.keys,
        class_age=age if isinstance(age, int) and 0 <= age <= 120 else usual.class_age,
        done=_days(done) if isinstance(done, dict) else usual.done,
    )


def _windows(told: dict[str, Any]) -> dict[str, Geometry]:
    return {name: Geometry(*where) for name, where in told.items() if _is_geometry(where)}


def _is_geometry(told: Any) -> bool:
    return isinstance(told, list) and len(told) == 5 and all(isinstance(n, int) and abs(n) < 100_000 for n in told)


def _keys(told: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """What has the shape of keys; whether there are such actions and keys, the table of actions knows."""
    return {action: tuple(keys) for action, keys in told.items() if isinstance(keys, list) and all(map(_is_key, keys))}


def _days(told: dict[str, Any]) -> dict[str, str]:
    """What has the shape of days; what doesn't hold any more, the checklist knows."""
    return {item: day for item, day in told.items() if isinstance(day, str) and len(day) == len("2026-09-01")}


def _is_key(told: Any) -> bool:
    return isinstance(told, str) and told.isprintable() and 0 < len(told) <= LONGEST_KEY
