"""A story: messages one by one, then what could be done, then what follows, with a reason and never a “wrong”."""

from __future__ import annotations

from typing import Any

import pytest
from drawing import Draw, Drawn, Room, check
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop.lesson.model import Card, Choice, Scenario
from workshop.lesson.values import Spoken
from workshop.session.view import Turn
from workshop.stage.displaylist import STANDARD, WIDE, Box, Canvas, Picture, TextBlock

ASKS = Card(
    text="What could Maya do?",
    chat=(
        Spoken("You draw so well!", "Jules, 13"),
        Spoken("Thanks!", "Maya"),
        Spoken("Let’s chat on another app. Keep it between us, ok? Quick, I have to go soon.", "Jules, 13"),
    ),
    choices=(
        Choice(say="Keep the secret", go="waits", safety="less-safe", because="A friend is hard to lose."),
        Choice(say="Ask Jules why", go="why", safety="safer", because="Asking why is fair."),
        Choice(say="Show a trusted adult", go="helped", safety="safest", because="Two people see more than one."),
    ),
)
WHY = Card(
    text="First guilt, then flattery. **That is pressure.**",
    chat=(Spoken("“If you were my friend, you would just trust me.”", "Jules, 13"),),
    choices=(Choice(say="Bring someone in", go="helped"), Choice(say="Write to a helpline", go="helped")),
)
WAITS = Card(text="It doesn’t stop. It is not too late to tell.", choices=(Choice(say="Tell a friend", go="helped"),))
HELPED = Card(text="They listen, block and report. **Maya is not to blame.**", ending="safe")
STORY = Scenario(
    id="secret",
    kind="scenario",
    title="Jules wants a secret",
    image="why",
    start="asks",
    cards={"asks": ASKS, "why": WHY, "waits": WAITS, "helped": HELPED},
)
TO_WHY: dict[str, Any] = {"card": "why", "path": (Turn("asks", 1),)}
TO_HELPED: dict[str, Any] = {"card": "helped", "path": (Turn("asks", 2),)}
TO_WAITS: dict[str, Any] = {"card": "waits", "path": (Turn("asks", 0),)}

LONG_WORD = "Sicherheitseinstellungen"


def boxes(drawn: Drawn) -> dict[str, Box]:
    return {text.text: text.box for text in drawn.listed.texts()}


@pytest.mark.parametrize("seen", [{"card": "asks"}, TO_WHY, TO_HELPED, TO_WAITS], ids=lambda seen: seen["card"])
def test_every_room_can_read_every_card(draw: Draw, room: Room, sensitive: bool, seen: dict[str, Any]) -> None:
    for page in draw.each_beat(STORY, room, sensitive=sensitive, **seen):
        check(page)


def test_the_question_lies_where_the_look_has_it(draw: Draw) -> None:
    """Coordinates of picture 04."""
    page = draw(STORY, beat=3, card="asks")
    places = boxes(page)
    assert places["Jules wants a secret"].y == 150
    assert places["What could Maya do?"][:2] == (1004, 308)
    assert places["You draw so well!"][:2] == (132 + 32, 430 + 16)
    assert places["Thanks!"].y == 546 + 16
    assert places["A"] == (1032, 442, 104, 104)
    assert [c.box for c in page.listed.controls() if c.action.startswith("choose")] == [
        (1004, 418, 820, 152),
        (1004, 596, 820, 152),
        (1004, 774, 820, 152),
    ]


def test_a_consequence_lies_where_the_look_has_it(draw: Draw) -> None:
    """Coordinates of picture 05."""
    page = draw(STORY, beat=0, **TO_WHY)
    places = boxes(page)
    assert places["1"] == (1344, 28, 84, 84)
    assert places["B"] == (1476, 28, 84, 84)
    assert places["2"] == (1608, 28, 84, 84)
    assert places["Chosen: B: Ask Jules why"][:2] == (96, 300)
    assert places["What happens next"][:2] == (96, 404)
    art = next(i for i in page.listed.items if isinstance(i, Picture) and i.source.endswith("why.svg"))
    assert art.box == (1304, 276, 520, 640)


