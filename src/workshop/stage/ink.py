"""What was drawn over a picture by hand, in a theme's colours."""

from __future__ import annotations

from workshop.session.view import Stroke
from workshop.stage.displaylist import Box, Ink
from workshop.stage.theme import Theme

HUES = ("coral", "sky", "ink")  # red and blue are told apart by every eye
EDGE = 3.0  # canvas units of paper on either side of a line


def inked(stroke: Stroke, theme: Theme) -> Ink:
    """A stroke of at least one point as it is painted: in its hue's colour for lines on paper, else in ink."""
    hue = theme.hues.get(stroke.hue)
    xs, ys = [x for x, _y in stroke.points], [y for _x, y in stroke.points]
    box = Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)).inset(-stroke.width / 2 - EDGE)
    return Ink(box, stroke.points, hue.line if hue else theme.ink, theme.paper, stroke.width)
