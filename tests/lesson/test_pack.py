"""Packs: the same to the byte wherever they are made, and nothing hostile ever comes out of one."""

from __future__ import annotations

import contextlib
import json
import os
import stat
import struct
import zipfile
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop.lesson import pack as packs
from workshop.lesson.pack import install, open_pack, pack, unpack
from workshop.lesson.packnames import TYPES, amiss
from workshop.lesson.problems import WorkshopError
from workshop.paths import Places

LESSON = """\
format: lesson/1
id: kind-words
version: 1.0.0
language: en
title: Kind words travel
audience: staff
media:
  sun: {file: media/sun.svg, alt: A sun over a hill}
steps:
- {id: welcome, kind: slide, title: Hello, image: sun}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "kind-words"
    (made / "media").mkdir(parents=True)
    (made / "lesson.yaml").write_text(LESSON, "utf-8")
    (made / "media" / "sun.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    return made


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "data")


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def manifest(files: Mapping[str, bytes]) -> bytes:
    return json.dumps(
        {"format": "pack/1", "files": {name: sha256(data).hexdigest() for name, data in files.items()}}
    ).encode()


def craft(path: Path, files: Mapping[str, bytes], extra: Callable[[zipfile.ZipFile], object] | None = None) -> Path:
    """A zip with a manifest that matches `files`, then whatever `extra` adds behind its back."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        archive.writestr("manifest.json", manifest(files))
        if extra:
            extra(archive)
    return path


def refused(path: Path) -> str:
    with pytest.raises(WorkshopError) as reason:
        open_pack(path)
    assert "Nothing was changed." in str(reason.value)
    return str(reason.value)


# --- Making ----------------------------------------------------------------------------------------


def test_a_packed_lesson_comes_out_as_it_went_in(folder: Path, tmp_path: Path) -> None:
    opened = open_pack(pack(folder, tmp_path / "out.lesson"))
    out = tmp_path / "out"
    unpack(opened, out)
    assert {name: data for name, data in tree(out).items() if name != "manifest.json"} == tree(folder)
    assert opened.size == sum(len(data) for data in tree(folder).values())


def test_a_pack_is_the_same_to_the_byte_whenever_it_is_made(folder: Path, tmp_path: Path) -> None:
    first = pack(folder, tmp_path / "one.lesson").read_bytes()
    for file in folder.rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    (folder / "lesson.yaml").chmod(0o755)
    assert pack(folder, tmp_path / "two.lesson").read_bytes() == first


def test_packing_an_installed_lesson_gives_the_pack_it_came_from(folder: Path, tmp_path: Path, places: Places) -> None:
    first = pack(folder, tmp_path / "one.lesson")
    assert pack(install(first, places), tmp_path / "two.lesson").read_bytes() == first.read_bytes()


def test_what_systems_and_editors_leave_behind_stays_behind(folder: Path, tmp_path: Path) -> None:
    for name in (".DS_Store", "Thumbs.db", "lesson.yaml~"):
        (folder / name).write_bytes(b"x")
    (folder / ".git").mkdir()
    (folder / ".git" / "config").write_bytes(b"x")
    assert set(open_pack(pack(folder, tmp_path / "out.lesson")).files) == {"lesson.yaml", "media/sun.svg"}


def test_a_file_that_cannot_travel_is_named_and_the_old_pack_stays(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.lesson"
    out.write_bytes(b"the old one")
    (folder / "notes.docx").write_bytes(b"x")
    with pytest.raises(WorkshopError, match=r"“notes.docx” is not a type of file.*save it"):
        pack(folder, out)
    assert out.read_bytes() == b"the old one"


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege")
def test_a_link_is_not_packed(folder: Path, tmp_path: Path) -> None:
    (folder / "secret.txt").symlink_to("/etc/passwd")
    with pytest.raises(WorkshopError, match="is a link"):
        pack(folder, tmp_path / "out.lesson")


def test_a_lesson_with_errors_is_not_packed(folder: Path, tmp_path: Path) -> None:
    (folder / "lesson.yaml").write_text(LESSON.replace("kind: slide", "kind: slyde"), "utf-8")
    with pytest.raises(WorkshopError, match="slyde"):
        pack(folder, tmp_path / "out.lesson")
    assert not (tmp_path / "out.lesson").exists()


# --- Refusals --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("/etc/cron.txt", "names a place"),
        ("C:/windows/a.txt", "names a place"),
        ("\\\\server\\a.txt", "names a place"),
        ("../a.txt", "outside the lesson's folder"),
        ("media/../../a.txt", "outside the lesson's folder"),
        ("media\\..\\a.txt", "outside the lesson's folder"),
        ("media\\a.txt", "a character"),
        ("media/a.txt:b.txt", "a character"),
        ("media//a.txt", "not a usable file name"),
        ("media/./a.txt", "some computers can't have"),
        ("media/CON.txt", "some computers can't have"),
        ("media /a.txt", "some computers can't have"),
        ("a" * 300 + ".txt", "not a usable file name"),
        ("run.exe", "not a type of file"),
        ("lesson", "not a type of file"),
        (".yaml", "not a type of file"),
        ("media/a.html", "not a type of file"),
        ("LESSON.yaml", "one and the same"),
        ("lesson.yaml/a.png", "one and the same"),
    ],
)
def test_a_name_that_could_do_harm_is_refused(tmp_path: Path, name: str, said: str) -> None:
    path = craft(tmp_path / "bad.lesson", {"lesson.yaml": LESSON.encode(), name: b"x"})
    assert said in refused(path)


