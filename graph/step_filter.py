"""Which references and cases a line of precedent may run along."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from graph.as_of import ALWAYS, AsOf
from graph.case_days import made_by
from graph.elements import find_element, read_doctrine
from graph.errors import UnknownConcept
from graph.iri import slug
from graph.projection import CitationEdge, summaries
from graph.resting import stated
from graph.store import PrecedentStore
from graph.strength import WEIGHT, counts, is_curated

DEPTHS: Final = ("mentioned", "cited", "discussed", "examined")
Pairs = dict[tuple[str, str], list[CitationEdge]]


@dataclass(frozen=True, slots=True)
class StepFilter:
    """What a step must be to count; an empty field asks nothing.

    ``treatments`` and ``depth`` (the least one) are asked of references, ``courts`` (by their id in
    courts-db) of the citing case, ``element`` (slug or label) of both cases of a step. With
    ``dissents`` separate opinions count too, and with ``as_of`` only what was decided by the day.
    A reference that a person recorded has no depth and counts whatever depth is asked for.
    """

    treatments: tuple[str, ...] = ()
    courts: tuple[str, ...] = ()
    depth: str | None = None
    element: str | None = None
    dissents: bool = False
    as_of: AsOf = ALWAYS

    def check(self) -> None:
        """Refuse words that no reference has.

        Raises:
            UnknownConcept: a treatment or a depth does not exist.
        """
        for treatment in self.treatments:
            if slug(treatment) not in WEIGHT:
                raise UnknownConcept("treatment", treatment, tuple(WEIGHT))
        if self.depth is not None and self.depth not in DEPTHS:
            raise UnknownConcept("depth", self.depth, DEPTHS)


ANY_STEP: Final = StepFilter()


def group_pairs(edges: Iterable[CitationEdge], wanted: StepFilter = ANY_STEP) -> Pairs:
    """Group the references that count by (citing, cited).

    Where a person recorded that one case is the judgment under review in the other, no reference
    between the two is a step of precedent, whatever its words.
    """
    pairs: Pairs = {}
    same_dispute: set[tuple[str, str]] = set()
    treatments = set(map(slug, wanted.treatments))
    for edge in edges:
        if edge.treatment == "history" and is_curated(edge):
            same_dispute.add((edge.citing, edge.cited))
        if (
            counts(edge, dissents=wanted.dissents)
            and (not treatments or edge.treatment in treatments)
            and (wanted.depth is None or is_curated(edge) or _deep(edge, wanted.depth))
        ):
            pairs.setdefault((edge.citing, edge.cited), []).append(edge)
    return {pair: found for pair, found in pairs.items() if pair not in same_dispute}


def _deep(edge: CitationEdge, least: str) -> bool:
    return edge.depth is not None and DEPTHS.index(edge.depth) >= DEPTHS.index(least)


class Steps:
    """Reads the steps of a store that a filter lets through.

    Raises:
        UnknownConcept, UnknownElement: the filter asks for what does not exist.
    """

    def __init__(self, store: PrecedentStore, wanted: StepFilter = ANY_STEP) -> None:
        wanted.check()
        self.store, self.wanted = store, wanted
        self._stating: frozenset[str] | None = None
        if wanted.element is not None:
            doctrine = read_doctrine(store)
            element = doctrine.elements[find_element(store, wanted.element)].slug
            states = stated(store, doctrine)
            self._stating = frozenset(case for case, said in states.items() if element in said)

    def pairs(self, edges: Iterable[CitationEdge]) -> Pairs:
        """Return those of some references that count, by (citing, cited)."""
        pairs = group_pairs(made_by(self.store, edges, self.wanted.as_of), self.wanted)
        if self._stating is not None:
            pairs = {pair: found for pair, found in pairs.items() if self._stating.issuperset(pair)}
        if self.wanted.courts and pairs:
            named = summaries(self.store, {citing for citing, _ in pairs})
            courts = set(self.wanted.courts)
            pairs = {pair: found for pair, found in pairs.items() if named[pair[0]].court in courts}
        return pairs
