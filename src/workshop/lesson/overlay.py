"""Reads a translation (`lesson.fr.yaml`) against the lesson that it translates, with the exact place of each problem.

What an overlay may hold is derived from the model: the same fields, those alone that a translation may replace,
and none of them needed. So a new field of the format can be translated as soon as it is declared.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from workshop.lesson import amiss
from workshop.lesson.fields import Many, Nested, Shape, Slug, Steps, Table, Text, about, field
from workshop.lesson.finds import BAD, TooManyProblems, Walk
from workshop.lesson.model import KINDS, Lesson, Step
from workshop.lesson.nodes import MappingNode, Node, ScalarNode, compose, extent
from workshop.lesson.problems import Problem
from workshop.lesson.records import Record, record
from workshop.lesson.source import Source, bytes_of, decode, did_you_mean, shown, whole_file
from workshop.lesson.texts import plan
from workshop.lesson.walk import fields_of, given_at, read_record


class Overlay(NamedTuple):
    """A translation as it was read: words by field for the lesson itself, and by step.

    Words are records like the lesson's own with their text fields alone; what isn't translated is empty there.
    `unread` are the steps whose words had errors, so that none of them is used ("" is the lesson's own).
    """

    language: str
    lesson: Record | None
    steps: Mapping[str, Any]
    unread: frozenset[str] = frozenset()


class _OverlayWalk(Walk):
    """A walk that knows the fields which stay as they are in the lesson."""

    def error(self, node: Node, code: str, message: str, hint: str = "") -> Any:
        if code == "unknown-field" and node.value in _fixed():
            said = f'"{node.value}" is not translated: it stays as it is in the lesson.'
            self.add(self.source.problem(*extent(node), "not-translatable", said, "Delete it here.", "warning"))
            return BAD
        return super().error(node, code, message, hint)


def read_overlay(path: Path, lesson: Lesson) -> tuple[Overlay, list[Problem]]:
    """Read a lesson's overlay. Never raises: what can't be read is a problem, and leaves its step untranslated."""
    file = str(path)
    nothing = Overlay(lesson.language, None, {})
    try:
        text = decode(bytes_of(path), file)
    except OSError as reason:
        said = f"The translation could not be opened ({shown(reason.strerror or str(reason))})."
        return nothing, [whole_file(file, "unreadable", said, "Look whether it is there and whether you may open it.")]
    if isinstance(text, Problem):
        return nothing, [text]
    source = Source(file, text)
    root, problems = compose(source)
    if root is None:
        return nothing, problems or [whole_file(file, "empty", "There is no translation in this file.")]
    reading = _Reading(_OverlayWalk(source, root), lesson)
    overlay = reading.whole(root) or nothing
    return overlay, sorted(reading.walk.problems, key=lambda problem: problem.mark[:2])


class _Reading:
    """One overlay being read."""

    def __init__(self, walk: Walk, lesson: Lesson) -> None:
        self.walk = walk
        self._steps = {step.id: step for step in lesson.steps}
        self._lesson = lesson
        self._unread: set[str] = set()

    def whole(self, root: Any) -> Overlay | None:
        """None where it can't be told which lesson and language it is for."""
        fields = fields_of(_head())
        fields = fields._replace(parsers={**fields.parsers, "steps": self._read_steps})
        try:
            head = read_record(self.walk, root, fields, "translation")
        except TooManyProblems:
            return None
        if head is BAD or not self._is_for_this(root, head):
            return None
        if self.walk.incomplete:
            self._unread.add("")
        return Overlay(head.language, head, head.steps, frozenset(self._unread))

    def _is_for_this(self, root: Any, head: Any) -> bool:
        if head.translates == self._lesson.id:
            return True
        message = f'This translates the lesson "{shown(head.translates)}", and here is "{self._lesson.id}".'
        value = next(value for key, value in root.value if key.value == "translates")
        self.walk.error(value, "other-lesson", message, f"Write translates: {self._lesson.id}.")
        return False

    def _read_steps(self, walk: Walk, node: Any, name: str) -> Any:
        if type(node) is not MappingNode:
            return amiss.not_table(walk, node, name)
        found: dict[str, Any] = {}
        before = walk.incomplete
        for key, value in node.value:
            step_id = key.value if type(key) is ScalarNode else ""
            step = self._steps.get(step_id)
            if step is None:
                self._unknown_step(key)
            elif step_id in found:
                amiss.duplicate(walk, key, given_at(node, step_id))
            else:
                walk.incomplete = False
                read = read_record(walk, value, fields_of(words_class(type(step))), step_id)
                if read is BAD or walk.incomplete:
                    self._unread.add(step_id)
                found[step_id] = read
        walk.incomplete = before
        return found

    def _unknown_step(self, key: Any) -> None:
        name = str(key.value)
        hint = did_you_mean(name, list(self._steps)) or "If it was taken out of the lesson, delete it here too."
        message = f'The lesson has no step "{shown(name)}".'
        self.walk.remark(*extent(key), "unknown-step", message, hint)


# --- What an overlay may hold ----------------------------------------------------------------------


def words_class(cls: type[Record]) -> type[Record]:
    """A class of the model with its texts alone, each empty unless given. A step's has `checked` besides."""
    return _words_class(cls)  # type: ignore[arg-type]  # as in `plan`


@cache
def _words_class(cls: type[Record]) -> type[Record]:
    declared = {f.name: about(f) for f in dataclasses.fields(cls)}  # type: ignore[arg-type]
    made = {
        name: field(_words_shape(shape), declared[name].label, declared[name].help, default="", translate=True)
        for name, shape, _ in plan(cls)
        if not isinstance(shape, Steps)
    }
    if issubclass(cls, Step):
        told = "The fingerprint of the step when its translation was last looked at."
        made["checked"] = field(Text(plain=True), "Checked", told, default="", translate=False)
    name = f"{cls.__name__}Step" if issubclass(cls, Step) else cls.__name__
    return record(type(name, (Record,), {"__annotations__": dict.fromkeys(made, Any), **made}))


def _words_shape(shape: Shape) -> Shape:
    """The same shape for words alone. Counts are left to the comparison with the lesson."""
    if isinstance(shape, Many):
        return Many(_words_shape(shape.of))
    if isinstance(shape, Table):
        return Table(_words_shape(shape.of), slugs=shape.slugs)
    if isinstance(shape, Nested):
        return Nested(words_class(shape.cls))
    return shape


@cache
def _head() -> type[Record]:
    """The top of an overlay: which lesson, which language, the lesson's own words, and those of its steps."""
    own = {f.name: f for f in dataclasses.fields(words_class(Lesson))}  # type: ignore[arg-type]
    made = {
        "translates": field(Slug(), "Translates", "The id of the lesson."),
        "language": field(Text(plain=True), "Language", "The language of this translation, such as fr."),
        "steps": field(Table(Text()), "Steps", "Words by the id of their step.", default={}),
        **{name: field(*about(f)[:3], default="") for name, f in own.items()},
    }
    return record(type("Translation", (Record,), {"__annotations__": dict.fromkeys(made, Any), **made}))


@cache
def _fixed() -> frozenset[str]:
    """The fields of the format that no translation replaces anywhere."""
    classes: list[type[Record]] = [
        Lesson,
        *KINDS.values(),
        *_nested(Lesson),
        *(c for kind in KINDS.values() for c in _nested(kind)),
    ]
    names = {f.name for cls in classes for f in dataclasses.fields(cls)}  # type: ignore[arg-type]
    return frozenset(names - {name for cls in classes for name, _, _ in plan(cls)})


def _nested(cls: type[Record]) -> list[type[Record]]:
    """The classes inside a class of the model, at any depth."""
    found: list[type[Record]] = []
    for declared in dataclasses.fields(cls):  # type: ignore[arg-type]
        shape = about(declared).shape
        while isinstance(shape, (Many, Table)):
            shape = shape.of
        if isinstance(shape, Nested):
            found += [shape.cls, *_nested(shape.cls)]
    return found
