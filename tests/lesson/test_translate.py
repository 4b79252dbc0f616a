"""Translations: text alone, in its own place, and said where it no longer fits."""

from __future__ import annotations

import copy
import dataclasses
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop.lesson.model import Lesson
from workshop.lesson.problems import Problem
from workshop.lesson.reader import read, read_text
from workshop.lesson.records import Record
from workshop.lesson.texts import texts
from workshop.lesson.translate import Due, Overlay, apply, languages, read_overlay, step_hash
from workshop.paths import LESSONS

SOURCE = """\
format: lesson/1
id: kind-words
version: 1.0.0
language: en
title: Kind words
summary: About words.
audience: staff
goals: [I can be kind., I can ask.]
keywords: {Bully: Someone who hurts, Friend: Someone who helps}
sources: [{title: A book, url: example.org, date: "2020"}]
media: {sun: {file: media/sun.svg, alt: A sun}}
steps:
- {id: welcome, kind: slide, title: Hello, image: sun, minutes: 3, text: Welcome all, notes: Smile}
- {id: ours, kind: rules, rules: ["Sam: I listen", We may pass]}
- {id: talk, kind: discuss, ask: Why?, follow_up: [How?, When?], phases: [{name: Think, minutes: 1}, {name: Share}]}
- id: story
  kind: scenario
  start: asks
  cards:
    asks:
      text: What now?
      chat: ["Jules: Hi", "Maya: Hello"]
      choices: [{say: Delete it, go: end, safety: less-safe}, {say: Keep it, go: end, because: It helps}]
    end: {text: All is well, ending: safe}
- {id: vote, kind: poll, style: line, ask: True?, ends: [No way, Yes indeed]}
- {id: quiz, kind: quiz, ask: Which?, answers: [{right: Tell, because: Good}, {wrong: Hide, because: Lonely}]}
- {id: sort, kind: sort, ask: Sort, groups: {Kind: [Smile, Help], Unkind: [Laugh]}, because: {Laugh: It hurts}}
- {id: pairs, kind: match, pairs: {Cat: Meow, Dog: Woof}}
- {id: row, kind: order, items: [Stop, Think, Tell], any_first: [Think]}
- {id: gaps, kind: fill, text: "Be [kind] and [brave]"}
- {id: see, kind: observe, picture: sun, ask: Look, spots: [{at: 1 2 3 4, text: A ray}]}
- {id: do, kind: activity, ask: Draw, materials: [Paper], instructions: [Fold, Draw]}
- {id: think, kind: reflect, ask: And you?}
- {id: rest, kind: calm, text: Breathe, breaths: 3}
- {id: where, kind: help, people: [A teacher]}
"""


def source() -> Lesson:
    lesson = read_text(SOURCE, "lesson.yaml").lesson
    assert isinstance(lesson, Lesson)
    return lesson


def overlay(tmp_path: Path, text: str, lesson: Lesson | None = None) -> tuple[Overlay, list[Problem]]:
    path = tmp_path / "lesson.fr.yaml"
    path.write_text("translates: kind-words\nlanguage: fr\n" + text, "utf-8")
    return read_overlay(path, lesson or source())


def translated(tmp_path: Path, text: str) -> tuple[Lesson, dict[str, str]]:
    """The lesson under an overlay without problems, and why each step is due that isn't merely untranslated."""
    read, problems = overlay(tmp_path, text)
    assert [str(problem) for problem in problems] == []
    lesson, due = apply(source(), read)
    return lesson, {d.step or d.field: d.why for d in due if d.why != "untranslated"}


# --- Words in their place --------------------------------------------------------------------------


def test_text_is_replaced_and_nothing_else(tmp_path: Path) -> None:
    lesson, due = translated(tmp_path, "title: Mots gentils\nsteps:\n  welcome: {title: Bonjour}\n")
    assert (lesson.language, lesson.title, lesson.summary) == ("fr", "Mots gentils", "About words.")
    welcome = source().step("welcome")
    assert lesson.step("welcome") == dataclasses.replace(welcome, title="Bonjour")
    assert lesson.steps[1:] == source().steps[1:]
    assert due == {"welcome": "unchecked"}


