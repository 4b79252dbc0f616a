"""Time on the console: the clock, what has gone, what is left, and the step's own countdown."""

from __future__ import annotations

import time

from PySide6.QtCore import QRectF

from workshop.session import pacing
from workshop.session.session import Session
from workshop.stage.kinds.discuss import clock_text
from workshop.ui.look import Look
from workshop.ui.present.panel import CENTER, RIGHT, Panel, Pen


class TopBar(Panel):
    """Clock, elapsed time, how far ahead or behind, and what the projector is doing."""

    surface = ""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look)
        self._session = session
        self._now = 0.0
        self._status = ""

    def refresh(self, now: float, screen: str) -> None:
        """`screen` is what to call the projector's screen, empty with one screen."""
        state = self._session.state
        covered = {"blank": "Projector dark", "help": "Help card on", "neutral": "Neutral slide on"}.get(
            state.cover, ""
        )
        self._status = covered or ("Projector frozen" if state.frozen else "Projector on")
        self._screen = screen
        self._now = now
        left = pacing.left(self._session.lesson, state, now)
        told = f"{self._clock()}. Elapsed {clock_text(int(pacing.elapsed(state, now)))}. "
        self.say(told + (f"{clock_text(int(left))} left. " if left is not None else "") + self._status)

    def _clock(self) -> str:
        return time.strftime("%H:%M", time.localtime(self._now))

    def draw(self, pen: Pen) -> None:
        session, now = self._session, self._now
        pen.write(pen.rect(0, 4, 210, 70), self._clock(), 60, face="head", weight=700, tabular=True)
        pen.write(pen.rect(216, 2, 160, 28), "Elapsed", 22, "muted")
        gone = clock_text(int(pacing.elapsed(session.state, now)))
        used = pen.write(pen.rect(216, 30, 220, 40), gone, 32, face="head", weight=600, tabular=True) / pen.unit
        if session.lesson.minutes:
            pen.write(pen.rect(226 + used, 32, 140, 40), f"of {session.lesson.minutes}:00", 22, "muted")
        self._draw_left(pen)
        self._draw_status(pen)

    def _draw_left(self, pen: Pen) -> None:
        """A pill: how far ahead or behind; amber from two minutes behind."""
        state, lesson = self._session.state, self._session.lesson
        ahead, left = pacing.ahead(lesson, state, self._now), pacing.left(lesson, state, self._now)
        if ahead is None or left is None:
            return
        minutes = round(ahead / 60)
        text = "On time" if not minutes else f"{abs(minutes)} min {'ahead' if minutes > 0 else 'behind'}"
        hue = "teal" if minutes > -2 else "sun"
        box = pen.rect(446, 6, 232, 52)
        pen.fill(box, f"{hue}.base", 26)
        icon = QRectF(box.x() + 22 * pen.unit, box.center().y() - 13 * pen.unit, 26 * pen.unit, 26 * pen.unit)
        pen.icon("check" if minutes > -2 else "clock", f"{hue}.on_base", icon, 2.6)
        pen.write(box.adjusted(58 * pen.unit, 0, -10 * pen.unit, 0), text, 24, f"{hue}.on_base", "head", 600)

    def _draw_status(self, pen: Pen) -> None:
        state, wide = self._session.state, self.wide
        quiet = bool(state.cover or state.frozen)
        text = pen.rect(700, 6, wide - 700 - 46, 52)
        end = wide - 46
        if self._screen and wide > 1200:
            used = pen.write(text, self._screen, 24, "muted", align=RIGHT) / pen.unit
            end -= used + 14
        box = pen.rect(700, 6, end - 700, 52)
        used = pen.write(box, self._status, 24, "text", weight=700, align=RIGHT) / pen.unit
        pen.fill(pen.rect(end - used - 32, 23, 18, 18), "sun.base" if quiet else "teal.base", 9)
        pen.icon("monitor", "text", pen.rect(wide - 32, 18, 30, 30))


