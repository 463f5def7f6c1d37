"""How much a citing reference says about the cited case; the order in which answers rank edges."""

from collections.abc import Sequence
from typing import Final

from graph.projection import CitationEdge

# Reasoned treatment outweighs recounting, which outweighs a bare mention. The judgment below
# (history) ties two stages of one dispute and is no step in a line of precedent.
WEIGHT: Final = {
    "follows": 4,
    "applies": 4,
    "extends": 4,
    "overrules": 4,
    "overrules-in-part": 4,
    "abrogates": 4,
    "limits": 4,
    "declines-to-follow": 4,
    "distinguishes": 3,
    "questions": 3,
    "criticizes": 3,
    "discusses": 2,
    "quotes-only": 2,
    "mentions": 1,
}
# Who does this to a case does not rest on it.
NEGATIVE: Final = frozenset(
    {"overrules", "overrules-in-part", "abrogates", "limits"}
    | {"questions", "criticizes", "declines-to-follow"}
)
DEPTH: Final = {"mentioned": 0, "cited": 1, "discussed": 2, "examined": 3}
MOST_COUNTED: Final = 9  # references between two cases that make their tie stronger
KINDS: Final = 50  # more than depth and number of references can add to a rank
COURT_PARTS: Final = frozenset({"majority", "plurality", "per-curiam"})
SEPARATE_PARTS: Final = frozenset({"concurrence", "dissent", "concurrence-dissent"})


def counts(edge: CitationEdge, *, dissents: bool) -> bool:
    """Tell whether a reference can carry a line of precedent; a dissent's is not the Court's."""
    parts = COURT_PARTS | SEPARATE_PARTS if dissents else COURT_PARTS
    return edge.part in parts and edge.treatment in WEIGHT


def strongest(edges: Sequence[CitationEdge]) -> CitationEdge:
    """Return the reference that says most, a court's before a separate opinion's.

    Where a person has judged how one case treats another, that judgment speaks before the rules
    that read single sentences.
    """
    return max(
        edges,
        key=lambda e: (
            e.part in COURT_PARTS,
            is_curated(e),
            WEIGHT.get(e.treatment, 0),
            e.citation,
        ),
    )


def is_curated(edge: CitationEdge) -> bool:
    """Tell a reference that a person recorded from one that was extracted."""
    return "/citation/curated/" in edge.citation


def strength(edges: Sequence[CitationEdge]) -> int:
    """Return a rank for all the references between two cases: kind first, then depth, then number.

    >>> one = CitationEdge("c1", "b", "a", "follows", "majority")
    >>> strength([one]) > strength([CitationEdge("c2", "b", "a", "mentions", "majority")] * 9)
    True
    """
    best = WEIGHT.get(strongest(edges).treatment, 0) if edges else 0
    depth = max((DEPTH.get(edge.depth or "", 0) for edge in edges), default=0)
    return best * KINDS + depth * (MOST_COUNTED + 1) + min(len(edges), MOST_COUNTED)


def kind(rank: int) -> int:
    """Return the weight of the treatment that made a rank.

    >>> kind(strength([CitationEdge("c1", "b", "a", "discusses", "majority")]))
    2
    """
    return rank // KINDS


def carries(edges: Sequence[CitationEdge]) -> int:
    """Return how well all the references between two cases carry a line of authority.

    It is their strength, but a step that overrules or questions a case carries less than one that
    only mentions it.

    >>> ended = [CitationEdge("c1", "b", "a", "overrules", "majority")]
    >>> kind(strength(ended)), kind(carries(ended))
    (4, 0)
    """
    treatment = strongest(edges).treatment
    found = strength(edges)
    return found - WEIGHT[treatment] * KINDS if treatment in NEGATIVE else found
