"""A scenario that the class steers."""

from __future__ import annotations

import pytest
from classroom import Room

from workshop.session.view import Turn


@pytest.fixture
def story(room: Room) -> Room:
    room.go("story")
    return room


def told(room: Room) -> tuple[str, int, tuple[tuple[str, int], ...]]:
    view = room.own()
    return view.card, view.beat, tuple(tuple(turn) for turn in view.path)


def test_choosing_too_early_first_shows_the_whole_card(story: Room) -> None:
    story.session.choose(0)
    assert told(story) == ("asks", 3, ())
    story.session.choose(0)
    assert told(story) == ("secret", 0, (("asks", 0),))


def test_next_takes_the_only_way_on_and_leaves_at_the_ending(story: Room) -> None:
    story.session.choose(0)
    story.session.choose(0)
    story.press(2)
    assert told(story) == ("helped", 0, (("asks", 0), ("secret", 0)))
    story.press()
    assert story.where() == ("line", 2, 0)


def test_next_at_several_choices_asks_and_leaves_the_story_when_pressed_again(story: Room) -> None:
    story.press(3)
    assert (told(story), story.session.state.cue) == (("asks", 3, ()), "")
    story.press()
    assert (told(story), story.session.state.cue) == (("asks", 3, ()), "choose")
    story.press()
    assert (story.where(), story.session.state.cue) == (("line", 2, 0), "")


def test_back_undoes_a_choice_and_shows_the_card_where_it_was_made(story: Room) -> None:
    story.press(3)
    story.session.choose(1)
    story.session.back()
    assert told(story) == ("asks", 3, ())


def test_back_into_a_story_finds_its_last_card(story: Room) -> None:
    story.press(3)
    story.session.choose(0)
    story.press(3)
    assert story.where() == ("line", 2, 0)
    story.session.back()
    assert told(story)[0] == "helped"


def test_what_if_goes_back_and_remembers_the_way_not_taken(story: Room) -> None:
    story.press(3)
    story.session.choose(1)
    story.press()
    story.session.choose(0)
    story.session.what_if(1)
    assert told(story) == ("angry", 1, (("asks", 1),))
    story.session.what_if(0)
    assert told(story) == ("asks", 3, ())
    assert story.session.state.explored == {"story": frozenset({Turn("asks", 1), Turn("angry", 0)})}
    story.session.what_if(5)
    assert told(story) == ("asks", 3, ())


def test_a_key_without_a_choice_does_nothing(story: Room) -> None:
    story.session.choose(5)
    story.session.choose(-1)
    assert told(story) == ("asks", 0, ())
    story.go("quiz")
    story.session.choose(0)
    assert story.where() == ("quiz", 1, 0)


def test_coming_to_a_story_again_from_the_step_before_starts_it_anew(story: Room) -> None:
    story.press(3)
    story.session.choose(0)
    story.go("line")
    story.press()
    assert told(story) == ("asks", 0, ())
