"""A story in which somebody made up decides: a chat or a text, choices, and what follows from each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, cast

from workshop.lesson.model import Card, Choice, Scenario
from workshop.session.story import choices as ways
from workshop.stage.displaylist import MIN_FITTED, Box, Style
from workshop.stage.kinds import bubbles, consequence, paths, question, voting
from workshop.stage.kinds.consequence import Told
from workshop.stage.kinds.path import DOT, PITCH, draw_path
from workshop.stage.kinds.paths import Taken
from workshop.stage.page import BODY_TOP, Page
from workshop.stage.rich import spans

TITLE = 108.0
LEAST_DOTS = 3  # of the way, beside the tab of a vote


class Asked(NamedTuple):
    """What one picture of a question holds: the first `messages` of the card, its text, its choices."""

    messages: int = 0
    text: bool = False
    choices: bool = False


class Place(NamedTuple):
    """Where a question's text and choices go: in `box` with that text, beside the picture or not, titled or not."""

    box: Box
    text: str
    art: bool = False
    titled: bool = True
    beside: bool = False  # the thread


def beats(page: Page) -> int:
    return len(_parts(page))


def parts(page: Page) -> int:
    """One, and one more for a reason or a question that has no room beside what it belongs to."""
    shown = _parts(page)
    return 1 + sum(_parted(before, after) for before, after in pairwise(shown))


def draw(page: Page) -> None:
    all_parts = _parts(page)
    part = all_parts[min(page.view.beat, len(all_parts) - 1)]
    page.lay_paper()
    _draw_tabs(page, all_parts)
    if isinstance(part, Told):
        _draw_told(page, part)
    elif isinstance(part, Taken):
        paths.draw(page, part)
    else:
        _draw_asked(page, part)
    page.marks()
    page.progress(page.share())


def _draw_tabs(page: Page, all_parts: list[Told | Asked | Taken]) -> None:
    """What kind of step this is, how to vote while the class does, and the way so far."""
    coral, path = page.hue("coral"), page.view.path
    tab = page.tab(page.words["scenario"], "split", coral.base, coral.on_base)
    if page.view.vote:
        dots = min(LEAST_DOTS, 2 * len(path) + 2) * PITCH - PITCH + DOT + 40 if path else 0
        tab = voting.draw_tab(page, tab.right + 24, page.right - tab.right - 24 - dots, len(_choices(page)))
    if path:
        safe = _card(page).ending == "safe"
        told = sum(not isinstance(part, Taken) for part in all_parts)
        ended = page.view.beat >= told - 1  # the way on stays open until all has been told
        draw_path(page, tab.right + 40, bool(_choices(page)) or safe, safe and ended)


# --- which pictures a card has -----------------------------------------------------------------------


def _parts(page: Page) -> list[Told | Asked | Taken]:
    """The pictures of the current card, in order: what happened, message by message, then the question.

    At an ending the way that led there comes last.
    """
    card, count = _card(page), len(_card(page).chat)
    if page.view.path:
        before: list[Told | Asked] = [*_told(page)]
        rest = bool(_choices(page)) or bool(card.chat and card.text)
    else:
        before = [Asked(messages) for messages in range(1, count + 1)]
        rest = bool(_choices(page) or card.text)
    last = _asked(page, count if page.canvas.wide else 0) if rest else []
    return [*before, *last, *paths.pictures(page)] or [Asked()]


def _told(page: Page) -> list[Told]:
    """A consequence with its reason beside it, or after it where there isn't room for both."""
    card, choice = _card(page), consequence.taken(page)
    reason = bool(choice and choice.because)
    told = [Told(count, False, reason) for count in range(1, len(card.chat) + 1)]
    told = told or [Told(0, bool(card.text), reason)]
    if reason and consequence.lay(page, card, told[0]) is None:
        return [Told(), *(part._replace(reason=False) for part in told)]
    return told


def _asked(page: Page, messages: int) -> list[Told | Asked]:
    """Text and choices together, or one after the other where they don't fit."""
    whole = Asked(messages, bool(_card(page).text), bool(_choices(page)))
    if _place(page, whole) or not (whole.text and whole.choices):
        return [whole]
    return [Asked(messages, text=True), Asked(choices=True)]


def _parted(before: Told | Asked | Taken, after: Told | Asked | Taken) -> bool:
    if isinstance(before, Told):
        return isinstance(after, Told) and before == Told()
    return isinstance(before, Asked) and before.text and isinstance(after, Asked) and not before.choices


# --- a question --------------------------------------------------------------------------------------


def _draw_asked(page: Page, part: Asked) -> None:
    found = _voted(page, part) if page.view.vote and part.choices else _place(page, part)
    place, laid = found or (_places(page, part)[-1], _smallest())
    if place.titled:
        _draw_title(page, page.width)
    if part.messages and place.beside:
        _draw_thread(page, part.messages)
    if place.art:
        page.media(page.view.step.image, consequence.art_box(page), anchor="bottom")
    if part.messages and not (part.text or part.choices):
        _draw_aside(page)
        return
    if part.text and _card(page).ending == "safe":
        above = place.box._replace(y=place.box.y - 88, h=65)
        consequence.draw_label(page, above, safe=True)
    question.draw(page, place.box, place.text, _choices(page) if part.choices else (), laid)


def _place(page: Page, part: Asked) -> tuple[Place, question.Laid] | None:
    """The first place, and the way to set it, that holds the whole question."""
    return _first(page, _places(page, part), _choices(page) if part.choices else ())


