"""The lines of the page before a lesson: something to tick, and something that was looked at."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from workshop.ui.look import Look
from workshop.ui.ready.checks import AMBER, GREEN, RED, STATES, Check
from workshop.ui.ready.flow import Flow
from workshop.ui.widgets import Button, Label, named

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
_FACES = {  # colour of the disc, of its icon, and the icon, which tells the state without the colour
    GREEN: ("teal.deep", "teal.on_deep", "check"),
    AMBER: ("sun.base", "sun.on_base", "eye"),
    RED: ("coral.deep", "coral.on_deep", "wrench"),
}
_BESIDE = 520  # px at 100 % text: narrower, a row's button stands below its words


class Tick(QCheckBox):
    """A line to tick, with a hint below it; all of it can be pressed."""

    def __init__(self, look: Look, text: str, hint: str = "") -> None:
        super().__init__(text)
        self._look, self._hint = look, hint
        self.ring_radius = 10
        named(self, text, hint)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self.update)
        look.changed.connect(self.updateGeometry)

    def set_hint(self, hint: str) -> None:
        self._hint = hint
        self.setAccessibleDescription(hint)
        self.updateGeometry()
        self.update()

    def allow(self, on: bool) -> None:
        """Whether it can be ticked now."""
        self.setEnabled(on)
        self.setCursor(Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.ArrowCursor)
        self.update()

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def _side(self) -> int:
        return self._look.px(26)

    def _heights(self, width: int) -> tuple[int, int]:
        """Of the words and of the hint, with this much room for the whole line."""
        room = QRect(0, 0, max(80, width - self._side() - 14), 10_000)
        words, hint = (QFontMetrics(self._look.font(name)) for name in ("body", "help"))
        text = words.boundingRect(room, int(_WRAPPED), self.text()).height()
        return text, hint.boundingRect(room, int(_WRAPPED), self._hint).height() if self._hint else 0

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        text, hint = self._heights(width)
        return max(self._side(), text + (hint + 2 if hint else 0)) + 16

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._side() + 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, side = QPainter(self), self._look, self._side()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text, hint = self._heights(self.width())
        top = 8 if text > side else 8 + (side - text) // 2
        self._paint_box(painter, QRectF(0, 8, side, side).adjusted(1, 1, -1, -1))
        left = side + 14
        painter.setFont(look.font("body"))
        painter.setPen(look.color("text" if self.isEnabled() else "muted"))
        painter.drawText(QRect(left, top, self.width() - left, text), int(_WRAPPED), self.text())
        painter.setFont(look.font("help"))
        painter.setPen(look.color("muted"))
        painter.drawText(QRect(left, top + text + 2, self.width() - left, hint + 2), int(_WRAPPED), self._hint)

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        look, done = self._look, self.isChecked()
        token = "teal.deep" if done else "border"
        painter.setPen(QPen(look.color(token if self.isEnabled() else "divider"), 2))
        painter.setBrush(look.color(token if done else "surface"))
        painter.drawRoundedRect(box, 7, 7)
        if done:
            size = 18
            pixmap = look.pixmap("check", "teal.on_deep", size, self.devicePixelRatioF(), 3)
            inset = (self._side() - look.px(size)) // 2
            painter.drawPixmap(inset, 8 + inset, pixmap)


class StateDisc(QWidget):
    """Green, amber or red, each with an icon of its own; the row says it in words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._state = look, AMBER
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_state(self, state: str) -> None:
        self._state = state
        self.setToolTip(STATES[state])
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(28), self._look.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill, ink, icon = _FACES[self._state]
        painter, side, size = QPainter(self), self.width(), self._look.px(17)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color(fill))
        painter.drawEllipse(QRectF(0, 0, side, side))
        inset = (side - size) // 2
        painter.drawPixmap(inset, inset, self._look.pixmap(icon, ink, 17, self.devicePixelRatioF(), 2.6))


class CheckRow(QWidget):
    """A finding: its disc, what is so, what to do; then whatever helps to do it.

    `button` stands beside the words where there is room; `below` holds answers and choices.
    """

    def __init__(self, look: Look, title: str, button: Button | None = None) -> None:
        super().__init__()
        self._look, self.title = look, title
        self.check = Check(AMBER, "")
        self.disc = StateDisc(look)
        self.told = Label(look, "", "body", wrap=True)
        self.told.setTextFormat(Qt.TextFormat.RichText)
        self.todo = Label(look, "", "help", "muted", wrap=True)
        self.button = button
        self.below = Flow()
        self._build()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(0, 3, 0, 0)  # the first line beside the middle of the disc
        words.setSpacing(1)
        for label in (self.told, self.todo):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            words.addWidget(label)
        words.addStretch(1)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(10)
        self._beside.addLayout(words, 1)
        if self.button is not None:
            self._beside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(10)
        self.rows.addLayout(self._beside)
        self.rows.addLayout(self.below)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 8)
        whole.setSpacing(14)
        whole.addWidget(self.disc, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(self.rows, 1)

    def show_check(self, check: Check) -> None:
        self.check = check
        self.disc.show_state(check.state)
        self.told.setText(f"<b>{escape(self.title)}.</b> {escape(check.told)}")
        self.todo.setText(check.todo)
        self.todo.setVisible(bool(check.todo))
        spoken = f"{self.title}. {STATES[check.state]}. {check.told} {check.todo}".strip()
        named(self, spoken)
        if self.button is not None:
            self.button.setAccessibleDescription(spoken)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            beside = self.width() * 100 / self._look.scale >= _BESIDE
            direction = QBoxLayout.Direction
            self._beside.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        return super().event(event)


class Keycap(QLabel):
    """A button of a clicker: an outline until it arrives, then filled and ticked."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(text)
        self._look, self.arrived = look, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tell()

    def arrive(self) -> None:
        self.arrived = True
        self._tell()
        self.update()

    def _tell(self) -> None:
        named(self, f"{self.text()}: {'arrived' if self.arrived else 'not yet'}")

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._look.font("label")).horizontalAdvance(self.text())
        return QSize(words + self._look.px(18) + 34, self._look.px(20) + 16)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink, line = ("teal.deep", "teal.on_deep", "teal.deep") if self.arrived else ("surface", "text", "border")
        painter.setPen(QPen(look.color(line), 1.5))
        painter.setBrush(look.color(fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
        side = look.px(18)
        icon = "check" if self.arrived else "circle"
        painter.drawPixmap(10, (self.height() - side) // 2, look.pixmap(icon, ink, 18, self.devicePixelRatioF(), 2.4))
        painter.setFont(look.font("label"))
        painter.setPen(look.color(ink))
        painter.drawText(self.rect().adjusted(18 + side, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
