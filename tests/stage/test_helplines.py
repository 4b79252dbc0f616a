"""The rows of the help card: people, the child helpline and the emergency number first; never a number of our own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workshop.lesson.directory import Service, countries, services, unconfirmed
from workshop.stage.helplines import MOST, SIGNS, help_lines
from workshop.stage.words import words

EN = words("en")


def test_with_no_country_it_says_whom_to_ask_and_no_number() -> None:
    rows = help_lines("", (), EN)
    assert [row.head for row in rows] == ["A trusted adult", "Child helpline", "Emergency", "Your hotline"]
    assert not any(letter.isdigit() for row in rows for letter in row.head + row.note)


@pytest.mark.parametrize("country", [*countries(), "XX"])
def test_a_country_shows_its_own_numbers_and_no_other(country: str) -> None:
    rows = help_lines(country, (), EN)
    numbers = {s.phone for s in services(country)}
    assert len(rows) <= MOST
    assert rows[0].head == "A trusted adult"
    icons, order = [row.icon for row in rows[1:]], [icon for icon, _ in SIGNS.values()]
    assert icons == sorted(icons, key=order.index)
    assert {"message-circle-heart", "phone"} <= set(icons)
    assert all(row.head in numbers for row in rows if row.head[0].isdigit())
    hidden = {s.phone for s in unconfirmed(country) if s.phone} - numbers
    assert not hidden & {row.head for row in rows}


def test_free_is_said_only_where_the_directory_says_it() -> None:
    assert [row.note for row in help_lines("FR", (), EN)][1] == "child helpline, free"
    assert [row.note for row in help_lines("FI", (), EN)][1] == "child helpline"


def test_the_emergency_number_is_the_countrys_own() -> None:
    assert help_lines("GB", (), EN)[2].head == "999"
    assert help_lines("AL", (), EN)[2].head == "Emergency"


def test_what_is_for_adults_is_not_for_a_class() -> None:
    for country in ("GB", "IE", "PL", "HR"):
        shown = [row.head for row in help_lines(country, (), EN, ("helpline", "removal"))]
        assert not {"0345 6000 459", "0344 381 4772", "01 522 4300", "800 100 100", "0800 0800"} & set(shown)


def test_a_confirmed_service_is_shown() -> None:
    [service] = [s for s in unconfirmed("MD") if s.phone == "116 111"]
    assert "116 111" not in [row.head for row in help_lines("MD", (), EN)]
    assert "116 111" in [row.head for row in help_lines("MD", (), EN, confirmed={service.key})]


def test_people_of_the_school_follow_the_trusted_adult_and_leave_help_and_emergency() -> None:
    rows = help_lines("FR", ("Ms Lee, room 4", "**Mr Ng**", "A third one"), EN)
    assert [(row.head, row.note) for row in rows[:3]] == [
        ("A trusted adult", "home, school, club"),
        ("Ms Lee", "room 4"),
        ("Mr Ng", ""),
    ]
    assert [row.head for row in rows[3:]] == ["3018", "112"]


def test_a_helpline_of_the_school_takes_no_place_from_the_countrys() -> None:
    own = (Service("helpline", "Our line", "01 555 0199", status="verified"),)
    for people in ((), ("Ms Lee",), ("Ms Lee", "Mr Ng")):
        heads = [row.head for row in help_lines("FR", people, EN, own=own)]
        at = heads.index("01 555 0199")
        assert heads[at + 1 : at + 3] == ["3018", "112"]
        assert len(heads) <= MOST + 1


def test_a_step_may_ask_for_some_services_alone() -> None:
    assert [row.head for row in help_lines("GB", (), EN, ("removal",))] == ["A trusted adult", "Report Remove"]


def test_a_second_helpline_stands_where_there_is_room() -> None:
    assert [row.head for row in help_lines("FR", (), EN, ("helpline",))] == ["A trusted adult", "3018", "119"]


def test_a_service_without_a_number_is_told_by_name_or_address(tmp_path: Path) -> None:
    directory = tmp_path / "directory.yaml"
    directory.write_text(
        "QQ:\n  country: Q\n  services:\n"
        "  - {kind: hotline, name: A name that is far too long, url: 'https://www.short.org/x', status: verified}\n"
        "  - {kind: removal, name: Another name that is far too long, status: verified}\n"
    )
    rows = help_lines("QQ", (), EN, ("hotline", "removal"), directory=directory)
    assert [row.head for row in rows[1:]] == ["short.org", "Picture removal"]


@pytest.mark.parametrize("country", countries())
def test_no_class_reads_what_a_few_services_are_called(country: str) -> None:
    everything = {s.key for s in unconfirmed(country)}
    for kind in SIGNS:
        rows = help_lines(country, (), EN, (kind,), everything)
        assert not [row for row in rows if re.search("porn|sexual|abuse|pedo", f"{row.head} {row.note}", re.IGNORECASE)]


def test_a_service_whose_name_is_unfit_is_shown_by_what_it_is() -> None:
    assert any("porno" in s.name for s in services("NL", ("hotline",)))
    assert [(row.head, row.note) for row in help_lines("NL", (), EN)][3] == ("Your hotline", "report a picture")