def test_names_that_differ_only_in_how_an_accent_is_spelt_are_refused() -> None:
    assert "one and the same" in amiss(["media/caf\u00e9.png", "media/cafe\u0301.png"])
    assert "one and the same" in amiss(["Media/a.png", "media/b.png"])
    assert amiss(["media/a.png", "media/b.PNG"]) == ""


def test_a_name_cut_short_by_a_nul_is_refused(tmp_path: Path) -> None:
    path = craft(tmp_path / "bad.lesson", {"lesson.yaml": LESSON.encode(), "ab.exe_.txt": b"x"})
    path.write_bytes(path.read_bytes().replace(b"ab.exe_.txt", b"ab.exe\0.txt"))
    assert "a character" in refused(path)


def test_a_link_is_refused(tmp_path: Path) -> None:
    def add(archive: zipfile.ZipFile) -> None:
        info = zipfile.ZipInfo("link.txt")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")

    assert "is a link" in refused(craft(tmp_path / "bad.lesson", {"lesson.yaml": LESSON.encode()}, add))


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    def add(archive: zipfile.ZipFile) -> None:
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("lesson.yaml", "x")

    assert "one and the same" in refused(craft(tmp_path / "bad.lesson", {"lesson.yaml": LESSON.encode()}, add))


def test_more_than_two_thousand_files_are_refused(tmp_path: Path) -> None:
    files = {"lesson.yaml": LESSON.encode(), **{f"media/{n}.txt": b"" for n in range(2_000)}}
    assert "more than 2,000 files" in refused(craft(tmp_path / "bad.lesson", files))
    files.popitem()
    assert len(open_pack(craft(tmp_path / "good.lesson", files)).files) == 2_000


def test_a_list_of_files_too_long_to_be_true_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "bad.lesson"
    path.write_bytes(b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, 65_535, 65_535, 4_000_000_000, 0, 0))
    assert "more than 2,000 files" in refused(path)


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    files = {"lesson.yaml": LESSON.encode(), "bomb.txt": bytes(10_000_000)}
    assert "far more than its size" in refused(craft(tmp_path / "bad.lesson", files))


def test_more_than_the_limit_unpacked_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "MOST_BYTES", 5_000)
    files = {"lesson.yaml": LESSON.encode(), **{f"{n}.txt": os.urandom(1_000) for n in range(5)}}
    assert "holds more than" in refused(craft(tmp_path / "bad.lesson", files))


def test_a_file_that_is_larger_than_it_says_is_refused(tmp_path: Path) -> None:
    path = craft(tmp_path / "bad.lesson", {"lesson.yaml": LESSON.encode(), "a.txt": b"0123456789" * 9})
    data = path.read_bytes()
    path.write_bytes(data.replace(struct.pack("<L", 90), struct.pack("<L", 10)))
    assert "damaged" in refused(path)


