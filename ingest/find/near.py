"""Run a slow pattern only near the words that it cannot do without."""

import re
from collections.abc import Iterable, Iterator


def places(text: str, words: tuple[str, ...]) -> list[int]:
    """Return where any of some words begins, in order; ``str.find`` is the fastest search there is.

    >>> places("id. and Id. and id.", ("Id.", "id."))
    [0, 8, 16]
    """
    found: list[int] = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            found.append(at)
            at = text.find(word, at + 1)
    return sorted(found)


def stretches(
    places: Iterable[int], end: int, *, before: int, after: int
) -> Iterator[tuple[int, int]]:
    """Yield the stretches around some places in order; those that touch are one.

    >>> list(stretches([4, 9, 40], 50, before=2, after=7))
    [(2, 16), (38, 47)]
    """
    low = high = -1
    for at in places:
        if at - before > high:
            if high >= 0:
                yield low, high
            low = max(0, at - before)
        high = min(end, at + after)
    if high >= 0:
        yield low, high


def near(
    text: str, pattern: re.Pattern[str], places: Iterable[int], *, before: int, after: int
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern in the stretches around places, in order."""
    for low, high in stretches(places, len(text), before=before, after=after):
        yield from pattern.finditer(text, low, high)
