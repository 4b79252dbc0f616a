"""sort"""

from __future__ import annotations

from workshop.stage.page import Page


def beats(page: Page) -> int:
    return 1


def draw(page: Page) -> None:
    page.lay_paper()
