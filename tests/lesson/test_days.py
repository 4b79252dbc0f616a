"""Safer Internet Day, on the days that were kept."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from workshop.lesson.days import next_safer_internet_day, safer_internet_day

KEPT = (
    date(2020, 2, 11),
    date(2021, 2, 9),
    date(2022, 2, 8),
    date(2023, 2, 7),
    date(2024, 2, 6),
    date(2025, 2, 11),
    date(2026, 2, 10),
)


@pytest.mark.parametrize("day", KEPT)
def test_the_days_kept_so_far(day: date) -> None:
    assert safer_internet_day(day.year) == day


@pytest.mark.parametrize("year", range(2004, 2104))
def test_it_is_always_a_tuesday_from_5_to_11_february(year: int) -> None:
    day = safer_internet_day(year)
    assert (day.year, day.month, day.weekday()) == (year, 2, 1)
    assert 5 <= day.day <= 11


def test_the_next_one_is_today_on_the_day_and_next_year_after_it() -> None:
    day = date(2026, 2, 10)
    assert next_safer_internet_day(day - timedelta(days=1)) == day
    assert next_safer_internet_day(day) == day
    assert next_safer_internet_day(day + timedelta(days=1)) == date(2027, 2, 9)
    assert next_safer_internet_day(date(2026, 12, 31)) == date(2027, 2, 9)
