"""A text with gaps. Every gap is as wide as the longest missing words, so that its width gives nothing away."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple, cast

from workshop.lesson.model import Fill
from workshop.stage.displaylist import MIN_DESIGN, Box, Shape, Span
from workshop.stage.kinds.cards import at_beat
from workshop.stage.page import LEAD, Page
from workshop.stage.rich import blocks, spans

SIZES = (76.0, 72.0, 66.0, 60.0, MIN_DESIGN)
PITCH = 1.5
TOP = 298.0
PAD = 30.0
DOT = 22.0
_GAP = re.compile(r"\[([^\[\]]+)\]")
_SIGN = 0xE000  # the first letter of the private use area: stands for gap 0 while the text is laid out
_PIECE = re.compile(r"[\ue000-\uefff]|[^\s\ue000-\uefff]+|\s+")


class Piece(NamedTuple):
    """Words without a space in them, or a gap by its number. `glued`: no space before it."""

    span: Span
    gap: int
    glued: bool


class Run(NamedTuple):
    """Words set together, or one gap, at `x` from the left."""

    x: float
    width: float
    words: tuple[Span, ...]
    gap: int


class Line(NamedTuple):
    """What stands on one line; `mark` is the bullet or number that begins it."""

    runs: tuple[Run, ...]
    mark: str

    @property
    def gaps(self) -> int:
        return sum(run.gap >= 0 for run in self.runs)


def beats(page: Page) -> int:
    return sum(sum(line.gaps for line in part) + 1 for part in _parts(page)[0])


def parts(page: Page) -> int:
    return len(_parts(page)[0])


def draw(page: Page) -> None:
    step, sky = _step(page), page.hue("sky")
    page.lay_paper()
    page.tab(page.words["fill"], "shapes", sky.base, sky.on_base)
    page.headline(
        step.title or page.words["fill_title"],
        Box(page.left, 146, _width(page) if page.canvas.wide else page.width, 130),
    )
    if step.image:
        page.media(step.image, _art(page))
    dealt, size = _parts(page)
    counts = [sum(line.gaps for line in part) for part in dealt]
    at, filled = at_beat(counts, page.view.beat)
    done = sum(counts[:at]) + filled
    pitch = _pitch(page, dealt[at], size)
    for number, line in enumerate(dealt[at]):
        _draw_line(page, line, TOP + number * pitch, size, done)
    page.marks()
    page.progress(page.share())


def _step(page: Page) -> Fill:
    return cast(Fill, page.view.step)


def _art(page: Page) -> Box:
    width = 560.0 if page.canvas.wide else 380.0
    return Box(page.right - width, 190 if page.canvas.wide else TOP, width, page.bottom - TOP)


def _width(page: Page) -> float:
    return (_art(page).x - 48 if _step(page).image else page.right) - page.left


def _pitch(page: Page, part: list[Line], size: float) -> float:
    return min(size * PITCH * 1.12, (page.bottom - TOP) / max(1, len(part)))


@lru_cache(maxsize=64)
def _missing(text: str) -> tuple[str, ...]:
    return tuple(" ".join(words.split()) for words in _GAP.findall(text))


def _parts(page: Page) -> tuple[list[list[Line]], float]:
    """The lines in one part at the largest size that holds them, else in several, and their size."""
    room = page.bottom - TOP
    for size in SIZES:
        lines = _lines(page, size)
        if len(lines) * size * PITCH <= room:
            return [lines], size
    most = int(room / (size * PITCH))
    count = -(-len(lines) // -(-len(lines) // most))
    return [lines[at : at + count] for at in range(0, len(lines), count)], size


def _gap_width(page: Page, size: float) -> float:
    """As wide as the longest of the missing words, but no wider than the page."""
    widths = [page.extent((Span(word, True),), LEAD.sized(size), 1e5).width for word in _missing(_step(page).text)]
    return min(max(widths, default=0) + 2 * PAD, _width(page) - 60)


def _lines(page: Page, size: float) -> list[Line]:
    signs = iter(range(_SIGN, 0xF000))
    text = _GAP.sub(lambda _: chr(next(signs)), _step(page).text, count=0xF000 - _SIGN)
    setter = _Setter(page, size)
    return [line for block in blocks(text) for line in setter.lines(block.spans, block.number)]


class _Setter:
    """Breaks words and gaps into lines at one size."""

    def __init__(self, page: Page, size: float) -> None:
        self.page, self.style = page, LEAD.sized(size)
        self.gap = _gap_width(page, size)
        self.space = self._width((Span("n n"),)) - self._width((Span("nn"),))

    def lines(self, words: tuple[Span, ...], mark: str) -> list[Line]:
        """One block's lines; what is glued together stays on one line."""
        indent = {"": 0.0, "-": 60.0}.get(mark, 84.0)
        lines: list[list[Piece]] = [[]]
        x, room = 0.0, _width(self.page) - indent
        for word in _words(words):
            took = sum(self._piece(piece) for piece in word)
            if x and x + self.space + took > room:
                lines.append([])
                x = 0.0
            x += took + (self.space if x else 0)
            lines[-1] += word
        return [Line(self._runs(line, indent), mark if at == 0 else "") for at, line in enumerate(lines)]

    def _runs(self, pieces: list[Piece], x: float) -> tuple[Run, ...]:
        """Neighbouring words become one run, so that they are set and read together."""
        runs: list[Run] = []
        for at, piece in enumerate(pieces):
            spaced = at > 0 and not piece.glued
            if piece.gap < 0 and runs and runs[-1].gap < 0:
                before = runs.pop()
                words = (*before.words, piece.span._replace(text=" " * spaced + piece.span.text))
                width = self._width(words)
                runs.append(Run(before.x, width, words, -1))
                x = before.x + width
                continue
            x += self.space if spaced else 0
            width = self._piece(piece)
            runs.append(Run(x, width, () if piece.gap >= 0 else (piece.span,), piece.gap))
            x += width
        return tuple(runs)

    def _piece(self, piece: Piece) -> float:
        return self.gap if piece.gap >= 0 else self._width((piece.span,))

    def _width(self, words: tuple[Span, ...]) -> float:
        return self.page.extent(words, self.style, 1e5).width


