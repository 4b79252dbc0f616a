"""Puts the window before a lesson together from this computer's parts."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from workshop.lesson.confirmed import Confirmed, read_confirmed
from workshop.lesson.directory import countries, stale_services
from workshop.lesson.library import find
from workshop.lesson.model import Lesson
from workshop.lesson.problems import WorkshopError
from workshop.lesson.reader import read
from workshop.lesson.school import School
from workshop.lesson.school_file import SchoolFile
from workshop.paths import Places
from workshop.settings import SettingsFile
from workshop.stage.page import Setting
from workshop.ui import awake
from workshop.ui.chime import Chime
from workshop.ui.home.help_card import HelpCard
from workshop.ui.look import Look
from workshop.ui.present.keys import spellings
from workshop.ui.ready import checklist, machine
from workshop.ui.ready.checklist import Item
from workshop.ui.ready.room import Machine
from workshop.ui.ready.window import ReadyWindow
from workshop.ui.screens import Screens


class Here(NamedTuple):
    """This computer: its settings and screens, its school if one is set, and where everything is kept."""

    settings: SettingsFile
    screens: Screens
    school: School | None
    places: Places
    one_screen: bool


def ready_window(here: Here, look: Look, setting: Setting, hidden: frozenset[str], country: str) -> ReadyWindow:
    """The window before the lesson of `setting`.

    `hidden` are steps that this school leaves out, `country` is a code of the help directory.
    """
    lesson = setting.lesson
    return ReadyWindow(
        look,
        setting,
        items_of(lesson, here.places, here.school, country),
        checklist.about(lesson, hidden, partial(_title_of, here.places)),
        here.settings,
        here.screens,
        _this_machine(here.places.data),
        date.today(),
        here.one_screen,
    )


def items_of(lesson: Lesson, places: Places, school: School | None, country: str) -> tuple[Item, ...]:
    """The checklist of a lesson in this school and country, a code of the help directory, "" where none is set."""
    lead = checklist.Lead(school.lead_name, school.lead_phone) if school else checklist.Lead()
    stale = stale_services(country, read_confirmed(places.confirmed), date.today()) if country else ()
    return checklist.items(lesson, lead, checklist.Shown(country, countries().get(country, country), len(stale)))


def show_help(window: ReadyWindow, settings: SettingsFile, own: Places, changed: Callable[[], object]) -> None:
    """Open the help card over the window. `changed` is called when the country or the school isn't what it was."""
    card = HelpCard(
        window.look,
        SchoolFile(own.school),
        Confirmed(own.confirmed),
        settings.value.country,
        date.today(),
        window,
    )
    card.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def remember(code: str) -> None:
        try:
            settings.change(country=code)
        except WorkshopError as error:
            window.notice.tell(str(error))
        changed()

    card.country_chosen.connect(remember)
    card.changed.connect(changed)
    card.open()


def _title_of(places: Places, lesson_id: str) -> str:
    """What a lesson is called; its id where it isn't there or can't be read."""
    found = find(lesson_id, places)
    lesson = read(found).lesson if found is not None else None
    return lesson.title if lesson is not None else lesson_id


def _this_machine(data: Path) -> Machine:
    chime = Chime()

    def play() -> bool:
        chime.play()
        return not chime.mute

    return Machine(
        power=machine.power,
        free=lambda: machine.free_room(data),
        awake=awake.trouble,
        silence=machine.how_to_silence(sys.platform, os.environ),
        play=play,
        spell=lambda event: spellings(event, QApplication.platformName()),
    )
