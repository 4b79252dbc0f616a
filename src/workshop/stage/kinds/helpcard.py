"""Where to get help: a trusted adult first, the emergency last; as a step, or over any step as a cover."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from workshop.lesson.model import Help
from workshop.paths import RESOURCES
from workshop.stage.displaylist import MIN_DESIGN, Box, Picture, Span, Style
from workshop.stage.helplines import MOST_ROWS, SIGNS, help_lines, person_row
from workshop.stage.kinds.scenery import draw_landscape
from workshop.stage.page import TITLE, HelpLine, Page
from workshop.stage.rich import spans

PERSON = SIGNS["adult"][0]  # the icon of a row that names a person
ART = Box(1296, 258, 528, 660)
HEAD = Style(62, "head", 700, 1.06)
NOTE = Style(MIN_DESIGN, leading=1.06)
SHRUNK = ((62.0, 54.0), (58.0, 54.0), (54.0, 54.0), (54.0, 50.0), (50.0, 48.0), (45.0, 45.0))  # head and note
BODY_END = 926.0


def beats(page: Page) -> int:
    return parts(page)


def parts(page: Page) -> int:
    return len(_parts(page, _own_people(page)))


def draw(page: Page) -> None:
    dealt = _parts(page, _own_people(page))
    _draw_card(page, page.view.step.title or page.words["help_title"], dealt[min(page.view.beat, len(dealt) - 1)])


def draw_cover(page: Page, cover: str) -> None:
    """The help card over any step, its first rows alone; or a calm page that tells nothing of the lesson."""
    if cover == "help":
        _draw_card(page, page.words["help_title"], _parts(page, ())[0])
    else:
        draw_landscape(page)


def _draw_card(page: Page, title: str, rows: list[HelpLine]) -> None:
    teal = page.hue("teal")
    page.lay_paper(teal.tint)
    page.tab(page.words["help"], "life-buoy", teal.deep, teal.on_deep)
    width = (ART.x - 40 if page.canvas.wide else page.right) - page.left
    end = _title(page, title, width, len(rows) > 4)
    _draw_rows(page, rows, end)
    if page.canvas.wide:
        _draw_art(page)
    _reassure(page)
    page.progress(page.share(), teal.deep)


def _title(page: Page, title: str, width: float, crowded: bool) -> float:
    """The title, smaller above many rows; returns where the rows begin."""
    if not crowded and page.extent(spans(title), TITLE.sized(96), width).lines == 1:
        return page.title(title, width, lines=1) + 41
    return page.headline(title, Box(page.left, 150, width, 140)) + 24


def _own_people(page: Page) -> tuple[str, ...]:
    return cast(Help, page.view.step).people


def _parts(page: Page, people: Sequence[str]) -> list[list[HelpLine]]:
    """The rows, six a part at most, `people` in the place of “A trusted adult”.

    However many people there are, whom to call stands with the first of them.
    """
    first, rest = _first(page, people)
    rest.sort(key=lambda row: row.icon != PERSON)
    size = -(-len(rest) // max(1, -(-len(rest) // MOST_ROWS))) or 1  # as many on each of the others
    return [first, *(rest[at : at + size] for at in range(0, len(rest), size))]


def _first(page: Page, people: Sequence[str]) -> tuple[list[HelpLine], list[HelpLine]]:
    """The rows of the first part, and those that follow."""
    card, more = page.setting.help, page.setting.help_more
    if not card:
        card, more = help_lines("", (), page.words)
    if not people:
        return list(card), list(more)
    own = [person_row(name) for name in people]
    known = [row for row in card if row.icon == PERSON and row.head != page.words["adult"]]
    others = [row for row in card if row.icon != PERSON]
    room = max(1, MOST_ROWS - len(others))
    named = [*own, *known]
    return [*named[:room], *others[: MOST_ROWS - room]], [*named[room:], *others[MOST_ROWS - room :], *more]


def _draw_rows(page: Page, rows: list[HelpLine], top: float) -> None:
    gap = 16.0 if len(rows) < 6 else 10.0
    height = min(136.0, (BODY_END - top - gap * (len(rows) - 1)) / len(rows))
    width = (1256 if page.canvas.wide else page.right) - page.left
    for at, row in enumerate(rows):
        _draw_row(page, row, Box(page.left, top + at * (height + gap), width, height))


def _draw_row(page: Page, row: HelpLine, box: Box) -> None:
    hue, card, ink = page.hue(row.hue), page.theme.card, page.theme.ink
    page.panel(box, card)
    edge = 16.0 if box.h > 120 else 10.0
    disc = Box(box.x + 20, box.y + edge, box.h - 2 * edge, box.h - 2 * edge)
    page.disc(disc, hue.base)
    page.icon(row.icon, disc.inset(disc.w * 0.21), hue.on_base, 2.1)
    inner = Box(disc.right + 28, box.y, box.right - 36 - disc.right - 28, box.h)
    head, note = (Span(_as_dialled(page, row.head)),), (Span(row.note),)
    head_style, note_style, aside = _shared_line(page, head, note, inner.w)
    beside = inner._replace(w=inner.w - aside)
    page.words_at(beside, head, head_style, ink, card, "label", valign="middle")
    if row.note:
        end = inner._replace(x=beside.right + 40, w=aside - 40)
        page.words_at(end, note, note_style, ink, card, align="end", valign="middle")


def _shared_line(
    page: Page, head: tuple[Span, ...], note: tuple[Span, ...], width: float
) -> tuple[Style, Style, float]:
    """Sizes at which both stand on one line, and what the note takes of it; else both may break."""
    if not note[0].text:
        return HEAD, NOTE, 0.0
    taken = 0.0
    for large, small in SHRUNK:
        styles = HEAD.sized(large), NOTE.sized(small)
        taken = page.extent(note, styles[1], 4000).width + 41
        if page.extent(head, styles[0], 4000).width + 1 + taken <= width:
            return *styles, taken
    needed = page.extent(head, HEAD.sized(45), 4000).width
    return HEAD.sized(54), NOTE.sized(50), width * min(0.5, max(0.35, taken / (taken + needed)))


def _as_dialled(page: Page, head: str) -> str:
    """A number keeps its order among right-to-left words: a left-to-right mark says so."""
    return f"\u200e{head}" if page.setting.rtl and head[:1] in "+0123456789" else head


def _draw_art(page: Page) -> None:
    if not (page.view.step.kind == "help" and page.view.step.image and page.media(page.view.step.image, ART)):
        page.items.append(Picture(ART, str(RESOURCES / "art" / "support.svg")))


def _reassure(page: Page) -> None:
    """The one line that stands where the marks are on other steps."""
    color, style = page.hue("teal").line, Style(MIN_DESIGN, "text", 700, 72 / 54)
    page.icon("heart", Box(page.left, 966, 52, 52), color, 2.2)
    row = Box(page.left + 70, 956, page.width - 70, 72)
    page.words_at(row, (Span(page.words["never_late"]),), style, color, page.paper, "mark")
