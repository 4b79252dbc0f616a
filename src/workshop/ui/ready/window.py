"""Before the lesson: a checklist and a check of the room, and the way past both at any moment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QScreen, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workshop.lesson.problems import WorkshopError
from workshop.settings import SettingsFile
from workshop.stage.page import Setting
from workshop.ui.actions import bind
from workshop.ui.look import Look
from workshop.ui.ready import Start, checklist, checks
from workshop.ui.ready.before import Checklist, ClassAge, about_cards
from workshop.ui.ready.checklist import Facts, Item
from workshop.ui.ready.room import Machine, RoomCheck
from workshop.ui.ready.sheet import CHART, NUMBERS, Sheets
from workshop.ui.screens import Arrangement, Screens, name_of
from workshop.ui.widgets import Button, FocusRing, Ground, Label, Notice

_USUAL, _LEAST = (1440, 900), (800, 560)
_TWO_COLUMNS = 900  # px at 100 % text: narrower, the room stands below the checklist
_EDGE = 24  # px around the cards: room for their shadow and the focus ring


class Lead(Button):
    """The most important button of a window."""

    def tall(self) -> int:
        return super().tall() + 16

    def _pad(self) -> int:
        return 32


class Foot(QWidget):
    """A bar along the bottom, with a line above it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("surface"))
        painter.setPen(QPen(self._look.color("divider"), 2))
        painter.drawLine(0, 1, self.width(), 1)


