"""The page about the lesson format for those who write lessons (docs/format.md), derived from the model.

The prose is resources/new/format-page.md, the tables come from the declarations, and the examples are cut out of
whole lessons beside that page, which the tests read.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable
from typing import Any

from workshop.lesson.fields import (
    After,
    AgeRange,
    GroupSize,
    Many,
    Nested,
    OneOf,
    Region,
    Slug,
    SpokenLine,
    Steps,
    Table,
    Text,
    Whole,
    YesNo,
    about,
    is_required,
)
from workshop.lesson.media_files import LARGEST_FILE, LARGEST_SIDE, TYPES
from workshop.lesson.model import (
    KINDS,
    Answer,
    BasedOn,
    Card,
    Choice,
    Lesson,
    Media,
    Part,
    Phase,
    Source,
    Spot,
    Step,
    Unit,
)
from workshop.lesson.reader import read_text
from workshop.lesson.records import Record
from workshop.lesson.school import Helpline, School
from workshop.paths import RESOURCES

_PLACE = re.compile(r"\{\{([^{}]+)\}\}")
_TABLES: dict[str, type[Record]] = {
    cls.__name__: cls for cls in (Lesson, Media, Source, BasedOn, Step, Unit, Part, School, Helpline)
}
_INSIDE: dict[str, tuple[type[Record], ...]] = {
    "discuss": (Phase,),
    "scenario": (Card, Choice),
    "quiz": (Answer,),
    "observe": (Spot,),
}


def reference() -> str:
    """The whole page as Markdown."""
    return _PLACE.sub(lambda found: _fill(found[1]), _shipped("format-page.md")) + "\n"


def _fill(place: str) -> str:
    """What belongs where the page says `{{place}}`: a class's table, a whole file, the media's limits or the kinds."""
    if place in _TABLES:
        return _table(_TABLES[place])
    if place.startswith("file "):
        return _shipped(place.removeprefix("file "))
    if place == "media":
        megabytes = LARGEST_FILE // 1024**2
        return f"Types are {', '.join(TYPES)}; {megabytes} MB a file and {LARGEST_SIDE} pixels a side are the most."
    examples = _examples()
    return "\n\n".join(_kind(kind, cls, examples[kind]) for kind, cls in KINDS.items())


def _kind(kind: str, cls: type[Step], example: str) -> str:
    own = [field for field in dataclasses.fields(cls) if field.name not in Step._names]
    parts = [f"### {kind}", " ".join((cls.__doc__ or "").split()), f"```yaml\n{example}\n```", _rows(own)]
    for inside in _INSIDE.get(kind, ()):
        noun = inside.__name__.lower()
        parts += [f"{'An' if noun[0] in 'aeiou' else 'A'} {noun}:", _table(inside)]
    return "\n\n".join(parts)


def _table(cls: type[Record]) -> str:
    return _rows(dataclasses.fields(cls))  # type: ignore[arg-type]


def _rows(fields: Iterable[dataclasses.Field[Any]]) -> str:
    lines = ["| field | holds | what for |", "|---|---|---|"]
    for field in fields:
        told = about(field)
        name = f"**`{field.name}`**" if is_required(field) else f"`{field.name}`"
        alone = " *For you alone.*" if told.private and "alone" not in told.help else ""
        meaning = told.help.replace("|", "\\|") + alone
        is_kind = field.name == "kind" and isinstance(told.shape, Text)
        holds = "one of the kinds below" if is_kind else _holds(told.shape)
        lines.append(f"| {name} | {holds}{_default(field)} | {meaning} |")
    return "\n".join(lines)


def _default(field: dataclasses.Field[Any]) -> str:
    return f"; else `{field.default}`" if isinstance(field.default, str) and field.default else ""


def _holds(shape: Any) -> str:
    return _WORDS[type(shape)](shape)


def _many(shape: Many) -> str:
    each = _holds(shape.of)
    counts = f"{shape.least} to {shape.most}" if shape.least > 1 else f"up to {shape.most}" if shape.most < 100 else ""
    return f"list{f' of {counts}' if counts else ''}: {each}"


def _text(shape: Text) -> str:
    words = "lines" if shape.lines else "text"
    return f"{words}, up to {shape.limit} characters" if shape.limit else words


def _shipped(name: str) -> str:
    return (RESOURCES / "new" / name).read_text("utf-8").strip()


def _examples() -> dict[str, str]:
    """One step of each kind, as it stands in a whole lesson."""
    reading = read_text((RESOURCES / "new" / "every-kind.yaml").read_bytes(), "every-kind.yaml")
    assert isinstance(reading.lesson, Lesson), reading.problems
    starts = []
    for index in range(len(reading.lesson.steps)):
        place = reading.marks.at(("steps", index))
        assert place is not None
        starts.append(reading.text.rindex("\n", 0, place.value.start) + 1)
    ends = [*starts[1:], len(reading.text)]
    pieces = [reading.text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    return {step.kind: piece for step, piece in zip(reading.lesson.steps, pieces, strict=True)}


_WORDS: dict[type, Callable[[Any], str]] = {
    Text: _text,
    Slug: lambda shape: f"the name of a {shape.of}" if shape.of in ("step", "lesson", "card") else
    "a name from `media`" if shape.of else "short name",
    Whole: lambda shape: f"number, {shape.low} to {shape.high}",
    YesNo: lambda _: "true or false",
    OneOf: lambda shape: ", ".join(f"`{choice}`" for choice in shape.choices),
    AgeRange: lambda _: "ages, such as `11-13`",
    GroupSize: lambda _: "`alone`, `pairs`, `groups of 4`, `class`",
    After: lambda _: "`after` and the name of a step",
    Region: lambda _: "`x y width height` in percent",
    SpokenLine: lambda _: "`Name: words`, or words alone",
    Many: _many,
    Table: lambda shape: f"names, each with {_holds(shape.of)}",
    Nested: lambda _: "its own fields, below",
    Steps: lambda _: "list of steps",
}  # fmt: skip
