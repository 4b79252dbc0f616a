"""docs/curriculum.md says where each thing that the article names is taught, and it is there."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import pytest

from workshop.lesson.model import Lesson, Unit
from workshop.lesson.reader import Reading, read
from workshop.lesson.values import Ages
from workshop.lesson.wording import words_of
from workshop.paths import DOCS, LESSONS

# What the article names, the words that the lessons have for it, and from which age a class meets it.
NAMED: dict[str, tuple[str, int]] = {
    "Safer Internet Day": (r"Safer Internet Day", 8),
    "Its slogan, “Together for a better internet”": (r"Together for a better internet", 8),
    "Insafe and the Safer Internet Centres": (r"Insafe|Safer Internet Centre", 8),
    "INHOPE and its hotlines": (r"INHOPE|hotline", 8),
    "Anonymous reporting": (r"anonym|name needed|give (?:your|no) name|gives no name", 11),
    "Hidden identities": (r"pretend|hide who|costume|anyone can|really nine|seemed to be", 8),
    "Gained trust": (r"\btrust|felt friendly|everybody likes|listens well", 8),
    "Images that are shared, and the suffering that goes on": (
        r"goes on hurting|passing it on spreads|every time it is shared|laughing at me",
        11,
    ),
    "Directive 2011/93/EU": (r"directive", 14),
    "The 23 proceedings": (r"\b23\b", 14),
    "Legislation": (r"legislation|\blaws?\b", 14),
    "Coordination": (r"coordination|together|joined up", 11),
    "Funding": (r"funding|money", 14),
    "The Internal Security Fund and Horizon 2020": (r"Internal Security Fund and Horizon 2020", 14),
    "The WeProtect Global Alliance": (r"WeProtect", 14),
    "The EU Internet Forum": (r"Internet Forum", 14),
    "Europol": (r"Europol", 11),
    "Trace an Object": (r"Trace an Object|made safe", 11),
    "Say No": (r"(?-i:\bSay No\b)|\bthreat|stops? replying", 14),
    "The European Youth Day": (r"European Youth Day|\bvoices\b|\bwall\b|ambassadors|helps others", 11),
    "The ICSE database": (r"ICSE", 14),
    "Everyone can play a role": (
        r"play a part|one small piece|six tips that somebody sent|an adult \*\*acts|\bpupils for pupils|helps others",
        11,
    ),
    "Parents and educators in open and empowering dialogue": (
        r"opens a talk|asks \*\*one\*\*|card and talk|for telling me|others? listens|I believe you"
        r"|show that you \*\*care|the same care, without the blame|big who listens to you|tell\*\* a grown-up any day",
        5,
    ),
    "Digital role models": (
        r"role models|no phones|\*\*asks\*\* before he posts|goes for everybody in the family|see in others",
        8,
    ),
    "Technology used safely and positively": (
        r"so much good online|best thing online|better internet|family charter|kind no|starter card",
        8,
    ),
}
_ROW = re.compile(r"\| (?P<thing>[^|]+) \| `(?P<lesson>[a-z0-9-]+)` \| (?P<steps>[^|]+) \| (?P<whom>[^|]+) \|")
WHOLE_UNIT = "(the whole unit)"


class Row(NamedTuple):
    thing: str
    lesson: str
    steps: str
    whom: str


ROWS = [Row(**found.groupdict()) for found in _ROW.finditer((DOCS / "curriculum.md").read_text("utf-8"))]


@cache
def reading(lesson: str) -> Reading:
    return read(LESSONS / lesson)


def steps_of(row: Row) -> list[tuple[str, bool]]:
    """The ids of a row's steps, each with whether the facilitator alone has it there."""
    names = [name.strip() for name in row.steps.split(",")]
    return [(name.removesuffix(" (notes)"), name.endswith(" (notes)")) for name in names]


def for_whom(audience: str, ages: Ages | None) -> str:
    """As the page says it: “pupils, 11–13”."""
    return f"{audience}, {ages}".replace("-", "–") if ages else audience


def test_everything_that_the_article_names_has_a_place() -> None:
    assert {row.thing for row in ROWS} == set(NAMED)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.thing}-{row.lesson}")
def test_a_place_is_there_and_tells_of_it(row: Row) -> None:
    told = reading(row.lesson)
    lesson = told.lesson
    assert lesson is not None, f"There is no lesson {row.lesson}."
    if isinstance(lesson, Unit):
        assert row.steps == WHOLE_UNIT
        assert row.whom == for_whom(lesson.audience, lesson.ages)
        return
    pattern, youngest = NAMED[row.thing]
    for step_id, alone in steps_of(row):
        step = lesson.step(step_id)
        suits = step.ages or lesson.ages
        assert row.whom == for_whom(lesson.audience, suits), f"{step_id} is for others."
        known = [
            words for words in words_of(lesson, told.marks) if words.path[:2] == ("steps", lesson.steps.index(step))
        ]
        texts = [words.text for words in known if (words.role == "notes") == alone]
        assert any(re.search(pattern, text, re.IGNORECASE) for text in texts), f"{step_id} says nothing of it."
        if lesson.audience == "pupils" and not alone:
            assert suits is not None
            assert suits.low >= youngest, f"{step_id} is for younger pupils than it suits."


def test_something_in_the_class_tells_of_each_but_what_is_for_adults() -> None:
    adults = {"The Internal Security Fund and Horizon 2020"}
    before_the_class = {row.thing for row in ROWS if row.steps == WHOLE_UNIT or not all(a for _, a in steps_of(row))}
    assert set(NAMED) - before_the_class == adults


def test_every_lesson_stands_among_the_modules() -> None:
    modules = (DOCS / "curriculum.md").read_text("utf-8").partition("## The modules")[2]
    for path in LESSONS.iterdir():
        if path.is_dir():
            lesson = reading(path.name).lesson
            assert isinstance(lesson, (Lesson, Unit))
            name = f"[{lesson.title}](../lessons/{path.name}) `{path.name}`"
            assert f"| {name} | {for_whom(lesson.audience, lesson.ages)} | {lesson.minutes} |" in modules
