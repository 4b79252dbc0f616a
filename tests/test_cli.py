"""The command line: what it prints, and what it answers to a shell."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from workshop.cli import COMMANDS, main
from workshop.paths import LESSONS

ID = "who-is-really-there"

GOOD = """\
format: lesson/1
id: good
version: 1.0.0
language: en
title: Good
ages: 11-13
steps:
- {id: rules, kind: rules}
- {id: where, kind: help}
"""


@pytest.fixture
def good(tmp_path: Path) -> Path:
    folder = tmp_path / "good"
    folder.mkdir()
    (folder / "lesson.yaml").write_text(GOOD)
    return folder


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    folder = tmp_path / "bad"
    folder.mkdir()
    (folder / "lesson.yaml").write_text(GOOD.replace("kind: rules", "kind: ruels").replace("id: good", "id: bad"))
    return folder


def out(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def err(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().err


class TestCheck:
    def test_nothing_amiss_is_0(self, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", str(good)]) == 0
        assert out(capsys) == "1 lesson checked, nothing amiss.\n"

    def test_errors_are_1_and_shown_with_their_line(
        self, good: Path, bad: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["check", str(good), str(bad)]) == 1
        told = out(capsys)
        assert told.startswith(f'{bad}/lesson.yaml:8:21: error: "ruels" is not a kind of step. Did you mean "rules"?\n')
        assert told.endswith("2 lessons checked: 1 error, no warnings.\n")

    def test_warnings_alone_are_0(self, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (good / "lesson.yaml").write_text(GOOD + "minutes:\n")
        assert main(["check", str(good)]) == 0
        assert out(capsys).endswith("1 lesson checked: no errors, 1 warning.\n")

    def test_a_step_that_no_screen_holds_is_told(self, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
        long = "- {id: long, kind: reflect, ask: " + "What will you keep? " * 30 + "}\n"
        (good / "lesson.yaml").write_text(GOOD.replace("- {id: where", long + "- {id: where"))
        assert main(["check", str(good)]) == 0
        assert "On every screen this step has more words than room. Shorten it" in out(capsys)

    def test_what_could_not_be_read_is_2(self, good: Path, bad: Path) -> None:
        assert main(["check", str(good), str(bad), "nothing"]) == 2

    @pytest.mark.parametrize("data", [GOOD.encode("utf-16"), GOOD.encode() + b"#" * 300_000])
    def test_what_is_no_lesson_s_text_is_2(self, good: Path, data: bytes) -> None:
        (good / "lesson.yaml").write_bytes(data)
        assert main(["check", str(good)]) == 2

    def test_a_packaged_lesson_is_found_by_its_id(self) -> None:
        assert main(["check", "who-is-really-there"]) == 0

    def test_a_pack_is_checked_too(self, good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["pack", str(good), "--out", str(tmp_path / "good.lesson")]) == 0
        assert main(["check", str(tmp_path / "good.lesson")]) == 0
        (tmp_path / "broken.lesson").write_bytes(b"PK")
        assert main(["check", str(tmp_path / "broken.lesson")]) == 2
        assert "bad-pack" not in out(capsys)

    def test_json_is_one_document(self, bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", str(bad), "--json"]) == 1
        told = json.loads(out(capsys))
        assert told["problems"] == [
            {
                "file": f"{bad}/lesson.yaml",
                "line": 8,
                "column": 21,
                "code": "unknown-kind",
                "severity": "error",
                "message": '"ruels" is not a kind of step.',
                "hint": 'Did you mean "rules"?',
            }
        ]


class TestTheOtherCommands:
    def test_list_names_the_packaged_lessons(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["list"]) == 0
        assert "who-is-really-there" in out(capsys)

    def test_list_as_json(self, data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (data_dir / "lessons" / "broken").mkdir(parents=True)
        (data_dir / "lessons" / "broken" / "lesson.yaml").write_text("a: b: c")
        assert main(["list", "--json"]) == 0
        told = {lesson["id"]: lesson for lesson in json.loads(out(capsys))}
        assert told["who-is-really-there"]["origin"] == "packaged"
        assert told["who-is-really-there"]["ages"] == "11-13"
        assert "can't be read" in told["broken"]["problem"]

    def test_new_makes_a_lesson_that_passes(self, data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["new", "kind-words"]) == 0
        assert out(capsys) == f"{data_dir / 'lessons' / 'kind-words'}\n"
        assert main(["check", "kind-words"]) == 0

    def test_new_from_another_lesson(self, tmp_path: Path) -> None:
        assert main(["new", "mine", "--from", "who-is-really-there", "--out", str(tmp_path)]) == 0
        assert main(["check", str(tmp_path / "mine")]) == 0

    def test_new_over_another_is_refused(self, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["new", "good", "--out", str(good.parent)]) == 2
        assert "Nothing was changed" in err(capsys)
        assert (good / "lesson.yaml").read_text() == GOOD

    def test_a_pack_is_installed(self, good: Path, tmp_path: Path, data_dir: Path) -> None:
        assert main(["pack", str(good), "--out", str(tmp_path / "good.lesson")]) == 0
        assert main(["install", str(tmp_path / "good.lesson")]) == 0
        assert (data_dir / "installed" / "good" / "lesson.yaml").read_text() == GOOD

    def test_schema_is_printed_or_written(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["schema"]) == 0
        printed = out(capsys)
        assert main(["schema", "--out", str(tmp_path / "schema.json")]) == 0
        assert (tmp_path / "schema.json").read_text("utf-8") == printed
        assert json.loads(printed)["properties"]["steps"]

    def test_the_data_folder_may_be_told_before_or_after(self, tmp_path: Path) -> None:
        assert main(["--data-dir", str(tmp_path / "one"), "new", "first"]) == 0
        assert main(["new", "second", "--data-dir", str(tmp_path / "two")]) == 0
        assert (tmp_path / "one" / "lessons" / "first").is_dir()
        assert (tmp_path / "two" / "lessons" / "second").is_dir()

    @pytest.mark.parametrize("option", ["--data-dir", "--data"])
    def test_the_data_folder_may_be_called_like_a_command(
        self, option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert main([option, "present", "new", "first"]) == 0
        assert (tmp_path / "present" / "lessons" / "first").is_dir()

    def test_an_unknown_lesson_is_told_with_a_suggestion(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["pack", "who-is-realy-there", "--out", "x.lesson"]) == 2
        assert 'Did you mean "who-is-really-there"?' in err(capsys)

    @pytest.mark.parametrize("arguments", [["--help"], ["--version"], *([name, "--help"] for name in COMMANDS)])
    def test_help_and_version(self, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 0
        assert "workshop" in out(capsys)

    @pytest.mark.parametrize("arguments", [["dance"], ["check"], ["present"], ["pack", "a"], ["new"]])
    def test_what_is_no_command_is_2(self, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 2
        assert err(capsys).startswith("usage: workshop")


class TestAPackInPlaceOfALesson:
    @pytest.fixture
    def pack(self, tmp_path: Path) -> Path:
        file = tmp_path / "sent to me.lesson"
        assert main(["pack", "who-is-really-there", "--out", str(file)]) == 0
        return file

    @pytest.fixture
    def presented(self, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
        """The folders that were handed to the window, which isn't opened."""
        import workshop.app

        handed: list[Path] = []
        monkeypatch.setattr(workshop.app, "run_present", lambda options: handed.append(Path(options.lesson)) or 0)
        return handed

    def test_it_is_presented_and_nothing_is_installed(self, pack: Path, presented: list[Path], data_dir: Path) -> None:
        assert main(["present", str(pack)]) == 0
        assert presented == [data_dir / "opened" / "sent-to-me"]
        assert (presented[0] / "lesson.yaml").read_bytes() == (LESSONS / ID / "lesson.yaml").read_bytes()
        assert not (data_dir / "installed").exists()
        assert main(["check", str(presented[0])]) == 0

    def test_a_newer_pack_of_that_name_takes_the_older_ones_place(
        self, good: Path, pack: Path, presented: list[Path], data_dir: Path
    ) -> None:
        assert main(["present", str(pack)]) == 0
        assert main(["pack", str(good), "--out", str(pack)]) == 0
        assert main(["present", str(pack)]) == 0
        assert (presented[1] / "lesson.yaml").read_text() == GOOD
        assert not (presented[1] / "media").exists()
        assert [folder.name for folder in (data_dir / "opened").iterdir()] == ["sent-to-me"]

    @pytest.mark.parametrize("name", ["...lesson", "-.lesson", "a/../...lesson"])
    def test_its_name_leads_nowhere_else(
        self, pack: Path, name: str, presented: list[Path], data_dir: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "a").mkdir()
        pack.rename(tmp_path / name)
        assert main(["present", str(tmp_path / name)]) == 0
        assert presented == [data_dir / "opened" / "lesson"]

    def test_a_damaged_one_is_told_and_the_older_one_stays(
        self, pack: Path, presented: list[Path], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["present", str(pack)]) == 0
        pack.write_bytes(pack.read_bytes()[:-200])
        assert main(["present", str(pack)]) == 2
        assert "is not a lesson pack, or it is damaged" in err(capsys)
        assert (presented[0] / "lesson.yaml").is_file()

    def test_a_lesson_begins_as_a_copy_of_it(self, pack: Path, tmp_path: Path) -> None:
        assert main(["new", "mine", "--from", str(pack), "--out", str(tmp_path)]) == 0
        assert f"based_on: {{id: {ID}," in (tmp_path / "mine" / "lesson.yaml").read_text("utf-8")
        assert main(["check", str(tmp_path / "mine")]) == 0

    def test_it_is_not_packed_again(self, pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["pack", str(pack), "--out", str(tmp_path / "again.lesson")]) == 2
        assert "is a pack already" in err(capsys)
        assert not (tmp_path / "again.lesson").exists()


