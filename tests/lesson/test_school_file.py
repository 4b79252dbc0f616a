"""school.yaml under a window: saved field by field, taken back, and never over somebody else's change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from workshop.lesson.problems import WorkshopError
from workshop.lesson.school import Helpline, School
from workshop.lesson.school_file import ChangedElsewhere, SchoolFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "school.yaml"


@pytest.fixture
def written(path: Path) -> SchoolFile:
    path.parent.mkdir()
    path.write_bytes(b"# ours\r\nname: St Brigid's\r\npeople:\r\n- Ms Lee  # room 4\r\n")
    return SchoolFile(path)


def put(file: SchoolFile, **told: object) -> None:
    file.put(replace(file.school, **told), file.school)


def test_the_first_word_makes_the_file(path: Path) -> None:
    file = SchoolFile(path)
    assert (file.school, file.amiss, file.can_undo) == (School(), "", False)
    put(file, lead_name="Mr Okoro")
    assert path.read_bytes() == b"lead_name: Mr Okoro\n"
    assert file.holds("lead_name")
    assert not file.holds("country")


def test_each_change_can_be_taken_back(written: SchoolFile) -> None:
    before = written.path.read_bytes()
    put(written, people=("Ms Lee", "Mr Ng"))
    put(written, name="")
    assert written.school.people == ("Ms Lee", "Mr Ng")
    written.undo()
    assert written.school.name == "St Brigid's"
    written.undo()
    assert written.path.read_bytes() == before
    assert not written.can_undo


def test_a_change_made_elsewhere_stays_beside_ours(written: SchoolFile) -> None:
    seen = written.school
    written.path.write_text("name: St Brigid's\npeople: Ms Lee\ncountry: IE\n")
    written.put(replace(seen, name="Ours"), seen)
    assert written.path.read_text() == "name: Ours\npeople: Ms Lee\ncountry: IE\n"


def test_the_same_field_is_never_overwritten(written: SchoolFile) -> None:
    seen = written.school
    written.path.write_text("name: Theirs\n")
    with pytest.raises(ChangedElsewhere) as told:
        written.put(replace(seen, name="Ours"), seen)
    assert told.value.fields == ("name",)
    assert written.path.read_text() == "name: Theirs\n"
    assert written.school.name == "Theirs"
    written.put(replace(written.school, name="Ours"), written.school)  # now that it was seen
    assert written.path.read_text() == "name: Ours\n"


def test_what_was_changed_elsewhere_since_is_not_taken_back(written: SchoolFile) -> None:
    put(written, name="Ours")
    written.path.write_text("name: Theirs\n")
    with pytest.raises(WorkshopError, match="nothing was taken back"):
        written.undo()
    assert written.path.read_text() == "name: Theirs\n"
    assert not written.can_undo


@pytest.mark.parametrize("data", [b"people: [a", b"name: \xff\n", b"- a\n"])
def test_a_file_that_cannot_be_read_is_kept_and_can_be_set_aside(path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    file = SchoolFile(path)
    assert "can't be read" in file.amiss
    with pytest.raises(WorkshopError, match="Nothing was saved"):
        put(file, name="Ours")
    assert path.read_bytes() == data
    aside = file.set_aside()
    assert aside.read_bytes() == data
    assert file.amiss == ""
    put(file, name="Ours")
    assert file.school.name == "Ours"


def test_a_second_damaged_file_does_not_take_the_place_of_the_first(path: Path) -> None:
    path.parent.mkdir()
    for data in (b"[", b"{"):
        path.write_bytes(data)
        SchoolFile(path).set_aside()
    assert sorted(p.name for p in path.parent.iterdir()) == ["school.damaged-2.yaml", "school.damaged.yaml"]


def test_a_problem_is_told_beside_its_field(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(f"name: {'x' * 61}\nhelplines:\n- name: A\n  kind: helplin\n- {{name: B, phone: {'1' * 31}}}\n")
    file = SchoolFile(path)
    told = file.problem(("name",))
    assert told is not None
    assert told.code == "long-text"
    assert getattr(file.problem(("helplines", 0, "kind")), "code", "") == "unknown-word"
    assert getattr(file.problem(("helplines", 1, "phone")), "code", "") == "long-text"
    assert file.problem(("helplines", 0, "name")) is None
    assert file.problem(("lead_name",)) is None
    assert file.school.helplines[0] == Helpline(name="A")
