"""A vote: the question first, totals only when they are asked for, and the vote before beside them."""

from __future__ import annotations

from typing import Any

import pytest
from drawing import Draw, Drawn, Room, check
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop.lesson.model import Poll
from workshop.stage.displaylist import STANDARD, WIDE, Box, Canvas, Picture, Shape

FRIENDS = Poll(
    id="friends", kind="poll", ask="“Friends online can be real friends.”", choices=("Agree", "Not sure", "Disagree")
)
LINE = Poll(
    id="line",
    kind="poll",
    style="line",
    ask="You can tell who someone is from their profile picture.",
    ends=("Strongly disagree", "Strongly agree"),
)
SIX = Poll(
    id="six",
    kind="poll",
    style="cards",
    ask="Which of these would you do first if somebody you know only online asks to meet you now?",
    choices=(
        "Talk to a trusted adult!",
        "Ask someone I really do",
        "Wait and see what comes.",
        "Go",
        "Not sure",
        "Laugh",
    ),
)
FIRST, SECOND = (11, 9, 4), (15, 7, 0)


def vote(*counts: tuple[int, ...]) -> dict[str, Any]:
    return {"counts": counts, "round": len(counts)}


def bars(drawn: Drawn, thick: float = 5) -> list[Box]:
    return [i.box for i in drawn.listed.items if isinstance(i, Shape) and i.width == thick and i.box.h < 160]


def counts(drawn: Drawn) -> list[str]:
    return [text.text for text in drawn.listed.texts() if text.role == "count"]


@pytest.mark.parametrize("step", [FRIENDS, LINE, SIX], ids=lambda step: step.id)
@pytest.mark.parametrize("round", [1, 2])
def test_every_room_can_read_it(draw: Draw, room: Room, sensitive: bool, step: Poll, round: int) -> None:
    first = (24, 0, 1, 13, 2, 999)[: len(step.choices) or 3]
    seen = vote(first) if round == 1 else vote(first, tuple(reversed(first)))
    for page in draw.each_beat(step, room, sensitive=sensitive, **seen):
        check(page)


def test_it_lies_where_the_look_has_it(draw: Draw) -> None:
    """Coordinates of picture 06: the widest bar is the highest count and one more."""
    page = draw(FRIENDS, beat=1, **vote(FIRST))
    assert [text.style.size for text in page.listed.texts() if text.role == "title"] == [104]
    assert [(bar.x, round(bar.y), bar.w, round(bar.h)) for bar in bars(page)] == [
        (392, 446, 751, 132),
        (392, 610, 615, 132),
        (392, 774, 273, 132),
    ]
    hands = next(i for i in page.listed.items if isinstance(i, Picture))
    assert hands.box == (1290, 546, 502, 360)
    assert counts(page) == ["24 hands", "11", "9", "4"]


def test_totals_are_shown_only_when_they_are_revealed(draw: Draw, room: Room) -> None:
    before = draw(FRIENDS, room, **vote(FIRST))
    assert counts(before) == []
    assert bars(before) == []
    assert {"Agree", "Not sure", "Disagree", "Hands up!"} <= set(before.words)
    assert not any("24" in words for words in before.words)


def test_the_second_vote_stands_beside_the_first(draw: Draw) -> None:
    page = draw(FRIENDS, beat=1, **vote(FIRST, SECOND))
    assert counts(page) == ["11", "15", "9", "7", "4", "0"]
    assert {"before", "now"} <= set(page.words)
    now, before = bars(page), bars(page, thick=3)
    assert len(now) == 2  # nobody disagrees any more
    assert len(before) == 3
    assert all(thin.h < thick.h for thin in before for thick in now)
    assert before[0].w / now[0].w == pytest.approx(11 / 15, abs=0.01)


def test_a_vote_that_nobody_counted_says_so_instead_of_noughts(draw: Draw, room: Room) -> None:
    page = draw(FRIENDS, room, 1, **vote((0, 0, 0)))
    assert {"Agree", "Not sure", "Disagree", "Not counted yet"} <= set(page.words)
    assert "0" not in page.words


def test_a_first_vote_that_nobody_counted_is_not_compared(draw: Draw) -> None:
    page = draw(FRIENDS, beat=1, **vote((0, 0, 0), (2, 1, 0)))
    assert counts(page) == ["3 hands", "2", "1", "0"]
    assert bars(page, thick=3) == []


def test_one_hand_is_not_hands(draw: Draw) -> None:
    assert "1 hand" in draw(FRIENDS, beat=1, **vote((1, 0, 0))).words
    assert "1 vote" in draw(LINE, beat=1, **vote((0, 1, 0))).words
    assert "1 main" in draw(FRIENDS, beat=1, language="fr", **vote((1, 0, 0))).words


def test_a_second_vote_begins_without_the_first(draw: Draw) -> None:
    assert counts(draw(FRIENDS, **vote(FIRST, (0, 0, 0)))) == []


def test_an_opinion_line_names_both_ends_and_nothing_else(draw: Draw) -> None:
    page = draw(LINE)
    left, right = (next(t.box for t in page.listed.texts() if t.text == end) for end in LINE.ends)
    assert left.x < right.x
    assert left.y == right.y
    assert "In between" not in page.words


