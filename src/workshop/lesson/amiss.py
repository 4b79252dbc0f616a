"""What can be amiss with a value, and the sentence for it. Only a text with problems comes this way."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from workshop.lesson import slips
from workshop.lesson.fields import about
from workshop.lesson.finds import BAD, Reference, Walk
from workshop.lesson.model import Step
from workshop.lesson.nodes import MappingNode, Node, ScalarNode, SequenceNode, extent
from workshop.lesson.source import did_you_mean, shown

if TYPE_CHECKING:
    from workshop.lesson.walk import Fields

_REFERENCES = {"step": "step", "media": "entry under media", "card": "card of this scenario"}

# --- Fields and tables ---------------------------------------------------------------------------


def unknown_field(walk: Walk, key: Any, value: Any, node: Any, fields: Fields, given: Mapping[str, Any]) -> None:
    if type(key) is not ScalarNode:
        walk.error(key, "unknown-field", "A field's name must be plain words.", "Put the text in quotes.")
        return
    name = key.value
    if name.startswith("x-"):
        return
    if name in ("<<", "="):
        walk.error(key, "tag", f'"{name}" is a sign of YAML that lessons don\'t use.', "Write the fields out.")
        return
    if _is_bare(walk, key, node):
        _comma_in_braces(walk, key, node)
        return
    known = list(fields.parsers)
    hint = did_you_mean(name, [field for field in known if field not in given])
    own = ", ".join(field for field in known if not _is_common(field, fields))
    walk.error(key, "unknown-field", f'{_what(fields)} has no field "{shown(name)}".', hint or f"Its fields: {own}.")


def _is_bare(walk: Walk, key: Any, node: Any) -> bool:
    """Whether words inside {…} have no colon after them, and fields before them."""
    body = walk.source.body
    if not body.startswith("{", node.start_mark.index) or key is node.value[0][0]:
        return False
    return type(key) is ScalarNode and re.compile(r"\s*[,}]").match(body, key.end_mark.index) is not None


def _comma_in_braces(walk: Walk, key: Any, node: Any) -> None:
    """`{say: No, thanks, go: b}`: told once for all the commas of a text."""
    walk.incomplete = True
    body, at = walk.source.body, key.start_mark.index
    code, message, hint = slips.COMMA_IN_BRACES
    for told in walk.problems[-3:]:
        start = walk.source.start_of(told.mark.line) + told.mark.column - 1
        if told.code == code and body.find(":", start, at) < 0:
            return
    keys = [name for name, _ in node.value]
    first = last = next(index for index, name in enumerate(keys) if name is key)
    while _is_bare(walk, keys[first - 1], node):
        first -= 1
    while last + 1 < len(keys) and _is_bare(walk, keys[last + 1], node):
        last += 1
    field, text = node.value[first - 1]
    end = keys[last].end_mark.index
    if type(field) is ScalarNode and type(text) is ScalarNode:
        words = body[text.start_mark.index : end]
        hint = f"Put the text in double quotes, such as {shown(field.value)}: {slips.quoted(words)}."
    comma = body.rfind(",", 0, keys[first].start_mark.index)
    walk.remark(comma, end, code, message, hint, "error")


def _is_common(field: str, fields: Fields) -> bool:
    """Whether every kind of step has the field."""
    return issubclass(fields.cls, Step) and field in Step._names and field not in ("id", "kind", "title", "notes")


def _what(fields: Fields) -> str:
    noun = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", fields.cls.__name__).lower()
    noun += " step" if issubclass(fields.cls, Step) else ""
    return f"{'An' if noun[0] in 'aeiou' else 'A'} {noun}"


def duplicate(walk: Walk, key: Node, first: Node) -> None:
    line, _ = walk.source.place(first.start_mark.index)
    message = f'"{shown(key.value)}" is given twice here; the first is on line {line}.'
    walk.error(key, "duplicate-key", message, "Keep one of the two.")


def empty(walk: Walk, key: Node, needed: bool) -> Any:
    """A field with nothing after its name."""
    if _lost(walk, key.end_mark.index):
        return BAD
    if needed:
        return walk.error(key, "empty-field", f'"{shown(key.value)}" is empty, and it is needed.', "Fill it in.")
    message = f'"{shown(key.value)}" is empty.'
    walk.remark(*extent(key), "empty-field", message, "Fill it in, or delete the line.")
    return BAD


def _lost(walk: Walk, index: int) -> bool:
    """A value that begins with # and became a remark, after a dash or a name that ends at `index`."""
    before, rest = walk.source.split_line(index)
    found = re.match(r"\s*:?[ \t]+(#[^\s#].*)", rest)
    if not found:
        return False
    words = re.split(r"[,\]}]", found[1])[0] if set(before) & set("[{") else found[1]
    start = index + found.start(1)
    walk.incomplete = True
    hint = f"Put quotes around the text: {slips.quoted(words.strip())}."
    walk.remark(start, start + len(words), *slips.TEXT_LOST, hint, "error")
    return True