class StepTimer(Panel):
    """What is left of this step: its countdown where one runs, else its minutes."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look)
        self._session = session
        self._left, self._plan, self._head = 0, 0, ""

    def refresh(self, now: float) -> None:
        session = self._session
        view = session.console_view(now)
        plan = pacing.plan(session.lesson, session.state.stop)
        if view.timer is not None:
            self._left, self._plan = view.timer.left, view.timer.seconds
            self._head = "Timer" if view.timer.running else "Timer, paused"
        elif plan:
            self._left, self._plan = int(plan - pacing.spent(session.state, session.state.stop, now)), plan
            self._head = "Left in this step" if self._left >= 0 else "Over in this step"
        else:
            self._left, self._plan = int(pacing.spent(session.state, session.state.stop, now)), 0
            self._head = "Time in this step"
        self.say(f"{self._head}: {clock_text(self._left)}" + (f" of {clock_text(self._plan)}" if self._plan else ""))

    def draw(self, pen: Pen) -> None:
        pen.write(pen.rect(24, 14, self.wide - 48, 32), self._head, 24, "muted")
        size = 112 if len(clock_text(self._left)) < 5 else 88
        color = "warning" if self._plan and self._left < 0 else "text"
        box = pen.rect(20, 44, self.wide - 40, 112)
        pen.write(box, clock_text(self._left), size, color, "head", 700, tabular=True)
        if not self._plan:
            return
        if self.wide > 300:
            pen.write(pen.rect(24, 96, self.wide - 48, 36), f"of {clock_text(self._plan)}", 24, "muted", align=RIGHT)
        bar = pen.rect(24, self.tall - 38, self.wide - 48, 14)
        pen.fill(bar, "raised", 7)
        share = max(0.0, min(1.0, self._left / self._plan))
        if share > 0.04:
            bar.setWidth(bar.width() * share)
            pen.fill(bar, "sun.base", 7)


class Tally(Panel):
    """The keys of a vote or of a story's choices, with what has been counted."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._head, self._note = "", ""
        self._rows: list[tuple[str, str]] = []

    def show_rows(self, head: str, note: str, rows: list[tuple[str, str]]) -> None:
        """Rows of a label and what stands under it, for keys 1, 2, …"""
        self._head, self._note, self._rows = head, note, rows
        self.say(f"{head}: " + ", ".join(f"key {n} {label} {value}" for n, (label, value) in enumerate(rows, 1)))

    def draw(self, pen: Pen) -> None:
        pen.write(pen.rect(20, 10, self.wide - 40, 36), self._head, 22, face="head", weight=600)
        pen.write(pen.rect(20, 10, self.wide - 40, 36), self._note, 22, "muted", align=RIGHT)
        columns = 2 if self.wide > 300 or len(self._rows) > 3 else 1
        lines = -(-len(self._rows) // columns)
        width = (self.wide - 40 - 8 * (columns - 1)) / columns
        height = min(62.0, (self.tall - 62 - 8 * (lines - 1)) / max(1, lines))
        for at, (label, value) in enumerate(self._rows):
            x, y = 20 + at % columns * (width + 8), 54 + at // columns * (height + 8)
            self._draw_row(pen, pen.rect(x, y, width, height), str(at + 1), label, value)

    def _draw_row(self, pen: Pen, box: QRectF, key: str, label: str, value: str) -> None:
        unit = pen.unit
        pen.fill(box, "raised", 12, "divider", 2)
        cap = box.adjusted(8 * unit, 8 * unit, 0, -8 * unit)
        cap.setWidth(40 * unit)
        pen.fill(cap, "lilac.base", 9)
        pen.write(cap, key, 24, "lilac.on_base", "head", 700, CENTER)
        words = box.adjusted(58 * unit, 3 * unit, -8 * unit, -3 * unit)
        if not value:
            pen.write(words, label, 19)
            return
        upper, lower = QRectF(words), QRectF(words)
        upper.setHeight(words.height() * 0.46)
        lower.setTop(upper.bottom())
        pen.write(upper, label, 19)
        pen.write(lower, value, 24, face="head", weight=700)
