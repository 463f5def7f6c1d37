"""Where things of one column stand: in an order with few crossings, near what they are tied to."""

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from itertools import pairwise

Cells = list[list[list[str]]]  # of each column, of each lane: the things from top to bottom
Ties = Mapping[str, Sequence[str]]
SWEEPS = 8


def order(cells: Cells, left: Ties, right: Ties) -> Cells:
    """Return the cells with each lane's things in the order that crosses the fewest lines.

    ``left`` and ``right`` tell what a thing is tied to in the columns beside it.
    """
    best, fewest = cells, _crossings(cells, left)
    now = cells
    for sweep in range(SWEEPS):
        ties, columns = (left, range(len(now))) if sweep % 2 == 0 else (
            right, range(len(now) - 1, -1, -1)
        )  # fmt: skip
        now = [[list(lane) for lane in column] for column in now]
        ranks = _ranks(now)
        for at in columns:
            for lane in now[at]:
                lane.sort(key=lambda thing: _mean([ranks[t] for t in ties[thing]], ranks[thing]))
            ranks |= _ranks([now[at]])
        crossings = _crossings(now, left)
        if crossings < fewest:
            best, fewest = now, crossings
    return best


def _ranks(cells: Cells) -> dict[str, float]:
    found: dict[str, float] = {}
    for column in cells:
        things = [(lane, thing) for lane, lane_things in enumerate(column) for thing in lane_things]
        for at, (lane, thing) in enumerate(things):
            found[thing] = lane + (at + 1) / (len(things) + 1)
    return found


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _crossings(cells: Cells, left: Ties) -> int:
    ranks = _ranks(cells)
    found = 0
    for column in cells:
        lines = sorted(
            (ranks[thing], ranks[other])
            for lane in column
            for thing in lane
            for other in left[thing]
        )
        ends: list[float] = []
        for _, end in lines:
            found += len(ends) - bisect_right(ends, end)
            insort(ends, end)
    return found


def stack(
    wanted: Sequence[float], heights: Sequence[float], gap: float, top: float, bottom: float
) -> list[float]:
    """Return where the centres of things below each other stand, each as near as may be to a place.

    None overlaps another, and all lie between ``top`` and ``bottom``, which must be far enough
    apart. The sum of the squared distances is the least there is.

    >>> stack([10, 10], [10, 10], 2, 0, 100)
    [5.0, 17.0]
    >>> stack([90, 95], [20, 20], 0, 0, 100)
    [70.0, 90.0]
    """
    apart = [0.0]
    for one, other in pairwise(heights):
        apart.append(apart[-1] + (one + other) / 2 + gap)
    blocks: list[tuple[float, int]] = []
    for place, offset in zip(wanted, apart, strict=True):
        blocks.append((place - offset, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (one, n), (other, m) = blocks.pop(-2), blocks.pop()
            blocks.append(((one * n + other * m) / (n + m), n + m))
    low, high = top + heights[0] / 2, bottom - heights[-1] / 2 - apart[-1]
    level = [max(low, min(high, place)) for place, n in blocks for _ in range(n)]
    return [place + offset for place, offset in zip(level, apart, strict=True)]
