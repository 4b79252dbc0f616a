"""The thin strip of controls below the picture, where one screen serves class and facilitator."""

from __future__ import annotations

import time
from collections.abc import Callable

from workshop.session import pacing
from workshop.session.session import Session
from workshop.stage.kinds.discuss import clock_text
from workshop.ui.look import Look
from workshop.ui.present.panel import RIGHT, KeyButton, Panel, Pen

ACTIONS = (
    ("back", "Back", "arrow-left", ""),
    ("next", "Next", "arrow-right", ""),
    ("blank", "Blank", "moon", "B"),
    ("help-card", "Help card", "life-buoy", "H"),
    ("timer", "Timer", "timer", "T"),
    ("notes", "Notes", "notebook-text", "N"),
    ("escape", "End", "x", "Esc"),
    ("notice", "Notice", "info", ""),
)


ROOMY = 1700.0  # units: narrower strips leave the keys' names away


class Strip(Panel):
    """Buttons, and the time that is left."""

    surface = "window"
    radius = 0

    def __init__(self, look: Look, session: Session, trigger: Callable[[str], None]) -> None:
        super().__init__(look)
        self._session, self._told, self._buttons_end = session, "", 0.0
        self.buttons = {action: KeyButton(look, text, icon, key, "") for action, text, icon, key in ACTIONS}
        for action, button in self.buttons.items():
            button.size_units = 19
            button.cap_units = 30
            button.setParent(self)
            button.clicked.connect(lambda _checked=False, action=action: trigger(action))

    def arrange(self) -> None:
        x = 12.0
        for action, _text, _icon, key in ACTIONS:
            button = self.buttons[action]
            button.unit, button.capped = self.unit, bool(key) and self.wide >= ROOMY
            width = button.needs() / self.unit + 32
            self.place(button, x, 3, width, self.tall - 6)
            x += 0 if button.isHidden() else width + 4
        self._buttons_end = x

    def refresh(self, now: float, notice: bool, hint: str) -> None:
        """`notice` shows that something waits to be told, unread by the class; `hint` stands in for the time."""
        session = self._session
        left = pacing.left(session.lesson, session.state, now)
        clock = time.strftime("%H:%M", time.localtime(now))
        view = session.console_view(now)
        told = f"Step {view.at + 1} of {view.total}"
        told += f"   {clock_text(int(left))} left" if left is not None else ""
        self._told = hint or f"{told}   {clock}"
        if self.buttons["notice"].isHidden() == notice:
            self.buttons["notice"].setVisible(notice)
            self.arrange()
        self.buttons["blank"].set_on(session.state.cover == "blank")
        self.buttons["help-card"].set_on(session.state.cover == "help")
        self.buttons["timer"].set_on(view.timer is not None and view.timer.running)
        self.say(self._told)

    def draw(self, pen: Pen) -> None:
        room = self.wide - self._buttons_end - 16
        pen.write(pen.rect(self._buttons_end, 0, room, self.tall), self._told, 19, "muted", align=RIGHT, least=15)
