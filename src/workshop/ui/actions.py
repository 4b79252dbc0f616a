"""What can be done, as one table: its words, icon and keys, and where it applies.

Buttons, menus, shortcuts, the shortcut sheet and the clash test all come from `ACTIONS`. A place is a dotted name,
and what applies at a place applies at the places inside it: an action of "home" works in "home.library" too.

The keys of presenting can be changed. `changed` is a mapping of an action's id to all the keys that it has instead of
the table's; `with_keys` gives the table that is in use; `learn`, `forget` and `put_back` give the next mapping.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from workshop.lesson.problems import WorkshopError

PRESENT = "present"  # the place whose keys can be changed
Changed = Mapping[str, tuple[str, ...]]


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
    Action("keys", "Keys for presenting", "keyboard", ("F1",), "home"),
    Action("search", "Search lessons", "search", ("Ctrl+F", "/"), "home.library"),
    Action("clear-search", "Clear the search", "x", ("Esc",), "home.library"),
    Action("resume", "Resume", "play", ("Ctrl+R",), "home.library"),
    Action("own-lessons", "Open the folder", "folder-open", ("Ctrl+O",), "home.library"),
    Action("back", "Back to the library", "arrow-left", ("Esc", "Alt+Left"), "home.lesson"),
    Action("present", "Present", "presentation", ("F5",), "home.lesson"),
    Action("start", "Start the lesson", "presentation", ("F5",), "ready"),
    Action("leave", "Back, without starting", "arrow-left", ("Esc", "Alt+Left"), "ready"),
    Action("help-card", "Help card", "life-buoy", ("Ctrl+H",), "ready"),
    Action("text-larger", "Larger text", "a-large-small", ("Ctrl++", "Ctrl+="), "ready"),
    Action("text-smaller", "Smaller text", "a-large-small", ("Ctrl+-",), "ready"),
    Action("text-normal", "Text at its normal size", "a-large-small", ("Ctrl+0",), "ready"),
    Action("next-theme", "Change colours", "moon", ("Ctrl+Shift+L",), "ready"),
    Action("next", "Next", "arrow-right", ("PgDown", "Right", "Down", "Space"), "present"),
    Action("back", "Back", "arrow-left", ("PgUp", "Left", "Up", "Backspace"), "present"),
    Action("blank", "Blank", "moon", ("B", ".", "F3"), "present"),
    Action("freeze", "Freeze", "snowflake", ("F",), "present"),
    Action("help-card", "Help card", "life-buoy", ("H", "F2"), "present"),
    Action("neutral", "Calm picture", "eye-off", ("C", "F4"), "present"),
    Action("questions", "Question box", "inbox", ("Q",), "present"),
    Action("disclosure", "If a child tells you something", "heart-handshake", ("D", "F6"), "present"),
    Action("pace", "Ending in time", "alarm-clock-check", ("A",), "present"),
    Action("vote", "Vote on the story’s choices", "vote", ("V",), "present"),
    Action("map", "Map of the story", "map", ("G",), "present"),
    Action("jump", "Go to a step, from pictures", "layout-grid", ("J",), "present"),
    Action("pointer", "Pointer", "mouse-pointer-2", ("L",), "present"),
    Action("spotlight", "Spotlight", "spotlight", ("O",), "present"),
    Action("magnifier", "Magnifier", "zoom-in", ("M",), "present"),
    *(
        Action(f"nudge-{way}", f"Move the pointer or circle {way}", f"arrow-{way}", (f"Ctrl+{way.title()}",), "present")
        for way in ("left", "right", "up", "down")
    ),
    Action("lens-larger", "Larger circle of spotlight or magnifier", "plus", ("Ctrl+Shift+Up",), "present"),
    Action("lens-smaller", "Smaller circle of spotlight or magnifier", "minus", ("Ctrl+Shift+Down",), "present"),
    Action("pen", "Pen", "pencil", ("P",), "present"),
    Action("wipe", "Rub out what is drawn", "eraser", ("E",), "present"),
    Action("keep-ink", "Keep what is drawn, or let it go with the step", "pin", ("K",), "present"),
    Action("show", "Show the lesson", "presentation", ("F5",), "present"),
    Action("escape", "Uncover, unfreeze, then ask to end", "x", ("Esc",), "present"),
    Action("timer", "Start or pause the timer", "timer", ("T",), "present"),
    Action("chime", "Chime at the end of a time, on or off", "bell", ("Ctrl+T",), "present"),
    Action("time-more", "One minute more", "plus", ("+", "="), "present"),
    Action("time-less", "One minute less", "minus", ("-",), "present"),
    Action("undo-count", "Take back the last count, move or line", "undo-2", ("Ctrl+Z",), "present"),
    Action("what-if", "Back to the choice: what if …?", "undo-2", ("W",), "present"),
    Action("swap", "Swap the screens", "arrow-left-right", ("S",), "present"),
    Action("notes", "Show or hide the notes", "notebook-text", ("N",), "present"),
    Action("notes-larger", "Larger notes", "a-large-small", ("Ctrl++", "Ctrl+="), "present"),
    Action("notes-smaller", "Smaller notes", "a-large-small", ("Ctrl+-",), "present"),
    Action("next-theme", "Change the projector's colours", "palette", ("Ctrl+Shift+L",), "present"),
    Action("keys", "All keys", "keyboard", ("F1", "?"), "present"),
    *(
        Action(f"choice-{n}", f"Choice {n}, one hand more, or work at the board", "plus", (str(n),), "present")
        for n in range(1, 10)
    ),
    *(
        Action(f"fewer-{n}", f"One hand less for {n}, or take a card at the board", "minus", (f"Shift+{n}",), "present")
        for n in range(1, 10)
    ),
)

# The keys that can't be given to another action: the way out, the sheet of keys, and counting by number.
FIXED = frozenset(("Esc", "F1", *(str(n) for n in range(1, 10)), *(f"Shift+{n}" for n in range(1, 10))))
# The actions that are never without a key.
NEEDED = ("next", "back", "blank", "help-card", "neutral", "disclosure", "escape", "notes", "keys")
_BUTTONS = ("Tab", "Backtab", "Shift+Tab", "Shift+Backtab", "Return", "Enter")  # the windows' own
_SIGNS = {"Right": "→", "Left": "←", "Up": "↑", "Down": "↓", "-": "−"}
_SPOKEN = {"Right": "right arrow", "Left": "left arrow", "Up": "up arrow", "Down": "down arrow", ".": "full stop",
           ",": "comma", "+": "plus", "-": "minus", "=": "equals sign", "?": "question mark", "/": "slash"}  # fmt: skip
_MODIFIERS = ("Shift", "Control", "Alt", "Meta", "AltGr", "CapsLock", "NumLock", "ScrollLock")


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


# --- changed keys of presenting ------------------------------------------------------------------------


def key_name(key: str) -> str:
    """Qt's own spelling of one key; "" for what is no key, several, or a modifier alone."""
    sequence = QKeySequence(key)
    name = sequence.toString().replace("Num+", "")  # the keypad's keys count as the others of their name
    return "" if sequence.count() != 1 or name.rpartition("+")[2] in _MODIFIERS else name


