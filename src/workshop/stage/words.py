"""The words that a class reads around a lesson's own, in the lesson's language."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from workshop.paths import RESOURCES

RIGHT_TO_LEFT = ("ar", "dv", "fa", "he", "ku", "ps", "ur", "yi")


@cache
def words(language: str) -> dict[str, Any]:
    """The stage's words: those of `language` where there are some, English for the rest."""
    told: dict[str, Any] = _read("en")
    own = language.split("-")[0].lower()
    return told if own == "en" else {**told, **_read(own)}


def _read(language: str) -> dict[str, Any]:
    file = RESOURCES / "words" / f"{language}.json"
    if not language.isalpha() or not file.is_file():
        return {}
    return json.loads(file.read_text("utf-8"))  # type: ignore[no-any-return]


def is_right_to_left(language: str) -> bool:
    return language.split("-")[0].lower() in RIGHT_TO_LEFT
