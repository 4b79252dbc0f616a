"""Finding lessons: by name at once, by any words as they are typed, and whatever becomes of the index."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from workshop.lesson import index, search
from workshop.lesson.library import Entry, Library, find, scan
from workshop.lesson.values import Ages
from workshop.paths import LESSONS, Places

LESSON = """\
format: lesson/1
id: {id}
version: 1.0.0
language: en
title: {title}
summary: {summary}
audience: {audience}
ages: {ages}
minutes: 40
media:
  sun: {{file: media/sun.svg, alt: A sun}}
steps:
- {{id: rules, kind: rules}}
- {{id: welcome, kind: slide, title: Hello, image: sun, text: "{text}"}}
- {{id: more, kind: slide, notes: "{notes}"}}
- {{id: where, kind: help}}
"""

as_root = hasattr(os, "geteuid") and os.geteuid() == 0


def write(root: Path, name: str, **given: str) -> Path:
    words = {"title": name, "summary": "A lesson", "audience": "pupils", "ages": "11-13", "text": "Hi", "notes": "Hm"}
    folder = root / name
    (folder / "media").mkdir(parents=True, exist_ok=True)
    (folder / "media" / "sun.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    (folder / "lesson.yaml").write_text(LESSON.format(id=name, **{**words, **given}), "utf-8")
    return folder


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "data")


@pytest.fixture
def packaged(tmp_path: Path) -> Path:
    root = tmp_path / "packaged"
    write(root, "who-is-there", title="Who is really there?", summary="Hidden identities", notes="Ask about masks")
    write(root, "kind-words", title="Kind words travel", ages="8-10", text="Café, Łódź, naïve")
    write(root, "briefing", title="Handling disclosures", audience="staff", ages="18-99")
    return root


@pytest.fixture
def library(places: Places, packaged: Path) -> Iterator[Library]:
    made = Library(places.library, places, packaged)
    made.refresh()
    yield made
    made.close()


def ids(entries: list[Entry]) -> list[str]:
    return [entry.id for entry in entries]


# --- By name ---------------------------------------------------------------------------------------


def test_a_lesson_is_found_by_id_folder_file_or_pack(places: Places, packaged: Path, tmp_path: Path) -> None:
    folder = packaged / "kind-words"
    pack = tmp_path / "x.lesson"
    pack.write_bytes(b"")
    assert find("kind-words", places, packaged) == folder
    for path in (folder, folder / "lesson.yaml", pack):
        assert find(str(path), places, packaged) == path
    assert find("no-such-lesson", places, packaged) is None
    assert find("", places, packaged) is None


def test_the_users_own_lesson_wins_over_an_installed_and_a_packaged_one(places: Places, packaged: Path) -> None:
    assert find("kind-words", places, packaged) == packaged / "kind-words"
    installed = write(places.installed, "kind-words")
    assert find("kind-words", places, packaged) == installed
    own = write(places.lessons, "kind-words")
    assert find("kind-words", places, packaged) == own
    assert dict.fromkeys(folder for _, folder in scan(places, packaged) if folder.name == "kind-words") == {own: None}


def test_an_id_can_be_no_way_out_of_the_folders_of_lessons(places: Places, packaged: Path, tmp_path: Path) -> None:
    write(tmp_path, "elsewhere")
    assert find("../elsewhere", places, packaged) is None


@given(st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@example("\0")
def test_no_name_whatever_is_a_traceback(places: Places, packaged: Path, name: str) -> None:
    found = find(name, places, packaged)
    assert found is None or found.exists()


def test_every_packaged_lesson_is_found_and_can_be_read(places: Places) -> None:
    library = Library(places.library, places)
    library.refresh()
    entries = library.entries(limit=1_000)
    lessons = {path.parent.name for path in LESSONS.glob("*/lesson.yaml")}
    units = {path.parent.name for path in LESSONS.glob("*/unit.yaml")}  # they bring no picture of their own
    assert {entry.id for entry in entries} == lessons | units
    assert [entry.problem for entry in entries if entry.problem] == []
    assert all(Path(entry.image).is_file() for entry in entries if entry.id in lessons)
    library.close()


# --- Cards -----------------------------------------------------------------------------------------


def test_an_entry_tells_what_a_card_shows(library: Library, packaged: Path) -> None:
    (entry,) = library.entries("masks")
    assert entry == Entry(
        id="who-is-there",
        title="Who is really there?",
        summary="Hidden identities",
        language="en",
        audience="pupils",
        ages_low=11,
        ages_high=13,
        minutes=40,
        kinds=("rules", "slide", "help"),
        steps=4,
        image=str(packaged / "who-is-there" / "media" / "sun.svg"),
        sensitive=False,
        folder=str(packaged / "who-is-there"),
        origin="packaged",
    )


def test_the_cover_is_the_picture_of_the_card(library: Library, packaged: Path) -> None:
    folder = packaged / "kind-words"
    text = (folder / "lesson.yaml").read_text("utf-8")
    (folder / "media" / "front.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    cover = "media:\n  cover: {file: media/front.svg, alt: A bridge}\n"
    (folder / "lesson.yaml").write_text(text.replace("media:\n", cover), "utf-8")
    library.refresh()
    assert library.entries("kind")[0].image == str(folder / "media" / "front.svg")
    (folder / "media" / "front.svg").unlink()
    os.utime(folder / "lesson.yaml", (1, 1))
    library.refresh()
    assert library.entries("kind")[0].image == str(folder / "media" / "sun.svg")


def test_a_picture_made_for_the_card_goes_before_the_cover(library: Library, packaged: Path) -> None:
    folder = packaged / "kind-words"
    text = (folder / "lesson.yaml").read_text("utf-8")
    both = "media:\n  cover: {file: media/front.svg, alt: A bridge}\n  card: {file: media/broad.svg, alt: A street}\n"
    for name in ("front", "broad"):
        (folder / "media" / f"{name}.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    (folder / "lesson.yaml").write_text(text.replace("media:\n", both), "utf-8")
    library.refresh()
    assert library.entries("kind")[0].image == str(folder / "media" / "broad.svg")


def test_an_unreadable_lesson_is_an_entry_that_says_so(library: Library, places: Places) -> None:
    folder = write(places.lessons, "mine")
    (folder / "lesson.yaml").write_text((folder / "lesson.yaml").read_text("utf-8").replace("kind: help", "kind: hilp"))
    (places.lessons / "odd").mkdir()
    (places.lessons / "odd" / "lesson.yaml").write_bytes(b"\xff\xfe\0\0 no text")
    assert library.refresh()
    mine, odd = library.entries()[:2]
    assert (mine.id, mine.title, mine.origin) == ("mine", "mine", "own")
    assert mine.problem.startswith('This lesson can\'t be read. Line 16: "hilp" is not a kind of step.')
    assert odd.problem
    assert library.count() == 5


def test_a_unit_is_an_entry_too(library: Library, places: Places) -> None:
    (places.lessons / "day").mkdir(parents=True)
    (places.lessons / "day" / "unit.yaml").write_text(
        "format: unit/1\nid: day\nversion: 1.0.0\nlanguage: en\ntitle: Our day\nparts:\n- lesson: kind-words\n"
    )
    library.refresh()
    assert (library.entries("our day")[0].id, library.entries("our day")[0].steps) == ("day", 1)
    assert find("day", places) == places.lessons / "day"


# --- Searching -------------------------------------------------------------------------------------


def test_without_a_query_the_users_own_come_first_then_titles(library: Library, places: Places) -> None:
    write(places.lessons, "zebra", title="Zebra")
    write(places.installed, "among-us", title="Éclair")
    library.refresh()
    assert ids(library.entries()) == ["zebra", "among-us", "briefing", "kind-words", "who-is-there"]


@pytest.mark.parametrize(
    "typed", ["w", "who", "who is re", "REALLY", "hidden", "masks", "ask mas", "there? who", "who-is", "11", "11-13"]
)
def test_a_lesson_is_found_by_any_word_in_it_as_it_is_typed(library: Library, typed: str) -> None:
    assert "who-is-there" in ids(library.entries(typed))


def test_every_word_must_be_there(library: Library) -> None:
    assert ids(library.entries("masks travel")) == []
    assert library.count("masks travel") == 0


@pytest.mark.parametrize("typed", ["cafe", "Café", "CAFE", "lodz", "ŁÓDŹ", "naive", "caf"])
def test_accents_and_capitals_make_no_difference(library: Library, typed: str) -> None:
    assert ids(library.entries(typed)) == ["kind-words"]


def test_a_word_in_the_title_counts_more_than_one_in_the_notes(library: Library, places: Places) -> None:
    write(places.lessons, "aaa", title="Something else", notes="travel")
    library.refresh()
    assert ids(library.entries("travel")) == ["kind-words", "aaa"]


def test_ages_and_audience_narrow_and_keep_what_does_not_say(library: Library, places: Places) -> None:
    assert ids(library.entries(ages=Ages(10, 11))) == ["kind-words", "who-is-there"]
    assert ids(library.entries(ages=Ages(8, 9))) == ["kind-words"]
    assert ids(library.entries(audience="staff")) == ["briefing"]
    assert library.count("h", Ages(8, 9), "pupils") == len(library.entries("h", Ages(8, 9), "pupils"))
    folder = write(places.lessons, "ageless")
    text = (folder / "lesson.yaml").read_text("utf-8")
    (folder / "lesson.yaml").write_text(text.replace("ages: 11-13\n", ""), "utf-8")
    library.refresh()
    assert ids(library.entries(ages=Ages(8, 9))) == ["ageless", "kind-words"]
    assert library.entries(ages=Ages(8, 9))[0].ages_low is None


queries = st.text(max_size=60) | st.text(st.sampled_from("\"*^:()-+{}[]'\\ %_;,.~|&<>ANDORNEAR\0"), max_size=60)


@given(query=queries)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@example("NEAR(a b)")
@example("title:x OR body")
@example('"')
@example("a" * 100_000)
@example("a b " * 10_000)
@example("\ud800")
def test_anything_typed_gives_lessons_or_none(library: Library, query: str) -> None:
    entries = library.entries(query)
    assert len(entries) == library.count(query)
    assert library._index.made == 0


@given(at=st.integers(0, 400), length=st.integers(1, 12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_piece_of_a_lesson_that_begins_a_word_finds_it(library: Library, at: int, length: int) -> None:
    title = "Kind words travel Hello Café Łódź naïve Hm pupils slide"
    starts = [i for i in range(len(title)) if i == 0 or title[i - 1] == " "]
    start = starts[at % len(starts)]
    assert "kind-words" in ids(library.entries(title[start : start + length]))


@pytest.mark.parametrize("query", ["", "lesson", "hello slide", "special"])
def test_pages_have_every_lesson_once(
    library: Library, places: Places, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    monkeypatch.setattr(search, "_MANY", 7)
    for number in range(20):
        write(places.lessons, f"lesson-{number}", title=f"{'Special' if number % 3 == 0 else 'Usual'} {number}",
              notes="special" if number % 2 == 0 else "lesson")  # fmt: skip
    library.refresh()
    paged = [entry for start in range(0, 30, 4) for entry in library.entries(query, offset=start, limit=4)]
    assert len(paged) == len({entry.folder for entry in paged}) == library.count(query)
    assert paged == library.entries(query, limit=1_000)
    if query == "special":
        assert [entry.title.startswith("Special") for entry in paged] == sorted(
            (entry.title.startswith("Special") for entry in paged), reverse=True
        )


# --- Keeping up ------------------------------------------------------------------------------------


def test_only_what_changed_is_read_again(library: Library, packaged: Path) -> None:
    read: list[tuple[int, int]] = []
    assert not library.refresh(lambda done, of: read.append((done, of)))
    write(packaged, "kind-words", title="Kinder words travel further")
    assert library.refresh(lambda done, of: read.append((done, of)))
    assert read == [(1, 1)]
    assert ids(library.entries("kinder")) == ["kind-words"]
    assert library.count() == 3


def test_a_removed_lesson_is_gone_and_so_are_its_words(library: Library, packaged: Path) -> None:
    shutil.rmtree(packaged / "kind-words")
    assert library.refresh()
    assert library.count() == 2
    assert library.count("travel") == 0


def test_an_own_copy_takes_the_place_of_the_packaged_lesson(library: Library, places: Places) -> None:
    write(places.lessons, "kind-words", title="Our kind words")
    library.refresh()
    assert [(entry.title, entry.origin) for entry in library.entries("kind")] == [("Our kind words", "own")]


def test_a_refresh_that_is_cancelled_goes_on_the_next_time(places: Places, packaged: Path) -> None:
    library = Library(places.library, places, packaged)
    assert not library.refresh(cancelled=lambda: True)
    assert library.count() == 0
    assert library.refresh()
    assert library.count() == 3
    library.close()


def test_opening_reads_nothing_but_the_index(library: Library, places: Places, packaged: Path) -> None:
    shutil.rmtree(packaged)
    again = Library(places.library, places, packaged)
    assert again.count() == 3
    again.close()


def test_readers_do_not_wait_for_a_writer(library: Library, places: Places) -> None:
    with sqlite3.connect(places.library) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM lessons")
        assert library.count() == 3
        again = Library(places.library, places)
        assert again.count() == 3
        again.close()
        writer.rollback()
    writer.close()


def test_a_thread_refreshes_while_another_searches(library: Library, places: Places) -> None:
    for number in range(100):
        write(places.lessons, f"lesson-{number}", title=f"Number {number}")
    seen: list[bool] = []
    thread = threading.Thread(target=lambda: seen.append(library.refresh()))
    thread.start()
    while thread.is_alive():
        assert library.count("number") <= 100
    thread.join()
    assert seen == [True]
    assert library.count("number") == 100


# --- When the index fails --------------------------------------------------------------------------


@pytest.mark.parametrize("damage", [b"", b"not a database" * 100, bytes(50_000)])
def test_a_damaged_index_is_made_anew(places: Places, packaged: Path, damage: bytes) -> None:
    places.data.mkdir()
    places.library.write_bytes(damage)
    library = Library(places.library, places, packaged)
    assert library.refresh()
    assert library.count("travel") == 1
    library.close()
    again = Library(places.library, places, packaged)
    assert again.count() == 3
    again.close()


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_an_index_damaged_anywhere_comes_back(places: Places, packaged: Path, data: st.DataObject) -> None:
    first = Library(places.library, places, packaged)
    first.refresh()
    first.close()
    content = bytearray(places.library.read_bytes())
    at = data.draw(st.integers(0, len(content) - 64))
    content[at : at + 64] = data.draw(st.binary(min_size=64, max_size=64))
    places.library.write_bytes(bytes(content))
    library = Library(places.library, places, packaged)
    try:
        library.entries("travel")
        library.entries()
        library.refresh()
        assert library.count() <= 4
    finally:
        library.close()
        places.library.unlink()


def test_an_index_whose_damaged_text_sqlite_quotes_comes_back(places: Places, packaged: Path) -> None:
    first = Library(places.library, places, packaged)
    first.refresh()
    first.close()
    content = places.library.read_bytes()
    damaged = content.replace(b"CREATE TABLE lessons", b"CREATE \xff\xfeABLE lessons")
    assert damaged != content
    places.library.write_bytes(damaged)
    library = Library(places.library, places, packaged)
    library.refresh()
    assert library.count() == 3
    library.close()


def test_a_lesson_whose_row_holds_something_else_is_read_again(places: Places, packaged: Path) -> None:
    first = Library(places.library, places, packaged)
    first.refresh()
    first.close()
    with sqlite3.connect(places.library) as other:
        other.execute("UPDATE lessons SET kinds = 7, title = x'ff'")
    other.close()
    library = Library(places.library, places, packaged)
    assert library.entries() == []
    library.refresh()
    assert len(library.entries()) == 3
    library.close()


def test_an_index_that_fails_while_it_is_open_is_empty_until_the_next_refresh(library: Library, places: Places) -> None:
    with sqlite3.connect(places.library) as other:
        other.execute("DROP TABLE words")
    other.close()
    assert library.entries("travel") == []
    assert library.refresh()
    assert library.count("travel") == 1


def test_an_index_of_another_version_is_made_anew(
    library: Library, places: Places, packaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "_VERSION", 7)
    other = Library(places.library, places, packaged)
    assert other.count() == 0
    assert other.refresh()
    assert other.count() == 3
    other.close()


def test_a_locked_index_gives_one_in_memory(places: Places, packaged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "_WAIT_AT_OPENING", 0.01)
    places.data.mkdir()
    with sqlite3.connect(places.library) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        library = Library(places.library, places, packaged)
        assert library.refresh()
        assert ids(library.entries("travel")) == ["kind-words"]
        library.close()
    other.close()


def test_a_place_for_the_index_that_is_none_gives_one_in_memory(tmp_path: Path, packaged: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    places = Places(tmp_path / "file")
    library = Library(places.library, places, packaged)
    assert library.refresh()
    assert library.count() == 3
    assert not library.refresh()
    library.close()


@pytest.mark.skipif(as_root or os.name == "nt", reason="permissions don't bind this user")
def test_a_read_only_folder_gives_an_index_in_memory(places: Places, packaged: Path) -> None:
    places.data.mkdir(mode=0o500)
    library = Library(places.library, places, packaged)
    assert library.refresh()
    assert library.count() == 3
    library.close()
    places.data.chmod(0o700)


def test_a_full_disk_gives_an_index_in_memory(
    library: Library, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, **given: float) -> sqlite3.Connection:
        there = connect(path, **given)
        if path == places.library:
            pages = there.execute("PRAGMA page_count").fetchone()[0]
            there.execute(f"PRAGMA max_page_count={pages}")
        return there

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", full)
    write(places.lessons, "large", notes=" ".join(f"word{number}" for number in range(20_000)))
    assert library.refresh()
    assert library.count("word19999") == 1
    assert library.count() == 4
