"""What the class must never see: notes, errors, questions to the facilitator."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from presenting import Key, Room
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from workshop.lesson.problems import WorkshopError

OpenRoom = Callable[..., Room]
K = Qt.Key
WHO = Path(__file__).resolve().parents[2] / "lessons" / "who-is-really-there" / "lesson.yaml"
TROUBLE = "The disk is full, so this lesson can't be resumed after a power cut."


def stops(room: Room) -> range:
    return range(len(room.session.stops))


def words_on(window: QWidget) -> str:
    """All that a window shows or says: its own words and those of everything visible in it."""
    parts = [window, *(child for child in window.findChildren(QWidget) if child.isVisible())]
    told = [part.accessibleName() + part.accessibleDescription() + part.toolTip() for part in parts]
    told += [part.toPlainText() for part in parts if hasattr(part, "toPlainText")]
    return "\n".join(told)


def test_notes_and_answers_never_reach_the_projector(room: Room) -> None:
    for at in stops(room):
        room.session.go_to(at)
        for _ in range(4):
            room.settle()
            assert room.projector.findChildren(QWidget) == []
            assert "SECRET" not in room.class_reads()
            assert "SECRET" not in words_on(room.projector)
            room.press(Key(K.Key_Right))
            if room.session.state.stop != room.session.stops[at]:
                break


def test_the_facilitator_reads_the_notes_of_each_step(room: Room) -> None:
    text = room.console.notes.text
    assert "Say: “Welcome, everybody.”" in text.toPlainText()
    assert "SECRET-NOTE" in text.toPlainText()
    room.go("talk")
    assert "SECRET-LISTEN" in text.toPlainText()
    room.go("where")
    assert text.toPlainText() == "No notes for this step."


def test_on_one_screen_nothing_private_is_shown_unasked(open_room: OpenRoom) -> None:
    room = open_room("laptop")
    for at in stops(room):
        room.session.go_to(at)
        room.settle()
        assert "SECRET" not in words_on(room.one)


def test_on_one_screen_the_strip_is_below_the_picture_and_never_over_it(open_room: OpenRoom) -> None:
    room = open_room("laptop")
    one = room.one
    assert one.strip is not None
    for key in (K.Key_Escape, K.Key_F5, K.Key_N, K.Key_Escape):
        room.press(key)
        over = [
            child
            for child in one.children()
            if isinstance(child, QWidget)
            and child is not one.picture
            and child.isVisible()
            and child.geometry().intersects(one.picture.geometry())
        ]
        assert over == []
    assert one.strip.geometry().bottom() == one.rect().bottom()


def test_notes_on_demand_shrink_the_picture_and_say_that_the_class_can_read_them(open_room: OpenRoom) -> None:
    room = open_room("laptop")
    whole = room.picture.geometry()
    room.press(K.Key_N)
    assert room.one.notes is not None
    assert room.one.notes.isVisible()
    assert room.picture.width() < whole.width()
    text = room.one.notes.toPlainText()
    assert text.startswith("The class can read these notes.")
    assert "SECRET-NOTE" in text
    room.press(K.Key_N)
    assert not room.one.notes.isVisible()
    assert room.picture.geometry() == whole


@pytest.mark.parametrize("key", [K.Key_PageDown, K.Key_F, K.Key_B, K.Key_H])
def test_notes_that_the_class_can_read_leave_when_something_else_is_shown(open_room: OpenRoom, key: Qt.Key) -> None:
    room = open_room("laptop")
    whole = room.picture.geometry()
    room.press(K.Key_N)
    room.press(key)
    assert room.one.notes is not None
    assert not room.one.notes.isVisible()
    assert room.picture.geometry() == whole
    room.press(K.Key_N)  # asked for anew
    assert room.one.notes.isVisible()
    assert ("SECRET-RULES" if key == K.Key_PageDown else "SECRET-NOTE") in room.one.notes.toPlainText()


def test_notes_stay_while_a_vote_is_counted(open_room: OpenRoom) -> None:
    room = open_room("laptop")
    room.go("hands")
    room.press(K.Key_N)
    room.press(K.Key_1)
    assert room.one.notes is not None
    assert room.one.notes.isVisible()


def test_notes_of_one_screen_are_away_when_the_projector_was_there_meanwhile(open_room: OpenRoom) -> None:
    room = open_room("laptop")
    room.press(K.Key_N)
    room.screens.plug("laptop", "projector")
    room.settle()
    room.screens.plug("laptop")
    room.settle()
    assert room.one.notes is not None
    assert not room.one.notes.isVisible()


def for_adults(room: Room) -> list[str]:
    """Every sentence that only adults may read, of the whole lesson."""
    told: list[str] = list(room.lesson.flags)
    for step in room.lesson.steps:
        told += [step.answers_for_staff, *step.flags, *getattr(step, "listen_for", ())]
        for card in getattr(step, "cards", {}).values():
            told += card.possible_responses
    return [line.strip("- *") for text in told for line in text.splitlines() if len(line) > 12]


@pytest.mark.parametrize("plugged", [("laptop",), ("laptop", "mirror")])
def test_notes_on_the_class_s_screen_never_have_what_is_for_adults(
    open_room: OpenRoom, tmp_path: Path, plugged: tuple[str, ...]
) -> None:
    copytree(WHO.parent / "media", tmp_path / "room0" / "media")
    room = open_room(*plugged, text=WHO.read_text("utf-8"))
    secrets = for_adults(room)
    assert any("a known adult, on purpose" in line for line in secrets)
    for at in stops(room):
        room.session.go_to(at)
        for _ in range(40):
            stop = room.session.state.stop
            room.press(K.Key_N)
            shown = words_on(room.one) + room.class_reads()
            assert room.one.notes is not None
            assert room.one.notes.isVisible()
            assert [line for line in secrets if line in shown] == []
            room.press(K.Key_N)
            room.press(K.Key_1 if room.session.state.cue else K.Key_Right)
            if room.session.state.stop != stop or not room.presenter.ticking.isActive():
                break


def test_an_error_is_told_on_the_console_and_the_picture_stays(room: Room) -> None:
    seen = room.projector.listed

    def fail() -> None:
        raise WorkshopError(TROUBLE)

    room.presenter.handlers["next"] = fail
    room.press(K.Key_PageDown)
    assert room.told() == TROUBLE
    assert room.projector.listed is seen
    assert "disk" not in words_on(room.projector)
    room.console.message.buttons[0].click()
    room.settle()
    assert room.told() == ""


def test_on_one_screen_an_error_waits_behind_the_notice_button(open_room: OpenRoom) -> None:
    room = open_room("laptop")
    assert room.one.strip is not None
    notice = room.one.strip.buttons["notice"]
    assert not notice.isVisible()
    room.presenter.tell(TROUBLE)
    room.settle()
    assert TROUBLE not in words_on(room.one)
    assert notice.isVisible()
    notice.click()
    room.settle()
    assert TROUBLE in words_on(room.one)


def test_settings_that_cant_be_written_still_change_the_colours_and_say_so(room: Room, tmp_path: Path) -> None:
    room.settings.path = tmp_path / "no" / "such" / "folder"
    (tmp_path / "no").write_text("a file where a folder should be")
    room.press(Key(K.Key_L, "L", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))
    assert room.presenter.stage.theme.name == "dark"
    assert room.told() != ""
    room.press(Key(K.Key_Plus, "+", Qt.KeyboardModifier.ControlModifier))
    assert room.console.notes.size_now == 34


@pytest.mark.parametrize("window", ["projector", "console"])
def test_closing_a_window_by_its_frame_asks_and_changes_nothing_else(room: Room, window: str) -> None:
    room.press(K.Key_H)
    room.close_by_manager(getattr(room, window))
    assert room.projector.isVisible()
    assert room.console.isVisible()
    assert "End this lesson?" in room.told()
    assert room.session.state.cover == "help"


def test_closing_the_one_window_asks_in_its_strip(open_room: OpenRoom) -> None:
    room = open_room("laptop")
    room.close_by_manager(room.one)
    assert room.one.isVisible()
    assert "End this lesson?" in words_on(room.one)


def test_keys_that_go_to_another_program_are_told_to_the_facilitator_alone(room: Room) -> None:
    room.presenter.tell(TROUBLE)
    room.presenter.on_focus(Qt.ApplicationState.ApplicationInactive)
    room.settle()
    assert "another program" in room.told()
    assert "another program" not in words_on(room.projector)
    room.presenter.on_focus(Qt.ApplicationState.ApplicationActive)
    room.settle()
    assert room.told() == TROUBLE


def test_a_step_that_cant_be_drawn_leaves_the_class_its_last_picture(room: Room) -> None:
    seen = room.projector.listed
    compose = room.presenter.stage.compose

    def fail(view: object, canvas: object) -> object:
        if getattr(view, "at", 0):
            raise RuntimeError("a fault in drawing")
        return compose(view, canvas)  # type: ignore[arg-type]

    room.presenter.stage.compose = fail  # type: ignore[method-assign, assignment]
    with pytest.raises(RuntimeError):
        room.session.go_to(2)
    room.presenter.stage.compose = compose  # type: ignore[method-assign]
    room.settle()
    assert room.projector.listed is seen
    assert room.console.steps.at == 2


def test_on_one_screen_no_key_sheet_opens_over_the_help_card(open_room: OpenRoom) -> None:
    room = open_room("laptop")
    room.press(K.Key_H)
    room.press(K.Key_F1)
    assert room.one.findChildren(QDialog) == []


@pytest.mark.parametrize(("key", "sign"), [(K.Key_F, "Frozen"), (K.Key_B, "Dark screen"), (K.Key_H, "Help card on")])
def test_the_strip_of_one_screen_says_why_the_picture_stands_still(open_room: OpenRoom, key: Qt.Key, sign: str) -> None:
    room = open_room("laptop")
    room.press(key)
    assert room.one.strip is not None
    assert room.one.strip.accessibleName().startswith(sign)
    room.press(key)
    assert sign not in room.one.strip.accessibleName()


def test_the_strip_of_one_screen_has_the_keys_that_count_and_choose_the_hands_and_the_timer(
    open_room: OpenRoom,
) -> None:
    room = open_room("laptop")
    strip = room.one.strip
    assert strip is not None
    room.go("hands")
    room.press(K.Key_1)
    room.press(K.Key_2)
    assert "1–3 count · 2 hands" in strip.accessibleName()
    room.press(K.Key_T)
    room.pass_by(9)
    assert "Timer 3:51" in strip.accessibleName()
    room.press(K.Key_T)
    assert "Timer 3:51 paused" in strip.accessibleName()
    room.go_to_choices()
    assert "1–2 choose" in strip.accessibleName()
    for size in ((1024, 768), (1920, 1080)):
        room.one.showNormal()
        room.one.resize(*size)
        room.settle()
        assert not strip.grab().isNull()
