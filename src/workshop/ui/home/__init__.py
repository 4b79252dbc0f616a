"""The home window: the library of lessons, and a page for each."""

from __future__ import annotations

from typing import NamedTuple


class Resume(NamedTuple):
    """A lesson that was being presented when the program ended: its step, counted from 1, among `steps`."""

    lesson_id: str
    title: str
    step_number: int
    steps: int
    folder: str
