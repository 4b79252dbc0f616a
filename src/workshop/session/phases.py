"""The phases of a discussion: its own, or those that its protocol brings."""

from __future__ import annotations

from typing import NamedTuple

from workshop.lesson.model import Discuss, Phase


class Part(NamedTuple):
    """A phase that a protocol brings: its name, who talks to whom, and its share of the step's minutes."""

    name: str
    grouping: str
    share: float


PROTOCOLS = {
    "class": (Part("Talk", "class", 1),),
    "think-pair-share": (Part("Think", "alone", 1 / 6), Part("Pair", "pairs", 1 / 3), Part("Share", "class", 1 / 2)),
    "circle": (Part("Circle", "class", 1),),
    "corners": (Part("Move", "alone", 1 / 6), Part("Corners", "groups", 1 / 3), Part("Share", "class", 1 / 2)),
    "walking-debate": (Part("Move", "alone", 1 / 6), Part("Debate", "class", 5 / 6)),
    "fishbowl": (Part("Fishbowl", "groups", 2 / 3), Part("Share", "class", 1 / 3)),
}
"""Fishbowl: a few talk in the middle, the others listen and change places with them; then all share."""


def phases(step: Discuss) -> tuple[Phase, ...]:
    """At least one phase, in order. A phase's minutes are None where the step doesn't tell."""
    if step.phases:
        return step.phases
    parts = PROTOCOLS[step.protocol]
    shared = _shared(step.minutes, [part.share for part in parts])
    if len(parts) == 1:
        return (Phase(name=parts[0].name, minutes=step.minutes, grouping=step.grouping or parts[0].grouping),)
    return tuple(
        Phase(name=part.name, minutes=minutes, grouping=part.grouping)
        for part, minutes in zip(parts, shared, strict=True)
    )


def _shared(minutes: int | None, shares: list[float]) -> list[int | None]:
    """Whole minutes for each share, at least one; the last gets the rest. With too few there are none to share."""
    if minutes is None or minutes < len(shares):
        return [None] * len(shares)
    first = [max(1, round(minutes * share)) for share in shares[:-1]]
    return [*first, minutes - sum(first)]
