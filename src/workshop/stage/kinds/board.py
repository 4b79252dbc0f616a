"""What steps that are worked at the board have in common: who lies where, and how a thought looks before it is told."""

from __future__ import annotations

from workshop.session.board import work_of
from workshop.stage.displaylist import Box, Shape
from workshop.stage.page import Page

__all__ = ["puts", "take_key", "thought", "work_of"]

DASH = (18.0, 12.0)


def thought(page: Page, box: Box, fill: str, edge: str, radius: float = 20) -> None:
    """A card that the class put there, and nobody has told yet: its edge is dashed."""
    page.shape(Shape(box, fill, edge, 5, (radius,) * 4, dash=DASH))


def take_key(number: int) -> str:
    """The key that takes the card of that number from the board; there are nine."""
    return f"Shift+{number}" if number <= 9 else ""


def puts(page: Page, place: str, item: str) -> str:
    """What pressing a place is called that puts an item there."""
    return str(page.words["put_in"]).format(place=place, item=item)
