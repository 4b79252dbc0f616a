"""The question box on the projector."""

from __future__ import annotations

import pytest
from drawing import Draw, Room, check

from workshop.lesson.model import Rules, Slide
from workshop.session.questions import LONGEST
from workshop.stage.page import Setting

SECRET = Slide(id="s", kind="slide", title="A title nobody may read now", text="Nor this text")
QUESTIONS = (
    "Why?",
    "What happens after I report something, and will anybody find out that it was me?",
    ("How do I tell someone that a friend needs help without making it worse for them? " * 4)[:LONGEST],
    "Donaudampfschifffahrtsgesellschaftskapitän und Rechtsschutzversicherungsgesellschaften?",
)


@pytest.mark.parametrize("asked", QUESTIONS)
def test_a_question_fills_the_screen_and_hides_the_step(draw: Draw, room: Room, asked: str) -> None:
    drawn = draw(SECRET, room, cover="question", asked=asked)
    check(drawn)
    assert asked in drawn.words
    assert "nobody may read" not in drawn.all_words
    assert drawn.listed.name == asked


def test_the_class_is_told_who_reads_the_slips_and_what_is_passed_on(draw: Draw, room: Room) -> None:
    for language in ("en", "fr"):
        drawn = draw(SECRET, room, cover="box", language=language)
        check(drawn)
        assert len([words for words in drawn.words if words.endswith(".")]) == 3
    assert "reads every slip first" in draw(SECRET, room, cover="box").all_words
    assert "passes it on" in draw(SECRET, room, cover="box").all_words


def test_where_there_is_a_box_the_rules_end_with_how_it_works(draw: Draw, room: Room) -> None:
    rules = Rules(id="rules", kind="rules")
    without = draw(rules, room).beats
    with_box = list(draw.each_beat(rules, room, box=True))
    assert len(with_box) == without + 1
    for drawn in with_box:
        check(drawn)
    assert "reads every slip first" in with_box[-1].all_words
    assert "Listen to each other" in with_box[0].all_words


def test_a_setting_has_no_box_unless_it_is_told() -> None:
    assert Setting._field_defaults["box"] is False
