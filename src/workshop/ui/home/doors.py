"""The doors beside the lessons: ways into the program, each a picture of an open door."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workshop.paths import RESOURCES
from workshop.stage.pictures import render
from workshop.ui import paint
from workshop.ui.home import Resume
from workshop.ui.look import Look
from workshop.ui.widgets import Button, Label, named

_PAD = 20
_FLOOR = 24  # px of floor below the sill
_ART = 150 / 200  # width to height of a door's picture
_TALL = 0.95  # height to width above which the words stand below the picture


class Way(NamedTuple):
    """What a door leads to: its words, its hue, and its picture in resources/art."""

    title: str
    text: str
    hue: str
    art: str


PRESENT = Way("Present", "Show a lesson on the big screen", "sky", "door_present.svg")


class Door(QAbstractButton):
    """A door to press. Wide, its words stand beside it; tall, below it."""

    card_radius = ring_radius = 20

    def __init__(self, look: Look, way: Way) -> None:
        super().__init__()
        self._look, self._way = look, way
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        named(self, way.title, way.text)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(328, self.heightForWidth(328))

    def heightForWidth(self, width: int) -> int:
        return max(212, self._words_height(QRect(0, 0, width // 2 - 14, 0)) + _FLOOR + 2 * _PAD)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 160)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    # --- painting ---------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = QRectF(self.rect())
        painter.fillPath(paint.rounded(face, self.card_radius), self._look.color("surface"))
        if self.height() > self.width() * _TALL:
            self._paint_tall(painter)
        else:
            self._paint_wide(painter)
        if self._look.theme.edge:
            painter.setPen(QPen(self._look.color("divider"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(paint.rounded(face.adjusted(1, 1, -1, -1), self.card_radius))

    def _paint_wide(self, painter: QPainter) -> None:
        tall = self.height() - _FLOOR - _PAD - 4
        tall = min(tall, round(self.width() * 0.375 / _ART), 220)
        art = QRect(_PAD, self.height() - _FLOOR - tall, round(tall * _ART), tall)
        self._paint_floor(painter, self.height() - _FLOOR, self.height())
        self._paint_door(painter, art)
        left = art.right() + 22
        words = QRect(left, 0, self.width() - left - 14, 0)
        free = self.height() - _FLOOR - self._words_height(words)
        self._paint_words(painter, words.translated(0, max(12, free // 2)))

    def _paint_tall(self, painter: QPainter) -> None:
        words = QRect(_PAD, 0, self.width() - 2 * _PAD, 0)
        below = self._words_height(words) + 2 * _PAD
        tall = min(self.height() - below - _FLOOR - 28, round((self.width() - 60) / _ART))
        floor = self.height() - below - _FLOOR
        art = QRect((self.width() - round(tall * _ART)) // 2, floor - tall, round(tall * _ART), tall)
        self._paint_floor(painter, floor, floor + _FLOOR)
        self._paint_door(painter, art)
        self._paint_words(painter, words.translated(0, floor + _FLOOR + _PAD - 4))

    def _paint_floor(self, painter: QPainter, top: int, bottom: int) -> None:
        painter.save()
        clip = QPainterPath()
        clip.addRect(QRectF(0, top, self.width(), bottom - top))
        floor = paint.rounded(QRectF(self.rect()), self.card_radius).intersected(clip)
        painter.fillPath(floor, self._look.color(f"{self._way.hue}.tint"))
        painter.restore()

    def _paint_door(self, painter: QPainter, art: QRect) -> None:
        dpr = self.devicePixelRatioF()
        source = str(RESOURCES / "art" / self._way.art)
        image = render(source, round(art.width() * dpr), round(art.height() * dpr))
        if image is not None:
            painter.drawImage(QRectF(art), image)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color(f"{self._way.hue}.line"))
        painter.drawRoundedRect(QRectF(art.left() - 8, art.bottom() - 3, art.width() + 16, 8), 4, 4)

    def _words_height(self, room: QRect) -> int:
        return self._title_height() + 6 + self._text_height(room.width()) + 12 + self._disc()

    def _title_height(self) -> int:
        return QFontMetrics(self._look.font("door")).height()

    def _text_height(self, width: int) -> int:
        wide = QRect(0, 0, max(width, 60), 10_000)
        return (
            QFontMetrics(self._look.font("body")).boundingRect(wide, Qt.TextFlag.TextWordWrap, self._way.text).height()
        )

    def _disc(self) -> int:
        return self._look.px(20) + 24

    def _paint_words(self, painter: QPainter, at: QRect) -> None:
        look, hue = self._look, self._way.hue
        painter.setFont(look.font("door"))
        painter.setPen(look.color("text"))
        tall = self._title_height()
        painter.drawText(QRect(at.left(), at.top(), at.width(), tall), Qt.AlignmentFlag.AlignVCenter, self._way.title)
        top = at.top() + tall + 6
        painter.setFont(look.font("body"))
        painter.setPen(look.color("muted"))
        text = self._text_height(at.width())
        painter.drawText(QRect(at.left(), top, at.width(), text), Qt.TextFlag.TextWordWrap, self._way.text)
        disc = QRect(at.left(), top + text + 12, self._disc(), self._disc())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(f"{hue}.base"))
        painter.drawEllipse(QRectF(disc))
        if self.isDown() or self.underMouse():
            painter.setBrush(look.color(f"{hue}.on_base", 0.12))
            painter.drawEllipse(QRectF(disc))
        side = look.px(24)
        pixmap = look.pixmap("arrow-right", f"{hue}.on_base", 24, self.devicePixelRatioF(), 2.2)
        painter.drawPixmap(disc.left() + (disc.width() - side) // 2, disc.top() + (disc.height() - side) // 2, pixmap)


class ResumeDoor(QWidget):
    """Where the class was when the program ended, one press away."""

    card_radius = 20

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.title = Label(look, name="card", wrap=True)
        self.at = Label(look, name="help", color="muted", wrap=True)
        self.button = Button(look, "Resume", "play", "present")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 20)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addWidget(self.at)
        layout.addSpacing(8)
        layout.addWidget(self.button)
        layout.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        look.changed.connect(self.update)

    def show_resume(self, resume: Resume | None) -> None:
        self.setVisible(resume is not None)
        if resume is None:
            return
        self.title.setText(resume.title)
        self.at.setText(f"The class was at step {resume.step_number} of {resume.steps}.")
        named(self.button, f"Resume {resume.title} at step {resume.step_number} of {resume.steps}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.surface(painter, QRectF(self.rect()), self._look, self.card_radius)


class OwnLessons(QWidget):
    """Where the facilitator's own lessons lie; quiet, without a shadow."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.button = Button(look, "Open the folder", "folder-open")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(look, "Your own lessons", "control"))
        words.addWidget(Label(look, "Put a lesson's folder here and it appears by itself.", "help", "muted", wrap=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 18)
        layout.setSpacing(12)
        layout.addLayout(words)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch()
        layout.addLayout(row)
        layout.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.surface(painter, QRectF(self.rect()), self._look, 20, "sunken")
