"""A warning that its author has explained is told as explained, with the reason, and is open no longer."""

from __future__ import annotations

import pytest

from workshop.lesson.check import check
from workshop.lesson.explained import EXPLAINED, explain
from workshop.lesson.problems import Problem, warnings
from workshop.lesson.reader import read_text

TEXT = """\
format: lesson/1
id: a
version: 1.0.0
language: en
title: A
sensitive: true
{header}
media:
  cat: {{file: media/cat.png, alt: A cat{medium}}}
steps:
- {{id: rules, kind: rules}}
- {{id: b, kind: slide, text: Maya was naive.{step}}}
- id: c
  kind: scenario
  start: one
  cards:
    one: {{ending: safe{card}}}
- {{id: where, kind: help}}
"""
OPEN = ["unused-media", "blame", "empty-card"]


def told(**given: str) -> list[Problem]:
    parts = {"header": "", "medium": "", "step": "", "card": ""} | given
    reading = read_text(TEXT.format(**parts), "lesson.yaml")
    assert reading.lesson is not None, reading.problems
    return explain(check(reading.lesson, reading), reading.marks)


def still_open(**given: str) -> list[str]:
    return [problem.code for problem in warnings(told(**given))]


@pytest.mark.parametrize("form", ["x-why", "x-why-blame"])
def test_a_reason_on_the_step_explains_it(form: str) -> None:
    problem = told(step=f", {form}: a line that the class discusses")[1]
    assert (problem.code, problem.severity) == ("blame", EXPLAINED)
    assert problem.hint == "Why: a line that the class discusses"
    assert str(problem).startswith("lesson.yaml:12:30: explained: ")
    assert still_open(step=f", {form}: b") == ["unused-media", "empty-card"]


def test_a_reason_for_another_code_explains_nothing() -> None:
    assert still_open(step=", x-why-scores: b") == OPEN


def test_a_reason_is_words() -> None:
    assert still_open(step=", x-why: ''") == OPEN


def test_cards_and_media_have_reasons_of_their_own() -> None:
    assert still_open(card=", x-why: its picture says it all") == ["unused-media", "blame"]
    assert still_open(medium=", x-why: for the door") == ["blame", "empty-card"]


def test_in_the_header_a_code_is_explained_for_the_whole_lesson() -> None:
    assert still_open(header="x-why-blame: the lesson is about such words") == ["unused-media", "empty-card"]


def test_in_the_header_a_plain_reason_is_for_the_header() -> None:
    assert still_open(header="minutes: 1", step=", minutes: 2") == ["minutes-differ", *OPEN]
    assert still_open(header="minutes: 1\nx-why: as agreed", step=", minutes: 2") == OPEN


def test_an_error_is_never_explained() -> None:
    text = TEXT.partition("sensitive")[0] + "x-why-no-help: b\nsteps:\n- {id: b, kind: slide}\n"
    reading = read_text(text, "lesson.yaml")
    assert reading.lesson is not None
    found = explain(check(reading.lesson, reading), reading.marks)
    assert [problem.severity for problem in found] == ["error", "error"]
