"""What the library tells of a lesson."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """A lesson as its card shows it. What is unknown is None or "".

    `kinds` are the kinds of its steps, each once, in order of appearance; `image` is the absolute path of a
    picture: the media's `card`, else its `cover`, else that of the first step with one. `problem` is a plain sentence
    where the lesson can't be read; such an entry has its folder's name as id and title.
    """

    id: str
    title: str
    summary: str
    language: str
    audience: str
    ages_low: int | None
    ages_high: int | None
    minutes: int | None
    kinds: tuple[str, ...]
    steps: int
    image: str
    sensitive: bool
    folder: str
    origin: str  # "own", "installed" or "packaged"
    problem: str = ""
