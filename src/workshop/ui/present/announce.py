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

    A running time is no news: it would be told every second. Counts are when they come; then each key tells its own.
    """
    if before is None or before.name != after.name:
        return _joined([after.name, *(text for text in _words(after) if not after.name.endswith(text))])
    if _counts(after) > _counts(before):
        return _joined(_words(after, "count"))
    known = set(_words(before))
    return _joined([text for text in _words(after) if text not in known])


def _joined(words: list[str]) -> str:
    return " ".join(text if text[-1:] in ".!?…" else f"{text}." for text in words)


def _words(listed: DisplayList, *more: str) -> list[str]:
    return [block.text for block in listed.texts() if block.role not in ("timer", "count") or block.role in more]


def _counts(listed: DisplayList) -> int:
    return len(_words(listed, "count")) - len(_words(listed))
