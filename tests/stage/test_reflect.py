"""The exit ticket: one question, and a word that nobody collects the answer."""

from __future__ import annotations

import pytest
from drawing import Draw, Room, check

from workshop.lesson.model import Reflect
from workshop.session.view import Countdown
from workshop.stage.displaylist import Picture
from workshop.stage.theme import theme

SHORT = Reflect(id="short", kind="reflect", ask="What will you keep?")
LONG = Reflect(
    id="long",
    kind="reflect",
    title="A quiet minute, with your own thoughts, before everybody goes home",
    ask=("Think of somebody you could talk to if a message made you feel uneasy. How would you start?" * 2)[:110],
)
PICTURED = Reflect(id="pictured", kind="reflect", ask=LONG.ask, title="A quiet minute", image="why")


@pytest.mark.parametrize("step", [SHORT, LONG, PICTURED], ids=lambda step: step.id)
def test_every_room_can_read_it(draw: Draw, room: Room, sensitive: bool, step: Reflect) -> None:
    page = draw(step, room, sensitive=sensitive)
    check(page)
    assert page.beats == 1
    assert step.ask in page.words
    assert "Only for you. Nobody collects it." in page.words
    assert page.listed.background == theme(room.theme).hues["lilac"].tint


def test_it_has_no_timer(draw: Draw) -> None:
    assert draw(SHORT, timer=Countdown(60, 30, True)).words == draw(SHORT).words


def test_a_short_question_is_as_large_as_a_title(draw: Draw) -> None:
    assert next(t.style.size for t in draw(SHORT).listed.texts() if t.role == "title") == 120


def test_a_picture_may_stand_beside_it(draw: Draw) -> None:
    assert [i.alt for i in draw(PICTURED).listed.items if isinstance(i, Picture)] == ["Picture of why"]
