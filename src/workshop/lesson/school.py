"""`school.yaml`: what one computer adds to every lesson - its school's people, helplines, rules and logo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from workshop.lesson.fields import Many, Nested, OneOf, Slug, SpokenLine, Table, Text, field
from workshop.lesson.media_files import IMAGES
from workshop.lesson.nodes import Marks
from workshop.lesson.problems import Problem
from workshop.lesson.reader import read_as, read_text_as
from workshop.lesson.records import Record, record
from workshop.lesson.values import Spoken

NOTHING_HIDDEN: Mapping[str, tuple[str, ...]] = {}


@record
class Helpline(Record):
    """A service that this school trusts, shown before those of the directory."""

    name: str = field(Text(plain=True, limit=40), "Name", "What it is called.")
    phone: str = field(Text(plain=True, limit=30), "Phone", "Its number, as it is dialled.", default="")
    url: str = field(Text(plain=True), "Address", "Its web page. Never opened by the program.", default="")
    hours: str = field(Text(plain=True, limit=40), "Hours", "When somebody answers.", default="")
    kind: str = field(
        OneOf(("helpline", "hotline", "removal", "missing", "police", "emergency")),
        "Service",
        "What it is for.",
        default="helpline",
    )


@record
class School(Record):
    """What one computer adds to every lesson."""

    name: str = field(Text(plain=True, limit=60), "Name", "The school's name.", default="")
    country: str = field(
        Text(plain=True), "Country", "Two capital letters, such as IE; its services are shown.", default=""
    )
    people: tuple[str, ...] = field(
        Many(Text(limit=40), most=6), "People", "Trusted grown-ups of this school: `Ms Lee, room 4`.", default=()
    )
    lead_name: str = field(
        Text(plain=True, limit=40), "Safeguarding lead", "To whom a facilitator goes.", default="", private=True
    )
    lead_phone: str = field(
        Text(plain=True, limit=30), "Phone of the lead", "For the disclosure card.", default="", private=True
    )
    helplines: tuple[Helpline, ...] = field(
        Many(Nested(Helpline), most=6), "Helplines", "Shown before those of the directory.", default=()
    )
    rules: tuple[Spoken, ...] = field(
        Many(SpokenLine(), most=8), "Rules", "The school's own ground rules, instead of the usual four.", default=()
    )
    logo: str = field(Text(plain=True), "Logo", "A picture beside school.yaml.", default="")
    hidden: Mapping[str, tuple[str, ...]] = field(
        Table(Many(Slug()), slugs=True), "Hidden steps", "Steps to leave out, by lesson.", default=NOTHING_HIDDEN
    )


def read_school(path: Path) -> tuple[School, list[Problem]]:
    """The school of this computer and what is amiss with its file; an empty school where there is none. Never raises.

    Whatever can be read is used: a mistake in one line must not hide the people and helplines of the others.
    """
    if not path.exists():
        return School(), []
    return _looked_over(path, *read_as(School, path))[:2]


def read_school_text(text: str, path: Path) -> tuple[School, list[Problem], Marks]:
    """`read_school` for the text of its file, with the place of every field in it."""
    return _looked_over(path, *read_text_as(School, text, str(path)))


def _looked_over(
    path: Path, school: School | None, problems: list[Problem], marks: Marks
) -> tuple[School, list[Problem], Marks]:
    """What no field can tell by itself: whether there is such a country, and such a logo."""
    if school is None:
        return School(), problems, marks
    if school.country and not (school.country.isascii() and school.country.isalpha() and school.country.isupper()):
        hint = "Write its two capital letters, such as IE."
        problems.append(marks.problem(("country",), "bad-country", "The country is not known.", hint))
        school = replace(school, country="")
    if school.logo and not (school.logo.endswith(IMAGES) and (path.parent / school.logo).is_file()):
        hint = "Put the picture beside school.yaml and write its name."
        problems.append(marks.problem(("logo",), "media-missing", "The logo is not there.", hint, "warning"))
        school = replace(school, logo="")
    return school, problems, marks
