"""A lesson's text becomes a lesson, or problems that say exactly where and what."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.lesson.model import Discuss, Lesson, Poll, Rules, Scenario, Slide, Unit
from workshop.lesson.problems import Problem
from workshop.lesson.reader import Reading, read, read_text
from workshop.lesson.values import Ages, Area, Spoken

EXAMPLE = (Path(__file__).parent.parent / "data" / "example.yaml").read_text("utf-8")
HEAD = "format: lesson/1\nid: a\nversion: 1.0.0\nlanguage: en\ntitle: A\n"


def reading(body: str, head: str = HEAD) -> Reading:
    return read_text(head + body, "lesson.yaml")


def steps(text: str) -> Reading:
    return reading("steps:\n" + text)


def lesson_of(read: Reading) -> Lesson:
    assert isinstance(read.lesson, Lesson), read.problems
    return read.lesson


def only(read: Reading) -> Problem:
    assert len(read.problems) == 1, read.problems
    return read.problems[0]


class TestWhatIsRead:
    def test_the_format_s_example_has_no_errors(self) -> None:
        found = read_text(EXAMPLE, "lesson.yaml")
        lesson = lesson_of(found)
        assert [step.id for step in lesson.steps] == ["rules", "welcome", "only-us", "line", "talk", "where"]
        assert lesson.ages == Ages(11, 13)
        assert lesson.goals[0] == "I can spot pressure: secrecy, hurry, flattery, guilt, gifts."
        assert only(found).code == "again-before"

    def test_a_chat_line_names_who_speaks(self) -> None:
        scenario = lesson_of(read_text(EXAMPLE, "l")).step("only-us")
        assert isinstance(scenario, Scenario)
        assert scenario.cards["asks"].chat[0] == Spoken("You're the only one who gets me.", "Jules, 13")

    def test_plain_words_stay_as_written(self) -> None:
        told = lesson_of(reading("steps:\n- {id: b, kind: poll, ask: 12:30, choices: [No, Yes, 007]}"))
        poll = told.steps[0]
        assert isinstance(poll, Poll)
        assert (poll.ask, poll.choices) == ("12:30", ("No", "Yes", "007"))

    def test_what_is_not_given_stays_unknown(self) -> None:
        slide = lesson_of(steps("- {id: b, kind: slide}")).steps[0]
        assert isinstance(slide, Slide)
        assert (slide.minutes, slide.ages, slide.text, slide.handout) == (None, None, "", ())

    def test_one_item_may_do_without_the_dash(self) -> None:
        assert lesson_of(reading("goals: I can wait\nsteps: [{id: b, kind: slide}]")).goals == ("I can wait",)

    def test_a_rule_may_be_spoken_by_someone(self) -> None:
        rules = lesson_of(steps('- {id: b, kind: rules, rules: ["Sam: You can pass.", Listen.]}')).steps[0]
        assert isinstance(rules, Rules)
        assert rules.rules == (Spoken("You can pass.", "Sam"), Spoken("Listen."))

    @pytest.mark.parametrize(("written", "meant"), [("yes", True), ("true", True), ("No", False), ("FALSE", False)])
    def test_yes_and_no_are_understood(self, written: str, meant: bool) -> None:
        assert lesson_of(reading(f"sensitive: {written}\nsteps: [{{id: b, kind: slide}}]")).sensitive is meant

    @pytest.mark.parametrize(
        ("written", "meant"), [("11-13", Ages(11, 13)), ("11–13", Ages(11, 13)), ("9", Ages(9, 9))]
    )
    def test_ages_are_a_range_or_one_age(self, written: str, meant: Ages) -> None:
        assert lesson_of(reading(f"ages: {written}\nsteps: [{{id: b, kind: slide}}]")).ages == meant

    def test_a_region_is_percent_of_a_picture(self) -> None:
        media = "media: {cat: {file: media/cat.png, alt: A cat}}\n"
        told = lesson_of(
            reading(media + "steps: [{id: b, kind: observe, picture: cat, spots: {at: 1 2.5 3 4, text: c}}]")
        )
        assert told.steps[0].spots[0].at == Area(1, 2.5, 3, 4)  # type: ignore[attr-defined]

    def test_fields_of_one_s_own_are_ignored(self) -> None:
        assert reading("x-room: 4\nsteps: [{id: b, kind: slide, x-colour: [red]}]").problems == []

    def test_a_unit_is_read_too(self) -> None:
        unit = read_text("format: unit/1\nid: u\nversion: 1\nlanguage: en\ntitle: U\nparts: [lesson: a]", "u").lesson
        assert isinstance(unit, Unit)
        assert unit.parts[0].lesson == "a"

    def test_windows_line_ends_and_a_byte_order_mark_are_kept(self) -> None:
        text = "\ufeff" + EXAMPLE.replace("\n", "\r\n")
        found = read_text(text.encode(), "lesson.yaml")
        assert found.text == text
        assert found.lesson == read_text(EXAMPLE, "l").lesson


class TestWhereThingsStand:
    @pytest.mark.parametrize(
        "text", [EXAMPLE, "\ufeff" + EXAMPLE, EXAMPLE.replace("\n", "\r\n")], ids=["", "bom", "crlf"]
    )
    def test_a_field_s_name_and_value_are_found_in_the_text(self, text: str) -> None:
        found = read_text(text, "lesson.yaml")
        place = found.marks.at(("steps", 1, "title"))
        assert place is not None
        assert place.key is not None
        assert text[place.key.start : place.key.end] == "title"
        assert text[place.value.start : place.value.end] == "Most people online are kind. Some hide who they are."
        assert (place.value.line, place.value.column) == (20, 10)

    def test_deep_inside_a_card_too(self) -> None:
        place = read_text(EXAMPLE, "l").marks.at(("steps", 2, "cards", "asks", "choices", 1, "go"))
        assert place is not None
        assert EXAMPLE[place.value.start : place.value.end] == "sweet-again"

    def test_one_item_without_its_dash_is_the_first(self) -> None:
        place = reading("goals: I can wait\nsteps: []").marks.at(("goals", 0))
        assert place is not None
        assert (place.value.line, place.value.column) == (6, 8)

    @pytest.mark.parametrize("path", [("summary",), ("steps", 99), ("steps", 0, "x"), ("title", "x"), ("steps", -1)])
    def test_what_the_text_does_not_have_has_no_place(self, path: tuple[str | int, ...]) -> None:
        assert read_text(EXAMPLE, "l").marks.at(path) is None


class TestProblems:
    def test_it_looks_as_the_format_says(self) -> None:
        found = steps("- id: b\n  kind: scenaro\n")
        assert str(only(found)) == (
            'lesson.yaml:8:9: error: "scenaro" is not a kind of step. Did you mean "scenario"?\n'
            "    8 |   kind: scenaro\n"
            "      |         ^^^^^^^"
        )

    def test_all_are_told_at_once_in_the_order_of_the_text(self) -> None:
        found = reading(
            "titel: B\nages: 13-11\nsteps:\n- {id: B, kind: slide}\n- {id: c, kind: slid}\n- {id: d, kind: discuss}"
        )
        assert [(p.mark.line, p.code) for p in found.problems] == [
            (6, "unknown-field"),
            (7, "bad-ages"),
            (9, "bad-id"),
            (10, "unknown-kind"),
            (11, "missing-field"),
        ]
        assert found.lesson is None

    @pytest.mark.parametrize(
        ("body", "code", "hint"),
        [
            ("steps: [{id: b, kind: slide, tilte: c}]", "unknown-field", 'Did you mean "title"?'),
            ("steps: [{id: b, kind: discuss, ask: c, protocol: cirle}]", "unknown-word", 'Did you mean "circle"?'),
            ("steps: [{id: b, kind: slide, id: c}]", "duplicate-key", "Keep one of the two."),
            ("steps: [{id: b, kind: slide}, {id: b, kind: slide}]", "duplicate-id", "Give this one another."),
            ("steps: [{id: b, kind: slide, see: c}]", "unknown-step", "There are: b."),
            (
                "steps: [{id: b, kind: slide, image: c}]",
                "unknown-media",
                "This lesson has no entry under media at all.",
            ),
            ("steps: [{id: b, kind: slide, minutes: 5 min}]", "wrong-type", "Write only the number: 5."),
            (
                "steps: [{id: b, kind: slide, minutes: 0}]",
                "out-of-range",
                "Leave the field out where the time is unknown.",
            ),
            ("steps: [{id: Ask Me, kind: slide}]", "bad-id", '"ask-me" would do.'),
            (
                "steps: [{id: b, kind: slide, grouping: three}]",
                "bad-grouping",
                "Write alone, pairs, groups of 4, or class.",
            ),
            ("steps: [{id: b, kind: poll, ask: c, again: later}]", "bad-again", 'Write "after" and the id of a step.'),
            ("steps: [{id: b, kind: poll, ask: c, choices: [d]}]", "too-few", "Give two to six, or leave them out."),
            ("steps: [{id: b, kind: quiz, ask: c, answers: [{right: d}]}]", "too-few", "Add another, or choose"),
            ("steps: [{id: b, kind: quiz, ask: c, answers: [{because: d}, {right: e}]}]", "bad-answer", "Such as"),
            ("steps: [{id: b, kind: quiz, ask: c, answers: [{right: d, wrong: d}, {right: e}]}]", "bad-answer", ""),
            ("steps: [{id: b, kind: fill, text: c}]", "no-gap", "Put a [word] in square brackets."),
            ("steps: [{id: b, kind: order, items: [c, d], any_first: e}]", "unknown-item", "just as under items"),
            (
                "steps: [{id: b, kind: sort, groups: {c: d, e: f}, because: {g: h}}]",
                "unknown-item",
                "just as in its group",
            ),
            ("steps: [{id: b, kind: match, pairs: {c: d}}]", "too-few", "Add another"),
            ("steps: [{id: b, kind: scenario, start: c, cards: {d: {ending: safe}}}]", "unknown-card", "There are: d."),
            ("steps: [{id: b, kind: slide, background: 'url(x)'}]", "unknown-media", "Write coral, sun"),
            ("steps: [{id: b, kind: slide, background: 'blue'}]", "unknown-media", "#rrggbb in quotes"),
            ("steps: [{id: b, kind: slide, background: Corral}]", "unknown-media", 'Did you mean "coral"?'),
            (
                "media: {beach: {file: a.png, alt: c}}\nsteps: [{id: b, kind: slide, background: baech}]",
                "unknown-media",
                'Did you mean "beach"?',
            ),
            (
                "media: {cry: {file: a.ogg}}\nsteps: [{id: b, kind: slide, background: cry}]",
                "wrong-media",
                "A picture's file ends with",
            ),
            ("ages: 13+\nsteps: [{id: b, kind: slide}]", "bad-ages", "Write a range such as 11-13"),
            ("ages: 13-11\nsteps: [{id: b, kind: slide}]", "bad-ages", "Write 11-13."),
            ("sensitive: maybe\nsteps: [{id: b, kind: slide}]", "wrong-type", "Write true"),
            ("steps: {id: b, kind: slide}", "wrong-type", "Begin each step"),
            ("steps: [b]", "wrong-type", "It begins"),
            ("steps: [{id: b}]", "missing-field", 'Such as "kind: slide"'),
            ("steps: [{id: b, knid: slide}]", "missing-field", 'Is "knid" meant to be kind?'),
            ("media: [c]\nsteps: [{id: b, kind: slide}]", "wrong-type", "without dashes"),
            ("summary: {b: c, d: e}\nsteps: [{id: b, kind: slide}]", "wrong-type", "Put it in double quotes."),
            ("summary: [gap]\nsteps: [{id: b, kind: slide}]", "wrong-type", "Put the text in double quotes."),
            ("steps:\n", "empty-field", "Fill it in."),
            ("<<: b\nsteps: [{id: b, kind: slide}]", "tag", "Write the fields out."),
            ("? [b]\n: c\nsteps: [{id: b, kind: slide}]", "unknown-field", "Put the text in quotes."),
        ],
    )
    def test_an_error_has_a_code_and_says_what_to_do(self, body: str, code: str, hint: str) -> None:
        found = reading(body)
        problem = only(found)
        assert (problem.code, problem.severity) == (code, "error")
        assert hint in problem.hint
        assert found.lesson is None

    @pytest.mark.parametrize(
        ("field", "value", "code"),
        [
            ("format", "lesson/2", "newer-format"),
            ("format", "lessn/1", "unknown-format"),
            ("version", "new", "bad-version"),
            ("language", "English (UK)", "bad-language"),
            ("id", "A b", "bad-id"),
        ],
    )
    def test_the_header_is_looked_at(self, field: str, value: str, code: str) -> None:
        lines = [f"{field}: {value}" if line.startswith(f"{field}:") else line for line in HEAD.splitlines()]
        found = reading("steps: [{id: b, kind: slide}]", "\n".join(lines) + "\n")
        assert only(found).code == code
        assert found.lesson is None

    @pytest.mark.parametrize("field", ["format", "id", "version", "language", "title"])
    def test_what_is_missing_is_named(self, field: str) -> None:
        lines = [line for line in HEAD.splitlines() if not line.startswith(f"{field}:")]
        found = reading("steps: [{id: b, kind: slide}]", "\n".join(lines) + "\n")
        assert only(found).message == f'A lesson needs the field "{field}", which is missing here.'

    @pytest.mark.parametrize(
        ("body", "code"),
        [
            (f"summary: {'long ' * 50}", "long-text"),
            ("summary:", "empty-field"),
            ("summary: Write `this`", "code"),
            ("summary: See http://example.org", "address"),
            ("summary: Talk first # then write", "text-cut"),
        ],
    )
    def test_a_warning_leaves_the_lesson_usable(self, body: str, code: str) -> None:
        found = reading(f"{body}\nsteps: [{{id: b, kind: slide}}]")
        assert (only(found).code, only(found).severity) == (code, "warning")
        assert found.lesson is not None

    @pytest.mark.parametrize(
        ("text", "code"), [("See <b>this</b>", "html"), ("See [this](page)", "link"), ("See ![this](http://x)", "link")]
    )
    def test_html_and_links_are_no_part_of_a_lesson(self, text: str, code: str) -> None:
        found = reading(f"summary: '{text}'\nsteps: [{{id: b, kind: slide}}]")
        assert (only(found).code, only(found).severity) == (code, "error")
        assert found.lesson is not None, "it is shown as typed"

    def test_less_than_is_no_html(self) -> None:
        assert reading("summary: 3 < 4 and a <3 for you\nsteps: [{id: b, kind: slide}]").problems == []

    def test_a_comment_is_no_lost_text(self) -> None:
        assert reading("summary: Talk first  # a comment\nsteps: [{id: b, kind: slide}] # another").problems == []

    def test_many_problems_are_not_told_for_ever(self) -> None:
        assert len(reading("".join(f"field{n}: x\n" for n in range(500))).problems) == 100

    def test_a_mistake_in_the_header_hides_no_other(self) -> None:
        quiz = "- {id: b, kind: quiz, ask: c, answers: [{because: d}, {right: e}]}"
        found = reading(f"media: {{cat: {{file: cat.png}}}}\nsteps:\n{quiz}", HEAD.replace("title: A", "titel: A"))
        assert [problem.code for problem in found.problems] == ["unknown-field", "no-alt", "bad-answer"]

    def test_a_unit_s_part_is_a_lesson_or_stations(self) -> None:
        parts = "parts: [title: x, {lesson: a, stations: {lesson: b}}]"
        text = f"format: unit/1\nid: u\nversion: 1\nlanguage: en\ntitle: U\n{parts}"
        assert [p.code for p in read_text(text, "u").problems] == ["bad-part", "bad-part"]

    def test_a_vote_again_after_a_later_step_is_fine(self) -> None:
        assert steps("- {id: b, kind: poll, ask: c, again: after d}\n- {id: d, kind: slide}").problems == []

    def test_a_field_of_another_kind_is_refused(self) -> None:
        problem = only(steps("- {id: b, kind: reflect, ask: c, answers: d}"))
        assert problem.message == 'A reflect step has no field "answers".'

    def test_a_discussion_may_have_phases_of_its_own(self) -> None:
        talk = lesson_of(steps("- {id: b, kind: discuss, ask: c, phases: [{name: Think, minutes: 2}]}")).steps[0]
        assert isinstance(talk, Discuss)
        assert talk.phases[0].minutes == 2


class TestFiles:
    def test_a_folder_is_read_by_its_lesson(self, tmp_path: Path) -> None:
        (tmp_path / "lesson.yaml").write_text(HEAD + "steps: [{id: b, kind: slide}]")
        found = read(tmp_path)
        assert found.problems == []
        assert found.folder == tmp_path

    def test_a_folder_may_hold_a_unit(self, tmp_path: Path) -> None:
        (tmp_path / "unit.yaml").write_text(
            "format: unit/1\nid: u\nversion: 1\nlanguage: en\ntitle: U\nparts: [lesson: a]"
        )
        assert isinstance(read(tmp_path).lesson, Unit)

    @pytest.mark.parametrize("name", ["", "nothing", "nothing/lesson.yaml", "a\0b"])
    def test_what_is_not_there_is_a_problem(self, tmp_path: Path, name: str) -> None:
        found = read(tmp_path / name)
        assert only(found).code in ("not-found", "unreadable")
        assert found.lesson is None

    def test_a_link_that_leads_to_itself_is_a_problem(self, tmp_path: Path) -> None:
        (tmp_path / "lesson.yaml").symlink_to(tmp_path / "lesson.yaml")
        assert only(read(tmp_path / "lesson.yaml")).code == "unreadable"

    def test_a_device_that_never_ends_is_a_problem(self) -> None:
        assert only(read(Path("/dev/zero"))).code == "unreadable"

    def test_a_folder_called_lesson_yaml_is_a_problem(self, tmp_path: Path) -> None:
        (tmp_path / "lesson.yaml" / "lesson.yaml").mkdir(parents=True)
        assert only(read(tmp_path / "lesson.yaml" / "lesson.yaml")).code in ("unreadable", "not-found")
