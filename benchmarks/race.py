"""The race: from a shell to the first slide on the projector, and from a key press to the next slide painted.

Workshop against a bare PySide6 window, and against other programs where they are installed, on the same deck.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import deck
from screen import CYAN, MAGENTA, Screen, memory, stop

KEYS = 12


class Contender(NamedTuple):
    name: str
    command: list[str]
    key: str = "Next"


class Lap(NamedTuple):
    """One run: ms to the first slide, ms of each next slide, and MB."""

    launch: float
    nexts: list[float]
    mb: float


def contenders(work: Path, reveal: Path | None) -> list[Contender]:
    """What is installed here, the bare window and Workshop first."""
    lesson = deck.lesson(work / "the-race")
    python, here = sys.executable, Path(__file__).parent
    data = str(work / "data")
    ours = [python, "-m", "workshop", "--data-dir", data, "present", str(lesson), "--now"]
    found = [Contender("bare PySide6 window", [python, str(here / "bare.py")]), Contender("workshop", ours)]
    if shutil.which("pympress"):
        found.append(Contender("pympress", ["pympress", str(deck.pdf(work / "deck.pdf"))]))
    if shutil.which("chromium") and reveal:
        flags = "--kiosk --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync"
        address = deck.page(work / "deck.html", reveal).as_uri()
        profile = f"--user-data-dir={work / 'profile'}"
        found.append(Contender("Chromium, reveal.js", ["chromium", *flags.split(), profile, address]))
    if shutil.which("soffice"):
        profile = f"-env:UserInstallation={(work / 'office').as_uri()}"
        show = str(deck.presentation(work / "deck.fodp"))
        found.append(Contender("LibreOffice Impress", ["soffice", profile, "--norestore", "--nologo", "--show", show]))
    return found


def lap(contender: Contender, number: int, width: int, height: int) -> Lap | None:
    """One run on a screen of its own; None where the first slide never came."""
    screen = Screen(number, width, height)
    began = time.perf_counter()
    process = screen.start(contender.command)
    try:
        first = screen.wait_for(MAGENTA)
        if first is None:
            return None
        time.sleep(1.5)
        used, nexts = memory(process.pid), []
        for press in range(KEYS - 1):
            pressed = time.perf_counter()
            screen.press(contender.key)
            seen = screen.wait_for(CYAN if press % 2 == 0 else MAGENTA, limit=5)
            if seen is None:
                break
            nexts.append((seen - pressed) * 1e3)
            time.sleep(0.25)
        return Lap((first - began) * 1e3, nexts, used)
    finally:
        stop(process)
        screen.close()


def race(runs: int, width: int, height: int, reveal: Path | None, others: bool) -> dict[str, list[Lap]]:
    """All contenders by turns, so that a busy moment hits each alike."""
    laps: dict[str, list[Lap]] = {}
    with tempfile.TemporaryDirectory() as work:
        entered = contenders(Path(work), reveal)[: None if others else 2]
        for run in range(runs):
            for at, contender in enumerate(entered):
                if done := lap(contender, 110 + (run * len(entered) + at) % 60, width, height):
                    laps.setdefault(contender.name, []).append(done)
    return laps


def table(laps: dict[str, list[Lap]], width: int, height: int) -> str:
    """Medians, with the ratio to the bare window."""
    rows = [f"{width}x{height}", f"{'':22}{'launch':>9}{'ratio':>7}{'next':>9}{'ratio':>7}{'most':>9}{'PSS':>9}"]
    bare = laps.get("bare PySide6 window", [])
    base_launch = statistics.median(one.launch for one in bare) if bare else float("nan")
    base_next = statistics.median(ms for one in bare for ms in one.nexts) if bare else float("nan")
    for name, done in laps.items():
        launch = statistics.median(one.launch for one in done)
        nexts = [ms for one in done for ms in one.nexts] or [float("nan")]
        middle = statistics.median(nexts)
        rows.append(
            f"{name:22}{launch:6.0f} ms{launch / base_launch:7.2f}{middle:6.1f} ms{middle / base_next:7.2f}"
            f"{max(nexts):6.1f} ms{statistics.median(one.mb for one in done):6.0f} MB"
        )
    return "\n".join(rows)
