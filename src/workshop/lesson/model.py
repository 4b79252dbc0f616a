"""The lesson format, declared once: `lesson/1` and `unit/1`. The kinds of steps are declared in steps.py.

The reader, the JSON Schema, the reference page and the editor's forms come from these declarations,
so a new field is one line here or there. Source of the fields: the lesson format, version 1 (docs/format.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workshop.lesson.fields import (
    AgeRange,
    Many,
    Nested,
    OneOf,
    Slug,
    Steps,
    Table,
    Text,
    Whole,
    YesNo,
    field,
)
from workshop.lesson.records import Record, record
from workshop.lesson.steps import (
    AUDIENCES,
    EMPTY,
    Activity,
    Answer,
    Calm,
    Card,
    Choice,
    Discuss,
    Fill,
    Help,
    Match,
    Observe,
    Order,
    Phase,
    Poll,
    Quiz,
    Reflect,
    Rules,
    Scenario,
    Slide,
    Sort,
    Spot,
    Step,
)
from workshop.lesson.values import Ages

__all__ = [
    "AUDIENCES",
    "CARD_MEDIA",
    "KINDS",
    "Activity",
    "Answer",
    "BasedOn",
    "Calm",
    "Card",
    "Choice",
    "Discuss",
    "Fill",
    "Help",
    "Lesson",
    "Match",
    "Media",
    "Observe",
    "Order",
    "Part",
    "Phase",
    "Poll",
    "Quiz",
    "Reflect",
    "Rules",
    "Scenario",
    "Slide",
    "Sort",
    "Source",
    "Spot",
    "Station",
    "Step",
    "Unit",
]

CARD_MEDIA = ("card", "cover")  # the media that the library's card shows, the first that there is


@record
class Source(Record):
    title: str = field(Text(plain=True), "Title", "What the source is called.")
    url: str = field(
        Text(plain=True), "Address", "Where it was found. Never opened by the program.", default="", translate=False
    )
    date: str = field(
        Text(plain=True), "Date", "When it was published or read, as written there.", default="", translate=False
    )


@record
class BasedOn(Record):
    id: str = field(Slug("lesson"), "Lesson", "The lesson that this one was copied from.")
    version: str = field(Text(plain=True), "Version", "Its version when it was copied.", translate=False)
    sha256: str = field(
        Text(plain=True), "Fingerprint", "The fingerprint of its text when it was copied.", default="", translate=False
    )


@record
class Media(Record):
    file: str = field(
        Text(plain=True), "File", "A path inside the lesson's folder, such as media/mask.svg.", translate=False
    )
    alt: str = field(
        Text(plain=True), "Alternative text", "What is to be seen, for someone who can't see it.", default=""
    )
    decorative: bool = field(YesNo(), "Decorative", "True where the picture tells nothing.", default=False)
    captions: str = field(
        Text(plain=True), "Captions", "A .vtt file with the words of a sound or film.", default="", translate=False
    )
    credit: str = field(Text(plain=True), "Credit", "Who made it, and its licence.", default="")


KINDS: Mapping[str, type[Step]] = MappingProxyType(
    {
        "slide": Slide,
        "rules": Rules,
        "discuss": Discuss,
        "scenario": Scenario,
        "poll": Poll,
        "quiz": Quiz,
        "sort": Sort,
        "match": Match,
        "order": Order,
        "fill": Fill,
        "observe": Observe,
        "activity": Activity,
        "reflect": Reflect,
        "calm": Calm,
        "help": Help,
    }
)


@record
class Lesson(Record):
    format: str = field(OneOf(("lesson/1",)), "Format", "Always lesson/1.")
    id: str = field(Slug(), "Identifier", "The lesson's short name; also its folder's.")
    version: str = field(Text(plain=True), "Version", "Such as 1.0.0; raise it with every change.", translate=False)
    language: str = field(Text(plain=True), "Language", "The language of the text, such as en.", translate=False)
    title: str = field(Text(limit=40), "Title", "The lesson's name.")
    summary: str = field(Text(limit=200), "Summary", "One or two sentences about it.", default="")
    audience: str = field(OneOf(AUDIENCES), "Audience", "Who it is for.", default="pupils")
    ages: Ages | None = field(AgeRange(), "Ages", "Such as 11-13.", default=None)
    minutes: int | None = field(Whole(1, 600), "Minutes", "How long the whole lesson takes.", default=None)
    goals: tuple[str, ...] = field(
        Many(Text(limit=120)), "Goals", "What a pupil can do afterwards: I can …", default=()
    )
    sensitive: bool = field(
        YesNo(), "Sensitive", "True shows “You can pass” and the way to help on every step.", default=False
    )
    flags: tuple[str, ...] = field(
        Many(Text(plain=True)), "Content flags", "What a facilitator should know beforehand.", default=()
    )
    supervision: str = field(
        Text(lines=True), "Supervision", "Who should be present or reachable.", default="", private=True
    )
    deliver_by: str = field(Text(), "Delivered by", "Who should teach it.", default="", private=True)
    needs: tuple[str, ...] = field(Many(Slug("lesson")), "Needs", "Lessons to have done first.", default=())
    materials: tuple[str, ...] = field(Many(Text()), "Materials", "What to bring.", default=())
    keywords: Mapping[str, str] = field(Table(Text()), "Keywords", "Terms and what they mean.", default=EMPTY)
    curriculum: tuple[str, ...] = field(
        Many(Text(plain=True)), "Curriculum", "Tags of the frameworks it serves.", default=(), translate=False
    )
    licence: str = field(Text(plain=True), "Licence", "Such as CC BY 4.0.", default="", translate=False)
    authors: tuple[str, ...] = field(Many(Text(plain=True)), "Authors", "Who wrote it.", default=(), translate=False)
    sources: tuple[Source, ...] = field(
        Many(Nested(Source)), "Sources", "Where its facts come from, with dates.", default=()
    )
    based_on: BasedOn | None = field(
        Nested(BasedOn), "Based on", "The lesson that this one was copied from.", default=None
    )
    media: Mapping[str, Media] = field(
        Table(Nested(Media), slugs=True), "Media", "Pictures, sounds and sheets, by name.", default=EMPTY
    )
    steps: tuple[Step, ...] = field(Steps(), "Steps", "What happens, in order.")

    def step(self, step_id: str) -> Step:
        """The step of that id. Raises KeyError where there is none."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)


