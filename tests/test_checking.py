"""`workshop check` on whole lessons: those that are shipped, and lessons with translations."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.checking import check_lessons, print_findings
from workshop.lesson.pack import pack
from workshop.lesson.problems import Problem, errors, warnings
from workshop.lesson.reader import read
from workshop.lesson.translate import step_hash
from workshop.paths import LESSON_FILES, LESSONS, places

LESSON = """\
format: lesson/1
id: one
version: 1.0.0
language: en
title: One
media: {sheet: {file: media/sheet.txt}}
steps:
- {id: rules, kind: rules}
- {id: b, kind: slide, text: Hello, handout: sheet}
- {id: where, kind: help, title: Help}
"""
OVERLAY = """\
translates: one
language: fr
title: Un
steps:
  b: {text: TEXT, checked: HASH}
  where: {title: Aide, checked: HELP}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "one"
    (made / "media").mkdir(parents=True)
    (made / "lesson.yaml").write_text(LESSON)
    (made / "media" / "sheet.txt").write_text("# Sheet\n")
    return made


def translated(folder: Path, text: str, sheet: str = "# Feuille\n") -> list[Problem]:
    """What is told of a lesson with a translation that someone looked over."""
    lesson = read(folder).lesson
    assert lesson is not None
    overlay = OVERLAY.replace("TEXT", text)
    for name, step in (("HASH", "b"), ("HELP", "where")):
        overlay = overlay.replace(name, step_hash(lesson.step(step)))  # type: ignore[union-attr]
    (folder / "lesson.fr.yaml").write_text(overlay)
    if sheet:
        (folder / "media" / "sheet.fr.txt").write_text(sheet)
    return check_lessons(str(folder), places(str(folder.parent / "data"))).problems


class TestTranslations:
    def test_a_whole_one_has_nothing_amiss(self, folder: Path) -> None:
        assert translated(folder, "Bonjour") == []

    def test_its_words_are_held_against_the_rules_of_its_language(self, folder: Path) -> None:
        (problem,) = translated(folder, "Maya aurait dû le dire")
        assert (problem.code, problem.mark.line) == ("blame", 5)
        assert problem.file == str(folder / "lesson.fr.yaml")
        assert translated(folder, "Maya should have told") == []

    def test_a_reason_stands_in_the_translation_too(self, folder: Path) -> None:
        found = translated(folder, "Maya aurait dû le dire, x-why: une phrase à discuter")
        assert [problem.severity for problem in found] == ["explained"]

    def test_what_has_no_room_is_told(self, folder: Path) -> None:
        found = translated(folder, "Bonjour tout le monde. " * 60)
        assert {"long-text", "many-words"} <= {problem.code for problem in found}
        assert {"split", "too-much"} & {problem.code for problem in found}

    def test_a_step_that_changed_is_to_be_looked_over(self, folder: Path) -> None:
        translated(folder, "Bonjour")
        (folder / "lesson.yaml").write_text(LESSON.replace("Hello", "Goodbye"))
        (problem,) = check_lessons(str(folder), places(str(folder.parent / "data"))).problems
        assert (problem.code, problem.mark.line) == ("translation-due", 5)
        assert "write checked: " in problem.hint

    def test_a_step_that_is_missing_is_told(self, folder: Path) -> None:
        (folder / "lesson.fr.yaml").write_text("translates: one\nlanguage: fr\nsteps: {b: {text: Bonjour}}\n")
        found = check_lessons(str(folder), places(str(folder.parent / "data"))).problems
        assert sorted(problem.message.split('"')[0] for problem in found) == [
            "Nobody has looked over the translation of ",
            "The sheet ",
            "The step ",
        ]

    def test_sheets_are_translated_too(self, folder: Path) -> None:
        assert [problem.code for problem in translated(folder, "Bonjour", sheet="")] == ["sheet-untranslated"]
        (problem,) = translated(folder, "Bonjour", sheet="# Feuille\nC'est toujours anonyme.\n")
        assert problem.code == "promise"
        assert problem.message.startswith("media/sheet.fr.txt, line 2: ")

    def test_a_translation_that_cannot_be_read_is_told_once(self, folder: Path) -> None:
        (folder / "lesson.fr.yaml").write_text("translates: one\nlanguage: fr\nsteps: {b: {text: [}\n")
        found = check_lessons(str(folder), places(str(folder.parent / "data"))).problems
        assert len(found) == 1
        assert found[0].severity == "error"


def test_a_pack_with_a_translation_and_its_sheet_is_checked_too(folder: Path) -> None:
    translated(folder, "Maya aurait dû le dire")
    out = pack(folder, folder.parent / "one.lesson")
    (problem,) = check_lessons(str(out), places(str(folder.parent / "data"))).problems
    assert (problem.code, problem.file) == ("blame", f"{out}/lesson.fr.yaml")


def test_explained_warnings_are_counted_apart(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "lesson.yaml").write_text(LESSON.replace("text: Hello", "text: It was naive, x-why: to discuss"))
    assert print_findings([check_lessons(str(folder), places(str(folder.parent / "data")))], as_json=False) == 0
    printed = capsys.readouterr().out
    assert 'explained: "naive" puts the burden on the one who was harmed. Why: to discuss\n' in printed
    assert printed.endswith("1 lesson checked, nothing amiss; 1 warning explained.\n")


def test_a_warning_tells_its_code(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "lesson.yaml").write_text(LESSON.replace("text: Hello", "text: It was naive"))
    print_findings([check_lessons(str(folder), places(str(folder.parent / "data")))], as_json=False)
    assert " [blame]\n" in capsys.readouterr().out


def test_a_unit_names_lessons_and_steps_that_are_there(folder: Path) -> None:
    own = places(str(folder.parent / "data"))
    own.lessons.mkdir(parents=True)
    folder.rename(own.lessons / "one")
    head = "format: unit/1\nid: day\nversion: 1.0.0\nlanguage: en\ntitle: A day\nparts:\n"
    unit = own.lessons / "day" / "unit.yaml"
    unit.parent.mkdir()
    unit.write_text(f"{head}- {{lesson: one, steps: [b, wher]}}\n- stations: [{{lesson: two}}, {{lesson: one}}]\n")
    found = check_lessons("day", own).problems
    assert [(problem.code, problem.mark.line) for problem in found] == [("unknown-step", 7), ("unknown-lesson", 8)]
    assert found[0].hint == 'Did you mean "where"?'
    unit.write_text(f"{head}- {{lesson: one, steps: [b, where]}}\n")
    assert check_lessons("day", own).problems == []


PACKAGED = sorted(file.parent for name in LESSON_FILES for file in LESSONS.glob(f"*/{name}"))


@pytest.mark.parametrize("lesson", PACKAGED, ids=lambda path: path.name)
def test_a_packaged_lesson_has_nothing_open(lesson: Path, tmp_path: Path) -> None:
    found = check_lessons(str(lesson), places(str(tmp_path))).problems
    assert [str(problem) for problem in errors(found) + warnings(found)] == []
