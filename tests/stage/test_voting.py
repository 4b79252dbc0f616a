"""A vote on a story's choices: how to vote first, totals only when they are shown; and the paths at the end."""

from __future__ import annotations

from typing import Any

import pytest
from drawing import Draw, Drawn, Room, check
from test_scenario import ASKS, STORY, TO_HELPED, TO_WHY

from workshop.lesson.model import Card, Choice, Scenario
from workshop.session.view import Turn
from workshop.stage.displaylist import STANDARD, WIDE, Box, Canvas, Icon, Shape

HANDS: dict[str, Any] = {"card": "asks", "counts": ((3, 12, 0),)}
BOTH: dict[str, Any] = {"card": "helped", "path": (Turn("asks", 1), Turn("why", 0))}


def numbers(page: Drawn) -> list[str]:
    return [text.text for text in page.listed.texts() if text.role == "count"]


def choices(page: Drawn) -> dict[str, Box]:
    return {c.action: c.box for c in page.listed.controls() if c.action.startswith("choose")}


def bars(page: Drawn) -> list[Box]:
    """What is filled within the choices, behind their words."""
    boxes = choices(page).values()
    shapes = [i for i in page.listed.items if isinstance(i, Shape) and i.fill and i.form == "rect"]
    return [s.box for s in shapes if any(b.x < s.box.x and b.y < s.box.y and s.box.bottom < b.bottom for b in boxes)]


@pytest.mark.parametrize("vote", ["open", "shown"])
@pytest.mark.parametrize("seen", [HANDS, {**TO_WHY, "counts": ((999, 0),)}], ids=["asks", "why"])
def test_every_room_can_read_a_vote(draw: Draw, room: Room, sensitive: bool, vote: str, seen: dict[str, Any]) -> None:
    page = draw(STORY, room, 99, sensitive=sensitive, vote=vote, **seen)
    check(page)
    assert ("You can pass" in page.words) == sensitive


def test_while_hands_are_counted_the_class_sees_how_to_vote_and_no_number(draw: Draw, room: Room) -> None:
    page = draw(STORY, room, 99, vote="open", **HANDS)
    assert "Hands up: A, B, C" in page.words
    assert not {"3", "12", "15 hands"} & set(page.words)
    assert (numbers(page), bars(page)) == ([], [])
    hands = [i for i in page.listed.items if isinstance(i, Icon) and i.name == "hand"]
    assert sum(any(_inside(hand.box, box) for box in choices(page).values()) for hand in hands) == 3


def test_shown_each_choice_has_its_total_and_a_bar_as_long(draw: Draw, room: Room) -> None:
    page = draw(STORY, room, 99, vote="shown", **HANDS)
    assert {"15 hands"} <= set(page.words)
    assert numbers(page) == ["3", "12", "0"]
    few, most = bars(page)
    assert few.w / most.w == pytest.approx(3 / 12, abs=0.01)
    for count, box in zip((t for t in page.listed.texts() if t.role == "count"), choices(page).values(), strict=True):
        assert _inside(count.box, box)


def test_nothing_moves_from_counting_to_showing(draw: Draw, room: Room) -> None:
    one, other = (draw(STORY, room, 99, vote=vote, **HANDS) for vote in ("open", "shown"))
    assert choices(one) == choices(other)
    before = draw(STORY, room, 99, card="asks")
    assert one.beats == other.beats == before.beats
    assert choices(one) == choices(before)


@pytest.mark.parametrize("canvas", [WIDE, STANDARD], ids=["wide", "narrow"])
def test_in_french_too(draw: Draw, canvas: Canvas) -> None:
    for vote in ("open", "shown"):
        check(draw(STORY, Room(canvas), 99, vote=vote, language="fr", counts=((7, 12),), **TO_WHY))
    check(draw(STORY, Room(canvas), 99, language="fr", **BOTH))


def test_a_vote_that_nobody_counted_says_so(draw: Draw) -> None:
    page = draw(STORY, beat=99, card="asks", vote="shown", counts=((0, 0, 0),))
    assert "Not counted yet" in page.words
    assert numbers(page) == []


