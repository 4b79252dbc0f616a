"""What only the facilitator reads: the line to say, the notes, what to listen for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from workshop.lesson.model import Discuss, Scenario, Step
from workshop.session.view import View
from workshop.stage.displaylist import Style
from workshop.stage.fonts import font
from workshop.ui.look import Look
from workshop.ui.present.panel import CENTER, KeyButton, Panel, Pen

SIZES = (20, 60)  # units, smallest and largest
STEP = 4


def notes_of(view: View) -> str:
    """The facilitator's text for a view, as Markdown."""
    step = view.step
    parts = [_quoted(step.say), step.notes.strip(), *_by_kind(step, view.card)]
    if step.answers_for_staff:
        parts.append(f"**Answers:** {step.answers_for_staff.strip()}")
    if step.flags:
        parts.append(f"**Know beforehand:** {', '.join(step.flags)}")
    return "\n\n".join(part for part in parts if part)


def _quoted(say: str) -> str:
    return f"**Say:** “{' '.join(say.split())}”" if say else ""


def _by_kind(step: Step, card: str) -> list[str]:
    if isinstance(step, Discuss):
        return [_listed("Listen for", step.listen_for), _listed("To go on", step.follow_up)]
    if isinstance(step, Scenario) and card in step.cards:
        return [_listed("The class may say", step.cards[card].possible_responses)]
    return []


def _listed(head: str, lines: tuple[str, ...]) -> str:
    return f"**{head}**\n\n" + "\n".join(f"- {' '.join(line.split())}" for line in lines) if lines else ""


class NotesText(QTextBrowser):
    """Notes as text that can be scrolled and read aloud."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._notes = look, ""
        self.setAccessibleName("Notes")
        self.setProperty("own_keys", True)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setStyleSheet(f"QTextBrowser {{ background: transparent; color: {look.hex('text')}; }}")
        self.document().setDocumentMargin(0)

    def show_notes(self, notes: str) -> None:
        if notes == self._notes:
            return
        self._notes = notes
        self._set()

    def set_size(self, pixels: float) -> None:
        self.setFont(font(Style(pixels)))
        self._set()

    def _set(self) -> None:
        self.document().setDefaultFont(self.font())
        self.document().setMarkdown(
            self._notes or "No notes for this step.", QTextDocument.MarkdownFeature.MarkdownNoHTML
        )
        self.verticalScrollBar().setValue(0)


class Notes(Panel):
    """The notes, with buttons for their size. `resize_notes` is called with the new size in units."""

    def __init__(self, look: Look, size: int, resize_notes: Callable[[int], None]) -> None:
        super().__init__(look)
        self.size_now, self._resize = size, resize_notes
        self.text = NotesText(look, self)
        self._smaller = KeyButton(look, "A−", "")
        self._larger = KeyButton(look, "A+", "")
        for button, name, by in ((self._smaller, "Smaller notes", -STEP), (self._larger, "Larger notes", STEP)):
            button.setParent(self)
            button.size_units = 22
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda _checked=False, by=by: self.change_size(by))

    def change_size(self, by: int) -> None:
        size = max(SIZES[0], min(SIZES[1], self.size_now + by))
        if size != self.size_now:
            self.size_now = size
            self._resize(size)
            self.arrange()
            self.update()

    def arrange(self) -> None:
        for button, x in ((self._smaller, self.wide - 182), (self._larger, self.wide - 72)):
            button.unit = self.unit
            self.place(button, x, 14, 56, 44)
        self.place(self.text, 24, 70, self.wide - 36, self.tall - 84)
        self.text.set_size(self.size_now * self.unit)

    def draw(self, pen: Pen) -> None:
        pen.write(pen.rect(24, 14, 200, 44), "Notes", 22, face="head", weight=600)
        pen.write(pen.rect(self.wide - 122, 14, 44, 44), str(self.size_now), 20, face="head", weight=600, align=CENTER)
