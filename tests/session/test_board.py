"""Work at the board: whatever is pressed, each item lies in one place, and all can be taken back."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from classroom import Room, lesson
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.lesson.model import Activity, Answer, Fill, Match, Observe, Order, Quiz, Slide, Sort, Spot, Step
from workshop.lesson.values import Area
from workshop.session.board import found, items, places, work_of
from workshop.session.state import replay

SORT = Sort(id="sort", kind="sort", groups={"Kind": ("Hi", "Thanks"), "Unsure": ("How old?",), "Pressure": ("Now!",)})
MATCH = Match(id="match", kind="match", pairs={"Moon": "Night", "Sun": "Day", "Rain": "Coat"})
ORDER = Order(id="order", kind="order", items=("Stop", "Keep", "Tell"))
FILL = Fill(id="fill", kind="fill", text="Keep the [chat] and [tell] an [adult].")
QUIZ = Quiz(id="quiz", kind="quiz", ask="Which?", answers=(Answer(right="This"), Answer(wrong="That")))
TODO = Activity(id="todo", kind="activity", ask="Draw", instructions=("Agree.", "Sketch.", "Hang it up."))
LOOK = Observe(
    id="look",
    kind="observe",
    picture="p",
    spots=tuple(Spot(at=Area(10 * n, 10, 10, 10), text=f"Spot {n}") for n in range(4)),
)
WORKED = (SORT, MATCH, ORDER, FILL, QUIZ, TODO, LOOK)
STEPS = (Slide(id="first", kind="slide"), *WORKED, Slide(id="last", kind="slide"))
COMMANDS = st.one_of(
    st.tuples(st.sampled_from(["take", "lift", "mark", "find"]), st.tuples(st.integers(-1, 5))),
    st.tuples(st.just("put"), st.tuples(st.integers(-1, 5), st.integers(-1, 5))),
)
AROUND = st.sampled_from(["next", "back", "undo", "undo"]).map(lambda name: (name, ()))


def a_room(folder: Path, step: Step) -> Room:
    room = Room(folder, lesson(*STEPS))
    room.go(step.id)
    return room


def work(room: Room) -> tuple[int, ...]:
    return work_of(room.own())


@pytest.fixture(params=WORKED, ids=lambda step: step.id)
def step(request: pytest.FixtureRequest) -> Step:
    return request.param  # type: ignore[no-any-return]


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(WORKED), st.lists(st.one_of(COMMANDS, COMMANDS, AROUND), max_size=40))
def test_whatever_is_done_each_item_lies_in_one_place(step: Step, presses: list[tuple[str, tuple[int, ...]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        room = a_room(Path(folder), step)
        for name, given in presses:
            owner = room.session if name in ("next", "back", "undo") else room.session.board
            getattr(owner, name)(*given)
            if room.own().step.id != step.id:
                room.go(step.id)
            known, held = work(room), room.own().held
            assert len(known) == items(step)
            most = items(step) if isinstance(step, Observe) else max(1, places(step))
            assert all(-1 <= place < most for place in known)
            assert -1 <= held < items(step)
            taken = [place for place in known if place >= 0]
            if isinstance(step, (Match, Order, Fill, Observe)):
                assert len(taken) == len(set(taken))
        assert replay(room.journal.events()) == room.session.state
        room.journal.close()


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(WORKED), st.lists(COMMANDS, max_size=20))
def test_all_that_was_done_can_be_taken_back(step: Step, presses: list[tuple[str, tuple[int, ...]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        room = a_room(Path(folder), step)
        before = room.own()
        for name, given in presses:
            getattr(room.session.board, name)(*given)
        while room.session.state.undos.get(room.session.state.stop):
            room.session.undo()
        assert room.own()._replace(held=-1) == before._replace(work=room.own().work)
        assert work(room) == (-1,) * items(step)
        room.journal.close()


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(WORKED), st.lists(st.one_of(COMMANDS, AROUND), max_size=20))
def test_work_is_kept_through_a_power_cut_and_another_step(
    step: Step, presses: list[tuple[str, tuple[int, ...]]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        room = a_room(Path(folder), step)
        for name, given in presses:
            owner = room.session if name in ("next", "back", "undo") else room.session.board
            getattr(owner, name)(*given)
            room.go(step.id)
        before = work(room)
        room.power_cut()
        assert work(room) == before
        room.go("first")
        room.go(step.id)
        assert work(room) == before
        room.journal.close()


def test_a_place_that_takes_one_gives_back_what_was_there(tmp_path: Path) -> None:
    for step in (MATCH, ORDER, FILL):
        (tmp_path / step.id).mkdir()
        room = a_room(tmp_path / step.id, step)
        room.session.board.put(0, 2)
        room.session.board.put(1, 2)
        assert work(room) == (-1, 2, -1)
        room.journal.close()


def test_a_group_takes_many(tmp_path: Path) -> None:
    room = a_room(tmp_path, SORT)
    for card in range(4):
        room.session.board.put(card, 2)
    assert work(room) == (2, 2, 2, 2)
    room.journal.close()


def test_a_mark_is_made_and_taken_away(tmp_path: Path) -> None:
    for step in (QUIZ, TODO):
        (tmp_path / step.id).mkdir()
        room = a_room(tmp_path / step.id, step)
        room.session.board.mark(1)
        assert work(room)[1] == 0
        room.session.board.mark(1)
        assert work(room)[1] == -1
        room.journal.close()


def test_spots_are_told_in_the_order_of_finding_and_then_of_the_list(tmp_path: Path) -> None:
    room = a_room(tmp_path, LOOK)
    room.session.board.find(2)
    room.session.board.find(0)
    room.session.board.find(2)  # known already
    assert room.own().beat == 2
    room.press()
    view = room.own()
    assert found(LOOK, work_of(view), view.beat) == (2, 0, 1)
    room.session.back()
    room.session.board.find(3)
    view = room.own()
    assert found(LOOK, work_of(view), view.beat) == (2, 0, 3)
    room.journal.close()


def test_what_can_not_be_done_does_nothing(tmp_path: Path, step: Step) -> None:
    room = a_room(tmp_path, step)
    before = room.session.state
    board = room.session.board
    for command in (board.take, board.lift, board.mark, board.find):
        command(-1)
        command(99)
    board.put(0, 99)
    board.put(99, 0)
    if not isinstance(step, (Quiz, Activity)):
        board.mark(0)
    if not isinstance(step, Observe):
        board.find(0)
    assert room.session.state == before
    room.journal.close()
