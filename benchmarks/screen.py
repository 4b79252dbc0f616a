"""A virtual screen of its own for each measurement, with a watcher that polls one pixel."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Sequence

import psutil
from Xlib import XK, X, display
from Xlib.ext import xtest

MAGENTA, CYAN = (255, 0, 255), (0, 255, 255)
Colour = tuple[int, int, int]


class Screen:
    """An X server with a window manager. Closed by `close`, which ends only what it started."""

    def __init__(self, number: int, width: int, height: int) -> None:
        self.name, self.width, self.height = f":{number}", width, height
        size = f"{width}x{height}x24"
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._server = subprocess.Popen(["Xvfb", self.name, "-screen", "0", size, "-nolisten", "tcp"], **quiet)
        self._display = self._connect()
        self._root = self._display.screen().root
        self._manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": self.name}, **quiet)
        time.sleep(1.0)

    def _connect(self) -> display.Display:
        for _ in range(200):
            try:
                return display.Display(self.name)
            except Exception:
                time.sleep(0.05)
        raise SystemExit(f"Xvfb {self.name} did not start. Install xvfb and openbox.")

    def pixel(self) -> Colour:
        """The colour in the middle of the screen."""
        image = self._root.get_image(self.width // 2, self.height // 2, 1, 1, X.ZPixmap, 0xFFFFFFFF)
        blue, green, red = image.data[:3]
        return red, green, blue

    def wait_for(self, colour: Colour, limit: float = 10.0) -> float | None:
        """When the middle has that colour, within 40 of each part; None after `limit` seconds."""
        end = time.perf_counter() + limit
        while time.perf_counter() < end:
            if all(abs(a - b) <= 40 for a, b in zip(self.pixel(), colour, strict=True)):
                return time.perf_counter()
            time.sleep(0.0005)
        return None

    def press(self, key: str) -> None:
        code = self._display.keysym_to_keycode(XK.string_to_keysym(key))
        xtest.fake_input(self._display, X.KeyPress, code)
        xtest.fake_input(self._display, X.KeyRelease, code)
        self._display.sync()

    def start(self, command: Sequence[str]) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "DISPLAY": self.name}
        environment.pop("QT_QPA_PLATFORM", None)
        return subprocess.Popen(
            command, env=environment, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def close(self) -> None:
        self._display.close()
        for process in (self._manager, self._server):
            process.terminate()
            process.wait()


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a started program with all its children."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def memory(pid: int) -> float:
    """Proportional set size of a process and its children in MB."""
    try:
        family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
        return sum(process.memory_full_info().pss for process in family) / 1e6
    except psutil.Error:
        return float("nan")
