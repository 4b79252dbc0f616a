"""Looking closely: each spot is ringed where it is in the picture, and named beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawing import Draw, Drawn, Room, check

from workshop.lesson.model import Media, Observe, Spot
from workshop.lesson.values import Area
from workshop.stage.displaylist import STANDARD, Box, Picture, Shape

SPOTS = (
    Spot(at=Area(12, 14, 30, 34), text="The photo could be anyone"),
    Spot(at=Area(56, 14, 30, 34), text="No surname and no school: **well done**"),
    Spot(at=Area(42, 52, 30, 40), text="A face that was drawn by a program"),
)
PROFILES = Observe(id="profiles", kind="observe", picture="costumes", ask="What do these profiles tell?", spots=SPOTS)
FULL = Observe(
    id="full",
    kind="observe",
    picture="why",
    ask="Look at the drawing for a quiet minute: which things do you see, and what may follow now?",
    spots=tuple(
        Spot(at=Area(8 * n, 7 * n, 12, 12), text=f"Something rather small that is worth a second look, no. {n:02}")
        for n in range(12)
    ),
)
BARE = Observe(id="bare", kind="observe", picture="hands")
GONE = Observe(id="gone", kind="observe", picture="nothing", spots=SPOTS)


@pytest.mark.parametrize("step", [PROFILES, FULL, BARE, GONE], ids=lambda step: step.id)
def test_every_room_can_read_it(draw: Draw, room: Room, sensitive: bool, step: Observe) -> None:
    for page in draw.each_beat(step, room, sensitive=sensitive):
        blocks = [t for t in page.listed.texts() if not t.text.isdigit()]  # numbers in the picture may touch
        check(page._replace(listed=page.listed._replace(items=tuple(blocks))))


def rings(page: Drawn) -> list[Box]:
    return [i.box for i in page.listed.items if isinstance(i, Shape) and i.width == 10]


def picture(page: Drawn) -> Box:
    return next(i.box for i in page.listed.items if isinstance(i, Picture))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_rings_lie_where_the_spots_are_in_the_picture(draw: Draw, room: Room, language: str) -> None:
    page = draw(PROFILES, room, 3, language=language)
    frame = picture(page)
    for ring, spot in zip(rings(page), SPOTS, strict=True):
        assert ring.x + 10 == pytest.approx(frame.x + frame.w * spot.at.x / 100)
        assert ring.y + 10 == pytest.approx(frame.y + frame.h * spot.at.y / 100)
        assert ring.w - 20 == pytest.approx(frame.w * spot.at.width / 100)
        assert ring.h - 20 == pytest.approx(frame.h * spot.at.height / 100)


def test_the_whole_picture_is_shown_in_its_own_shape(draw: Draw, room: Room) -> None:
    for step, aspect in ((PROFILES, 700 / 760), (FULL, 520 / 640)):
        box = picture(draw(step, room))
        assert box.w / box.h == pytest.approx(aspect, rel=0.001)


def test_each_beat_tells_one_more_spot(draw: Draw) -> None:
    for found, page in enumerate(draw.each_beat(PROFILES, Room())):
        assert len(rings(page)) == found
        assert [s.text.replace("**", "") in page.words for s in SPOTS] == [at < found for at in range(3)]
        finds = [(c.action, c.key) for c in page.listed.controls() if c.works]
        assert finds == [(f"find:{at}", str(at + 1)) for at in range(found, 3)]


def test_of_many_spots_the_last_are_told(draw: Draw) -> None:
    page = draw(FULL, beat=12)
    assert len(rings(page)) == 12
    assert FULL.spots[11].text in page.words
    assert FULL.spots[0].text not in page.words


def test_a_broad_picture_stands_above_its_list_on_a_narrow_screen(tmp_path: Path) -> None:
    (tmp_path / "wide.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300.5 100"/>')
    media = {"wide": Media(file="wide.svg", alt="A long wall")}
    step = Observe(id="w", kind="observe", picture="wide", spots=SPOTS)
    page = Draw(tmp_path)(step, Room(STANDARD), 1, media=media)
    told = next(t for t in page.listed.texts() if t.text == SPOTS[0].text)
    assert told.box.y > picture(page).bottom
    assert picture(page).w / picture(page).h == pytest.approx(3.005)


NONE = -1


def test_a_spot_that_was_found_first_is_ringed_first(draw: Draw, room: Room) -> None:
    page = draw(PROFILES, room, 2, work=(NONE, 1, 0))
    assert [t.text for t in page.listed.texts() if t.text in {s.text.replace("**", "") for s in SPOTS}] == [
        "A face that was drawn by a program",
        "No surname and no school: well done",
    ]
    assert [c.action for c in page.listed.controls() if c.works] == ["find:0"]


def test_a_press_beside_all_spots_is_amid_the_work_and_finds_nothing(draw: Draw, room: Room) -> None:
    page = draw(PROFILES, room)
    frame = picture(page)
    x, y = frame.x + frame.w * 0.95, frame.y + frame.h * 0.95
    assert page.listed.hit(x, y) is None
    assert page.listed.is_amid_work(x, y)
    assert not draw(PROFILES, room, 3).listed.is_amid_work(x, y)


def test_what_can_be_pressed_tells_nothing_of_what_is_there(draw: Draw) -> None:
    labels = [c.label for c in draw(PROFILES).listed.controls() if c.works]
    assert labels == ["Look here: place 1", "Look here: place 2", "Look here: place 3"]


def test_the_first_nine_spots_have_a_key(draw: Draw) -> None:
    keys = [c.key for c in draw(FULL).listed.controls() if c.works]
    assert keys == [*(str(n) for n in range(1, 10)), "", "", ""]
