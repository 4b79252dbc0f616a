"""The bundled typefaces, every room a step may be drawn in, and a way to draw it."""

from __future__ import annotations

import pytest
from drawing import ROOMS, Draw, Room
from PySide6.QtGui import QGuiApplication

from workshop.stage.fonts import load_fonts


@pytest.fixture(autouse=True)
def typefaces(qapp: QGuiApplication) -> tuple[str, ...]:
    return load_fonts()


@pytest.fixture(params=ROOMS, ids=lambda room: f"{room.canvas.width:g}-{room.theme}")
def room(request: pytest.FixtureRequest) -> Room:
    """Every canvas in every theme."""
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(params=[True, False], ids=["sensitive", "plain"])
def sensitive(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def draw() -> Draw:
    return Draw()
