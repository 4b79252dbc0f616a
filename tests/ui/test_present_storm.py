"""Whatever is pressed, clicked, plugged or killed, the class sees nothing that it may not see."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from storming import Storm

ACTIONS = 120  # a sequence; `benchmarks/storm.py` runs a thousand of two hundred


@pytest.mark.parametrize("seed", range(6))
def test_nothing_private_reaches_the_class_whatever_is_pressed(qtbot: QtBot, tmp_path: Path, seed: int) -> None:
    storm = Storm(tmp_path, seed)
    try:
        for _ in range(ACTIONS):
            storm.step()
    finally:
        storm.leave()
