"""Work at the board by mouse, touch and number keys: what the controls of the picture say becomes commands."""

from __future__ import annotations

from workshop.lesson.model import Activity, Fill, Match, Observe, Order, Quiz, Sort, Step
from workshop.session.session import Session
from workshop.stage.displaylist import WORK, Control, DisplayList
from workshop.stage.rich import plain


def work(session: Session, action: str) -> bool:
    """Do what an action such as "put:3:0" says; False where it isn't one of the board's."""
    name, *numbers = action.split(":")
    if name in WORK:
        getattr(session.board, name)(*map(int, numbers))
    return name in WORK


def keyed(listed: DisplayList, key: str) -> str:
    """The action that a number key stands for on a picture; "" for none."""
    return next((control.action for control in listed.controls() if control.key == key), "")


def named(listed: DisplayList, step: Step) -> list[tuple[str, str]]:
    """The number keys in use on a picture, and what each is about in few words, for the facilitator."""
    return sorted((control.key, _name(control, step)) for control in listed.controls() if control.key)


def _name(control: Control, step: Step) -> str:
    """A group's name, or the words that the key puts, marks or finds."""
    numbers = [int(number) for number in control.action.split(":")[1:]]
    match step:
        case Sort():
            return list(step.groups)[numbers[-1]]
        case Match():
            return plain(list(step.pairs.values())[control.place])
        case Order():
            return plain(step.items[numbers[0]])
        case Quiz():
            return plain(step.answers[numbers[0]].text)
        case Activity():
            return plain(step.instructions[numbers[0]])
        case Observe():
            return plain(step.spots[numbers[0]].text)
        case Fill():
            from workshop.stage.kinds.fill import missing  # takes 5 ms, which the first picture mustn't wait for

            return plain(missing(step.text)[numbers[0]])
    return control.label
