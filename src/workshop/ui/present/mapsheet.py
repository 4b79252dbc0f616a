"""The map of the story's cards: which way the class went, which lead to a safe ending, and any choice to be taken.

On the facilitator's own window alone. The list beside the map tells the same to the keyboard and to ears.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QScrollArea

from workshop.lesson.model import Card, Scenario
from workshop.lesson.scenario_graph import explore
from workshop.lesson.story_map import story_map
from workshop.session.story import choices
from workshop.session.view import Turn, View
from workshop.stage.kinds.path import letter
from workshop.stage.rich import plain
from workshop.stage.words import words
from workshop.ui.present.desk import Desk
from workshop.ui.present.mapview import WAYS, MapView, Mark
from workshop.ui.present.panel import CENTER, Pen, set_in
from workshop.ui.present.sheet import HEAD, Sheet

LIST, SLIM, FOOT = 0.3, 0.24, 54.0  # the list's share of the width, also beside many columns; units below the map
MANY = 5  # columns
NO_STORY = "The map shows a story’s cards and where each choice leads."
WHEN = "Go to a step that is a story, then open it again."
UNKNOWN = "No choice on this path leads to that card. Go back to an earlier card first."


class Row(NamedTuple):
    """One line of the list: a card, or one of its choices (from 0)."""

    card: str
    choice: int = -1


class MapSheet(Sheet):
    """Pressing a card on the path goes back there; pressing a choice takes it, whatever the class voted."""

    title = "Map of the story"
    broad = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.map = MapView(desk.look, self.go_to, self.take)
        self.pane = QScrollArea(self)
        self.pane.setWidget(self.map)
        self.pane.setWidgetResizable(True)
        self.pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pane.setFrameShape(QScrollArea.Shape.NoFrame)
        self.list = self._made_list()
        self.rows: list[Row] = []
        self._shown: tuple[object, ...] = ()

    def _made_list(self) -> QListWidget:
        made = QListWidget(self)
        made.setAccessibleName("Cards and choices of the story")
        made.setProperty("own_keys", True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        made.setFrameShape(QListWidget.Shape.NoFrame)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        made.itemClicked.connect(lambda item: self._press(made.row(item)))
        made.itemActivated.connect(lambda item: self._press(made.row(item)))
        return made

    # --- what is shown -----------------------------------------------------------------------------------

    @property
    def view(self) -> View:
        return self.desk.session.console_view(self.desk.session.clock())

    def opened(self) -> None:
        """The outline has the keyboard: its arrow keys never go to the lesson."""
        self.list.setFocus()

    def refresh(self, _now: float) -> None:
        view = self.view
        seen = self.desk.session.state.explored.get(view.step.id, frozenset())
        shown = (view.step.id, view.path, view.card, seen)
        if shown == self._shown:
            return
        self._shown = shown
        story = isinstance(view.step, Scenario)
        self.pane.setVisible(story)
        self.list.setVisible(story)
        if isinstance(view.step, Scenario):
            marks = _marks(view.step, view, seen)
            self.map.show_map(story_map(view.step), marks, frozenset((turn.card, turn.choice) for turn in view.path))
            self._fill(view.step, marks, view)
            self.arrange()
            here = self.map.cards().get(view.card)
            if here is not None:
                self.pane.ensureVisible(round(here.center().x()), round(here.center().y()), 200, 100)
        self.setAccessibleDescription("" if story else f"{NO_STORY} {WHEN}")
        self.update()

    def _fill(self, step: Scenario, marks: dict[str, Mark], view: View) -> None:
        """Cards in the order of the path, then the others as written; under each its choices."""
        chosen = self.list.currentRow()
        way = list(dict.fromkeys([*(turn.card for turn in view.path), view.card]))
        names = [*way, *(name for name in step.cards if name not in way)]
        self.rows = [Row(name, at) for name in names for at in range(-1, len(choices(step, name)))]
        self.list.clear()
        taken = {(turn.card, turn.choice) for turn in view.path}
        for row in self.rows:
            item = QListWidgetItem(self.list)
            told = self._told(step, marks[row.card], row, (row.card, row.choice) in taken)
            item.setText(told if row.choice < 0 else f"      {told}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            item.setToolTip(told)
        self._dress()
        self.list.setCurrentRow(min(max(0, chosen), len(self.rows) - 1))

    def _told(self, step: Scenario, mark: Mark, row: Row, taken: bool) -> str:
        if row.choice < 0:
            told = [mark.words, "now" if mark.here else "", mark.status()[1]]
            told.append("seen" if mark.explored and not (mark.number or mark.here) else "")
            number = f"{mark.number}. " if mark.number else ""
            return number + " – ".join(part for part in told if part)
        way = choices(step, row.card)[row.choice]
        safety = words(self.desk.session.lesson.language)[way.safety] if way.safety else ""
        return ", ".join(
            part for part in (f"{letter(row.choice)}: {plain(way.say)}", safety, "taken" if taken else "") if part
        )

    # --- what is done ------------------------------------------------------------------------------------

    def _press(self, at: int) -> None:
        row = self.rows[at]
        if row.choice < 0:
            self.go_to(row.card)
        else:
            self.take(row.card, row.choice)

    def go_to(self, card: str) -> None:
        """Back to a card on the path; on to one that a choice of the path leads to."""
        view, session = self.view, self.desk.session
        if card == view.card or not isinstance(view.step, Scenario):
            return
        on_path = [at for at, turn in enumerate(view.path) if turn.card == card]
        if on_path:
            session.what_if(on_path[-1])
            return
        for turns, name in reversed(list(enumerate(_way(view)))):
            leading = [at for at, way in enumerate(choices(view.step, name)) if way.go == card]
            if leading:
                session.instead(turns, leading[0])
                return
        self.desk.tell(UNKNOWN)

    def take(self, card: str, choice: int) -> None:
        """Take a choice of the card that is on, or of one on the path."""
        turns = [at for at, name in enumerate(_way(self.view)) if name == card]
        if turns:
            self.desk.session.instead(turns[-1], choice)
        else:
            self.desk.tell(UNKNOWN)

    # --- where it is -------------------------------------------------------------------------------------

    @property
    def _aside(self) -> float:
        """How wide the list is, in units."""
        drawn = self.map.drawn
        return self.wide * (SLIM if drawn is not None and drawn.columns >= MANY else LIST)

    def arrange(self) -> None:
        super().arrange()
        aside = self._aside
        self.map.unit = self.unit
        self.map.updateGeometry()
        self.place(self.pane, 20, HEAD, self.wide - aside - 52, self.tall - HEAD - FOOT)
        self.place(self.list, self.wide - aside - 20, HEAD, aside, self.tall - HEAD - 16)
        self._dress()

    def _dress(self) -> None:
        """Cards in bold, and the sizes of the console."""
        colours = {token: self.look.hex(token) for token in ("text", "raised", "select", "on_select", "focus")}
        self.list.setStyleSheet(_SHEET.format(**colours, radius=round(12 * self.unit), pad=round(5 * self.unit)))
        faces: dict[bool, QFont] = {card: set_in(18, self.unit, "text", 700 if card else 400) for card in (True, False)}
        for at, row in enumerate(self.rows[: self.list.count()]):
            self.list.item(at).setFont(faces[row.choice < 0])

    def draw(self, pen: Pen) -> None:
        super().draw(pen)
        if self.list.isHidden():
            pen.icon("map", "muted", pen.rect(self.wide / 2 - 36, self.tall / 2 - 110, 72, 72), 1.8)
            pen.write(pen.rect(40, self.tall / 2 - 20, self.wide - 80, 44), NO_STORY, 26, align=CENTER, least=16)
            pen.write(pen.rect(40, self.tall / 2 + 24, self.wide - 80, 40), WHEN, 22, "muted", align=CENTER, least=16)
            return
        self._draw_signs(pen)

    def _draw_signs(self, pen: Pen) -> None:
        """Below the map: what the colours and signs of the choices say."""
        told, x, y = words(self.desk.session.lesson.language), 28.0, self.tall - FOOT + 13
        for safety in ("less-safe", "safer", "safest"):
            hue, icon, _dashes = WAYS[safety]
            pen.fill(pen.rect(x, y, 30, 28), f"{hue}.base", 14)
            pen.icon(icon, f"{hue}.on_base", pen.rect(x + 7, y + 6, 16, 16), 3)
            x += 40 + pen.write(pen.rect(x + 38, y - 4, 240, 36), str(told[safety]), 17) / pen.unit + 24
        hint = "Press a card to go there, or a letter to take that choice."
        room = self.wide - self._aside - 52 - x
        if room > 240:
            pen.write(pen.rect(x, y - 4, room, 36), hint, 17, "muted", least=14)


_SHEET = """
QListWidget {{ background: {raised}; color: {text}; border: 0; border-radius: {radius}px; padding: {pad}px;
  outline: 0; }}
