"""What the check says isn't shown is just what the stage doesn't draw."""

from __future__ import annotations

import pytest
from drawing import HERE, Draw

from workshop.lesson.check import NOT_SHOWN
from workshop.lesson.model import KINDS, Lesson, Step
from workshop.lesson.reader import read_text
from workshop.paths import RESOURCES
from workshop.stage.displaylist import Picture

NOT_DRAWN = {rule.field: rule.kinds for rule in NOT_SHOWN}


def _with(kind: str, **fields: str) -> Step:
    lesson = read_text((RESOURCES / "new" / "every-kind.yaml").read_bytes(), "every-kind.yaml").lesson
    assert isinstance(lesson, Lesson)
    step = next(step for step in lesson.steps if step.kind == kind)
    return type(step)(**{**{name: getattr(step, name) for name in step._names}, **fields})


def _card(kind: str) -> str:
    """Where a story begins."""
    return getattr(_with(kind), "start", "")


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_drawn_just_where_the_check_says_nothing(kind: str, draw: Draw) -> None:
    pages = draw.each_beat(_with(kind, image="why"), HERE, card=_card(kind))
    sources = [item.source for page in pages for item in page.listed.items if isinstance(item, Picture)]
    assert any(source.endswith("why.svg") for source in sources) == (kind not in NOT_DRAWN["image"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_background_is_laid_just_where_the_check_says_nothing(kind: str, draw: Draw) -> None:
    plain, coloured = (draw(_with(kind, background=ground), card=_card(kind)).listed for ground in ("", "#123456"))
    assert (plain != coloured) == (kind not in NOT_DRAWN["background"])
