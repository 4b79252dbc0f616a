"""A quiz: all answers at once, then one after the other with its reason. Nothing is ever called wrong.

The class can mark what it thinks before anything is revealed. A mark says only that, and goes when its answer is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

from workshop.lesson.model import Answer, Quiz
from workshop.stage.displaylist import MIN_DESIGN, MIN_FITTED, Box, Style
from workshop.stage.kinds import passage
from workshop.stage.kinds.board import thought, work_of
from workshop.stage.kinds.path import letter
from workshop.stage.page import Page
from workshop.stage.rich import plain, spans

TOP = 304.0
ACROSS, DOWN = 32.0, 24.0  # between cards
ICON = 64.0


class Face(NamedTuple):
    """How a card is set: size of the answer and of its reason, padding, disc, and the space between the two."""

    answer: float
    reason: float
    pad: float = 28
    disc: float = 84
    between: float = 22


FACES = (
    Face(58, 54),
    Face(58, 54, 20, 84, 10),
    Face(MIN_DESIGN, MIN_DESIGN, 16, 76, 6),
    Face(50, 50, 16, 72, 6),
    Face(MIN_FITTED, MIN_FITTED, 14, 68, 4),
)


class Part(NamedTuple):
    """Some of the answers, shown together: as cards, or as a list with one explanation at a time."""

    first: int
    answers: tuple[Answer, ...]
    face: Face
    listed: bool


def beats(page: Page) -> int:
    return sum(1 + len(part.answers) for part in _parts(page))


def parts(page: Page) -> int:
    return len(_parts(page))


def draw(page: Page) -> None:
    step, sun = _step(page), page.hue("sun")
    page.lay_paper()
    page.tab(page.words["quiz"], "list-checks", sun.base, sun.on_base)
    page.headline(step.ask or step.title, Box(page.left, 158, page.width, 134))
    part, revealed = _now(page)
    (_draw_list if part.listed else _draw_cards)(page, part, revealed)
    page.marks()
    page.progress(page.share())


def _step(page: Page) -> Quiz:
    return cast(Quiz, page.view.step)


# --- parts -------------------------------------------------------------------------------------------


def _now(page: Page) -> tuple[Part, int]:
    """The part on show, and how many of its answers are revealed."""
    parts, beat = _parts(page), page.view.beat
    for part in parts:
        if beat <= len(part.answers):
            return part, beat
        beat -= 1 + len(part.answers)
    return parts[-1], len(parts[-1].answers)


def _parts(page: Page) -> list[Part]:
    """All answers in one part where they fit, else dealt out evenly over as few parts as hold them."""
    answers = _step(page).answers
    for count in range(1, len(answers) + 1):
        size = -(-len(answers) // count)
        parts = [_set(page, first, answers[first : first + size]) for first in range(0, len(answers), size)]
        if all(parts):
            return [part for part in parts if part]
    return [Part(at, (answer,), FACES[-1], True) for at, answer in enumerate(answers)]


def _set(page: Page, first: int, answers: tuple[Answer, ...]) -> Part | None:
    """The largest way to set these answers: as cards on a wide canvas, else as a list."""
    if page.canvas.wide:
        boxes = _card_boxes(page, len(answers))
        for face in FACES:
            if all(_card_fits(page, answer, box, face) for answer, box in zip(answers, boxes, strict=True)):
                return Part(first, answers, face, False)
    found = next((face for face in FACES if _list_fits(page, answers, face)), None)
    return Part(first, answers, found, True) if found else None


# --- cards -------------------------------------------------------------------------------------------


def _card_boxes(page: Page, count: int) -> list[Box]:
    """Two cards a row; the last one of an odd number has a row to itself, as have two alone."""
    columns = 2 if count > 2 else 1
    down = -(-count // columns)
    height = (page.bottom - 20 - TOP - DOWN * (down - 1)) / down
    half = (page.width - ACROSS) / 2
    boxes: list[Box] = []
    for at in range(count):
        alone = columns == 1 or (at == count - 1 and count % 2 == 1)
        x = page.left + at % columns * (half + ACROSS)
        boxes.append(Box(x, TOP + at // columns * (height + DOWN), page.width if alone else half, height))
    return boxes


def _card_fits(page: Page, answer: Answer, box: Box, face: Face) -> bool:
    header = _header_height(page, answer, box.w, face)
    below = face.between + _reason_height(page, answer, box.w, face) if answer.because else 0
    return bool(header) and header + below + face.pad + min(face.pad, 24) <= box.h + 0.5


def _draw_cards(page: Page, part: Part, revealed: int) -> None:
    for at, box in enumerate(_card_boxes(page, len(part.answers))):
        _draw_card(page, part, at, box, at < revealed, at < revealed)
        if at >= revealed:
            _offer(page, part, at, box)


# --- a list ------------------------------------------------------------------------------------------


def _list_fits(page: Page, answers: Sequence[Answer], face: Face) -> bool:
    return _row_height(page, answers, face) > 0


def _row_height(page: Page, answers: Sequence[Answer], face: Face) -> float:
    """The height of a row that isn't explained, so that any one of them can be; 0 where there is no room."""
    headers = [_header_height(page, answer, page.width, face) for answer in answers]
    extra = max((_extra(page, answer, face) for answer in answers), default=0)
    room = page.bottom - 6 - TOP - extra - 16 * (len(answers) - 1)
    least, share = max(headers) + 20, room / len(answers)
    return max(least, min(132.0, share)) if all(headers) and least <= share + 0.5 else 0


