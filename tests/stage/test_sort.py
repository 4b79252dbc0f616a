"""Sorting: cards come one by one in a mixed order, and each reason only after its card is placed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from drawing import Draw, Drawn, Room, check
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop.lesson.model import Sort
from workshop.stage.displaylist import STANDARD, WIDE, Box, Canvas, Shape
from workshop.stage.kinds.deal import deal, rounds

GROUPS = {
    "Friendly": ("Love the shading!", "Which pens do you use?", "Well done, you!"),
    "Unsure": ("Which school do you go to?", "How old are you?", "Where do you live?"),
    "Pressure": ("Our secret, ok?", "Now, or I’m gone!", "You owe me."),
}
PLAIN = Sort(id="sort", kind="sort", title="Sort the messages", groups=GROUPS)
REASONED = Sort(
    id="why",
    kind="sort",
    title="Sort the messages",
    ask="How would this message feel to the person who reads it?",
    groups=GROUPS,
    because={
        "Love the shading!": "Kind words that ask for nothing back.",
        "Our secret, ok?": "Secrecy: it leaves someone alone with a thing that nobody should have to carry all alone.",
    },
)
FOUR = Sort(id="four", kind="sort", ask="What goes where?", groups={**GROUPS, "Something else": ("A card",)})
CROWDED = Sort(
    id="crowded", kind="sort", ask="Sort", groups={name: tuple(f"{name} {n}" for n in range(6)) for name in "AB"}
)


def placed(page: Drawn) -> list[str]:
    return [text.text for text in page.listed.texts() if text.role == "answer"]


def shown(page: Drawn) -> list[str]:
    return [text.text for text in page.listed.texts() if text.role == "choice"]


def panels(page: Drawn) -> list[Box]:
    return [i.box for i in page.listed.items if isinstance(i, Shape) and i.form == "rect" and i.box.h > 250]


@pytest.mark.parametrize("step", [PLAIN, REASONED, FOUR, CROWDED], ids=lambda step: step.id)
def test_every_room_can_read_it(draw: Draw, room: Room, sensitive: bool, step: Sort) -> None:
    for page in draw.each_beat(step, room, sensitive=sensitive):
        check(page)


def test_it_lies_where_the_look_has_it(draw: Draw) -> None:
    """Coordinates of picture 08."""
    page = draw(PLAIN, beat=6)
    assert panels(page) == [(96, 304, 552, 624), (684, 304, 552, 624), (1272, 304, 552, 624)]
    cards = [i.box for i in page.listed.items if isinstance(i, Shape) and i.box.h == 148 and i.box.x == 116]
    assert cards == [(116, 428, 512, 148), (116, 594, 512, 148)]
    free = [i.box.inset(-0.5) for i in page.listed.items if isinstance(i, Shape) and i.dash]
    assert free == [(116, 760, 512, 148), (704, 760, 512, 148), (1292, 760, 512, 148)]
    places = {text.text: text.box for text in page.listed.texts()}
    assert places["Sort the messages"][:2] == (96, 158)
    assert places["7"] == (1064, 168, 84, 84)
    assert places["Friendly"].x == 204


def test_each_beat_places_a_card_and_shows_the_next(draw: Draw) -> None:
    order = [card.text for card in deal(GROUPS, PLAIN.id)]
    pages = list(draw.each_beat(PLAIN, Room()))
    assert len(pages) == 10
    for count, page in enumerate(pages):
        assert sorted(placed(page)) == sorted(order[:count])
        assert shown(page) == order[count : count + 1]
        assert not any(text in page.words for text in order[count + 1 :])


def test_a_card_lands_in_its_own_group(draw: Draw) -> None:
    page = draw(PLAIN, beat=9)
    columns = panels(page)
    for column, cards in zip(columns, GROUPS.values(), strict=True):
        inside = {t.text for t in page.listed.texts() if t.role == "answer" and column.contains(t.box.x, t.box.y)}
        assert inside == set(cards)


def test_a_reason_is_read_after_its_card_is_placed_and_before_the_next(draw: Draw, room: Room) -> None:
    pages = list(draw.each_beat(REASONED, room))
    assert len(pages) == 10 + 2
    for card, reason in REASONED.because.items():
        at = [n for n, page in enumerate(pages) if reason in page.words]
        assert len(at) == 1
        assert card in placed(pages[at[0]])
        assert card not in placed(pages[at[0] - 1])
        assert shown(pages[at[0]]) == []


def test_what_is_asked_is_always_to_be_read(draw: Draw, room: Room) -> None:
    assert REASONED.ask in draw(REASONED, room).words
    assert FOUR.ask in draw(FOUR, room).words


def test_the_next_card_can_be_pressed(draw: Draw) -> None:
    for beat, page in enumerate(draw.each_beat(PLAIN, Room())):
        takes = [control.action for control in page.listed.controls() if control.action.startswith("take")]
        assert takes == ([f"take:{beat}"] if beat < 9 else [])


def lying(page: Drawn) -> list[list[str]]:
    """The cards of each group from top to bottom."""
    return [
        [t.text for t in page.listed.texts() if t.role == "answer" and column.contains(t.box.x, t.box.y)]
        for column in panels(page)
    ]


def dashed(page: Drawn) -> list[Box]:
    """The cards that the class put, and nobody told yet."""
    return [i.box for i in page.listed.items if isinstance(i, Shape) and i.dash and i.fill]


def controls(page: Drawn) -> dict[str, str]:
    """What can be done, and the key for it."""
    return {c.action: c.key for c in page.listed.controls() if c.works}


NONE = -1
DEALT = [card.text for card in deal(GROUPS, PLAIN.id)]
SOME = (0, 1, 2, 2, NONE, 0, NONE, NONE, NONE)
WORKS = [
    SOME,
    (2,) * 9,
    (0, 0, 0, 1, 1, 1, 2, 2, 2),
    tuple(deal(GROUPS, PLAIN.id)[at].group for at in range(9)),
    (NONE, 1, 1, 1, 1, 1, 1, 1, 0),
]


@pytest.mark.parametrize("step", [PLAIN, REASONED, FOUR, CROWDED], ids=lambda step: step.id)
def test_whatever_the_class_puts_where_it_can_be_read(draw: Draw, room: Room, step: Sort) -> None:
    count = sum(map(len, step.groups.values()))
    for work in WORKS:
        work = tuple(min(place, len(step.groups) - 1) for place in (work * 2)[:count])
        for held in (NONE, 0, count - 1):
            for page in draw.each_beat(step, room, work=work, held=held):
                check(page)


def test_a_press_in_a_group_puts_the_card_on_show_there(draw: Draw) -> None:
    page = draw(PLAIN)
    assert controls(page) == {"take:0": "", "put:0:0": "1", "put:0:1": "2", "put:0:2": "3"}
    first = next(c for c in page.listed.controls() if c.action == "put:0:2")
    assert (first.label, first.place) == (f"Put in Pressure: {DEALT[0]}", 2)
    assert page.listed.place_at(first.box.x + 5, first.box.bottom - 5) == first


def test_cards_that_the_class_put_lie_in_their_groups_with_a_dashed_edge(draw: Draw) -> None:
    page = draw(PLAIN, work=SOME)
    assert lying(page) == [[DEALT[0], DEALT[5]], [DEALT[1]], [DEALT[2], DEALT[3]]]
    assert len(dashed(page)) == 5
    assert shown(page) == [DEALT[4]]
    assert {f"take:{n}" for n in (0, 1, 2, 3, 5)} < set(controls(page))


def test_a_card_put_elsewhere_moves_to_its_group_when_it_is_told(draw: Draw) -> None:
    work = (NONE, NONE, NONE, 2, *(NONE,) * 5)
    before, after = draw(PLAIN, beat=3, work=work), draw(PLAIN, beat=4, work=work)
    assert lying(before)[2][-1] == DEALT[3] == lying(after)[1][-1]
    assert (len(dashed(before)), len(dashed(after))) == (1, 0)


def test_a_card_taken_up_again_is_at_the_top_and_goes_where_the_next_press_is(draw: Draw) -> None:
    page = draw(PLAIN, work=SOME, held=3)
    assert shown(page) == [DEALT[3]]
    assert set(controls(page)) == {"take:3", "put:3:0", "put:3:1", "put:3:2"}


def test_shift_and_a_number_take_a_card_counted_as_they_were_dealt(draw: Draw) -> None:
    keys = {action: key for action, key in controls(draw(PLAIN, work=SOME)).items() if action.startswith("take")}
    assert keys == {**{f"take:{n}": f"Shift+{n + 1}" for n in range(4)}, "take:4": "", "take:5": "Shift+5"}
    assert controls(draw(PLAIN, work=SOME, held=3))["take:3"] == "Shift+4"  # lets it go again
    assert controls(draw(PLAIN, beat=1, work=SOME))["take:1"] == "Shift+1"  # the first is told and stays


def test_with_every_card_put_the_place_at_the_top_tells_the_next(draw: Draw) -> None:
    page = draw(PLAIN, beat=2, work=(0, 0, 0, 1, 1, 1, 2, 2, 2))
    assert [c.label for c in page.listed.controls() if c.action == "reveal"] == ["All placed. Let’s look!"]
    assert not any(action.startswith("put") for action in controls(page))


def test_a_group_takes_more_cards_than_belong_to_it_as_long_as_they_can_be_read(draw: Draw) -> None:
    page = draw(PLAIN, work=(2,) * 9)
    assert len(lying(page)[2]) == 4
    assert "put:4:2" not in controls(page)
    assert "put:4:0" in controls(page)


def test_while_a_reason_is_read_nothing_is_put(draw: Draw) -> None:
    pages = list(draw.each_beat(REASONED, Room(), work=SOME))
    reading = [page for page in pages if any(reason in page.words for reason in REASONED.because.values())]
    assert len(reading) == 2
    assert not any(controls(page) for page in reading)


def test_a_second_round_keeps_what_was_put_there(draw: Draw) -> None:
    groups = {
        name: tuple(f"{name} of forty letters, the most we can {n}" for n in range(5)) for name in ("One", "Two", "Six")
    }
    step = Sort(id="long", kind="sort", ask="Sort", groups=groups)
    last = len(deal(groups, step.id)) - 1
    work = (*(NONE,) * last, 1)
    pages = list(draw.each_beat(step, Room(), work=work))
    put = [at for at, page in enumerate(pages) if f"take:{last}" in controls(page)]
    assert put
    assert min(put) > 6
    for page in pages:
        check(page)


def test_cards_that_do_not_fit_go_on_in_a_second_round(draw: Draw) -> None:
    groups = {
        name: tuple(f"{name} of forty letters, the most we can {n}" for n in range(5)) for name in ("One", "Two", "Six")
    }
    step = Sort(id="long", kind="sort", ask="Sort", groups=groups)
    for canvas in (WIDE, STANDARD):
        pages = list(draw.each_beat(step, Room(canvas)))
        assert len(pages) > 16
        for cards in groups.values():
            assert all(any(card in placed(page) for page in pages) for card in cards)


def test_the_deal_is_always_the_same_and_never_group_by_group() -> None:
    order = [card.group for card in deal(GROUPS, "messages")]
    assert order == [card.group for card in deal(GROUPS, "messages")]
    assert all(one != other for one, other in pairwise(order))
    assert order != [card.group for card in deal(GROUPS, "another")]


@given(sizes=st.lists(st.integers(0, 7), min_size=2, max_size=4), seed=st.text(max_size=5), most=st.integers(1, 4))
def test_a_deal_holds_every_card_once_and_mixes_what_can_be_mixed(sizes: list[int], seed: str, most: int) -> None:
    groups = {str(at): tuple(f"{at}-{n}" for n in range(size)) for at, size in enumerate(sizes)}
    dealt = deal(groups, seed)
    assert sorted(card.text for card in dealt) == sorted(text for cards in groups.values() for text in cards)
    neighbours = sum(a.group == b.group for a, b in pairwise(dealt))
    assert neighbours == max(0, 2 * max(sizes) - sum(sizes) - 1)
    parts = rounds(dealt, most)
    assert [card for part in parts for card in part if card] or not dealt
    assert all(sum(card.group == at for card in part) <= most for part in parts for at in range(len(sizes)))


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), canvas=st.sampled_from([WIDE, STANDARD]), number=st.integers(2, 4))
def test_whatever_is_written_within_the_limits_is_whole(
    draw: Draw, data: st.DataObject, canvas: Canvas, number: int
) -> None:
    word = st.sampled_from(["a", "Maya", "online", "vertraut", "Freundschaft", "“ok?”", "Geschichte"])
    words = st.lists(word, min_size=1, max_size=30)

    def text(most: int) -> str:
        return " ".join(data.draw(words))[:most].strip()

    groups = {
        f"{text(12)} {at}": tuple(f"{at}{n} {text(36)}" for n in range(data.draw(st.integers(1, 4))))
        for at in range(number)
    }
    because = {card: text(90) for cards in groups.values() for card in cards[:1]}
    step = Sort(id="s", kind="sort", title=text(70), ask=text(90), groups=groups, because=because)
    pages = list(draw.each_beat(step, Room(canvas)))
    for page in pages:
        check(page)
    for card in (card for cards in groups.values() for card in cards):
        assert any(card in placed(page) for page in pages)
    assert all(any(reason in page.words for page in pages) for reason in because.values())