def shell(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, with no screen unless one is given."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    command = [sys.executable, "-m", "workshop", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env={**kept, **environ}, timeout=60, check=False)


class TestWithoutAScreen:
    @pytest.mark.parametrize(
        "arguments", [[], ["present", "who-is-really-there"], ["present", "who-is-really-there", "--now"]]
    )
    @pytest.mark.skipif(sys.platform != "linux", reason="only Linux starts programs without a screen")
    def test_a_window_command_says_so_in_one_line(self, arguments: list[str]) -> None:
        ran = shell(*arguments)
        assert ran.returncode == 2
        assert ran.stderr.startswith("Workshop needs a screen")
        assert ran.stderr.count("\n") == 1

    def test_an_unknown_lesson_is_told_first(self) -> None:
        assert "There is no lesson" in shell("present", "nothing-here").stderr

    @pytest.mark.parametrize("arguments", [["list"], ["check", "who-is-really-there"], ["schema"], ["new", "mine"]])
    def test_the_other_commands_load_no_qt(self, arguments: list[str]) -> None:
        code = (
            "import sys\nfrom workshop.cli import main\n"
            f"code = main({arguments!r})\n"
            "assert not [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))]\n"
            "sys.exit(code)\n"
        )
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
        assert (ran.returncode, ran.stderr) == (0, "")

    def test_a_reader_that_has_had_enough_is_no_error(self) -> None:
        command = f'"{sys.executable}" -m workshop schema | head -1'
        ran = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60, check=False)
        assert ran.stdout == "{\n"
        assert "Traceback" not in ran.stderr
        assert "BrokenPipe" not in ran.stderr

    @pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no disk that is always full")
    @pytest.mark.parametrize("command", ["list", "schema"])
    def test_a_full_disk_is_told_in_one_line(self, command: str) -> None:
        with open("/dev/full", "w") as full:
            ran = subprocess.run(
                [sys.executable, "-m", "workshop", command], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60
            )
        assert ran.returncode == 2
        assert ran.stderr == "Workshop could not carry this out. The disk is full. Make some room and save again.\n"


