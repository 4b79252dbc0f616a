"""The cool-down: calm words, slow breaths to count, and nothing that moves."""

from __future__ import annotations

import pytest
from drawing import Draw, Room, check

from workshop.lesson.model import Calm
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
