"""The grid of cards: as quick with ten thousand lessons as with ten, and moved through by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workshop.lesson.library import Entry
from workshop.lesson.values import Ages
from workshop.paths import RESOURCES
from workshop.ui.home.card import RADIUS, CardPainter
from workshop.ui.home.grid import CardGrid
from workshop.ui.home.model import PAGE, Filter, LessonModel
from workshop.ui.home.shape import Shape, fit
from workshop.ui.home.thumbnails import Thumbnails, across
from workshop.ui.look import Look

SHAPES = st.builds(
    Shape,
    columns=st.integers(1, 9),
    width=st.integers(40, 700),
    height=st.integers(40, 700),
    cards=st.integers(0, 500),
    lead=st.integers(0, 900),
)


@given(SHAPES, st.data())
def test_a_point_on_a_card_finds_it(shape: Shape, data: st.DataObject) -> None:
    if not shape.cards:
        return
    row = data.draw(st.integers(0, shape.cards - 1))
    x, y = shape.place(row)
    assert shape.at(x, y) == shape.at(x + shape.width - 1, y + shape.height - 1) == row
    assert shape.at(x - 1, y) != row
    assert shape.at(x, y - 1) != row
    assert y + shape.height <= shape.bottom


@given(SHAPES, st.integers(0, 9000), st.integers(1, 1200))
def test_all_that_shows_is_painted_and_little_more(shape: Shape, top: int, tall: int) -> None:
    painted = shape.between(top, top + tall)
    for row in range(shape.cards):
        y = shape.place(row)[1]
        if y < top + tall and y + shape.height > top:
            assert row in painted
    assert len(painted) <= (tall // shape.height + 4) * shape.columns


@given(st.integers(100, 4000), st.integers(100, 800))
def test_columns_fill_the_width(available: int, least: int) -> None:
    columns, width = fit(available, least)
    assert columns >= 1
    assert width >= 40
    if columns > 1:
        assert width >= least


class Many:
    """A library of ten thousand lessons, which remembers what it was asked for."""

    def __init__(self, count: int) -> None:
        self._count = count
        self.asked: list[int] = []

    def count(self, *_sought: object) -> int:
        return self._count

    def entries(self, _query: str, _ages: Ages | None, _audience: str, offset: int, limit: int) -> list[Entry]:
        self.asked.append(offset)
        rows = range(offset, min(self._count, offset + limit))
        kinds = ("rules", "slide", "help")
        return [
            Entry(f"l{r}", f"Lesson {r}", "", "en", "pupils", 8, 10, 40, kinds, 3, "", False, f"/l/{r}", "own")
            for r in rows
        ]


@pytest.fixture
def library() -> Many:
    return Many(10_000)


@pytest.fixture
def grid(qtbot: QtBot, look: Look, library: Many) -> CardGrid:
    model = LessonModel(library)  # type: ignore[arg-type]
    view = CardGrid(look, model, CardPainter(look, Thumbnails(RADIUS)))
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(1048, 640)
    model.show(Filter())
    with qtbot.waitActive(view):
        view.show()
    view.setFocus()
    view.grab()
    return view


def test_ten_thousand_lessons_are_neither_widgets_nor_read(grid: CardGrid, library: Many) -> None:
    assert grid.model().rowCount() == 10_000
    assert library.asked == [0]
    assert len(grid.findChildren(QWidget)) < 12
    assert grid.verticalScrollBar().maximum() > 1_000_000


def test_the_end_is_one_key_away_and_reads_one_page(grid: CardGrid, library: Many) -> None:
    QTest.keyClick(grid, Qt.Key.Key_End)
    grid.grab()
    assert grid.currentIndex().row() == 9_999
    assert library.asked == [0, 9_999 // PAGE * PAGE]
    assert grid.viewport().rect().contains(grid.visualRect(grid.currentIndex()))


def test_arrows_move_by_card_and_line_and_keep_the_card_in_sight(grid: CardGrid) -> None:
    columns = grid._shape.columns
    assert columns == 3
    moves = [
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 1 + columns),
        (Qt.Key.Key_Left, columns),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Left, 0),
    ]
    for key, row in moves:
        QTest.keyClick(grid, key)
        assert grid.currentIndex().row() == row
    for _ in range(20):
        QTest.keyClick(grid, Qt.Key.Key_Down)
        assert grid.viewport().rect().contains(grid.visualRect(grid.currentIndex()))
    QTest.keyClick(grid, Qt.Key.Key_Home)
    assert grid.verticalScrollBar().value() == 0


def test_page_down_moves_by_what_is_seen(grid: CardGrid) -> None:
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    assert grid.currentIndex().row() == grid._shape.columns * (640 // (grid._shape.height + 18))


def test_enter_opens_and_letters_are_handed_on(qtbot: QtBot, grid: CardGrid) -> None:
    QTest.keyClick(grid, Qt.Key.Key_Right)
    with qtbot.waitSignal(grid.opened) as opened:
        QTest.keyClick(grid, Qt.Key.Key_Return)
    assert opened.args == [1]
    with qtbot.waitSignal(grid.typed) as typed:
        QTest.keyClick(grid, Qt.Key.Key_K)
    assert typed.args == ["k"]


def test_a_screen_reader_finds_each_card(grid: CardGrid) -> None:
    interface = QAccessible.queryAccessibleInterface(grid)
    assert interface.text(QAccessible.Text.Name) == "Lessons"
    assert interface.childCount() == 10_000
    spoken = interface.child(2).text(QAccessible.Text.Name)
    assert spoken == "Lesson 2, ages 8 to 10, 40 minutes. Start."


def test_the_pointer_learns_what_a_mark_means(grid: CardGrid) -> None:
    rect = grid.visualRect(grid.model().index(0, 0))
    entry = grid._lessons.entry(0)
    assert entry is not None
    kinds = [grid.tip_at(box.center()) for _, box in grid._cards.badges(rect, entry)]
    assert kinds == ["Our rules", "Big idea", "Get help"]
    assert grid.tip_at(QPoint(2, 2)) == ""


def test_pictures_are_drawn_after_the_cards_and_kept(qtbot: QtBot) -> None:
    thumbnails, file = Thumbnails(16), str(RESOURCES / "art" / "card_who.svg")
    assert thumbnails.get(file, 320, 141, 1.0) is None
    with qtbot.waitSignal(thumbnails.ready):
        pass
    drawn = thumbnails.get(file, 320, 141, 1.0)
    assert drawn is not None
    assert drawn.toImage().pixelColor(0, 0).alpha() == 0  # its corner is round
    assert drawn.toImage().pixelColor(160, 70).alpha() == 255


def test_a_picture_that_cannot_be_read_is_left_out(qtbot: QtBot, tmp_path: Path) -> None:
    thumbnails, file = Thumbnails(16), str(tmp_path / "gone.svg")
    thumbnails.get(file, 320, 141, 1.0)
    with qtbot.waitSignal(thumbnails.ready):
        pass
    assert thumbnails.get(file, 320, 141, 1.0) is None
    assert across(file, 320, 141) is None
