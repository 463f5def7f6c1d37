"""Answers are kept as long as the graph stays as it is, within bounds, and never wrongly."""

import asyncio
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
from rdflib import RDF, RDFS
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from api.app import create_app
from api.kept import Kept, keep
from api.shelf import OVERHEAD, Sent, Shelf
from graph.home import SnapshotReader, open_reader, writing
from graph.iri import thing_iri
from ontology.namespace import AC

JSON, CSV = {"Accept": "application/json"}, {"Accept": "text/csv"}


def add_case(home: Path, number: int) -> None:
    """Publish a snapshot that has one more case."""
    case = ox.NamedNode(thing_iri("case", f"us/1/{number}"))
    graph = ox.NamedNode(thing_iri("graph", str(number)))
    name = ox.Literal(f"Case {number}")
    with writing(home) as store:
        store.replace(
            graph,
            [
                ox.Quad(case, ox.NamedNode(str(RDF.type)), ox.NamedNode(str(AC.Case)), graph),
                ox.Quad(case, ox.NamedNode(str(RDFS.label)), name, graph),
            ],
        )


class Counting:
    """An application that says how often it was asked, and lets its answers be kept."""

    def __init__(self, reader: SnapshotReader) -> None:
        self.reader, self.asked = reader, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the number; a path that ends with ``error`` is not found."""
        self.asked += 1
        keep(Request(scope), self.reader.store())
        status = 404 if scope["path"].endswith("error") else 200
        answer = Response(f"{self.asked}", status, headers={"ETag": f'"{self.asked}"'})
        await answer(scope, receive, send)


def asked_one_after_another(home: Path, *requests: httpx.Request) -> list[httpx.Response]:
    """Return what the counting application answers, behind what keeps its answers."""
    reader = open_reader(home)

    async def ask() -> list[httpx.Response]:
        kept = Kept(Counting(reader), reader=reader, most=100_000)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(kept)) as client:
            return [await client.send(request) for request in requests]

    return asyncio.run(ask())


def request(path: str, method: str = "GET", **headers: str) -> httpx.Request:
    """Return a request to the counting application."""
    return httpx.Request(method, f"http://here{path}", headers=headers)


@pytest.fixture
def small_home(tmp_path: Path) -> Path:
    """Return a data directory with one case."""
    add_case(tmp_path, 1)
    return tmp_path


def test_the_same_question_is_computed_once(small_home: Path) -> None:
    """The same address and form; another parameter, form or host is another question."""
    asked = [request("/a"), request("/a"), request("/a?x=1"), request("/a", accept="text/csv")]
    again = [request("/a", accept="text/csv"), request("/a", host="there"), request("/a")]

    answers = asked_one_after_another(small_home, *asked, *again)

    assert [answer.text for answer in answers] == ["1", "1", "2", "3", "3", "4", "1"]
    assert answers[0].headers == answers[1].headers


def test_what_is_sent_and_what_fails_is_computed_each_time(small_home: Path) -> None:
    """POST is never kept, and an error may be gone the next time."""
    twice = [request("/a", "POST"), request("/a", "POST"), request("/error"), request("/error")]

    assert [a.text for a in asked_one_after_another(small_home, *twice)] == ["1", "2", "3", "4"]


def test_a_client_that_has_a_kept_answer_is_told_so(small_home: Path) -> None:
    """304 without a body, with the ETag; another ETag gets the answer."""
    known = request("/a", **{"if-none-match": 'W/"1", "0"'})
    other = request("/a", **{"if-none-match": '"0"'})

    first, same, different = asked_one_after_another(small_home, request("/a"), known, other)

    assert (same.status_code, same.content, same.headers["etag"]) == (304, b"", '"1"')
    assert (different.status_code, different.text) == (200, first.text)


def sent(size: int) -> Sent:
    """Return an answer that takes so many bytes."""
    return Sent((), b"x" * (size - OVERHEAD))


def test_the_longest_unused_answer_goes_first() -> None:
    """Never more bytes than allowed; what was asked for again stays."""
    shelf = Shelf(most=40_000)
    for name in "abcdefghijklmnopqrst":
        shelf.put((name,), "dataset", sent(2_000))
    assert (len(shelf), shelf.size) == (20, 40_000)
    assert shelf.get(("a",)) is not None

    shelf.put(("u",), "dataset", sent(2_000))

    assert shelf.get(("a",)) is not None
    assert shelf.get(("b",)) is None
    assert shelf.size == 40_000


def test_an_answer_that_would_push_out_many_is_not_kept() -> None:
    """One sixteenth of the room is the most for one; put twice, it counts once."""
    shelf = Shelf(most=160_000)
    shelf.put(("a",), "dataset", sent(10_001))
    assert (len(shelf), shelf.size) == (0, 0)

    shelf.put(("a",), "dataset", sent(10_000))
    shelf.put(("a",), "dataset", sent(9_000))

    assert (len(shelf), shelf.size) == (1, 9_000)


def test_an_answer_of_a_dataset_that_is_gone_is_not_kept() -> None:
    """It was computed while the snapshot was switched."""
    shelf = Shelf(most=160_000)
    shelf.move_to("abc")
    shelf.put(("a",), "abcdef", sent(2_000))
    shelf.put(("b",), "012345", sent(2_000))
    assert (len(shelf), shelf.get(("b",))) == (1, None)

    shelf.move_to("012")

    assert (len(shelf), shelf.size) == (0, 0)


def test_a_new_snapshot_is_answered_anew(small_home: Path) -> None:
    """From the next question on, in answers and on pages; their ETags change."""
    app = create_app(open_reader(small_home))

    async def ask(*paths: str) -> list[httpx.Response]:
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://here"
        ) as client:
            return [await client.get(path) for path in paths]

    before = asyncio.run(ask("/api/v1/cases", "/cases", "/api/v1/cases", "/cases"))
    add_case(small_home, 2)
    after = asyncio.run(ask("/api/v1/cases", "/cases"))

    assert [answer.json()["total"] for answer in before[::2]] == [1, 1]
    assert after[0].json()["total"] == 2
    assert ("Case 2" in before[3].text, "Case 2" in after[1].text) == (False, True)
    assert before[0].headers["etag"] == before[2].headers["etag"] != after[0].headers["etag"]
    assert before[1].headers["etag"] == before[3].headers["etag"] != after[1].headers["etag"]


PAGES = [
    "/",
    "/cases/printz-v-united-states",
    "/laws?topic=firearms",
    "/chain",
    "/doctrine",
    "/claims",
    "/questions/members-of-compact",
    "/about/coverage",
    "/embed/chain.svg?from=505 U.S. 144&to=murphy-v-ncaa",
    "/embed/doctrine.svg",
]


@pytest.mark.parametrize("path", [*PAGES, "/api/v1/laws", "/api/v1/authority?limit=3"])
def test_a_kept_answer_is_the_same_answer(client: httpx.Client, path: str) -> None:
    """Body and headers, for GET and HEAD; 304 for whom has it; another form stays another."""
    first, second, head = client.get(path), client.get(path), client.head(path)
    etag = first.headers["etag"]
    known = client.get(path, headers={"If-None-Match": etag})

    def told(answer: httpx.Response) -> dict[str, str]:
        return {name: value for name, value in answer.headers.items() if name != "date"}

    assert (second.content, told(second)) == (first.content, told(first))
    assert (head.status_code, head.content, told(head)) == (200, b"", told(first))
    assert (known.status_code, known.content, known.headers["etag"]) == (304, b"", etag)
    assert first.headers["cache-control"] == "public, no-cache"


def test_forms_do_not_mix(client: httpx.Client) -> None:
    """Asked for in turn, by Accept, each form stays what it is."""
    types = [
        client.get("/api/v1/elements", headers=wanted).headers["content-type"].partition(";")[0]
        for wanted in (JSON, CSV, JSON, CSV)
    ]

    assert types == ["application/json", "text/csv"] * 2


def test_a_draft_is_not_kept(client: httpx.Client) -> None:
    """What was sent is forgotten: the answer may be stored nowhere."""
    answer = client.post(
        "/api/v1/analyze", data={"text": "Officers shall not aid the United States."}
    )

    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers
