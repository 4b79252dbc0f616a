"""Before the lesson: the checklist, the room check, and the way into the lesson past both."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from workshop.lesson.values import Ages


class Start(NamedTuple):
    """How a lesson is to be started: the class's ages, None where not said; the name of the screen that was chosen
    as the projector for this lesson, "" where none was.
    """

    ages: Ages | None = None
    projector: str = ""
