"""Where a translation's words stand: the places of the lesson, looked up in its overlay."""

from __future__ import annotations

from pathlib import Path

from workshop.lesson.model import Lesson
from workshop.lesson.nodes import Marks, Node, compose
from workshop.lesson.nodes import Path as Place
from workshop.lesson.problems import Problem
from workshop.lesson.source import Source, bytes_of, decode


class OverlayMarks(Marks):
    """Marks of an overlay, by the paths of the lesson, whose steps are in a list there and by their names here."""

    def __init__(self, source: Source, root: Node | None, lesson: Lesson) -> None:
        super().__init__(source, root)
        self._ids = [step.id for step in lesson.steps]

    def node(self, path: Place) -> tuple[Node | None, Node] | None:
        if len(path) > 1 and path[0] == "steps" and isinstance(path[1], int):
            path = ("steps", self._ids[path[1]], *path[2:])
        return super().node(path)


def overlay_marks(path: Path, lesson: Lesson) -> OverlayMarks | None:
    """The marks of an overlay; None where it can't be read, which reading it tells."""
    try:
        text = decode(bytes_of(path), str(path))
    except (OSError, ValueError):
        return None
    if isinstance(text, Problem):
        return None
    source = Source(str(path), text)
    root, _ = compose(source)
    return None if root is None else OverlayMarks(source, root, lesson)
