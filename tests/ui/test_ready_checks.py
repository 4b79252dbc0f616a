"""What a room check finds, and how this computer is asked: green, amber or red, never more than is known."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from workshop.ui.ready import checks, machine
from workshop.ui.ready.checks import AMBER, GREEN, MB, RED, Check, Plugged, Power

Supply = Callable[..., Path]
SCREENS = (Plugged(1, "Laptop", primary=True), Plugged(2, "Epson EB-L200"))


def test_every_finding_that_is_not_green_says_what_to_do() -> None:
    found = [
        checks.projector((), "Laptop", ""),
        checks.projector((), "Laptop", "", one_screen=True),
        checks.projector(SCREENS, "Epson EB-L200", ""),
        *(checks.reading(answer, theme) for answer in (None, False) for theme in ("light", "contrast")),
        checks.reading(None, "light", asked=True),
        *(checks.clicker(seen, key) for seen, key in (([], ""), (["next"], ""), (["next", "back"], "F8"))),
        *(checks.sound(heard) for heard in (None, False)),
        checks.sound(None, mute=True),
        checks.awake("Set the screen to “never off”."),
        *(checks.battery(power) for power in (None, Power(True), Power(True, False), Power(True, False, 10))),
        checks.notifications(False, "Press the bell."),
        *(checks.disk(free) for free in (None, 0, 100 * MB)),
    ]
    assert all(check.state != GREEN and check.told and check.todo for check in found)


def test_a_projector_is_green_once_it_is_the_one_that_was_chosen_before() -> None:
    assert checks.projector(SCREENS, "Epson EB-L200", "Epson EB-L200").state == GREEN
    assert checks.projector(SCREENS, "Epson EB-L200", "BenQ").state == AMBER
    assert "screen 2, Epson EB-L200" in checks.projector(SCREENS, "Epson EB-L200", "").told


def test_high_contrast_is_not_offered_where_it_is_on() -> None:
    assert "high contrast" in checks.reading(False, "light").todo
    assert "high contrast" not in checks.reading(False, "contrast").todo
    assert "can’t be made larger" in checks.reading(False, "light").todo


def test_a_clicker_is_green_with_its_two_buttons() -> None:
    assert checks.clicker(["back", "blank", "next"]).state == GREEN
    assert "Back" in checks.clicker(["next"]).told
    assert "F8" in checks.clicker(["next", "back"], "F8").told


@pytest.mark.parametrize(
    ("power", "state"),
    [
        (Power(False), GREEN),
        (Power(True, True, 5), GREEN),
        (Power(True, False, 90), GREEN),
        (Power(True, False, 40), AMBER),
        (Power(True, False, 10), RED),
        (Power(True, None, 90), AMBER),
        (None, AMBER),
    ],
)
def test_the_battery_is_told_and_unknown_stays_unknown(power: Power | None, state: str) -> None:
    found = checks.battery(power)
    assert found.state == state
    if power is None:
        assert "Look yourself" in found.todo


def test_messages_are_never_said_to_be_silenced_by_the_program() -> None:
    assert "can’t turn them off" in checks.notifications(False, "").told
    assert checks.notifications(True, "").told == "You said that they are off."


@pytest.mark.parametrize(
    ("free", "state", "told"), [(80_000 * MB, GREEN, "80 GB"), (300 * MB, AMBER, "300 MB"), (9 * MB, RED, "9 MB")]
)
def test_free_room_is_told_in_plain_sizes(free: int, state: str, told: str) -> None:
    assert checks.disk(free).state == state
    assert told in checks.disk(free).told


def test_the_summary_counts_what_is_ready() -> None:
    assert checks.summary([Check(GREEN, ""), Check(RED, ""), Check(AMBER, "")]) == "1 of 3 ready"


class TestLinux:
    @pytest.fixture
    def supply(self, tmp_path: Path) -> Supply:
        def make(name: str, **facts: str) -> Path:
            (tmp_path / name).mkdir()
            for fact, told in facts.items():
                (tmp_path / name / fact).write_text(told + "\n", "ascii")
            return tmp_path

        return make

    def test_a_laptop_on_its_charger(self, supply: Supply) -> None:
        supply("AC", type="Mains", online="1")
        assert machine.linux_power(supply("BAT0", type="Battery", status="Charging", capacity="41")) == Power(
            True, True, 41
        )

    def test_a_laptop_on_its_battery(self, supply: Supply) -> None:
        supply("AC", type="Mains", online="0")
        supply("BAT1", type="Battery", status="Not charging", capacity="80")
        assert machine.linux_power(supply("BAT0", type="Battery", status="Discharging", capacity="41")) == Power(
            True, False, 41
        )

    def test_a_mouse_is_no_battery(self, supply: Supply) -> None:
        told = machine.linux_power(supply("hid-1", type="Battery", scope="Device", status="Discharging", capacity="3"))
        assert told == Power(False)

    def test_a_battery_that_tells_little_leaves_it_unknown(self, supply: Supply) -> None:
        assert machine.linux_power(supply("BAT0", type="Battery", status="Unknown")) == Power(True, None, None)

    def test_no_such_folder_is_unknown(self, tmp_path: Path) -> None:
        assert machine.linux_power(tmp_path / "none") is None


@pytest.mark.parametrize(
    ("facts", "power"),
    [
        ((1, 8, 77), Power(True, True, 77)),
        ((0, 4, 12), Power(True, False, 12)),
        ((1, 128, 255), Power(False)),
        ((255, 1, 255), Power(True, None, None)),
        ((1, 255, 255), None),
    ],
)
def test_windows_is_understood(facts: tuple[int, int, int], power: Power | None) -> None:
    assert machine.windows_power(*facts) == power


@pytest.mark.parametrize(
    ("told", "power"),
    [
        (
            "Now drawing from 'AC Power'\n -InternalBattery-0 (id=1)\t83%; charging; 0:40 remaining",
            Power(True, True, 83),
        ),
        ("Now drawing from 'Battery Power'\n -InternalBattery-0 (id=1)\t9%; discharging", Power(True, False, 9)),
        ("Now drawing from 'AC Power'\n", Power(False)),
        ("", None),
    ],
)
def test_a_mac_is_understood(told: str, power: Power | None) -> None:
    assert machine.mac_power(told) == power


def test_free_room_is_found_before_the_folder_is_there(tmp_path: Path) -> None:
    free = machine.free_room(tmp_path / "not" / "yet")
    assert free is not None
    assert free > 0


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux"])
@pytest.mark.parametrize("desktop", ["", "ubuntu:GNOME", "KDE", "XFCE", "X-Cinnamon"])
def test_each_system_is_told_how_to_silence_messages(platform: str, desktop: str) -> None:
    told = machine.how_to_silence(platform, {"XDG_CURRENT_DESKTOP": desktop})
    assert told.endswith(".")
    assert "disturb" in told.lower() or "turn them off" in told
