"""How the doctrine runs from one case to a later one."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import islice, pairwise
from typing import Final

import networkx as nx

from graph.answers import CaseSummary, Chain, ChainAnswer
from graph.as_of import ALWAYS, AsOf
from graph.case_days import made_by, require_decided
from graph.cases import find_case
from graph.errors import SameCase
from graph.evidence import steps_of
from graph.projection import CitationEdge, edges_to, summaries
from graph.store import PrecedentStore
from graph.strength import counts, is_curated, strength

Pairs = dict[tuple[str, str], list[CitationEdge]]

PATHS_WEIGHED: Final = 5_000  # more than any line in the doctrine has; bounds a dense neighbourhood


def chain(
    store: PrecedentStore,
    start: str,
    end: str,
    *,
    max_hops: int = 4,
    dissents: bool = False,
    limit: int = 5,
    as_of: AsOf = ALWAYS,
) -> ChainAnswer:
    """Return the lines of cases from an earlier case to a later one, the strongest first.

    A line is as strong as its weakest step; between equals, the one through more cases comes
    first, because it tells more of how the doctrine ran. The keys may be given in either order of
    time. Only what the Court said counts unless ``dissents`` is set, and only cases decided by the
    day ``as_of``.

    Raises:
        UnknownCase, AmbiguousCase: a key does not name one case.
        NotYetDecided: one of the two had not been decided on the day.
        SameCase: both keys name the same one.
    """
    one, other = find_case(store, start), find_case(store, end)
    if one.iri == other.iri:
        raise SameCase(one)
    for case in (one, other):
        require_decided(case, as_of)
    older, newer = (one, other) if _before(one, other) else (other, one)
    pairs = _between(store, older.iri, newer.iri, max_hops=max_hops, dissents=dissents, as_of=as_of)
    paths = _paths(pairs, older.iri, newer.iri, max_hops)
    ranked = sorted(paths, key=lambda path: _rank(path, pairs))
    chains = tuple(_chain(store, path, pairs) for path in ranked[:limit])
    return ChainAnswer(older, newer, chains, len(ranked) > limit, as_of.day)


def _before(one: CaseSummary, other: CaseSummary) -> bool:
    return (one.decided or str(one.year or "")) <= (other.decided or str(other.year or ""))


def group_pairs(edges: Iterable[CitationEdge], *, dissents: bool) -> Pairs:
    """Group the references that count by (citing, cited).

    Where a person recorded that one case is the judgment under review in the other, no reference
    between the two is a step of precedent, whatever its words.
    """
    pairs: Pairs = defaultdict(list)
    same_dispute: set[tuple[str, str]] = set()
    for edge in edges:
        if edge.treatment == "history" and is_curated(edge):
            same_dispute.add((edge.citing, edge.cited))
        if counts(edge, dissents=dissents):
            pairs[edge.citing, edge.cited].append(edge)
    return {pair: found for pair, found in pairs.items() if pair not in same_dispute}


def _between(
    store: PrecedentStore, older: str, newer: str, *, max_hops: int, dissents: bool, as_of: AsOf
) -> Pairs:
    """Return the references among cases that the older case reaches in that many steps."""
    forward: Pairs = {}
    frontier, reached = {older}, {older}
    for _ in range(max_hops):
        edges = made_by(store, edges_to(store, frontier), as_of) if frontier else []
        found = group_pairs(edges, dissents=dissents)
        forward |= found
        frontier = {citing for citing, _ in found} - reached
        reached |= frontier
        if newer in reached:
            frontier -= {newer}
    return forward


def _paths(pairs: Pairs, older: str, newer: str, max_hops: int) -> list[list[str]]:
    graph: nx.DiGraph[object] = nx.DiGraph((cited, citing) for citing, cited in pairs)
    if older not in graph or newer not in graph:
        return []
    # Only what lies on some way between the two ends is worth walking.
    useful = (nx.descendants(graph, older) & nx.ancestors(graph, newer)) | {older, newer}
    paths = nx.all_simple_paths(graph.subgraph(useful), older, newer, cutoff=max_hops)
    return [[str(case) for case in path] for path in islice(paths, PATHS_WEIGHED)]


def _rank(path: list[str], pairs: Pairs) -> tuple[float, int, float, list[str]]:
    strengths = [strength(pairs[citing, cited]) for cited, citing in pairwise(path)]
    return (-int(min(strengths)), -len(path), -sum(strengths), path)


def _chain(store: PrecedentStore, path: list[str], pairs: Pairs) -> Chain:
    named = summaries(store, path)
    steps = steps_of(store, [pairs[citing, cited] for cited, citing in pairwise(path)])
    return Chain(tuple(named[iri] for iri in path), steps)
