"""A quiz: all answers, then one after the other with its reason, and no answer called wrong."""

from __future__ import annotations

import pytest
from drawing import Draw, Drawn, Room, check
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop.lesson.model import Answer, Quiz
from workshop.stage.displaylist import STANDARD, WIDE, Canvas, Icon, Shape
from workshop.stage.theme import theme

PRESSURE = Quiz(
    id="pressure",
    kind="quiz",
    ask="Which messages are pressure?",
    answers=(
        Answer(right="“Don’t tell anyone.”", because="**Pressure: secrecy.** You can always tell someone."),
        Answer(right="“Answer right now!”", because="**Pressure: hurry.** You can always take time."),
        Answer(wrong="“I like your drawing.”", because="**Friendly.** It asks for nothing back."),
        Answer(right="“You owe me now.”", because="**Pressure: guilt.** You never owe anyone a chat."),
    ),
)
NO_REASONS = Quiz(
    id="bare",
    kind="quiz",
    ask="What counts?",
    answers=(Answer(answer="Trust"), Answer(answer="Time"), Answer(answer="A no")),
)


def cards(drawn: Drawn) -> list[Shape]:
    return [i for i in drawn.listed.items if isinstance(i, Shape) and i.width == 5 and i.box.w > 600]


def of(count: int, answer: str = "Tell somebody", because: str = "Nobody has to carry it alone.") -> Quiz:
    answers = tuple(Answer(right=f"{answer} {n}", because=f"{because} {n}") for n in range(count))
    return Quiz(id="q", kind="quiz", ask="What helps?", answers=answers)


@pytest.mark.parametrize(
    "step", [PRESSURE, NO_REASONS, *map(of, range(2, 7))], ids=lambda step: f"{step.id}{len(step.answers)}"
)
def test_every_room_can_read_it(draw: Draw, room: Room, sensitive: bool, step: Quiz) -> None:
    for page in draw.each_beat(step, room, sensitive=sensitive):
        check(page)


def test_it_lies_where_the_look_has_it(draw: Draw) -> None:
    """Coordinates of picture 07."""
    page = draw(PRESSURE, beat=4)
    assert [card.box for card in cards(page)] == [
        (96, 304, 848, 292),
        (976, 304, 848, 292),
        (96, 620, 848, 292),
        (976, 620, 848, 292),
    ]
    places = {text.text: text for text in page.listed.texts()}
    assert places["Which messages are pressure?"].box.y == 158
    assert places["A"].box == (124, 332, 84, 84)
    assert places["“Don’t tell anyone.”"].box[:2] == (232, 332)
    assert places["Pressure: secrecy."].box[:2] == (132, 438)
    assert places["You can always tell someone."].box.y == 438 + 66


def test_answers_are_revealed_one_by_one(draw: Draw) -> None:
    pages = list(draw.each_beat(PRESSURE, Room()))
    assert len(pages) == 5
    for revealed, page in enumerate(pages):
        assert all(answer.text in page.words for answer in PRESSURE.answers)
        told = [
            "secrecy" in page.all_words,
            "hurry" in page.all_words,
            "Friendly" in page.all_words,
            "guilt" in page.all_words,
        ]
        assert told == [n < revealed for n in range(4)]
        assert sum(isinstance(i, Icon) and i.name in ("check", "smile") for i in page.listed.items) == revealed


def test_before_it_is_revealed_every_answer_looks_alike(draw: Draw) -> None:
    outlines = {card.stroke for card in cards(draw(PRESSURE))}
    assert outlines == {theme("light").hues["sun"].outline}


def test_only_sought_answers_are_teal_and_none_is_called_wrong(draw: Draw, room: Room) -> None:
    page, colors = draw(PRESSURE, room, 4), theme(room.theme)
    fills = [(card.fill, card.stroke) for card in cards(page)]
    teal = (colors.hues["teal"].tint, colors.hues["teal"].line)
    assert fills == [teal, teal, (colors.card, colors.card_line), teal]
    assert "wrong" not in page.all_words.lower()
    assert not any(isinstance(i, Icon) and i.name in ("x", "circle-x") for i in page.listed.items)


def test_where_none_is_marked_none_is_sought(draw: Draw) -> None:
    page = draw(NO_REASONS, beat=3)
    assert {card.fill for card in cards(page)} == {theme("light").card}


def test_a_narrow_canvas_explains_one_answer_at_a_time(draw: Draw) -> None:
    page = draw(PRESSURE, Room(STANDARD), 2)
    assert "hurry" in page.all_words
    assert "secrecy" not in page.all_words
    assert {card.box.x for card in cards(page)} == {72}


NONE = -1


@pytest.mark.parametrize(
    "step", [PRESSURE, NO_REASONS, *map(of, range(2, 7))], ids=lambda step: f"{step.id}{len(step.answers)}"
)
def test_marked_answers_can_be_read_too(draw: Draw, room: Room, step: Quiz) -> None:
    for page in draw.each_beat(step, room, work=(0,) * len(step.answers)):
        check(page)


def test_answers_that_are_not_told_can_be_marked(draw: Draw, room: Room) -> None:
    for beat, page in enumerate(draw.each_beat(PRESSURE, room)):
        marks = [(control.action, control.key) for control in page.listed.controls() if control.works]
        assert marks == [(f"mark:{at}", str(at + 1)) for at in range(beat, 4)]


def test_a_mark_says_what_the_class_thinks_and_goes_when_the_answer_is_told(draw: Draw, room: Room) -> None:
    for beat, page in enumerate(draw.each_beat(PRESSURE, room, work=(NONE, 0, 0, NONE))):
        pencils = [i for i in page.listed.items if isinstance(i, Icon) and i.name == "pencil"]
        assert len(pencils) == (2, 2, 1, 0, 0)[beat]
    told = draw(PRESSURE, room, 4, work=(NONE, 0, 0, NONE))
    assert told.listed == draw(PRESSURE, room, 4).listed


def test_marked_answers_look_alike_whatever_they_are(draw: Draw, room: Room) -> None:
    page = draw(PRESSURE, room, work=(0, 0, 0, 0))
    assert len({(card.fill, card.stroke) for card in cards(page)}) == 1
    assert [c.label for c in page.listed.controls() if c.action == "mark:2"] == ["C: “I like your drawing.”, marked"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.data(),
    count=st.integers(2, 6),
    canvas=st.sampled_from([WIDE, STANDARD]),
)
def test_whatever_is_written_within_the_limits_is_whole(
    draw: Draw, data: st.DataObject, count: int, canvas: Canvas
) -> None:
    word = st.sampled_from(
        ["a", "Maya", "online", "vertrauenswürdig", "Sicherheitseinstellungen", "“ok?”", "Geschichte"]
    )
    words = st.lists(word, min_size=1, max_size=30)

    def text(most: int) -> str:
        return " ".join(data.draw(words))[:most].strip()

    answers = tuple(Answer(wrong=f"{n} {text(58)}", because=text(90)) for n in range(count))
    step = Quiz(id="q", kind="quiz", ask=text(70), answers=answers)
    pages = list(draw.each_beat(step, Room(canvas)))
    for page in pages:
        check(page)
    for answer in answers:
        assert any(answer.text in page.words for page in pages)
        assert any(answer.because in page.words for page in pages)