class ReadyWindow(QWidget):
    """`started` has a `Start`; `left` follows a window that was closed without it; `help_asked` wants the help card."""

    started = Signal(object)
    left = Signal()
    help_asked = Signal()

    def __init__(
        self,
        look: Look,
        setting: Setting,
        items: Iterable[Item],
        about: Iterable[Facts],
        settings: SettingsFile,
        screens: Screens,
        machine: Machine,
        today: date,
        one_screen: bool = False,
    ) -> None:
        super().__init__()
        self.look, self._settings, self._screens, self._one_screen = look, settings, screens, one_screen
        self.setWindowTitle("Workshop – before the lesson")
        self.notice = Notice(look)
        self.checklist = Checklist(look, items, settings, today)
        self.age = ClassAge(look, setting.lesson, settings) if checklist.asks_age(setting.lesson) else None
        self.about = about_cards(look, about)
        self.room = RoomCheck(look, settings, screens, machine, one_screen)
        self.sheets = Sheets(self, setting, settings)
        self.start_button = Lead(look, "Start the lesson", "presentation", "present")
        self.back = Button(look, "Back, without starting", "arrow-left", "quiet", bare=True)
        self.help = Button(look, "Help card", "life-buoy", "help")
        self._done = False
        self._build(setting.lesson.title)
        look.dress(self)
        FocusRing(look, self)
        self._bind()
        self._connect()
        self._place()
        self._sum_up()
        self.start_button.setFocus()

    # --- building ---------------------------------------------------------------------------------------

    def _build(self, title: str) -> None:
        self._body = QScrollArea()
        self._body.setWidgetResizable(True)
        self._body.setFrameShape(QFrame.Shape.NoFrame)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body.setWidget(self._columns())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._head(title))
        told = QHBoxLayout()
        told.setContentsMargins(_EDGE, 0, _EDGE, 4)
        told.addWidget(self.notice)
        rows.addLayout(told)
        rows.addWidget(self._body, 1)
        rows.addWidget(self._foot())

    def _head(self, title: str) -> QWidget:
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(16, 16, _EDGE + 4, 10)
        line.setSpacing(14)
        words = QVBoxLayout()
        words.setSpacing(0)
        for text, name, color in (("Before the lesson", "page", "text"), (title, "lead", "muted")):
            label = Label(self.look, text, name, color, wrap=True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            words.addWidget(label)
        line.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(self.help)
        return head

    def _columns(self) -> QWidget:
        ground = _Ground(self.look)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, ground)
        self._sides.setContentsMargins(_EDGE, 8, _EDGE, _EDGE)
        self._sides.setSpacing(20)
        asked = [self.age] if self.age is not None else []
        for cards in ((*asked, self.checklist, *self.about), (self.room,)):
            column = QVBoxLayout()
            column.setSpacing(18)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._sides.addLayout(column, 1)
        return ground

    def _foot(self) -> QWidget:
        foot = Foot(self.look)
        self._sum = Label(self.look, "", "help", "muted", wrap=True)
        line = QGridLayout(foot)
        line.setContentsMargins(_EDGE, 14, _EDGE, 14)
        line.setHorizontalSpacing(20)
        line.addWidget(self._sum, 0, 0)
        line.addWidget(self.start_button, 0, 1)
        line.setColumnStretch(0, 1)
        return foot

    def _bind(self) -> None:
        self.actions_by_id = bind(
            self,
            "ready",
            {
                "start": self.start,
                "leave": self.leave,
                "help-card": self.help_asked.emit,
                "text-larger": lambda: self.look.step_scale(1),
                "text-smaller": lambda: self.look.step_scale(-1),
                "text-normal": lambda: self.look.set_scale(100),
                "next-theme": lambda: self.look.set_theme(self.look.next_theme().name),
            },
        )

    def _connect(self) -> None:
        for button, action in ((self.start_button, "start"), (self.back, "leave"), (self.help, "help-card")):
            button.clicked.connect(self.actions_by_id[action].trigger)
            button.setToolTip(self.actions_by_id[action].toolTip())
        parts: list[Checklist | RoomCheck | ClassAge] = [self.checklist, self.room]
        for part in (*parts, self.age) if self.age is not None else parts:
            part.changed.connect(self._sum_up)
            part.troubled.connect(self.notice.tell)
        if self.age is not None:
            self.age.changed.connect(lambda: self.notice.tell(""))
        self.room.projector.numbers_wanted.connect(lambda: self._toggle(NUMBERS))
        self.room.projector.chosen.connect(self._move_over)
        self.room.chart.chart_wanted.connect(lambda: self._toggle(CHART))
        self.room.chart.recoloured.connect(self._show_chart)
        later = Qt.ConnectionType.QueuedConnection  # the room to scroll in follows the layout
        self.room.clicker.pad.placed.connect(self._keep_pad_in_sight, later)
        self.sheets.changed.connect(self._tell_sheets)
        self._screens.changed.connect(self._replugged)
        self.look.changed.connect(self._remember_look)

    # --- what is done -------------------------------------------------------------------------------------

    def start(self) -> None:
        """Into the lesson. Nothing is asked but why, where the class is of another age."""
        if self.age is not None and self.age.lacks_reason():
            self.notice.tell("This lesson is for another age. Say in one line why it suits this class, then start.")
            self._body.ensureWidgetVisible(self.age.reason)
            self.age.reason.setFocus()
            return
        self.sheets.put_away()
        self.started.emit(Start(self.age.ages if self.age is not None else None, self.room.projector.projector))

    def leave(self) -> None:
        """Put away what is on the screens; else close the window without starting."""
        if self.sheets.kind:
            self.sheets.put_away()
        else:
            self.close()

    def finish(self) -> None:
        """Close the window for good: the lesson is on."""
        self._done = True
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter starts from everywhere but a button, which it presses. While numbers are up, a digit chooses one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.start()
        elif self.sheets.kind == NUMBERS and event.text().isdecimal():
            self.room.projector.press(int(event.text()))
        else:
            super().keyPressEvent(event)

    def _keep_pad_in_sight(self) -> None:
        """While the pad has the keys, none of them scrolls: what it shows is to be seen by itself."""
        pad = self.room.clicker.pad
        if self.focusWidget() is pad:
            for part in (pad, *pad.offers[-1:], pad.words):  # where not all has room, the words go before the rest
                self._body.ensureWidgetVisible(part, 0, _EDGE)

    def _sum_up(self) -> None:
        ready = checks.summary(self.room.found())
        ticked = f"{self.checklist.ticked()} of {len(self.checklist.ticks)} ticked"
        self._sum.setText(f"Checklist: {ticked}. Room: {ready}. You can start at any moment: press Enter or F5.")

    def _remember_look(self) -> None:
        try:
            self._settings.change(theme=self.look.theme.name, text_scale=self.look.scale)
        except WorkshopError as why:
            self.notice.tell(str(why))
        self._arrange()

    # --- sheets on the screens ----------------------------------------------------------------------------

    def _toggle(self, kind: str) -> None:
        if self.sheets.kind == kind:
            self.sheets.put_away()
        elif kind == CHART:
            self._show_chart()
        else:
            self._show_numbers()

    def _show_numbers(self) -> None:
        there = self._screens.all()
        known = {name_of(screen, there): screen for screen in there}
        plugged = self.room.projector.plugged()
        self.sheets.show_numbers((one.number, one.name, known[one.name]) for one in plugged)

    def _show_chart(self) -> None:
        arrangement = self._arrangement()
        if arrangement is not None:
            self.sheets.show_chart(arrangement.picture)
            self.room.chart.ask()

    def _tell_sheets(self) -> None:
        for line, kind, words, icon in (
            (self.room.projector, NUMBERS, "Show numbers", "monitor"),
            (self.room.chart, CHART, "Show the chart", "eye"),
        ):
            assert line.button is not None
            text, shown = ("Put away", "x") if self.sheets.kind == kind else (words, icon)
            line.button.set_words(text, shown, f"{line.title}: {text}")
        if not self.sheets.kind:
            self.activateWindow()

    def _arrangement(self) -> Arrangement | None:
        return self._screens.arrangement(
            self._settings.value.projector, self._one_screen, self.room.projector.projector
        )

    # --- the window itself --------------------------------------------------------------------------------

    def _place(self) -> None:
        """In the middle of the facilitator's screen, no larger than that."""
        arrangement = self._arrangement()
        if arrangement is None:
            return
        self._move_to(arrangement.console)

    def _move_to(self, screen: QScreen) -> None:
        room = screen.availableGeometry()
        self.setMinimumSize(min(_LEAST[0], room.width()), min(_LEAST[1], room.height()))
        size = QSize(min(_USUAL[0], room.width()), min(_USUAL[1], room.height()))
        full = self.isMaximized() or size == room.size()
        if self.isMaximized():
            self.showNormal()  # a window manager keeps a full window where it is
        self.setScreen(screen)
        self.resize(size)
        self.move(room.x() + (room.width() - size.width()) // 2, room.y() + (room.height() - size.height()) // 2)
        if full:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _move_over(self) -> None:
        """Away from the screen that has just become the class's."""
        self.sheets.put_away()
        arrangement = self._arrangement()
        if arrangement is not None and self.screen() is not arrangement.console:
            self._move_to(arrangement.console)
        self.activateWindow()

    def _replugged(self) -> None:
        self.sheets.put_away()
        self.room.projector.refresh()
        arrangement = self._arrangement()
        if arrangement is not None and arrangement.projector is not None and self.screen() is arrangement.projector:
            self._move_to(arrangement.console)

    def _arrange(self) -> None:
        wide = self.width() * 100 / self.look.scale >= _TWO_COLUMNS
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self.room, self.room.begin)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.sheets.put_away()
        super().closeEvent(event)
        if not self._done:
            self._done = True
            self.left.emit()


class _Ground(Ground):
    """As wide as the window, never wider."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
