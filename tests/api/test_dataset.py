"""The description of the dataset: its counts are those of the graph, and its addresses answer."""

import asyncio
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from api.app import create_app
from api.signposts import FORMS, MEDIA
from graph.dataset import DATASET, DCAT, SPDX, VOID, dataset_counts
from graph.dump.release import Release, write_release
from graph.home import dumps_of, open_reader
from ontology.namespace import AC
from ontology.prefixes import PREFIXES


def values(data: bytes, prop: str, subject: str = DATASET) -> list[str]:
    """Return what a Turtle document says of a subject by a property."""
    quads = ox.parse(data, format=ox.RdfFormat.TURTLE)
    wanted = (ox.NamedNode(subject), ox.NamedNode(prop))
    return [
        quad.object.value
        for quad in quads
        if (quad.subject, quad.predicate) == wanted
        and isinstance(quad.object, ox.NamedNode | ox.Literal)
    ]


def test_crawlers_are_led_to_the_description(client: httpx.Client) -> None:
    """From the place that VoID names, by Accept; people come to a page."""
    void = client.get("/.well-known/void", headers={"Accept": "text/turtle"}, follow_redirects=True)
    page = client.get("/dataset", headers={"Accept": "text/html"}, follow_redirects=True)
    refused = client.get("/dataset", headers={"Accept": "image/png"})

    assert void.headers["content-type"].startswith("text/turtle")
    assert void.url.path == "/dataset.ttl"
    assert "How to cite it" in page.text
    assert f'<{DATASET}>; rel="cite-as"' in page.headers["link"]
    assert refused.status_code == 406
    assert client.get("/dataset.docx").status_code == 404


@pytest.mark.parametrize("end", FORMS)
def test_the_description_is_given_in_each_form(client: httpx.Client, end: str) -> None:
    """All say the same."""
    answer = client.get(f"/dataset.{end}")
    plain = client.get("/dataset.nt")
    found = {q.triple for q in ox.parse(answer.content, format=FORMS[end])}

    assert answer.headers["content-type"].partition(";")[0] == MEDIA[end]
    assert found == {q.triple for q in ox.parse(plain.content, format=FORMS["nt"])}


def test_the_counts_are_those_of_the_graph(client: httpx.Client, filled_home: Path) -> None:
    """Of the merge, each triple once, without what the store keeps for itself."""
    store = open_reader(filled_home).store()
    data = client.get("/dataset.ttl").content
    merged = store.inner.quads_for_pattern(None, None, None, ox.DefaultGraph())
    stamps = {str(AC.contentSha256), str(AC.packagedSha256)}
    said = [quad for quad in merged if quad.predicate.value not in stamps]
    cases = store.select(f"SELECT (COUNT(?c) AS ?n) {{ ?c a <{AC.Case}> }}")[0]["n"]

    assert values(data, VOID + "triples") == [str(len(said))]
    assert values(data, VOID + "distinctSubjects") == [str(len({q.subject for q in said}))]
    assert values(data, VOID + "distinctObjects") == [str(len({q.object for q in said}))]
    assert values(data, VOID + "entities", f"{DATASET}#class-ac-Case") == [cases]
    assert sum(n for _, n in dataset_counts(store).properties) == len(said)
    assert values(data, DCAT + "version") == [store.dataset_hash()[:16]]
    assert PREFIXES["cito"] in values(data, VOID + "vocabulary")


def test_the_addresses_in_the_description_answer(client: httpx.Client) -> None:
    """The endpoint and the landing page are those of this very server."""
    data = client.get("/dataset.ttl").content
    (endpoint,) = values(data, VOID + "sparqlEndpoint")
    (landing,) = values(data, DCAT + "landingPage")

    assert client.get(endpoint, params={"query": "ASK { ?s ?p ?o }"}).status_code == 200
    assert client.get(landing).status_code == 200


def test_the_files_of_a_release_are_described_with_their_checksums(own_home: Path) -> None:
    """Only where a release of this very dataset is offered; each address gives those bytes."""
    reader = open_reader(own_home)
    version = reader.store().dataset_hash()[:16]

    async def ask() -> tuple[bytes, Release, bytes, list[httpx.Response]]:
        transport = httpx.ASGITransport(create_app(reader))
        async with httpx.AsyncClient(transport=transport, base_url="http://ours") as client:
            before = (await client.get("/dataset.ttl")).content
            release = write_release(reader.store(), dumps_of(own_home) / version, ["csv", "nquads"])
            after = (await client.get("/dataset.ttl")).content
            addresses = [
                values(after, DCAT + "downloadURL", f"{DATASET}#file-{file.name}")[0]
                for file in release.files
            ]
            return before, release, after, [await client.get(one) for one in addresses]

    before, release, after, answers = asyncio.run(ask())
    sums = [
        values(after, SPDX + "checksumValue", f"{DATASET}#file-{file.name}-sha256")
        for file in release.files
    ]

    assert values(before, DCAT + "distribution") == []
    assert len(values(after, DCAT + "distribution")) == len(release.files) > 5
    assert sums == [[file.sha256] for file in release.files]
    assert [len(answer.content) for answer in answers] == [file.size for file in release.files]
    assert values(after, VOID + "dataDump") == [
        f"http://ours/dumps/{version}/anticommandeering.nq.gz"
    ]
