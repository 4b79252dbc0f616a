"""The grid of lesson cards: a QListView to the keyboard and to screen readers, painted and laid out by arithmetic.

Qt's own icon mode measures every item; here only the cards in sight are ever asked for, so 10,000 lessons open as
fast as ten. A lead (banner, doors, filters) can scroll along above the cards, for small windows and large text.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip, QWidget

from workshop.ui import paint
from workshop.ui.home import phrases
from workshop.ui.home.card import RADIUS, CardPainter
from workshop.ui.home.model import Index, LessonModel
from workshop.ui.home.shape import EDGE, GAP_Y, Shape, fit
from workshop.ui.kinds import label
from workshop.ui.look import Look

_NONE = QModelIndex()


class CardGrid(QListView):
    """Emits `opened` with a row, and `typed` with letters that are meant for the search field."""

    opened = Signal(int)
    typed = Signal(str)

    own_ring = True  # it paints the focus ring around the current card

    def __init__(self, look: Look, model: LessonModel, cards: CardPainter) -> None:
        super().__init__()
        self._look, self._lessons, self._cards = look, model, cards
        self._shape = Shape(1, 300, 300, 0)
        self._lead: QWidget | None = None
        self._empty: QWidget | None = None
        self._tail: QWidget | None = None
        self._hovered = -1
        self.setModel(model)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAccessibleName("Lessons")
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAutoFillBackground(False)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    # --- what is in it --------------------------------------------------------------------------------

    def set_lead(self, lead: QWidget | None) -> None:
        """What scrolls along above the cards; None for nothing."""
        self._lead = self._adopt(lead, self._lead)

    def set_tail(self, tail: QWidget | None) -> None:
        """What scrolls along below the cards; None for nothing."""
        self._tail = self._adopt(tail, self._tail)

    def set_empty(self, empty: QWidget) -> None:
        """What stands in place of the cards where there are none."""
        self._empty = self._adopt(empty, None)

    def _adopt(self, widget: QWidget | None, before: QWidget | None) -> QWidget | None:
        if before is not None:
            before.hide()
        if widget is not None:
            widget.setParent(self.viewport())
            widget.show()
        self.scheduleDelayedItemsLayout()
        return widget

    # --- layout ----------------------------------------------------------------------------------------

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)  # past QListView's, which measures every item
        self.updateGeometries()

    def updateGeometries(self) -> None:
        bar = self.verticalScrollBar()
        width = self.width()  # the same with and without the scroll bar, which lies in the right edge
        lead = self._height_of(self._lead)
        columns, card = fit(width, self._cards.least_width())
        self._shape = Shape(columns, card, self._cards.height(card), self._lessons.rowCount(), lead)
        bar.setSingleStep(48)
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, self._content_height() - self.viewport().height()))
        self._place_widgets()
        self.viewport().update()

    def _content_height(self) -> int:
        return self._cards_end() + self._height_of(self._tail)

    def _cards_end(self) -> int:
        if self._shape.cards:
            return self._shape.bottom
        shown = self.viewport().height() - self._shape.lead - self._height_of(self._tail)
        return self._shape.lead + max(self._height_of(self._empty), shown)

    def _height_of(self, widget: QWidget | None) -> int:
        if widget is None:
            return 0
        tall = widget.heightForWidth(self.width())
        return tall if tall >= 0 else widget.sizeHint().height()

    def _place_widgets(self) -> None:
        """Put lead, empty state and tail where the scroll bar says."""
        top, width = -self.verticalOffset(), self.width()
        end = self._cards_end()
        if self._lead is not None:
            self._lead.setGeometry(0, top, width, self._shape.lead)
        if self._empty is not None:
            self._empty.setVisible(self._shape.cards == 0)
            self._empty.setGeometry(0, top + self._shape.lead, width, end - self._shape.lead)
        if self._tail is not None:
            self._tail.setGeometry(0, top + end, width, self._height_of(self._tail))

    def viewportSizeHint(self) -> QSize:
        return QSize(2 * EDGE + self._cards.least_width(), 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * EDGE + self._cards.least_width(), 120)

    # --- where things are, for Qt -----------------------------------------------------------------------

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        x, y = self._shape.place(index.row())
        return QRect(x, y - self.verticalOffset(), self._shape.width, self._shape.height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._shape.at(point.x(), point.y() + self.verticalOffset())
        return self._lessons.index(row, 0) if row >= 0 else QModelIndex()

    def isIndexHidden(self, _index: Index) -> bool:
        return False

    def visualRegionForSelection(self, selection: object) -> QRegion:
        region = QRegion()
        for index in selection.indexes():  # type: ignore[attr-defined]
            region += self.visualRect(index).adjusted(-EDGE, -EDGE, EDGE, EDGE)
        return region

    def setSelection(self, rect: QRect, command: object) -> None:
        index = self.indexAt(rect.center())
        self.selectionModel().select(index, command)  # type: ignore[call-overload]

    def scrollTo(self, index: Index, _hint: object = None) -> None:
        """Bring a card into sight with the ring around it; the first line brings the lead along."""
        bar, rect = self.verticalScrollBar(), self.visualRect(index)
        if not index.isValid() or not rect.isValid():
            return
        if rect.top() < EDGE:
            first = index.row() < self._shape.columns
            bar.setValue(0 if first and not self._lead else bar.value() + rect.top() - EDGE)
        elif rect.bottom() + EDGE > self.viewport().height():
            most = rect.top() - EDGE  # never so far that the card's top goes out of sight
            bar.setValue(bar.value() + min(most, rect.bottom() + EDGE - self.viewport().height()))

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        self.viewport().scroll(0, dy)

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: object) -> QModelIndex:
        count, now = self._shape.cards, self.currentIndex().row()
        if not count:
            return QModelIndex()
        if now < 0:
            return self._lessons.index(0, 0)
        lines = max(1, self.viewport().height() // (self._shape.height + GAP_Y))
        move, columns = QAbstractItemView.CursorAction, self._shape.columns
        by = {
            move.MoveLeft: -1,
            move.MovePrevious: -1,
            move.MoveRight: 1,
            move.MoveNext: 1,
            move.MoveUp: -columns,
            move.MoveDown: columns,
            move.MovePageUp: -lines * columns,
            move.MovePageDown: lines * columns,
            move.MoveHome: -now,
            move.MoveEnd: count,
        }[action]
        wanted = now + by
        if action == move.MoveUp and wanted < 0:
            wanted = now
        return self._lessons.index(max(0, min(count - 1, wanted)), 0)

    # --- what the user does -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, letters: str) -> None:
        self.typed.emit(letters)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex():
            self.opened.emit(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if row >= 0 else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # the lead or the empty state changed its height
            self.scheduleDelayedItemsLayout()
        return super().event(event)

    def tip_at(self, point: QPoint) -> str:
        """What the pointer is on: a kind inside, or the lesson's summary."""
        index = self.indexAt(point)
        entry = self._lessons.entry(index.row()) if index.isValid() else None
        if entry is None:
            return ""
        if entry.problem:
            return entry.problem
        for kind, box in self._cards.badges(self.visualRect(index), entry):
            if box.contains(point):
                return label(kind, entry.language)
        return entry.summary or phrases.inside(entry)

    # --- painting -----------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        top = event.rect().top() + self.verticalOffset()
        rows = self._shape.between(top, top + event.rect().height())
        places = [(row, self.visualRect(self._lessons.index(row, 0))) for row in rows]
        for _, rect in places:
            paint.shadow(painter, rect, self._look, RADIUS)
        for row, rect in places:
            entry = self._lessons.entry(row)
            if entry is not None:
                self._cards.paint(painter, rect, entry, self._lessons.resume, row == self._hovered)
        current = self.currentIndex()
        if self.hasFocus() and current.isValid():
            paint.ring(painter, QRectF(self.visualRect(current)), self._look, RADIUS)
        painter.end()
