"""A sequence to put in order: the cards lie mixed at first, and take their places one by one."""

from __future__ import annotations

from typing import cast

from workshop.lesson.model import Order
from workshop.stage.displaylist import Box, Span
from workshop.stage.kinds.cards import Hand, at_beat, deal, draw_card, height_of, loose, mixed, placed
from workshop.stage.page import TEXT, Page

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


def _draw_hand(page: Page, hand: Hand, told: int) -> None:
    """The first `told` cards in their places, the others below them; letters stay with the cards till then."""
    step = _step(page)
    items = step.items[hand.first : hand.first + len(hand.heights)]
    order = mixed(len(items), step.id)
    letters = {item: "ABCDEFGH"[at] for at, item in enumerate(order)}
    shown = [*range(told), *(item for item in order if item >= told)]
    boxes = hand.boxes(TOP, page.left, _width(page), shown)
    for at, (box, item) in enumerate(zip(boxes, shown, strict=True)):
        if at < told:
            _draw_placed(page, box, hand.first + item, hand.size)
        else:
            draw_card(page, box, letters[item], items[item], hand.size, loose(page))
    if told < len(items):
        page.control(boxes[told], "reveal", page.words["show_next"])


def _draw_placed(page: Page, box: Box, item: int, size: float) -> None:
    look, (text, aside) = placed(page), _told(page, _step(page).items[item], size)
    draw_card(page, box, str(item + 1), text, size, look, aside)
    if aside:
        room = Box(box.right - aside, box.y, aside - NOTE_ROOM + 1, box.h)
        page.words_at(room, _note(page), TEXT.sized(size), look.color, look.fill, align="end", valign="middle")
