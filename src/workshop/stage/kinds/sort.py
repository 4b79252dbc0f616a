"""Cards to be put into groups: the next one at the top, the groups below it filling up.

The class puts cards where it thinks they belong: the one at the top is in its hand, and those it has put have a dashed
edge. Each press of Next tells one card, in the order dealt: it lies in its own group then, wherever it was before, and
its edge is gone. Where the lesson gives a reason for a card, it is read in the place of the next card first, and one
more press brings the next: the class looks at one thing at a time.

A number key puts the card in hand into a group. With Shift it takes one that was put there, counted as they were dealt,
or lets it go again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

from workshop.lesson.model import Sort
from workshop.stage.displaylist import MIN_DESIGN, MIN_FITTED, Box, Style
from workshop.stage.kinds.board import puts, take_key, work_of
from workshop.stage.kinds.deal import Dealt, deal, rounds
from workshop.stage.kinds.groups import (
    HUES,
    Fit,
    Lying,
    card_style,
    draw_group,
    fit_groups,
    fit_most,
    group_box,
    most_in,
    put,
)
from workshop.stage.page import HEADLINE, LEAD, Page
from workshop.stage.rich import plain, spans

ASK = Style(MIN_DESIGN, leading=1.12)


class Moment(NamedTuple):
    """A picture of the step: which round, how many of its cards are placed, and whether a reason is on show.

    `intro` is a picture before the first, for a title and a question that need the page to themselves.
    """

    round: int
    placed: int = 0
    reason: bool = False
    intro: bool = False


class Laid(NamedTuple):
    """Which cards lie in each group, and the one in the class's hand, if any, at the top.

    `keys` are those of the cards that the class put somewhere, also of one that it took again.
    """

    groups: tuple[tuple[Lying, ...], ...]
    hand: Dealt | None
    keys: Mapping[int, str]


class Top(NamedTuple):
    """What stands above the groups beside the next card, and whether that is all there is to say."""

    title: Box | None
    ask: bool
    ask_as_title: Box | None
    whole: bool


def beats(page: Page) -> int:
    return len(_moments(page, rounds(_dealt(page), fit_groups(page, _step(page).groups).places)))


def parts(page: Page) -> int:
    """Rounds of cards, and the question where it has a picture to itself."""
    return len(rounds(_dealt(page), fit_groups(page, _step(page).groups).places)) + (not _top(page).whole)


def draw(page: Page) -> None:
    sky, fit = page.hue("sky"), fit_groups(page, _step(page).groups)
    dealt = rounds(_dealt(page), fit.places)
    moments = _moments(page, dealt)
    moment = moments[min(page.view.beat, len(moments) - 1)]
    page.lay_paper()
    page.tab(page.words["sort"], "shapes", sky.base, sky.on_base)
    if moment.intro:
        _draw_intro(page)
    else:
        cards = dealt[moment.round]
        most = most_in(page, _step(page).groups, fit, len(cards))
        laid = _laid(page, cards, moment.placed, most)
        _draw_top(page, dealt, moment, laid)
        _draw_groups(page, dealt, moment, fit, laid, most)
    page.marks()
    page.progress(page.share())


def _laid(page: Page, cards: tuple[Dealt, ...], placed: int, most: int) -> Laid:
    """Who lies where when the first `placed` cards are told; what a full group can't take is still to be put."""
    work, told, open_cards = work_of(page.view), cards[:placed], cards[placed:]
    held = next((card for card in open_cards if card.item == page.view.held), None)
    groups: list[tuple[Lying, ...]] = []
    lying: set[int] = set()
    for at in range(len(_step(page).groups)):
        there = [Lying(card.text) for card in told if card.group == at]
        put_there = [card for card in open_cards if work[card.item] == at and card is not held]
        put_there = put_there[: most - len(there)]
        lying.update(card.item for card in put_there)
        groups.append((*there, *(Lying(card.text, card.item) for card in put_there)))
    taken = sorted(lying | {held.item} if held else lying)
    keys = {item: take_key(number) for number, item in enumerate(taken, 1)}
    return Laid(tuple(groups), held or next((card for card in open_cards if card.item not in lying), None), keys)


