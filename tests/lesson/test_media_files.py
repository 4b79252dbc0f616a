"""A lesson's pictures are inside its folder, of a known type, of a sensible size, and described."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest

from workshop.lesson.media_files import picture_size
from workshop.lesson.reader import Reading, read

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 640, 480) + b"\x08\x06\0\0\0" + b"\0" * 4
PIXELS, END = struct.pack(">I4sII", 4, b"IDAT", 0, 0), b"\0\0\0\0IEND\xaeB`\x82"
WHOLE_PNG = PNG + PIXELS + END
JPEG = (
    b"\xff\xd8\xff\xe0"
    + struct.pack(">H", 16)
    + b"JFIF"
    + b"\0" * 10
    + b"\xff\xc0"
    + struct.pack(">HBHH", 17, 8, 480, 640)
)
SCAN = b"\xff\xda" + b"\0" * 40
WEBP = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + (639).to_bytes(3, "little") + (479).to_bytes(3, "little")
LOSSLESS = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + (639 | 479 << 14).to_bytes(4, "little") + b"\0" * 8
LOSSY = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 640, 480)
SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480"><path/></svg>'


def lesson(folder: Path, media: str) -> Reading:
    head = "format: lesson/1\nid: a\nversion: 1\nlanguage: en\ntitle: A\n"
    (folder / "lesson.yaml").write_text(f"{head}media:\n  cat: {media}\nsteps:\n- {{id: b, kind: slide}}\n")
    return read(folder)


def with_file(folder: Path, name: str, data: bytes) -> Reading:
    (folder / name).write_bytes(data)
    return lesson(folder, f"{{file: {name}, alt: A cat}}")


@pytest.mark.parametrize(
    ("head", "suffix"),
    [(PNG, ".png"), (JPEG, ".jpg"), (WEBP, ".webp"), (LOSSLESS, ".webp"), (LOSSY, ".webp"), (SVG, ".svg")],
)
def test_a_picture_s_size_is_known_from_its_first_bytes(head: bytes, suffix: str, tmp_path: Path) -> None:
    assert picture_size(head, suffix) == (640, 480)
    rest = {".png": PIXELS + END, ".jpg": SCAN + b"\xff\xd9"}.get(suffix, b"")
    assert with_file(tmp_path, f"cat{suffix}", head + rest).problems == []


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".svg"])
@pytest.mark.parametrize("head", [b"", b"\0" * 100, b"GIF89a", PNG[:10], JPEG[:2], WEBP[:14]])
def test_what_is_no_picture_has_no_size(head: bytes, suffix: str) -> None:
    assert picture_size(head, suffix) is None


@pytest.mark.parametrize(
    ("svg", "size"),
    [
        (b'<svg width="100" height="50">', (100, 50)),
        (b'<svg viewBox="0 0 10.5 20.5">', (10, 20)),
        (b'<svg width="100%" viewBox="0 0 9 8">', (9, 8)),
        (b'<svg><rect width="99999" height="99999"/></svg>', (0, 0)),
        (b"<svg>", (0, 0)),
    ],
)
def test_an_svg_tells_its_size_or_is_drawn_at_any(svg: bytes, size: tuple[int, int]) -> None:
    assert picture_size(svg, ".svg") == size


@pytest.mark.parametrize(
    ("media", "code"),
    [
        ("{file: media/cat.png, alt: A cat}", "media-missing"),
        ("{file: ../cat.png, alt: A cat}", "outside-folder"),
        ("{file: /etc/cat.png, alt: A cat}", "outside-folder"),
        ("{file: 'media\\cat.png', alt: A cat}", "outside-folder"),
        ("{file: 'C:/cat.png', alt: A cat}", "outside-folder"),
        ("{file: 'https://example.org/cat.png', alt: A cat}", "remote-media"),
        ("{file: cat.gif, alt: A cat}", "media-type"),
        ("{file: cat.PNG, alt: A cat}", "media-type"),
        ("{file: cat.jpeg, alt: A cat}", "media-type"),
        ("{file: song.ogg, captions: ../song.vtt}", "outside-folder"),
    ],
)
def test_a_file_must_be_a_known_type_inside_the_folder(media: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "song.ogg").write_bytes(b"OggS")
    found = lesson(tmp_path, media)
    assert [(p.code, p.mark.line) for p in found.problems] == [(code, 7)]
    assert found.lesson is not None, "the lesson can still be shown, without its picture"


def test_a_picture_is_described_or_decorative(tmp_path: Path) -> None:
    (tmp_path / "cat.png").write_bytes(WHOLE_PNG)
    assert [p.code for p in lesson(tmp_path, "{file: cat.png}").problems] == ["no-alt"]
    assert lesson(tmp_path, "{file: cat.png, decorative: true}").problems == []


def test_a_damaged_picture_is_told(tmp_path: Path) -> None:
    assert [p.code for p in with_file(tmp_path, "cat.png", JPEG).problems] == ["media-damaged"]


@pytest.mark.parametrize(
    ("name", "data", "severity"),
    [
        ("cat.png", PNG + END, "error"),  # no pixels at all
        ("cat.png", PNG + PIXELS, "error"),
        ("cat.png", PNG + PIXELS[:-6], "error"),
        ("cat.jpg", JPEG + SCAN, "warning"),
        ("cat.jpg", JPEG + b"\xff\xd9" + SCAN, "warning"),  # the end of the small picture within it
        ("cat.webp", WEBP.replace(b"RIFF\0", b"RIFF\xff"), "error"),
    ],
)
def test_a_picture_whose_end_is_missing_is_told(name: str, data: bytes, severity: str, tmp_path: Path) -> None:
    found = with_file(tmp_path, name, data).problems
    assert [(p.code, p.severity) for p in found] == [("damaged-picture", severity)]


def test_a_photograph_followed_by_a_phone_s_film_is_whole(tmp_path: Path) -> None:
    assert with_file(tmp_path, "cat.jpg", JPEG + SCAN + b"\xff\xd9" + b"film" * 99).problems == []


@pytest.mark.parametrize("drawn", [b"<use href='#a'/>", b"<image href='/etc/cat.png'/>"])
def test_a_drawing_that_repeats_or_fetches_is_refused(drawn: bytes, tmp_path: Path) -> None:
    (found,) = with_file(tmp_path, "cat.svg", SVG.replace(b"<path/>", drawn)).problems
    assert (found.code, found.severity) == ("unsafe-svg", "error")
    assert found.hint == "Export it as plain SVG without links and effects."


def test_a_picture_with_too_many_pixels_is_told(tmp_path: Path) -> None:
    wide = PNG.replace(struct.pack(">I", 640), struct.pack(">I", 8193))
    assert [p.code for p in with_file(tmp_path, "cat.png", wide).problems] == ["media-too-large"]


def test_a_file_of_more_than_20_mb_is_told(tmp_path: Path) -> None:
    with (tmp_path / "film.mp4").open("wb") as file:
        file.truncate(20 * 1024 * 1024 + 1)
    assert [p.code for p in lesson(tmp_path, "{file: film.mp4}").problems] == ["media-too-large"]


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "cat.png").mkdir()
    assert [p.code for p in lesson(tmp_path, "{file: cat.png, alt: A cat}").problems] == ["media-missing"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
@pytest.mark.parametrize("name", ["cat.png", "cat.svg", "cat.jpg"])
def test_a_pipe_is_no_picture_and_is_never_waited_for(name: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / name)
    assert [p.code for p in lesson(tmp_path, f"{{file: {name}, alt: A cat}}").problems] == ["media-missing"]


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cat.png").write_bytes(PNG)
    inside = tmp_path / "lesson"
    inside.mkdir()
    (inside / "cat.png").symlink_to(tmp_path / "cat.png")
    assert [p.code for p in lesson(inside, "{file: cat.png, alt: A cat}").problems] == ["outside-folder"]
