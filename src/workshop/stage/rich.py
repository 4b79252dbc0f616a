"""Markdown's inline subset: bold, italic and lists, turned into blocks of spans."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from workshop.stage.displaylist import Span

# A mark touches a word: "2 * 3" is a sum.
_MARKS = re.compile(r"((?<=\S)\*\*|\*\*(?=\S)|__|(?<=[^\s*])\*(?!\*)|(?<!\*)\*(?=[^\s*])|(?<!\w)_|_(?!\w))")
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")  # those that may break a line; the others stay as they are
_ITEM = re.compile(r"\s*(?:[-*•]|(\d+)[.)])\s+(.*)")


class Block(NamedTuple):
    """A paragraph or a list item. `number` is "" for a paragraph, "-" for a bullet, else the item's number."""

    spans: tuple[Span, ...]
    number: str = ""

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


@lru_cache(maxsize=512)
def spans(text: str) -> tuple[Span, ...]:
    """The words of one paragraph with their styles. A mark without its partner stays as it was written."""
    parts = _MARKS.split(_SPACES.sub(" ", text).strip(" "))
    bold = italic = False
    found: list[Span] = []
    for at, part in enumerate(parts):
        if at % 2 and _closes_or_opens(part, parts, at, bold if len(part) == 2 else italic):
            bold, italic = (not bold, italic) if len(part) == 2 else (bold, not italic)
        elif part:
            found.append(Span(part, bold, italic))
    return tuple(found)


def _closes_or_opens(mark: str, parts: list[str], at: int, open_now: bool) -> bool:
    return open_now or mark in parts[at + 1 :: 1][1::2]


@lru_cache(maxsize=256)
def blocks(text: str) -> tuple[Block, ...]:
    """Paragraphs (parted by an empty line or a list) and list items, in order."""
    found: list[Block] = []
    paragraph: list[str] = []

    def close() -> None:
        if paragraph:
            found.append(Block(spans(" ".join(paragraph))))
            paragraph.clear()

    for line in text.strip().split("\n"):
        item = _ITEM.fullmatch(line)
        if item:
            close()
            found.append(Block(spans(item[2]), item[1] or "-"))
        elif not line.strip():
            close()
        elif found and found[-1].number and not paragraph and line.startswith("  "):
            found[-1] = Block(spans(_source(found[-1]) + " " + line.strip()), found[-1].number)
        else:
            paragraph.append(line.strip())
    close()
    return tuple(found)


def _source(block: Block) -> str:
    """The Markdown of a block again, so that a continued item keeps its styles."""
    return "".join(("**" * s.bold + "*" * s.italic) + s.text + ("*" * s.italic + "**" * s.bold) for s in block.spans)


def plain(text: str) -> str:
    """The words alone, without marks: for names read aloud."""
    return " ".join(block.text for block in blocks(text))
