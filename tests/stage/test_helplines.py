"""The rows of the help card: people, the child helpline and the emergency number first; never a number of our own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from workshop.lesson.directory import Service, countries, services, unconfirmed
from workshop.stage.helplines import MOST, MOST_ROWS, SIGNS, help_lines
from workshop.stage.page import HelpLine
from workshop.stage.words import words

EN = words("en")


def card(*told: Any, **more: Any) -> tuple[HelpLine, ...]:
    """The rows of the card, where nothing follows in the help step."""
    rows, others = help_lines(*told, **more)
    assert others == ()
    return rows


def test_with_no_country_it_says_whom_to_ask_and_no_number() -> None:
    rows = card("", (), EN)
    assert [row.head for row in rows] == ["A trusted adult", "Child helpline", "Emergency", "Your hotline"]
    assert not any(letter.isdigit() for row in rows for letter in row.head + row.note)


@pytest.mark.parametrize("country", [*countries(), "XX"])
def test_a_country_shows_its_own_numbers_and_no_other(country: str) -> None:
    rows = card(country, (), EN)
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
    assert [row.note for row in card("FR", (), EN)][1] == "child helpline, free"
    assert [row.note for row in card("FI", (), EN)][1] == "child helpline"


def test_the_emergency_number_is_the_countrys_own() -> None:
    assert card("GB", (), EN)[2].head == "999"
    assert card("AL", (), EN)[2].head == "Emergency"


def test_what_is_for_adults_is_not_for_a_class() -> None:
    for country in ("GB", "IE", "PL", "HR"):
        shown = [row.head for row in card(country, (), EN, ("helpline", "removal"))]
        assert not {"0345 6000 459", "0344 381 4772", "01 522 4300", "800 100 100", "0800 0800"} & set(shown)


def test_a_confirmed_service_is_shown() -> None:
    [service] = [s for s in unconfirmed("MD") if s.phone == "116 111"]
    assert "116 111" not in [row.head for row in card("MD", (), EN)]
    assert "116 111" in [row.head for row in card("MD", (), EN, confirmed={service.key})]


def heads(rows: tuple[HelpLine, ...]) -> list[str]:
    return [row.head for row in rows]


def test_people_of_the_school_follow_the_trusted_adult_and_leave_help_and_emergency() -> None:
    rows, more = help_lines("FR", ("Ms Lee, room 4", "**Mr Ng**", "A third one"), EN)
    assert [(row.head, row.note) for row in rows[:3]] == [
        ("A trusted adult", "home, school, club"),
        ("Ms Lee", "room 4"),
        ("Mr Ng", ""),
    ]
    assert heads(rows[3:]) == ["3018", "112"]
    assert heads(more) == ["A third one", "Point de Contact", "pointdecontact.net"]


def test_one_person_of_the_school_stands_beside_all_that_is_usual() -> None:
    rows = heads(card("FR", ("Ms Lee",), EN))
    assert rows == ["A trusted adult", "Ms Lee", "3018", "112", "Point de Contact", "pointdecontact.net"]


@pytest.mark.parametrize("country", ["", *countries()])
@pytest.mark.parametrize("named", range(7))
def test_nobody_and_nothing_that_a_lesson_asks_for_is_dropped(country: str, named: int) -> None:
    people = tuple(f"Person {n}" for n in range(named))
    own = tuple(Service("helpline", f"Line {n}", f"55 {n}", status="verified") for n in range(6))
    for trusted in ((), own[:1], own):
        rows, more = help_lines(country, people, EN, ("helpline", "police", "removal", "emergency"), own=trusted)
        alone = {line.icon: line.head for line in card(country, (), EN, ("helpline", "emergency"))[1:]}
        everything = heads(rows + more)
        assert len(rows) <= MOST_ROWS
        assert [head for head in everything if head.startswith("Person")] == list(people)
        assert {SIGNS[kind][0] for kind in ("police", "removal")} <= {row.icon for row in rows + more}
        assert {s.phone for s in trusted} <= set(everything)
        first = [row.head for row in rows if row.icon in alone]
        assert alone[SIGNS["emergency"][0]] in first
        assert heads(rows)[1 : 1 + min(2, named)] == list(people[:2])
        if country and services(country, ("helpline",)):
            assert help_lines(country, (), EN, ("helpline",))[0][1].head in first


def test_a_helpline_of_the_school_takes_no_place_from_the_countrys() -> None:
    own = (Service("helpline", "Our line", "01 555 0199", status="verified"),)
    for people in ((), ("Ms Lee",), ("Ms Lee", "Mr Ng"), ("Ms Lee", "Mr Ng", "Ann", "Ben", "Cy", "Di")):
        rows = heads(help_lines("FR", people, EN, own=own)[0])
        at = rows.index("01 555 0199")
        assert rows[at + 1 : at + 3] == ["3018", "112"]
        assert len(rows) <= MOST + 1


def test_an_emergency_number_of_the_school_does_not_replace_the_countrys() -> None:
    own = (Service("emergency", "The caretaker", "55 12", status="verified"),)
    assert heads(card("FR", (), EN, ("emergency",), own=own)) == ["A trusted adult", "55 12", "112"]


def test_a_step_may_ask_for_some_services_alone() -> None:
    assert [row.head for row in card("GB", (), EN, ("removal",))] == ["A trusted adult", "Report Remove"]


def test_a_second_helpline_stands_where_there_is_room() -> None:
    assert [row.head for row in card("FR", (), EN, ("helpline",))] == ["A trusted adult", "3018", "119"]


def test_a_service_without_a_number_is_told_by_name_or_address(tmp_path: Path) -> None:
    directory = tmp_path / "directory.yaml"
    directory.write_text(
        "QQ:\n  country: Q\n  services:\n"
        "  - {kind: hotline, name: A name that is far too long, url: 'https://www.short.org/x', status: verified}\n"
        "  - {kind: removal, name: Another name that is far too long, status: verified}\n"
    )
    rows = card("QQ", (), EN, ("hotline", "removal"), directory=directory)
    assert [row.head for row in rows[1:]] == ["short.org", "Picture removal"]


@pytest.mark.parametrize("country", countries())
def test_no_class_reads_what_a_few_services_are_called(country: str) -> None:
    everything = {s.key for s in unconfirmed(country)}
    for kind in SIGNS:
        rows = card(country, (), EN, (kind,), everything)
        assert not [row for row in rows if re.search("porn|sexual|abuse|pedo", f"{row.head} {row.note}", re.IGNORECASE)]


def test_a_service_whose_name_is_unfit_is_shown_by_what_it_is() -> None:
    assert any("porno" in s.name for s in services("NL", ("hotline",)))
    assert [(row.head, row.note) for row in card("NL", (), EN)][3] == ("Your hotline", "report a picture")
