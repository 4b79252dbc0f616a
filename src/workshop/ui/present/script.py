"""What a facilitator may say now in a discussion: a line to read out, in the language of the lesson."""

from __future__ import annotations

from workshop.lesson.model import Discuss
from workshop.session.hush import WAIT, phase_on
from workshop.session.phases import phases
from workshop.session.view import View
from workshop.stage.words import words

_OWN = {"alone": "say_alone", "pairs": "say_pair", "class": "say_together"}  # for phases that a lesson names itself
_BEFORE = f"Wait {WAIT} seconds in quiet before you ask who starts."


def script(view: View, language: str) -> str:
    """As Markdown; "" for steps that are no discussion. A step's own line comes first in the notes anyway."""
    if not isinstance(view.step, Discuss):
        return ""
    told = words(language)
    phase = phase_on(view.step, view.beat)
    if phase is None:
        line = "" if view.step.say else str(told["say_prompt"])
        track = phases(view.step)
        ahead = " → ".join(f"{p.name} {p.minutes} min" if p.minutes else p.name for p in track)
        return "\n\n".join(part for part in (_said(line), f"**How:** {ahead}" if len(track) > 1 else "") if part)
    line = str(told.get(f"say_{phase.name.lower()}", told[_OWN.get(phase.grouping, "say_groups")]))
    return "\n\n".join((_said(line), *((_BEFORE,) if phase.grouping == "class" else ())))


def _said(line: str) -> str:
    return f"**Say:** “{line}”" if line else ""
