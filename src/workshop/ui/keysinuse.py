"""The keys of presenting on this computer: the table of actions with what was changed."""

from __future__ import annotations

from collections.abc import Callable

from workshop.settings import SettingsFile
from workshop.ui.actions import (
    ACTIONS,
    PRESENT,
    Action,
    Changed,
    forget,
    learn,
    owner,
    put_back,
    refusal,
    shown_key,
    with_keys,
)


class KeysInUse:
    """One for all windows of a lesson. `listeners` are called after every change."""

    def __init__(self, settings: SettingsFile) -> None:
        self._settings = settings
        self.listeners: list[Callable[[], object]] = []
        self.table: tuple[Action, ...] = ()
        self.ids: dict[str, str] = {}  # a key's name to its action's id
        self._read()

    @property
    def changed(self) -> Changed:
        """What differs from the usual keys."""
        return self._settings.value.keys

    def change(self, changed: Changed) -> None:
        """Other keys from now on, and another time. Raises WorkshopError where they can't be remembered.

        They are in use all the same.
        """
        try:
            self._settings.change(keys=changed)
        finally:
            self._read()
            for listener in self.listeners:
                listener()

    def cap(self, action: str) -> str:
        """The first key of an action as this computer calls it; "" where it has none."""
        return next((shown_key(one.keys[0]) for one in self.table if one.id == action and one.keys), "")

    def learn(self, action: str, key: str) -> None:
        """Add a key to an action. Raises WorkshopError where it can't be taken."""
        self.change(learn(ACTIONS, self.changed, action, key))

    def forget(self, action: str, key: str) -> None:
        """Take a key from an action. Raises WorkshopError where it must stay."""
        self.change(forget(ACTIONS, self.changed, action, key))

    def put_back(self, action: str) -> None:
        """Give an action its usual keys. Raises WorkshopError where another must keep one."""
        self.change(put_back(ACTIONS, self.changed, action))

    def refusal(self, action: str, key: str) -> str:
        """Why an action can't have a key; "" where it can."""
        return refusal(ACTIONS, self.changed, action, key)

    def owner(self, key: str) -> Action | None:
        """The action that a key calls."""
        return owner(self.table, key)

    def _read(self) -> None:
        self.table = tuple(one for one in with_keys(ACTIONS, self.changed) if one.where == PRESENT)
        self.ids = {key: one.id for one in self.table for key in one.keys}
