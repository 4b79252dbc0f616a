"""Saving: whole or not at all, and never over somebody else's change."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.lesson import atomic
from workshop.lesson.problems import WorkshopError

as_root = hasattr(os, "geteuid") and os.geteuid() == 0


def left_behind(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_written_with_its_folder(tmp_path: Path) -> None:
    file = tmp_path / "new" / "lesson.yaml"
    atomic.write(file, b"title: One\n")
    assert file.read_bytes() == b"title: One\n"
    assert left_behind(file.parent) == ["lesson.yaml"]


@given(old=st.binary(), new=st.binary())
def test_any_bytes_are_replaced_by_any_others(tmp_path_factory: pytest.TempPathFactory, old: bytes, new: bytes) -> None:
    file = tmp_path_factory.mktemp("any") / "lesson.yaml"
    file.write_bytes(old)
    atomic.write(file, new, expected_sha256=atomic.fingerprint(old))
    assert file.read_bytes() == new


def test_a_change_made_elsewhere_is_not_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "lesson.yaml"
    file.write_bytes(b"mine")
    read = atomic.fingerprint(b"mine")
    file.write_bytes(b"theirs")
    with pytest.raises(WorkshopError, match="changed by another program"):
        atomic.write(file, b"mine, edited", expected_sha256=read)
    assert file.read_bytes() == b"theirs"
    assert left_behind(tmp_path) == ["lesson.yaml"]


def test_a_file_removed_elsewhere_is_said_and_does_not_come_back(tmp_path: Path) -> None:
    with pytest.raises(WorkshopError, match="removed or renamed"):
        atomic.write(tmp_path / "lesson.yaml", b"mine", expected_sha256=atomic.fingerprint(b"before"))
    assert left_behind(tmp_path) == []


def test_a_place_that_is_no_file_is_a_plain_sentence(tmp_path: Path) -> None:
    (tmp_path / "lesson.yaml").mkdir()
    with pytest.raises(WorkshopError, match="could not be saved"):
        atomic.write(tmp_path / "lesson.yaml", b"mine")
    assert left_behind(tmp_path) == ["lesson.yaml"]


def test_a_folder_that_is_a_file_is_a_plain_sentence(tmp_path: Path) -> None:
    (tmp_path / "folder").write_bytes(b"")
    with pytest.raises(WorkshopError, match="could not be saved"):
        atomic.write(tmp_path / "folder" / "lesson.yaml", b"mine")


@pytest.mark.skipif(as_root or os.name == "nt", reason="permissions don't bind this user")
def test_a_folder_that_may_not_be_written_to_is_a_plain_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(WorkshopError, match="can't be written to"):
            atomic.write(tmp_path / "lesson.yaml", b"mine")
    finally:
        tmp_path.chmod(0o700)


def test_a_full_disk_says_to_make_room() -> None:
    said = atomic.explain(
        OSError(28, "No space left on device"), "“a” could not be saved; what was there is as it was."
    )
    assert (
        said == "“a” could not be saved; what was there is as it was. The disk is full. Make some room and save again."
    )


def test_a_large_file_whose_making_fails_leaves_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "deck.pdf"
    file.write_bytes(b"old")

    def make_half_of_it() -> None:
        with atomic.replacing(file) as new:
            new.write(b"half of the new one")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        make_half_of_it()
    assert file.read_bytes() == b"old"
    assert left_behind(tmp_path) == ["deck.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="no such permissions")
def test_permissions_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "lesson.yaml"
    file.write_bytes(b"")
    file.chmod(0o640)
    atomic.write(file, b"new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    file, link = tmp_path / "there" / "lesson.yaml", tmp_path / "lesson.yaml"
    file.write_bytes(b"old")
    link.symlink_to(file)
    atomic.write(link, b"new", expected_sha256=atomic.fingerprint(b"old"))
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
