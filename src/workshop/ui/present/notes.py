"""What only the facilitator reads: the line to say, the notes, what to listen for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from workshop.lesson.model import Discuss, Poll, Scenario, Step
from workshop.session.view import View
from workshop.stage.displaylist import Style
from workshop.stage.fonts import font
from workshop.ui.keysinuse import KeysInUse
from workshop.ui.look import Look
from workshop.ui.present.panel import CENTER, KeyButton, Panel, Pen
from workshop.ui.present.script import script

SIZES = (20, 60)  # units, smallest and largest
STEP = 4
LINE_HEIGHT = 122.0  # percent of the typeface's own


def notes_of(view: View, language: str = "en") -> str:
    """The facilitator's text for a view, as Markdown: for the facilitator's own screen alone.

    `language` is the lesson's: what a discussion's protocol has the facilitator say is said to the class.

    What belongs to this card or round comes first, where it is seen without scrolling.
    """
    step = view.step
    again = f"**Ask again:** {step.ask}" if isinstance(step, Poll) and view.round > 1 else ""
    here = _listed("The class may say", _responses(step, view.card))
    parts = [again, here, _quoted(step.say), script(view, language), step.notes.strip(), *_after_notes(step)]
    if step.answers_for_staff:
        parts.append(f"**Answers:** {step.answers_for_staff.strip()}")
    if step.flags:
        parts.append(f"**Know beforehand:** {', '.join(step.flags)}")
    return "\n\n".join(part for part in parts if part)


def shared_notes_of(view: View) -> str:
    """What of it may stand on a screen that the class reads too: the line to say and the notes, nothing else."""
    return "\n\n".join(part for part in (_quoted(view.step.say), view.step.notes.strip()) if part)


def _quoted(say: str) -> str:
    return f"**Say:** “{' '.join(say.split())}”" if say else ""


def _responses(step: Step, card: str) -> tuple[str, ...]:
    return step.cards[card].possible_responses if isinstance(step, Scenario) and card in step.cards else ()


def _after_notes(step: Step) -> list[str]:
    if isinstance(step, Discuss):
        return [_listed("Listen for", step.listen_for), _listed("To go on", step.follow_up)]
    return []


def _listed(head: str, lines: tuple[str, ...]) -> str:
    return f"**{head}**\n\n" + "\n".join(f"- {' '.join(line.split())}" for line in lines) if lines else ""


_SHEET = """
QTextBrowser {{ background: transparent; color: {text}; border: 3px solid transparent; border-radius: 10px;
  padding: 0 0 0 4px; }}
QTextBrowser:focus {{ border-color: {focus}; }}
"""


class NotesText(QTextBrowser):
    """Notes as text that can be scrolled and read aloud."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes: str | None = None
        self._of = ""
        self._pixels = 0.0
        self.setAccessibleName("Notes")
        self.setProperty("own_keys", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrow keys to the lesson
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setOpenLinks(False)
        self.setStyleSheet(_SHEET.format(text=look.hex("text"), focus=look.hex("focus")))
        self.document().setDocumentMargin(0)

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        """Notes are words: nothing is fetched for them."""

    def show_notes(self, notes: str, of: str = "") -> None:
        """Write these; another card `of` the same step leaves the reader where they were."""
        same, self._of = of == self._of and bool(of), of
        if notes != self._notes:
            self._notes = notes
            bar = self.verticalScrollBar()
            read = bar.maximum() - bar.value() if same and bar.value() else None
            self._set()
            bar.setValue(bar.maximum() - read if read is not None else 0)

    def set_size(self, pixels: float) -> None:
        """Write in that size; what is being read stays in sight."""
        if pixels != self._pixels:
            self._pixels = pixels
            bar = self.verticalScrollBar()
            share = bar.value() / max(1, bar.maximum())
            self._set()
            bar.setValue(round(share * bar.maximum()))

    def _set(self) -> None:
        if self._notes is None or not self._pixels:
            return
        self.document().setDefaultFont(font(Style(self._pixels)))
        self.document().setIndentWidth(self._pixels * 1.1)
        self.document().setMarkdown(
            self._notes or "No notes for this step.", QTextDocument.MarkdownFeature.MarkdownNoHTML
        )
        self._give_air()

    def _give_air(self) -> None:
        """Lines a third apart, paragraphs and list items parted by what can be seen from afar."""
        block = self.document().begin()
        while block.isValid():
            following = block.next()
            in_list = block.textList() is not None and following.isValid() and following.textList() is not None
            shape = block.blockFormat()
            shape.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            shape.setTopMargin(0)
            shape.setBottomMargin(self._pixels * (0.25 if in_list else 0.6))
            QTextCursor(block).setBlockFormat(shape)
            block = following


class Notes(Panel):
    """The notes, with buttons for their size. `resize_notes` is called with the new size in units."""

    def __init__(self, look: Look, keys: KeysInUse, size: int, resize_notes: Callable[[int], None]) -> None:
        super().__init__(look)
        self._keys, self.size_now, self._resize = keys, size, resize_notes
        self.text = NotesText(look, self)
        self._smaller = KeyButton(look, "A−", "")
        self._larger = KeyButton(look, "A+", "")
        for button, name, by in ((self._smaller, "Smaller notes", -1), (self._larger, "Larger notes", 1)):
            button.setParent(self)
            button.size_units = 22
            button.name = name
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda _checked=False, by=by: self.change_size(by))

    def show_keys(self) -> None:
        """The keys in use, to the tool tips and a screen reader."""
        self._smaller.set_key(self._keys.cap("notes-smaller"))
        self._larger.set_key(self._keys.cap("notes-larger"))
        self.update()

    def toggle_hidden(self) -> bool:
        """Hide the notes from anyone standing by, or show them again; True where they are hidden now."""
        self.text.setVisible(self.text.isHidden())
        self.say("Notes are hidden" if self.text.isHidden() else "Notes")
        return self.text.isHidden()

    def change_size(self, steps: int) -> None:
        """Larger by so many steps, or smaller where below zero."""
        size = max(SIZES[0], min(SIZES[1], self.size_now + steps * STEP))
        if size != self.size_now:
            self.size_now = size
            self.arrange()
            self.update()
            self._resize(size)

    def arrange(self) -> None:
        for button, x in ((self._smaller, self.wide - 182), (self._larger, self.wide - 72)):
            button.unit = self.unit
            self.place(button, x, 14, 56, 44)
        self.place(self.text, 17, 64, self.wide - 26, self.tall - 74)
        self.text.set_size(self.size_now * self.unit)

    def draw(self, pen: Pen) -> None:
        pen.write(pen.rect(24, 14, 200, 44), "Notes", 22, face="head", weight=600)
        if self.text.isHidden():
            words = pen.rect(24, 64, self.wide - 48, self.tall - 74)
            told = f"The notes are hidden. {self._keys.cap('notes')} shows them again."
            pen.write(words, told, 24, "muted", align=CENTER, least=15)
        pen.write(pen.rect(self.wide - 122, 14, 44, 44), str(self.size_now), 20, face="head", weight=600, align=CENTER)
