"""Walks the nodes of a text against the model and builds its records, collecting every problem on the way.

The model's declarations are turned into one table per class (field name -> function) on first use; a walk is
then a dictionary look-up and a call for each field. What is amiss is said in `amiss.py`, off the quick path.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Any, NamedTuple

from workshop.lesson import amiss
from workshop.lesson.fields import Many, Nested, Slug, SpokenLine, Steps, Table, Text, about, is_required
from workshop.lesson.finds import BAD, Walk
from workshop.lesson.model import KINDS, Step
from workshop.lesson.nodes import MappingNode, Node, ScalarNode, SequenceNode
from workshop.lesson.records import Record
from workshop.lesson.scalars import scalar_parser
from workshop.lesson.values import Spoken

MOST_STEPS = 500

Parser = Callable[[Walk, Any, str], Any]


class Fields(NamedTuple):
    """How the fields of one class of the model are read."""

    cls: type[Record]
    parsers: Mapping[str, Parser]
    required: tuple[str, ...]


def fields_of(cls: type[Record]) -> Fields:
    """The table of a class of the model, made when it is first asked for."""
    table = _tables.get(cls)
    if table is None:
        table = _tables[cls] = _make_table(cls)
    return table


_tables: dict[type[Record], Fields] = {}


def _make_table(cls: type[Record]) -> Fields:
    declared = dataclasses.fields(cls)  # type: ignore[arg-type]
    parsers = {f.name: _parser(about(f).shape) for f in declared}
    return Fields(cls, parsers, tuple(f.name for f in declared if is_required(f)))


def _parser(shape: Any) -> Parser:
    if isinstance(shape, Many):
        return _many(shape)
    if isinstance(shape, Table):
        return _table(shape)
    if isinstance(shape, Nested):
        return lambda walk, node, name: read_record(walk, node, fields_of(shape.cls), name)
    if isinstance(shape, Steps):
        return _read_steps
    if isinstance(shape, SpokenLine):
        return _read_spoken
    return scalar_parser(shape)


def read_record(walk: Walk, node: Node, fields: Fields, name: str) -> Any:
    """A record of the model, or BAD where something it needs is missing. `name` is the field that holds it."""
    if type(node) is not MappingNode:
        return amiss.not_fields(walk, node, fields, name)
    given: dict[str, Any] = {}
    if node is walk.root:
        walk.given = given
    dropped: list[str] = []
    parsers = fields.parsers
    for key, value in node.value:
        field = key.value if type(key) is ScalarNode else ""
        parse = parsers.get(field)
        if parse is None:
            amiss.unknown_field(walk, key, value, node, fields, given)
            continue
        if field in given:
            amiss.duplicate(walk, key, given_at(node, field))
            continue
        got = parse(walk, value, field) if value.value else amiss.empty(walk, key, field in fields.required)
        given[field] = got
        if got is BAD:
            dropped.append(field)
    for field in dropped:
        del given[field]
    if any(field in fields.required for field in dropped):
        return BAD
    for field in fields.required:
        if field not in given:
            return amiss.missing(walk, node, fields, given)
    return fields.cls(**given)


def given_at(node: Any, name: str) -> Any:
    """The first key of that name."""
    return next(key for key, _ in node.value if key.value == name)


def _many(shape: Many) -> Parser:
    parse, least, most = _parser(shape.of), shape.least, shape.most
    if isinstance(shape.of, Text):
        parse = _item_of_text(parse)

    def read(walk: Walk, node: Node, name: str) -> Any:
        if type(node) is SequenceNode:
            items = node.value
        else:
            items = [node]
            amiss.dashless(walk, node, name)
        if not least <= len(items) <= most:
            amiss.count(walk, node, items, name, least, most)
            items = items[:most]
        read = [parse(walk, item, name) if item.value else amiss.empty_item(walk, item) for item in items]
        return tuple(read) if BAD not in read else tuple(value for value in read if value is not BAD)

    return read


def _item_of_text(parse: Parser) -> Parser:
    """In a list of texts `- Look for: hurry` can mean only one thing, though YAML takes it for a name and a value."""

    def read(walk: Walk, node: Node, name: str) -> Any:
        if type(node) is MappingNode:
            node = amiss.as_text(walk, node)
        return parse(walk, node, name)

    return read


def _table(shape: Table) -> Parser:
    parse, least, most, slugs = _parser(shape.of), shape.least, shape.most, shape.slugs
    check_slug = scalar_parser(Slug())

    def read(walk: Walk, node: Node, name: str) -> Any:
        if type(node) is not MappingNode:
            return amiss.not_table(walk, node, name)
        items = node.value
        if not least <= len(items) <= most:
            amiss.count(walk, node, items, name, least, most)
            items = items[:most]
        pairs: dict[str, Any] = {}
        for key, value in items:
            if type(key) is not ScalarNode or not key.value:
                amiss.bad_name(walk, key)
                continue
            entry = key.value
            if entry in pairs:
                amiss.duplicate(walk, key, given_at(node, entry))
                continue
            if slugs and check_slug(walk, key, name) is BAD:
                continue
            pairs[entry] = parse(walk, value, entry) if value.value else amiss.empty(walk, key, True)
        return {entry: value for entry, value in pairs.items() if value is not BAD}

    return read


_spoken_words = scalar_parser(SpokenLine())


def _read_spoken(walk: Walk, node: Any, name: str) -> Any:
    """`Who: words` is a mapping of one pair for YAML, unless it is quoted."""
    if type(node) is MappingNode and len(node.value) == 1:
        who, words = node.value[0]
        if type(who) is ScalarNode and type(words) is ScalarNode and who.value and words.value:
            said = _spoken_words(walk, words, name)
            return said if said is BAD else Spoken(said, who.value.strip())
    if type(node) is not ScalarNode:
        return amiss.not_spoken(walk, node)
    said = _spoken_words(walk, node, name)
    if said is not BAD and ": " in said:
        who, _, words = said.partition(": ")
        if 0 < len(who) <= 30 and words.strip():
            return Spoken(words.strip(), who.strip())
    return said if said is BAD else Spoken(said)


def _read_steps(walk: Walk, node: Any, name: str) -> Any:
    if type(node) is not SequenceNode:
        return amiss.not_steps(walk, node)
    items = node.value
    if len(items) > MOST_STEPS:
        amiss.count(walk, node, items, name, 1, MOST_STEPS)
    for index, item in enumerate(items[:MOST_STEPS]):
        walk.scope = item
        step = _read_step(walk, item)
        if step is not BAD:
            walk.steps.append((index, step))
    walk.scope = None
    return tuple(step for _, step in walk.steps)


def _read_step(walk: Walk, node: Any) -> Any:
    if type(node) is not MappingNode:
        return amiss.not_a_step(walk, node)
    kind = None
    for key, value in node.value:
        if key.value == "kind" and kind is None:
            kind = value
        elif key.value == "id" and type(value) is ScalarNode:
            first = walk.step_ids.setdefault(value.value, value)
            if first is not value:
                amiss.same_id(walk, value, first)
    if kind is None:
        return amiss.no_kind(walk, node)
    cls: type[Step] | None = KINDS.get(kind.value) if type(kind) is ScalarNode else None
    if cls is None:
        return amiss.unknown_kind(walk, kind, list(KINDS))
    return read_record(walk, node, fields_of(cls), "steps")


def resolve(walk: Walk) -> None:
    """Every name that points to a step, a medium or a card must be there."""
    known: dict[str, Mapping[str, Node]] = {"step": walk.step_ids, "media": _names(walk.root, "media"), "card": {}}
    scope = None
    for reference in walk.references:
        if reference.of == "card" and reference.scope is not scope:
            scope = reference.scope
            known["card"] = _names(scope, "cards")
        if reference.of in known and reference.name not in known[reference.of]:
            amiss.unknown_reference(walk, reference, list(islice(known[reference.of], 200)))


def _names(node: Any, field: str) -> Mapping[str, Node]:
    """The names in the table of that field."""
    for key, value in node.value if type(node) is MappingNode else ():
        if key.value == field and type(value) is MappingNode:
            return {name.value: name for name, _ in value.value if type(name) is ScalarNode}
    return {}
