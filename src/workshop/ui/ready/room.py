"""The room check: one line for each thing that may go wrong in front of a class, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup

from workshop.lesson.problems import WorkshopError
from workshop.settings import SettingsFile
from workshop.ui.look import Look
from workshop.ui.ready import checks
from workshop.ui.ready.checks import Check, Plugged, Power
from workshop.ui.ready.clicker import Pad, Spell
from workshop.ui.ready.rows import CheckRow
from workshop.ui.screens import Screens, name_of
from workshop.ui.sections import Section
from workshop.ui.widgets import Button, Chip, named

AGAIN = 4000  # ms after which the charger and the disk are looked at again


class Machine(NamedTuple):
    """What this computer can be asked and told; all of it handed in, so that a test can be any computer.

    `power` and `free` (bytes) give None where unknown; `awake` a sentence where the screen would go dark, else "";
    `silence` says how messages are turned off; `play` makes a soft sound, False where nothing can; `spell` gives the
    names of a key.
    """

    power: Callable[[], Power | None]
    free: Callable[[], int | None]
    awake: Callable[[], str]
    silence: str
    play: Callable[[], bool]
    spell: Spell


class Line(CheckRow):
    """A finding that is looked at again when something may have `changed`. `troubled` says what couldn't be done."""

    changed = Signal()
    troubled = Signal(str)

    def __init__(self, look: Look, title: str, find: Callable[[], Check], button: Button | None = None) -> None:
        super().__init__(look, title, button)
        self.look, self._find = look, find

    def refresh(self) -> None:
        before, found = self.check, self._find()
        if found != before:
            self.show_check(found)
            self.changed.emit()

    def answer(self, text: str, pressed: Callable[[], object]) -> Button:
        """A button below the words, hidden until it is wanted."""
        button = Button(self.look, text)
        named(button, f"{self.title}: {text}")
        button.clicked.connect(lambda _checked=False: pressed())
        button.hide()
        self.below.addWidget(button)
        return button


class ProjectorLine(Line):
    """Which screen the class sees. `projector` is the name of the one chosen here, "" where none was.

    `numbers_wanted` asks for numbers on the screens, `chosen` follows a choice.
    """

    numbers_wanted = Signal()
    chosen = Signal()

    def __init__(self, look: Look, settings: SettingsFile, screens: Screens, one_screen: bool) -> None:
        self._settings, self._screens, self._one_screen = settings, screens, one_screen
        self.projector = ""
        self._seen = ""  # the name of the screen that the class would see now
        self.chips: list[Chip] = []
        self._group = QButtonGroup()
        super().__init__(look, "Projector", self._look_at_it, Button(look, "Show numbers", "monitor"))
        assert self.button is not None
        self.button.clicked.connect(self.numbers_wanted)

    def plugged(self) -> tuple[Plugged, ...]:
        """The screens, numbered from the left; one where they can't be told apart by the class."""
        arrangement = self._screens.arrangement(self._settings.value.projector, self._one_screen, self.projector)
        if arrangement is None or arrangement.projector is None:
            return ()
        there = self._screens.all()
        ordered = sorted(there, key=lambda screen: (screen.geometry().x(), screen.geometry().y()))
        primary = self._screens.primary()
        return tuple(Plugged(at, name_of(s, there), s is primary) for at, s in enumerate(ordered, 1))

    def choose(self, name: str) -> None:
        """Have that screen as the projector. The main screen is for this lesson alone; another is remembered."""
        self.projector = name
        if not any(screen.primary for screen in self.plugged() if screen.name == name):
            try:
                self._settings.change(projector=name)
            except WorkshopError as why:
                self.troubled.emit(str(why))
        self.refresh()
        self.chosen.emit()

    def press(self, number: int) -> None:
        """Have the screen of that number as the projector; nothing where there is none."""
        for screen in self.plugged():
            if screen.number == number:
                self.choose(screen.name)

    def _look_at_it(self) -> Check:
        screens = self.plugged()
        arrangement = self._screens.arrangement(self._settings.value.projector, self._one_screen, self.projector)
        self._seen = name_of(arrangement.picture, self._screens.all()) if arrangement is not None else ""
        known = self.projector or self._settings.value.projector
        return checks.projector(screens, self._seen, known, self._one_screen)

    def refresh(self) -> None:
        super().refresh()
        screens = self.plugged()
        assert self.button is not None
        self.button.setVisible(bool(screens))
        if [chip.text() for chip in self.chips] != [f"Screen {screen.number}" for screen in screens]:
            self._show_chips(screens)
        for chip, screen in zip(self.chips, screens, strict=True):
            named(chip, f"Screen {screen.number}, {screen.name}, is the class’s")
            chip.setChecked(screen.name == self._seen)

    def _show_chips(self, screens: tuple[Plugged, ...]) -> None:
        for chip in self.chips:
            self._group.removeButton(chip)
            self.below.remove(chip)
        self.chips = []
        for screen in screens:
            chip = Chip(self.look, f"Screen {screen.number}", "")
            chip.clicked.connect(lambda _checked=False, number=screen.number: self.press(number))
            self._group.addButton(chip)
            self.below.addWidget(chip)
            self.chips.append(chip)


