"""What must agree inside a lesson that was read: versions, votes, answers, cards, media and their files."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from workshop.lesson.finds import Walk
from workshop.lesson.media_files import IMAGES, SOUND_AND_FILM, look_at_media
from workshop.lesson.model import Lesson, Media, Part, Unit
from workshop.lesson.nodes import Marks
from workshop.lesson.nodes import Path as Place
from workshop.lesson.source import did_you_mean, shown
from workshop.lesson.values import HUES

_version = re.compile(r"\d{1,4}(\.\d{1,4}){0,2}").fullmatch
_language = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*").fullmatch
_colour = re.compile(r"#[0-9A-Fa-f]{6}").fullmatch
_gap = re.compile(r"\[[^\[\]\n]+\]").search


class Overlook:
    """One look over a lesson: where its steps stand, and where the problems go."""

    def __init__(self, walk: Walk, marks: Marks) -> None:
        self.walk = walk
        self.marks = marks
        self.ids = list(walk.step_ids)

    def error(self, path: Place, code: str, message: str, hint: str) -> None:
        self.walk.incomplete = True
        self.walk.add(self.marks.problem(path, code, message, hint))

    def warning(self, path: Place, code: str, message: str, hint: str) -> None:
        self.walk.add(self.marks.problem(path, code, message, hint, "warning"))


def look_over(cls: type[Lesson] | type[Unit], walk: Walk, marks: Marks, folder: Path | None) -> None:
    """Add to `walk` what doesn't agree in what was read, even where it isn't a whole lesson or unit.

    Media files are looked at where `folder` is given.
    """
    over, given = Overlook(walk, marks), walk.given
    if not _version(given.get("version", "1")):
        over.error(("version",), "bad-version", f'"{shown(given["version"])}" is no version.', "Write it as 1.0.0.")
    if not _language(given.get("language", "en")):
        over.error(("language",), "bad-language", "The language is not known.", "Write its short code, such as en.")
    if cls is Unit:
        return _parts(over, given.get("parts", ()))
    media = given.get("media", {})
    for index, step in walk.steps:
        own = _BY_KIND.get(step.kind)
        if own is not None:
            own(over, ("steps", index), step)
        if step.see or step.image or step.background:
            _common(over, ("steps", index), step, media)
    for problem in look_at_media(media, marks, folder):
        walk.add(problem)
    return None


def _common(over: Overlook, path: Place, step: Any, media: Mapping[str, Media]) -> None:
    if step.see:
        _earlier(over, (*path, "see"), step.see, step.id)
    if step.image:
        _is_image(over, (*path, "image"), step.image, media)
    if step.background:
        _background(over, (*path, "background"), step.background, media)


def _background(over: Overlook, path: Place, ground: str, media: Mapping[str, Media]) -> None:
    if over.marks.node(("media", ground)):
        _is_image(over, path, ground, media)
    elif ground not in HUES and not _colour(ground):
        hint = f"Write {', '.join(HUES)}, #rrggbb in quotes, or a name from media."
        message = f'"{shown(ground)}" is neither a colour of the theme nor a picture from media.'
        over.error(path, "unknown-media", message, did_you_mean(ground, [*HUES, *islice(media, 200)]) or hint)


def _earlier(over: Overlook, path: Place, named: str, own: str) -> None:
    if named in over.ids and own in over.ids and over.ids.index(named) >= over.ids.index(own):
        over.warning(path, "later-step", f'"{named}" is not an earlier step.', "Name a step that comes before.")


def _is_image(over: Overlook, path: Place, name: str, media: Mapping[str, Media]) -> None:
    medium = media.get(name)
    if medium and not medium.file.lower().endswith(IMAGES):
        over.error(
            path, "wrong-media", f'"{name}" is not a picture.', f"A picture's file ends with {', '.join(IMAGES)}."
        )


def _slide(over: Overlook, path: Place, step: Any) -> None:
    medium = _medium(over, step.play) if step.play else None
    if medium is not None and not medium.lower().endswith(SOUND_AND_FILM):
        hint = f"Its file would end with {' or '.join(SOUND_AND_FILM)}."
        over.error((*path, "play"), "wrong-media", f'"{step.play}" is neither sound nor film.', hint)


def _medium(over: Overlook, name: str) -> str | None:
    """The file of a medium as the text gives it."""
    found = over.marks.node(("media", name, "file"))
    return str(found[1].value) if found else None


def _poll(over: Overlook, path: Place, step: Any) -> None:
    if len(step.choices) == 1:
        over.error((*path, "choices"), "too-few", "One choice is no choice.", "Give two to six, or leave them out.")
    if len(step.ends) == 1:
        over.error((*path, "ends"), "too-few", "A line has two ends.", "Write ends: [Disagree, Agree].")
    if step.ends and step.style != "line":
        over.warning((*path, "ends"), "unused-field", "Only an opinion line has ends.", "Write style: line.")
    if step.again:
        before = (
            over.ids.index(step.again) < over.ids.index(step.id) if {step.again, step.id} <= set(over.ids) else False
        )
        if before:
            over.warning(
                (*path, "again"), "again-before",
                f'"{step.again}" comes before this vote, so the vote is never asked again.',
                "Name a step that comes after this one.",
            )  # fmt: skip


def _quiz(over: Overlook, path: Place, step: Any) -> None:
    for index, answer in enumerate(step.answers):
        given = [name for name in ("right", "wrong", "answer") if getattr(answer, name)]
        if len(given) != 1:
            message = "An answer begins with right, wrong or answer" + (
                ", and with one of them only." if given else "."
            )
            hint = 'Such as "- right: Keep the chat", and "because: …" below it.'
            over.error((*path, "answers", index), "bad-answer", message, hint)


def _order(over: Overlook, path: Place, step: Any) -> None:
    for index, item in enumerate(step.any_first):
        if item not in step.items:
            message = f'"{shown(item)}" is not one of the items.'
            over.error((*path, "any_first", index), "unknown-item", message, "Write it just as under items.")


def _sort(over: Overlook, path: Place, step: Any) -> None:
    cards = {card for group in step.groups.values() for card in group}
    for card in step.because:
        if card not in cards:
            message = f'"{shown(card)}" is not one of the cards.'
            over.error((*path, "because", card), "unknown-item", message, "Write it just as in its group.")


def _fill(over: Overlook, path: Place, step: Any) -> None:
    if not _gap(step.text):
        over.error((*path, "text"), "no-gap", "The text has no gap.", "Put a [word] in square brackets.")


def _parts(over: Overlook, parts: Sequence[Part]) -> None:
    for index, part in enumerate(parts):
        path: Place = ("parts", index)
        if bool(part.lesson) == bool(part.stations):
            over.error(path, "bad-part", "A part is a lesson, or stations side by side.", "Give one of the two.")
        for place, station in [(path, part), *(((*path, "stations", i), s) for i, s in enumerate(part.stations))]:
            if not station.lesson and (station.steps or station is not part):
                over.error(place, "bad-part", "The lesson is missing here.", "Write lesson: and its id.")


_BY_KIND: dict[str, Callable[[Overlook, Place, Any], None]] = {
    "slide": _slide,
    "poll": _poll,
    "quiz": _quiz,
    "order": _order,
    "sort": _sort,
    "fill": _fill,
}
