"""On a screen of another shape, what touches an edge of the canvas reaches the edge of the screen."""

from __future__ import annotations

from workshop.stage.bleed import bled
from workshop.stage.displaylist import WIDE, Box, Picture, Shape, Span, Style, TextBlock


def test_the_tab_hangs_from_the_screens_edge() -> None:
    tab = Shape(Box(96, 0, 300, 104), "#112233", radii=(0, 0, 24, 24))
    assert bled(tab, WIDE, 0, 60) == tab._replace(box=Box(96, -60, 300, 164))


def test_the_progress_bar_lies_along_the_screens_lower_edge_from_side_to_side() -> None:
    track = Shape(Box(0, 1068, 1920, 12), "#112233")
    assert bled(track, WIDE, 0, 60) == track._replace(box=Box(0, 1128, 1920, 12))
    assert bled(track, WIDE, 80, 0) == track._replace(box=Box(-80, 1068, 2080, 12))
    done = Shape(Box(0, 1068, 480, 12), "#112233")
    assert bled(done, WIDE, 80, 0) == done._replace(box=Box(-80, 1068, 560, 12))


def test_the_covers_picture_fills_its_corner() -> None:
    art = Picture(Box(840, 0, 1080, 1080), "cover.svg", fit="cover")
    assert bled(art, WIDE, 0, 60) == art._replace(box=Box(840, -60, 1080, 1200))
    assert bled(art, WIDE, 80, 0) == art._replace(box=Box(840, 0, 1160, 1080))


def test_words_and_cards_stay_where_they_are() -> None:
    card = Shape(Box(96, 300, 800, 200), "#112233", radii=(24,) * 4)
    words = TextBlock(Box(0, 0, 1920, 100), (Span("a"),), Style(60), "#000000", "#ffffff")
    assert bled(card, WIDE, 50, 60) == card
    assert bled(words, WIDE, 50, 60) == words
