"""One bar on the facilitator's window: what is asked or what went wrong, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt

from workshop.session.session import Session
from workshop.session.state import CHOOSE, END, FINISHED
from workshop.session.story import choices
from workshop.ui.look import Look
from workshop.ui.present.panel import KeyButton, Panel, Pen


class Message(NamedTuple):
    """A sentence, and up to two answers: words and the action they call."""

    text: str
    answers: tuple[tuple[str, str], ...] = ()
    warning: bool = False


def message_for(session: Session, trouble: str) -> Message | None:
    """What the facilitator must be told now; None for nothing."""
    cue = session.state.cue
    if cue == END:
        return Message("End this lesson? The record of it is erased.", (("Go on", "stay"), ("End the lesson", "end")))
    if cue == CHOOSE:
        view = session.console_view(session.clock())
        count = len(choices(view.step, view.card))  # type: ignore[arg-type]
        return Message(f"Press 1 to {count} for the class's choice. Next once more leaves the story.")
    if cue == FINISHED:
        return Message("That was the last step.", (("Stay", "stay"), ("End the lesson", "end")))
    if trouble:
        return Message(trouble, (("I see", "dismiss"),), warning=True)
    return None


class MessageBar(Panel):
    """Shown over the notes while there is something to say."""

    def __init__(self, look: Look, trigger: Callable[[str], None]) -> None:
        super().__init__(look)
        self._trigger = trigger
        self._message: Message | None = None
        self._buttons: list[KeyButton] = []
        self.hide()

    def show_message(self, message: Message | None) -> None:
        if message == self._message:
            return
        self._message = message
        for button in self._buttons:
            button.deleteLater()
        self._buttons = [self._button(text, action) for text, action in (message.answers if message else ())]
        self.setVisible(message is not None)
        if message is not None:
            self.surface = "sun.base" if message.warning else "sky.base"
            self.say(message.text)
            self.arrange()
            self.raise_()

    def _button(self, text: str, action: str) -> KeyButton:
        made = KeyButton(self.look, text, "", fill="window", ink="text")
        made.size_units = 20
        made.setParent(self)
        made.clicked.connect(lambda _checked=False: self._trigger(action))
        made.show()
        return made

    def arrange(self) -> None:
        x = self.wide - 16
        for button in reversed(self._buttons):
            button.unit = self.unit
            width = 60 + 11.5 * len(button.text())
            x -= width
            self.place(button, x, (self.tall - 52) / 2, width, 52)
            x -= 12
        self._text_width = x - 24

    def draw(self, pen: Pen) -> None:
        if self._message is None:
            return
        ink = f"{self.surface.split('.')[0]}.on_base"
        pen.painter.setFont(pen.font(22, "text", 700))
        pen.painter.setPen(self.look.color(ink))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        pen.painter.drawText(pen.rect(24, 6, self._text_width, self.tall - 12), int(flags), self._message.text)
