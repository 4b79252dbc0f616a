"""The class votes on a story's choices: hands are counted, shown, and followed; the facilitator may override."""

from __future__ import annotations

import pytest
from classroom import Room

from workshop.session.view import Turn


@pytest.fixture
def story(room: Room) -> Room:
    room.go("story")
    return room


def hands(room: Room, *totals: int) -> None:
    """Open a vote and count so many hands for each choice."""
    room.session.vote()
    for choice, total in enumerate(totals):
        for _ in range(total):
            room.session.count(choice, 1)


def test_a_vote_shows_the_whole_card_and_counts_only_while_it_is_open(story: Room) -> None:
    story.session.count(0, 1)
    assert story.session.state.tallies == {}
    story.session.vote()
    assert (story.own().beat, story.own().vote, story.own().counts) == (3, "open", ((0, 0),))
    story.session.count(1, 1)
    assert story.own().counts == ((0, 1),)
    story.session.vote()
    story.session.count(1, -1)
    assert (story.own().vote, story.own().counts) == ("", ())
    story.session.vote()
    assert story.own().counts == ((0, 1),)  # closed by mistake, nothing is lost


def test_next_shows_the_totals_and_then_follows_the_class(story: Room) -> None:
    hands(story, 2, 3)
    story.press()
    assert (story.own().vote, story.own().card) == ("shown", "asks")
    story.press()
    assert (story.own().vote, story.own().path) == ("", (Turn("asks", 1),))


def test_back_hides_the_totals_then_ends_the_vote(story: Room) -> None:
    hands(story, 2, 3)
    story.press()
    told = []
    for _ in range(3):
        story.session.back()
        told.append((story.own().vote, story.own().card, story.own().beat))
    assert told == [("open", "asks", 3), ("", "asks", 3), ("", "asks", 2)]


def test_a_tie_is_told_to_the_facilitator_who_may_pick(story: Room) -> None:
    hands(story, 2, 2)
    story.press(2)
    assert (story.own().vote, story.session.state.cue) == ("shown", "tie")
    story.session.choose(0)
    assert story.own().path == (Turn("asks", 0),)


def test_one_hand_more_settles_a_tie(story: Room) -> None:
    hands(story, 2, 2)
    story.press(2)
    story.session.count(1, 1)
    assert story.session.state.cue == ""
    story.press()
    assert story.own().path == (Turn("asks", 1),)


def test_next_at_a_tie_ends_the_vote_without_a_choice(story: Room) -> None:
    hands(story, 2, 2)
    story.press(3)
    assert (story.own().vote, story.own().path, story.session.state.cue) == ("", (), "")


def test_a_vote_that_nobody_counted_ends_without_a_choice(story: Room) -> None:
    hands(story)
    story.press(2)
    assert (story.own().vote, story.own().path) == ("", ())


def test_the_facilitator_may_take_another_choice_than_the_class(story: Room) -> None:
    hands(story, 0, 3)
    story.session.choose(0)
    assert (story.own().vote, story.own().path) == ("", (Turn("asks", 0),))


def test_asked_what_if_the_class_votes_anew(story: Room) -> None:
    hands(story, 0, 3)
    story.press(2)
    story.session.back_to_choice()
    story.session.undo()
    story.session.vote()
    assert story.own().counts == ((0, 0),)


def test_going_elsewhere_and_back_keeps_the_totals_but_ends_the_vote(story: Room) -> None:
    hands(story, 1, 3)
    story.go("line")
    story.go("story")
    assert story.own().vote == ""
    story.session.vote()
    assert story.own().counts == ((1, 3),)


def test_a_wrong_key_in_a_vote_is_taken_back(story: Room) -> None:
    hands(story, 1, 1)
    story.session.undo()
    assert story.own().counts == ((1, 0),)


def test_a_frozen_picture_shows_no_hands_that_were_counted_since(story: Room) -> None:
    hands(story, 1, 1)
    story.session.freeze()
    story.session.count(0, 1)
    story.press(2)
    assert (story.seen().vote, story.seen().counts, story.seen().card) == ("open", ((1, 1),), "asks")
    story.session.freeze()
    assert story.seen().card == "secret"


def test_after_a_power_cut_the_hands_are_there_and_the_vote_can_be_opened_again(story: Room) -> None:
    hands(story, 2, 1)
    story.power_cut()
    assert (story.own().card, story.own().vote) == ("asks", "")
    story.session.vote()
    assert story.own().counts == ((2, 1),)


def test_a_card_with_one_choice_needs_no_vote(story: Room) -> None:
    story.press(3)
    story.session.choose(0)
    story.session.vote()
    assert story.own().vote == ""


def test_from_the_end_the_class_goes_straight_into_another_path(story: Room) -> None:
    story.press(3)
    for _ in range(3):
        story.session.choose(1)
    assert story.own().card == "helped"
    story.session.instead(0, 0)
    assert (story.own().card, story.own().path) == ("secret", (Turn("asks", 0),))
    assert story.session.state.explored["story"] == {Turn("asks", 0), Turn("asks", 1), Turn("angry", 1)}
    for turns, choice in ((-1, 0), (5, 0), (0, 5), (1, 7)):
        story.session.instead(turns, choice)
    assert story.own().path == (Turn("asks", 0),)
    story.session.instead(1, 0)
    assert story.own().card == "helped"
    story.go("quiz")
    story.session.instead(0, 0)
    assert story.where() == ("quiz", 1, 0)
