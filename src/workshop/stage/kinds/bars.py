"""Totals as bars, one for each answer; with those of the vote before, what moved: 11 → 14."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from workshop.stage.displaylist import MIN_DESIGN, MIN_FITTED, Box, Span, Style
from workshop.stage.page import Page
from workshop.stage.rich import spans

LABEL_SIZES = (62.0, 58.0, MIN_DESIGN, 50.0, MIN_FITTED)
COUNT = Style(88, "head", 700, 1.0)
MOVED = 72.0  # the size of the totals that are compared
WIDTHS = (272.0, 330.0, 400.0, 480.0)  # of the labels' column, up to somewhat more than half of the room
SHORTEST = 280.0  # of the bars' tracks
ROOMY = 120.0  # a row as high shows the vote before as more than a line
MARK, MARK_GAP = 92.0, 18.0  # a letter beside an answer


class Rows(NamedTuple):
    """Where the answers go: marks `marks` wide, labels `names` wide in that style, tracks, `moved` for what moved."""

    area: Box
    marks: float
    names: float
    moved: float
    row: float
    gap: float
    style: Style
    whole: bool = True  # all labels fit

    def line(self, at: int) -> Box:
        """The whole row of an answer."""
        return Box(self.area.x, self.area.y + at * (self.row + self.gap), self.area.w, self.row)

    def mark(self, at: int) -> Box:
        line, side = self.line(at), self.marks - MARK_GAP
        return Box(line.x, line.y + (line.h - side) / 2, side, side)

    def name(self, at: int) -> Box:
        return self.line(at)._replace(x=self.area.x + self.marks, w=self.names)

    def track(self, at: int) -> Box:
        left = self.area.x + self.marks + self.names + 24
        return self.line(at)._replace(x=left, w=self.area.right - self.moved - left)


def row(height: float, count: int) -> tuple[float, float]:
    """The height of a row and the gap below it."""
    gap = {2: 32.0, 3: 32.0, 4: 24.0}.get(count, 14.0)
    return min(152.0, (height - gap * (count - 1)) / max(1, count)), gap


def rows(page: Page, area: Box, labels: Sequence[str], marked: bool, moved: float) -> Rows:
    """Labels as large as they can be in a column of their own, up to half of the width."""
    high, gap = row(area.h, len(labels))
    used = high * len(labels) + gap * (len(labels) - 1)
    area, marks = area._replace(y=area.bottom - used, h=used), min(MARK, high) + MARK_GAP if marked else 0.0
    room = area.w - moved - marks
    ways = [(size, min(width, room * 0.55)) for size in LABEL_SIZES for width in (*WIDTHS, room)]
    ways += [(size, room - 24 - SHORTEST) for size in LABEL_SIZES]  # rather a short bar than a torn word
    for size, width in ways:
        style, box = Style(size, "text", 700, 1.12), Box(0, 0, width, high)
        if all(page.fits(spans(label), style, box) for label in labels):
            return Rows(area, marks, width, moved, high, gap, style)
    return Rows(area, marks, width, moved, high, gap, style, whole=False)


def draw(page: Page, rows: Rows, at: int, now: tuple[int, ...], before: tuple[int, ...]) -> None:
    """What one answer got; `before` are the totals of the vote before, if there was one."""
    track, most = rows.track(at), max((*now, *before), default=0)
    if not before:
        if any(now):
            _draw_bar(page, track, now, at, most, counted=True)
        return
    thin, between = (40.0, 6.0) if track.h >= ROOMY else (12.0, 4.0)
    if any(now):
        _draw_bar(page, track._replace(h=track.h - thin - between), now, at, most, counted=False)
    if before[at]:
        bar = Box(track.x, track.bottom - thin, int(track.w * before[at] / (most + 1)), thin)
        page.panel(bar, page.hue("lilac").tint, min(12, thin / 2, bar.w / 2), page.hue("lilac").outline, 3)
    _draw_moved(page, rows, at, now, before)


def _draw_bar(page: Page, track: Box, votes: tuple[int, ...], at: int, most: int, counted: bool) -> None:
    """The bar of one answer; its total stands inside it, or beside it where it is too short."""
    lilac, count = page.hue("lilac"), votes[at]
    bar = track._replace(w=int(track.w * count / (most + 1)))
    rank = sorted({*votes}, reverse=True).index(count)
    steps = ((lilac.base, lilac.on_base), (lilac.mid, lilac.on_mid), (lilac.tint, lilac.on_tint))
    fill, color = steps[min(rank, 2)]
    if count:
        page.panel(bar, fill, min(24, track.h / 3, bar.w / 2), lilac.outline, 5)
    if not counted:
        return
    style = COUNT.sized(max(MIN_FITTED, min(88.0, track.h * 0.72)))
    style = style._replace(leading=max(1.0, track.h / style.size))
    words = (Span(str(count)),)
    needed = page.extent(words, style, 400).width + 1
    inside = bar.w >= needed + 48
    x = bar.right - 32 - needed if inside else bar.right + 24
    room = Box(x if bar.w >= needed + 64 or not inside else bar.x + 16, track.y, needed, track.h)
    page.words_at(room, words, style, *((color, fill) if inside else (page.ink, page.theme.bar)), "count", "end")


# --- what moved from one vote to the next ----------------------------------------------------------------


def moved_width(page: Page, high: float, now: Sequence[int], before: Sequence[int]) -> float:
    """The width of “11 → 14” in rows that high, and the gap before it; 0 where there is nothing to compare."""
    if not before:
        return 0.0
    old, arrow, new = _moved_columns(page, high, now, before)
    return 36 + old + arrow + new


def _moved_columns(page: Page, high: float, now: Sequence[int], before: Sequence[int]) -> tuple[float, float, float]:
    style = _moved_style(high)
    old = max(page.extent((Span(str(count)),), _old_style(style), 800).width for count in before)
    new = max(page.extent((Span(_told(now, at)),), style, 800).width for at in range(len(now)))
    return old + 1, style.size * 1.5, new + 1


def _moved_style(high: float) -> Style:
    return COUNT.sized(max(MIN_FITTED, min(MOVED, high * 0.66)))


def _old_style(style: Style) -> Style:
    """Quieter, for the vote before."""
    return style._replace(size=max(MIN_FITTED, style.size * 0.75), weight=600)


def _told(now: Sequence[int], at: int) -> str:
    return str(now[at]) if any(now) else "–"


def _draw_moved(page: Page, rows: Rows, at: int, now: tuple[int, ...], before: tuple[int, ...]) -> None:
    """Before, an arrow, and now: figures below figures."""
    line, style = rows.line(at), _moved_style(rows.row)
    old, arrow, new = _moved_columns(page, rows.row, now, before)
    left = line.right - old - arrow - new
    words = (Span(str(before[at])),)
    page.words_at(Box(left, line.y, old, line.h), words, _old_style(style), page.ink, page.paper,
                  "count", "end", "middle")  # fmt: skip
    side = style.size * 0.8
    middle = left + old + arrow / 2
    page.icon("arrow-right", Box(middle - side / 2, line.y + (line.h - side) / 2, side, side), page.hue("lilac").line)
    place = Box(line.right - new, line.y, new, line.h)
    page.words_at(place, (Span(_told(now, at)),), style, page.ink, page.paper, "count", "end", "middle")
