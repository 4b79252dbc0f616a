"""The measure without Qt agrees with Qt's own, so that a check on a server tells what a projector will show."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from workshop.paths import RESOURCES
from workshop.stage.displaylist import Span, Style
from workshop.stage.measure import TableMeasure
from workshop.stage.page import LABEL, LEAD, TEXT, TITLE
from workshop.stage.qtmeasure import QtMeasure, advance_table
from workshop.stage.rich import spans

TEXTS = (
    "What helps you trust someone online?",
    "Most people online are kind. **Some hide who they are.** If someone tricks a person, it is *never* their fault.",
    "Où trouver de l’aide ? Parle à un·e adulte de confiance, à l’école ou à la maison.",
    "Qui est vraiment là\u202f? **«\u202fPersonne ne le sait\u202f»**, dit Maya\u202f: on attend, et après\u202f!",
    "Ärger, Größe, Übung: Żółć, příliš žluťoučký kůň, Önsöz – naïve façade",
    "116 111 · 0800 1111 (24h, free)",
)


def test_the_table_is_up_to_date() -> None:
    assert json.loads((RESOURCES / "metrics.json").read_text("utf-8")) == advance_table()


@pytest.mark.parametrize("style", [TITLE, LABEL, LEAD, TEXT, TEXT._replace(weight=700)], ids=str)
@pytest.mark.parametrize("text", TEXTS)
def test_both_measures_agree(text: str, style: Style) -> None:
    words = spans(text)
    exact, table = QtMeasure().extent(words, style, 1e5), TableMeasure().extent(words, style, 1e5)
    assert exact.lines == table.lines == 1
    assert exact.height == table.height
    assert table.width == pytest.approx(exact.width, rel=0.03)
    for width in (style.size * 9, style.size * 14, style.size * 22):
        exact, table = QtMeasure().extent(words, style, width), TableMeasure().extent(words, style, width)
        assert 0 <= table.lines - exact.lines <= 1  # never fewer lines than there will be


def test_a_word_keeps_together_where_its_style_changes() -> None:
    words = (Span("foot"), Span("ball", True))
    assert TableMeasure().extent(words, TEXT, 150).lines == 1


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
@pytest.mark.parametrize("measure", [TableMeasure(), QtMeasure()], ids=["table", "qt"])
def test_a_french_mark_keeps_to_its_word(measure: TableMeasure | QtMeasure, space: str) -> None:
    wide = measure.extent((Span("vraiment là"),), TEXT, 1e5).width + 5  # room for all but the mark
    broken = measure.extent(spans(f"vraiment là{space}?"), TEXT, wide)
    assert broken.lines == 2
    assert broken.width < wide * 0.9  # "là ?" went down together


def test_a_letter_not_in_the_table_still_takes_room() -> None:
    assert TableMeasure().extent((Span("مرحبا"),), TEXT, 1e5).width > 100


def test_measuring_needs_no_qt() -> None:
    code = "import sys, workshop.stage.page, workshop.stage.measure; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
