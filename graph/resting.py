"""Which later cases rest on a case, for which elements of the doctrine, and on what else."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from graph.answers import CaseSummary, Step
from graph.as_of import AsOf
from graph.case_days import made_by
from graph.elements import Doctrine
from graph.evidence import steps_of
from graph.projection import CitationEdge, edges_from, edges_to, notation, summaries
from graph.questions import question
from graph.store import PrecedentStore
from graph.strength import COURT_PARTS

RESTS = frozenset({"follows", "applies", "extends"})
Edges = Mapping[tuple[str, str], list[CitationEdge]]


@dataclass(frozen=True, slots=True)
class Resting:
    """A case whose court follows, applies or extends another, step by step.

    ``elements`` are those that every case of the line states; ``others`` the further cases that its
    court follows for one of them.
    """

    case: CaseSummary
    line: tuple[Step, ...]
    elements: frozenset[str]
    others: tuple[CaseSummary, ...]


def stated(store: PrecedentStore, doctrine: Doctrine) -> dict[str, frozenset[str]]:
    """Return {case: slugs of the elements that it states or applies, and of all broader ones}."""
    return store.once("elements stated", "all", lambda: _stated(store, doctrine))


def _stated(store: PrecedentStore, doctrine: Doctrine) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in store.select(question("elements-stated")):
        if row["element"] in doctrine.elements:
            for iri in doctrine.line(row["element"]):
                found[row["case"]].add(notation(iri))
    return {case: frozenset(elements) for case, elements in found.items()}


def approving(edges: list[CitationEdge]) -> Edges:
    """Return, by (citing, cited), the references in which a court rests on a case."""
    pairs: dict[tuple[str, str], list[CitationEdge]] = defaultdict(list)
    for edge in edges:
        if edge.part in COURT_PARTS and edge.treatment in RESTS and edge.treated_by is None:
            pairs[edge.citing, edge.cited].append(edge)
    return pairs


def rest_on(
    store: PrecedentStore,
    case: str,
    states: Mapping[str, frozenset[str]],
    elements: frozenset[str],
    *,
    as_of: AsOf,
    max_hops: int,
) -> dict[str, Resting]:
    """Return the cases that rest on a case within some steps, by IRI; see ``Resting``.

    With ``elements`` only these count; a line on which none is shared stays, with none.
    """
    lines: dict[str, tuple[list[CitationEdge], ...]] = {case: ()}
    shared = {case: states.get(case, frozenset()) & (elements or states.get(case, frozenset()))}
    frontier = [case]
    for _ in range(max_hops):
        pairs = approving(made_by(store, edges_to(store, frontier), as_of)) if frontier else {}
        fresh = sorted(pair for pair in pairs if pair[0] not in lines)
        for citing, cited in fresh:
            common = shared[cited] & states.get(citing, frozenset())
            if citing not in lines or len(common) > len(shared[citing]):
                lines[citing] = (*lines[cited], pairs[citing, cited])
                shared[citing] = common
        frontier = sorted({citing for citing, _ in fresh})
    del lines[case]
    named = summaries(store, lines) if lines else {}
    others = _others(store, {c for c in lines if shared[c]}, set(lines) | {case}, states, shared)
    return {
        iri: Resting(named[iri], steps_of(store, line), shared[iri], others.get(iri, ()))
        for iri, line in lines.items()
    }


def _others(
    store: PrecedentStore,
    cases: set[str],
    exposed: set[str],
    states: Mapping[str, frozenset[str]],
    shared: Mapping[str, frozenset[str]],
) -> dict[str, tuple[CaseSummary, ...]]:
    """Return the cases, none of them exposed, that these rest on for an element in question."""
    found: dict[str, set[str]] = defaultdict(set)
    for citing, cited in approving(edges_from(store, cases)) if cases else {}:
        if cited not in exposed and states.get(cited, frozenset()) & shared[citing]:
            found[citing].add(cited)
    named = summaries(store, {c for others in found.values() for c in others}) if found else {}
    return {
        citing: tuple(sorted((named[c] for c in others), key=lambda c: (c.year or 0, c.iri)))
        for citing, others in found.items()
    }
