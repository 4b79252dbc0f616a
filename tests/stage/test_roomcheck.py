"""A room is made ready: the chart ends with a lesson's smallest words, and numbers fill a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.lesson.model import Lesson
from workshop.lesson.reader import read
from workshop.paths import LESSONS
from workshop.stage.displaylist import MIN_FITTED, STANDARD, WIDE, Canvas, DisplayList
from workshop.stage.measure import TableMeasure
from workshop.stage.page import Setting
from workshop.stage.roomcheck import eye_chart, number_sheet
from workshop.stage.theme import NAMES, contrast, theme
from workshop.stage.words import words


@pytest.fixture(scope="module")
def setting() -> Setting:
    folder = LESSONS / "who-is-really-there"
    lesson = read(folder).lesson
    assert isinstance(lesson, Lesson)
    return Setting(lesson, Path(folder), words("en"))


def check(listed: DisplayList, canvas: Canvas) -> None:
    """All on the canvas, and readable."""
    for block in listed.texts():
        assert block.box.x >= 0
        assert block.box.right <= canvas.width
        assert block.box.y >= 0
        assert block.box.bottom <= canvas.height
        assert block.style.size >= MIN_FITTED
        assert contrast(block.color, block.on) >= 4.5


@pytest.mark.parametrize("canvas", [WIDE, STANDARD])
@pytest.mark.parametrize("name", NAMES)
def test_the_chart_ends_with_the_smallest_words_that_a_lesson_has(setting: Setting, name: str, canvas: Canvas) -> None:
    listed = eye_chart(setting, theme(name), TableMeasure(), canvas)
    check(listed, canvas)
    sizes = [block.style.size for block in listed.texts()]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] == MIN_FITTED == canvas.height / 24
    tops = [block.box.y for block in listed.texts()]
    ends = [block.box.bottom for block in listed.texts()]
    assert all(end < top for end, top in zip(ends, tops[1:], strict=False))


@pytest.mark.parametrize("canvas", [WIDE, STANDARD])
@pytest.mark.parametrize("name", NAMES)
def test_a_number_is_as_large_as_a_screen_lets_it_be(setting: Setting, name: str, canvas: Canvas) -> None:
    listed = number_sheet(
        setting, theme(name), TableMeasure(), canvas, 12, "EPSON EB-L200F X4T81234567 with a long name"
    )
    check(listed, canvas)
    digits, label = listed.texts()
    assert digits.text == "12"
    assert digits.style.size > canvas.height / 3
    assert label.text.startswith("EPSON")
    assert listed.name == "Screen 12"
