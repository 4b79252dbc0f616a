"""A room with a class, for each test its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from classroom import Room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path)
    yield made
    made.journal.close()
