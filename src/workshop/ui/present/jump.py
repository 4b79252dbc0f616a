"""All steps of the lesson as small pictures, to go to any of them; a line above finds them by their words.

Each picture is the step before anything on it is revealed, drawn by the stage when it comes into sight.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from workshop.lesson.index import fold, words
from workshop.lesson.texts import texts
from workshop.session.session import Session
from workshop.session.state import State
from workshop.stage.displaylist import Style
from workshop.stage.fonts import font
from workshop.ui.kinds import badge
from workshop.ui.present.desk import Desk
from workshop.ui.present.panel import CENTER, Pen
from workshop.ui.present.sheet import HEAD, Sheet
from workshop.ui.present.stepimages import StepImages
from workshop.ui.present.steps import StepRow, rows_of, spoken

CARD, PAD, CAPTION = 262.0, 9.0, 58.0  # units: the least width of a card, around its picture, and below it
ROUND = 12.0
_FIELD = """
QLineEdit {{ background: {window}; color: {text}; border: 2px solid {divider}; border-radius: {radius}px;
  padding: 0 {pad}px; selection-background-color: {focus}; }}
QLineEdit:focus {{ border-color: {focus}; }}
"""


class JumpSheet(Sheet):
    """The line for searching has the keyboard when it opens; Enter goes to the step that is marked."""

    title = "Go to a step"
    private = False
    broad = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.rows: list[StepRow] = []
        self.images = StepImages(desk, self)
        self.line = _Line(self)
        self.line.setPlaceholderText("Search by title, text or kind")
        self.line.setAccessibleName("Search the steps")
        self.line.textChanged.connect(self._find)
        self.line.returnPressed.connect(lambda: self.go(self.list.currentRow()))
        self.list: QListWidget = _made_list(self)
        self.list.setItemDelegate(_Cards(self))
        self.list.itemClicked.connect(lambda item: self.go(self.list.row(item)))
        self.list.itemActivated.connect(lambda item: self.go(self.list.row(item)))
        self.images.ready.connect(self.list.viewport().update)
        self.marks = Marks.of(desk.session)
        self._texts = _searched(desk.session)

    def opened(self) -> None:
        self.line.setFocus()
        self.list.scrollToItem(self.list.currentItem())

    def refresh(self, _now: float) -> None:
        session = self.desk.session
        rows, self.marks = rows_of(session), Marks.of(session)
        if not self.rows:
            for _row in rows:
                QListWidgetItem(self.list)
            self.list.setCurrentRow(self.marks.at)
        self.rows = rows
        for at, row in enumerate(rows):
            told = ", ".join(filter(None, (spoken(at + 1, row), self.marks.told(at))))
            self.list.item(at).setData(Qt.ItemDataRole.AccessibleTextRole, told)
            self.list.item(at).setToolTip(row.title)
        self.images.follow()
        self.list.viewport().update()

    # --- finding and going -----------------------------------------------------------------------------------

    def found(self) -> list[int]:
        """The steps, from 0, that have what is typed: by their number, else by all its words, in any place."""
        asked = self.line.text().strip()
        if asked.isdigit():
            numbered = [at for at in range(len(self.rows)) if str(at + 1).startswith(asked)]
            if numbered:
                return numbered
        return [at for at, told in enumerate(self._texts) if all(word in told for word in words(asked))]

    def _find(self) -> None:
        found = self.found()
        for at in range(len(self.rows)):
            self.list.setRowHidden(at, at not in found)
        first = min(found, key=self._rank, default=-1) if self.line.text().strip() else self.marks.at
        self.list.setCurrentRow(first)
        if first >= 0:
            self.list.scrollToItem(self.list.item(first))
        self.list.setVisible(bool(found))
        self.setAccessibleDescription("" if found else self._none())
        self.update()

    def _rank(self, at: int) -> int:
        """A title that has the words goes before a kind, and that before a text."""
        row, asked = self.rows[at], words(self.line.text())
        told = (row.title, f"{row.title} {row.label} {row.kind}")
        return next((rank for rank, text in enumerate(told) if all(word in fold(text) for word in asked)), len(told))

    def _none(self) -> str:
        return f"No step has “{self.line.text().strip()}”. Clear the line to see all steps."

    def go(self, at: int) -> None:
        """To that step, from 0; the sheet goes first. What isn't found can't be gone to."""
        if 0 <= at < len(self.rows) and not self.list.isRowHidden(at):
            self.desk.trigger("jump")
            self.desk.go(at)

    # --- layout -----------------------------------------------------------------------------------------------

    def arrange(self) -> None:
        super().arrange()
        unit = self.unit
        told = {token: self.look.hex(token) for token in ("window", "text", "divider", "focus")}
        self.line.setFont(font(Style(max(14.0, 22 * unit))))
        self.line.setStyleSheet(_FIELD.format(**told, radius=round(12 * unit), pad=round(14 * unit)))
        self.place(self.line, 240, 13, min(560.0, self.wide - 240 - 230), 52)
        self.place(self.list, 19, HEAD + 4, self.wide - 28, self.tall - HEAD - 16)
        room = self.wide - 28 - 16
        card = room / max(2, int(room / CARD))
        self.list.setGridSize(QSize(int(card * unit), round(self.card_height(card) * unit)))
        canvas = self.desk.canvas
        wide = round((card - 2 * PAD) * unit)
        self.images.resize(wide, round(wide * canvas.height / canvas.width), ROUND * unit, self.devicePixelRatioF())
        self.list.doItemsLayout()

    def card_height(self, card: float) -> float:
        """How tall a card of that width is, in units."""
        canvas = self.desk.canvas
        return (card - 2 * PAD) * canvas.height / canvas.width + CAPTION + 2 * PAD

    def draw(self, pen: Pen) -> None:
        super().draw(pen)
        if self.list.isHidden():
            pen.icon("search", "muted", pen.rect(self.wide / 2 - 32, self.tall / 2 - 90, 64, 64), 1.8)
            pen.write(pen.rect(40, self.tall / 2, self.wide - 80, 44), self._none(), 24, align=CENTER, least=15)


class _Line(QLineEdit):
    """Down goes on to the pictures."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sheet = self.parent()
        if event.key() == Qt.Key.Key_Down and isinstance(sheet, JumpSheet) and sheet.list.isVisible():
            sheet.list.setFocus()
        else:
            super().keyPressEvent(event)