def test_every_kind_of_step_can_be_translated(tmp_path: Path) -> None:
    lesson, due = apply(source(), overlay(tmp_path, yaml.safe_dump(french(source())))[0])
    assert due == []
    assert [text for _, text in texts(lesson)] == [french_of(text) for _, text in texts(source())]
    assert lesson.step("sort").because == {"Fr Laugh": "Fr It hurts"}  # type: ignore[attr-defined]
    assert lesson.step("row").any_first == ("Fr Think",)  # type: ignore[attr-defined]


def test_cards_go_by_name_and_choices_by_position(tmp_path: Path) -> None:
    lesson, _ = translated(
        tmp_path, "steps: {story: {cards: {asks: {choices: [{say: Effacer}, {say: Garder, because: Utile}]}}}}"
    )
    first, second = lesson.step("story").cards["asks"].choices  # type: ignore[attr-defined]
    assert (first.say, first.go, first.safety) == ("Effacer", "end", "less-safe")
    assert (second.say, second.go, second.because) == ("Garder", "end", "Utile")
    assert lesson.step("story").cards["end"].text == "All is well"  # type: ignore[attr-defined]


def test_reasons_follow_their_cards_even_untranslated(tmp_path: Path) -> None:
    words = "steps: {sort: {groups: {Gentil: [Sourire, Aider], Méchant: [Se moquer]}}}"
    lesson, _ = translated(tmp_path, words)
    assert lesson.step("sort").because == {"Se moquer": "It hurts"}  # type: ignore[attr-defined]
    lesson, _ = translated(tmp_path, "steps: {row: {items: [Stop, Réfléchir, Parler]}}")
    assert lesson.step("row").any_first == ("Réfléchir",)  # type: ignore[attr-defined]
    lesson, _ = translated(tmp_path, "steps: {sort: {because: {Laugh: Ça blesse}}}")
    assert lesson.step("sort").because == {"Laugh": "Ça blesse"}  # type: ignore[attr-defined]


def test_a_line_without_a_speaker_may_hold_a_colon(tmp_path: Path) -> None:
    lesson, _ = translated(tmp_path, 'steps: {ours: {rules: ["Sam: J\'écoute", "Rappel: on peut passer"]}}')
    said = [(rule.by, rule.text) for rule in lesson.step("ours").rules]  # type: ignore[attr-defined]
    assert said == [("Sam", "J'écoute"), ("", "Rappel: on peut passer")]


# --- What no longer fits ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("quiz", "answers: [{right: Parler}]"),
        ("quiz", "answers: [{wrong: Parler}, {right: Cacher}]"),
        ("quiz", "answers: [{right: Parler}, {wrong: Cacher}, {wrong: Rien}]"),
        ("story", "cards: {asks: {choices: [{say: Effacer}]}}"),
        ("story", "cards: {gone: {text: Perdu}}"),
        ("story", "cards: {end: {choices: [{say: Encore}]}}"),
        ("story", 'cards: {asks: {chat: ["Jules: Salut"]}}'),
        ("story", "cards: {asks: {chat: [Salut, Bonjour]}}"),
        ("vote", "ends: [Non]"),
        ("sort", "groups: {Gentil: [Sourire, Aider]}"),
        ("sort", "groups: {Gentil: [Sourire], Méchant: [Se moquer, Aider]}"),
        ("sort", "groups: {Gentil: [Sourire, Sourire], Méchant: [Se moquer]}"),
        ("sort", "because: {Rire: Ça blesse}"),
        ("sort", "groups: {Gentil: [Sourire, Aider], Méchant: [Rire]}\n    because: {Laugh: Ça blesse}"),
        ("pairs", "pairs: {Chat: Miaou}"),
        ("row", "items: [Stop, Réfléchir]"),
        ("row", "any_first: [Stop]"),
        ("gaps", 'text: "Sois [gentil]"'),
        ("see", "spots: [{text: Un rayon}, {text: Un autre}]"),
        ("talk", "phases: [{name: Penser}]"),
        ("think", "title: Rien de tel dans la leçon"),
    ],
)
def test_a_step_whose_shape_changed_is_shown_as_it_is_and_reported(tmp_path: Path, step: str, words: str) -> None:
    lesson, due = translated(tmp_path, f"steps:\n  {step}:\n    {words}\n")
    assert lesson.steps == source().steps
    assert due == {step: "shape"}