def test_messages_come_one_by_one_and_the_question_last(draw: Draw) -> None:
    pages = list(draw.each_beat(STORY, Room(), card="asks"))
    assert len(pages) == 4
    for count, page in enumerate(pages[:3], 1):
        assert [line.text in page.words for line in ASKS.chat] == [n < count for n in range(3)]
        assert not {ASKS.text, *(choice.say for choice in ASKS.choices)} & set(page.words)
    assert {ASKS.text, *(choice.say for choice in ASKS.choices)} <= set(pages[3].words)


def test_in_a_group_chat_all_are_named_on_the_near_side(draw: Draw, room: Room) -> None:
    chat = (Spoken("Look who’s asleep!", "Kit"), Spoken("Ha ha!", "Ada"), Spoken("Ha ha ha!", "Ben"))
    page = draw(_chatting(chat), room, 2, card="asks")
    check(page)
    told = [text for text in page.listed.texts() if text.role == "bubble"]
    assert [text.text for text in told] == ["Kit: Look who’s asleep!", "Ada: Ha ha!", "Ben: Ha ha ha!"]
    assert len({text.box.x for text in told}) == 1
    assert {"Kit, Ada, Ben", "K", "A", "B"} <= set(page.words)


def test_only_a_profile_has_a_drawn_face(draw: Draw) -> None:
    """Anybody else is shown by the lesson's own pictures, which an invented face would contradict."""
    assert _faces(draw(STORY, beat=0, card="asks")) == ["avatar_1.svg"]
    page = draw(_chatting((Spoken("Great match!", "Assistant coach"),)), beat=0, card="asks")
    assert _faces(page) == []
    assert {"A", "Assistant coach"} <= set(page.words)


def _chatting(chat: tuple[Spoken, ...]) -> Scenario:
    """The story, beginning with another chat."""
    asks = Card(**{**ASKS.__dict__, "chat": chat})
    return Scenario(**{**STORY.__dict__, "cards": {**STORY.cards, "asks": asks}})


def _faces(page: Drawn) -> list[str]:
    pictures = [i.source.rsplit("/")[-1] for i in page.listed.items if isinstance(i, Picture)]
    return [name for name in pictures if name.startswith("avatar")]


def test_on_a_narrow_canvas_the_choices_follow_the_thread(draw: Draw) -> None:
    thread, question = list(draw.each_beat(STORY, Room(STANDARD), card="asks"))[-2:]
    assert ASKS.chat[-1].text in thread.words
    assert ASKS.text not in thread.words
    assert ASKS.text in question.words
    assert ASKS.chat[-1].text not in question.words


def test_what_follows_is_not_told_before_the_choice(draw: Draw) -> None:
    for page in draw.each_beat(STORY, Room(), card="asks"):
        assert not any(choice.because in page.all_words for choice in ASKS.choices)
        assert WHY.text not in page.all_words


@pytest.mark.parametrize(("choice", "word"), [(0, "Less safe for now. "), (1, "Safer. "), (2, "Safest. ")])
def test_the_reason_comes_with_how_safe_it_is_for_now(draw: Draw, choice: int, word: str) -> None:
    taken = ASKS.choices[choice]
    page = draw(STORY, card=taken.go, path=(Turn("asks", choice),))
    assert word + taken.because in page.words
    assert "wrong" not in page.all_words.lower()


def test_no_reason_no_card(draw: Draw) -> None:
    page = draw(STORY, card="helped", path=(Turn("asks", 1), Turn("why", 0)))
    assert "Chosen: A: Bring someone in" in page.words
    assert not any("Safe" in words for words in page.words)


