"""How the doctrine runs from one case to a later one."""

from itertools import islice, pairwise
from typing import Final

import networkx as nx

from graph.answers import CaseSummary, Chain, ChainAnswer
from graph.case_days import require_decided
from graph.cases import find_case
from graph.errors import SameCase
from graph.evidence import steps_of
from graph.iri import thing_iri
from graph.main_path import main_path, on_some_way
from graph.projection import edges_to, summaries
from graph.step_filter import ANY_STEP, Pairs, StepFilter, Steps
from graph.store import PrecedentStore
from graph.strength import strength

PATHS_WEIGHED: Final = 5_000  # more than any line in the doctrine has; bounds a dense neighbourhood
SUPREME: Final = thing_iri("case", "us", "")


def chain(
    store: PrecedentStore,
    start: str,
    end: str,
    *,
    max_hops: int = 4,
    limit: int = 5,
    offset: int = 0,
    wanted: StepFilter = ANY_STEP,
) -> ChainAnswer:
    """Return the lines of cases from an earlier case to a later one, the strongest first.

    A line is as strong as the treatment of its weakest step. Between equals, one through the
    Supreme Court alone comes before one through other courts, and then the one through more cases,
    because it tells more of how the doctrine ran; then depth and number of references decide. The
    keys may be given in either order of time. ``main_path`` is the line that most lines run along.

    Raises:
        UnknownCase, AmbiguousCase: a key does not name one case.
        NotYetDecided: one of the two had not been decided on the day asked about.
        SameCase: both keys name the same one.
        UnknownConcept, UnknownElement: the filter asks for what does not exist.
    """
    one, other = find_case(store, start), find_case(store, end)
    if one.iri == other.iri:
        raise SameCase(one)
    for case in (one, other):
        require_decided(case, wanted.as_of)
    older, newer = (one, other) if _before(one, other) else (other, one)
    pairs = _between(Steps(store, wanted), older.iri, newer.iri, max_hops)
    graph = _useful(pairs, older.iri, newer.iri)
    ranked = sorted(
        _paths(graph, older.iri, newer.iri, max_hops), key=lambda path: _rank(path, pairs)
    )
    main = main_path(graph, older.iri, newer.iri) if ranked else []
    return ChainAnswer(
        older,
        newer,
        tuple(_chain(store, path, pairs) for path in ranked[offset : offset + limit]),
        len(ranked) > offset + limit,
        wanted.as_of.day,
        _chain(store, main, pairs) if main else None,
        len(ranked),
    )


def _before(one: CaseSummary, other: CaseSummary) -> bool:
    return (one.decided or str(one.year or "")) <= (other.decided or str(other.year or ""))


def _between(steps: Steps, older: str, newer: str, max_hops: int) -> Pairs:
    """Return the references among cases that the older case reaches in that many steps."""
    forward: Pairs = {}
    frontier, reached = {older}, {older}
    for _ in range(max_hops):
        found = steps.pairs(edges_to(steps.store, frontier)) if frontier else {}
        forward |= found
        frontier = {citing for citing, _ in found} - reached
        reached |= frontier
        if newer in reached:
            frontier -= {newer}
    return forward


def _useful(pairs: Pairs, older: str, newer: str) -> "nx.DiGraph[str]":
    """Return what lies on some way between the two ends, from the earlier case to the later."""
    graph: nx.DiGraph[str] = nx.DiGraph((cited, citing) for citing, cited in pairs)
    if older not in graph or newer not in graph:
        return nx.DiGraph()
    return nx.DiGraph(graph.subgraph(on_some_way(graph, older, newer)))


def _paths(graph: "nx.DiGraph[str]", older: str, newer: str, max_hops: int) -> list[list[str]]:
    if older not in graph:
        return []
    steps: nx.DiGraph[object] = nx.DiGraph(graph.edges)  # the stubs want nodes of any kind
    paths = nx.all_simple_paths(steps, older, newer, cutoff=max_hops)
    return [[str(case) for case in path] for path in islice(paths, PATHS_WEIGHED)]


def _rank(path: list[str], pairs: Pairs) -> tuple[float, bool, int, float, list[str]]:
    strengths = [strength(pairs[citing, cited]) for cited, citing in pairwise(path)]
    below = any(not case.startswith(SUPREME) for case in path[1:-1])
    return (-int(min(strengths)), below, -len(path), -sum(strengths), path)


def _chain(store: PrecedentStore, path: list[str], pairs: Pairs) -> Chain:
    named = summaries(store, path)
    steps = steps_of(store, [pairs[citing, cited] for cited, citing in pairwise(path)])
    return Chain(tuple(named[iri] for iri in path), steps)
