"""At a story's end: the way that was taken, and beside each choice the ones that weren't. Pressing one goes there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

from workshop.lesson.model import Choice, Scenario
from workshop.session.story import choices
from workshop.stage.displaylist import MIN_DESIGN, MIN_FITTED, Box, Shape, Span, Style
from workshop.stage.kinds.path import letter
from workshop.stage.page import BODY_TOP, LABEL, Page
from workshop.stage.rich import plain, spans

SIZES = (60.0, 56.0, MIN_DESIGN, 50.0, MIN_FITTED)
TITLE = 96.0
DOT, DISC, SMALL = 84.0, 84.0, 60.0
APART, MOST_APART, GAP = 30.0, 72.0, 14.0  # between two cards of the story, and between two choices at one


class Row(NamedTuple):
    """A choice that was taken, by the number of its card on the way, and those of the others beside it."""

    turn: int
    others: tuple[int, ...]


class Laid(NamedTuple):
    """How the way is set: the size of its words, and whether other choices stand below the one taken, not beside."""

    size: float
    below: bool = False


class Taken(NamedTuple):
    """One picture of the way: its rows, and how they are set."""

    rows: tuple[Row, ...]
    laid: Laid


class Columns(NamedTuple):
    """Where the choices taken and those not taken begin, and how wide they are."""

    taken: float
    taken_width: float
    other: float
    other_width: float


def pictures(page: Page) -> list[Taken]:
    """The way over as few pictures as hold it; none where the story has a single way, or hasn't come to its end."""
    step, path = _step(page), page.view.path
    if not path or choices(step, page.view.card) or not any(len(_ways(page, turn)) > 1 for turn in range(len(path))):
        return []
    rows = [Row(at, tuple(n for n in range(len(_ways(page, at))) if n != turn.choice)) for at, turn in enumerate(path)]
    room = _room(page)
    ways = [*(Laid(size) for size in SIZES), *(Laid(size, below=True) for size in SIZES)]
    whole = [laid for laid in ways if _whole(page, rows, laid)]
    for laid in whole:
        if _stack(page, rows, laid) <= room:
            return [Taken(tuple(rows), laid)]
    laid = next((laid for laid in whole if laid.size <= MIN_DESIGN), ways[-1])
    return [Taken(tuple(part), laid) for part in _evened(page, rows, laid, room)]


def draw(page: Page, part: Taken) -> None:
    """One picture of the way below its title; `part` is one of `pictures`."""
    at, coral = _columns(page, below=False), page.hue("coral")
    bottom = page.headline(page.words["path_taken"], Box(page.left, 158, at.other - page.left - 40, 122), TITLE)
    if any(row.others for row in part.rows):
        label = Box(at.other, bottom - 73, at.other_width, 65)
        page.words_at(label, (Span(page.words["what_if"]),), LABEL, coral.line, page.paper, "label")
    y, spare = BODY_TOP, _room(page) - _stack(page, part.rows, part.laid)
    ends = part.rows[-1].turn == len(page.view.path) - 1 and spare >= APART + DOT
    gaps = len(part.rows) - 1 + ends
    apart = min(MOST_APART, APART + (spare - (APART + DOT) * ends) / max(1, gaps))
    for number, row in enumerate(part.rows):
        height = _height(page, row, part.laid)
        if number < gaps:
            dot = y + (_height(page, row._replace(others=()), part.laid) - DOT) / 2 + DOT / 2
            page.shape(Shape(Box(page.left + DOT / 2 - 4, dot, 8, y + height + apart - dot + DOT / 2), page.ink))
        _draw_row(page, row, part.laid, y)
        y += height + apart
    if ends:
        _draw_end(page, y)


def _step(page: Page) -> Scenario:
    return cast(Scenario, page.view.step)


def _ways(page: Page, turn: int) -> tuple[Choice, ...]:
    return choices(_step(page), page.view.path[turn].card)


def _room(page: Page) -> float:
    return page.bottom - 6 - BODY_TOP


def _columns(page: Page, below: bool) -> Columns:
    left = page.left + DOT + (32 if page.canvas.wide else 20)
    if below:
        return Columns(left, page.right - left, left + 60, page.right - left - 60)
    width = (page.right - left) * 0.48
    other = left + width + (52 if page.canvas.wide else 28)
    return Columns(left, width, other, page.right - other)


# --- how much room it takes --------------------------------------------------------------------------


def _dealt(page: Page, rows: Sequence[Row], laid: Laid, room: float) -> list[list[Row]]:
    """The rows over several pictures; one with more choices than a picture holds is told again on the next."""
    parts: list[list[Row]] = [[]]
    for row in rows:
        if parts[-1] and _stack(page, [*parts[-1], row], laid) > room:
            parts.append([])
        while row.others and _stack(page, [*parts[-1], row], laid) > room and len(row.others) > 1:
            few = next(n for n in range(len(row.others) - 1, 0, -1) if n == 1 or _fits(page, row, n, laid, room))
            parts[-1].append(row._replace(others=row.others[:few]))
            parts.append([])
            row = row._replace(others=row.others[few:])
        parts[-1].append(row)
    return parts


