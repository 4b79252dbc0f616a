"""What the next press will show the class: one picture, or where each of a story's choices leads."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF

from workshop.lesson.model import Scenario
from workshop.session.session import Session
from workshop.session.story import choices
from workshop.session.view import Turn, View
from workshop.stage.displaylist import Canvas
from workshop.ui.kinds import badge, label
from workshop.ui.look import Look
from workshop.ui.present.panel import CENTER, Panel, Pen
from workshop.ui.stageview import Compose, StageView

MOST = 4  # pictures side by side
GAP = 12.0


class Ahead(NamedTuple):
    """What may come next: its pictures, more than one where the class chooses; and what to call it."""

    views: tuple[View, ...]
    words: str
    kind: str = ""  # of the step, where it is another one


def ahead(session: Session, now: float) -> Ahead:
    """What the next press, or the class's choice, will bring."""
    here, following = session.console_view(now), session.next_view(now)
    if following is None:
        return Ahead((), "The end of the lesson")
    if session.state.cover:
        return Ahead((following,), "back to the lesson")
    if following.at != here.at:
        minutes = following.step.minutes
        told = label(following.step.kind) + (f", {minutes} min" if minutes else "")
        return Ahead((following,), told, following.step.kind)
    ways = _ways(here) if following[:4] == here[:4] and following.card == here.card else ()
    if here.vote == "shown" and not ways:
        return Ahead((following,), "what the class chose")
    return Ahead(ways, "the class chooses") if ways else Ahead((following,), "more of this step")


def _ways(view: View) -> tuple[View, ...]:
    """Where each of the open choices leads."""
    if not isinstance(view.step, Scenario):
        return ()
    return tuple(
        view._replace(beat=0, path=(*view.path, Turn(view.card, number)), card=way.go, vote="", counts=())
        for number, way in enumerate(choices(view.step, view.card)[:MOST])
    )


class _Key(Panel):
    """The key that leads to a picture, on that picture."""

    surface = "coral.base"
    radius = 8.0

    def __init__(self, look: Look, key: str, on: StageView) -> None:
        super().__init__(look, on)
        self._key = key

    def draw(self, pen: Pen) -> None:
        pen.write(QRectF(self.rect()), self._key, 20, "coral.on_base", "head", 700, CENTER)


class UpNext(Panel):
    """The preview on the console."""

    def __init__(self, look: Look, compose: Compose) -> None:
        super().__init__(look)
        self.previews = [StageView(compose, self) for _ in range(MOST)]
        self._keys = [_Key(look, str(number), preview) for number, preview in enumerate(self.previews, 1)]
        self._ahead = Ahead((), "")

    def show_ahead(self, coming: Ahead) -> None:
        """Show this from now on."""
        rearranged = len(coming.views) != len(self._ahead.views)
        self._ahead = coming
        for number, preview in enumerate(self.previews):
            view = coming.views[number] if number < len(coming.views) else None
            preview.show_view(view)
            preview.setVisible(view is not None)
            self._keys[number].setVisible(len(coming.views) > 1)
        if rearranged:
            self.arrange()
        self.say(f"Next: {coming.words}")

    def recompose(self, canvas: Canvas | None) -> None:
        """Draw again, after a change of the class's canvas or colours."""
        for preview in self.previews:
            preview.recompose(canvas)
        self.arrange()

    def arrange(self) -> None:
        for preview, box in zip(self.previews, self._places(), strict=False):
            self.place(preview, box.x(), box.y(), box.width(), box.height())
            preview.round_off(self.look.color("surface"), self.look.color("divider"), 10 * self.unit)
        for key, preview in zip(self._keys, self.previews, strict=True):
            key.set_unit(self.unit)
            side = round(32 * self.unit)
            key.setGeometry(0, preview.height() - side, side, side)

    def _places(self) -> list[QRectF]:
        """In units: one picture as large as it goes, several in two columns."""
        canvas = self.previews[0].canvas
        count = len(self._ahead.views)
        columns, rows = (1, 1) if count < 2 else (2, -(-count // 2))
        room = QRectF(20, 56, self.wide - 40, self.tall - 72)
        width = (room.width() - GAP * (columns - 1)) / columns
        height = (room.height() - GAP * (rows - 1)) / rows
        width = min(width, height * canvas.width / canvas.height)
        height = width * canvas.height / canvas.width
        left = room.x() + (room.width() - columns * width - GAP * (columns - 1)) / 2
        top = room.y() + (room.height() - rows * height - GAP * (rows - 1)) / 2
        return [
            QRectF(left + at % columns * (width + GAP), top + at // columns * (height + GAP), width, height)
            for at in range(count)
        ]

    def draw(self, pen: Pen) -> None:
        used = pen.write(pen.rect(20, 10, 90, 40), "Next", 22, face="head", weight=600) / pen.unit
        if not self._ahead.views:
            pen.icon("flag", "muted", pen.rect(self.wide / 2 - 28, self.tall / 2 - 40, 56, 56))
            pen.write(
                pen.rect(20, self.tall / 2 + 28, self.wide - 40, 36), self._ahead.words, 22, "muted", align=CENTER
            )
            return
        x = 32 + used
        if self._ahead.kind:
            mark = badge(self._ahead.kind)
            pen.fill(pen.rect(x, 15, 30, 30), mark.fill, 9)
            pen.icon(mark.icon, mark.ink, pen.rect(x + 6, 21, 18, 18))
            x += 42
        pen.write(pen.rect(x, 10, self.wide - x - 16, 40), self._ahead.words, 22)
