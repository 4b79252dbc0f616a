"""Eight hours of a running session, time sped up: does the memory grow?

    python benchmarks/eight_hours.py [STEPS]

A console and a projector show a packaged lesson again and again: 5,000 presses of Next with votes, choices, timers,
covers, notes, sheets and questions for the box, and every tick of eight hours. The private memory (USS) after the
first tenth is the measure; it may grow by less than 3 %.
"""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={TOP / 'tests' / 'data' / 'screens.json'}"
sys.path[:0] = [str(TOP / "src"), str(TOP / "tests" / "ui")]

HOURS = 8
TICKS = HOURS * 3600 * 5  # of 200 ms


def main(steps: int) -> int:
    """Run it and print the memory by tenths; returns the exit code."""
    import psutil
    from presenting import Key, Room
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    qt = QApplication([])
    me, used = psutil.Process(), []
    lesson = TOP / "lessons" / "who-is-really-there"
    with tempfile.TemporaryDirectory() as folder:
        there = Path(folder) / "lesson"
        shutil.copytree(lesson, there)
        room = Room(there, text=(lesson / "lesson.yaml").read_text("utf-8"))
        keys = [Key(Qt.Key(ord(letter)), letter) for letter in "HHTTBBNNDDQQAACC"]
        for step in range(1, steps + 1):
            view = room.session.console_view(room.clock())
            if view.counts:
                room.session.count(step % 3, 1)
            room.session.choose(step % 2)
            room.press(Key(Qt.Key.Key_PageDown))
            if room.session.state.cue == "finished":
                room.session.go_to(0)
            room.press(keys[step % len(keys)])
            if step % 500 == 0:
                room.session.box.add(f"Question {step}?")
            for _tick in range(TICKS // steps):
                room.clock.now += 0.2
                room.tick()
            room.settle()
            if step % (steps // 10) == 0:
                gc.collect()
                used.append(me.memory_full_info().uss / 1e6)
                hours = (room.clock.now - 1_000_000) / 3600
                print(f"{step:5} steps, {hours:4.1f} h: {used[-1]:.1f} MB", flush=True)
        room.session.end()
        room.leave()
    qt.processEvents()
    grown = used[-1] / used[0] - 1
    print(f"from the first tenth to the last: {grown:+.1%}")
    return 0 if grown < 0.03 else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000))
