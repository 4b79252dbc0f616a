"""From text to YAML nodes with exact marks, and from a path in a lesson back to its place in the text.

Source of the approach: PyYAML's `compose()` over libyaml. No tag is resolved: every scalar stays the text that
was written, and the model says what it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

import yaml
from yaml._yaml import CParser

from workshop.lesson.problems import Problem
from workshop.lesson.slips import explain
from workshop.lesson.source import Source, too_large

Node = yaml.Node
ScalarNode, SequenceNode, MappingNode = yaml.ScalarNode, yaml.SequenceNode, yaml.MappingNode
Path = tuple[str | int, ...]

DEEPEST = 40  # levels; a lesson has about 8, and libyaml's composer recurses on the C stack
MOST_SIGNS = 40_000  # commas, colons and lines; a lesson has about 1,000, and each may make two nodes
_MOST = 20  # problems of the same sort that are worth telling
_MAYBE_DEEP = re.compile(rf"^[ \t?:-]{{{DEEPEST}}}", re.MULTILINE)
_MAYBE_ANCHOR = re.compile(r"(?:^|[\s\[{,])&\S", re.MULTILINE)
_MAYBE_TAG = re.compile(r"(?:^|[\s\[{,])!", re.MULTILINE)


class _Composer(CParser):  # type: ignore[misc, valid-type, unused-ignore]
    """libyaml's parser and composer, with the resolver of tags left out."""

    def __init__(self, text: str) -> None:
        CParser.__init__(self, text)

    def resolve(self, _kind: Any, _value: Any, _implicit: Any) -> None:
        return None

    def descend_resolver(self, _parent: Any, _index: Any) -> None:
        return None

    def ascend_resolver(self) -> None:
        return None


def compose(source: Source) -> tuple[Node | None, list[Problem]]:
    """The root node of a text, or None with the problems that make it no YAML. No node is shared or very deep."""
    body = source.body
    problems: list[Problem] = []
    if sum(map(body.count, ",:\n")) > MOST_SIGNS:
        return None, [too_large(source.file)]
    try:
        if body.count("[") + body.count("{") > DEEPEST or _MAYBE_DEEP.search(body) or _MAYBE_ANCHOR.search(body):
            problems = list(_refused_events(source))
        if problems:
            return None, problems
        root = _Composer(body).get_single_node()
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        return None, [explain(error, source)]
    if root is not None and _MAYBE_TAG.search(body):
        tagged = (node for node in _nodes(root) if _has_tag(node, body))
        problems = [_tag_problem(source, node) for node in islice(tagged, _MOST)]
    return (None, problems) if problems else (root, [])


def _refused_events(source: Source) -> Iterator[Problem]:
    """Anchors, aliases and endless nesting, found without recursion. Raises yaml.YAMLError."""
    parser = _Composer(source.body)
    depth = count = 0
    while parser.check_event() and count < _MOST:
        event: Any = parser.get_event()
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                yield _too_deep(source, event)
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if getattr(event, "anchor", None):
            count += 1
            yield _anchor_problem(source, event)


def _too_deep(source: Source, event: Any) -> Problem:
    index = event.start_mark.index
    return source.problem(
        index, index + 1, "too-deep", f"Lists and fields are nested more than {DEEPEST} levels deep here.",
        "Look for an opening bracket or a row of dashes that should not be here.",
    )  # fmt: skip


def _anchor_problem(source: Source, event: Any) -> Problem:
    start = event.start_mark.index
    sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
    return source.problem(
        start, start + len(event.anchor) + 1, "anchor",
        f'"{sign}{event.anchor[:30]}" is a YAML anchor or alias, which lessons don\'t use.',
        "Write the text out, or put it in quotes if it is meant as words.",
    )  # fmt: skip


def _has_tag(node: Any, body: str) -> bool:
    return node.tag is not None or body.startswith("!", node.start_mark.index)


def _tag_problem(source: Source, node: Node) -> Problem:
    start = node.start_mark.index
    word = re.compile(r"\S+").match(source.body, start)
    end = word.end() if word else start + 1
    return source.problem(
        start, end, "tag", 'A value that starts with "!" is read as a YAML tag, and lessons have none.',
        "Put the text in double quotes.",
    )  # fmt: skip


def _nodes(root: Node) -> Iterator[Node]:
    waiting: list[Any] = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, SequenceNode):
            waiting.extend(node.value)
        elif isinstance(node, MappingNode):
            for pair in node.value:
                waiting.extend(pair)


class Span(NamedTuple):
    """A piece of a text: `text[start:end]`, with the line and column of its start, both from 1."""

    start: int
    end: int
    line: int
    column: int


class Place(NamedTuple):
    """Where a field stands: its name (none for an item of a list) and its value."""

    key: Span | None
    value: Span


class Marks:
    """Finds the place of any field of a lesson in its text, by a path such as ("steps", 3, "title")."""

    def __init__(self, source: Source, root: Node | None) -> None:
        self.source = source
        self.root = root

    def node(self, path: Path) -> tuple[Node | None, Node] | None:
        """The key node and the value node at a path; None where the text has nothing there."""
        key, node = None, self.root
        for part in path:
            found = _below(node, part)
            if found is None:
                return None
            key, node = found
        return None if node is None else (key, node)

    def at(self, path: Path) -> Place | None:
        """Where the text of a path stands; None where the text has nothing there."""
        found = self.node(path)
        if found is None:
            return None
        key, node = found
        return Place(None if key is None else self._span(key), self._span(node))

    def problem(self, path: Path, code: str, message: str, hint: str = "", severity: str = "error") -> Problem:
        """A problem at a path, or at the nearest thing above it that the text has."""
        while path and self.node(path) is None:
            path = path[:-1]
        found = self.node(path)
        if found is None:
            return self.source.problem(0, 1, code, message, hint, severity)
        key, node = found
        at = key if key is not None and not isinstance(node, ScalarNode) else node
        start, end = extent(at)
        return self.source.problem(start, end, code, message, hint, severity)

    def _span(self, node: Node) -> Span:
        start, end = node.start_mark.index, node.end_mark.index
        offset = self.source.offset
        return Span(start + offset, end + offset, *self.source.place(start))


def extent(node: Node) -> tuple[int, int]:
    """What to mark for a problem with a node: a scalar whole, of anything larger its beginning."""
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, MappingNode) and node.value and isinstance(node.value[0][0], ScalarNode):
        first = node.value[0][0]
        start, end = first.start_mark.index, first.end_mark.index
    elif isinstance(node, SequenceNode) and node.value:
        end = start + 1
    return start, end


def _below(node: Node | None, part: str | int) -> tuple[Node | None, Node] | None:
    if isinstance(part, int):
        if not isinstance(node, SequenceNode):  # one item may be written without the dash
            return (None, node) if part == 0 and node is not None else None
        return (None, node.value[part]) if 0 <= part < len(node.value) else None
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == part:
                return key, value
    return None
