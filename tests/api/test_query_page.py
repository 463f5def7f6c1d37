"""What stands beside the SPARQL page: short addresses, snippets for programs, words to complete."""

import json
import subprocess

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.pages.ways import ways
from api.permalink import DICTIONARY, NoPermalink, pack, unpack
from ontology.prefixes import sparql_prologue

QUERY = "SELECT ?case WHERE { ?law ac:reliesOn ?case } LIMIT 3"


@given(st.text(max_size=2000))
def test_a_packed_query_is_unpacked_as_it_was(query: str) -> None:
    """Whatever is in it."""
    assert unpack(pack(query)) == query


def test_what_version_1_packed_is_unpacked_for_ever() -> None:
    """An address that was given out keeps leading to its query."""
    assert unpack("1gyZICAeiEZogQBrBSQLEKNaEpUkuBZxGgqTALKQIhBipx1WLSITIdqGmRIhNXAA").startswith(
        "SELECT ?case ?name (COUNT(?law) AS ?laws) WHERE {\n  ?law ac:reliesOn ?case ."
    )


@pytest.mark.parametrize("packed", ["", "zzz", "1", "1!!!", "2gyZICAe", "1é", pack(QUERY)[:-4]])
def test_what_is_no_packed_query_is_refused(packed: str) -> None:
    """Cut, mistyped, of another version."""
    with pytest.raises(NoPermalink):
        unpack(packed)


def test_a_small_word_cannot_unpack_into_a_huge_query() -> None:
    """The server never holds more than a query may be long."""
    with pytest.raises(NoPermalink):
        unpack(pack("x" * 2_000_000))


def test_an_address_is_clearly_shorter_than_the_query_in_it(client: httpx.Client) -> None:
    """And without the prefixes that the endpoint knows."""
    plain = str(client.build_request("GET", "/sparql", params={"query": QUERY}).url)
    short = ways("http://testserver/sparql", sparql_prologue() + QUERY).permalink

    assert len(short) < 0.6 * len(plain)
    assert len(DICTIONARY) < 1000


def test_a_permalink_leads_to_the_page_that_asks_its_query(client: httpx.Client) -> None:
    """By redirect, so that nothing is stored; a broken one is a problem."""
    link = client.get("/sparql/ways", params={"query": QUERY}).json()["permalink"]
    page = client.get(link, headers={"Accept": "text/html"}, follow_redirects=True)
    broken = client.get(link[:-3])

    assert "3 rows" in page.text
    assert QUERY.replace('"', "&#34;") in page.text
    assert broken.status_code == 422
    assert broken.headers["content-type"] == "application/problem+json"


def test_the_snippet_for_python_runs_as_it_is_given(client: httpx.Client) -> None:
    """Also where the query has quotes and line ends."""
    query = 'SELECT ?s WHERE {\n ?s rdfs:label "Printz v. United States" ; a ac:Case }'
    snippet = ways(str(client.base_url).rstrip("/") + "/sparql", query).python
    found: dict[str, list[object]] = {}
    exec(snippet, found)  # noqa: S102 - what we tell readers to run

    assert len(found["rows"]) == 1


def test_the_command_for_a_terminal_runs_as_it_is_given(client: httpx.Client) -> None:
    """A shell takes it whole."""
    command = ways(str(client.base_url).rstrip("/") + "/sparql", QUERY).curl
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[0] == "case"
    assert len(done.stdout.splitlines()) == 4


def test_words_to_complete_are_the_vocabulary(client: httpx.Client) -> None:
    """Every example is a query that the endpoint answers."""
    words = json.loads(client.get("/sparql/words").text)

    assert "https://w3id.org/anticommandeering/ns#reliesOn" in words["properties"]
    assert "https://w3id.org/anticommandeering/ns#StateLaw" in words["classes"]
    assert len(words["examples"]) >= 25
    for example in words["examples"][:3]:
        answer = client.get("/sparql", params={"query": example["query"], "format": "json"})
        assert answer.json()["results"]["bindings"], example["asks"]


def test_the_page_lets_no_other_host_in(client: httpx.Client) -> None:
    """Its policy and its links name this server alone."""
    page = client.get("/sparql", headers={"Accept": "text/html"})

    assert page.headers["content-security-policy"].startswith("default-src 'self'")
    assert 'src="http' not in page.text
