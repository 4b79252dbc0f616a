"""A lesson that was left open isn't given up without a question."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from workshop.ui.home import Resume
from workshop.ui.home.question import Question
from workshop.ui.home.window import HomeWindow

OpenHome = Callable[..., HomeWindow]
LEFT = Resume("kind-words", "Kind words travel", 3, 4, "/nowhere")


def present(window: HomeWindow) -> list[str]:
    """Press Present on the first lesson's page; what was asked for is in the list."""
    asked: list[str] = []
    window.present_requested.connect(lambda _folder, _stop: asked.append("present"))
    window.resume_requested.connect(lambda: asked.append("resume"))
    window.library.door.click()
    assert window.lesson is not None
    window.lesson.presented.emit("/somewhere", 0)
    return asked


def question() -> Question:
    found = QApplication.activeModalWidget()
    assert isinstance(found, Question)
    return found


@pytest.mark.usefixtures("five_lessons")
def test_with_nothing_left_open_a_lesson_starts_at_once(open_home: OpenHome) -> None:
    assert present(open_home()) == ["present"]


@pytest.mark.usefixtures("five_lessons")
def test_another_lesson_starts_only_when_the_place_may_be_given_up(open_home: OpenHome) -> None:
    asked = present(open_home(resume=LEFT))
    assert asked == []
    question().go_on.click()
    assert asked == ["present"]


@pytest.mark.usefixtures("five_lessons")
def test_the_class_that_was_left_can_be_resumed_instead(open_home: OpenHome) -> None:
    asked = present(open_home(resume=LEFT))
    question().keep.click()
    assert asked == ["resume"]


@pytest.mark.usefixtures("five_lessons")
def test_escape_answers_nothing(open_home: OpenHome) -> None:
    asked = present(open_home(resume=LEFT))
    question().reject()
    assert asked == []
