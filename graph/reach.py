"""Read references outward from cases, step by step, and no more than one answer may read.

What an answer costs follows the cases around the question, however large the graph is.
"""

from collections.abc import Collection
from typing import Final

from graph.projection import edges_from, edges_to
from graph.references import first_edges, reference_count
from graph.step_filter import Pairs, Steps

MOST_READ: Final = 10_000  # references that one answer reads, in half a second or so


class Reach:
    """The steps within reach of some cases, read one hop after another.

    ``partial`` tells that more references lead on than may be read. Of the hop where that was found
    those that are more than mentions were read first.
    """

    def __init__(self, steps: Steps) -> None:
        self.partial = False
        self._steps = steps
        self._room = MOST_READ

    def pairs(self, cases: Collection[str], *, back: bool) -> Pairs:
        """Return the steps from cases back to what they cite, or on to what cites them."""
        if not cases:
            return {}
        store, most = self._steps.store, self._room + 1
        if reference_count(store, cases, back=back, most=most) < most:
            edges = (edges_from if back else edges_to)(store, cases)
        else:
            edges = first_edges(store, cases, back=back, most=most)
            self.partial = len(edges) > self._room
            edges = edges[: self._room]
        self._room -= len(edges)
        return self._steps.pairs(edges)
