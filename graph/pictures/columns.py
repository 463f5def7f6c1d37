"""Put cases into columns of years, oldest left, so that a picture is not wider than a page."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from graph.pictures.model import Box

MOST_COLUMNS: Final = 6


def columns_of(boxes: Sequence[Box], most: int = MOST_COLUMNS) -> list[list[Box]]:
    """Return the boxes as columns of one year or of years that follow each other.

    Columns are joined while there are more than ``most``, the two that give the lowest column
    first; columns with a tie between them stay apart, so that arrows run from right to left. What
    stands for the case in the centre of a picture keeps a column of its own.
    """
    years = sorted({box.year for box in boxes if not box.more})
    columns = [
        sorted((b for b in boxes if b.year == year and not b.more), key=lambda b: b.key)
        for year in years
    ]
    while len(columns) > most:
        joints = [
            (len(one) + len(other), other[0].year - one[-1].year, at)
            for at, (one, other) in enumerate(pairwise(columns))
            if not _apart(one, other)
        ]
        if not joints:
            break
        at = min(joints)[2]
        columns[at : at + 2] = [
            sorted(columns[at] + columns[at + 1], key=lambda b: (b.year, b.key))
        ]
    return columns


def _apart(one: Sequence[Box], other: Sequence[Box]) -> bool:
    if any(box.centre for box in (*one, *other)):
        return True
    earlier = {box.key for box in one}
    return any(link.to in earlier for box in other for link in box.links)


def heading(column: Sequence[Box]) -> str:
    """Return the years of a column.

    >>> heading([Box("a", "A v. B", "", 1992, 0), Box("b", "C v. D", "", 1997, 0)])
    '1992–1997'
    """
    known = [box.year for box in column if box.year]
    if not known:
        return "no date"
    return str(known[0]) if known[0] == known[-1] else f"{known[0]}–{known[-1]}"
