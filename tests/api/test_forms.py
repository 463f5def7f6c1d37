"""The forms of an answer tell the same: linked data by two engines, drawings by what draws them."""

import io
import json
from typing import Any

import httpx
import networkx as nx
import pygraphviz as pgv
import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from graph.answers import CaseSummary, Evidence, Step
from graph.diagrams import dot, graphml, mermaid
from ontology.namespace import AC
from ontology.prefixes import PREFIXES

SCHEMA = PREFIXES["schema"]
THINGS = [
    "/api/v1/cases?limit=5",
    "/api/v1/cases/us/521/898",
    "/api/v1/cases/us/426/833/status",
    "/api/v1/cases/us/521/898/lineage?limit=5",
    "/api/v1/cases/us/505/144/progeny?limit=5",
    "/api/v1/cases/us/521/898/laws?limit=5",
    "/api/v1/chains?from=505 U.S. 144&to=murphy-v-ncaa&limit=2",
    "/api/v1/laws?limit=5",
    "/api/v1/laws/interstate-national-popular-vote",
    "/api/v1/candidates",
    "/api/v1/elements",
    "/api/v1/elements/no-balancing",
    "/api/v1/authority?limit=3",
    "/api/v1/exposure?case=printz-v-united-states&topic=firearms",
    "/api/v1/claims?limit=5",
    "/api/v1/claims/confederation-essay/07",
]
DRAWN = [path for path in THINGS if "chains" in path or "lineage" in path or "progeny" in path]


def text(client: httpx.Client, path: str, form: str) -> str:
    """Return an answer in a form."""
    answer = client.get(httpx.URL(path).copy_merge_params({"format": form}))
    assert answer.status_code == 200, answer.text
    return answer.text


@pytest.mark.parametrize("path", THINGS)
def test_turtle_and_json_ld_are_one_graph(client: httpx.Client, path: str) -> None:
    """Read by another engine than the one that writes it."""
    turtle = Graph().parse(data=text(client, path, "ttl"), format="turtle")
    linked = Graph().parse(data=text(client, path, "jsonld"), format="json-ld")

    assert len(turtle) > 10
    assert isomorphic(turtle, linked)


@pytest.mark.parametrize("path", THINGS)
def test_linked_data_says_of_which_day_and_dataset_it_is(client: httpx.Client, path: str) -> None:
    """Of the answer itself, once; its items are numbered in their order."""
    body = client.get(path).json()
    graph = Graph().parse(data=text(client, path, "ttl"), format="turtle")
    (answer,) = graph.subjects(AC.contentSha256, Literal(body["dataset"]))
    places = [
        int(str(graph.value(item, URIRef(SCHEMA + "position"))))
        for item in graph.objects(answer, URIRef(SCHEMA + "itemListElement"))
    ]

    assert str(graph.value(answer, AC.asOf)) == body["as_of"]
    assert sorted(places) == list(range(1, len(body.get("items", [])) + 1))


def test_a_measure_of_a_case_is_said_of_the_answer_not_of_the_case(client: httpx.Client) -> None:
    """PageRank is no fact about a decision."""
    graph = Graph().parse(data=text(client, "/api/v1/authority?limit=3", "ttl"), format="turtle")
    first = client.get("/api/v1/authority?limit=3").json()["items"][0]
    cases = set(graph.subjects(RDF.type, AC.Case))
    measures = {
        float(str(value))
        for value in graph.objects(None, URIRef(SCHEMA + "value"))
        if "." in str(value)
    }

    assert URIRef(first["case"]["iri"]) in cases
    assert first["pagerank"] in measures
    assert [c for c in cases if (c, URIRef(SCHEMA + "additionalProperty"), None) in graph] == []


def edges(body: Any) -> set[tuple[str, str, str]]:  # noqa: ANN401 - JSON
    """Return the arrows of an answer: citing, cited, treatment."""
    steps = [s for item in body["items"] for s in item.get("steps", [item])]
    return {(s["citing"]["iri"], s["cited"]["iri"], s["treatment"]) for s in steps}


@pytest.mark.parametrize("path", DRAWN)
def test_drawings_have_the_arrows_of_the_answer(client: httpx.Client, path: str) -> None:
    """Read back by networkx and by Graphviz; Mermaid has a line for each."""
    body = client.get(path).json()
    told = edges(body)
    graph = nx.read_graphml(
        io.BytesIO(text(client, path, "graphml").encode()), force_multigraph=True
    )
    drawing = pgv.AGraph(string=text(client, path, "dot"))
    lines = text(client, path, "mermaid").splitlines()

    assert {(a, b, data["treatment"]) for a, b, data in graph.edges(data=True)} == told
    assert graph.graph["dataset"] == body["dataset"]
    named = {node: node.attr["tooltip"] for node in drawing.nodes()}
    assert {(named[a], named[b]) for a, b in drawing.edges()} == {(a, b) for a, b, _ in told}
    assert lines[0] == "flowchart RL"
    assert sum("|" in line for line in lines) == len(told)
    assert f"%% dataset: {body['dataset']}" in lines


def test_a_name_cannot_break_out_of_a_drawing() -> None:
    """Quotes, backslashes, markup and line ends are data."""
    name = 'A "b" \\ <i>c</i> -->\n%% v. D'
    one = CaseSummary("urn:one", name, year=1990)
    other = CaseSummary("urn:other", "Plain", year=1980)
    steps = [
        Step(
            one,
            other,
            "follows",
            "majority",
            (Evidence("urn:e", "follows", "see", "majority", "curated"),),
        )
    ]
    graph = nx.read_graphml(io.BytesIO(graphml(steps, {"as_of": "2026-01-01"}).encode()))
    drawing = pgv.AGraph(string=dot(steps, {}))
    lines = mermaid(steps, {}).splitlines()

    assert graph.nodes["urn:one"]["name"].split() == name.split()
    assert len(drawing.nodes()) == 2
    assert len(lines) == 4
    assert all(line.count('"') in (0, 2) for line in lines)


def test_fields_are_for_json_and_tables(client: httpx.Client) -> None:
    """Elsewhere they are refused rather than ignored."""
    answer = client.get("/api/v1/laws", params={"format": "ttl", "fields": "title"})

    assert answer.status_code == 422
    assert set(answer.json()["known"]) == {"json", "csv"}


def test_json_ld_is_read_by_its_prefixes(client: httpx.Client) -> None:
    """A person finds the names of the vocabulary in it."""
    told = json.loads(text(client, "/api/v1/cases/us/521/898", "jsonld"))
    (printz,) = [n for n in told["@graph"] if n.get("ac:slug") == "printz-v-united-states"]

    assert printz["@type"] == "ac:Case"
    assert printz["ac:year"] == 1997
    assert set(told["@context"].values()) <= set(PREFIXES.values())


def test_counts_are_no_linked_data(client: httpx.Client) -> None:
    """What is only counted has JSON and a table; the questions behind it can be asked at /sparql."""
    answer = client.get("/api/v1/stats", params={"format": "ttl"})

    assert answer.status_code == 406
    assert set(answer.json()["offered"]) == {"json", "csv"}
