"""The school's own people and numbers, as a form: saved as one leaves a field, and every step can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop.lesson.fields import Many
from workshop.lesson.problems import Problem, WorkshopError
from workshop.lesson.school import Helpline, School
from workshop.lesson.school_edit import FIELDS
from workshop.lesson.school_file import ChangedElsewhere, SchoolFile
from workshop.ui.home.fields import Pairs, TextField, declared
from workshop.ui.home.helpline_form import HelplineForm
from workshop.ui.home.parts import amiss
from workshop.ui.look import Look
from workshop.ui.sections import Icon, Section
from workshop.ui.widgets import Button, Card, Ground, Label

SINGLE = ("name", "lead_name", "lead_phone")
WHERE = "The first two are on the help card whenever you show it. The others follow in the lesson’s help step."


def most(name: str) -> int:
    """How many of a list the model allows."""
    shape = declared(School, name).shape
    assert isinstance(shape, Many)
    return shape.most


class SchoolForm(Ground):
    """Emits `saved` when the file was written, and `told` with a sentence: how it went, or why it couldn't be."""

    saved = Signal()
    told = Signal(str)

    def __init__(self, look: Look, file: SchoolFile) -> None:
        super().__init__(look)
        self._look, self.file = look, file
        self._seen = file.school  # what the fields show of the file
        self._country = file.school.country
        self.single = {name: TextField.of(look, School, name) for name in SINGLE}
        self.people = [self._person(number) for number in range(most("people"))]
        self.helplines = [HelplineForm(look, number + 1) for number in range(most("helplines"))]
        self.add = Button(look, "Add a helpline", "plus")
        self.conflict = Conflict(look)
        self.broken = Broken(look)
        self._rest: Section | None = None
        self._rows = QVBoxLayout(self)
        self._build()
        self._connect()
        self.show_file()

    def _person(self, number: int) -> TextField:
        label = declared(School, "people").label
        field = TextField.of(self._look, School, "people", "", f"{label}, {number + 1} of {most('people')}")
        field.edit.setPlaceholderText("Name, and where to find them")
        return field

    def _build(self) -> None:
        look = self._look
        self._rows.setContentsMargins(24, 8, 24, 24)
        self._rows.setSpacing(16)
        people, lines = declared(School, "people"), declared(School, "helplines")
        lead = (self.single["lead_name"], self.single["lead_phone"])
        note = Label(look, "On the disclosure card, and never on the projector.", "help", "muted", wrap=True)
        self.sections = [
            Section(look, "Your school", "school", [self.single["name"]]),
            Section(look, people.label, "users-round", [_help(look, f"{people.help} {WHERE}"), *self.people]),
            Section(look, "For you alone", "shield", [note, Pairs(look, lead)]),
            Section(look, lines.label, "phone", [_help(look, lines.help), *self.helplines, self.add]),
        ]
        for part in (self.broken, self.conflict, *self.sections):
            self._rows.addWidget(part)
        self._rows.addStretch()

    def _connect(self) -> None:
        for field in (*self.single.values(), *self.people):
            field.left.connect(self.save)
        for field, after in pairwise(self.people):
            field.edit.textEdited.connect(after.show)  # before Tab looks for it
        for form in self.helplines:
            form.left.connect(self.save)
            form.removed.connect(self._remove)
        self.add.clicked.connect(self._add)
        self.conflict.mine.clicked.connect(self._save_mine)
        self.conflict.theirs.clicked.connect(self._take_theirs)
        self.broken.again.clicked.connect(self.look_again)
        self.broken.aside.clicked.connect(self._set_aside)

    # --- what the form says ------------------------------------------------------------------------------

    def meant(self) -> School:
        """What the fields say; the file's own where a helpline has no name yet."""
        people = tuple(field.value for field in self.people if field.value)
        lines = tuple(line for form in self.helplines if (line := form.meant()) is not None)
        return replace(
            self._seen,
            country=self._country,
            people=people,
            helplines=lines,
            name=self.single["name"].value,
            lead_name=self.single["lead_name"].value,
            lead_phone=self.single["lead_phone"].value,
        )

    def unsaved(self) -> str:
        """Why something of the form isn't in the file; "" where all of it is."""
        if self.file.amiss:
            return ""
        if any(form.nameless for form in self.helplines):
            return "A helpline has no name yet, so it isn't saved. Name it or remove it."
        return "" if self.meant() == self._seen else "What you typed isn't saved yet."

    def save(self) -> bool:
        """Write what is new; True where all of the form is in the file. What can't be written stays in the fields."""
        if self.meant() != self._seen:
            self._put(self.meant(), self._seen)
        return not self.unsaved()

    def choose_country(self, code: str) -> None:
        """Have the file name another country."""
        self._country = code
        self.save()

    def _put(self, meant: School, seen: School) -> None:
        try:
            self.file.put(meant, seen)
        except ChangedElsewhere as changed:
            self.conflict.show_fields(changed.fields, self.file.school)
        except WorkshopError as reason:
            self.told.emit(f"{reason} Your words are still here.")
        else:
            self.told.emit(f"Saved at {datetime.now():%H:%M}.")
            self.show_file()
            self.saved.emit()

    def undo(self) -> None:
        """Take back the last change that was saved, once what is being typed is saved too."""
        if self.meant() != self._seen and not self.save():
            return
        try:
            self.file.undo()
        except WorkshopError as reason:
            self.told.emit(str(reason))
        else:
            self.told.emit("Taken back.")
        self.show_file()
        self.saved.emit()

    def look_again(self) -> None:
        """Show a change made elsewhere, where nothing of ours waits to be saved."""
        if self.meant() == self._seen and self.file.look():
            self.show_file()
            self.saved.emit()
        self.broken.tell(self.file.amiss)

    # --- showing the file ----------------------------------------------------------------------------------

    def show_file(self) -> None:
        """Show what the file says now, and what is amiss with it."""
        school = self._seen = self.file.school
        self._country = school.country
        self.conflict.hide()
        self.broken.tell(self.file.amiss)
        for section in self.sections:
            section.setVisible(not self.file.amiss)
        for name, field in self.single.items():
            field.show_value(getattr(school, name))
        self._show_people(school.people)
        if tuple(line for form in self.helplines if (line := form.meant()) is not None) != school.helplines:
            self._fill_helplines(school.helplines)
        for form, line in zip((f for f in self.helplines if f.meant() is not None), school.helplines, strict=True):
            form.kept = line
        self.add.setEnabled(any(form.is_free for form in self.helplines))
        self._show_problems()

    def _show_people(self, people: tuple[str, ...]) -> None:
        """Those that there are, and an empty field for the next."""
        for number, field in enumerate(self.people):
            field.show_value(people[number] if number < len(people) else "")
            field.setVisible(number <= len(people))

    def _fill_helplines(self, lines: tuple[Helpline, ...]) -> None:
        """The file's helplines, then those that have no name yet."""
        begun = [form.words() for form in self.helplines if form.nameless and form.kept is None]
        for number, form in enumerate(self.helplines):
            form.show_line(lines[number] if number < len(lines) else None)
        for words, form in zip(begun, self.helplines[len(lines) :], strict=False):
            form.begin(words)

    def _show_problems(self) -> None:
        """Each beside its field, the others below them all."""
        told: list[Problem] = []
        lines = [form for form in self.helplines if form.kept is not None]
        for field, at in (
            *((field, (name,)) for name, field in self.single.items()),
            *((field, ("people", number)) for number, field in enumerate(self.people)),
            *((field, ("helplines", n, name)) for n, form in enumerate(lines) for name, field in form.fields.items()),
        ):
            found = self.file.problem(at)
            if found is not None:
                told.append(found)
                if found.code != "long-text":  # the field counts by itself
                    message = found.message.replace(f'"{at[-1]}"', f"“{field.label}”")
                    field.tell(f"{message} {found.hint}".strip())
        if self._rest is not None:
            self._rest.deleteLater()
            self._rest = None
        rest = [problem for problem in self.file.problems if problem not in told]
        if rest and not self.file.amiss:
            title = f"{self.file.path.name} has something that isn't understood"
            self._rest = Section(self._look, title, "triangle-alert", amiss(self._look, rest))
            self._rows.insertWidget(self._rows.count() - 1, self._rest)

    # --- helplines, conflicts, a file that can't be read -----------------------------------------------------

    def _add(self) -> None:
        form = next(form for form in self.helplines if form.is_free)
        form.begin({})
        form.fields["name"].control.setFocus()
        self.add.setEnabled(any(form.is_free for form in self.helplines))

    def _remove(self) -> None:
        if self.save():
            self._fill_helplines(self._seen.helplines)  # without a gap
        self.add.setEnabled(True)
        self.add.setFocus()

    def _save_mine(self) -> None:
        """Write what was changed here over what it says there, and nothing else."""
        meant, now = self.meant(), self.file.school
        mine = {f: getattr(meant, f) for f in FIELDS if getattr(meant, f) != getattr(self._seen, f)}
        self._put(replace(now, **mine), now)

    def _take_theirs(self) -> None:
        self.show_file()
        self.told.emit("The fields show what the file says.")

    def _set_aside(self) -> None:
        try:
            aside = self.file.set_aside()
        except WorkshopError as reason:
            self.told.emit(str(reason))
            return
        self.told.emit(f"The old file is kept as {aside.name}.")
        self.show_file()
        self.saved.emit()


