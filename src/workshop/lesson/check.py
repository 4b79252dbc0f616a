"""Whether a lesson is safe for a child and fit for a class. Rules: the design's "A lesson must be safe"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workshop.lesson.facts import look_at_facts
from workshop.lesson.model import CARD_MEDIA, KINDS, Lesson, Rules, Scenario, Slide, Step, Unit
from workshop.lesson.model import Help as HelpStep
from workshop.lesson.nodes import Marks, Path
from workshop.lesson.problems import Problem
from workshop.lesson.readability import look_at_reading, word_count
from workshop.lesson.reader import Reading
from workshop.lesson.rules import CLASS, checks_for
from workshop.lesson.scenario_graph import explore, is_empty
from workshop.lesson.sheets import look_at_files, look_at_sheets
from workshop.lesson.wording import look_at_words, words_of

NEAR_THE_START = 3  # the ground rules are among so many first steps


class NotShown(NamedTuple):
    """A field that the format has and the class's picture doesn't show, on these kinds of steps."""

    field: str
    kinds: tuple[str, ...]
    message: str
    hint: str


NOT_SHOWN = (
    NotShown(
        "play", ("slide",),
        "This version of Workshop can't play sounds and films.",
        "Say in the notes how to show it, such as with the computer's own player.",
    ),
    NotShown(
        "background", tuple(kind for kind in KINDS if kind != "slide"),
        "Only a slide shows a background of its own.",
        "Leave it out here, or set it on a slide before this step.",
    ),
    NotShown(
        "image", ("rules", "quiz", "sort", "match", "observe"),
        "This kind of step has no room for another picture.",
        "Show the picture on a slide before this step.",
    ),
)  # fmt: skip


def check(lesson: Lesson | Unit, reading: Reading) -> list[Problem]:
    """What a facilitator should know before teaching a lesson that was read; errors are what no class should meet."""
    marks = reading.marks
    if isinstance(lesson, Unit):
        return list(_minutes_of_parts(lesson, marks))
    found = [
        *_safety_frame(lesson, marks),
        *_ways_out(lesson, marks),
        *_minutes(lesson, marks),
        *_unused_media(lesson, marks),
        *look_at_files(lesson, marks, reading.folder),
        *_without_captions(lesson, marks),
        *_not_shown(lesson, marks),
        *_folder_name(lesson, reading),
        *check_text(lesson, reading, lesson.language),
    ]
    for index, step in enumerate(lesson.steps):
        if isinstance(step, Scenario):
            found.extend(_scenario(step, ("steps", index), marks))
    return sorted(found, key=lambda problem: problem.mark[:2])


def check_text(lesson: Lesson, reading: Reading, own: str) -> list[Problem]:
    """What to look at in the words of a lesson, or of a translation of it: `own` is the lesson's own language."""
    marks = reading.marks
    found = [
        *look_at_words(lesson, marks),
        *look_at_facts(lesson, marks),
        *look_at_reading(lesson, marks),
        *_full_slides(lesson, marks),
    ]
    return found if reading.folder is None else [*found, *look_at_sheets(lesson, marks, reading.folder, own)]


def _safety_frame(lesson: Lesson, marks: Marks) -> Iterator[Problem]:
    """Rule 2: a pupil lesson has its ground rules near the start and ends with help."""
    if lesson.audience != "pupils":
        return
    seen = [(index, step) for index, step in enumerate(lesson.steps) if not step.hidden]
    rules = [place for place, (_, step) in enumerate(seen) if isinstance(step, Rules) and _for_everyone(step, lesson)]
    if not rules:
        hint = "Add a step such as {id: rules, kind: rules} at the start."
        yield marks.problem(("steps",), "no-rules", "A pupil lesson needs the ground rules near its start.", hint)
    elif rules[0] >= NEAR_THE_START:
        path = ("steps", seen[rules[0]][0])
        yield marks.problem(path, "rules-late", "The ground rules come late.", "Move this step among the first three.")
    helps = [
        place for place, (_, step) in enumerate(seen) if isinstance(step, HelpStep) and _for_everyone(step, lesson)
    ]
    if not helps:
        hint = "Add a step such as {id: where, kind: help} at the end."
        yield marks.problem(("steps",), "no-help", "A pupil lesson must end with a help step.", hint)
    elif helps[-1] != len(seen) - 1:
        hint = "Move this step before it."
        path = ("steps", seen[helps[-1] + 1][0])
        yield marks.problem(path, "help-not-last", "A pupil lesson ends with its help step.", hint)


def _for_everyone(step: Step, lesson: Lesson) -> bool:
    """Whether no pupil of the lesson can miss the step."""
    all_ages = step.ages is None or (
        lesson.ages is not None and step.ages.low <= lesson.ages.low and lesson.ages.high <= step.ages.high
    )
    return not step.optional and all_ages and step.audience in ("", lesson.audience)


