"""The house's own rules: imports run one way, the code is tidy and typed, files and functions stay small."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))


@pytest.mark.parametrize(
    "command",
    [
        ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        ["-m", "ruff", "check", "--no-cache", "src", "tests", "benchmarks"],
        ["-m", "ruff", "format", "--no-cache", "--check", "src", "tests", "benchmarks"],
        ["-m", "mypy"],
    ],
    ids=["imports run one way", "ruff check", "ruff format", "types"],
)
def test_the_tools_have_nothing_to_say(command: list[str]) -> None:
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("module", ["workshop.stage.compose", "workshop.stage.paint", "workshop.stage.helplines"])
def test_the_stage_has_no_widgets(module: str) -> None:
    code = f"import sys, {module}; sys.exit('PySide6.QtWidgets' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_composing_a_step_needs_no_qt() -> None:
    code = "import sys, workshop.stage.compose; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


@pytest.mark.parametrize("command", ["check", "list", "schema", "new", "pack"])
def test_commands_without_windows_start_no_qt(command: str, tmp_path: Path) -> None:
    arguments = {
        "check": ["who-is-really-there"],
        "new": ["mine", "--out", str(tmp_path)],
        "pack": ["who-is-really-there", "--out", str(tmp_path / "x.lesson")],
    }.get(command, [])
    code = (
        "import sys; from workshop.cli import main; code = main(sys.argv[1:]);"
        "sys.exit(code or any(name.startswith('PySide6') for name in sys.modules) * 99)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, command, *arguments], capture_output=True, text=True, env={**os.environ}
    )
    assert done.returncode == 0, done.stderr


def test_files_and_functions_stay_small() -> None:
    too_long = []
    for file in SOURCES:
        text = file.read_text("utf-8")
        if text.count("\n") > 400:
            too_long.append(f"{file.name}: {text.count(chr(10))} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and node.end_lineno and node.end_lineno - node.lineno >= 50:
                too_long.append(f"{file.name}: {node.name}")
    assert too_long == []
