"""Three themes, in all of which every word can be read."""

from __future__ import annotations

import json

import pytest

from workshop.lesson.values import HUES
from workshop.paths import RESOURCES
from workshop.stage.theme import NAMES, Hue, contrast, luminance, readable_on, theme

SHADES = ("tint", "base", "deep", "mid")


@pytest.mark.parametrize("name", NAMES)
def test_words_can_be_read_on_every_colour(name: str) -> None:
    shown = theme(name)
    assert contrast(shown.ink, shown.paper) >= 7
    assert contrast(shown.ink, shown.card) >= 4.5
    for hue in shown.hues.values():
        for shade in SHADES:
            assert contrast(getattr(hue, f"on_{shade}"), getattr(hue, shade)) >= 4.5
        assert contrast(hue.line, shown.paper) >= 4.5
        assert contrast(hue.line, hue.tint) >= 4.5


def test_light_has_the_colours_of_the_look() -> None:
    teal, light = theme("light").hues["teal"], theme("light")
    assert (light.paper, light.ink) == ("#FFF9F0", "#1B2440")
    assert (teal.tint, teal.base, teal.deep) == ("#D8F1EB", "#2FB5A1", "#0B6B5F")


def test_all_themes_tell_the_same_things() -> None:
    files = [json.loads((RESOURCES / "themes" / f"{name}.json").read_text("utf-8")) for name in NAMES]
    assert all(file.keys() == files[0].keys() and file["app"].keys() == files[0]["app"].keys() for file in files)
    assert {tuple(file["hues"]) for file in files} == {HUES}  # what a lesson's background may be called
    assert all(steps.keys() == set(Hue._fields) for file in files for steps in file["hues"].values())


def test_contrast_is_as_wcag_counts_it() -> None:
    assert contrast("#000000", "#FFFFFF") == contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert luminance("#808080") == pytest.approx(0.2159, abs=0.0005)


def test_ink_for_any_paper() -> None:
    assert readable_on("#FFFFFF", "#1B2440") == "#1B2440"
    assert readable_on("#101010", "#1B2440") == "#FFFFFF"
    assert readable_on("#FFE000", "#FFFFFF") == "#1B2440"
