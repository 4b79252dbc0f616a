"""What a class sees: a step, its state, a canvas and a theme become a display list, and that is painted.

Only `fonts`, `qtmeasure`, `pictures` and `paint` touch QtGui; composing a display list needs no Qt.
"""
