"""Lay out cases in columns of years and lanes of courts, and lead the lines between them.

Each tie starts at its own words in the box of the citing case, so that no label floats beside a
line. A line that passes a column has a slot of its own there, and never runs through a box.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from graph.pictures.columns import columns_of
from graph.pictures.fonts import wrapped
from graph.pictures.model import Box, Link
from graph.pictures.placing import order, stack

WIDE: Final = 186  # a box
INSIDE: Final = 9  # between the edge of a box and its words
NAME: Final = 13.0
TOLD: Final = 11.5
WORDS: Final = 11.5
STEP: Final = 15.0
GUTTER: Final = 58  # between two columns
SLOT: Final = 7  # the height of a line that passes a column
END: Final = 11  # between two lines that reach the same box
GAP: Final = 11
LANE_TOP: Final = 20  # for the name of the lane
LANE_PAD: Final = 12


@dataclass(slots=True)
class Placed:
    """A box with its lines of words and its place; ``starts`` are the heights of its ties."""

    box: Box
    name: list[str]
    told: list[str]
    links: list[tuple[Link, list[str]]]
    column: int
    reached_by: int = 0
    x: float = 0
    y: float = 0

    @property
    def height(self) -> float:
        """How high the box is."""
        rows = sum(len(words) for _, words in self.links)
        lines = len(self.name) + len(self.told) + rows
        high = lines * STEP + 12 + (5 if self.links else 0)
        return max(high, (self.reached_by + 1) * END)

    @property
    def links_top(self) -> float:
        """Where the words of the first tie begin."""
        return self.y + 6 + (len(self.name) + len(self.told)) * STEP + 5


@dataclass(frozen=True, slots=True)
class Route:
    """The way of a line: points that it passes, from the citing case's words to the cited box."""

    link: Link
    points: tuple[tuple[float, float], ...]
    within_column: bool = False


@dataclass(slots=True)
class Plan:
    """A picture of lines, laid out: everything has its place, from (0, 0)."""

    placed: dict[str, Placed] = field(default_factory=dict)
    routes: list[Route] = field(default_factory=list)
    columns: list[list[Box]] = field(default_factory=list)
    lanes: list[tuple[int, float, float]] = field(default_factory=list)
    width: float = 0
    height: float = 0


@dataclass(slots=True)
class _Ways:
    """The slots that lines take through columns, and what is tied to what beside it."""

    heights: dict[str, float] = field(default_factory=dict)
    left: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    right: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    slots: dict[tuple[str, int], list[str]] = field(default_factory=dict)


def plan(boxes: Sequence[Box], most_columns: int = 6) -> Plan:
    """Return where everything stands; the same boxes always stand in the same places."""
    columns = columns_of(boxes, most_columns)
    _add_more(columns, boxes)
    placed = {box.key: _sized(box, at) for at, column in enumerate(columns) for box in column}
    for box in boxes:
        for link in box.links:
            placed[link.to].reached_by += 1
    lanes = sorted({box.lane for box in boxes})
    ways, cells = _ways(placed, len(columns), lanes)
    cells = order(cells, ways.left, ways.right)
    found = Plan(placed, [], columns)
    ys = _heights(found, cells, ways, lanes)
    for one in placed.values():
        one.x = one.column * (WIDE + GUTTER)
        one.y = ys[one.box.key] - one.height / 2
    _in_order_of_lines(placed, ways, ys)
    found.width = len(columns) * (WIDE + GUTTER) - GUTTER
    found.routes = _routes(placed, ways, ys)
    return found


def _add_more(columns: list[list[Box]], boxes: Sequence[Box]) -> None:
    """Put what stands for many at the end that it belongs to."""
    for box in boxes:
        if box.more:
            columns[0 if box.year < columns[-1][0].year else -1].append(box)


def _sized(box: Box, column: int) -> Placed:
    room = WIDE - 2 * INSIDE
    return Placed(
        box,
        wrapped(box.name, NAME, room, bold=True),
        wrapped(box.told, TOLD, room),
        [(link, wrapped(link.words, WORDS, room)) for link in box.links],
        column,
    )


