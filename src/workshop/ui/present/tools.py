"""Tools over the class's picture: pointer, spotlight, magnifier and pen. One at a time, and none on a covered picture.

The first three are held over the picture and are nobody's memory; a line of the pen belongs to the session.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from workshop.lesson.problems import WorkshopError
from workshop.session.ink import MOST_POINTS
from workshop.session.session import Session
from workshop.session.view import Stroke
from workshop.stage.displaylist import Box
from workshop.stage.ink import HUES, inked
from workshop.stage.theme import Theme
from workshop.ui.keysinuse import KeysInUse
from workshop.ui.stageview import StageView

if TYPE_CHECKING:  # imported when a tool is first taken
    from workshop.ui.present.overlay import Overlay

RADII = {"pointer": 24.0, "spotlight": 260.0, "magnifier": 240.0}  # canvas units
TOOLS = (*RADII, "pen")
NUDGES = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
SIZES = (120.0, 480.0)  # canvas units: the smallest and largest radius of a spotlight or a magnifier
GROWTH = 1.15  # from one size to the next
STEP = 48.0  # canvas units: how far a key moves what is held
WIDTH = 10.0  # canvas units: a line of the pen
CLOSE = 6.0  # canvas units: points nearer than this add nothing to a line
RIM = 10.0  # canvas units: the edge of a spotlight or a magnifier


class Lens(NamedTuple):
    """What is held over the picture: "" nothing, "pointer", "spotlight" or "magnifier". In canvas units."""

    kind: str = ""
    x: float = 0.0
    y: float = 0.0
    radius: float = 0.0

    @property
    def box(self) -> Box:
        """Where it leaves paint; what a spotlight darkens lies outside of it."""
        reach = self.radius + RIM
        return Box(self.x - reach, self.y - reach, 2 * reach, 2 * reach)


class Tools:
    """Which tool is in the hand, and what it does at any of the pictures.

    `pictures` are those that show the lesson as the class sees it; `theme` is the class's; `changed` is called when
    the facilitator's window should be told of another tool.
    """

    def __init__(
        self,
        session: Session,
        pictures: Callable[[], tuple[StageView, ...]],
        theme: Callable[[], Theme],
        keys: KeysInUse,
        changed: Callable[[], object],
    ) -> None:
        self._session, self._pictures, self._theme, self._keys = session, pictures, theme, keys
        self._changed = changed
        self.kind, self.hue = "", HUES[0]
        self.lens = Lens()
        self._radii = dict(RADII)  # as they were left
        self._stop = session.state.stop  # where the tool is used
        self._points: list[tuple[float, float]] = []  # of the line that is being drawn
        self._glass: dict[StageView, Overlay] = {}

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of the tools do, by their ids."""
        return {
            **{kind: partial(self.take, kind) for kind in TOOLS},
            **{f"pen-{hue}": partial(self.choose, hue) for hue in HUES},
            **{f"nudge-{way}": partial(self.nudge, *by) for way, by in NUDGES.items()},
            "lens-larger": partial(self.resize, 1.0),
            "lens-smaller": partial(self.resize, -1.0),
            "wipe": self._session.ink.wipe,
            "keep-ink": self._session.ink.keep,
        }

    # --- which tool ----------------------------------------------------------------------------------------

    def take(self, kind: str) -> None:
        """Take a tool, or put it away if it is the one. Raises WorkshopError where the class wouldn't see it."""
        if kind == self.kind:
            self.leave()
            return
        state = self._session.state
        if state.cover or state.frozen:
            raise WorkshopError(
                f"The class doesn’t see this picture now. {self._keys.cap('show')} shows it; then try again."
            )
        self._points, self.kind, self._stop = [], kind, state.stop
        glasses = [self._glass_over(picture) for picture in self._pictures()]
        if not glasses:
            self.kind = ""
            return
        canvas = self._pictures()[0].canvas
        at = next(filter(None, (glass.mouse() for glass in glasses)), (canvas.width / 2, canvas.height / 2))
        for glass in glasses:
            glass.lay()
        self._hold(Lens(kind, *at, self._radii[kind]) if kind in RADII else Lens())
        self._changed()

    def leave(self) -> bool:
        """Put the tool away; False where there is none in the hand."""
        had, self.kind, self.lens, self._points = bool(self.kind), "", Lens(), []
        for glass in self._glass.values():
            glass.show_line(None)
            glass.lens = self.lens
            glass.hide()
        if had:
            self._changed()
        return had

    def close(self) -> None:
        """Let go of the pictures, which are closed now."""
        self.leave()
        self._glass.clear()

    def follow(self) -> None:
        """After a change of the session: no tool on a cover or a still picture.

        What is about one place in a picture goes with it; a pointer and a pen stay in the hand.
        """
        state = self._session.state
        if not self.kind:
            return
        if state.cover or state.frozen or state.ended is not None:
            self.leave()
        elif state.stop != self._stop:
            self._stop = state.stop
            self._drop_line()
            if self.kind in ("spotlight", "magnifier"):
                self.leave()

    def choose(self, hue: str) -> None:
        """Draw in that hue from now on."""
        self.hue = hue
        self._changed()

    def _glass_over(self, picture: StageView) -> Overlay:
        if picture not in self._glass:
            from workshop.ui.present.overlay import Overlay

            made = self._glass[picture] = Overlay(picture)
            made.pressed.connect(self.press)
            made.moved.connect(self.move)
            made.released.connect(self.release)
            made.turned.connect(self.resize)
        return self._glass[picture]

    # --- what it does, in canvas units ----------------------------------------------------------------------

    def nudge(self, across: int, down: int) -> None:
        """Move what is held by the keyboard."""
        pictures = self._pictures()
        if self.lens.kind and pictures:
            canvas = pictures[0].canvas
            x = min(max(0.0, self.lens.x + across * STEP), canvas.width)
            y = min(max(0.0, self.lens.y + down * STEP), canvas.height)
            self._hold(self.lens._replace(x=x, y=y))

    def resize(self, steps: float) -> None:
        """A larger circle of the spotlight or the magnifier; a smaller one where below zero."""
        lens = self.lens
        if lens.kind and lens.kind != "pointer":
            radius = self._radii[lens.kind] = min(max(SIZES[0], lens.radius * GROWTH**steps), SIZES[1])
            self._hold(lens._replace(radius=radius))

    def press(self, x: float, y: float) -> None:
        if self.kind == "pen":
            self._points = [(x, y)]
            self._show_line()
        else:
            self.move(x, y)

    def move(self, x: float, y: float) -> None:
        if self.lens.kind:
            self._hold(self.lens._replace(x=x, y=y))
        elif self._points and abs(x - self._points[-1][0]) + abs(y - self._points[-1][1]) >= CLOSE:
            self._points.append((x, y))
            self._show_line()
            if len(self._points) >= MOST_POINTS:
                self.release()
                self.press(x, y)

    def release(self) -> None:
        """The pen is lifted: what it drew is the session's now."""
        if self._points:
            line, self._points = self._line(), []
            self._session.ink.draw(line)  # the picture has it before the glass lets go
            self._drop_line()

    def _line(self) -> Stroke:
        return Stroke(self.hue, WIDTH, tuple(self._points))

    def _show_line(self) -> None:
        ink = inked(self._line(), self._theme())
        for picture in self._pictures():
            self._glass_over(picture).show_line(ink)

    def _drop_line(self) -> None:
        self._points = []
        for glass in self._glass.values():
            glass.show_line(None)

    def _hold(self, lens: Lens) -> None:
        self.lens = lens
        for picture in self._pictures():
            self._glass_over(picture).show_lens(lens)
