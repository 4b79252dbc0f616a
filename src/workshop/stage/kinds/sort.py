"""Cards to be put into groups: the next one at the top, the groups below it filling up.

Each press places the card on show and brings the next. Where the lesson gives a reason for a card, it is read in the
place of the next card first, and one more press brings the next: the class looks at one thing at a time.
"""

from __future__ import annotations

from typing import NamedTuple, cast

from workshop.lesson.model import Sort
from workshop.stage.displaylist import MIN_DESIGN, MIN_FITTED, Box, Shape, Span, Style
from workshop.stage.kinds.deal import Dealt, deal, rounds
from workshop.stage.page import HEADING, Page
from workshop.stage.rich import plain, spans
from workshop.stage.theme import Hue

TOP = 304.0
HUES = ("teal", "sun", "coral", "lilac")
ICONS = ("smile", "circle-question-mark", "gauge", "shapes")
EDGE, GAP = 20.0, 18.0  # around the cards of a group, and between them
CARD, LEAST_CARD = 148.0, 84.0
USUAL = 3  # cards in a group that is not crowded
SIZES = (MIN_DESIGN, 50.0, MIN_FITTED)


class Moment(NamedTuple):
    """A picture of the step: which round, how many of its cards are placed, and whether a reason is on show."""

    round: int
    placed: int
    reason: bool


class Fit(NamedTuple):
    """How cards are set in the groups: how many places one has, how high each is, the size of their words."""

    places: int
    height: float
    size: float


def beats(page: Page) -> int:
    return len(_moments(page, rounds(_dealt(page), _fit(page).places)))


def draw(page: Page) -> None:
    sky, fit = page.hue("sky"), _fit(page)
    parts = rounds(_dealt(page), fit.places)
    moments = _moments(page, parts)
    moment = moments[min(page.view.beat, len(moments) - 1)]
    cards = parts[moment.round]
    page.lay_paper()
    tab = page.tab(page.words["sort"], "shapes", sky.base, sky.on_base)
    _draw_top(page, tab, parts, moment)
    for at, name in enumerate(_step(page).groups):
        placed = [card.text for card in cards[: moment.placed] if card.group == at]
        new = moment.reason and cards[moment.placed - 1].group == at
        done = moment.round == len(parts) - 1 and moment.placed == len(cards)
        _draw_group(page, at, name, placed, fit, new, done)
    page.marks()
    page.progress(page.share())


def _step(page: Page) -> Sort:
    return cast(Sort, page.view.step)


def _dealt(page: Page) -> tuple[Dealt, ...]:
    return deal(_step(page).groups, page.view.step.id)


def _moments(page: Page, parts: list[tuple[Dealt, ...]]) -> list[Moment]:
    """Every picture in order. A round begins with empty groups."""
    because, moments = _step(page).because, []
    for at, cards in enumerate(parts):
        moments.append(Moment(at, 0, False))
        for placed, card in enumerate(cards, 1):
            if card.text in because:
                moments.append(Moment(at, placed, True))
            if card.text not in because or placed < len(cards):
                moments.append(Moment(at, placed, False))
    return moments


# --- above the groups ----------------------------------------------------------------------------------


def _draw_top(page: Page, tab: Box, parts: list[tuple[Dealt, ...]], moment: Moment) -> None:
    """The title, and at its right what is asked above the next card, or the reason of the card just placed."""
    cards = parts[moment.round]
    width = 784.0 if page.canvas.wide else 640.0
    slot = Box(page.right - width, 148, width, 124)
    if moment.reason:
        card = cards[moment.placed - 1]
        across = not _draw_reason(page, card, slot)
        if across:
            _draw_reason(page, card, Box(page.left, 140, page.width, 148), least=0)
            return
    elif moment.placed < len(cards):
        number = sum(len(part) for part in parts[: moment.round]) + moment.placed + 1
        _draw_next(page, cards[moment.placed].text, number, slot)
    _draw_title(page, tab, slot)


def _draw_title(page: Page, tab: Box, slot: Box) -> None:
    """What is asked stands above the next card where it fits; else it takes the title's place."""
    title, ask = page.view.step.title, _step(page).ask
    room = Box(page.left, 124, slot.x - page.left - 40, 168)
    wide_room = room._replace(y=158, h=134) if page.canvas.wide else room
    if not (title and ask):
        page.headline(title or ask, wide_room, 96)
        return
    words, style = spans(ask), Style(MIN_DESIGN, leading=1.12)
    for left in (slot.x, tab.right + 48):
        box = Box(left, 10, page.right - left, 124)
        fitted = page.fitted(words, style, box)
        if page.fits(words, fitted, box):
            page.headline(title, wide_room, 96)
            _put(page, box, ask, fitted, page.ink, page.paper, "text")
            return
    page.headline(ask, room, 72)


def _draw_next(page: Page, text: str, number: int, box: Box) -> None:
    """The card that is to be placed, with its number."""
    sky, theme = page.hue("sky"), page.theme
    box = _tall(page, text, box)
    page.panel(box, theme.card, 20, sky.outline, 6)
    page.letter_disc(Box(box.x + 24, box.y + (box.h - 84) / 2, 84, 84), str(number), sky.base, sky.on_base)
    words = Box(box.x + 136, box.y + 10, box.w - 136 - 24, box.h - 20)
    _put(page, words, text, _style(MIN_DESIGN), theme.ink, theme.card, "choice")
    page.control(box, f"reveal:{number - 1}", plain(text))


