"""A slim row of the tools over the class's picture; while the pen is in the hand, its colours and what undoes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF

from workshop.stage.ink import HUES
from workshop.stage.theme import Theme
from workshop.ui.keysinuse import KeysInUse
from workshop.ui.look import Look
from workshop.ui.present.announce import announce
from workshop.ui.present.panel import KeyButton, Panel, Pen
from workshop.ui.present.tools import NUDGES, RADII, Tools

TOOLS = (
    ("pointer", "Pointer", "mouse-pointer-2"),
    ("spotlight", "Spotlight", "spotlight"),
    ("magnifier", "Magnifier", "zoom-in"),
    ("pen", "Pen", "pencil"),
)
AFTER = (
    ("undo-count", "Take back the last line", "undo-2"),
    ("wipe", "Rub out", "eraser"),
    ("keep-ink", "Keep what is drawn", "pin"),
)
HUE_NAMES = {"coral": "Red pen", "sky": "Blue pen", "ink": "Pen in the colour of the text"}
NAMES = [told[:2] for told in TOOLS]
TITLE = "Tools over the class’s picture"
SIDE, GAP = 44.0, 6.0  # units


class HueButton(KeyButton):
    """A dot of ink on the class's paper."""

    def __init__(self, look: Look, hue: str) -> None:
        super().__init__(look, HUE_NAMES[hue], "", fill="")
        self._hue = hue
        self._colors = ("#FFFFFF", "#000000")

    def show_theme(self, theme: Theme) -> None:
        hue = theme.hues.get(self._hue)
        self._colors = (theme.paper, hue.line if hue else theme.ink)
        self.update()

    def draw(self, pen: Pen, box: QRectF, _ink: str) -> None:
        pen.painter.setPen(self.look.color("divider"))
        for color, share in zip(self._colors, (0.36, 0.2), strict=True):
            pen.painter.setBrush(QColor(color))
            pen.painter.drawEllipse(box.center(), box.height() * share, box.height() * share)


class ToolBar(Panel):
    """Its buttons call actions. What can be done with what is held stands beside them."""

    surface = ""

    def __init__(self, look: Look, keys: KeysInUse, trigger: Callable[[str], None]) -> None:
        super().__init__(look)
        self.setAccessibleName(TITLE)
        self._keys, self._hint, self._told = keys, "", ""
        made = {action: KeyButton(look, text, icon, fill="", ink="muted") for action, text, icon in (*TOOLS, *AFTER)}
        hues = {f"pen-{hue}": HueButton(look, hue) for hue in HUES}
        order = (*(told[0] for told in TOOLS), *hues, *(told[0] for told in AFTER))
        self.buttons: dict[str, KeyButton] = {action: {**made, **hues}[action] for action in order}
        for action, button in self.buttons.items():
            button.setText("")
            button.size_units = 20
            button.setToolTip(button.name)
            button.setParent(self)
            button.clicked.connect(lambda _checked=False, action=action: trigger(action))

    def show_tools(self, tools: Tools, theme: Theme, kept: bool) -> None:
        """Show which tool is in the hand; `theme` is the class's, `kept` tells whether drawings stay."""
        for action, button in self.buttons.items():
            button.set_key(self._keys.cap(action))
            button.set_on(action in (tools.kind, f"pen-{tools.hue}") or (kept and action == "keep-ink"))
            if isinstance(button, HueButton):
                button.show_theme(theme)
        drawing = tools.kind == "pen"
        for action, button in self.buttons.items():
            button.setVisible((action in RADII) != drawing or action == "pen")
        hint = f"{self._ways()} move it" if tools.kind in RADII else "Drawings are kept" if kept else ""
        self.arrange()
        told = ". ".join(part for part in (dict(NAMES).get(tools.kind, ""), hint) if part)
        if told != self._told:
            self._told, self._hint = told, hint
            self.say(told or TITLE)
            announce(self, told or "No tool")

    def _ways(self) -> str:
        """The keys that move what is held."""
        caps = [self._keys.cap(f"nudge-{way}") for way in NUDGES]
        usual = [f"Ctrl+{way.title()}" for way in NUDGES]
        return "Ctrl+arrows" if caps == usual else " ".join(filter(None, caps)) or "Mouse and touch"

    def arrange(self) -> None:
        x = 0.0
        for button in self.buttons.values():
            button.unit = self.unit
            if not button.isHidden():
                self.place(button, x, (self.tall - SIDE) / 2, SIDE, SIDE)
                x += SIDE + GAP

    def draw(self, pen: Pen) -> None:
        if self._hint and self.buttons["pen-coral"].isHidden():
            x = 4 * (SIDE + GAP) + 6
            box = pen.rect(x, 0, self.wide - x, self.tall)
            wide = QFontMetricsF(pen.font(19)).horizontalAdvance(self._hint)
            pen.write(box, self._hint, 19 if wide <= box.width() else 16, "muted", least=13)