def test_a_header_field_that_does_not_fit_leaves_the_others(tmp_path: Path) -> None:
    lesson, due = translated(tmp_path, "title: Mots\ngoals: [Un seul]\n")
    assert (lesson.title, lesson.goals) == ("Mots", source().goals)
    assert due == {"goals": "shape"}


def test_a_checked_step_is_due_once_its_source_changes(tmp_path: Path) -> None:
    checked = step_hash(source().step("welcome"))
    words = f"steps: {{welcome: {{checked: {checked}, title: Bonjour}}}}"
    assert translated(tmp_path, words)[1] == {}
    changed = read_text(SOURCE.replace("title: Hello", "title: Hello there"), "lesson.yaml").lesson
    assert isinstance(changed, Lesson)
    lesson, due = apply(changed, overlay(tmp_path, words, changed)[0])
    assert lesson.step("welcome").title == "Bonjour"
    assert Due("welcome", "changed") in due


def test_what_nobody_translated_is_said(tmp_path: Path) -> None:
    _, due = apply(source(), overlay(tmp_path, "steps: {welcome: {title: Bonjour}}")[0])
    assert {d.step for d in due if d.why == "untranslated"} == {s.id for s in source().steps} - {"welcome"}


# --- Fingerprints ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("step", "old", "new", "changes"),
    [
        ("welcome", "Welcome all", "Welcome", True),
        ("welcome", "notes: Smile", "notes: Laugh", True),
        ("welcome", "minutes: 3", "minutes: 4", False),
        ("welcome", "image: sun, ", "", False),
        ("quiz", "right: Tell", "wrong: Tell", True),
        ("story", "say: Keep it", "say: Keep the chat", True),
        ("story", "    end: {", "    finish: {", True),
        ("vote", "[No way, Yes indeed]", "[Yes indeed, No way]", True),
        ("quiz", "ask: And you?", "ask: And we?", False),
    ],
)
def test_the_fingerprint_of_a_step_follows_its_words_and_shape(step: str, old: str, new: str, changes: bool) -> None:
    text = SOURCE.replace("go: end", "go: finish") if "finish" in new else SOURCE
    assert old in text
    lesson = read_text(text.replace(old, new), "lesson.yaml").lesson
    assert isinstance(lesson, Lesson)
    assert (step_hash(lesson.step(step)) != step_hash(source().step(step))) is changes


def test_fingerprints_stay_the_same_from_one_version_of_the_program_to_the_next() -> None:
    assert step_hash(source().step("welcome")) == "b59a42"
    assert step_hash(source().step("sort")) == "60b879"


# --- Problems --------------------------------------------------------------------------------------


def said(tmp_path: Path, text: str) -> list[tuple[int, int, str, str]]:
    _, problems = overlay(tmp_path, text)
    return [(p.mark.line, p.mark.column, p.severity, p.code) for p in problems]


def test_problems_have_their_exact_place(tmp_path: Path) -> None:
    assert said(tmp_path, "steps:\n  wellcome: {title: Bonjour}\n") == [(4, 3, "warning", "unknown-step")]
    assert said(tmp_path, "steps:\n  welcome: {titel: Bonjour}\n") == [(4, 13, "error", "unknown-field")]
    assert said(tmp_path, "steps:\n  welcome: {minutes: 4}\n") == [(4, 13, "warning", "not-translatable")]
    assert said(tmp_path, "steps:\n  welcome: {title: [a, b]}\n") == [(4, 20, "error", "wrong-type")]
    assert said(tmp_path, "audience: élèves\n") == [(3, 1, "warning", "not-translatable")]
    assert said(tmp_path, "steps:\n  welcome: {title: A}\n  welcome: {title: B}\n") == [
        (5, 3, "error", "duplicate-key")
    ]
    _, (problem,) = overlay(tmp_path, "steps:\n  wellcome: {title: Bonjour}\n")
    assert 'Did you mean "welcome"?' in str(problem)
    assert "wellcome: {title: Bonjour}\n" in str(problem)


