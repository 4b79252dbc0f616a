"""What the words of a lesson's text should not hold: HTML, links, and sentences that YAML cuts or swallows."""

from __future__ import annotations

import re
from typing import Any

from workshop.lesson import slips
from workshop.lesson.finds import MARKUP, Walk
from workshop.lesson.nodes import Node, extent
from workshop.lesson.source import shown


def long_text(walk: Walk, node: Node, name: str, value: str, limit: int) -> None:
    length = len(value.replace("*", ""))
    if length > limit:
        message = f'"{shown(name)}" has {length} characters, which may be too much for the back row.'
        walk.remark(*extent(node), "long-text", message, f"Up to {limit} read well.")


def inspect_text(walk: Walk, node: Any, formatted: bool) -> None:
    """Text lost to a comment, a dash swallowed by the line above, and marks that a lesson's text doesn't have."""
    source, end = walk.source, node.end_mark.index
    if not node.style:
        if end in walk.cuts:
            _comment_after(walk, end)
        if " -" in node.value:
            _swallowed_dash(walk, node)
    found = MARKUP.search(node.value) if formatted else None
    if found:
        start = source.body.find(found[0], node.start_mark.index, end)
        start = start if start >= 0 else node.start_mark.index
        code, message, hint, severity = _markup(found[0])
        walk.remark(start, start + len(found[0]), code, message, hint, severity)


def _comment_after(walk: Walk, end: int) -> None:
    """Two spaces, a # and a space begin a comment that was meant; anything else may have been a sentence."""
    rest = walk.source.split_line(end)[1]
    spaces = rest.index("#")
    spaced = rest[spaces + 1 : spaces + 2] in ("", " ", "\t", "#")
    if spaced and (spaces > 1 or rest[0] == "\t"):
        return
    start = end + spaces
    code, message, hint = slips.TEXT_CUT
    if not spaced:
        walk.incomplete = True
    walk.remark(start, end + len(rest), code, message, hint, "warning" if spaced else "error")


def _swallowed_dash(walk: Walk, node: Node) -> None:
    start = node.start_mark.index
    found = re.compile(r"[\n\r][ \t]*(-)").search(walk.source.body, start, node.end_mark.index)
    if found:
        walk.incomplete = True
        walk.remark(found.start(1), found.end(1), *slips.SWALLOWED_DASH, "error")


def _markup(found: str) -> tuple[str, str, str, str]:
    if found.startswith("<"):
        return "html", "HTML is shown as it is typed.", "Use **bold**, *italic* or a list.", "error"
    if found.startswith("`"):
        return "code", "Code marks are shown as they are typed.", "Use **bold** or “quotation marks”.", "warning"
    if found.startswith("http"):
        return (
            "address",
            "An address is shown as words, and nothing opens it.",
            "Name the page instead, and give its address under sources.",
            "warning",
        )
    return "link", "Links and remote pictures don't work in a lesson.", "Write the words alone.", "error"
