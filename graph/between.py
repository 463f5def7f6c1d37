"""Read what lies between two cases: first who cites whom, then how, for what is on some line only.

Who cites whom costs a third of the whole reference, and most of what is walked leads nowhere.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from graph.references import edges_of, reference_count, references, references_between
from graph.step_filter import Pairs, Steps
from graph.store import PrecedentStore
from graph.walking import distances, ways_of

MOST_WALKED: Final = 50_000  # references that are walked for one answer, in a second or so
MOST_MET: Final = 5_000  # cases that one query compares with
COUNTED_TO: Final = (200, 2_000, 10_000)
FEW: Final = 500  # references that are read whole, so that the next question knows them
MOST_WEIGHED: Final = 10_000  # references on lines that are read whole

Pair = tuple[str, str]
Walked = dict[str, Pair]  # (citing, cited) by reference


@dataclass(slots=True)
class _Side:
    """The cases that have been come to from one end, and those that were come to last."""

    frontier: set[str]
    known: set[str]

    def move_to(self, cases: set[str]) -> None:
        self.frontier = cases - self.known
        self.known |= cases


class Between:
    """The steps of lines from an earlier case to a later one.

    ``partial`` tells that there was more between the two than one answer may read.
    """

    def __init__(self, store: PrecedentStore, older: str, newer: str) -> None:
        self.partial = False
        self._store, self._older, self._newer = store, older, newer
        self._room = MOST_WALKED

    def steps(self, steps: Steps, max_hops: int) -> Pairs:
        """Return the steps that count, by (citing, cited), of all lines of so many at most."""
        walked = self._walked(max_hops)
        for hops in range(max_hops, 0, -1):
            useful = self._on_lines(walked.values(), hops)
            known = {citation: pair for citation, pair in walked.items() if pair in useful}
            if len(known) <= MOST_WEIGHED:
                pairs = steps.pairs(edges_of(self._store, known))
                kept = self._on_lines(pairs, hops)
                return {pair: found for pair, found in pairs.items() if pair in kept}
            self.partial = True
        return {}

    def _walked(self, max_hops: int) -> Walked:
        """Return who cites whom in all lines of so many steps, and more.

        Each hop is read from that end from which fewer references lead on: forward from a case that
        thousands cite would take them all.
        """
        found: Walked = {}
        ends = {self._older, self._newer}
        on, back = _Side({self._older}, set(ends)), _Side({self._newer}, set(ends))
        for left in reversed(range(max_hops)):
            if not on.frontier or not back.frontier:
                break
            sizes = self._sizes(back.frontier, on.frontier)
            if min(sizes) > self._room:
                self.partial = True
                break
            self._room -= min(sizes)
            here, there = (back, on) if sizes[0] <= sizes[1] else (on, back)
            if left or min(sizes) <= FEW or len(there.known) > MOST_MET:
                read = references(self._store, here.frontier, back=here is back)
            else:  # whatever the last hop leads to, only where the other side has been counts
                read = references_between(
                    self._store, here.frontier, there.known, back=here is back
                )
            here.move_to({pair[here is back] for pair in read.values()})
            found |= read
        return found

    def _sizes(self, earlier: Collection[str], later: Collection[str]) -> tuple[int, int]:
        """Return how many references lead back from some cases and on from others.

        Both are counted no further than it takes to tell which are fewer.
        """
        for most in (*(step for step in COUNTED_TO if step <= self._room), self._room + 1):
            back = reference_count(self._store, earlier, back=True, most=most)
            on = reference_count(self._store, later, back=False, most=most)
            if min(back, on) < most:
                break
        return back, on

    def _on_lines(self, pairs: Iterable[Pair], max_hops: int) -> set[Pair]:
        """Return those of some steps that lie on a way of at most so many between the two."""
        found = set(pairs)
        back, on = ways_of(found)
        up, down = distances(on, self._older, max_hops), distances(back, self._newer, max_hops)
        return {
            (citing, cited)
            for citing, cited in found
            if cited in up and citing in down and up[cited] + 1 + down[citing] <= max_hops
        }
