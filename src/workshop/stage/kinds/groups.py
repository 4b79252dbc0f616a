"""The groups into which cards are sorted: columns with a name, places for cards, and a free place waiting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from workshop.stage.displaylist import MIN_DESIGN, MIN_FITTED, Box, Shape, Span, Style
from workshop.stage.kinds.board import thought
from workshop.stage.page import HEADING, Page
from workshop.stage.rich import spans
from workshop.stage.theme import Hue

Groups = Mapping[str, tuple[str, ...]]

TOP = 304.0
HUES = ("teal", "sun", "coral", "lilac")
ICONS = ("smile", "circle-question-mark", "gauge", "shapes")
EDGE, GAP = 20.0, 18.0  # around the cards of a group, and between them
CARD, LEAST_CARD = 148.0, 84.0
USUAL = 3  # cards in a group that is not crowded
SIZES = (MIN_DESIGN, 50.0, MIN_FITTED)


class Lying(NamedTuple):
    """A card in a group. `item` is its number where the class put it there and may still take it away, else -1."""

    text: str
    item: int = -1


class Fit(NamedTuple):
    """How cards are set in the groups: how many places one has, how high each is, the size of their words."""

    places: int
    height: float
    size: float


def group_box(page: Page, groups: Groups, at: int) -> Box:
    """Columns side by side; four groups on a narrow canvas stand two by two."""
    count, height = len(groups), page.bottom - 4 - TOP
    if count > 3 and not page.canvas.wide:
        width, half = (page.width - 24) / 2, (height - 20) / 2
        return Box(page.left + at % 2 * (width + 24), TOP + at // 2 * (half + 20), width, half)
    gap = 24.0 if not page.canvas.wide else 36.0 if count == 3 else 32.0
    width = (page.width - gap * (count - 1)) / count
    return Box(page.left + at * (width + gap), TOP, width, height)


def fit_groups(page: Page, groups: Groups) -> Fit:
    """All cards of the largest group where they fit; else dealt out evenly over as few rounds as hold them."""
    largest = max((len(cards) for cards in groups.values()), default=1)
    found = next(filter(None, (_set(page, groups, places) for places in range(max(largest, USUAL), 0, -1))), None)
    if found is None:
        return Fit(1, LEAST_CARD * 2, MIN_FITTED)
    count = -(-largest // found.places)
    even = -(-largest // max(1, count))
    return (count > 1 and even < found.places and _set(page, groups, even)) or found


def most_in(page: Page, groups: Groups, fit: Fit, cards: int) -> int:
    """How many of so many cards one group holds, with all of them smaller where they must be."""
    return next((count for count in range(cards, fit.places, -1) if _set(page, groups, count)), fit.places)


def fit_most(page: Page, groups: Groups, fit: Fit, cards: int) -> Fit:
    """The groups with room for so many cards in one of them."""
    return (cards > fit.places and _set(page, groups, cards)) or fit


def _set(page: Page, groups: Groups, places: int) -> Fit | None:
    """Cards as high as `places` of them in a group allow, in the largest words that fit; None where none do."""
    box = group_box(page, groups, 0)
    cards = [spans(card) for group in groups.values() for card in group]
    room = box.h - _head(box) - 2 * _edge(box)
    highest = {1: 340.0, 2: 240.0}.get(places, CARD if page.bottom < 940 else 172.0)
    height = min((room - _gap(places) * (places - 1)) / places, highest)
    words = Box(0, 0, _words_width(box), height - 8)
    size = next((s for s in SIZES if all(page.fits(card, card_style(s), words) for card in cards)), 0.0)
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


def card_style(size: float) -> Style:
    return Style(size, leading=60 / 54)


def draw_group(
    page: Page, groups: Groups, at: int, cards: Sequence[Lying], fit: Fit, new: int, done: bool
) -> list[Box]:
    """A group with its cards and a free place; `new` is the one whose reason is being read. Returns where they lie."""
    name, hue, box = list(groups)[at], page.hue(HUES[at]), group_box(page, groups, at)
    head = _head(box)
    page.panel(box, hue.tint)
    page.shape(Shape(box._replace(h=head), hue.base, radii=(24, 24, 0, 0)))
    title = _name_box(box, head, _icons(page, groups, head))
    if _icons(page, groups, head):
        page.icon(ICONS[at], Box(box.x + 28, box.y + (head - 60) / 2, 60, 60), hue.on_base)
    page.words_at(title, (Span(name),), HEADING, hue.on_base, hue.base, "label", valign="middle")
    card = Box(box.x + EDGE, box.y + head + _edge(box), box.w - 2 * EDGE, fit.height)
    boxes: list[Box] = []
    for number, lying in enumerate(cards):
        if lying.item >= 0:
            thought(page, card, page.theme.card, hue.line)
        else:
            page.panel(card, page.theme.card, 20, hue.line if number == new else "", 5)
        words = Box(card.x + 32, card.y + 4, _words_width(box), fit.height - 8)
        put(page, words, lying.text, card_style(fit.size), page.theme.ink, page.theme.card, "answer")
        boxes.append(card)
        card = card._replace(y=card.bottom + _gap(fit.places))
    if len(cards) < fit.places and not done:
        _draw_free(page, card, hue)
    return boxes


def _icons(page: Page, groups: Groups, head: float) -> bool:
    """Whether the groups have icons: long names in narrow columns need all the room."""
    title = _name_box(group_box(page, groups, 0), head, True)
    return all(page.fits((Span(name),), HEADING.sized(MIN_FITTED), title) for name in groups)


def _name_box(box: Box, head: float, icon: bool) -> Box:
    """Where a group's name stands: after its icon, if it has one."""
    indent = 108 if icon else 24
    return Box(box.x + indent, box.y, box.w - indent - 16, head)


def _draw_free(page: Page, box: Box, hue: Hue) -> None:
    color = _mixed(hue.line, hue.tint, 0.6)
    page.shape(Shape(box.inset(0.5), "", color, 5, (20.5,) * 4, dash=(14, 14)))


def _mixed(one: str, other: str, share: float) -> str:
    """`share` of one colour over another."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def put(page: Page, box: Box, text: str, style: Style, color: str, on: str, role: str) -> None:
    """A line or two in the middle of a box's height, without a lonely last word."""
    words = spans(text)
    style = page.fitted(words, style, box)
    narrow = box._replace(w=page.balanced(words, style, box.w))
    page.words_at(narrow, words, style, color, on, role, valign="middle")
