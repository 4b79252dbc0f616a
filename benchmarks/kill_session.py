"""Kill a session at random moments and see whether anything that the class had seen is lost.

    python benchmarks/kill_session.py [RUNS]

In each run a child process goes through a scripted lesson and acknowledges every event through a pipe once
the journal has it. It is killed (SIGKILL) at a random moment; then the journal is opened, every acknowledged
event must be there, and the state must be the reference's after as many events. Every second run is resumed
after that, and killed once more. Linux and macOS.
"""

from __future__ import annotations

import os
import random
import select
import signal
import statistics
import struct
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from workshop.lesson.model import Answer, Card, Choice, Discuss, Lesson, Poll, Quiz, Scenario, Slide
from workshop.session.events import Event
from workshop.session.journal import Journal, Meta, pending
from workshop.session.session import Session
from workshop.session.state import State, replay
from workshop.session.view import View

ROUNDS = 12  # of the script; about 40 events each
META = Meta("kill", "Killed", "/lessons/kill", "00", "en", "1")
LESSON = Lesson(
    format="lesson/1",
    id="kill",
    version="1",
    language="en",
    title="Killed",
    steps=(
        Slide(id="welcome", kind="slide"),
        Poll(id="line", kind="poll", style="line", ask="?", ends=("No", "Yes"), again="story"),
        Scenario(
            id="story",
            kind="scenario",
            start="asks",
            cards={
                "asks": Card(choices=(Choice(say="Delete", go="secret"), Choice(say="Tell", go="helped"))),
                "secret": Card(choices=(Choice(say="Tell", go="helped"),)),
                "helped": Card(ending="safe"),
            },
        ),
        Discuss(id="talk", kind="discuss", ask="?", protocol="think-pair-share", minutes=6),
        Quiz(id="quiz", kind="quiz", ask="?", answers=(Answer(right="This"), Answer(wrong="That"))),
    ),
)


class Clock:
    """A tenth of a second passes with each look, so that every run has the same times."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        self.now = round(self.now + 0.1, 3)
        return self.now


def beats(view: View) -> int:
    return 3 if isinstance(view.step, (Quiz, Scenario)) else 1


def script(session: Session) -> list[Callable[[], None]]:
    """What a facilitator does, press by press."""
    once: list[Callable[[], None]] = [session.next]
    once += [lambda choice=choice: session.count(choice, 1) for choice in (0, 1, 2, 2, 1, 0)]  # type: ignore[misc]
    once += [session.undo, *[session.next] * 3, lambda: session.choose(0), *[session.next] * 3]
    once += [lambda: session.what_if(0), lambda: session.choose(1), session.freeze, *[session.next] * 3]
    once += [lambda: session.count(1, 1), session.blank, session.freeze, session.next, session.next]
    once += [session.timer_toggle, lambda: session.add_time(60), session.next, session.timer_toggle]
    once += [session.help_card, session.escape, *[session.next] * 4, session.back, lambda: session.go_to(0)]
    return once * ROUNDS


def perform(session: Session, done: Callable[[], None]) -> None:
    session.listeners.append(done)
    done()
    for press in script(session):
        press()


class Outcome(NamedTuple):
    acknowledged: int
    found: tuple[Event, ...] | None  # None: the journal could not be read
    state: State | None


def run(path: Path, resumed: bool, seconds: float) -> Outcome:
    """One child, killed after `seconds`, and what its journal has then."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _child(path, resumed, writing)
    os.close(writing)
    acknowledged = _listen(reading, time.perf_counter() + seconds)
    os.kill(child, signal.SIGKILL)
    acknowledged = max(acknowledged, _listen(reading, time.perf_counter() + 1))
    os.waitpid(child, 0)
    os.close(reading)
    try:
        journal = Journal.open(path)
    except Exception:
        return Outcome(acknowledged, None, None)
    found = journal.events() if not journal.trouble else None
    journal.close()
    return Outcome(acknowledged, found, replay(found) if found is not None else None)


def _child(path: Path, resumed: bool, writing: int) -> None:
    """Goes through the script, then waits for its end. Never returns."""
    try:
        journal = Journal.open(path)
        kept = len(journal.events()) if resumed else 0
        if not resumed:
            journal.begin(META)
        session = (Session.resume if resumed else Session)(LESSON, journal, Clock(), beats)
        count = kept

        def done() -> None:
            nonlocal count
            count += 1
            os.write(writing, struct.pack("<I", count))

        perform(session, done)
        signal.pause()
    finally:
        os._exit(1)


def _listen(reading: int, until: float) -> int:
    """The last number heard until that moment, or until nobody is left to speak."""
    last = 0
    while (rest := until - time.perf_counter()) > 0 and select.select([reading], [], [], rest)[0]:
        heard = os.read(reading, 4096)
        if not heard:
            break
        last = struct.unpack("<I", heard[-4:])[0]
    return last


def reference(folder: Path) -> tuple[list[State], float]:
    """The state after each event of the whole script, unkilled, and the seconds it took."""
    journal = Journal.open(folder / "reference.sqlite")
    journal.begin(META)
    began = time.perf_counter()
    session = Session(LESSON, journal, Clock(), beats)
    states: list[State] = []
    perform(session, lambda: states.append(session.state))
    took = time.perf_counter() - began
    journal.close_lesson()
    return states, took


def append_times(folder: Path) -> list[float]:
    """Milliseconds of each append in a journal of its own."""
    journal = Journal.open(folder / "append.sqlite")
    journal.begin(META)
    session = Session(LESSON, journal, Clock(), beats)
    events = journal.events() * 500
    times = []
    for event in events:
        start = time.perf_counter()
        journal.append(event)
        times.append((time.perf_counter() - start) * 1000)
    session.end()
    return times


def main(runs: int) -> int:
    seed = int.from_bytes(os.urandom(4))
    chance = random.Random(seed)
    lost = unreadable = differing = kills = acknowledged = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        states, took = reference(folder)
        for number in range(runs):
            path = folder / f"{number}.sqlite"
            first = run(path, resumed=False, seconds=chance.uniform(0, took * 1.1 + 0.01))
            outcomes = [first]
            if number % 2 and first.found:
                outcomes.append(run(path, resumed=True, seconds=chance.uniform(0, took)))
                again = outcomes[-1].found
                differing += again is not None and again[: len(first.found)] != first.found
            for outcome in outcomes:
                kills += 1
                acknowledged += outcome.acknowledged
                unreadable += outcome.found is None
                lost += outcome.found is not None and len(outcome.found) < outcome.acknowledged
            if first.found:
                differing += first.state != states[len(first.found) - 1] or pending(path) is None
        times = append_times(folder)
    print(f"runs {runs}, kills {kills}, seed {seed}, events of a whole run {len(states)} in {took * 1000:.0f} ms")
    print(f"acknowledged {acknowledged}: lost {lost}, unreadable {unreadable}, state differs {differing}")
    print(f"append: median {statistics.median(times):.2f} ms, 99 % below {sorted(times)[-len(times) // 100]:.2f} ms")
    return 1 if lost or unreadable or differing else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 500))
