"""The phases of a discussion: its own, or those that its protocol brings."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from workshop.lesson.model import Discuss, Phase, Step


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


def settled(step: Step, minutes: int) -> Step:
    """The step with other minutes than it was written with; the phases of a discussion have their part of them.

    Phases of its own stay in proportion, in whole minutes of at least one each; one without minutes stays without.
    """
    known = [phase.minutes for phase in step.phases if phase.minutes] if isinstance(step, Discuss) else []
    if not isinstance(step, Discuss) or not known:
        return replace(step, minutes=minutes)
    parts = iter(_in_proportion(round(sum(known) * minutes / (step.minutes or sum(known))), known))
    own = tuple(replace(phase, minutes=next(parts)) if phase.minutes else phase for phase in step.phases)
    return replace(step, minutes=minutes, phases=own)


def _in_proportion(minutes: int, before: list[int]) -> list[int]:
    """Whole minutes, at least one each: minute by minute to the one that lacks most of its share."""
    made = [1] * len(before)
    for _minute in range(minutes - len(before)):
        lacks = [minutes * old / sum(before) - new for old, new in zip(before, made, strict=True)]
        made[lacks.index(max(lacks))] += 1
    return made
