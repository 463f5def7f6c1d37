"""Pictures over HTTP: files of every form, pages for frames, addresses that never change."""

import asyncio
import io
import re
from html import unescape
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
from fastapi import FastAPI
from PIL import Image
from pypdf import PdfReader

from api.app import create_app
from api.embeds import pins
from graph.home import open_reader, writing
from graph.iri import thing_iri

CHAIN = "from=505+U.S.+144&to=murphy-v-ncaa"
ASKED = [
    pytest.param(f"chain?{CHAIN}", id="chain"),
    pytest.param("neighbourhood?case=printz-v-united-states", id="neighbourhood"),
    pytest.param("timeline?case=printz-v-united-states", id="timeline of a case"),
    pytest.param("timeline?topic=firearms", id="timeline of laws"),
    pytest.param("map?topic=immigration-enforcement", id="map"),
    pytest.param("map?law=interstate-national-popular-vote&as_of=2019-06-12", id="map of members"),
    pytest.param("map?element=dual-sovereignty&evidence_max=8", id="map of an element"),
    pytest.param("doctrine?as_of=2026-11-25", id="doctrine"),
]


def with_form(address: str, form: str) -> str:
    """Return the address of a picture in a form."""
    kind, _, query = address.partition("?")
    return f"/embed/{kind}{form}?{query}"


@pytest.mark.parametrize("asked", ASKED)
def test_a_picture_is_given_in_every_form(client: httpx.Client, asked: str) -> None:
    """SVG that may run nothing, PNG of twice its size, PDF with its words, a card, Markdown."""
    svg = client.get(with_form(asked, ".svg"))
    png = client.get(with_form(asked, ".png"))
    pdf = client.get(with_form(asked, ".pdf"))
    card = client.get(with_form(asked, ".card.png"))
    text = client.get(with_form(asked, ".md"))
    size = re.search(r'width="(\d+)" height="(\d+)"', svg.text)

    assert svg.headers["content-type"] == "image/svg+xml"
    assert svg.headers["content-security-policy"].startswith("default-src 'none'")
    assert size is not None
    assert Image.open(io.BytesIO(png.content)).size == tuple(
        2 * int(side) for side in size.groups()
    )
    assert "Evidence, not advice" in PdfReader(io.BytesIO(pdf.content)).pages[0].extract_text()
    assert Image.open(io.BytesIO(card.content)).size == (1200, 630)
    assert text.headers["content-type"].startswith("text/markdown")
    assert "| --- |" in text.text


@pytest.mark.parametrize("asked", ASKED)
def test_a_page_for_frames_fetches_nothing_and_runs_nothing(
    client: httpx.Client, asked: str
) -> None:
    """One file with the picture, its table, a way home and a snippet; any site may frame it."""
    page = client.get(with_form(asked, ""))
    policy = page.headers["content-security-policy"]

    assert "frame-ancestors * file:" in policy
    assert policy.startswith("default-src 'none'")
    assert "x-frame-options" not in page.headers
    assert not re.findall(
        r"<(?:script|link|img|object|embed|iframe)\b|@import|url\(|<[^>]*\ssrc=", page.text
    )
    assert "<svg" in page.text
    assert "<caption>" in page.text
    assert "&lt;iframe src=" in page.text
    assert len(page.content) < 150_000


def test_only_a_page_for_frames_may_be_framed_by_others(client: httpx.Client) -> None:
    """Every other page, and every file, is for frames of this server alone."""
    for path in (
        "/",
        "/cases/printz-v-united-states",
        "/chain",
        "/docs",
        f"/embed/chain.svg?{CHAIN}",
        "/nowhere",
    ):
        answer = client.get(path, headers={"Accept": "text/html"})
        assert "frame-ancestors 'self'" in answer.headers["content-security-policy"], path


def test_a_picture_is_never_larger_than_the_cap(client: httpx.Client) -> None:
    """More than 75 cases are refused; fewer are drawn when fewer are asked for."""
    few = client.get("/embed/neighbourhood.md?case=printz-v-united-states&max_nodes=5")
    rows = [line for line in few.text.splitlines() if line.startswith("| ")]

    assert client.get("/embed/neighbourhood.svg?case=printz&max_nodes=76").status_code == 422
    assert len(rows) == 2 + 4
    assert "left out" in few.text


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        (f"/embed/chain.gif?{CHAIN}", 422, "gif"),
        ("/embed/neighbourhood?case=nobody", 404, "nobody"),
        ("/embed/timeline", 422, "topic"),
        ("/embed/map?law=us-mo-sapa-2021", 404, "only compacts"),
        ("/embed/map?law=us-mo-sapa-2021&topic=firearms", 422, "of members"),
        ("/embed/timeline?case=printz&topic=firearms", 422, "a case or of laws"),
        ("/embed/map.svg?topic=firearms&colour=red", 422, "colour"),
        ("/embed/map?topic=phlogiston", 404, "phlogiston"),
        ("/embed/neighbourhood.png?case=printz&as_of=1990-01-01", 404, "1990-01-01"),
        (f"/embed/chain?{CHAIN}&dataset=..%2F..", 422, "dataset"),
        (f"/embed/chain.svg?{CHAIN}&dataset=0123456789abcdef", 410, "0123456789abcdef"),
    ],
)
def test_a_picture_that_cannot_be_given_is_a_problem(
    client: httpx.Client, path: str, status: int, said: str
) -> None:
    """The value and the rule are named, in pictures as elsewhere."""
    answer = client.get(path)

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert said in answer.json()["detail"]


