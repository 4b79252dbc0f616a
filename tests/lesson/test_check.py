"""What no class should meet is an error; what a facilitator should look at again is a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.lesson.check import check
from workshop.lesson.problems import Problem
from workshop.lesson.reader import read, read_text
from workshop.paths import LESSONS

HEAD = "format: lesson/1\nid: a\nversion: 1.0.0\nlanguage: en\ntitle: A\n"
RULES, HELP = "- {id: rules, kind: rules}\n", "- {id: where, kind: help}\n"
WHOLE_STORY = """\
- id: story
  kind: scenario
  start: one
  cards:
    one: {text: b, choices: [{say: c, go: two}]}
    two: {text: d, ending: safe}
"""


def checked(steps: str, head: str = "") -> list[Problem]:
    reading = read_text(f"{HEAD}{head}steps:\n{steps}", "lesson.yaml")
    assert reading.lesson is not None, reading.problems
    return check(reading.lesson, reading)


def codes(steps: str, head: str = "") -> list[tuple[str, str]]:
    return [(problem.code, problem.severity) for problem in checked(steps, head)]


def slides(number: int) -> str:
    return "".join(f"- {{id: slide-{n}, kind: slide}}\n" for n in range(number))


class TestTheSafetyFrame:
    def test_rules_first_and_help_last_is_as_it_should_be(self) -> None:
        assert codes(RULES + slides(5) + HELP) == []

    def test_a_pupil_lesson_needs_rules_and_help(self) -> None:
        assert codes(slides(1)) == [("no-rules", "error"), ("no-help", "error")]

    def test_a_lesson_for_staff_needs_neither(self) -> None:
        assert codes(slides(1), "audience: staff\n") == []

    @pytest.mark.parametrize(("before", "late"), [(0, False), (2, False), (3, True)])
    def test_the_rules_come_near_the_start(self, before: int, late: bool) -> None:
        assert codes(slides(before) + RULES + HELP) == ([("rules-late", "error")] if late else [])

    def test_help_is_last(self) -> None:
        problem = checked(RULES + HELP + slides(1))[0]
        assert (problem.code, problem.mark.line) == ("help-not-last", 9)

    def test_hidden_steps_may_stand_anywhere(self) -> None:
        hidden = "- {id: hidden, kind: slide, hidden: true}\n"
        assert codes(hidden * 1 + slides(2) + RULES + HELP + hidden.replace("hidden,", "hidden-too,")) == []

    @pytest.mark.parametrize("way", ["optional: true", "hidden: true", "ages: 13", "audience: staff"])
    def test_help_that_someone_could_miss_does_not_count(self, way: str) -> None:
        last = f"- {{id: where, kind: help, {way}}}\n"
        assert ("no-help", "error") in codes(RULES + last, "ages: 11-13\n")


class TestScenarios:
    def scenario(self, cards: str) -> list[Problem]:
        return checked(f"{RULES}- id: story\n  kind: scenario\n  start: one\n  cards:\n{cards}{HELP}")

    def test_a_story_that_ends_safely_is_as_it_should_be(self) -> None:
        assert codes(RULES + WHOLE_STORY + HELP) == []

    def test_every_card_can_reach_a_safe_ending(self) -> None:
        found = self.scenario(
            "    one: {text: b, choices: [{say: c, go: two}, {say: d, go: three}]}\n"
            "    two: {text: e, choices: [{say: f, go: two}]}\n"
            "    three: {text: g, ending: safe}\n"
        )
        assert [(p.code, p.mark.line, p.mark.column) for p in found] == [("no-safe-ending", 13, 5)]

    def test_an_open_ending_is_not_a_safe_one(self) -> None:
        assert [p.code for p in self.scenario("    one: {text: b, ending: open}\n")] == ["no-safe-ending"]

    def test_a_card_leads_somewhere_or_ends(self) -> None:
        assert [p.code for p in self.scenario("    one: {text: b}\n")] == ["dead-end"]

    def test_a_card_that_nobody_reaches_is_told(self) -> None:
        found = self.scenario("    one: {text: b, ending: safe}\n    two: {text: c, ending: safe}\n")
        assert [(p.code, p.severity) for p in found] == [("unreachable-card", "warning")]

    def test_a_card_that_shows_nothing_is_told(self) -> None:
        assert [p.code for p in self.scenario("    one: {ending: safe}\n")] == ["empty-card"]


class TestWords:
    @pytest.mark.parametrize(
        ("step", "code"),
        [
            ("kind: quiz, ask: b, answers: [{right: c, because: Correct!}, {wrong: d}]", "harsh-feedback"),
            ("kind: quiz, ask: b, answers: [{right: c}, {wrong: d, because: That is wrong.}]", "harsh-feedback"),
            ("kind: slide, text: Maya should have told someone.", "blame"),
            ("kind: slide, text: Just say no.", "blame"),
            ("kind: discuss, ask: Has this ever happened to you?", "own-story"),
            ("kind: discuss, ask: Who is fastest?", "scores"),
            ("kind: slide, text: One in five children is tricked.", "frightening-figure"),
            ("kind: slide, notes: Pick a pupil to answer.", "names-drawn"),
        ],
    )
    def test_a_sensitive_lesson_warns_of_words(self, step: str, code: str) -> None:
        found = checked(f"{RULES}- {{id: b, {step}}}\n{HELP}", "sensitive: true\n")
        assert [(p.code, p.severity) for p in found] == [(code, "warning")]
        assert found[0].mark.line == 9

    def test_scores_are_fine_where_nothing_is_sensitive(self) -> None:
        assert codes(f"{RULES}- {{id: b, kind: discuss, ask: Who is fastest?}}\n{HELP}") == []

    def test_a_character_decides_never_the_pupil(self) -> None:
        story = WHOLE_STORY.replace("text: b", "text: What would you do?")
        assert codes(RULES + story + HELP) == [("pupil-decides", "warning")]

    def test_a_language_without_rules_has_no_warnings(self) -> None:
        text = (
            HEAD.replace("language: en", "language: fr")
            + f"steps:\n{RULES}- {{id: b, kind: slide, text: wrong}}\n{HELP}"
        )
        reading = read_text(text, "l")
        assert reading.lesson is not None
        assert check(reading.lesson, reading) == []


class TestTheRest:
    @pytest.mark.parametrize(
        ("minutes", "steps", "differs"),
        [
            (10, [("slide", 5), ("slide", 5)], False),
            (9, [("slide", 5), ("slide", 5)], True),
            (12, [("slide", 5), ("slide", 5)], True),
            (12, [("slide", 5), ("slide", None)], False),
            (4, [("slide", 5), ("slide", None)], True),
        ],
    )
    def test_the_steps_minutes_can_add_up(
        self, minutes: int, steps: list[tuple[str, int | None]], differs: bool
    ) -> None:
        lines = "".join(
            f"- {{id: s{n}, kind: {kind}{f', minutes: {m}' if m else ''}}}\n" for n, (kind, m) in enumerate(steps)
        )
        expected = [("minutes-differ", "warning")] if differs else []
        assert codes(lines, f"audience: staff\nminutes: {minutes}\n") == expected

    def test_an_optional_step_may_be_left_out_of_the_sum(self) -> None:
        steps = "- {id: b, kind: slide, minutes: 5}\n- {id: c, kind: slide, minutes: 5, optional: true}\n"
        for minutes in (5, 8, 10):
            assert codes(steps, f"audience: staff\nminutes: {minutes}\n") == []

    def test_media_that_no_step_uses_is_told(self) -> None:
        head = "audience: staff\nmedia: {cat: {file: media/cat.png, alt: A cat}}\n"
        assert codes(slides(1), head) == [("unused-media", "warning")]
        assert codes("- {id: b, kind: slide, handout: cat}\n", head) == []

    @pytest.mark.parametrize("name", ["card", "cover"])
    def test_a_picture_for_the_librarys_card_needs_no_step(self, name: str) -> None:
        head = f"audience: staff\nmedia: {{{name}: {{file: media/cat.png, alt: A cat}}}}\n"
        assert codes(slides(1), head) == []

    def test_a_film_needs_captions_and_another_player(self) -> None:
        head = "audience: staff\nmedia: {film: {file: media/film.mp4}}\n"
        found = checked("- {id: b, kind: slide, play: film}\n", head)
        assert [(p.code, p.severity) for p in found] == [("no-captions", "warning"), ("not-shown", "warning")]
        assert "Say in the notes how to show it" in found[1].hint

    @pytest.mark.parametrize(
        ("step", "shown"),
        [
            ("kind: slide, background: teal", True),
            ("kind: slide, image: cat", True),
            ("kind: reflect, ask: c, background: teal", False),
            ("kind: reflect, ask: c, image: cat", True),
            ("kind: rules, image: cat", False),
            ("kind: match, pairs: {c: d, e: f}, image: cat", False),
        ],
    )
    def test_what_the_class_would_not_see_is_told(self, step: str, shown: bool) -> None:
        head = "audience: staff\nmedia: {cat: {file: media/cat.png, alt: A cat}, card: {file: c.png, alt: A}}\n"
        found = [problem for problem in checked(f"- {{id: b, {step}}}\n", head) if problem.code != "unused-media"]
        assert [(p.code, p.severity, p.mark.line) for p in found] == ([] if shown else [("not-shown", "warning", 9)])

    def test_the_folder_is_named_after_the_lesson(self, tmp_path: Path) -> None:
        (tmp_path / "lesson.yaml").write_text(f"{HEAD}steps:\n{RULES}{HELP}")
        reading = read(tmp_path)
        assert reading.lesson is not None
        assert [p.code for p in check(reading.lesson, reading)] == ["folder-name"]


@pytest.mark.parametrize("folder", sorted(LESSONS.glob("*/lesson.yaml")), ids=lambda file: file.parent.name)
def test_a_packaged_lesson_has_nothing_amiss(folder: Path) -> None:
    reading = read(folder.parent)
    assert reading.problems == []
    assert reading.lesson is not None
    assert check(reading.lesson, reading) == []
