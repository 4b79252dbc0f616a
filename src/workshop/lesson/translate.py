"""Puts a translation's words into a lesson, so that never a word lands on another answer than its own.

How words find their place:

- steps by id, scenario cards and media by name;
- answers, choices, items, goals and other lists by position, and only where the list is as long as the lesson's;
- tables whose names are words themselves (`groups`, `pairs`, `keywords`) by position, names and values together;
- a sort's `because` and an order's `any_first` name cards and items by their words: by the translated ones.
  What isn't translated there keeps the lesson's own reason, under the translated card.

Where any of this doesn't match, or there are words for something that the lesson hasn't got, the whole step stays
in the lesson's own language and is reported; never half of it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from workshop.lesson.fields import Many, Nested, Shape, SpokenLine, Table, Text
from workshop.lesson.model import Fill, Lesson, Order, Sort, Step
from workshop.lesson.overlay import Overlay, read_overlay
from workshop.lesson.texts import plan, spoken, texts
from workshop.lesson.values import Spoken

__all__ = ["Due", "Overlay", "apply", "languages", "read_overlay", "step_hash"]

_OVERLAY = re.compile(r"lesson\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.yaml")
_GAP = re.compile(r"\[[^\[\]\n]+\]")
_NAMES_OF: Mapping[type[Step], tuple[str, str]] = {Sort: ("because", "groups"), Order: ("any_first", "items")}


class Due(NamedTuple):
    """A part of a translation to look at: of a step, or of the lesson's own field where `step` is "".

    `why` is "changed" (the step isn't what it was when the translation was checked; its words are used),
    "unchecked" (nobody said that they checked it; used), "shape" (it no longer fits; not used), "unread" (its words
    have errors; not used) or "untranslated".
    """

    step: str
    why: str
    field: str = ""


class _Misfit(Exception):
    """The words have another shape than what they translate."""


def step_hash(step: Step) -> str:
    """Six hex digits that change when anything changes that a translation of the step depends on.

    That is its texts and where they are: cards, answers and their order. The time it takes or a picture is not.
    """
    import hashlib  # late: only a translation needs it

    parts = [step.kind, *(f"{path}\0{text}" for path, text in texts(step))]
    return hashlib.sha256("\0\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:6]


def languages(folder: Path) -> list[str]:
    """The languages that a lesson's folder has overlays for, by the names of their files."""
    return sorted(found[1] for path in folder.glob("lesson.*.yaml") if (found := _OVERLAY.fullmatch(path.name)))


def apply(lesson: Lesson, overlay: Overlay) -> tuple[Lesson, list[Due]]:
    """The lesson with the translation's words, and what of the translation is to be looked at."""
    given, due = _header(lesson, overlay)
    steps = []
    for step in lesson.steps:
        translated, why = _step(step, overlay)
        steps.append(translated)
        due += [Due(step.id, why)] if why else []
    return dataclasses.replace(lesson, language=overlay.language, steps=tuple(steps), **given), due


def _header(lesson: Lesson, overlay: Overlay) -> tuple[dict[str, Any], list[Due]]:
    """The lesson's own fields in the translation, each by itself."""
    if "" in overlay.unread or overlay.lesson is None:
        return {}, [Due("", "unread")]
    given: dict[str, Any] = {}
    due = []
    for name, shape, _ in plan(Lesson):
        words = getattr(overlay.lesson, name, None) if name != "steps" else None
        try:
            if words:
                given[name] = _merge(shape, _there(getattr(lesson, name)), words)
        except _Misfit:
            due.append(Due("", "shape", name))
    return given, due


def _step(step: Step, overlay: Overlay) -> tuple[Step, str]:
    """A step in the translation, or as it is; and why someone should look at it, if so."""
    words = overlay.steps.get(step.id)
    if step.id in overlay.unread:
        return step, "unread"
    if words is None:
        return step, "untranslated" if any(texts(step)) else ""
    try:
        translated = _merge_step(step, words)
    except _Misfit:
        return step, "shape"
    if not words.checked:
        return translated, "unchecked"
    return translated, "" if words.checked.lower() == step_hash(step) else "changed"


def _merge_step(step: Step, words: Any) -> Step:
    """Raises _Misfit."""
    referring, named = _NAMES_OF.get(type(step), ("", ""))
    merged: Step = _merge_record(step, words, leave=referring)
    if isinstance(step, Fill) and isinstance(merged, Fill) and _gaps(merged) != _gaps(step):
        raise _Misfit
    if referring:
        renamed = _renamed(_flat(getattr(step, named)), _flat(getattr(merged, named)))
        old = _rename(getattr(step, referring), renamed)
        new = getattr(words, referring)
        value = _merge_named(old, new) if new else old
        merged = dataclasses.replace(merged, **{referring: value})
    return merged


def _gaps(step: Fill) -> int:
    return len(_GAP.findall(step.text))


def _merge_record(old: Any, words: Any, leave: str = "") -> Any:
    given = {}
    for name, shape, _ in plan(type(old)):
        new = getattr(words, name)
        if new and name != leave:
            given[name] = _merge(shape, _there(getattr(old, name)), new)
    return dataclasses.replace(old, **given) if given else old


def _there(old: Any) -> Any:
    """What the lesson has; raises _Misfit where it has nothing that words could replace."""
    if not old:
        raise _Misfit
    return old


def _merge(shape: Shape, old: Any, new: Any) -> Any:
    """The translated value of a field. Raises _Misfit where the words have another shape."""
    if isinstance(shape, Many):
        if len(new) != len(old):
            raise _Misfit
        return tuple(_merge(shape.of, one, other) for one, other in zip(old, new, strict=True))
    if isinstance(shape, Table):
        return _merge_table(shape, old, new)
    if isinstance(shape, Nested):
        return _merge_record(old, new)
    if isinstance(shape, SpokenLine):
        return _merge_spoken(old, new)
    return new


def _merge_table(shape: Table, old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    if shape.slugs:
        if not new.keys() <= old.keys():
            raise _Misfit
        return {name: _merge(shape.of, value, new[name]) if name in new else value for name, value in old.items()}
    if len(new) != len(old):
        raise _Misfit
    return {name: _merge(shape.of, value, new[name]) for name, value in zip(new, old.values(), strict=True)}


def _merge_spoken(old: Spoken, new: Spoken) -> Spoken:
    """A line that nobody is named for may hold a colon in translation; one that loses its speaker doesn't fit."""
    if old.by and not new.by:
        raise _Misfit
    return new if old.by else Spoken(spoken(new))


def _flat(named: Any) -> list[str]:
    """The cards of a sort's groups, or an order's items, in order."""
    if isinstance(named, Mapping):
        return [card for cards in named.values() for card in cards]
    return list(named)


def _renamed(old: list[str], new: list[str]) -> dict[str, str]:
    """From each card to its translation. Two that become one, or one that becomes two, don't fit."""
    renamed = dict(zip(old, new, strict=True))
    if len(set(new)) != len(renamed) or len(set(zip(old, new, strict=True))) != len(renamed):
        raise _Misfit
    return renamed


def _rename(value: Any, renamed: Mapping[str, str]) -> Any:
    if isinstance(value, Mapping):
        return {renamed.get(card, card): reason for card, reason in value.items()}
    return tuple(renamed.get(item, item) for item in value)


def _merge_named(old: Any, new: Any) -> Any:
    """Reasons by translated card; or the items that may come first, which the translated items settle already."""
    if isinstance(old, Mapping):
        return _merge_table(Table(Text(), slugs=True), old, new)
    if set(old) != set(new):
        raise _Misfit
    return old