class TestExport:
    """Sheets to print, written without a screen."""

    def export(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "workshop", "export", *arguments]
        environ = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "QT_QPA_PLATFORM")}
        return subprocess.run(command, capture_output=True, text=True, env=environ)

    def test_sheets_are_written_and_named(self, good: Path, tmp_path: Path) -> None:
        (good / "media").mkdir()
        (good / "media" / "family.txt").write_text("# For families\n")
        text = GOOD.replace("steps:", "media: {family: {file: media/family.txt}}\nsteps:").replace(
            "rules}", "rules, handout: family}"
        )
        (good / "lesson.yaml").write_text(text)
        done = self.export(str(good), "--to", "sheets", "--out", str(tmp_path / "new" / "out"))
        assert done.returncode == 0, done.stderr
        assert [Path(line).name for line in done.stdout.splitlines()] == [
            "Good – For families.pdf",
            "Good – A question for the box.pdf",
        ]
        assert all(Path(line).read_bytes().startswith(b"%PDF") for line in done.stdout.splitlines())

    def test_a_language_that_there_is_not_is_told(
        self, good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        arguments = ["export", str(good), "--to", "sheets", "--out", str(tmp_path / "out"), "--language", "de"]
        assert main(arguments) == 2
        assert "is not there in de; it is in en" in err(capsys)
        assert not (tmp_path / "out").exists()
