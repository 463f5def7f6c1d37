"""What the SPARQL endpoint is and offers, as RDF (SPARQL 1.1 Service Description)."""

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox
from rdflib import RDF

from graph.sparql import GRAPHS
from graph.store import PrecedentStore
from ontology.prefixes import PREFIXES

SD: Final = "http://www.w3.org/ns/sparql-service-description#"
FORMATS: Final = "http://www.w3.org/ns/formats/"
TYPE: Final = ox.NamedNode(str(RDF.type))
OFFERED: Final = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
    "TriG",
    "N-Quads",
)


def service_description(store: PrecedentStore, endpoint: str, media_type: str) -> bytes:
    """Return the description of the endpoint at an address, as one of the graph formats."""
    prefixes = {**PREFIXES, "sd": SD, "formats": FORMATS}
    data = ox.serialize(_triples(store, endpoint), format=GRAPHS[media_type], prefixes=prefixes)
    return data or b""


def _triples(store: PrecedentStore, endpoint: str) -> Iterator[ox.Triple]:
    service = ox.NamedNode(endpoint)
    dataset, merge = ox.NamedNode(endpoint + "#dataset"), ox.NamedNode(endpoint + "#merge")
    yield ox.Triple(service, TYPE, _sd("Service"))
    yield ox.Triple(service, _sd("endpoint"), service)
    yield ox.Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    # The default graph is the merge of all named ones, and a graph that is not here is empty.
    yield ox.Triple(service, _sd("feature"), _sd("UnionDefaultGraph"))
    for name in OFFERED:
        yield ox.Triple(service, _sd("resultFormat"), ox.NamedNode(FORMATS + name))
    yield ox.Triple(service, _sd("defaultDataset"), dataset)
    yield ox.Triple(dataset, TYPE, _sd("Dataset"))
    yield ox.Triple(dataset, _sd("defaultGraph"), merge)
    yield ox.Triple(merge, TYPE, _sd("Graph"))
    for number, graph in enumerate(store.graphs()):
        named = ox.NamedNode(f"{endpoint}#graph-{number}")
        yield ox.Triple(dataset, _sd("namedGraph"), named)
        yield ox.Triple(named, TYPE, _sd("NamedGraph"))
        yield ox.Triple(named, _sd("name"), ox.NamedNode(graph))


def _sd(term: str) -> ox.NamedNode:
    return ox.NamedNode(SD + term)
