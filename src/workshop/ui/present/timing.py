"""Time on the console: the clock, what has gone, what is left, and the step's own countdown."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtGui import QFontMetricsF

from workshop.session import pacing
from workshop.session.hush import hush
from workshop.session.session import Session
from workshop.session.timers import clock_text
from workshop.session.view import Countdown
from workshop.ui.keysinuse import KeysInUse
from workshop.ui.look import Look
from workshop.ui.present.announce import announce
from workshop.ui.present.panel import RIGHT, KeyButton, Panel, Pen

_COVERED = {
    "blank": "Projector dark",
    "help": "Help card on",
    "neutral": "Calm picture on",
    "question": "Question on",
    "box": "Question box on",
}
_BUTTONS = (
    ("disclosure", "If a child tells you something", "heart-handshake"),
    ("swap", "Swap the screens", "monitor"),
    ("keys", "All keys", "keyboard"),
    ("escape", "End the lesson", "log-out"),
)
_SIDE = 48.0  # units: a button of the top bar
_STATUS_AT = 800.0  # units from the left


class PacePill(KeyButton):
    """How far ahead or behind the class is; amber from two minutes behind. Pressed, it helps to end in time."""

    radius = 26.0

    def __init__(self, look: Look, trigger: Callable[[str], None]) -> None:
        super().__init__(look, "", "check")
        self.clicked.connect(lambda: trigger("pace"))
        self.hide()

    def show_ahead(self, ahead: float | None) -> None:
        """`ahead` in seconds, below zero when behind; None hides the pill."""
        self.setVisible(ahead is not None)
        if ahead is None:
            return
        minutes = round(ahead / 60)
        self.setText("On time" if not minutes else f"{abs(minutes)} min {'ahead' if minutes > 0 else 'behind'}")
        hue, self._icon = ("teal", "check") if minutes > -2 else ("sun", "clock")
        self._fill, self._ink = f"{hue}.base", f"{hue}.on_base"
        self.name = f"{self.text()}: help to end in time"
        self.tell()
        self.update()


class TopBar(Panel):
    """Clock, elapsed time and time left, how far ahead or behind, and what the projector is doing."""

    surface = ""

    def __init__(self, look: Look, session: Session, keys: KeysInUse, trigger: Callable[[str], None]) -> None:
        super().__init__(look)
        self._session, self._keys = session, keys
        self._now = 0.0
        self.pace = PacePill(look, trigger)
        self.pace.setParent(self)
        self._status = self._screen = ""
        self.buttons = {told[0]: self._button(*told, trigger) for told in _BUTTONS}

    def _button(self, action: str, text: str, icon: str, trigger: Callable[[str], None]) -> KeyButton:
        made = KeyButton(self.look, "", icon, fill="")
        made.setParent(self)
        made.name = text
        made.setAccessibleName(text)
        made.clicked.connect(lambda _checked=False: trigger(action))
        return made

    def arrange(self) -> None:
        self.pace.unit = self.unit
        self.place(self.pace, 546, 6, 212, 52)
        for at, button in enumerate(self.buttons.values()):
            button.unit = self.unit
            self.place(button, self.wide - (len(self.buttons) - at) * (_SIDE + 4) + 4, 8, _SIDE, _SIDE)

    def refresh(self, now: float, screen: str) -> None:
        """`screen` is what to call the projector's screen."""
        for action, button in self.buttons.items():
            button.set_key(self._keys.cap(action))
        state = self._session.state
        self._status = _COVERED.get(state.cover) or ("Projector frozen" if state.frozen else "Projector on")
        self._screen, self._now = screen, now
        self.pace.set_key(self._keys.cap("pace"))
        self.pace.show_ahead(pacing.ahead(self._session.lesson, state, now))
        left = pacing.left(self._session.lesson, state, now)
        told = f"{self._clock()}. Elapsed {clock_text(int(pacing.elapsed(state, now)))}. "
        if left is not None:
            told += f"{clock_text(abs(int(left)))} {'left' if left >= 0 else 'over'}. "
        self.say(told + self._status + (f". {screen}" if screen else ""))

    def _clock(self) -> str:
        return time.strftime("%H:%M", time.localtime(self._now))

    def draw(self, pen: Pen) -> None:
        session, now = self._session, self._now
        state, lesson = session.state, session.lesson
        whole = pacing.whole(lesson, state)
        pen.write_time(pen.rect(0, 2, 206, 64), self._clock(), 60, weight=700)
        gone, left = pacing.elapsed(state, now), pacing.left(lesson, state, now)
        used = self._draw_time(pen, 216, "Elapsed", gone)
        if left is None or whole is None:
            return self._draw_status(pen)
        pen.write(pen.rect(224 + used, 32, 90, 36), f"of {clock_text(whole)}", 22, "muted")
        over = left < 0
        self._draw_time(pen, 420, "Over" if over else "Left", abs(left), "warning" if over else "text")
        return self._draw_status(pen)

    @staticmethod
    def _draw_time(pen: Pen, x: float, head: str, seconds: float, color: str = "text") -> float:
        """A time under its name; returns its width in units."""
        pen.write(pen.rect(x, 2, 160, 28), head, 22, "muted")
        shown = clock_text(int(seconds))
        return pen.write_time(pen.rect(x, 30, 160, 38), shown, 32, color) / pen.unit

    def _draw_status(self, pen: Pen) -> None:
        state = self._session.state
        end = self.wide - len(self.buttons) * (_SIDE + 4) - 12
        status = QFontMetricsF(pen.font(24, weight=700)).horizontalAdvance(self._status) / pen.unit
        room = end - _STATUS_AT - status - 32 - 14  # what the dot and the status leave to the screen's name
        if self._screen and room > 60:
            box = pen.rect(end - room, 6, room, 52)
            end -= pen.write(box, self._screen, 24, "muted", align=RIGHT) / pen.unit + 14
        pen.write(pen.rect(_STATUS_AT, 6, end - _STATUS_AT, 52), self._status, 24, "text", weight=700, align=RIGHT)
        dot = "sun.base" if state.cover or state.frozen else "teal.base"
        pen.fill(pen.rect(end - status - 32, 23, 18, 18), dot, 9)


