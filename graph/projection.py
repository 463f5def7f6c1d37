"""Read a bounded neighbourhood of the store into plain records and a networkx graph."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import networkx as nx
import pyoxigraph as ox
from rdflib import RDFS
from rdflib.namespace import DCTERMS

from graph.answers import CaseSummary
from graph.questions import question
from graph.store import PrecedentStore
from ontology.namespace import AC

Description = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class CitationEdge:
    """One citing reference between two cases, by IRI; treatment and part by their notation.

    ``treatment`` is what the citing opinion does itself: a case that it says another one overruled
    is mentioned, and ``told`` is what it says was done, ``treated_by`` by which case.
    """

    citation: str
    citing: str
    cited: str
    treatment: str
    part: str
    treated_by: str | None = None
    told: str | None = None
    depth: str | None = None


def terms(iris: Iterable[str]) -> str:
    """Return IRIs as SPARQL terms, sorted, for a VALUES block."""
    return " ".join(str(ox.NamedNode(iri)) for iri in sorted(iris))


def notation(concept: str) -> str:
    """Return the last path segment of a concept's IRI, which is its notation."""
    return concept.rpartition("/")[2]


def edges_from(store: PrecedentStore, cases: Iterable[str]) -> list[CitationEdge]:
    """Return the references these cases make to other cases."""
    return _edges(store, "cases-cited", cases, lambda edge: edge.citing)


def edges_to(store: PrecedentStore, cases: Iterable[str]) -> list[CitationEdge]:
    """Return the references that other cases make to these cases."""
    return _edges(store, "citing-cases", cases, lambda edge: edge.cited)


def _edges(
    store: PrecedentStore, name: str, cases: Iterable[str], end: Callable[[CitationEdge], str]
) -> list[CitationEdge]:
    def read(missing: list[str]) -> dict[str, list[CitationEdge]]:
        found: dict[str, list[CitationEdge]] = {case: [] for case in missing}
        for edge in edges_asked(store, name, cases=terms(missing)):
            found[end(edge)].append(edge)
        return found

    kept = store.kept(name, cases, read)
    return [edge for case in sorted(kept) for edge in kept[case]]


def edges_asked(store: PrecedentStore, name: str, **values: str) -> list[CitationEdge]:
    """Return the references between two cases that a named question asks for."""
    return edges_read(store, question(name, **values))


def edges_read(store: PrecedentStore, asked: str) -> list[CitationEdge]:
    """Return the references between two cases that the rows of a query tell of."""
    # A store that was not merged gives a row for each graph that says the same.
    rows = {row["citation"]: row for row in store.select(asked) if row["citing"] != row["cited"]}
    return [edge_of(row) for row in rows.values()]


def edge_of(row: dict[str, str]) -> CitationEdge:
    """Return the reference that a row tells of, by the names of ``CitationEdge``."""
    reported = "by" in row
    return CitationEdge(
        citation=row["citation"],
        citing=row["citing"],
        cited=row["cited"],
        treatment="mentions" if reported else notation(row["treatment"]),
        part=notation(row["part"]),
        treated_by=row.get("by"),
        told=notation(row["treatment"]) if reported else None,
        depth=notation(row["depth"]) if "depth" in row else None,
    )


def describe(store: PrecedentStore, things: Iterable[str]) -> dict[str, Description]:
    """Return all that is said of some things: {thing: {property: sorted values}}."""
    return store.kept("describe", things, lambda missing: read_descriptions(store, missing))


def read_descriptions(store: PrecedentStore, things: list[str]) -> dict[str, Description]:
    """Return what ``describe`` does of as many things as one query may name, read anew."""
    described: dict[str, Description] = {thing: {} for thing in things}
    for thing, key, value in store.rows(question("describe", things=terms(things))):
        described[thing].setdefault(key, []).append(value)
    for description in described.values():
        for key, values in description.items():
            if len(values) > 1:
                description[key] = sorted(set(values))
    return described


def first(description: Description, predicate: str) -> str | None:
    """Return one value of a property, the same one each time, or None."""
    values = description.get(str(predicate))
    return values[0] if values else None


def case_summary(iri: str, description: Description) -> CaseSummary:
    """Name a case by its curated label, else by the fullest name that an opinion prints."""
    label = first(description, str(RDFS.label))
    printed = sorted(
        description.get(str(AC.nameAsCited), []), key=lambda name: (" v. " not in name, -len(name))
    )
    citations = description.get(str(AC.reporterCitation), [])
    year = first(description, str(AC.year))
    decided = first(description, str(AC.decided))
    path = iri.partition("/id/case/")[2]
    return CaseSummary(
        iri=iri,
        name=label or (printed[0] if printed else path),
        citation=_official(citations, path) or _docketed(description),
        slug=first(description, str(AC.slug)),
        court=first(description, str(AC.court)),
        year=int(year) if year else int(decided[:4]) if decided else None,
        decided=decided,
        curated=label is not None,
    )


def _docketed(description: Description) -> str | None:
    """Name a case that no reporter has printed by its docket number, else by what identifies it."""
    docket = first(description, AC.docket)
    return f"No. {docket}" if docket else first(description, str(DCTERMS.identifier))


def _official(citations: list[str], path: str) -> str | None:
    """Return the citation that the IRI was minted from; the path has the reporter first."""
    reporter, _, place = path.partition("/")
    volume, _, page = place.partition("/")
    wanted = volume + reporter + page
    printed = (c for c in citations if "".join(filter(str.isalnum, c.lower())) == wanted)
    return next(printed, citations[0] if citations else None)


def summaries(store: PrecedentStore, cases: Iterable[str]) -> dict[str, CaseSummary]:
    """Return how to name each of these cases."""

    def read(missing: list[str]) -> dict[str, tuple[CaseSummary]]:
        found = read_descriptions(store, missing)
        return {iri: (case_summary(iri, about),) for iri, about in found.items()}

    return {iri: named for iri, (named,) in store.kept("summary", cases, read).items()}


def citation_graph(edges: Iterable[CitationEdge]) -> "nx.MultiDiGraph[str]":
    """Return the references as a graph: nodes are cases, an edge runs from citing to cited."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for edge in edges:
        graph.add_edge(edge.citing, edge.cited, key=edge.citation, edge=edge)
    return graph
