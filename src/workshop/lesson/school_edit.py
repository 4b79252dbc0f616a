"""Changing school.yaml by its words: what somebody wrote there by hand stays as it was, byte for byte.

One change at a time is spliced into the text at the marks of the reader, then the whole is read again. A text that
doesn't read as what was meant is refused, so the worst that a strange file can cost is a change not made.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path as FilePath
from typing import Any

from workshop.lesson.finds import Walk
from workshop.lesson.nodes import MappingNode, Marks, ScalarNode, SequenceNode, compose
from workshop.lesson.nodes import Path as At
from workshop.lesson.problems import WorkshopError
from workshop.lesson.records import Record
from workshop.lesson.school import Helpline, School, read_school_text
from workshop.lesson.source import Source
from workshop.lesson.walk import fields_of

FIELDS = ("name", "country", "people", "lead_name", "lead_phone", "helplines")
"""What a form changes. The other fields of `School` are left to whoever writes the file."""

_PLAIN = re.compile(r"[^\W_]([\w .'’+/-]*[\w.’])?")  # needs no quotes, neither in a block nor between brackets
_GAP = r"(?:\s|(?<=\s)#[^\r\n]*)*"  # spaces and remarks, as they may stand around a comma
_COMMA_AFTER = re.compile(rf"{_GAP}(,[ \t]*)")
_DASH = re.compile(r"^ *(-)(?=\s)", re.MULTILINE)
_REMARK = re.compile(r"(?:^|(?<=\s))#[^\r\n]*")


def edited(text: str, meant: School, file: FilePath) -> str:
    """The text of school.yaml with the `FIELDS` of `meant`; whatever else it holds is as before.

    List items beyond the most that are read stay in the file, after those that are meant. Raises WorkshopError where
    the text is no YAML, or is written in a way that can't be changed safely.
    """
    now, _, marks = read_school_text(text, file)
    source = marks.source
    if source.body.strip() and not isinstance(marks.root, MappingNode) and not _says_nothing(source):
        raise WorkshopError(f"“{file.name}” can't be read, so nothing was changed. Mend it in a text editor first.")
    body = source.body
    for name in FIELDS:
        body = _field(body, (), School, name, getattr(now, name), getattr(meant, name))
    made = text[: source.offset] + body
    again = read_school_text(made, file)[0]
    if any(not _is_as_meant(getattr(again, f), getattr(meant if f in FIELDS else now, f)) for f in School._names):
        raise WorkshopError(
            f"“{file.name}” is written in a way that this window can't change safely, so it is as it was. "
            "Open it in a text editor and put the words in there."
        )
    return made


def _says_nothing(source: Source) -> bool:
    """Only remarks."""
    root, problems = compose(source)
    return root is None and not problems


def _is_as_meant(read: Any, meant: Any) -> bool:
    return bool(read == meant or (isinstance(meant, tuple) and meant and read[: len(meant)] == meant))


# --- one field, one list -------------------------------------------------------------------------------


def _field(body: str, at: At, cls: type[Record], name: str, old: Any, new: Any) -> str:
    """The body with one field of the record at `at` changed from what is read to what is meant."""
    if old == new:
        return body
    path = (*at, name)
    found = _marks(body).node(path)
    if found is None:
        return _add_field(body, at, name, new)
    if isinstance(new, tuple) and isinstance(found[1], SequenceNode):
        places = list(_readable(body, path))
        if new or len(places) < len(found[1].value):
            return _items(body, path, places[: len(old)], old, new)
    default = next(f.default for f in dataclasses.fields(cls) if f.name == name)  # type: ignore[arg-type]
    return _remove(body, path) if new == default else _replace(body, path, new)


def _readable(body: str, path: At) -> Iterator[int]:
    """Which items of a list can be read; the others are left alone."""
    found = _marks(body).node(path)
    parse = fields_of(School).parsers[str(path[-1])]
    for number, item in enumerate(found[1].value if found else ()):
        walk = Walk(Source("", body), None)
        if item.value and not isinstance(item, SequenceNode) and parse(walk, item, str(path[-1])):
            yield number


def _items(body: str, path: At, places: list[int], old: tuple[Any, ...], new: tuple[Any, ...]) -> str:
    """The body with a list changed item by item, the last first, so that the numbers of the others hold."""
    for tag, a, b, c, d in reversed(SequenceMatcher(None, old, new, autojunk=False).get_opcodes()):
        if tag == "equal":
            continue
        both = min(b - a, d - c)
        for at in reversed(range(a + both, b)):
            body = _remove(body, (*path, places[at]))
        for value in reversed(new[c + both : d]):
            body = _add_item(body, path, places[a + both - 1] if a + both else None, value)
        for at in reversed(range(both)):
            body = _change_item(body, (*path, places[a + at]), old[a + at], new[c + at])
    return body


def _change_item(body: str, path: At, old: Any, new: Any) -> str:
    if not isinstance(new, Helpline):
        return _replace(body, path, new)
    for name in Helpline._names:
        body = _field(body, path, Helpline, name, getattr(old, name), getattr(new, name))
    return body


# --- splices -----------------------------------------------------------------------------------------


def _marks(body: str) -> Marks:
    source = Source("", body)
    return Marks(source, compose(source)[0])


def _node(body: str, path: At) -> Any:
    found = _marks(body).node(path)
    if found is None:  # an earlier splice lost it: the reading at the end refuses the whole
        raise WorkshopError("school.yaml is written in a way that can't be changed safely, so it is as it was.")
    return found[1]


def _in_flow(body: str, path: At) -> bool:
    """Whether something in this collection stands between brackets or braces."""
    return any(bool(getattr(_node(body, path[:n]), "flow_style", False)) for n in range(len(path) + 1))


def _replace(body: str, path: At, value: Any) -> str:
    key, node = _marks(body).node(path) or (None, None)
    assert node is not None
    start, end = node.start_mark.index, _end(node, body)
    flow = _in_flow(body, path[:-1])
    told = _flow(value) if flow else _block(value, _indent(body, key if key is not None else node), body)
    kept = "".join(f"  {remark}" for remark in _remarks(body, start, end, node))
    while body[start - 1 : start] in (" ", "\t") and told[:1] in "\r\n":
        start -= 1
    space = " " if body[start - 1 : start] == ":" and told[:1] not in "\r\n" else ""
    return body[:start] + space + told + kept + body[end:]


def _remove(body: str, path: At) -> str:
    """The body without a field or an item; remarks beside it and within it stay."""
    key, node = _marks(body).node(path) or (None, None)
    assert node is not None
    start = key.start_mark.index if key is not None else node.start_mark.index
    end = _end(node, body)
    if _in_flow(body, path[:-1]):
        return _without_comma(body, start, end)
    if key is None:
        start = [found.start(1) for found in _DASH.finditer(body, 0, start)][-1]
    kept = _remarks(body, start, end, node)
    before = body[body.rfind("\n", 0, start) + 1 : start]
    after = re.compile(r"[^\r\n]*").match(body, end)
    assert after is not None
    told = _eol(body).join(kept)
    if not before.strip() and not after[0].strip() and not told:
        line_end = re.compile(r"\r\n|\n|\r|").match(body, after.end())
        assert line_end is not None
        return body[: start - len(before)] + body[line_end.end() :]
    if told and after[0].strip():
        told += _eol(body) + " " * len(before)
    return body[:start] + told + body[end:]


def _without_comma(body: str, start: int, end: int) -> str:
    """A field or an item between brackets goes with the comma after it, or else with the one before it."""
    after = _COMMA_AFTER.match(body, end)
    if after:
        return body[:start] + body[end : after.start(1)] + body[after.end(1) :]
    before = re.search(rf"(,){_GAP}$", body[:start])
    if before:
        gap = body[before.end(1) : start]
        return body[: before.start(1)] + (gap if "#" in gap else "") + body[end:]
    return body[:start] + body[end:]


def _add_field(body: str, at: At, name: str, value: Any) -> str:
    marks = _marks(body)
    if marks.root is None:  # nothing yet, or only remarks
        eol = _eol(body)
        lead = "" if not body or body.endswith(("\n", "\r")) else eol
        return f"{body}{lead}{name}:{_after_colon(value, '', body)}{eol}"
    node = _node(body, at)
    if _in_flow(body, at):
        return _add_in_flow(body, node, len(node.value) - 1, f"{name}: {_flow(value)}")
    first, last = node.value[0][0], node.value[-1][1]
    indent = _indent(body, first)
    return _add_line(body, _end(last, body), f"{indent}{name}:{_after_colon(value, indent, body)}")


def _add_item(body: str, path: At, after: int | None, value: Any) -> str:
    """The body with an item after the one of that number, or before all of them."""
    node = _node(body, path)
    if _in_flow(body, path):
        return _add_in_flow(body, node, -1 if after is None else after, _flow(value))
    indent = _indent(body, node)
    line = f"{indent}- {_block(value, indent + '  ', body)}"
    if after is not None:
        return _add_line(body, _end(node.value[after], body), line)
    start = node.start_mark.index - len(indent)
    return body[:start] + line + _eol(body) + body[start:]


def _add_in_flow(body: str, node: Any, after: int, told: str) -> str:
    if after < 0:
        start = node.start_mark.index + 1
        return body[:start] + told + (", " if node.value else "") + body[start:]
    last = node.value[after]
    end = _end(last[1] if isinstance(last, tuple) else last, body)
    return f"{body[:end]}, {told}{body[end:]}"


def _add_line(body: str, index: int, line: str) -> str:
    """A line after the one that holds `index`."""
    rest = re.compile(r"[^\r\n]*").match(body, index)
    assert rest is not None
    return body[: rest.end()] + _eol(body) + line + body[rest.end() :]


def _end(node: Any, body: str) -> int:
    """Where the last word of a node ends. libyaml lets a block end where the next thing begins."""
    if isinstance(node, ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        return start + len(body[start:end].rstrip()) if node.style in ("|", ">") else end
    if node.flow_style:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last, body)


def _remarks(body: str, start: int, end: int, node: Any) -> list[str]:
    """The remarks in a piece of text that is about to go."""
    bare = list(body[start:end])
    for scalar in _scalars(node):
        first, last = scalar.start_mark.index, scalar.end_mark.index
        if scalar.style in ("|", ">"):
            first = body.find("\n", first, last)  # a remark may stand beside the sign
        for index in range(max(first, start), min(last, end)):
            bare[index - start] = "x"
    return _REMARK.findall("".join(bare))


def _scalars(node: Any) -> Iterator[Any]:
    if isinstance(node, ScalarNode):
        yield node
        return
    for part in node.value:
        for below in part if isinstance(part, tuple) else (part,):
            yield from _scalars(below)


# --- words -------------------------------------------------------------------------------------------


def _eol(body: str) -> str:
    return "\r\n" if "\r\n" in body else "\n"


def _indent(body: str, node: Any) -> str:
    return " " * (Source("", body).place(node.start_mark.index)[1] - 1)


def _after_colon(value: Any, indent: str, body: str) -> str:
    told = _block(value, indent, body)
    return told if told[:1] in "\r\n" else f" {told}"


def _block(value: Any, indent: str, body: str) -> str:
    """A value as it follows a colon or a dash; a list begins on a line of its own."""
    eol = _eol(body)
    if isinstance(value, tuple):
        return "".join(f"{eol}{indent}- {_block(item, indent + '  ', body)}" for item in value)
    if isinstance(value, Helpline):
        return f"{eol}{indent}".join(f"{name}: {_scalar(told)}" for name, told in _given(value))
    return _scalar(value)


def _flow(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_flow, value))}]"
    if isinstance(value, Helpline):
        return f"{{{', '.join(f'{name}: {_scalar(told)}' for name, told in _given(value))}}}"
    return _scalar(value)


def _given(helpline: Helpline) -> Iterator[tuple[str, str]]:
    """The fields that say something."""
    for name in Helpline._names:
        told = getattr(helpline, name)
        if name == "name" or told != Helpline._defaults[name]:
            yield name, told


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.isprintable():
        return text
    return '"' + "".join(_escaped(letter) for letter in text) + '"'


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    if letter.isprintable():
        return letter
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08x}"
