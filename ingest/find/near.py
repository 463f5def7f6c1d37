"""Run a slow pattern only near the words that it cannot do without."""

import re
from collections.abc import Iterator


def stretches(
    text: str, anchor: re.Pattern[str], *, before: int, after: int
) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text around its anchors; those that touch are one.

    An anchor should begin with a letter or a small set of them, for ``re`` skips to the next one.

    >>> list(stretches("see Art. I and then nothing", re.compile("Art"), before=2, after=4))
    [(2, 11)]
    """
    low = high = -1
    for mark in anchor.finditer(text):
        if mark.start() - before > high:
            if high >= 0:
                yield low, high
            low = max(0, mark.start() - before)
        high = min(len(text), mark.end() + after)
    if high >= 0:
        yield low, high


def near(
    text: str, pattern: re.Pattern[str], anchor: re.Pattern[str], *, before: int, after: int
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern in the stretches around anchors, in order of place."""
    for low, high in stretches(text, anchor, before=before, after=after):
        yield from pattern.finditer(text, low, high)
