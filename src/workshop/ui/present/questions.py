"""The question box on the facilitator's window: type or pick, edit, queue, show, answer, drop.

Nothing reaches the class but by Show. What may be a disclosure is never shown, and opens the disclosure card.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListWidget, QListWidgetItem, QMenu

from workshop.paths import RESOURCES
from workshop.session.questions import LONGEST, Question
from workshop.stage.displaylist import Style
from workshop.stage.fonts import font
from workshop.ui.present.desk import Desk
from workshop.ui.present.panel import KeyButton, Pen
from workshop.ui.present.questionrows import QuestionRows, spoken
from workshop.ui.present.sheet import HEAD, Sheet

EMPTY = "Read the slips, then type here what you want to answer. The class sees nothing until you press Show."
WHILE_TYPING = "While you type: F2 help card, F3 dark screen, F4 calm picture, F6 if a child tells"
_SHEET = """
QLineEdit {{ background: {field}; color: {text}; border: 2px solid {line}; border-radius: {radius}px;
  padding: 0 {pad}px; selection-background-color: {focus}; }}
QLineEdit:focus {{ border-color: {focus}; }}
"""
_BUTTONS = (
    ("show", "Show", "presentation"),
    ("queue", "Queue", "list-plus"),
    ("answered", "Answered", "check"),
    ("edit", "Edit", "pencil"),
    ("drop", "Drop", "trash-2"),
    ("disclosure", "May be a disclosure", "heart-handshake"),
)


class QuestionSheet(Sheet):
    """The box. The line for typing has the keyboard when it opens; a clicker goes on driving the lesson."""

    title = "Question box"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.box = desk.session.box
        self._editing = 0  # the number of the question whose words are in the line
        self.line = QLineEdit(self)
        self.line.setMaxLength(LONGEST)
        self.line.setPlaceholderText("Type a question from a slip")
        self.line.setAccessibleName("A question from a slip")
        self.line.returnPressed.connect(self.add)
        self.adding = self._button("Add", "plus", self.add, "sun.base", "sun.on_base")
        self.picking = self._button("Pick one", "list", self._pick)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Questions")
        self.list.setProperty("own_keys", True)
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setStyleSheet("QListWidget { background: transparent; outline: 0; }")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setItemDelegate(QuestionRows(self))
        self.list.currentRowChanged.connect(lambda _row: self._offer())
        self.list.itemActivated.connect(lambda _item: self._act("show"))
        self.doing = {name: self._button(text, icon, partial(self._act, name)) for name, text, icon in _BUTTONS}
        self.telling = self._button("Tell the class how it works", "presentation", self.box.explain)
        self.printing = self._button("Print slips", "printer", self._print)
        self.shown: tuple[Question, ...] = ()
        self.on_screen = 0  # the number of the question that the class sees

    def _button(
        self, text: str, icon: str, do: Callable[[], object], fill: str = "raised", ink: str = "text"
    ) -> KeyButton:
        made = KeyButton(self.look, text, icon, fill=fill, ink=ink)
        made.size_units = 19
        made.setParent(self)
        made.clicked.connect(lambda _checked=False: do())
        return made

    def opened(self) -> None:
        self.line.setFocus()

    def draft(self) -> object | None:
        return (self._editing, self.line.text()) if self.line.text().strip() else None

    def take_up(self, draft: object) -> None:
        if isinstance(draft, tuple):
            self._editing, words = draft
            self.line.setText(words)
            self.adding.setText("Save" if self._editing else "Add")

    # --- what is shown ------------------------------------------------------------------------------------

    def refresh(self, _now: float) -> None:
        state = self.desk.session.state
        self.on_screen = state.asked if state.cover == "question" else 0
        self.telling.set_on(state.cover == "box")
        if state.questions != self.shown:
            chosen = self.chosen
            self.shown = state.questions
            self._fill(chosen.number if chosen else 0)
        self._offer()
        self.list.viewport().update()

    def _fill(self, chosen: int) -> None:
        """Write the list again, the same question chosen; where it is gone, the last one."""
        self.list.clear()
        for question in self.shown:
            item = QListWidgetItem(self.list)
            item.setToolTip(question.text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(question))
        numbers = [question.number for question in self.shown]
        if numbers:
            self.list.setCurrentRow(numbers.index(chosen) if chosen in numbers else len(numbers) - 1)

    @property
    def chosen(self) -> Question | None:
        row = self.list.currentRow()
        return self.shown[row] if 0 <= row < len(self.shown) else None

    def _offer(self) -> None:
        """Only what can be done with the chosen question can be pressed."""
        question = self.chosen
        place = question.place if question else ""
        able = {
            "show": place in ("new", "queued", "answered"),
            "queue": place in ("new", "answered"),
            "answered": place in ("new", "queued"),
            "edit": place in ("new", "queued", "answered"),
            "drop": bool(place) and place != "disclosure",
            "disclosure": place in ("new", "queued", "answered", "dropped"),
        }
        for name, button in self.doing.items():
            button.setEnabled(able[name])
        self.doing["drop"].setText("Take back" if place == "dropped" else "Drop")
        self.doing["show"].set_on(question is not None and question.number == self.on_screen)

    # --- what is done -------------------------------------------------------------------------------------

    def add(self) -> None:
        """Put what is typed into the box, or into the question that is being edited."""
        number, self._editing = self._editing, 0
        if number:
            self.box.edit(number, self.line.text())
        else:
            number = self.box.add(self.line.text())
        self.adding.setText("Add")
        self.line.clear()
        self.refresh(0)
        numbers = [question.number for question in self.shown]
        if number in numbers:
            self.list.setCurrentRow(numbers.index(number))

    def _act(self, name: str) -> None:
        question = self.chosen
        if question is None or not self.doing[name].isEnabled():
            return
        number = question.number
        if name == "show":
            self.box.show(number)
        elif name == "edit":
            self._edit(question)
        elif name == "disclosure":
            self.box.place(number, "disclosure")
            self.desk.trigger("disclosure")  # this sheet gives way to the card
        elif name == "drop":
            self.box.place(number, "new" if question.place == "dropped" else "dropped")
        elif name == "answered":
            self.box.answered(number)
        else:
            self.box.place(number, "queued")

    def _edit(self, question: Question) -> None:
        self._editing = question.number
        self.line.setText(question.text)
        self.adding.setText("Save")
        self.line.setFocus()

    def _pick(self) -> None:
        self.usual_menu().popup(self.picking.mapToGlobal(self.picking.rect().bottomLeft()))

    def usual_menu(self) -> QMenu:
        """Questions that classes often have, for a start; those that are in the box are left out."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setFont(font(Style(max(15.0, 20 * self.unit))))
        known = {question.text for question in self.shown}
        for text in usual(self.desk.session.lesson.language):
            if text not in known:
                menu.addAction(text, partial(self.box.add, text))
        return menu

    def _print(self) -> None:
        from workshop.ui.slips import save_slips

        if told := save_slips(self.window(), self.desk.session.lesson):
            self.desk.tell(told)

    # --- layout -------------------------------------------------------------------------------------------

    def arrange(self) -> None:
        super().arrange()
        wide, unit = self.wide, self.unit
        self.line.setFont(font(Style(max(14.0, 24 * unit))))
        told = {name: self.look.hex(token) for name, token in
                (("field", "window"), ("text", "text"), ("line", "divider"), ("focus", "focus"))}  # fmt: skip
        self.line.setStyleSheet(_SHEET.format(**told, radius=round(12 * unit), pad=round(14 * unit)))
        for button in (self.adding, self.picking, self.telling, self.printing, *self.doing.values()):
            button.unit = unit
        self.place(self.line, 28, HEAD, wide - 56 - 130 - 160 - 24, 60)
        self.place(self.adding, wide - 28 - 160 - 12 - 130, HEAD, 130, 60)
        self.place(self.picking, wide - 28 - 160, HEAD, 160, 60)
        self.place(self.list, 20, HEAD + 76, wide - 40, self.tall - HEAD - 76 - 160)
        self.list.doItemsLayout()
        x, shares = 28.0, {"show": 1.0, "queue": 1.05, "answered": 1.3, "edit": 0.9, "drop": 1.15, "disclosure": 2.1}
        room = wide - 56 - 10 * (len(shares) - 1)
        for name, share in shares.items():
            width = room * share / sum(shares.values())
            self.place(self.doing[name], x, self.tall - 144, width, 56)
            x += width + 10
        self.place(self.telling, 28, self.tall - 74, 420, 52)
        self.place(self.printing, 460, self.tall - 74, 190, 52)

    def draw(self, pen: Pen) -> None:
        super().draw(pen)
        hint = pen.rect(670, self.tall - 74, self.wide - 698, 52)
        pen.wrap(hint, WHILE_TYPING, 17, "muted")
        if not self.shown:
            box = pen.rect(60, HEAD + 150, self.wide - 120, 80)
            pen.wrap(box, EMPTY, 24, "muted")


def usual(language: str) -> tuple[str, ...]:
    """Questions that classes often have, in the lesson's language or in English."""
    file = RESOURCES / "questions" / f"{language}.json"
    told = json.loads((file if file.exists() else file.with_name("en.json")).read_text("utf-8"))
    return tuple(map(str, told))
