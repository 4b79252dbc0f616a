"""Pairs: mixed the same way each time, joined one by one, and nothing told before it is joined."""

from __future__ import annotations

import pytest
from drawing import Draw, Drawn, Room, check

from workshop.lesson.model import Match
from workshop.stage.displaylist import STANDARD, WIDE, Canvas, Shape

PRESSURE = Match(
    id="pressure",
    kind="match",
    pairs={"“Our secret”": "Secrecy", "“Quick!”": "Hurry", "“You are so mature”": "Flattery", "“You owe me”": "Guilt"},
)
TWO = Match(id="two", kind="match", title="Two of a kind", pairs={"Moon": "Night", "Sun": "Day"})
EIGHT = Match(id="eight", kind="match", pairs={f"Word {n}": f"Meaning {n}" for n in range(8)})
LONGEST = Match(
    id="longest",
    kind="match",
    title="Which of these safer steps goes with which of the messages we had?",
    pairs={
        f"Somebody asks again and again about no {n}": f"Keep the chat and show it to an adult {n}!" for n in range(8)
    },
)


@pytest.mark.parametrize("step", [PRESSURE, TWO, EIGHT, LONGEST], ids=lambda step: step.id)
def test_every_room_can_read_it(draw: Draw, room: Room, sensitive: bool, step: Match) -> None:
    for page in draw.each_beat(step, room, sensitive=sensitive):
        check(page)


def beside(page: Drawn) -> dict[str, str]:
    """Which right card stands beside which left one."""
    cards = [t for t in page.listed.texts() if t.role == "choice"]
    middle = page.listed.canvas.width / 2
    rows = {round(t.box.y + t.box.h / 2): t.text for t in cards if t.box.x < middle}
    return {rows[round(t.box.y + t.box.h / 2)]: t.text for t in cards if t.box.x > middle}


@pytest.mark.parametrize("step", [PRESSURE, TWO, EIGHT], ids=lambda step: step.id)
def test_at_first_no_pair_stands_side_by_side(draw: Draw, step: Match) -> None:
    first = beside(draw(step))
    assert sorted(first.values()) == sorted(step.pairs.values())
    assert not any(step.pairs[left] == right for left, right in first.items())
    assert first == beside(draw(step))


def test_each_beat_joins_one_more_pair(draw: Draw) -> None:
    for joined, page in enumerate(draw.each_beat(PRESSURE, Room())):
        pairs = list(PRESSURE.pairs.items())[:joined]
        assert all(beside(page)[left] == right for left, right in pairs)
        links = [i for i in page.listed.items if isinstance(i, Shape) and i.box.h == 14]
        assert len(links) == joined
        lefts = [c.action for c in page.listed.controls() if c.action.startswith("take")]
        assert lefts == [f"take:{left}" for left in range(joined, 4)]


@pytest.mark.parametrize(("canvas", "parts"), [(WIDE, 2), (STANDARD, 3)])
def test_long_pairs_go_on_in_further_parts(draw: Draw, canvas: Canvas, parts: int) -> None:
    pages = list(draw.each_beat(LONGEST, Room(canvas)))
    assert len(pages) == 8 + parts
    assert all(any(text in page.words for page in pages) for pair in LONGEST.pairs.items() for text in pair)


def test_beside_or_below_its_title_it_says_what_to_do_and_with_whom(draw: Draw, room: Room) -> None:
    step = Match(id="felt", kind="match", title="How pressure feels", pairs=TWO.pairs, grouping="pairs")
    page = draw(step, room)
    check(page)
    assert {"What belongs together?", "In pairs"} <= set(page.words)
    assert draw(PRESSURE, room).words.count("What belongs together?") == 1


def test_eight_short_pairs_share_one_page(draw: Draw) -> None:
    assert draw(EIGHT).beats == draw(EIGHT, Room(STANDARD)).beats == 9


NONE = -1
WORKS = [(2, NONE, 1, NONE), (0, 1, 2, 3), (3, 2, 1, 0), (NONE, 0, NONE, NONE)]


def controls(page: Drawn) -> dict[str, str]:
    """What can be done, and the key for it."""
    return {c.action: c.key for c in page.listed.controls() if c.works}


@pytest.mark.parametrize("step", [PRESSURE, TWO, EIGHT, LONGEST], ids=lambda step: step.id)
def test_whatever_the_class_puts_together_can_be_read(draw: Draw, room: Room, step: Match) -> None:
    count = len(step.pairs)
    for work in WORKS:
        work = tuple(place if place < count else NONE for place in (*work, *(NONE,) * 8)[:count])
        for held in (NONE, 0, count - 1):
            for page in draw.each_beat(step, room, work=work, held=held):
                check(page)


def test_a_right_card_goes_to_the_first_left_one_that_stands_alone(draw: Draw) -> None:
    page = draw(PRESSURE)
    numbers = {c.place: c.key for c in page.listed.controls() if c.place >= 0}
    assert controls(page) == {
        **{f"take:{left}": f"Shift+{left + 1}" for left in range(4)},
        **{f"put:0:{right}": number for right, number in numbers.items()},
    }
    assert sorted(numbers.values()) == ["1", "2", "3", "4"]
    assert all(f"put:1:{right}" in controls(draw(PRESSURE, work=(2, NONE, NONE, NONE))) for right in range(4))


def test_or_to_the_one_that_was_picked(draw: Draw) -> None:
    page = draw(PRESSURE, work=(2, NONE, NONE, NONE), held=3)
    assert {action for action in controls(page) if action.startswith("put")} == {f"put:3:{n}" for n in range(4)}
    label = next(c.label for c in page.listed.controls() if c.action == "put:3:0")
    assert label == "4: Secrecy, to put with “You owe me”"


def test_what_is_put_together_stands_side_by_side_and_numbers_stay(draw: Draw) -> None:
    before, after = draw(PRESSURE), draw(PRESSURE, work=(NONE, 3, NONE, NONE))
    assert beside(after)["“Quick!”"] == "Guilt"
    assert {a for a in controls(after) if a.startswith("put:0")} == {f"put:0:{n}" for n in range(4)}
    assert {c.place: c.key for c in before.listed.controls()} == {c.place: c.key for c in after.listed.controls()}


def test_telling_a_pair_moves_it_together_whatever_was_thought(draw: Draw) -> None:
    work = (3, 2, 1, 0)
    for joined, page in enumerate(draw.each_beat(PRESSURE, Room(), work=work)):
        pairs = list(PRESSURE.pairs.items())[:joined]
        assert all(beside(page)[left] == right for left, right in pairs)
        thoughts = [i for i in page.listed.items if isinstance(i, Shape) and i.form == "line"]
        assert len(thoughts) == (4, 2, 0, 0, 0)[joined]


def test_with_all_put_together_a_press_parts_a_pair_again(draw: Draw) -> None:
    page = draw(PRESSURE, work=(3, 2, 1, 0))
    assert {action for action in controls(page) if action.startswith("lift")} == {f"lift:{n}" for n in range(4)}
    assert not any(action.startswith("put") for action in controls(page))
