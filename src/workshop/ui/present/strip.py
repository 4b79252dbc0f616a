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


class Strip(Panel):
    """Buttons, and the time that is left."""

    surface = "window"
    radius = 0

    def __init__(self, look: Look, session: Session, trigger: Callable[[str], None]) -> None:
        super().__init__(look)
        self._session, self._time = session, ""
        self.buttons = {action: KeyButton(look, text, icon, key, "") for action, text, icon, key in ACTIONS}
        for action, button in self.buttons.items():
            button.size_units = 19
            button.setParent(self)
            button.clicked.connect(lambda _checked=False, action=action: trigger(action))

    def arrange(self) -> None:
        x = 12.0
        for action, text, _icon, key in ACTIONS:
            button = self.buttons[action]
            button.unit = self.unit
            width = 66 + 11 * len(text) + (34 if len(key) == 1 else 60 if key else 0)
            self.place(button, x, 3, width, self.tall - 6)
            x += width + 4

    def refresh(self, now: float, notice: bool) -> None:
        """`notice` shows that something waits to be told; the class needn't read it."""
        session = self._session
        left = pacing.left(session.lesson, session.state, now)
        clock = time.strftime("%H:%M", time.localtime(now))
        view = session.console_view(now)
        told = f"Step {view.at + 1} of {view.total}"
        told += f"   {clock_text(int(left))} left" if left is not None else ""
        self._time = f"{told}   {clock}"
        self.buttons["notice"].setVisible(notice)
        self.buttons["blank"].set_on(session.state.cover == "blank")
        self.buttons["help-card"].set_on(session.state.cover == "help")
        self.buttons["timer"].set_on(view.timer is not None and view.timer.running)
        self.say(self._time)

    def draw(self, pen: Pen) -> None:
        pen.write(pen.rect(self.wide - 480, 0, 464, self.tall), self._time, 19, "muted", align=RIGHT)
