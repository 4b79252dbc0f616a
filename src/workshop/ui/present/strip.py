"""The thin strip of controls below the picture, where one screen serves class and facilitator."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtGui import QFontMetricsF

from workshop.lesson.model import Poll, Scenario
from workshop.session import pacing
from workshop.session.board import items
from workshop.session.session import Session
from workshop.session.story import choices
from workshop.session.timers import clock_text
from workshop.session.view import View
from workshop.stage.displaylist import DisplayList
from workshop.ui.keysinuse import KeysInUse
from workshop.ui.look import Look
from workshop.ui.present import board
from workshop.ui.present.panel import RIGHT, KeyButton, Panel, Pen

ACTIONS = (
    ("back", "Back", "arrow-left"),
    ("next", "Next", "arrow-right"),
    ("blank", "Blank", "moon"),
    ("neutral", "Calm", "eye-off"),
    ("freeze", "Freeze", "snowflake"),
    ("help-card", "Help card", "life-buoy"),
    ("timer", "Timer", "timer"),
    ("tools", "Tools", "pencil"),
    ("notes", "Notes", "notebook-text"),
    ("more", "More", "ellipsis"),
    ("escape", "End", "x"),
    ("count", "Count", "hand"),
    ("notice", "Notice", "info"),
)
_UNCAPPED = ("back", "next")  # their keys go without saying
ROOMY = 2200.0  # units: narrower strips leave the keys' names away
WORDY = 1600.0  # units: narrower strips have icons alone
_COVERS = {
    "blank": "Dark screen",
    "help": "Help card on",
    "neutral": "Calm picture on",
    "question": "Question on",
    "box": "Question box on",
}


def signs(session: Session, view: View, listed: DisplayList | None, vote: str = "") -> list[str]:
    """What the picture alone doesn't tell: covered or frozen, the countdown, the keys that count, choose or put.

    `listed` is the picture; `vote` is the key that opens a vote.
    """
    told = [_COVERS.get(session.state.cover, ""), "Frozen" if session.state.frozen else ""]
    if view.timer is not None and (view.timer.running or view.timer.left != view.timer.seconds):
        over = "over by " if view.timer.left < 0 else ""
        told.append(f"Timer {over}{clock_text(abs(view.timer.left))}" + ("" if view.timer.running else " paused"))
    if isinstance(view.step, Poll):
        count = sum(view.counts[-1])
        told.append(f"1–{len(view.counts[-1])} count · {count} hand{'' if count == 1 else 's'}")
    elif listed is not None and items(view.step):
        told += board.signs(listed, view.step)
    ways = choices(view.step, view.card) if isinstance(view.step, Scenario) else ()
    if view.vote:
        count = sum(view.counts[0])
        told.append(f"{count} hand{'' if count == 1 else 's'}")
    elif len(ways) > 1:
        told.append(f"1–{len(ways)} choose, {vote} votes" if vote else f"1–{len(ways)} choose")
    told.append("Drawings kept" if session.state.ink_kept else "")
    return [sign for sign in told if sign]


class Strip(Panel):
    """Buttons, and the time that is left."""

    surface = "window"
    radius = 0

    def __init__(self, look: Look, session: Session, keys: KeysInUse, trigger: Callable[[str], None]) -> None:
        super().__init__(look)
        self._session, self._keys, self._buttons_end = session, keys, 0.0
        self._caps: dict[str, str] = {}
        self._told: list[str] = []  # the most important first
        self.buttons = {action: KeyButton(look, text, icon, fill="") for action, text, icon in ACTIONS}
        for action, button in self.buttons.items():
            button.size_units = 19
            button.cap_units = 30
            button.setToolTip(button.name)
            button.setParent(self)
            button.clicked.connect(lambda _checked=False, action=action: trigger(action))

    def arrange(self) -> None:
        x = 12.0
        for action, text, _icon in ACTIONS:
            button = self.buttons[action]
            button.unit, button.capped = self.unit, action not in _UNCAPPED and self.wide >= ROOMY
            button.setText(text if self.wide >= WORDY else "")
            width = button.needs() / self.unit + 32
            self.place(button, x, 3, width, self.tall - 6)
            x += 0 if button.isHidden() else width + 4
        self._buttons_end = x

    def _show_keys(self) -> None:
        caps = {action: self._keys.cap(action) for action in self.buttons}
        if caps != self._caps:
            self._caps = caps
            for action, button in self.buttons.items():
                button.set_key(caps[action])
            self.arrange()

    def show_extra(self, action: str, there: bool) -> None:
        """Have a button only while it is of use."""
        if self.buttons[action].isHidden() == there:
            self.buttons[action].setVisible(there)
            self.arrange()

    def refresh(self, now: float, listed: DisplayList | None, notice: bool, hint: str) -> None:
        """`listed` is the picture above; `notice` shows that something waits to be told, unread by the class.

        `hint` stands in for the time.
        """
        self._show_keys()
        session = self._session
        left = pacing.left(session.lesson, session.state, now)
        clock = time.strftime("%H:%M", time.localtime(now))
        view = session.console_view(now)
        step = f"Step {view.at + 1} of {view.total}"
        rest = [clock, step, f"{clock_text(int(left))} left" if left is not None else ""]
        self._told = [
            *signs(session, view, listed, self._keys.cap("vote")),
            *([hint] if hint else (part for part in rest if part)),
        ]
        self.show_extra("notice", notice)
        self.buttons["blank"].set_on(session.state.cover == "blank")
        self.buttons["neutral"].set_on(session.state.cover == "neutral")
        self.buttons["help-card"].set_on(session.state.cover == "help")
        self.buttons["timer"].set_on(view.timer is not None and view.timer.running)
        self.buttons["freeze"].set_on(session.state.frozen is not None)
        self.say("   ".join(self._told))

    def draw(self, pen: Pen) -> None:
        room = self.wide - self._buttons_end - 16
        wide = QFontMetricsF(pen.font(19)).horizontalAdvance
        told = self._told
        while len(told) > 1 and wide("   ".join(told)) > room * self.unit:
            told = told[:-1]
        box = pen.rect(self._buttons_end, 0, room, self.tall)
        pen.write(box, "   ".join(told), 19, "text", align=RIGHT, least=15)