class Own:
    """A client of a server over a data directory of its own."""

    def __init__(self, app: FastAPI) -> None:
        self.app = app

    def get(self, path: str) -> httpx.Response:
        """Return what the server answers."""

        async def asked() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://ours") as client:
                return await client.get(path)

        return asyncio.run(asked())


@pytest.fixture
def own(own_home: Path) -> Own:
    """Return a client of a server over a data directory that a test may change."""
    return Own(create_app(open_reader(own_home)))


def change(home: Path) -> None:
    """Add a fact to a data directory, so that its dataset is another one."""
    name = ox.NamedNode(thing_iri("case", "us/1/1"))
    graph = ox.NamedNode(thing_iri("graph", "added"))
    with writing(home) as store:
        store.replace(
            graph, [ox.Quad(name, ox.NamedNode("https://schema.org/name"), ox.Literal("A"), graph)]
        )


@pytest.mark.slow
def test_a_permanent_address_gives_the_same_bytes_when_the_dataset_has_changed(
    own: Own, own_home: Path
) -> None:
    """What a page for frames told as permanent stays; today's picture is of the new dataset."""
    page = own.get(f"/embed/chain?{CHAIN}").text
    told = re.search(r"always shows.*?<code>http://ours([^<]+)</code>", page)
    assert told is not None
    address = told[1].replace("&amp;", "&")
    forms = {
        form: with_form(address.removeprefix("/embed/"), form)
        for form in ("", ".svg", ".png", ".pdf")
    }
    before = {form: own.get(path) for form, path in forms.items()}
    today = own.get(f"/embed/chain.svg?{CHAIN}").text
    change(own_home)
    after = {form: own.get(path) for form, path in forms.items()}

    assert all("immutable" in answer.headers["cache-control"] for answer in after.values())
    assert {f: a.content for f, a in before.items()} == {f: a.content for f, a in after.items()}
    assert own.get(f"/embed/chain.svg?{CHAIN}").text != today
    other = f"{forms['.svg']}&max_nodes=9"  # of the dataset that is gone, and never asked for
    assert own.get(other).status_code == 410


def test_an_address_is_permanent_in_whatever_order_it_is_written(own: Own) -> None:
    """The order of parameters does not make another picture."""
    found = own.get(f"/embed/chain?{CHAIN}").text
    told = re.search(r"dataset=([0-9a-f]{16})", found)
    assert told is not None
    hash_ = told[1]
    one = own.get(f"/embed/chain.svg?{CHAIN}&dataset={hash_}")
    other = own.get(f"/embed/chain.svg?dataset={hash_}&to=murphy-v-ncaa&from=505+U.S.+144")
    assert one.content == other.content


def test_no_permanent_address_is_told_that_could_not_be_kept(
    own: Own, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without room the picture is shown and its permanent address is refused."""
    monkeypatch.setattr(pins, "MOST_KEPT", 0)
    page = own.get("/embed/neighbourhood?case=reno-v-condon")
    dataset = own.get("/api/v1/stats").json()["dataset"][:16]
    refused = own.get(f"/embed/neighbourhood?case=reno-v-condon&dataset={dataset}")

    assert page.status_code == 200
    assert "dataset=" not in page.text
    assert refused.status_code == 507
    assert "no permanent address" in refused.json()["detail"]


@pytest.mark.parametrize("asked", ASKED)
def test_the_data_behind_a_picture_is_linked_and_there(client: httpx.Client, asked: str) -> None:
    """For every kind; for lines of cases also as Mermaid, DOT and GraphML."""
    page = client.get(with_form(asked, "")).text
    links = [unescape(link) for link in re.findall(r'href="(/api/v1/[^"]+)"', page)]

    assert len(links) >= 2
    for link in links:
        assert client.get(link).status_code == 200, link
    if not asked.startswith(("doctrine", "map", "timeline?topic")):
        assert {"mermaid", "dot", "graphml"} <= {link.rpartition("=")[2] for link in links}
