"""A vote on a story's choices: how to vote while hands are counted, then the totals as bars. Never who voted what."""

from __future__ import annotations

from workshop.stage.displaylist import MIN_FITTED, Box, Shape, Span, Style
from workshop.stage.kinds.path import letter
from workshop.stage.page import Page
from workshop.stage.theme import Hue, contrast

ASIDE = 144.0  # of a choice's width, for its total
COUNT = Style(76, "head", 700, 1.0)
HAND = 60.0
AIR = 14.0  # between a bar and the edge of its choice


def draw_tab(page: Page, left: float, room: float, choices: int) -> Box:
    """A second tab, from `left` and at most `room` wide: which hands to raise, or how many there were."""
    lilac = page.hue("lilac")
    words = [_note(page)] if page.view.vote == "shown" else _calls(page, choices)
    widths = [page.tab_width(text) for text in words]
    text = next((text for text, width in zip(words, widths, strict=True) if width <= room), words[-1])
    return page.tab(text, "hand", lilac.base, lilac.on_base, left=left)


def _calls(page: Page, choices: int) -> list[str]:
    letters = ", ".join(map(letter, range(choices)))
    return [str(page.words["vote_letters"]).format(letters=letters), str(page.words["vote_hands"])]


def _note(page: Page) -> str:
    total = sum(page.view.counts[0])
    return str(page.words["hands" if total > 1 else "hand" if total else "not_counted"]).format(count=total)


def draw_bar(page: Page, box: Box, at: int) -> str:
    """Behind the words of the choice in `box`, which begins where they do; the colour that they lie on.

    While hands are counted there is none, only a hand where the total will be.
    """
    card = page.theme.card
    if page.view.vote == "open":
        place = Box(box.right - (ASIDE + HAND) / 2, box.y + (box.h - HAND) / 2, HAND, HAND)
        page.icon("hand", place, page.hue("lilac").line)
        return card
    counts = page.view.counts[0]
    place = Box(box.right - ASIDE + 10, box.y, ASIDE - 20, box.h)
    words = (Span(str(counts[at])),)
    if any(counts):
        page.words_at(place, words, COUNT, page.theme.ink, card, "count", "center", "middle", MIN_FITTED)
    if not counts[at]:
        return card
    track = Box(box.x, box.y + AIR, box.w - ASIDE, box.h - 2 * AIR)
    bar = track._replace(w=track.w * counts[at] / (max(counts) + 1))
    fill = _fill(page, page.hue("lilac"), counts[at] == max(counts))
    page.shape(Shape(bar, fill, radii=(min(18, bar.w / 2),) * 4))  # an edge would cross the words
    return fill


def _fill(page: Page, lilac: Hue, most: bool) -> str:
    """The strongest for the choice with most hands, as far as ink can be read on it."""
    steps = [fill for fill in (lilac.base, lilac.mid, lilac.tint) if contrast(page.theme.ink, fill) >= 4.5]
    return steps[0] if most or lilac.base not in steps else steps[1]
