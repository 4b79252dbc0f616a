"""Whatever is pressed, in whatever order."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from classroom import Room, beats
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.session.state import replay

Press = Callable[[Room], None]

SHOWN = st.sampled_from(["next"] * 6 + ["back"] * 2 + ["timer_toggle", "undo", "stay", "vote", "vote"]).map(
    lambda name: (name, ())
)
NUMBERED = st.one_of(
    st.tuples(st.sampled_from(["go_to", "choose", "what_if"]), st.tuples(st.integers(-1, 7))),
    st.tuples(st.just("instead"), st.tuples(st.integers(-1, 3), st.integers(-1, 2))),
    st.tuples(st.just("count"), st.tuples(st.integers(-1, 3), st.sampled_from([-1, 1, 1]))),
    st.tuples(st.just("set_count"), st.tuples(st.integers(0, 3), st.integers(-5, 2000))),
    st.tuples(st.just("add_time"), st.tuples(st.sampled_from([-60, 60]))),
)
COVERS = st.sampled_from(["blank", "help_card", "freeze", "escape", "f5"]).map(lambda name: (name, ()))
TIME = st.tuples(st.just("pass_by"), st.tuples(st.sampled_from([0.25, 7.0, 300.0, -5.0])))
CUT = st.just(("power_cut", ()))
PRESSES = st.lists(st.one_of(SHOWN, SHOWN, NUMBERED, COVERS, TIME), max_size=40)


def press(room: Room, name: str, given: tuple[object, ...]) -> None:
    owner = {"pass_by": room.clock, "power_cut": room}.get(name, room.session)
    getattr(owner, name)(*given)


def check(room: Room) -> None:
    """What holds whatever was pressed."""
    for view in (room.seen(), room.own()):
        assert 0 <= view.at < view.total == len(room.session.stops)
        assert room.session.stops[view.at] == (view.step.id, view.round)
        assert 0 <= view.beat < room.session.scene.beats(view)
        assert all(0 <= count <= 999 for totals in view.counts for count in totals)
        assert len(view.counts) in (0, view.round)
        assert view.vote in ("", "open", "shown")
        assert not view.vote or len(view.counts[0]) > 1
        assert view.timer is None or view.timer.left <= view.timer.seconds
    assert room.own().cover == ""
    assert room.session.state.cue in ("", "choose", "tie", "finished", "end")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(SHOWN, SHOWN, NUMBERED, COVERS, TIME, CUT), max_size=40))
def test_whatever_is_pressed_the_session_holds_and_the_journal_replays_to_it(presses: list[tuple[str, tuple]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        room = Room(Path(folder))
        for name, given in presses:
            press(room, name, given)
            check(room)
        assert replay(room.journal.events()) == room.session.state
        room.journal.close()


@settings(max_examples=60, deadline=None)
@given(PRESSES)
def test_back_undoes_a_press_of_next(presses: list[tuple[str, tuple]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        room = Room(Path(folder))
        for name, given in presses:
            press(room, name, given)
        room.session.f5()
        before = room.own()
        room.press()
        if room.own() != before and before.vote != "shown":  # back from where the class's choice led, the vote is over
            room.session.back()
            assert room.own() == before
        room.journal.close()


@settings(max_examples=60, deadline=None)
@given(PRESSES, PRESSES)
def test_a_frozen_picture_never_changes_until_it_is_let_go(
    before: list[tuple[str, tuple]], during: list[tuple[str, tuple]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        room = Room(Path(folder))
        for name, given in before:
            press(room, name, given)
        if not room.session.state.frozen:
            room.session.freeze()
        frozen = room.seen()._replace(cover="")
        for name, given in during:
            if name not in ("freeze", "escape", "f5"):
                press(room, name, given)
                assert room.seen()._replace(cover="") == frozen
        room.journal.close()


@settings(max_examples=60, deadline=None)
@given(PRESSES)
def test_the_preview_always_shows_what_the_next_press_does(presses: list[tuple[str, tuple]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        room = Room(Path(folder))
        for name, given in presses:
            press(room, name, given)
        room.session.f5()
        promised, before = room.session.next_view(room.clock()), room.own()
        room.press()
        assert room.own() == (promised or before)
        assert beats(room.own()) >= 1
        room.journal.close()