def shown_key(key: str) -> str:
    """A key as it is called on this computer."""
    return _SIGNS.get(key) or QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def told_key(key: str, first: bool = False) -> str:
    """A key in a sentence, where a sign alone would be lost or not be read aloud; `first`: the sentence begins so."""
    spoken = _SPOKEN.get(key)
    return (spoken.capitalize() if first else spoken) if spoken else shown_key(key)


def with_keys(table: Iterable[Action], changed: Changed) -> tuple[Action, ...]:
    """The table in use, whatever `changed` holds: without clashes, and with a key for all that is `NEEDED`.

    Actions and keys that aren't known are passed over. A changed key goes before a usual one.
    """
    table = tuple(table)
    here = {action.id: action for action in table if action.where == PRESENT}
    wishes = {at: tuple(map(key_name, keys)) for at, keys in changed.items() if at in here}
    given = _given(here, wishes)
    lost = [action for at, action in here.items() if at in NEEDED and not given[at]]
    if lost:  # they get their usual keys back from whichever action had them
        back = {key for action in lost for key in action.keys}
        ids = {action.id for action in lost}
        return with_keys(table, {at: _without(keys, back) for at, keys in wishes.items() if at not in ids})
    return tuple(action._replace(keys=given[action.id]) if action.where == PRESENT else action for action in table)


