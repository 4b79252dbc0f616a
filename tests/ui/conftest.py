"""Windows for tests: a look and real lessons in a folder of their own."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from workshop.ui.look import Look


@pytest.fixture
def look(qtbot: QtBot) -> Look:
    return Look()
