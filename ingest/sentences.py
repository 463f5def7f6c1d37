"""Where the sentences of an opinion end, citations and their abbreviations notwithstanding."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Final

# A sentence ends at a period before a capital, unless the word before it is an abbreviation.
ABBREVIATED: Final = (
    *("v", "Co", "Inc", "Corp", "Stat", "No", "Art", "cl", "Const", "See, e.g", "Cf", "Id", "Assn"),
    *("Dist", "Supp", "Ed", "Cas", "Wheat", "Wall", "Cranch", "How", "Pet", "Comm'n", "rel", "Rev"),
)
SENTENCE_END: Final = re.compile(
    # The mark comes first, then what must follow, then what may not stand before: most places
    # fail at once.
    r"[.?!](?=[\"')\]]*\s+[A-Z\"'(\[*])(?<![A-Z].)(?<!\b[A-Z][a-z].)"
    + "".join(rf"(?<!\b{re.escape(word)}.)" for word in ABBREVIATED)
    + r"[\"')\]]*\s+|\n\n+"
)
REACH: Final = 700  # characters; more than a sentence that anyone needs to see


class Sentences:
    """The sentences of one text.

    ``whole`` are stretches that no sentence ends in, such as a citation with its parentheses.

    >>> read = Sentences("We held so. See Ex parte Young, 209 U.S. 123. It is law.", [(16, 44)])
    >>> read.span(16, 44), read.before(12)
    ((12, 46), (0, 12))
    """

    def __init__(self, text: str, whole: Iterable[tuple[int, int]] = ()) -> None:
        kept = list(whole)
        self.length = len(text)
        self.starts = [0]
        place = 0
        for end in SENTENCE_END.finditer(text):
            while place < len(kept) and kept[place][1] <= end.start():
                place += 1
            if place == len(kept) or not kept[place][0] < end.start() < kept[place][1]:
                self.starts.append(end.end())

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the sentence with a stretch begins and ends."""
        first = self.starts[bisect_right(self.starts, start) - 1]
        after = bisect_left(self.starts, end)
        last = self.starts[after] if after < len(self.starts) else self.length
        return max(first, start - REACH), min(max(last, end), end + REACH)

    def before(self, start: int) -> tuple[int, int]:
        """Return the sentence before the one that begins at a place."""
        place = bisect_left(self.starts, start)
        if place == 0:
            return 0, 0
        return max(self.starts[place - 1], start - REACH), start

    def after(self, end: int) -> tuple[int, int]:
        """Return the sentence that begins at a place or next after it."""
        place = bisect_left(self.starts, end)
        if place >= len(self.starts):
            return self.length, self.length
        start = self.starts[place]
        stop = self.starts[place + 1] if place + 1 < len(self.starts) else self.length
        return start, min(stop, start + REACH)
