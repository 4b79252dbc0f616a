"""Words that an author is asked to look at again: each rule finds what it is for, and leaves alone what is fine."""

from __future__ import annotations

import pytest

from workshop.lesson.check import check
from workshop.lesson.problems import Problem
from workshop.lesson.reader import read_text

RULES, HELP = "- {id: rules, kind: rules}\n", "- {id: where, kind: help}\n"


def found(step: str, language: str = "en", header: str = "sensitive: true\n") -> list[Problem]:
    head = f"format: lesson/1\nid: a\nversion: 1.0.0\nlanguage: {language}\ntitle: A\n{header}"
    reading = read_text(f"{head}steps:\n{RULES}- {{id: b, {step}}}\n{HELP}", "lesson.yaml")
    assert reading.lesson is not None, reading.problems
    return check(reading.lesson, reading)


def codes(step: str, language: str = "en", header: str = "sensitive: true\n") -> list[str]:
    return [problem.code for problem in found(step, language, header)]


def slide(text: str) -> str:
    return f'kind: slide, text: "{text}"'


@pytest.mark.parametrize(
    ("step", "code"),
    [
        ("kind: quiz, ask: b, answers: [{right: c, because: Correct!}, {wrong: d}]", "harsh-feedback"),
        ("kind: sort, groups: {b: [c], d: [e]}, because: {c: The right answer.}", "harsh-feedback"),
        (slide("Maya should have told someone."), "blame"),
        (slide("It was careless to reply."), "blame"),
        (slide("Maya was naive."), "blame"),
        (slide("She fell for it."), "blame"),
        (slide("It is partly her fault."), "blame"),
        ("kind: discuss, ask: Has this ever happened to you?", "own-story"),
        ("kind: discuss, ask: b, follow_up: [Did you ever see such a thing?]", "own-story"),
        ("kind: slide, say: Has this happened to any of you?", "own-story"),
        ("kind: discuss, ask: Who is fastest?", "scores"),
        (slide("Each pair gets 10 points."), "scores"),
        (slide("One point for each right card!"), "scores"),
        (slide("The first team to finish"), "scores"),
        (slide("Match them as quickly as you can."), "scores"),
        ("kind: slide, notes: Pick a pupil to answer.", "names-drawn"),
        (slide("One in five children is tricked."), "frightening-figure"),
        (slide("Laws on child pornography"), "terminology"),
        ("kind: slide, notes: It is called child porn.", "terminology"),
        (slide("The picture will be removed everywhere."), "promise"),
        (slide("Helplines are always anonymous."), "promise"),
        ("kind: slide, notes: Tell them that everything will be fine.", "promise"),
    ],
)
def test_words_to_look_at_again(step: str, code: str) -> None:
    problems = found(step)
    assert [(problem.code, problem.severity, problem.mark.line) for problem in problems] == [(code, "warning", 9)]


@pytest.mark.parametrize(
    "step",
    [
        "kind: quiz, ask: b, answers: [{right: c, because: Nothing is wrong with asking.}, {wrong: d}]",
        "kind: quiz, ask: b, answers: [{right: Correct!}, {wrong: Incorrect}]",  # words that pupils choose from
        slide("Everyone should have a say in it."),
        slide("It is never her fault."),
        slide("It isn't your own fault."),
        "kind: slide, notes: Leave out “you should have told me”.",
        "kind: slide, say: 'If something has happened to you, you can talk to me.'",
        "kind: discuss, ask: What could Maya say at this point?",
        slide("Help is there at any point."),
        slide("A star with four points"),
        slide("Nobody gets points here."),
        slide("The quickest way to help"),
        slide("A letter about race, religion and hair"),
        "kind: slide, notes: Never pick a pupil to answer.",
        slide("Two of the five cards are left."),
        "kind: slide, notes: The title of Directive 2011/93/EU says child pornography.",
        "kind: slide, notes: 'Say child sexual abuse material, not child pornography.'",
        slide("Nobody can guarantee that."),
        slide("We make a promise to our class."),
        "kind: slide, notes: Don’t say that the picture will be removed everywhere.",
    ],
)
def test_words_that_are_fine(step: str) -> None:
    assert codes(step) == []


