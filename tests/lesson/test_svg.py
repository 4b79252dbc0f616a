"""A drawing is shown where it holds only shapes, words and gradients of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.lesson.svg import DEEPEST, LARGEST, LONGEST_PATH, MOST_ELEMENTS, fault
from workshop.paths import RESOURCES

ROOT = Path(__file__).parents[2]
PACKAGED = sorted([*ROOT.glob("lessons/*/media/*.svg"), *(RESOURCES / "art").glob("*.svg")])
NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'

REFUSED = ["use", "image", "script", "foreignObject", "style", "animate", "animateTransform", "animateMotion", "filter"]
REFUSED += ["mask", "clipPath", "pattern", "switch", "symbol", "marker", "set"]


def svg(inside: str, before: str = "") -> bytes:
    return f"{before}<svg {NAMES}>{inside}</svg>".encode()


def test_there_is_packaged_art() -> None:
    assert len(PACKAGED) > 20


@pytest.mark.parametrize("file", PACKAGED, ids=lambda file: f"{file.parent.parent.name}-{file.stem}")
def test_all_packaged_art_is_shown(file: Path) -> None:
    assert fault(file.read_bytes()) == ""


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "<path d='M0 0'/><text>Me &amp; you</text>",
        "<!-- use --><text>use url(x)</text>",
        "<linearGradient id='a'><stop/></linearGradient><linearGradient xlink:href='#a'/>",
        "<rect fill='url(#a)' style='stroke: url( &quot;#b&quot; )'/>",
        "<g>" * (DEEPEST - 1) + "</g>" * (DEEPEST - 1),
        "<g/>" * (MOST_ELEMENTS - 1),
        "<g></g>" * 100,
        f"<path d='{'1' * LONGEST_PATH}'/>",
    ],
)
def test_shapes_words_and_gradients_are_shown(inside: str) -> None:
    assert fault(svg(inside, '<?xml version="1.0" encoding="UTF-8"?>')) == ""


@pytest.mark.parametrize(
    "name",
    [
        "use",
        "image",
        "script",
        "foreignObject",
        "style",
        "animate",
        "animateTransform",
        "animateMotion",
        "filter",
        "mask",
        "clipPath",
        "pattern",
        "switch",
        "symbol",
        "marker",
        "set",
    ],
)
@pytest.mark.parametrize("prefix", ["", "xlink:"])
def test_elements_that_repeat_fetch_or_move_are_refused(name: str, prefix: str) -> None:
    assert name in fault(svg(f"<{prefix}{name}/>"))


@pytest.mark.parametrize(
    "inside",
    [
        "<a xlink:href='/etc/passwd'/>",
        "<a href='https://example.org'/>",
        "<linearGradient xlink:href='other.svg#a'/>",
        "<rect fill='url(other.svg#a)'/>",
        "<rect fill='&#117;rl(other.svg#a)'/>",
        "<rect style='fill: URL( \"/a\" )'/>",
        "<rect style='fill: url(#a); stroke: url(b)'/>",
        "<rect fill='url('/>",
        "<g>" * DEEPEST + "</g>" * DEEPEST,
        "<g/>" * MOST_ELEMENTS,
        f"<path d='{'1' * (LONGEST_PATH + 1)}'/>",
        f"<polygon points='{'1' * (LONGEST_PATH + 1)}'/>",
        "<g>",
        "<rect width=1/>",
        "&unknown;",
        "<?xml-stylesheet href='/a.css'?>",
        "\0",
        " " * LARGEST,
    ],
)
def test_links_and_endless_drawings_are_refused_with_a_sentence(inside: str) -> None:
    assert fault(svg(inside)).endswith(".")


@pytest.mark.parametrize(
    "before",
    [
        "<!DOCTYPE svg>",
        "<!DOCTYPE svg [<!ENTITY a 'aaaa'>]>",
        "<!DOCTYPE svg SYSTEM '/etc/passwd'>",
        "<?xml-stylesheet type='text/css' href='/a.css'?>",
        "<?xml version='1.0' encoding='utf-16'?>",
        "<?xml version='1.0' encoding='windows-1252'?>",
    ],
)
def test_what_stands_before_a_drawing_defines_and_fetches_nothing(before: str) -> None:
    assert fault(svg("<path/>", before)).endswith(".")


@pytest.mark.parametrize("data", [b"", b"not a drawing", b"\x1f\x8b\x08\0", svg("<use/>").decode().encode("utf-16")])
def test_what_is_no_text_of_a_drawing_is_refused(data: bytes) -> None:
    assert fault(data).endswith(".")
