"""From a command to the first step: by way of the room check, or past it where nobody needs it."""

from __future__ import annotations

import os
import subprocess
import sys
from ast import literal_eval
from pathlib import Path

from presenting import LESSON

AGES = LESSON.replace("sensitive: true", "sensitive: true\nages: 8-13").replace(
    "- id: talk", "- {id: young, kind: slide, title: For the young, ages: 8-9}\n- id: talk"
)

PROGRAM = """
import sys
from argparse import Namespace
from pathlib import Path
from PySide6.QtCore import QTimer
from workshop import app

lesson, data, now, at, script = sys.argv[1], sys.argv[2], sys.argv[3] == "now", sys.argv[4], sys.argv[5]
made = []
run = app.App.run

def running(program):
    made.append(program)
    for _ in range(5):
        program.qt.processEvents()
    exec(script, {"program": program, "told": told, "go": go})
    return 0

def told(program):
    rooms = [name for name in sys.modules if name.startswith(("workshop.ui.ready", "workshop.before"))]
    steps = [stop.step_id for stop in program.presenter.session.stops] if program.presenter else []
    at = program.presenter.session.state.stop.step_id if program.presenter else ""
    notice = program.ready.notice.words.text() if program.ready else ""
    print((bool(program.ready), steps, at, bool(rooms), notice), flush=True)

def go(program, age=0):
    choice = program.ready.age.choice
    choice.setCurrentIndex(choice.findData(age))
    program.ready.start_button.click()
    for _ in range(5):
        program.qt.processEvents()

app.App.run = running
app.run_present(Namespace(lesson=lesson, data_dir=data, language=None, one_screen=False, now=now, at=at))
"""

Told = tuple[bool, list[str], str, bool, str]


def run(folder: Path, script: str, now: bool = False, at: str = "", lesson: str = "who") -> list[Told]:
    """What the program told while a script ran in it."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    arguments = [str(folder / lesson), str(folder / "data"), "now" if now else "", at, script]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True, env=environment, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return [literal_eval(line) for line in done.stdout.splitlines()]


def write(folder: Path, lesson: str = "who") -> Path:
    (folder / lesson).mkdir()
    text = AGES.replace("id: who", f"id: {lesson}").replace("Who is there?", f"Lesson {lesson}")
    (folder / lesson / "lesson.yaml").write_text(text, "utf-8")
    return folder


EVERYBODY = ["welcome", "rules", "hands", "story", "young", "talk", "where"]
OLDER = ["welcome", "rules", "hands", "story", "talk", "where"]


def test_a_lesson_starts_after_the_room_check_for_the_class_of_that_age(tmp_path: Path) -> None:
    before, after = run(write(tmp_path), "told(program); go(program, 12); told(program)")
    assert before == (True, [], "", True, "")
    assert after == (False, OLDER, "welcome", True, "")


def test_now_goes_straight_to_the_first_step_and_knows_nothing_of_the_check(tmp_path: Path) -> None:
    assert run(write(tmp_path), "told(program)", now=True) == [(False, EVERYBODY, "welcome", False, "")]


def test_a_lesson_left_open_goes_on_for_the_same_class_without_the_check(tmp_path: Path) -> None:
    run(write(tmp_path), "go(program, 12); program.presenter.session.go_to(2)")
    assert run(tmp_path, "told(program)") == [(False, OLDER, "hands", False, "")]


def test_a_lesson_left_open_by_a_class_of_no_age_goes_on_with_all_its_steps(tmp_path: Path) -> None:
    write(tmp_path)
    run(tmp_path, "go(program, 12); program.presenter.end()")
    run(tmp_path, "program.presenter.session.go_to(4)", now=True)
    assert run(tmp_path, "told(program)") == [(False, EVERYBODY, "young", False, "")]


def test_another_lesson_left_open_is_told_before_it_gives_way(tmp_path: Path) -> None:
    write(tmp_path, "other")
    run(write(tmp_path), "program.presenter.session.go_to(2)", now=True)
    [told] = run(tmp_path, "told(program)", lesson="other")
    assert told[0]
    assert told[4] == "“Lesson who” is still open at step 3. Starting this lesson gives that place up."


def test_a_step_for_others_gives_way_to_the_one_before_it(tmp_path: Path) -> None:
    write(tmp_path)
    assert run(tmp_path, "go(program, 12); told(program)", at="young")[0][2] == "story"
    assert run(tmp_path, "go(program, 12); told(program)", at="6")[0][2] == "talk"
    assert run(tmp_path, "go(program, 8); told(program)", at="young")[0][2] == "young"
