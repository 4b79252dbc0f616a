"""A band over the console's picture while the class sees another: it says which, and leads back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QFontMetricsF

from workshop.session.session import Session
from workshop.ui.keysinuse import KeysInUse
from workshop.ui.look import Look
from workshop.ui.present.announce import announce
from workshop.ui.present.panel import KeyButton, Panel, Pen

_COVERS = {
    "blank": ("moon", "The class sees a dark screen"),
    "help": ("life-buoy", "The class sees the help card"),
    "neutral": ("eye-off", "The class sees a calm picture"),
    "question": ("inbox", "The class sees a question from the box"),
    "box": ("inbox", "The class sees how the question box works"),
}


def seen_instead(session: Session) -> tuple[str, str] | None:
    """An icon and what the class sees, where that isn't what the console shows."""
    state = session.state
    if state.cover:
        return _COVERS[state.cover]
    if state.frozen is None:
        return None
    at = state.order.index(state.frozen.state.stop) + 1
    return "snowflake", f"Frozen: the class still sees step {at}"


class Band(Panel):
    """Hidden while class and console see the same."""

    surface = ""

    def __init__(self, look: Look, keys: KeysInUse, trigger: Callable[[str], None]) -> None:
        super().__init__(look)
        self._keys = keys
        self._seen: tuple[str, str] | None = None
        self.button = KeyButton(look, "Show the lesson", "", keys.cap("show"), "window", "text")
        self.button.size_units = 20
        self.button.setParent(self)
        self.button.clicked.connect(lambda _checked=False: trigger("show"))
        self.hide()

    def show_seen(self, seen: tuple[str, str] | None) -> None:
        self.button.set_key(self._keys.cap("show"))
        if seen == self._seen:
            return
        self._seen = seen
        self.setVisible(seen is not None)
        if seen is not None:
            self.say(seen[1])
            announce(self, seen[1])

    def arrange(self) -> None:
        self.button.unit = self.unit
        self.place(self.button, self.wide - 278, 6, 270, self.tall - 12)

    def draw(self, pen: Pen) -> None:
        pen.painter.setClipRect(self.rect())
        pen.fill(pen.rect(0, -40, self.wide, self.tall + 40), "sun.base", 12)  # as round below as the picture
        if self._seen is None:
            return
        icon, words = self._seen
        pen.icon(icon, "sun.on_base", pen.rect(20, self.tall / 2 - 15, 30, 30), 2.4)
        room = pen.rect(64, 0, self.wide - 64 - 294, self.tall)
        if QFontMetricsF(pen.font(17, weight=700)).horizontalAdvance(words) > room.width():
            words = words.replace("the class still sees", "class sees").replace("The class sees", "Class:")
        pen.write(room, words, 22, "sun.on_base", weight=700, least=15)
