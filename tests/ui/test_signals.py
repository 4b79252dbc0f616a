"""Signals that carry True: a release of PySide6 lost a reference at each of them and ended the program."""

from __future__ import annotations

import subprocess
import sys

EMIT = """
from PySide6.QtCore import QObject, Signal

class Sender(QObject):
    told = Signal(bool)

heard = []
sender = Sender()
sender.told.connect(lambda on: heard.append(on))
for _ in range(20_000):
    sender.told.emit(True)
assert heard == [True] * 20_000
"""


def test_twenty_thousand_signals_do_not_end_the_program() -> None:
    ran = subprocess.run([sys.executable, "-c", EMIT], capture_output=True, text=True, timeout=60)
    assert (ran.returncode, ran.stderr) == (0, "")
