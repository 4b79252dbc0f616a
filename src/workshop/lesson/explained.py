"""Warnings that an author has looked at and explained: `x-why: …` beside what a warning is about.

`x-why` explains all warnings of the step, card or medium that it stands in; in the header, those of the header's own
fields. `x-why-CODE` explains those of one code alone, and in the header those of the whole lesson.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from workshop.lesson.nodes import MappingNode, Marks, Node, ScalarNode, SequenceNode
from workshop.lesson.problems import Problem

EXPLAINED = "explained"
_WHY = "x-why"
_APART = ("steps", "media")  # what a plain x-why of the header says nothing of


class Reason(NamedTuple):
    """Why a warning of `code` ("" for any) between two positions of the text is as it should be; not within `apart`."""

    code: str
    text: str
    start: int
    end: int
    apart: tuple[tuple[int, int], ...] = ()

    def explains(self, code: str, at: int) -> bool:
        inside = self.start <= at < self.end and not any(start <= at < end for start, end in self.apart)
        return inside and self.code in ("", code)


def explain(problems: Iterable[Problem], marks: Marks) -> list[Problem]:
    """The same problems; of warnings that have a reason, the severity is "explained" and the hint that reason."""
    reasons = list(_reasons(marks.root))
    return [_explained(problem, marks, reasons) if reasons else problem for problem in problems]


def _explained(problem: Problem, marks: Marks, reasons: list[Reason]) -> Problem:
    if problem.severity != "warning" or problem.file != marks.source.file:
        return problem
    at = marks.source.start_of(problem.mark.line) + problem.mark.column - 1
    for reason in reasons:
        if reason.explains(problem.code, at):
            return problem._replace(severity=EXPLAINED, hint=f"Why: {reason.text}", source="")
    return problem


def _reasons(root: Node | None) -> Iterator[Reason]:
    waiting: list[tuple[Any, int]] = [] if root is None else [(root, 0)]
    while waiting:
        node, start = waiting.pop()
        if isinstance(node, SequenceNode):
            waiting += [(item, item.start_mark.index) for item in node.value]
        elif isinstance(node, MappingNode):
            yield from _own(node, 0 if node is root else start, node is root)
            waiting += [(value, key.start_mark.index) for key, value in node.value]


def _own(node: Any, start: int, is_root: bool) -> Iterator[Reason]:
    """The reasons that stand in a mapping, whose name begins at `start`."""
    for key, value in node.value:
        name = key.value if isinstance(key, ScalarNode) else ""
        if isinstance(value, ScalarNode) and value.value.strip() and (name == _WHY or name.startswith(f"{_WHY}-")):
            apart = tuple(
                (below.start_mark.index, below.end_mark.index)
                for above, below in node.value
                if is_root and name == _WHY and above.value in _APART
            )
            code = name[len(_WHY) + 1 :]
            yield Reason(code, " ".join(value.value.split()), start, node.end_mark.index, apart)
