"""Finds the field that stands left of the other names of its step; libyaml may stumble only lines below it."""

from __future__ import annotations

import re

from workshop.lesson.source import Source

_ITEM = r"[ \t]*(?:-[ \t]+)*"
_NAME = r"[ \t]*([\w-]+):(?:[ \t]|$)"


def outdented(source: Source, fault: int, swallowed: bool) -> int:
    """The number of the line too far to the left, at or above the line where libyaml stumbled; 0 for none.

    `swallowed` says that libyaml took the faulty line for more text of the line above.
    """
    line = source.line(fault)
    here, dash = lead(line), line.lstrip().startswith("- ")
    left = 0
    for number in range(fault - 1, 0, -1):
        line = source.line(number)
        column, names = lead(line), _names_at(line)
        if column < names:
            if not dash and not swallowed and column <= here:
                return fault if here < names else 0
            if (dash and column == here) or (swallowed and names == here):
                return left
        elif (column <= here if dash else column < here) and _may_be_in_a_step(line):
            left = number
    return 0


def lead(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def _names_at(line: str) -> int:
    """The column, from 0, in which the name on a line begins, after its dashes."""
    found = re.match(_ITEM, line)
    return found.end() if found else 0


def _may_be_in_a_step(line: str) -> bool:
    """Whether a line is a field, and none that only the lesson as a whole has."""
    from workshop.lesson.model import KINDS, Lesson

    found = re.match(_NAME, line)
    if not found:
        return False
    return found[1] not in Lesson._names or any(found[1] in kind._names for kind in KINDS.values())
