"""Whether a window can be shown, found out before Qt is asked: Qt ends the whole program where it can't.

Where everything is in its usual place this costs a few looks at the disk (0.3 ms); only where something isn't
there, the libraries are loaded or the display asked (13 ms) to be certain.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from workshop.lesson.problems import WorkshopError

DEBIAN_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt needs of a Linux system to show windows, and the package of Debian and Ubuntu that holds it."""

_NO_SCREEN = "Workshop needs a screen, and there is none here. Start it from the desktop of this computer."


def need_screen(environ: Mapping[str, str] = os.environ) -> None:
    """Raises WorkshopError, with what to do in it, where Qt could not open a window."""
    plugins = _plugins()
    if plugins is None:
        raise WorkshopError("Workshop's windows need PySide6, which is not installed here. Type: pip install PySide6")
    if sys.platform != "linux":
        return
    platform = _platform(environ, plugins)
    if not platform:
        raise WorkshopError(_NO_SCREEN)
    if platform == "xcb" and _elsewhere(environ["DISPLAY"]):
        raise WorkshopError(
            "Workshop shows its windows only on this computer's own screen, and DISPLAY names another one: "
            f"{environ['DISPLAY']}. Start it on the computer that you sit at."
        )
    plugin = plugins / f"libq{platform}.so"
    if plugin.is_file() and not _in_usual_places(DEBIAN_PACKAGES):
        _load(plugin)
    if platform == "xcb" and not _has_socket(environ["DISPLAY"]) and not _answers():
        raise WorkshopError(f"{_NO_SCREEN} (The display {environ['DISPLAY']} does not answer.)")


def _plugins() -> Path | None:
    """Where PySide6 keeps its platform plugins; the folder may not be there in a system's own build."""
    from importlib.util import find_spec

    spec = find_spec("PySide6")
    return Path(spec.origin).parent / "Qt" / "plugins" / "platforms" if spec and spec.origin else None


def _platform(environ: Mapping[str, str], plugins: Path) -> str:
    """The platform that Qt will choose; empty where it will find none. Raises WorkshopError for unknown names."""
    wish = environ.get("QT_QPA_PLATFORM", "")
    asked = [name.split(":")[0].lower() for name in wish.split(";") if name]
    known = [name for name in asked if _has_plugin(name, environ, plugins)]
    if asked and not known:
        raise WorkshopError(
            f"Workshop can't show its windows: QT_QPA_PLATFORM is set to {wish}, which Qt does not have here. "
            "Start Workshop without that setting."
        )
    if not asked:
        known = ["wayland", "xcb"] if environ.get("WAYLAND_DISPLAY") else ["xcb"]
    return next((name for name in known if _has_screen(name, environ)), "")


def _has_plugin(name: str, environ: Mapping[str, str], plugins: Path) -> bool:
    """Whether Qt has a platform; True where its plugins may lie in folders that aren't known here."""
    elsewhere = environ.get("QT_PLUGIN_PATH") or environ.get("QT_QPA_PLATFORM_PLUGIN_PATH")
    name = "wayland" if name == "wayland-egl" else name  # one plugin goes by both names
    return bool(elsewhere) or not plugins.is_dir() or (plugins / f"libq{name}.so").is_file()


def _has_screen(platform: str, environ: Mapping[str, str]) -> bool:
    """Whether a platform's display is named and, with Wayland, there; platforms without a display will do."""
    if platform == "xcb":
        return bool(environ.get("DISPLAY"))
    if not platform.startswith("wayland"):
        return True
    runtime, display = environ.get("XDG_RUNTIME_DIR", ""), environ.get("WAYLAND_DISPLAY") or "wayland-0"
    return "WAYLAND_SOCKET" in environ or os.path.exists(os.path.join(runtime, display))


def _in_usual_places(libraries: Iterable[str]) -> bool:
    multiarch = getattr(sys.implementation, "_multiarch", "")
    folders = (f"/usr/lib/{multiarch}", "/usr/lib64", "/usr/lib")
    return all(any(os.path.exists(f"{folder}/{library}") for folder in folders) for library in libraries)


def _elsewhere(display: str) -> bool:
    """Whether a display is reached through the network, as ssh -X does it; a path names a socket on this computer."""
    host, colon, _ = display.rpartition(":")
    return bool(colon) and host not in ("", "unix") and not host.startswith("/")


def _has_socket(display: str) -> bool:
    """Whether a local X server has its socket in the usual place."""
    number = display.rpartition(":")[2].split(".")[0]
    return os.path.exists(f"/tmp/.X11-unix/X{number}")


def _load(plugin: Path) -> None:
    import ctypes

    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        raise WorkshopError(missing_libraries(str(error))) from None


def missing_libraries(said: str) -> str:
    """What to install when the loader said that a library is missing; all that are missing, not only the first."""
    import ctypes

    packages = []
    for library, package in DEBIAN_PACKAGES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            packages.append(package)
    named = [package for library, package in DEBIAN_PACKAGES.items() if library in said]
    wanted = sorted({*packages, *named})
    if not wanted:
        return f"Workshop's windows can't start: {said}."
    return f"Workshop's windows need a few libraries of the system. Type: sudo apt install {' '.join(wanted)}"


def _answers() -> bool:
    """Whether the X display lets us in, asked as Qt will ask it."""
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:  # Qt was built without it; it may know better
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed
