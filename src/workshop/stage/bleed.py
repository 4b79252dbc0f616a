"""What touches the canvas's edge goes on to the screen's edge, where the screen has another shape.

A tab hangs from the top of the screen and the cover's picture fills its corner, on a 16:10 laptop as on a 16:9
projector; nothing else moves.
"""

from __future__ import annotations

from workshop.stage.displaylist import Box, Canvas, Item, Picture, Shape

_LINE = 16.0  # canvas units: a bar along the lower edge that is no higher keeps its height and goes down


def bled(item: Item, canvas: Canvas, aside: float, above: float) -> Item:
    """The item as it is painted with bars `aside` wide left and right and `above` high over and under the canvas."""
    if isinstance(item, Shape) and item.fill and item.form == "rect" and not item.stroke:
        return item._replace(box=_stretched(item.box, canvas, aside, above))
    if isinstance(item, Picture) and item.fit == "cover":
        return item._replace(box=_stretched(item.box, canvas, aside, above))
    return item


def _stretched(box: Box, canvas: Canvas, aside: float, above: float) -> Box:
    left = box.x - aside if box.x <= 0 else box.x
    right = box.right + aside if box.right >= canvas.width else box.right
    top, bottom = box.y, box.bottom
    if bottom >= canvas.height and box.h <= _LINE:
        top, bottom = top + above, bottom + above
    else:
        top = top - above if top <= 0 else top
        bottom = bottom + above if bottom >= canvas.height else bottom
    return Box(left, top, right - left, bottom - top)
