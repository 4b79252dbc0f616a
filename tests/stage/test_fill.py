"""A text with gaps: gaps of one width, filled one by one, and no missing word on the page before its turn."""

from __future__ import annotations

import pytest
from drawing import Draw, Drawn, Room, check

from workshop.lesson.model import Fill
from workshop.stage.displaylist import STANDARD, Box, Shape

FRIEND = Fill(
    id="friend",
    kind="fill",
    text="A friend never asks you to hide a [secret] from an **adult you trust**. If it feels like [pressure], [wait].",
)
PROMISE = Fill(
    id="promise",
    kind="fill",
    title="Our class promise for the group chat that all of us share at school",
    text="- I ask [before] I share.\n- I [stop] when someone says so.\n1. I tell [a grown-up].",
)
LONGEST = Fill(
    id="longest",
    kind="fill",
    image="why",
    text=(
        "Whoever asks for a secret is [responsible] for it, and nobody else. If it is you who got a message, it is "
        "[never your fault], not even when you answered, and [somebody who cares] will help you to report it and to "
        "block it, [together], step by step by step."
    ),
)
NONE = -1
NO_GAP = Fill(id="none", kind="fill", text="Nothing is missing here.")
ALL = pytest.mark.parametrize("step", [FRIEND, PROMISE, LONGEST, NO_GAP], ids=lambda step: step.id)


@ALL
def test_every_room_can_read_it(draw: Draw, room: Room, sensitive: bool, step: Fill) -> None:
    for page in draw.each_beat(step, room, sensitive=sensitive):
        check(page)


def gaps(page: Drawn) -> list[Shape]:
    return [i for i in page.listed.items if isinstance(i, Shape) and i.dash]


def answers(page: Drawn) -> list[str]:
    return [t.text for t in page.listed.texts() if t.role == "answer"]


def offered(page: Drawn) -> list[str]:
    """The words below the text, or in a gap that isn't told."""
    return [t.text for t in page.listed.texts() if t.role == "choice"]


def test_all_gaps_are_equally_wide_and_say_nothing(draw: Draw) -> None:
    page = draw(FRIEND)
    assert len({round(gap.box.w, 3) for gap in gaps(page)}) == 1
    assert answers(page) == []


def test_the_missing_words_are_offered_in_another_order(draw: Draw) -> None:
    words = offered(draw(FRIEND))
    assert sorted(words) == ["pressure", "secret", "wait"]
    assert all(one != other for one, other in zip(words, ("secret", "pressure", "wait"), strict=True))


def test_of_one_gap_there_is_nothing_to_choose(draw: Draw) -> None:
    page = draw(Fill(id="one", kind="fill", text="Keep the [messages]."))
    assert offered(page) == []
    assert [c.action for c in page.listed.controls() if c.action == "reveal"] == ["reveal"]


def test_words_that_would_take_a_part_more_are_left_out(draw: Draw) -> None:
    page = draw(LONGEST)
    assert (offered(page), page.beats) == ([], 5)


def texts(page: Drawn) -> list[tuple[str, Box]]:
    return [(t.text, t.box) for t in page.listed.texts() if t.role == "text"]


def test_each_beat_fills_the_next_gap_and_moves_no_word(draw: Draw) -> None:
    empty = draw(FRIEND)
    assert empty.beats == 4
    for beat, page in enumerate(draw.each_beat(FRIEND, Room())):
        assert answers(page) == ["secret", "pressure", "wait"][:beat]
        assert len(gaps(page)) == 3 - beat
        assert sorted(offered(page)) == sorted(["secret", "pressure", "wait"][beat:])
        assert texts(page) == texts(empty)


def test_the_words_are_read_in_their_order(draw: Draw) -> None:
    shown = " ".join(draw(FRIEND, beat=3, work=(2, 0, NONE)).words)
    assert "hide a secret" in shown
    assert "like pressure , wait ." in shown
    bold = [span.text.strip() for t in draw(FRIEND).listed.texts() for span in t.spans if span.bold]
    assert " ".join(bold) == "adult you trust"


def test_lines_of_a_list_stay_apart(draw: Draw) -> None:
    lines = sorted({t.box.y for t in draw(PROMISE).listed.texts() if t.role == "text"})
    assert len(lines) == 3


def test_a_long_text_goes_on_in_a_second_part_where_there_is_less_room(draw: Draw) -> None:
    pages = list(draw.each_beat(LONGEST, Room(STANDARD)))
    assert len(pages) == 6
    assert [word for page in pages for word in answers(page)][-1] == "together"


def test_right_to_left_text_begins_at_the_right(draw: Draw) -> None:
    page = draw(Fill(id="ar", kind="fill", text="احتفظ [بالرسائل] ثم أخبر"), beat=1, language="ar")
    check(page)
    first, answer, last = (t.box.x for t in page.listed.texts() if t.role in ("text", "answer"))
    assert first > answer > last


def test_more_gaps_than_anybody_needs_are_drawn_as_they_are_written(draw: Draw) -> None:
    page = draw(Fill(id="many", kind="fill", text="[a] " * 4200))
    assert page.beats > 4000


NINE = Fill(id="nine", kind="fill", text=" ".join(f"Word {n} is [w{n}]." for n in range(9)))


def controls(page: Drawn) -> dict[str, str]:
    """What can be pressed, and the key for it."""
    return {c.action: c.key for c in page.listed.controls() if c.works and c.action}


@pytest.mark.parametrize("step", [FRIEND, PROMISE, LONGEST, NINE], ids=lambda step: step.id)
@pytest.mark.parametrize("work", [(2, 0, NONE), (0, 1, 2), (2, 1, 0), (NONE, NONE, 0)])
def test_whatever_the_class_fills_in_can_be_read(draw: Draw, room: Room, step: Fill, work: tuple[int, ...]) -> None:
    count = step.text.count("[")
    for page in draw.each_beat(step, room, work=(*work, *(NONE,) * 9)[:count]):
        check(page)


def test_a_word_goes_into_the_first_free_gap_and_back(draw: Draw) -> None:
    assert set(controls(draw(FRIEND))) == {f"put:{word}:0" for word in range(3)}
    page = draw(FRIEND, work=(NONE, 0, NONE))
    assert set(controls(page)) == {"lift:1", "put:0:1", "put:2:1"}
    assert controls(page)["lift:1"] == controls(draw(FRIEND))["put:1:0"]
    assert next(c.label for c in page.listed.controls() if c.action == "put:2:1") == "Put in gap 2: wait"


def test_numbers_are_those_on_the_words(draw: Draw) -> None:
    page = draw(FRIEND)
    told = {c.key: c.label.rpartition(": ")[2] for c in page.listed.controls() if c.key}
    numbers = [t.text for t in page.listed.texts() if t.text.isdigit()]
    assert told == dict(zip(numbers, offered(page), strict=True))
    assert sorted(controls(draw(NINE)).values()) == [str(n) for n in range(1, 10)]


def test_every_gap_takes_a_word_that_is_dragged_there(draw: Draw) -> None:
    page = draw(FRIEND, beat=1, work=(NONE, 2, NONE))
    assert sorted(c.place for c in page.listed.controls() if c.place >= 0) == [1, 2]


def test_a_word_in_another_gap_goes_back_below_when_that_is_told(draw: Draw) -> None:
    page = draw(FRIEND, beat=1, work=(2, 0, NONE))
    assert answers(page) == ["secret"]
    assert sorted(offered(page)) == ["pressure", "wait"]
    assert len(gaps(page)) == 2
