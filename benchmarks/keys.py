"""From a key to what the class then sees, on a projector of 1920x1080 beside a console of 1440x900.

    python benchmarks/keys.py [TIMES]

A vote's bar, a reveal, the help card, the neutral slide and each way back: milliseconds from the key's press on the
X server to the first changed pixel on the projector's screen (a picture is painted in one piece), as median and most.
Linux with Xvfb, openbox and xrandr.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from Xlib import X

from screen import Screen, stop

WIDTH, CONSOLE = 3360, 1440  # of both screens, of the left one
ROWS = (300, 420, 560, 700, 860)  # of the projector, watched for a change
LESSON = """\
format: lesson/1
id: keys
version: 1.0.0
language: en
title: Keys
sensitive: true
steps:
- {id: vote, kind: poll, ask: Friends online can be real friends., choices: [Agree, Not sure, Disagree]}
- id: quiz
  kind: quiz
  ask: Which messages are pressure?
  answers:
  - {right: "“Don't tell anyone.”", because: A secret keeps help away.}
  - {right: "“Answer right now!”", because: Hurry keeps you from thinking.}
  - {wrong: "“I like your drawing.”", because: A friendly word asks for nothing.}
  - {right: "“You owe me now.”", because: A gift is no debt.}
- {id: help, kind: help}
"""


class Watch:
    """The projector's picture, as far as it tells one from another."""

    def __init__(self, screen: Screen) -> None:
        self._root = screen._root

    def rows(self) -> list[bytes]:
        width = WIDTH - CONSOLE
        return [self._root.get_image(CONSOLE, y, width, 1, X.ZPixmap, 0xFFFFFFFF).data for y in ROWS]

    def settle(self) -> list[bytes]:
        """The picture once it has stood still for a third of a second."""
        seen, since = self.rows(), time.perf_counter()
        while time.perf_counter() - since < 0.35:
            now = self.rows()
            if now != seen:
                seen, since = now, time.perf_counter()
            time.sleep(0.02)
        return seen

    def wait_for_change(self, before: list[bytes], limit: float = 3.0) -> float | None:
        end = time.perf_counter() + limit
        while time.perf_counter() < end:
            if self.rows() != before:
                return time.perf_counter()
        return None


def two_screens(number: int) -> Screen:
    screen = Screen(number, WIDTH, 1080)
    for name, place in (("laptop", "1440/380x900/240+0+0"), ("projector", "1920/500x1080/280+1440+0")):
        output = "screen" if name == "laptop" else "none"
        subprocess.run(
            ["xrandr", "-d", screen.name, "--setmonitor", name, place, output], check=True, stdout=subprocess.DEVNULL
        )
    return screen


def measure(times: int) -> dict[str, list[float]]:
    """Milliseconds of each press, by what it does."""
    took: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "keys"
        folder.mkdir()
        (folder / "lesson.yaml").write_text(LESSON, "utf-8")
        screen = two_screens(170)
        ours = [sys.executable, "-m", "workshop", "--data-dir", work, "present", str(folder), "--now"]
        process = screen.start(ours)
        watch = Watch(screen)
        try:
            time.sleep(6)

            def press(what: str, key: str) -> None:
                before = watch.settle()
                pressed = time.perf_counter()
                screen.press(key)
                seen = watch.wait_for_change(before)
                if seen is None:
                    raise SystemExit(f"{what}: nothing changed on the projector")
                took.setdefault(what, []).append((seen - pressed) * 1e3)

            for key in ("Next", "1"):  # the bars are on show, and there is one
                screen.press(key)
                time.sleep(0.5)
            for _ in range(times):
                press("a vote's bar", "1")
                press("help card", "h")
                press("back from the help card", "h")
                press("neutral slide", "c")
                press("back from the neutral slide", "c")
            screen.press("Next")
            time.sleep(0.5)
            for _ in range(max(1, times // 4)):
                for _answer in range(4):
                    press("a reveal", "Next")
                for _answer in range(4):
                    press("a reveal taken back", "Prior")
        finally:
            stop(process)
            screen.close()
    return took


def main(times: int) -> None:
    for what, took in measure(times).items():
        print(f"{what:30} median {statistics.median(took):5.1f} ms, most {max(took):5.1f} ms, {len(took)} times")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