def _voted(page: Page, part: Asked) -> tuple[Place, question.Laid] | None:
    """The same with room for hands at the end of each choice: if it can be nothing moves, else the choices stand alone.

    The class has read the rest by then.
    """
    usual, choices = _place(page, part), _choices(page)
    if usual is not None:
        place, laid = usual
        roomier = question.with_aside(page, place.box, laid, choices, voting.ASIDE)
        if roomier is not None:
            return place, roomier
    return _first(page, [*_places(page, part), *_places(page, Asked(choices=True))], choices, voting.ASIDE)


def _first(
    page: Page, places: Sequence[Place], choices: Sequence[Choice], aside: float = 0
) -> tuple[Place, question.Laid] | None:
    for place in places:
        columns = (1,) if place.beside else (1, 2)
        laid = question.lay(page, place.box, place.text, choices, columns, aside)
        if laid:
            return place, laid
    return None


def _places(page: Page, part: Asked) -> list[Place]:
    bottom, text = page.bottom - 6, _card(page).text if part.text else ""
    top = BODY_TOP + 10 + (88 if text and _card(page).ending == "safe" else 0)
    full = Box(page.left, top, page.width, bottom - top)
    if part.messages:
        return [Place(full._replace(x=1004, w=820) if page.canvas.wide else full, text, beside=True)]
    if part.choices and not text:
        high = Box(page.left, 140, page.width, bottom - 140)
        return [Place(full, page.words["what_now"]), Place(full, ""), Place(high, "", titled=False)]
    beside = full._replace(w=consequence.column(page, art=True))
    return [*([Place(beside, text, art=True)] if page.view.step.image else []), Place(full, text)]


def _smallest() -> question.Laid:
    return question.Laid(Style(MIN_FITTED), MIN_FITTED, 1, question.LEAST_ROW, 12)


def _draw_aside(page: Page) -> None:
    """While a chat is still going on, the step's picture stands where the question will."""
    if page.view.step.image and page.canvas.wide:
        page.media(page.view.step.image, Box(1004, BODY_TOP, 820, page.bottom - 6 - BODY_TOP))


def _draw_thread(page: Page, count: int) -> None:
    """The chat so far, below who is in it."""
    card, coral = _card(page), page.hue("coral")
    width = 856.0 if page.canvas.wide else page.width
    panel = Box(page.left, BODY_TOP, width, page.bottom - 6 - BODY_TOP)
    page.panel(panel, coral.tint)
    inner = panel.inset(36, 24)
    if any(line.by for line in card.chat[:count]):
        _draw_heads(page, inner._replace(h=92))
        inner = inner._replace(y=inner.y + 108, h=inner.h - 108 - 10)
    _draw_bubbles(page, count, inner)


def _draw_heads(page: Page, box: Box) -> None:
    """Above a chat: the picture and name of who writes to the one who decides, or those of everybody in a group."""
    coral, heads = page.hue("coral"), _group(_card(page)) or _speakers(_card(page))[:1]
    apart = min(76.0, (box.w - box.h) / max(1, len(heads) - 1))
    for at, person in enumerate(heads):
        bubbles.draw_avatar(page, person, bubbles.voices(_step(page)), Box(box.x + at * apart, box.y, box.h, box.h))
    x = box.x + (len(heads) - 1) * apart + box.h + 24
    room, style = Box(x, box.y, box.right - x, box.h), Style(54, "head", 600, 1.0)
    words = spans(heads[0] if len(heads) == 1 else ", ".join(map(bubbles.first_name, heads)))
    if len(heads) == 1 or page.fits(words, style.sized(MIN_FITTED), room):
        page.words_at(room, words, style, coral.on_tint, coral.tint, "label", valign="middle")


def _draw_bubbles(page: Page, count: int, room: Box) -> None:
    card, coral, theme = _card(page), page.hue("coral"), page.theme
    named, width = _group(card), room.w - 72
    voice = bubbles.voice_for(page, card.chat, bubbles.THREAD, Box(room.x, room.y, width, room.h), named)
    made = bubbles.bubbles(page, card.chat[:count], voice, width, named, _decider(card))
    y = room.y
    for bubble in bubbles.latest(made, voice, room.h):
        place = Box(room.x, y, room.w, bubble.height)
        bubbles.draw_bubble(page, bubble, voice, place, coral, theme.card, theme.ink)
        y += bubble.height + voice.gap


def _speakers(card: Card) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.by for line in card.chat if line.by))


def _decider(card: Card) -> str:
    """Who writes from the far side: the only one who answers, where it is clearly the one who decides."""
    others = _speakers(card)[1:]
    decides = len(others) == 1 and (not card.text or bubbles.first_name(others[0]) in card.text)
    return others[0] if decides else ""


def _group(card: Card) -> tuple[str, ...]:
    """Who is named in the bubbles, all on the near side: everybody in a chat that nobody's decision is about."""
    people = _speakers(card)
    return people if len(people) > 1 and not _decider(card) else ()


# --- a consequence -----------------------------------------------------------------------------------


def _draw_told(page: Page, part: Told) -> None:
    card = _card(page)
    laid = consequence.lay(page, card, part)
    laid = laid or consequence.Laid(page.width, False, MIN_FITTED)
    _draw_title(page, 1240 if laid.art and page.canvas.wide else page.width)
    consequence.draw(page, card, part, laid)


def _draw_title(page: Page, width: float) -> None:
    top = 158.0 if page.view.path else 150.0
    page.headline(page.view.step.title, Box(page.left, top, width, 292 - top), TITLE)


def _step(page: Page) -> Scenario:
    return cast(Scenario, page.view.step)


def _card(page: Page) -> Card:
    step = _step(page)
    return step.cards.get(page.view.card or step.start) or Card()


def _choices(page: Page) -> tuple[Choice, ...]:
    return ways(_step(page), page.view.card or _step(page).start)
