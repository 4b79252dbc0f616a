"""The top of the library: its name, the search field, the colours and the help card."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from workshop.paths import RESOURCES
from workshop.stage.pictures import render
from workshop.ui.look import Look
from workshop.ui.widgets import Button, Label, named

_LEAST_SEARCH = 300  # px at 100 % text: narrower, the search field gets a row of its own

THEME_ICONS = {"light": "sun", "dark": "moon", "contrast": "contrast"}


class SearchField(QLineEdit):
    """Search as one types. `down` is the wish to go on to the cards, `entered` to open the only one there is."""

    down = Signal()
    entered = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setPlaceholderText("Search lessons, topics or ages")
        named(self, "Search lessons", "The lessons below follow as you type. Escape clears, down goes to the lessons.")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.returnPressed.connect(self.entered)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._look.font("field"))
        self.setTextMargins(self._look.px(22) + 12, 0, 0, 0)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(560, self._look.px(24) + 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = self._look.px(22)
        pixmap = self._look.pixmap("search", "muted", 22, self.devicePixelRatioF())
        painter.drawPixmap(16, (self.height() - side) // 2, pixmap)


class Logo(QWidget):
    """Two speech bubbles; nothing to a screen reader."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(40), self._look.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        dpr, side = self.devicePixelRatioF(), self.width()
        image = render(str(RESOURCES / "art" / "logo.svg"), round(side * dpr), round(side * dpr))
        if image is not None:
            QPainter(self).drawImage(QRect(0, 0, side, side), image)


class Corner(QWidget):
    """The two buttons at the top right of every page: the colours, and the help card."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.theme = Button(look, "")
        self.help = Button(look, "Help card", "life-buoy", "help")
        named(self.help, "Help card", "Where to get help")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.theme)
        layout.addWidget(self.help)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        now, after = self._look.theme, self._look.next_theme()
        words = "Contrast" if after.name == "contrast" else after.label
        self.theme.set_words(words, THEME_ICONS[after.name], f"Colours: {now.label}. Change to {after.label}")

    def set_narrow(self, narrow: bool) -> None:
        """Icons alone, where there is little room."""
        for button in (self.theme, self.help):
            button.bare = narrow
            button.updateGeometry()
            button.update()


class Header(QWidget):
    """One row where there is room; else the search field has a row of its own."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.logo = Logo(look)
        self.title = Label(look, "Lesson library", "page")
        self.search = SearchField(look)
        self.corner = Corner(look)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(14)
        self._grid.setColumnStretch(3, 1)
        self._grid.addWidget(self.logo, 0, 0)
        self._grid.addWidget(self.title, 0, 1)
        self._grid.addWidget(self.corner, 0, 5, Qt.AlignmentFlag.AlignRight)

    def arrange(self, aside: int, width: int) -> None:
        """Lay out for `width` px; `aside` is how far the search field stands from the left, above the first card."""
        self.corner.set_narrow(False)
        gap, scale = self._grid.horizontalSpacing(), self._look.scale / 100
        name = self.logo.sizeHint().width() + gap + self.title.sizeHint().width()
        beside = width - name - self.corner.sizeHint().width() - 3 * gap
        self.corner.set_narrow(beside < 0)
        self._grid.removeWidget(self.search)
        if beside < _LEAST_SEARCH * scale:
            self._grid.setColumnMinimumWidth(2, 0)
            self._grid.addWidget(self.search, 1, 0, 1, 6)
            return
        before = min(max(0, aside - name - 2 * gap), round(beside - _LEAST_SEARCH * scale))
        self._grid.setColumnMinimumWidth(2, before)
        self._grid.addWidget(self.search, 0, 3, Qt.AlignmentFlag.AlignLeft)
