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
    "environ",
    [
        {},
        {"DISPLAY": ""},
        {"QT_QPA_PLATFORM": "xcb"},
        {"WAYLAND_DISPLAY": "nothing-there"},
        {"QT_QPA_PLATFORM": "wayland"},
        {"QT_QPA_PLATFORM": "wayland", "DISPLAY": ":0"},
        {"QT_QPA_PLATFORM": "wayland-egl;xcb", "WAYLAND_DISPLAY": "nothing-there"},
    ],
)
def test_without_a_screen_that_is_told(environ: dict[str, str]) -> None:
    with pytest.raises(WorkshopError, match="Workshop needs a screen"):
        need_screen(environ)


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc", "vnc:size=800x600", "wayland;offscreen"])
def test_a_platform_without_a_screen_will_do(platform: str) -> None:
    need_screen({"QT_QPA_PLATFORM": platform})


def test_a_wayland_screen_will_do(tmp_path: Path) -> None:
    (tmp_path / "wayland-0").touch()
    runtime = {"XDG_RUNTIME_DIR": str(tmp_path)}
    need_screen({**runtime, "WAYLAND_DISPLAY": "wayland-0"})
    need_screen({**runtime, "QT_QPA_PLATFORM": "wayland"})


@pytest.mark.parametrize("display", ["nosuchhost:0", "localhost:10.0", "192.168.1.7:0", "[::1]:0"])
def test_a_display_of_another_computer_is_told_before_qt_tries_it(display: str) -> None:
    with pytest.raises(WorkshopError, match="only on this computer's own screen") as told:
        need_screen({"DISPLAY": display})
    assert f"{display}. " in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("display", [":0", ":1.0", "unix:0", "/run/screens/x:0"])
def test_a_display_of_this_computer_is_not_taken_for_another_one(display: str) -> None:
    assert not screen._elsewhere(display)


def test_an_unknown_platform_is_told_by_its_name() -> None:
    with pytest.raises(WorkshopError, match="QT_QPA_PLATFORM is set to nosuch"):
        need_screen({"QT_QPA_PLATFORM": "nosuch", "DISPLAY": ":0"})


def test_a_platform_kept_elsewhere_is_left_to_qt(tmp_path: Path) -> None:
    need_screen({"QT_QPA_PLATFORM": "nosuch", "QT_QPA_PLATFORM_PLUGIN_PATH": str(tmp_path)})


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
