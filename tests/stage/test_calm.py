"""The cool-down: calm words, slow breaths to count or to take together, and nothing that moves by itself."""

from __future__ import annotations

import pytest
from drawing import HERE, Draw, Drawn, Room, check

from workshop.lesson.model import Calm
from workshop.session.view import Countdown
from workshop.stage.displaylist import Picture, Shape

BARE = Calm(id="bare", kind="calm")
USUAL = Calm(id="usual", kind="calm", text="Put both feet on the floor. Let your shoulders drop.", breaths=3)
FULL = Calm(
    id="full",
    kind="calm",
    title="Before we go, let us all be quiet together for just a little while",
    text="Look for five things that are blue. Then listen for four sounds, near and far.\n\n"
    "Notice how your hands feel. There is no right way to do this, and no hurry."[:160],
    breaths=10,
)
PICTURED = Calm(id="pictured", kind="calm", text="Breathe.", breaths=1, image="hands")


@pytest.mark.parametrize("step", [BARE, USUAL, FULL, PICTURED], ids=lambda step: step.id)
def test_every_room_can_read_it(draw: Draw, room: Room, sensitive: bool, step: Calm) -> None:
    page = draw(step, room, sensitive=sensitive)
    check(page)
    assert page.beats == 1


@pytest.mark.parametrize(("breaths", "told"), [(1, "1 slow breath"), (3, "3 slow breaths"), (10, "10 slow breaths")])
def test_there_is_a_disc_for_each_breath(draw: Draw, breaths: int, told: str) -> None:
    page = draw(Calm(id="c", kind="calm", text="Breathe.", breaths=breaths))
    assert told in page.words
    dots = [i for i in page.listed.items if isinstance(i, Shape) and i.form == "ellipse" and i.box.w == 56]
    assert len(dots) == breaths
    assert dots[-1].box.right < 1920 / 2


def test_a_picture_takes_the_place_of_the_sun(draw: Draw) -> None:
    listed = draw(PICTURED).listed
    assert [i.alt for i in listed.items if isinstance(i, Picture)] == ["Picture of hands"]
    assert not [i for i in listed.items if isinstance(i, Shape) and i.form == "ellipse" and i.box.w > 100]


def at(draw: Draw, second: int, room: Room = HERE, step: Calm = USUAL) -> Drawn:
    """So long after the timer was started."""
    return draw(step, room, timer=Countdown(300, 300 - second, True))


def sun(page: Drawn) -> float:
    """How wide the sun is: the second of its discs, within the rim."""
    return [i.box.w for i in page.listed.items if isinstance(i, Shape) and i.form == "ellipse" and i.box.w > 100][1]


def filled(page: Drawn) -> list[bool]:
    dots = [i for i in page.listed.items if isinstance(i, Shape) and i.form == "ellipse" and i.box.w == 56]
    return [bool(dot.fill) for dot in dots]


@pytest.mark.parametrize("step", [BARE, USUAL, FULL, PICTURED], ids=lambda step: step.id)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_can_be_read_while_the_class_breathes(draw: Draw, room: Room, step: Calm, language: str) -> None:
    for second in (0, 5, 400):
        check(draw(step, room, timer=Countdown(300, 300 - second, True), language=language))


def test_a_press_on_the_sun_starts_the_breathing(draw: Draw, room: Room) -> None:
    controls = [(c.action, c.label) for c in draw(USUAL, room).listed.controls() if c.action != "help"]
    assert controls == [("timer", "Breathe together")]
    assert not [c for c in draw(BARE, room).listed.controls() if c.action != "help"]


def test_the_sun_grows_for_four_seconds_and_shrinks_for_six(draw: Draw, room: Room) -> None:
    widths = [sun(at(draw, second, room)) for second in range(10)]
    assert widths[:4] == sorted(set(widths[:4]))
    assert widths[3:] == sorted(set(widths[3:]), reverse=True)
    assert widths == [sun(at(draw, second + 10, room)) for second in range(10)]
    assert ["in" in at(draw, second, room).words for second in (0, 3, 4, 9)] == [True, True, False, False]


def test_the_discs_tell_which_breath_it_is_and_then_it_is_still(draw: Draw) -> None:
    assert [filled(at(draw, second)).count(True) for second in (0, 9, 10, 29, 30)] == [1, 1, 2, 3, 3]
    rest = [at(draw, second).listed for second in (30, 31, 290, 400)]
    assert all(listed == rest[0] for listed in rest)
    assert not [c for c in rest[0].controls() if c.action == "timer"]
