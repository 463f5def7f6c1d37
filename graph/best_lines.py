"""Find the strongest lines between two cases without listing all that there are.

A line is as strong as the kind of its weakest step. Between equals, one through the Supreme Court
alone comes first, then the longer one, then the one whose steps are stronger in sum, then the
first by IRI. For lines of one kind and length a best-first search (A*) has an exact estimate of
what is to come, so that lines are found in this very order.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from graph.strength import kind
from graph.walking import distances, ways_of

MOST_TRIED: Final = 100_000  # beginnings of lines; companions citing one another make dead ends
MOST_LISTED: Final = 5_000  # more than any line in the doctrine has

Strengths = Mapping[tuple[str, str], int]
Needs = tuple[bool, bool]  # whether a step of the weakest kind, a case below, has yet to come
Begun = tuple[int, tuple[str, ...], int, Needs]  # least what it can come to, negative; path; sum


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of at most ``max_hops`` steps from an earlier case to a later one.

    ``strengths`` are those of the steps by (earlier, later), of steps on such lines only; ``below``
    tells a case that the Supreme Court did not decide.

    >>> steps = {("a", "b"): 200, ("b", "c"): 60, ("a", "c"): 50}
    >>> lines = Lines(steps, "a", "c", max_hops=2, below=lambda case: False)
    >>> lines.best(1), lines.count()
    ([('a', 'b', 'c')], 2)
    """

    strengths: Strengths
    start: str
    end: str
    max_hops: int
    below: Callable[[str], bool]

    def count(self) -> int:
        """Return how many lines there are, counted up to one more than are listed."""
        on, back = ways_of(self.strengths)
        left = distances(back, self.end, self.max_hops)

        def ends(path: tuple[str, ...]) -> Iterator[None]:
            """Yield once for each line that begins so."""
            room = self.max_hops - len(path)
            for later in on.get(path[-1], ()):
                if later == self.end:
                    yield
                elif left.get(later, room + 1) <= room and later not in path:
                    yield from ends((*path, later))

        return sum(1 for _ in islice(ends((self.start,)), MOST_LISTED + 1))

    def best(self, limit: int) -> list[tuple[str, ...]]:
        """Return so many lines, the strongest first; at most ``MOST_LISTED``."""
        found: list[tuple[str, ...]] = []
        budget = _Budget(MOST_TRIED)
        kinds = {kind(strength) for strength in self.strengths.values()}
        for weakest in sorted(kinds, reverse=True):
            for lower in (False, True):
                ways = _Ways(self, weakest, lower=lower)
                for hops in range(self.max_hops, 0, -1):
                    room = min(limit, MOST_LISTED) - len(found)
                    found += islice(ways.lines(hops, budget), room)
                    if len(found) >= min(limit, MOST_LISTED):
                        return found
        return found


class _Budget:
    """How many beginnings of lines may still be tried."""

    def __init__(self, left: int) -> None:
        self._left = left

    def take(self) -> bool:
        self._left -= 1
        return self._left >= 0


class _Ways:
    """Ways whose weakest step is of one kind, with a case below the Supreme Court or without."""

    def __init__(self, asked: Lines, weakest: int, *, lower: bool) -> None:
        start, end = self._start, self._end = asked.start, asked.end
        self._below, self._weakest, self._lower = asked.below, weakest, lower
        self._next: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for (earlier, later), strength in asked.strengths.items():
            if kind(strength) < weakest or start == later or end == earlier:
                continue
            if lower or not self._inner_below(later):
                self._next[earlier].append((later, strength))
        self._rest = self._sums(asked.max_hops)

    def _inner_below(self, case: str) -> bool:
        return case != self._end and self._below(case)

    def _after(self, needs: Needs, later: str, strength: int) -> Needs:
        weak, low = needs
        return weak and kind(strength) > self._weakest, low and not self._inner_below(later)

    def _sums(self, max_hops: int) -> list[dict[tuple[str, Needs], int]]:
        """Return for each number of steps the greatest sum from a case to the end, by its needs."""
        wanted = [(weak, low) for weak in (False, True) for low in {False, self._lower}]
        sums: list[dict[tuple[str, Needs], int]] = [{(self._end, (False, False)): 0}]
        for _ in range(max_hops):
            rest, best = sums[-1], dict[tuple[str, Needs], int]()
            for earlier, ways in self._next.items():
                for later, strength in ways:
                    for needs in wanted:
                        ahead = rest.get((later, self._after(needs, later, strength)))
                        if ahead is not None:
                            here = (earlier, needs)
                            best[here] = max(best.get(here, 0), strength + ahead)
            sums.append(best)
        return sums

    def lines(self, hops: int, budget: _Budget) -> Iterator[tuple[str, ...]]:
        """Yield the lines of so many steps, the greatest sum of strengths first."""
        needs = (True, self._lower)
        if (self._start, needs) not in self._rest[hops]:
            return
        begin = -self._rest[hops][self._start, needs]
        waiting: list[Begun] = [(begin, (self._start,), 0, needs)]
        while waiting and budget.take():
            _, path, total, needs = heapq.heappop(waiting)
            left = hops - len(path)
            if left < 0:
                yield path
                continue
            for later, strength in self._next[path[-1]]:
                after = self._after(needs, later, strength)
                ahead = self._rest[left].get((later, after))
                if ahead is not None and later not in path:
                    so_far = total + strength
                    heapq.heappush(waiting, (-(so_far + ahead), (*path, later), so_far, after))
