"""Any bytes at all give a lesson or problems, never a traceback."""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.lesson.check import check
from workshop.lesson.reader import read_text

ROOT = Path(__file__).parent.parent.parent
HEAD = "format: lesson/1\nid: a\nversion: 1.0.0\nlanguage: en\ntitle: A\n"
EXAMPLE = (ROOT / "tests" / "data" / "example.yaml").read_text("utf-8")
MUCH = 100_000


def outcome(text: bytes | str) -> str:
    """The code of the first error, or "lesson"."""
    reading = read_text(text, "lesson.yaml")
    found = list(reading.problems)
    if reading.lesson is not None:
        found += check(reading.lesson, reading)
    assert all(str(problem) for problem in found)
    assert len(found) <= 200
    codes = [problem.code for problem in reading.problems if problem.severity == "error"]
    assert reading.lesson is not None or codes
    return "lesson" if reading.lesson is not None else codes[0]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", "empty"),
        (b"# only a comment", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"a" * 5_000_000, "too-large"),
        ("é" * 300_000, "too-large"),
        (EXAMPLE.encode("utf-16"), "not-utf-8"),
        (EXAMPLE.encode("utf-16-le"), "not-utf-8"),
        (EXAMPLE.encode("utf-32"), "not-utf-8"),
        ("a: ä".encode("latin-1"), "not-utf-8"),
        (b"a: b\0c", "control-character"),
        ("a: \ud800", "control-character"),
        ("[" * 10_000, "too-deep"),
        ("{a: " * 10_000, "too-deep"),
        ("- " * 10_000, "too-deep"),
        ("? " * 10_000, "too-deep"),
        ("".join(" " * n + "a:\n" for n in range(400)), "too-deep"),
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]", "anchor"),
        ("a: &a [*a]", "anchor"),
        ("a: *b", "leading-sign"),
        ("!!python/object/apply:os.system [ls]", "tag"),
        ("{" + "a," * MUCH + "}", "too-large"),
        ("[" + "a," * 30_000 + "]", "wrong-type"),
        (HEAD + "steps:\n" + "- {id: b, kind: slide}\n" * 4_000, "duplicate-id"),
        (HEAD + "".join(f"f{n}: x\n" for n in range(15_000)), "unknown-field"),
        (HEAD + "a: x\n" * 15_000, "unknown-field"),
        (HEAD + "summary: [" + "!b c," * 20_000 + "]", "tag"),
        (HEAD + "summary: [" + "&b c," * 20_000 + "]", "anchor"),
        (HEAD + "? " + "a" * MUCH + "\n: b", "missing-field"),
        (HEAD + 'summary: "' + "\n" * 30_000 + '"', "missing-field"),
        (HEAD + "summary: '" + "<a" * MUCH + "'", "missing-field"),
        (HEAD + "summary: '" + "[" * MUCH + "'", "missing-field"),
    ],
)
def test_a_hostile_text_is_refused(text: bytes | str, code: str) -> None:
    assert outcome(text) == code


def test_a_terminal_is_not_told_what_to_do_by_a_lesson() -> None:
    reading = read_text('"\\e[31mred": b\n\x85', "lesson.yaml")
    assert all("\x1b" not in str(problem) for problem in reading.problems)


@given(st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_a_lesson_or_an_error(data: bytes) -> None:
    outcome(data)


@given(st.text(alphabet=st.sampled_from("ab :-\n#\"'[]{}|>*&!%@`?,\t\\"), max_size=60))
@settings(max_examples=500, deadline=None)
def test_any_mix_of_yaml_s_signs_does_too(text: str) -> None:
    outcome(text)
    outcome(f"{HEAD}summary: {text}\nsteps: [{{id: b, kind: slide}}]")


@given(st.integers(0, 2**32))
@settings(max_examples=300, deadline=None)
def test_so_does_any_mutation_of_a_real_lesson(seed: int) -> None:
    chance = random.Random(seed)
    outcome(FUZZ.mutate(chance.choice(TEXTS), chance))


def _fuzz() -> ModuleType:
    """The benchmark that does the same 20,000 times."""
    spec = importlib.util.spec_from_file_location("fuzz_reader", ROOT / "benchmarks" / "fuzz_reader.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


FUZZ = _fuzz()
TEXTS = FUZZ.texts()
