"""One screen for class and facilitator: the picture, and below it a thin strip of controls.

Nothing private is drawn over the picture. Notes come only when asked for, beside the picture, say that the class
can read them, and leave when something else is shown. What is for adults alone is never among them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from workshop.session.session import Session
from workshop.ui.stageview import Compose, StageView

if TYPE_CHECKING:  # imported when they are made, after the first picture
    from workshop.stage.theme import Theme
    from workshop.ui.keysinuse import KeysInUse
    from workshop.ui.look import Look
    from workshop.ui.present.countrow import CountRow
    from workshop.ui.present.message import Message, MessageBar
    from workshop.ui.present.more import MoreMenu
    from workshop.ui.present.notes import NotesText
    from workshop.ui.present.sheet import Sheet
    from workshop.ui.present.strip import Strip
    from workshop.ui.present.toolbar import ToolBar
    from workshop.ui.present.tools import Tools

STRIP = 48  # px at 1080 high
SHEET = (1028.0, 684.0)  # units that a sheet is made for
TOOLS = 366.0  # units: the tools' width
COUNTS = 58.0  # units: the height of the row of counts
NOTES = 0.34  # of the width, while they are asked for


class OneScreen(QWidget):
    """The whole of the one screen. What the first picture need not wait for is made in `furnish`."""

    close_asked = Signal()

    def __init__(self, compose: Compose, session: Session) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint)  # set later, it would make the window twice
        self.setWindowTitle(f"Workshop – {session.lesson.title}")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocus()  # and no button, until the Tab key is pressed
        self.session = session
        self.picture = StageView(compose, self)
        self.strip: Strip | None = None
        self.notes: NotesText | None = None
        self.tools: ToolBar | None = None
        self.counts: CountRow | None = None
        self.more: MoreMenu | None = None
        self._message: MessageBar | None = None
        self._look: Look | None = None
        self._keys: KeysInUse | None = None
        self._sheet: Sheet | None = None
        self._notes_share = 0.0
        self._noted: tuple[object, ...] = ()  # what was shown when the notes were asked for,
        self._counted: tuple[object, ...] = ()  # and when the counts were
        self._notice = self._notice_open = self._tools_open = False
        self._hint = ""
        self._opened_at: tuple[object, ...] = ()  # what was shown when the menu was opened

    def furnish(self, look: Look, keys: KeysInUse, trigger: Callable[[str], None]) -> None:
        """Make the strip, and what may be asked for."""
        if self.strip is not None:
            return
        from workshop.ui.present.countrow import CountRow
        from workshop.ui.present.message import MessageBar
        from workshop.ui.present.strip import Strip
        from workshop.ui.present.toolbar import ToolBar

        self._look, self._keys = look, keys
        look.dress(self)
        own = {"more": self.open_more, "count": self.toggle_counts}  # which need no other window
        self._trigger = trigger
        self.strip = Strip(look, self.session, keys, lambda action: own.get(action, partial(trigger, action))())
        self._message = MessageBar(look, trigger)
        self.tools = ToolBar(look, keys, trigger)
        self.tools.surface = "window"
        self.counts = CountRow(look, keys, trigger, self.session.set_count)
        for panel in (self.strip, self.tools, self.counts, self._message):
            panel.setParent(self)
        for hidden in (self.tools, self.counts):
            hidden.hide()
        self.strip.show()
        self.arrange()

    def toggle_notes(self) -> None:
        """Notes beside the picture, which shrinks; and away again."""
        if self._look is None:
            return
        from workshop.ui.present.notes import NotesText

        if self.notes is None:
            self.notes = NotesText(self._look, self)
            self.notes.viewport().setContentsMargins(20, 16, 20, 16)
        self._noted = self._shown()
        self._open_notes(0.0 if self._notes_share else NOTES)

    def _shown(self) -> tuple[object, ...]:
        state = self.session.state
        return state.stop, state.cover, state.frozen

    def _open_notes(self, share: float) -> None:
        """Give the notes that share of the width; 0 puts them away."""
        self._notes_share = share
        if self.notes is not None:
            self.notes.setVisible(bool(share))
            self.arrange()

    def _show_notes(self, now: float) -> None:
        """The notes that were asked for; another step, cover or freeze puts them away."""
        if self.notes is None or not self._notes_share:
            return
        if self._shown() != self._noted:
            self._open_notes(0.0)
            return
        from workshop.ui.present.notes import shared_notes_of

        assert self._keys is not None
        told = f"**The class can read these notes.** {self._keys.cap('notes')} hides them.\n\n"
        self.notes.show_notes(told + shared_notes_of(self.session.console_view(now)))

    def mount(self, sheet: Sheet | None) -> None:
        """Lay a sheet over the class's picture; None takes it away."""
        self._sheet = sheet
        if sheet is not None:
            sheet.setParent(self)
            self.arrange()

    def open_more(self) -> None:
        """The menu of all that has no button, over its own."""
        from workshop.ui.present.more import MoreMenu

        if self._look is not None and self._keys is not None and self.strip is not None:
            self._close_more()
            self.more = MoreMenu(self, self._look, self.session, self._keys, self._trigger)
            self._opened_at = self._shown()
            self.more.rise(self.strip.buttons["more"], self.strip.unit)

    def _close_more(self) -> None:
        if self.more is not None:
            self.more.close()
            self.more.deleteLater()
            self.more = None

    def toggle_counts(self) -> None:
        """The totals of a vote above the strip, where the class can read them, or away again."""
        if self.counts is not None:
            self._counted = self._shown()
            self._show_counts(self.session.clock(), wanted=self.counts.isHidden())

    def leave(self) -> bool:
        """Put the field for typing away, else the row of counts; False where neither is there."""
        if self.counts is None or self.counts.isHidden():
            return False
        if not self.counts.field.leave():
            self.toggle_counts()
        return True

    def _show_counts(self, now: float, wanted: bool) -> None:
        """The row of counts; another step, cover or freeze, and the end of the vote, put it away."""
        from workshop.ui.present.keypad import pad_for

        assert self._keys is not None
        assert self.counts is not None
        assert self.strip is not None
        pad = pad_for(self.session.console_view(now), self.session.lesson.language, self._keys)
        counting = pad.counts and not self.session.state.cover
        there = wanted and counting and self._shown() == self._counted
        if there:
            self.counts.show_pad(pad)
        elif not self.counts.isHidden():
            self.counts.field.leave()
            focus = self.focusWidget()
            if focus is not None and self.counts.isAncestorOf(focus):
                self.setFocus()
        self.counts.setVisible(there)
        self.strip.show_extra("count", counting)
        self.strip.buttons["count"].set_on(there)
        self.arrange()

    def toggle_notice(self) -> None:
        """Show what went wrong, or put it away: only when the facilitator asks, as the class reads along."""
        self._notice_open = not self._notice_open

    def toggle_tools(self) -> None:
        """The tools above the strip, or away again."""
        self._tools_open = not self._tools_open

    def show_tools(self, tools: Tools, theme: Theme) -> None:
        """Which tool is in the hand; its row is there meanwhile. On a cover none is offered."""
        if self.tools is not None and self.strip is not None:
            state = self.session.state
            self._tools_open = self._tools_open and not (state.cover or state.frozen)
            self.tools.setVisible(self._tools_open or bool(tools.kind))
            self.tools.show_tools(tools, theme, state.ink_kept)
            self.strip.buttons["tools"].set_on(not self.tools.isHidden())

    def refresh(self, now: float, message: Message | None) -> None:
        """After a change of the session."""
        if self.strip is None or self._message is None:
            return
        self._notice = message is not None and message.warning
        self._notice_open = self._notice_open and self._notice
        self._hint = (message.brief or message.text) if message and not message.answers and not message.warning else ""
        if self._hint or (self._notice and not self._notice_open):
            message = None
        self._show_notes(now)
        if self.counts is not None:
            self._show_counts(now, wanted=not self.counts.isHidden())
        if self.more is not None and self._shown() != self._opened_at:
            self._close_more()
        self._message.show_message(message)
        self.refresh_time(now)

    def refresh_time(self, now: float) -> None:
        if self.strip is not None:
            self.strip.refresh(now, self.picture.listed, self._notice and not self._notice_open, self._hint)

    def hideEvent(self, _event: QHideEvent) -> None:
        self._open_notes(0.0)  # plugged out again, this window would come back with them
        self._close_more()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.arrange()

    def arrange(self) -> None:
        """The picture above the strip; a question takes the strip's place for as long as it is asked."""
        unit = max(0.75, self.height() / 1080)
        thin = round(STRIP * unit)
        beside = round(self.width() * self._notes_share)
        self._fit_picture(self.width() - beside, self.height() - thin)
        if self.notes is not None and beside:
            margin = round(20 * unit)
            self.notes.setGeometry(
                self.width() - beside + margin, margin, beside - 2 * margin, self.height() - thin - 2 * margin
            )
            self.notes.set_size(26 * unit)
        if self._sheet is not None:
            self._sheet.setGeometry(0, 0, self.width(), self.height() - thin)
            self._sheet.set_unit(min(self.width() / SHEET[0], (self.height() - thin) / SHEET[1]))
        if self.tools is not None:
            wide, tall = round(TOOLS * unit), round(46 * unit)
            self.tools.setGeometry(self.width() - beside - wide, self.height() - thin - tall, wide, tall)
            self.tools.set_unit(unit)
        if self.counts is not None and not self.counts.isHidden():
            self.counts.unit = unit  # by which it knows its width
            wide, tall = round(self.counts.needs() * unit), round(COUNTS * unit)
            self.counts.setGeometry(0, self.height() - thin - tall, wide, tall)
            self.counts.set_unit(unit)
        if self.strip is not None and self._message is not None:
            self.strip.setGeometry(0, self.height() - thin, self.width(), thin)
            self.strip.set_unit(unit)
            self._message.setGeometry(self.strip.geometry())
            self._message.set_unit(unit)

    def _fit_picture(self, width: int, height: int) -> None:
        """As large as it goes in its own shape: what is beside it is the strip's dark, like a frame."""
        canvas = self.picture.canvas
        scale = min(width / canvas.width, height / canvas.height)
        w, h = round(canvas.width * scale), round(canvas.height * scale)
        self.picture.setGeometry((width - w) // 2, (height - h) // 2, w, h)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("window") if self._look else Qt.GlobalColor.black)
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        if event.spontaneous():
            event.ignore()
            self.close_asked.emit()
