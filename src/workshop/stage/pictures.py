"""Pictures of a lesson: SVG, PNG, JPEG and WebP, kept scaled for as long as they are wanted.

A picture that can't be read is None: the stage leaves its place empty and the checker has said why.
"""

from __future__ import annotations

import os
from collections import OrderedDict

from PySide6.QtCore import QByteArray, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

CACHE_BYTES = 8 * 1024 * 1024
MOST_PIXELS = 64 * 1024 * 1024  # a picture with more is not opened; a projector shows 8 million

_images: OrderedDict[tuple[str, int, int, str, str], QImage] = OrderedDict()
_safe: dict[tuple[str, int, int], bool] = {}  # whether an SVG may be painted, by its path, time and size


def render(source: str, width: int, height: int, fit: str = "contain", anchor: str = "center") -> QImage | None:
    """The picture at that size in pixels, transparent where it doesn't fill; None when it can't be read.

    `fit` "contain" shows all of it, "cover" fills the size and cuts what stands over.
    """
    key = (source, width, height, fit, anchor)
    if key in _images:
        _images.move_to_end(key)
        return _images[key]
    if width < 1 or height < 1 or not os.path.isfile(source):  # to open a pipe would never end
        return None
    drawn = _from_svg(*key) if source.lower().endswith(".svg") else _from_pixels(*key)
    if drawn is not None:
        _keep(key, drawn)
    return drawn


def shape(source: str) -> QSizeF | None:
    """A picture's own width and height; None when it can't be read."""
    if not os.path.isfile(source):
        return None
    if source.lower().endswith(".svg"):
        renderer = QSvgRenderer(_drawing(source))
        return renderer.viewBoxF().size() if renderer.isValid() else None
    size = _turned(QImageReader(source))
    return QSizeF(size) if size.isValid() else None


def draw(painter: QPainter, source: str, room: QRectF) -> None:
    """Paint a picture on paper, as large as the room lets it be: a drawing as lines, a photo with all its pixels."""
    size = shape(source)
    if size is None:
        return
    where = placed(size, room.width(), room.height(), "contain", "center").translated(room.topLeft())
    if source.lower().endswith(".svg"):
        QSvgRenderer(_drawing(source)).render(painter, where)
    elif (image := _from_pixels(source, round(size.width()), round(size.height()), "contain", "center")) is not None:
        painter.drawImage(where, image)


def _keep(key: tuple[str, int, int, str, str], image: QImage) -> None:
    _images[key] = image
    while len(_images) > 1 and sum(i.sizeInBytes() for i in _images.values()) > CACHE_BYTES:
        _images.popitem(last=False)


def forget() -> None:
    """Drop every kept picture, e.g. after an edit."""
    _images.clear()
    _safe.clear()


def placed(size: QSizeF, width: float, height: float, fit: str, anchor: str) -> QRectF:
    """Where a picture of `size` lies in a frame of width x height."""
    mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding if fit == "cover" else Qt.AspectRatioMode.KeepAspectRatio
    scaled = size.scaled(width, height, mode)
    x = (width - scaled.width()) / 2
    spare = height - scaled.height()
    y = {"top": 0.0, "bottom": spare}.get(anchor, spare / 2)
    return QRectF(x, y, scaled.width(), scaled.height())


def _blank(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _from_svg(source: str, width: int, height: int, fit: str, anchor: str) -> QImage | None:
    renderer = QSvgRenderer(_drawing(source))
    if not renderer.isValid():
        return None
    image = _blank(width, height)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, placed(renderer.viewBoxF().size(), width, height, fit, anchor))
    painter.end()
    return image


def _drawing(source: str) -> QByteArray:
    """The bytes of an SVG; none where it can't be read or isn't safe to paint. One is looked at once."""
    from workshop.lesson.svg import LARGEST, fault  # late: not every step has a drawing

    try:
        with open(source, "rb") as file:
            told = os.fstat(file.fileno())
            data = file.read(LARGEST + 1)
    except OSError:
        return QByteArray()
    key = (source, told.st_mtime_ns, told.st_size)
    if key not in _safe:
        _safe[key] = not fault(data)
    return QByteArray(data if _safe[key] else b"")


def _from_pixels(source: str, width: int, height: int, fit: str, anchor: str) -> QImage | None:
    reader = QImageReader(source)
    reader.setAutoTransform(True)
    size = _turned(reader)
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    goal = placed(QSizeF(size), width, height, fit, anchor)
    if goal.width() < size.width():
        scaled = QSize(round(goal.width()), round(goal.height()))
        reader.setScaledSize(scaled.transposed() if _lies(reader) else scaled)  # scaled before it is turned
    loaded = reader.read()
    if loaded.isNull():
        return None
    image = _blank(width, height)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(goal, loaded)
    painter.end()
    return image


def _turned(reader: QImageReader) -> QSize:
    """A picture's size as it is shown: a phone notes beside the pixels which way up it was held."""
    return reader.size().transposed() if _lies(reader) else reader.size()


def _lies(reader: QImageReader) -> bool:
    return bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
