"""The SPARQL endpoint speaks the protocol: three ways to ask, formats by Accept, read only."""

import csv
import io
from typing import Any

import httpx
import pytest
from rdflib import RDF, RDFS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from rdflib.query import Result

from graph.sparql import MOST_ROWS

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
ONTOLOGY = "https://w3id.org/anticommandeering/id/graph/ontology"
NOTE = "https://w3id.org/anticommandeering/id/document/us/521/898/note"
ASK = "ASK { ?s ?p ?o }"
SELECT = 'SELECT ?case { ?case ac:slug "printz-v-united-states" }'
IRI = "https://w3id.org/anticommandeering/id/case/us/521/898"


def test_the_three_ways_to_ask_answer_alike(client: httpx.Client) -> None:
    """GET, POST of a form and POST of the query itself."""
    direct = {"Content-Type": "application/sparql-query"}
    answers = [
        client.get("/sparql", params={"query": ASK}),
        client.post("/sparql", data={"query": ASK}),
        client.post("/sparql", content=ASK, headers=direct),
    ]

    assert [answer.json() for answer in answers] == [{"head": {}, "boolean": True}] * 3


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("application/json", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("text/turtle;q=0.9, text/csv;q=0.5", "text/csv"),
    ],
)
def test_rows_come_as_the_client_asks(client: httpx.Client, accept: str, given: str) -> None:
    """Each format has the answer."""
    answer = client.get("/sparql", params={"query": SELECT}, headers={"Accept": accept})

    assert answer.headers["content-type"].partition(";")[0] == given
    assert IRI in answer.text


@pytest.mark.parametrize(
    "accept",
    [
        "text/turtle",
        "application/n-triples",
        "application/ld+json",
        "application/rdf+xml",
        "application/trig",
        "application/n-quads",
    ],
)
def test_graphs_come_as_the_client_asks(client: httpx.Client, accept: str) -> None:
    """DESCRIBE and CONSTRUCT in each RDF format."""
    for query in (f"DESCRIBE <{IRI}>", f"CONSTRUCT WHERE {{ <{IRI}> ?p ?o }}"):
        answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})

        assert answer.headers["content-type"].partition(";")[0] == accept
        assert "521 U.S. 898" in answer.text


def test_a_format_that_is_not_offered_is_not_acceptable(client: httpx.Client) -> None:
    """406, with what could be had."""
    answer = client.get("/sparql", params={"query": SELECT}, headers={"Accept": "image/png"})

    assert answer.status_code == 406
    assert "text/csv" in answer.json()["detail"]


HTML = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.mark.parametrize(
    ("query", "said"),
    [
        pytest.param("", "<textarea", id="page to ask on"),
        pytest.param(SELECT, 'href="/id/case/us/521/898"', id="table with links"),
        pytest.param("SELECT ?n { VALUES ?n { '<b>' } }", "<td>&lt;b&gt;</td>", id="escaped"),
        pytest.param(ASK, ">yes<", id="yes or no"),
        pytest.param(f"DESCRIBE <{IRI}>", "521 U.S. 898", id="graph"),
    ],
)
def test_a_browser_gets_a_page(client: httpx.Client, query: str, said: str) -> None:
    """The form with the query in it, and the answer below."""
    answer = client.get("/sparql", params={"query": query} if query else {}, headers=HTML)

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert said in answer.text
    assert "<script>" not in answer.text


def test_a_query_must_be_given_by_programs(client: httpx.Client) -> None:
    """Without one there is nothing to answer."""
    for parameters in ({"query": ""}, {"default-graph-uri": IRI}):
        answer = client.get("/sparql", params=parameters)

        assert answer.status_code == 400
        assert "query" in answer.json()["detail"]


def test_named_graphs_can_be_asked_alone(client: httpx.Client) -> None:
    """``default-graph-uri`` narrows the union to one source."""
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    graph = "https://w3id.org/anticommandeering/id/document/us/521/898/note"

    def rows(**query: str) -> int:
        answer = client.get("/sparql", params={"query": count, **query}, headers=CSV)
        return int(next(csv.DictReader(io.StringIO(answer.text)))["n"])

    assert 0 < rows(**{"default-graph-uri": graph}) < rows()


