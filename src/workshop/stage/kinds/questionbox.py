"""The question box: how it works, told at the start, and a question from it. Nobody learns who asked."""

from __future__ import annotations

from workshop.stage.displaylist import Box, Span, Style
from workshop.stage.page import LEAD, Page
from workshop.stage.rich import spans

ICONS = ("pencil", "book-open", "shield-check")
HUES = ("sun", "sky", "teal")
ASKED = Style(96, "head", 700, 1.12, -0.01)
ROW = LEAD._replace(weight=700, leading=1.15)
GAP = 20.0


def draw_box(page: Page) -> None:
    """Who reads the slips, and what a teacher passes on."""
    lilac = page.hue("lilac")
    page.lay_paper()
    page.tab(page.words["box_tab"], "inbox", lilac.base, lilac.on_base)
    top = page.title(page.words["box_title"], lines=1) + 34
    told = page.words["box_told"]
    height = (page.bottom - top - GAP * (len(told) - 1)) / len(told)
    rows = [Box(page.left, top + at * (height + GAP), page.width, height) for at in range(len(told))]
    fitted = [page.fitted(spans(words), ROW, _beside(row)) for words, row in zip(told, rows, strict=True)]
    style = min(fitted, key=lambda each: each.size)
    for at, (words, row) in enumerate(zip(told, rows, strict=True)):
        _draw_row(page, row, words, at, style)
    page.marks()


def _beside(box: Box) -> Box:
    """Where the words of a row go: beside its disc."""
    return Box(box.x + 180, box.y + 12, box.w - 212, box.h - 24)


def _draw_row(page: Page, box: Box, words: str, at: int, style: Style) -> None:
    hue = page.hue(HUES[at])
    page.panel(box, hue.tint)
    page.icon_disc(Box(box.x + 32, box.y + (box.h - 112) / 2, 112, 112), ICONS[at], hue.base, hue.on_base)
    page.words_at(_beside(box), spans(words), style, hue.on_tint, hue.tint, valign="middle")


def draw_question(page: Page) -> None:
    """The question as the facilitator wrote it, as large as it goes."""
    lilac = page.hue("lilac")
    page.lay_paper(lilac.tint)
    page.tab(page.words["box_question"], "inbox", lilac.base, lilac.on_base)
    card = Box(page.left, 190, page.width, page.bottom - 190)
    page.panel(card, page.theme.card, 32)
    room = card.inset(72 if page.canvas.wide else 52, 56)
    words = (Span(page.view.asked),)
    page.words_at(room, words, ASKED, page.theme.ink, page.theme.card, "title", valign="middle")
    page.marks()
