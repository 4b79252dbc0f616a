"""Slips for the question box, to be printed and cut: a page of A4 with eight of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QLineF, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from workshop.lesson.atomic import write
from workshop.stage.displaylist import Style
from workshop.stage.fonts import font

ACROSS, DOWN = 2, 4
UNITS = 1000.0  # the page's width; a slip is laid out in these
HEAD, LINE, TOLD = Style(25, "head", 600), 34.0, Style(14.5)
INK, QUIET = QColor("#1B2440"), QColor("#8A8FA3")


def write_slips(path: Path, head: str, told: tuple[str, ...]) -> None:
    """Write the page as a PDF: `head` over the lines of each slip, `told` (who reads it) below them.

    Raises WorkshopError where the file can't be written.
    """
    made = QBuffer()
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(made)
    writer.setTitle(head)
    writer.setCreator("Workshop")
    writer.setResolution(300)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    painter = QPainter(writer)
    scale = writer.width() / UNITS
    painter.scale(scale, scale)
    tall = writer.height() / scale
    for at in range(ACROSS * DOWN):
        wide, high = UNITS / ACROSS, tall / DOWN
        _draw_slip(painter, QRectF(at % ACROSS * wide, at // ACROSS * high, wide, high), head, told)
    _draw_cuts(painter, tall)
    painter.end()
    write(path, bytes(made.data().data()))


def _draw_slip(painter: QPainter, box: QRectF, head: str, told: tuple[str, ...]) -> None:
    inner = box.adjusted(38, 30, -38, -24)
    painter.setPen(INK)
    painter.setFont(font(HEAD))
    painter.drawText(QRectF(inner.x(), inner.y(), inner.width(), 36), Qt.AlignmentFlag.AlignLeft, head)
    painter.setFont(font(TOLD))
    foot = QRectF(inner.x(), inner.y(), inner.width(), inner.height())
    flags = int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
    words = " ".join(told)
    took = painter.boundingRect(foot, flags, words)
    painter.drawText(foot, flags, words)
    painter.setPen(QPen(QUIET, 1))
    y = inner.y() + 44 + LINE
    while y < took.top() - 12:
        painter.drawLine(QLineF(inner.left(), y, inner.right(), y))
        y += LINE


def _draw_cuts(painter: QPainter, tall: float) -> None:
    """Where to cut: dashed, between the slips only."""
    pen = QPen(QUIET, 1)
    pen.setDashPattern([6, 6])
    painter.setPen(pen)
    for column in range(1, ACROSS):
        painter.drawLine(QLineF(UNITS * column / ACROSS, 0, UNITS * column / ACROSS, tall))
    for row in range(1, DOWN):
        painter.drawLine(QLineF(0, tall * row / DOWN, UNITS, tall * row / DOWN))