def test_a_safe_ending_is_said_gently_and_only_at_the_end(draw: Draw) -> None:
    with_chat = Scenario(**{**STORY.__dict__, "cards": {**STORY.cards, "helped": _with_chat(HELPED)}})
    first, last, way = draw.each_beat(with_chat, Room(), **TO_HELPED)
    assert "The end of this path" not in first.words
    assert "The end of this path" in last.words
    assert "What happens next" not in last.words
    assert "The path taken" in way.words


def _with_chat(card: Card) -> Card:
    return Card(text=card.text, ending=card.ending, chat=(Spoken("Thank you for telling me.", "Lina"),))


def test_each_person_keeps_one_picture(draw: Draw) -> None:
    def avatars(page: Drawn) -> list[str]:
        return [i.source for i in page.listed.items if isinstance(i, Picture) and "avatar" in i.source]

    thread = draw(STORY, beat=3, card="asks")
    reply = draw(STORY, beat=0, **TO_WHY)
    assert avatars(thread) == avatars(reply)
    assert len(avatars(thread)) == 1


def test_a_class_chat_says_who_writes(draw: Draw) -> None:
    chat = (Spoken("Look who’s asleep!", "Kit"), Spoken("Ha ha ha!", "Ada"), Spoken("Brilliant!", "Ben"))
    story = Scenario(id="s", kind="scenario", start="a", cards={"a": Card(chat=chat, text="What could Noor do?")})
    assert "Ada: Ha ha ha!" in draw(story, beat=3).words


def test_a_long_chat_scrolls_and_every_message_is_read_once(draw: Draw) -> None:
    chat = tuple(Spoken(f"Message number {n}, and it goes on for a second line", "Kit") for n in range(12))
    story = Scenario(id="s", kind="scenario", start="a", cards={"a": Card(chat=chat)})
    pages = list(draw.each_beat(story, Room()))
    assert len(pages) == 12
    for line, page in zip(chat, pages, strict=True):
        check(page)
        assert line.text in page.words


@pytest.mark.parametrize("canvas", [WIDE, STANDARD], ids=["wide", "narrow"])
@pytest.mark.parametrize("people", [("Jules, 13",), ("Jules, 13", "Maya"), ("Kit", "Ada", "Ben", "Noor")])
@pytest.mark.parametrize("after", [False, True], ids=["first", "after"])
def test_every_message_of_a_long_chat_comes_on_its_own(
    draw: Draw, canvas: Canvas, people: tuple[str, ...], after: bool
) -> None:
    says = "{} is what I wanted to say, and then I thought of something else that I would like to tell you all about"
    chat = tuple(Spoken(says.format(f"Number {n}"), people[n % len(people)]) for n in range(12))
    card = Card(text="What could Maya do now?", chat=chat, choices=ASKS.choices)
    story = Scenario(**{**STORY.__dict__, "cards": {**STORY.cards, "asks" if not after else "why": card}})
    seen: dict[str, Any] = TO_WHY if after else {"card": "asks"}
    pages = list(draw.each_beat(story, Room(canvas), **seen))
    told = [page for page in pages if any(text.role == "bubble" for text in page.listed.texts())]
    for number, page in enumerate(told):
        check(page)
        said = [text.text for text in page.listed.texts() if text.role == "bubble"]
        newest = min(number, 11)
        assert said[-1].endswith(chat[newest].text)
        assert not any(line.text in words for line in chat[newest + 1 :] for words in said)
    assert len(told) >= 12
    assert {choice.say for choice in ASKS.choices} <= set(pages[-1].words)


def test_a_long_way_shows_its_last_dots(draw: Draw) -> None:
    path = tuple(Turn("why", 0) for _ in range(9))
    for canvas in (WIDE, STANDARD):
        page = draw(STORY, Room(canvas), card="why", path=path)
        check(page)
        assert "10" in page.words
        assert "1" not in page.words


