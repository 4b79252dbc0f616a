"""Rings once when a time that runs is over."""

from __future__ import annotations

from workshop.session.order import Stop
from workshop.session.view import View
from workshop.ui.chime import Chime

AHEAD = 15  # seconds before the end at which the sound is loaded


class Bell:
    """`listen` is called a few times a second with what the console shows."""

    def __init__(self, chime: Chime) -> None:
        self._chime = chime
        self._over: tuple[Stop, int] | None = None  # the time that is over and has rung

    def listen(self, view: View, stop: Stop, on: bool) -> None:
        """Ring where the time of this view has just come to its end; `on` is False where the chime is off."""
        timer, here = view.timer, (stop, view.beat)
        if timer is None or not timer.running or timer.left > 0:
            self._over = None if self._over == here else self._over
            if on and timer is not None and timer.running and timer.left <= AHEAD:
                self._chime.prepare()
            return
        if self._over != here and timer.left > -AHEAD:  # a lesson that is resumed late doesn't ring for the past
            self._over = here
            if on:
                self._chime.play()
