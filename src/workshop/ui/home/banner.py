"""Days to the next Safer Internet Day: in words, and as a row of days in the last fortnight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.lesson.days import SLOGAN, next_safer_internet_day
from workshop.stage.icons import paint_icon
from workshop.ui import paint
from workshop.ui.look import Look

if TYPE_CHECKING:
    from datetime import date

DAYS_SHOWN = 14
_SQUARE, _SQUARE_TALL, _SPACE = 32, 36, 8
_RADIUS = 16
_TALL = 76  # px of the banner at 100 % text
_SUN_WIDE = 148  # px that the sun takes at the left


def headline(today: date) -> str:
    """What the banner says first."""
    left = (next_safer_internet_day(today) - today).days
    if left == 0:
        return "Today is Safer Internet Day"
    return "Safer Internet Day is tomorrow" if left == 1 else f"Safer Internet Day is in {left} days"


def dateline(today: date) -> str:
    """The day itself and its slogan: "Tuesday 9 February 2027 · Together for a better internet"."""
    day = next_safer_internet_day(today)
    return f"Tuesday {day.day} February {day.year} · {SLOGAN}"


class Banner(QWidget):
    """A sun, the days left, and a square for each day of the last fortnight where there is room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._head = self._line = ""
        self._left = -1
        self._width = self._tall = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def show_day(self, today: date) -> None:
        self._head, self._line = headline(today), dateline(today)
        self._left = (next_safer_internet_day(today) - today).days
        self.setAccessibleName(f"{self._head}. {self._line}")
        self.update()

    def sizeHint(self) -> QSize:
        around = self.contentsMargins()
        return QSize(600, self._look.px(20) * _TALL // 20 + around.top() + around.bottom())

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_in(painter, self.contentsRect())

    def _paint_in(self, painter: QPainter, room: QRect) -> None:
        paint.surface(painter, QRectF(room), self._look, _RADIUS, "sun.tint")
        painter.translate(room.topLeft())
        self._width, self._tall = room.width(), room.height()
        roomy = self._width >= 640 * self._look.scale / 100
        if roomy:
            self._paint_sun(painter)
        left = round(_SUN_WIDE * self._tall / _TALL) + 20 if roomy else 20
        self._paint_words(painter, left)
        if self._squares_fit(left):
            self._paint_squares(painter)

    def _paint_sun(self, painter: QPainter) -> None:
        painter.save()
        painter.setClipRect(QRect(0, 0, self._width, self._tall))
        grown = self._tall / _TALL
        painter.scale(grown, grown)
        painter.translate(36, _TALL - 60)
        sun = QPainterPath(QPointF(4, 60))
        sun.arcTo(QRectF(4, 16, 88, 88), 180, -180)
        painter.fillPath(sun, self._look.color("sun.base"))
        painter.setPen(QPen(self._look.color("coral.base"), 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for x1, y1, x2, y2 in ((93, 34, 102, 29), (74, 15, 79, 6), (48, 8, 48, -2), (22, 15, 17, 6), (3, 34, -6, 29)):
            painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
        painter.restore()

    def _paint_words(self, painter: QPainter, left: int) -> None:
        look = self._look
        heights = []
        for name in ("banner", "body"):
            painter.setFont(look.font(name))
            heights.append(painter.fontMetrics().height())
        top = (self._tall - sum(heights) - 2) // 2
        painter.setPen(look.color("sun.on_tint"))
        for name, words, height in zip(("banner", "body"), (self._head, self._line), heights, strict=True):
            painter.setFont(look.font(name))
            room = QRectF(left, top, self._width - left - 20, height)
            if painter.fontMetrics().horizontalAdvance(words) > room.width():
                words = words.split(" · ")[0]  # the day without its slogan
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
            top += height + 2

    def _squares_fit(self, left: int) -> bool:
        words = QFontMetrics(self._look.font("body")).horizontalAdvance(self._line)
        row = DAYS_SHOWN * (_SQUARE + _SPACE) - _SPACE
        return 0 <= self._left <= DAYS_SHOWN and left + words + 40 + row + 24 <= self._width

    def _paint_squares(self, painter: QPainter) -> None:
        row = DAYS_SHOWN * (_SQUARE + _SPACE) - _SPACE
        x, y = self._width - 24 - row, (self._tall - _SQUARE_TALL) / 2
        look, past = self._look, DAYS_SHOWN - self._left
        for number in range(DAYS_SHOWN):
            box = QRectF(x + number * (_SQUARE + _SPACE), y, _SQUARE, _SQUARE_TALL)
            last = number == DAYS_SHOWN - 1
            fill = "coral.base" if last else "sun.base" if number < past else "surface"
            painter.setPen(QPen(look.color("divider"), 1.5) if look.theme.edge else Qt.PenStyle.NoPen)
            painter.setBrush(look.color(fill))
            painter.drawRoundedRect(box, 9, 9)
            icon = "sun" if last else "check" if number < past else ""
            if icon:
                side = 22 if last else 20
                target = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
                paint_icon(painter, icon, target, look.hex(f"{fill.split('.')[0]}.on_base"), 3 if not last else 2.4)
