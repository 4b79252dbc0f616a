"""Hands counted in the room."""

from __future__ import annotations

from classroom import LINE, Room

from workshop.lesson.model import Poll
from workshop.session.polls import poll_labels


def test_an_opinion_line_is_counted_at_its_ends_and_between() -> None:
    assert poll_labels(LINE) == ("Disagree", "In between", "Agree")
    assert poll_labels(Poll(id="p", kind="poll", ask="?", choices=("Yes", "No"))) == ("Yes", "No")
    assert len(poll_labels(Poll(id="p", kind="poll", ask="?"))) == 3


def test_the_second_vote_stands_beside_the_first(room: Room) -> None:
    room.go("line")
    room.session.count(0, 1)
    room.session.set_count(2, 11)
    assert room.seen().counts == ((1, 0, 11),)
    room.go("line", 2)
    assert room.seen().counts == ((1, 0, 11), (0, 0, 0))
    room.session.count(1, 1)
    assert room.seen().counts == ((1, 0, 11), (0, 1, 0))


def test_a_count_never_falls_below_nobody_nor_rises_above_999(room: Room) -> None:
    room.go("line")
    room.session.count(0, -1)
    room.session.set_count(1, 5000)
    room.session.count(1, 1)
    room.session.count(7, 1)
    assert room.seen().counts == ((0, 999, 0),)


def test_a_wrong_key_is_taken_back_one_by_one(room: Room) -> None:
    room.go("line")
    room.session.count(0, 1)
    room.session.count(1, 1)
    room.session.undo()
    assert room.seen().counts == ((1, 0, 0),)
    for _ in range(3):
        room.session.undo()
    assert room.seen().counts == ((0, 0, 0),)


def test_counting_anywhere_else_does_nothing(room: Room) -> None:
    room.session.count(0, 1)
    room.session.undo()
    assert room.seen().counts == ()
    assert room.session.state.tallies == {}


def test_many_counts_can_be_taken_back_but_not_without_end(room: Room) -> None:
    room.go("line")
    for _ in range(300):
        room.session.count(0, 1)
    for _ in range(400):
        room.session.undo()
    assert 0 < room.seen().counts[0][0] < 300
