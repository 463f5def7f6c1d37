"""Programs ask ``/sparql`` a short way, and are told the same as by the long one."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
import pytest

from api.app import create_app
from graph.home import open_reader
from graph.sparql import SparqlAnswer

SELECT = 'SELECT ?case { ?case ac:slug "printz-v-united-states" }'
ORIGIN = {"Origin": "https://example.org"}
LATER = {"vary", "date", "server", "access-control-allow-origin", "access-control-expose-headers"}


@pytest.mark.parametrize(
    "asked",
    [
        {"query": SELECT},
        {"query": SELECT, "format": "csv"},
        {"query": "SELECT ?x { ?x"},
        {"query": SELECT, "format": "docx"},
        {"query": "LOAD <http://x/>"},
        {"default-graph-uri": "urn:x"},
    ],
)
def test_both_ways_tell_the_same(client: httpx.Client, asked: dict[str, str]) -> None:
    """Answers and problems, by GET and by POST; a page of another origin may read the long way."""
    for method in ("GET", "POST"):
        given = {"params": asked} if method == "GET" else {"data": asked}
        short = client.request(method, "/sparql", **given)  # type: ignore[arg-type]
        long = client.request(method, "/sparql", headers=ORIGIN, **given)  # type: ignore[arg-type]

        assert short.content == long.content
        assert short.status_code == long.status_code
        assert {k: v for k, v in short.headers.items() if k not in LATER} == {
            k: v for k, v in long.headers.items() if k not in LATER
        }
        assert long.headers["access-control-allow-origin"] == "*"


def test_what_is_asked_again_is_not_computed_again(filled_home: Path) -> None:
    """The same query in the same form; another form, or another query, is."""
    app = create_app(open_reader(filled_home))
    asked: list[str] = []
    answer: Callable[..., Awaitable[SparqlAnswer]] = app.state.pool.answer

    async def counted(text: str, **given: object) -> SparqlAnswer:
        asked.append(text)
        return await answer(text, **given)

    app.state.pool.answer = counted

    async def ask() -> list[bytes]:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://ours") as client:
            told = [
                await client.get("/sparql", params={"query": SELECT}),
                await client.get("/sparql", params={"query": SELECT}),
                await client.post("/sparql", data={"query": SELECT}),
                await client.post("/sparql", data={"query": SELECT}),
                await client.get("/sparql", params={"query": SELECT, "format": "xml"}),
                await client.get("/sparql", params={"query": SELECT + " "}),
            ]
        app.state.pool.close()
        return [one.content for one in told]

    told = asyncio.run(ask())
    assert told[0] == told[1] == told[2] == told[3] == told[5] != told[4]
    assert len(asked) == 4


def resident() -> int:
    """Return the bytes of memory that this process has."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_large_answers_need_no_memory_of_the_server(address: str) -> None:
    """100,000 rows or triples in every format; the server shares this process with the test."""
    rows = {"query": "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 99999"}
    graph = {"query": "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 99999"}
    asked = [rows | {"format": name} for name in ("json", "xml", "csv", "tsv")]
    asked += [graph | {"format": name} for name in ("ttl", "nt", "jsonld", "rdf", "trig", "nq")]
    grown = []
    for one in asked:
        before, size = resident(), 0
        with httpx.stream("GET", f"{address}/sparql", params=one, timeout=60) as answer:
            for part in answer.iter_raw(1 << 16):
                size += len(part)
        grown.append(resident() - before)
        assert size == int(answer.headers["content-length"]) > 5_000_000

    assert sum(grown) < 30_000_000  # all the answers together have more than 200 MB
