"""Safer Internet Day: when it is.

It is kept on the second day of the second week of the second month: the Tuesday that falls on 5 to 11 February.
Source: the Insafe network, which has coordinated the day since 2004; that rule gives every date kept from 2020 on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

SLOGAN = "Together for a better internet"
_TUESDAY = 1  # date.weekday() counts from Monday, 0


def safer_internet_day(year: int) -> date:
    """The day of that year."""
    from datetime import date

    first = date(year, 2, 5)
    return first.replace(day=5 + (_TUESDAY - first.weekday()) % 7)


def next_safer_internet_day(today: date) -> date:
    """The next such day; today itself where it is the day."""
    this_year = safer_internet_day(today.year)
    return this_year if today <= this_year else safer_internet_day(today.year + 1)


def is_near_safer_internet_day(today: date, days: int = 7) -> bool:
    """True within so many days before and after the day, when the lessons' covers name it."""
    return abs((safer_internet_day(today.year) - today).days) <= days
