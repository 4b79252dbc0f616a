"""However a class works at the board and whatever is told meanwhile, each picture can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawing import ROOMS, Draw, Drawn, Room, check, covered_words
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_packaged import FOLDERS, lesson_in, views

from workshop.lesson.model import Activity, Answer, Fill, Match, Observe, Order, Quiz, Sort, Spot, Step
from workshop.lesson.values import Area
from workshop.session.board import items, places
from workshop.session.view import View
from workshop.stage.compose import Stage
from workshop.stage.displaylist import Control, Icon
from workshop.stage.page import Setting
from workshop.stage.qtmeasure import QtMeasure
from workshop.stage.theme import theme
from workshop.stage.words import words

STEPS: tuple[Step, ...] = (
    Sort(
        id="sort",
        kind="sort",
        ask="How does it feel?",
        groups={"Friendly": ("Hi!", "Which pens do you use?", "Ok"), "Pressure": ("Now, or I’m gone!", "You owe me.")},
        because={"Hi!": "It asks for nothing."},
    ),
    Match(id="match", kind="match", pairs={"“Our secret”": "Secrecy", "“Quick!”": "Hurry", "“So mature”": "Flattery"}),
    Order(id="order", kind="order", items=("Stop", "Keep the messages", "Tell an adult", "Report")),
    Fill(id="fill", kind="fill", text="Keep the [chat], [tell] an [adult] and [breathe]."),
    Quiz(
        id="quiz",
        kind="quiz",
        ask="Which is pressure?",
        answers=(Answer(right="Our secret", because="Secrecy."), Answer(wrong="Well done", because="Kind.")),
    ),
    Activity(id="todo", kind="activity", ask="Make a poster", instructions=("Agree.", "Sketch.", "Hang it up.")),
    Observe(
        id="look",
        kind="observe",
        picture="costumes",
        spots=tuple(Spot(at=Area(25 * n, 30, 15, 30), text=f"Spot {n}") for n in range(4)),
    ),
)


def some_work(data: st.DataObject, step: Step) -> tuple[int, ...]:
    """Work as `session.board` may leave it: places that take one hold no two items."""
    if isinstance(step, (Sort, Quiz, Activity)):
        place = st.integers(-1, max(1, places(step)) - 1)
        return tuple(data.draw(st.lists(place, min_size=items(step), max_size=items(step))))
    mixed = data.draw(st.permutations(range(items(step))))
    return tuple(place if data.draw(st.booleans()) else -1 for place in mixed)


def answerable(control: Control, step: Step) -> bool:
    """Whether the numbers of a control are those of an item and a place that there are."""
    name, *numbers = control.action.split(":")
    item, place = [*map(int, numbers), 0][:2]
    return name in ("mark", "find", "take", "lift", "put") and item < items(step) and place < max(1, places(step))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), step=st.sampled_from(STEPS), room=st.sampled_from(ROOMS), sensitive=st.booleans())
def test_whatever_the_class_does_the_picture_can_be_read(
    draw: Draw, data: st.DataObject, step: Step, room: Room, sensitive: bool
) -> None:
    work, held = some_work(data, step), data.draw(st.integers(-1, items(step) - 1))
    for page in draw.each_beat(step, room, work=work, held=held, sensitive=sensitive):
        if not isinstance(step, Observe):  # numbers in a picture may touch
            check(page)
        pressed = [control for control in page.listed.controls() if control.works and control.action]
        assert all(answerable(control, step) for control in pressed)
        keys = [control.key for control in pressed if control.key]
        assert len(keys) == len(set(keys))
        assert all(control.label for control in pressed)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), step=st.sampled_from(STEPS), room=st.sampled_from(ROOMS))
def test_once_all_is_told_nothing_is_left_of_what_the_class_thought(
    draw: Draw, data: st.DataObject, step: Step, room: Room
) -> None:
    if isinstance(step, (Activity, Observe)):
        return  # what is done stays done, and what was found first is told first
    last = draw(step, room).beats - 1
    worked = draw(step, room, last, work=some_work(data, step))
    assert worked.listed == draw(step, room, last).listed
    assert not any(control.works for control in worked.listed.controls())


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), step=st.sampled_from(STEPS), room=st.sampled_from(ROOMS))
def test_before_it_is_told_no_thought_looks_right_or_wrong(
    draw: Draw, data: st.DataObject, step: Step, room: Room
) -> None:
    if isinstance(step, Activity):
        return
    page = draw(step, room, work=some_work(data, step))
    icons = {item.name for item in page.listed.items if isinstance(item, Icon)}
    assert not icons & {"check", "x", "circle-x", "circle-check", "thumbs-up", "thumbs-down"}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("room", ROOMS, ids=lambda room: f"{room.canvas.width:g}-{room.theme}")
def test_so_can_every_lesson_that_ships(folder: Path, room: Room) -> None:
    lesson = lesson_in(folder)
    stage = Stage(Setting(lesson, folder, words(lesson.language)), theme(room.theme), QtMeasure())
    for view in views(lesson):
        for seen in _worked(view):
            beats = stage.beats(seen, room.canvas)
            for beat in range(beats):
                shown = seen._replace(beat=beat)
                drawn = Drawn(stage.compose(shown, room.canvas), beats, stage.fits(shown, room.canvas))
                check(drawn)
                assert not covered_words(drawn)


def _worked(view: View) -> list[View]:
    """A step with all in the first place, and with one item in each place."""
    count, most = items(view.step), max(1, places(view.step))
    if not count or isinstance(view.step, Observe):
        return []
    alike = (0,) * count if isinstance(view.step, (Sort, Quiz, Activity)) else (*range(1, count), 0)
    return [view._replace(work=alike), view._replace(work=tuple((at + 1) % most for at in range(count)), held=0)]
