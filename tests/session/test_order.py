"""The running order that a teacher finds on the console."""

from __future__ import annotations

from classroom import LINE, QUIZ, STORY, TALK, lesson

from workshop.lesson.model import Slide
from workshop.lesson.values import Ages
from workshop.session.order import Stop, nearest, stops


def ids(found: tuple[Stop, ...]) -> list[str]:
    return [stop.step_id if stop.round == 1 else f"{stop.step_id} again" for stop in found]


def test_the_second_vote_comes_right_after_the_step_it_waits_for() -> None:
    assert ids(stops(lesson())) == ["welcome", "line", "story", "line again", "talk", "quiz", "help"]


def test_a_vote_that_waits_for_an_earlier_or_missing_step_is_held_once() -> None:
    assert ids(stops(lesson(STORY, LINE))) == ["story", "line"]
    assert ids(stops(lesson(LINE, TALK))) == ["line", "talk"]


def test_hidden_steps_are_left_out_and_so_is_a_vote_after_them() -> None:
    hidden = Slide(id="old", kind="slide", hidden=True)
    assert ids(stops(lesson(LINE, STORY, hidden, QUIZ), frozenset({"story"}))) == ["line", "quiz"]


def test_steps_for_other_ages_are_left_out_only_when_the_class_is_known() -> None:
    older = Slide(id="older", kind="slide", ages=Ages(14, 16))
    assert ids(stops(lesson(older, QUIZ), ages=Ages(8, 11))) == ["quiz"]
    assert ids(stops(lesson(older, QUIZ), ages=Ages(11, 14))) == ["older", "quiz"]
    assert ids(stops(lesson(older, QUIZ))) == ["older", "quiz"]


def test_a_stop_that_is_gone_gives_way_to_the_nearest_earlier_one() -> None:
    a, b, c = Stop("a"), Stop("b"), Stop("c")
    assert nearest(c, (a, b, c), (a, c)) == c
    assert nearest(c, (a, b, c), (a, b)) == b
    assert nearest(b, (b, c), (c,)) == c
