"""Work at the board by mouse, touch and number keys: what the controls of the picture say becomes commands."""

from __future__ import annotations

from workshop.lesson.model import Activity, Fill, Match, Observe, Order, Quiz, Sort, Step
from workshop.session.session import Session
from workshop.stage.displaylist import WORK, Control, DisplayList
from workshop.stage.kinds.deal import deal
from workshop.stage.kinds.path import letter
from workshop.stage.rich import plain


def work(session: Session, action: str) -> bool:
    """Do what an action such as "put:3:0" says; False where it isn't one of the board's."""
    name, *numbers = action.split(":")
    if name in WORK:
        getattr(session.board, name)(*map(int, numbers))
    return name in WORK


def press(session: Session, listed: DisplayList, key: str) -> None:
    """Do what a key such as "1" or "Shift+1" stands for on a picture."""
    work(session, next((control.action for control in listed.controls() if control.key == key), ""))


def named(listed: DisplayList, step: Step) -> list[tuple[str, str]]:
    """The number keys in use on a picture, and what each is about in few words, for the facilitator."""
    return sorted((control.key, _name(control, step)) for control in listed.controls() if control.key)


TAKES = "Shift+"  # before the number, in the keys that take a card
_DOES = {"put": "put", "lift": "put", "mark": "mark", "find": "find", "take": "take"}


def signs(listed: DisplayList, step: Step) -> list[str]:
    """What the number keys do on a picture that has them, in few words: "1–4 mark A–D"."""
    by_key = sorted((control.key, control.action.partition(":")[0]) for control in listed.controls() if control.key)
    plain_keys = [key for key, _does in by_key if not key.startswith(TAKES)]
    taking = [key.removeprefix(TAKES) for key, _does in by_key if key.startswith(TAKES)]
    told = []
    if plain_keys:
        where = " from the left" if isinstance(step, Sort) else _letters(plain_keys, step, (Quiz, Order))
        told.append(_says(plain_keys, _DOES[by_key[0][1]]) + where)
    if taking:
        told.append(TAKES + _says(taking, "take") + _letters(taking, step, (Match,)))
    return told


def _says(keys: list[str], does: str) -> str:
    return f"{_span(keys)} {does}{'s' if len(keys) == 1 else ''}"


def _letters(keys: list[str], step: Step, kinds: tuple[type[Step], ...]) -> str:
    """The letters that the class sees on what the keys work, which begin with A as the keys do with 1."""
    return f" {_span([letter(int(key) - 1) for key in keys])}" if isinstance(step, kinds) else ""


def _span(signs_told: list[str]) -> str:
    """ "1–4" where none is left out, else "1, 3, 4"."""
    first, last = signs_told[0], signs_told[-1]
    whole = ord(last) - ord(first) + 1 == len(signs_told) > 1
    return f"{first}–{last}" if whole else ", ".join(signs_told)


def _name(control: Control, step: Step) -> str:
    """A group's name, or the words that the key puts, marks, takes or finds, with the letter that they have there."""
    numbers = [int(number) for number in control.action.split(":")[1:]]
    taken = control.key.startswith(TAKES)
    match step:
        case Sort() if taken:
            return plain(deal(step.groups, step.id)[numbers[0]].text)
        case Sort():
            return list(step.groups)[numbers[-1]]
        case Match() if taken:
            return f"{letter(numbers[0])} {plain(list(step.pairs)[numbers[0]])}"
        case Match():
            return plain(list(step.pairs.values())[control.place])
        case Order():
            mark = f"{letter(int(control.key) - 1)} " if control.action.startswith("put") else ""
            return mark + plain(step.items[numbers[0]])
        case Quiz():
            return f"{letter(numbers[0])} {plain(step.answers[numbers[0]].text)}"
        case Activity():
            return plain(step.instructions[numbers[0]])
        case Observe():
            return plain(step.spots[numbers[0]].text)
        case Fill():
            from workshop.stage.kinds.fill import missing  # takes 5 ms, which the first picture mustn't wait for

            return plain(missing(step.text)[numbers[0]])
    return control.label
