"""Every test has a data folder of its own and runs without a screen."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh data folder; never the user's own."""
    folder = tmp_path / "data"
    monkeypatch.setenv("WORKSHOP_DATA_DIR", str(folder))
    return folder
