"""Changed keys: what a key does is the facilitator's to say, and no way out is ever lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.lesson.problems import WorkshopError
from workshop.ui.actions import (
    ACTIONS,
    FIXED,
    NEEDED,
    PRESENT,
    Action,
    clashes,
    forget,
    key_name,
    learn,
    owner,
    refusal,
    with_keys,
)

HERE = tuple(action for action in ACTIONS if action.where == PRESENT)
IDS = [action.id for action in HERE]
NAMES = sorted({key for action in HERE for key in action.keys} | {"X", "F8", "Tab", "Media Next", "Ctrl+B", "β"})


def keys_of(table: tuple[Action, ...], action: str) -> tuple[str, ...]:
    return next(one.keys for one in table if (one.id, one.where) == (action, PRESENT))


def test_nothing_changed_is_the_table_itself() -> None:
    assert with_keys(ACTIONS, {}) == ACTIONS


def test_an_unknown_key_of_a_clicker_is_learnt_beside_the_usual_ones() -> None:
    changed = learn(ACTIONS, {}, "next", "Media Next")
    assert changed == {"next": ("PgDown", "Right", "Down", "Space", "Media Next")}
    assert owner(with_keys(ACTIONS, changed), "Media Next") == HERE[0]._replace(keys=changed["next"])


def test_a_learnt_key_is_taken_from_the_action_that_had_it() -> None:
    changed = learn(ACTIONS, {}, "freeze", "T")
    table = with_keys(ACTIONS, changed)
    assert keys_of(table, "freeze") == ("F", "T")
    assert keys_of(table, "timer") == ()


def test_what_is_changed_back_is_no_longer_a_change() -> None:
    changed = learn(ACTIONS, {}, "swap", "X")
    assert forget(ACTIONS, changed, "swap", "X") == {}
    assert learn(ACTIONS, changed, "swap", "X") == changed


def test_the_home_window_keeps_its_keys() -> None:
    table = with_keys(ACTIONS, {"search": ("X",), "help-card": ("X",)})
    assert [action for action in table if action.where != PRESENT] == [a for a in ACTIONS if a.where != PRESENT]
    assert keys_of(table, "help-card") == ("X",)


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("Esc", "stays as it is"),
        ("F1", "stays as it is"),
        ("3", "count votes"),
        ("Shift+6", "count votes"),
        ("Return", "move between buttons"),
        ("Shift", "another key"),
        ("no key", "another key"),
        ("N", "the only key of “Show or hide the notes”"),
    ],
)
def test_a_key_that_cannot_be_taken_is_refused_with_the_reason(key: str, why: str) -> None:
    assert why in refusal(ACTIONS, {}, "freeze", key)
    with pytest.raises(WorkshopError, match=why):
        learn(ACTIONS, {}, "freeze", key)


@pytest.mark.parametrize(("action", "key"), [("escape", "Esc"), ("keys", "F1"), ("choice-1", "1"), ("notes", "N")])
def test_a_key_that_must_stay_cannot_be_taken_away(action: str, key: str) -> None:
    with pytest.raises(WorkshopError):
        forget(ACTIONS, {}, action, key)


def test_help_can_move_to_another_key_once_it_has_two() -> None:
    changed = forget(ACTIONS, learn(ACTIONS, {}, "help-card", "X"), "help-card", "H")
    assert learn(ACTIONS, changed, "freeze", "H")["freeze"] == ("F", "H")


def test_an_action_that_came_later_gets_its_key_back_if_it_must_have_one() -> None:
    """A program of another day gave its key away, before there was this action."""
    table = with_keys(ACTIONS, {"freeze": ("F", "N")})
    assert keys_of(table, "notes") == ("N",)
    assert keys_of(table, "freeze") == ("F",)


@given(moves=st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(NAMES), st.booleans()), max_size=40))
@settings(max_examples=60)
def test_whatever_is_learnt_and_forgotten_no_key_does_two_things_and_no_way_out_is_lost(
    moves: list[tuple[str, str, bool]],
) -> None:
    changed: dict[str, tuple[str, ...]] = {}
    for action, key, more in moves:
        try:
            changed = (learn if more else forget)(ACTIONS, changed, action, key)
        except WorkshopError:
            continue
        if more:
            assert key_name(key) in keys_of(with_keys(ACTIONS, changed), action)
    assert_sound(with_keys(ACTIONS, changed))


@given(
    changed=st.dictionaries(
        st.sampled_from(IDS) | st.text(max_size=5),
        st.lists(st.sampled_from(NAMES) | st.text(max_size=8), max_size=4).map(tuple),
    )
)
@settings(max_examples=100)
def test_any_changes_from_a_file_give_a_sound_table(changed: dict[str, tuple[str, ...]]) -> None:
    assert_sound(with_keys(ACTIONS, changed))


def assert_sound(table: tuple[Action, ...]) -> None:
    assert clashes(table) == []
    assert [action._replace(keys=()) for action in table] == [action._replace(keys=()) for action in ACTIONS]
    assert all(keys_of(table, action) for action in NEEDED if action in IDS)
    usual = {key: action.id for action in HERE for key in action.keys}
    assert all(key in keys_of(table, usual[key]) for key in FIXED)