def _given(here: Mapping[str, Action], wishes: Changed) -> dict[str, tuple[str, ...]]:
    """Who gets which key: the fixed ones stay, then come the wishes, then the usual keys that are left."""
    owners = {key: at for at, action in here.items() for key in action.keys if key in FIXED}
    usual = {at: action.keys for at, action in here.items() if at not in wishes}
    for keys_of in (wishes, usual):
        for at, keys in keys_of.items():
            for key in keys:
                if key and key not in _BUTTONS:
                    owners.setdefault(key, at)
    return {at: tuple(key for key, owner in owners.items() if owner == at) for at in here}


def learn(table: Iterable[Action], changed: Changed, action: str, key: str) -> dict[str, tuple[str, ...]]:
    """`changed` after the action `action` of presenting got the key and any other lost it.

    Raises WorkshopError, with a sentence that says why, where `refusal` has one; KeyError for no such action.
    """
    if why := refusal(table, changed, action, key):
        raise WorkshopError(why)
    table, name = tuple(table), key_name(key)
    in_use = _in_use(table, changed)
    had = in_use[action].keys
    keys = {at: _without(one.keys, (name,)) for at, one in in_use.items()}
    return _differing(table, {**keys, action: had if name in had else (*had, name)})


def forget(table: Iterable[Action], changed: Changed, action: str, key: str) -> dict[str, tuple[str, ...]]:
    """`changed` after an action lost a key. Raises WorkshopError where it must keep it."""
    table, name = tuple(table), key_name(key)
    in_use = _in_use(table, changed)
    if name in in_use[action].keys and (why := _kept(in_use[action], name)):
        raise WorkshopError(why)
    keys = {at: _without(one.keys, (name,)) if at == action else one.keys for at, one in in_use.items()}
    return _differing(table, keys)


def put_back(table: Iterable[Action], changed: Changed, action: str) -> dict[str, tuple[str, ...]]:
    """`changed` after an action has its usual keys alone, taken from where they are.

    Raises WorkshopError where another action must keep one of them.
    """
    table = tuple(table)
    usual = next(one.keys for one in table if one.where == PRESENT and one.id == action)
    for key in usual:
        changed = learn(table, changed, action, key)
    keys = {at: one.keys for at, one in _in_use(table, changed).items()}
    return _differing(table, {**keys, action: usual})


def owner(table: Iterable[Action], key: str) -> Action | None:
    """The action of presenting that a key calls, in a table in use."""
    return next((one for one in table if one.where == PRESENT and key_name(key) in one.keys), None)


def refusal(table: Iterable[Action], changed: Changed, action: str, key: str) -> str:
    """Why an action of presenting can't have a key, in a sentence and what to do; "" where it can."""
    name = key_name(key)
    if not name:
        return "This key can’t be told from others. Press another key."
    if name in _BUTTONS:
        return "Tab and Enter move between buttons and press them, so they stay as they are. Press another key."
    had = owner(with_keys(table, changed), name)
    return "" if had is None or had.id == action else _kept(had, name)


def _kept(action: Action, key: str) -> str:
    """Why an action must keep a key; "" where it need not."""
    told = told_key(key, first=True)
    if key in FIXED and action.id.startswith(("choice-", "fewer-")):
        return "The keys 1 to 9 count votes, choose and work at the board, so they stay as they are."
    if key in FIXED:
        return f"{told} always does “{action.text}”, so it stays as it is."
    if action.id in NEEDED and len(action.keys) == 1:
        return f"{told} is the only key of “{action.text}”, which must always have one. Give that another key first."
    return ""


def _in_use(table: Iterable[Action], changed: Changed) -> dict[str, Action]:
    """The actions of presenting by id, with the keys in use."""
    return {action.id: action for action in with_keys(table, changed) if action.where == PRESENT}


def _without(keys: Iterable[str], gone: Iterable[str]) -> tuple[str, ...]:
    return tuple(key for key in keys if key not in gone)


def _differing(table: Iterable[Action], keys: Changed) -> dict[str, tuple[str, ...]]:
    """The keys that aren't the table's own."""
    usual = {action.id: action.keys for action in table if action.where == PRESENT}
    return {at: given for at, given in keys.items() if given != usual[at]}
