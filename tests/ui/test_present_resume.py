"""After a power cut: the very step, reveal, tally and running timer where the class was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from ast import literal_eval
from pathlib import Path

from presenting import LESSON

PRESENT = """
import sys
from argparse import Namespace
from pathlib import Path
from PySide6.QtWidgets import QApplication
from workshop.app import App

app = App(QApplication([]), Namespace(data_dir=sys.argv[2], language=None, one_screen=False))
app.present(Path(sys.argv[1]), resume=True)
app.qt.processEvents()
presenter = app.presenter
session = presenter.session

def go(step_id):
    session.go_to([stop.step_id for stop in session.stops].index(step_id))

def told():
    view = session.console_view(session.clock())
    tallies = {stop.step_id: counts for (stop, _card), counts in session.state.tallies.items()}
    seen = presenter.windows.picture.view
    where = view.step.id, view.beat, tallies, seen.step.id, seen.beat, view.timer.running
    return where, view.timer.left
"""

LESSON_DONE_IN_PART = """
go("hands")
for _ in range(2):
    presenter.trigger("choice-1")
presenter.trigger("choice-3")
go("talk")
presenter.trigger("timer")
presenter.trigger("next")
print(told(), flush=True)
app.run()
"""


def run(script: str, lesson: Path, data: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", PRESENT + script, str(lesson), str(data)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def test_a_killed_lesson_is_taken_up_at_the_very_step_reveal_tally_and_timer(tmp_path: Path) -> None:
    lesson = tmp_path / "who"
    lesson.mkdir()
    (lesson / "lesson.yaml").write_text(LESSON, "utf-8")
    with run(LESSON_DONE_IN_PART, lesson, tmp_path / "data") as first:
        assert first.stdout is not None
        where, left = literal_eval(first.stdout.readline())
        first.send_signal(signal.SIGKILL)
    assert where == ("talk", 2, {"hands": (2, 0, 1)}, "talk", 2, True)
    with run("print(told())", lesson, tmp_path / "data") as again:
        told, _ = again.communicate(timeout=60)
    assert again.returncode == 0
    where_again, left_again = literal_eval(told)
    assert where_again == where
    assert 0 <= left - left_again < 20  # on a slow computer a second or two may pass in which it runs