def _draw_groups(page: Page, parts: list[tuple[Dealt, ...]], moment: Moment, fit: Fit, laid: Laid, most: int) -> None:
    """The groups; while a reason is read, nothing is put and nothing taken."""
    groups, cards = _step(page).groups, parts[moment.round]
    done = moment.round == len(parts) - 1 and moment.placed == len(cards)
    fit = fit_most(page, groups, fit, max(map(len, laid.groups)))
    told = cards[moment.placed - 1].group if moment.reason else -1
    for at, lying in enumerate(laid.groups):
        if laid.hand is not None and not moment.reason and len(lying) < most:
            _offer_group(page, at, laid.hand)
        new = sum(card.item < 0 for card in lying) - 1 if at == told else -1
        boxes = draw_group(page, groups, at, lying, fit, new, done)
        if not moment.reason and not _is_held(page, laid.hand):
            _offer_cards(page, at, lying, boxes, laid.keys)


def _offer_group(page: Page, at: int, card: Dealt) -> None:
    """A press anywhere in a group puts the card there."""
    groups = _step(page).groups
    label = puts(page, list(groups)[at], plain(card.text))
    page.control(group_box(page, groups, at), f"put:{card.item}:{at}", label, str(at + 1), place=at)


def _offer_cards(page: Page, at: int, lying: Sequence[Lying], boxes: Sequence[Box], keys: Mapping[int, str]) -> None:
    """What the class put into a group can be taken again."""
    for card, box in zip(lying, boxes, strict=True):
        if card.item >= 0:
            label = page.words["lies_in"].format(item=plain(card.text), place=list(_step(page).groups)[at])
            page.control(box, f"take:{card.item}", label, keys[card.item], card.item)


def _is_held(page: Page, card: Dealt | None) -> bool:
    """Whether the class has picked this card itself; else it is in its hand because it is the next."""
    return card is not None and card.item == page.view.held


def _step(page: Page) -> Sort:
    return cast(Sort, page.view.step)


def _dealt(page: Page) -> tuple[Dealt, ...]:
    return deal(_step(page).groups, page.view.step.id)


def _moments(page: Page, parts: list[tuple[Dealt, ...]]) -> list[Moment]:
    """Every picture in order. A round begins with empty groups."""
    because = _step(page).because
    moments = [] if _top(page).whole else [Moment(0, intro=True)]
    for at, cards in enumerate(parts):
        moments.append(Moment(at))
        for placed, card in enumerate(cards, 1):
            if card.text in because:
                moments.append(Moment(at, placed, True))
            if card.text not in because or placed < len(cards):
                moments.append(Moment(at, placed))
    return moments


# --- above the groups ----------------------------------------------------------------------------------


def _slot(page: Page) -> Box:
    """Where the next card lies, or the reason of the one just placed."""
    width = 784.0 if page.canvas.wide else 720.0
    return Box(page.right - width, 148, width, 124)


def _draw_top(page: Page, parts: list[tuple[Dealt, ...]], moment: Moment, laid: Laid) -> None:
    """The title, and at its right what is asked above the next card, or the reason of the card just placed."""
    cards, slot, hand = parts[moment.round], _slot(page), laid.hand
    if moment.reason:
        card = cards[moment.placed - 1]
        if not _draw_reason(page, card, slot):
            _draw_reason(page, card, Box(page.left, 140, page.width, 148), least=0)
            return
    elif hand is not None:
        number = [card for part in parts for card in part].index(hand) + 1
        _draw_next(page, hand, number, slot, laid.keys.get(hand.item, ""))
    elif moment.placed < len(cards):
        _draw_all_put(page, slot)
    top = _top(page)
    if top.title:
        page.headline(page.view.step.title, top.title)
    if top.ask:
        asked = Box(slot.x, 10, slot.w, 124)
        put(page, asked, _step(page).ask, ASK, page.ink, page.paper, "text")
    elif top.ask_as_title:
        page.headline(_step(page).ask, top.ask_as_title)


