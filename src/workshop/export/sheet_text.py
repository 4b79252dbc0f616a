"""A sheet's text as pieces to set: its title, heads, paragraphs, items, cards to cut out and lines to write on.

Items with an empty line between them are cards to cut out. Where one of them ends with a colon or three dots they are
a form to fill in instead, and a paragraph that ends with a colon before no list is one too.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import NamedTuple

from workshop.lesson.sheets import HEAD
from workshop.stage.displaylist import Span
from workshop.stage.rich import Block, blocks

PAGE_BREAK = "---"

_OPEN = (":", "…")  # how words end that somebody is to go on with
_HOLD = "\ue000"  # stands for an underscore of a line to write on, which is no mark of bold
_LINE = re.compile(r"_{4,}")
_HELD = re.compile(f"{_HOLD}+$")


class Piece(NamedTuple):
    """`kind` is "title", "head", "text", "item" or "card"; `number` is an item's, "-" for a bullet.

    `line` asks for a line to write on after the words, up to the margin. An item of a form is a "field".
    """

    kind: str
    spans: tuple[Span, ...]
    number: str = ""
    line: bool = False

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


def pieces(text: str) -> list[list[Piece]]:
    """The pieces of a sheet's text, in parts that each begin a new page. A part without words is left out."""
    parts: list[list[Piece]] = [[]]
    waiting: list[str] = []
    titled = False

    def close() -> None:
        parts[-1] += _chunk("\n".join(waiting))
        waiting.clear()

    for line in _LINE.sub(lambda found: _HOLD * len(found[0]), text).split("\n"):
        if line.strip() == PAGE_BREAK:
            close()
            parts.append([])
        elif line.startswith(HEAD):
            close()
            kind, titled = "head" if titled else "title", True
            parts[-1] += [_piece(kind, block) for block in blocks(line.removeprefix(HEAD))]
        else:
            waiting.append(line)
    close()
    return [part for part in parts if part]


def _chunk(text: str) -> list[Piece]:
    """The pieces between two heads."""
    groups = [blocks(paragraph) for paragraph in re.split(r"\n[ \t]*\n", text) if paragraph.strip()]
    found: list[Piece] = []
    at = 0
    while at < len(groups):
        run = list(takewhile(lambda group: len(group) == 1 and group[0].number, groups[at:]))
        if len(run) > 1:
            found += _run([group[0] for group in run])
            at += len(run)
            continue
        before_list = at + 1 < len(groups) and bool(groups[at + 1][0].number)
        for block in groups[at]:
            piece = _piece("item" if block.number else "text", block)
            is_open = not block.number and not before_list and block is groups[at][-1] and piece.text.endswith(":")
            found.append(piece._replace(line=piece.line or is_open))
        at += 1
    return found


def _run(items: list[Block]) -> list[Piece]:
    """Items with empty lines between them: cards, or a form."""
    if not any(item.text.rstrip().endswith(_OPEN) for item in items):
        return [_piece("card", item) for item in items]
    fields = [_piece("field", item) for item in items]
    return [field._replace(line=field.line or field.text.rstrip().endswith((*_OPEN, "?"))) for field in fields]


def _piece(kind: str, block: Block) -> Piece:
    line = bool(block.spans) and bool(_HELD.search(block.spans[-1].text.rstrip(" .")))
    spans = list(block.spans)
    if line:
        spans[-1] = spans[-1]._replace(text=_HELD.sub("", spans[-1].text.rstrip(" .")))
    return Piece(kind, tuple(s._replace(text=s.text.replace(_HOLD, "_")) for s in spans), block.number, line)
