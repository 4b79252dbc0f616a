"""A lesson's sheets on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QImage, QTextLayout
from pytestqt.qtbot import QtBot

from workshop.export.prints import prints_of, write_print
from workshop.export.sheet import Laid, file_name, paginate, write_sheet
from workshop.export.sheet_text import Piece, pieces
from workshop.lesson.model import Lesson
from workshop.lesson.problems import WorkshopError
from workshop.lesson.reader import read, read_text
from workshop.lesson.sheets import Sheet, sheets_of
from workshop.paths import LESSONS
from workshop.stage.displaylist import Span
from workshop.stage.fonts import load_fonts

LESSON = """\
format: lesson/1
id: one
version: 1.0.0
language: en
title: "Who is there?"
audience: staff
licence: CC BY 4.0
sources: [{title: b, date: May 2019}, {title: c, date: "2026"}]
media:
  family: {file: media/family.txt}
  hand: {file: media/hand.svg, alt: A hand}
  map: {file: media/map.pdf}
  film: {file: media/film.ogg}
steps:
- {id: b, kind: slide, title: My hand, handout: [hand, family]}
- {id: c, kind: slide, handout: [map, family, film]}
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}"><rect width="5" height="5"/></svg>'
LONG = "# Long\n\n" + "\n\n".join(f"## Part {n}\n\n" + "Some words to read at home. " * 30 for n in range(12))


@pytest.fixture
def folder(tmp_path: Path, qtbot: QtBot) -> Path:
    load_fonts()
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "family.txt").write_text("# For families: Who is there?\n\nHello.\n")
    (tmp_path / "media" / "hand.svg").write_text(SVG.format(80, 100))
    (tmp_path / "media" / "map.pdf").write_bytes(b"%PDF-1.4 of somebody else")
    return tmp_path


@pytest.fixture
def lesson() -> Lesson:
    read = read_text(LESSON, "lesson.yaml").lesson
    assert isinstance(read, Lesson)
    return read


