"""The order in which cards are dealt: always the same for a step, and not group by group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from zlib import crc32


class Dealt(NamedTuple):
    """A card with the index of the group to which it belongs, and its place in the deal."""

    text: str
    group: int
    item: int = -1


def deal(groups: Mapping[str, Sequence[str]], seed: str) -> tuple[Dealt, ...]:
    """All cards, mixed: as few neighbours from the same group as can be, so that the order tells nothing."""
    piles = [
        sorted((Dealt(card, at) for card in cards), key=lambda d: _lot(seed, d.text)) for at, cards in _each(groups)
    ]
    order: list[Dealt] = []
    while any(piles):
        last = order[-1].group if order else -1
        open_piles = [pile for pile in piles if pile and pile[0].group != last] or [pile for pile in piles if pile]
        left = sum(len(pile) for pile in piles)
        urgent = [pile for pile in open_piles if len(pile) * 2 > left]
        pile = urgent[0] if urgent else min(open_piles, key=lambda pile: _lot(seed, pile[0].text, len(order)))
        order.append(pile.pop(0))
    return tuple(card._replace(item=item) for item, card in enumerate(order))


def rounds(cards: Sequence[Dealt], most: int) -> list[tuple[Dealt, ...]]:
    """The cards in rounds, in each of which a group gets at most `most`, in the order dealt."""
    made: list[list[Dealt]] = [[]]
    for at, card in enumerate(cards):
        earlier = sum(other.group == card.group for other in cards[:at])
        while len(made) <= earlier // most:
            made.append([])
        made[earlier // most].append(card)
    return [tuple(one) for one in made]


def _each(groups: Mapping[str, Sequence[str]]) -> list[tuple[int, Sequence[str]]]:
    return list(enumerate(groups.values()))


def _lot(*parts: object) -> int:
    return crc32("/".join(map(str, parts)).encode())
