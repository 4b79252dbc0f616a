"""The help directory: where pupils, families and staff of a country get help.

`resources/help-directory.yaml` is one block a country. Only the block asked for is parsed (0.3 ms; the
whole file takes 5 ms), because the help card may be the first thing that a class sees.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from workshop.paths import RESOURCES

if TYPE_CHECKING:
    from datetime import date

DIRECTORY = RESOURCES / "help-directory.yaml"
ORDER = ("helpline", "emergency", "hotline", "removal", "missing", "police", "awareness_centre")
"""Somebody to talk to and the emergency number first: who needs one of these must not have to search for it."""

ANYWHERE = "INT"

_BLOCK = r"^'?{code}'?:\n((?:[ #].*\n|\n)*)"
_COUNTRY = re.compile(r"^'?([A-Z]{2,3})'?:\n  country: (.+)$", re.MULTILINE)


class Confirmation(NamedTuple):
    """That somebody called or opened a service and found it as the directory says: who, and the day as YYYY-MM-DD."""

    by: str
    on: str


class Service(NamedTuple):
    """One way to get help. What is unknown is "". `date` is the source's own, as written there."""

    kind: str
    name: str
    phone: str = ""
    url: str = ""
    source: str = ""
    date: str = ""
    status: str = "unverified"

    @property
    def key(self) -> str:
        """What a facilitator's confirmation is kept under: a changed number or address asks for a new one."""
        return " | ".join((self.kind, self.name, self.phone, self.url))


def countries(directory: Path = DIRECTORY) -> dict[str, str]:
    """The countries of the directory: code to English name, by name; `EU` and `INT` are among them, last."""
    named = dict(_COUNTRY.findall(directory.read_text("utf-8")))
    return dict(sorted(named.items(), key=lambda item: (item[0] in ("EU", ANYWHERE), item[1])))


def services(
    country: str,
    kinds: Collection[str] = (),
    confirmed: Collection[str] = frozenset(),
    directory: Path = DIRECTORY,
) -> tuple[Service, ...]:
    """What helps in a country, in the order to show it; of all kinds where none are named.

    Unverified services are left out unless their `key` is among `confirmed`. A kind for which the country
    has nothing to show is filled from the services that work anywhere.
    """
    text = directory.read_text("utf-8")
    shown = [s for s in _block(text, country) if s.status == "verified" or s.key in confirmed]
    known = {service.kind for service in shown}
    shown += [s for s in _block(text, ANYWHERE) if s.kind not in known and s.status == "verified"]
    wanted = [service for service in shown if not kinds or service.kind in kinds]
    return tuple(sorted(wanted, key=lambda service: ORDER.index(service.kind)))


def unconfirmed(
    country: str, confirmed: Collection[str] = frozenset(), directory: Path = DIRECTORY
) -> tuple[Service, ...]:
    """What pupils don't see in this country until a facilitator has confirmed it."""
    found = _block(directory.read_text("utf-8"), country)
    return tuple(s for s in found if s.status != "verified" and s.key not in confirmed)


def stale_services(
    country: str, confirmed: Mapping[str, Confirmation], today: date, directory: Path = DIRECTORY
) -> tuple[Service, ...]:
    """What is shown in this country though nobody has looked at it for twelve months; `confirmed` is by `key`.

    They stay shown: an old number helps more often than none, and whoever is warned can call it.
    """
    shown = services(country, confirmed=confirmed, directory=directory)
    return tuple(service for service in shown if is_stale(service, today, confirmed.get(service.key)))


def is_stale(service: Service, today: date, checked: Confirmation | None = None) -> bool:
    """True when source and confirmation are both over twelve months old or undated: someone should look again.

    A date that names only a year or a month counts from its first day.
    """
    if checked is not None and not is_stale(service._replace(date=checked.on), today):
        return False
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", service.date):
        return True
    year, month, day = (int(part) for part in f"{service.date}-01-01".split("-")[:3])
    return (year + 1, month, day) < (today.year, today.month, today.day)


def _block(text: str, country: str) -> list[Service]:
    """One country's services, in the file's order; none where the country isn't in it."""
    found = re.search(_BLOCK.format(code=re.escape(country)), text, re.MULTILINE)
    if not found:
        return []
    import yaml  # late: countries() needs none

    loader = getattr(
        yaml, "CBaseLoader", yaml.BaseLoader
    )  # Base: all scalars are text, so 112 and 2017 stay as written
    entries: list[dict[str, Any]] = yaml.load(found[1], loader)["services"]
    return [Service(**entry) for entry in entries]
