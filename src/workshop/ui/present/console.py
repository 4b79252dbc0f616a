"""The facilitator's console: now and next, notes, steps, time. Large enough to be read from three metres."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from workshop.session.session import Session
from workshop.session.view import View
from workshop.stage.displaylist import Canvas
from workshop.stage.theme import Theme
from workshop.ui.keysinuse import KeysInUse
from workshop.ui.look import Look
from workshop.ui.present.announce import announce, news
from workshop.ui.present.band import Band, seen_instead
from workshop.ui.present.keypad import KeyPad, pad_for
from workshop.ui.present.message import Message, MessageBar
from workshop.ui.present.notes import Notes, notes_of
from workshop.ui.present.panel import KeyButton, Panel
from workshop.ui.present.sheet import Sheet
from workshop.ui.present.steps import StepList, rows_of
from workshop.ui.present.timing import StepTimer, TopBar
from workshop.ui.present.toolbar import SIDE, ToolBar
from workshop.ui.present.tools import Tools
from workshop.ui.present.upnext import UpNext, ahead
from workshop.ui.reader import Reader
from workshop.ui.stageview import Compose, StageView

WIDTH, HEIGHT = 1440.0, 900.0  # the console in units
MOST_PICTURE = {True: 0.635, False: 0.57}  # of the middle column's height, by wide canvas or not; notes get the rest


class Console(QWidget):
    """All of it is derived from the session; `trigger` is given the id of an action."""

    close_asked = Signal()

    def __init__(
        self,
        session: Session,
        compose: Compose,
        look: Look,
        keys: KeysInUse,
        trigger: Callable[[str], None],
        go: Callable[[int], None],
        notes_size: int,
        resize_notes: Callable[[int], None],
    ) -> None:
        super().__init__()
        self.session, self.look, self.keys = session, look, keys
        self.setWindowTitle(f"Workshop – {session.lesson.title}")
        self.setMinimumSize(800, 560)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocus()  # and no button, until the Tab key is pressed
        look.dress(self)
        self.screen_label = ""
        self.sheet: Sheet | None = None
        self.buttons = self._footer(trigger)
        self.top = TopBar(look, session, keys, trigger)
        self.steps = StepList(look, rows_of(session), go, keys, trigger)
        self.now = StageView(compose, self)
        Reader(self.now)
        self.band = Band(look, keys, trigger)
        self.notes = Notes(look, keys, notes_size, resize_notes)
        self.tools = ToolBar(look, keys, trigger)
        self.message = MessageBar(look, trigger)
        self.timer = StepTimer(look, session, keys, trigger)
        self.next = UpNext(look, compose)
        self.pad = KeyPad(look, trigger, session.set_count)
        for panel in self._panels():
            panel.setParent(self)

    def _panels(self) -> tuple[Panel, ...]:
        """In the order of the Tab key, after the buttons below."""
        return (self.band, self.message, self.steps, self.notes, self.tools, self.timer, self.next, self.pad, self.top)

    def _footer(self, trigger: Callable[[str], None]) -> dict[str, KeyButton]:
        look = self.look
        made = {
            "next": KeyButton(look, "Next", "arrow-right", "", "sun.base", "sun.on_base"),
            "back": KeyButton(look, "Back", "arrow-left"),
            "blank": KeyButton(look, "Blank", "moon"),
            "neutral": KeyButton(look, "Calm", "eye-off"),
            "freeze": KeyButton(look, "Freeze", "snowflake"),
            "help-card": KeyButton(look, "Help card", "life-buoy", "", "teal.base", "teal.on_base"),
            "questions": KeyButton(look, "Questions", "inbox"),
        }
        for action, button in made.items():
            button.size_units, button.cap_units = (30.0 if action == "next" else 22.0), 32.0
            button.setParent(self)
            button.after = action == "next"
            button.capped = action not in ("next", "back")  # theirs go without saying
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

    def mount(self, sheet: Sheet | None) -> None:
        """Lay a sheet over the left and the middle; None takes it away."""
        self.sheet = sheet
        if sheet is not None:
            sheet.setParent(self)
            self.arrange()

    def recompose(self, canvas: Canvas | None = None) -> None:
        """Draw all pictures again, after a change of the class's canvas or colours."""
        self.now.recompose(canvas)
        self.next.recompose(canvas)
        self.arrange()

    def refresh(self, now: float, message: Message | None) -> None:
        """Everything, after a change of the session."""
        session = self.session
        view = session.console_view(now)
        self._show_now(view)
        self.band.show_seen(seen_instead(session))
        self.next.show_ahead(ahead(session, now))
        self.steps.show_rows(rows_of(session))
        self.steps.show_at(view.at)
        self.notes.text.show_notes(notes_of(view, session.lesson.language), f"{view.step.id} {view.round}")
        if self.pad.show_pad(pad_for(view, session.lesson.language, self.keys, self.now.listed)):
            self.arrange()
        if self.message.show_message(message):
            self.arrange()
            self._come_forward(message)
        for action, on in (
            ("blank", session.state.cover == "blank"),
            ("freeze", session.state.frozen is not None),
            ("neutral", session.state.cover == "neutral"),
            ("help-card", session.state.cover == "help"),
            ("questions", session.state.cover in ("question", "box")),
        ):
            self.buttons[action].set_on(on)
        for action, button in self.buttons.items():
            button.set_key(self.keys.cap(action))
        self.notes.show_keys()
        waiting = sum(question.place in ("new", "queued") for question in session.state.questions)
        self.buttons["questions"].set_count(waiting)
        self.refresh_time(now)

    def show_tools(self, tools: Tools, theme: Theme) -> None:
        """Which tool is in the hand; `theme` is the class's."""
        self.tools.show_tools(tools, theme, self.session.state.ink_kept)

    def _show_now(self, view: View) -> None:
        """What the class doesn't see yet is told here; all else is told as the class sees it."""
        before = self.now.listed
        self.now.show_view(view)
        after = self.now.listed
        if seen_instead(self.session) and before and after and after is not before:
            announce(self.now, news(before, after))

    def refresh_time(self, now: float) -> None:
        """Only what changes with the clock."""
        self.top.refresh(now, self.screen_label)
        self.timer.refresh(now)
        self.now.show_view(self.session.console_view(now))

    def _come_forward(self, message: Message | None) -> None:
        """A question must be seen, even where this window was put away."""
        if message is not None and message.answers and not message.warning and self.isMinimized():
            self.showMaximized()

    # --- Qt's events -------------------------------------------------------------------------------------

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.arrange()

    def arrange(self) -> None:
        """Panels to their places; what is written in them grows with the smaller side."""
        across, down = self.width() / WIDTH, self.height() / HEIGHT
        unit = min(across, down)
        picture = self._fit_now(QRectF(360 * across, 96 * down, 692 * across, 684 * down))
        below = picture.bottom() + 16 * unit
        end = 780 * down
        said = self.message.height_at(692 * across / unit) * unit if not self.message.isHidden() else 0.0
        band = QRectF(picture.x(), picture.bottom() - 58 * unit, picture.width(), 58 * unit)
        pad = 780 * down - max(214 * down, self.pad.height_at(unit))  # its top: more answers need more room
        places: dict[Panel, QRectF] = {
            self.top: QRectF(24 * across, 14 * down, 1392 * across, 70 * down),
            self.steps: QRectF(24 * across, 96 * down, 320 * across, 684 * down),
            self.band: band,
            self.notes: QRectF(360 * across, below, 692 * across, end - below - (said + 12 * unit if said else 0)),
            self.tools: QRectF(360 * across + 108 * unit, below + 14 * unit, 692 * across - 298 * unit, SIDE * unit),
            self.message: QRectF(360 * across, end - said, 692 * across, said),
            self.timer: QRectF(1068 * across, 96 * down, 348 * across, 190 * down),
            self.next: QRectF(1068 * across, 302 * down, 348 * across, pad - 318 * down),
            self.pad: QRectF(1068 * across, pad, 348 * across, 780 * down - pad),
        }
        if self.sheet is not None:
            places[self.sheet] = QRectF(
                24 * across, 96 * down, (1392 if self.sheet.broad else 1028) * across, 684 * down
            )
        for panel, box in places.items():
            panel.setGeometry(box.toRect())
            panel.set_unit(unit)
        self._arrange_footer(across, down, unit)

    def _fit_now(self, area: QRectF) -> QRectF:
        """The class's picture at the top of the area, as wide as leaves room for the notes; where it lies."""
        canvas = self.now.canvas
        width = min(area.width(), area.height() * MOST_PICTURE[canvas.wide] * canvas.width / canvas.height)
        box = QRectF(area.x() + (area.width() - width) / 2, area.y(), width, width * canvas.height / canvas.width)
        self.now.setGeometry(box.toRect())
        self.now.round_off(self.look.color("window"), self.look.color("divider"), 12 * self.height() / HEIGHT)
        return box

    def _arrange_footer(self, across: float, down: float, unit: float) -> None:
        shares = {"back": 5, "blank": 6.5, "neutral": 6, "freeze": 7, "help-card": 9, "questions": 10.5, "next": 7.5}
        gap, x = 16 * across, 24 * across
        room = self.width() - 48 * across - gap * (len(shares) - 1)
        for action, share in shares.items():
            button = self.buttons[action]
            width = room * share / sum(shares.values())
            button.setGeometry(QRectF(x, 800 * down, width, 80 * down).toRect())
            button.unit = unit
            button.update()
            x += width + gap

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.color("window"))
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        if event.spontaneous():
            event.ignore()
            self.close_asked.emit()
