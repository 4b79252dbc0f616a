"""Pointer, spotlight, magnifier and pen: over the class's picture from the console's, and gone when they should be."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from presenting import Key, Room
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workshop.stage.displaylist import Ink
from workshop.ui.present.overlay import Overlay
from workshop.ui.stageview import StageView

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
TOOLS = {"pointer": Key(K.Key_L, "l"), "spotlight": Key(K.Key_O, "o"), "magnifier": Key(K.Key_M, "m")}
PEN = Key(K.Key_P, "p")
UNDO = Key(K.Key_Z, "", CTRL)
OpenRoom = Callable[..., Room]


@pytest.fixture
def room(open_room: OpenRoom) -> Room:
    return open_room()


def glass(picture: StageView) -> Overlay:
    return next(child for child in picture.children() if isinstance(child, Overlay))


def mouse(picture: StageView, kind: QEvent.Type, x: float, y: float, held: bool = False) -> None:
    """The mouse at a point of the canvas."""
    left, top, scale = picture.shown_area()
    over, at = glass(picture), QPointF(left + x * scale, top + y * scale)
    none, button = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    pressed = none if kind == QEvent.Type.MouseMove else button
    told = QMouseEvent(kind, at, over.mapToGlobal(at), pressed, button if held else none, Qt.KeyboardModifier(0))
    QApplication.sendEvent(over, told)


def move(picture: StageView, x: float, y: float) -> None:
    mouse(picture, QEvent.Type.MouseMove, x, y)


def draw(room: Room, picture: StageView, *points: tuple[float, float], lift: bool = True) -> None:
    mouse(picture, QEvent.Type.MouseButtonPress, *points[0], held=True)
    for point in points[1:]:
        mouse(picture, QEvent.Type.MouseMove, *point, held=True)
    if lift:
        mouse(picture, QEvent.Type.MouseButtonRelease, *points[-1])
    room.settle()


def lines(picture: StageView) -> list[Ink]:
    assert picture.listed is not None
    return [item for item in picture.listed.items if isinstance(item, Ink)]


def pixel(picture: StageView, x: float, y: float) -> QColor:
    left, top, scale = picture.shown_area()
    return picture.grab().toImage().pixelColor(round(left + x * scale), round(top + y * scale))


LINE = ((300.0, 900.0), (400.0, 850.0), (500.0, 900.0))


@pytest.mark.parametrize("kind", TOOLS)
def test_what_is_held_over_the_consoles_picture_is_over_the_class_s(room: Room, kind: str) -> None:
    listed = room.projector.listed
    room.press(TOOLS[kind])
    move(room.console.now, 700, 300)
    for picture in (room.projector, room.console.now):
        lens = glass(picture).lens
        assert lens.kind == kind
        assert (lens.x, lens.y) == pytest.approx((700, 300), abs=2)
        assert not glass(picture).isHidden()
    assert room.projector.listed is listed  # it is no part of the lesson
    room.press(TOOLS[kind])
    assert glass(room.projector).isHidden()


def test_the_class_sees_the_pointer_the_dimmed_rest_and_the_enlarged_words(room: Room) -> None:
    paper = pixel(room.projector, 1700, 200)
    room.press(TOOLS["pointer"])
    move(room.console.now, 960, 300)
    assert pixel(room.projector, 960, 300).red() > 200
    assert pixel(room.projector, 960, 300).blue() < 120
    room.press(TOOLS["spotlight"])
    move(room.console.now, 960, 300)
    assert pixel(room.projector, 1700, 200).lightness() < paper.lightness() / 2
    assert pixel(room.projector, 960, 300 - 200).lightness() > 0.9 * paper.lightness()
    room.press(TOOLS["magnifier"])
    assert pixel(room.projector, 1700, 200) == paper


def test_one_tool_at_a_time_and_escape_puts_it_away_before_anything_else(room: Room) -> None:
    room.press(K.Key_D)
    room.press(TOOLS["pointer"])
    room.press(TOOLS["spotlight"])
    assert room.presenter.tools.kind == "spotlight"
    room.press(K.Key_Escape)
    assert room.presenter.tools.kind == ""
    assert room.presenter.sheets.open is not None
    room.press(K.Key_Escape)
    assert room.presenter.sheets.open is None
    assert room.session.state.cue == ""


def test_while_a_tool_is_on_a_press_on_the_picture_drives_nothing(room: Room) -> None:
    room.go("hands")
    before = room.session.state
    room.press(TOOLS["pointer"])
    for picture in (room.console.now, room.projector):
        for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            QTest.mouseClick(glass(picture), button, pos=picture.rect().center())
            QTest.mouseDClick(glass(picture), button, pos=picture.rect().center())
    room.settle()
    assert room.session.state == before


@pytest.mark.parametrize("key", [K.Key_B, K.Key_H, K.Key_C, K.Key_F])
def test_no_tool_is_over_a_cover_or_a_still_picture_nor_can_be_taken_there(room: Room, key: K) -> None:
    room.press(TOOLS["spotlight"])
    room.press(key)
    assert glass(room.projector).isHidden()
    for tool in (*TOOLS.values(), PEN):
        room.press(tool)
        assert room.presenter.tools.kind == ""
    assert "doesn’t see this picture" in room.told()
    assert "F5" in room.told()
    room.press(K.Key_F5)
    room.press(TOOLS["pointer"])
    assert room.presenter.tools.kind == "pointer"


def test_the_arrows_with_ctrl_move_what_is_held_and_the_console_says_so(room: Room) -> None:
    room.press(TOOLS["magnifier"])
    move(room.console.now, 900, 500)
    assert "Ctrl+arrows" in room.console.tools.accessibleName()
    before, step = room.presenter.tools.lens, room.session.state.stop
    room.press(Key(K.Key_Right, "", CTRL))
    room.press(Key(K.Key_Right, "", CTRL), repeat=True)  # a key that is held down
    room.press(Key(K.Key_Up, "", CTRL))
    after = room.presenter.tools.lens
    assert after.x > before.x + 60
    assert after.y < before.y
    assert glass(room.projector).lens == after
    for _ in range(60):
        room.presenter.trigger("nudge-left")
    assert room.presenter.tools.lens.x == 0
    assert room.session.state.stop == step


@pytest.mark.parametrize("kind", ["spotlight", "magnifier"])
def test_its_circle_grows_by_wheel_and_by_key_and_is_as_large_the_next_time(room: Room, kind: str) -> None:
    room.press(TOOLS[kind])
    first = room.presenter.tools.lens.radius
    over = glass(room.console.now)
    none, at = Qt.MouseButton.NoButton, QPointF(over.rect().center())
    turn = (QPoint(), QPoint(0, 120), none, Qt.KeyboardModifier(0), Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(over, QWheelEvent(at, over.mapToGlobal(at), *turn))
    second = glass(room.projector).lens.radius
    assert second > first
    room.press(Key(K.Key_Up, "", CTRL | Qt.KeyboardModifier.ShiftModifier))
    assert room.presenter.tools.lens.radius > second
    room.press(Key(K.Key_Down, "", CTRL | Qt.KeyboardModifier.ShiftModifier))
    room.press(TOOLS[kind])
    room.press(TOOLS[kind])
    assert glass(room.projector).lens.radius == pytest.approx(second)
    for _ in range(30):
        room.presenter.trigger("lens-larger")
    assert room.presenter.tools.lens.radius == 480


def test_a_spotlight_goes_with_its_step_and_a_pointer_stays_in_the_hand(room: Room) -> None:
    room.press(TOOLS["spotlight"])
    room.press(K.Key_PageDown)
    assert room.presenter.tools.kind == ""
    room.press(TOOLS["pointer"])
    room.press(K.Key_PageDown)
    assert room.presenter.tools.kind == "pointer"


def test_a_line_is_on_both_pictures_while_it_is_drawn_and_the_sessions_when_the_pen_is_lifted(room: Room) -> None:
    room.press(PEN)
    draw(room, room.console.now, *LINE, lift=False)
    for picture in (room.projector, room.console.now):
        line = glass(picture).line
        assert line is not None
        assert len(line.points) == 3
    assert lines(room.projector) == []
    mouse(room.console.now, QEvent.Type.MouseButtonRelease, *LINE[-1])
    room.settle()
    assert glass(room.projector).line is None
    assert lines(room.projector) == lines(room.console.now) != []
    assert [point[0] for point in lines(room.projector)[0].points] == pytest.approx([300, 400, 500], abs=2)


def test_a_line_is_taken_back_rubbed_out_and_taken_back_again(room: Room) -> None:
    room.press(PEN)
    draw(room, room.console.now, *LINE)
    draw(room, room.console.now, (800, 800), (900, 850))
    room.press(UNDO)
    assert len(lines(room.projector)) == 1
    room.press(Key(K.Key_E, "e"))
    assert lines(room.projector) == []
    room.press(UNDO)
    assert len(lines(room.projector)) == 1


def test_drawings_go_with_the_next_step_unless_they_are_kept(room: Room) -> None:
    room.press(PEN)
    draw(room, room.console.now, *LINE)
    room.press(K.Key_PageDown)
    room.press(K.Key_PageUp)
    assert lines(room.projector) == []
    draw(room, room.console.now, *LINE)
    room.press(Key(K.Key_K, "k"))
    room.press(K.Key_PageDown)
    assert lines(room.projector) == []
    room.press(K.Key_PageUp)
    assert len(lines(room.projector)) == 1
    room.press(PEN)
    assert "kept" in room.console.tools.accessibleName()


def test_a_hand_at_the_board_draws_and_presses_nothing(room: Room) -> None:
    room.go("hands")
    before = room.session.state
    room.press(PEN)
    draw(room, room.projector, *LINE)
    assert len(lines(room.projector)) == 1
    assert room.session.state.tallies == before.tallies


def test_a_step_that_comes_while_a_line_is_drawn_gets_none_of_it(room: Room) -> None:
    room.press(PEN)
    draw(room, room.console.now, *LINE, lift=False)
    room.press(K.Key_PageDown)
    mouse(room.console.now, QEvent.Type.MouseButtonRelease, *LINE[-1])
    room.settle()
    assert lines(room.projector) == []
    assert glass(room.projector).line is None


def test_a_hand_that_never_lifts_the_pen_draws_several_lines(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workshop.ui.present.tools.MOST_POINTS", 5)
    room.press(PEN)
    draw(room, room.console.now, *[(100 + 20 * at, 500 + at % 2) for at in range(12)])
    assert [len(line.points) for line in lines(room.projector)] == [5, 5, 4]


def test_each_colour_of_the_pen_can_be_chosen_and_is_used(room: Room) -> None:
    room.press(PEN)
    for action in ("pen-coral", "pen-sky", "pen-ink"):
        room.console.tools.buttons[action].click()
        draw(room, room.console.now, *LINE)
    assert len({line.color for line in lines(room.projector)}) == 3


def test_the_tools_are_buttons_with_names_and_keys_and_the_pens_own_come_with_it(room: Room) -> None:
    bar = room.console.tools
    shown = {action for action, button in bar.buttons.items() if button.isVisible()}
    assert shown == {"pointer", "spotlight", "magnifier", "pen"}
    assert all(button.accessibleName() and button.toolTip() for button in bar.buttons.values())
    assert "(L)" in bar.buttons["pointer"].toolTip()
    bar.buttons["pen"].click()
    room.settle()
    assert bar.buttons["pen"].on
    assert {action for action, button in bar.buttons.items() if button.isVisible()} == set(bar.buttons) - {
        "pointer",
        "spotlight",
        "magnifier",
    }
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in bar.buttons.values())


def test_on_one_screen_the_tools_come_above_the_strip_and_work_on_its_picture(open_room: OpenRoom) -> None:
    room = open_room("laptop")
    room.one.strip.buttons["tools"].click()
    room.settle()
    assert room.one.tools.isVisible()
    room.one.tools.buttons["pointer"].click()
    room.settle()
    move(room.picture, 500, 500)
    assert glass(room.picture).lens.x == pytest.approx(500, abs=2)
    room.press(PEN)
    draw(room, room.picture, *LINE)
    assert len(lines(room.picture)) == 1
    room.press(K.Key_H)
    assert room.one.tools.isHidden()
    assert glass(room.picture).isHidden()
    assert lines(room.picture) == []
    room.press(K.Key_H)
    room.press(TOOLS["spotlight"])
    assert room.one.tools.isVisible()  # it says how to move what is held
    room.press(K.Key_Escape)
    assert room.one.tools.isHidden()
    room.press(Key(K.Key_K, "k"))
    assert "Drawings kept" in room.one.strip.accessibleName()


def test_a_plug_that_is_pulled_puts_the_tool_away(room: Room) -> None:
    room.press(TOOLS["spotlight"])
    room.screens.plug("laptop")
    room.settle()
    assert room.presenter.tools.kind == ""
    room.screens.plug("laptop", "projector")
    room.settle()
    assert glass(room.projector).isHidden()
    room.press(TOOLS["spotlight"])
    assert not glass(room.projector).isHidden()
