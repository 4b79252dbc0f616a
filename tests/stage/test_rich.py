"""Bold, italic and lists; and marks that mean nothing stay as they were written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.stage.displaylist import Span
from workshop.stage.rich import blocks, plain, spans


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plain", (Span("plain"),)),
        ("**bold** word", (Span("bold", True), Span(" word"))),
        ("__bold__", (Span("bold", True),)),
        ("an *it*alic", (Span("an "), Span("it", italic=True), Span("alic"))),
        ("_it_", (Span("it", italic=True),)),
        ("**a *b* c**", (Span("a ", True), Span("b", True, True), Span(" c", True))),
        ("snake_case_name", (Span("snake_case_name"),)),
        ("only * one", (Span("only * one"),)),
        ("two\n  lines", (Span("two lines"),)),
        ("Qui\u202f? **«\u202fMoi\u00a0»**", (Span("Qui\u202f? "), Span("«\u202fMoi\u00a0»", True))),
        ("", ()),
    ],
)
def test_words_get_their_styles(text: str, found: tuple[Span, ...]) -> None:
    assert spans(text) == found


def test_a_sum_is_no_emphasis() -> None:
    assert plain("2 * 3 * 4 = 24 and 5 ** 2") == "2 * 3 * 4 = 24 and 5 ** 2"


def test_a_mark_without_partner_stays() -> None:
    assert plain("**never closed") == "**never closed"


def test_paragraphs_and_items_are_blocks() -> None:
    found = blocks("One\nstill one\n\nTwo\n- a\n  goes on\n* **b**\n3. c\n2) d\nThree")
    assert [(block.text, block.number) for block in found] == [
        ("One still one", ""),
        ("Two", ""),
        ("a goes on", "-"),
        ("b", "-"),
        ("c", "3"),
        ("d", "2"),
        ("Three", ""),
    ]
    assert found[3].spans[0].bold


def test_an_item_that_goes_on_keeps_its_styles() -> None:
    [block] = blocks("- **bold** and\n  more *words*")
    assert block.spans == (Span("bold", True), Span(" and more "), Span("words", italic=True))


@given(st.text(alphabet="ab *_-1.\n", max_size=40))
def test_no_text_is_too_odd(text: str) -> None:
    kept = "".join(letter for letter in plain(text) if letter in "ab")
    assert kept == "".join(letter for letter in text if letter in "ab")
