"""A discussion prompt: the question, a large room timer, and the track of its phases."""

from __future__ import annotations

from typing import cast

from workshop.lesson.model import Discuss, Phase
from workshop.session.hush import hush, phase_on
from workshop.session.phases import phases
from workshop.session.timers import clock_text
from workshop.session.view import Countdown, View
from workshop.stage.displaylist import MIN_DESIGN, Box, Shape, Span, Style
from workshop.stage.page import LEAD, Page
from workshop.stage.rich import spans

TRACK_HEIGHT = 164.0
TIMER = Style(164, "head", 700, 1.0, -0.02, tabular=True)
HINTS = {
    "Think": "think_talk",
    "Pair": "pair_talk",
    "Share": "share_talk",
    "Move": "move_talk",
    "Corners": "corners_talk",
    "Circle": "circle_talk",
    "Debate": "debate_talk",
    "Fishbowl": "fishbowl_talk",
}
OWN = {"alone": "think_talk", "pairs": "pair_talk", "class": "share_talk"}  # for phases that a lesson names itself


def beats(page: Page) -> int:
    return 1 + len(phases(_step(page)))


def draw(page: Page) -> None:
    step, teal = _step(page), page.hue("teal")
    page.lay_paper()
    page.tab(page.words["discuss"], "messages-square", teal.base, teal.on_base)
    ring = _ring_box(page)
    aside = page.view.timer is not None or bool(step.image)
    top = page.title(step.ask or step.title, ring.x - 60 - page.left if aside else page.width, lines=3)
    if page.view.timer is not None:
        draw_timer(page, page.view.timer, ring)
    elif step.image:
        page.media(step.image, ring)
    track = phases(step)
    if len(track) > 1:
        track_top = 640.0 if page.canvas.wide else 580.0
        _draw_track(page, track, track_top)
        top = track_top + TRACK_HEIGHT
    _hint(page, track, max(top, ring.bottom if aside else top) + 36)
    page.marks()
    page.progress(page.share())


def _step(page: Page) -> Discuss:
    return cast(Discuss, page.view.step)


def _ring_box(page: Page) -> Box:
    size = 488.0 if page.canvas.wide else 360.0
    return Box(page.right - size, 104 if page.canvas.wide else 140, size, size)


def draw_timer(page: Page, timer: Countdown, box: Box) -> None:
    """A ring that empties, with minutes and seconds in it; over time it is full and says how far over."""
    teal, share = page.hue("teal"), max(0.0, min(1.0, timer.left / max(1, timer.seconds)))
    stroke = box.w * 36 / 488
    page.disc(box.inset(stroke / 2), page.theme.card)
    page.shape(Shape(box, "", teal.tint if not page.theme.edge else page.theme.quiet, stroke, form="arc"))
    if share > 0:
        page.shape(Shape(box, "", teal.base, stroke, form="arc", start=0, sweep=360 * share))
    ink, paper = page.theme.ink, page.theme.card
    scale = box.w / 488
    clock = Box(box.x, box.y + 142 * scale, box.w, 164 * scale)
    page.words_at(clock, (Span(clock_text(timer.left)),), TIMER.sized(164 * scale), ink, paper, "timer", "center")
    note = page.words["left" if timer.left >= 0 else "over"]
    below = Box(box.x, box.y + 312 * scale, box.w, 66)
    page.words_at(below, (Span(note),), Style(MIN_DESIGN, leading=1.1), ink, paper, "label", "center")


def _draw_track(page: Page, track: tuple[Phase, ...], top: float) -> None:
    gap = 30.0 if page.canvas.wide else 24.0
    width = (page.width - gap * (len(track) - 1)) / len(track)
    for at, phase in enumerate(track):
        box = Box(page.left + at * (width + gap), top, width, TRACK_HEIGHT)
        _phase_card(page, phase, box, at + 1 - page.view.beat)


def _phase_card(page: Page, phase: Phase, box: Box, ahead: int) -> None:
    """`ahead` is below 0 for a phase that is done, 0 for the one on now."""
    teal = page.hue("teal")
    if ahead == 0:
        fill, color, figure = teal.deep, teal.on_deep, teal.on_deep
    elif ahead < 0:
        fill, color, figure = teal.tint, teal.on_tint, teal.line
    else:
        fill, color, figure = page.theme.card, page.theme.ink, teal.line
    page.panel(box, fill, 24, teal.mid if ahead > 0 else "", 4)
    roomy = box.w > 480
    figures = Box(box.x + 24, box.y + 42, 150 if roomy else 110, 80)
    draw_people(page, figures, _count(phase), figure)
    text = Box(figures.right + (30 if roomy else 14), box.y + 18, box.right - figures.right - (44 if roomy else 30), 66)
    name = page.words.get(f"phase_{phase.name.lower()}", phase.name)
    page.words_at(text, (Span(name),), Style(60, "head", 700, 1.1), color, fill, "label")
    if phase.minutes:
        minutes = page.words["minutes"].format(count=phase.minutes)
        page.words_at(text._replace(y=box.y + 86, h=64), (Span(minutes),), Style(54, leading=1.1), color, fill, "label")
    if ahead < 0 and roomy:
        page.icon("check", Box(box.right - 112, box.y + 46, 72, 72), figure, 2.4)


def _count(phase: Phase) -> int:
    return {"alone": 1, "pairs": 2}.get(phase.grouping, 3)


def draw_people(page: Page, box: Box, count: int, color: str) -> None:
    """One, two or three figures side by side, each a head over a bell-shaped body."""
    pitch = min(50.0, box.w / 3)
    x = box.x + (box.w - pitch * count) / 2
    for at in range(count):
        left = x + at * pitch
        head = pitch * 0.72
        page.disc(Box(left + (pitch - head) / 2, box.y, head, head), color)
        body = Box(left + 1, box.y + head + 4, pitch - 2, box.h - head - 4)
        page.shape(Shape(body, color, radii=(pitch * 0.44, pitch * 0.44, 0, 0)))


def _hint(page: Page, track: tuple[Phase, ...], top: float) -> None:
    """One line on how to talk now, where there is room for it."""
    words = spans(page.words[_how(page.view, track)])
    box = Box(page.left, top, page.width, page.bottom - top)
    if page.fits(words, LEAD, box):
        page.words_at(box, words, LEAD, page.ink, page.paper)


def _how(view: View, track: tuple[Phase, ...]) -> str:
    """How to talk now: at the start of a talk of the whole class a quiet moment, and then who would like to start."""
    if view.begun is not None:
        return "hush" if hush(view) else "who_starts"
    phase = phase_on(view.step, view.beat) or track[0]
    return HINTS.get(phase.name) or OWN.get(phase.grouping, "talk_now")
