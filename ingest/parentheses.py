"""Where the parentheses of a text stand, so that no reference has to look for its own again."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

MARK: Final = re.compile(r"[()\n]")
LONGEST: Final = 1200  # characters; a longer parenthesis is a slip of the printer
FIRST_WORD: Final = re.compile(r"\(([A-Za-z']+)")


class Parentheses:
    """The parentheses of one text, read once.

    >>> read = Parentheses("A (1990) (quoting B")
    >>> read.enclosing(18), list(read.following(1))
    ('quoting', [(2, 8)])
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.places: list[int] = []
        self._open: list[int] = []  # after each mark: the innermost parenthesis then open, or -1
        stack: list[int] = []
        for mark in MARK.finditer(text):
            at, sign = mark.start(), mark[0]
            if sign == "(":
                stack.append(at)
            elif sign == ")":
                if stack:
                    stack.pop()
            else:  # nothing goes on across a paragraph
                stack.clear()
            self.places.append(at)
            self._open.append(stack[-1] if stack else -1)

    def enclosing(self, at: int) -> str | None:
        """Return the first word inside the parenthesis that a place stands in, or None."""
        before = bisect_left(self.places, at) - 1
        opening = self._open[before] if before >= 0 else -1
        if opening < 0 or at - opening > LONGEST:
            return None
        word = FIRST_WORD.match(self.text, opening)
        return word[1].lower() if word else ""

    def following(self, at: int) -> Iterator[tuple[int, int]]:
        """Yield (start, end) of each parenthesis that follows a place directly, nesting kept."""
        while True:
            opening = at + self.text.startswith((" ", "\n"), at)
            if not self.text.startswith("(", opening):
                return
            end = self._closing(opening)
            if end is None:
                return
            yield opening, end
            at = end

    def _closing(self, opening: int) -> int | None:
        depth = 0
        first = bisect_left(self.places, opening)
        for place in self.places[first : first + LONGEST]:
            if place - opening >= LONGEST:
                return None
            sign = self.text[place]
            depth += (sign == "(") - (sign == ")")
            if depth == 0 and sign == ")":
                return place + 1
        return None
