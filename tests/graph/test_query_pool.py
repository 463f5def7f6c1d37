"""The processes that run queries: ready in memory, replaced when killed, out of others' way."""

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import QueryOverload, QueryRefused, QueryTimeout
from graph.home import open_reader
from graph.query_pool import MOST_LONG_OF_CLIENT, QueryPool
from graph.spool import IN_MEMORY
from tests.graph.asking import run

JSON = "application/sparql-results+json"
ASK = "ASK { ?s ?p ?o }"
LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
MANY = "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 20000"
NAMES = "SELECT ?case ?name { ?case a ac:Case ; rdfs:label ?name } ORDER BY ?case LIMIT 50"


@pytest.fixture(scope="module")
def pool(filled_home: Path) -> Iterator[QueryPool]:
    """Return a pool over the packaged graph."""
    found = QueryPool(open_reader(filled_home), seconds=2)
    yield found
    found.close()


def test_a_quick_query_does_not_wait_for_long_ones(pool: QueryPool) -> None:
    """Of the same client or of another: long ones leave their places to it."""

    async def ask() -> float:
        long_ones = [
            asyncio.create_task(pool.answer(LONG, media_type=JSON, client=name))
            for name in ("a", "a", "b", "b")
        ]
        await asyncio.sleep(0.6)
        began = time.monotonic()
        await pool.answer(ASK, media_type=JSON, client="a")
        took = time.monotonic() - began
        done = await asyncio.gather(*long_ones, return_exceptions=True)
        # Each is stopped for its time, or before that for its memory, or is told to come again.
        assert {type(one) for one in done} <= {QueryTimeout, QueryRefused, QueryOverload}
        return took

    run(pool, ASK, JSON)
    assert asyncio.run(ask()) < 1.5  # of the two seconds that the long ones may take


def test_a_client_with_many_long_queries_is_told_to_come_again(pool: QueryPool) -> None:
    """Before the next of its queries takes a process; another client is answered."""

    async def ask() -> None:
        greedy = [
            asyncio.create_task(pool.answer(LONG, media_type=JSON, client="greedy"))
            for _ in range(MOST_LONG_OF_CLIENT)
        ]
        while pool._long.present("greedy") < MOST_LONG_OF_CLIENT:
            await asyncio.sleep(0.02)
        with pytest.raises(QueryOverload, match="long queries of yours"):
            await pool.answer(ASK, media_type=JSON, client="greedy")
        assert await pool.answer(ASK, media_type=JSON, client="other")
        await asyncio.gather(*greedy, return_exceptions=True)

    asyncio.run(ask())


@pytest.mark.parametrize("media_type", [JSON, "text/csv"])
def test_a_long_answer_stands_in_a_file_until_it_is_sent(pool: QueryPool, media_type: str) -> None:
    """So that neither the process nor the server needs memory for it."""
    found = asyncio.run(pool.answer(MANY, media_type=media_type))

    assert found.file is not None
    assert found.data == b""
    assert found.file.stat().st_size > IN_MEMORY
    pool.remove(found.file)
    assert not found.file.exists()
    assert asyncio.run(pool.answer(NAMES, media_type=media_type)).file is None


@pytest.mark.slow
def test_a_snapshot_in_memory_answers_as_it_does_on_disk(
    pool: QueryPool, filled_home: Path
) -> None:
    """Queries are answered from disk until it is read, and after that too."""
    other = QueryPool(open_reader(filled_home), in_memory=True)
    other.warm()
    told = {run(other, NAMES, JSON)}
    began = time.monotonic()
    while other._coming is not None and time.monotonic() - began < 60:
        told.add(run(other, NAMES, JSON))
        time.sleep(0.1)
    nursery = other._nursery
    told.add(run(other, NAMES, JSON))
    other.close()

    assert nursery is not None
    assert nursery.in_memory
    assert told == {run(pool, NAMES, JSON)}


def test_a_new_snapshot_is_asked_from_the_next_query_on(own_home: Path) -> None:
    """Processes over the old one are not asked again."""
    from graph.home import writing  # noqa: PLC0415
    from graph.store import CURATED  # noqa: PLC0415

    pool = QueryPool(open_reader(own_home))
    count = f"ASK {{ GRAPH <{CURATED.value}> {{ ?s ?p ?o }} }}"
    before = run(pool, count, JSON)
    with writing(own_home) as store:
        store.drop(CURATED)
    after = run(pool, count, JSON)
    pool.close()

    assert b"true" in before
    assert b"false" in after
