"""Every IRI of ours leads somewhere: to a page for people, and to data about that very thing."""

import random
from collections import defaultdict
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from api.routes.linked_data import page_of
from api.signposts import FORMS, MEDIA, is_ours, local_path
from api.vocabulary import vocabulary_triples
from graph.description import describe, is_known
from graph.home import open_reader
from graph.iri import BASE
from ontology.concepts import SCHEMES
from ontology.prefixes import PREFIXES

OF_EACH_KIND = 2
SEED = 20261126
PRINTZ = "/id/case/us/521/898"


def kind_of(iri: str) -> str:
    """Return what an IRI is of: ``id/case``, ``scheme/topic``, ``scheme``, ``ns``.

    A scheme's own IRI is a kind apart from those of its concepts.
    """
    if iri.startswith(PREFIXES["ac"]):
        return "ns"
    if iri.startswith(SCHEMES):
        name, _, concept = iri.removeprefix(SCHEMES).partition("/")
        return f"scheme/{name}" if concept else "scheme"
    return "/".join(iri.removeprefix(BASE).split("/")[:2])


@pytest.fixture(scope="session")
def by_kind(filled_home: Path) -> dict[str, list[str]]:
    """Return every IRI of ours in the packaged store, wherever it stands, by its kind."""
    store = open_reader(filled_home).store()
    found: set[str] = set()
    for quad in store.inner.quads_for_pattern(None, None, None, None):
        if not isinstance(quad.graph_name, ox.DefaultGraph):
            terms = (quad.subject, quad.predicate, quad.object, quad.graph_name)
            found |= {term.value for term in terms if isinstance(term, ox.NamedNode)}
    kinds: dict[str, list[str]] = defaultdict(list)
    for iri in sorted(found):
        if iri.startswith((BASE, PREFIXES["ac"].rstrip("#"), SCHEMES)):
            kinds[kind_of(iri)].append(iri)
    return kinds


def triples(data: bytes, end: str) -> list[ox.Triple]:
    """Return the statements of a document."""
    return [quad.triple for quad in ox.parse(data, format=FORMS[end])]


def mentions(data: bytes, end: str, iri: str) -> bool:
    """Tell whether a document has a statement about a thing, or one that names it."""
    node = ox.NamedNode(iri)
    return any(node in (t.subject, t.object) for t in triples(data, end))


def test_every_kind_of_thing_is_looked_at(by_kind: dict[str, list[str]]) -> None:
    """The samples below are drawn from all that the store holds, and all of it is ours."""
    assert sum(map(len, by_kind.values())) > 15_000
    assert len(by_kind) > 45
    assert {"id/case", "id/law", "id/reliance", "id/graph", "scheme", "ns"} <= by_kind.keys()
    assert all(is_ours(iri) for iris in by_kind.values() for iri in iris)


def test_a_sample_of_every_kind_leads_to_a_page_and_to_data(
    client: httpx.Client, by_kind: dict[str, list[str]]
) -> None:
    """A browser ends on a page with the thing's IRI in its links; a program on its statements."""
    draw = random.Random(SEED)  # noqa: S311 - not for secrets
    for kind, iris in sorted(by_kind.items()):
        for iri in draw.sample(iris, min(OF_EACH_KIND, len(iris))):
            page = client.get(
                local_path(iri), headers={"Accept": "text/html"}, follow_redirects=True
            )
            data = client.get(
                local_path(iri), headers={"Accept": "text/turtle"}, follow_redirects=True
            )
            assert page.status_code == 200, (kind, iri)
            assert "<h1>" in page.text, (kind, iri)
            assert 'rel="cite-as"' in page.headers["link"], (kind, iri)
            assert data.headers["content-type"].startswith("text/turtle"), (kind, iri)
            assert mentions(data.content, "ttl", iri), (kind, iri)


@pytest.mark.slow
def test_every_iri_of_the_store_is_described(
    filled_home: Path, by_kind: dict[str, list[str]]
) -> None:
    """Each is known to the routes, which describe what they know; a sample is read in full."""
    store = open_reader(filled_home).store()
    terms = {str(t.subject)[1:-1] for t in vocabulary_triples()}
    undescribed = [iri for iri in by_kind["ns"] if iri not in terms]
    things = {kind: iris for kind, iris in by_kind.items() if kind != "ns"}
    undescribed += [iri for iris in things.values() for iri in iris if not is_known(store, iri)]
    draw = random.Random(SEED)  # noqa: S311 - not for secrets
    for iris in things.values():
        for iri in draw.sample(iris, min(20, len(iris))):
            node = ox.NamedNode(iri)
            if not any(node in (t.subject, t.object) for t in describe(store, iri).triples):
                undescribed.append(iri)

    assert undescribed == []


@pytest.mark.parametrize("end", FORMS)
def test_an_ending_names_the_form(client: httpx.Client, end: str) -> None:
    """Each says the same, in its media type, whatever ``Accept`` asks for."""
    answer = client.get(f"{PRINTZ}.{end}", headers={"Accept": "image/png"})
    plain = client.get(f"{PRINTZ}.nt")

    assert answer.headers["content-type"].partition(";")[0] == MEDIA[end]
    assert set(triples(answer.content, end)) == set(triples(plain.content, "nt"))