def test_beside_a_long_way_there_is_still_room_to_say_how_to_vote(draw: Draw) -> None:
    path = tuple(Turn("why", 0) for _ in range(9))
    for canvas in (WIDE, STANDARD):
        page = draw(STORY, Room(canvas), 99, card="why", path=path, vote="open", counts=((0, 0),))
        check(page)
        assert any(words.startswith("Hands up") for words in page.words)
        assert "10" in page.words


def _inside(inner: Box, outer: Box) -> bool:
    return outer.x <= inner.x and inner.right <= outer.right and outer.y <= inner.y and inner.bottom <= outer.bottom


# --- the path taken and the paths not taken ---------------------------------------------------------------


@pytest.mark.parametrize("seen", [TO_HELPED, BOTH], ids=["one", "two"])
def test_every_room_can_read_the_way(draw: Draw, room: Room, sensitive: bool, seen: dict[str, Any]) -> None:
    check(draw(STORY, room, 99, sensitive=sensitive, **seen))


def test_at_the_end_the_class_sees_what_was_chosen_and_what_was_not(draw: Draw, room: Room) -> None:
    *_, told, way = draw.each_beat(STORY, room, **BOTH)
    assert "The path taken" not in told.words
    assert {"The path taken", "What if …?", "The end of this path"} <= set(way.words)
    said = [text for text in way.listed.texts() if text.role == "choice"]
    taken = [text.text for text in said if text.style.weight == 700]
    others = [text.text for text in said if text.style.weight == 400]
    assert taken == ["Ask Jules why", "Bring someone in"]
    assert others == ["Keep the secret", "Show a trusted adult", "Write to a helpline"]
    asked = {c.action: c.label for c in way.listed.controls() if c.action.startswith("whatif")}
    assert asked == {
        "whatif:0:0": "What if …? A: Keep the secret",
        "whatif:0:2": "What if …? C: Show a trusted adult",
        "whatif:1:1": "What if …? B: Write to a helpline",
    }


def test_what_the_class_has_not_reached_is_not_told(draw: Draw) -> None:
    way = draw(STORY, beat=99, **TO_HELPED)
    for card in ("why", "waits"):
        assert STORY.cards[card].text.split(".")[0] not in way.all_words
    assert not any(choice.because in way.all_words for choice in ASKS.choices)


def test_a_story_with_a_single_way_has_no_such_picture(draw: Draw) -> None:
    one = Card(text="Go on", choices=(Choice(say="Tell", go="end"),))
    story = Scenario(id="s", kind="scenario", start="a", cards={"a": one, "end": Card(text="Good.", ending="safe")})
    pages = list(draw.each_beat(story, Room(), card="end", path=(Turn("a", 0),)))
    assert not any("The path taken" in page.words for page in pages)


def test_before_the_end_there_is_no_such_picture(draw: Draw) -> None:
    assert not any("The path taken" in page.words for page in draw.each_beat(STORY, Room(), **TO_WHY))


@pytest.mark.parametrize("canvas", [WIDE, STANDARD], ids=["wide", "narrow"])
@pytest.mark.parametrize("count", [2, 6])
@pytest.mark.parametrize("cards", [1, 4, 9])
def test_a_long_way_goes_over_as_many_pictures_as_it_needs(draw: Draw, canvas: Canvas, count: int, cards: int) -> None:
    says = "{} Keep the chat and show it to somebody whom she can trust"
    story = Scenario(
        id="s",
        kind="scenario",
        start="c0",
        cards={
            **{
                f"c{n}": Card(text="?", choices=tuple(Choice(say=says.format(k), go=f"c{n + 1}") for k in range(count)))
                for n in range(cards)
            },
            f"c{cards}": Card(text="Good.", ending="safe"),
        },
    )
    path = tuple(Turn(f"c{n}", n % count) for n in range(cards))
    pages = [
        page
        for page in draw.each_beat(story, Room(canvas), card=f"c{cards}", path=path)
        if "The path taken" in page.words
    ]
    for page in pages:
        check(page)
    pressed = [c.action for page in pages for c in page.listed.controls() if c.action.startswith("whatif")]
    assert pressed == [f"whatif:{t}:{n}" for t in range(cards) for n in range(count) if n != t % count]