def empty_item(walk: Walk, item: Any) -> Any:
    if type(item) is not ScalarNode or item.style:
        return walk.error(item, "empty-item", "This item is empty.", "Fill it in or delete it.")
    start = max(walk.source.body.rfind("-", 0, item.start_mark.index + 1), 0)
    if _lost(walk, start + 1):
        return BAD
    walk.incomplete = True
    message = "There is nothing after this dash."
    walk.remark(start, start + 1, "empty-item", message, "Fill it in or delete it.", "error")
    return BAD


def missing(walk: Walk, node: Any, fields: Fields, given: Mapping[str, Any]) -> Any:
    """The needed fields that nobody gave, in one sentence each, but for those that were only misspelt."""
    odd = [key.value for key, _ in node.value if type(key) is ScalarNode and key.value not in fields.parsers][:20]
    walk.incomplete = True
    for name in fields.required:
        if name not in given and not any(did_you_mean(key, [name]) for key in odd):
            hint = _how(fields, name)
            walk.error(node, "missing-field", f'{_what(fields)} needs the field "{name}", which is missing here.', hint)
    return BAD


def _how(fields: Fields, name: str) -> str:
    declared = next(f for f in dataclasses.fields(fields.cls) if f.name == name)  # type: ignore[arg-type]
    told = about(declared)
    return f"{told.label}: {told.help}"


def not_fields(walk: Walk, node: Any, fields: Fields, name: str) -> Any:
    glued = _glued(walk, node)
    if glued is not None:
        return glued
    own = ", ".join(fields.required) or ", ".join(list(fields.parsers)[:3])
    message = f'"{shown(name)}" takes fields with names here, such as {own}.'
    return walk.error(node, "wrong-type", message, 'Write "name: value" lines, indented below it.')


def _glued(walk: Walk, node: Any) -> Any:
    """A plain word such as `-item` or `title:Hello`, where a space was left out; None where that isn't it."""
    if type(node) is not ScalarNode or node.style:
        return None
    found = re.match(r"-(?=[^\s-])", node.value)
    slip = slips.NO_SPACE_AFTER_DASH if found else slips.NO_SPACE_AFTER_COLON
    found = found or re.match(r"[a-z_]+:(?=[^\s/])", node.value)
    return walk.error(node, *slip) if found else None


def not_table(walk: Walk, node: Any, name: str) -> Any:
    glued = _glued(walk, node)
    if glued is not None:
        return glued
    hint = 'Write "name: value" lines, indented below it'
    hint += ", without dashes." if type(node) is SequenceNode else "."
    return walk.error(node, "wrong-type", f'"{shown(name)}" takes names with values.', hint)


def bad_name(walk: Walk, key: Node) -> None:
    walk.error(key, "bad-name", "A name is missing or isn't plain words here.", "Write a few words and a colon.")


