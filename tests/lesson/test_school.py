"""The school's own settings: whatever can be read is used."""

from __future__ import annotations

from pathlib import Path

from workshop.lesson.school import Helpline, School, read_school
from workshop.lesson.values import Spoken


def written(folder: Path, text: str) -> Path:
    file = folder / "school.yaml"
    file.write_text(text)
    return file


def test_without_a_file_there_is_an_empty_school(tmp_path: Path) -> None:
    assert read_school(tmp_path / "school.yaml") == (School(), [])


def test_an_empty_file_is_an_empty_school(tmp_path: Path) -> None:
    assert read_school(written(tmp_path, "# nothing yet\n")) == (School(), [])


def test_people_helplines_rules_and_hidden_steps_are_read(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text("<svg/>")
    school, problems = read_school(
        written(
            tmp_path,
            "country: IE\npeople: Ms Lee, room 4\nlead_name: Mr Okoro\nlogo: logo.svg\nrules: ['Ann: Be kind.']\n"
            "helplines:\n- {name: Counsellor, phone: 01 555}\nhidden: {only-us: [line, talk]}\n",
        )
    )
    assert problems == []
    assert school.people == ("Ms Lee, room 4",)
    assert school.helplines == (Helpline(name="Counsellor", phone="01 555"),)
    assert school.rules == (Spoken("Be kind.", "Ann"),)
    assert school.hidden == {"only-us": ("line", "talk")}


def test_a_mistake_does_not_hide_the_rest(tmp_path: Path) -> None:
    school, problems = read_school(written(tmp_path, "country: Ireland!\npoeple: x\nlogo: no.png\npeople: Ms Lee\n"))
    assert school == School(people=("Ms Lee",))
    assert sorted(problem.code for problem in problems) == ["bad-country", "media-missing", "unknown-field"]


def test_a_damaged_file_is_a_problem_and_an_empty_school(tmp_path: Path) -> None:
    school, problems = read_school(written(tmp_path, "people: [a"))
    assert school == School()
    assert problems[0].code == "unclosed-bracket"


def test_a_folder_in_its_place_is_a_problem(tmp_path: Path) -> None:
    assert read_school(tmp_path)[1][0].code == "unreadable"
