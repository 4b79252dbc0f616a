"""The words of a lesson that a class reads, held against lists of words to avoid (resources/checks/LANGUAGE.json)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from workshop.lesson.model import Lesson, Quiz, Scenario, Step
from workshop.lesson.nodes import Marks, Path
from workshop.lesson.problems import Problem
from workshop.paths import RESOURCES


class Rule(NamedTuple):
    code: str
    pattern: re.Pattern[str]
    message: str
    hint: str


class Words(NamedTuple):
    """A text, where it stands, and what it is: "feedback", "scenario", "prompt", "slide" or "private"."""

    path: Path
    text: str
    role: str


@cache
def rules_for(language: str) -> dict[str, tuple[Rule, ...]]:
    """The rules of a language by the place where they look; none where nobody has written them."""
    import json  # late: only a check needs it

    file = RESOURCES / "checks" / f"{language.partition('-')[0]}.json"
    told = json.loads(file.read_text("utf-8"))["rules"] if file.is_file() else []
    found: dict[str, tuple[Rule, ...]] = {}
    for rule in told:
        made = Rule(rule["code"], re.compile(rule["pattern"], re.IGNORECASE), rule["message"], rule["hint"])
        found[rule["where"]] = (*found.get(rule["where"], ()), made)
    return found


def look_at_words(lesson: Lesson, marks: Marks) -> Iterator[Problem]:
    """Warnings about words that judge, blame, frighten or press."""
    rules = rules_for(lesson.language)
    if not rules or lesson.audience != "pupils":
        return
    for words in _words(lesson):
        for rule in _rules_of(words.role, lesson.sensitive, rules):
            found = rule.pattern.search(words.text)
            if found:
                message = rule.message.replace("{words}", found[0])
                yield marks.problem(words.path, rule.code, message, rule.hint, "warning")


def _rules_of(role: str, sensitive: bool, rules: dict[str, tuple[Rule, ...]]) -> Iterator[Rule]:
    yield from rules.get("sensitive-all", ()) if sensitive else ()
    if role == "private":
        return
    yield from rules.get("class", ())
    yield from rules.get(role, ())
    if sensitive:
        yield from rules.get("sensitive-class", ())
        yield from rules.get("sensitive-prompt", ()) if role in ("prompt", "scenario") else ()


def _words(lesson: Lesson) -> Iterator[Words]:
    for index, step in enumerate(lesson.steps):
        path: Path = ("steps", index)
        yield from _given((*path, "title"), step.title, "slide")
        yield from _given((*path, "say"), step.say, "slide")
        yield from _given((*path, "notes"), step.notes, "private")
        yield from _given((*path, "text"), getattr(step, "text", ""), "slide")
        yield from _given((*path, "ask"), getattr(step, "ask", ""), "prompt")
        yield from _own(step, path)


def _given(path: Path, text: str, role: str) -> Iterator[Words]:
    if text:
        yield Words(path, text, role)


def _own(step: Step, path: Path) -> Iterator[Words]:
    if isinstance(step, Quiz):
        for index, answer in enumerate(step.answers):
            yield from _given((*path, "answers", index, "because"), answer.because, "feedback")
    elif isinstance(step, Scenario):
        for name, card in step.cards.items():
            yield from _card(card, (*path, "cards", name))


def _card(card: Any, path: Path) -> Iterator[Words]:
    yield from _given((*path, "text"), card.text, "scenario")
    for index, choice in enumerate(card.choices):
        yield from _given((*path, "choices", index, "say"), choice.say, "scenario")
        yield from _given((*path, "choices", index, "because"), choice.because, "feedback")
