"""A lesson's card, painted: picture, title, ages and minutes, kinds inside, and what opening it leads to."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QTextOption

from workshop.lesson.library import Entry
from workshop.ui import paint
from workshop.ui.home import Resume, phrases
from workshop.ui.home.thumbnails import Thumbnails
from workshop.ui.kinds import badge, label
from workshop.ui.look import Look

RADIUS = 16
_PICTURE = 176 / 400  # height to width, as the look's card pictures
_PAD = 20
_TOP = 13
_SPACE = 5  # between the kinds
_UNDER = 8  # between the kinds and what opening leads to
_HUES = ("sky", "coral", "sun", "lilac", "teal")


class CardPainter:
    """Paints cards of any width in the look's sizes."""

    def __init__(self, look: Look, thumbnails: Thumbnails) -> None:
        self._look, self._thumbnails = look, thumbnails

    # --- sizes, px ------------------------------------------------------------------------------------

    def least_width(self) -> int:
        return 300 * (100 + self._look.scale) // 200

    def height(self, width: int) -> int:
        return self._picture_height(width) + self._words_height()

    def _picture_height(self, width: int) -> int:
        return round(width * _PICTURE)

    def _words_height(self) -> int:
        title, figures = 2 * self._line("card-long") + 4, self._look.px(24) + 6
        return _TOP + title + figures + self._badge() + _UNDER + self._call_height() + 8

    def _line(self, name: str) -> int:
        return QFontMetrics(self._look.font(name)).height()

    def _badge(self) -> int:
        return self._look.px(18) + 8

    def _call_height(self) -> int:
        return self._look.px(24) + 14

    # --- painting -------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, rect: QRect, entry: Entry, resume: Resume | None, hovered: bool) -> None:
        """One card; its shadow and focus ring are the grid's."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.surface(painter, QRectF(rect), self._look, RADIUS)
        picture = QRect(rect.left(), rect.top(), rect.width(), self._picture_height(rect.width()))
        self._paint_picture(painter, picture, entry)
        resumed = resume if resume is not None and resume.folder == entry.folder else None
        if resumed is not None:
            self._paint_progress(painter, picture, resumed)
        self._paint_words(painter, rect, picture.bottom() + 1, entry)
        self._paint_call(painter, rect, entry, resumed)
        if hovered or self._look.theme.edge:
            painter.setPen(QPen(self._look.color("focus" if hovered else "divider"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_picture(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        dpr = painter.device().devicePixelRatioF()
        found = self._thumbnails.get(entry.image, rect.width(), rect.height(), dpr) if not entry.problem else None
        if found is not None:
            painter.drawPixmap(rect.topLeft(), found)
            return
        hue = "coral" if entry.problem else _HUES[sum(entry.id.encode()) % len(_HUES)]
        painter.fillPath(paint.rounded(QRectF(rect), RADIUS, "top"), self._look.color(f"{hue}.tint"))
        if entry.image and not entry.problem:
            return  # its picture comes in a moment
        side = rect.height() * 0.6
        disc = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color(f"{hue}.base"))
        painter.drawEllipse(disc)
        icon = "file-x" if entry.problem else "book-open"
        pixmap = self._look.pixmap(icon, f"{hue}.on_base", 40, dpr)
        edge = self._look.px(40)
        painter.drawPixmap(rect.center() - QPoint(edge // 2, edge // 2), pixmap)

    def _paint_progress(self, painter: QPainter, picture: QRect, resume: Resume) -> None:
        """How far the lesson went, along the lower edge of its picture."""
        bar = QRectF(picture.left(), picture.bottom() - 7, picture.width(), 8)
        painter.fillRect(bar, self._look.color("sunken"))
        share = min(1.0, resume.step_number / max(1, resume.steps))
        painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * share, 8), self._look.color("sky.line"))

    def _paint_words(self, painter: QPainter, rect: QRect, top: int, entry: Entry) -> None:
        left, width = rect.left() + _PAD, rect.width() - 2 * _PAD
        y = top + _TOP
        y += self._paint_title(painter, QRect(left, y, width, 2 * self._line("card-long")), entry.title) + 4
        look, dpr = self._look, painter.device().devicePixelRatioF()
        painter.setFont(look.font("help"))
        painter.setPen(look.color("muted"))
        line = QRect(left, y, width, look.px(24))
        if entry.problem:
            room = QRect(left, y, width, rect.bottom() - 8 - self._call_height() - y)
            lines = room.height() // painter.fontMetrics().height()
            most = lines * width - width // 3  # less what line breaks may leave empty
            told = painter.fontMetrics().elidedText(entry.problem, Qt.TextElideMode.ElideRight, most)
            painter.drawText(room, Qt.TextFlag.TextWordWrap, told)
            return
        x = left
        for icon, words in (("users-round", phrases.ages(entry)), ("clock", phrases.minutes(entry.minutes))):
            if words:
                side = look.px(18)
                painter.drawPixmap(x, line.center().y() - side // 2, look.pixmap(icon, "muted", 18, dpr))
                x += side + 6
                painter.drawText(QRect(x, y, width, line.height()), Qt.AlignmentFlag.AlignVCenter, words)
                x += painter.fontMetrics().horizontalAdvance(words) + 16
        for kind, box in self.badges(rect, entry):
            self._paint_badge(painter, box, kind)

    def _paint_title(self, painter: QPainter, box: QRect, title: str) -> int:
        """The title on one line, or smaller on two; returns its height."""
        painter.setPen(self._look.color("text"))
        painter.setFont(self._look.font("card"))
        metrics = painter.fontMetrics()
        if metrics.horizontalAdvance(title) <= box.width():
            painter.drawText(box, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, title)
            return metrics.height() + 2
        painter.setFont(self._look.font("card-long"))
        metrics = painter.fontMetrics()
        most = 2 * box.width() - metrics.height()  # two lines, less what a line break may leave empty
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, most)
        painter.drawText(QRectF(box), shown, option)
        return box.height() if metrics.horizontalAdvance(title) > box.width() else metrics.height()

    def badges(self, rect: QRect, entry: Entry) -> list[tuple[str, QRect]]:
        """The kinds inside that have room, each with its square; alike ones are shown once."""
        side = self._badge()
        distinct: dict[str, str] = {}
        for kind in entry.kinds:
            distinct.setdefault(label(kind), kind)
        room = (rect.width() - 2 * _PAD + _SPACE) // (side + _SPACE)
        top = rect.bottom() - 8 - self._call_height() - _UNDER - side
        shown = list(distinct.values())[:room]
        return [(k, QRect(rect.left() + _PAD + i * (side + _SPACE), top, side, side)) for i, k in enumerate(shown)]

    def _paint_badge(self, painter: QPainter, box: QRect, kind: str) -> None:
        mark = badge(kind)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color(mark.fill))
        painter.drawRoundedRect(QRectF(box), 8, 8)
        dpr, side = painter.device().devicePixelRatioF(), self._look.px(16)
        at = QPoint(box.left() + (box.width() - side) // 2, box.top() + (box.height() - side) // 2)
        painter.drawPixmap(at, self._look.pixmap(mark.icon, mark.ink, 16, dpr, 2.2))

    def _paint_call(self, painter: QPainter, rect: QRect, entry: Entry, resumed: Resume | None) -> None:
        icon, token = ("play", "sky.line") if resumed else ("arrow-right", "text")
        if entry.problem:
            icon, token = "triangle-alert", "error"
        look, side = self._look, self._look.px(20)
        height = self._call_height()
        line = QRect(rect.left() + _PAD, rect.bottom() - 8 - height, rect.width() - 2 * _PAD, height)
        pixmap = look.pixmap(icon, token, 20, painter.device().devicePixelRatioF())
        painter.drawPixmap(line.left(), line.center().y() - side // 2 + 1, pixmap)
        painter.setFont(look.font("control"))
        painter.setPen(look.color(token))
        words = painter.fontMetrics().elidedText(
            phrases.call(entry, resumed), Qt.TextElideMode.ElideRight, line.width() - side - 8
        )
        painter.drawText(line.adjusted(side + 8, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