def _extra(page: Page, answer: Answer, face: Face) -> float:
    """What a row grows by when its reason is shown."""
    return _reason_height(page, answer, page.width, face) + 16 if answer.because else 0


def _draw_list(page: Page, part: Part, revealed: int) -> None:
    height = _row_height(page, part.answers, part.face) or 120
    y = TOP
    for at, answer in enumerate(part.answers):
        explained = at == revealed - 1
        grown = height + (_extra(page, answer, part.face) if explained else 0)
        box = Box(page.left, y, page.width, grown)
        _draw_card(page, part, at, box, at < revealed, explained, height)
        if at >= revealed:
            _offer(page, part, at, box)
        y += grown + 16


# --- one answer --------------------------------------------------------------------------------------


def _draw_card(page: Page, part: Part, at: int, box: Box, revealed: bool, explained: bool, header: float = 0) -> None:
    """A card in its look: sought, other or not revealed. `header` is the height of its first row, if set."""
    answer, face, theme = part.answers[at], part.face, page.theme
    teal, sun = page.hue("teal"), page.hue("sun")
    marked = not revealed and _is_marked(page, part.first + at)
    if marked:
        fill, ink, edge, disc, on_disc = sun.tint, sun.on_tint, sun.line, sun.base, sun.on_base
    elif not revealed:
        fill, ink, edge, disc, on_disc = theme.card, theme.ink, sun.outline, sun.base, sun.on_base
    elif answer.right:
        fill, ink, edge, disc, on_disc = teal.tint, teal.on_tint, teal.line, teal.deep, teal.on_deep
    else:
        fill, ink, edge, disc, on_disc = theme.card, theme.ink, theme.card_line, theme.quiet, theme.ink
    if marked:
        thought(page, box, fill, edge, 24)
    else:
        page.panel(box, fill, 24, edge, 5)
    tall = _header_height(page, answer, box.w, face)
    top = box.y + ((header - tall) / 2 if header else face.pad)
    round_box = Box(box.x + 28, top + (tall - face.disc) / 2, face.disc, face.disc)
    page.letter_disc(round_box, letter(part.first + at), disc, on_disc)
    words = Box(round_box.right + 24, top, _answer_width(box.w, face), tall)
    page.words_at(
        words, spans(answer.text), _answer_style(page, answer, box.w, face), ink, fill, "answer", valign="middle"
    )
    if revealed or marked:
        name, color, stroke = ("check", teal.line, 3.0) if answer.right else ("smile", page.hue("sky").line, 2.2)
        if marked:
            name, color, stroke = "pencil", sun.line, 2.2
        page.icon(name, Box(box.right - 28 - ICON, top + (tall - ICON) / 2 + 2, ICON, ICON), color, stroke)
    if explained:
        under = top + tall + face.between if not header else box.y + header - 6
        _draw_reason(page, answer, Box(box.x + 36, under, box.w - 72, 0), face, ink, fill)


def _draw_reason(page: Page, answer: Answer, box: Box, face: Face, ink: str, fill: str) -> None:
    y = box.y
    for line in passage.reason(answer.because):
        height = page.extent(line, _reason_style(face), box.w).height
        y = page.words_at(Box(box.x, y, box.w, height), line, _reason_style(face), ink, fill).bottom


def _is_marked(page: Page, answer: int) -> bool:
    return work_of(page.view)[answer] == 0


def _offer(page: Page, part: Part, at: int, box: Box) -> None:
    """An answer can be marked as what the class thinks, and the mark taken away."""
    answer = part.first + at
    name = f"{letter(answer)}: {plain(part.answers[at].text)}"
    if _is_marked(page, answer):
        name = page.words["marked"].format(item=name)
    page.control(box, f"mark:{answer}", name, str(answer + 1))


def _answer_width(width: float, face: Face) -> float:
    return width - 28 - face.disc - 24 - 28 - ICON - 12


def _answer_style(page: Page, answer: Answer, width: float, face: Face) -> Style:
    """One line is as high as its disc, several are set close."""
    style = Style(face.answer, "text", 700, 1.12)
    one = page.extent(spans(answer.text), style, _answer_width(width, face)).lines == 1
    return style._replace(leading=face.disc / face.answer) if one else style


def _header_height(page: Page, answer: Answer, width: float, face: Face) -> float:
    """What disc and answer take; 0 where a word would be torn."""
    words, style, room = spans(answer.text), _answer_style(page, answer, width, face), _answer_width(width, face)
    if not page.unbroken(words, style, room):
        return 0
    return max(face.disc, page.extent(words, style, room).height)


def _reason_style(face: Face) -> Style:
    return Style(face.reason, leading=66 / 54)


def _reason_height(page: Page, answer: Answer, width: float, face: Face) -> float:
    lines = passage.reason(answer.because)
    return sum(page.extent(line, _reason_style(face), width - 72).height for line in lines)
