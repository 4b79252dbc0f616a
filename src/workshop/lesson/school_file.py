"""school.yaml as a window works on it: read, changed field by field, undone; never over a change made elsewhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from workshop.lesson.atomic import explain, fingerprint, write
from workshop.lesson.nodes import MappingNode, Marks
from workshop.lesson.nodes import Path as At
from workshop.lesson.problems import Problem, WorkshopError
from workshop.lesson.school import School, read_school_text
from workshop.lesson.school_edit import FIELDS, edited
from workshop.lesson.source import Source, bytes_of, decode


class ChangedElsewhere(WorkshopError):
    """What was to be changed reads otherwise by now: `fields` says which; nothing was written."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__("school.yaml was changed elsewhere meanwhile, so nothing was overwritten.")
        self.fields = fields


class SchoolFile:
    """The file at `path`, which need not be there. `school` is what was last read, `problems` what is amiss with it.

    `amiss` is a sentence where the file can't be read at all; then nothing is written until it is mended or set aside.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.school, self.amiss = School(), ""
        self.problems: list[Problem] = []
        self._text: str | None = None  # None while there is no file
        self._marks = Marks(Source(str(path), ""), None)
        self._before: list[tuple[str, str]] = []  # the texts before and after each change
        self.look()

    def look(self) -> bool:
        """Read the file; True if it isn't what it was."""
        text, amiss = self._found()
        changed = (text, amiss) != (self._text, self.amiss)
        self._text, self.amiss = text, amiss
        self.school, self.problems, self._marks = read_school_text(text or "", self.path)
        if not isinstance(self._marks.root, MappingNode) and self.problems and not amiss:
            self.amiss = f"{self.path.name} can't be read. {self.problems[0].message}"
        return changed

    def _found(self) -> tuple[str | None, str]:
        """The file's text, or what keeps it from being read."""
        try:
            text = decode(bytes_of(self.path), str(self.path))
        except FileNotFoundError:
            return None, ""
        except OSError as reason:
            return None, f"{self.path.name} can't be opened ({reason.strerror or reason})."
        return (None, f"{self.path.name} can't be read. {text.message}") if isinstance(text, Problem) else (text, "")

    def holds(self, field: str) -> bool:
        """Whether the text gives this field."""
        return self._marks.node((field,)) is not None

    def problem(self, at: At) -> Problem | None:
        """The first problem with what stands at a path such as ("helplines", 0, "phone")."""
        place = self._marks.at(at)
        if place is None:
            return None
        first = place.key or place.value
        for found in self.problems:
            at_mark = (found.mark.line, found.mark.column)
            if (first.line, first.column) <= at_mark <= self._marks.source.place(place.value.end):
                return found
        return None

    # --- changing it ---------------------------------------------------------------------------------

    def put(self, meant: School, seen: School) -> None:
        """Have the file say what is meant where that differs from what was `seen` in it before; other changes stay.

        Raises ChangedElsewhere where somebody changed the same field meanwhile, WorkshopError where the file can't be
        read, changed or written; it is then as it was.
        """
        self.look()
        if self.amiss:
            raise WorkshopError(f"{self.amiss} Nothing was saved.")
        wanted = {f: getattr(meant, f) for f in FIELDS if getattr(meant, f) != getattr(seen, f)}
        others = tuple(f for f, value in wanted.items() if getattr(self.school, f) not in (getattr(seen, f), value))
        if others:
            raise ChangedElsewhere(others)
        before = self._text or ""
        after = edited(before, replace(self.school, **wanted), self.path)
        if after == before:
            return
        self._write(after)
        self._before.append((before, after))

    @property
    def can_undo(self) -> bool:
        return bool(self._before)

    def undo(self) -> None:
        """Take the last change back. Raises WorkshopError where the file was changed elsewhere since, or can't be."""
        before, after = self._before[-1]
        self.look()
        if self._text != after:
            self._before.clear()
            raise WorkshopError(f"{self.path.name} was changed elsewhere since, so nothing was taken back.")
        self._write(before)
        self._before.pop()

    def _write(self, text: str) -> None:
        expected = None if self._text is None else fingerprint(self._text.encode("utf-8"))
        write(self.path, text.encode("utf-8"), expected_sha256=expected)
        self.look()

    def set_aside(self) -> Path:
        """Rename a file that can't be read, so that a new one can begin; returns its new path. Raises WorkshopError."""
        stem, number = self.path.stem, 1
        while (aside := self.path.with_name(f"{stem}.damaged{'' if number == 1 else f'-{number}'}.yaml")).exists():
            number += 1
        try:
            self.path.rename(aside)
        except OSError as reason:
            raise WorkshopError(
                explain(reason, f"“{self.path.name}” could not be renamed; it is as it was.")
            ) from reason
        self._before.clear()
        self.look()
        return aside
