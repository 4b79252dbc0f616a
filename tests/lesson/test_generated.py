"""The schema and the format's page are derived from the model and shipped as files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from workshop.lesson.check import check
from workshop.lesson.generated import FILES
from workshop.lesson.model import KINDS, Lesson, Unit
from workshop.lesson.reader import read_text
from workshop.lesson.reference import reference
from workshop.lesson.schema import schema_of
from workshop.lesson.school import read_school
from workshop.paths import LESSONS, RESOURCES

EXAMPLE = Path(__file__).parent.parent / "data" / "example.yaml"
START = "format: lesson/1\nid: a\nversion: 1.0.0\nlanguage: en\ntitle: A\nsteps:\n"


def as_an_editor_sees_it(text: str) -> Any:
    """YAML 1.2's core types, which YAML editors know: true and numbers, but no dates, and No is a text."""

    def typed(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: typed(below) for key, below in value.items()}
        if isinstance(value, list):
            return [typed(below) for below in value]
        words = {"true": True, "false": False, "": None}
        return words.get(value, int(value) if value.isdigit() else value)

    return typed(yaml.load(text, yaml.BaseLoader))


def complaints(text: str, cls: type[Lesson] | type[Unit] = Lesson) -> list[str]:
    validator = jsonschema.Draft7Validator(schema_of(cls))
    return [error.message for error in validator.iter_errors(as_an_editor_sees_it(text))]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_generated_file_is_up_to_date(file: Path) -> None:
    assert file.read_text("utf-8") == FILES[file](), "Run: python -m workshop.lesson.generated"


@pytest.mark.parametrize("cls", [Lesson, Unit])
def test_the_schema_is_one(cls: type[Lesson] | type[Unit]) -> None:
    jsonschema.Draft7Validator.check_schema(schema_of(cls))


@pytest.mark.parametrize(
    "file", [EXAMPLE, RESOURCES / "new/every-kind.yaml", RESOURCES / "new/lesson.yaml", *LESSONS.glob("*/lesson.yaml")]
)
def test_an_editor_finds_nothing_amiss_with_a_good_lesson(file: Path) -> None:
    assert complaints(file.read_text("utf-8")) == []


def test_an_editor_finds_nothing_amiss_with_a_good_unit() -> None:
    assert complaints((RESOURCES / "new/unit.yaml").read_text("utf-8"), Unit) == []


@pytest.mark.parametrize(
    "steps",
    [
        "- {id: a, kind: scenaro}",
        "- {id: a}",
        "- {kind: slide}",
        "- {id: A b, kind: slide}",
        "- {id: a, kind: slide, colour: red}",
        "- {id: a, kind: slide, minutes: soon}",
        "- {id: a, kind: slide, minutes: 0}",
        "- {id: a, kind: slide, ages: young}",
        "- {id: a, kind: slide, grouping: groups of many}",
        "- {id: a, kind: discuss}",
        "- {id: a, kind: discuss, ask: b, protocol: shout}",
        "- {id: a, kind: quiz, ask: b, answers: [right: c]}",
        "- {id: a, kind: observe, picture: b, spots: [{at: 1 2 3, text: c}]}",
        "- {id: a, kind: scenario, start: b, cards: {b: {choices: [{say: c}]}}}",
        "- {id: a, kind: help, services: [pizza]}",
        "  text",
    ],
)
def test_what_the_schema_refuses_the_reader_refuses(steps: str) -> None:
    assert complaints(START + steps)
    assert read_text(START + steps, "lesson.yaml").lesson is None


def test_a_field_of_ones_own_is_kept_out_of_it() -> None:
    assert complaints(START + "- {id: a, kind: slide, x-colour: red}") == []


def test_the_schema_offers_every_kind_and_the_defaults() -> None:
    schema = schema_of(Lesson)
    assert schema["properties"]["steps"]["items"]["properties"]["kind"]["enum"] == list(KINDS)
    assert schema["definitions"]["discuss"]["properties"]["protocol"]["default"] == "class"
    assert schema["properties"]["sensitive"]["default"] is False
    assert all(field["description"] for field in schema["properties"].values())


def test_the_shipped_schema_is_json() -> None:
    assert json.loads((RESOURCES / "lesson-1.schema.json").read_text("utf-8")) == schema_of(Lesson)


def test_the_page_shows_a_step_of_every_kind() -> None:
    page = reference()
    assert all(f"### {kind}\n" in page and f"  kind: {kind}\n" in page for kind in KINDS)
    assert "{{" not in page


@pytest.mark.parametrize("name", ["every-kind.yaml", "lesson.yaml", "unit.yaml"])
def test_the_page_s_examples_are_good_lessons(name: str) -> None:
    reading = read_text((RESOURCES / "new" / name).read_bytes(), name)
    assert reading.problems == []
    assert reading.lesson is not None
    assert check(reading.lesson, reading) == []


def test_the_page_s_school_is_a_good_one() -> None:
    school, problems = read_school(RESOURCES / "new" / "school.yaml")
    assert problems == []
    assert school.people == ("Ms Lee, room 4",)