CSV = {"Accept": "text/csv"}


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        pytest.param("SELECT * { SERVICE <http://x/> { ?s ?p ?o } }", 403, "SERVICE", id="service"),
        pytest.param("LOAD <http://x/>", 403, "LOAD", id="load"),
        pytest.param("INSERT DATA { <a:> <a:> <a:> }", 403, "INSERT", id="insert"),
        pytest.param("SELECT ?x WHERE { ?x", 400, "1:", id="syntax"),
        pytest.param("hello", 400, "SELECT", id="no query"),
        pytest.param("SELECT * { ?s ?p '" + "x" * 17_000 + "' }", 403, "bytes", id="too long"),
    ],
)
def test_what_is_refused_says_by_which_rule(
    client: httpx.Client, query: str, status: int, said: str
) -> None:
    """Also when posted: the same problem document."""
    answer = client.post("/sparql", data={"query": query})

    assert answer.status_code == status
    assert said in answer.json()["detail"]


@pytest.mark.parametrize(
    ("content", "kind", "status", "said"),
    [
        pytest.param(b"ASK {}", "text/plain", 415, "text/plain", id="wrong content type"),
        pytest.param(b"ASK {}", "", 415, "no content type", id="no content type"),
        pytest.param(b"\xff\xfe", "application/sparql-query", 400, "UTF-8", id="not UTF-8"),
        pytest.param(b"x" * 99_999, "application/sparql-query", 413, "99999", id="too large"),
        pytest.param(
            b"q=ASK", "application/x-www-form-urlencoded", 400, "named query", id="no field"
        ),
        pytest.param(
            b"update=DROP+ALL", "application/x-www-form-urlencoded", 403, "update", id="update"
        ),
    ],
)
def test_a_body_that_is_no_query_is_told_what_is_wrong(
    client: httpx.Client, content: bytes, kind: str, status: int, said: str
) -> None:
    """The problem names the value and what would do."""
    answer = client.post("/sparql", content=content, headers={"Content-Type": kind})

    assert answer.status_code == status
    assert said in answer.json()["detail"]


@pytest.mark.parametrize(
    ("name", "query", "given"),
    [
        ("json", SELECT, "application/sparql-results+json"),
        ("xml", SELECT, "application/sparql-results+xml"),
        ("csv", SELECT, "text/csv"),
        ("tsv", SELECT, "text/tab-separated-values"),
        ("text/csv", SELECT, "text/csv"),
        ("html", SELECT, "text/html"),
        ("xml", ASK, "application/sparql-results+xml"),
        ("ttl", f"DESCRIBE <{IRI}>", "text/turtle"),
        ("json", f"DESCRIBE <{IRI}>", "application/ld+json"),
        ("xml", f"DESCRIBE <{IRI}>", "application/rdf+xml"),
        ("trig", f"DESCRIBE <{IRI}>", "application/trig"),
        ("nq", f"DESCRIBE <{IRI}>", "application/n-quads"),
    ],
)
def test_a_format_can_be_named(client: httpx.Client, name: str, query: str, given: str) -> None:
    """``format=`` goes before ``Accept``, for those who can only write an address."""
    told = client.get(
        "/sparql", params={"query": query, "format": name}, headers={"Accept": "image/png"}
    )
    posted = client.post("/sparql", data={"query": query, "format": name})

    assert told.status_code == posted.status_code == 200
    assert told.headers["content-type"].partition(";")[0] == given
    assert posted.text == told.text


@pytest.mark.parametrize("name", ["ttl", "docx"])
def test_a_format_that_rows_do_not_have_is_not_acceptable(client: httpx.Client, name: str) -> None:
    """406, with the names that there are."""
    told = client.get("/sparql", params={"query": SELECT, "format": name})

    assert told.status_code == 406
    assert "tsv" in told.json()["detail"]


@pytest.mark.parametrize(
    "accept", ["text/turtle", "application/ld+json", "application/rdf+xml", "*/*"]
)
def test_the_endpoint_describes_itself(client: httpx.Client, accept: str) -> None:
    """SPARQL 1.1 Service Description, section 2: GET without a query."""
    told = client.get("/sparql", headers={"Accept": accept})
    kind = told.headers["content-type"].partition(";")[0]
    found = Graph().parse(data=told.text, format=kind)
    service = found.value(predicate=RDF.type, object=SD.Service)

    assert str(service).endswith("/sparql")
    assert (service, SD.endpoint, service) in found
    assert (service, SD.supportedLanguage, SD.SPARQL11Query) in found
    assert len(set(found.objects(service, SD.resultFormat))) == 10
    assert len(set(found.objects(None, SD.name))) > 10


