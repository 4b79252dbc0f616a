"""The messages of a chat, and the little pictures of who writes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from zlib import crc32

from workshop.lesson.model import Scenario
from workshop.lesson.values import Spoken
from workshop.stage.displaylist import MIN_DESIGN, MIN_FITTED, Box, Shape, Span, Style
from workshop.stage.page import Page
from workshop.stage.rich import spans
from workshop.stage.theme import Hue

AVATARS = 8  # resources/art/avatar_1.svg …
FIRST = 5  # where counting starts, so that the look's Jules keeps the look's face
HUES = ("teal", "sky", "sun", "lilac")  # of initials; a story's own colour is around them


class Voice(NamedTuple):
    """How bubbles are set: size of the words, their line's height, the padding and the gap, all in canvas units."""

    size: float
    line: float
    across: float
    down: float
    gap: float

    def at(self, size: float) -> Voice:
        """The same in another size."""
        share = size / self.size
        return Voice(size, self.line * share, self.across * share, self.down * share, self.gap)

    @property
    def style(self) -> Style:
        return Style(self.size, leading=self.line / self.size)


THREAD = Voice(56, 66, 32, 16, 18)
REPLY = Voice(58, 68, 36, 20, 18)
SIZES = (MIN_DESIGN, 50.0, MIN_FITTED)  # below a voice's own


class Bubble(NamedTuple):
    """A message with the room it takes; `side` is start, end, or middle for what nobody says."""

    by: str
    words: tuple[Span, ...]
    side: str
    width: float
    height: float
    whole: bool  # no word of it is torn


def voices(story: Scenario) -> tuple[str, ...]:
    """Everybody who writes in a story, in order of appearance from its first card."""
    cards = [story.cards[story.start], *story.cards.values()] if story.start in story.cards else story.cards.values()
    return tuple(dict.fromkeys(line.by for card in cards for line in card.chat if line.by))


def draw_avatar(page: Page, name: str, everybody: Sequence[str], box: Box) -> None:
    """A drawn picture for a profile (“Jules, 13”), an initial for anybody else: the lesson's pictures show their faces.

    Always the same for a name, and another for each of the first few in a story.
    """
    alike = list(dict.fromkeys(first_name(one) for one in everybody if _is_profile(one) == _is_profile(name)))
    if _is_profile(name):
        page.art(f"avatar_{_place(first_name(name), alike, AVATARS, FIRST) + 1}", box, radius=box.w / 2)
        return
    hue = page.hue(HUES[_place(first_name(name), alike, len(HUES), 0)])
    page.letter_disc(box, first_name(name)[:1].upper(), hue.base, hue.on_base)


def _place(person: str, people: Sequence[str], count: int, first: int) -> int:
    """One of `count` places for each of the people: always near the same one for a name, shared where all are taken."""
    taken: dict[str, int] = {}
    for one in people:
        free = [n for n in range(count) if n not in taken.values()] or list(range(count))
        wish = crc32(one.encode()) + first
        taken[one] = min(free, key=lambda n: (n - wish) % count)
    return taken[person]


def _is_profile(person: str) -> bool:
    """Whether the name comes with an age, as on a profile."""
    return person.partition(",")[2].strip().isdecimal()


def first_name(person: str) -> str:
    """“Jules” of “Jules, 13”."""
    return person.split(",")[0].strip()


def bubbles(
    page: Page, chat: Sequence[Spoken], voice: Voice, width: float, named: Sequence[str] = (), far: str = ""
) -> list[Bubble]:
    """The messages in bubbles at most `width` wide. Who is `far` speaks from the far side; `named` are named."""
    made: list[Bubble] = []
    for line in chat:
        by = (Span(page.words["speaker"].format(name=line.by), True),) if line.by in named else ()
        words = (*by, *spans(line.text))
        side = "middle" if not line.by else "end" if line.by == far else "start"
        if side == "middle":
            words = tuple(word._replace(italic=True) for word in words)
        room = width - 2 * voice.across
        took = page.extent(words, voice.style, page.balanced(words, voice.style, room))
        full = min(width, took.width + 2 * voice.across)
        whole = page.unbroken(words, voice.style, room)
        made.append(Bubble(line.by, words, side, full, took.height + 2 * voice.down, whole))
    return made


def voice_for(page: Page, chat: Sequence[Spoken], voice: Voice, room: Box, named: Sequence[str]) -> Voice:
    """The voice in the size at which all messages go into the room; else one at which the latest do."""
    voices = [voice, *(voice.at(size) for size in SIZES)]
    made = [(one, bubbles(page, chat, one, room.w, named)) for one in voices]
    whole = [(one, all_of_it) for one, all_of_it in made if all(bubble.whole for bubble in all_of_it)]
    fitting = [one for one, all_of_it in whole if stack_height(all_of_it, one) <= room.h]
    rolling = [one for one, all_of_it in whole[1:] if max(bubble.height for bubble in all_of_it) <= room.h]
    return next(iter([*fitting, *rolling]), voices[-1])


def stack_height(made: Sequence[Bubble], voice: Voice) -> float:
    return sum(bubble.height for bubble in made) + max(0, len(made) - 1) * voice.gap


def latest(made: Sequence[Bubble], voice: Voice, room: float) -> list[Bubble]:
    """As many of the last bubbles as go into that height, at least one: older ones scroll away, as in any chat."""
    kept = list(made)
    while len(kept) > 1 and stack_height(kept, voice) > room:
        kept.pop(0)
    return kept


def draw_bubble(page: Page, bubble: Bubble, voice: Voice, box: Box, hue: Hue, fill: str, color: str) -> None:
    """A bubble at its side of the box, from the box's top. `fill` and `color` are those of the near side."""
    if bubble.side == "middle":
        page.words_at(
            _words_box(bubble, voice, box, 0.5), bubble.words, voice.style, *_plain(page, hue), "bubble", "center"
        )
        return
    far = bubble.side == "end"
    if far:
        fill, color = hue.base, hue.on_base
    radii = (24.0, 8.0, 24.0, 24.0) if far else (8.0, 24.0, 24.0, 24.0)
    x = box.right - bubble.width if far else box.x
    edge = page.theme.edge
    page.shape(Shape(Box(x, box.y, bubble.width, bubble.height), fill, edge, 4 if edge else 0, radii))
    page.words_at(_words_box(bubble, voice, box, float(far)), bubble.words, voice.style, color, fill, "bubble")


def _plain(page: Page, hue: Hue) -> tuple[str, str]:
    return hue.on_tint, hue.tint


def _words_box(bubble: Bubble, voice: Voice, box: Box, share: float) -> Box:
    """Where a bubble's words lie, `share` of the spare width from the near side."""
    x = box.x + (box.w - bubble.width) * share + voice.across
    return Box(x, box.y + voice.down, bubble.width - 2 * voice.across + 1, bubble.height - 2 * voice.down)
