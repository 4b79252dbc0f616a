"""The menu of one screen: what the strip below the picture has no room for.

The class reads it too, so it tells nothing but names: what is private comes as it does by its key.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from workshop.lesson.model import Scenario
from workshop.session.session import Session
from workshop.session.story import choices
from workshop.ui.keysinuse import KeysInUse
from workshop.ui.look import Look
from workshop.ui.present.panel import set_in

ITEMS = (
    ("disclosure", "Card for adults", "heart-handshake"),
    ("questions", "Question box", "inbox"),
    ("pace", "Ending in time", "alarm-clock-check"),
    ("jump", "Go to a step", "layout-grid"),
    ("vote", "Vote on choices", "vote"),
    ("map", "Map of the story", "map"),
    ("undo-count", "Take back", "undo-2"),
    ("keys", "All keys", "keyboard"),
)
_SHEET = """
QMenu {{ background: {surface}; color: {text}; border: {edge}px solid {divider}; border-radius: 0;
  padding: {gap}px; icon-size: {icon}px; }}
QMenu::item {{ padding: {tall}px {wide}px; border-radius: {gap}px; background: transparent; }}
QMenu::item:selected {{ background: {select}; color: {on_select}; }}
QMenu::icon {{ padding-left: {tall}px; }}
"""


def offered(session: Session) -> dict[str, str]:
    """The actions that make sense now, and their names."""
    view, cover = session.console_view(session.clock()), session.state.cover
    named = {action: name for action, name, _icon in ITEMS}
    story = isinstance(view.step, Scenario)
    if cover or not isinstance(view.step, Scenario) or len(choices(view.step, view.card)) < 2:
        del named["vote"]
    elif view.vote:
        named["vote"] = "End the vote"
    for action, useful in (("map", story), ("undo-count", not cover), ("keys", not cover)):
        if not useful:
            del named[action]
    return named


class MoreMenu(QMenu):
    """Rows large enough for a finger. A press beside it puts it away and does nothing else."""

    def __init__(
        self, parent: QWidget, look: Look, session: Session, keys: KeysInUse, trigger: Callable[[str], None]
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName("More")
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)  # beside it lies the picture, which would go on
        icons = {action: icon for action, _name, icon in ITEMS}
        for action, name in offered(session).items():
            cap = keys.cap(action)
            made = self.addAction(look.icon(icons[action], "text", 32), f"{name}\t{cap}" if cap else name)
            made.setObjectName(action)
            made.triggered.connect(lambda _checked=False, action=action: trigger(action))

    def rise(self, above: QWidget, unit: float) -> None:
        """Come up over a button of the strip, with so many pixels to a unit."""
        tokens = ("surface", "text", "divider", "select", "on_select")
        colours = {token: self._look.hex(token) for token in tokens}
        sizes = {"edge": 2, "gap": 8, "icon": 24, "tall": 15, "wide": 26}
        self.setStyleSheet(_SHEET.format(**colours, **{name: max(2, round(n * unit)) for name, n in sizes.items()}))
        self.setFont(set_in(20, unit, "head", 600))
        corner = above.mapToGlobal(QPoint(0, 0))
        self.popup(corner - QPoint(0, self.sizeHint().height()))
        if above.hasFocus():
            self.setActiveAction(self.actions()[0])
