"""The map of a story: every card has its place, and none lies over another."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from workshop.lesson.model import Card, Choice, Scenario
from workshop.lesson.story_map import Arrow, Place, areas, lanes, story_map


def story(**ways: str) -> Scenario:
    """A story of cards that lead to the cards named: story(a="bc", b="c", c="")."""
    return Scenario(
        id="s",
        kind="scenario",
        start="a",
        cards={name: Card(text=name, choices=tuple(Choice(say=go, go=go) for go in to)) for name, to in ways.items()},
    )


def test_cards_stand_in_columns_after_all_that_leads_to_them() -> None:
    drawn = story_map(story(a="bcd", b="d", c="bd", d=""))
    assert {name: place.column for name, place in drawn.places.items()} == {"a": 0, "c": 1, "b": 2, "d": 3}
    assert not any(arrow.back for arrow in drawn.arrows)


def test_a_way_back_is_known_as_one() -> None:
    drawn = story_map(story(a="b", b="ac", c="c"))
    assert drawn.arrows == (
        Arrow("a", 0, "b", "", False),
        Arrow("b", 0, "a", "", True),
        Arrow("b", 1, "c", "", False),
        Arrow("c", 0, "c", "", True),
    )


def test_cards_that_nothing_leads_to_come_last_and_missing_ones_are_left_out() -> None:
    drawn = story_map(story(a="bz", b="", lost="b"))
    assert drawn.places["lost"] == Place(2, 0, 1)
    assert set(drawn.places) == {"a", "b", "lost"}
    assert [arrow.end for arrow in drawn.arrows] == ["b", "b"]


def test_few_arrows_cross() -> None:
    drawn = story_map(story(a="bc", b="e", c="d", d="", e=""))
    rows = {name: place.row for name, place in drawn.places.items()}
    assert (rows["b"] < rows["c"]) == (rows["e"] < rows["d"])


NAMES = tuple("abcdefghijklmnop")


@given(st.data())
def test_whatever_the_story_all_cards_lie_apart(data: st.DataObject) -> None:
    names = NAMES[: data.draw(st.integers(1, len(NAMES)))]
    ways = {name: "".join(data.draw(st.lists(st.sampled_from(names), max_size=6))) for name in names}
    drawn = story_map(story(**ways))
    found = areas(drawn, 900, 500, (200, 110))
    assert set(found) == set(names)
    assert len(drawn.arrows) == sum(map(len, ways.values()))
    for area in found.values():
        assert 0 <= area.x <= area.x + area.w <= 900
        assert 0 <= area.y <= area.y + area.h <= 500
    for one, other in combinations(found.values(), 2):
        apart = one.x + one.w < other.x or other.x + other.w < one.x
        assert apart or one.y + one.h < other.y or other.y + other.h < one.y
    for arrow in drawn.arrows:
        for lane in lanes(drawn, found, 500, arrow):
            assert all(
                not card.y <= lane.y <= card.y + card.h
                for card in found.values()
                if card.x < lane.right and lane.left < card.x + card.w
            )
        assert arrow.back == (drawn.places[arrow.end].column <= drawn.places[arrow.start].column)