@record
class Station(Record):
    """A lesson, or some of its steps."""

    lesson: str = field(Slug("lesson"), "Lesson", "A lesson by its id.", default="")
    steps: tuple[str, ...] = field(Many(Slug()), "Steps", "Only these steps of it.", default=())
    title: str = field(Text(limit=40), "Title", "What this part is called.", default="")
    minutes: int | None = field(Whole(1, 600), "Minutes", "How long it takes.", default=None)


@record
class Part(Station):
    """A part of a unit: a lesson, some of its steps, or stations side by side."""

    stations: tuple[Station, ...] = field(
        Many(Nested(Station)), "Stations", "Lessons side by side, through which groups rotate.", default=()
    )


@record
class Unit(Record):
    """Lessons, or chosen steps of them, in order or side by side as stations."""

    format: str = field(OneOf(("unit/1",)), "Format", "Always unit/1.")
    id: str = field(Slug(), "Identifier", "The unit's short name; also its folder's.")
    version: str = field(Text(plain=True), "Version", "Such as 1.0.0.", translate=False)
    language: str = field(Text(plain=True), "Language", "The language of the text, such as en.", translate=False)
    title: str = field(Text(limit=40), "Title", "The unit's name.")
    summary: str = field(Text(limit=200), "Summary", "One or two sentences about it.", default="")
    audience: str = field(OneOf(AUDIENCES), "Audience", "Who it is for.", default="pupils")
    ages: Ages | None = field(AgeRange(), "Ages", "Such as 11-15.", default=None)
    minutes: int | None = field(Whole(1, 600), "Minutes", "How long the whole unit takes.", default=None)
    licence: str = field(Text(plain=True), "Licence", "Such as CC BY 4.0.", default="", translate=False)
    authors: tuple[str, ...] = field(Many(Text(plain=True)), "Authors", "Who wrote it.", default=(), translate=False)
    parts: tuple[Part, ...] = field(Many(Nested(Part), least=1), "Parts", "Lessons or stations, in order.")
