"""Themes as data: the colours of the stage and of the windows, from resources/themes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from workshop.paths import RESOURCES

NAMES = ("light", "dark", "contrast")


class Hue(NamedTuple):
    """One colour in its steps, each with the text colour that can be read on it.

    `line` is for words and outlines on paper, `outline` for the decorative edge of a card, `mid` stands between
    tint and base. Colours are "#RRGGBB".
    """

    tint: str
    on_tint: str
    base: str
    on_base: str
    deep: str
    on_deep: str
    line: str
    mid: str
    on_mid: str
    outline: str


class Theme(NamedTuple):
    """`edge` outlines panels where their fill alone wouldn't show, `mat` lies under pictures drawn for light paper;

    both are empty where they aren't needed. `app` colours the windows.
    """

    name: str
    label: str
    dark: bool
    paper: str
    ink: str
    fleck: str
    fleck_opacity: float
    card: str
    card_line: str
    quiet: str
    track: str
    bar: str
    edge: str
    mat: str
    hues: Mapping[str, Hue]
    app: Mapping[str, str]


@cache
def theme(name: str) -> Theme:
    """A shipped theme: light, dark or contrast."""
    told = json.loads((RESOURCES / "themes" / f"{name}.json").read_text("utf-8"))
    return Theme(**{**told, "hues": {hue: Hue(**steps) for hue, steps in told["hues"].items()}})


def luminance(color: str) -> float:
    """Relative luminance of "#RRGGBB", 0 to 1 (WCAG 2.2)."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable_on(paper: str, preferred: str) -> str:
    """`preferred` where it can be read on that paper, else ink or white, whichever reads better."""
    if contrast(preferred, paper) >= 4.5:
        return preferred
    return max(("#1B2440", "#FFFFFF"), key=lambda ink: contrast(ink, paper))
