"""What a facilitator goes through before a lesson: plain facts about a lesson, without widgets.

That a country's numbers were checked is remembered with its day. All else is asked each time, and kept nowhere: who
had the briefing may not be who teaches today, and a tick at "affected pupils" would say something about a class.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from workshop.lesson.model import Activity, Lesson

YEAR = timedelta(days=365)
AGES = range(4, 19)  # years: whom a class is made of
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class Item(NamedTuple):
    """One line to tick. `kept`: the name under which its day is remembered, for twelve months; "" for asked each time.

    One that isn't `open` can't be ticked now; its hint says what to do first.
    """

    id: str
    text: str
    hint: str = ""
    kept: str = ""
    open: bool = True


class Lead(NamedTuple):
    """The school's safeguarding lead; what isn't set is ""."""

    name: str = ""
    phone: str = ""


class Shown(NamedTuple):
    """Whose numbers the help card shows: a code of the help directory and the country's name, "" where none is set.

    `stale` is how many of its entries nobody has looked at for twelve months.
    """

    code: str = ""
    country: str = ""
    stale: int = 0


class Facts(NamedTuple):
    """Words of a lesson under a small heading."""

    head: str
    lines: tuple[str, ...]


def items(lesson: Lesson, lead: Lead, shown: Shown) -> tuple[Item, ...]:
    """The checklist of a lesson. One for staff asks for less: no pupil is in the room."""
    reach = Item("lead", "The safeguarding lead can be reached today", _lead(lead))
    numbers = _numbers(shown)
    briefing = Item("briefing", "I had the educator briefing", "What to do when a child tells.")
    second = Item("second", "A second adult is in the room, or close by", "Free to walk out with somebody.")
    if lesson.audience == "staff":
        return (reach, numbers)
    if lesson.audience == "families":
        affected = Item("affected", "I thought of families who may be affected", "And know whom to send them to.")
        return (reach, affected, briefing, numbers, second)
    parents = Item("parents", "Parents and carers know about this lesson")
    affected = Item(
        "affected",
        "I thought of pupils who may be affected",
        "The lead knows, and they know how they can step out. Write no names anywhere.",
    )
    return (reach, parents, affected, briefing, numbers, second)


def _lead(lead: Lead) -> str:
    told = ", ".join(part for part in lead if part)
    return told or "Nobody is set on this computer. Have the name and number at hand."


def _numbers(shown: Shown) -> Item:
    """Each country's numbers are checked for themselves; without a country there are none to check."""
    text = "The help card’s numbers were checked this year"
    if not shown.code:
        hint = "No country is set, so there are no numbers to check. Press Help card and choose one first."
        return Item("directory", text, hint, open=False)
    hint = f"{shown.country}. Press Help card to see them."
    if shown.stale:
        what = "1 entry wasn’t" if shown.stale == 1 else f"{shown.stale} entries weren’t"
        hint = f"{shown.country}: {what} checked for over 12 months. Press Help card to look at them."
    return Item("directory", text, hint, kept=f"directory:{shown.code}")


def still_holds(day: str, today: date) -> bool:
    """Whether what was done on that day, as "2026-09-01", needn't be done again yet. Unreadable days don't hold."""
    try:
        done = date.fromisoformat(day)
    except ValueError:
        return False
    return timedelta(0) <= today - done < YEAR


def done_on(day: str) -> str:
    """The day in words: "Done on 1 September 2026. It is asked again after a year"."""
    done = date.fromisoformat(day)
    return f"Done on {done.day} {_MONTHS[done.month - 1]} {done.year}. It is asked again after a year."


def remembered(done: Mapping[str, str], kept: str, ticked: bool, today: date) -> dict[str, str]:
    """`done`, the days by the name they are kept under, after one was ticked today, or not any more."""
    left = {name: day for name, day in done.items() if name != kept}
    return {**left, kept: today.isoformat()} if ticked else left


def about(lesson: Lesson, hidden: frozenset[str], title_of: Callable[[str], str]) -> tuple[Facts, ...]:
    """What to bring, what comes up, who is there, what comes first; what has no lines is left out.

    Steps that this school hides, ids in `hidden`, count for nothing.
    """
    steps = [step for step in lesson.steps if not step.hidden and step.id not in hidden]
    bring = [line for step in steps if isinstance(step, Activity) for line in step.materials]
    found = (
        Facts("What to bring", _once((*lesson.materials, *bring))),
        Facts("What comes up", _once((*lesson.flags, *(flag for step in steps for flag in step.flags)))),
        Facts("Who is there", (lesson.supervision,) if lesson.supervision else ()),
        Facts("Do these lessons first", tuple(title_of(name) for name in lesson.needs)),
    )
    return tuple(facts for facts in found if facts.lines)


def _once(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines without those that say the same again."""
    found: dict[str, str] = {}
    for line in lines:
        found.setdefault(line.strip().casefold(), line)
    return tuple(found.values())


def asks_age(lesson: Lesson) -> bool:
    """Whether it matters how old the class is."""
    return lesson.audience == "pupils" and bool(lesson.ages or any(step.ages for step in lesson.steps))


def is_outside(lesson: Lesson, age: int) -> bool:
    """True for a class of another age than the lesson is for; 0 is a class whose age wasn't told."""
    return bool(age and asks_age(lesson) and lesson.ages and not lesson.ages.low <= age <= lesson.ages.high)
