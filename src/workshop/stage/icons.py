"""Lucide icons, painted in any colour and size.

Read straight from the package's database: importing the package itself costs 50 ms.
"""

from __future__ import annotations

import sqlite3
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from workshop.lesson.problems import WorkshopError


@cache
def _database() -> sqlite3.Connection:
    found = find_spec("lucide")
    if found is None or not found.submodule_search_locations:
        raise WorkshopError("The icon package python-lucide is missing. Install Workshop again with pip.")
    file = Path(found.submodule_search_locations[0]) / "data" / "lucide-icons.db"
    return sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


@cache
def _drawing(name: str) -> str:
    row = _database().execute("SELECT svg FROM icons WHERE name = ?", (name,)).fetchone() or _renamed(name)
    if row is None:
        raise WorkshopError(f"There is no icon called {name}.")
    return str(row[0])


def _renamed(name: str) -> tuple[str] | None:
    """Lucide renames icons now and then, and keeps the old name as an alias."""
    find = "SELECT svg FROM icons JOIN icon_aliases USING (name) WHERE alias = ?"
    return _database().execute(find, (name,)).fetchone()  # type: ignore[no-any-return]


@cache
def _renderer(name: str, color: str, stroke: float) -> QSvgRenderer:
    svg = _drawing(name).replace("currentColor", color).replace('stroke-width="2"', f'stroke-width="{stroke:g}"')
    return QSvgRenderer(QByteArray(svg.encode()))


def paint_icon(painter: QPainter, name: str, target: QRectF, color: str, stroke: float = 2.0) -> None:
    """Draw an icon into `target`, in the painter's units."""
    _renderer(name, color, stroke).render(painter, target)


def icon_pixmap(name: str, color: str, size: int, stroke: float = 2.0, dpr: float = 1.0) -> QPixmap:
    """An icon as a transparent pixmap of `size` logical pixels."""
    key = f"{name} {color} {size} {stroke} {dpr}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    pixmap = QPixmap(round(size * dpr), round(size * dpr))
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, size, size), color, stroke)
    painter.end()
    QPixmapCache.insert(key, pixmap)
    return pixmap
