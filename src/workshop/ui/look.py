"""How the windows look: a theme's colours, two typefaces and one text scale, handed to every window.

Widgets ask a `Look` for colours, fonts and sizes, and follow its `changed` signal; the stylesheet only dresses what
Qt paints itself. The projector is never dressed.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QToolTip, QWidget

from workshop.stage.displaylist import Style
from workshop.stage.fonts import font, load_fonts
from workshop.stage.icons import icon_pixmap
from workshop.stage.theme import NAMES, Theme, theme

SCALES = (100, 110, 125, 150, 175, 200)  # percent
_FULLY_SCALED = 20  # px: headings above it grow as much as body text, not twice as much


class Type(NamedTuple):
    """A way to set text: size in px at 100 %, face and weight."""

    size: float
    face: str = "text"
    weight: int = 400


TYPES = {
    "page": Type(28, "head", 700),
    "door": Type(27, "head", 700),
    "section": Type(24, "head", 700),
    "banner": Type(22, "head", 700),
    "card": Type(20, "head", 600),
    "card-long": Type(18, "head", 600),
    "control": Type(17, "head", 600),
    "lead": Type(20),
    "field": Type(18),
    "body": Type(17),
    "strong": Type(17, "text", 700),
    "help": Type(16),
    "label": Type(16, "text", 700),
    "small": Type(14),
    "code": Type(15, "code"),
}


def scaled(size: float, percent: int) -> int:
    """Pixels of a length that is `size` px at 100 %; the one function by which text and controls grow."""
    grown = min(size, _FULLY_SCALED) * percent / 100
    return max(1, round(grown + max(0.0, size - _FULLY_SCALED)))


class Look(QObject):
    """Theme and text scale of all windows. `changed` follows every change of either."""

    changed = Signal()

    def __init__(self, theme_name: str = "light", scale: int = 100, parent: QObject | None = None) -> None:
        super().__init__(parent)
        load_fonts()
        self.theme: Theme = theme(theme_name)
        self.scale = scale

    # --- what widgets ask for ---------------------------------------------------------------------

    def px(self, size: float) -> int:
        return scaled(size, self.scale)

    def hex(self, token: str) -> str:
        """The colour "#RRGGBB" of a token: "muted" of the windows, or "sky.base" of a hue."""
        hue, _, step = token.partition(".")
        return str(getattr(self.theme.hues[hue], step)) if step else self.theme.app[hue]

    def color(self, token: str, alpha: float = 1.0) -> QColor:
        made = QColor(self.hex(token))
        made.setAlphaF(alpha)
        return made

    def font(self, name: str) -> QFont:
        """The font of one of `TYPES` at this scale."""
        kind = TYPES[name]
        if kind.face == "code":
            made = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            made.setPixelSize(self.px(kind.size))
            return made
        return font(Style(self.px(kind.size), kind.face, kind.weight))

    def pixmap(self, icon: str, token: str, size: float, dpr: float = 1.0, stroke: float = 2.0) -> QPixmap:
        """An icon that is `size` px at 100 %."""
        return icon_pixmap(icon, self.hex(token), self.px(size), stroke, dpr)

    def icon(self, icon: str, token: str, size: float) -> QIcon:
        return QIcon(self.pixmap(icon, token, size, 2.0))

    # --- changing it --------------------------------------------------------------------------------

    def set_theme(self, name: str) -> None:
        if name != self.theme.name:
            self.theme = theme(name)
            self.changed.emit()

    def next_theme(self) -> Theme:
        """The theme after this one, in the order light, dark, high contrast."""
        return theme(NAMES[(NAMES.index(self.theme.name) + 1) % len(NAMES)])

    def set_scale(self, percent: int) -> None:
        if percent != self.scale:
            self.scale = percent
            self.changed.emit()

    def step_scale(self, by: int) -> None:
        """One step of `SCALES` up or down; stays at the ends."""
        larger = [s for s in SCALES if s > self.scale]
        smaller = [s for s in SCALES if s < self.scale]
        if by > 0 and larger:
            self.set_scale(larger[0])
        elif by < 0 and smaller:
            self.set_scale(smaller[-1])

    # --- dressing a window ------------------------------------------------------------------------------

    def dress(self, window: QWidget) -> None:
        """Give a window and all in it these colours and this font, now and after every change."""
        _Dress(self, window)


class _Dress(QObject):
    """Dresses its window for as long as the window is there."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._window = look, window
        look.changed.connect(self._put)
        self._put()

    def _put(self) -> None:
        QToolTip.setFont(self._look.font("help"))
        self._window.setFont(self._look.font("body"))
        self._window.setPalette(palette(self._look.theme))
        self._window.setStyleSheet(stylesheet(self._look))


def palette(chosen: Theme) -> QPalette:
    """The palette of a theme's windows."""
    app, role = chosen.app, QPalette.ColorRole
    made = QPalette()
    for target, token in (
        (role.Window, "window"),
        (role.Base, "surface"),
        (role.AlternateBase, "sunken"),
        (role.Button, "surface"),
        (role.ToolTipBase, "raised"),
        (role.WindowText, "text"),
        (role.Text, "text"),
        (role.ButtonText, "text"),
        (role.ToolTipText, "text"),
        (role.PlaceholderText, "muted"),
        (role.Highlight, "select"),
        (role.HighlightedText, "on_select"),
        (role.Link, "focus"),
    ):
        made.setColor(target, QColor(app[token]))
    return made


def stylesheet(look: Look) -> str:
    """The dress of what Qt paints itself: fields, lists to choose from, scroll bars, tool tips."""
    values = {**look.theme.app, "pad": look.px(14), "tall": look.px(40), "bar": 14, "grip": 40}
    return _SHEET % values


_SHEET = """
QLineEdit {
  background: %(surface)s; color: %(text)s; border: 2px solid %(border)s; border-radius: 12px;
  padding: 0 %(pad)dpx; min-height: %(tall)dpx;
  selection-background-color: %(focus)s; selection-color: %(window)s;
  placeholder-text-color: %(muted)s;
}
QComboBox QAbstractItemView {
  background: %(raised)s; color: %(text)s; border: 2px solid %(border)s; outline: 0; padding: 4px;
  selection-background-color: %(select)s; selection-color: %(on_select)s;
}
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: 0; }
QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: %(bar)dpx; }
QScrollBar:horizontal { height: %(bar)dpx; }
QScrollBar::handle { background: %(border)s; border-radius: 4px; margin: 3px; }
QScrollBar::handle:vertical { min-height: %(grip)dpx; }
QScrollBar::handle:horizontal { min-width: %(grip)dpx; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: %(raised)s; color: %(text)s; border: 1px solid %(border)s; padding: 4px 8px; }
"""
