"""The words in a lesson, found by what the model says of its fields: for search and for translation."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import cache
from typing import Any

from workshop.lesson.fields import Many, Nested, Shape, SpokenLine, Steps, Table, Text, about
from workshop.lesson.records import Record
from workshop.lesson.values import Spoken

Path = tuple[str | int, ...]


def texts(record: Record, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text of a record that a translation may replace, in order, with where it is.

    A path goes by field names, by ids for steps, cards and media, and by positions from 0 in lists. Where names
    are words themselves (`groups`, `pairs`, `keywords`), it goes by position too, and the name has the path of
    its value and "name".
    """
    for name, shape, translate in plan(type(record)):
        value = getattr(record, name)
        if value:
            yield from _texts(shape, value, (*path, name), translate)


def plan(cls: type[Record]) -> tuple[tuple[str, Shape, bool], ...]:
    """The fields of a class that may hold words: name, shape, and whether a translation may replace its own words."""
    return _plan(cls)  # type: ignore[arg-type]  # mypy takes the hash of the class's instances for the class's


@cache
def _plan(cls: type[Record]) -> tuple[tuple[str, Shape, bool], ...]:
    declared = [(f.name, about(f)) for f in dataclasses.fields(cls)]  # type: ignore[arg-type]
    return tuple((name, told.shape, told.translate) for name, told in declared if told.translate or _nests(told.shape))


def _nests(shape: Shape) -> bool:
    if isinstance(shape, (Many, Table)):
        return _nests(shape.of)
    return isinstance(shape, (Nested, Steps))


def _texts(shape: Shape, value: Any, path: Path, translate: bool) -> Iterator[tuple[Path, str]]:
    if isinstance(shape, Many):
        for index, item in enumerate(value):
            yield from _texts(shape.of, item, (*path, index), translate)
    elif isinstance(shape, Table):
        for index, (name, item) in enumerate(value.items()):
            if not shape.slugs:
                yield (*path, index, "name"), name
            yield from _texts(shape.of, item, (*path, name if shape.slugs else index), translate)
    elif isinstance(shape, Steps):
        for step in value:
            yield from texts(step, (*path, step.id))
    elif isinstance(shape, Nested):
        yield from texts(value, path)
    elif isinstance(shape, SpokenLine):
        yield path, spoken(value)
    elif isinstance(shape, Text) and translate:
        yield path, value


def spoken(line: Spoken) -> str:
    """A spoken line as an author writes it."""
    return f"{line.by}: {line.text}" if line.by else line.text
