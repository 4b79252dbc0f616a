"""Keeps the screen awake while a class looks at it. Where that can't be had, the facilitator is told how to."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any


class Awake:
    """`failed` is a sentence for the console when the system refused, else empty."""

    def __init__(self) -> None:
        self._mode: AbstractContextManager[Any] | None = None
        self.failed = ""

    def start(self) -> None:
        from wakepy import keep  # late: 40 ms, after the first picture

        mode = keep.presenting(on_fail=self._refused)
        mode.__enter__()
        self._mode = mode

    def _refused(self, _result: object) -> None:
        self.failed = "This computer may turn its screen off. Set the screen to “never off” in its power settings."

    def stop(self) -> None:
        if self._mode is not None:
            self._mode.__exit__(None, None, None)
            self._mode = None


def trouble() -> str:
    """What the facilitator must be told where this computer wouldn't be kept awake; "" where it would."""
    awake = Awake()
    awake.start()
    awake.stop()
    return awake.failed
