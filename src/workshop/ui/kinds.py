"""How each kind of step is marked in lists: its icon and colours, as on the tabs of the stage."""

from __future__ import annotations

from typing import NamedTuple

from workshop.stage.words import words


class Badge(NamedTuple):
    """An icon on a filled square: colour tokens of the square and of the icon."""

    icon: str
    fill: str
    ink: str


_ACTIVITY = Badge("shapes", "sky.base", "sky.on_base")

BADGES = {
    "slide": Badge("lightbulb", "text", "sky.mid"),
    "rules": Badge("heart-handshake", "teal.base", "teal.on_base"),
    "discuss": Badge("messages-square", "teal.base", "teal.on_base"),
    "scenario": Badge("split", "coral.base", "coral.on_base"),
    "poll": Badge("chart-bar", "lilac.base", "lilac.on_base"),
    "quiz": Badge("list-checks", "sun.base", "sun.on_base"),
    "sort": _ACTIVITY,
    "match": _ACTIVITY,
    "order": _ACTIVITY,
    "fill": _ACTIVITY,
    "observe": Badge("eye", "sky.base", "sky.on_base"),
    "activity": _ACTIVITY,
    "reflect": Badge("sprout", "lilac.deep", "lilac.on_deep"),
    "calm": Badge("wind", "sky.deep", "sky.on_deep"),
    "help": Badge("life-buoy", "teal.deep", "teal.on_deep"),
}
UNKNOWN = Badge("square", "sunken", "text")


def badge(kind: str) -> Badge:
    return BADGES.get(kind, UNKNOWN)


def label(kind: str, language: str = "en") -> str:
    """What a class reads for a kind: "Story" for "scenario"."""
    return str(words(language).get(kind, kind))
