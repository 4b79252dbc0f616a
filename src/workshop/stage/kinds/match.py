"""Pairs to find: what belongs together stands apart at first, and joins pair by pair."""

from __future__ import annotations

from typing import cast

from workshop.lesson.model import Match
from workshop.stage.displaylist import Box, Shape, Span
from workshop.stage.kinds.activity import draw_grouping
from workshop.stage.kinds.cards import Hand, Look, at_beat, deal, draw_card, height_of, loose, mixed, placed
from workshop.stage.page import HEADLINE, LEAD, Page
from workshop.stage.rich import spans

SIZES = (58.0, 54.0, 50.0)
TITLE_TOP, TOP = 146.0, 284.0
ASK = 84.0  # of what to do, where it stands below the title


def beats(page: Page) -> int:
    return sum(len(hand.heights) + 1 for hand in _hands(page))


def parts(page: Page) -> int:
    return len(_hands(page))


def draw(page: Page) -> None:
    step, sky = _step(page), page.hue("sky")
    page.lay_paper()
    tab = page.tab(page.words["match"], "shapes", sky.base, sky.on_base)
    draw_grouping(page, tab.right + 44)
    title = Box(page.left, TITLE_TOP, page.width, 124)
    end = page.headline(step.title or page.words["match_title"], title)
    if step.title and _beside(page):
        _draw_ask(page, Box(page.right - _ask_width(page), TITLE_TOP, _ask_width(page), end - TITLE_TOP))
    elif _top(page) > TOP:
        _draw_ask(page, Box(page.left, TOP - 20, page.width, ASK))
    hands = _hands(page)
    part, joined = at_beat([len(hand.heights) for hand in hands], page.view.beat)
    _draw_hand(page, hands[part], joined)
    page.marks()
    page.progress(page.share())


def _step(page: Page) -> Match:
    return cast(Match, page.view.step)


def _link(page: Page) -> float:
    """How far apart the columns stand."""
    return 104.0 if page.canvas.wide else 64.0


def _column(page: Page) -> float:
    return (page.width - _link(page)) / 2


def _ask(page: Page) -> tuple[Span, ...]:
    """What to do, said where the step has a title of its own."""
    return (Span(page.words["match_title"]),)


def _ask_width(page: Page) -> float:
    return page.extent(_ask(page), LEAD, page.width).width + 1


def _beside(page: Page) -> bool:
    """Whether what to do goes beside the title."""
    room = Box(0, 0, page.width - _ask_width(page) - 60, 124)
    words = spans(_step(page).title)
    return page.fits(words, HEADLINE, room) and page.extent(words, HEADLINE, room.w).lines == 1


def _draw_ask(page: Page, box: Box) -> None:
    page.words_at(box, _ask(page), LEAD, page.ink, page.paper, valign="middle")


def _top(page: Page) -> float:
    """Where the cards begin: lower, to say what to do above them, where they are as large and as many there."""
    if not _step(page).title or _beside(page):
        return TOP
    lower, usual = (_dealt(page, top) for top in (TOP + ASK, TOP))
    return TOP + ASK if len(lower) == len(usual) and lower[0].size == usual[0].size else TOP


def _hands(page: Page) -> list[Hand]:
    return _dealt(page, _top(page))


def _dealt(page: Page, top: float) -> list[Hand]:
    pairs, width = list(_step(page).pairs.items()), _column(page)

    def needs(size: float) -> list[float]:
        highest = max(height_of(page, text, width, size) for pair in pairs for text in pair)
        return [highest] * len(pairs)  # any card may come to stand beside any other

    return deal(needs, page.bottom - top, SIZES)


def _draw_hand(page: Page, hand: Hand, joined: int) -> None:
    """The pairs of one part, the first `joined` of them side by side; numbers stay with their cards."""
    pairs = list(_step(page).pairs.items())[hand.first : hand.first + len(hand.heights)]
    order = mixed(len(pairs), _step(page).id)
    numbers = {pair: str(at + 1) for at, pair in enumerate(order)}
    beside = [*range(joined), *(pair for pair in order if pair >= joined)]
    width, far = _column(page), page.left + _column(page) + _link(page)
    top = _top(page)
    lefts, rights = hand.boxes(top, page.left, width), hand.boxes(top, far, width)
    for at, pair in enumerate(beside):
        if at < joined:
            _draw_link(page, lefts[at], rights[at])
        look = placed(page) if at < joined else loose(page)
        letter = "ABCDEFGH"[hand.first + at]
        draw_card(page, lefts[at], letter, pairs[at][0], hand.size, look)
        draw_card(page, rights[at], numbers[pair], pairs[pair][1], hand.size, look if at < joined else _found(page))
    if joined < len(pairs):
        page.control(lefts[joined], "reveal", page.words["show_next"])


def _found(page: Page) -> Look:
    """A card of the right column that is still to be joined."""
    return loose(page)._replace(disc=page.theme.quiet, on_disc=page.theme.ink)


def _draw_link(page: Page, left: Box, right: Box) -> None:
    teal, middle = page.hue("teal"), left.y + left.h / 2
    page.shape(Shape(Box(left.right - 4, middle - 7, right.x - left.right + 8, 14), teal.deep))
    across = min(64.0 if page.canvas.wide else 48.0, left.h - 8)
    disc = Box((left.right + right.x - across) / 2, middle - across / 2, across, across)
    page.icon_disc(disc, "check", teal.deep, teal.on_deep, 0.62)