class _Cards(QStyledItemDelegate):
    def __init__(self, sheet: JumpSheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self._sheet.list.gridSize()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        sheet, at = self._sheet, index.row()
        painter.save()
        pen = Pen(painter, sheet.look, sheet.unit)
        unit, marks, here = sheet.unit, sheet.marks, at == sheet.marks.at
        card = QRectF(option.rect).adjusted(2 * unit, 2 * unit, -2 * unit, -2 * unit)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if here:
            pen.fill(card, "sun.base", ROUND + 4)
        elif chosen or option.state & QStyle.StateFlag.State_MouseOver:
            pen.fill(card, "raised", ROUND + 4)
        inner = QRectF(option.rect).adjusted(PAD * unit, PAD * unit, -PAD * unit, -PAD * unit)
        picture = QRectF(inner.x(), inner.y(), inner.width(), inner.height() - CAPTION * unit)
        self._draw_picture(pen, picture, at, sheet.rows[at])
        sign = marks.sign(at)
        if sign is not None:
            _draw_sign(pen, picture, *sign)
        caption = QRectF(inner.x(), picture.bottom() + 8 * unit, inner.width(), (CAPTION - 8) * unit)
        _draw_caption(pen, caption, at + 1, sheet.rows[at], here, marks.told(at))
        if chosen:
            pen.fill(card, "", ROUND + 4, "focus" if not here else "text", (4 if sheet.list.hasFocus() else 3) / unit)
        painter.restore()

    def _draw_picture(self, pen: Pen, box: QRectF, at: int, row: StepRow) -> None:
        """The step; until it is drawn, the mark of its kind."""
        made, mark = self._sheet.images.get(at), badge(row.kind)
        pen.painter.setOpacity(0.4 if row.skipped else 1.0)
        if made is None:
            side = 56 * pen.unit
            pen.fill(box, "window", ROUND)
            pen.icon(mark.icon, "muted", QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side))
        else:
            pen.painter.drawPixmap(box.topLeft(), made)
        pen.painter.setOpacity(1.0)
        pen.fill(box, "", ROUND, "divider", 1.5)