@pytest.mark.parametrize("text", [b"", b"PK", b"not a zip at all, only some words", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_pack_is_said_to_be_none(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "bad.lesson"
    path.write_bytes(text)
    refused(path)


def test_a_pack_that_is_not_there_is_a_plain_sentence(tmp_path: Path) -> None:
    with pytest.raises(WorkshopError, match="could not be read"):
        open_pack(tmp_path / "none.lesson")


def test_a_changed_file_a_missing_one_and_an_added_one_are_noticed(tmp_path: Path) -> None:
    good = {"lesson.yaml": LESSON.encode(), "media/a.txt": b"a"}
    for bad in ({**good, "media/a.txt": b"b"}, {"lesson.yaml": good["lesson.yaml"]}, {**good, "media/b.txt": b"b"}):
        path = tmp_path / "bad.lesson"
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in {**bad, "manifest.json": manifest(good)}.items():
                archive.writestr(name, data)
        assert "is not as its maker packed it" in refused(path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "damaged"),
        (b"[" * 100_000, "damaged"),
        (b"\xff\xfe\x00", "damaged"),
        (b"[]", "another version"),
        (b'{"format": "pack/2"}', "another version"),
        (b'{"format": "pack/1", "files": 3}', "not as its maker"),
        (b'{"format": "pack/1", "files": {"lesson.yaml": ["x"], "\\ud800": 1}}', "not as its maker"),
    ],
)
def test_a_manifest_that_says_nothing_of_use_is_refused(tmp_path: Path, text: bytes, said: str) -> None:
    path = tmp_path / "bad.lesson"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("lesson.yaml", LESSON)
        archive.writestr("manifest.json", text)
    assert said in refused(path).encode().decode()


def test_a_pack_without_manifest_or_lesson_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad.lesson"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("lesson.yaml", LESSON)
    assert "no manifest.json" in refused(path)
    assert "no lesson.yaml" in refused(craft(path, {"a.txt": b""}))


names = st.text(st.characters(codec="utf-8") | st.sampled_from("/\\.:aA"), min_size=1, max_size=30)


@given(name=names, ending=st.sampled_from(["", *(f".{kind}" for kind in TYPES)]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_name_whatever_leaves_the_folder(tmp_path: Path, name: str, ending: str) -> None:
    path = tmp_path / "any.lesson"
    try:
        craft(path, {"lesson.yaml": LESSON.encode(), name + ending: b"x"})
    except (UnicodeEncodeError, IndexError):  # zipfile itself can't write such a name
        return
    with contextlib.suppress(WorkshopError):
        opened = open_pack(path)
        out = tmp_path / os.urandom(4).hex() / "out"
        unpack(opened, out)
        assert tree(out).keys() == {*opened.files, "manifest.json"}
        assert list(out.parent.iterdir()) == [out]


@given(st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 255)), min_size=1, max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_damage_is_a_traceback(tmp_path: Path, changes: list[tuple[int, int]]) -> None:
    path = craft(tmp_path / "any.lesson", {"lesson.yaml": LESSON.encode(), "media/a.txt": b"some words " * 20})
    data = bytearray(path.read_bytes())
    for at, byte in changes:
        data[at % len(data)] = byte
    path.write_bytes(bytes(data))
    with contextlib.suppress(WorkshopError):
        open_pack(path)


@given(st.binary(max_size=400))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_are_a_traceback(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "any.lesson"
    path.write_bytes(data)
    with pytest.raises(WorkshopError):
        open_pack(path)


# --- Installing ------------------------------------------------------------------------------------


def test_an_installed_lesson_is_where_the_library_looks(folder: Path, tmp_path: Path, places: Places) -> None:
    installed = install(pack(folder, tmp_path / "any-name.lesson"), places)
    assert installed == places.installed / "kind-words"
    assert [path.name for path in places.installed.iterdir()] == ["kind-words"]


def test_installing_the_same_pack_again_changes_nothing(folder: Path, tmp_path: Path, places: Places) -> None:
    path = pack(folder, tmp_path / "out.lesson")
    before = install(path, places).stat().st_ino
    assert install(path, places).stat().st_ino == before
    assert len(list(places.installed.iterdir())) == 1


def test_a_newer_version_replaces_one_that_nobody_changed(folder: Path, tmp_path: Path, places: Places) -> None:
    install(pack(folder, tmp_path / "one.lesson"), places)
    (folder / "lesson.yaml").write_text(LESSON.replace("1.0.0", "1.1.0"), "utf-8")
    installed = install(pack(folder, tmp_path / "two.lesson"), places)
    assert "1.1.0" in (installed / "lesson.yaml").read_text("utf-8")
    assert [path.name for path in places.installed.iterdir()] == ["kind-words"]


def test_a_lesson_that_was_changed_is_kept_beside_the_newer_one(folder: Path, tmp_path: Path, places: Places) -> None:
    path = pack(folder, tmp_path / "one.lesson")
    for expected in ("kind-words-2", "kind-words-3"):
        mine = install(path, places) / "lesson.yaml"
        mine.write_text(LESSON.replace("Hello", f"Mine in {expected}"), "utf-8")
        install(path, places)
        assert f"Mine in {expected}" in (places.installed / expected / "lesson.yaml").read_text("utf-8")
    assert (places.installed / "kind-words" / "lesson.yaml").read_text("utf-8") == LESSON


def test_a_refused_pack_leaves_nothing_behind(tmp_path: Path, places: Places) -> None:
    path = craft(tmp_path / "bad.lesson", {"lesson.yaml": b"title: nothing else\n"})
    with pytest.raises(WorkshopError, match="The lesson has errors"):
        install(path, places)
    assert list(places.installed.iterdir()) == []


def test_a_lesson_whose_id_is_a_path_is_not_installed(tmp_path: Path, places: Places) -> None:
    text = LESSON.replace("id: kind-words", "id: ../../away")
    path = craft(tmp_path / "bad.lesson", {"lesson.yaml": text.encode(), "media/sun.svg": b"<svg/>"})
    with pytest.raises(WorkshopError):
        install(path, places)
    assert list(places.installed.iterdir()) == []
