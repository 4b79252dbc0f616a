"""The sheet that helps a class to end in time: what could be left out or shortened, or where to stop for today."""

from __future__ import annotations

import time
from collections.abc import Sequence

from workshop.lesson.model import Lesson
from workshop.session import pacing
from workshop.session.order import Stop
from workshop.session.proposals import Proposal, proposals, stop_today
from workshop.session.state import Plan
from workshop.stage.rich import plain
from workshop.ui.present.desk import Desk
from workshop.ui.present.panel import KeyButton, Pen
from workshop.ui.present.sheet import HEAD, Sheet

ROW = 104.0  # units: one proposal


class PaceSheet(Sheet):
    """Proposals to accept or not. Nothing changes before one is accepted, and all of it can be put back."""

    title = "Ending in time"
    private = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._told = ""
        self.offers: list[tuple[str, Plan]] = []
        self.buttons: list[KeyButton] = []

    def refresh(self, now: float) -> None:
        session = self.desk.session
        lesson, state = session.lesson, session.state
        told, offers = standing(lesson, pacing.due(lesson, state), pacing.ends(lesson, state, now)), []
        for one in proposals(lesson, state, now):
            offers.append((phrase(lesson, one), one.plan))
        if (stop := stop_today(lesson, state, now)) is not None:
            offers.append((phrase(lesson, stop), stop.plan))
        if state.plan != Plan():
            offers.append(("Go back to the plan as the lesson has it.", Plan()))
        if (told, offers) != (self._told, self.offers):
            self._told, self.offers = told, offers
            self._make_buttons()
            self.setAccessibleDescription(told)
            self.arrange()
            self.update()

    def _make_buttons(self) -> None:
        focused = next((at for at, button in enumerate(self.buttons) if button.hasFocus()), None)
        for button in self.buttons:
            button.deleteLater()
        self.buttons = [self._button(text, plan) for text, plan in self.offers]
        if focused is not None and self.buttons:
            self.buttons[min(focused, len(self.buttons) - 1)].setFocus()

    def _button(self, text: str, plan: Plan) -> KeyButton:
        back = plan == Plan()
        fill, ink = ("window", "text") if back else ("sun.base", "sun.on_base")
        made = KeyButton(self.look, "Put back" if back else "Do this", "", fill=fill, ink=ink)
        made.size_units = 22
        made.setAccessibleName(f"{made.text()}: {text}")
        made.setParent(self)
        made.clicked.connect(lambda: self._settle(plan))
        made.show()
        return made

    def _settle(self, plan: Plan) -> None:
        self.desk.session.settle(plan)
        self.desk.trigger("pace")  # what was to be done here is done

    def arrange(self) -> None:
        super().arrange()
        for at, button in enumerate(self.buttons):
            button.unit = self.unit
            self.place(button, self.wide - 204, HEAD + 84 + at * (ROW + 12) + 24, 156, 56)

    def draw(self, pen: Pen) -> None:
        super().draw(pen)
        pen.write(pen.rect(28, HEAD, self.wide - 56, 60), self._told, 26, "muted", least=17)
        for at, (text, _plan) in enumerate(self.offers):
            box = pen.rect(28, HEAD + 84 + at * (ROW + 12), self.wide - 56, ROW)
            pen.fill(box, "raised", 14)
            room = pen.rect(52, HEAD + 84 + at * (ROW + 12) + 8, self.wide - 56 - 24 - 210, ROW - 16)
            pen.wrap(room, text, 26)


def standing(lesson: Lesson, due: float | None, ends: float) -> str:
    """One sentence on how the class stands."""
    if due is None:
        return "This lesson doesn’t tell its minutes, so nothing can be proposed."
    at, late = _clock(ends), round((ends - due) / 60)
    if late >= 1:
        return f"As it goes, the lesson ends at {at}, {late} min after its time."
    return f"As it goes, the lesson ends at {at}, in time."


def phrase(lesson: Lesson, proposal: Proposal) -> str:
    """A proposal in one sentence: what changes, and when the lesson then ends."""
    ends = f"End at {_clock(proposal.ends)}."
    if proposal.until is not None:
        opens = _title(lesson, proposal.until)
        return f"Stop for today before {opens}: then calm and help. Next time opens there. {ends}"
    parts = []
    skipped = [stop for stop in proposal.skips if stop.round == 1]
    if skipped:
        parts.append(f"skip {_listed([_title(lesson, stop) for stop in skipped])}")
    if proposal.shorter:
        parts.append("shorten " + _listed([f"{_title(lesson, stop)} to {m} min" for stop, m in proposal.shorter]))
    told = ", ".join(parts)
    return f"{told[:1].upper()}{told[1:]}. {ends}"


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _title(lesson: Lesson, stop: Stop) -> str:
    step = lesson.step(stop.step_id)
    again = " (again)" if stop.round > 1 else ""
    return f"“{plain(step.title or getattr(step, 'ask', '')) or step.kind}”{again}"


def _clock(when: float) -> str:
    return time.strftime("%H:%M", time.localtime(when))
