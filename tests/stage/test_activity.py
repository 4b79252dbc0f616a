"""An activity: the task, what is needed and the steps can be read from the back row, in parts where there is much."""

from __future__ import annotations

import pytest
from drawing import Draw, Room, check

from workshop.lesson.model import Activity
from workshop.session.view import Countdown
from workshop.stage.displaylist import STANDARD, WIDE, Icon, Picture, Shape

POSTER = Activity(
    id="poster",
    kind="activity",
    ask="Make a poster that helps younger pupils ask for help",
    materials=("paper", "coloured pens", "old magazines"),
    instructions=("Agree on one message.", "Sketch it in pencil first.", "Draw it large.", "Hang it up."),
    grouping="groups of 4",
    minutes=12,
)
FULL = Activity(
    id="full",
    kind="activity",
    ask="Together with your group, plan one small thing that would make the chat kinder for everybody in your year.",
    materials=("a large sheet of paper for every group", "coloured pens in four colours", "scissors", "sticky notes"),
    instructions=tuple(f"Write down {n} things you noticed in the chats that you use yourselves" for n in range(1, 9)),
    grouping="pairs",
    minutes=20,
)
SHORT = Activity(id="short", kind="activity", ask="Stand up and stretch", grouping="class")
TITLED = Activity(
    id="titled", kind="activity", title="Poster time", ask=FULL.ask, image="hands", instructions=POSTER.instructions
)
TIMER = Countdown(720, 512, True)


@pytest.mark.parametrize("step", [POSTER, FULL, SHORT, TITLED], ids=lambda step: step.id)
def test_every_room_can_read_it(draw: Draw, room: Room, sensitive: bool, step: Activity) -> None:
    for timer in (None, TIMER):
        for page in draw.each_beat(step, room, sensitive=sensitive, timer=timer):
            check(page)


@pytest.mark.parametrize("canvas", [WIDE, STANDARD])
def test_all_that_is_needed_and_to_do_is_shown_once(draw: Draw, canvas: object) -> None:
    pages = list(draw.each_beat(FULL, Room(canvas)))  # type: ignore[arg-type]
    shown = [word for page in pages for word in page.words]
    for told in (*FULL.materials, *FULL.instructions):
        assert shown.count(told) == 1
    assert [shown.count(str(n)) for n in range(1, 9)] == [1] * 8


def test_a_usual_activity_is_one_page(draw: Draw) -> None:
    page = draw(POSTER)
    assert page.beats == 1
    assert page.words[:2] == ["Activity", "Groups of 4"]
    assert "You need" in page.words


def test_starting_the_timer_moves_nothing_else(draw: Draw) -> None:
    still = {(t.text, t.box) for t in draw(POSTER).listed.texts()}
    running = {(t.text, t.box) for t in draw(POSTER, timer=TIMER).listed.texts()}
    assert still < running
    assert {"8:32", "min left"} == {text for text, _ in running - still}


@pytest.mark.parametrize(
    ("grouping", "told", "figures"),
    [
        ("alone", "On your own", 1),
        ("pairs", "In pairs", 2),
        ("groups of 3", "Groups of 3", 3),
        ("class", "Everyone together", 3),
    ],
)
def test_it_says_who_works_together(draw: Draw, grouping: str, told: str, figures: int) -> None:
    page = draw(Activity(id="a", kind="activity", ask="Do it", image="hands", grouping=grouping))
    assert told in page.words
    heads = [i for i in page.listed.items if isinstance(i, Shape) and i.form == "ellipse" and i.box.bottom < 104]
    assert len(heads) == figures


def test_its_picture_is_shown_with_its_description(draw: Draw) -> None:
    assert [i.alt for i in draw(TITLED).listed.items if isinstance(i, Picture)] == ["Picture of hands"]


NONE = -1


@pytest.mark.parametrize("step", [POSTER, FULL, TITLED], ids=lambda step: step.id)
def test_ticked_off_it_can_be_read_as_well(draw: Draw, room: Room, step: Activity) -> None:
    for page in draw.each_beat(step, room, work=(0,) * len(step.instructions)):
        check(page)


def test_each_instruction_can_be_ticked_off(draw: Draw, room: Room) -> None:
    marks = [(c.action, c.key) for page in draw.each_beat(FULL, room) for c in page.listed.controls() if c.works]
    assert marks == [(f"mark:{at}", str(at + 1)) for at in range(8)]


def test_what_is_done_has_a_check_in_place_of_its_number(draw: Draw) -> None:
    page = draw(POSTER, work=(0, NONE, 0, NONE))
    assert [word for word in page.words if word.isdigit()] == ["2", "4"]
    assert len([i for i in page.listed.items if isinstance(i, Icon) and i.name == "check"]) == 2
    assert {t.text: t.box for t in page.listed.texts() if not t.text.isdigit()} == {
        t.text: t.box for t in draw(POSTER).listed.texts() if not t.text.isdigit()
    }
    assert next(c.label for c in page.listed.controls() if c.action == "mark:0") == "Done: Agree on one message."
