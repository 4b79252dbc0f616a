"""The controls that all windows share. Each has an accessible name from birth."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)
from shiboken6 import isValid

from workshop.ui import paint
from workshop.ui.look import Look


class Paints(NamedTuple):
    """Colour tokens of a button; an empty one isn't painted."""

    fill: str
    text: str
    border: str = ""


KINDS = {
    "plain": Paints("surface", "text", "border"),
    "quiet": Paints("", "text"),
    "ink": Paints("text", "window"),
    "present": Paints("sky.base", "sky.on_base"),
    "help": Paints("teal.deep", "teal.on_deep"),
    "mend": Paints("sun.tint", "sun.on_tint", "warning"),
}


def named(widget: QWidget, name: str, description: str = "") -> QWidget:
    """Say what a control is to someone who can't see it."""
    widget.setAccessibleName(name)
    widget.setAccessibleDescription(description)
    return widget


class Label(QLabel):
    """Words in one of the look's types and colours. `name` tells types apart: "body", "section", …"""

    def __init__(self, look: Look, text: str = "", name: str = "body", color: str = "text", wrap: bool = False) -> None:
        super().__init__(text)
        self._look, self._name, self._color = look, name, color
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # an item view would have it be another
        self.setTextFormat(Qt.TextFormat.PlainText)  # a lesson's words are words, never markup
        self.setWordWrap(wrap)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._look.font(self._name))
        colors = self.palette()
        colors.setColor(QPalette.ColorRole.WindowText, self._look.color(self._color))
        self.setPalette(colors)


class Button(QPushButton):
    """A button with words, an icon or both. Pressed by Space and Enter; a click leaves the focus where it is."""

    def __init__(self, look: Look, text: str, icon: str = "", kind: str = "plain", bare: bool = False) -> None:
        super().__init__(text)
        self.look, self.kind, self.bare = look, kind, bare  # bare: the icon alone, the words for a screen reader
        self._icon = icon
        self.ring_radius = 12
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)
        self._dress()

    def set_words(self, text: str, icon: str, name: str) -> None:
        """Change what the button shows, and what it is called to a screen reader."""
        self._icon = icon
        self.setText(text)
        named(self, name)
        self._dress()

    def set_kind(self, kind: str) -> None:
        """Paint it as another of `KINDS`."""
        self.kind = kind
        self.update()

    def _dress(self) -> None:
        self.setFont(self.look.font("control"))
        self.updateGeometry()
        self.update()

    def tall(self) -> int:
        """Height in px."""
        return self.look.px(24) + 20

    def _pad(self) -> int:
        return 18

    def _icon_side(self) -> int:
        return self.look.px(20) if self._icon else 0

    def sizeHint(self) -> QSize:
        if self.bare:
            return QSize(self.tall(), self.tall())
        gap = 10 if self._icon else 0
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(2 * self._pad() + self._icon_side() + gap + words, self.tall())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paints(self) -> Paints:
        return KINDS[self.kind]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        self._paint_face(painter, QRectF(self.rect()))
        self._paint_words(painter)

    def _paint_face(self, painter: QPainter, rect: QRectF) -> None:
        paints, radius = self.paints(), self.ring_radius
        line = 1.5 if paints.border else 0.0
        face = rect.adjusted(line / 2, line / 2, -line / 2, -line / 2)
        painter.setPen(QPen(self.look.color(paints.border), line) if line else Qt.PenStyle.NoPen)
        painter.setBrush(self.look.color(paints.fill) if paints.fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(face, radius, radius)
        shade = 0.16 if self.isDown() else 0.08 if self.underMouse() and self.isEnabled() else 0.0
        if shade:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.color(paints.text, shade))
            painter.drawRoundedRect(face, radius, radius)

    def _paint_words(self, painter: QPainter) -> None:
        side, words = self._icon_side(), "" if self.bare else self.text()
        width = self.fontMetrics().horizontalAdvance(words)
        gap = 10 if side and words else 0
        left = (self.width() - side - gap - width) // 2
        token = self.paints().text
        if side:
            pixmap = self.look.pixmap(self._icon, token, 20, self.devicePixelRatioF(), 2.2)
            painter.drawPixmap(left, (self.height() - side) // 2, pixmap)
        painter.setPen(self.look.color(token))
        painter.drawText(QRect(left + side + gap, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, words)


class Chip(Button):
    """A choice among a few, as a pill; the chosen one is filled."""

    def __init__(self, look: Look, text: str, name: str) -> None:
        super().__init__(look, text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        named(self, name)

    def _dress(self) -> None:
        super()._dress()
        self.setFont(self.look.font("help"))
        self.ring_radius = self.tall() // 2

    def tall(self) -> int:
        return self.look.px(20) + 16

    def _pad(self) -> int:
        return 15

    def paints(self) -> Paints:
        return KINDS["ink" if self.isChecked() else "plain"]


class Choice(QComboBox):
    """One of several, from a list that opens; `pill` is as low and round as a chip."""

    def __init__(self, look: Look, name: str, pill: bool = False) -> None:
        super().__init__()
        self._look, self._pill = look, pill
        named(self, name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._look.font("help" if self._pill else "body"))
        self.ring_radius = self._tall() // 2 if self._pill else 12
        self.updateGeometry()

    def _tall(self) -> int:
        return self._look.px(20) + 16 if self._pill else self._look.px(24) + 20

    def sizeHint(self) -> QSize:
        words = max((self.fontMetrics().horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=80)
        return QSize(words + 2 * 16 + 8 + self._look.px(18), self._tall())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("border"), 1.5))
        painter.setBrush(self._look.color("surface"))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), self.ring_radius, self.ring_radius
        )
        side = self._look.px(18)
        pixmap = self._look.pixmap("chevron-down", "text", 18, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - side - 12, (self.height() - side) // 2 + 1, pixmap)
        painter.setPen(self._look.color("text"))
        room = self.rect().adjusted(16, 0, -side - 16, 0)
        words = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


class Card(QWidget):
    """A raised surface; a `Ground` below it paints its shadow."""

    def __init__(self, look: Look, radius: int = 16, token: str = "surface") -> None:
        super().__init__()
        self.look, self.card_radius, self._token = look, radius, token
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.surface(painter, QRectF(self.rect()), self.look, self.card_radius, self._token)


class Ground(QWidget):
    """What cards lie on: paints the shadow of each child that has a `card_radius`."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for child in self.children():
            radius = getattr(child, "card_radius", 0)
            if radius and isinstance(child, QWidget) and child.isVisible():
                paint.shadow(painter, child.geometry(), self._look, radius)


class FocusRing(QObject):
    """Shows where the keyboard is, in every control of a window that doesn't show it itself (`own_ring`)."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._window = look, window
        self._watched: list[QWidget] = []
        self._ring: _Ring | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        if self._ring is not None and isValid(self._ring):  # it goes with its parent when a page is rebuilt
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None
        if now is None or not self._window.isAncestorOf(now) or getattr(now, "own_ring", False):
            return
        ground, self._watched = _ground_of(now)
        for widget in self._watched:
            widget.installEventFilter(self)
        self._ring = _Ring(self._look, now, ground)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        moved = event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show)
        if moved and self._ring is not None and isValid(self._ring):
            self._ring.fit()
        return False


