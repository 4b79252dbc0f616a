"""Pictures of lesson cards: drawn when they are to be seen, a little at a time, and kept."""

from __future__ import annotations

from collections import OrderedDict
from time import perf_counter

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap

from workshop.stage.pictures import render
from workshop.ui import paint

KEPT = 80
SLICE = 0.006  # seconds at a time, so that a key press never waits long

_LOW = 0.72  # of what can't be shown, the share that is above the part shown

Key = tuple[str, int, int, float]


def across(file: str, width: int, height: int) -> QImage | None:
    """A picture that fills a broad box. Of a tall one the part below its middle, where people stand, is shown.

    None where it can't be read.
    """
    shape = QImageReader(file).size()
    if shape.isEmpty():
        return None
    tall = round(width * shape.height() / shape.width())
    if tall <= height * 1.5:
        return render(file, width, height, "cover")
    whole = render(file, width, tall, "cover")
    return whole.copy(0, round((tall - height) * _LOW), width, height) if whole is not None else None


class Thumbnails(QObject):
    """Card pictures by file, size in px and device pixel ratio, their upper corners round."""

    ready = Signal()

    def __init__(self, radius: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._radius = radius
        self._kept: OrderedDict[Key, QPixmap | None] = OrderedDict()
        self._wanted: OrderedDict[Key, None] = OrderedDict()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._draw_some)

    def get(self, file: str, width: int, height: int, dpr: float) -> QPixmap | None:
        """The picture, or None while it isn't drawn yet or can't be. `ready` says when there is more."""
        key = (file, width, height, dpr)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if file:
            self._wanted[key] = None
            self._timer.start()
        return None

    def look_afresh(self) -> None:
        """Forget what was wanted: only what is painted from now on is."""
        self._wanted.clear()

    def forget(self) -> None:
        """Drop all, e.g. after the library changed."""
        self._kept.clear()
        self._wanted.clear()

    def _draw_some(self) -> None:
        end = perf_counter() + SLICE
        while self._wanted and perf_counter() < end:
            key, _ = self._wanted.popitem(last=False)
            self._kept[key] = self._draw(*key)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        if self._wanted:
            self._timer.start()
        self.ready.emit()

    def _draw(self, file: str, width: int, height: int, dpr: float) -> QPixmap | None:
        image = across(file, round(width * dpr), round(height * dpr))
        if image is None:
            return None
        made = QPixmap(image.size())
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._radius * dpr
        paint.picture(painter, QRectF(made.rect()), QPixmap.fromImage(image), radius)
        painter.end()
        made.setDevicePixelRatio(dpr)
        return made