def _evened(page: Page, rows: Sequence[Row], laid: Laid, room: float) -> list[list[Row]]:
    """As few pictures as it takes, with about as much on each; no card is parted for that."""
    parts = _dealt(page, rows, laid, room)
    while True:
        room *= 0.94
        even = _dealt(page, rows, laid, room)
        if [len(even), sum(map(len, even))] != [len(parts), sum(map(len, parts))]:
            return parts
        if not _within(page, even, laid, room):
            return parts
        parts = even


def _within(page: Page, parts: Sequence[Sequence[Row]], laid: Laid, room: float) -> bool:
    return all(_stack(page, part, laid) <= room for part in parts)


def _fits(page: Page, row: Row, others: int, laid: Laid, room: float) -> bool:
    return _height(page, row._replace(others=row.others[:others]), laid) <= room


def _stack(page: Page, rows: Sequence[Row], laid: Laid) -> float:
    return sum(_height(page, row, laid) for row in rows) + APART * (len(rows) - 1)


def _height(page: Page, row: Row, laid: Laid) -> float:
    turn, at = page.view.path[row.turn], _columns(page, laid.below)
    ways = _ways(page, row.turn)
    taken = _card_height(page, ways[turn.choice], _bold(laid), at.taken_width, DISC)
    others = [_card_height(page, ways[n], _plain(laid), at.other_width, SMALL) for n in row.others]
    if laid.below:
        return taken + sum(others) + GAP * len(others)
    return max(taken, sum(others) + GAP * max(0, len(others) - 1))


def _card_height(page: Page, choice: Choice, style: Style, width: float, disc: float) -> float:
    took = page.extent(spans(choice.say), style, _words_width(width, disc))
    return max(disc + 24, took.height + 24)


def _whole(page: Page, rows: Sequence[Row], laid: Laid) -> bool:
    """Whether no word is torn."""
    at = _columns(page, laid.below)
    return all(
        page.unbroken(spans(way.say), _bold(laid), _words_width(min(at.taken_width, at.other_width), DISC))
        for row in rows
        for way in _ways(page, row.turn)
    )


def _words_width(width: float, disc: float) -> float:
    return width - 18 - disc - 22 - 20


def _bold(laid: Laid) -> Style:
    return Style(laid.size, "text", 700, 1.15)


def _plain(laid: Laid) -> Style:
    return Style(laid.size, "text", 400, 1.15)


# --- drawing it ----------------------------------------------------------------------------------------


def _draw_row(page: Page, row: Row, laid: Laid, top: float) -> None:
    coral, at, turn = page.hue("coral"), _columns(page, laid.below), page.view.path[row.turn]
    ways = _ways(page, row.turn)
    taken = ways[turn.choice]
    box = Box(at.taken, top, at.taken_width, _card_height(page, taken, _bold(laid), at.taken_width, DISC))
    dot = Box(page.left, top + (box.h - DOT) / 2, DOT, DOT)
    page.letter_disc(dot, str(row.turn + 1), page.ink, page.paper)
    page.panel(box, coral.tint)
    disc = Box(box.x + 18, box.y + (box.h - DISC) / 2, DISC, DISC)
    page.letter_disc(disc, letter(turn.choice), coral.base, coral.on_base)
    words = Box(disc.right + 22, box.y, _words_width(box.w, DISC), box.h)
    page.words_at(words, spans(taken.say), _bold(laid), coral.on_tint, coral.tint, "choice", valign="middle")
    y = box.bottom + GAP if laid.below else top
    for number in row.others:
        height = _card_height(page, ways[number], _plain(laid), at.other_width, SMALL)
        _draw_other(page, row.turn, number, ways[number], Box(at.other, y, at.other_width, height), laid)
        y += height + GAP


def _draw_other(page: Page, turn: int, number: int, way: Choice, box: Box, laid: Laid) -> None:
    """A choice that wasn't taken, quieter: outlined, and not in bold."""
    coral, name = page.hue("coral"), letter(number)
    page.shape(Shape(box, "", page.theme.card_line, 4, (24.0,) * 4, dash=(14.0, 10.0)))
    disc = Box(box.x + 18, box.y + (box.h - SMALL) / 2, SMALL, SMALL)
    page.disc(disc, page.paper, coral.outline, 4)
    page.words_at(disc, (Span(name),), Style(MIN_FITTED, "head", 600, SMALL / MIN_FITTED), page.ink, page.paper,
                  "label", "center")  # fmt: skip
    words = Box(disc.right + 22, box.y, _words_width(box.w, SMALL), box.h)
    page.words_at(words, spans(way.say), _plain(laid), page.ink, page.paper, "choice", valign="middle")
    page.control(box, f"whatif:{turn}:{number}", f"{page.words['what_if']} {name}: {plain(way.say)}")


def _draw_end(page: Page, top: float) -> None:
    """After the last choice, that the path has come to its end."""
    teal, safe = page.hue("teal"), _step(page).cards[page.view.card].ending == "safe"
    dot = Box(page.left, top, DOT, DOT)
    fill, color = (teal.deep, teal.on_deep) if safe else (page.ink, page.paper)
    page.icon_disc(dot, "check" if safe else "flag", fill, color, 0.62)
    at = _columns(page, below=True)
    words = Box(at.taken, dot.y, at.taken_width, DOT)
    page.words_at(words, (Span(page.words["ending"]),), LABEL, teal.line, page.paper, "label", valign="middle")
