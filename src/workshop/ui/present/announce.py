"""Tells a screen reader what has changed, where one is running."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from workshop.stage.displaylist import DisplayList, TextBlock


def announce(widget: QWidget, words: str) -> None:
    """Have words read aloud at the next pause."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def news(before: DisplayList | None, after: DisplayList) -> str:
    """What is on a picture that wasn't there before: its name and all its words, or those that were revealed.

    Words in other colours are news too: so a picture tells which pair is found, which answer it is, which phase runs.
    A running time is no news: it would be told every second. Counts are when they come; then each key tells its own.
    """
    if before is None or before.name != after.name:
        return _joined([after.name, *(text for text in _words(after, "count") if not after.name.endswith(text))])
    if _counts(after) > _counts(before):
        return _joined(_words(after, "count"))
    return _joined(_revealed(before, after))


def _revealed(before: DisplayList, after: DisplayList) -> list[str]:
    """The words that are new, or are now in other colours though the page isn't; a letter with the words it marks."""
    known = {block.text: (block.color, block.on) for block in _blocks(before)}
    same = before.background == after.background
    told: list[str] = []
    new = False
    for block in reversed(_blocks(after)):
        relit = same and known.get(block.text, (block.color, block.on)) != (block.color, block.on)
        new = relit or (new if len(block.text) == 1 else block.text not in known)
        told += [block.text] if new else []
    return told[::-1]


def _joined(words: list[str]) -> str:
    return " ".join(text if text[-1:] in ".!?…" else f"{text}." for text in words)


def _blocks(listed: DisplayList, *more: str) -> list[TextBlock]:
    return [block for block in listed.texts() if block.role not in ("timer", "count") or block.role in more]


def _words(listed: DisplayList, *more: str) -> list[str]:
    return [block.text for block in _blocks(listed, *more)]


def _counts(listed: DisplayList) -> int:
    return len(_words(listed, "count")) - len(_words(listed))
