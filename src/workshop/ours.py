"""What this computer adds to every lesson: its country, its school, and what its facilitators confirmed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from workshop.lesson.model import Help, Lesson
from workshop.paths import Places
from workshop.settings import SettingsFile

if TYPE_CHECKING:
    from workshop.lesson.directory import Service
    from workshop.lesson.school import School
    from workshop.stage.page import HelpLine


class Ours:
    """The school of this computer; where nothing was set, it costs no reading."""

    def __init__(self, places: Places, settings: SettingsFile) -> None:
        self._places, self._settings = places, settings

    def read_anew(self) -> None:
        """After a change: the next question reads the file again."""
        self.__dict__.pop("school", None)

    @cached_property
    def school(self) -> School | None:
        """What school.yaml says; None where there is none."""
        if not self._places.school.exists():
            return None
        from workshop.lesson.school import read_school

        return read_school(self._places.school)[0]

    @property
    def country(self) -> str:
        """A code of the help directory, "" where none is set. What school.yaml says comes first."""
        return (self.school.country if self.school else "") or self._settings.value.country

    def hidden(self, lesson: Lesson) -> frozenset[str]:
        """The steps of a lesson that this school leaves out."""
        return frozenset(self.school.hidden.get(lesson.id, ())) if self.school else frozenset()

    def help(self, lesson: Lesson, words: Mapping[str, Any]) -> tuple[tuple[HelpLine, ...], tuple[HelpLine, ...]]:
        """The rows of a lesson's help card, and those that follow in its help step."""
        from workshop.stage.helplines import help_lines

        people = self.school.people if self.school else ()
        wanted = {kind for step in lesson.steps if isinstance(step, Help) for kind in step.services}
        return help_lines(self.country, people, words, wanted, self._confirmed(), own=self._services())

    def _confirmed(self) -> Collection[str]:
        """The keys of the services that a facilitator confirmed."""
        if not self._places.confirmed.exists():
            return ()
        from workshop.lesson.confirmed import read_confirmed

        return read_confirmed(self._places.confirmed)

    def _services(self) -> tuple[Service, ...]:
        """The helplines that this school trusts, as the directory would tell them."""
        from workshop.lesson.directory import Service

        own = self.school.helplines if self.school else ()
        return tuple(Service(line.kind, line.name, line.phone, line.url, status="verified") for line in own)
