"""Which part of a picture must be painted again when another one takes its place."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.stage.displaylist import Box, Canvas, Control, DisplayList, Flecks, Item, Picture, TextBlock

_EDGE = 4.0  # canvas units that smoothing and the ends of lines may stand over a box
_OVERHANG = 0.35  # of a text's size that letters may stand over their line


def damage(before: DisplayList | None, after: DisplayList) -> Box | None:
    """The box, in canvas units, outside which both pictures are the same; None where nothing differs."""
    if before is None or before.canvas != after.canvas or before.background != after.background:
        return _whole(after.canvas)
    found: Box | None = None
    for item in _changed(_painted(before), _painted(after)):
        box = reach(item, after.canvas)
        found = box if found is None else _united(found, box)
    return found


def reach(item: Item, canvas: Canvas) -> Box:
    """Where an item may leave paint."""
    if isinstance(item, Flecks):
        return _whole(canvas)
    over = item.style.size * _OVERHANG if isinstance(item, TextBlock) else 0.0
    return item.box.inset(-_EDGE - over)


def meets(one: Box, other: Box) -> bool:
    """True where two boxes have a part in common."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def _whole(canvas: Canvas) -> Box:
    return Box(0.0, 0.0, canvas.width, canvas.height)


def _painted(listed: DisplayList) -> list[Item]:
    """The items that leave paint, without their place in reading order: it shifts when something is put before them."""
    return [
        item._replace(order=0) if isinstance(item, (TextBlock, Picture)) else item
        for item in listed.items
        if not isinstance(item, Control)
    ]


def _changed(before: list[Item], after: list[Item]) -> Iterator[Item]:
    """What is painted in one of them alone, or in another order: all between the items that start and end alike."""
    if len(before) == len(after):
        for one, other in zip(before, after, strict=True):
            if one != other:
                yield from (one, other)
        return
    start, shorter = 0, min(len(before), len(after))
    while start < shorter and before[start] == after[start]:
        start += 1
    end = 0
    while end < shorter - start and before[-1 - end] == after[-1 - end]:
        end += 1
    yield from before[start : len(before) - end]
    yield from after[start : len(after) - end]


def _united(one: Box, other: Box) -> Box:
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Box(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)
