"""The parts of a lesson's page: its picture, and cards of what to know about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImageReader, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from workshop.lesson.model import Lesson, Unit
from workshop.lesson.problems import Problem
from workshop.stage.pictures import render
from workshop.ui import paint
from workshop.ui.home import phrases
from workshop.ui.home.thumbnails import across
from workshop.ui.look import Look
from workshop.ui.sections import PAD, Icon, Section, beside, bullets, facts, words
from workshop.ui.widgets import Card, Label

_BROAD = 0.45  # height to width of the tallest picture that is shown across a card
_ART_BESIDE = 280  # px wide, at the card's right end
_ACROSS_MOST = 400  # px: a card picture of 860 px is shown whole
_ANY = 16_777_215  # Qt's own largest height


class Art(QWidget):
    """The lesson's picture: a broad one across the top of its card, a tall one at the card's right end."""

    def __init__(self, image: str, alt: str, radius: int) -> None:
        super().__init__()
        self._image, self._radius = image, radius
        size = QImageReader(image).size()
        self._shape = size.height() / size.width() if size.width() > 0 else _BROAD
        self._beside = False
        self.setAccessibleName(alt)

    def fit(self, width: int, words: int) -> bool:
        """Take a place in a card of `width` px whose words need `words`; True for the right end, False for the top."""
        self._beside = self._shape > _BROAD and width - _ART_BESIDE >= words
        if self._beside:
            self.setFixedWidth(_ART_BESIDE)
            self.setMinimumHeight(_ART_BESIDE)
            self.setMaximumHeight(_ANY)
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(_ANY)
            self.setFixedHeight(min(_ACROSS_MOST, round(width * min(self._shape, _BROAD))))
        return self._beside

    def paintEvent(self, _event: QPaintEvent) -> None:
        dpr = self.devicePixelRatioF()
        width, height = round(self.width() * dpr), round(self.height() * dpr)
        if self._beside:
            image = render(self._image, width, height, "cover", "bottom")
        else:
            image = across(self._image, width, height)
        if image is not None:
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(dpr)
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            sides = "right" if self._beside else "top"
            paint.picture(painter, QRectF(self.rect()), pixmap, self._radius, sides)


class Hero(Card):
    """Picture, summary, and the few figures of a lesson."""

    def __init__(self, look: Look, lesson: Lesson, image: str, stops: int) -> None:
        super().__init__(look, 20)
        self._art: Art | None = None
        self._words = QVBoxLayout()
        self._words.setContentsMargins(PAD, PAD, PAD, PAD)
        self._words.setSpacing(16)
        self._words.addStretch()
        if lesson.summary:
            self._words.addWidget(words(look, lesson.summary, "lead"))
        self._words.addWidget(_figures(look, lesson, stops))
        self._words.addStretch()
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        if image:
            alt = next((m.alt for m in lesson.media.values() if image.endswith(m.file)), "")
            self._art = Art(image, alt, 20)
            self._rows.addWidget(self._art)
        self._rows.addLayout(self._words, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self._art is not None and self._art.fit(event.size().width(), self._words.minimumSize().width())
        direction = QBoxLayout.Direction
        self._rows.setDirection(direction.RightToLeft if beside else direction.TopToBottom)


def _figures(look: Look, lesson: Lesson, stops: int) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    ages = f"Ages {lesson.ages}".replace("-", "–") if lesson.ages else "All ages"
    figures = (
        ("users-round", f"{phrases.AUDIENCES[lesson.audience]} · {ages}"),
        ("clock", phrases.minutes(lesson.minutes)),
        ("list", f"{stops} steps" if stops != 1 else "1 step"),
    )
    for icon, text in figures:
        if text:
            layout.addWidget(Icon(look, icon, "muted", 18))
            layout.addWidget(Label(look, text, "help", "muted"))
            layout.addSpacing(10)
    layout.addStretch()
    return row


def about(look: Look, lesson: Lesson, title_of: Callable[[str], str]) -> list[Section]:
    """Cards of what a facilitator reads beforehand; those with nothing to say are left out."""
    known = facts(
        look,
        (
            ("What comes up", "\n".join(f"- {flag}" for flag in lesson.flags)),
            ("On every step", "“You can pass”, and the way to the help card." if lesson.sensitive else ""),
            ("Who is there", lesson.supervision),
            ("Who teaches it", lesson.deliver_by),
            ("Do these lessons first", "\n".join(f"- {title_of(name)}" for name in lesson.needs)),
        ),
    )
    sources = [f"- {', '.join(p for p in (s.title, s.date, s.url) if p)}" for s in lesson.sources]
    made = [", ".join(lesson.authors), lesson.licence, f"Version {lesson.version}"]
    small = facts(
        look,
        (
            ("Where its facts come from", "\n".join(sources)),
            ("Where it fits", "\n".join(f"- {tag}" for tag in lesson.curriculum)),
            ("Made by", " · ".join(part for part in made if part)),
        ),
    )
    parts = (
        ("After this lesson", "goal", bullets(look, lesson.goals, "check", "good"), "surface"),
        ("Before you teach it", "clipboard-check", known, "sun.tint"),
        ("What to bring", "backpack", bullets(look, lesson.materials, "square", "muted"), "surface"),
        ("Words to know", "message-circle-question-mark", facts(look, lesson.keywords.items()), "surface"),
        ("Sources", "book-open", small, "surface"),
    )
    return [Section(look, title, icon, rows, token) for title, icon, rows, token in parts if rows]


def unit_parts(look: Look, unit: Unit, title_of: Callable[[str], str]) -> Section:
    """What a unit is made of, in order; stations of one part stand together."""
    lines = []
    for part in unit.parts:
        stations = [station.title or title_of(station.lesson) for station in part.stations]
        name = part.title or title_of(part.lesson) if part.title or part.lesson else "Side by side"
        told = f"{name}: {', '.join(stations)}" if stations else name
        lines.append(" · ".join(p for p in (told, phrases.minutes(part.minutes)) if p))
    return Section(look, "What it is made of", "list", bullets(look, lines, "book-open", "muted"))


def amiss(look: Look, problems: Iterable[Problem]) -> list[QWidget]:
    """What is amiss in a file, one row each: where, what, and what to do."""
    rows = []
    for problem in problems:
        row = QWidget()
        layout = QVBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(2)
        layout.addWidget(Label(look, problem.message, "strong", wrap=True))
        mark = problem.mark
        where = f"{Path(problem.file).name}, line {mark.line}, column {mark.column}"
        layout.addWidget(Label(look, f"{where}. {problem.hint}".strip(), "help", "muted", wrap=True))
        if problem.source.strip():
            layout.addWidget(Label(look, f"{mark.line} | {problem.source.strip()[:200]}", "code", wrap=True))
        rows.append(beside(look, "triangle-alert", "error", row))
    return rows
