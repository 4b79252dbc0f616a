"""The JSON Schema of lessons and units, derived from the model, for editors such as VS Code (YAML by Red Hat).

Draft 7, because that is what YAML editors know best. A schema can't say all that the reader says, and it is
never stricter than the reader: what fits a text by its length is told in the description alone.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
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
from workshop.lesson.model import KINDS, Lesson, Step, Unit
from workshop.lesson.records import Record
from workshop.lesson.scalars import AFTER, AGES, GROUP, LONGEST_SLUG, SLUG
from workshop.lesson.walk import MOST_STEPS

Schema = dict[str, Any]

_SCALAR: Schema = {"type": ["string", "number", "boolean"]}  # No and 2024 are texts for the reader, unquoted too
_PAIR: Schema = {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": _SCALAR}
_REGION = r"^[0-9.]+ +[0-9.]+ +[0-9.]+ +[0-9.]+$"


def schema_text(cls: type[Lesson] | type[Unit]) -> str:
    """The schema as the text of a file."""
    import json

    return json.dumps(schema_of(cls), ensure_ascii=False, indent=1) + "\n"


def schema_of(cls: type[Lesson] | type[Unit]) -> Schema:
    """The schema of a lesson's or a unit's YAML file."""
    definitions: dict[str, Schema] = {}
    top = _record(cls, definitions)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"Workshop {cls.__name__.lower()}, version 1",
        **top,
        "definitions": dict(sorted(definitions.items())),
    }


def _record(cls: type[Record], definitions: dict[str, Schema]) -> Schema:
    """The schema of a mapping with the fields of a class; classes inside it go into `definitions`."""
    declared = dataclasses.fields(cls)  # type: ignore[arg-type]
    return {
        "description": _sentence(cls),
        "type": "object",
        "properties": {field.name: _field(cls, field, definitions) for field in declared},
        "required": [field.name for field in declared if is_required(field)],
        "patternProperties": {"^x-": True},
        "additionalProperties": False,
    }


def _sentence(cls: type[Record]) -> str:
    return " ".join((cls.__doc__ or "").split()) or f"{cls.__name__}."


def _field(cls: type[Record], field: dataclasses.Field[Any], definitions: dict[str, Schema]) -> Schema:
    told = about(field)
    shape = told.shape
    schema: Schema = dict(_shape(shape, definitions))
    if field.name == "kind" and issubclass(cls, Step):
        schema = {"const": next(name for name, kind in KINDS.items() if kind is cls)}
    if field.name == "format":
        schema = {"enum": list(shape.choices)} if isinstance(shape, OneOf) else schema
    words = f"{told.label}. {told.help}"
    if isinstance(shape, Text) and shape.limit:
        words += f" Up to {shape.limit} characters read well."
    if told.private:
        words += " Never shown to the class."
    if isinstance(field.default, bool) or (isinstance(field.default, str) and field.default):
        schema["default"] = field.default
    return {"title": told.label, "description": words, **schema}


def _shape(shape: Any, definitions: dict[str, Schema]) -> Schema:
    return _SHAPES[type(shape)](shape, definitions)


def _many(shape: Many, definitions: dict[str, Schema]) -> Schema:
    item = _shape(shape.of, definitions)
    if isinstance(shape.of, Text):
        item = {"anyOf": [item, _PAIR]}  # "- Look for: hurry" is one text for the reader
    listed: Schema = {"type": "array", "items": item, "maxItems": shape.most}
    if shape.least:
        listed["minItems"] = shape.least
    return {"anyOf": [listed, item]} if shape.least <= 1 else listed


def _table(shape: Table, definitions: dict[str, Schema]) -> Schema:
    table: Schema = {"type": "object", "additionalProperties": _shape(shape.of, definitions)}
    table |= {"minProperties": shape.least, "maxProperties": shape.most}
    if shape.slugs:
        table["propertyNames"] = _slug(Slug(), definitions)
    return table


def _nested(shape: Nested, definitions: dict[str, Schema]) -> Schema:
    name = shape.cls.__name__.lower()
    if name not in definitions:
        definitions[name] = {}  # stands in while the class itself is looked at
        definitions[name] = _record(shape.cls, definitions)
    return {"$ref": f"#/definitions/{name}"}


def _steps(_: Steps, definitions: dict[str, Schema]) -> Schema:
    branches = []
    for kind, cls in KINDS.items():
        reference = _nested(Nested(cls), definitions)
        branches.append({"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": reference})
    kinds = {"enum": list(KINDS), "description": "Kind. " + " ".join(f"{k}: {_sentence(c)}" for k, c in KINDS.items())}
    step = {"type": "object", "required": ["id", "kind"], "properties": {"kind": kinds}, "allOf": branches}
    return {"type": "array", "items": step, "maxItems": MOST_STEPS}


def _slug(_: Slug, __: dict[str, Schema]) -> Schema:
    return {"type": ["string", "integer"], "pattern": f"^{SLUG}$", "maxLength": LONGEST_SLUG}


def _pattern(pattern: str, *kinds: str) -> Schema:
    return {"type": ["string", *kinds], "pattern": f"^(?:{_javascript(pattern)})$"}


def _javascript(pattern: str) -> str:
    """A pattern as every reader of schemas understands it."""
    return re.sub(r"\\d", "[0-9]", pattern)


_SHAPES: dict[type, Callable[[Any, dict[str, Schema]], Schema]] = {
    Text: lambda _, __: _SCALAR,
    Slug: _slug,
    Whole: lambda shape, _: {"type": "integer", "minimum": shape.low, "maximum": shape.high},
    YesNo: lambda _, __: {"enum": [True, False, "yes", "no"]},
    OneOf: lambda shape, _: {"enum": list(shape.choices)},
    AgeRange: lambda _, __: {**_pattern(AGES, "integer"), "examples": ["11-13"]},
    GroupSize: lambda _, __: {**_pattern(GROUP), "examples": ["alone", "pairs", "groups of 4", "class"]},
    After: lambda _, __: {**_pattern(AFTER), "examples": ["after only-us"]},
    Region: lambda _, __: {"type": "string", "pattern": _REGION, "examples": ["10 20 30 15"]},
    SpokenLine: lambda _, __: {"anyOf": [_SCALAR, _PAIR]},
    Many: _many,
    Table: _table,
    Nested: _nested,
    Steps: _steps,
}
