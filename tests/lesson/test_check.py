"""What no class should meet is an error; what a facilitator should look at again is a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.lesson.check import check
from workshop.lesson.problems import Problem
from workshop.lesson.reader import read, read_text

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


class TestTheWaysOut:
    """Nobody has to speak, and everybody learns where help is."""

    def test_rules_of_ones_own_tell_of_passing(self) -> None:
        own = "- {id: rules, kind: rules, rules: [Listen]}\n"
        assert codes(own + HELP) == [("no-pass", "warning")]
        assert codes(own.replace("Listen", "You can pass") + HELP) == []
        assert codes(own + "- {id: b, kind: slide, say: You can pass.}\n" + HELP) == []
        assert codes(own, "audience: staff\n") == []

    def test_the_services_of_a_help_step_have_someone_to_talk_to(self) -> None:
        some = HELP.replace("}", ", services: [hotline]}")
        assert codes(RULES + some) == [("no-helpline", "warning")]
        assert codes(RULES + some.replace("hotline", "helpline, hotline")) == []

    def test_families_learn_where_help_is(self) -> None:
        assert codes(slides(1), "audience: families\n") == [("no-way-to-help", "warning")]
        assert codes(HELP, "audience: families\n") == []


class TestFigures:
    """A number has a date beside it, and a fact a source."""

    SOURCE = "audience: staff\nsources: [{title: A report, date: May 2024}]\n"

    def told(self, text: str, head: str = SOURCE, notes: str = "") -> list[str]:
        step = f'- {{id: b, kind: slide, text: "{text}"' + (f', notes: "{notes}"' if notes else "") + "}\n"
        return [code for code, _severity in codes(step, head)]

    @pytest.mark.parametrize(
        "text", ["55 hotlines in 51 countries", "Almost 28,000 tips", "65 % were illegal", "300 children took part"]
    )
    def test_a_figure_has_a_date(self, text: str) -> None:
        assert self.told(text) == ["figure-undated"]
        assert self.told(f"{text} (2024)") == []
        assert self.told(f"{text} (undated)") == []

    @pytest.mark.parametrize(
        "text",
        ["Call 112", "116 111 in every country", "I am 100 % sure", "Groups of 4 children", "Law of 2011 on children"],
    )
    def test_not_every_number_is_a_figure(self, text: str) -> None:
        assert self.told(text) == []

    def test_a_fact_has_a_source_of_its_year(self) -> None:
        assert self.told("55 hotlines in 2019") == ["fact-without-source"]
        assert self.told("55 hotlines in 2019", notes="As a report of May 2024 says.") == []
        assert self.told("Research shows that this helps.", "audience: staff\n") == ["fact-without-source"]
        assert self.told("Research shows that this helps.") == []

    def test_a_source_has_a_date(self) -> None:
        assert self.told("b", "audience: staff\nsources: [{title: A report}]\n") == ["source-undated"]


class TestReading:
    HARD = "Extraordinary circumstances necessitate " + "considerable international coordination " * 10 + "everywhere."

    def test_a_text_suits_the_youngest(self) -> None:
        step = f"- {{id: b, kind: slide, say: {self.HARD}}}\n"
        easy = f"- {{id: c, kind: slide, say: {'A cat sat on a mat. ' * 90}}}\n"
        assert codes(RULES + step + easy + HELP, "ages: 14-18\n") == [("reading-level", "warning")]
        assert codes(RULES + step + HELP, "ages: 14-18\n") == [("reading-level", "warning")] * 2  # and the whole lesson
        assert codes(RULES + easy + HELP, "ages: 5-7\n") == []

    @pytest.mark.parametrize("head", ["", "audience: staff\nages: 11-13\n"])
    def test_without_an_age_or_for_staff_nothing_is_said(self, head: str) -> None:
        assert codes(f"{RULES}- {{id: b, kind: slide, say: {self.HARD}}}\n{HELP}", head) == []

    @pytest.mark.parametrize(("number", "full"), [(40, False), (41, True)])
    def test_a_slide_has_forty_words_at_most(self, number: int, full: bool) -> None:
        step = f"- {{id: b, kind: slide, title: one, text: {'word ' * (number - 1)}}}\n"
        assert codes(step, "audience: staff\n") == ([("many-words", "warning")] if full else [])


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

    def test_a_sheet_can_be_printed(self) -> None:
        head = "audience: staff\nmedia: {cat: {file: media/cat.FILE, alt: A cat}}\n"
        step = "- {id: b, kind: slide, handout: cat}\n"
        assert codes(step, head.replace("FILE", "ogg")) == [("not-a-sheet", "warning")]
        for ending in ("txt", "pdf", "svg"):
            assert codes(step, head.replace("FILE", ending)) == []

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


class TestFiles:
    """Sheets and pictures, as they lie in the lesson's folder."""

    HEAD = "audience: staff\nmedia: {sheet: {file: media/sheet.txt}}\n"
    STEPS = "- {id: b, kind: slide, handout: sheet}\n"

    def told(self, folder: Path, sheet: str, **others: str) -> list[Problem]:
        (folder / "a" / "media").mkdir(parents=True)
        (folder / "a" / "lesson.yaml").write_text(f"{HEAD}{self.HEAD}steps:\n{self.STEPS}")
        for name, text in {"sheet.txt": sheet, **others}.items():
            (folder / "a" / "media" / name).write_text(text)
        reading = read(folder / "a")
        assert reading.lesson is not None
        return check(reading.lesson, reading)

    def test_a_sheets_words_and_figures_are_looked_at(self, tmp_path: Path) -> None:
        found = self.told(tmp_path, "# Title\n\nIt is always anonymous.\n- 55 hotlines\n")
        assert [p.code for p in found] == ["promise", "figure-undated"]
        assert found[0].message.startswith("media/sheet.txt, line 3: ")
        assert found[0].mark.line == 7

    @pytest.mark.parametrize(
        ("audience", "line", "asked"),
        [
            ("families", "It was your fault.", ["blame"]),
            ("families", "Leave out: “You should have told us.”", []),
            ("families", "It is never your fault.", []),
            ("staff", "It was your fault.", []),
        ],
    )
    def test_a_sheet_blames_nobody(self, tmp_path: Path, audience: str, line: str, asked: list[str]) -> None:
        self.HEAD = self.HEAD.replace("staff", audience)
        assert [p.code for p in self.told(tmp_path, f"# Title\n{line}\n") if p.code == "blame"] == asked

    def test_a_translated_sheet_belongs_to_its_sheet(self, tmp_path: Path) -> None:
        assert (
            self.told(tmp_path, "# Title\n", **{"sheet.fr.txt": "# Titre\n", ".DS_Store": "", "sheet.txt~": ""}) == []
        )

    def test_a_file_that_nothing_names_is_told(self, tmp_path: Path) -> None:
        found = self.told(tmp_path, "# Title\n", **{"other.fr.txt": "", "cat.png": ""})
        assert [(p.code, p.mark.line) for p in found] == [("unlisted-file", 7)] * 2


def test_the_parts_of_a_unit_add_up() -> None:
    parts = "parts:\n- {lesson: b, minutes: 10}\n- stations: [{lesson: c, minutes: 20}, {lesson: d, minutes: 30}]\n"
    for minutes, expected in ((60, []), (50, ["minutes-differ"])):
        head = HEAD.replace("lesson/1", "unit/1")
        reading = read_text(f"{head}minutes: {minutes}\n{parts}", "unit.yaml")
        assert reading.lesson is not None, reading.problems
        assert [p.code for p in check(reading.lesson, reading)] == expected
