"""What number keys and presses on the picture do at the present step: hands, choices, work at the board."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from workshop.lesson.model import Poll
from workshop.session.board import items
from workshop.session.session import Session
from workshop.session.state import TIE
from workshop.session.view import View
from workshop.stage.displaylist import DisplayList
from workshop.ui.present import board

KEYS = range(1, 10)


class Numbers:
    """`compose` draws a view as the class's screen would show it: its controls say which key does what."""

    def __init__(self, session: Session, compose: Callable[[View], DisplayList]) -> None:
        self._session, self._compose = session, compose

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of the number keys do, by their ids."""
        more = {f"choice-{n}": partial(self.press, n - 1) for n in KEYS}
        return {**more, **{f"fewer-{n}": partial(self.take, n - 1) for n in KEYS}}

    def press(self, at: int) -> None:
        """A number key: a hand more in a vote, the class's choice in a story, work at the board."""
        from workshop.ui.present.keypad import ways_back

        view = self._view()
        if isinstance(view.step, Poll) or (view.vote and self._session.state.cue != TIE):
            self._session.count(at, 1)
        elif items(view.step):
            board.press(self._session, self._compose(view), str(at + 1))
        else:
            back = ways_back(self._compose(view))
            self.control(back[at].action if at < len(back) else f"choose:{at}")

    def take(self, at: int) -> None:
        """Shift with a number key: a hand less in a vote, a card taken at the board."""
        view = self._view()
        if items(view.step):
            board.press(self._session, self._compose(view), f"Shift+{at + 1}")
        else:
            self._session.count(at, -1)

    def control(self, action: str) -> bool:
        """A control of the picture, such as "choose:1"; False where it isn't one of these."""
        name, *numbers = action.split(":")
        if name == "choose":  # by hand, also against the class's vote
            self._session.choose(int(numbers[0]))
        elif name == "whatif":
            self._session.instead(*map(int, numbers))
        elif name == "count":
            self._session.count(int(numbers[0]), 1)
        else:
            return board.work(self._session, action)
        return True

    def _view(self) -> View:
        return self._session.console_view(self._session.clock())
