"""Each slip that people make in YAML gets its own sentence, at the place to look at."""

from __future__ import annotations

import pytest

from workshop.lesson.problems import Problem
from workshop.lesson.reader import read_text

HEAD = "format: lesson/1\nid: a\nversion: 1.0.0\nlanguage: en\ntitle: A\n"  # five lines


def slip(text: str) -> Problem:
    found = read_text(HEAD + text, "lesson.yaml")
    errors = [problem for problem in found.problems if problem.severity == "error"]
    assert len(errors) == 1, found.problems
    assert found.lesson is None
    return errors[0]


STEPS = "\nsteps: [{id: b, kind: slide}]"


@pytest.mark.parametrize(
    ("text", "code", "at", "hint"),
    [
        ("summary: Safe: or not", "unquoted-colon", (6, 14), '"Safe: or not"'),
        ("steps:\n- {id: b, kind: slide, title: Safe: or not}", "unquoted-colon", (7, 35), "double quotes"),
        ("steps:\n- id: b\n  kind: slide\n\ttitle: c", "tab", (9, 1), "spaces"),
        ("steps:\n\t- id: b", "tab", (7, 1), "spaces"),
        ('summary: "No" is an answer', "text-after-quote", (6, 15), "'\"No\" is an answer'"),
        ("summary: 'It's fine'", "text-after-quote", (6, 14), '"It\'s fine"'),
        ('goals: ["No" is fine, b]', "text-after-quote", (6, 14), "after the last word"),
        ("summary: *Maya* waits", "leading-sign", (6, 10), '"*Maya* waits"'),
        ("summary: **Maya** waits", "leading-sign", (6, 10), '"**Maya** waits"'),
        ("summary: *Maya", "leading-sign", (6, 10), '"*Maya"'),
        ("summary: @home", "leading-sign", (6, 10), '"@home"'),
        ("summary: %5 more", "leading-sign", (6, 10), '"%5 more"'),
        ("summary: `b`", "leading-sign", (6, 10), '"`b`"'),
        ("summary: & more", "leading-sign", (6, 10), '"& more"'),
        ("summary: |b", "leading-sign", (6, 10), "Press Enter"),
        ("summary: [gap] is first", "leading-sign", (6, 16), '"[gap] is first"'),
        ("steps:\n- {id: b, kind: slide, title: @home}", "leading-sign", (7, 31), "double quotes"),
        ("summary: !important b" + STEPS, "tag", (6, 10), "double quotes"),
        ("summary: ! b" + STEPS, "tag", (6, 10), "double quotes"),
        ("summary: &b c", "anchor", (6, 10), "quotes"),
        ("goals:\n- b\n-c" + STEPS, "no-space-after-dash", (8, 1), '"- "'),
        ("goals:\n-b\n-c" + STEPS, "no-space-after-dash", (7, 1), '"- "'),
        ("goals: -b" + STEPS, "no-space-after-dash", (6, 8), '"- "'),
        ("summary:b" + STEPS, "no-space-after-colon", (6, 8), '": "'),
        ("summary:b\n", "no-space-after-colon", (6, 8), '": "'),
        ("goals:\n- b\n  - c" + STEPS, "wrong-indent", (8, 3), "Line the dash up"),
        ("steps:\n- id: b\n kind: slide", "wrong-indent", (8, 2), "same column"),
        ("steps:\n- id: b\n   kind: slide", "wrong-indent", (8, 4), "under the other names"),
        ("steps:\n- id: b\n  kind: slide\n - id: c\n   kind: help", "wrong-indent", (9, 2), "same column"),
        ("steps:\n- id: b\n  kind: slide\ntext: c\n  notes: d", "wrong-indent", (9, 1), "names of its step"),
        ("steps:\n- id: b\nkind: slide\n\ntext: c\n  notes: d", "wrong-indent", (8, 1), "names of its step"),
        ("steps:\n- id: b\nkind: slide\n- {id: c, kind: help}", "wrong-indent", (8, 1), "names of its step"),
        ("steps:\n  - id: b\nkind: slide\n  - {id: c, kind: help}", "wrong-indent", (8, 1), "names of its step"),
        ("steps:\n  - id: b\n  kind: slide\n  - {id: c, kind: help}", "wrong-indent", (8, 3), "names of its step"),
        ("steps:\n- {id: b, kind: slide}\nmedia:\n  d: {}\n- {id: c, kind: help}", "wrong-indent", (10, 1), "together"),
        ("summary: We are #one" + STEPS, "text-cut", (6, 17), "double quotes"),
        ("summary: We are #one\n  and all" + STEPS, "text-cut", (6, 17), "double quotes"),
        ("steps: [{id: b, kind: slide, background: #ff7a66\n}]", "text-cut", (6, 42), '"#ff7a66"'),
        ("steps:\n- id: b\n  kind: slide\n  background: #ff7a66", "text-cut", (9, 15), '"#ff7a66"'),
        ("steps:\n- {id: b, kind: slide, title: ?, text: c}", "question-mark", (7, 31), "double quotes"),
        ("summary: ? b", "question-mark", (6, 10), "double quotes"),
        ("steps:\n- {id: b, kind: slide, text: No, that is it}", "comma-in-braces", (7, 32), 'text: "No, that is it"'),
        ("steps:\n- {id: b, kind: slide, title: Stop, look, go}", "comma-in-braces", (7, 35), '"Stop, look, go"'),
        ("steps:\n- {id: b, kind: slide, title: No, thanks, text: c}", "comma-in-braces", (7, 33), '"No, thanks"'),
        ("steps:\n- {id: b, kind: slide, title: Stop,\n look, go}", "comma-in-braces", (7, 35), '"Stop, look, go"'),
        ("summary: #MeToo now" + STEPS, "text-cut", (6, 10), '"#MeToo now"'),
        ("goals:\n- #safer\n- b" + STEPS, "text-cut", (7, 3), '"#safer"'),
        ("steps:\n- id: b\n  kind: #slide", "text-cut", (8, 9), '"#slide"'),
        ("steps:\n- {id: b, kind: slide, text: Why #now, title: c}", "text-cut", (7, 34), '"Why #now"'),
        ("steps:\n- {id: b, kind: slide, text: #now}\n- {id: c, kind: help}", "text-cut", (7, 30), '"#now"'),
        ("goals: [b, #c, d]" + STEPS, "text-cut", (6, 12), '"#c"'),
        ('summary: "b' + STEPS, "unclosed-quote", (6, 10), 'Type "'),
        ("goals: [b, c" + STEPS, "unclosed-bracket", (6, 8), "Type ]"),
        ("steps:\n- {id: b, kind: slide\n- {id: c, kind: help}", "unclosed-bracket", (7, 3), "Type }"),
        ("goals: [b, c]]" + STEPS, "extra-bracket", (6, 14), "Delete it"),
        ("goals: [b, , c]" + STEPS, "two-commas", (6, 12), "Delete one"),
        ("goals: - b" + STEPS, "dash-after-name", (6, 8), "Press Enter"),
        ("summary: b\nand more" + STEPS, "no-name", (7, 1), "indent it further"),
        ('summary: "a \\q b"' + STEPS, "backslash", (6, 13), "twice"),
        ("%foo" + STEPS, "document-marks", (6, 1), "Delete this line"),
        ("---" + STEPS, "document-marks", (6, 1), "Delete this line"),
        ("summary: a\x07b" + STEPS, "control-character", (6, 11), "Delete it"),
        ("title: B" + STEPS, "duplicate-key", (6, 1), "Keep one"),
    ],
)
def test_a_slip_is_named_and_pointed_at(text: str, code: str, at: tuple[int, int], hint: str) -> None:
    problem = slip(text)
    assert (problem.code, problem.mark[:2]) == (code, at)
    assert hint in problem.hint


