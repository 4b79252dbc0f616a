"""One reading of a text under way: what was found so far."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from workshop.lesson.nodes import Node, extent
from workshop.lesson.problems import Problem
from workshop.lesson.source import Source

BAD: Final[Any] = type("Bad", (), {"__repr__": lambda _: "BAD"})()  # stands for a value that could not be read
MOST_PROBLEMS = 100

MARKUP = re.compile(r"<[A-Za-z/!][^<>\n]{0,200}>|!?\[[^\[\]\n]{0,200}\]\([^\n]|https?://|`[^`\n]")
_COMMENT = re.compile(r"\S[ \t]+#")


class TooManyProblems(Exception):
    """Enough has been found; the rest would help nobody."""


class Reference(NamedTuple):
    """A name in the text that points to something: a "step", a "media" entry, or a "card" of `scope`, its step."""

    of: str
    name: str
    node: Node
    scope: Node | None


class Walk:
    """One reading under way. `incomplete` is set when something of the text found no place in the lesson."""

    def __init__(self, source: Source, root: Node | None) -> None:
        self.source = source
        self.root: Any = root
        self.scope: Node | None = None  # the step that is being read
        self.problems: list[Problem] = []
        self.references: list[Reference] = []
        self.given: dict[str, Any] = {}  # the fields of the whole, read so far
        self.steps: list[tuple[int, Any]] = []  # with their places in the list
        self.step_ids: dict[str, Node] = {}
        self.incomplete = False
        self.cuts = frozenset(found.start() + 1 for found in _COMMENT.finditer(source.body))
        self.wary = bool(self.cuts) or MARKUP.search(source.body) is not None

    def refer(self, of: str, name: str, node: Node) -> None:
        self.references.append(Reference(of, name, node, self.scope))

    def add(self, problem: Problem) -> None:
        if len(self.problems) >= MOST_PROBLEMS:
            raise TooManyProblems
        self.problems.append(problem)

    def error(self, node: Node, code: str, message: str, hint: str = "") -> Any:
        """An error that keeps something of the text out of the lesson; gives BAD for the value."""
        self.incomplete = True
        self.add(self.source.problem(*extent(node), code, message, hint))
        return BAD

    def remark(self, start: int, end: int, code: str, message: str, hint: str, severity: str = "warning") -> None:
        """A problem with a value that is read all the same."""
        self.add(self.source.problem(start, end, code, message, hint, severity))