def _ways(
    placed: dict[str, Placed], columns: int, lanes: Sequence[int]
) -> tuple[_Ways, list[list[list[str]]]]:
    ways = _Ways()
    cells: list[list[list[str]]] = [[[] for _ in lanes] for _ in range(columns)]
    for key, one in placed.items():
        cells[one.column][lanes.index(one.box.lane)].append(key)
        ways.heights[key] = one.height
        ways.left[key], ways.right[key] = [], []
    for key, one in placed.items():
        for at, (link, _) in enumerate(one.links):
            far = placed[link.to].column
            slots = [f"{key} {at} {column}" for column in range(one.column - 1, far, -1)]
            for slot, column in zip(slots, range(one.column - 1, far, -1), strict=True):
                cells[column][lanes.index(one.box.lane)].append(slot)
                ways.heights[slot] = SLOT
                ways.left[slot], ways.right[slot] = [], []
            ways.slots[key, at] = slots
            line = [key, *slots, link.to]
            for right, left in pairwise(line):
                if far < one.column:
                    ways.left[right].append(left)
                    ways.right[left].append(right)
    return ways, cells


def _heights(
    found: Plan, cells: list[list[list[str]]], ways: _Ways, lanes: Sequence[int]
) -> dict[str, float]:
    """Return how high the centre of each thing stands, and note the lanes."""
    top = 0.0
    ys: dict[str, float] = {}
    for at, lane in enumerate(lanes):
        high = LANE_TOP + LANE_PAD + max(_packed(column[at], ways) for column in cells)
        found.lanes.append((lane, top, top + high))
        for column in cells:
            y = top + LANE_TOP
            for thing in column[at]:
                ys[thing] = y + ways.heights[thing] / 2
                y += ways.heights[thing] + GAP
        top += high
    found.height = top
    for sweep in range(16):
        across = range(len(cells)) if sweep % 2 == 0 else range(len(cells) - 1, -1, -1)
        for column_at in across:
            for at, (_, low, high) in enumerate(found.lanes):
                _settle(cells[column_at][at], ys, ways, low + LANE_TOP, high - LANE_PAD)
    return ys


def _packed(things: Sequence[str], ways: _Ways) -> float:
    return sum(ways.heights[thing] + GAP for thing in things) - GAP if things else 0


def _settle(
    things: Sequence[str], ys: dict[str, float], ways: _Ways, low: float, high: float
) -> None:
    if not things:
        return
    wanted = []
    for thing in things:
        near = [ys[other] for other in (*ways.left[thing], *ways.right[thing])]
        wanted.append(sum(near) / len(near) if near else ys[thing])
    heights = [ways.heights[thing] for thing in things]
    for thing, y in zip(things, stack(wanted, heights, GAP, low, high), strict=True):
        ys[thing] = y


def _in_order_of_lines(placed: dict[str, Placed], ways: _Ways, ys: dict[str, float]) -> None:
    """Let the words in a box stand in the order in which their lines leave, so that none cross."""
    for key, one in placed.items():
        firsts = [
            ys[ways.slots[key, at][0] if ways.slots[key, at] else link.to]
            for at, (link, _) in enumerate(one.links)
        ]
        new = sorted(range(len(firsts)), key=lambda at: (firsts[at], at))
        slots = [ways.slots[key, at] for at in new]
        one.links = [one.links[at] for at in new]
        for at, way in enumerate(slots):
            ways.slots[key, at] = way


def _routes(placed: dict[str, Placed], ways: _Ways, ys: dict[str, float]) -> list[Route]:
    drafts: list[tuple[Placed, Placed, Link, list[tuple[float, float]]]] = []
    for key, one in placed.items():
        y = one.links_top
        for at, (link, words) in enumerate(one.links):
            points = [(one.x, y + STEP / 2)]
            y += len(words) * STEP
            for slot in ways.slots[key, at]:
                column = int(slot.rpartition(" ")[2])
                x = column * (WIDE + GUTTER)
                points += [(x + WIDE, ys[slot]), (x, ys[slot])]
            drafts.append((one, placed[link.to], link, points))
    ends = _ends(drafts)
    return [
        Route(link, (*points, ends[at]), one.column == other.column)
        for at, (one, other, link, points) in enumerate(drafts)
    ]


def _ends(
    drafts: Sequence[tuple[Placed, Placed, Link, list[tuple[float, float]]]],
) -> dict[int, tuple[float, float]]:
    """Spread the lines that reach a box over its side, in the order in which they come."""
    reaching: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for at, (one, other, _, _) in enumerate(drafts):
        reaching[other.box.key, one.column == other.column].append(at)
    found: dict[int, tuple[float, float]] = {}
    for (_, same), numbers in reaching.items():
        other = drafts[numbers[0]][1]
        numbers.sort(key=lambda at: (drafts[at][3][-1][1], at))
        for place, at in enumerate(numbers, 1):
            y = other.y + other.height * place / (len(numbers) + 1)
            found[at] = (other.x if same else other.x + WIDE, y)
    return found
