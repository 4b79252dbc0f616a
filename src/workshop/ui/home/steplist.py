"""The steps of a lesson, to look over and to start from."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workshop.lesson.model import Lesson, Step
from workshop.session.order import Stop, stops
from workshop.ui.home import phrases
from workshop.ui.home.model import Index
from workshop.ui.kinds import badge, label
from workshop.ui.look import Look


def step_title(step: Step, language: str) -> str:
    """What a step is called: its title, what it asks, or its kind."""
    asked = str(getattr(step, "ask", "") or "")
    return (step.title or asked or label(step.kind, language)).replace("*", "")


class StepModel(QAbstractListModel):
    """The stops of a lesson, in the order of the class."""

    def __init__(self, lesson: Lesson) -> None:
        super().__init__()
        self.lesson = lesson
        self.stops = stops(lesson)

    def step(self, row: int) -> tuple[Step, Stop]:
        return self.lesson.step(self.stops[row].step_id), self.stops[row]

    def title(self, row: int) -> str:
        return step_title(self.step(row)[0], self.lesson.language)

    def about(self, row: int) -> str:
        """ "Story · 6 min"; says when a vote is the second, or a step may be left out."""
        step, stop = self.step(row)
        told = [label(step.kind, self.lesson.language), phrases.minutes(step.minutes)]
        told += ["once more"] if stop.round == 2 else []
        told += ["may be left out"] if step.optional else []
        return " · ".join(part for part in told if part)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.stops)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = index.row()
            return f"Step {row + 1} of {len(self.stops)}: {self.title(row)}. {self.about(row)}"
        return None


class StepList(QListView):
    """Emits `started` with a row, by Enter or a double click; `chosen` when another row is chosen."""

    started = Signal(int)
    chosen = Signal(int)

    ring_radius = 12

    def __init__(self, look: Look, model: StepModel) -> None:
        super().__init__()
        self._steps = model
        model.setParent(self)
        self.setModel(model)
        self.setItemDelegate(_StepPainter(look, model, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAccessibleName("Steps")
        self.setAccessibleDescription("Choose a step to start there; Enter presents it.")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.doubleClicked.connect(lambda index: self.started.emit(index.row()))
        if model.stops:
            self.setCurrentIndex(model.index(0, 0))
        self.selectionModel().currentChanged.connect(lambda now, _before: self.chosen.emit(now.row()))

    def content_height(self) -> int:
        """Height in px of all rows."""
        return self._steps.rowCount() * self.sizeHintForRow(0) + 4 if self._steps.rowCount() else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.started.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)


class _StepPainter(QStyledItemDelegate):
    """A row: the kind's badge, the title, and kind and minutes under it."""

    def __init__(self, look: Look, steps: StepModel, parent: StepList) -> None:
        super().__init__(parent)
        self._look, self._steps = look, steps

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, self._look.px(20) + self._look.px(18) + 20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, rect = self._look, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(QPen(look.color("focus"), 2))
            painter.setBrush(look.color("select"))
            painter.drawRoundedRect(QRectF(rect).adjusted(3, 3, -3, -3), 12, 12)
        side = look.px(20) + 14
        box = QRect(rect.left() + 14, rect.center().y() - side // 2 + 1, side, side)
        self._paint_badge(painter, box, self._steps.step(index.row())[0].kind)
        left = box.right() + 13
        words = QRect(left, rect.top() + 8, rect.right() - 14 - left, rect.height() - 16)
        self._paint_words(painter, words, index.row(), "on_select" if chosen else "text")
        painter.restore()

    def _paint_badge(self, painter: QPainter, box: QRect, kind: str) -> None:
        mark, side = badge(kind), self._look.px(20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color(mark.fill))
        painter.drawRoundedRect(QRectF(box), 10, 10)
        inset = (box.width() - side) // 2
        pixmap = self._look.pixmap(mark.icon, mark.ink, 20, painter.device().devicePixelRatioF())
        painter.drawPixmap(box.topLeft() + QPoint(inset, inset), pixmap)

    def _paint_words(self, painter: QPainter, room: QRect, row: int, token: str) -> None:
        look = self._look
        middle = room.top() + room.height() * look.px(20) // (look.px(20) + look.px(18))
        for name, words, top, bottom, color in (
            ("label" if token == "on_select" else "help", self._steps.title(row), room.top(), middle, token),
            ("small", self._steps.about(row), middle, room.bottom(), "muted"),
        ):
            painter.setFont(look.font(name))
            painter.setPen(look.color(color))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            line = QRect(room.left(), top, room.width(), bottom - top + 1)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
