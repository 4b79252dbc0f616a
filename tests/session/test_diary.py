"""What is kept of a lesson once it is closed."""

from __future__ import annotations

from pathlib import Path

from classroom import Room

from workshop.session import diary
from workshop.session.order import Stop
from workshop.session.state import Plan


def held(room: Room) -> diary.Entry:
    room.clock.pass_by(150)
    room.session.next()
    room.clock.pass_by(60)
    room.session.count(0, 12)
    room.session.box.add("A question?")
    room.session.end()
    return diary.entry(room.lesson, room.session.state, room.clock())


def test_the_minutes_of_each_step_stand_beside_the_plan(room: Room) -> None:
    assert held(room).took == (
        diary.Took(Stop("welcome"), 120, 150),
        diary.Took(Stop("line"), 180, 60),
    )


def test_what_is_kept_is_read_again_and_has_no_votes_and_no_questions(room: Room, tmp_path: Path) -> None:
    path, kept = tmp_path / "diary.json", held(room)
    diary.keep(path, "who", kept)
    assert diary.last(path, "who") == kept
    assert diary.last(path, "other") is None
    assert b"question" not in path.read_bytes()
    assert b"12" not in path.read_bytes().replace(b"120", b"").replace(str(kept.when).encode(), b"")


def test_next_time_opens_where_the_class_stopped(room: Room, tmp_path: Path) -> None:
    room.session.settle(Plan(skipped=frozenset((Stop("quiz"),)), until=Stop("quiz")))
    diary.keep(tmp_path / "diary.json", "who", held(room))
    known = diary.last(tmp_path / "diary.json", "who")
    assert known is not None
    assert known.until == Stop("quiz")


def test_a_damaged_diary_is_set_aside_and_the_lesson_is_kept(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "diary.json"
    path.write_text("{broken")
    assert diary.last(path, "who") is None
    diary.keep(path, "who", held(room))
    assert diary.last(path, "who") is not None
    assert (tmp_path / "diary.damaged.json").read_text() == "{broken"


def test_only_the_latest_lessons_are_remembered(room: Room, tmp_path: Path) -> None:
    path, kept = tmp_path / "diary.json", held(room)
    for number in range(diary.MOST + 5):
        diary.keep(path, f"lesson-{number}", kept._replace(when=float(number)))
    assert diary.last(path, "lesson-4") is None
    assert diary.last(path, f"lesson-{diary.MOST + 4}") is not None


def test_a_short_look_at_a_lesson_changes_nothing(room: Room, tmp_path: Path) -> None:
    path, kept = tmp_path / "diary.json", held(room)
    diary.keep(path, "who", kept)
    diary.keep(path, "who", kept._replace(took=(diary.Took(Stop("welcome"), 120, 7),)))
    assert diary.last(path, "who") == kept


def test_a_lesson_in_two_parts_is_one_in_the_diary(room: Room, tmp_path: Path) -> None:
    path, first = tmp_path / "diary.json", held(room)._replace(until=Stop("story"))
    second = first._replace(took=(diary.Took(Stop("story"), 300, 400), diary.Took(Stop("help"), None, 60)), until=None)
    diary.keep(path, "who", first)
    diary.keep(path, "who", second)
    known = diary.last(path, "who")
    assert known is not None
    assert [one.stop.step_id for one in known.took] == ["welcome", "line", "story", "help"]
    assert known.until is None
