"""What the class sees of a session, and nothing else: the stage is given this and never the whole state."""

from __future__ import annotations

from typing import NamedTuple

from workshop.lesson.model import Step


class Turn(NamedTuple):
    """A choice taken in a scenario: on `card`, the choice of that index (from 0)."""

    card: str
    choice: int


class Countdown(NamedTuple):
    """A timer as shown: whole seconds planned and left (below zero when over), and whether it runs."""

    seconds: int
    left: int
    running: bool


class Stroke(NamedTuple):
    """A line drawn over the picture: a hue of the theme, its width and its points in canvas units."""

    hue: str
    width: float
    points: tuple[tuple[float, float], ...]


class View(NamedTuple):
    """One stop of the lesson as the class may see it now.

    `step` has the minutes that were settled for it underway, if they are others than the lesson's.
    `beat` counts what has been revealed on this stop, from 0. `round` is 2 where a poll is asked again; then
    `counts` has the first vote's totals first. `path` and `card` belong to a scenario; `vote` tells whether the class
    votes on the card's choices: "" it doesn't, "open" hands are being counted, "shown" the totals in `counts` may
    be seen. `work` is what the class has made of a step at the board: for each of its items the place where it was
    put, -1 for none; `held` is the item that waits to be put somewhere, -1 for none. `ink` was drawn over the picture.
    `cover` hides the step: "" shows it, "blank" is a dark screen, "help" the help card, "neutral" a slide without a
    title, "question" the question in `asked`, "box" how the question box works. `begun` has the whole seconds
    since a talk of the whole class began, as long as it has only just begun; None otherwise.
    """

    step: Step
    at: int  # from 0 among `total` stops
    total: int
    beat: int = 0
    round: int = 1
    path: tuple[Turn, ...] = ()
    card: str = ""
    counts: tuple[tuple[int, ...], ...] = ()
    timer: Countdown | None = None
    vote: str = ""
    work: tuple[int, ...] = ()
    held: int = -1
    ink: tuple[Stroke, ...] = ()
    cover: str = ""
    asked: str = ""
    begun: int | None = None
