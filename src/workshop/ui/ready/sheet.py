"""What the room check puts on a whole screen: a number on each, or the chart for the back row."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from workshop.settings import SettingsFile
from workshop.stage.displaylist import DisplayList, canvas_for
from workshop.stage.page import Setting
from workshop.stage.paint import paint
from workshop.stage.qtmeasure import QtMeasure
from workshop.stage.roomcheck import eye_chart, number_sheet
from workshop.stage.theme import theme

NUMBERS, CHART = "numbers", "chart"
_CORNER = (384, 216)  # px of the number on the screen of the window itself, which stays in use
_ASIDE, _ABOVE = 40, 120  # px from the window's left edge, and above its lower one


class Sheet(QWidget):
    """One picture of the stage over a whole screen, or over a corner of `parent`.

    Any key or click on it asks to put it away: `put_away`. It takes no key from the window, unless it covers that.
    """

    put_away = Signal()

    def __init__(self, listed: DisplayList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listed = listed
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(listed.name)
        if parent is None:
            self.setWindowTitle("Workshop – room check")
            self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)

    def show_on(self, screen: QScreen, covers: bool) -> None:
        """Over that screen; `covers` where the window that asks for it lies below and can't have the keys."""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not covers)
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus, not covers)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()  # not `showFullScreen`, which takes the keys from the window
        if covers:
            self.activateWindow()
            self.setFocus()

    def keyPressEvent(self, _event: QKeyEvent) -> None:
        QTimer.singleShot(0, self, self.put_away.emit)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        QTimer.singleShot(0, self, self.put_away.emit)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint(QPainter(self), self.listed, self.width(), self.height())


class Sheets(QObject):
    """The sheets that are up: `kind` is NUMBERS, CHART or "". `changed` follows each change."""

    changed = Signal()

    def __init__(self, window: QWidget, setting: Setting, settings: SettingsFile) -> None:
        super().__init__(window)
        self._window, self._setting, self._settings = window, setting, settings
        self._measure = QtMeasure()
        self.kind = ""
        self.up: list[Sheet] = []

    def show_numbers(self, screens: Iterable[tuple[int, str, QScreen]]) -> None:
        """A number on each screen; on the window's own in a corner, as the choice is made there."""
        self.put_away()
        for number, name, screen in screens:
            if screen is self._window.screen():
                sheet = self._add(self._number(number, name, *_CORNER), self._window)
                sheet.setGeometry(_ASIDE, self._window.height() - _ABOVE - _CORNER[1], *_CORNER)
                sheet.show()
                sheet.raise_()
            else:
                area = screen.geometry()
                self._add(self._number(number, name, area.width(), area.height())).show_on(screen, covers=False)
        self._tell(NUMBERS)

    def show_chart(self, screen: QScreen) -> None:
        """The chart on the screen that the class sees."""
        self.put_away()
        area = screen.geometry()
        canvas = canvas_for(area.width(), area.height())
        chart = eye_chart(self._setting, theme(self._settings.value.stage_theme), self._measure, canvas)
        self._add(chart).show_on(screen, covers=screen is self._window.screen())
        self._tell(CHART)

    def put_away(self) -> None:
        for sheet in self.up:
            sheet.close()
            sheet.deleteLater()
        self.up = []
        self._tell("")

    def _add(self, listed: DisplayList, parent: QWidget | None = None) -> Sheet:
        sheet = Sheet(listed, parent)
        sheet.put_away.connect(self.put_away)
        self.up.append(sheet)
        return sheet

    def _number(self, number: int, name: str, width: int, height: int) -> DisplayList:
        canvas = canvas_for(width, height)
        colors = theme(self._settings.value.stage_theme)
        return number_sheet(self._setting, colors, self._measure, canvas, number, name)

    def _tell(self, kind: str) -> None:
        if kind != self.kind:
            self.kind = kind
            self.changed.emit()
