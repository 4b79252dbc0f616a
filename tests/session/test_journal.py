"""The journal: what survives, what is said when the disk fails, and that nothing stays."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from classroom import META, Room

from workshop.lesson.problems import WorkshopError
from workshop.session.events import Began, Ended, Event, Moved, as_text, from_text
from workshop.session.journal import Journal, pending
from workshop.session.order import Stop

ORDER = (Stop("a"), Stop("b"))
EVENTS: tuple[Event, ...] = (Began(10.0, ORDER), *(Moved(10.5 + n, Stop("b"), n) for n in range(60)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "session.sqlite"


def written(path: Path) -> None:
    """A journal with all of EVENTS, left open by a program that is gone."""
    journal = Journal.open(path)
    journal.begin(META)
    for event in EVENTS:
        journal.append(event)
    journal.close()


def read(path: Path) -> tuple[tuple[Event, ...], str]:
    journal = Journal.open(path)
    found = journal.events(), journal.trouble
    journal.close()
    return found


def test_every_event_is_there_after_the_program_is_gone(path: Path) -> None:
    written(path)
    assert read(path) == (EVENTS, "")


def test_an_unfinished_lesson_is_offered_with_its_step(path: Path) -> None:
    assert pending(path) is None
    written(path)
    found = pending(path)
    assert found is not None
    assert (found.title, found.lesson, found.folder) == (META.title, META.lesson, META.folder)
    assert (found.stop, found.at, found.total, found.when) == (Stop("b"), 1, 2, 69.5)
    assert pending(path) == found


def test_the_heartbeat_tells_when_the_program_was_last_alive(path: Path) -> None:
    journal = Journal.open(path)
    journal.begin(META)
    journal.append(EVENTS[0])
    journal.alive(25.0)
    journal.close()
    found = pending(path)
    assert found is not None
    assert found.when == 25.0


def test_another_lesson_takes_the_place_of_an_unfinished_one(path: Path) -> None:
    written(path)
    journal = Journal.open(path)
    journal.begin(META._replace(lesson="other"))
    journal.append(Began(99.0, ORDER))
    journal.close()
    assert read(path)[0] == (Began(99.0, ORDER),)
    found = pending(path)
    assert found is not None
    assert found.lesson == "other"


def test_closing_a_lesson_leaves_no_byte_of_it(path: Path) -> None:
    written(path)
    journal = Journal.open(path)
    journal.append(EVENTS[-1])
    journal.close_lesson()
    assert list(path.parent.glob("session*")) == []
    journal.alive(30.0)
    assert list(path.parent.glob("session*")) == []
    assert journal.events() == ()


def test_remains_of_a_closed_lesson_are_erased_and_not_offered(path: Path) -> None:
    journal = Journal.open(path)
    journal.begin(META)
    for event in (*EVENTS, Ended(100.0)):
        journal.append(event)
    journal.close()
    assert pending(path) is None
    assert not path.exists()


def test_a_second_program_says_that_a_lesson_is_on(path: Path) -> None:
    written(path)
    journal = Journal.open(path)
    second = (
        "import sys\nfrom pathlib import Path\nfrom workshop.lesson.problems import WorkshopError\n"
        "from workshop.session.journal import Journal, pending\n"
        "path = Path(sys.argv[1])\nassert pending(path) is None\n"
        "try:\n    Journal.open(path, patience=0)\nexcept WorkshopError as error:\n    print(error)\n"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    told = subprocess.run([sys.executable, "-c", second, str(path)], env=env, capture_output=True, text=True)
    assert "is being presented already" in told.stdout, told.stderr
    with pytest.raises(WorkshopError):
        Journal.open(path, patience=0)
    journal.append(EVENTS[-1])
    assert journal.trouble == ""
    journal.close()
    assert len(read(path)[0]) == len(EVENTS) + 1


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 100, b"SQLite format 3\0" + bytes(200)])
def test_a_file_that_is_no_journal_is_moved_aside_and_the_lesson_goes_on(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    journal = Journal.open(path)
    assert journal.events() == ()
    journal.begin(META)
    journal.append(EVENTS[0])
    journal.close()
    assert read(path) == (EVENTS[:1], "")
    assert not path.with_name("session.damaged.sqlite").exists()


def test_a_database_of_something_else_is_not_written_into(path: Path) -> None:
    other = sqlite3.connect(path)
    other.executescript("CREATE TABLE events (what TEXT); INSERT INTO events VALUES ('mine');")
    other.close()
    events, trouble = read(path)
    assert events == ()
    assert "damaged" in trouble
    kept = sqlite3.connect(path.with_name("session.damaged.sqlite"))
    assert kept.execute("SELECT what FROM events").fetchall() == [("mine",)]
    kept.close()


def test_a_changed_row_ends_the_readable_part(path: Path) -> None:
    written(path)
    db = sqlite3.connect(path)
    db.execute("UPDATE events SET body = replace(body, '\"b\"', '\"c\"') WHERE number = 31")
    db.commit()
    db.close()
    events, trouble = read(path)
    assert events == EVENTS[:30]
    assert "damaged" in trouble
    assert pending(path) is not None
    assert read(path) == (events, trouble), "until the lesson is closed"


def test_a_damaged_file_gives_a_readable_beginning_wherever_it_is_cut(path: Path) -> None:
    written(path)
    whole = path.read_bytes()
    for size in range(0, len(whole), 509):
        path.write_bytes(whole[:size])
        events, _ = read(path)
        assert events == EVENTS[: len(events)]


def test_a_damaged_file_gives_a_readable_beginning_wherever_it_is_overwritten(path: Path) -> None:
    written(path)
    whole = path.read_bytes()
    for start in range(0, len(whole), 251):
        path.write_bytes(whole[:start] + b"\xa5" * 40 + whole[start + 40 :])
        events, _ = read(path)
        assert events == EVENTS[: len(events)]


def test_the_damaged_file_goes_too_when_the_lesson_is_closed(path: Path) -> None:
    path.write_bytes(b"not a database at all" * 100)
    journal = Journal.open(path)
    assert path.with_name("session.damaged.sqlite").exists()
    journal.close_lesson()
    assert list(path.parent.glob("session*")) == []


def test_a_full_disk_is_told_and_the_lesson_goes_on_and_is_kept_once_there_is_room(room: Room) -> None:
    db = room.journal._db
    assert db is not None
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count={pages}")
    room.go("line")
    for _ in range(120):
        room.session.count(0, 1)
    assert "disk is full" in room.journal.trouble
    assert room.seen().counts == ((120, 0, 0),)
    assert len(room.journal.events()) == 122
    db.execute("PRAGMA max_page_count=100000")
    room.session.count(0, 1)
    assert room.journal.trouble == ""
    state = room.session.state
    room.power_cut()
    assert room.session.state.tallies == state.tallies


def test_a_folder_that_cannot_be_written_is_told_and_the_lesson_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    room = Room(tmp_path / "file")
    assert "can't be written" in room.journal.trouble
    room.press()
    assert room.where() == ("line", 1, 0)
    room.session.end()


def test_a_read_only_journal_is_told_and_the_lesson_goes_on(path: Path) -> None:
    journal = Journal.open(path)
    journal.begin(META)
    journal.append(EVENTS[0])
    assert journal._db is not None
    journal._db.execute("PRAGMA query_only=1")
    journal.append(EVENTS[1])
    assert "can't be written" in journal.trouble
    assert journal.events() == EVENTS[:2]
    journal.close()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"event":"Fell"}', '{"event":"Ended","when":{}}', "[" * 9999])
def test_what_is_no_event_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - json's own sentence is as good as ours
        from_text(text)


def test_an_event_reads_back_as_it_was_written() -> None:
    for event in EVENTS:
        assert from_text(as_text(event)) == event
