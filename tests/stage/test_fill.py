"""A text with gaps: gaps of one width, filled one by one, and no missing word on the page before its turn."""

from __future__ import annotations

import pytest
from drawing import Draw, Drawn, Room, check

from workshop.lesson.model import Fill
from workshop.stage.displaylist import STANDARD, Shape

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


def test_all_gaps_are_equally_wide_and_say_nothing(draw: Draw) -> None:
    page = draw(FRIEND)
    assert len({round(gap.box.w, 3) for gap in gaps(page)}) == 1
    assert not any(word in page.all_words for word in ("secret", "pressure", "wait"))


def test_each_beat_fills_the_next_gap_and_moves_no_word(draw: Draw) -> None:
    empty = draw(FRIEND)
    assert empty.beats == 4
    for beat, page in enumerate(draw.each_beat(FRIEND, Room())):
        assert answers(page) == ["secret", "pressure", "wait"][:beat]
        assert len(gaps(page)) == 3 - beat
        assert len([c for c in page.listed.controls() if c.action == "reveal"]) == (beat < 3)
        assert {t.text: t.box for t in empty.listed.texts()}.items() <= {
            t.text: t.box for t in page.listed.texts()
        }.items()


def test_the_words_are_read_in_their_order(draw: Draw) -> None:
    shown = " ".join(draw(FRIEND, beat=3).words)
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
