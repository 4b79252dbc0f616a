"""A text being read: what it is called, where its lines are, and how its bytes become characters."""

from __future__ import annotations

import os
import re
import stat
from bisect import bisect_right
from functools import cached_property
from pathlib import Path

from workshop.lesson.problems import Mark, Problem

LARGEST = 256 * 1024  # bytes; the longest real lessons have 30 kB, and the worst text of 256 kB is refused in a second
_BOM = "\ufeff"
_SHOWN = 160  # characters of a line that are worth printing under a problem
_UNSEEN = r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # would upset a terminal
_LINE_BREAK = re.compile(r"\r\n|\n|\r")


class Source:
    """A text and its name. Positions are indexes into `body`, which is the text without a byte order mark."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.offset = 1 if text.startswith(_BOM) else 0
        self.body = text[self.offset :] if self.offset else text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _LINE_BREAK.finditer(self.body))]

    def place(self, index: int) -> tuple[int, int]:
        """Line and column of a position, both from 1."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def line_start(self, index: int) -> int:
        return self._starts[bisect_right(self._starts, index) - 1]

    def start_of(self, number: int) -> int:
        """Where a line begins, by its number from 1; the start of the text where there is none."""
        return self._starts[number - 1] if 1 <= number <= len(self._starts) else 0

    def split_line(self, index: int) -> tuple[str, str]:
        """The line of a position, up to it and from it on."""
        line, column = self.line_at(index), self.place(index)[1]
        return line[: column - 1], line[column - 1 :]

    def line_at(self, index: int) -> str:
        return self.line(self.place(index)[0])

    def line(self, number: int) -> str:
        """A line by its number from 1, without its end; empty where there is none."""
        if not 1 <= number <= len(self._starts):
            return ""
        begin = self._starts[number - 1]
        found = _LINE_BREAK.search(self.body, begin)
        return self.body[begin : found.start() if found else len(self.body)]

    def problem(
        self, start: int, end: int, code: str, message: str, hint: str = "", severity: str = "error"
    ) -> Problem:
        """A problem at `body[start:end]`; a range over several lines is marked on its first."""
        line, column = self.place(start)
        words = self.line(line)
        end_column = max(column + 1, min(column + end - start, len(words) + 1))
        excerpt = re.sub(_UNSEEN, "·", words[:_SHOWN].replace("\t", "→")) if column <= _SHOWN else ""
        return Problem(self.file, Mark(line, column, end_column), code, message, severity, hint, excerpt)


def whole_file(file: str, code: str, message: str, hint: str = "") -> Problem:
    """A problem that has no place in the text."""
    return Problem(file, Mark(), code, message, hint=hint)


def bytes_of(file: Path) -> bytes:
    """A file's first bytes, one more than are read of a text. Raises OSError, also for what is no ordinary file.

    It is looked at before it is opened: a pipe waits for ever to be opened, and a device may never end.
    """
    if not stat.S_ISREG(os.stat(file).st_mode):
        raise OSError("not an ordinary file")
    with open(file, "rb") as opened:
        return opened.read(LARGEST + 1)


def decode(data: bytes, file: str) -> str | Problem:
    """The characters of a UTF-8 file, byte order mark and line ends kept, or what is amiss with it."""
    if len(data) > LARGEST:
        return too_large(file)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:4]:
        return whole_file(
            file, "not-utf-8", "This file is not saved as UTF-8.", "In your editor choose Save as, encoding UTF-8."
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = Source(file, data[: error.start].decode("utf-8") + "\N{REPLACEMENT CHARACTER}")
        index = len(before.body) - 1
        return before.problem(
            index,
            index + 1,
            "not-utf-8",
            "From here the file is not UTF-8.",
            "In your editor choose Save as, encoding UTF-8, and look at this line again.",
        )


def too_large(file: str) -> Problem:
    return whole_file(
        file,
        "too-large",
        "This file holds far more than a lesson's text.",
        f"Up to {LARGEST // 1024} kB are read; look whether it is the right file. Pictures belong in the folder media.",
    )


def shown(words: str, most: int = 40) -> str:
    """Somebody's words inside a message: on one line and not too long."""
    flat = re.sub(_UNSEEN, "·", " ".join(words[: 4 * most].split()))
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def did_you_mean(word: str, known: list[str]) -> str:
    """`Did you mean "scenario"?`, or nothing where no known word is near."""
    if len(word) > 40:
        return ""
    from difflib import get_close_matches  # late: only a text with problems pays for it

    near = get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    return f'Did you mean "{near[0]}"?' if near else ""
