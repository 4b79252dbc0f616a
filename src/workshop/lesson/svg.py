"""Which SVG drawings are shown: shapes, words and gradients of their own, and nothing that repeats or fetches.

A drawing can name any file of the computer, or repeat itself until painting it never ends; the painter does both
as asked. So only a plain subset is given to it. Source: Scalable Vector Graphics 1.1 (W3C).
"""

from __future__ import annotations

import re
from collections.abc import Callable

LARGEST = 2 * 1024 * 1024  # bytes
MOST_ELEMENTS = 20_000
DEEPEST = 64
LONGEST_PATH = 10_000  # characters; a stroked line that crosses itself takes seconds to paint beyond that

_REPEATS = ("use", "symbol", "marker", "pattern", "mask", "clipPath", "filter", "switch")
_FETCHES = ("image", "script", "foreignObject", "style", "handler", "video", "audio", "font", "font-face")
_MOVES = ("set", "mpath", "discard")
_REFUSED = frozenset((*_REPEATS, *_FETCHES, *_MOVES))
_NAME = re.compile(rb"<([^\s/>]+)")
_SHAPES = b"path rect circle ellipse line polyline polygon text tspan"
_PLAIN = frozenset((b"?xml svg g defs title desc linearGradient radialGradient stop " + _SHAPES).split())
_URL = re.compile(r"""(?i)url\s*\(\s*["']?\s*(.?)""", re.DOTALL)


class _Unsafe(Exception):
    """What the drawing holds that is not shown: a plain sentence."""


def fault(data: bytes) -> str:
    """What in the whole text of an SVG keeps it from being shown, as a plain sentence; "" where it may be shown."""
    if len(data) > LARGEST:
        return f"It is larger than {LARGEST // 1024**2} MB."
    from xml.parsers import expat  # late: the first window may have no drawing

    # Told its encoding, so that it is read as the painter reads it; neither follows entities to other files.
    parser = expat.ParserCreate("utf-8")
    if not _is_surely_plain(data):
        count, parser.EndElementHandler = _counters()
        parser.StartElementHandler = _looking_at_attributes(count)
    parser.XmlDeclHandler = _declared
    parser.StartDoctypeDeclHandler = _refuse("It has a DOCTYPE, which can define endless text.")
    parser.ProcessingInstructionHandler = _refuse("It has an instruction for another program or a style sheet.")
    try:
        parser.Parse(data, True)
    except _Unsafe as reason:
        return str(reason)
    except expat.ExpatError as reason:
        return f"Its text is damaged in line {reason.lineno}."
    return ""


def _is_surely_plain(data: bytes) -> bool:
    """Whether its bytes alone show that no element or attribute can be refused: most art, in a fifth of the time.

    Every element begins with <, a group ends with </, and only a & can hide letters of a link.
    """
    parts, small = data.split(b"<"), data.lower()
    return (
        len(parts) <= MOST_ELEMENTS
        and data.count(b"</") <= DEEPEST
        and max(map(len, parts)) <= LONGEST_PATH
        and not any(telling in small for telling in (b"href", b"url", b"&"))
        and set(_NAME.findall(data)) <= _PLAIN
    )


def _counters() -> tuple[Callable[[str], None], Callable[[str], None]]:
    """What is called at the start and the end of each element."""
    depth = elements = 0

    def start(name: str) -> None:
        nonlocal depth, elements
        depth += 1
        elements += 1
        # The painter looks at names without their prefix, so that x:use is as good as use.
        local = name.rpartition(":")[2]
        if local in _REFUSED or local.startswith("animate"):
            raise _Unsafe(f'It has an element "{local[:20]}".')
        if depth > DEEPEST:
            raise _Unsafe(f"Its groups are nested more than {DEEPEST} deep.")
        if elements > MOST_ELEMENTS:
            raise _Unsafe(f"It has more than {MOST_ELEMENTS:,} elements.")

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    return start, end


def _looking_at_attributes(count: Callable[[str], None]) -> Callable[[str, dict[str, str]], None]:
    def start(name: str, attributes: dict[str, str]) -> None:
        count(name)
        for key, value in attributes.items():
            if key.rpartition(":")[2].lower() == "href" and not value.lstrip().startswith("#"):
                raise _Unsafe("It has a link to another file or page.")
            if key in ("d", "points") and len(value) > LONGEST_PATH:
                raise _Unsafe(f"It has a path of more than {LONGEST_PATH:,} characters.")
            if any(first != "#" for first in _URL.findall(value)):
                raise _Unsafe("It takes a colour or a shape from another file.")

    return start


def _declared(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.lower() not in ("utf-8", "us-ascii"):
        raise _Unsafe("Its text is not in UTF-8.")


def _refuse(sentence: str) -> Callable[..., None]:
    def refuse(*_told: object) -> None:
        raise _Unsafe(sentence)

    return refuse
