"""The words around a lesson: in every language that we ship, all of them, and in the same shape."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from drawing import Draw, Room, check

from workshop.lesson.model import KINDS, Calm, Card, Discuss, Help, Phase, Rules, Scenario
from workshop.lesson.values import Spoken
from workshop.paths import RESOURCES
from workshop.stage.helplines import SIGNS, help_lines
from workshop.stage.words import is_right_to_left, words

LANGUAGES = sorted(file.stem for file in (RESOURCES / "words").glob("*.json"))


def told(language: str) -> dict[str, Any]:
    return json.loads((RESOURCES / "words" / f"{language}.json").read_text("utf-8"))  # type: ignore[no-any-return]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_word_with_the_same_places_for_numbers(language: str) -> None:
    english, own = told("en"), told(language)
    assert own.keys() == english.keys()
    for key, value in own.items():
        assert type(value) is type(english[key]), key
        assert sorted(re.findall(r"\{\w+\}", str(value))) == sorted(re.findall(r"\{\w+\}", str(english[key]))), key
        assert str(value).count("**") == str(english[key]).count("**"), key
        assert value, key


def test_there_is_french() -> None:
    assert LANGUAGES == ["en", "fr"]


def test_every_kind_and_service_has_its_word() -> None:
    assert set(KINDS) <= words("en").keys()
    for kind in SIGNS:
        assert {kind, f"{kind}_note"} <= words("en").keys()


def test_an_unknown_language_gets_english_and_a_region_its_language() -> None:
    assert words("xx")["help"] == words("../en")["help"] == "Get help"
    assert words("fr-BE")["help"] == words("FR")["help"] == "Trouver de l’aide"


def test_hebrew_and_arabic_run_from_right_to_left() -> None:
    assert [is_right_to_left(code) for code in ("ar", "he-IL", "en", "fr")] == [True, True, False, False]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_card_fits_in_every_language(draw: Draw, room: Room, language: str) -> None:
    for country in ("", "FR"):
        card, more = help_lines(country, ("Ms Lee, room 4", *("Mr Ng",) * 5), words(language))
        for page in draw.each_beat(Help(id="h", kind="help"), room, language=language, help=card, help_more=more):
            check(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_marks_fit_in_every_language(draw: Draw, room: Room, language: str) -> None:
    check(draw(Calm(id="c", kind="calm", breaths=10), room, language=language))


@pytest.mark.parametrize(("language", "said"), [("en", "“Ça va”"), ("fr", "«\u202fÇa va\u202f»")])
def test_a_rule_is_quoted_as_its_language_quotes(draw: Draw, language: str, said: str) -> None:
    step = Rules(id="r", kind="rules", rules=(Spoken("Ça va", "Noor"),))
    assert f"{said} – Noor" in draw(step, language=language).words


@pytest.mark.parametrize(("language", "said"), [("en", "Kit: Oui"), ("fr", "Kit\u202f: Oui")])
def test_a_message_names_its_writer_as_its_language_does(draw: Draw, language: str, said: str) -> None:
    card = Card(chat=(Spoken("Oui", "Kit"), Spoken("Non", "Ada")), text="Et ?", ending="safe")
    step = Scenario(id="s", kind="scenario", title="Photo", start="a", cards={"a": card})
    drawn = [draw(step, beat=beat, card="a", language=language) for beat in range(2)]
    assert any(said in page.words for page in drawn)


@pytest.mark.parametrize(
    ("grouping", "hint"), [("alone", "think_talk"), ("pairs", "pair_talk"), ("class", "share_talk"), ("", "talk_now")]
)
def test_a_phase_that_a_lesson_names_itself_says_how_to_talk_by_who_talks(draw: Draw, grouping: str, hint: str) -> None:
    step = Discuss(id="d", kind="discuss", ask="Qui ?", phases=(Phase(name="Calme", minutes=1, grouping=grouping),))
    assert words("fr")[hint].replace("**", "") in draw(step, language="fr").words
