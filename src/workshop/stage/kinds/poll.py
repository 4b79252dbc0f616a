"""A vote without devices: the question, a track for each answer, then totals as bars. Never who voted what."""

from __future__ import annotations

from typing import cast

from workshop.lesson.model import Poll
from workshop.session.polls import poll_labels
from workshop.stage.displaylist import Box, Span
from workshop.stage.kinds import bars, corners, votecards
from workshop.stage.kinds.opinion import draw_line
from workshop.stage.kinds.path import letter
from workshop.stage.page import HEADING, LABEL, Page
from workshop.stage.rich import spans

ICONS = {"line": "move-horizontal", "corners": "expand", "cards": "vote"}
ASKS = {"hands": "vote_hands", "line": "vote_line", "corners": "vote_corners", "cards": "vote_cards"}


def beats(page: Page) -> int:
    return 2


def draw(page: Page) -> None:
    step, lilac = _step(page), page.hue("lilac")
    page.lay_paper()
    page.tab(page.words["poll"], "chart-bar", lilac.base, lilac.on_base)
    counted = page.view.beat > 0
    many = len(_labels(page)) > 3
    end = page.headline(step.ask or step.title, Box(page.left, 158, page.width, 190 if many else 240), 104)
    top = end + 40 if many else max(end + 59, 386)
    if counted or not _draw_way(page, end + 40, top):
        _draw_votes(page, top, counted)
    page.marks()
    page.progress(page.share())


def _draw_way(page: Page, top: float, line: float) -> bool:
    """Where to stand or what to hold up, as a picture below `top`, or `line` for an opinion line.

    False for a style without one, or where it hasn't room for its words.
    """
    step, labels = _step(page), _labels(page)
    if step.style == "corners" and corners.holds(page, labels, top):
        corners.draw(page, labels, top)
    elif step.style == "cards" and votecards.holds(page, labels, top):
        votecards.draw(page, labels, top)
    elif len(step.ends) == 2 and not step.choices and step.style not in ("corners", "cards"):
        draw_line(page, step.ends[0], step.ends[-1], line)
    else:
        return False
    _draw_chip(page, _note(page, (), counted=False))
    return True


def _step(page: Page) -> Poll:
    return cast(Poll, page.view.step)


def _labels(page: Page) -> tuple[str, ...]:
    """What is counted, in the language of the lesson."""
    step, words = _step(page), page.words
    if step.choices:
        return step.choices
    if len(step.ends) == 2:
        return (step.ends[0], words["in_between"], step.ends[1])
    return (words["agree"], words["not_sure"], words["disagree"])


def _votes(page: Page) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The totals of this vote and of the one before, () where there was none or nobody counted it."""
    none = (0,) * len(poll_labels(_step(page)))
    counts = page.view.counts
    if page.view.round > 1 and len(counts) > 1:
        return counts[1], counts[0] if any(counts[0]) else ()
    return (counts[0] if counts else none), ()


def _draw_votes(page: Page, top: float, counted: bool) -> None:
    labels, (now, before) = _labels(page), _votes(page)
    if not counted:
        before = ()
    rows, beside = _rows(page, top, now, before)
    if beside:
        _draw_panel(page, Box(1272, rows.area.y, 552, rows.area.h), now, counted)
    elif before:
        _draw_compared(page)
    else:
        _draw_chip(page, _note(page, now, counted))
    for at, label in enumerate(labels):
        track, name = rows.track(at), rows.name(at)
        if rows.marks:
            _draw_mark(page, rows.mark(at), at)
        page.words_at(name, spans(label), rows.style, page.ink, page.paper, "answer", valign="middle")
        page.panel(track, page.theme.bar, min(24, track.h / 3))
        if counted:
            bars.draw(page, rows, at, now, before)
        page.control(track, f"count:{at}", label)


def _rows(page: Page, top: float, now: tuple[int, ...], before: tuple[int, ...]) -> tuple[bars.Rows, bool]:
    """Where the answers go, and whether a panel stands beside them: it gives way to words, and so do letters."""
    labels, area = _labels(page), Box(page.left, top, page.width, page.bottom - 26 - top)
    moved = bars.moved_width(page, bars.row(area.h, len(labels))[0], now, before)
    marked = _step(page).style in ("corners", "cards")
    if page.canvas.wide and not before:
        rows = bars.rows(page, area._replace(w=1116), labels, marked, moved)
        if rows.whole:
            return rows, True
    rows = bars.rows(page, area, labels, marked, moved)
    return rows if rows.whole or not marked else bars.rows(page, area, labels, False, moved), False


def _draw_mark(page: Page, box: Box, at: int) -> None:
    """The letter of a corner, or the voting card, beside its answer."""
    lilac, style = page.hue("lilac"), _step(page).style
    if style == "corners":
        page.letter_disc(box, letter(at), lilac.base, lilac.on_base)
    elif style == "cards":
        votecards.draw_small(page, box.inset(8, 0), at)


# --- how many, and how to vote ------------------------------------------------------------------------------


def _draw_panel(page: Page, box: Box, now: tuple[int, ...], counted: bool) -> None:
    """Beside the bars: how many voted, or how to; with hands where hands are raised."""
    lilac, step = page.hue("lilac"), _step(page)
    page.panel(box, lilac.tint)
    head, words = Box(box.x + 24, box.y + 24, box.w - 48, 80), (Span(_note(page, now, counted)),)
    page.words_at(head, words, HEADING.sized(62), lilac.on_tint, lilac.tint, "count" if counted else "label", "center")
    below = Box(box.x + 36, head.bottom + 12, box.w - 72, box.bottom - head.bottom - 36)
    if step.image and page.media(step.image, below):
        return
    if step.style == "hands":
        page.art("hands", Box(box.x + 18, box.bottom - 360, 502, 360), "cover", anchor="top")
    else:
        size = min(220.0, below.h)
        disc = Box(below.x + (below.w - size) / 2, below.y + (below.h - size) / 2, size, size)
        page.icon_disc(disc, ICONS[step.style], lilac.base, lilac.on_base)


def _draw_chip(page: Page, note: str) -> None:
    """The same words at the top, where there is no room for a panel."""
    _draw_chips(page, (note,))


def _draw_compared(page: Page) -> None:
    """What stands below: before → now."""
    _draw_chips(page, (page.words["first_vote"], page.words["second_vote"]))


def _draw_chips(page: Page, notes: tuple[str, ...]) -> None:
    """Words at the top right, with an arrow between two of them."""
    lilac, arrow = page.hue("lilac"), 84.0
    widths = [page.extent((Span(note),), LABEL, 900).width + 1 for note in notes]
    width = sum(widths) + arrow * (len(notes) - 1) + 60
    box = Box(page.right - width, 24, width, 84)
    page.panel(box, lilac.tint)
    x = box.x + 30
    for at, (note, wide) in enumerate(zip(notes, widths, strict=True)):
        if at:
            page.icon("arrow-right", Box(x + 16, box.y + 16, 52, 52), lilac.line)
            x += arrow
        words = Box(x, box.y, wide, box.h)
        page.words_at(words, (Span(note),), LABEL, lilac.on_tint, lilac.tint, "label", valign="middle")
        x += wide


def _note(page: Page, now: tuple[int, ...], counted: bool) -> str:
    step, words = _step(page), page.words
    if not counted:
        return str(words[ASKS[step.style]])
    total, one = sum(now), "hand" if step.style == "hands" else "vote"
    if total < 2:
        return str(words[one if total else "not_counted"])
    return str(words[f"{one}s"]).format(count=total)
