"""Hostile queries over HTTP: each gets its problem, and others are answered meanwhile."""

import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
import uvicorn

from api.app import create_app
from graph.home import open_reader
from graph.query_pool import QueryPool
from tests.graph.hostile_queries import BREAKS, COSTS, WRITES


@pytest.fixture
def impatient(filled_home: Path) -> Iterator[str]:
    """Return the address of a server that stops a query after half a second."""
    app = create_app(open_reader(filled_home))
    app.state.pool = QueryPool(app.state.reader, seconds=0.5)
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    listener.close()


@pytest.mark.slow
def test_others_are_answered_while_hostile_queries_run(impatient: str) -> None:
    """Every hostile query ends with a problem, and a page of the API never waits for one."""
    hostile = [make(n) for make in (COSTS | BREAKS | WRITES).values() for n in range(2)]

    def ask(query: str) -> httpx.Response:
        return httpx.post(f"{impatient}/sparql", data={"query": query}, timeout=60)

    with ThreadPoolExecutor(40) as crowd, httpx.Client(base_url=impatient, timeout=30) as other:
        other.get("/api/v1/cases/printz-v-united-states")  # the first reads the store
        asked = [crowd.submit(ask, query) for query in hostile]
        took = []
        while not all(one.done() for one in asked):
            began = time.monotonic()
            assert other.get("/api/v1/cases/printz-v-united-states").status_code == 200
            took.append(time.monotonic() - began)
        answers = [one.result() for one in asked]

    assert {answer.status_code for answer in answers} <= {200, 400, 403, 503}
    busy = [answer for answer in answers if answer.status_code == 503]
    assert busy
    assert all(int(answer.headers["retry-after"]) > 0 for answer in busy)
    assert (
        sorted(took)[int(len(took) * 0.95)] < 5
    )  # far less than the queries want; tests share cores
    assert any(ask("ASK { ?s ?p ?o }").status_code == 200 for _ in range(5))
