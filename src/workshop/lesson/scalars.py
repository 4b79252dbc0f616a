"""What a single value of a lesson's text means, by the shape that the model declares for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from workshop.lesson import amiss, markup
from workshop.lesson.fields import After, AgeRange, GroupSize, OneOf, Region, Slug, SpokenLine, Text, Whole, YesNo
from workshop.lesson.finds import Walk
from workshop.lesson.nodes import ScalarNode
from workshop.lesson.values import Ages, Area

Parser = Callable[[Walk, Any, str], Any]

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
AGES = r"(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?"
GROUP = r"alone|pairs|class|groups of (?:[2-9]|1[0-2])"
AFTER = rf"after ({SLUG})"
YES_NO = {"true": True, "yes": True, "false": False, "no": False}
LONGEST_SLUG = 60

_is_slug = re.compile(SLUG).fullmatch
_ages = re.compile(AGES, re.ASCII).fullmatch
_group = re.compile(GROUP).fullmatch
_after = re.compile(AFTER).fullmatch


def scalar_parser(shape: Any) -> Parser:
    """The function that reads one value of a shape: `(walk, node, name of the field) -> value or BAD`."""
    return _MAKERS[type(shape)](shape)


def _text(shape: Text) -> Parser:
    limit = shape.limit or 1_000_000
    formatted = not shape.plain

    def read(walk: Walk, node: Any, name: str) -> Any:
        if type(node) is not ScalarNode:
            return amiss.not_text(walk, node, name)
        value: str = node.value.strip()
        if walk.wary or " -" in value:
            markup.inspect_text(walk, node, formatted)
        if len(value) > limit:
            markup.long_text(walk, node, name, value, limit)
        return value

    return read


def _spoken_words(_: SpokenLine) -> Parser:
    return _text(Text())


def _slug(shape: Slug) -> Parser:
    of = shape.of

    def read(walk: Walk, node: Any, name: str) -> Any:
        value = node.value
        if type(node) is not ScalarNode or not _is_slug(value) or len(value) > LONGEST_SLUG:
            return amiss.not_slug(walk, node, name)
        if of:
            walk.refer(of, value, node)
        return value

    return read


def _one_of(shape: OneOf) -> Parser:
    choices = frozenset(shape.choices)

    def read(walk: Walk, node: Any, name: str) -> Any:
        if type(node) is ScalarNode and node.value in choices:
            return node.value
        return amiss.not_one_of(walk, node, name, shape.choices)

    return read


def _whole(shape: Whole) -> Parser:
    low, high = shape.low, shape.high

    def read(walk: Walk, node: Any, name: str) -> Any:
        value = node.value
        if type(node) is ScalarNode and value.isdecimal() and value.isascii() and len(value) < 8:
            number = int(value)
            return number if low <= number <= high else amiss.out_of_range(walk, node, name, low, high)
        return amiss.not_whole(walk, node, name, low, high)

    return read


def _yes_no(_: YesNo) -> Parser:
    def read(walk: Walk, node: Any, name: str) -> Any:
        answer = YES_NO.get(node.value.lower()) if type(node) is ScalarNode else None
        return amiss.not_yes_no(walk, node, name) if answer is None else answer

    return read


def _age_range(_: AgeRange) -> Parser:
    def read(walk: Walk, node: Any, _name: str) -> Any:
        found = _ages(node.value) if type(node) is ScalarNode else None
        if found is None:
            return amiss.not_ages(walk, node)
        low, high = int(found[1]), int(found[2] or found[1])
        return Ages(low, high) if low <= high else amiss.ages_backwards(walk, node, low, high)

    return read


def _group_size(_: GroupSize) -> Parser:
    def read(walk: Walk, node: Any, _name: str) -> Any:
        if type(node) is ScalarNode and _group(node.value):
            return node.value
        return amiss.not_group_size(walk, node)

    return read


def _after_step(_: After) -> Parser:
    def read(walk: Walk, node: Any, _name: str) -> Any:
        found = _after(node.value) if type(node) is ScalarNode else None
        if found is None:
            return amiss.not_after(walk, node)
        walk.refer("step", found[1], node)
        return found[1]

    return read


def _region(_: Region) -> Parser:
    def read(walk: Walk, node: Any, _name: str) -> Any:
        parts = node.value.split() if type(node) is ScalarNode else []
        try:
            x, y, width, height = (_percent(part) for part in parts)
        except ValueError:
            return amiss.not_region(walk, node)
        inside = width > 0 and height > 0 and x + width <= 100 and y + height <= 100
        return Area(x, y, width, height) if inside else amiss.not_region(walk, node)

    return read


def _percent(part: str) -> float:
    """Raises ValueError for anything but a plain number from 0 to 100."""
    if not re.fullmatch(r"\d{1,3}(\.\d{1,4})?", part, re.ASCII) or float(part) > 100:
        raise ValueError(part)
    return float(part)


_MAKERS: dict[type, Callable[[Any], Parser]] = {
    Text: _text,
    SpokenLine: _spoken_words,
    Slug: _slug,
    OneOf: _one_of,
    Whole: _whole,
    YesNo: _yes_no,
    AgeRange: _age_range,
    GroupSize: _group_size,
    After: _after_step,
    Region: _region,
}
