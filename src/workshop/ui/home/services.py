"""The help card as pupils get it, with where each entry comes from; and what they don't see yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from workshop.lesson.confirmed import day_words, iso_day
from workshop.lesson.directory import Confirmation, Service, is_stale, services, stale_services, unconfirmed
from workshop.lesson.school import School
from workshop.stage.helplines import PEOPLE as FIRST
from workshop.ui.look import Look
from workshop.ui.sections import Icon
from workshop.ui.widgets import Button, Card, Ground, Label, named

if TYPE_CHECKING:
    from datetime import date

KINDS = {
    "helpline": ("phone", "Someone to talk to"),
    "emergency": ("siren", "In danger right now"),
    "hotline": ("flag", "Report a picture or a page"),
    "removal": ("image-off", "Get a picture removed"),
    "missing": ("map-pin", "A child is missing"),
    "police": ("shield", "Report a crime"),
    "awareness_centre": ("info", "Advice for families and schools"),
}
_TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
FOLLOW = "On the card: the first two. The others follow in the lesson’s help step."
PEOPLE = "At home, at school or at a club. You don't need the right words, and it is never too late to tell."


class ServiceList(Ground):
    """One country's help. `check` asks for a confirmation of a service, `taken_back` ends one.

    `buttons` are the rows' own, by the key of their service.
    """

    check = Signal(object)
    taken_back = Signal(object)
    choose_country = Signal()

    def __init__(
        self, look: Look, country: str, school: School, checked: Mapping[str, Confirmation], today: date
    ) -> None:
        super().__init__(look)
        self._look, self._checked, self._today = look, checked, today
        self.buttons: dict[str, Button] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(24, 8, 24, 24)
        self._rows.setSpacing(12)
        shown = services(country, confirmed=checked) if country else ()
        if not country:
            self._rows.addWidget(self._no_country())
        elif old := stale_services(country, checked, today):
            self._rows.addWidget(self._warning(len(old), len(shown)))
        self._rows.addWidget(self._people(school))
        for line in school.helplines:
            self._rows.addWidget(self._own(Service(line.kind, line.name, line.phone, line.url), line.hours))
        for service in shown:
            self._rows.addWidget(self._service(service))
        hidden = unconfirmed(country, checked) if country else ()
        if hidden:
            self._rows.addWidget(self._hidden(hidden))
        self._rows.addStretch()

    # --- cards ---------------------------------------------------------------------------------------

    def _no_country(self) -> Card:
        button = Button(self._look, "Choose a country", "map-pin", "ink")
        button.clicked.connect(self.choose_country)
        text = "Then pupils see its child helpline and its emergency number. Until then the help card shows no number."
        return self._card(
            "sun.on_tint",
            "map-pin",
            "Choose your country first",
            [self._words(text, "sun.on_tint")],
            button,
            "sun.tint",
        )

    def _warning(self, old: int, among: int) -> Card:
        one = old == 1
        head = f"{old} of {among} {'entry' if among == 1 else 'entries'} to check again"
        them = "it" if one else "them"
        text = (
            f"Nobody has checked {them} in the last 12 months. Pupils still see {them}. "
            "Call the number or open the page yourself; where it is right, press “I checked it”."
        )
        return self._card("sun.on_tint", "triangle-alert", head, [self._words(text, "sun.on_tint")], None, "sun.tint")

    def _people(self, school: School) -> Card:
        shown = [Label(self._look, name.replace("*", ""), "strong", wrap=True) for name in school.people]
        if len(school.people) > FIRST:
            shown.append(self._words(FOLLOW, "muted"))
        shown.append(self._words(PEOPLE))
        return self._card("teal.line", "heart-handshake", "A grown-up you trust, first of all", shown)

    def _own(self, service: Service, hours: str) -> Card:
        icon, kind = KINDS[service.kind]
        shown = [*self._about(service), *([self._words(hours)] if hours else [])]
        shown.append(Label(self._look, "Your school’s own entry", "small", "muted", wrap=True))
        return self._card("teal.line", icon, kind, shown)

    def _service(self, service: Service) -> Card:
        icon, kind = KINDS[service.kind]
        checked = self._checked.get(service.key)
        shown = [*self._about(service), self._source(service)]
        if checked:
            told = f"Checked by {checked.by} on {_day(checked.on)}"
            shown.append(Label(self._look, told, "small", "muted", wrap=True))
        button = None
        if is_stale(service, self._today, checked):
            shown.append(Label(self._look, "Not checked for over 12 months", "label", "warning", wrap=True))
            button = self._button(service, "I checked it", "check", f"I checked {_short(service)}", self.check)
        elif checked:
            button = self._button(service, "Take back", "undo-2", f"Take back: {_short(service)}", self.taken_back)
        hue = "coral" if service.kind == "emergency" else "sky"
        return self._card(f"{hue}.line", icon, kind, shown, button)

    def _hidden(self, hidden: Iterable[Service]) -> QWidget:
        """A group of its own, flat on the page."""
        group = QWidget()
        rows = QVBoxLayout(group)
        rows.setContentsMargins(0, 16, 0, 0)
        rows.setSpacing(12)
        rows.addWidget(Label(self._look, "Pupils don’t see these yet", "section", wrap=True))
        text = "Nobody has confirmed them. Call the number or open the page; where it is right, confirm it by name."
        rows.addWidget(Label(self._look, text, "body", "muted", wrap=True))
        for service in hidden:
            icon, kind = KINDS[service.kind]
            button = self._button(service, "Confirm…", "check", f"Confirm {_short(service)}", self.check)
            shown = [*self._about(service), self._source(service)]
            rows.addWidget(self._card("muted", icon, kind, shown, button, "sunken"))
        return group

    # --- parts of a card -------------------------------------------------------------------------------

    def _about(self, service: Service) -> list[Label]:
        shown = [Label(self._look, service.name, "body", wrap=True)]
        if service.phone:
            shown.append(Label(self._look, service.phone, "section", wrap=True))
        if service.url:
            shown.append(Label(self._look, service.url, "help", wrap=True))
        return shown

    def _source(self, service: Service) -> Label:
        told = ", ".join(part for part in (service.source, service.date) if part)
        return Label(self._look, f"Source: {told or 'not given'}", "small", "muted", wrap=True)

    def _words(self, text: str, color: str = "text") -> Label:
        return Label(self._look, text, "body", color, wrap=True)

    def _button(self, service: Service, text: str, icon: str, name: str, signal: SignalInstance) -> Button:
        button = Button(self._look, text, icon)
        named(button, name)
        button.clicked.connect(lambda: signal.emit(service))
        self.buttons[service.key] = button
        return button

    def _card(
        self, token: str, icon: str, head: str, shown: list[Label], button: QWidget | None = None, face: str = "surface"
    ) -> Card:
        card = Card(self._look, 16, face)
        layout = QGridLayout(card)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setHorizontalSpacing(16)
        layout.setVerticalSpacing(10)
        layout.addWidget(Icon(self._look, icon, token, 28), 0, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        color = "sun.on_tint" if face == "sun.tint" else "text"
        for label in (Label(self._look, head, "control", color, wrap=True), *shown):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.addWidget(label)
        layout.addLayout(words, 0, 1)
        layout.setColumnStretch(1, 1)
        if button is not None:
            beside = self._look.scale <= 125
            layout.addWidget(button, *((0, 2) if beside else (1, 1)), _TOP_LEFT)
        return card


def _short(service: Service) -> str:
    """What it is called, and what to dial."""
    return ", ".join(part for part in (service.name, service.phone) if part)


def _day(iso: str) -> str:
    day = iso_day(iso)
    return day_words(day) if day else iso
