"""What can be done, as one table: its words, icon and keys, and where it applies.

Buttons, menus, shortcuts, the shortcut sheet and the clash test all come from `ACTIONS`. A place is a dotted name,
and what applies at a place applies at the places inside it: an action of "home" works in "home.library" too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class Action(NamedTuple):
    """One thing to do. `keys` are Qt's names of keys, the first is the one that is shown."""

    id: str
    text: str
    icon: str
    keys: tuple[str, ...]
    where: str


ACTIONS = (
    Action("text-larger", "Larger text", "a-large-small", ("Ctrl++", "Ctrl+="), "home"),
    Action("text-smaller", "Smaller text", "a-large-small", ("Ctrl+-",), "home"),
    Action("text-normal", "Text at its normal size", "a-large-small", ("Ctrl+0",), "home"),
    Action("next-theme", "Change colours", "moon", ("Ctrl+Shift+L",), "home"),
    Action("help-card", "Help card", "life-buoy", ("Ctrl+H",), "home"),
    Action("search", "Search lessons", "search", ("Ctrl+F", "/"), "home.library"),
    Action("clear-search", "Clear the search", "x", ("Esc",), "home.library"),
    Action("resume", "Resume", "play", ("Ctrl+R",), "home.library"),
    Action("own-lessons", "Open the folder", "folder-open", ("Ctrl+O",), "home.library"),
    Action("back", "Back to the library", "arrow-left", ("Esc", "Alt+Left"), "home.lesson"),
    Action("present", "Present", "presentation", ("F5",), "home.lesson"),
    Action("next", "Next", "arrow-right", ("PgDown", "Right", "Down", "Space"), "present"),
    Action("back", "Back", "arrow-left", ("PgUp", "Left", "Up", "Backspace"), "present"),
    Action("blank", "Blank", "moon", ("B", "."), "present"),
    Action("freeze", "Freeze", "snowflake", ("F",), "present"),
    Action("help-card", "Help card", "life-buoy", ("H",), "present"),
    Action("show", "Show the lesson", "presentation", ("F5",), "present"),
    Action("escape", "Uncover, unfreeze, then ask to end", "x", ("Esc",), "present"),
    Action("timer", "Start or pause the timer", "timer", ("T",), "present"),
    Action("time-more", "One minute more", "plus", ("+", "="), "present"),
    Action("time-less", "One minute less", "minus", ("-",), "present"),
    Action("undo-count", "Take back the last count", "undo-2", ("Ctrl+Z",), "present"),
    Action("what-if", "Back to the choice: what if …?", "undo-2", ("W",), "present"),
    Action("swap", "Swap the screens", "arrow-left-right", ("S",), "present"),
    Action("notes", "Show or hide the notes", "notebook-text", ("N",), "present"),
    Action("notes-larger", "Larger notes", "a-large-small", ("Ctrl++", "Ctrl+="), "present"),
    Action("notes-smaller", "Smaller notes", "a-large-small", ("Ctrl+-",), "present"),
    Action("next-theme", "Change the projector's colours", "palette", ("Ctrl+Shift+L",), "present"),
    Action("keys", "All keys", "keyboard", ("F1", "?"), "present"),
    *(Action(f"choice-{n}", f"Choice {n}, or one hand more", "plus", (str(n),), "present") for n in range(1, 7)),
    *(Action(f"fewer-{n}", f"One hand less for {n}", "minus", (f"Shift+{n}",), "present") for n in range(1, 7)),
)


def inside(place: str, where: str) -> bool:
    """True when `place` is `where` or lies inside it."""
    return place == where or place.startswith(where + ".")


def clashes(table: Iterable[Action]) -> list[tuple[str, str, str]]:
    """Pairs of actions that one key would call in the same place: (id, id, key)."""
    found = []
    for one, other in combinations(table, 2):
        if inside(one.where, other.where) or inside(other.where, one.where):
            found += [(one.id, other.id, key) for key in one.keys if key in other.keys]
    return found


def bind(
    widget: QWidget, where: str, handlers: Mapping[str, Callable[[], object]], table: Iterable[Action] = ACTIONS
) -> dict[str, QAction]:
    """Make the actions of exactly this place, working while the focus is in `widget`; by id.

    Raises KeyError where an action has no handler, ValueError where a handler has no action.
    """
    here = [action for action in table if action.where == where]
    if unknown := set(handlers) - {action.id for action in here}:
        raise ValueError(f"{where} has no actions called {sorted(unknown)}")
    return {action.id: _bound(widget, action, handlers[action.id]) for action in here}


def _bound(widget: QWidget, action: Action, handler: Callable[[], object]) -> QAction:
    made = QAction(action.text, widget)
    made.setShortcuts([QKeySequence(key) for key in action.keys])
    made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.setToolTip(hint(action))
    made.triggered.connect(lambda _checked=False: handler())
    widget.addAction(made)
    return made


def hint(action: Action) -> str:
    """The words and the first key, for a tool tip: "Search lessons (Ctrl+F)"."""
    if not action.keys:
        return action.text
    return f"{action.text} ({QKeySequence(action.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)})"
