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
        assert len([c for c in page.listed.controls() if c.action.startswith("put")]) == 4 - told


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


NONE = -1
WORKS = [(NONE, 0, NONE, 1), (3, 2, 1, 0), (0, 1, 2, 3), (NONE, NONE, 0, NONE)]


def controls(page: Drawn) -> dict[str, str]:
    """What can be done, and the key for it."""
    return {c.action: c.key for c in page.listed.controls() if c.works}


@pytest.mark.parametrize("step", [STEPS, TWO, EIGHT, LONGEST], ids=lambda step: step.id)
def test_whatever_order_the_class_makes_can_be_read(draw: Draw, room: Room, step: Order) -> None:
    count = len(step.items)
    for work in WORKS:
        work = tuple(place if place < count else NONE for place in (*work, *(NONE,) * 8)[:count])
        for page in draw.each_beat(step, room, work=work):
            check(page)


def test_a_card_that_is_pressed_goes_to_the_first_free_place(draw: Draw) -> None:
    page = draw(STEPS)
    assert set(controls(page)) == {f"put:{item}:0" for item in range(4)}
    assert [c.key for c in page.listed.controls() if c.works] == ["1", "2", "3", "4"]  # A to D from the top
    page = draw(STEPS, work=(NONE, 0, NONE, NONE))
    assert set(controls(page)) == {"lift:1", "put:0:1", "put:2:1", "put:3:1"}
    assert cards(page)[0] == "Keep the messages"
    assert controls(page)["lift:1"] == controls(draw(STEPS))["put:1:0"]


def test_a_place_set_free_between_others_is_the_next_to_be_filled(draw: Draw) -> None:
    page = draw(STEPS, work=(2, 0, NONE, NONE))
    assert (cards(page)[0], cards(page)[2]) == ("Keep the messages", "Stop and breathe")
    assert {"put:2:1", "put:3:1"} < set(controls(page))


def test_a_card_can_be_let_go_over_any_place_that_is_not_told(draw: Draw) -> None:
    page = draw(STEPS, beat=1)
    assert [c.place for c in page.listed.controls() if c.works] == [1, 2, 3]


def test_a_card_put_elsewhere_moves_to_its_place_when_that_is_told(draw: Draw) -> None:
    for told, page in enumerate(draw.each_beat(STEPS, Room(), work=(3, 2, 1, 0))):
        assert cards(page)[:told] == list(STEPS.items[:told])
        assert sorted(cards(page)) == sorted(STEPS.items)
