"""Reading and checking a lesson of 100 lines against PyYAML's `compose` alone on the same text."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from workshop.lesson.check import check
from workshop.lesson.reader import read_text

ROUNDS = 300


def hundred_lines() -> str:
    """A lesson of 100 lines: the format's own example and steps like its own, as often as it takes."""
    lines = (Path(__file__).parent / "hundred-lines.yaml").read_text("utf-8").splitlines()
    assert len(lines) == 100, len(lines)
    return "\n".join(lines) + "\n"


def _median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1e3)
    return statistics.median(times)


def _read_and_check(text: str) -> object:
    reading = read_text(text, "lesson.yaml")
    assert reading.lesson is not None, reading.problems
    return check(reading.lesson, reading)


def table() -> str:
    text = hundred_lines()
    base = _median(lambda: yaml.compose(text, Loader=yaml.CSafeLoader))
    ours = _median(lambda: _read_and_check(text))
    return (
        f"Reading 100 lines ({ROUNDS} rounds, median)\n"
        f"{'yaml.compose, C loader':28}{base:7.2f} ms\n"
        f"{'read and check':28}{ours:7.2f} ms   ratio {ours / base:.2f}"
    )
