"""Changing school.yaml from a window: what is read back is what was meant, and nobody's own lines are touched."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.lesson.problems import WorkshopError
from workshop.lesson.school import Helpline, School, read_school_text
from workshop.lesson.school_edit import FIELDS, edited

FILE = Path("school.yaml")

letters = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp", "Cn"))
words = st.text(letters, max_size=20).map(str.strip)
given_words = words.filter(bool)
helplines = st.builds(
    lambda name, phone, hours, url, kind: Helpline(name=name, phone=phone, hours=hours, url=url, kind=kind),
    given_words, words, words, words, st.sampled_from(("helpline", "police", "emergency")),
)  # fmt: skip
schools = st.builds(
    lambda name, country, people, lead, phone, lines: School(
        name=name, country=country, people=tuple(people), lead_name=lead, lead_phone=phone, helplines=tuple(lines)
    ),
    words, st.sampled_from(("", "IE", "FR")), st.lists(given_words, max_size=4), words, words,
    st.lists(helplines, max_size=3),
)  # fmt: skip

remarks = st.sampled_from(("", "  # ours", "  # don't lose: this - one"))
REMARK = re.compile(r"(?:^|(?<=\s))# ?(?:ours|don't lose: this - one|own line, with: a - dash)", re.MULTILINE)


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@st.composite
def files(draw: st.DrawFn) -> str:
    """What somebody may have written by hand: remarks, several styles, fields that no form knows."""
    eol = draw(st.sampled_from(("\n", "\r\n")))
    lines = ["# own line, with: a - dash"] if draw(st.booleans()) else []
    school = draw(schools)
    parts = [
        [f"name: {quoted(school.name)}{draw(remarks)}"] if school.name else [],
        _people(draw, school.people),
        [f"lead_name: {quoted(school.lead_name)}{draw(remarks)}"] if school.lead_name else [],
        [f"lead_phone:{draw(remarks)}"] if draw(st.booleans()) else [],
        _helplines(draw, school.helplines),
        [f"rules:{draw(remarks)}", "- 'Ann: Be kind.'", "hidden: {only-us: [line, talk]}"],
        ["x-note: >", "  Somebody's own", "  note", ""],
    ]
    for part in draw(st.permutations(parts)):
        lines += part
        if draw(st.booleans()):
            lines.append("# own line, with: a - dash")
    return draw(st.sampled_from(("", "\ufeff"))) + eol.join(lines) + (eol if draw(st.booleans()) else "")


def _people(draw: st.DrawFn, people: tuple[str, ...]) -> list[str]:
    if not people:
        return []
    style = draw(st.sampled_from(("block", "indented", "flow")))
    if style == "flow":
        inside = [f"  {quoted(name)},{draw(remarks)}" for name in people]
        return [f"people: [{draw(remarks)}", *inside, "]"]
    dash = "-" if style == "block" else "  -  "
    return [f"people:{draw(remarks)}", *(f"{dash} {quoted(name)}{draw(remarks)}" for name in people)]


def _helplines(draw: st.DrawFn, lines: tuple[Helpline, ...]) -> list[str]:
    told = []
    for line in lines:
        pairs = [(name, quoted(getattr(line, name))) for name in Helpline._names if getattr(line, name)]
        pairs = draw(st.permutations([*pairs, ("x-own", "'kept'")]))
        if draw(st.booleans()):
            told += [f"- {{{', '.join(f'{name}: {value}' for name, value in pairs)}}}{draw(remarks)}"]
        else:
            told += [f"- {pairs[0][0]}: {pairs[0][1]}{draw(remarks)}"]
            told += [f"  {name}: {value}{draw(remarks)}" for name, value in pairs[1:]]
    return [f"helplines:{draw(remarks)}", *told] if told else []


@given(files(), schools)
def test_what_is_read_back_is_what_was_meant(text: str, meant: School) -> None:
    before = read_school_text(text, FILE)[0]
    after, problems, _ = read_school_text(edited(text, meant, FILE), FILE)
    assert after == replace(before, **{name: getattr(meant, name) for name in FIELDS})
    assert not [p for p in problems if p.severity == "error"]


@given(files(), schools)
def test_no_remark_and_no_unknown_line_is_lost(text: str, meant: School) -> None:
    after = edited(text, meant, FILE)
    assert len(REMARK.findall(after.lstrip("\ufeff"))) == len(REMARK.findall(text.lstrip("\ufeff")))
    for line in ("x-note: >", "  Somebody's own", "- 'Ann: Be kind.'", "hidden: {only-us: [line, talk]}"):
        assert line in after.lstrip("\ufeff").splitlines()
    assert ("\r\n" in after) == ("\r\n" in text)
    assert after.startswith("\ufeff") == text.startswith("\ufeff")


@given(files())
def test_where_nothing_is_changed_the_text_is_the_same(text: str) -> None:
    assert edited(text, read_school_text(text, FILE)[0], FILE) == text


@given(files(), st.sampled_from(("name", "lead_name", "lead_phone", "country")), given_words)
def test_one_change_touches_one_line(text: str, field: str, told: str) -> None:
    meant = replace(read_school_text(text, FILE)[0], **{field: "IE" if field == "country" else told})
    before, after = text.splitlines(), edited(text, meant, FILE).splitlines()
    assert len([line for line in before if line not in after]) <= 1
    assert len([line for line in after if line not in before]) <= 1


@given(schools)
def test_a_school_begins_from_nothing(meant: School) -> None:
    for text in ("", "# ours\n", "# ours"):
        assert read_school_text(edited(text, meant, FILE), FILE)[0] == meant
    assert edited("", meant, FILE) == edited(edited("", meant, FILE), meant, FILE)


def changed(text: str, **told: object) -> str:
    return edited(text, replace(read_school_text(text, FILE)[0], **told), FILE)


def test_it_reads_as_if_written_by_hand() -> None:
    lines = (Helpline(name="Counsellor", phone="01 555", hours="Mon-Fri, 9-17"),)
    assert changed("", name="St Mary's", people=("Ms Lee, room 4", "Mr Ng"), helplines=lines) == (
        'name: St Mary\'s\npeople:\n- "Ms Lee, room 4"\n- Mr Ng\n'
        'helplines:\n- name: Counsellor\n  phone: 01 555\n  hours: "Mon-Fri, 9-17"\n'
    )


def test_an_item_is_taken_from_the_middle_and_its_remark_stays() -> None:
    text = "people:\n- Ann\n# not on Mondays\n- Ben  # upstairs\n- Cy\ncountry: IE\n"
    assert changed(text, people=("Ann", "Cy")) == (
        "people:\n- Ann\n# not on Mondays\n  # upstairs\n- Cy\ncountry: IE\n"
    )


def test_a_helpline_changes_in_its_own_line() -> None:
    text = "helplines:\n- name: A\n  phone: 01   # office\n  x-own: yes\n- {name: B, phone: 02}\n"
    lines = read_school_text(text, FILE)[0].helplines
    now = (lines[0], replace(lines[1], phone="", hours="9-17"))
    assert changed(text, helplines=now) == text.replace("phone: 02", "hours: 9-17")
    now = (replace(lines[0], phone="03"), lines[1])
    assert changed(text, helplines=now) == text.replace("01 ", "03 ")
    assert changed(text, helplines=lines[1:]) == "helplines:\n# office\n- {name: B, phone: 02}\n"


def test_one_person_without_a_dash_becomes_two() -> None:
    text = "people: Ms Lee  # room 4\n"
    assert changed(text, people=("Ms Lee", "Mr Ng")) == "people:\n- Ms Lee\n- Mr Ng  # room 4\n"


def test_between_braces_too() -> None:
    text = "{country: IE, people: [Ann, Ben]}\n"
    assert changed(text, people=("Ben",)) == "{country: IE, people: [Ben]}\n"
    assert changed(text, people=("Ann",)) == "{country: IE, people: [Ann]}\n"
    assert changed(text, people=(), lead_name="Mr Ng") == "{country: IE, lead_name: Mr Ng}\n"
    assert changed("{}", name="Ours") == "{name: Ours}"


def test_lines_that_cannot_be_read_stay() -> None:
    text = "people:\n- Ann\n- [a, b]\nhelplines:\n- phone: 01\n- name: B\npoeple: x\n"
    assert changed(text, people=(), helplines=()) == "people:\n- [a, b]\nhelplines:\n- phone: 01\npoeple: x\n"


def test_a_seventh_person_stays_in_the_file() -> None:
    text = "people: [a, b, c, d, e, f, g]\n"
    assert changed(text, people=("b", "c", "d", "e", "f")) == "people: [b, c, d, e, f, g]\n"


@pytest.mark.parametrize("text", ["people: [a", "- a\n- b\n", "just words\n"])
def test_a_file_that_cannot_be_read_is_left_alone(text: str) -> None:
    with pytest.raises(WorkshopError, match="nothing was changed"):
        edited(text, School(name="Ours"), FILE)
