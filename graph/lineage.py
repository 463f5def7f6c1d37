"""What a case rests on, back to its roots, and what has come to rest on it."""

from collections.abc import Callable, Iterable

from graph.answers import LineageAnswer
from graph.cases import find_case
from graph.chain import Pairs, group_pairs
from graph.evidence import steps_of
from graph.projection import CitationEdge, edges_from, edges_to
from graph.store import PrecedentStore
from graph.strength import strength

Reader = Callable[[PrecedentStore, Iterable[str]], list[CitationEdge]]


def lineage(
    store: PrecedentStore, key: str, *, max_hops: int = 2, dissents: bool = False, limit: int = 100
) -> LineageAnswer:
    """Return the cases a case cites, and those they cite, the strongest ties of each hop first.

    Raises:
        UnknownCase, AmbiguousCase: the key does not name one case.
    """
    return _walk(store, key, "lineage", max_hops=max_hops, dissents=dissents, limit=limit)


def progeny(
    store: PrecedentStore, key: str, *, max_hops: int = 2, dissents: bool = False, limit: int = 100
) -> LineageAnswer:
    """Return the cases that cite a case, and those that cite them; see ``lineage``."""
    return _walk(store, key, "progeny", max_hops=max_hops, dissents=dissents, limit=limit)


def _walk(
    store: PrecedentStore, key: str, direction: str, *, max_hops: int, dissents: bool, limit: int
) -> LineageAnswer:
    case = find_case(store, key)
    back = direction == "lineage"
    read: Reader = edges_from if back else edges_to
    frontier, reached = {case.iri}, {case.iri}
    ordered: list[list[CitationEdge]] = []
    for _ in range(max_hops):
        pairs = group_pairs(read(store, frontier), dissents=dissents) if frontier else {}
        ordered += _by_strength(pairs)
        frontier = {cited if back else citing for citing, cited in pairs} - reached
        reached |= frontier
    return LineageAnswer(
        case, direction, max_hops, steps_of(store, ordered[:limit]), len(ordered) > limit
    )


def _by_strength(pairs: Pairs) -> list[list[CitationEdge]]:
    return [pairs[pair] for pair in sorted(pairs, key=lambda pair: (-strength(pairs[pair]), pair))]
