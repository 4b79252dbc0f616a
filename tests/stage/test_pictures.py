"""Pictures of every type a lesson may hold; and one that can't be read leaves its place empty."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage

from workshop.paths import RESOURCES
from workshop.stage import pictures
from workshop.stage.picturesize import natural_size

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><rect width="80" height="40" fill="#ff0000"/></svg>'


@pytest.fixture(autouse=True)
def no_kept_pictures() -> None:
    pictures.forget()


def made(folder: Path, suffix: str) -> str:
    """A red picture, 80 x 40."""
    file = folder / f"red{suffix}"
    if suffix == ".svg":
        file.write_text(SVG)
    else:
        image = QImage(80, 40, QImage.Format.Format_RGB32)
        image.fill(QColor("#ff0000"))
        assert image.save(str(file))
    return str(file)


@pytest.mark.parametrize("suffix", [".svg", ".png", ".jpg", ".webp"])
def test_each_type_is_drawn_whole_or_filling(tmp_path: Path, suffix: str) -> None:
    source = made(tmp_path, suffix)
    whole, filling = pictures.render(source, 100, 100), pictures.render(source, 100, 100, "cover")
    assert whole is not None
    assert filling is not None
    assert (whole.width(), whole.height()) == (100, 100)
    assert whole.pixelColor(50, 50).red() > 250
    assert whole.pixelColor(50, 10).alpha() == 0
    assert filling.pixelColor(50, 10).red() > 250
    assert natural_size(source) == (80, 40)


def test_it_is_drawn_once_for_one_size(tmp_path: Path) -> None:
    source = made(tmp_path, ".png")
    first = pictures.render(source, 60, 60)
    assert pictures.render(source, 60, 60) is first
    pictures.forget()
    assert pictures.render(source, 60, 60) is not first


def test_no_more_is_kept_than_has_room(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pictures, "CACHE_BYTES", 100_000)
    source = made(tmp_path, ".png")
    for width in range(100, 160):
        pictures.render(source, width, 100)
    assert sum(image.sizeInBytes() for image in pictures._images.values()) <= 100_000


def enormous_png() -> bytes:
    """A file of a few bytes that claims to be 100,000 pixels wide and high."""
    header = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


@pytest.mark.qt_log_ignore("Cannot read file", extend=True)  # Qt says so of a damaged drawing
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.png", None),
        ("empty.png", b""),
        ("text.jpg", b"not a picture"),
        ("text.svg", b"not a drawing"),
        ("open.svg", b"<svg><rect"),
        ("huge.png", enormous_png()),
        ("nul\0.png", None),
        ("other.xyz", b"what"),
    ],
)
def test_what_cannot_be_read_is_no_picture(tmp_path: Path, name: str, content: bytes | None) -> None:
    source = f"{tmp_path}/{name}"
    if content is not None:
        Path(source).write_bytes(content)
    assert pictures.render(source, 50, 50) is None
    assert pictures.render(source, 0, 50) is None
    if name != "huge.png":
        assert natural_size(source) is None


def test_a_photograph_held_upright_is_high(tmp_path: Path) -> None:
    source = made(tmp_path, ".jpg")
    data = Path(source).read_bytes()
    entry = struct.pack("<HHIHH", 0x0112, 3, 1, 6, 0)
    exif = b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<H", 1) + entry + b"\0\0\0\0"
    Path(source).write_bytes(data[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + data[2:])
    assert natural_size(source) == (40, 80)
    shown = pictures.render(source, 100, 100)
    assert shown is not None
    assert [shown.pixelColor(x, y).alpha() for x, y in ((50, 3), (50, 96), (20, 50), (80, 50))] == [255, 255, 0, 0]


def test_a_drawing_is_as_large_as_its_view_box_says(tmp_path: Path) -> None:
    file = tmp_path / "a.svg"
    for text, size in (
        ('<svg viewBox="-4 0 30.5 61" width="7" height="7">', (30.5, 61.0)),
        ('<svg width="20px" height="10">', (20.0, 10.0)),
        ('<svg viewBox="0 0 1.2.3 4">', None),
        ("<svg>", None),
    ):
        file.write_text(text)
        assert pictures_size(file) == size


def pictures_size(file: Path) -> tuple[float, float] | None:
    """Read anew, whatever the clock says of the file."""
    from workshop.stage import picturesize

    picturesize._size.cache_clear()
    return natural_size(str(file))


@pytest.mark.parametrize("file", sorted((RESOURCES / "art").glob("*.svg")), ids=lambda file: file.stem)
def test_our_own_drawings_are_drawn(file: Path) -> None:
    image = pictures.render(str(file), 120, 120)
    assert image is not None
    assert any(image.pixelColor(x, y).alpha() for x in range(0, 120, 8) for y in range(0, 120, 8))
    told = file.read_text("utf-8")
    assert not any(part in told for part in ("<filter", "<mask", "<clipPath", "Gradient", "<style", "<text", "href"))


@pytest.mark.parametrize(("anchor", "top"), [("top", 0.0), ("center", 25.0), ("bottom", 50.0)])
def test_a_picture_stands_where_it_is_anchored(anchor: str, top: float) -> None:
    where = pictures.placed(QSizeF(80, 40), 100, 100, "contain", anchor)
    assert (where.x(), where.y(), where.width(), where.height()) == (0, top, 100, 50)


def test_a_drawing_that_shows_a_file_of_the_computer_is_not_painted(tmp_path: Path) -> None:
    other = made(tmp_path, ".png")
    drawing = tmp_path / "link.svg"
    drawing.write_text(SVG.replace("<rect ", f'<image href="{other}" '))
    assert pictures.render(str(drawing), 80, 40) is None
    drawing.write_text(SVG)
    pictures.forget()
    assert pictures.render(str(drawing), 80, 40) is not None


def test_drawings_nested_without_end_are_not_painted(tmp_path: Path) -> None:
    groups = "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 12))
    drawing = tmp_path / "endless.svg"
    drawing.write_text(SVG.replace("<rect ", f'<defs><g id="a0"/>{groups}</defs><use href="#a11"/><rect '))
    assert pictures.render(str(drawing), 80, 40) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
@pytest.mark.parametrize("name", ["pipe.svg", "pipe.png"])
def test_a_pipe_is_never_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    assert pictures.render(str(tmp_path / name), 80, 40) is None
    assert natural_size(str(tmp_path / name)) is None
