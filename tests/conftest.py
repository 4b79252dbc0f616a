"""Every test has a data folder of its own and runs without a screen."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SCREENS = Path(__file__).parent / "data" / "screens.json"  # a desk, a laptop and what may be plugged into it

if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={os.path.relpath(SCREENS)}"  # a drive's colon would end it
os.environ["WAKEPY_FAKE_SUCCESS"] = "1"  # no test keeps a screen awake


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh data folder; never the user's own."""
    folder = tmp_path / "data"
    monkeypatch.setenv("WORKSHOP_DATA_DIR", str(folder))
    return folder
