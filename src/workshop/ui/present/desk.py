"""What sheets over the facilitator's window work with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from workshop.session.session import Session
from workshop.settings import SettingsFile
from workshop.stage.displaylist import Canvas
from workshop.ui.stageview import Compose

if TYPE_CHECKING:  # imported when a console is made
    from workshop.ui.look import Look


class Staff(NamedTuple):
    """Whom the school's adults go to; for the facilitator alone."""

    lead_name: str = ""
    lead_phone: str = ""


NO_STAFF = Staff()


class Desk(NamedTuple):
    """What sheets work with. `trigger` is given the id of an action, `tell` a sentence for the facilitator."""

    session: Session
    look: Look
    compose: Compose
    trigger: Callable[[str], None]
    go: Callable[[int], None]
    tell: Callable[[str], None]
    settings: SettingsFile
    staff: Staff
    canvas: Canvas
