"""Short phrases about lessons, for the eye and for a screen reader."""

from __future__ import annotations

from workshop.lesson.library import Entry
from workshop.ui.home import Resume
from workshop.ui.kinds import label

AUDIENCES = {"pupils": "Pupils", "families": "Families", "staff": "Staff"}


def ages(entry: Entry) -> str:
    """ "11–13", or whom it is for where no age is given."""
    if not entry.ages_high:
        return AUDIENCES.get(entry.audience, "All ages")
    if entry.ages_low == entry.ages_high:
        return str(entry.ages_low)
    return f"{entry.ages_low}–{entry.ages_high}"


def minutes(count: int | None) -> str:
    return f"{count} min" if count else ""


def call(entry: Entry, resume: Resume | None) -> str:
    """What opening the card leads to."""
    if entry.problem:
        return "See what is amiss"
    if resume is not None and resume.folder == entry.folder:
        return f"Resume at step {resume.step_number} of {resume.steps}"
    return "Start"


def spoken(entry: Entry, resume: Resume | None) -> str:
    """A card as one sentence: title, ages, minutes, what Enter does."""
    if entry.problem:
        return f"{entry.title}. This lesson can't be read. {call(entry, resume)}."
    told = [entry.title]
    if entry.ages_high:
        told.append(f"ages {entry.ages_low} to {entry.ages_high}")
    if entry.audience != "pupils":
        told.append(f"for {entry.audience}")
    if entry.minutes:
        told.append(f"{entry.minutes} minutes")
    return f"{', '.join(told)}. {call(entry, resume)}."


def inside(entry: Entry) -> str:
    """The kinds of its steps in words: "Inside: Our rules, Story, Quiz"."""
    names = dict.fromkeys(label(kind, entry.language) for kind in entry.kinds)
    return f"Inside: {', '.join(names)}" if names else ""