QListWidget::item {{ padding: {pad}px; border: 2px solid transparent; border-radius: 8px; }}
QListWidget::item:focus {{ background: {select}; color: {on_select}; border-color: {focus}; }}
"""


def _way(view: View) -> list[str]:
    """The cards on the path, the one that is on last."""
    return [*(turn.card for turn in view.path), view.card]


def _marks(step: Scenario, view: View, seen: frozenset[Turn]) -> dict[str, Mark]:
    found = explore(step)
    known = {turn.card for turn in seen} | {
        step.cards[turn.card].choices[turn.choice].go
        for turn in seen
        if turn.card in step.cards and turn.choice < len(step.cards[turn.card].choices)
    }
    numbers = {name: number for number, name in enumerate(_way(view), 1)}
    return {
        name: Mark(
            _words(card, name),
            numbers.get(name, 0),
            name == view.card,
            name in known,
            card.ending,
            name in found.stranded and not card.ending,
        )
        for name, card in step.cards.items()
    }


def _words(card: Card, name: str) -> str:
    """What the card says, for recognising it: its text, else its first message."""
    if card.text:
        return plain(card.text)
    first = card.chat[0] if card.chat else None
    return (f"{first.by.split(',')[0]}: " if first.by else "") + plain(first.text) if first else name