def test_scores_and_stories_are_fine_where_nothing_is_sensitive() -> None:
    assert codes("kind: discuss, ask: Who is fastest?", header="") == []
    assert codes("kind: discuss, ask: Have you ever helped a friend?", header="") == []


def test_a_pupil_is_made_no_victim_anywhere() -> None:
    assert codes("kind: discuss, ask: Has this happened to you?", header="") == ["own-story"]


@pytest.mark.parametrize(("audience", "expected"), [("families", ["blame"]), ("staff", [])])
def test_families_are_not_blamed_and_staff_may_read_what_to_leave_out(audience: str, expected: list[str]) -> None:
    assert codes(slide("The child should have told."), header=f"audience: {audience}\n") == expected


def test_terms_and_promises_matter_for_everyone() -> None:
    step = "kind: slide, text: Child pornography, notes: This is guaranteed."
    assert codes(step, header="audience: staff\n") == ["terminology", "promise"]


@pytest.mark.parametrize(
    "promise",
    [
        "You will always be safe.",
        "We will always keep it secret.",
        "It will always stay private.",
        "The picture will never come back.",
        "You'll never be in danger.",
    ],
)
def test_nobody_can_promise_always_or_never(promise: str) -> None:
    assert codes(slide(promise)) == ["promise"]


@pytest.mark.parametrize(
    "fine", ["You can always tell someone.", "We never keep it secret.", "Never promise: always be safe."]
)
def test_always_and_never_are_words_like_others(fine: str) -> None:
    assert codes(slide(fine)) == []


@pytest.mark.parametrize(
    ("step", "code"),
    [
        ("kind: quiz, ask: b, answers: [{right: c, because: Bonne réponse !}, {wrong: d}]", "harsh-feedback"),
        (slide("Maya aurait dû en parler."), "blame"),
        (slide("Elle était naïve."), "blame"),
        (slide("Il est tombé dans le piège."), "blame"),
        ("kind: discuss, ask: T’est-il déjà arrivé de mentir ?", "own-story"),
        ("kind: slide, say: Ça vous est déjà arrivé ?", "own-story"),
        (slide("Chaque groupe gagne des points."), "scores"),
        (slide("Qui est le plus rapide ?"), "scores"),
        ("kind: slide, notes: Interrogez un élève.", "names-drawn"),
        (slide("Un enfant sur cinq est concerné."), "frightening-figure"),
        (slide("La pédopornographie"), "terminology"),
        (slide("L’image sera supprimée partout."), "promise"),
        (slide("C’est toujours anonyme."), "promise"),
        (slide("Tu seras toujours en sécurité."), "promise"),
        (slide("Tu vas toujours rester en sécurité."), "promise"),
        (slide("Nous garderons toujours cela secret."), "promise"),
        (slide("La photo ne sera jamais vue."), "promise"),
    ],
)
def test_french_has_rules_of_its_own(step: str, code: str) -> None:
    assert codes(step, "fr") == [code]


@pytest.mark.parametrize(
    "step",
    [
        slide("Ce n’est jamais sa faute."),
        slide("À ce point de l’histoire"),
        slide("Un point de vue"),
        slide("Le moyen le plus rapide, sans course"),
        "kind: slide, notes: Ne tirez pas un nom au sort.",
        "kind: slide, notes: La directive 2011/93/UE parle de pédopornographie.",
        slide("Personne ne peut le garantir."),
        "kind: quiz, ask: b, answers: [{right: c, because: Un faux compte se voit mal.}, {wrong: d}]",
    ],
)
def test_french_words_that_are_fine(step: str) -> None:
    assert codes(step, "fr") == []


def test_a_character_decides_in_french_too() -> None:
    story = 'kind: scenario, start: c, cards: {c: {text: "Que ferais-tu ?", ending: safe}}'
    assert codes(story, "fr") == ["pupil-decides"]


def test_a_language_without_rules_has_no_warnings() -> None:
    assert codes(slide("wrong"), "de") == []


@pytest.mark.parametrize(("language", "term"), [("en", "Bonne réponse"), ("fr", "Correct!")])
def test_the_rules_are_those_of_the_lessons_language(language: str, term: str) -> None:
    step = f"kind: quiz, ask: b, answers: [{{right: c, because: {term}}}, {{wrong: d}}]"
    assert ("harsh-feedback" in codes(step, language)) == (language == "fr" and term == "Correct!")
