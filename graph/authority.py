"""Which cases of the doctrine carry most authority, measured on the citations among them.

The network is that of the recorded cases that state an element of the doctrine; an edge runs from
a case to each case that its court cites, once however often it does. PageRank (Brin and Page 1998)
and HITS (Kleinberg 1999) are networkx's, with a tolerance that is tightened by the number of cases,
for its own default leaves large networks unconverged.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Final

import networkx as nx

from graph.answers import CaseSummary
from graph.as_of import ALWAYS, AsOf
from graph.case_days import made_by
from graph.elements import find_element, read_doctrine
from graph.projection import CitationEdge, edges_asked, edges_to, summaries
from graph.resting import stated
from graph.store import PrecedentStore
from graph.strength import counts

DAMPING: Final = 0.85
PRECISION: Final = 1e-9
ROUNDS: Final = 1000
SIGNIFICANT: Final = 6  # digits after the point that an answer gives


@dataclass(frozen=True, slots=True)
class CaseAuthority:
    """A case with its measures; ``cited_in`` counts citing cases of the network.

    ``pagerank`` of all cases adds up to 1, and so do ``authority`` and ``hub`` (HITS).
    ``cited_by_all`` counts every citing case that the graph knows.
    """

    rank: int
    case: CaseSummary
    pagerank: float
    authority: float
    hub: float
    cited_in: int
    cites: int
    cited_by_all: int


@dataclass(frozen=True, slots=True)
class AuthorityAnswer:
    """The cases of the doctrine, or of one element, by PageRank; with the size of the network."""

    items: tuple[CaseAuthority, ...]
    total: int
    citations: int
    element: str | None
    as_of: str | None


def authority(
    store: PrecedentStore,
    *,
    element: str | None = None,
    dissents: bool = False,
    as_of: AsOf = ALWAYS,
    limit: int | None = 25,
) -> AuthorityAnswer:
    """Return the cases that carry most authority in the doctrine, or for one of its elements.

    Only what courts said counts unless ``dissents`` is set, and only cases decided by the day.

    Raises:
        UnknownElement: the key fits no element.
    """
    named = None
    if element:
        named = read_doctrine(store).elements[find_element(store, element)].slug
    asked = f"{named} {dissents} {as_of.term}"
    weighed = store.once("authority", asked, lambda: _weighed(store, named, dissents, as_of))
    return AuthorityAnswer(
        items=_ranked(store, weighed[:limit], as_of),
        total=len(weighed),
        citations=sum(weight.cited_in for weight in weighed),
        element=named,
        as_of=as_of.day,
    )


@dataclass(frozen=True, slots=True)
class _Weight:
    """The measures of a case, by its IRI."""

    case: str
    pagerank: float
    authority: float
    hub: float
    cited_in: int
    cites: int


def _weighed(
    store: PrecedentStore, element: str | None, dissents: bool, as_of: AsOf
) -> tuple[_Weight, ...]:
    """Return the measures of every case of the network, the greatest PageRank first."""
    states = stated(store, read_doctrine(store))
    members = {case for case, said in states.items() if element is None or element in said}
    edges = [
        edge
        for edge in made_by(store, edges_asked(store, "doctrine-citations"), as_of)
        if edge.citing in members and edge.cited in members and counts(edge, dissents=dissents)
    ]
    network = nx.DiGraph(sorted({(edge.citing, edge.cited) for edge in edges}))
    if not network:
        return ()
    pagerank = nx.pagerank(network, alpha=DAMPING, tol=PRECISION / len(network), max_iter=ROUNDS)
    hubs, authorities = nx.hits(network, max_iter=ROUNDS, tol=PRECISION)
    return tuple(
        _Weight(
            case,
            round(pagerank[case], SIGNIFICANT),
            abs(round(authorities[case], SIGNIFICANT)),
            abs(round(hubs[case], SIGNIFICANT)),
            network.in_degree(case),
            network.out_degree(case),
        )
        for case in sorted(network, key=lambda case: (-round(pagerank[case], SIGNIFICANT), case))
    )


def _ranked(
    store: PrecedentStore, weighed: tuple[_Weight, ...], as_of: AsOf
) -> tuple[CaseAuthority, ...]:
    cases = [weight.case for weight in weighed]
    if not cases:
        return ()
    named = summaries(store, cases)
    everyone = _cited_by_all(made_by(store, edges_to(store, cases), as_of))
    return tuple(
        CaseAuthority(
            rank=rank,
            case=named[weight.case],
            pagerank=weight.pagerank,
            authority=weight.authority,
            hub=weight.hub,
            cited_in=weight.cited_in,
            cites=weight.cites,
            cited_by_all=everyone[weight.case],
        )
        for rank, weight in enumerate(weighed, 1)
    )


def _cited_by_all(edges: list[CitationEdge]) -> Counter[str]:
    return Counter(cited for _, cited in {(edge.citing, edge.cited) for edge in edges})
