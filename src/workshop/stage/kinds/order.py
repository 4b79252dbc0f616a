"""A sequence to put in order: the cards lie mixed at first, and take their places one by one.

Each row is a place. A card that the class presses goes to the first free one: it has the place's number and a dashed
edge then, and the card that lay there changes with it. Next tells the places one by one.
"""

from __future__ import annotations

from typing import cast

from workshop.lesson.model import Order
from workshop.stage.displaylist import Box, Span
from workshop.stage.kinds.board import work_of
from workshop.stage.kinds.cards import Hand, at_beat, deal, draw_card, height_of, loose, mixed, placed, put_there
from workshop.stage.page import TEXT, Page
from workshop.stage.rich import plain

SIZES = (58.0, 54.0, 50.0, 45.0)  # smaller rather than in parts: a sequence is seen whole
TOP = 284.0
NOTE_ROOM = 40.0


def beats(page: Page) -> int:
    return sum(len(hand.heights) + 1 for hand in _hands(page))


def parts(page: Page) -> int:
    return len(_hands(page))


def draw(page: Page) -> None:
    step, sky = _step(page), page.hue("sky")
    page.lay_paper()
    page.tab(page.words["order"], "shapes", sky.base, sky.on_base)
    page.headline(step.title or page.words["order_title"], Box(page.left, 146, page.width, 124))
    hands = _hands(page)
    part, told = at_beat([len(hand.heights) for hand in hands], page.view.beat)
    if step.image:
        page.media(step.image, _art(page))
    _draw_hand(page, hands[part], told)
    page.marks()
    page.progress(page.share())


def _step(page: Page) -> Order:
    return cast(Order, page.view.step)


def _art(page: Page) -> Box:
    width = 520.0 if page.canvas.wide else 360.0
    return Box(page.right - width, TOP, width, page.bottom - TOP)


def _width(page: Page) -> float:
    return (_art(page).x - 40 if _step(page).image else page.right) - page.left


def _note(page: Page) -> tuple[Span, ...]:
    return (Span(page.words["shown_later"], italic=True),)


def _aside(page: Page, size: float) -> float:
    """What the note at a card's end takes; 0 on a narrow card, where it follows the words instead."""
    wanted = page.extent(_note(page), TEXT.sized(size), 4000).width + NOTE_ROOM
    return wanted if _width(page) - wanted > 720 else 0


def _told(page: Page, item: str, size: float) -> tuple[str, float]:
    """A card's words once it is in its place, and what its note takes of it."""
    if item not in _step(page).any_first:
        return item, 0
    aside = _aside(page, size)
    return (item, aside) if aside else (f"{item} *({page.words['shown_later']})*", 0)


def _hands(page: Page) -> list[Hand]:
    step, width = _step(page), _width(page)

    def needs(size: float) -> list[float]:
        told = [_told(page, item, size) for item in step.items]
        return [height_of(page, text, width - aside, size) for text, aside in told]

    return deal(needs, page.bottom - TOP, SIZES)


def _rows(page: Page, hand: Hand, told: int) -> tuple[list[int], set[int]]:
    """Which card lies in each row, and which of them the class put there; cards are counted within the part."""
    count, work = len(hand.heights), work_of(page.view)[hand.first :]
    thought = {work[item] - hand.first: item for item in range(told, count)}
    thought = {row: item for row, item in thought.items() if told <= row < count}
    free = iter(item for item in mixed(count, _step(page).id) if item >= told and item not in thought.values())
    rows = [row if row < told else thought[row] if row in thought else next(free) for row in range(count)]
    return rows, set(thought.values())


def _draw_hand(page: Page, hand: Hand, told: int) -> None:
    """The first `told` cards in their places, the others around them; letters stay with the cards till then."""
    items = _step(page).items[hand.first : hand.first + len(hand.heights)]
    rows, thought = _rows(page, hand, told)
    letters = {item: at for at, item in enumerate(mixed(len(items), _step(page).id))}
    boxes = hand.boxes(TOP, page.left, _width(page), rows)
    free = next((row for row, item in enumerate(rows) if row >= told and item not in thought), -1)
    for row, (box, item) in enumerate(zip(boxes, rows, strict=True)):
        if row < told:
            _draw_placed(page, box, hand.first + item, hand.size)
        elif item in thought:
            draw_card(page, box, str(hand.first + row + 1), items[item], hand.size, put_there(page))
        else:
            draw_card(page, box, "ABCDEFGH"[letters[item]], items[item], hand.size, loose(page))
        if row >= told:
            _offer(page, hand, box, row, item, free if item not in thought else -1, str(letters[item] + 1))


def _offer(page: Page, hand: Hand, box: Box, row: int, item: int, free: int, key: str) -> None:
    """A card goes to the free place, or comes back from its own; any row takes a card that is let go there."""
    card, name = hand.first + item, plain(_step(page).items[hand.first + item])
    if free >= 0:
        label = page.words["put_on"].format(place=hand.first + free + 1, item=name)
        page.control(box, f"put:{card}:{hand.first + free}", label, key, card, hand.first + row)
    else:
        label = page.words["lies_on"].format(place=hand.first + row + 1, item=name)
        page.control(box, f"lift:{card}", label, key, card, hand.first + row)


def _draw_placed(page: Page, box: Box, item: int, size: float) -> None:
    look, (text, aside) = placed(page), _told(page, _step(page).items[item], size)
    draw_card(page, box, str(item + 1), text, size, look, aside)
    if aside:
        room = Box(box.right - aside, box.y, aside - NOTE_ROOM + 1, box.h)
        page.words_at(room, _note(page), TEXT.sized(size), look.color, look.fill, align="end", valign="middle")
