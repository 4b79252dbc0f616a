"""A vote without devices: the question, a track for each answer, then totals as bars. Never who voted what."""

from __future__ import annotations

from typing import NamedTuple, cast

from workshop.lesson.model import Poll
from workshop.session.polls import poll_labels
from workshop.stage.displaylist import MIN_DESIGN, MIN_FITTED, Box, Span, Style
from workshop.stage.kinds.opinion import draw_line
from workshop.stage.page import HEADING, LABEL, Page
from workshop.stage.rich import spans

LABEL_SIZES = (62.0, 58.0, MIN_DESIGN, 50.0, MIN_FITTED)
COUNT = Style(88, "head", 700, 1.0)
BEFORE = Style(MIN_FITTED, "text", 400, 1.0)
NARROWEST = 272.0  # of the labels' column
ROOMY = 120.0  # a row as high holds this vote and the one before, one below the other
ICONS = {"line": "move-horizontal", "corners": "expand", "cards": "vote"}
ASKS = {"hands": "vote_hands", "line": "vote_line", "corners": "vote_corners", "cards": "vote_cards"}


class Rows(NamedTuple):
    """Where the answers go: labels `names` wide in that style, tracks, and notes on the vote before `notes` wide."""

    area: Box
    names: float
    notes: float
    row: float
    gap: float
    style: Style

    def track(self, at: int) -> Box:
        left = self.area.x + self.names + 24
        top = self.area.y + at * (self.row + self.gap)
        return Box(left, top, self.area.right - self.notes - left, self.row)


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
    if len(step.ends) == 2 and not step.choices and not counted:
        draw_line(page, step.ends[0], step.ends[-1], top)
    else:
        _draw_votes(page, top, counted)
    page.marks()
    page.progress(page.share())


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


# --- bars --------------------------------------------------------------------------------------------


def _draw_votes(page: Page, top: float, counted: bool) -> None:
    labels, (now, before) = _labels(page), _votes(page)
    area = Box(page.left, top, page.width, page.bottom - 26 - top)
    crowded = bool(before) and _row(area.h, len(labels))[0] < ROOMY
    if page.canvas.wide and not crowded:
        area = area._replace(w=1116)
    rows = _rows(page, area, labels, _notes_width(page, before) if crowded else 0)
    if page.canvas.wide and not crowded:
        _draw_panel(page, Box(1272, rows.area.y, 552, rows.area.h), now, counted)
    else:
        _draw_chip(page, _note(page, now, counted))
    most = max((*now, *before), default=0)
    for at, label in enumerate(labels):
        track = rows.track(at)
        name = Box(rows.area.x, track.y, rows.names, track.h)
        page.words_at(name, spans(label), rows.style, page.ink, page.paper, "answer", valign="middle")
        page.panel(track, page.theme.bar, min(24, track.h / 3))
        if counted:
            _draw_counts(page, rows, at, now, before, most)
        page.control(track, f"count:{at}", label)


def _draw_counts(page: Page, rows: Rows, at: int, now: tuple[int, ...], before: tuple[int, ...], most: int) -> None:
    track = rows.track(at)
    if not before:
        if any(now):
            _draw_bar(page, track, now, at, most)
        return
    thin, between = (48.0, 6.0) if track.h >= ROOMY else (10.0, 4.0)
    if any(now):
        _draw_bar(page, track._replace(h=track.h - thin - between), now, at, most)
    below = Box(track.x, track.bottom - thin, track.w, thin)
    _draw_before(page, below, before[at], most, rows)


