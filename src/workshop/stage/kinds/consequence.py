"""What follows from a choice in a story: what was chosen, what happens next, and a kind reason."""

from __future__ import annotations

from typing import NamedTuple, cast

from workshop.lesson.model import Card, Choice, Scenario
from workshop.stage.displaylist import MIN_DESIGN, MIN_FITTED, Box, Span, Style
from workshop.stage.kinds import passage
from workshop.stage.kinds.bubbles import REPLY, Bubble, Voice, bubbles, draw_avatar, draw_bubble, latest, voices
from workshop.stage.kinds.path import letter
from workshop.stage.page import LABEL, LEAD, Page
from workshop.stage.rich import spans

TOP = 300.0
SIZES = (58.0, 56.0, MIN_DESIGN, 50.0, MIN_FITTED)
LABEL_ROOM = 29 + 65 + 17.0  # above, of and below the line “What happens next”
APART = 24.0
BESIDE = 24.0  # between an avatar and its bubble


class Told(NamedTuple):
    """What one picture of a consequence holds: the first `messages` of the card, its text, the reason."""

    messages: int = 0
    text: bool = False
    reason: bool = True


class Laid(NamedTuple):
    """How it is set: in a column `width` wide, beside the step's picture or not, with words of this size."""

    width: float
    art: bool
    size: float


def taken(page: Page) -> Choice | None:
    """The choice that led to this card; None on the first."""
    if not page.view.path:
        return None
    turn = page.view.path[-1]
    return cast(Scenario, page.view.step).cards[turn.card].choices[turn.choice]


def lay(page: Page, card: Card, told: Told) -> Laid | None:
    """The largest way to set it, beside the picture where there is room; None where it doesn't fit."""
    for art in (True, False) if page.view.step.image else (False,):
        for size in SIZES[: 3 if art else 5]:
            laid = Laid(column(page, art), art, size)
            if _fits(page, card, told, laid):
                return laid
    return None


def draw(page: Page, card: Card, told: Told, laid: Laid) -> None:
    """Draw it below the title."""
    bottom = page.bottom - 16
    if laid.art:
        page.media(page.view.step.image, art_box(page), anchor="bottom")
    y = _draw_chosen(page, laid)
    reason_top = bottom - _reason_height(page, laid) if told.reason else bottom
    if told.messages or told.text:
        y += 29
        draw_label(page, Box(page.left, y, laid.width, 65), bool(told.text and card.ending == "safe"))
        y += LABEL_ROOM - 29
    if told.text:
        passage.draw(page, card.text, LEAD.sized(laid.size + 2), Box(page.left, y, laid.width, 0))
    elif told.messages:
        _draw_messages(page, card, told, laid, Box(page.left, y, laid.width, reason_top - APART - y))
    if told.reason:
        top = reason_top if told.messages or told.text else y + 46
        _draw_reason(page, Box(page.left, top, laid.width, _reason_height(page, laid)), laid)


def art_box(page: Page) -> Box:
    """Where the step's picture stands beside a column of words."""
    if page.canvas.wide:
        return Box(1304, 276, 520, page.bottom - 292)
    return Box(page.right - 400, 300, 400, page.bottom - 316)


def column(page: Page, art: bool) -> float:
    """The width of the words, beside the picture or without it."""
    return art_box(page).x - page.left - (40 if page.canvas.wide else 36) if art else page.width


def draw_label(page: Page, box: Box, safe: bool) -> None:
    """“What happens next”, or that this path has come to a good end."""
    if not safe:
        color = page.hue("coral").line
        page.words_at(box, (Span(page.words["next"]),), LABEL, color, page.paper, "label")
        return
    teal = page.hue("teal")
    page.disc(Box(box.x, box.y, 65, 65), teal.deep)
    page.icon("check", Box(box.x + 12, box.y + 13, 41, 41), teal.on_deep, 3)
    words = box._replace(x=box.x + 85, w=box.w - 85)
    page.words_at(words, (Span(page.words["ending"]),), LABEL, teal.line, page.paper, "label")


# --- the parts of it -------------------------------------------------------------------------------


