"""The help directory: what a class may read, and what is kept back."""

from __future__ import annotations

import re
from datetime import date

import pytest
import yaml

from workshop.lesson.directory import (
    DIRECTORY,
    ORDER,
    Confirmation,
    Service,
    countries,
    is_stale,
    services,
    stale_services,
    unconfirmed,
)

TODAY = date(2026, 6, 15)


@pytest.fixture(scope="module")
def whole() -> dict[str, dict]:
    return yaml.load(DIRECTORY.read_text("utf-8"), yaml.BaseLoader)


def test_every_country_found_by_its_line_is_what_the_whole_file_says(whole: dict) -> None:
    assert countries() == {code: block["country"] for code, block in whole.items()}
    for code, block in whole.items():
        entries = {Service(**entry) for entry in block["services"]}
        mine = {s for s in services(code) if s in entries} | set(unconfirmed(code))
        assert mine == entries


def test_every_row_of_the_directory_is_there_and_complete(whole: dict) -> None:
    rows = [Service(**entry) for block in whole.values() for entry in block["services"]]
    assert len(rows) == 198
    assert all(row.kind in ORDER and row.name and row.status in ("verified", "unverified") for row in rows)
    assert all(row.source and row.date for row in rows if row.status == "verified")
    for block in whole.values():
        keys = [Service(**entry).key for entry in block["services"]]
        assert len(keys) == len(set(keys))


def test_somebody_to_talk_to_and_the_emergency_number_come_first() -> None:
    for code in countries():
        kinds = [service.kind for service in services(code)]
        assert kinds == sorted(kinds, key=ORDER.index)
    card = services("AT", kinds=("emergency", "hotline", "helpline"))
    assert [service.phone or service.name for service in card] == ["147", "112", "Stopline"]


def test_the_first_emergency_number_is_the_one_that_anybody_can_call() -> None:
    for code in countries():
        numbers = [service.phone for service in services(code, kinds=("emergency",))]
        assert not numbers or numbers[0] in ("112", "999")


def test_norway_is_a_country_and_not_the_word_no() -> None:
    assert countries()["NO"] == "Norway"
    assert services("NO", kinds=("helpline",))


def test_an_unverified_service_is_hidden_until_confirmed() -> None:
    (awel,) = [s for s in unconfirmed("BE") if "Awel" in s.name]
    assert awel not in services("BE")
    assert awel in services("BE", confirmed={awel.key})
    assert awel not in unconfirmed("BE", confirmed={awel.key})


def test_a_confirmation_does_not_cover_a_changed_number() -> None:
    (awel,) = [s for s in unconfirmed("BE") if "Awel" in s.name]
    assert awel._replace(phone="103").key != awel.key


def test_a_country_without_a_removal_service_gets_the_one_that_works_anywhere() -> None:
    assert any("Take It Down" in service.name for service in services("BE", kinds=("removal",)))
    assert not any("Take It Down" in service.name for service in services("GB", kinds=("removal",)))


def test_an_unknown_country_gets_what_works_anywhere() -> None:
    assert services("ZZ") == services("INT") != ()
    assert services("A.") == services("INT")


def test_countries_are_in_the_order_of_their_names_with_the_shared_ones_last() -> None:
    names = list(countries().values())
    assert names[:-2] == sorted(names[:-2])
    assert names[-2:] == ["European Union", "International"]


@pytest.mark.parametrize(
    ("when", "stale"),
    [
        ("2026-02-17", False),
        ("2025-06-15", False),
        ("2025-06-14", True),
        ("2025-07", False),
        ("2025-06", True),
        ("2026", False),
        ("2025", True),
        ("undated", True),
        ("undated (after 2023-11)", True),
        ("", True),
    ],
)
def test_a_service_is_to_be_checked_again_after_twelve_months(when: str, stale: bool) -> None:
    assert is_stale(Service("helpline", "A helpline", date=when), date(2026, 6, 15)) is stale


def test_the_leap_day_has_a_year_after_it() -> None:
    assert not is_stale(Service("helpline", "A helpline", date="2024-02-29"), date(2025, 2, 28))
    assert is_stale(Service("helpline", "A helpline", date="2024-02-29"), date(2025, 3, 1))


def test_a_service_that_somebody_checked_this_year_is_not_stale() -> None:
    old = Service("helpline", "A helpline", date="2017")
    assert not is_stale(old, TODAY, Confirmation("Ms Lee", "2025-06-15"))
    assert is_stale(old, TODAY, Confirmation("Ms Lee", "2025-06-14"))
    assert not is_stale(old._replace(date="2026"), TODAY, Confirmation("Ms Lee", "2020-01-01"))


def test_what_to_look_at_again_is_what_is_shown_and_old() -> None:
    shown = services("AT")
    assert stale_services("AT", {}, TODAY) == tuple(s for s in shown if is_stale(s, TODAY)) != ()
    checked = {service.key: Confirmation("Ms Lee", "2026-06-01") for service in shown}
    assert stale_services("AT", checked, TODAY) == ()
    assert stale_services("AT", checked, date(2027, 6, 2)) == shown


def test_a_confirmation_of_last_year_still_shows_the_service_and_asks_for_another() -> None:
    (awel,) = [s for s in unconfirmed("BE") if "Awel" in s.name]
    checked = {awel.key: Confirmation("Ms Lee", "2025-01-01")}
    assert awel in services("BE", confirmed=checked)
    assert awel in stale_services("BE", checked, TODAY)
    assert awel not in stale_services("BE", {}, TODAY)


def test_nothing_but_country_codes_stands_at_the_start_of_a_line() -> None:
    lines = DIRECTORY.read_text("utf-8").splitlines()
    assert all(not line or line[0] in " #" or re.fullmatch(r"'?[A-Z]{2,3}'?:", line) for line in lines)