def test_a_line_too_far_to_the_left_is_the_one_that_is_named() -> None:
    message = slip("steps:\n- id: b\n  kind: slide\ntext: c\n  notes: d").message
    assert message == "This line stands too far to the left."


def test_a_comma_among_empty_fields_is_still_told() -> None:
    found = read_text(HEAD + "steps:\n- {id: b, kind: slide, title: No, notes, thanks, text, more}", "lesson.yaml")
    assert found.lesson is None
    assert [problem.code for problem in found.problems if problem.severity == "error"] == ["comma-in-braces"]


def test_what_to_type_is_what_would_be_read() -> None:
    typed = slip("summary: Safe: or not").hint.removeprefix("Put quotes around it: ").removesuffix(".")
    mended = read_text(f"{HEAD}summary: {typed}{STEPS}", "lesson.yaml")
    assert mended.lesson is not None
    assert mended.lesson.summary == "Safe: or not"


def test_a_colon_in_a_list_of_texts_is_no_slip() -> None:
    found = read_text(f"{HEAD}goals:\n- Look for: hurry\n- 'So': b{STEPS}", "lesson.yaml")
    assert [problem.mark.line for problem in found.problems] == [8]


def test_no_sentence_of_libyaml_s_own_reaches_a_teacher() -> None:
    texts = [
        "a: b: c",
        "{a",
        "[",
        "'",
        "- - -\n b",
        "? ?",
        "a:\n  b\n c",
        "%x",
        "*",
        "&",
        "!",
        "@",
        "\t",
        "a: |3x",
        "!<",
    ]
    for text in texts:
        for problem in read_text(text, "l").problems:
            assert "expected" not in problem.message
            assert problem.hint
