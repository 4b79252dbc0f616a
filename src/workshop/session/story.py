"""Walking through a scenario's cards."""

from __future__ import annotations

from workshop.lesson.model import Choice, Scenario
from workshop.session.view import Turn


def walk(story: Scenario, path: tuple[Turn, ...]) -> tuple[tuple[Turn, ...], str]:
    """As much of `path` as the story allows, and the card where it leads.

    A path can be older than the text: a card may have been renamed or a choice removed since.
    """
    card = story.start
    for number, turn in enumerate(path):
        ways = choices(story, card)
        if turn.card != card or not 0 <= turn.choice < len(ways):
            return path[:number], card
        card = ways[turn.choice].go
    return path, card


def choices(story: Scenario, card: str) -> tuple[Choice, ...]:
    """Where one can go from a card: none on an ending, or where a choice leads nowhere."""
    shown = story.cards.get(card)
    if shown is None or shown.ending:
        return ()
    return shown.choices if all(choice.go in story.cards for choice in shown.choices) else ()
