"""What this computer tells about itself: its power supply, its free room, and how its messages are turned off."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

from workshop.ui.ready.checks import Power

SUPPLIES = Path("/sys/class/power_supply")  # Linux: one folder a supply, one file a fact
_UNKNOWN = 255  # Windows: in any of its facts
_NO_BATTERY = 128  # Windows: a flag


def power() -> Power | None:
    """The power supply; None where the system doesn't tell. Never raises."""
    try:
        if sys.platform == "win32":
            return _ask_windows()
        if sys.platform == "darwin":
            return _ask_mac()
        return linux_power(SUPPLIES)
    except (OSError, ValueError, AttributeError):
        return None


def linux_power(folder: Path) -> Power | None:
    """What the kernel tells. Batteries of mice and pens don't count; None where there is no such folder."""
    if not folder.is_dir():
        return None
    supplies = [_facts(supply) for supply in sorted(folder.iterdir())]
    batteries = [told for told in supplies if told.get("type") == "Battery" and told.get("scope") != "Device"]
    mains = [told["online"] for told in supplies if told.get("type") in ("Mains", "USB") and "online" in told]
    if not batteries:
        return Power(battery=False)
    levels = [int(told["capacity"]) for told in batteries if told.get("capacity", "").isdecimal()]
    return Power(True, _is_plugged(mains, {told.get("status", "") for told in batteries}), min(levels, default=None))


def _is_plugged(mains: list[str], states: set[str]) -> bool | None:
    if "1" in mains:
        return True
    if "Discharging" in states:
        return False
    if states & {"Charging", "Full", "Not charging"}:
        return True
    return False if mains else None


def _facts(supply: Path) -> dict[str, str]:
    told = {}
    for name in ("type", "scope", "online", "status", "capacity"):
        try:
            told[name] = (supply / name).read_text("ascii").strip()
        except (OSError, ValueError):  # not there, or the driver gives no answer
            continue
    return told


def windows_power(line: int, flag: int, percent: int) -> Power | None:
    """What Windows tells: ACLineStatus, BatteryFlag and BatteryLifePercent of SYSTEM_POWER_STATUS."""
    if flag == _UNKNOWN:
        return None
    if flag & _NO_BATTERY:
        return Power(battery=False)
    plugged = {0: False, 1: True}.get(line)
    return Power(True, plugged, percent if 0 <= percent <= 100 else None)


def _ask_windows() -> Power | None:
    import ctypes

    class Status(ctypes.Structure):
        _fields_ = (
            ("line", ctypes.c_ubyte),
            ("flag", ctypes.c_ubyte),
            ("percent", ctypes.c_ubyte),
            ("saver", ctypes.c_ubyte),
            ("seconds", ctypes.c_ulong),
            ("seconds_full", ctypes.c_ulong),
        )

    status = Status()
    if not ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status)):  # type: ignore[attr-defined,unused-ignore]
        return None
    return windows_power(status.line, status.flag, status.percent)


def mac_power(told: str) -> Power | None:
    """What `pmset -g batt` prints; None where that is something else."""
    source = re.search(r"drawing from '([^']+)'", told)
    if source is None:
        return None
    if "InternalBattery" not in told:
        return Power(battery=False)
    level = re.search(r"(\d{1,3})%", told)
    return Power(True, source[1].startswith("AC"), int(level[1]) if level else None)


def _ask_mac() -> Power | None:
    import subprocess

    try:
        done = subprocess.run(["pmset", "-g", "batt"], capture_output=True, text=True, timeout=2, check=True)
    except subprocess.SubprocessError:
        return None
    return mac_power(done.stdout)


def free_room(folder: Path) -> int | None:
    """Free bytes on the disk where `folder` is or will be; None where it can't be told."""
    import shutil

    there = next((place for place in (folder, *folder.parents) if place.exists()), None)
    try:
        return shutil.disk_usage(there).free if there is not None else None
    except OSError:
        return None


def how_to_silence(platform: str, environment: Mapping[str, str]) -> str:
    """How to turn off the messages of a system. `platform` as in `sys.platform`."""
    if platform == "win32":
        return (
            "Press the Windows key and N, then the bell: “Do not disturb”. In Windows 10, focus assist: “Alarms only”."
        )
    if platform == "darwin":
        return "Open the Control Centre at the top right, then Focus, and turn on “Do Not Disturb”."
    desktop = environment.get("XDG_CURRENT_DESKTOP", "").upper()
    if "GNOME" in desktop:
        return "Click the clock at the top of the screen and turn on “Do Not Disturb”."
    if "KDE" in desktop:
        return "Click the bell in the panel and turn on “Do not disturb”."
    if "XFCE" in desktop:
        return "Click the bell in the panel, or open Settings, Notifications, and turn on “Do not disturb”."
    if "CINNAMON" in desktop:
        return "Open System Settings, Notifications, and turn them off until the lesson is over."
    return "Close mail and chat programs, or turn on “Do not disturb” in this computer’s settings."