def _draw_bar(page: Page, track: Box, votes: tuple[int, ...], at: int, most: int) -> None:
    """The bar of one answer; its total stands inside it, or beside it where it is too short."""
    lilac, count = page.hue("lilac"), votes[at]
    bar = track._replace(w=int(track.w * count / (most + 1)))
    rank = sorted({*votes}, reverse=True).index(count)
    steps = ((lilac.base, lilac.on_base), (lilac.mid, lilac.on_mid), (lilac.tint, lilac.on_tint))
    fill, color = steps[min(rank, 2)]
    style = COUNT.sized(max(MIN_FITTED, min(88.0, track.h * 0.72)))
    style = style._replace(leading=max(1.0, track.h / style.size))
    words = (Span(str(count)),)
    needed = page.extent(words, style, 400).width + 1
    if count:
        page.panel(bar, fill, min(24, track.h / 3, bar.w / 2), lilac.outline, 5)
    inside = bar.w >= needed + 48
    x = bar.right - 32 - needed if inside else bar.right + 24
    room = Box(x if bar.w >= needed + 64 or not inside else bar.x + 16, track.y, needed, track.h)
    page.words_at(room, words, style, *((color, fill) if inside else (page.ink, page.theme.bar)), "count", "end")


def _draw_before(page: Page, track: Box, count: int, most: int, rows: Rows) -> None:
    """The vote before as a thin bar, with its total beside it or at the end of the row."""
    lilac = page.hue("lilac")
    bar = track._replace(w=int(track.w * count / (most + 1)))
    if count:
        page.panel(bar, lilac.tint, min(12, track.h / 2, bar.w / 2), lilac.outline, 3)
    words = _before_words(page, count)
    width = page.extent(words, BEFORE, 600).width + 1
    if rows.notes:
        row = Box(rows.area.right - rows.notes + 24, track.bottom - rows.row, rows.notes - 24, rows.row)
        page.words_at(row, words, BEFORE, page.ink, page.paper, "count", valign="middle")
        return
    outside = bar.right + 16 + width <= track.right - 12
    x = bar.right + 16 if outside else bar.right - 16 - width
    box = Box(x, track.y, width, track.h)
    color, on = (page.ink, page.theme.bar) if outside else (lilac.on_tint, lilac.tint)
    page.words_at(box, words, BEFORE, color, on, "count", valign="middle")


def _before_words(page: Page, count: int) -> tuple[Span, ...]:
    return (Span(f"{page.words['first_vote']} {count}"),)


def _notes_width(page: Page, before: tuple[int, ...]) -> float:
    return 24 + max(page.extent(_before_words(page, count), BEFORE, 800).width for count in before) + 1


# --- where everything goes -------------------------------------------------------------------------------


def _row(height: float, count: int) -> tuple[float, float]:
    """The height of a row and the gap below it."""
    gap = {2: 32.0, 3: 32.0, 4: 24.0}.get(count, 14.0)
    return min(152.0, (height - gap * (count - 1)) / max(1, count)), gap


def _rows(page: Page, area: Box, labels: tuple[str, ...], notes: float) -> Rows:
    """Labels as large as they can be in a column of their own, up to half of the width."""
    row, gap = _row(area.h, len(labels))
    used = row * len(labels) + gap * (len(labels) - 1)
    area = area._replace(y=area.bottom - used, h=used)
    most = (area.w - notes) * 0.55
    for size in LABEL_SIZES:
        style = Style(size, "text", 700, 1.12)
        for width in (NARROWEST, 330.0, 400.0, 480.0, most):
            box = Box(0, 0, min(width, most), row)
            if all(page.fits(spans(label), style, box) for label in labels):
                return Rows(area, box.w, notes, row, gap, style)
    return Rows(area, most, notes, row, gap, Style(MIN_FITTED, "text", 700, 1.12))


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
    lilac, words = page.hue("lilac"), (Span(note),)
    width = page.extent(words, LABEL, 900).width + 60
    box = Box(page.right - width, 24, width, 84)
    page.panel(box, lilac.tint)
    page.words_at(box, words, LABEL, lilac.on_tint, lilac.tint, "label", "center", "middle")


def _note(page: Page, now: tuple[int, ...], counted: bool) -> str:
    step, words = _step(page), page.words
    if not counted:
        return str(words[ASKS[step.style]])
    total, one = sum(now), "hand" if step.style == "hands" else "vote"
    if total < 2:
        return str(words[one if total else "not_counted"])
    return str(words[f"{one}s"]).format(count=total)
