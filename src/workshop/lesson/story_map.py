"""A scenario laid out as a map: its cards in columns from the first one on, so that most choices lead to the right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from workshop.lesson.model import Scenario

SWEEPS = 4  # of putting cards beside those that lead to them
APART = 0.34  # of a column's width and a row's height, between two cards


class Arrow(NamedTuple):
    """A choice, by its place on the card, and where it leads. `back` where that is no step to the right."""

    start: str
    choice: int
    end: str
    safety: str
    back: bool


class Place(NamedTuple):
    """The column of a card, and its row among the `of` cards there, all from 0."""

    column: int
    row: int
    of: int


class StoryMap(NamedTuple):
    """Every card's place, and every choice that leads to a card."""

    places: Mapping[str, Place]
    arrows: tuple[Arrow, ...]

    @property
    def columns(self) -> int:
        return 1 + max(place.column for place in self.places.values())

    @property
    def rows(self) -> int:
        return max(place.of for place in self.places.values())


class Area(NamedTuple):
    """Where a card is drawn, in the units of the whole map."""

    x: float
    y: float
    w: float
    h: float


class Lane(NamedTuple):
    """Where an arrow passes a column between its cards: at `y`, from `left` to `right`."""

    left: float
    right: float
    y: float


def story_map(scenario: Scenario) -> StoryMap:
    """The map of all cards, those that can't be reached last."""
    ahead = {
        name: [choice.go for choice in card.choices if choice.go in scenario.cards]
        for name, card in scenario.cards.items()
    }
    columns = _columns(scenario.start, ahead)
    places = _placed(columns, ahead)
    arrows = tuple(
        Arrow(name, at, way.go, way.safety, places[way.go].column <= places[name].column)
        for name, card in scenario.cards.items()
        for at, way in enumerate(card.choices)
        if way.go in places
    )
    return StoryMap(places, arrows)


def areas(drawn: StoryMap, width: float, height: float, most: tuple[float, float]) -> dict[str, Area]:
    """Where the cards go on a map of that size, none larger than `most` (width, height) and none over another."""
    column, row = width / drawn.columns, height / drawn.rows
    w, h = min(most[0], column * (1 - APART)), min(most[1], row * (1 - APART / 2))
    return {
        name: Area(column * (place.column + 0.5) - w / 2, height * (place.row + 0.5) / place.of - h / 2, w, h)
        for name, place in drawn.places.items()
    }


def lanes(drawn: StoryMap, found: Mapping[str, Area], height: float, arrow: Arrow) -> list[Lane]:
    """How an arrow to the right passes the columns on its way: between the cards, as straight as that goes."""
    begin, end = found[arrow.start], found[arrow.end]
    first, last = drawn.places[arrow.start].column, drawn.places[arrow.end].column
    passed: list[Lane] = []
    y, goal = begin.y + begin.h / 2, end.y + end.h / 2
    for column in range(first + 1, last):
        there = sorted((found[name] for name, place in drawn.places.items() if place.column == column), key=_top)
        straight = y + (goal - y) / (last - column + 1)
        y = min((_within(gap, straight) for gap in _gaps(there, height)), key=lambda lane: abs(lane - straight))
        passed.append(Lane(there[0].x, there[0].x + there[0].w, y))
    return passed


def _top(area: Area) -> float:
    return area.y


def _gaps(cards: list[Area], height: float) -> list[tuple[float, float]]:
    """What is free above, between and below the cards of a column."""
    ends = [0.0, *(card.y + card.h for card in cards)]
    return list(zip(ends, [*(card.y for card in cards), height], strict=True))


def _within(gap: tuple[float, float], y: float) -> float:
    """The place in a gap that is nearest to `y`, a little off its edges."""
    edge = min(12.0, (gap[1] - gap[0]) / 3)
    return min(max(y, gap[0] + edge), gap[1] - edge)


def _columns(start: str, ahead: Mapping[str, list[str]]) -> dict[str, int]:
    """For each card the most steps that lead there without going in a circle; what can't be reached comes last."""
    order: list[str] = []
    if start in ahead:
        order = _in_order(start, ahead)
    column = dict.fromkeys(order, 0)
    rank = {name: at for at, name in enumerate(order)}
    for name in order:
        for go in ahead[name]:
            if rank[go] > rank[name]:
                column[go] = max(column[go], column[name] + 1)
    last = 1 + max(column.values(), default=-1)
    return column | {name: last for name in ahead if name not in column}


def _in_order(start: str, ahead: Mapping[str, list[str]]) -> list[str]:
    """All that can be reached, each card before those that it leads to, as far as there are no circles."""
    done: list[str] = []
    seen, waiting = {start}, [(start, iter(ahead[start]))]
    while waiting:
        name, following = waiting[-1]
        for go in following:
            if go not in seen:
                seen.add(go)
                waiting.append((go, iter(ahead[go])))
                break
        else:
            done.append(name)
            waiting.pop()
    return done[::-1]


def _placed(columns: Mapping[str, int], ahead: Mapping[str, list[str]]) -> dict[str, Place]:
    """Rows within each column, close to the cards that lead there, so that few arrows cross."""
    found: dict[int, list[str]] = {}
    for name in ahead:  # as written
        found.setdefault(columns[name], []).append(name)
    before: dict[str, list[str]] = {name: [] for name in ahead}
    for name, following in ahead.items():
        for go in following:
            before[go].append(name)
    for sweep in range(SWEEPS):
        beside = ahead if sweep % 2 else before
        for column in sorted(found, reverse=bool(sweep % 2)):
            height = {name: (at + 0.5) / len(names) for names in found.values() for at, name in enumerate(names)}
            found[column].sort(key=lambda name: _mean([height[other] for other in beside[name]], height[name]))
    return {name: Place(column, row, len(names)) for column, names in found.items() for row, name in enumerate(names)}


def _mean(heights: list[float], own: float) -> float:
    return sum(heights) / len(heights) if heights else own
