"""The steps of the lesson with their minutes; where the class is stands out, and any of them can be gone to."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workshop.session import pacing
from workshop.session.session import Session
from workshop.stage.rich import plain
from workshop.stage.words import words
from workshop.ui.keysinuse import KeysInUse
from workshop.ui.kinds import badge
from workshop.ui.look import Look
from workshop.ui.present.panel import RIGHT, KeyButton, Panel, Pen

ROW, LEAST = 52.0, 41.0  # units: a row's height, and how far it gives way so that all steps are in sight


class StepRow(NamedTuple):
    """One stop of the lesson as the list shows it."""

    title: str
    kind: str
    label: str  # what a class reads for the kind
    minutes: int | None
    skipped: bool = False


def rows_of(session: Session) -> list[StepRow]:
    """All stops of a session, with the minutes of its plan."""
    lesson, rows = session.lesson, []
    for stop in session.stops:
        step = lesson.step(stop.step_id)
        kind = str(words(lesson.language).get(step.kind, step.kind))
        title = plain(step.title or getattr(step, "ask", "")) or kind
        again = " (again)" if stop.round > 1 else ""
        planned = pacing.plan(lesson, session.state, stop)
        minutes = None if again or planned is None else planned // 60
        skipped = stop in session.state.plan.skipped
        rows.append(StepRow(title + again, step.kind, kind, minutes, skipped))
    return rows


class StepList(Panel):
    """All stops. `go` is called with a stop's number when one is clicked or chosen with Enter."""

    def __init__(
        self,
        look: Look,
        rows: list[StepRow],
        go: Callable[[int], None],
        keys: KeysInUse,
        trigger: Callable[[str], None],
    ) -> None:
        super().__init__(look)
        self.setAccessibleName("Steps")
        self._keys = keys
        self.jump = KeyButton(look, "Go to a step, from pictures", "layout-grid", fill="", ink="muted")
        self.jump.setText("")
        self.jump.size_units = 20
        self.jump.setParent(self)
        self.jump.clicked.connect(lambda _checked=False: trigger("jump"))
        self.rows, self.at = rows, -1
        self.list = QListWidget(self)
        self.list.setAccessibleName("Steps of the lesson")
        self.list.setProperty("own_keys", True)
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click goes to a step and leaves the arrow keys alone
        self.list.setItemDelegate(_Rows(self))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setStyleSheet("QListWidget { background: transparent; outline: 0; }")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.itemClicked.connect(lambda item: go(self.list.row(item)))
        self.list.itemActivated.connect(lambda item: go(self.list.row(item)))
        for number, row in enumerate(rows, 1):
            item = QListWidgetItem(self.list)
            item.setToolTip(row.title)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(number, row))

    def show_rows(self, rows: list[StepRow]) -> None:
        """Show other minutes, or what is left out, after a change of the plan."""
        self.jump.set_key(self._keys.cap("jump"))
        if rows != self.rows:
            self.rows = rows
            for number, row in enumerate(rows):
                self.list.item(number).setData(Qt.ItemDataRole.AccessibleTextRole, spoken(number + 1, row))
            self.list.viewport().update()

    def show_at(self, at: int) -> None:
        """Mark where the class is, and keep it in sight."""
        if at != self.at:
            self.at = at
            self.list.setCurrentRow(at)
            self._show_current()
            self.list.viewport().update()

    def arrange(self) -> None:
        self.jump.unit = self.unit
        self.place(self.jump, 88, 6, 44, 44)
        self.place(self.list, 8, 52, self.wide - 16, self.tall - 62)
        self.list.doItemsLayout()
        self._show_current()

    def _show_current(self) -> None:
        if self.at >= 0:
            self.list.scrollToItem(self.list.item(self.at), QListWidget.ScrollHint.PositionAtCenter)

    def row_height(self) -> float:
        """In units."""
        return max(LEAST, min(ROW, (self.tall - 62) / max(1, len(self.rows))))

    def draw(self, pen: Pen) -> None:
        pen.write(pen.rect(20, 12, 160, 32), "Steps", 22, face="head", weight=600)
        if any(row.minutes for row in self.rows):
            pen.write(pen.rect(self.wide - 100, 12, 80, 32), "min", 20, "muted", align=RIGHT)


def spoken(number: int, row: StepRow) -> str:
    """A row as a screen reader says it."""
    minutes = f", {row.minutes} minute{'' if row.minutes == 1 else 's'}" if row.minutes else ""
    return f"Step {number}, {row.label}: {row.title}{', left out today' if row.skipped else minutes}"


class _Rows(QStyledItemDelegate):
    def __init__(self, steps: StepList) -> None:
        super().__init__(steps)
        self._steps = steps

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, int(self._steps.row_height() * self._steps.unit))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        steps, number = self._steps, index.row()
        row, mark = steps.rows[number], badge(steps.rows[number].kind)
        painter.save()
        pen = Pen(painter, steps.look, steps.unit)
        box = QRectF(option.rect).adjusted(0, steps.unit, 0, -steps.unit)
        now, done = number == steps.at, number < steps.at
        ink = "text"
        if now:
            hue = mark.fill.partition(".")[0] if "." in mark.fill else "sky"
            pen.fill(box, f"{hue}.base", 12)
            ink = f"{hue}.on_base"
        elif done or row.skipped:
            ink = "muted"
        self._draw(pen, box, row, ink, now, done)
        if option.state & QStyle.StateFlag.State_HasFocus and steps.list.hasFocus():
            pen.fill(box.adjusted(4, 4, -4, -4), "", 9, ink if now else "focus", 3 / pen.unit)
        painter.restore()

    def _draw(self, pen: Pen, box: QRectF, row: StepRow, ink: str, now: bool, done: bool) -> None:
        unit, mark = pen.unit, badge(row.kind)
        side = min(34 * unit, box.height() - 6 * unit)
        square = QRectF(box.x() + 12 * unit, box.center().y() - side / 2, side, side)
        inner = square.adjusted(*(7 * unit * s for s in (1, 1, -1, -1)))
        if done:
            pen.fill(square, "raised", 10)
            pen.icon("check", "muted", inner)
        elif row.skipped and not now:
            pen.fill(square, "raised", 10)
            pen.icon("skip-forward", "muted", inner)
        elif now:
            pen.fill(square, ink, 10)
            pen.icon(mark.icon, "text", inner)
        else:
            pen.fill(square, mark.fill, 10)
            pen.icon(mark.icon, mark.ink, inner)
        text_x = square.right() + 12 * unit
        minutes_w = 34 * unit
        words = QRectF(text_x, box.y(), box.right() - text_x - minutes_w - 12 * unit, box.height())
        pen.write(words, row.title, 22, ink, weight=700 if now else 400, least=19)
        if row.skipped:
            middle = words.center().y()
            pen.fill(QRectF(words.x(), middle, words.width() * 0.9, 2 * unit), "muted", 1)
        elif row.minutes:
            at = QRectF(box.right() - minutes_w - 12 * unit, box.y(), minutes_w, box.height())
            pen.write(at, str(row.minutes), 20, ink, "head", 600, RIGHT)
