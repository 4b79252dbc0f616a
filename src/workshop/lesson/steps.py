"""The kinds of steps: what a lesson is made of, a line a field. `model.py` puts them together."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workshop.lesson.fields import (
    After,
    AgeRange,
    GroupSize,
    Many,
    Nested,
    OneOf,
    Region,
    Slug,
    SpokenLine,
    Table,
    Text,
    Whole,
    YesNo,
    field,
)
from workshop.lesson.records import Record, record
from workshop.lesson.values import HUES, Ages, Area, Spoken

AUDIENCES = ("pupils", "families", "staff")
EMPTY: Mapping[str, str] = MappingProxyType({})


@record
class Step(Record):
    """What every kind of step has. `minutes` is None where unknown, never 0."""

    id: str = field(Slug(), "Identifier", "A short name for this step, unique in the lesson: letters, digits, hyphens.")
    kind: str = field(Text(plain=True), "Kind", "What kind of step it is.", translate=False)
    title: str = field(Text(limit=70), "Title", "The large line at the top of the slide.", default="")
    minutes: int | None = field(Whole(1, 240), "Minutes", "How long it usually takes.", default=None)
    notes: str = field(
        Text(lines=True), "Notes", "For the facilitator alone; never shown to the class.", default="", private=True
    )
    say: str = field(Text(lines=True), "Say", "A line for the facilitator to read out.", default="", private=True)
    audience: str = field(OneOf(AUDIENCES), "Audience", "Who this step is for, if not the whole audience.", default="")
    ages: Ages | None = field(
        AgeRange(), "Ages", "The ages this step is for, if not all of the lesson's.", default=None
    )
    flags: tuple[str, ...] = field(
        Many(Text(plain=True)), "Content flags", "What a facilitator should know beforehand.", default=(), private=True
    )
    grouping: str = field(GroupSize(), "Grouping", "alone, pairs, groups of 4, or class.", default="")
    optional: bool = field(YesNo(), "Optional", "True where it can be left out when time is short.", default=False)
    hidden: bool = field(YesNo(), "Hidden", "True keeps the step out of the lesson.", default=False)
    split: bool = field(YesNo(), "May stop here", "True where this is a good place to stop for today.", default=False)
    see: str = field(Slug("step"), "See", "An earlier step that this one comes back to.", default="")
    image: str = field(
        Slug("media"),
        "Picture",
        "A picture from the lesson's media. Rules, quiz, sort, match and observe don't show it.",
        default="",
    )
    background: str = field(
        Text(plain=True),
        "Background",
        f"Shown on slides: {', '.join(HUES)}, #rrggbb in quotes, or a picture from the media.",
        default="",
        translate=False,
    )
    handout: tuple[str, ...] = field(
        Many(Slug("media")),
        "Handout",
        "One or several sheets from the media to print, e.g. an easier version: texts, pictures or PDFs.",
        default=(),
    )
    answers_for_staff: str = field(
        Text(lines=True), "Answers for staff", "For the facilitator alone.", default="", private=True
    )


@record
class Slide(Step):
    """Something to show."""

    text: str = field(Text(limit=260, lines=True), "Text", "A few short lines; bold, italic and lists.", default="")
    play: str = field(
        Slug("media"),
        "Play",
        "A sound or film from the media, with captions. This version doesn't play it: say in the notes how to show it.",
        default="",
    )


@record
class Rules(Step):
    """The ground rules; the school's own, or the usual four, where none are given."""

    rules: tuple[Spoken, ...] = field(
        Many(SpokenLine(), most=8), "Rules", "Short lines; each may be spoken by someone.", default=()
    )


@record
class Phase(Record):
    name: str = field(Text(limit=14), "Name", "One word for the phase, such as Think.")
    minutes: int | None = field(Whole(1, 240), "Minutes", "How long it lasts.", default=None)
    grouping: str = field(GroupSize(), "Grouping", "alone, pairs, groups of 4, or class.", default="")


@record
class Discuss(Step):
    """A discussion prompt with a protocol, or phases of its own."""

    ask: str = field(Text(limit=90), "Ask", "The question, as the class reads it.")
    protocol: str = field(
        OneOf(("class", "think-pair-share", "circle", "corners", "walking-debate", "fishbowl")),
        "Protocol",
        "How the class talks.",
        default="class",
    )
    phases: tuple[Phase, ...] = field(
        Many(Nested(Phase), most=6), "Phases", "Phases of its own, instead of a protocol.", default=()
    )
    follow_up: tuple[str, ...] = field(
        Many(Text()), "Follow-up", "Questions to keep the talk going.", default=(), private=True
    )
    listen_for: tuple[str, ...] = field(
        Many(Text()), "Listen for", "What good answers may hold.", default=(), private=True
    )


@record
class Choice(Record):
    say: str = field(Text(limit=60), "Choice", "What the character could do, in a few words.")
    go: str = field(Slug("card"), "Goes to", "The card that follows.")
    because: str = field(Text(limit=120), "Because", "A kind reason, shown after the choice.", default="")
    safety: str = field(
        OneOf(("less-safe", "safer", "safest")),
        "Safety",
        "less-safe for now, safer, or safest. Never right or wrong.",
        default="",
    )


