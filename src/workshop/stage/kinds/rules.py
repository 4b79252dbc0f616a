"""The ground rules: up to four cards a part, each with an icon; the school's own or the usual four by default.

Where the class has a question box, one more part tells how it works.
"""

from __future__ import annotations

from typing import cast

from workshop.lesson.model import Rules
from workshop.lesson.values import Spoken
from workshop.stage.displaylist import Box, Span
from workshop.stage.kinds.questionbox import draw_box
from workshop.stage.page import LEAD, Page
from workshop.stage.pictograms import HUES, icons_for
from workshop.stage.rich import plain, spans
from workshop.stage.theme import Hue

CARDS = 4


def beats(page: Page) -> int:
    return parts(page)


def parts(page: Page) -> int:
    return -(-len(_rules(page)) // CARDS) + page.setting.box


def draw(page: Page) -> None:
    if page.setting.box and page.view.beat >= parts(page) - 1:
        draw_box(page)
        page.progress(page.share())
        return
    teal = page.hue("teal")
    page.lay_paper()
    page.tab(page.words["rules"], "heart-handshake", teal.base, teal.on_base)
    top = page.title(page.view.step.title or page.words["rules_title"], lines=1) + 34
    all_rules = _rules(page)
    icons = icons_for([plain(rule.text) for rule in all_rules], page.setting.lesson.language)
    first = min(page.view.beat, -(-len(all_rules) // CARDS) - 1) * CARDS
    for at, rule in enumerate(all_rules[first : first + CARDS]):
        _card(page, _place(page, at, top), rule, icons[first + at], page.hue(HUES[(first + at) % len(HUES)]))
    page.marks()
    page.progress(page.share())


def _rules(page: Page) -> tuple[Spoken, ...]:
    """The step's own rules, else the school's, else the usual ones."""
    own = cast(Rules, page.view.step).rules
    return own or tuple(Spoken(text) for text in page.setting.rules or page.words["rules_default"])


def _place(page: Page, at: int, top: float) -> Box:
    gap = 24.0
    width, height = (page.width - gap) / 2, (page.bottom - top - gap) / 2
    return Box(page.left + at % 2 * (width + gap), top + at // 2 * (height + gap), width, height)


def _card(page: Page, box: Box, rule: Spoken, icon: str, hue: Hue) -> None:
    page.panel(box, hue.tint)
    disc = Box(box.x + 32, box.y + (box.h - 112) / 2, 112, 112)
    page.icon_disc(disc, icon, hue.base, hue.on_base)
    beside = Box(disc.right + 32, box.y + 20, box.right - disc.right - 60, box.h - 40)
    words = spans(page.words["quoted"].format(words=rule.text) if rule.by else rule.text)
    if rule.by:
        words += (Span(f" – {rule.by}"),)
    page.words_at(beside, words, LEAD._replace(weight=700, leading=1.15), hue.on_tint, hue.tint, valign="middle")