def _help(look: Look, text: str) -> Label:
    return Label(look, text.replace(": `", ", such as “").replace("`", "”"), "help", "muted", wrap=True)


class Conflict(Card):
    """What another program wrote into a field that is being changed here, and two ways on."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 16, "sun.tint")
        self.words = Label(look, "", "body", "sun.on_tint", wrap=True)
        self.mine = Button(look, "Save mine", "check", "ink")
        self.theirs = Button(look, "Take theirs", "undo-2")
        _two_answers(self, self.words, self.mine, self.theirs)

    def show_fields(self, fields: tuple[str, ...], now: School) -> None:
        names = " and ".join(f"“{declared(School, name).label}”" for name in fields)
        there = "; ".join(_said(getattr(now, name)) for name in fields)
        self.words.setText(
            f"{names} was changed elsewhere meanwhile, and says there: {there}. Nothing was overwritten, and your "
            "words are still here."
        )
        self.show()


def _said(value: object) -> str:
    items = value if isinstance(value, tuple) else (value,)
    told = ", ".join(f"“{getattr(item, 'name', item)}”" for item in items if item)
    return told or "nothing"


class Broken(Card):
    """A file that can't be read, and two ways on."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 16, "sun.tint")
        self.words = Label(look, "", "body", "sun.on_tint", wrap=True)
        self.again = Button(look, "Look again", "refresh-cw", "ink")
        self.aside = Button(look, "Set it aside and begin anew", "folder-open")
        _two_answers(self, self.words, self.again, self.aside)

    def tell(self, amiss: str) -> None:
        what = (
            "Lessons go on without the school's people. Mend the file in a text editor and look again, or set it aside."
        )
        self.words.setText(f"{amiss} {what}")
        self.setVisible(bool(amiss))


def _two_answers(card: Card, words: QWidget, first: QWidget, second: QWidget) -> None:
    rows = QVBoxLayout(card)
    rows.setContentsMargins(20, 16, 20, 16)
    rows.setSpacing(12)
    said = QHBoxLayout()
    said.setSpacing(14)
    said.addWidget(Icon(card.look, "triangle-alert", "sun.on_tint", 28), 0, Qt.AlignmentFlag.AlignTop)
    said.addWidget(words, 1)
    rows.addLayout(said)
    answers = QHBoxLayout()
    answers.setSpacing(12)
    answers.addWidget(first)
    answers.addWidget(second)
    answers.addStretch()
    rows.addLayout(answers)
    card.hide()
