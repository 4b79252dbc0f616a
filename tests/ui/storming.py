"""A lesson in the hands of somebody who presses anything, and what must hold whatever that is.

What the class may see is read from the projector's display list, where each word of the lesson says what it is:
TITLE belongs to a step, SECRET to the facilitator, REASON to what isn't revealed yet, QUEUED to the question box,
and DISCLOSED to a question that nobody but the facilitator may ever see.
"""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

from presenting import Key, Room
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu

from workshop.session.state import replay
from workshop.stage.displaylist import DisplayList, Picture

LESSON = """\
format: lesson/1
id: storm
version: 1.0.0
language: en
title: TITLE-lesson
sensitive: true
minutes: 30
media:
  room: {file: room.svg, alt: TITLE room}
steps:
- {id: welcome, kind: slide, title: TITLE one, text: Hello, minutes: 2, notes: SECRET, say: SECRET, split: true}
- {id: rules, kind: rules, title: TITLE two, notes: SECRET}
- {id: vote, kind: poll, ask: TITLE three, choices: [Yes, No, Perhaps], notes: SECRET, again: after story}
- id: story
  kind: scenario
  title: TITLE four
  start: asks
  notes: SECRET
  cards:
    asks:
      chat:
      - Jules, 13: Only us
      - Jules, 13: Delete it
      text: What could Maya do?
      possible_responses: [SECRET]
      choices:
      - {say: Delete it, go: more, because: REASON story, safety: less-safe}
      - {say: Tell her cousin, go: helped, because: REASON story, safety: safest}
      - {say: Ask why, go: more, because: REASON story, safety: safer}
    more:
      text: Jules asks for more.
      choices:
      - {say: Go on alone, go: asks, because: REASON story}
      - {say: Tell an adult, go: helped, because: REASON story}
    helped: {text: They report together., ending: safe}
- {id: talk, kind: discuss, ask: TITLE five, protocol: think-pair-share, minutes: 6, listen_for: [SECRET],
   follow_up: [SECRET], notes: SECRET}
- id: quiz
  kind: quiz
  ask: TITLE six
  optional: true
  minutes: 4
  answers_for_staff: SECRET
  answers:
  - {right: Anna, because: REASON 0}
  - {wrong: Ben, because: REASON 1}
  - {wrong: Carla, because: REASON 2}
- id: sort
  kind: sort
  title: TITLE seven
  groups: {Friendly: [Hello, Well done], Pressure: [Answer now, Keep it secret]}
  because: {Hello: REASON sort, Answer now: REASON sort}
- {id: match, kind: match, title: TITLE eight, pairs: {"112": danger, Helpline: talk, Hotline: pictures}}
- {id: order, kind: order, title: TITLE nine, items: [Stop, Keep, Tell]}
- {id: fill, kind: fill, title: TITLE ten, text: "Stop, [keep] and [tell]."}
- id: look
  kind: observe
  title: TITLE eleven
  picture: room
  spots: [{at: 10 10 20 20, text: REASON look}, {at: 60 60 20 20, text: REASON look}]
- {id: make, kind: activity, ask: TITLE twelve, instructions: [Take paper, Fold it], minutes: 5, notes: SECRET}
- {id: ticket, kind: reflect, ask: TITLE thirteen, notes: SECRET}
- {id: calm, kind: calm, title: TITLE fourteen, breaths: 3}
- {id: help, kind: help, notes: SECRET}
"""
ROOM = """<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300">
<rect width="400" height="300" fill="#99ccff"/></svg>"""

K, SHIFT, CTRL = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LETTERS = "BFHCQDANTVWGJSPLMOEK"
KEYS = (
    *[Key(K.Key_PageDown)] * 14,
    *[Key(K.Key_PageUp)] * 4,
    *(Key(K(ord(sign)), sign.lower()) for sign in LETTERS),
    *(Key(K(ord(sign)), sign) for sign in "112233456"),
    *(Key(K(ord(sign)), sign, SHIFT) for sign in "123"),
    Key(K.Key_Z, "", CTRL),
    Key(K.Key_Right, "", CTRL),
    Key(K.Key_Plus, "+"),
    Key(K.Key_Minus, "-"),
    Key(K.Key_F5),
    Key(K.Key_Escape),
    Key(K.Key_Escape),
    Key(K.Key_F1),
)
PLUGS = (("laptop", "projector"), ("laptop",), (), ("laptop", "projector"))
LEFT_ALONE = ("End the lesson", "Print slips", "Pick one", "Change keys…")  # ends the storm, or opens what Qt owns


