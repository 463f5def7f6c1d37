"""Describe one thing: what is said of it, what names it, and the labels of both, bounded."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

import pyoxigraph as ox
from rdflib import RDF, RDFS, SKOS
from rdflib.namespace import DCTERMS

from graph.errors import NotFoundError
from graph.store import PrecedentStore
from ontology.namespace import AC

MOST_NAMING: Final = 200  # statements that name the thing; a case may be named in thousands
MOST_LABELS: Final = 1_000
MERGE: Final = ox.DefaultGraph()
TYPE: Final = ox.NamedNode(str(RDF.type))
NAMED_GRAPH: Final = ox.NamedNode("http://www.w3.org/ns/sparql-service-description#NamedGraph")
# The properties that may name a thing to people, the one to prefer first.
LABELS: Final = tuple(
    ox.NamedNode(str(prop))
    for prop in (
        RDFS.label,
        SKOS.prefLabel,
        DCTERMS.title,
        AC.caseName,
        AC.nameAsCited,
        DCTERMS.bibliographicCitation,
        AC.reporterCitation,
        AC.citationText,
        AC.mentionText,
    )
)


@dataclass(frozen=True, slots=True)
class Description:
    """What the graph says of one thing.

    ``said`` are all statements about it, ``naming`` those that name it (``cut`` where there are
    more than are given), ``labels`` the names of the things in either; each sorted.
    """

    iri: str
    types: tuple[str, ...]
    said: tuple[ox.Triple, ...]
    naming: tuple[ox.Triple, ...]
    labels: tuple[ox.Triple, ...]
    cut: bool

    @property
    def triples(self) -> list[ox.Triple]:
        """All statements, each once."""
        return list(dict.fromkeys((*self.said, *self.naming, *self.labels)))


def is_known(store: PrecedentStore, iri: str) -> bool:
    """Tell whether anything is said of an IRI, with it, or in the graph that it names."""
    try:
        node = ox.NamedNode(iri)
    except ValueError:  # no IRI at all, such as one with a space
        return False
    find = store.inner.quads_for_pattern
    return any(
        next(found, None) is not None
        for found in (
            find(node, None, None, MERGE),
            find(None, None, node, MERGE),
            find(None, None, None, node),
        )
    )


def describe(store: PrecedentStore, iri: str) -> Description:
    """Return what is said of a thing, what names it, and the labels of what these name.

    Raises:
        NotFoundError: the IRI occurs nowhere in the graph.
    """
    if not is_known(store, iri):
        raise NotFoundError(f"nothing is recorded under {iri}")
    node = ox.NamedNode(iri)
    find = store.inner.quads_for_pattern
    said = [quad.triple for quad in find(node, None, None, MERGE)]
    if next(find(None, None, None, node), None) is not None:
        said.append(ox.Triple(node, TYPE, NAMED_GRAPH))
    naming = [q.triple for q in islice(find(None, None, node, MERGE), MOST_NAMING + 1)]
    kept = naming[:MOST_NAMING]
    named = [t.object for t in said] + [t.subject for t in kept]
    return Description(
        iri,
        types_of(store, iri),
        tuple(sorted(said, key=str)),
        tuple(sorted(kept, key=str)),
        tuple(sorted(_labels(store, named), key=str)),
        len(naming) > MOST_NAMING,
    )


def types_of(store: PrecedentStore, iri: str) -> tuple[str, ...]:
    """Return the IRIs of the classes of a thing, sorted."""
    quads = store.inner.quads_for_pattern(ox.NamedNode(iri), TYPE, None, MERGE)
    return tuple(sorted(q.object.value for q in quads if isinstance(q.object, ox.NamedNode)))


def _labels(store: PrecedentStore, terms: Iterable[object]) -> Iterator[ox.Triple]:
    things = (term for term in dict.fromkeys(terms) if isinstance(term, ox.NamedNode))
    for thing in islice(things, MOST_LABELS):
        label = label_of(store, thing)
        if label is not None:
            yield label


def label_of(store: PrecedentStore, thing: ox.NamedNode) -> ox.Triple | None:
    """Return the statement that names a thing to people, or None if nothing does.

    Of several names, as texts print a case, it is always the same one.
    """
    for prop in LABELS:
        found = [q.triple for q in store.inner.quads_for_pattern(thing, prop, None, MERGE)]
        if found:
            return min(found, key=str)
    return None