def dashless(walk: Walk, node: Any, name: str) -> None:
    """One item may be written without its dash; `-item` looks the same to YAML and isn't meant so."""
    if type(node) is ScalarNode and not node.style and re.match(r"-[^\s-]", node.value):
        walk.error(node, *slips.NO_SPACE_AFTER_DASH)
    elif type(node) is MappingNode and len(node.value) > 1 and name in ("chat", "rules"):
        walk.error(node, "wrong-type", f'"{name}" is a list of lines.', 'Type "- " before each line.')


def count(walk: Walk, node: Node, items: Sequence[Any], name: str, least: int, most: int) -> None:
    if len(items) < least:
        few = f'"{shown(name)}" needs at least {least}, and here {"is" if len(items) == 1 else "are"} {len(items)}.'
        walk.error(node, "too-few", few, "Add another, or choose a different kind of step.")
    else:
        extra = items[most][0] if type(items[most]) is tuple else items[most]
        walk.error(extra, "too-many", f'"{shown(name)}" holds {most} at most, and here are {len(items)}.', "Leave some "
                   "out, or make a second step of them.")  # fmt: skip


# --- Steps ---------------------------------------------------------------------------------------


def not_steps(walk: Walk, node: Node) -> Any:
    hint = 'Begin each step with "- id: …" on a line of its own, and its other fields below.'
    return walk.error(node, "wrong-type", '"steps" is a list.', hint)


def not_a_step(walk: Walk, node: Node) -> Any:
    glued = _glued(walk, node)
    if glued is not None:
        return glued
    return walk.error(node, "wrong-type", "A step has fields with names.", 'It begins "- id: …", then "  kind: …".')


def no_kind(walk: Walk, node: Any) -> Any:
    odd = [key.value for key, _ in node.value if type(key) is ScalarNode and key.value not in Step._names]
    near = [name for name in odd if did_you_mean(name, ["kind"])]
    hint = f'Is "{shown(near[0])}" meant to be kind?' if near else 'Such as "kind: slide" or "kind: discuss".'
    return walk.error(node, "missing-field", 'A step needs the field "kind", which is missing here.', hint)


def unknown_kind(walk: Walk, node: Any, kinds: list[str]) -> Any:
    if type(node) is not ScalarNode:
        return walk.error(node, "wrong-type", '"kind" is one word.', f"One of: {', '.join(kinds)}.")
    if not node.value and _lost(walk, node.start_mark.index):
        return BAD
    hint = did_you_mean(node.value, kinds) or f"The kinds are {', '.join(kinds)}."
    return walk.error(node, "unknown-kind", f'"{shown(node.value)}" is not a kind of step.', hint)


def same_id(walk: Walk, node: Any, first: Node) -> None:
    line, _ = walk.source.place(first.start_mark.index)
    message = f'Two steps have the id "{shown(node.value)}"; the first is on line {line}.'
    walk.error(node, "duplicate-id", message, "Give this one another.")


def unknown_reference(walk: Walk, reference: Reference, known: list[str]) -> None:
    what = _REFERENCES[reference.of]
    hint = did_you_mean(reference.name, known)
    if not hint:
        hint = f"There are: {shown(', '.join(known), 80)}." if known else f"This lesson has no {what} at all."
    message = f'There is no {what} named "{shown(reference.name)}".'
    walk.error(reference.node, f"unknown-{reference.of}", message, hint)


# --- Single values -------------------------------------------------------------------------------


def as_text(walk: Walk, node: Any) -> Any:
    """A mapping of one pair as the words that were typed; the node itself where it is something else."""
    if len(node.value) != 1:
        return node
    key, value = node.value[0]
    start, end = node.start_mark.index, node.end_mark.index
    if type(key) is not ScalarNode or type(value) is not ScalarNode or value.style in ("|", ">"):
        return node
    if value.value:
        end = value.end_mark.index
    typed = " ".join(walk.source.body[start:end].split())
    if typed.startswith("{") or key.style or (value.style and "\\" in typed):
        return node
    return ScalarNode("", typed, node.start_mark, value.end_mark, style="")