def _ground_of(widget: QWidget) -> tuple[QWidget, list[QWidget]]:
    """What a ring is painted on, and the control with all that it lies in up to there.

    The ground is what scrolls as a whole, or else the window.
    """
    between = [widget]
    ground = widget.parentWidget() or widget
    while not ground.isWindow():
        viewport = ground.parentWidget()
        area = viewport.parentWidget() if viewport is not None else None
        if viewport is None or (isinstance(area, QAbstractScrollArea) and area.viewport() is viewport):
            break
        between.append(ground)
        ground = viewport
    return ground, between


class _Ring(QWidget):
    """The ring itself. It lies on the ground, so that it scrolls with its control and no container cuts it off."""

    def __init__(self, look: Look, around: QWidget, ground: QWidget) -> None:
        super().__init__(ground)
        self._look, self._around, self._ground = look, around, ground
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show()
        self.fit()  # after show, which has the layouts move the control

    def fit(self) -> None:
        out = paint.RING_GAP + paint.RING_WIDTH
        corner = self._around.mapTo(self._ground, QPoint(0, 0))
        self.setGeometry(QRect(corner, self._around.size()).adjusted(-out, -out, out, out))
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        out = paint.RING_GAP + paint.RING_WIDTH
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(out, out, -out, -out)
        paint.ring(painter, inner, self._look, getattr(self._around, "ring_radius", 12))


class Notice(QWidget):
    """A bar that tells the facilitator something, until it is put away. Hidden while there is nothing to tell."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.words = Label(look, color="sun.on_tint", wrap=True)
        self.close_button = Button(look, "Put this message away", "x", "quiet", bare=True)
        self.close_button.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(60, 4, 8, 4)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.close_button)
        look.changed.connect(self.update)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show a sentence; an empty one hides the bar."""
        self.words.setText(sentence)
        named(self, sentence)
        self.setVisible(bool(sentence))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.surface(painter, QRectF(self.rect()), self._look, 12, "sun.tint")
        side = self._look.px(24)
        pixmap = self._look.pixmap("info", "sun.on_tint", 24, self.devicePixelRatioF())
        painter.drawPixmap(20, (self.height() - side) // 2, pixmap)
