"""The two typefaces, registered with Qt once and turned into QFonts."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from workshop.lesson.problems import WorkshopError
from workshop.stage.displaylist import Style

FACES = {"head": "Lexend", "text": "Atkinson Hyperlegible"}
_PACKAGES = ("fontpkg_lexend", "fontpkg_atkinson_hyperlegible")


@cache
def load_fonts() -> tuple[str, ...]:
    """Register the bundled typefaces; returns their family names. Needs a QGuiApplication."""
    families: list[str] = []
    for package in _PACKAGES:
        for file in sorted(_folder(package).glob("*.ttf")):
            number = QFontDatabase.addApplicationFont(str(file))
            families += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(families))


def _folder(package: str) -> Path:
    found = find_spec(package)  # finds the folder without running the package
    if found is None or not found.submodule_search_locations:
        raise WorkshopError(f"The typeface package {package} is missing. Install Workshop again with pip.")
    return Path(found.submodule_search_locations[0]) / "files"


@cache
def font(style: Style, bold: bool = False, italic: bool = False) -> QFont:
    """The QFont of a style, in canvas units as pixels."""
    made = QFont(FACES[style.face])
    made.setPixelSize(max(1, round(style.size)))
    weight = 700 if bold else style.weight
    if style.face == "head":
        made.setVariableAxis(QFont.Tag("wght"), weight)  # one variable file: a QFont weight would be smeared on top
    else:
        made.setWeight(QFont.Weight(weight))
    made.setItalic(italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if style.tracking:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.tracking * style.size)
    if style.tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
