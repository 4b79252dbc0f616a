"""What can be amiss with a lesson, and how it is said."""

from __future__ import annotations

from typing import NamedTuple


class WorkshopError(Exception):
    """An expected failure: the message is a plain sentence for the person at the computer."""


class Mark(NamedTuple):
    """Where something stands in a text: line and column from 1, and the column after its last character."""

    line: int = 1
    column: int = 1
    end_column: int = 2


class Problem(NamedTuple):
    """One thing amiss in a lesson's files.

    `severity` is "error" (the lesson can't be used as it is), "warning" (it can, but look at this) or "explained" (a
    warning whose reason the author gave, which `hint` then is).
    `code` is short and stable, such as "unknown-field". `message` is one plain sentence, `hint` says what
    to do next, `source` is the line of text itself, for the caret under it.
    """

    file: str
    mark: Mark
    code: str
    message: str
    severity: str = "error"
    hint: str = ""
    source: str = ""

    def __str__(self) -> str:
        head = f"{self.file}:{self.mark.line}:{self.mark.column}: {self.severity}: {self.message}"
        if self.hint:
            head += f" {self.hint}"
        if self.severity == "warning":
            head += f" [{self.code}]"
        return head + self._excerpt()

    def _excerpt(self) -> str:
        if not self.source:
            return ""
        number = f"{self.mark.line:>5}"
        width = max(1, min(self.mark.end_column, len(self.source) + 1) - self.mark.column)
        under = " " * (self.mark.column - 1) + "^" * width
        return f"\n{number} | {self.source}\n      | {under}"

    def as_dict(self) -> dict[str, object]:
        """For `workshop check --json`."""
        return {
            "file": self.file,
            "line": self.mark.line,
            "column": self.mark.column,
            "code": self.code,
            "severity": self.severity,
            "message": self.message,
            "hint": self.hint,
        }


def errors(problems: list[Problem]) -> list[Problem]:
    return [p for p in problems if p.severity == "error"]


def warnings(problems: list[Problem]) -> list[Problem]:
    return [p for p in problems if p.severity == "warning"]
