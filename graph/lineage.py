"""What a case rests on, back to its roots, and what has come to rest on it."""

from collections.abc import Callable, Iterable

from graph.answers import CaseSummary, LineageAnswer
from graph.as_of import ALWAYS, AsOf
from graph.case_days import made_by, require_decided
from graph.cases import find_case
from graph.chain import Pairs, group_pairs
from graph.evidence import steps_of
from graph.projection import CitationEdge, edges_from, edges_to
from graph.store import PrecedentStore
from graph.strength import strength

Reader = Callable[[PrecedentStore, Iterable[str]], list[CitationEdge]]


def lineage(
    store: PrecedentStore,
    key: str,
    *,
    max_hops: int = 2,
    dissents: bool = False,
    limit: int = 100,
    as_of: AsOf = ALWAYS,
) -> LineageAnswer:
    """Return the cases a case cites, and those they cite, the strongest ties of each hop first.

    Only references in cases decided by the day ``as_of`` count.

    Raises:
        UnknownCase, AmbiguousCase: the key does not name one case.
        NotYetDecided: the case had not been decided on the day.
    """
    case = require_decided(find_case(store, key), as_of)
    ordered = _walk(store, case, back=True, hops=max_hops, dissents=dissents, as_of=as_of)
    steps = steps_of(store, ordered[:limit])
    return LineageAnswer(case, "lineage", max_hops, steps, len(ordered) > limit, as_of.day)


def progeny(
    store: PrecedentStore,
    key: str,
    *,
    max_hops: int = 2,
    dissents: bool = False,
    limit: int = 100,
    as_of: AsOf = ALWAYS,
) -> LineageAnswer:
    """Return the cases that cite a case, and those that cite them; see ``lineage``."""
    case = require_decided(find_case(store, key), as_of)
    ordered = _walk(store, case, back=False, hops=max_hops, dissents=dissents, as_of=as_of)
    steps = steps_of(store, ordered[:limit])
    return LineageAnswer(case, "progeny", max_hops, steps, len(ordered) > limit, as_of.day)


def _walk(
    store: PrecedentStore,
    case: CaseSummary,
    *,
    back: bool,
    hops: int,
    dissents: bool,
    as_of: AsOf,
) -> list[list[CitationEdge]]:
    """Return the references between each two cases within reach, strongest of each hop first."""
    read: Reader = edges_from if back else edges_to
    frontier, reached = {case.iri}, {case.iri}
    ordered: list[list[CitationEdge]] = []
    for _ in range(hops):
        edges = made_by(store, read(store, frontier), as_of) if frontier else []
        pairs = group_pairs(edges, dissents=dissents)
        ordered += _by_strength(pairs)
        frontier = {cited if back else citing for citing, cited in pairs} - reached
        reached |= frontier
    return ordered


def _by_strength(pairs: Pairs) -> list[list[CitationEdge]]:
    return [pairs[pair] for pair in sorted(pairs, key=lambda pair: (-strength(pairs[pair]), pair))]
