"""A quiet moment at the start of a talk of the whole class: time to think before anybody is asked to begin."""

from __future__ import annotations

from workshop.lesson.model import Discuss, Phase, Step
from workshop.session.phases import phases
from workshop.session.view import View

WAIT = 5  # seconds
BEGINNING = 12  # seconds for which a talk of the whole class has just begun: quiet, then who would like to start


def phase_on(step: Step, beat: int) -> Phase | None:
    """The phase of a discussion that is on; None at its prompt, and for other steps."""
    if not isinstance(step, Discuss) or beat == 0:
        return None
    track = phases(step)
    return track[min(beat, len(track)) - 1]


def begun(step: Step, beat: int, seconds: float) -> int | None:
    """For a talk of the whole class that was first on `seconds` ago: those in whole seconds; None once it is under way.

    A talk needs no minutes for this, and a pause of its time is no pause of the quiet.
    """
    phase = phase_on(step, beat)
    return int(seconds) if phase and phase.grouping == "class" and 0 <= seconds < BEGINNING else None


def hush(view: View) -> int:
    """Seconds of quiet that are left, 0 for none."""
    return 0 if view.begun is None else max(0, WAIT - view.begun)