@pytest.mark.parametrize(
    ("method", "given", "status"),
    [
        pytest.param("PUT", {"params": {"query": ASK}}, 405, id="bad-query-method"),
        pytest.param("GET", {"params": [("query", ASK), ("query", ASK)]}, 400, id="bad-multi-queries"),
        pytest.param("POST", {"content": ASK, "headers": {"Content-Type": "text/plain"}}, 415, id="bad-query-wrong-media-type"),
        pytest.param("POST", {"content": f"query={ASK}"}, 415, id="bad-query-missing-form-type"),
        pytest.param("POST", {"content": ASK}, 415, id="bad-query-missing-direct-type"),
        pytest.param("POST", {"content": ASK.encode("utf-16"), "headers": {"Content-Type": "application/sparql-query; charset=UTF-16"}}, 400, id="bad-query-non-utf8"),
        pytest.param("GET", {"params": {"query": "ASK {"}}, 400, id="bad-query-syntax"),
        pytest.param("GET", {"params": {"update": "CLEAR ALL"}}, 403, id="bad-update-get"),
        pytest.param("POST", {"data": {"update": "CLEAR ALL"}}, 403, id="update-post-form"),
        pytest.param("POST", {"content": "CLEAR ALL", "headers": {"Content-Type": "application/sparql-update"}}, 403, id="update-post-direct"),
        pytest.param("POST", {"data": {"query": ASK, "default-graph-uri": "not an IRI"}}, 400, id="a graph that is none"),
        pytest.param("GET", {"params": {"query": ASK, "default-graph-uri": "http://other.example/"}}, 403, id="a graph elsewhere"),
        pytest.param("GET", {"params": {"query": "ASK FROM <http://other.example/> {}"}}, 403, id="FROM elsewhere"),
    ],
)  # fmt: skip
def test_what_the_protocol_forbids_is_refused(
    client: httpx.Client, method: str, given: dict[str, Any], status: int
) -> None:
    """The negative tests of the W3C's suite for SPARQL 1.1 Protocol, under their names."""
    answer = client.request(method, "/sparql", **given)

    assert answer.status_code == status
    assert answer.json()["status"] == status


@pytest.mark.parametrize("way", ["get", "form", "direct"])
@pytest.mark.parametrize(
    ("dataset", "query", "truth"),
    [
        pytest.param({"default-graph-uri": [NOTE]}, f"ASK {{ <{IRI}> a ac:Case }}", True, id="default-graph"),
        pytest.param({"default-graph-uri": [NOTE, ONTOLOGY]}, f"ASK {{ <{IRI}> a ac:Case }}", True, id="default-graphs"),
        pytest.param({"named-graph-uri": [NOTE]}, f"ASK {{ GRAPH <{NOTE}> {{ <{IRI}> a ac:Case }} }}", True, id="named-graph"),
        pytest.param({"named-graph-uri": [NOTE]}, f"ASK {{ <{IRI}> a ac:Case }}", False, id="named-graph, empty default"),
        pytest.param({"default-graph-uri": [ONTOLOGY]}, f"ASK FROM <{NOTE}> {{ <{IRI}> a ac:Case }}", False, id="multiple-dataset: that of the protocol counts"),
        pytest.param({"default-graph-uri": [ONTOLOGY], "named-graph-uri": [NOTE]}, f"ASK {{ GRAPH ?g {{ <{IRI}> a ac:Case }} }}", True, id="full"),
    ],
)  # fmt: skip
def test_the_dataset_of_the_protocol_counts(
    client: httpx.Client, way: str, dataset: dict[str, list[str]], query: str, truth: bool
) -> None:
    """The tests query-dataset-* of the W3C's suite, by each of the three ways to ask."""
    if way == "direct":
        kind = {"Content-Type": "application/sparql-query"}
        answer = client.post("/sparql", content=query, params=dataset, headers=kind)
    elif way == "form":
        answer = client.post("/sparql", data={"query": query, **dataset})
    else:
        answer = client.get("/sparql", params={"query": query, **dataset})

    assert answer.json()["boolean"] is truth


def test_a_syntax_error_tells_line_and_column(client: httpx.Client) -> None:
    """As members of the problem, where an editor can take them from."""
    told = client.get("/sparql", params={"query": "SELECT ?x WHERE {\n  ?x ?? }"}).json()

    assert told["line"] == 2
    assert 6 <= told["column"] <= 10


