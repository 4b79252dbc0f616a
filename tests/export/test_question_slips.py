"""Slips for the question box, on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from workshop.export.slips import write_slips
from workshop.lesson.problems import WorkshopError
from workshop.stage.fonts import load_fonts
from workshop.stage.words import words


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_page_of_slips_is_a_pdf_of_one_page(tmp_path: Path, qtbot: QtBot, language: str) -> None:
    load_fonts()
    told = words(language)
    path = tmp_path / "Question slips.pdf"
    write_slips(path, str(told["box_slip"]), tuple(told["box_told"][1:]))
    pdf = path.read_bytes()
    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    assert re.search(rb"/MediaBox \[0 0 595[.\d]* 84[12][.\d]*\]", pdf)


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    load_fonts()
    (tmp_path / "taken").write_text("a file where a folder should be")
    with pytest.raises(WorkshopError, match="could not be saved"):
        write_slips(tmp_path / "taken" / "slips.pdf", "A question", ("Told",))
