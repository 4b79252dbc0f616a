"""Sheets: what lies over the facilitator's window for a while, such as the disclosure card. One at a time.

A private sheet never comes to a screen that the class sees without being asked for twice: where one screen serves for
both, the first press puts the neutral slide on and says what to do, the second shows the sheet.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workshop.ui.present.desk import Desk

if TYPE_CHECKING:  # imported when a sheet is opened
    from workshop.ui.present.sheet import Sheet


def make(name: str, desk: Desk) -> Sheet:
    """The sheet of that name, which is also the id of the action that opens it."""
    from workshop.ui.present.disclosure import DisclosureCard
    from workshop.ui.present.jump import JumpSheet
    from workshop.ui.present.mapsheet import MapSheet
    from workshop.ui.present.pace import PaceSheet
    from workshop.ui.present.questions import QuestionSheet

    made: dict[str, Callable[[Desk], Sheet]] = {
        "disclosure": DisclosureCard,
        "jump": JumpSheet,
        "map": MapSheet,
        "pace": PaceSheet,
        "questions": QuestionSheet,
    }
    return made[name](desk)


class Sheets:
    """Which sheet is open. `mount` puts a sheet over the facilitator's window, or takes it away (None)."""

    def __init__(self, desk: Callable[[], Desk | None], mount: Callable[[Sheet | None], None]) -> None:
        self._desk, self._mount = desk, mount
        self.open: Sheet | None = None
        self.name = ""
        self._cover = ""  # of the class's picture when the sheet was opened
        self._drafts: dict[str, object] = {}  # what was typed in a sheet and not yet given, by the sheet's name
        self.asked = ""  # the private sheet that was asked for on a screen that the class sees

    def toggle(self, name: str, shared: bool) -> None:
        """Open a sheet, or close it if it is the one that is open. `shared`: the class sees the screen it comes to."""
        desk = self._desk()
        if desk is None:
            return
        if self.open is not None and self.name == name:
            self.close()
            return
        made = make(name, desk)
        cover = desk.session.state.cover
        if shared and (made.private or cover) and self.asked != name:  # any sheet may tell what a cover hides
            made.deleteLater()
            self.asked = name
            if not cover:
                desk.session.neutral()
            return
        self.close()
        self.open, self.name, self.asked, self._cover = made, name, "", cover
        self._mount(made)
        made.refresh(desk.session.clock())
        made.show()
        made.raise_()
        made.window().activateWindow()  # a touch at the board may have given the class's window the keyboard
        made.opened()
        if (draft := self._drafts.pop(name, None)) is not None:
            made.take_up(draft)

    def follow(self, cover: str) -> None:
        """On a screen that the class sees: put the sheet away when the picture below it becomes another."""
        if self.open is not None and (not cover or cover != self._cover):
            self.close()

    def close(self) -> bool:
        """Put the open sheet away; False where none is open."""
        self.asked = ""
        if self.open is None:
            return False
        sheet, name, self.open, self.name = self.open, self.name, None, ""
        if (draft := sheet.draft()) is not None:
            self._drafts[name] = draft
        window = sheet.window()
        focus = window.focusWidget()
        if focus is not None and sheet.isAncestorOf(focus):
            window.setFocus()  # else a button would have the keyboard that nobody gave it
        self._mount(None)
        sheet.hide()
        sheet.deleteLater()
        return True

    def refresh(self, now: float) -> None:
        if self.open is not None:
            self.open.refresh(now)
