"""Run a slow pattern only near the words that it cannot do without.

All those words are looked for in one pass over the text, by the automaton of Aho and Corasick
(Communications of the ACM 18:6, 1975): a word more costs nothing.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NewType

from ahocorasick_rs import AhoCorasick, Implementation

Words = NewType("Words", tuple[int, ...])

_KNOWN: Final[dict[str, int]] = {}


def words(*printed: str) -> Words:
    """Return a handle to look words up by; a module asks for its words when it is loaded."""
    return Words(tuple(_KNOWN.setdefault(word, len(_KNOWN)) for word in printed))


@cache
def _automaton(known: int) -> AhoCorasick:
    """Return the automaton of the words known so far, whose number is given."""
    return AhoCorasick(list(_KNOWN)[:known], implementation=Implementation.DFA)


class Places:
    """Where the words stand that some pattern cannot do without, in one text.

    >>> seen = Places("id. and Id. and id.")
    >>> seen.of(words("Id.", "id."))
    [0, 8, 16]
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[list[int]] = [[] for _ in _KNOWN]
        found = _automaton(len(_KNOWN)).find_matches_as_indexes(text, overlapping=True)
        for word, start, _ in found:
            self._starts[word].append(start)

    def of(self, wanted: Words) -> list[int]:
        """Return where any of some words begins, in order."""
        if len(wanted) == 1:
            return self._starts[wanted[0]]
        return sorted(at for word in wanted for at in self._starts[word])

    def near(
        self, pattern: re.Pattern[str], wanted: Words, *, before: int, after: int
    ) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern near some words, in order."""
        return near(self.text, pattern, self.of(wanted), before=before, after=after)


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