def test_a_step_with_an_error_stays_as_it_is(tmp_path: Path) -> None:
    read, problems = overlay(
        tmp_path, "steps:\n  ours: {rules: [J'écoute, {}, On peut passer]}\n  rest: {text: Respire}\n"
    )
    assert problems
    lesson, due = apply(source(), read)
    assert lesson.step("ours") == source().step("ours")
    assert Due("ours", "unread") in due
    assert lesson.step("rest").text == "Respire"  # type: ignore[attr-defined]


def test_a_field_that_stays_as_it_is_spoils_nothing(tmp_path: Path) -> None:
    read, _ = overlay(tmp_path, "steps: {welcome: {kind: slide, title: Bonjour}}")
    assert apply(source(), read)[0].step("welcome").title == "Bonjour"


@pytest.mark.parametrize(
    "text", ["", "- a", "translates: kind-words\n", "translates: other\nlanguage: fr\n", "\0", "a: [", "language: fr"]
)
def test_what_is_no_translation_of_this_lesson_changes_nothing(tmp_path: Path, text: str) -> None:
    path = tmp_path / "lesson.fr.yaml"
    path.write_text(text, "utf-8")
    read, problems = read_overlay(path, source())
    assert problems
    assert apply(source(), read)[0] == source()


def test_a_translation_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert read_overlay(tmp_path / "lesson.fr.yaml", source())[1][0].code == "unreadable"
    assert read_overlay(tmp_path, source())[1][0].code == "unreadable"


def test_languages_are_those_of_the_overlays_in_the_folder(tmp_path: Path) -> None:
    for name in ("lesson.yaml", "lesson.fr.yaml", "lesson.pt-BR.yaml", "lesson.old.copy.yaml", "notes.fr.yaml"):
        (tmp_path / name).write_text("", "utf-8")
    assert languages(tmp_path) == ["fr", "pt-BR"]
    assert languages(tmp_path / "none") == []


# --- Whatever is given -----------------------------------------------------------------------------


def french_of(text: str) -> str:
    who, colon, words = text.partition(": ")
    return f"{who}: Fr {words}" if colon else f"Fr {text}"


def french(lesson: Lesson) -> dict[str, Any]:
    """A whole translation of a lesson, as an overlay would hold it."""
    words = _french_record(lesson)
    words["steps"] = {step.id: {"checked": step_hash(step), **_french_record(step)} for step in lesson.steps}
    return words


def _french_record(record: Record) -> dict[str, Any]:
    known = {path[0] for path, _ in texts(record) if path[0] != "steps"}
    return {name: _french_value(name, getattr(record, name)) for name in record._names if name in known}


def _french_value(name: str, value: Any) -> Any:
    if isinstance(value, Record):
        return _french_record(value)
    if isinstance(value, str):
        return french_of(value)
    if isinstance(value, tuple):
        if hasattr(value, "by"):
            return french_of(f"{value.by}: {value.text}" if value.by else value.text)
        return [_french_value(name, item) for item in value]
    by_name = name in ("cards", "media")
    told = {key if by_name else french_of(key): _french_value(name, item) for key, item in value.items()}
    return {key: item for key, item in told.items() if item != {}}  # a sheet without words has nothing to translate


