"""A scenario as a graph: which cards can be reached, and which can reach a safe ending."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from workshop.lesson.model import Card, Scenario


class Findings(NamedTuple):
    """Names of cards, in the order written."""

    dead_ends: list[str]  # neither choices nor an ending
    stranded: list[str]  # no way from here to a safe ending
    unreachable: list[str]  # no way to here from the first card


def explore(scenario: Scenario) -> Findings:
    cards = scenario.cards
    ahead = {name: [choice.go for choice in card.choices] for name, card in cards.items()}
    back: dict[str, list[str]] = {name: [] for name in cards}
    for name, following in ahead.items():
        for goes in following:
            back.setdefault(goes, []).append(name)
    safe = _closure((name for name, card in cards.items() if card.ending == "safe"), back)
    reached = _closure([scenario.start], ahead)
    return Findings(
        dead_ends=[name for name, card in cards.items() if not card.choices and not card.ending],
        stranded=[name for name in cards if name not in safe],
        unreachable=[name for name in cards if name not in reached],
    )


def _closure(begin: Iterable[str], edges: Mapping[str, list[str]]) -> set[str]:
    """All that can be reached from `begin` along `edges`."""
    seen = set(begin)
    waiting = list(seen)
    while waiting:
        for name in edges.get(waiting.pop(), ()):
            if name not in seen:
                seen.add(name)
                waiting.append(name)
    return seen


def is_empty(card: Card) -> bool:
    """Whether a card shows nothing at all."""
    return not (card.text or card.chat)
