"""Whether a window can be shown is found out before Qt ends the program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from workshop import screen
from workshop.lesson.problems import WorkshopError
from workshop.screen import DEBIAN_PACKAGES, missing_libraries, need_screen

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems have a screen, and Qt's libraries in its wheel"
)


@pytest.mark.parametrize(
    "environ", [{}, {"DISPLAY": ""}, {"QT_QPA_PLATFORM": "xcb"}, {"WAYLAND_DISPLAY": "nothing-there"}]
)
def test_without_a_screen_that_is_told(environ: dict[str, str]) -> None:
    with pytest.raises(WorkshopError, match="Workshop needs a screen"):
        need_screen(environ)


def test_a_platform_without_a_screen_will_do() -> None:
    need_screen({"QT_QPA_PLATFORM": "offscreen"})


def test_a_wayland_screen_will_do(tmp_path: Path) -> None:
    (tmp_path / "wayland-0").touch()
    need_screen({"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-0"})


def test_a_display_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    with pytest.raises(WorkshopError, match=":4711 does not answer"):
        need_screen({"DISPLAY": ":4711"})


def test_a_missing_library_is_told_with_what_to_install(tmp_path: Path) -> None:
    plugin = tmp_path / "libqxcb.so"
    plugin.write_text("no library")
    with pytest.raises(WorkshopError, match="can't start"):
        screen._load(plugin)
    said = missing_libraries("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")
    assert "Type: sudo apt install" in said
    assert "libxcb-cursor0" in said.split()


def test_every_library_has_its_package() -> None:
    for library, package in DEBIAN_PACKAGES.items():
        assert missing_libraries(f"{library}: cannot open shared object file").startswith("Workshop's windows need")
        assert package.startswith("lib")