def skeleton(value: Any) -> Any:
    """All of a record but the words that may be translated."""
    words = {path for path, _ in texts(value)}

    def strip(value: Any, path: tuple[Any, ...]) -> Any:
        if path in words:
            return bool(value)
        if isinstance(value, Record):
            return type(value), {name: strip(getattr(value, name), (*path, name)) for name in value._names}
        if isinstance(value, tuple) and not hasattr(value, "low") and not hasattr(value, "width"):
            ids = [getattr(item, "id", index) for index, item in enumerate(value)]
            return [strip(item, (*path, key)) for key, item in zip(ids, value, strict=True)]
        if hasattr(value, "items"):
            named = path[-1] in ("cards", "media")
            keys = list(value) if named else list(range(len(value)))
            return [(key, strip(item, (*path, key))) for key, item in zip(keys, value.values(), strict=True)]
        return value

    return strip(dataclasses.replace(value, language=""), ())


def places_in(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in an overlay's words where something can go wrong."""
    found = [path] if path else []
    if isinstance(value, dict):
        found += [place for key, item in value.items() for place in places_in(item, (*path, key))]
    elif isinstance(value, list):
        found += [place for index, item in enumerate(value) for place in places_in(item, (*path, index))]
    return found


junk = st.none() | st.text(max_size=8) | st.lists(st.text(max_size=4), max_size=3) | st.builds(lambda: {"a": "b"})


def damage(words: dict[str, Any], data: st.DataObject, changes: list[str]) -> None:
    """Change an overlay's words at one place."""
    place = data.draw(st.sampled_from(places_in(words)))
    holder: Any = words
    for part in place[:-1]:
        holder = holder[part]
    change = data.draw(st.sampled_from(changes))
    if change == "junk":
        holder[place[-1]] = data.draw(junk)
    elif change == "drop":
        del holder[place[-1]]
    elif isinstance(holder, list):
        holder.append(copy.deepcopy(holder[place[-1]]))


@given(data=st.data(), times=st.integers(1, 4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
def test_no_overlay_whatever_changes_more_than_words(tmp_path: Path, data: st.DataObject, times: int) -> None:
    lesson = source()
    words = french(lesson)
    for _ in range(times):
        damage(words, data, ["drop", "junk", "double"])
    read, _ = overlay(tmp_path, yaml.safe_dump(words, sort_keys=False, allow_unicode=True))
    result, due = apply(lesson, read)
    assert skeleton(result) == skeleton(lesson)
    for old, new in zip(lesson.steps, result.steps, strict=True):
        if {d.why for d in due if d.step == old.id} & {"shape", "unread", "untranslated"}:
            assert new == old


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
def test_a_word_too_many_or_too_few_never_puts_another_elsewhere(tmp_path: Path, data: st.DataObject) -> None:
    words = french(source())
    damage(words, data, ["drop", "double"])
    read, _ = overlay(tmp_path, yaml.safe_dump(words, sort_keys=False, allow_unicode=True))
    result, _ = apply(source(), read)
    for (path, old), (same, new) in zip(texts(source()), texts(result), strict=True):
        assert path == same
        assert new in (old, french_of(old))


@given(text=st.text(max_size=200) | st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_whatever_are_a_traceback(tmp_path: Path, text: str | bytes) -> None:
    path = tmp_path / "lesson.fr.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    read, _ = read_overlay(path, source())
    assert skeleton(apply(source(), read)[0]) == skeleton(source())


@pytest.mark.parametrize(
    "folder", [path.parent for path in sorted(LESSONS.glob("*/lesson.yaml"))], ids=lambda p: p.name
)
def test_a_packaged_lesson_can_be_translated_whole(tmp_path: Path, folder: Path) -> None:
    lesson = read(folder).lesson
    assert isinstance(lesson, Lesson)
    path = tmp_path / "lesson.fr.yaml"
    head = {"translates": lesson.id, "language": "fr"}
    path.write_text(yaml.safe_dump({**head, **french(lesson)}, allow_unicode=True, sort_keys=False), "utf-8")
    overlay, problems = read_overlay(path, lesson)
    assert [str(p) for p in problems if p.severity == "error"] == []
    result, due = apply(lesson, overlay)
    assert due == []
    assert skeleton(result) == skeleton(lesson)
    for language in languages(folder):
        read_overlay_there, problems = read_overlay(folder / f"lesson.{language}.yaml", lesson)
        assert [str(p) for p in problems if p.severity == "error"] == []
        assert read_overlay_there.language == language