def _top(page: Page) -> Top:
    """The title at the left and what is asked above the next card, as far as there is room for them."""
    title, ask, slot = page.view.step.title, _step(page).ask, _slot(page)
    title_room, ask_room = _title_room(page, title), _title_room(page, ask)
    asked = page.fits(spans(ask), ASK.sized(MIN_FITTED), Box(slot.x, 10, slot.w, 124))
    if title and ask:
        whole = bool(title_room) and asked
        return Top(title_room, whole, None if title_room else ask_room, whole)
    return Top(title_room, False, ask_room, bool(title_room or ask_room) or not (title or ask))


def _title_room(page: Page, text: str) -> Box | None:
    """Where a headline fits beside the next card: the usual place, or a higher one for a long text."""
    width = _slot(page).x - page.left - 40
    usual, high = Box(page.left, 158, width, 134), Box(page.left, 118, width, 174)
    words = spans(text)
    if text and page.canvas.wide and page.fits(words, HEADLINE.sized(MIN_DESIGN), usual):
        return usual
    return high if text and page.fits(words, HEADLINE.sized(MIN_FITTED), high) else None


def _draw_intro(page: Page) -> None:
    """Title and question by themselves, where they are too long to stand beside a card."""
    step = _step(page)
    title = step.title or step.ask
    end = page.headline(title, Box(page.left, 158, page.width, 240), 108)
    if step.title and step.ask:
        page.say(Box(page.left, end + 40, page.width, page.bottom - end - 40), step.ask, LEAD)


def _draw_next(page: Page, card: Dealt, number: int, box: Box, key: str) -> None:
    """The card that is to be put somewhere, with its number; with a strong edge where the class has picked it."""
    sky, text, held = page.hue("sky"), card.text, _is_held(page, card)
    fill, ink = (sky.tint, sky.on_tint) if held else (page.theme.card, page.theme.ink)
    box = _tall(page, text, box)
    page.panel(box, fill, 20, sky.line if held else sky.outline, 6)
    page.letter_disc(Box(box.x + 24, box.y + (box.h - 84) / 2, 84, 84), str(number), sky.base, sky.on_base)
    words = Box(box.x + 136, box.y + 10, box.w - 136 - 24, box.h - 20)
    put(page, words, text, card_style(MIN_DESIGN), ink, fill, "choice")
    page.control(box, f"take:{card.item}", plain(text), key, card.item)


def _draw_all_put(page: Page, box: Box) -> None:
    """No card is left: pressing here tells the first."""
    sky, words = page.hue("sky"), str(page.words["all_put"])
    page.panel(box, sky.tint, 20)
    page.icon_disc(Box(box.x + 24, box.y + (box.h - 84) / 2, 84, 84), "eye", sky.base, sky.on_base, 0.62)
    room = Box(box.x + 136, box.y + 10, box.w - 160, box.h - 20)
    put(page, room, words, card_style(MIN_DESIGN), sky.on_tint, sky.tint, "choice")
    page.control(box, "reveal", words)


def _draw_reason(page: Page, card: Dealt, box: Box, least: float = MIN_FITTED) -> bool:
    """Why a card lies where it does; False, and nothing drawn, where it doesn't fit at `least` or above."""
    hue, because = page.hue(HUES[card.group]), _step(page).because[card.text]
    box = _tall(page, because, box)
    room = Box(box.x + 136, box.y + 10, box.w - 160, box.h - 20)
    style = page.fitted(spans(because), card_style(MIN_DESIGN), room)
    if least and not page.fits(spans(because), style, room):
        return False
    page.panel(box, hue.tint, 20, hue.outline, 6)
    page.icon_disc(Box(box.x + 24, box.y + (box.h - 84) / 2, 84, 84), "lightbulb", hue.base, hue.on_base, 0.58)
    put(page, room, because, style, hue.on_tint, hue.tint, "text")
    return True


def _tall(page: Page, text: str, box: Box) -> Box:
    """The place at the right, higher where its words take a second line."""
    lines = page.extent(spans(text), card_style(MIN_DESIGN), box.w - 160).lines
    return box if lines == 1 else box._replace(y=144, h=144)
