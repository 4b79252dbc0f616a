"""The facilitator's console: now and next, notes, steps, time. Large enough to be read from three metres."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from workshop.lesson.model import Poll, Scenario
from workshop.session.polls import poll_labels
from workshop.session.session import Session
from workshop.session.story import choices
from workshop.session.view import View
from workshop.stage.rich import plain
from workshop.stage.words import words
from workshop.ui.kinds import badge, label
from workshop.ui.look import Look
from workshop.ui.present.message import Message, MessageBar
from workshop.ui.present.notes import Notes, notes_of
from workshop.ui.present.panel import KeyButton, Panel, Pen
from workshop.ui.present.steps import StepList, StepRow
from workshop.ui.present.timing import StepTimer, Tally, TopBar
from workshop.ui.stageview import Compose, StageView

WIDTH, HEIGHT = 1440.0, 900.0  # the console in units


class UpNext(Panel):
    """What the next press will show the class."""

    def __init__(self, look: Look, compose: Compose) -> None:
        super().__init__(look)
        self.preview = StageView(compose, self)
        self._view: View | None = None

    def show_view(self, view: View | None, same_step: bool) -> None:
        self._view = view
        self.preview.show_view(view)
        self.preview.setVisible(view is not None)
        self._same = same_step
        self.say("Next: " + self._words() if view else "Next: the end of the lesson")

    def _words(self) -> str:
        assert self._view is not None
        if self._same:
            return "more of this step"
        minutes = self._view.step.minutes
        return label(self._view.step.kind) + (f", {minutes} min" if minutes else "")

    def arrange(self) -> None:
        ratio = self.preview.canvas.width / self.preview.canvas.height
        height = self.tall - 70
        width = min(self.wide - 40, height * ratio)
        self.place(self.preview, 20 + (self.wide - 40 - width) / 2, 56, width, width / ratio)

    def draw(self, pen: Pen) -> None:
        used = pen.write(pen.rect(20, 10, 90, 40), "Next", 22, face="head", weight=600) / pen.unit
        if self._view is None:
            pen.write(pen.rect(20, 60, self.wide - 40, 40), "The end of the lesson", 22, "muted")
            return
        mark = badge(self._view.step.kind)
        square = pen.rect(32 + used, 15, 30, 30)
        pen.fill(square, mark.fill, 9)
        pen.icon(mark.icon, mark.ink, pen.rect(38 + used, 21, 18, 18))
        pen.write(pen.rect(74 + used, 10, self.wide - 90 - used, 40), self._words(), 22)


class Console(QWidget):
    """All of it is derived from the session; `trigger` is given the id of an action."""

    close_asked = Signal()

    def __init__(
        self,
        session: Session,
        compose: Compose,
        look: Look,
        trigger: Callable[[str], None],
        go: Callable[[int], None],
        notes_size: int,
        resize_notes: Callable[[int], None],
    ) -> None:
        super().__init__()
        self.session, self.look = session, look
        self.setWindowTitle(f"Workshop – {session.lesson.title}")
        self.setMinimumSize(800, 560)
        look.dress(self)
        self.screen_label = ""
        self.top = TopBar(look, session)
        self.steps = StepList(look, self._rows(), go)
        self.now = StageView(compose, self)
        self.notes = Notes(look, notes_size, resize_notes)
        self.timer = StepTimer(look, session)
        self.next = UpNext(look, compose)
        self.tally = Tally(look)
        self.message = MessageBar(look, trigger)
        self.buttons = self._footer(trigger)
        for panel in self._panels():
            panel.setParent(self)
        self.message.raise_()

    def _panels(self) -> tuple[Panel, ...]:
        return (self.top, self.steps, self.notes, self.timer, self.next, self.tally, self.message)

    def _rows(self) -> list[StepRow]:
        lesson, rows = self.session.lesson, []
        for stop in self.session.stops:
            step = lesson.step(stop.step_id)
            kind = str(words(lesson.language).get(step.kind, step.kind))
            title = plain(step.title or getattr(step, "ask", "")) or kind
            again = " (again)" if stop.round > 1 else ""
            rows.append(StepRow(title + again, step.kind, kind, None if again else step.minutes))
        return rows

    def _footer(self, trigger: Callable[[str], None]) -> dict[str, KeyButton]:
        look = self.look
        made = {
            "back": KeyButton(look, "Back", "arrow-left"),
            "blank": KeyButton(look, "Blank", "moon", "B"),
            "freeze": KeyButton(look, "Freeze", "snowflake", "F"),
            "help-card": KeyButton(look, "Help card", "life-buoy", "H", "teal.base", "teal.on_base"),
            "timer": KeyButton(look, "Timer", "timer", "T"),
            "next": KeyButton(look, "Next", "arrow-right", "", "sun.base", "sun.on_base"),
        }
        made["next"].after, made["next"].size_units = True, 30
        for action, button in made.items():
            button.setParent(self)
            button.clicked.connect(lambda _checked=False, action=action: trigger(action))
        return made

    # --- showing ---------------------------------------------------------------------------------------

    def show_on(self, screen: QScreen, projector: str) -> None:
        """Over the facilitator's screen; `projector` is the name of the class's."""
        self.screen_label = projector
        if self.isVisible() and self.screen() is screen:
            return
        self.setScreen(screen)
        self.setGeometry(screen.availableGeometry())
        self.showMaximized()

    def refresh(self, now: float, message: Message | None) -> None:
        """Everything, after a change of the session."""
        session = self.session
        view = session.console_view(now)
        following = session.next_view(now)
        self.now.show_view(view)
        self.next.show_view(following, following is not None and following.at == view.at)
        self.steps.show_at(view.at)
        self.notes.text.show_notes(notes_of(view))
        self._refresh_tally(view)
        self.message.show_message(message)
        for action, on in (
            ("blank", session.state.cover == "blank"),
            ("freeze", session.state.frozen is not None),
            ("help-card", session.state.cover == "help"),
            ("timer", view.timer is not None and view.timer.running),
        ):
            self.buttons[action].set_on(on)
        self.refresh_time(now)

    def refresh_time(self, now: float) -> None:
        """Only what changes with the clock."""
        self.top.refresh(now, self.screen_label)
        self.timer.refresh(now)
        view = self.session.console_view(now)
        if view.timer is not None:
            self.now.show_view(view)

    def _refresh_tally(self, view: View) -> None:
        step, told = view.step, words(self.session.lesson.language)
        if isinstance(step, Poll):
            totals = view.counts[-1]
            rows = [(plain(name), str(count)) for name, count in zip(poll_labels(step), totals, strict=True)]
            self.tally.show_rows(
                "Tally keys", f"{sum(totals)} hands" if step.style == "hands" else f"{sum(totals)}", rows
            )
        elif isinstance(step, Scenario):
            ways = choices(step, view.card)
            rows = [(plain(way.say), str(told[way.safety]) if way.safety else "") for way in ways]
            self.tally.show_rows("Choice keys", "", rows)
        self.tally.setVisible(isinstance(step, Poll) or (isinstance(step, Scenario) and bool(rows)))

    # --- Qt's events -------------------------------------------------------------------------------------

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.arrange()

    def arrange(self) -> None:
        """Panels to their places; what is written in them grows with the smaller side."""
        across, down = self.width() / WIDTH, self.height() / HEIGHT
        unit = min(across, down)
        places = {
            self.top: (24, 10, 1392, 76),
            self.steps: (24, 96, 344, 684),
            self.notes: (388, 486, 664, 294),
            self.timer: (1072, 96, 344, 204),
            self.next: (1072, 316, 344, 248),
            self.tally: (1072, 580, 344, 200),
            self.message: (388, 686, 664, 94),
        }
        for panel, (x, y, w, h) in places.items():
            panel.setGeometry(QRectF(x * across, y * down, w * across, h * down).toRect())
            panel.set_unit(unit)
        self._fit_now(QRectF(388 * across, 96 * down, 664 * across, 374 * down))
        self._arrange_footer(across, down, unit)

    def _fit_now(self, box: QRectF) -> None:
        """The class's picture as large as its place allows, without bars."""
        canvas = self.now.canvas
        scale = min(box.width() / canvas.width, box.height() / canvas.height)
        fitted = QRectF(0, 0, canvas.width * scale, canvas.height * scale)
        fitted.moveCenter(box.center())
        self.now.setGeometry(fitted.toRect())

    def _arrange_footer(self, across: float, down: float, unit: float) -> None:
        shares = {"back": 1.0, "blank": 1.2, "freeze": 1.3, "help-card": 1.6, "timer": 1.25, "next": 1.7}
        gap, x = 16 * across, 24 * across
        room = self.width() - 48 * across - gap * (len(shares) - 1)
        for action, share in shares.items():
            button = self.buttons[action]
            width = room * share / sum(shares.values())
            button.setGeometry(QRectF(x, 800 * down, width, 80 * down).toRect())
            button.unit = unit
            x += width + gap

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.color("window"))
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        if event.spontaneous():
            event.ignore()
            self.close_asked.emit()
