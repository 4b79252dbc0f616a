"""One helpline of the school's own, as a form."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from workshop.lesson.fields import OneOf
from workshop.lesson.school import Helpline
from workshop.ui.home.fields import Field, Pairs, TextField, declared
from workshop.ui.home.services import KINDS
from workshop.ui.look import Look
from workshop.ui.widgets import Button, Card, Choice, Label, named

TEXTS = ("name", "phone", "hours", "url")
NAMELESS = "Give it a name, or remove it. Until then it isn’t saved."


class HelplineForm(Card):
    """Hidden while it holds none. `left` follows when a field is left, `removed` when it is to be forgotten.

    `kept` is the helpline as the file has it; None where it isn't there yet.
    """

    left = Signal()
    removed = Signal()

    def __init__(self, look: Look, number: int) -> None:
        super().__init__(look, 12, "sunken")
        self.kept: Helpline | None = None
        what = f"Helpline {number}"
        texts = {name: TextField.of(look, Helpline, name, None, f"{what}, {_label(name)}") for name in TEXTS}
        self.kind = Choice(look, "")
        shape = declared(Helpline, "kind").shape
        assert isinstance(shape, OneOf)
        for kind in shape.choices:
            self.kind.addItem(KINDS[kind][1], kind)
        kinds = Field(look, _label("kind"), declared(Helpline, "kind").help, self.kind, f"{what}, {_label('kind')}")
        self.texts = texts
        self.fields: dict[str, Field] = {**texts, "kind": kinds}
        self.remove = Button(look, "Remove", "trash-2", "quiet")
        named(self.remove, f"Remove {what.lower()}")
        self._build(look, what)
        for field in texts.values():
            field.left.connect(self._left)
        self.kind.activated.connect(self._left)
        self.remove.clicked.connect(self._forget)
        self.hide()

    def _build(self, look: Look, what: str) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 12, 20, 18)
        rows.setSpacing(14)
        head = QHBoxLayout()
        head.addWidget(Label(look, what, "control"), 1)
        head.addWidget(self.remove)
        rows.addLayout(head)
        rows.addWidget(Pairs(look, [self.fields[name] for name in ("name", "phone", "hours", "kind")]))
        rows.addWidget(self.fields["url"])

    @property
    def is_free(self) -> bool:
        return self.isHidden()

    @property
    def nameless(self) -> bool:
        """True where something would be lost without a name."""
        begun = self.kept is not None or any(field.value for field in self.texts.values())
        return not self.isHidden() and begun and not self.texts["name"].value

    def meant(self) -> Helpline | None:
        """What the fields say; without a name what the file has, if anything."""
        words = self.words()
        return Helpline(**words) if words["name"] and not self.isHidden() else self.kept

    def words(self) -> dict[str, str]:
        return {**{name: field.value for name, field in self.texts.items()}, "kind": str(self.kind.currentData())}

    def show_line(self, line: Helpline | None) -> None:
        """Show a helpline of the file, or none."""
        self.kept = line
        self._show({name: getattr(line, name) for name in Helpline._names} if line is not None else {})
        self.setVisible(line is not None)

    def begin(self, words: Mapping[str, str]) -> None:
        """A helpline that the file doesn't have yet, with the words it has so far."""
        self.kept = None
        self._show(words)
        self.show()

    def _show(self, words: Mapping[str, str]) -> None:
        for name, text in self.texts.items():
            text.show_value(words.get(name, ""))
        self.kind.setCurrentIndex(max(0, self.kind.findData(words.get("kind", "helpline"))))
        self.fields["name"].tell("")

    def _left(self) -> None:
        self.fields["name"].tell(NAMELESS if self.nameless else "")
        self.left.emit()

    def _forget(self) -> None:
        self.show_line(None)
        self.removed.emit()


def _label(name: str) -> str:
    return declared(Helpline, name).label
