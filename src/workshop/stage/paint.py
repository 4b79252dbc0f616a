"""Paints a display list: the one renderer for the projector, previews, thumbnails and paper."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QTextLayout

from workshop.stage import pictures
from workshop.stage.bleed import bled
from workshop.stage.damage import meets, reach
from workshop.stage.displaylist import Box, DisplayList, Flecks, Icon, Ink, Picture, Shape, TextBlock
from workshop.stage.icons import paint_icon
from workshop.stage.ink import EDGE as INK_EDGE
from workshop.stage.qtmeasure import layout

FLECKS = 260


def letterbox(listed: DisplayList, width: float, height: float) -> QRectF:
    """Where the canvas lies on a screen of that size: as large as it goes, in the middle."""
    size = QSizeF(listed.canvas.width, listed.canvas.height).scaled(width, height, Qt.AspectRatioMode.KeepAspectRatio)
    return QRectF((width - size.width()) / 2, (height - size.height()) / 2, size.width(), size.height())


def render(listed: DisplayList, width: int, height: int, dpr: float = 1.0, over: QImage | None = None) -> QImage:
    """The picture of a display list, letterboxed, `width` x `height` logical pixels.

    It is drawn over `over` where that has the right size: making a large image anew takes milliseconds.
    """
    size = QSize(round(width * dpr), round(height * dpr))
    image = over if over is not None and over.size() == size else QImage(size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(dpr)
    painter = QPainter(image)
    paint(painter, listed, width, height)
    painter.end()
    return image


def paint(painter: QPainter, listed: DisplayList, width: float, height: float, only: QRectF | None = None) -> None:
    """Paint over a whole area of width x height, from the painter's origin.

    Bars beside the canvas take its colour, and what touches the canvas's edge goes on to the area's.

    `only` leaves out what lies outside that part of the area, which the painter is clipped to.
    """
    painter.fillRect(QRectF(0, 0, width, height), QColor(listed.background))
    target = letterbox(listed, width, height)
    painter.save()
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    painter.setClipRect(QRectF(0, 0, width, height), Qt.ClipOperation.IntersectClip)
    painter.translate(target.topLeft())
    scale = target.height() / listed.canvas.height
    painter.scale(scale, scale)
    seen = _in_units(only, target, scale) if only is not None else None
    aside, above = target.x() / scale, target.y() / scale
    for item in listed.items:
        shown = bled(item, listed.canvas, aside, above)
        if seen is None or meets(reach(shown, listed.canvas), seen):
            _paint_item(painter, shown, seen)
    painter.restore()


def _in_units(part: QRectF, target: QRectF, scale: float) -> Box:
    """A part of the painted area in the canvas's own units."""
    x, y = (part.x() - target.x()) / scale, (part.y() - target.y()) / scale
    return Box(x, y, part.width() / scale, part.height() / scale)


def _paint_item(painter: QPainter, item: object, seen: Box | None) -> None:
    if isinstance(item, TextBlock):
        _text(painter, item)
    elif isinstance(item, Shape):
        _shape(painter, item)
    elif isinstance(item, Icon):
        paint_icon(painter, item.name, _rect(item.box), item.color, item.stroke)
    elif isinstance(item, Picture):
        _picture(painter, item)
    elif isinstance(item, Flecks):
        _flecks(painter, item, seen)
    elif isinstance(item, Ink):
        paint_ink(painter, item)


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.w, box.h)


def _text(painter: QPainter, item: TextBlock) -> None:
    painter.setPen(QColor(item.color))
    lines: QTextLayout = layout(item.spans, item.style, item.box.w, item.align, item.rtl)
    lines.draw(painter, QPointF(item.box.x, item.box.y))


