"""The small values that lesson fields hold beside words and numbers."""

from __future__ import annotations

from typing import NamedTuple

HUES = ("coral", "sun", "teal", "sky", "lilac")  # the colours that every theme has, by the names that lessons use


class Ages(NamedTuple):
    """A range of ages in years, both ends included."""

    low: int
    high: int

    def __str__(self) -> str:
        return f"{self.low}-{self.high}" if self.low != self.high else str(self.low)

    def meets(self, other: Ages) -> bool:
        """True when some age belongs to both ranges."""
        return self.low <= other.high and other.low <= self.high


class Area(NamedTuple):
    """A part of a picture in percent of its width and height."""

    x: float
    y: float
    width: float
    height: float


class Spoken(NamedTuple):
    """A line that somebody says; `by` is empty where nobody is named."""

    text: str
    by: str = ""