@pytest.mark.parametrize("count", range(1, 7))
@pytest.mark.parametrize("chat", [True, False], ids=["chat", "text"])
def test_one_to_six_choices_have_room(draw: Draw, room: Room, count: int, chat: bool) -> None:
    choices = tuple(
        Choice(say=f"{n} Keep the chat and show it to somebody whom she can trust", go="a") for n in range(count)
    )
    card = Card(text="What could Maya do now?", choices=choices, chat=ASKS.chat if chat else ())
    story = Scenario(id="s", kind="scenario", title="A story", start="a", cards={"a": card})
    pages = list(draw.each_beat(story, room))
    for page in pages:
        check(page)
    pressed = [control.action for control in pages[-1].listed.controls() if control.action != "help"]
    assert pressed == [f"choose:{at}" for at in range(count)]
    assert all(c.box.h >= 104 for c in pages[-1].listed.controls() if c.action != "help")


def test_right_to_left_is_a_mirror(draw: Draw) -> None:
    card = Card(chat=(Spoken("أحب رسمك كثيرا!", "جول"),), text="ماذا يمكن أن تفعل مايا؟", choices=ASKS.choices[:2])
    story = Scenario(
        id="s", kind="scenario", title="سر بيننا", start="a", cards={"a": card, "waits": WAITS, "why": WHY}
    )
    page = draw(story, beat=1, language="ar")
    check(page)
    choose = next(control for control in page.listed.controls() if control.action == "choose:0")
    assert choose.box.x == 96
    assert all(block.rtl for block in page.listed.texts())


def sentence(most: int) -> st.SearchStrategy[str]:
    """Words up to the limit of a field, some of them as long as German has them."""
    word = st.sampled_from(["a", "Maya", "online", "vertrauenswürdige", LONG_WORD, "it’s", "“ok?”", "Geschichte"])
    return st.lists(word, min_size=1, max_size=40).map(lambda words: " ".join(words)[:most].strip())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), canvas=st.sampled_from([WIDE, STANDARD]), image=st.sampled_from(["", "why"]))
def test_whatever_is_written_within_the_limits_is_whole(
    draw: Draw, data: st.DataObject, canvas: Canvas, image: str
) -> None:
    choice = st.builds(Choice, say=sentence(60), go=st.just("b"), because=sentence(120), safety=st.just("less-safe"))
    choices = data.draw(st.lists(choice, min_size=1, max_size=6))
    chat = data.draw(st.lists(st.builds(Spoken, sentence(120), st.sampled_from(["Kit", "Ada, 12"])), max_size=4))
    card = Card(text=data.draw(sentence(180)), chat=tuple(chat), choices=tuple(choices))
    end = Card(text=data.draw(sentence(180)), chat=tuple(chat[:2]), ending="safe")
    story = Scenario(
        id="s", kind="scenario", title=data.draw(sentence(70)), image=image, start="a", cards={"a": card, "b": end}
    )
    for seen in ({"card": "a"}, {"card": "b", "path": (Turn("a", len(choices) - 1),)}):
        pages = list(draw.each_beat(story, Room(canvas), **seen))
        for page in pages:
            check(page)
        assert _told(pages, story.cards[str(seen["card"])])
    hands = tuple(data.draw(st.integers(0, 999)) for _ in choices)
    for vote in ("open", "shown") if len(choices) > 1 else ():
        page = draw(story, Room(canvas), 99, card="a", vote=vote, counts=(hands,))
        check(page)
        assert all(" ".join(choice.say.split()) in page.all_words for choice in choices)


def _told(pages: list[Drawn], card: Card) -> bool:
    """Whether the whole card has been on the screen by its last beat."""
    shown = "\n".join(page.all_words for page in pages)
    texts = [card.text, *(line.text for line in card.chat), *(choice.say for choice in card.choices)]
    return all(" ".join(text.split()) in shown for text in texts)


def test_what_is_read_out_comes_in_its_order(draw: Draw) -> None:
    def roles(page: Drawn) -> list[TextBlock]:
        return [text for text in page.listed.texts() if text.role in ("title", "bubble", "choice")]

    order = [text.role for text in roles(draw(STORY, beat=3, card="asks"))]
    assert order == ["title", *["bubble"] * 3, *["choice"] * 3]
