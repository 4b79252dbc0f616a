"""Settings: remembered, and never a reason that the program can't start."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop.lesson.problems import WorkshopError
from workshop.settings import Geometry, Settings, SettingsFile


def test_the_usual_settings_serve_where_there_is_no_file(data_dir: Path) -> None:
    file = SettingsFile(data_dir / "settings.json")
    assert file.value == Settings()
    assert file.told == ""
    assert not data_dir.exists()  # nothing is written until something is chosen


def test_what_was_chosen_is_there_again(data_dir: Path) -> None:
    path = data_dir / "settings.json"
    chosen = Settings(
        theme="dark",
        text_scale=150,
        country="FR",
        stage_theme="contrast",
        projector="Epson",
        notes_size=40,
        windows={"home": Geometry(10, -20, 900, 600, True)},
        keys={"freeze": ("F", "Media Next"), "timer": ()},
        class_age=12,
        done={"briefing": "2026-09-01"},
    )
    SettingsFile(path).change(**chosen._asdict())
    assert SettingsFile(path).value == chosen


def test_a_change_of_one_keeps_the_others(data_dir: Path) -> None:
    path = data_dir / "settings.json"
    file = SettingsFile(path)
    file.change(theme="contrast")
    file.change(country="DE")
    assert SettingsFile(path).value == Settings(theme="contrast", country="DE")


@pytest.mark.parametrize("damaged", [b"", b"{", b"\xff\xfe\x00", b"[]", b"null", b"[" * 100_000])
def test_a_damaged_file_is_set_aside_and_said(data_dir: Path, damaged: bytes) -> None:
    path = data_dir / "settings.json"
    path.parent.mkdir(parents=True)
    path.write_bytes(damaged)
    file = SettingsFile(path)
    assert file.value == Settings()
    assert "Your lessons are safe" in file.told
    assert (data_dir / "settings.damaged.json").read_bytes() == damaged
    file.change(theme="dark")
    assert SettingsFile(path).value.theme == "dark"


@pytest.mark.parametrize(
    "told",
    [
        {"theme": "pink", "text_scale": 9000, "country": 7, "windows": []},
        {"theme": [], "text_scale": "100", "country": "../..", "windows": {"home": [1, 2]}},
        {"text_scale": 150.5, "windows": {"home": [1, 2, 3, "4", True]}, "of a later version": 1},
        {"keys": ["F"]},
        {"class_age": -1, "done": {"briefing": 3, "directory": "last year"}},
        {"class_age": "11", "done": ["briefing"]},
        {"keys": {"freeze": "F", "blank": [7], "timer": [""], "swap": ["S" * 50], "notes": ["\n"]}},
    ],
)
def test_a_setting_that_does_not_fit_gets_its_default(data_dir: Path, told: dict[str, object]) -> None:
    path = data_dir / "settings.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(told))
    assert SettingsFile(path).value == Settings()


@given(
    told=st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.sampled_from(["theme", "text_scale", "windows", "keys"]), inner)
        ),
    )
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_json_gives_settings(data_dir: Path, told: object) -> None:
    path = data_dir / "settings.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(told))
    assert isinstance(SettingsFile(path).value, Settings)


def test_settings_that_cannot_be_written_are_in_use_all_the_same(data_dir: Path) -> None:
    data_dir.parent.mkdir(parents=True, exist_ok=True)
    data_dir.write_text("a file where the folder should be")
    file = SettingsFile(data_dir / "settings.json")
    with pytest.raises(WorkshopError):
        file.change(theme="dark")
    assert file.value.theme == "dark"