def page_count(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def printed(lesson: Lesson, folder: Path, name: str) -> bytes:
    sheet = next(sheet for sheet in sheets_of(lesson, folder) if sheet.name == name)
    write_sheet(lesson, sheet, folder / "out.pdf")
    return (folder / "out.pdf").read_bytes()


class TestWhichThereAre:
    def test_they_come_as_they_are_handed_out_with_their_titles(self, folder: Path, lesson: Lesson) -> None:
        assert [(sheet.name, sheet.title) for sheet in sheets_of(lesson, folder)] == [
            ("hand", "My hand"),
            ("family", "For families: Who is there?"),
            ("map", "Map"),
        ]

    def test_a_translated_sheet_is_taken_for_its_language(self, folder: Path) -> None:
        (folder / "media" / "family.fr.txt").write_text("# Pour les familles\n")
        french = read_text(LESSON.replace("language: en", "language: fr"), "lesson.yaml").lesson
        assert isinstance(french, Lesson)
        assert [sheet.title for sheet in sheets_of(french, folder)] == ["My hand", "Pour les familles", "Map"]

    def test_pupils_have_slips_for_the_question_box_too(self, folder: Path, lesson: Lesson) -> None:
        assert [one.title for one in prints_of(lesson, folder)][-1] == "Map"
        pupils = read_text(LESSON.replace("staff", "pupils"), "lesson.yaml").lesson
        assert isinstance(pupils, Lesson)
        slips = prints_of(pupils, folder)[-1]
        assert slips.file_name == "Who is there – A question for the box.pdf"
        write_print(pupils, slips, folder / "slips.pdf")
        assert page_count((folder / "slips.pdf").read_bytes()) == 1

    @pytest.mark.parametrize(
        ("title", "name"),
        [
            ("For families: Who is there?", "Who is there – For families.pdf"),
            ("Who is there?: the card", "Who is there – The card.pdf"),
            ("a/b: c", "Who is there – Ab – c.pdf"),
            ("Familles\u00a0: a", "Who is there – Familles – a.pdf"),
            ("Là\u202f? Oui", "Who is there – Là Oui.pdf"),
        ],
    )
    def test_a_file_is_named_after_lesson_and_sheet(self, lesson: Lesson, title: str, name: str) -> None:
        assert file_name(lesson, Sheet("b", title, Path("b.txt"))) == name

    def test_two_of_one_title_have_two_files(self, folder: Path) -> None:
        text = LESSON.replace("media/map.pdf", "media/hand.svg, alt: A hand").replace(
            "id: c, kind: slide", "id: c, kind: slide, title: My hand"
        )
        twice = read_text(text, "lesson.yaml").lesson
        assert isinstance(twice, Lesson)
        names = [one.file_name for one in prints_of(twice, folder)]
        assert "Who is there – My hand.pdf" in names
        assert "Who is there – My hand 2.pdf" in names


class TestOnPaper:
    def test_a_text_is_a_page_of_a4(self, folder: Path, lesson: Lesson) -> None:
        pdf = printed(lesson, folder, "family")
        assert page_count(pdf) == 1
        assert re.search(rb"/MediaBox \[0 0 595[.\d]* 84[12][.\d]*\]", pdf)

    def test_a_long_text_goes_on_overleaf(self, folder: Path, lesson: Lesson) -> None:
        (folder / "media" / "family.txt").write_text(LONG)
        assert page_count(printed(lesson, folder, "family")) > 1

    def test_a_picture_lies_if_it_is_broad(self, folder: Path, lesson: Lesson) -> None:
        upright = printed(lesson, folder, "hand")
        (folder / "media" / "hand.svg").write_text(SVG.format(100, 80))
        lying = printed(lesson, folder, "hand")
        assert re.search(rb"/MediaBox \[0 0 595", upright)
        assert re.search(rb"/MediaBox \[0 0 84[12]", lying)

    def test_a_photo_is_printed_too(self, folder: Path) -> None:
        image = QImage(40, 60, QImage.Format.Format_RGB32)
        image.fill(0)
        assert image.save(str(folder / "media" / "hand.png"))
        lesson = read_text(LESSON.replace("hand.svg", "hand.png"), "lesson.yaml").lesson
        assert isinstance(lesson, Lesson)
        assert page_count(printed(lesson, folder, "hand")) == 1

    def test_a_pdf_is_copied_as_it_is(self, folder: Path, lesson: Lesson) -> None:
        assert printed(lesson, folder, "map") == b"%PDF-1.4 of somebody else"

    @pytest.mark.parametrize("name", ["map.pdf", "hand.svg", "family.txt"])
    def test_what_cannot_be_read_is_told(self, folder: Path, lesson: Lesson, name: str) -> None:
        (folder / "media" / name).unlink()
        with pytest.raises(WorkshopError, match="can't be read"):
            printed(lesson, folder, name.partition(".")[0])


class TestTheText:
    def kinds(self, text: str) -> list[tuple[str, str]]:
        return [(piece.kind, piece.text) for part in pieces(text) for piece in part]

    def test_heads_paragraphs_and_lists(self) -> None:
        found = pieces("# Title\n\nSome **bold** words.\n\n# Head\n\n- one\n- two\n1. three\n")[0]
        assert [piece.kind for piece in found] == ["title", "text", "head", "item", "item", "item"]
        assert Span("bold", True, False) in found[1].spans
        assert [piece.number for piece in found[3:]] == ["-", "-", "1"]

    def test_items_with_empty_lines_between_are_cards(self) -> None:
        assert self.kinds("- one\n\n- two\n\nWords.\n\n- alone\n") == [
            ("card", "one"), ("card", "two"), ("text", "Words."), ("item", "alone"),
        ]  # fmt: skip

    def test_a_form_has_lines_to_write_on(self) -> None:
        found = pieces("- Our lead:\n\n- Who helps?\n\n- Thank you.\n")[0]
        assert [(piece.kind, piece.line) for piece in found] == [("field", True), ("field", True), ("field", False)]

    def test_underscores_are_a_line(self) -> None:
        found = pieces("Helpline: ________\n\nI saw ____ there.\n\nCall:\n\n- one\n- two\n")[0]
        assert [(piece.text, piece.line) for piece in found[:3]] == [
            ("Helpline: ", True), ("I saw ____ there.", False), ("Call:", False),
        ]  # fmt: skip

    def test_three_dashes_begin_a_page(self) -> None:
        assert [len(part) for part in pieces("# One\n\n---\n\nTwo\n\nThree\n")] == [1, 2]

    def test_nothing_is_no_page(self) -> None:
        assert pieces("\n\n") == []


@pytest.mark.usefixtures("qtbot")
class TestPages:
    def laid(self, kind: str, lines: int) -> Laid:
        layout = QTextLayout("\n".join("b" * lines), QFont())
        layout.setText("\u2028".join("b" * lines))
        layout.beginLayout()
        while layout.createLine().isValid():
            pass
        layout.endLayout()
        assert layout.lineCount() == lines
        return Laid(Piece(kind, ()), layout, 10.0, 0.0, 0.0, 0.0)

    def test_a_head_stays_with_its_words(self) -> None:
        pages = paginate([self.laid("text", 8), self.laid("head", 1), self.laid("text", 3)], 100)
        assert [[placed.laid.piece.kind for placed in page] for page in pages] == [["text"], ["head", "text"]]

    def test_a_paragraph_is_parted_only_where_it_is_longer_than_a_page(self) -> None:
        pages = paginate([self.laid("text", 4), self.laid("text", 8)], 100)
        assert [len(page) for page in pages] == [1, 1]
        pages = paginate([self.laid("text", 25)], 100)
        assert [(placed.first, placed.last) for page in pages for placed in page] == [(0, 10), (10, 20), (20, 25)]


@pytest.mark.parametrize("file", sorted(LESSONS.glob("*/lesson.yaml")), ids=lambda file: file.parent.name)
def test_every_packaged_sheet_is_one_page(file: Path, tmp_path: Path, qtbot: QtBot) -> None:
    load_fonts()
    lesson = read(file).lesson
    assert isinstance(lesson, Lesson)
    for sheet in sheets_of(lesson, file.parent):
        write_sheet(lesson, sheet, tmp_path / "sheet.pdf")
        assert page_count((tmp_path / "sheet.pdf").read_bytes()) == 1, sheet.name
