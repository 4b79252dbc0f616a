"""A quiet moment at the start of a talk of the whole class: time to think before anybody is asked to begin."""

from __future__ import annotations

from workshop.lesson.model import Discuss, Phase
from workshop.session.phases import phases
from workshop.session.view import View

WAIT = 5  # seconds


def phase_now(view: View) -> Phase | None:
    """The phase of a discussion that is on; None at its prompt, and for other steps."""
    if not isinstance(view.step, Discuss) or view.beat == 0:
        return None
    track = phases(view.step)
    return track[min(view.beat, len(track)) - 1]


def hush(view: View) -> int:
    """Seconds of quiet that are left, 0 for none. They begin with the phase's time, which counts them."""
    phase, timer = phase_now(view), view.timer
    if phase is None or timer is None or not speaks_together(phase):
        return 0
    return max(0, WAIT - (timer.seconds - timer.left)) if timer.left >= 0 else 0


def speaks_together(phase: Phase) -> bool:
    """Whether in that phase one speaks and the whole class listens."""
    return phase.grouping == "class"