@pytest.mark.parametrize("end", FORMS)
def test_accept_leads_to_the_ending(client: httpx.Client, end: str) -> None:
    """303, with what the answer depends on."""
    answer = client.get(PRINTZ, headers={"Accept": MEDIA[end]})

    assert answer.status_code == 303
    assert answer.headers["location"] == f"{PRINTZ}.{end}"
    assert "Accept" in answer.headers["vary"]


def test_an_ending_html_is_a_page_of_all_that_is_said(client: httpx.Client) -> None:
    """Things without a page of their own have this one; labels stand for IRIs."""
    thing = client.get("/id/article/", headers={"Accept": "text/html"})
    page = client.get(f"{PRINTZ}.html")

    assert thing.status_code == 404
    assert 'href="/cases/us/521/898"' in page.text
    assert 'href="/ns#decided"' in page.text
    assert "Printz v. United States" in page.text
    assert "the first 200" in page.text  # more name Printz than a page should list


def test_a_description_is_bounded_and_names_what_it_names(client: httpx.Client) -> None:
    """All that is said of it, some of what names it, and labels of both."""
    found = triples(client.get(f"{PRINTZ}.nt").content, "nt")
    node = ox.NamedNode(BASE + PRINTZ[1:])
    naming = [t for t in found if t.object == node]
    label = ox.NamedNode(PREFIXES["skos"] + "prefLabel")
    concepts = {t.object for t in found if str(t.object).startswith(f"<{SCHEMES}")}

    assert len(naming) == 200
    assert len(found) < 1_000
    assert concepts
    assert concepts <= {t.subject for t in found if t.predicate == label}


@pytest.mark.parametrize("path", [PRINTZ, "/scheme/topic", "/ns"])
def test_what_cannot_be_given_is_refused_with_406(client: httpx.Client, path: str) -> None:
    """The problem names what there is."""
    answer = client.get(path, headers={"Accept": "image/png"})

    assert answer.status_code == 406
    assert "text/turtle" in answer.json()["detail"]


@pytest.mark.parametrize(
    "path",
    [
        "/id/case/us/0/0",
        "/id/case/us/0/0.ttl",
        "/id/case/us/521/898.docx",
        "/id/nothing/at all",
        "/id/%3Ca%3E.ttl",
        "/scheme/nothing",
        "/scheme/topic/nothing.jsonld",
        "/ns.docx",
    ],
)
def test_an_unknown_iri_is_a_problem(client: httpx.Client, path: str) -> None:
    """404, as RFC 9457 says, with what was asked for."""
    answer = client.get(path)

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"].endswith("/not-found")


@pytest.mark.parametrize(
    ("path", "iri"),
    [
        ("/cases/printz-v-united-states", "id/case/us/521/898"),
        ("/laws/us-ca-sb54-california-values-act", "id/law/us-ca/gov/7284"),
        ("/claims/confederation-essay/07", "id/claim/confederation-essay/07"),
        ("/doctrine/no-nullification", "scheme/doctrine/no-nullification"),
    ],
)
def test_a_page_signposts_its_thing(client: httpx.Client, path: str, iri: str) -> None:
    """The IRI to cite, data in each form that is really there, types and licence."""
    answer = client.get(path, headers={"Accept": "text/html"})
    links = answer.headers["link"]
    described = [link for link in links.split(", ") if 'rel="describedby"' in link]

    assert f'<{BASE}{iri}>; rel="cite-as"' in links
    assert 'rel="license"' in links
    assert '<https://schema.org/AboutPage>; rel="type"' in links
    assert len(described) == len(FORMS)
    for link in described:
        data = client.get(link[1 : link.index(">")])
        assert data.headers["content-type"].partition(";")[0] in link
        assert f'<{BASE}{iri}>; rel="describes"' in data.headers["link"]


def test_only_the_doctrine_and_three_kinds_have_pages_of_their_own() -> None:
    """All else is shown as what is said of it."""
    assert page_of(SCHEMES + "doctrine/no-nullification") == "/doctrine/no-nullification"
    assert page_of(SCHEMES + "topic/firearms") is None
    assert page_of(BASE + "id/reliance/us-ca/gov/7284/1") is None


@pytest.mark.parametrize("end", FORMS)
def test_the_vocabulary_is_given_in_each_form(client: httpx.Client, end: str) -> None:
    """By ending and by Accept, the same bytes."""
    by_ending = client.get(f"/ns.{end}")
    by_accept = client.get("/ns", headers={"Accept": MEDIA[end]})

    assert by_ending.content == by_accept.content
    assert mentions(by_ending.content, end, PREFIXES["ac"] + "Case")


def test_the_page_of_the_vocabulary_has_every_term_and_scheme(
    client: httpx.Client, by_kind: dict[str, list[str]]
) -> None:
    """Each term has an anchor at its own fragment, so that its IRI leads a browser to it."""
    page = client.get("/ns", headers={"Accept": "text/html"}).text
    terms = [iri.partition("#")[2] for iri in by_kind["ns"] if "#" in iri]

    assert len(terms) > 150
    assert [term for term in terms if f'<h3 id="{term}">' not in page] == []
    assert [s for s in by_kind["scheme"] if f'href="{local_path(s)}"' not in page] == []
    assert 'id="changes"' in page
    assert "Said of" in page
    assert "Leads to" in page
