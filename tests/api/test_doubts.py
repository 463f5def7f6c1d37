"""What nobody has verified is marked in JSON, in RDF and on the page, for every record."""

import html
import re

import httpx
import pytest
from rdflib import Graph, URIRef
from typer.testing import CliRunner

from api.cli import app
from graph.curated import PLACES
from graph.doubts import fields_meant
from graph.iri import thing_iri
from graph.validation.facts import load
from graph.validation.places import Entry
from ontology.namespace import AC

EVERY = load()[0].checked
SHOWN = {"cases": "/cases/", "laws": "/laws/"}
DOUBTED = [e for e in EVERY if e.kind in SHOWN and e.record.get("unverified")]
UNCHECKED = [e for e in EVERY if e.kind in SHOWN and e.record.get("verified") is False]
SAMPLE = DOUBTED[::12] + UNCHECKED[:4]
# A field that the page shows, and the words just before its value there.
BESIDE = {"enacted": "enacted ", "effective": "effective ", "vote": "vote ", "decided": "decided "}


def names(entry: Entry) -> str:
    """Return a test's name for a record."""
    return str(entry.record["slug"])


def doubted(entry: Entry) -> set[str]:
    """Return the fields that a record's doubts are about."""
    said = entry.record.get("unverified", [])
    return {key for doubt in said for key in fields_meant(doubt, entry.kind, entry.record)}


def test_there_are_doubts_to_mark() -> None:
    """The collections below are not empty by accident."""
    assert len(DOUBTED) > 200
    assert len(SAMPLE) > 20
    assert len(UNCHECKED) >= 4


def test_every_doubt_is_in_the_rdf(client: httpx.Client) -> None:
    """In its own words, and by the names of the fields; a nested record's stand on that record."""
    data = client.get(
        "/sparql",
        params={
            "query": "CONSTRUCT { ?x ac:unverifiedField ?u ; ac:doubtfulField ?d ; ac:verified ?v }"
            " WHERE { ?x ac:unverifiedField|ac:verified ?any OPTIONAL { ?x ac:unverifiedField ?u }"
            " OPTIONAL { ?x ac:doubtfulField ?d } OPTIONAL { ?x ac:verified ?v } }"
        },
        headers={"Accept": "text/turtle"},
    )
    graph = Graph().parse(data=data.text, format="turtle")

    for entry in DOUBTED:
        iri = URIRef(thing_iri(PLACES[entry.kind][0], str(entry.record["id"])))
        words = {str(value) for value in graph.objects(iri, AC.unverifiedField)}
        fields = {str(value) for value in graph.objects(iri, AC.doubtfulField)}
        assert words == set(entry.record["unverified"]), entry.iri
        assert fields == doubted(entry), entry.iri
    for entry in UNCHECKED:
        iri = URIRef(thing_iri(PLACES[entry.kind][0], str(entry.record["id"])))
        assert str(graph.value(iri, AC.verified)) == "false"


@pytest.mark.parametrize("entry", SAMPLE, ids=names)
def test_a_doubt_is_in_the_json_and_on_the_page(client: httpx.Client, entry: Entry) -> None:
    """The API gives words and fields; the page prints the words, and marks the value itself."""
    kind = SHOWN[entry.kind]
    told = client.get(f"/api/v1{kind}{entry.record['slug']}").json()
    told = told.get("law", told)
    page = re.sub(r"\s+", " ", html.unescape(client.get(f"{kind}{entry.record['slug']}").text))
    doubts = entry.record.get("unverified", [])

    assert sorted(told["unverified_fields"]) == sorted(doubts)
    assert set(told["doubtful_fields"]) == doubted(entry)
    assert told["verified"] is entry.record["verified"]
    assert all(re.sub(r"\s+", " ", doubt) in page for doubt in doubts)
    for field in doubted(entry) & BESIDE.keys() & entry.record.keys():
        value = re.escape(f"{BESIDE[field]}{entry.record[field]}")
        assert re.search(value + r' <strong class="doubt">\[unverified\]', page), field
    if entry.record["verified"] is False:
        assert re.search(r'class="doubt">(Only the existence|Nobody has checked)', page)


def test_the_commands_tell_the_doubts(client: httpx.Client, filled_home: object) -> None:
    """A reader of the terminal sees them too."""
    for entry in (DOUBTED[0], next(e for e in DOUBTED if e.kind == "laws")):
        command = "law" if entry.kind == "laws" else "case"
        words = [command, str(entry.record["slug"]), "--home", str(filled_home)]
        shown = re.sub(r"\s+", " ", CliRunner().invoke(app, words).stdout)
        assert all(doubt in shown for doubt in entry.record["unverified"])


def test_the_page_of_coverage_tells_every_gap(client: httpx.Client) -> None:
    """With a link to the record, and the share of every kind."""
    page = html.unescape(client.get("/about/coverage").text)

    assert all(doubt in page for entry in DOUBTED for doubt in entry.record["unverified"])
    assert f'href="/cases/{DOUBTED[0].record["id"]}"' in page
    assert "recorded values are verified" in page
    assert "curated citing references" in page
