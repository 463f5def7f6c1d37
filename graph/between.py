"""Read what lies between two cases: first who cites whom, then how, for what is on some line only.

Who cites whom costs a third of the whole reference, and most of what is walked leads nowhere.
"""

from collections.abc import Collection, Iterable
from typing import Final

import networkx as nx

from graph.projection import edges_of, reference_count, references
from graph.step_filter import Pairs, Steps
from graph.store import PrecedentStore

MOST_WALKED: Final = 50_000  # references that are walked for one answer, in a second or so
MOST_WEIGHED: Final = 10_000  # references on lines that are read whole

Pair = tuple[str, str]
Walked = dict[str, Pair]  # (citing, cited) by reference


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
        later, earlier = {self._older}, {self._newer}
        ends = {self._older, self._newer}
        known_later, known_earlier = set(ends), set(ends)
        for _ in range(max_hops):
            if not later or not earlier:
                break
            back, on = self._size(earlier, back=True), self._size(later, back=False)
            if min(back, on) > self._room:
                self.partial = True
                break
            self._room -= min(back, on)
            if back <= on:
                read = references(self._store, earlier, back=True)
                earlier = {cited for _, cited in read.values()} - known_earlier
                known_earlier |= earlier
            else:
                read = references(self._store, later, back=False)
                later = {citing for citing, _ in read.values()} - known_later
                known_later |= later
            found |= read
        return found

    def _size(self, cases: Collection[str], *, back: bool) -> int:
        return reference_count(self._store, cases, back=back, most=self._room + 1)

    def _on_lines(self, pairs: Iterable[Pair], max_hops: int) -> set[Pair]:
        """Return those of some steps that lie on a way of at most so many between the two."""
        found = set(pairs)
        network: nx.DiGraph[str] = nx.DiGraph((cited, citing) for citing, cited in found)
        if self._older not in network or self._newer not in network:
            return set()
        up = nx.single_source_shortest_path_length(network, self._older, max_hops)
        back = network.reverse(copy=False)
        down = nx.single_source_shortest_path_length(back, self._newer, max_hops)
        return {
            (citing, cited)
            for citing, cited in found
            if cited in up and citing in down and up[cited] + 1 + down[citing] <= max_hops
        }
