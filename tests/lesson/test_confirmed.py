"""Who checked which number, and when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from workshop.lesson.confirmed import Confirmed, day_words, read_day
from workshop.lesson.directory import Confirmation

DAY = date(2026, 11, 23)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "confirmed.json"


def test_a_confirmation_is_kept_and_can_be_taken_back(path: Path) -> None:
    confirmed = Confirmed(path)
    assert confirmed.last_by == ""
    confirmed.confirm("helpline | Awel | 102 | ", "Zoë Okoro", DAY)
    assert Confirmed(path).by_key == {"helpline | Awel | 102 | ": Confirmation("Zoë Okoro", "2026-11-23")}
    assert Confirmed(path).last_by == "Zoë Okoro"
    confirmed.take_back("helpline | Awel | 102 | ")
    assert Confirmed(path).by_key == {}


def test_two_windows_do_not_lose_each_others(path: Path) -> None:
    one, other = Confirmed(path), Confirmed(path)
    one.confirm("a", "Ms Lee", DAY)
    other.confirm("b", "Mr Ng", DAY)
    assert set(Confirmed(path).by_key) == {"a", "b"}


@pytest.mark.parametrize("data", [b"{", b"[]", b"\xff", b"7"])
def test_a_damaged_file_confirms_nothing_and_is_kept(path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    confirmed = Confirmed(path)
    assert confirmed.by_key == {}
    assert "confirmed.damaged.json" in confirmed.told
    assert path.with_name("confirmed.damaged.json").read_bytes() == data
    confirmed.confirm("a", "Ms Lee", DAY)
    assert set(Confirmed(path).by_key) == {"a"}


def test_an_entry_that_names_nobody_or_no_day_confirms_nothing(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(
        '{"a": {"by": "", "on": "2026-11-23"}, "b": {"by": "Ms Lee", "on": "soon"}, "c": 1, "d": {"by": "Ms Lee"},'
        ' "e": {"by": "Ms Lee", "on": "2026-11-23"}}'
    )
    assert set(Confirmed(path).by_key) == {"e"}


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("23 November 2026", DAY),
        (" 23 nov 2026 ", DAY),
        ("23. November 2026", DAY),
        ("2026-11-23", DAY),
        ("23/11/2026", None),
        ("31 November 2026", None),
        ("23 Vember 2026", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_it_is_written(typed: str, day: date | None) -> None:
    assert read_day(typed) == day
    assert read_day(day_words(DAY)) == DAY