def test_an_opinion_line_is_counted_in_three(draw: Draw) -> None:
    page = draw(LINE, beat=1, **vote((5, 8, 1)))
    assert {"Strongly disagree", "In between", "Strongly agree", "14 votes"} <= set(page.words)


def test_without_answers_of_its_own_it_asks_for_agreement(draw: Draw) -> None:
    assert {"Agree", "Not sure", "Disagree"} <= set(draw(Poll(id="p", kind="poll", ask="Cats are best.")).words)


@pytest.mark.parametrize("number", range(2, 7))
def test_how_the_room_moved_is_read_row_by_row(draw: Draw, room: Room, number: int) -> None:
    step = Poll(id="p", kind="poll", ask="Which?", choices=SIX.choices[:number])
    page = draw(step, room, 1, **vote((11, 9, 4, 0, 1, 2)[:number], (14, 6, 4, 12, 0, 1)[:number]))
    check(page)
    told = [text for text in page.listed.texts() if text.role in ("answer", "count")]
    for answer, before, now in zip(told[::3], told[1::3], told[2::3], strict=True):
        assert answer.text in step.choices
        middles = {round(text.box.y + text.box.h / 2) for text in (answer, before, now)}
        assert max(middles) - min(middles) <= 1
        assert answer.box.right < before.box.x < now.box.x
        assert (before.style.weight, now.style.weight) == (600, 700)


def test_a_second_vote_that_nobody_counted_yet_shows_no_noughts(draw: Draw) -> None:
    assert counts(draw(FRIENDS, beat=1, **vote(FIRST, (0, 0, 0)))) == ["11", "–", "9", "–", "4", "–"]


@pytest.mark.parametrize("number", [2, 3, 4])
def test_the_room_s_picture_tells_which_corner_is_which_answer(draw: Draw, room: Room, number: int) -> None:
    step = Poll(
        **{**FRIENDS.__dict__, "style": "corners", "choices": ("Agree", "Not sure", "It depends", "No")[:number]}
    )
    page = draw(step, room)
    check(page)
    boxes = {text.text: text.box for text in page.listed.texts()}
    middle = page.listed.canvas.width / 2
    for at, (mark, answer) in enumerate(zip("ABCD", step.choices, strict=False)):
        assert (boxes[answer].x > middle) == (at % 2 == 1)
        assert boxes[answer].x - boxes[mark].right == pytest.approx(26, abs=1)
    assert boxes["A"].y == boxes["B"].y
    assert number < 3 or boxes["C"].y > boxes["A"].bottom
    assert {"Front", "Go to a corner"} <= set(page.words)


@pytest.mark.parametrize("number", range(2, 7))
def test_each_voting_card_has_a_letter_and_a_colour_of_its_own(draw: Draw, room: Room, number: int) -> None:
    step = Poll(**{**SIX.__dict__, "choices": SIX.choices[:number], "ask": "Which?"})
    shown, counted = draw.each_beat(step, room, **vote((1,) * number))
    for page in (shown, counted):
        check(page)
        marks = [text for text in page.listed.texts() if text.text in tuple("ABCDEF")]
        assert [mark.text for mark in marks] == list("ABCDEF"[:number])
        assert len({mark.on for mark in marks}) == number
    assert "Show your card" in shown.words


@pytest.mark.parametrize(("style", "words"), [("corners", "Go to a corner"), ("cards", "Show your card")])
def test_each_style_says_how_to_vote(draw: Draw, style: str, words: str) -> None:
    assert words in draw(Poll(**{**FRIENDS.__dict__, "style": style})).words


def test_each_answer_can_be_pressed_to_count(draw: Draw, room: Room) -> None:
    page = draw(SIX, room, 1, **vote((1, 2, 3, 4, 5, 6)))
    actions = [control.action for control in page.listed.controls() if control.action.startswith("count")]
    assert actions == [f"count:{at}" for at in range(6)]


def test_a_lesson_s_own_picture_takes_the_place_of_the_hands(draw: Draw) -> None:
    page = draw(Poll(**{**FRIENDS.__dict__, "image": "why"}))
    assert [i.source for i in page.listed.items if isinstance(i, Picture)] == [str(draw.folder / "why.svg")]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.data(), canvas=st.sampled_from([WIDE, STANDARD]), number=st.integers(2, 6), round=st.sampled_from([1, 2])
)
def test_whatever_is_written_within_the_limits_is_whole(
    draw: Draw, data: st.DataObject, canvas: Canvas, number: int, round: int
) -> None:
    word = st.sampled_from(["a", "Maya", "online", "vertrauenswürdig", "Sicherheitsstufe", "“ok?”", "Geschichte"])
    words = st.lists(word, min_size=1, max_size=30)

    def text(most: int) -> str:
        return " ".join(data.draw(words))[:most].strip()

    style = data.draw(st.sampled_from(["hands", "corners", "cards"]))
    step = Poll(id="p", kind="poll", style=style, ask=text(90), choices=tuple(text(24) for _ in range(number)))
    totals = st.tuples(*[st.integers(0, 999)] * number)
    seen = vote(*(data.draw(totals) for _ in range(round)))
    for page in draw.each_beat(step, Room(canvas), **seen):
        check(page)
        assert set(step.choices) <= set(page.words)