def not_text(walk: Walk, node: Any, name: str) -> Any:
    if (
        type(node) is MappingNode
        and len(node.value) == 1
        and not walk.source.body.startswith("{", node.start_mark.index)
    ):
        key = node.value[0][0]
        whole = walk.source.split_line(node.start_mark.index)[1].rstrip()
        walk.incomplete = True
        colon = key.end_mark.index
        message = 'A colon and a space inside a text are read as "name: value".'
        hint = f"Put quotes around it: {slips.quoted(whole)}."
        walk.remark(colon, colon + 1, "unquoted-colon", message, hint, "error")
        return BAD
    if type(node) is SequenceNode:
        bracket = walk.source.body.startswith("[", node.start_mark.index)
        hint = "Put the text in double quotes." if bracket else "Write one text, without dashes."
        return walk.error(node, "wrong-type", f'"{shown(name)}" is one text, and here is a list.', hint)
    return walk.error(
        node, "wrong-type", f'"{shown(name)}" is a text, and here are fields.', "Put it in double quotes."
    )


def not_spoken(walk: Walk, node: Any) -> Any:
    hint = 'Write each line as "- Name: words", and put words that hold a colon in quotes.'
    return walk.error(node, "wrong-type", "Here should be one spoken line.", hint)


def not_slug(walk: Walk, node: Any, name: str) -> Any:
    if type(node) is not ScalarNode:
        return walk.error(node, "wrong-type", f'"{shown(name)}" is one short name.', "Such as: only-us.")
    words = re.sub(r"[^a-z0-9]+", "-", node.value.lower()).strip("-")[:60].strip("-")
    hint = f'"{words}" would do.' if words else "Such as: only-us."
    message = (
        f'"{shown(node.value)}" can\'t be used as a name here: only small letters, digits and hyphens, 60 at most.'
    )
    return walk.error(node, "bad-id", message, hint)


def not_one_of(walk: Walk, node: Any, name: str, choices: tuple[str, ...]) -> Any:
    if type(node) is not ScalarNode:
        return walk.error(node, "wrong-type", f'"{shown(name)}" is one word.', f"One of: {', '.join(choices)}.")
    hint = did_you_mean(node.value, list(choices)) or f"One of: {', '.join(choices)}."
    return walk.error(node, "unknown-word", f'"{shown(node.value)}" is not known for "{shown(name)}".', hint)


def not_whole(walk: Walk, node: Any, name: str, low: int, high: int) -> Any:
    digits = re.search(r"\d+", node.value, re.ASCII) if type(node) is ScalarNode else None
    hint = f"Write only the number: {digits[0][:8]}." if digits else f"Write a number from {low} to {high}."
    return walk.error(node, "wrong-type", f'"{shown(name)}" is a whole number.', hint)


def out_of_range(walk: Walk, node: Node, name: str, low: int, high: int) -> Any:
    message = f'"{shown(name)}" goes from {low} to {high}.'
    hint = "Leave the field out where the time is unknown." if node.value == "0" and name == "minutes" else ""
    return walk.error(node, "out-of-range", message, hint)


def not_yes_no(walk: Walk, node: Node, name: str) -> Any:
    return walk.error(node, "wrong-type", f'"{shown(name)}" is true or false.', "Write true, or leave the line out.")


def not_ages(walk: Walk, node: Node) -> Any:
    return walk.error(node, "bad-ages", "The ages can't be read.", "Write a range such as 11-13, or one age.")


def ages_backwards(walk: Walk, node: Node, low: int, high: int) -> Any:
    return walk.error(node, "bad-ages", "The younger age comes first.", f"Write {high}-{low}.")


def not_group_size(walk: Walk, node: Node) -> Any:
    return walk.error(node, "bad-grouping", "The grouping is not known.", "Write alone, pairs, groups of 4, or class.")


def not_after(walk: Walk, node: Node) -> Any:
    return walk.error(node, "bad-again", "This doesn't say when to ask again.", 'Write "after" and the id of a step.')


def not_region(walk: Walk, node: Node) -> Any:
    hint = "Write four numbers from 0 to 100: x y width height, in percent of the picture, such as 10 20 30 15."
    return walk.error(node, "bad-region", "This is no region inside a picture.", hint)
