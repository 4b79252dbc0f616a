"""How hard a lesson's words are to read: LIX, which counts words, sentences and long words, in any language.

Source of the measure: C. H. Björnsson, Läsbarhet, 1968. What suits an age stands with its origin in resources/checks.
It knows nothing of what a text means: a low figure is no proof that children understand it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workshop.lesson.model import Lesson
from workshop.lesson.nodes import Marks
from workshop.lesson.problems import Problem
from workshop.lesson.rules import CLASS, checks_for
from workshop.lesson.wording import words_of

LONG = 6  # letters; a longer word is a long one

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_END = re.compile(r"[.!?…:;](?=[\s\"'”’»)*]|$)|\n")
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu)['’](?=\w)", re.IGNORECASE)  # French l'ami is two words


def word_count(text: str) -> int:
    return len(_WORD.findall(text))


def lix(texts: Iterable[str]) -> float:
    """Words in a sentence, and the percentage of long words. A line or item of a list is a sentence too."""
    words = sentences = long = 0
    for text in texts:
        for sentence in _END.split(_ELISION.sub(" ", text)):
            found = _WORD.findall(sentence)
            words += len(found)
            sentences += bool(found)
            long += sum(len(word.replace("’", "").replace("'", "")) > LONG for word in found)
    return words / sentences + 100 * long / words if words else 0.0


def look_at_reading(lesson: Lesson, marks: Marks) -> Iterator[Problem]:
    """Warnings about texts for pupils, and about a whole lesson, that are harder to read than suits the youngest."""
    checks = checks_for(lesson.language)
    if checks is None or lesson.ages is None or lesson.audience != "pupils":
        return
    heard = [words for words in words_of(lesson, marks) if words.role in CLASS]
    for words in heard:
        step = lesson.steps[int(words.path[1])] if words.path[0] == "steps" else None
        age = step.ages.low if step is not None and step.ages is not None else lesson.ages.low
        level = lix([words.text])
        if word_count(words.text) >= checks.words and level > checks.most_for(age):
            yield _hard(marks, words.path, "This text", level, checks.most_for(age), age)
    whole = lix(words.text for words in heard)
    if whole > checks.most_for(lesson.ages.low):
        yield _hard(marks, ("ages",), "The lesson", whole, checks.most_for(lesson.ages.low), lesson.ages.low)


def _hard(marks: Marks, path: tuple[str | int, ...], what: str, level: float, most: int, age: int) -> Problem:
    message = f"{what} reads harder than suits age {age} (LIX {level:.0f}, and {most} is the most)."
    return marks.problem(path, "reading-level", message, "Use shorter sentences and shorter words.", "warning")
