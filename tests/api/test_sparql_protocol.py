"""The SPARQL endpoint speaks the protocol: three ways to ask, formats by Accept, read only."""

import csv
import io

import httpx
import pytest

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
    "accept", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"]
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
    assert "<script" not in answer.text


def test_a_query_must_be_given_by_programs(client: httpx.Client) -> None:
    """Without one there is nothing to answer."""
    answer = client.get("/sparql")

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
