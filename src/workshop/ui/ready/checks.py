"""What is known about the room, put into words: green, amber or red, and what to do. No widgets, no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

GREEN, AMBER, RED = "green", "amber", "red"
STATES = {GREEN: "Ready", AMBER: "Look at this", RED: "Mend this"}  # what colours alone must not say
MB = 1_000_000
_LITTLE_ROOM, _NO_ROOM = 500 * MB, 50 * MB
_ENOUGH, _LOW = 60, 25  # percent of a battery: enough for a lesson with a projector; at risk in one
_SEEN_FIRST = ("next", "back")  # the two buttons that every clicker has


class Check(NamedTuple):
    """One finding: its state, what is so, and what to do about it; `todo` is "" where there is nothing to do."""

    state: str
    told: str
    todo: str = ""


class Power(NamedTuple):
    """`battery` is False where there is none; `plugged` and `percent` are None where unknown."""

    battery: bool
    plugged: bool | None = None
    percent: int | None = None


class Plugged(NamedTuple):
    """One screen of several: its number from 1, its name, whether it is the main one."""

    number: int
    name: str
    primary: bool = False


def projector(screens: Sequence[Plugged], chosen: str, known: str, one_screen: bool = False) -> Check:
    """Which screen the class sees: `chosen` is the name of the one it will be, `known` the one that was confirmed."""
    if one_screen:
        return Check(AMBER, "One screen, as you asked.", "The class sees this window too: finish it before they come.")
    if len(screens) < 2:
        return Check(
            AMBER,
            "There is only one screen, or both show the same.",
            "With a projector plugged in, the class sees this window too: set this computer to extend its screen, not "
            "to mirror it. A lesson works on one screen as well, with your notes hidden.",
        )
    number = next((screen.number for screen in screens if screen.name == chosen), 0)
    if chosen == known:
        return Check(GREEN, f"The class sees screen {number}, {chosen}.")
    return Check(AMBER, f"The class will see screen {number}, {chosen}.", "Show the numbers, then press the class’s.")


def reading(answer: bool | None, theme: str, asked: bool = False) -> Check:
    """Whether the back row can read the smallest words; None until somebody answered.

    `theme` is the projector's; `asked` once the chart was shown.
    """
    if answer is None and asked:
        return Check(AMBER, "Can the back row read the last line?", "Go and look, or ask somebody there.")
    if answer is None:
        return Check(AMBER, "Not looked at yet.", "Show the chart and read its last line from the back row.")
    if answer:
        return Check(GREEN, "The back row reads the smallest words.")
    more = "" if theme == "contrast" else ", or choose high contrast"
    return Check(
        RED,
        "The back row can’t read the smallest words.",
        f"They can’t be made larger, so move desks closer, close the curtains{more}. Then look again.",
    )


def clicker(seen: Sequence[str], unknown: str = "") -> Check:
    """Which actions its buttons called so far, by id; `unknown` is a key that calls none."""
    if unknown:
        return Check(AMBER, f"The key {unknown} does nothing yet.", "Say below what it is for, and it is learnt.")
    missing = [action for action in _SEEN_FIRST if action not in seen]
    if not missing:
        return Check(GREEN, "Next and Back arrive.")
    if not seen:
        return Check(AMBER, "No button was pressed yet.", "Start the test, then press each button.")
    return Check(AMBER, f"{missing[0].capitalize()} hasn’t arrived yet.", "Press it. Is the receiver plugged in?")


def sound(heard: bool | None, mute: bool = False) -> Check:
    """Whether the soft sound was heard; None until it was played and answered. `mute`: nothing can play it."""
    if mute:
        return Check(
            AMBER,
            "This computer has nothing to play a sound on.",
            "Plug in a loudspeaker and press again. A lesson works without sound.",
        )
    if heard is None:
        return Check(AMBER, "Not heard yet.", "Press to hear a soft sound, and listen where the class sits.")
    if heard:
        return Check(GREEN, "You heard it.")
    return Check(
        AMBER,
        "You didn’t hear it.",
        "Turn the volume up and choose the room’s loudspeaker in the sound settings. A lesson works without sound.",
    )


def awake(trouble: str | None) -> Check:
    """Whether this computer stays awake; `trouble` is what speaks against it, "" nothing, None not known yet."""
    if trouble is None:
        return Check(AMBER, "Being looked at …")
    if trouble:
        return Check(RED, "The screen may go dark.", trouble)
    return Check(GREEN, "The screen stays on during the lesson.")


def battery(power: Power | None) -> Check:
    """The power supply; None where this computer doesn't tell."""
    if power is None or (power.battery and power.plugged is None):
        return Check(AMBER, "This computer doesn’t tell.", "Look yourself whether the charger is plugged in.")
    if not power.battery:
        return Check(GREEN, "No battery: it runs from its plug.")
    if power.plugged:
        return Check(GREEN, "The charger is plugged in.")
    if power.percent is None:
        return Check(AMBER, "It runs on the battery.", "Plug the charger in.")
    told = f"It runs on the battery, {power.percent} % full."
    if power.percent < _LOW:
        return Check(RED, told, "Plug the charger in, or the lesson may break off.")
    if power.percent < _ENOUGH:
        return Check(AMBER, told, "Plug the charger in to be safe.")
    return Check(GREEN, told)


def notifications(done: bool, how: str) -> Check:
    """Messages that would pop up before the class. The program can't silence them: `how` says how to."""
    if done:
        return Check(GREEN, "You said that they are off.")
    return Check(AMBER, "Other programs may show theirs to the class. This one can’t turn them off.", how)


def disk(free: int | None) -> Check:
    """Free room in bytes where the lesson's record is kept; None where it can't be told."""
    if free is None:
        return Check(AMBER, "The free room on the disk can’t be told.", "Look yourself whether the disk is full.")
    told = f"{_size(free)} are free."
    if free < _NO_ROOM:
        return Check(RED, told, "Free some room: a lesson can’t be taken up again after a power cut without it.")
    if free < _LITTLE_ROOM:
        return Check(AMBER, told, "That is enough for today. Free some room soon.")
    return Check(GREEN, told)


def _size(count: int) -> str:
    return f"{count / 1000 / MB:.0f} GB" if count >= 1000 * MB else f"{count // MB} MB"


def summary(checks: Sequence[Check]) -> str:
    """How many are green, in a few words."""
    ready = sum(check.state == GREEN for check in checks)
    return f"{ready} of {len(checks)} ready"
