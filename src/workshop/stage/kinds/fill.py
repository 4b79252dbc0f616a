"""A text with gaps. Every gap is as wide as the longest missing words, so that its width gives nothing away.

The missing words lie below it, mixed. One that the class presses goes into the first free gap, with a dashed edge until
Next tells that gap. The words below are left out where the text needs their room, or where there is only one gap.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple, cast

from workshop.lesson.model import Fill
from workshop.stage.displaylist import MIN_DESIGN, Box, Shape, Span
from workshop.stage.kinds import wordbank
from workshop.stage.kinds.board import thought, work_of
from workshop.stage.kinds.cards import at_beat
from workshop.stage.kinds.wordbank import ABOVE, Bank, lay
from workshop.stage.page import LEAD, Page
from workshop.stage.rich import blocks, plain, spans

SIZES = (76.0, 72.0, 66.0, 60.0, MIN_DESIGN)
PITCH = 1.5
TOP = 298.0
PAD = 30.0
DOT = 22.0
_GAP = re.compile(r"\[([^\[\]]+)\]")
_SIGN = 0xE000  # the first letter of the private use area: stands for gap 0 while the text is laid out
_PIECE = re.compile(r"[\ue000-\uefff]|(?:[^\s\ue000-\uefff]|[\u00a0\u202f])+|[^\S\u00a0\u202f]+")


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


class Dealt(NamedTuple):
    """The lines in parts, the size of their words, and the words to put into the gaps, if there is room for them."""

    parts: list[list[Line]]
    size: float
    bank: Bank | None = None


class State(NamedTuple):
    """How many gaps are told, which word the class thinks is in each other one, and where the next one goes."""

    told: int
    thought: dict[int, int]
    free: int


class Line(NamedTuple):
    """What stands on one line; `mark` is the bullet or number that begins it."""

    runs: tuple[Run, ...]
    mark: str

    @property
    def gaps(self) -> int:
        return sum(run.gap >= 0 for run in self.runs)


def beats(page: Page) -> int:
    return sum(sum(line.gaps for line in part) + 1 for part in _dealt(page).parts)


def parts(page: Page) -> int:
    return len(_dealt(page).parts)


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
    dealt = _dealt(page)
    counts = [sum(line.gaps for line in part) for part in dealt.parts]
    at, filled = at_beat(counts, page.view.beat)
    state = _state(page, sum(counts[:at]) + filled, sum(counts[: at + 1]))
    pitch = _pitch(page, dealt.parts[at], dealt)
    for number, line in enumerate(dealt.parts[at]):
        _draw_line(page, line, TOP + number * pitch, dealt, state)
    if dealt.bank:
        _draw_bank(page, dealt.bank, state)
    page.marks()
    page.progress(page.share())


def _step(page: Page) -> Fill:
    return cast(Fill, page.view.step)


def _art(page: Page) -> Box:
    width = 560.0 if page.canvas.wide else 380.0
    return Box(page.right - width, 190 if page.canvas.wide else TOP, width, page.bottom - TOP)


def _width(page: Page) -> float:
    return (_art(page).x - 48 if _step(page).image else page.right) - page.left


def _state(page: Page, told: int, end: int) -> State:
    """Where the class is when `told` gaps are told, on a part whose last gap is the one before `end`."""
    work = work_of(page.view)
    thought = {work[word]: word for word in range(told, len(work)) if work[word] >= told}
    return State(told, thought, next((gap for gap in range(told, end) if gap not in thought), -1))


def _room(page: Page, bank: Bank | None) -> float:
    return (bank.top - ABOVE if bank else page.bottom) - TOP


def _pitch(page: Page, part: list[Line], dealt: Dealt) -> float:
    return min(dealt.size * PITCH * 1.12, _room(page, dealt.bank) / max(1, len(part)))


@lru_cache(maxsize=64)
def missing(text: str) -> tuple[str, ...]:
    """What stands in the gaps of a text, in its order."""
    return tuple(" ".join(words.split()) for words in _GAP.findall(text))


def _dealt(page: Page) -> Dealt:
    """With the missing words below, unless that takes one part more."""
    alone = _parts(page, None)
    bank = lay(page, missing(_step(page).text), _width(page))
    with_words = _parts(page, bank) if bank else alone
    return with_words if len(with_words.parts) == len(alone.parts) else alone


def _parts(page: Page, bank: Bank | None) -> Dealt:
    """The lines in one part at the largest size that holds them, else in several."""
    room = _room(page, bank)
    for size in SIZES:
        lines = _lines(page, size)
        if len(lines) * size * PITCH <= room:
            return Dealt([lines], size, bank)
    most = max(1, int(room / (size * PITCH)))
    count = -(-len(lines) // -(-len(lines) // most))
    return Dealt([lines[at : at + count] for at in range(0, len(lines), count)], size, bank)


def _gap_width(page: Page, size: float) -> float:
    """As wide as the longest of the missing words, but no wider than the page."""
    widths = [page.extent((Span(word, True),), LEAD.sized(size), 1e5).width for word in missing(_step(page).text)]
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


def _draw_line(page: Page, line: Line, top: float, dealt: Dealt, state: State) -> None:
    size = dealt.size
    style = LEAD.sized(size)._replace(leading=PITCH)
    height = size * PITCH
    if line.mark == "-":
        page.disc(Box(page.left + 4, top + (height - DOT) / 2, DOT, DOT), page.hue("sky").base)
    elif line.mark:
        page.words_at(Box(page.left, top, 60, height), (Span(f"{line.mark}."),), style, page.ink, page.paper)
    for run in line.runs:
        box = Box(page.left + run.x, top, run.width, height)
        if run.gap >= 0:
            _draw_gap(page, box, run.gap, dealt, state)
        else:
            page.words_at(box._replace(w=run.width + 1), run.words, style, page.ink, page.paper)


def _draw_gap(page: Page, box: Box, gap: int, dealt: Dealt, state: State) -> None:
    """A dashed box, with what the class thinks is in it, or the missing words once they are told."""
    sky, teal, size = page.hue("sky"), page.hue("teal"), dealt.size
    box = Box(box.x + 4, box.y + size * 0.09, box.w - 8, box.h - size * 0.18)
    if gap < state.told:
        page.panel(box, teal.tint, 16, teal.line, 5)
        _draw_word(page, box, gap, size, (teal.on_tint, teal.tint, "answer"))
    elif gap in state.thought and dealt.bank:
        word = state.thought[gap]
        thought(page, box, page.theme.card, sky.line, 16)
        _draw_word(page, box, word, size, (page.theme.ink, page.theme.card, "choice"))
        label = page.words["in_gap"].format(word=plain(missing(_step(page).text)[word]), number=gap + 1)
        page.control(box, f"lift:{word}", label, str(dealt.bank.numbers[word]), word, gap)
    else:
        page.shape(Shape(box, "", sky.line, 5, (16,) * 4, dash=(20, 14)))
        if dealt.bank:
            page.control(box, "", "", place=gap)
        elif gap == state.told:
            page.control(box, "reveal", page.words["show_next"])


def _draw_word(page: Page, box: Box, word: int, size: float, look: tuple[str, str, str]) -> None:
    """A missing word in a gap; its colour, what is behind it and its role."""
    color, on, role = look
    words = tuple(span._replace(bold=True) for span in spans(missing(_step(page).text)[word]))
    style = LEAD.sized(size)._replace(leading=1.1)
    page.words_at(box.inset(8, 0), words, style, color, on, role, "center", "middle")


def _draw_bank(page: Page, bank: Bank, state: State) -> None:
    """The words that aren't told yet; those in a gap leave their place empty."""
    words = missing(_step(page).text)
    in_order = sorted(range(state.told, len(words)), key=lambda word: bank.numbers[word])
    for word in in_order:
        if word in state.thought.values():
            wordbank.draw_empty(page, bank, word)
        else:
            wordbank.draw(page, bank, word, words[word])
            wordbank.offer(page, bank, word, words[word], state.free)
