"""The rows of the help card: people, the country's child helpline and emergency number, then what else helps there."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from workshop.lesson.directory import DIRECTORY, Service, services
from workshop.stage.page import HelpLine
from workshop.stage.rich import plain

MOST_ROWS = 6  # of a picture
MOST = 5  # on the card where a second picture follows; a helpline of the school's own is one more
PEOPLE = 2  # of the school who are on the card in any case
CALLED = ("helpline", "emergency")  # whose first number is on the card in any case
PLAIN = ("helpline", "emergency", "hotline")  # where no country is set: whom to ask, and not one number
USUAL = ("helpline", "emergency", "hotline", "removal")
SIGNS = {
    "adult": ("user-round", "sun"),
    "helpline": ("message-circle-heart", "teal"),
    "emergency": ("phone", "sky"),
    "hotline": ("flag", "lilac"),
    "removal": ("image-minus", "coral"),
    "missing": ("search", "sun"),
    "police": ("shield", "lilac"),
}
_FOR_ADULTS = re.compile(r"\b(parents|professionals|staff|adults)\b|\b18 or over\b")
_UNFIT = re.compile(r"porn|\bsex|\bpa?edo", re.IGNORECASE)  # in a few official names; a class needn't read it
_FREE = re.compile(r"\bfree\b")
_LONGEST_NAME = 20


def help_lines(
    country: str,
    people: Sequence[str],
    words: Mapping[str, Any],
    kinds: Collection[str] = (),
    confirmed: Collection[str] = frozenset(),
    directory: Path = DIRECTORY,
    own: Sequence[Service] = (),
) -> tuple[tuple[HelpLine, ...], tuple[HelpLine, ...]]:
    """The card's rows, at most six, and the rows that follow in the help step, which has room for more pictures.

    They are for a country ("" where none is set), the school's people and the words of a language. On the card are a
    trusted adult, the first of the people, and always whom to call: a helpline of the school's, the country's child
    helpline and its emergency number. Nobody and nothing is dropped for want of room.
    `kinds` are the services wanted, the usual ones where none are named. Unverified services are left out unless
    their `key` is among `confirmed`, and so are those for parents or staff. A number is shown only as the directory
    tells it; where it tells none, the row says what to ask for. `own` are services that the school trusts: they come
    before those of the directory.
    """
    adults = [_adult(words), *(person_row(name) for name in people)]
    wanted = [kind for kind in SIGNS if kind in (kinds or (USUAL if country else PLAIN))]
    told = services(country, wanted, confirmed, directory) if country and wanted else ()
    offered = [s for s in told if not _FOR_ADULTS.search(s.name)]
    spare = max(0, MOST - len(adults) - len(wanted))  # for a second helpline
    rows: list[tuple[bool, HelpLine]] = []  # each with whether it may follow
    for kind in wanted:
        trusted = [_own_row(s) for s in own if s.kind == kind]
        known = _told_rows(kind, offered, spare, words) if kind in CALLED or not trusted else []
        rows += [(kind != "helpline" or at > 0, line) for at, line in enumerate(trusted)]
        rows += [(kind not in CALLED or at > 0, line) for at, line in enumerate(known)]
    if len(adults) + len(rows) <= MOST_ROWS:
        return (*adults, *(line for _, line in rows)), ()
    ranked = [line for _, line in sorted(rows, key=lambda told: told[0])]
    room = MOST + any(s.kind == "helpline" for s in own) - len(adults[: 1 + PEOPLE])
    return (*adults[: 1 + PEOPLE], *ranked[:room]), (*adults[1 + PEOPLE :], *ranked[room:])


def _told_rows(kind: str, offered: Sequence[Service], spare: int, words: Mapping[str, Any]) -> list[HelpLine]:
    """What the directory tells of a kind: its first service, and more helplines where there is room."""
    found: list[Service | None] = [s for s in offered if s.kind == kind]
    return [row(kind, one, words) for one in found[: 1 + (spare if kind == "helpline" else 0)] or [None]]


def person_row(name: str) -> HelpLine:
    """A person to name first; what follows a comma is the note: `Ms Lee, room 4`."""
    icon, hue = SIGNS["adult"]
    head, *rest = re.split("[,،] ", plain(name), maxsplit=1)
    return HelpLine(icon, hue, head, *(rest or ("",)))


def row(kind: str, service: Service | None, words: Mapping[str, Any]) -> HelpLine:
    """One service; without one, the kind's own name and where to ask."""
    icon, hue = SIGNS[kind]
    head = _head(service) if service else ""
    if not head:
        return HelpLine(icon, hue, words[kind], words["ask_teacher" if kind == "helpline" else f"{kind}_note"])
    free = kind == "helpline" and service is not None and _FREE.search(service.name)
    return HelpLine(icon, hue, head, words["helpline_free" if free else f"{kind}_note"])


def _own_row(service: Service) -> HelpLine:
    """A school's own service: what to dial, and its name."""
    return HelpLine(*SIGNS[service.kind], service.phone or service.name, service.name if service.phone else service.url)


def _adult(words: Mapping[str, Any]) -> HelpLine:
    return HelpLine(*SIGNS["adult"], words["adult"], words["adult_note"])


def _head(service: Service) -> str:
    """What to dial, else the name, else the address; "" where all are too long to be read across a room, or unfit."""
    name = re.split(r" \(|: ", service.name)[0]
    host = re.sub(r"^https?://(www\.)?|/.*", "", service.url)
    return service.phone or next((short for short in (name, host) if _suits(short)), "")


def _suits(head: str) -> bool:
    return 0 < len(head) <= _LONGEST_NAME and not _UNFIT.search(head)
