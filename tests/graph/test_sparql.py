"""Queries from outside: what is refused, and what comes back."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import QueryError, QueryRefused, QuerySyntaxError, QueryTimeout
from graph.home import open_reader, writing
from graph.model import DocumentRecord
from graph.quads import quads_of
from graph.query_pool import QueryPool
from graph.sparql import GRAPHS, ROWS, check_query, is_empty, run_query
from graph.store import CURATED, PrecedentStore
from tests.graph.asking import run


@pytest.mark.parametrize(
    ("query", "form"),
    [
        pytest.param("SELECT * { ?s ?p ?o }", "SELECT", id="select"),
        pytest.param("prefix a: <urn:a> ask { ?s a:b ?o }", "ASK", id="lower case"),
        pytest.param("# INSERT\nCONSTRUCT WHERE { ?s ?p ?o }", "CONSTRUCT", id="comment"),
        pytest.param("DESCRIBE <urn:SERVICE>", "DESCRIBE", id="word in an IRI"),
        pytest.param("SELECT ?load { ?load ?p 'DELETE' }", "SELECT", id="word in a name"),
        pytest.param("PREFIX service: <urn:s#> ASK { ?s service:LOAD ?o }", "ASK", id="prefix"),
    ],
)
def test_a_query_is_known_by_its_form(query: str, form: str) -> None:
    """Words in comments, strings, IRIs and names do not count."""
    assert check_query(query) == form


@pytest.mark.parametrize(
    ("query", "rule"),
    [
        pytest.param("SELECT * { SERVICE <http://x/> { ?s ?p ?o } }", "service", id="service"),
        pytest.param("SELECT * { service silent ?x { ?s ?p ?o } }", "service", id="silent"),
        pytest.param("LOAD <http://x/>", "read-only", id="load"),
        pytest.param("INSERT DATA { <a:> <a:> <a:> }", "read-only", id="insert"),
        pytest.param("PREFIX a: <urn:a> DELETE WHERE { ?s ?p ?o }", "read-only", id="delete"),
        pytest.param("ASK { " + "{" * 120 + "}" * 121, "depth", id="deep"),
        pytest.param("ASK { " + "{ ?s ?p ?o } " * 80 + "}", "patterns", id="many groups"),
        pytest.param("ASK { ?s ?p '" + "x" * 20_000 + "' }", "size", id="long"),
    ],
)
def test_what_may_not_run_is_refused_by_rule(query: str, rule: str) -> None:
    """The refusal names its rule."""
    with pytest.raises(QueryRefused) as caught:
        check_query(query)

    assert caught.value.rule == rule


@given(st.text(max_size=200))
def test_no_text_breaks_the_guard(text: str) -> None:
    """Whatever is sent is either a form of query or a clear error."""
    try:
        assert check_query(text) in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
    except QueryError as error:
        assert str(error)


@pytest.mark.parametrize("media_type", ROWS)
def test_rows_come_in_four_formats(store: PrecedentStore, media_type: str) -> None:
    """Each format has the one value asked for."""
    query = 'SELECT ?c { ?c ac:reporterCitation "521 U.S. 898" }'

    assert b"id/case/us/521/898" in run_query(store, query, media_type=media_type)


@pytest.mark.parametrize("media_type", GRAPHS)
def test_graphs_come_in_four_formats(store: PrecedentStore, media_type: str) -> None:
    """DESCRIBE names the citation of the case in each."""
    iri = "https://w3id.org/anticommandeering/id/case/us/521/898"

    assert b"521 U.S. 898" in run_query(store, f"DESCRIBE <{iri}>", media_type=media_type)


MURPHY = "https://w3id.org/anticommandeering/id/document/us/584/453/note"
PRINTZ = "https://w3id.org/anticommandeering/id/document/us/521/898/opinion"
CASES = "?c a ac:Case"


def numbers(store: PrecedentStore, query: str, **dataset: list[str]) -> list[int]:
    """Return the one row of a query that counts."""
    answer = run_query(store, query, media_type="text/csv", **dataset)
    return [int(number) for number in answer.decode().split()[1].split(",")]


def test_a_thing_that_several_texts_name_is_one_row(store: PrecedentStore) -> None:
    """Printz and New York stand in both documents and count once each."""
    query = f"SELECT (COUNT(?c) AS ?n) (COUNT(DISTINCT ?c) AS ?d) {{ {CASES} }}"

    assert numbers(store, query) == [5, 5]


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        pytest.param(f"FROM <{MURPHY}>", 3, id="one graph"),
        pytest.param(f"FROM <{PRINTZ}>", 4, id="the other"),
        pytest.param(f"FROM NAMED <{MURPHY}>", 0, id="only named, so the default is empty"),
        pytest.param("", 5, id="the merge"),
    ],
)
def test_a_query_chooses_its_graphs(store: PrecedentStore, clause: str, found: int) -> None:
    """FROM and FROM NAMED in the text rule when the request names no graph."""
    assert numbers(store, f"SELECT (COUNT(?c) AS ?n) {clause} {{ {CASES} }}") == [found]


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("ASK FROM <http://other.example/g> { ?s ?p ?o }", id="FROM"),
        pytest.param(f"ASK FROM <{MURPHY}> FROM <http://other.example/g> {{}}", id="one of two"),
        pytest.param("ASK FROM NAMED <http://other.example/g> {}", id="FROM NAMED"),
        pytest.param("PREFIX o: <http://other.example/> ASK from named o:g {}", id="by prefix"),
        pytest.param("ASK # from here\nFROM# or here\n<http://other.example/g> {}", id="comments"),
        pytest.param(
            "SELECT (('a' < 'FROM <x:>') AS ?x) FROM <http://other.example/g> {}", id="compared"
        ),
    ],
)
def test_a_graph_that_is_not_here_is_refused_by_its_name(store: PrecedentStore, query: str) -> None:
    """It would read as empty, and an empty answer pass for a finding."""
    with pytest.raises(QueryRefused, match=r"no graph <http://other\.example/g> here") as caught:
        run_query(store, query, media_type="application/sparql-results+json")

    assert caught.value.rule == "dataset"


def test_a_word_that_is_no_clause_chooses_no_graph(store: PrecedentStore) -> None:
    """In a name, a string, a comment or behind the first brace."""
    for query in (
        "# FROM <urn:a>\nASK { ?from ?p 'FROM <urn:b>' }",
        "PREFIX from: <urn:from#> ASK { ?s from:x <urn:FROM> }",
        "SELECT ('FROM <urn:c>' AS ?from) { ?s ?p ?o } LIMIT 1",
    ):
        assert run_query(store, query, media_type="application/sparql-results+json")


def test_the_graphs_of_a_request_go_before_those_of_the_query(store: PrecedentStore) -> None:
    """SPARQL 1.1 Protocol, section 2.1.4."""
    clause = f"FROM <{MURPHY}>"
    query = f"SELECT (COUNT(?c) AS ?n) {clause} {{ {CASES} }}"
    named = f"SELECT (COUNT(?c) AS ?n) {{ GRAPH ?g {{ {CASES} }} }}"

    assert numbers(store, query, default_graphs=[PRINTZ]) == [4]
    assert numbers(store, query, named_graphs=[PRINTZ]) == [0]
    assert numbers(store, named, named_graphs=[PRINTZ]) == [4]


def test_described_and_constructed_graphs_are_sets(store: PrecedentStore) -> None:
    """No triple is printed twice."""
    iri = "https://w3id.org/anticommandeering/id/case/us/521/898"
    for query in (f"DESCRIBE <{iri}>", f"CONSTRUCT WHERE {{ <{iri}> ?p ?o }}"):
        lines = run_query(store, query, media_type="application/n-triples").splitlines()

        assert len(lines) == len(set(lines)) > 3


@pytest.mark.parametrize("media_type", [*ROWS, *GRAPHS])
def test_an_answer_with_nothing_in_it_is_known_in_every_format(
    store: PrecedentStore, media_type: str
) -> None:
    """Rows and graphs alike."""
    head = "SELECT *" if media_type in ROWS else "CONSTRUCT"
    nothing = run_query(store, f"{head} WHERE {{ ?s <urn:none> ?o }}", media_type=media_type)
    something = run_query(store, f"{head} WHERE {{ ?s ac:year ?o }}", media_type=media_type)

    assert is_empty(nothing, media_type)
    assert not is_empty(something, media_type)


def test_a_format_of_the_other_kind_is_an_error(store: PrecedentStore) -> None:
    """A SELECT has no answer in Turtle."""
    with pytest.raises(QueryError, match="no answer in text/turtle"):
        run_query(store, "SELECT * { ?s ?p ?o }", media_type="text/turtle")


def test_bad_syntax_keeps_the_parsers_place(store: PrecedentStore) -> None:
    """The error tells the line and column."""
    with pytest.raises(QuerySyntaxError, match="1:"):
        run_query(store, "SELECT ?x WHERE { ?x", media_type="text/csv")


@pytest.fixture
def pool(home: Path, records: list[DocumentRecord]) -> QueryPool:
    """Return a pool over a snapshot of two documents, with little patience."""
    with writing(home) as store:
        for record in records:
            store.replace(CURATED, quads_of(record))
    return QueryPool(open_reader(home), seconds=3)


HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }"


@pytest.mark.slow
def test_a_query_that_runs_too_long_is_stopped_and_the_next_one_answered(pool: QueryPool) -> None:
    """The deadline holds, and a new process takes the place of the one that was killed."""
    ask = "ASK { ?s ?p ?o }"
    assert json.loads(run(pool, ask, "application/sparql-results+json"))["boolean"]
    began = time.monotonic()
    with pytest.raises(QueryTimeout):
        run(pool, HEAVY, "text/csv")

    assert time.monotonic() - began < 20
    assert json.loads(run(pool, ask, "application/sparql-results+json"))["boolean"]
    pool.close()


@pytest.mark.slow
def test_errors_cross_from_the_process_unchanged(pool: QueryPool) -> None:
    """A refusal keeps its rule, a syntax error its place."""
    with pytest.raises(QueryRefused) as caught:
        run(pool, "DROP ALL", "text/csv")
    with pytest.raises(QuerySyntaxError, match="1:"):
        run(pool, "SELECT ?x WHERE { ?x", "text/csv")

    assert caught.value.rule == "read-only"
    pool.close()
