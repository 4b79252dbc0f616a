"""Drawing over the class's picture. Gone at the next step, unless it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.session.events import Drew, Kept, Wiped
from workshop.session.view import Stroke

if TYPE_CHECKING:
    from workshop.session.session import Session

MOST_POINTS = 4000  # of one line: a hand that rests on a board must not fill the memory


class Ink:
    """Commands of the pen. Nothing is drawn on a covered or frozen picture, where nobody would see it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def draw(self, stroke: Stroke) -> None:
        """Add a line of at least one point to the step that is on."""
        state = self._session.state
        if stroke.points and not state.cover and state.frozen is None:
            thinned = stroke._replace(points=stroke.points[:MOST_POINTS])
            self._session.do(Drew(self._session.clock(), state.stop, thinned))

    def wipe(self) -> None:
        """Take away all that is drawn at this step; it can be undone."""
        state = self._session.state
        if state.ink.get(state.stop):
            self._session.do(Wiped(self._session.clock(), state.stop))

    def keep(self) -> None:
        """Keep what is drawn with its step from now on, or let it go with the next step."""
        self._session.do(Kept(self._session.clock(), not self._session.state.ink_kept))