def test_head_options_and_other_origins_are_served(client: httpx.Client) -> None:
    """A page elsewhere may ask, and read the headers that matter."""
    asked = {"query": ASK}
    origin = {"Origin": "https://example.org"}
    head = client.head("/sparql", params=asked)
    options = client.options("/sparql")
    wanted = {
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    before = client.options("/sparql", headers=origin | wanted)
    after = client.get("/sparql", params=asked, headers=origin)

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"].startswith("application/sparql-results+json")
    assert options.headers["allow"] == "GET, HEAD, POST, OPTIONS"
    assert before.status_code == 200
    assert after.headers["access-control-allow-origin"] == "*"
    assert "X-Truncated" in after.headers["access-control-expose-headers"]


@pytest.mark.parametrize("name", ["json", "xml", "tsv"])
def test_rows_round_trip_through_rdflib(client: httpx.Client, name: str) -> None:
    """A second reader finds the terms that were there, with types and languages."""
    query = "SELECT ?a ?b ?c ?d { VALUES (?a ?b ?c ?d) { (<urn:a> 'é\"\\t'@fr 1.5 UNDEF) } }"
    told = client.get("/sparql", params={"query": query, "format": name})
    row = next(iter(Result.parse(io.BytesIO(told.content), format=name).bindings))

    assert {str(variable): term for variable, term in row.items()} == {
        "a": URIRef("urn:a"),
        "b": Literal('é"\t', lang="fr"),
        "c": Literal("1.5", datatype=XSD.decimal),
    }


@pytest.mark.parametrize("name", ["ttl", "nt", "jsonld", "rdf"])
def test_graphs_round_trip_through_rdflib(client: httpx.Client, name: str) -> None:
    """Every format of a graph has the same triples."""
    query = f"CONSTRUCT WHERE {{ <{IRI}> ?p ?o }}"
    formats = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld", "rdf": "xml"}
    plain = Graph().parse(
        data=client.get("/sparql", params={"query": query, "format": "nt"}).text, format="nt"
    )
    told = client.get("/sparql", params={"query": query, "format": name})

    assert isomorphic(Graph().parse(data=told.text, format=formats[name]), plain)
    assert len(plain) > 10


def test_rdflibs_own_client_is_answered(address: str) -> None:
    """Its SPARQLStore asks as a standard client does."""
    store = SPARQLStore(f"{address}/sparql")
    found = Graph(store).query(f"SELECT ?name {{ <{IRI}> <{RDFS.label}> ?name }}")

    assert [str(row[0]) for row in found] == ["Printz v. United States"]  # type: ignore[index]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_sparqlwrapper_is_answered(address: str, method: str) -> None:
    """The client that most notebooks use: rows as JSON, a truth value, and a graph."""
    wrapper = pytest.importorskip(
        "SPARQLWrapper", reason="a development dependency: make .venv/.dev"
    )
    client = wrapper.SPARQLWrapper(f"{address}/sparql")
    client.setMethod(method)
    client.setReturnFormat(wrapper.JSON)
    client.setQuery(SELECT)
    rows = client.queryAndConvert()["results"]["bindings"]
    client.setQuery(ASK)
    truth = client.queryAndConvert()["boolean"]
    client.setQuery(f"CONSTRUCT WHERE {{ <{IRI}> ?p ?o }}")
    client.setReturnFormat(wrapper.TURTLE)
    graph = Graph().parse(data=client.queryAndConvert(), format="turtle")

    assert rows == [{"case": {"type": "uri", "value": IRI}}]
    assert truth is True
    assert len(graph) > 10


def test_an_answer_that_was_cut_says_so(client: httpx.Client) -> None:
    """In a header, for every format: none has a place for it that all readers skip."""
    query = "SELECT ?s ?p ?o { ?s ?p ?o }"
    told = client.get("/sparql", params={"query": query})
    graph = client.get("/sparql", params={"query": "CONSTRUCT WHERE { ?s ?p ?o }", "format": "nt"})

    assert told.headers["x-truncated"] == graph.headers["x-truncated"] == str(MOST_ROWS)
    assert len(told.json()["results"]["bindings"]) == MOST_ROWS
    assert graph.text.count("\n") == MOST_ROWS
    assert "x-truncated" not in client.get("/sparql", params={"query": SELECT}).headers
