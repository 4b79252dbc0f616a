"""What all sheets share: a title, a way out and a place over the facilitator's window."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from workshop.ui.present.desk import Desk
from workshop.ui.present.panel import KeyButton, Panel, Pen

HEAD = 76.0  # units above a sheet's contents


class Sheet(Panel):
    """A panel with a title and a way out. `broad` ones take the whole width of the console."""

    title = ""
    surface = ""
    private = True  # what the class may not see
    broad = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.closing = KeyButton(desk.look, "Close", "x", "Esc")
        self.closing.size_units, self.closing.cap_units = 20.0, 34.0
        self.closing.setParent(self)
        self.closing.clicked.connect(lambda: desk.trigger("escape"))
        self.setAccessibleName(self.title)

    def refresh(self, now: float) -> None:
        """Show what the session is now; called after each change."""

    def opened(self) -> None:
        """The sheet has come up: the Tab key goes on from here. Sheets for typing give their line the keyboard."""
        self.setFocus()

    def draft(self) -> object | None:
        """What was typed and not yet given, to be taken up when the sheet is opened again."""
        return None

    def take_up(self, draft: object) -> None:
        """Go on with what `draft` gave."""

    def arrange(self) -> None:
        self.closing.unit = self.unit
        self.place(self.closing, self.wide - 204, 14, 188, 50)

    def draw(self, pen: Pen) -> None:
        pen.painter.fillRect(self.rect(), self.look.color("window"))  # nothing below shows at the round corners
        pen.fill(QRectF(self.rect()), "surface", self.radius, "divider" if self.look.theme.edge else "", 2)
        pen.write(pen.rect(28, 14, self.wide - 250, 50), self.title, 28, face="head", weight=700)
