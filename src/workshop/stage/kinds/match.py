"""Pairs to find: what belongs together stands apart at first, and joins pair by pair.

What the class puts together stands side by side with dashed edges. A right card that is pressed goes to the left card
in the class's hand: one that it picked, else the first that stands alone. Next tells the pairs one by one.
Number keys are the right cards', with Shift they pick a left one: 1 for A.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

from workshop.lesson.model import Match
from workshop.stage.displaylist import Box, Shape, Span
from workshop.stage.kinds.activity import draw_grouping
from workshop.stage.kinds.board import take_key, work_of
from workshop.stage.kinds.cards import (
    Hand,
    Look,
    at_beat,
    deal,
    draw_card,
    height_of,
    in_hand,
    loose,
    mixed,
    placed,
    put_there,
)
from workshop.stage.page import HEADLINE, LEAD, Page
from workshop.stage.rich import plain, spans

SIZES = (58.0, 54.0, 50.0)
LETTERS = "ABCDEFGH"
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


class Columns(NamedTuple):
    """One part: its pairs, how many are told, which right card stands in each row, and what the class put together.

    `numbers` are the right cards' own, `links` has the left card for each right one that has one, `hand` is the left
    card that the next press puts together with a right one, -1 for none. Cards are counted within the part.
    """

    pairs: Sequence[tuple[str, str]]
    joined: int
    rights: Sequence[int]
    numbers: dict[int, str]
    links: dict[int, int]
    hand: int


def _columns(page: Page, hand: Hand, joined: int) -> Columns:
    """A right card that is put together with a left one changes places with the card that stood there."""
    step, count = _step(page), len(hand.heights)
    order = mixed(count, step.id)
    work, held = work_of(page.view)[hand.first :], page.view.held - hand.first
    links = {
        work[left] - hand.first: left for left in range(joined, count) if joined <= work[left] - hand.first < count
    }
    rights = [*range(joined), *(right for right in order if right >= joined)]
    for right, left in links.items():
        there = rights.index(right)
        rights[left], rights[there] = right, rights[left]
    alone = [left for left in range(joined, count) if left not in links.values()]
    chosen = held if joined <= held < count else alone[0] if alone else -1
    numbers = {right: str(at + 1) for at, right in enumerate(order)}
    return Columns(list(step.pairs.items())[hand.first :][:count], joined, rights, numbers, links, chosen)


def _draw_hand(page: Page, hand: Hand, joined: int) -> None:
    """The pairs of one part, the first `joined` of them told; letters and numbers stay with their cards."""
    columns = _columns(page, hand, joined)
    width, far, top = _column(page), page.left + _column(page) + _link(page), _top(page)
    lefts, rights = hand.boxes(top, page.left, width), hand.boxes(top, far, width)
    for at, right in enumerate(columns.rights):
        told, linked = at < joined, columns.links.get(right) == at
        if told:
            _draw_link(page, lefts[at], rights[at])
        elif linked:
            _draw_thought(page, lefts[at], rights[at])
        look = placed(page) if told else put_there(page) if linked else loose(page)
        left_look = in_hand(page) if at == columns.hand else look
        draw_card(page, lefts[at], LETTERS[hand.first + at], columns.pairs[at][0], hand.size, left_look)
        draw_card(page, rights[at], columns.numbers[right], columns.pairs[right][1], hand.size, _found(page, look))
    _offer(page, hand, columns, lefts, rights)


def _offer(page: Page, hand: Hand, columns: Columns, lefts: Sequence[Box], rights: Sequence[Box]) -> None:
    """Left cards can be picked; right ones go to the one in hand, and with none left they part again."""
    for at in range(columns.joined, len(lefts)):
        item = hand.first + at
        left = f"{LETTERS[item]}: {plain(columns.pairs[at][0])}"
        partner = next((right for right, other in columns.links.items() if other == at), None)
        label = left
        if partner is not None:
            label = page.words["linked"].format(left=left, right=plain(columns.pairs[partner][1]))
        page.control(lefts[at], f"take:{item}", label, take_key(item + 1), item)
    for at in range(columns.joined, len(rights)):
        right = columns.rights[at]
        place, key = hand.first + right, columns.numbers[right]
        own = f"{key}: {plain(columns.pairs[right][1])}"
        if columns.hand >= 0:
            label = page.words["link"].format(left=plain(columns.pairs[columns.hand][0]), right=own)
            page.control(rights[at], f"put:{hand.first + columns.hand}:{place}", label, key, place=place)
        elif right in columns.links:
            label = page.words["linked"].format(left=plain(columns.pairs[columns.links[right]][0]), right=own)
            page.control(rights[at], f"lift:{hand.first + columns.links[right]}", label, key, place=place)


def _found(page: Page, look: Look) -> Look:
    """The same for the right column, where a card that stands alone has a quiet disc."""
    return look._replace(disc=page.theme.quiet, on_disc=page.theme.ink) if look == loose(page) else look


def _draw_thought(page: Page, left: Box, right: Box) -> None:
    """A dashed line between two cards that the class put together."""
    middle = left.y + left.h / 2
    line = Box(left.right, middle - 4, right.x - left.right, 8)
    page.shape(Shape(line, "", page.hue("sky").line, 8, form="line", dash=(16, 12)))


def _draw_link(page: Page, left: Box, right: Box) -> None:
    teal, middle = page.hue("teal"), left.y + left.h / 2
    page.shape(Shape(Box(left.right - 4, middle - 7, right.x - left.right + 8, 14), teal.deep))
    across = min(64.0 if page.canvas.wide else 48.0, left.h - 8)
    disc = Box((left.right + right.x - across) / 2, middle - across / 2, across, across)
    page.icon_disc(disc, "check", teal.deep, teal.on_deep, 0.62)