def _fits(page: Page, card: Card, told: Told, laid: Laid) -> bool:
    used = TOP + _chosen_height(page, laid)
    if told.messages:
        made = _messages(page, card, len(card.chat), laid)
        if not all(bubble.whole for bubble in made):
            return False
        used += LABEL_ROOM + max(bubble.height for bubble in made)
    elif told.text:
        style = LEAD.sized(laid.size + 2)
        used += LABEL_ROOM + passage.height(page, card.text, style, laid.width)
    if told.reason:
        used += APART + _reason_height(page, laid)
    return used <= page.bottom - 16 + 0.5


def _chosen_words(page: Page) -> tuple[Span, ...]:
    choice = taken(page)
    if choice is None:
        return ()
    say = choice.say.strip().replace("*", "")
    return spans(page.words["chosen"].format(letter=letter(page.view.path[-1].choice), choice=say))


def _chosen_height(page: Page, laid: Laid) -> float:
    words = _chosen_words(page)
    return page.extent(words, LEAD.sized(laid.size + 2), laid.width).height if words else 0


def _draw_chosen(page: Page, laid: Laid) -> float:
    words = _chosen_words(page)
    room = Box(page.left, TOP, laid.width, _chosen_height(page, laid))
    return page.words_at(room, words, LEAD.sized(laid.size + 2), page.ink, page.paper).bottom if words else TOP


def _voice(laid: Laid) -> Voice:
    return REPLY.at(laid.size)


def _avatar(laid: Laid) -> float:
    return 104.0 * laid.size / REPLY.size


def _messages(page: Page, card: Card, count: int, laid: Laid) -> list[Bubble]:
    """Messages beside their avatars; where several write all are named, else whoever isn't the story's first voice."""
    everybody = voices(cast(Scenario, page.view.step))
    named = everybody if len({line.by for line in card.chat if line.by}) > 1 else everybody[1:]
    return bubbles(page, card.chat[:count], _voice(laid), laid.width - _avatar(laid) - BESIDE, named)


def _draw_messages(page: Page, card: Card, told: Told, laid: Laid, room: Box) -> None:
    voice, coral, size = _voice(laid), page.hue("coral"), _avatar(laid)
    shown = latest(_messages(page, card, told.messages, laid), voice, room.h)
    everybody, before, y = voices(cast(Scenario, page.view.step)), "", room.y
    for bubble in shown:
        if bubble.by and bubble.by != before:
            draw_avatar(page, bubble.by, everybody, Box(room.x, y, size, size))
        before = bubble.by
        near = bubble._replace(side="start" if bubble.by else "middle")
        place = Box(room.x + size + BESIDE, y, room.w - size - BESIDE, bubble.height)
        draw_bubble(page, near, voice, place, coral, coral.tint, coral.on_tint)
        y += bubble.height + voice.gap


def _reason_lines(page: Page) -> tuple[tuple[Span, ...], ...]:
    """How safe it was for now, in bold, and why; without the one, a bold beginning has a line of its own."""
    choice = taken(page)
    if choice is None or not choice.because:
        return ()
    if not choice.safety:
        return passage.reason(choice.because)
    return ((Span(f"{page.words[choice.safety]}. ", True), *spans(choice.because)),)


def _reason_style(laid: Laid) -> Style:
    return Style(laid.size, leading=72 / 58)


def _reason_height(page: Page, laid: Laid) -> float:
    style = _reason_style(laid)
    lines = sum(page.extent(line, style, laid.width - 208).height for line in _reason_lines(page))
    return max(104.0 + 40, lines + (64 if laid.size > MIN_DESIGN else 44))


def _draw_reason(page: Page, box: Box, laid: Laid) -> None:
    """The teal card: how safe this was for now, and why."""
    teal, lines, style = page.hue("teal"), _reason_lines(page), _reason_style(laid)
    page.panel(box, teal.tint)
    disc = Box(box.x + 36, box.y + (box.h - 104) / 2, 104, 104)
    page.icon_disc(disc, "lightbulb", teal.deep, teal.on_deep, 60 / 104)
    took = [page.extent(line, style, box.w - 208).height for line in lines]
    y = box.y + (box.h - sum(took)) / 2
    for line, height in zip(lines, took, strict=True):
        page.words_at(Box(box.x + 172, y, box.w - 208, height), line, style, teal.on_tint, teal.tint)
        y += height
