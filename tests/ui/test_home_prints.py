"""What a lesson has to print is saved from its page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from workshop.ui.home.print_card import PrintCard
from workshop.ui.home.window import HomeWindow

OpenHome = Callable[..., HomeWindow]
Write = Callable[..., Path]

TEXT = """\
format: lesson/1
id: one
version: 1.0.0
language: en
title: One
audience: {audience}
media: {{family: {{file: media/family.txt}}}}
steps:
- {{id: rules, kind: rules{handout}}}
- {{id: where, kind: help}}
"""


def page(open_home: OpenHome, write: Write, audience: str = "pupils", handout: str = ", handout: family") -> HomeWindow:
    folder = write("one", text=TEXT.format(audience=audience, handout=handout))
    (folder / "media").mkdir(exist_ok=True)
    (folder / "media" / "family.txt").write_text("# For families\n\nHello.\n")
    window = open_home()
    window.open_lesson(str(folder), "")
    return window


def card(window: HomeWindow) -> PrintCard:
    assert window.lesson is not None
    assert window.lesson.prints is not None
    return window.lesson.prints


def told(window: HomeWindow) -> str:
    return "\n".join(label.text() for label in window.notice.findChildren(QLabel))


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> list[str]:
    """Answer the system's dialogs, which no test can; returns what they proposed."""
    proposed: list[str] = []

    def file(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return str(path or ""), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", file)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(path or ""))
    return proposed


def test_a_sheet_is_saved_under_a_sensible_name(
    open_home: OpenHome, write_lesson: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = page(open_home, write_lesson)
    proposed = choose(monkeypatch, tmp_path / "mine.pdf")
    assert [button.accessibleName() for button in card(window).buttons] == [
        "Save For families",
        "Save Slips for the question box",
    ]
    card(window).buttons[0].click()
    assert proposed == ["One – For families.pdf"]
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF")
    assert f"Saved as {tmp_path / 'mine.pdf'}" in told(window)


def test_all_are_saved_into_a_folder_and_none_is_written_over(
    open_home: OpenHome, write_lesson: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "One – For families.pdf").write_text("mine")
    window = page(open_home, write_lesson)
    choose(monkeypatch, tmp_path / "out")
    card(window).all.click()
    assert (tmp_path / "out" / "One – A question for the box.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "out" / "One – For families.pdf").read_text() == "mine"
    assert "1 saved" in told(window)
    assert "1 had been saved there before" in told(window)


def test_who_changes_their_mind_is_told_nothing(
    open_home: OpenHome, write_lesson: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = page(open_home, write_lesson)
    before = told(window)
    choose(monkeypatch, None)
    card(window).buttons[0].click()
    card(window).all.click()
    assert told(window) == before


def test_a_place_that_cannot_be_written_to_is_told(
    open_home: OpenHome, write_lesson: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")
    window = page(open_home, write_lesson)
    choose(monkeypatch, tmp_path / "taken" / "sheet.pdf")
    card(window).buttons[0].click()
    assert "could not be saved" in told(window)


def test_a_translated_sheet_stands_beside_it(open_home: OpenHome, write_lesson: Write) -> None:
    window = page(open_home, write_lesson, "staff")
    assert window.lesson is not None
    folder = Path(window.lesson.folder)
    (folder / "lesson.fr.yaml").write_text("translates: one\nlanguage: fr\ntitle: Un\nsteps: {}\n")
    (folder / "media" / "family.fr.txt").write_text("# Pour les familles\n")
    window.lesson.look_again()
    assert [button.accessibleName() for button in card(window).buttons] == [
        "Save For families",
        "Save Pour les familles (français)",
    ]


def test_a_lesson_with_nothing_to_print_has_no_such_card(open_home: OpenHome, write_lesson: Write) -> None:
    window = page(open_home, write_lesson, "staff", handout="")
    assert window.lesson is not None
    assert window.lesson.prints is None


def test_every_control_has_a_name(
    open_home: OpenHome, write_lesson: Write, unnamed: Callable[[QWidget], list[str]]
) -> None:
    assert unnamed(card(page(open_home, write_lesson))) == []
