"""A sequence: mixed the same way each time, and put in order card by card."""

from __future__ import annotations

import pytest
from drawing import Draw, Drawn, Room, check

from workshop.lesson.model import Order
from workshop.stage.displaylist import STANDARD

STEPS = Order(
    id="steps",
    kind="order",
    items=("Stop and breathe", "Keep the messages", "Tell an adult you trust", "Report it together"),
    any_first=("Keep the messages",),
)
TWO = Order(id="two", kind="order", title="Which comes first?", items=("Egg", "Hen"))
EIGHT = Order(id="eight", kind="order", items=tuple(f"Step {n}" for n in range(8)), image="hands")
LONGEST = Order(
    id="longest",
    kind="order",
    title="In which order would you and your friends do all of these things?",
    items=tuple(f"Tell somebody that you really trust no. {n}" for n in range(8)),
    any_first=("Tell somebody that you really trust no. 3", "Tell somebody that you really trust no. 6"),
)


@pytest.mark.parametrize("step", [STEPS, TWO, EIGHT, LONGEST], ids=lambda step: step.id)
def test_every_room_can_read_it(draw: Draw, room: Room, sensitive: bool, step: Order) -> None:
    for page in draw.each_beat(step, room, sensitive=sensitive):
        check(page)


def cards(page: Drawn) -> list[str]:
    """The cards from top to bottom."""
    return [t.text for t in sorted(page.listed.texts(), key=lambda t: t.box.y) if t.role == "choice"]


@pytest.mark.parametrize("step", [STEPS, TWO, EIGHT, LONGEST], ids=lambda step: step.id)
def test_at_first_no_card_is_in_its_place(draw: Draw, step: Order) -> None:
    mixed = cards(draw(step))
    assert sorted(mixed) == sorted(step.items)
    assert not any(one == other for one, other in zip(mixed, step.items, strict=True))
    assert mixed == cards(draw(step))


def test_each_beat_puts_the_next_card_in_its_place(draw: Draw) -> None:
    for told, page in enumerate(draw.each_beat(STEPS, Room())):
        assert cards(page)[:told] == list(STEPS.items[:told])
        assert [word for word in page.words if word.isdigit()] == [str(n + 1) for n in range(told)]
        assert len([c for c in page.listed.controls() if c.action == "reveal"]) == (told < 4)


def test_that_a_card_may_come_first_too_is_told_once_it_has_its_place(draw: Draw) -> None:
    told = ["may come first too" in page.words for page in draw.each_beat(STEPS, Room())]
    assert told == [False, False, True, True, True]


def test_on_a_narrow_card_that_follows_the_words(draw: Draw) -> None:
    step = Order(id="narrow", kind="order", items=STEPS.items, any_first=STEPS.any_first, image="hands")
    for page in draw.each_beat(step, Room(STANDARD)):
        check(page)
    assert "Keep the messages (may come first too)" in page.words


def test_cards_of_unlike_height_are_as_high_wherever_they_lie(draw: Draw) -> None:
    items = ("Egg", "A much longer line that takes two of them", *(f"Card {n}" for n in range(5)))
    step = Order(id="unlike", kind="order", items=items, image="hands")
    for page in draw.each_beat(step, Room(STANDARD)):
        check(page)
