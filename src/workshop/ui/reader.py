"""What a screen reader finds on a picture of the stage: its words, pictures and controls, in reading order.

Each is a small child of the picture, of a kind that Qt itself can tell of. It paints nothing, takes no mouse and no
keyboard, and is there only while a screen reader runs: nobody else pays for it. (An accessible interface written in
Python would need no widgets, but PySide frees none of those, and their factory can't be taken back.)
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from workshop.stage.displaylist import Box, Control, DisplayList, Picture, TextBlock
from workshop.ui.stageview import StageView

LOOK = 500  # ms between two looks whether a screen reader came or went: Qt for Python has no signal of it


class Part(NamedTuple):
    """One thing to be read: "text", "picture" or "control", the words for it, and where it lies on the canvas."""

    kind: str
    words: str
    box: Box
    action: str = ""


def parts(listed: DisplayList) -> list[Part]:
    """A picture in reading order. Words that are on a control are read once, as its name."""
    controls = listed.controls()
    told = [item for item in listed.items if isinstance(item, TextBlock | Picture | Control)]
    made = [_part(item) for item in sorted(told, key=lambda item: item.order)]
    return [part for part in made if part.words and not any(_is_on(part, control) for control in controls)]


def _part(item: TextBlock | Picture | Control) -> Part:
    if isinstance(item, TextBlock):
        return Part("text", item.text.strip(), item.box)
    if isinstance(item, Picture):
        return Part("picture", item.alt, item.box)
    return Part("control", item.label, item.box, item.action)


def _is_on(part: Part, control: Control) -> bool:
    """Whether words lie on a control and are in its name, as both halves of "B: Tell an adult" are."""
    box = part.box
    inside = control.box.contains(box.x + box.w / 2, box.y + box.h / 2)
    return part.kind == "text" and inside and part.words in control.label


def unseen(child: QWidget) -> QWidget:
    """Make a widget something to be read and nothing else: it takes no keyboard and no mouse."""
    child.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return child


class Reader(QObject):
    """Keeps the children of a picture as the picture is. `came` tells that a screen reader has started to read.

    A press by the screen reader is a press of the picture's control: `pressed` tells it.
    """

    came = Signal()

    def __init__(self, picture: StageView) -> None:
        super().__init__(picture)
        self._picture = picture
        self._reading = False
        self._told: list[tuple[str, QWidget]] = []  # kinds and children
        self._looking = QTimer(self, interval=LOOK)
        self._looking.timeout.connect(self.look)
        self._looking.start()
        QTimer.singleShot(0, self, self.look)
        picture.changed.connect(self._follow)

    def look(self) -> None:
        """See whether a screen reader runs now."""
        if QAccessible.isActive() != self._reading:
            self._reading = not self._reading
            self._follow()
            if self._reading:
                self.came.emit()

    def _follow(self) -> None:
        """The children that the picture has now. Those at the start that stay of one kind are only told anew."""
        listed = self._picture.listed
        found = parts(listed) if self._reading and listed is not None else []
        kept = 0
        while kept < min(len(found), len(self._told)) and found[kept].kind == self._told[kept][0]:
            kept += 1
        while len(self._told) > kept:
            _put_away(self._told.pop()[1])
        for part in found[kept:]:
            self._told.append((part.kind, self._make(part.kind)))
        for part, (_kind, child) in zip(found, self._told, strict=True):
            self._tell(part, child)

    def _make(self, kind: str) -> QWidget:
        child = _Press(self._picture) if kind == "control" else QLabel(self._picture)
        if isinstance(child, _Press):
            child.pressed.connect(lambda: self._picture.pressed.emit(child.action))
        elif kind == "picture":
            child.setPixmap(_nothing())  # what has a pixmap is told as a picture
        return unseen(child)

    def _tell(self, part: Part, child: QWidget) -> None:
        if isinstance(child, _Press):
            child.action = part.action
        if child.accessibleName() != part.words:
            child.setAccessibleName(part.words)
        x, y, scale = self._picture.shown_area()
        box = QRectF(x + part.box.x * scale, y + part.box.y * scale, part.box.w * scale, part.box.h * scale)
        child.setGeometry(box.toAlignedRect())
        child.show()


class _Press(QPushButton):
    """A control of the picture, unseen."""

    action = ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture shows it already."""


def _nothing() -> QPixmap:
    made = QPixmap(1, 1)
    made.fill(Qt.GlobalColor.transparent)
    return made


def _put_away(child: QWidget) -> None:
    """Out of the tree at once, and gone when its own press, if that is what changed the picture, is done."""
    child.hide()
    child.setParent(None)
    child.deleteLater()