def _timer_head(timer: Countdown) -> str:
    if timer.left < 0:
        return "Timer is over by"
    if timer.running:
        return "Timer"
    return "Timer, ready" if timer.left == timer.seconds else "Timer, paused"


class StepTimer(Panel):
    """What is left of this step: its countdown where one runs, else its minutes."""

    def __init__(self, look: Look, session: Session, keys: KeysInUse, trigger: Callable[[str], None]) -> None:
        super().__init__(look)
        self._session, self._keys = session, keys
        self._left, self._plan, self._head = 0, 0, ""
        self._told = ""  # the head that was announced last
        self.button = KeyButton(look, "", "timer")
        self.button.name = "Start or pause the timer"
        self.button.setAccessibleName(self.button.name)
        self.button.capped = True
        self.button.setParent(self)
        self.button.cap_units = 30
        self.button.clicked.connect(lambda: trigger("timer"))
        self.bell = KeyButton(look, "", "bell", fill="")
        self.bell.size_units = 19
        self.bell.setParent(self)
        self.bell.clicked.connect(lambda: trigger("chime"))

    def arrange(self) -> None:
        self.button.unit = self.unit
        self.place(self.button, self.wide - 118, 10, 104, 44)
        self.bell.unit = self.unit
        self.place(self.bell, self.wide - 168, 10, 44, 44)

    def set_chime(self, on: bool) -> None:
        """Whether it rings when a time is over."""
        name = "Chime at the end of a time: " + ("on" if on else "off")
        if name != self.bell.name:
            self.bell.rename(name)
            self.bell.set_icon("bell" if on else "bell-off")

    def refresh(self, now: float) -> None:
        session = self._session
        view = session.console_view(now)
        plan = pacing.plan(session.lesson, session.state, session.state.stop)
        if view.timer is not None:
            self._left, self._plan = view.timer.left, view.timer.seconds
            self._head = _timer_head(view.timer)
        elif plan:
            self._left, self._plan = int(plan - pacing.spent(session.state, session.state.stop, now)), plan
            self._head = "Left in this step" if self._left >= 0 else "Step is over by"
        else:
            self._left, self._plan = int(pacing.spent(session.state, session.state.stop, now)), 0
            self._head = "Time in this step"
        if quiet := hush(view):
            self._head = f"Quiet wait: {quiet}"
        self.button.set_key(self._keys.cap("timer"))
        self.button.set_on(view.timer is not None and view.timer.running)
        planned = f" of {clock_text(self._plan)}" if self._plan else ""
        self.say(f"{self._head}: {clock_text(abs(self._left))}{planned}")
        self._announce()

    def _announce(self) -> None:
        """Tell when a timer starts, stops or runs out, and when a step does; not each second, nor each new step."""
        if self._head != self._told:
            self._told = self._head
            if self._head.startswith("Timer") or self._head.endswith("over by"):
                announce(self, self.accessibleName())

    def draw(self, pen: Pen) -> None:
        pen.write(pen.rect(24, 10, self.wide - 200, 40), self._head, 24, "muted", least=17)
        over = bool(self._plan) and self._left < 0
        shown = clock_text(abs(self._left) if over else self._left)
        size = 112 if len(shown) < 5 else 84
        used = pen.write_time(pen.rect(22, 44, self.wide - 44, 112), shown, size, "warning" if over else "text", 700)
        if not self._plan:
            return
        x = 22 + used / pen.unit + 10
        pen.write(pen.rect(x, 94, self.wide - x - 14, 36), f"of {clock_text(self._plan)}", 24, "muted", least=18)
        bar = pen.rect(24, self.tall - 34, self.wide - 48, 14)
        pen.fill(bar, "raised", 7)
        share = max(0.0, min(1.0, self._left / self._plan))
        if share > 0.04:
            bar.setWidth(bar.width() * share)
            pen.fill(bar, "sun.base", 7)