def _ways_out(lesson: Lesson, marks: Marks) -> Iterator[Problem]:
    """Nobody has to speak, and everybody learns where help is."""
    checks = checks_for(lesson.language)
    heard = [words.text for words in words_of(lesson, marks) if words.role in CLASS]
    own_rules = any(isinstance(step, Rules) and step.rules for step in lesson.steps)
    if lesson.audience == "pupils" and checks and own_rules and not any(map(checks.passing.search, heard)):
        hint = 'Add a rule such as "We can pass, any time."'
        yield marks.problem(("steps",), "no-pass", "Nothing tells the class that they can pass.", hint, "warning")
    helps = [(index, step) for index, step in enumerate(lesson.steps) if isinstance(step, HelpStep)]
    if lesson.audience == "families" and not helps:
        hint = "Add a step such as {id: where, kind: help} at the end."
        yield marks.problem(("steps",), "no-way-to-help", "Nothing tells where help is.", hint, "warning")
    for index, step in helps:
        if step.services and "helpline" not in step.services:
            hint = "Add helpline to it, or leave the field out."
            path = ("steps", index, "services")
            yield marks.problem(path, "no-helpline", "Nobody to talk to stands among the services.", hint, "warning")


def _full_slides(lesson: Lesson, marks: Marks) -> Iterator[Problem]:
    checks = checks_for(lesson.language)
    for index, step in enumerate(lesson.steps):
        path = ("steps", index, "text")
        if checks is None or not isinstance(step, Slide) or marks.node(path) is None:
            continue
        words = word_count(f"{step.title} {step.text}")
        if words > checks.slide_words:
            message = f"The slide has {words} words, and {checks.slide_words} are the most that a class reads at once."
            yield marks.problem(path, "many-words", message, "Shorten it, or make it two slides.", "warning")


def _scenario(scenario: Scenario, path: Path, marks: Marks) -> Iterator[Problem]:
    found = explore(scenario)
    for name in found.dead_ends:
        hint = "Give it choices, or write ending: safe where help is found."
        yield marks.problem(
            (*path, "cards", name), "dead-end", f'The card "{name}" has no choices and no ending.', hint
        )
    for name in found.stranded:
        if name not in found.dead_ends:
            message = f'No way leads from the card "{name}" to a safe ending.'
            hint = "Add a choice through which help is found."
            yield marks.problem((*path, "cards", name), "no-safe-ending", message, hint)
    for name in found.unreachable:
        message = f'No choice leads to the card "{name}".'
        hint = "Lead a choice there, or leave the card out."
        yield marks.problem((*path, "cards", name), "unreachable-card", message, hint, "warning")
    for name, card in scenario.cards.items():
        if is_empty(card):
            yield marks.problem((*path, "cards", name), "empty-card", f'The card "{name}" shows nothing.',
                                "Give it a text or a chat.", "warning")  # fmt: skip


def _minutes(lesson: Lesson, marks: Marks) -> Iterator[Problem]:
    """The steps' minutes must be able to add up to the lesson's; a step without minutes may take any time."""
    if lesson.minutes is None:
        return
    seen = [step for step in lesson.steps if not step.hidden]
    always = sum(step.minutes or 0 for step in seen if _for_everyone(step, lesson))
    most = sum(step.minutes or 0 for step in seen)
    if always > lesson.minutes:
        message = f"The steps take {always} minutes, and the lesson {lesson.minutes}."
        yield marks.problem(("minutes",), "minutes-differ", message, "Shorten a step or change this.", "warning")
    elif most < lesson.minutes and seen and all(step.minutes is not None for step in seen):
        message = f"The steps take only {most} minutes, and the lesson {lesson.minutes}."
        yield marks.problem(("minutes",), "minutes-differ", message, "Lengthen a step or change this.", "warning")


def _minutes_of_parts(unit: Unit, marks: Marks) -> Iterator[Problem]:
    """Stations side by side take as long as their part says, or one after the other where it doesn't."""
    known = [part.minutes or sum(station.minutes or 0 for station in part.stations) for part in unit.parts]
    if unit.minutes is not None and all(known) and sum(known) != unit.minutes:
        message = f"The parts take {sum(known)} minutes, and the unit {unit.minutes}."
        yield marks.problem(("minutes",), "minutes-differ", message, "Change a part's minutes or this.", "warning")


def _unused_media(lesson: Lesson, marks: Marks) -> Iterator[Problem]:
    used = set(CARD_MEDIA)
    for step in lesson.steps:
        used.update((step.image, step.background, getattr(step, "play", ""), getattr(step, "picture", "")))
        used.update(step.handout)
    for name in lesson.media:
        if name not in used:
            hint = "Show it in a step, or leave it out."
            yield marks.problem(("media", name), "unused-media", f'No step uses "{name}".', hint, "warning")


def _without_captions(lesson: Lesson, marks: Marks) -> Iterator[Problem]:
    for index, step in enumerate(lesson.steps):
        medium = lesson.media.get(step.play) if isinstance(step, Slide) and step.play else None
        if medium is not None and not medium.captions:
            hint = "Add captions: and a .vtt file to it under media."
            message = f'"{step.play}" has no captions.'  # type: ignore[attr-defined]
            yield marks.problem(("steps", index, "play"), "no-captions", message, hint, "warning")


def _not_shown(lesson: Lesson, marks: Marks) -> Iterator[Problem]:
    for index, step in enumerate(lesson.steps):
        for field, kinds, message, hint in NOT_SHOWN:
            if step.kind in kinds and getattr(step, field):
                yield marks.problem(("steps", index, field), "not-shown", message, hint, "warning")


def _folder_name(lesson: Lesson, reading: Reading) -> Iterator[Problem]:
    name = reading.folder.resolve().name if reading.folder is not None else lesson.id
    if name != lesson.id:
        hint = f'Call the folder "{lesson.id}", or write id: and its name.'
        message = f'The lesson is "{lesson.id}" and its folder "{name}".'
        yield reading.marks.problem(("id",), "folder-name", message, hint, "warning")
