"""The words of a lesson, held against the rules of their language: prompts for the author, never an approval."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from workshop.lesson.model import Lesson
from workshop.lesson.nodes import Marks, Path
from workshop.lesson.problems import Problem
from workshop.lesson.rules import checks_for
from workshop.lesson.texts import texts

_CARDS = frozenset({"choices", "ends", "groups", "pairs", "items", "any_first", "answers"})  # to sort, match, choose
_NOTES = frozenset({"notes", "listen_for", "answers_for_staff", "flags"})
_PROMPTS = frozenset({"ask", "follow_up"})
_HEADER = ("title", "summary", "goals", "keywords", "flags", "supervision", "deliver_by", "materials")


class Words(NamedTuple):
    """A text, where it stands, and what it is to a class: one of `rules.EVERYTHING`."""

    path: Path
    text: str
    role: str


def look_at_words(lesson: Lesson, marks: Marks) -> Iterator[Problem]:
    """Warnings about words that judge, blame, frighten, press or promise."""
    checks = checks_for(lesson.language)
    if checks is None:
        return
    rules = [rule for rule in checks.rules if lesson.audience in rule.audiences]
    rules = [rule for rule in rules if lesson.sensitive or not rule.sensitive]
    for words in words_of(lesson, marks):
        asked: set[str] = set()  # several rules may have one code; one question a text is enough
        for rule in rules:
            told = rule.finds(words.text) if words.role in rule.places and rule.code not in asked else ""
            if told:
                asked.add(rule.code)
                yield marks.problem(words.path, rule.code, rule.message.replace("{words}", told), rule.hint, "warning")


def words_of(lesson: Lesson, marks: Marks) -> Iterator[Words]:
    """Every text of a lesson that stands in the text of `marks`, which may be a translation's."""
    for path, text in texts(lesson):
        place = _place(getattr(lesson, str(path[0])), path)
        if path[0] in _HEADER and marks.node(place) is not None:
            yield Words(place, text, "header")
    for index, step in enumerate(lesson.steps):
        for path, text in texts(step):
            place = ("steps", index, *_place(getattr(step, str(path[0])), path))
            if marks.node(place) is not None:
                yield Words(place, text, _role(path))


def _place(value: object, path: Path) -> Path:
    """A path of `texts` as one of the YAML text, where a table's entries go by their names."""
    if len(path) > 1 and isinstance(value, Mapping) and isinstance(path[1], int):
        name = list(value)[path[1]]
        return (path[0], name, *(part for part in path[2:] if part != "name"))
    return path


def _role(path: Path) -> str:
    field, last = path[0], path[-1]
    if last == "because" or field == "because":
        return "feedback"
    if field == "cards":
        return "notes" if "possible_responses" in path else "card" if "chat" in path else "scenario"
    if field in _NOTES:
        return "notes"
    if field in _PROMPTS:
        return "prompt"
    return "card" if field in _CARDS else "say" if field == "say" else "slide"