def _words(words: tuple[Span, ...]) -> list[list[Piece]]:
    """Words, each the pieces that nothing parts: `[gap],` is one word of two pieces."""
    found: list[list[Piece]] = []
    glued = False
    for span in words:
        for text in _PIECE.findall(span.text):
            if text.isspace():
                glued = False
                continue
            gap = ord(text) - _SIGN if len(text) == 1 and _SIGN <= ord(text) < 0xF000 else -1
            piece = Piece(span._replace(text=text), gap, glued)
            if glued:
                found[-1].append(piece)
            else:
                found.append([piece])
            glued = True
    return found


def _draw_line(page: Page, line: Line, top: float, size: float, done: int) -> None:
    style = LEAD.sized(size)._replace(leading=PITCH)
    height = size * PITCH
    if line.mark == "-":
        page.disc(Box(page.left + 4, top + (height - DOT) / 2, DOT, DOT), page.hue("sky").base)
    elif line.mark:
        page.words_at(Box(page.left, top, 60, height), (Span(f"{line.mark}."),), style, page.ink, page.paper)
    for run in line.runs:
        box = Box(page.left + run.x, top, run.width, height)
        if run.gap >= 0:
            _draw_gap(page, box, run.gap, size, done)
        else:
            page.words_at(box._replace(w=run.width + 1), run.words, style, page.ink, page.paper)


def _draw_gap(page: Page, box: Box, gap: int, size: float, done: int) -> None:
    """A dashed box, or the missing words in it once they are told."""
    sky, teal = page.hue("sky"), page.hue("teal")
    box = Box(box.x + 4, box.y + size * 0.09, box.w - 8, box.h - size * 0.18)
    if gap >= done:
        page.shape(Shape(box, "", sky.line, 5, (16,) * 4, dash=(20, 14)))
        if gap == done:
            page.control(box, "reveal", page.words["show_next"])
        return
    page.panel(box, teal.tint, 16, teal.line, 5)
    words = tuple(span._replace(bold=True) for span in spans(_missing(_step(page).text)[gap]))
    style = LEAD.sized(size)._replace(leading=1.1)
    page.words_at(box.inset(8, 0), words, style, teal.on_tint, teal.tint, "answer", "center", "middle")