def _draw_sign(pen: Pen, picture: QRectF, icon: str, hue: str) -> None:
    """A disc at the picture's upper right."""
    side = 34 * pen.unit
    disc = QRectF(picture.right() - side - 6 * pen.unit, picture.y() + 6 * pen.unit, side, side)
    pen.fill(disc, "window", 17)
    pen.fill(disc.adjusted(*(2 * pen.unit * s for s in (1, 1, -1, -1))), f"{hue}.base" if hue else "raised", 15)
    inset = 8 * pen.unit
    pen.icon(icon, f"{hue}.on_base" if hue else "text", disc.adjusted(inset, inset, -inset, -inset), 2.8)


def _draw_caption(pen: Pen, box: QRectF, number: int, row: StepRow, here: bool, told: str) -> None:
    """The kind's mark, the number and title, and below them the kind and the minutes."""
    unit, mark = pen.unit, badge(row.kind)
    square = QRectF(box.x(), box.y() + 3 * unit, 40 * unit, 40 * unit)
    pen.fill(square, "sun.on_base" if here else mark.fill, 11)
    inset = 9 * unit
    pen.icon(mark.icon, "sun.base" if here else mark.ink, square.adjusted(inset, inset, -inset, -inset))
    left, wide = square.right() + 10 * unit, box.width() - 50 * unit
    ink = "sun.on_base" if here else "muted" if row.skipped else "text"
    title = QRectF(left, box.y(), wide, 25 * unit)
    pen.write(title, f"{number}. {row.title}", 19, ink, "head", 600, least=16)
    minutes = f"{row.minutes} min" if row.minutes and not row.skipped else ""
    below = " · ".join(part for part in (row.label, minutes, told if here or row.skipped else "") if part)
    pen.write(title.translated(0, 24 * unit), below, 17, "sun.on_base" if here else "muted", least=14)


class Marks(NamedTuple):
    """Where the class is and has been, by the numbers of stops from 0."""

    at: int
    seen: frozenset[int]
    skipped: frozenset[int]
    still: int  # what a frozen picture shows; -1 where it isn't frozen

    @classmethod
    def of(cls, session: Session) -> Marks:
        state: State = session.state
        where = {stop: at for at, stop in enumerate(session.stops)}
        return cls(
            where[state.stop],
            frozenset(where[stop] for stop in state.visited if stop in where),
            frozenset(where[stop] for stop in state.plan.skipped if stop in where),
            where.get(state.frozen.state.stop, -1) if state.frozen else -1,
        )

    def sign(self, at: int) -> tuple[str, str] | None:
        """An icon and a hue for a step's picture."""
        if at == self.still:
            return "snowflake", "sun"
        if at == self.at:
            return None
        if at in self.skipped:
            return "skip-forward", ""
        return ("check", "teal") if at in self.seen else None

    def told(self, at: int) -> str:
        """The same in words."""
        if at == self.at:
            return "now"
        if at == self.still:
            return "on the projector, frozen"
        if at in self.skipped:
            return "left out today"
        return "seen" if at in self.seen else ""


def _made_list(sheet: JumpSheet) -> QListWidget:
    made = QListWidget(sheet)
    made.setAccessibleName("Steps of the lesson")
    made.setProperty("own_keys", "grid")
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setFrameShape(QListWidget.Shape.NoFrame)
    made.setStyleSheet("QListWidget { background: transparent; outline: 0; }")
    made.setViewMode(QListView.ViewMode.IconMode)
    made.setMovement(QListView.Movement.Static)
    made.setResizeMode(QListView.ResizeMode.Adjust)
    made.setUniformItemSizes(True)
    made.setMouseTracking(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return made


def _searched(session: Session) -> list[str]:
    """All words of each step, folded: its title and kind, and whatever else is written in it."""
    found = []
    for row, stop in zip(rows_of(session), session.stops, strict=True):
        step = session.lesson.step(stop.step_id)
        told = " ".join(text for _path, text in texts(step))
        found.append(fold(f"{row.title} {row.label} {row.kind} {told}"))
    return found
