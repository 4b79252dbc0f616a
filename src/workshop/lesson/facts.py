"""Whether a lesson's figures have a date beside them, and a source that tells the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workshop.lesson.model import Lesson
from workshop.lesson.nodes import Marks, Path
from workshop.lesson.problems import Problem
from workshop.lesson.rules import CLASS, Checks, checks_for
from workshop.lesson.wording import Words, words_of

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TOLD = (*CLASS, "notes", "header")


def look_at_facts(lesson: Lesson, marks: Marks) -> Iterator[Problem]:
    """Warnings about figures without a date, facts that no source tells, and sources without a date."""
    for index, source in enumerate(lesson.sources):
        if not source.date and marks.node(("sources", index)) is not None:
            hint = "Write date: and when it was published or, if nothing is told, when you read it."
            yield marks.problem(("sources", index), "source-undated", f'"{source.title}" has no date.', hint, "warning")
    checks = checks_for(lesson.language)
    if checks is None:
        return
    told = [words for words in words_of(lesson, marks) if words.role in _TOLD]
    years: dict[Path, set[str]] = {}  # of a step, whose notes may name the source of what its slide says
    for words in told:
        years.setdefault(words.path[:2], set()).update(YEAR.findall(words.text))
    for words in told:
        yield from amiss(words, years[words.path[:2]], lesson, checks, marks)


def amiss(
    words: Words, near: set[str], lesson: Lesson, checks: Checks, marks: Marks, before: str = ""
) -> Iterator[Problem]:
    """What is amiss with the first figure or claim of a text; `before` goes before the message.

    `near` are the years that are named around it.
    """
    figure = checks.figure.search(words.text)
    found = figure or checks.claim.search(words.text)
    if found is None:
        return
    years = set(YEAR.findall(words.text))
    if figure and not years and not checks.undated.search(words.text):
        yield _problem(
            marks,
            words.path,
            "figure-undated",
            f'{before}"{found[0]}" has no date beside it.',
            "Say of which year it is.",
        )
    elif not _is_told(near, lesson):
        message = f'{before}"{found[0]}" is a fact, and no source tells of it.'
        hint = "Add where it comes from under sources, with the year that stands here."
        yield _problem(marks, words.path, "fact-without-source", message, hint)


def _is_told(years: set[str], lesson: Lesson) -> bool:
    """Whether some source is of one of the years; any source does where the text names none."""
    known = {year for source in lesson.sources for year in YEAR.findall(f"{source.title} {source.date}")}
    return bool(lesson.sources) and (not years or bool(years & known))


def _problem(marks: Marks, path: Path, code: str, message: str, hint: str) -> Problem:
    return marks.problem(path, code, message, hint, "warning")