def _shape(painter: QPainter, item: Shape) -> None:
    painter.setBrush(QBrush(QColor(item.fill)) if item.fill else Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(item))
    half = item.width / 2 if item.stroke else 0
    rect = _rect(item.box).adjusted(half, half, -half, -half)
    if item.form == "ellipse":
        painter.drawEllipse(rect)
    elif item.form == "arc":
        painter.drawArc(rect, round((90 - item.start) * 16), round(-item.sweep * 16))
    elif item.form == "line":
        painter.drawLine(rect.topLeft(), rect.bottomRight())
    elif not any(item.radii):
        painter.drawRect(rect)
    elif len(set(item.radii)) == 1:
        painter.drawRoundedRect(rect, item.radii[0] - half, item.radii[0] - half)
    else:
        painter.drawPath(_rounded(rect, tuple(max(0.0, r - half) for r in item.radii)))


def _pen(item: Shape) -> QPen:
    if not item.stroke:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(QColor(item.stroke), item.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if item.dash else Qt.PenCapStyle.RoundCap)
    if item.dash:
        pen.setDashPattern([length / item.width for length in item.dash])
    return pen


def _rounded(rect: QRectF, radii: tuple[float, ...]) -> QPainterPath:
    """A rectangle with a radius of its own for each corner, clockwise from top left."""
    path = QPainterPath()
    left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
    first, second, third, fourth = (2 * r for r in radii)
    path.moveTo(left + first / 2, top)
    for x, y, size, angle in (
        (right - second, top, second, 90),
        (right - third, bottom - third, third, 0),
        (left, bottom - fourth, fourth, 270),
        (left, top, first, 180),
    ):
        if size:
            path.arcTo(x, y, size, size, angle, -90)
        else:
            path.lineTo(x, y)
    path.closeSubpath()
    return path


def _picture(painter: QPainter, item: Picture) -> None:
    """Rendered at the very pixels it covers, then laid down untouched: sharp at any scale."""
    to_pixels = painter.deviceTransform()
    width, height = round(item.box.w * to_pixels.m11()), round(item.box.h * to_pixels.m22())
    image = pictures.render(item.source, width, height, item.fit, item.anchor)
    if image is None:
        return
    painter.save()
    if any(item.radii):
        painter.setClipPath(_rounded(_rect(item.box), item.radii), Qt.ClipOperation.IntersectClip)
    painter.drawImage(_rect(item.box), image)
    painter.restore()


def paint_ink(painter: QPainter, item: Ink) -> None:
    """A line drawn by hand, in the painter's units. Its thin edge parts it from whatever it crosses."""
    path = _through(item.points)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width in ((item.on, item.width + 2 * INK_EDGE), (item.color, item.width)):
        pen = QPen(QColor(color), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(path)


@lru_cache(maxsize=64)
def _through(points: tuple[tuple[float, float], ...]) -> QPainterPath:
    """A smooth path: each point bends it from the middle before it to the middle after it."""
    first, last = points[0], points[-1]
    path = QPainterPath(QPointF(*first))
    for (x, y), (next_x, next_y) in pairwise(points[1:]):
        path.quadTo(x, y, (x + next_x) / 2, (y + next_y) / 2)
    path.lineTo(*last)
    if path.length() == 0:
        path.lineTo(last[0] + 0.01, last[1])  # a dot: a path that goes nowhere leaves no paint
    return path


def _flecks(painter: QPainter, item: Flecks, seen: Box | None) -> None:
    color = QColor(item.color)
    color.setAlphaF(item.opacity)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    around = seen.inset(-2) if seen is not None else None
    for x, y, radius in _grain():
        if around is None or around.contains(x, y):
            painter.drawEllipse(QPointF(x, y), radius, radius)


@lru_cache(maxsize=1)
def _grain() -> tuple[tuple[float, float, float], ...]:
    """The same flecks every time, over the wide canvas; the narrow one shows the left of them."""
    found, seed = [], 11
    for _ in range(FLECKS):
        numbers = []
        for _ in range(3):
            seed = (seed * 1103515245 + 12345) % 2**31  # C's classic generator: importing `random` takes 5 ms
            numbers.append(seed / 2**31)
        found.append((numbers[0] * 1920, numbers[1] * 1080, 0.9 + numbers[2] * 0.6))
    return tuple(found)
