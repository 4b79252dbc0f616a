"""What a lesson in one language is looked at for: resources/checks/LANGUAGE.json, patterns compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from workshop.paths import RESOURCES

CLASS = ("slide", "say", "prompt", "scenario", "feedback")  # what a class reads or hears
EVERYTHING = (*CLASS, "card", "notes", "sheet", "header")
_GROUPS = {"class": CLASS, "everything": EVERYTHING}
_SENTENCE_END = re.compile(r"[.!?…\n]")


class Rule(NamedTuple):
    """A pattern that some texts should not hold. `places` are roles of texts, `unless` excuses a sentence."""

    code: str
    places: frozenset[str]
    audiences: tuple[str, ...]
    sensitive: bool  # only in lessons that are
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    message: str
    hint: str

    def finds(self, text: str) -> str:
        """The first words of a text that the rule asks about; "" where there are none, or each is excused."""
        for found in self.pattern.finditer(text):
            if self.unless is None or not self.unless.search(_sentence(text, found)):
                return found[0]
        return ""


class Checks(NamedTuple):
    """All that is known of a language. Patterns say how it tells of passing, figures, claims and a missing date."""

    rules: tuple[Rule, ...]
    passing: re.Pattern[str]
    figure: re.Pattern[str]
    claim: re.Pattern[str]
    undated: re.Pattern[str]
    most: Mapping[int, int]  # the highest LIX by age
    words: int  # the fewest words of a text whose LIX tells anything
    slide_words: int

    def most_for(self, age: int) -> int:
        """The highest LIX that suits pupils of that age."""
        return self.most[max((known for known in self.most if known <= age), default=min(self.most))]


@cache
def checks_for(language: str) -> Checks | None:
    """What is known of a language; None where nobody has written it."""
    import json  # late: only a check needs it

    file = RESOURCES / "checks" / f"{language.partition('-')[0]}.json"
    if not file.is_file():
        return None
    told = json.loads(file.read_text("utf-8"))
    reading = told["reading"]
    return Checks(
        rules=tuple(_rules(told["rules"])),
        passing=_compiled(told["pass"]),
        figure=_compiled(told["figure"]),
        claim=_compiled(told["claim"]),
        undated=_compiled(told["undated"]),
        most={int(age): most for age, most in reading["most"].items()},
        words=reading["words"],
        slide_words=told["slide_words"],
    )


def _rules(told: list[dict[str, Any]]) -> Iterator[Rule]:
    for rule in told:
        places = frozenset(place for name in rule["where"] for place in _GROUPS.get(name, (name,)))
        unless = _compiled(rule["unless"]) if "unless" in rule else None
        audiences = tuple(rule.get("audiences", ("pupils",)))
        sensitive = bool(rule.get("sensitive"))
        pattern = _compiled(rule["pattern"])
        yield Rule(rule["code"], places, audiences, sensitive, pattern, unless, rule["message"], rule["hint"])


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _sentence(text: str, found: re.Match[str]) -> str:
    """The sentence around a match."""
    start = max((end.end() for end in _SENTENCE_END.finditer(text, 0, found.start())), default=0)
    after = _SENTENCE_END.search(text, found.end())
    return text[start : after.start() if after else len(text)]
