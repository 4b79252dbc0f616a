"""Steps of every kind at random, from far too short to far too long; the same seed makes the same step."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from workshop.lesson.model import (
    Activity,
    Answer,
    Calm,
    Card,
    Choice,
    Discuss,
    Fill,
    Help,
    Match,
    Observe,
    Order,
    Poll,
    Quiz,
    Reflect,
    Rules,
    Scenario,
    Slide,
    Sort,
    Spot,
    Step,
)
from workshop.lesson.values import Area, Spoken

WORDS = (
    *("a", "I", "to", "the", "and", "can", "with", "help", "friend", "someone", "picture", "internet", "together"),
    *("trust", "online", "school", "pressure", "conversation", "responsibility", "uncomfortable,", "“Jules”"),
    *("*kind*", "**always tell**"),
)
LENGTHS = (0.3, 0.5, 1, 1, 1.3, 2.2)  # of the limit


class Dice(Random):
    """Chance, in lesson's terms."""

    def text(self, limit: int) -> str:
        """Words of about the limit's length, or much fewer or more."""
        length = int(limit * self.choice(LENGTHS))
        words = self.choice(WORDS)
        while len(words) < length:
            words += " " + self.choice(WORDS)
        return words[: max(length, 3)].strip()

    def texts(self, limit: int, least: int, most: int) -> tuple[str, ...]:
        """Different texts, as many as chance says."""
        return tuple(dict.fromkeys(f"{self.text(limit)} {at}" for at in range(self.randint(least, most))))

    def lines(self, limit: int) -> str:
        """Paragraphs or a list."""
        count, mark = self.randint(1, 4), self.choice(("\n", "- ", "1. "))
        return "\n".join(mark + self.text(limit // count) for _ in range(count))

    def maybe(self, text: str) -> str:
        return text if self.random() < 0.7 else ""

    def said(self, least: int, most: int) -> tuple[Spoken, ...]:
        return tuple(Spoken(text, self.choice(("Jules, 13", "Maya"))) for text in self.texts(60, least, most))


def _story(d: Dice) -> dict[str, Any]:
    def choices(*ways: str) -> tuple[Choice, ...]:
        return tuple(Choice(say=d.text(60), go=way, because=d.maybe(d.text(120))) for way in ways)

    first = Card(text=d.maybe(d.text(180)), chat=d.said(0, 3), choices=choices("b", "c", "c"))
    second = Card(text=d.text(180), chat=d.said(0, 3), choices=choices("c", "c"))
    return {"start": "a", "cards": {"a": first, "b": second, "c": Card(text=d.text(180), ending="safe")}}


def _sort(d: Dice) -> dict[str, Any]:
    groups = {name: d.texts(40, 1, 5) for name in d.texts(12, 2, 4)}
    because = {card: d.text(90) for cards in groups.values() for card in cards if d.random() < 0.5}
    return {"ask": d.maybe(d.text(90)), "groups": groups, "because": because}


def _gaps(d: Dice) -> str:
    return " ".join(f"[{word}]" if word.isalpha() and d.random() < 0.15 else word for word in d.lines(260).split(" "))


def _answer(d: Dice) -> Answer:
    text, because = d.text(60), d.maybe(d.text(90))
    return Answer(right=text, because=because) if d.random() < 0.5 else Answer(wrong=text, because=because)


def _spots(d: Dice) -> tuple[Spot, ...]:
    return tuple(Spot(at=Area(20 * at, 10, 15, 20), text=text) for at, text in enumerate(d.texts(60, 0, 5)))


STEPS: dict[str, tuple[type[Step], Callable[[Dice], dict[str, Any]]]] = {
    "slide": (Slide, lambda d: {"text": d.lines(260)}),
    "rules": (Rules, lambda d: {"rules": d.said(1, 8)}),
    "discuss": (Discuss, lambda d: {"ask": d.text(90), "protocol": d.choice(("class", "think-pair-share"))}),
    "scenario": (Scenario, _story),
    "poll": (Poll, lambda d: {"ask": d.text(90), "choices": d.texts(24, 2, 6)}),
    "quiz": (Quiz, lambda d: {"ask": d.text(70), "answers": tuple(_answer(d) for _ in range(d.randint(2, 6)))}),
    "sort": (Sort, _sort),
    "match": (Match, lambda d: {"pairs": {left: d.text(40) for left in d.texts(40, 2, 8)}}),
    "order": (Order, lambda d: {"items": d.texts(40, 2, 8)}),
    "fill": (Fill, lambda d: {"text": _gaps(d)}),
    "observe": (Observe, lambda d: {"picture": "hands", "ask": d.text(90), "spots": _spots(d)}),
    "activity": (
        Activity,
        lambda d: {"ask": d.text(120), "materials": d.texts(40, 0, 3), "instructions": d.texts(70, 0, 8)},
    ),
    "reflect": (Reflect, lambda d: {"ask": d.text(110)}),
    "calm": (Calm, lambda d: {"text": d.lines(160), "breaths": d.choice((None, 3, 10))}),
    "help": (Help, lambda d: {"people": d.texts(40, 0, 6)}),
}


def a_step(kind: str, seed: int) -> Step:
    """A step of a kind; `image` names one of `drawing.PICTURES`."""
    d = Dice(f"{kind} {seed}")
    cls, own = STEPS[kind]
    title, image = d.maybe(d.text(70)), d.choice(("", "hands"))
    return cls(id="s", kind=kind, title=title, image=image, minutes=d.choice((None, 5)), **own(d))
