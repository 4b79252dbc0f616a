"""The phases of a discussion: its own, or those that its protocol brings."""

from __future__ import annotations

from workshop.lesson.model import Discuss, Phase

_ONE_PHASE = {
    "class": "Talk",
    "circle": "Circle",
    "corners": "Corners",
    "walking-debate": "Debate",
    "fishbowl": "Fishbowl",
}


def phases(step: Discuss) -> tuple[Phase, ...]:
    """At least one phase, in order. A phase's minutes are None where the step doesn't tell."""
    if step.phases:
        return step.phases
    if step.protocol == "think-pair-share":
        think, pair, share = _shared(step.minutes)
        return (
            Phase(name="Think", minutes=think, grouping="alone"),
            Phase(name="Pair", minutes=pair, grouping="pairs"),
            Phase(name="Share", minutes=share, grouping="class"),
        )
    return (Phase(name=_ONE_PHASE[step.protocol], minutes=step.minutes, grouping=step.grouping or "class"),)


def _shared(minutes: int | None) -> tuple[int | None, int | None, int | None]:
    """Whole minutes to think, pair and share: a sixth, a third and the rest. Under three there are none to share."""
    if minutes is None or minutes < 3:
        return None, None, None
    think, pair = max(1, round(minutes / 6)), max(1, round(minutes / 3))
    return think, pair, minutes - think - pair
