"""The answers of a poll, and how many hands each got. Totals only; nobody is ever named."""

from __future__ import annotations

from workshop.lesson.model import Poll

MOST = 999  # hands on one answer


def poll_labels(poll: Poll) -> tuple[str, ...]:
    """What is counted, in order: the poll's choices, or the two ends of its line and what lies between."""
    if poll.choices:
        return poll.choices
    if len(poll.ends) == 2:
        return (poll.ends[0], "In between", poll.ends[1])
    return ("Agree", "Not sure", "Disagree")


def with_count(totals: tuple[int, ...], choice: int, count: int) -> tuple[int, ...]:
    """`totals` with another count for the answer of that index, kept within 0 and 999."""
    return (*totals[:choice], min(MOST, max(0, count)), *totals[choice + 1 :])


def winner(totals: tuple[int, ...]) -> int | None:
    """The index of the answer with most hands; None where two have as many, or nobody raised a hand."""
    most = max(totals, default=0)
    return totals.index(most) if most and totals.count(most) == 1 else None
