"""One bar on the facilitator's window: what is asked or what went wrong, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from workshop.lesson.model import Scenario
from workshop.session.polls import winner
from workshop.session.session import Session
from workshop.session.state import CHOOSE, END, FINISHED, TIE
from workshop.session.story import choices
from workshop.session.view import View
from workshop.stage.kinds.path import letter
from workshop.stage.rich import plain
from workshop.ui.look import Look
from workshop.ui.present.announce import announce
from workshop.ui.present.panel import LEFT, KeyButton, Panel, Pen, set_in

SIZES = (22, 20, 18, 16, 14)  # units: the largest in which a sentence finds room
_ELSEWHERE = "Keys and the clicker go to another program now. Click this window to bring them back."
_SHARED = "The class can read this screen. Turn the projector off or away first."
_WRAPPED = int(LEFT | Qt.TextFlag.TextWordWrap)


class Message(NamedTuple):
    """A sentence, and up to two answers: words and the action they call. `brief` says it where there is little room."""

    text: str
    answers: tuple[tuple[str, str], ...] = ()
    warning: bool = False
    brief: str = ""


def message_for(session: Session, trouble: str, elsewhere: bool, asked: str = "") -> Message | None:
    """What the facilitator must be told now; None for nothing. `elsewhere`: the keys go to another program.

    `asked` is the private sheet that was asked for on a screen that the class sees.
    """
    cue = session.state.cue
    if elsewhere:
        return Message(_ELSEWHERE, warning=True)
    if asked:
        return Message(_SHARED, (("Not now", "stay"), ("Show it here", asked)))
    if cue == END:
        return Message("End this lesson? The record of it is erased.", (("Go on", "stay"), ("End the lesson", "end")))
    if cue == CHOOSE:
        view = session.console_view(session.clock())
        count = len(choices(view.step, view.card))  # type: ignore[arg-type]
        return Message(f"Press {_keys(count)} for the class’s choice. Next leaves the story.")
    if cue == TIE:
        count = len(session.console_view(session.clock()).counts[0])
        text = f"Two choices have as many hands. Press {_keys(count)} to pick one, or Next to end the vote."
        return Message(text, brief=f"Tie: 1–{count} pick, Next ends the vote")
    if cue == FINISHED:
        return Message("That was the last step.", (("Stay", "stay"), ("End the lesson", "end")))
    if vote := _of_vote(session.console_view(session.clock())):
        return vote
    return Message(trouble, (("I see", "dismiss"),), warning=True) if trouble else None


def _keys(count: int) -> str:
    return "1 or 2" if count == 2 else f"1 to {count}"


def _of_vote(view: View) -> Message | None:
    """How a vote on a story's choices goes on."""
    if not view.vote:
        return None
    totals = view.counts[0]
    if view.vote == "open":
        count = len(totals)
        text = f"Count hands with the keys {_keys(count)}. Next shows the class the totals."
        return Message(text, brief=f"1–{count} count, Next shows")
    first = winner(totals)
    if first is not None and isinstance(view.step, Scenario):
        name, say = letter(first), plain(choices(view.step, view.card)[first].say)
        return Message(f"Next follows the class: {name}, {say}. A click on a choice overrides.", brief=f"Next: {name}")
    if any(totals):
        return Message("Two choices have as many hands. Count again, or press Next to pick one.", brief="Tie: Next")
    return Message("Nobody was counted. Next ends the vote.", brief="Next ends the vote")


class MessageBar(Panel):
    """Hidden while there is nothing to say. A question takes the keyboard: Enter gives the harmless answer."""

    def __init__(self, look: Look, trigger: Callable[[str], None]) -> None:
        super().__init__(look)
        self._trigger = trigger
        self._message: Message | None = None
        self.buttons: list[KeyButton] = []
        self._text_width = 0.0
        self.hide()

    def show_message(self, message: Message | None) -> bool:
        """Say this from now on; true where that is something else than before."""
        if message == self._message:
            return False
        self._message = message
        if any(button.hasFocus() for button in self.buttons):
            self.window().setFocus()
        for button in self.buttons:
            button.deleteLater()
        self.buttons = [self._button(text, action) for text, action in (message.answers if message else ())]
        self.setVisible(message is not None)
        if message is not None:
            self.surface = "sun.base" if message.warning else "sky.base"
            self.say(message.text)
            announce(self, message.text)
            self.arrange()
            self.raise_()
            if self.buttons and not message.warning:
                self.activateWindow()
                self.buttons[0].setFocus()
        return True

    def _button(self, text: str, action: str) -> KeyButton:
        made = KeyButton(self.look, text, "", fill="window", ink="text")
        made.size_units = 20
        made.setParent(self)
        made.clicked.connect(lambda _checked=False: self._trigger(action))
        made.show()
        return made

    def height_at(self, width: float) -> float:
        """How tall in units the bar wants to be, `width` units wide."""
        if self._message is None:
            return 0.0
        return max(76.0, self._written(SIZES[0], width - self._answers_width() - 48).height() / self.unit + 32)

    def _answers_width(self) -> float:
        return 16 + sum(_button_width(button) + 12 for button in self.buttons)

    def arrange(self) -> None:
        x = self.wide - 16
        height = min(52.0, self.tall - 8)
        for button in reversed(self.buttons):
            button.unit = self.unit
            x -= _button_width(button)
            self.place(button, x, (self.tall - height) / 2, _button_width(button), height)
            x -= 12
        self._text_width = x - 24

    def _written(self, size: float, width: float) -> QRectF:
        """The sentence's place in pixels, `width` units wide."""
        assert self._message is not None
        metrics = QFontMetricsF(set_in(size, self.unit, weight=700))
        room = QRectF(0, 0, width * self.unit, 10_000)
        return metrics.boundingRect(room, _WRAPPED, self._message.text)

    def draw(self, pen: Pen) -> None:
        if self._message is None:
            return
        fitting = [size for size in SIZES if self._written(size, self._text_width).height() <= self.height() - 8]
        pen.painter.setFont(set_in(fitting[0] if fitting else SIZES[-1], self.unit, weight=700))
        pen.painter.setPen(self.look.color(f"{self.surface.split('.')[0]}.on_base"))
        pen.painter.drawText(pen.rect(24, 4, self._text_width, self.tall - 8), _WRAPPED, self._message.text)


def _button_width(button: KeyButton) -> float:
    return 60 + 11.5 * len(button.text())
