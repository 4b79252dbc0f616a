"""Random hands on a presented lesson: does anything private ever reach the class, is anything ever lost?

    python benchmarks/storm.py [SEQUENCES] [ACTIONS] [FIRST_SEED]

A thousand sequences of two hundred actions where nothing else is told: keys, clicks, buttons, questions for the box,
screens plugged and unplugged, time, and kills with a resume. After every action the projector's display list is read
and the windows are looked at (tests/ui/storming.py tells what must hold). Stops at the first thing that doesn't.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType

TOP = Path(__file__).resolve().parents[1]
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={TOP / 'tests' / 'data' / 'screens.json'}"
os.environ["QT_LOGGING_RULES"] = "*.debug=false"
sys.path[:0] = [str(TOP / "src"), str(TOP / "tests" / "ui")]


def main(sequences: int, actions: int, first: int) -> int:
    """Run them; returns the exit code."""
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication
    from storming import Storm

    qt = QApplication([])
    unforeseen: list[str] = []

    def remember(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        import traceback

        unforeseen.append("".join(traceback.format_exception(kind, error, trace)))

    sys.excepthook = remember
    began = time.monotonic()
    done: dict[str, int] = {}
    for seed in range(first, first + sequences):
        with tempfile.TemporaryDirectory() as folder:
            storm = Storm(Path(folder), seed)
            for _ in range(actions):
                storm.step()
                if unforeseen:
                    print(f"seed {seed}, after {storm.log[-8:]}:\n{unforeseen[0]}")
                    return 1
            for name in storm.log:
                kind = name.partition(" ")[0]
                done[kind] = done.get(kind, 0) + 1
            storm.leave()
        qt.processEvents()
        qt.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # else the windows of all sequences would pile up
        if (seed - first) % 50 == 49:
            print(f"{seed - first + 1} sequences, {time.monotonic() - began:.0f} s", flush=True)
    print(f"{sequences} sequences of {actions} actions, nothing private seen, nothing lost: {done}")
    return 0


if __name__ == "__main__":
    told = [int(number) for number in sys.argv[1:]]
    usual = sys.excepthook
    try:
        sys.exit(main(*(told + [1000, 200, 0][len(told) :])))
    finally:
        sys.excepthook = usual
