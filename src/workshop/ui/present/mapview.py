"""A story's cards as a drawn map: boxes in columns, and the choices as arrows between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.lesson.story_map import Area, Arrow, StoryMap, areas, lanes
from workshop.stage.kinds.path import letter
from workshop.ui.look import Look
from workshop.ui.present.panel import CENTER, LEFT, Pen, set_in

CARD = (212.0, 112.0)  # units, the largest
LEAST = (128.0, 62.0)  # units of a column and a row with the space around it: below this the map is scrolled
PILL, SMALL_PILL = (54.0, 28.0), (42.0, 26.0)
NARROW = 150.0  # units: a card whose choices are small
WAYS = {  # of an arrow: hue, icon and dashes by how safe a choice is
    "less-safe": ("coral", "arrow-down", (3.0, 2.5)),
    "safer": ("sun", "arrow-up", ()),
    "safest": ("teal", "check", ()),
    "": ("", "", ()),
}


SHORT = {"Safe ending": "Safe", "No safe ending from here": "Not safe", "Open ending": "Open"}


class Mark(NamedTuple):
    """What is told of one card: its words, its number on the path (0: not on it), and what else is known.

    `here` is the card that is on; `explored` was seen before; `ending` is "safe", "open" or ""; `stranded` has no way
    to a safe ending.
    """

    words: str
    number: int = 0
    here: bool = False
    explored: bool = False
    ending: str = ""
    stranded: bool = False

    def status(self) -> tuple[str, str, str]:
        """Icon, words and colour of what matters most about the card; empty for nothing."""
        if self.ending == "safe":
            return "check", "Safe ending", "good"
        if self.stranded:
            return "triangle-alert", "No safe ending from here", "error"
        if self.ending:
            return "flag", "Open ending", "muted"
        return "", "", ""


class MapView(QWidget):
    """Draws the map and tells which card or choice was pressed. `unit` is that of the console."""

    def __init__(self, look: Look, go: Callable[[str], None], take: Callable[[str, int], None]) -> None:
        super().__init__()
        self.look, self.unit = look, 1.0
        self._go, self._take = go, take
        self.drawn: StoryMap | None = None
        self._marks: Mapping[str, Mark] = {}
        self._taken: frozenset[tuple[str, int]] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Map of the story, told by the list beside it")

    def show_map(self, drawn: StoryMap, marks: Mapping[str, Mark], taken: frozenset[tuple[str, int]]) -> None:
        """`taken` are the choices on the path: card and place."""
        if (drawn, marks, taken) != (self.drawn, self._marks, self._taken):
            self.drawn, self._marks, self._taken = drawn, marks, taken
            self.updateGeometry()
            self.update()

    def minimumSizeHint(self) -> QSize:
        columns, rows = (self.drawn.columns, self.drawn.rows) if self.drawn else (1, 1)
        return QSize(round(columns * LEAST[0] * self.unit), round(rows * LEAST[1] * self.unit))

    # --- where things are, in pixels ---------------------------------------------------------------------

    def cards(self) -> dict[str, QRectF]:
        if self.drawn is None:
            return {}
        most = (CARD[0] * self.unit, CARD[1] * self.unit)
        found: dict[str, Area] = areas(self.drawn, self.width(), self.height(), most)
        return {name: QRectF(*area) for name, area in found.items()}

    def pills(self) -> dict[tuple[str, int], QRectF]:
        """Where each choice can be pressed: at the right edge of its card."""
        cards, arrows = self.cards(), self.drawn.arrows if self.drawn else ()
        found: dict[tuple[str, int], QRectF] = {}
        counts = {name: 1 + max((a.choice for a in arrows if a.start == name), default=0) for name in cards}
        for arrow in arrows:
            card, count = cards[arrow.start], counts[arrow.start]
            wide, tall = SMALL_PILL if self._narrow(card) else PILL
            step = min(card.height() / count, (tall + 6) * self.unit)
            height = min(tall * self.unit, step - 2)
            y = card.center().y() + (arrow.choice - (count - 1) / 2) * step - height / 2
            left = card.right() - self._over(card)
            found[arrow.start, arrow.choice] = QRectF(left, y, wide * self.unit, height)
        return found

    def _narrow(self, card: QRectF) -> bool:
        return card.width() < NARROW * self.unit

    def _over(self, card: QRectF) -> float:
        """How far its choices lie over a card."""
        return (12 if self._narrow(card) else 22) * self.unit

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        for (card, choice), box in self.pills().items():
            if box.contains(at):
                self._take(card, choice)
                return
        for card, box in self.cards().items():
            if box.contains(at):
                self._go(card)
                return

    # --- drawing ---------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen = Pen(painter, self.look, self.unit)
        cards, pills = self.cards(), self.pills()
        for arrow in self.drawn.arrows if self.drawn else ():
            self._draw_arrow(painter, arrow, pills[arrow.start, arrow.choice], cards)
        for name, box in cards.items():
            self._draw_card(pen, self._marks[name], box)
        for arrow in self.drawn.arrows if self.drawn else ():
            self._draw_pill(pen, arrow, pills[arrow.start, arrow.choice])
        painter.end()

    def _draw_arrow(self, painter: QPainter, arrow: Arrow, pill: QRectF, cards: Mapping[str, QRectF]) -> None:
        hue, _icon, dashes = WAYS[arrow.safety]
        taken = (arrow.start, arrow.choice) in self._taken
        line = QPen(self.look.color(f"{hue}.base" if hue else "border"), (4.5 if taken else 2.5) * self.unit)
        if dashes:
            line.setDashPattern(dashes)
        end, up = cards[arrow.end], arrow.back
        tip = QPointF(end.center().x(), end.bottom() + 1) if up else QPointF(end.left() - 1, end.center().y())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(line)
        begin = QPointF(pill.right(), pill.center().y())
        painter.drawPath(self._back(arrow, begin, tip, cards) if up else self._onward(arrow, begin, tip, cards))
        self._draw_tip(painter, tip, up, line)

    def _onward(self, arrow: Arrow, begin: QPointF, tip: QPointF, cards: Mapping[str, QRectF]) -> QPainterPath:
        """To the right, between the cards of the columns that it passes."""
        assert self.drawn is not None
        found = {name: Area(box.x(), box.y(), box.width(), box.height()) for name, box in cards.items()}
        path = QPainterPath(begin)
        for lane in lanes(self.drawn, found, self.height(), arrow):
            _bend(path, QPointF(lane.left, lane.y))
            path.lineTo(QPointF(lane.right, lane.y))
        _bend(path, tip)
        return path

    def _back(self, arrow: Arrow, begin: QPointF, tip: QPointF, cards: Mapping[str, QRectF]) -> QPainterPath:
        """Round below, and up to the card from there."""
        unit = self.unit
        low = min(max(tip.y(), cards[arrow.start].bottom()) + 34 * unit, self.height() - 2.0)
        path, out = QPainterPath(begin), begin.x() + 24 * unit
        path.cubicTo(QPointF(out, begin.y()), QPointF(out, low), QPointF(begin.x() - 10 * unit, low))
        path.cubicTo(QPointF(tip.x() + 30 * unit, low), QPointF(tip.x(), low), tip)
        return path

    def _draw_tip(self, painter: QPainter, tip: QPointF, up: bool, line: QPen) -> None:
        size = 9 * self.unit
        ends = ((-size * 0.7, size), (size * 0.7, size)) if up else ((-size, -size * 0.7), (-size, size * 0.7))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line.color())
        painter.drawPolygon(QPolygonF([tip, *(tip + QPointF(x, y) for x, y in ends)]))

    def _draw_card(self, pen: Pen, mark: Mark, box: QRectF) -> None:
        unit = self.unit
        fill, ink = ("coral.base", "coral.on_base") if mark.here else ("raised", "text")
        edge, thick = ("text", 3.0) if mark.number else ("border", 1.5)
        pen.fill(box, fill, 12, edge, thick)
        if mark.stranded and not mark.here:
            self._draw_stranded(pen, box)
        self._draw_number(pen, mark, box, ink)
        foot = 24 * unit if mark.status()[0] else 0.0
        over = self._over(box) if not mark.ending else 0.0
        words = box.adjusted(9 * unit, 5 * unit, -over - 6 * unit, -5 * unit - foot)
        self._write(pen, words, mark, ink)
        if foot:
            self._draw_status(pen, mark, box, ink)

    def _draw_number(self, pen: Pen, mark: Mark, box: QRectF, ink: str) -> None:
        """At the top left: its number on the path, or a tick where it was seen before."""
        unit = self.unit
        if mark.number:
            disc = QRectF(box.x() + 6 * unit, box.y() + 6 * unit, 24 * unit, 24 * unit)
            pen.fill(disc, ink, 12)
            pen.write(disc, str(mark.number), 16, "coral.base" if mark.here else "raised", "head", 700, CENTER)
        elif mark.explored:
            pen.icon("check", "good", QRectF(box.x() + 8 * unit, box.y() + 8 * unit, 18 * unit, 18 * unit), 3)

    def _draw_status(self, pen: Pen, mark: Mark, box: QRectF, ink: str) -> None:
        icon, words, colour = mark.status()
        unit, colour = self.unit, ink if mark.here else colour
        at = QRectF(box.x() + 9 * unit, box.bottom() - 27 * unit, 18 * unit, 18 * unit)
        pen.icon(icon, colour, at, 2.6)
        room = QRectF(at.right() + 6 * unit, at.y() - 2 * unit, box.right() - at.right() - 12 * unit, 22 * unit)
        if QFontMetricsF(pen.font(15, weight=700)).horizontalAdvance(words) > room.width():
            words = SHORT[words]
        pen.write(room, words, 15, colour, weight=700, least=12)

    def _draw_stranded(self, pen: Pen, box: QRectF) -> None:
        line = QPen(self.look.color("error"), 2.5 * self.unit)
        line.setDashPattern((2.0, 2.0))
        pen.painter.setPen(line)
        pen.painter.setBrush(Qt.BrushStyle.NoBrush)
        pen.painter.drawRoundedRect(box, 12 * self.unit, 12 * self.unit)

    def _write(self, pen: Pen, box: QRectF, mark: Mark, ink: str) -> None:
        """As many of the card's words as its box holds, in whole lines."""
        painter = pen.painter
        painter.setFont(set_in(16, self.unit, "text", 700 if mark.here else 400))
        painter.setPen(self.look.color(ink))
        metrics = QFontMetricsF(painter.font(), painter.device())
        first = (27 if mark.number else 22 if mark.explored else 0) * self.unit  # beside the number
        rooms = [box.width() - first, *[box.width()] * max(0, int(box.height() // metrics.lineSpacing()) - 1)]
        y = box.y()
        for at, line in enumerate(_lines(mark.words, metrics.horizontalAdvance, rooms)):
            line = metrics.elidedText(line, Qt.TextElideMode.ElideRight, rooms[at] + 1)
            x = box.x() + (0 if at else first)
            painter.drawText(QRectF(x, y, rooms[at] + 2, metrics.lineSpacing()), LEFT, line)
            y += metrics.lineSpacing()

    def _draw_pill(self, pen: Pen, arrow: Arrow, box: QRectF) -> None:
        """The choice's letter and the sign of how safe it is, so that colour doesn't speak alone."""
        hue, icon, _dashes = WAYS[arrow.safety]
        fill, ink = (f"{hue}.base", f"{hue}.on_base") if hue else ("sunken", "text")
        taken = (arrow.start, arrow.choice) in self._taken
        pen.fill(box, fill, box.height() / 2 / self.unit, "text" if taken or not hue else "", 2.5 if taken else 1.5)
        name = QRectF(box.x(), box.y(), box.width() * (0.54 if icon else 1.0), box.height())
        pen.write(name, letter(arrow.choice), 16, ink, "head", 700, CENTER, least=12)
        if icon:
            side = box.height() * 0.6
            pen.icon(icon, ink, QRectF(name.right() - 2 * self.unit, box.center().y() - side / 2, side, side), 3)


def _bend(path: QPainterPath, to: QPointF) -> None:
    """On to a point to the right, level at both ends."""
    begin = path.currentPosition()
    bend = QPointF(max(16.0, (to.x() - begin.x()) * 0.5), 0)
    path.cubicTo(begin + bend, to - bend, to)


def _lines(text: str, width: Callable[[str], float], rooms: Sequence[float]) -> list[str]:
    """Words broken into lines that wide, with an ellipsis at the end of the last where there are more."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or width(longer) <= rooms[len(lines) - 1]:
            lines[-1] = longer
        elif len(lines) < len(rooms):
            lines.append(word)
        else:
            lines[-1] = f"{longer}…"  # is cut to its room
            break
    return lines
