"""What the windows paint themselves: surfaces with their shadow, the focus ring, pictures with round corners."""

from __future__ import annotations

import math
from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from workshop.ui.look import Look

RING_GAP, RING_WIDTH = 3, 3  # px, at every text scale
_DROP, _BLUR = 6, 24  # px: how far a card's shadow falls and fades


def rounded(rect: QRectF, radius: float, sides: str = "all") -> QPainterPath:
    """A path with round corners: all of them, or those at the "top" or at the "right"."""
    path = QPainterPath()
    if sides == "all":
        path.addRoundedRect(rect, radius, radius)
        return path
    beyond = (0, 0, 0, radius) if sides == "top" else (-radius, 0, 0, 0)
    path.addRoundedRect(rect.adjusted(*beyond), radius, radius)
    whole = QPainterPath()
    whole.addRect(rect)
    return path.intersected(whole)


def surface(painter: QPainter, rect: QRectF, look: Look, radius: float, token: str = "surface") -> None:
    """A card's face; outlined where the theme's fills alone wouldn't show."""
    line = 2.0 if look.theme.edge else 0.0
    painter.setPen(QPen(look.color("divider"), line) if line else Qt.PenStyle.NoPen)
    painter.setBrush(look.color(token))
    half = line / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)


def ring(painter: QPainter, rect: QRectF, look: Look, radius: float) -> None:
    """The focus ring around `rect`, with its gap."""
    out = RING_GAP + RING_WIDTH / 2
    painter.setPen(QPen(look.color("focus"), RING_WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), radius + out, radius + out)


def shadow(painter: QPainter, rect: QRect, look: Look, radius: int) -> None:
    """The soft shadow under a card. Dark themes have none."""
    strength = float(look.theme.app["shadow"])
    if not strength:
        return
    patch, edge = _shadow_patch(radius, round(strength * 255)), _BLUR + radius
    out = rect.translated(0, _DROP).adjusted(-_BLUR, -_BLUR, _BLUR, _BLUR)
    xs = (out.left(), out.left() + edge, out.right() + 1 - edge, out.right() + 1)
    ys = (out.top(), out.top() + edge, out.bottom() + 1 - edge, out.bottom() + 1)
    cuts = (0, edge, edge + 1, 2 * edge + 1)
    for row in range(3):
        for column in range(3):
            source = QRect(cuts[column], cuts[row], cuts[column + 1] - cuts[column], cuts[row + 1] - cuts[row])
            target = QRect(xs[column], ys[row], xs[column + 1] - xs[column], ys[row + 1] - ys[row])
            painter.drawPixmap(target, patch, source)


@cache
def _shadow_patch(radius: int, levels: int) -> QPixmap:
    """A shadow to be stretched: its corners, and one pixel between. One faint layer for each level of darkness."""
    edge = _BLUR + radius
    patch = QPixmap(2 * edge + 1, 2 * edge + 1)
    patch.fill(Qt.GlobalColor.transparent)
    painter = QPainter(patch)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 1))
    for level in range(levels):
        share = (level + 0.5) / levels
        grow = _BLUR / 4 * math.log((1 - share) / share)  # the fall-off of a blur, near enough
        inset = min(max(_BLUR - grow, 0.0), edge)
        box = QRectF(patch.rect()).adjusted(inset, inset, -inset, -inset)
        corner = max(radius + grow, 2.0)
        painter.drawRoundedRect(box, corner, corner)
    painter.end()
    return patch


def picture(painter: QPainter, rect: QRectF, pixmap: QPixmap, radius: float, sides: str = "top") -> None:
    """A picture clipped to round corners, anchored at its top left."""
    painter.save()
    painter.translate(rect.topLeft())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(rounded(QRectF(QPointF(0, 0), rect.size()), radius, sides), pixmap)
    painter.restore()
