"""The vocabulary as records for its page: every term with what it means and how it is used."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

import pyoxigraph as ox
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.namespace import DCTERMS

from ontology.loading import load_schemes, load_vocabulary
from ontology.prefixes import PREFIXES

ONTOLOGY: Final = URIRef(PREFIXES["ac"].rstrip("#"))
KINDS: Final = (
    ("Classes", OWL.Class),
    ("Properties that lead to things", OWL.ObjectProperty),
    ("Properties that hold values", OWL.DatatypeProperty),
)


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property; ``parents``, ``domains`` and ``ranges`` are IRIs."""

    name: str
    label: str
    definition: str
    example: str
    parents: tuple[str, ...]
    domains: tuple[str, ...]
    ranges: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scheme of concepts, with how many it has."""

    iri: str
    title: str
    description: str
    concepts: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Title, version, changes by version (the newest first), terms by kind, and schemes."""

    title: str
    description: str
    version: str
    changes: tuple[tuple[str, str], ...]
    terms: dict[str, tuple[Term, ...]]
    schemes: tuple[Scheme, ...]


@cache
def vocabulary() -> Vocabulary:
    """Return the packaged vocabulary.

    >>> vocabulary().terms["Classes"][0].name
    'Aggregate'
    """
    graph = load_vocabulary()
    notes = sorted(map(str, graph.objects(ONTOLOGY, SKOS.changeNote)), reverse=True)
    return Vocabulary(
        title=str(graph.value(ONTOLOGY, DCTERMS.title)),
        description=str(graph.value(ONTOLOGY, DCTERMS.description)),
        version=str(graph.value(ONTOLOGY, OWL.versionInfo)),
        changes=tuple((head, told.strip()) for head, _, told in (n.partition(":") for n in notes)),
        terms={name: tuple(_terms(graph, kind)) for name, kind in KINDS},
        schemes=tuple(_schemes()),
    )


def _terms(graph: Graph, kind: URIRef) -> Iterator[Term]:
    names = (str(term) for term in graph.subjects(RDF.type, kind))
    for iri in sorted(name for name in names if name.startswith(PREFIXES["ac"])):
        term = URIRef(iri)
        yield Term(
            name=iri.removeprefix(PREFIXES["ac"]),
            label=str(graph.value(term, RDFS.label)),
            definition=str(graph.value(term, SKOS.definition)),
            example=str(graph.value(term, SKOS.example)),
            parents=_all(graph, term, RDFS.subClassOf) + _all(graph, term, RDFS.subPropertyOf),
            domains=_all(graph, term, RDFS.domain),
            ranges=_all(graph, term, RDFS.range),
        )


def _all(graph: Graph, term: URIRef, prop: URIRef) -> tuple[str, ...]:
    return tuple(sorted(map(str, graph.objects(term, prop))))


def _schemes() -> Iterator[Scheme]:
    graph = load_schemes()
    for scheme in sorted(graph.subjects(RDF.type, SKOS.ConceptScheme), key=str):
        yield Scheme(
            iri=str(scheme),
            title=str(graph.value(scheme, DCTERMS.title)),
            description=str(graph.value(scheme, DCTERMS.description)),
            concepts=len(set(graph.subjects(SKOS.inScheme, scheme))),
        )


def vocabulary_triples() -> list[ox.Triple]:
    """Return the statements of the packaged vocabulary, sorted: always the same."""
    text = load_vocabulary().serialize(format="nt", encoding="utf-8")
    parsed = (quad.triple for quad in ox.parse(text, format=ox.RdfFormat.N_TRIPLES))
    return sorted(parsed, key=str)


def short(iri: str) -> str:
    """Return an IRI with the prefix of its vocabulary.

    >>> short("http://purl.org/spar/cito/cites")
    'cito:cites'
    """
    for prefix, start in PREFIXES.items():
        if iri.startswith(start):
            return f"{prefix}:{iri.removeprefix(start)}"
    return iri