def _draw_reason(page: Page, card: Dealt, box: Box, least: float = MIN_FITTED) -> bool:
    """Why a card lies where it does; False, and nothing drawn, where it doesn't fit at `least` or above."""
    hue, because = page.hue(HUES[card.group]), _step(page).because[card.text]
    box = _tall(page, because, box)
    room = Box(box.x + 136, box.y + 10, box.w - 160, box.h - 20)
    style = page.fitted(spans(because), _style(MIN_DESIGN), room)
    if least and not page.fits(spans(because), style, room):
        return False
    page.panel(box, hue.tint, 20, hue.outline, 6)
    page.icon_disc(Box(box.x + 24, box.y + (box.h - 84) / 2, 84, 84), "lightbulb", hue.base, hue.on_base, 0.58)
    _put(page, room, because, style, hue.on_tint, hue.tint, "text")
    return True


def _tall(page: Page, text: str, box: Box) -> Box:
    """The place at the right, higher where its words take a second line."""
    lines = page.extent(spans(text), _style(MIN_DESIGN), box.w - 160).lines
    return box if lines == 1 else box._replace(y=144, h=144)


def _put(page: Page, box: Box, text: str, style: Style, color: str, on: str, role: str) -> None:
    """A line or two in the middle of a box's height, without a lonely last word."""
    words = spans(text)
    style = page.fitted(words, style, box)
    narrow = box._replace(w=page.balanced(words, style, box.w))
    page.words_at(narrow, words, style, color, on, role, valign="middle")


# --- the groups ----------------------------------------------------------------------------------------


def _group_box(page: Page, at: int) -> Box:
    """Columns side by side; four groups on a narrow canvas stand two by two."""
    count, height = len(_step(page).groups), page.bottom - 4 - TOP
    if count > 3 and not page.canvas.wide:
        width, half = (page.width - 24) / 2, (height - 20) / 2
        return Box(page.left + at % 2 * (width + 24), TOP + at // 2 * (half + 20), width, half)
    gap = 24.0 if not page.canvas.wide else 36.0 if count == 3 else 32.0
    width = (page.width - gap * (count - 1)) / count
    return Box(page.left + at * (width + gap), TOP, width, height)


def _fit(page: Page) -> Fit:
    """All cards of the largest group where they fit; else dealt out evenly over as few rounds as hold them."""
    largest = max((len(cards) for cards in _step(page).groups.values()), default=1)
    found = next(filter(None, (_set(page, places) for places in range(max(largest, USUAL), 0, -1))), None)
    if found is None:
        return Fit(1, 240, MIN_FITTED)
    count = -(-largest // found.places)
    even = -(-largest // max(1, count))
    return (count > 1 and even < found.places and _set(page, even)) or found


def _set(page: Page, places: int) -> Fit | None:
    """Cards as high as `places` of them in a group allow, in the largest words that fit; None where none do."""
    groups, box = _step(page).groups, _group_box(page, 0)
    cards = [spans(card) for group in groups.values() for card in group]
    room = box.h - _head(box) - 2 * _edge(box)
    highest = 240.0 if places < USUAL else CARD if page.bottom < 940 else 172.0
    height = min((room - _gap(places) * (places - 1)) / places, highest)
    words = Box(0, 0, _words_width(box), height - 8)
    size = next((s for s in SIZES if all(page.fits(card, _style(s), words) for card in cards)), 0.0)
    return Fit(places, height, size) if size and height >= LEAST_CARD else None


def _head(box: Box) -> float:
    return 104.0 if box.h > 500 else 84.0


def _edge(box: Box) -> float:
    return EDGE if box.h > 500 else 12.0


def _gap(places: int) -> float:
    return GAP if places <= USUAL else 12.0


def _words_width(box: Box) -> float:
    """Of a card's words; in the look 32 from its left, and 20 from its right."""
    return box.w - 2 * EDGE - 52


def _style(size: float) -> Style:
    return Style(size, leading=60 / 54)


def _draw_group(page: Page, at: int, name: str, placed: list[str], fit: Fit, new: bool, done: bool) -> None:
    """A group with its cards and a free place; `new` marks the last card, whose reason is being read."""
    hue, box = page.hue(HUES[at]), _group_box(page, at)
    head = _head(box)
    page.panel(box, hue.tint)
    page.shape(Shape(box._replace(h=head), hue.base, radii=(24, 24, 0, 0)))
    page.icon(ICONS[at], Box(box.x + 28, box.y + (head - 60) / 2, 60, 60), hue.on_base)
    title = Box(box.x + 108, box.y, box.w - 124, head)
    page.words_at(title, (Span(name),), HEADING, hue.on_base, hue.base, "label", valign="middle")
    card = Box(box.x + EDGE, box.y + head + _edge(box), box.w - 2 * EDGE, fit.height)
    for number, text in enumerate(placed):
        marked = new and number == len(placed) - 1
        page.panel(card, page.theme.card, 20, hue.line if marked else "", 5)
        words = Box(card.x + 32, card.y + 4, _words_width(box), fit.height - 8)
        _put(page, words, text, _style(fit.size), page.theme.ink, page.theme.card, "answer")
        card = card._replace(y=card.bottom + _gap(fit.places))
    if len(placed) < fit.places and not done:
        _draw_free(page, card, hue)


def _draw_free(page: Page, box: Box, hue: Hue) -> None:
    color = _mixed(hue.line, hue.tint, 0.6)
    page.shape(Shape(box.inset(0.5), "", color, 5, (20.5,) * 4, dash=(14, 14)))


def _mixed(one: str, other: str, share: float) -> str:
    """`share` of one colour over another."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)
