"""The paragraphs and sentences of a clean text, worked out only where something is asked."""

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import Final

from ingest.sentences import SENTENCE_END

# A paragraph longer than this is cut, so that no text makes one question cost more than another.
LONGEST: Final = 6000


class Passages:
    """Tells in which paragraph and sentence a place stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._sentences: dict[int, list[int]] = {}

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for found in re.finditer(r"\n", self.text):
            starts += range(starts[-1] + LONGEST, found.end(), LONGEST)
            starts.append(found.end())
        return starts + list(range(starts[-1] + LONGEST, len(self.text), LONGEST))

    def paragraph(self, place: int) -> tuple[int, int]:
        """Return where the paragraph with a place begins and ends."""
        at = bisect_right(self._starts, place)
        end = self._starts[at] if at < len(self._starts) else len(self.text)
        return self._starts[at - 1], end

    def sentences(self, paragraph: tuple[int, int]) -> list[int]:
        """Return where the sentences of a paragraph begin."""
        start, end = paragraph
        if start not in self._sentences:
            ends = SENTENCE_END.finditer(self.text, start, end)
            self._sentences[start] = [start, *(found.end() for found in ends)]
        return self._sentences[start]

    def sentence(self, place: int) -> int:
        """Return the number of a place's sentence within its paragraph."""
        return bisect_right(self.sentences(self.paragraph(place)), place) - 1


class Named:
    """Remembers per paragraph which of some names stand in it."""

    def __init__(self, passages: Passages, find: Callable[[str], frozenset[str]]) -> None:
        self._passages, self._find = passages, find
        self._known: dict[int, frozenset[str]] = {}

    def at(self, place: int) -> frozenset[str]:
        """Return the names in the paragraph with a place."""
        start, end = self._passages.paragraph(place)
        if start not in self._known:
            self._known[start] = self._find(self._passages.text[start:end])
        return self._known[start]