class ChartLine(Line):
    """Whether the back row can read. `chart_wanted` asks for the chart or to put it away, `recoloured` for it anew."""

    chart_wanted = Signal()
    recoloured = Signal()

    def __init__(self, look: Look, settings: SettingsFile) -> None:
        self._settings = settings
        self.reads: bool | None = None
        self._asked = False
        super().__init__(look, "Back row", self._look_at_it, Button(look, "Show the chart", "eye"))
        assert self.button is not None
        self.button.clicked.connect(self.chart_wanted)
        self.yes = self.answer("Yes", partial(self.say, True))
        self.no = self.answer("No", partial(self.say, False))
        self.contrast = self.answer("High contrast", self._more_contrast)

    def ask(self) -> None:
        """The chart is to be seen now, so there is something to answer."""
        self._asked, self.reads = True, None
        self._show()

    def say(self, reads: bool) -> None:
        self.reads = reads
        self._show()

    def _more_contrast(self) -> None:
        try:
            self._settings.change(stage_theme="contrast")
        except WorkshopError as why:
            self.troubled.emit(str(why))
        self.recoloured.emit()
        self.yes.setFocus()

    def _show(self) -> None:
        """Answers while they are wanted; high contrast where it would be new."""
        self.yes.setVisible(not self.reads)
        self.no.setVisible(not self.reads)
        self.contrast.setVisible(self.reads is False and self._settings.value.stage_theme != "contrast")
        self.refresh()

    def _look_at_it(self) -> Check:
        return checks.reading(self.reads, self._settings.value.stage_theme, self._asked)


class ClickerLine(Line):
    """Press each button."""

    def __init__(self, look: Look, settings: SettingsFile, spell: Spell) -> None:
        self.pad = Pad(look, settings, spell)
        super().__init__(look, "Clicker", self._look_at_it, Button(look, "Test buttons", "keyboard"))
        assert self.button is not None
        self.button.clicked.connect(lambda _checked=False: self.test())
        self.pad.changed.connect(self.refresh)
        self.pad.troubled.connect(self.troubled)
        self.pad.hide()
        self.rows.addWidget(self.pad)

    def test(self) -> None:
        self.pad.show()
        self.pad.setFocus()

    def _look_at_it(self) -> Check:
        return checks.clicker(self.pad.seen, self.pad.unknown)


class SoundLine(Line):
    """A soft sound, and whether it was heard."""

    def __init__(self, look: Look, play: Callable[[], bool]) -> None:
        self.heard: bool | None = None
        self._play, self._mute = play, False
        super().__init__(look, "Sound", self._look_at_it, Button(look, "Press to hear", "volume-2"))
        assert self.button is not None
        self.button.clicked.connect(lambda _checked=False: self._sound())
        self.yes = self.answer("I heard it", partial(self.say, True))
        self.no = self.answer("I didn’t", partial(self.say, False))

    def _sound(self) -> None:
        self._mute = not self._play()
        self._show(answers=not self._mute)

    def say(self, heard: bool) -> None:
        self.heard = heard
        self._show(answers=not heard)

    def _look_at_it(self) -> Check:
        return checks.sound(self.heard, self._mute)

    def _show(self, answers: bool) -> None:
        self.yes.setVisible(answers)
        self.no.setVisible(answers)
        self.refresh()


class MessagesLine(Line):
    """Messages of other programs, which the facilitator turns off and then says so."""

    def __init__(self, look: Look, how: str) -> None:
        self.off = False
        find = partial(self._look_at_it, how)
        super().__init__(look, "Messages", find, Button(look, "They are off", "bell-off"))
        assert self.button is not None
        self.button.clicked.connect(lambda _checked=False: self._say())

    def _look_at_it(self, how: str) -> Check:
        return checks.notifications(self.off, how)

    def _say(self) -> None:
        assert self.button is not None
        self.off = not self.off
        self.button.set_words(*(("They are on", "bell") if self.off else ("They are off", "bell-off")), "")
        named(self.button, f"{self.title}: {self.button.text()}")
        self.refresh()


class RoomCheck(Section):
    """All lines. `changed` follows every new finding, `troubled` says what couldn't be remembered."""

    changed = Signal()
    troubled = Signal(str)

    def __init__(
        self, look: Look, settings: SettingsFile, screens: Screens, machine: Machine, one_screen: bool = False
    ) -> None:
        self._machine = machine
        self._trouble: str | None = None  # of keeping awake; None until it was tried
        self.projector = ProjectorLine(look, settings, screens, one_screen)
        self.chart = ChartLine(look, settings)
        self.clicker = ClickerLine(look, settings, machine.spell)
        self.sound = SoundLine(look, machine.play)
        self.awake = Line(look, "Sleep and screen saver", lambda: checks.awake(self._trouble))
        self.battery = Line(look, "Battery", lambda: checks.battery(machine.power()))
        self.messages = MessagesLine(look, machine.silence)
        self.disk = Line(look, "Disk", lambda: checks.disk(machine.free()))
        self.lines: tuple[Line, ...] = (
            *(self.projector, self.chart, self.clicker, self.sound),
            *(self.awake, self.battery, self.messages, self.disk),
        )
        super().__init__(look, "The room", "monitor-check", self.lines)
        self.rows.setSpacing(4)
        self.rows.insertSpacing(1, 6)  # below the heading
        for line in self.lines:
            line.changed.connect(self.changed)
            line.troubled.connect(self.troubled)
        self._again = QTimer(self, interval=AGAIN)
        self._again.timeout.connect(self.look_again)
        self.refresh()

    def begin(self) -> None:
        """What the window's first picture need not wait for: whether this computer stays awake."""
        self._trouble = self._machine.awake()
        self.awake.refresh()
        self._again.start()

    def look_again(self) -> None:
        """At what changes by itself."""
        for line in (self.projector, self.battery, self.disk):
            line.refresh()

    def refresh(self) -> None:
        for line in self.lines:
            line.refresh()

    def found(self) -> list[Check]:
        return [line.check for line in self.lines]
