"""What `workshop check` says of a lesson's translations, by the rules of their own language."""

from __future__ import annotations

from pathlib import Path

from workshop.lesson.check import check_text
from workshop.lesson.explained import explain
from workshop.lesson.model import Lesson
from workshop.lesson.nodes import Marks
from workshop.lesson.overlay_marks import overlay_marks
from workshop.lesson.problems import Problem
from workshop.lesson.reader import Reading
from workshop.lesson.translate import Due, apply, languages, read_overlay, step_hash
from workshop.stage.fit import fit_problems

_WHY = {
    "changed": 'The step "{step}" was changed after its translation was looked over.',
    "unchecked": 'Nobody has looked over the translation of "{step}".',
    "shape": "The translation of \"{step}\" doesn't fit the step any more, so the class reads the lesson's own words.",
    "untranslated": 'The step "{step}" is not translated.',
}


def translation_problems(lesson: Lesson, folder: Path) -> list[Problem]:
    """What is amiss with every overlay in a lesson's folder, one after the other."""
    return [problem for language in languages(folder) for problem in _overlay(lesson, folder, language)]


def _overlay(lesson: Lesson, folder: Path, language: str) -> list[Problem]:
    path = folder / f"lesson.{language}.yaml"
    overlay, found = read_overlay(path, lesson)
    marks = overlay_marks(path, lesson)
    if marks is None or overlay.lesson is None:
        return found
    translated, due = apply(lesson, overlay)
    found += [problem for part in due for problem in _due(part, lesson, marks)]
    reading = Reading(translated, [], marks.source.text, marks, folder)
    found += check_text(translated, reading, lesson.language)
    found += fit_problems(translated, reading)
    return sorted(explain(found, marks), key=lambda problem: problem.mark[:2])


def _due(part: Due, lesson: Lesson, marks: Marks) -> list[Problem]:
    """Nothing for words that could not be read: their own problem says more."""
    if part.why not in _WHY:
        return []
    if not part.step:
        message = f"The translation of \"{part.field}\" doesn't fit the lesson's."
        hint = "Give as many as the lesson has."
        return [marks.problem((part.field,), "translation-due", message, hint, "warning")]
    index = next(number for number, step in enumerate(lesson.steps) if step.id == part.step)
    fingerprint = step_hash(lesson.steps[index])
    looked = f"Look over it, then write checked: {fingerprint}"
    hint = {"shape": "Give it the step's shape.", "untranslated": "Translate it."}.get(part.why, f"{looked}.")
    message = _WHY[part.why].format(step=part.step)
    return [marks.problem(("steps", index), "translation-due", message, hint, "warning")]
