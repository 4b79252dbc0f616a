"""The help card: whom to turn to, in the right order, from any step; and the calm page that tells nothing."""

from __future__ import annotations

from drawing import Draw, Room, check

from workshop.lesson.model import Help, Slide
from workshop.stage.displaylist import Picture
from workshop.stage.helplines import help_lines
from workshop.stage.page import HelpLine
from workshop.stage.words import words

STEP = Help(id="where", kind="help")
SECRET = Slide(id="s", kind="slide", title="A title nobody may read now", text="Nor this text")
LOOK = (
    HelpLine("user-round", "sun", "A trusted adult", "home, school, club"),
    HelpLine("message-circle-heart", "teal", "116 111", "child helpline, free"),
    HelpLine("flag", "lilac", "Your hotline", "report a picture"),
    HelpLine("phone", "sky", "112", "in danger right now"),
)
LONG = (
    *LOOK[:3],
    HelpLine("image-minus", "coral", "Point de Contact DISRUPT", "remove a picture from the internet"),
    LOOK[3],
)
PEOPLE = ("Your class teacher", "Ms Lindqvist-Abernathy, the school nurse")


def test_it_stands_as_in_the_look(draw: Draw) -> None:
    listed = draw(STEP, help=LOOK).listed
    titles = [t for t in listed.texts() if t.role == "title"]
    assert [(t.text, t.box.x, t.box.y, t.style.size) for t in titles] == [("Where to get help", 96, 158, 120)]
    heads = [t for t in listed.texts() if t.role == "label"][1:]
    assert [(t.text, t.style.size) for t in heads] == [(row.head, 62) for row in LOOK]
    pictures = [item for item in listed.items if isinstance(item, Picture)]
    assert [tuple(p.box) for p in pictures] == [(1296, 258, 528, 660)]
    assert "It is never too late to tell someone." in draw(STEP, help=LOOK).words


def test_every_room_can_read_it(draw: Draw, room: Room) -> None:
    for step in (
        STEP,
        Help(id="h", kind="help", people=PEOPLE),
        Help(id="h", kind="help", title="Somebody is there " * 3),
    ):
        for rows in ((), LOOK, LONG):
            for page in draw.each_beat(step, room, help=rows):
                check(page)


def test_it_opens_over_any_step_and_shows_nothing_of_it(draw: Draw, room: Room) -> None:
    page = draw(SECRET, room, help=LOOK, cover="help")
    check(page)
    assert "Where to get help" in page.words
    assert "nobody" not in page.all_words + page.listed.name
    assert page.listed.name == "Where to get help"


def test_the_neutral_page_has_no_words(draw: Draw, room: Room) -> None:
    page = draw(SECRET, room, cover="neutral")
    assert page.words == []
    assert "title" not in page.listed.name
    assert len(page.listed.items) > 10


def test_people_of_the_step_come_first_and_the_emergency_last(draw: Draw) -> None:
    shown = draw(Help(id="h", kind="help", people=PEOPLE), help=LOOK).words
    heads = [w for w in shown if w in {"Your class teacher", "Ms Lindqvist-Abernathy", *(row.head for row in LOOK)}]
    assert heads == ["Your class teacher", "Ms Lindqvist-Abernathy", "116 111", "Your hotline", "112"]
    assert "the school nurse" in shown


def test_many_people_go_on_in_a_second_part(draw: Draw) -> None:
    step = Help(id="h", kind="help", people=tuple(f"Person {n}" for n in range(9)))
    pages = list(draw.each_beat(step, Room(), help=LOOK))
    for page in pages:
        check(page)
    everything = [word for page in pages for word in page.words]
    assert len(pages) == 2
    assert [w for w in everything if w.startswith("Person")] == list(step.people)
    assert "112" in pages[0].words


def test_without_a_country_no_number_is_shown(draw: Draw) -> None:
    assert not any(letter.isdigit() for letter in draw(STEP).all_words)


def test_a_number_keeps_its_order_among_arabic_words(draw: Draw) -> None:
    assert "\u200e116 111" in draw(STEP, help=LOOK, language="ar").words


def test_a_picture_of_the_step_takes_the_place_of_ours(draw: Draw) -> None:
    listed = draw(Help(id="h", kind="help", image="hands"), help=LOOK).listed
    assert [i.alt for i in listed.items if isinstance(i, Picture)] == ["Picture of hands"]


def test_rows_of_a_country_are_as_the_directory_tells_them() -> None:
    rows, _ = help_lines("FR", (), words("en"))
    assert [(row.head, row.note) for row in rows] == [
        ("A trusted adult", "home, school, club"),
        ("3018", "child helpline, free"),
        ("112", "in danger right now"),
        ("Point de Contact", "report a picture"),
        ("pointdecontact.net", "remove a picture"),
    ]


def test_whom_to_call_is_on_the_first_picture_however_many_people_there_are(draw: Draw, room: Room) -> None:
    many = Help(id="where", kind="help", people=tuple(f"Grown-up number {n}" for n in range(6)))
    first, *others = list(draw.each_beat(many, room, help=LONG))
    check(first)
    assert "116 111" in first.all_words
    assert "112" in first.all_words
    assert "Grown-up number 0" in first.all_words
    assert "Grown-up number 5" in "\n".join(one.all_words for one in others)


def test_all_people_of_the_school_reach_the_class_in_the_help_step(draw: Draw, room: Room) -> None:
    people = tuple(f"Ms Lindqvist-Abernathy {n}, the school nurse" for n in range(6))
    card, more = help_lines("PL", people, words("en"), ("helpline", "police", "removal", "emergency"))
    for step in (STEP, Help(id="h", kind="help", people=PEOPLE)):
        pages = list(draw.each_beat(step, room, help=card, help_more=more))
        for page in pages:
            check(page)
        everything = [word for page in pages for word in page.words]
        named = [word for word in everything if word.startswith("Ms Lindqvist-Abernathy ")]
        assert named == [f"Ms Lindqvist-Abernathy {n}" for n in range(6)]
        assert "report a crime" in everything
        assert {"116 111", "112"} <= set(pages[0].words)


def test_over_any_step_the_card_is_one_picture_with_the_first_people_and_whom_to_call(draw: Draw) -> None:
    card, more = help_lines("PL", ("Ann", "Ben", "Cy"), words("en"))
    for step in (STEP, SECRET, Help(id="h", kind="help", people=PEOPLE)):
        for beat in (0, 1):
            shown = draw(step, beat=beat, help=card, help_more=more, cover="help").words
            assert [word for word in shown if word in {row.head for row in card + more}] == [row.head for row in card]
