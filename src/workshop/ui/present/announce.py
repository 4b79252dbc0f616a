"""Tells a screen reader what has changed, where one is running."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from workshop.stage.displaylist import DisplayList


def announce(widget: QWidget, words: str) -> None:
    """Have words read aloud at the next pause."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def news(before: DisplayList | None, after: DisplayList) -> str:
    """What is on a picture that wasn't there before: its name and all its words, or the words that were revealed.

    A running time is no news: it would be told every second.
    """
    if before is None or before.name != after.name:
        return ". ".join([after.name, *_words(after)])
    known = set(_words(before))
    return ". ".join(text for text in _words(after) if text not in known)


def _words(listed: DisplayList) -> list[str]:
    return [block.text for block in listed.texts() if block.role != "timer"]
