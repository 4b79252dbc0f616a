"""The disclosure card: what to say and do when a child tells. On the facilitator's own window alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QLabel

from workshop.stage.displaylist import Style
from workshop.stage.fonts import font
from workshop.ui.present.desk import Desk
from workshop.ui.present.panel import SMALLEST, Pen
from workshop.ui.present.sheet import HEAD, Sheet

PAUSE = "Before the class: “Thank you, that matters. Let’s talk right after, just us.”"
"""To be said aloud, kindly, when a pupil begins to tell in the middle of a lesson."""

SAY = (
    "“I believe you.”",
    "“It is not your fault.”",
    "“I am glad that you told me.”",
    "“I will tell only the people who can help keep you safe.”",
)
DO = (
    "Listen. Let them use their own words.",
    "Write down what was said, in their words, soon.",
    "Tell the safeguarding lead today.",
    "If a child is in danger now, call 112.",
)
DO_NOT = (
    "Promise to keep it secret.",
    "Ask for details, or ask why.",
    "Look at, copy or forward any image.",
    "Take the phone by reflex.",
    "Speak to the person it is about.",
)
NO_LEAD = "No safeguarding lead is set. Write the name and number in the library: Help card and school."

COLUMNS = (("Say", SAY, "teal", "message-circle"), ("Do", DO, "sky", "check"), ("Don’t", DO_NOT, "coral", "x"))


class DisclosureCard(Sheet):
    """Say, do, don't, and whom to go to."""

    title = "If a child tells you something"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        staff = desk.staff
        known = " · ".join(part for part in (staff.lead_name, staff.lead_phone) if part)
        self._lead = f"Your safeguarding lead: {known}" if known else NO_LEAD
        self._pause = self._label(PAUSE, 27, 700)
        self._pause.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._columns = [self._label("\n\n".join(lines), 22) for _head, lines, _hue, _icon in COLUMNS]
        for label, (head, lines, _hue, _icon) in zip(self._columns, COLUMNS, strict=True):
            label.setAccessibleName(f"{head}: {' '.join(lines)}")
        self.setAccessibleDescription(self._lead)

    def _label(self, text: str, size: float, weight: int = 400) -> QLabel:
        made = QLabel(text, self)
        made.setWordWrap(True)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        made.setProperty("units", (size, weight))
        return made

    def _dress(self, label: QLabel, color: str) -> None:
        size, weight = label.property("units")
        label.setFont(font(Style(max(SMALLEST, size * self.unit), "text", weight)))
        label.setStyleSheet(f"color: {self.look.hex(color)}; background: transparent;")

    def _column(self, at: int) -> tuple[float, float]:
        """Where a column begins, and how wide it is, in units."""
        width = (self.wide - 56 - 2 * 20) / 3
        return 28 + at * (width + 20), width

    def arrange(self) -> None:
        super().arrange()
        self._dress(self._pause, "sun.on_base")
        self.place(self._pause, 92, HEAD, self.wide - 140, 104)
        for at, label in enumerate(self._columns):
            x, width = self._column(at)
            self._dress(label, "text")
            self.place(label, x + 22, HEAD + 186, width - 34, self.tall - HEAD - 186 - 96)

    def draw(self, pen: Pen) -> None:
        super().draw(pen)
        pen.fill(pen.rect(28, HEAD, self.wide - 56, 104), "sun.base", 14)
        pen.icon("quote", "sun.on_base", pen.rect(46, HEAD + 34, 32, 32), 2.4)
        for at, (head, _lines, hue, icon) in enumerate(COLUMNS):
            x, width = self._column(at)
            pen.fill(pen.rect(x, HEAD + 124, width, self.tall - HEAD - 124 - 92), "raised", 14)
            pen.fill(pen.rect(x + 18, HEAD + 138, 34, 34), f"{hue}.base", 10)
            pen.icon(icon, f"{hue}.on_base", pen.rect(x + 25, HEAD + 145, 20, 20), 2.6)
            pen.write(pen.rect(x + 64, HEAD + 134, width - 70, 42), head, 24, face="head", weight=700)
        self._draw_lead(pen, pen.rect(28, self.tall - 76, self.wide - 56, 60))

    def _draw_lead(self, pen: Pen, box: QRectF) -> None:
        pen.icon("phone", "text", QRectF(box.x(), box.y() + 16 * pen.unit, 28 * pen.unit, 28 * pen.unit), 2.2)
        words = box.adjusted(44 * pen.unit, 0, 0, 0)
        pen.write(words, self._lead, 26, "text", "text", 700, least=17)