class Storm:
    """Random actions on real windows, always the same for a seed. `step` does one and checks."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.dice = random.Random(seed)
        self.folder, self.number = folder, 0
        self.room = self._open(resume=False)
        self.log: list[str] = []
        self.asked = 0

    def _open(self, resume: bool) -> Room:
        there = self.folder / str(self.number)
        there.mkdir(parents=True, exist_ok=True)
        (there / "room.svg").write_text(ROOM)
        return Room(there, "laptop", "projector", text=LESSON, resume=resume)

    def step(self) -> None:
        """One action, and a look at what the class then sees."""
        name = self.dice.choices(
            ("key", "click", "button", "ask", "plug", "time", "kill"), (60, 12, 10, 3, 3, 10, 0.6)
        )[0]
        self.log.append(name)
        getattr(self, "_" + name)()
        self.room.settle()
        try:
            self.check()
        except AssertionError as error:
            raise AssertionError(f"after {self.log[-12:]}: {error}") from error

    def leave(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, (QDialog, QMenu)):
                widget.close()
        self.room.leave()

    # --- what is done -----------------------------------------------------------------------------------

    def _key(self) -> None:
        key = self.dice.choice(KEYS)
        self.log[-1] = f"key {key.code.name} {key.modifiers.name}"
        windows = self.room.presenter.windows
        if windows.side is not None and windows.side.isVisible():
            self.room.press(key)

    def _click(self) -> None:
        """Somewhere on the class's picture; often where something can be pressed."""
        picture = self.room.presenter.windows.picture
        if picture is None or picture.listed is None:
            return
        controls = picture.listed.controls()
        if controls and self.dice.random() < 0.7:
            control = self.dice.choice(controls)
            x, y, scale = picture.shown_area()
            at = QPoint(round(x + (control.box.x + control.box.w / 2) * scale), round(y + (control.box.y + 5) * scale))
            self.log[-1] = f"click {control.action}"
        else:
            at = QPoint(self.dice.randrange(picture.width()), self.dice.randrange(picture.height()))
        glass = picture.childAt(at) or picture  # a tool lies over the picture, and takes the mouse
        button = self.dice.choice((Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton))
        QTest.mouseClick(glass, button, pos=glass.mapFrom(picture, at))

    def _button(self) -> None:
        side = self.room.presenter.windows.side
        if side is None:
            return
        found = [b for b in side.findChildren(QAbstractButton) if b.isVisible() and b.text() not in LEFT_ALONE]
        if found:
            button = self.dice.choice(found)
            self.log[-1] = f"button {button.accessibleName()}"
            button.click()

    def _ask(self) -> None:
        box, self.asked = self.room.session.box, self.asked + 1
        secret = self.dice.random() < 0.5
        number = box.add(f"{'DISCLOSED' if secret else 'QUEUED'} {self.asked}")
        if secret:
            box.place(number, "disclosure")
        else:
            box.place(number, self.dice.choice(("new", "queued", "answered", "dropped")))
        box.show(self.dice.randint(1, number))

    def _plug(self) -> None:
        self.log[-1] = f"plug {(plugged := self.dice.choice(PLUGS))}"
        self.room.screens.plug(*plugged)

    def _time(self) -> None:
        self.room.pass_by(self.dice.choice((0.2, 1.0, 5.0, 61.0, 400.0)))

    def _kill(self) -> None:
        """The program is gone at once: what is on the disk at this moment is all that is left."""
        there, before = self.folder / str(self.number), self.room.session.state
        self.number += 1
        shutil.copytree(there, self.folder / str(self.number))
        clock = self.room.clock.now
        self.leave()
        self.room = self._open(resume=True)
        self.room.clock.now = clock
        after = self.room.session.state
        assert (after.stop, after.visited, after.tallies, after.questions, after.cover) == (
            before.stop,
            before.visited,
            before.tallies,
            before.questions,
            before.cover,
        )

    # --- what holds -------------------------------------------------------------------------------------

    def check(self) -> None:
        """Nothing private before the class; the windows are where they belong; the session is whole."""
        room = self.room
        if not room.screens.plugged:
            return
        picture = room.presenter.windows.picture
        assert picture is not None
        assert picture.listed is not None
        self._check_seen(told(picture.listed), picture.listed)
        self._check_windows()
        state = room.session.state
        assert not (room.presenter.tools.kind and (state.cover or state.frozen))
        assert state.ended is None
        assert state.stop in state.order
        if self.dice.random() < 0.05:
            assert replay(room.journal.events()) == state

    def _check_seen(self, words: str, listed: DisplayList) -> None:
        state = self.room.session.state
        view = self.room.session.projector_view(self.room.clock())
        assert "SECRET" not in words
        assert "DISCLOSED" not in words
        if "QUEUED" in words:
            assert state.cover == "question"
            assert set(re.findall(r"QUEUED \d+", words)) == {view.asked}
        if view.cover:
            assert "TITLE" not in words, f"{view.cover}: {words}"
            assert not [item for item in listed.items if isinstance(item, Picture) and "room.svg" in item.source]
        if view.beat == 0 and not view.path:
            assert "REASON" not in words
        if view.step.kind == "quiz" and not view.cover:
            assert all(int(number) < view.beat for number in re.findall(r"REASON (\d)", words)), (view.beat, words)
        for sign in ("Traceback", "unexpected", "Error", "could not", "couldn’t"):
            assert sign not in words

    def _check_windows(self) -> None:
        windows = self.room.presenter.windows
        sheet = self.room.presenter.sheets.open
        if windows.side is windows.one:
            assert sheet is None or not sheet.private or self.room.session.state.cover
            return
        projector = windows.projector
        assert projector is not None
        screen = projector.screen().geometry()
        over = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not projector]
        there = [(w, w.geometry(), screen) for w in over if w.geometry().intersects(screen)]
        assert not there, there


def told(listed: DisplayList) -> str:
    """Everything on a picture that somebody could read or hear."""
    parts = [block.text for block in listed.texts()]
    parts += [item.alt for item in listed.items if isinstance(item, Picture)]
    parts += [control.label for control in listed.controls()]
    return "\n".join([*parts, listed.name])
