"""What clients get is what the store answers: each format through rdflib, SPARQLWrapper and curl."""

import csv
import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import httpx
import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic
from rdflib.query import Result

from graph.home import open_reader
from graph.sparql import GRAPHS, NAMES, ROWS
from ontology.prefixes import PREFIXES

PRINTZ = "https://w3id.org/anticommandeering/id/case/us/521/898"
SELECT = f"SELECT ?p ?o WHERE {{ <{PRINTZ}> ?p ?o }}"
ASK = f"ASK {{ <{PRINTZ}> a ac:Case }}"
CONSTRUCT = f"CONSTRUCT WHERE {{ <{PRINTZ}> ?p ?o }}"
DESCRIBE = f"DESCRIBE <{PRINTZ}>"
RDFLIB = {
    "ttl": "turtle",
    "nt": "nt",
    "jsonld": "json-ld",
    "rdf": "xml",
    "trig": "trig",
    "nq": "nquads",
}
FORMS = ("ttl", "nt", "jsonld", "rdf", "trig", "nq")


@pytest.fixture(scope="module")
def triples(filled_home: Path) -> Graph:
    """Return what the store itself says of *Printz*, read by rdflib from N-Triples."""
    store = open_reader(filled_home).store()
    found = store.query(CONSTRUCT, prefixes=PREFIXES)
    assert isinstance(found, ox.QueryTriples)
    graph = Graph()
    graph.parse(data=found.serialize(format=ox.RdfFormat.N_TRIPLES) or b"", format="nt")
    assert len(graph) > 10
    return graph


def read(data: bytes, name: str) -> Graph:
    """Return a document as rdflib reads it; all its quads are of the default graph."""
    if name not in ("trig", "nq"):
        return Graph().parse(data=data, format=RDFLIB[name])
    dataset = Dataset()
    dataset.parse(data=data, format=RDFLIB[name])
    graph = Graph()
    for subject, predicate, value, _ in dataset.quads():
        graph.add((subject, predicate, value))
    return graph


@pytest.mark.parametrize("query", [CONSTRUCT, DESCRIBE], ids=["CONSTRUCT", "DESCRIBE"])
@pytest.mark.parametrize("name", FORMS)
def test_rdflib_reads_every_form_of_a_graph(
    client: httpx.Client, triples: Graph, query: str, name: str
) -> None:
    """With the triples that the store has."""
    answer = client.get("/sparql", params={"query": query, "format": name})

    assert isomorphic(read(answer.content, name), triples)


@pytest.mark.parametrize("name", ["json", "xml", "csv", "tsv"])
def test_rdflib_reads_every_form_of_rows(client: httpx.Client, triples: Graph, name: str) -> None:
    """CSV has no types, so there only the words of the terms are compared."""
    answer = client.get("/sparql", params={"query": SELECT, "format": name})
    rows = Result.parse(io.BytesIO(answer.content), format=name).bindings
    found = {tuple(row[variable] for variable in sorted(row)) for row in rows}
    wanted = {(value, predicate) for _, predicate, value in triples}

    if name == "csv":
        assert {tuple(map(str, row)) for row in found} == {tuple(map(str, row)) for row in wanted}
    else:
        assert found == wanted


@pytest.mark.parametrize("name", ["json", "xml"])
def test_rdflib_reads_a_truth_value(client: httpx.Client, name: str) -> None:
    """True and false."""
    for query, truth in ((ASK, True), ("ASK { <urn:none> ?p ?o }", False)):
        answer = client.get("/sparql", params={"query": query, "format": name})

        assert Result.parse(io.BytesIO(answer.content), format=name).askAnswer is truth


@pytest.mark.parametrize("method", ["GET", "POST"])
# SPARQLWrapper 2.0 reads graphs into a class that rdflib 7 calls deprecated.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_sparqlwrapper_converts_every_form_that_it_knows(
    address: str, triples: Graph, method: str
) -> None:
    """Rows as JSON, XML, CSV and TSV; graphs as Turtle, RDF/XML and JSON-LD."""
    wrapper = pytest.importorskip(
        "SPARQLWrapper", reason="a development dependency: make .venv/.dev"
    )

    def ask(query: str, form: str) -> Any:  # noqa: ANN401 - as the form has it
        client = wrapper.SPARQLWrapper(f"{address}/sparql")
        client.setMethod(method)
        client.setReturnFormat(form)
        client.setQuery(query)
        return client.queryAndConvert()

    wanted = {str(value) for _, _, value in triples}
    rows = ask(SELECT, wrapper.JSON)["results"]["bindings"]
    document = ask(SELECT, wrapper.XML)
    table = csv.DictReader(io.StringIO(ask(SELECT, wrapper.CSV).decode()))

    assert {row["o"]["value"] for row in rows} == wanted
    assert len(document.getElementsByTagName("result")) == len(rows) == len(triples)
    assert {row["o"] for row in table} == wanted
    assert ask(SELECT, wrapper.TSV).count(b"\n") == len(rows) + 1
    for form in (wrapper.TURTLE, wrapper.N3):
        assert isomorphic(Graph().parse(data=ask(CONSTRUCT, form), format="turtle"), triples)
    for form in (wrapper.RDFXML, wrapper.JSONLD):
        found = Graph()
        for triple in ask(CONSTRUCT, form):
            found.add(triple)
        assert isomorphic(found, triples)


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("media_type", [*ROWS, *GRAPHS])
def test_curl_gets_what_the_store_answers(address: str, filled_home: Path, media_type: str) -> None:
    """By ``Accept``, by ``format=`` and by POST, byte for byte where the store writes in order."""
    query = SELECT if media_type in ROWS else CONSTRUCT
    name = next(n for n, forms in NAMES.items() if media_type in forms)
    url = f"{address}/sparql"
    told = [
        curl("-G", "-H", f"Accept: {media_type}", "--data-urlencode", f"query={query}", url),
        curl("-G", "--data-urlencode", f"query={query}", "-d", f"format={name}", url),
        curl("-H", f"Accept: {media_type}", "-H", "Content-Type: application/sparql-query",
             "--data-binary", query, url),
    ]  # fmt: skip
    found = open_reader(filled_home).store().query(query, prefixes=PREFIXES)

    assert len({b"\n".join(sorted(one.splitlines())) for one in told}) == 1
    if isinstance(found, ox.QuerySolutions):
        assert told[0] == found.serialize(format=ROWS[media_type])
    else:
        assert isinstance(found, ox.QueryTriples)
        triples = {str(triple) for triple in found}
        parsed = ox.parse(told[0], format=GRAPHS[media_type])
        assert {str(quad.triple) for quad in parsed} == triples


def curl(*words: str) -> bytes:
    """Return what curl prints; an answer that is no success ends the test."""
    done = subprocess.run(["curl", "-sSf", *words], capture_output=True, check=True)
    return done.stdout