@record
class Card(Record):
    text: str = field(Text(limit=180, lines=True), "Text", "What happens, or the question.", default="")
    chat: tuple[Spoken, ...] = field(
        Many(SpokenLine(), most=12), "Chat", "Messages, shown one by one: `Name: words`.", default=()
    )
    choices: tuple[Choice, ...] = field(
        Many(Nested(Choice), most=6), "Choices", "What the character could do now.", default=()
    )
    possible_responses: tuple[str, ...] = field(
        Many(Text()), "Possible responses", "What a class may say, for the facilitator.", default=(), private=True
    )
    ending: str = field(OneOf(("safe", "open")), "Ending", "safe where the story ends with help found.", default="")


@record
class Scenario(Step):
    """Cards with choices and consequences. A fictional character decides, never the pupil."""

    start: str = field(Slug("card"), "Starts with", "The first card.")
    cards: Mapping[str, Card] = field(Table(Nested(Card), least=1, slugs=True), "Cards", "The story's cards, by name.")


@record
class Poll(Step):
    """A vote without devices. Totals only."""

    style: str = field(
        OneOf(("hands", "line", "corners", "cards")),
        "Style",
        "Hands, an opinion line, corners of the room, or voting cards.",
        default="hands",
    )
    ask: str = field(Text(limit=90), "Ask", "The statement or question.")
    choices: tuple[str, ...] = field(Many(Text(limit=24), most=6), "Choices", "Two to six answers.", default=())
    ends: tuple[str, ...] = field(Many(Text(limit=24), most=2), "Ends", "The two ends of an opinion line.", default=())
    again: str = field(
        After(), "Ask again", "`after STEP`: the same vote once more, to see how the room moved.", default=""
    )


@record
class Answer(Record):
    """One answer of a quiz. Exactly one of `right`, `wrong` and `answer` is given."""

    right: str = field(Text(limit=60), "Sought answer", "An answer that is sought.", default="")
    wrong: str = field(
        Text(limit=60), "Other answer", "An answer that isn't. The class never reads the word wrong.", default=""
    )
    answer: str = field(Text(limit=60), "Answer", "An answer that is neither.", default="")
    because: str = field(Text(limit=90), "Because", "The reason, shown with the answer.", default="")

    @property
    def text(self) -> str:
        return self.right or self.wrong or self.answer


@record
class Quiz(Step):
    """Answers with reasons; several may be right, or none marked."""

    ask: str = field(Text(limit=70), "Ask", "The question.")
    answers: tuple[Answer, ...] = field(
        Many(Nested(Answer), least=2, most=6), "Answers", "Two to six answers, each with its reason."
    )


@record
class Sort(Step):
    """Cards to be put into two or more groups."""

    ask: str = field(Text(limit=90), "Ask", "What to sort, and by what.", default="")
    groups: Mapping[str, tuple[str, ...]] = field(
        Table(Many(Text(limit=40)), least=2, most=4), "Groups", "Each group's name, and the cards that belong to it."
    )
    because: Mapping[str, str] = field(Table(Text(limit=90)), "Because", "Reasons, by card.", default=EMPTY)


@record
class Match(Step):
    """Pairs to find."""

    pairs: Mapping[str, str] = field(
        Table(Text(limit=40), least=2, most=8), "Pairs", "What belongs together, one pair a line."
    )


@record
class Order(Step):
    """A sequence to put in order."""

    items: tuple[str, ...] = field(Many(Text(limit=40), least=2, most=8), "Items", "In their order.")
    any_first: tuple[str, ...] = field(
        Many(Text(limit=40)), "May come first", "Items that may come first as well.", default=()
    )


@record
class Fill(Step):
    """A text with gaps."""

    text: str = field(Text(limit=260, lines=True), "Text", "A text with the [missing words] in square brackets.")


@record
class Spot(Record):
    at: Area = field(Region(), "Where", "x y width height, in percent of the picture.")
    text: str = field(Text(limit=60), "What is there", "What can be described there.")


@record
class Observe(Step):
    """Look closely at a picture: regions to find and describe."""

    picture: str = field(Slug("media"), "Picture", "A picture from the lesson's media.")
    spots: tuple[Spot, ...] = field(Many(Nested(Spot), most=12), "Spots", "What is to be found, and where.", default=())
    ask: str = field(Text(limit=90), "Ask", "What to look for.", default="")


@record
class Activity(Step):
    """Something done off the screen."""

    ask: str = field(Text(limit=120), "Ask", "What to do, in one sentence.")
    materials: tuple[str, ...] = field(Many(Text(limit=40)), "Materials", "What is needed.", default=())
    instructions: tuple[str, ...] = field(
        Many(Text(limit=70), most=8), "Instructions", "Short steps, in order.", default=()
    )


@record
class Reflect(Step):
    """An exit ticket. Never stored."""

    ask: str = field(Text(limit=110), "Ask", "One question to take along.")


@record
class Calm(Step):
    """A cool-down before leaving."""

    text: str = field(Text(limit=160, lines=True), "Text", "A calm line or two.", default="")
    breaths: int | None = field(Whole(1, 10), "Breaths", "How many slow breaths to take together.", default=None)


@record
class Help(Step):
    """Where to get help: people first, then services from the directory and the school's own settings."""

    people: tuple[str, ...] = field(Many(Text(limit=40)), "People", "Trusted grown-ups to name first.", default=())
    services: tuple[str, ...] = field(
        Many(OneOf(("helpline", "hotline", "removal", "missing", "police", "emergency"))),
        "Services",
        "Which services of the country to show; the usual ones where none are named.",
        default=(),
        translate=False,
    )
