"""Queries that are sent to do harm: each ends in time with a clear error, and nobody is called."""

import asyncio
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.confinement import close_network, limit_memory
from graph.errors import PrecedentError, QueryOverload, QueryRefused
from graph.home import open_reader
from graph.lanes import Lane
from graph.query_pool import QueryPool
from graph.sparql import check_query
from tests.graph.asking import run
from tests.graph.hostile_queries import BREAKS, CALLS_OUT, COSTS, KINDS, WRITES

ASK = "ASK { ?s ?p ?o }"
JSON = "application/sparql-results+json"
TIMES_OUT = {*COSTS, "a long sum", "a long path", "a wide star", "many negations"}


class Listener:
    """A server on this machine that nobody may call; it counts who does."""

    def __init__(self) -> None:
        self.calls = 0
        self.socket = socket.socket()
        self.socket.bind(("127.0.0.1", 0))
        self.socket.listen()
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self._count, daemon=True).start()

    def _count(self) -> None:
        while True:
            try:
                self.socket.accept()[0].close()
            except OSError:
                return
            self.calls += 1


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    """Return a listener, closed at the end."""
    found = Listener()
    yield found
    found.socket.close()


@pytest.fixture(scope="module")
def pool(filled_home: Path) -> Iterator[QueryPool]:
    """Return a pool over the whole graph, with very little patience."""
    found = QueryPool(open_reader(filled_home), seconds=0.8)
    assert answers(found)
    yield found
    found.close()


def ended(pool: QueryPool, query: str) -> str:
    """Run a query to its end; return the name of the error, or nothing."""
    graph = query.lstrip().startswith(("CONSTRUCT", "DESCRIBE"))
    try:
        run(pool, query, "text/turtle" if graph else JSON)
    except PrecedentError as error:
        assert str(error)
        return type(error).__name__
    return ""


def answers(pool: QueryPool) -> bool:
    """Tell whether a pool answers; a new process opens the store in the time of its first query."""
    return any(ended(pool, ASK) == "" for _ in range(5))


@pytest.mark.parametrize("kind", sorted(CALLS_OUT))
def test_no_query_calls_another_server(pool: QueryPool, listener: Listener, kind: str) -> None:
    """SERVICE is refused wherever it hides, as is FROM; a graph that is not here is not fetched."""
    for n in range(3):
        name = ended(pool, CALLS_OUT[kind](n).replace("{port}", str(listener.port)))
        if "SERVICE" in kind or "FROM" in kind:
            assert name == "QueryRefused"

    assert listener.calls == 0


@pytest.mark.parametrize("kind", sorted(WRITES))
def test_no_query_writes(pool: QueryPool, kind: str) -> None:
    """An update is refused, or is no query where it stands behind one."""
    for n in range(3):
        assert ended(pool, WRITES[kind](n)) in ("QueryRefused", "QuerySyntaxError")


@pytest.mark.parametrize("kind", sorted(BREAKS))
def test_no_query_breaks_the_server(pool: QueryPool, kind: str) -> None:
    """What would overflow the stack, or is no SPARQL, ends with an error of its own."""
    assert ended(pool, BREAKS[kind](1)) in ("QueryRefused", "QuerySyntaxError", "QueryTimeout")


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(COSTS))
def test_no_query_runs_on(pool: QueryPool, kind: str) -> None:
    """What would take minutes or all the memory is stopped, and the next query is answered."""
    assert ended(pool, COSTS[kind](1)) in ("QueryTimeout", "QueryRefused", "")
    assert answers(pool)


@pytest.mark.slow
def test_a_thousand_hostile_queries_leave_the_pool_answering(
    pool: QueryPool, listener: Listener
) -> None:
    """Of every kind; those that run into the deadline twice, the others thirty times."""
    asked = [
        KINDS[kind](n).replace("{port}", str(listener.port))
        for kind in sorted(KINDS)
        for n in range(2 if kind in TIMES_OUT else 30)
    ]
    for query in asked:
        ended(pool, query)

    assert len(asked) >= 1000
    assert listener.calls == 0
    assert answers(pool)


@pytest.mark.parametrize("sign", ['"', "'", "<a", "a-", "#", '"""'])
def test_to_read_the_keywords_of_a_query_takes_no_time(sign: str) -> None:
    """It happens in the server itself: 16 kB of one unclosed quotation mark took 1.4 s."""
    query = f"SELECT * {{ ?s ?p {sign}" + ("\\" + sign) * (15_000 // (len(sign) + 1))
    done = threading.Event()

    def read() -> None:
        assert check_query(query) == "SELECT"
        done.set()

    threading.Thread(target=read, daemon=True).start()
    assert done.wait(0.5)


def test_more_than_can_wait_are_told_to_come_again() -> None:
    """Rather than wait for what cannot be: too many of all, or of one client."""
    lane = Lane(1, share=1, most_waiting=2, most_of_client=2)

    async def ask() -> list[str]:
        await lane.enter("a", 1)
        waiting = [asyncio.create_task(lane.enter(name, 1)) for name in ("a", "b")]
        await asyncio.sleep(0)
        told = []
        for name in ("a", "c"):
            with pytest.raises(QueryOverload, match="try again later") as caught:
                await lane.enter(name, 1)
            told.append(str(caught.value))
        for task in waiting:
            lane.leave("a" if not waiting[0].done() else "b")
            await task
        return told

    assert len(asyncio.run(ask())) == 2


def test_a_client_that_has_its_share_lets_others_by() -> None:
    """Of two places one, however many it wants; and who waits too long is told."""
    lane = Lane(2, share=1, most_waiting=9, most_of_client=9)

    async def ask() -> None:
        await lane.enter("greedy", 1)
        second = asyncio.create_task(lane.enter("greedy", 0.05))
        await asyncio.sleep(0)
        assert not lane.try_enter("greedy")
        await asyncio.wait_for(lane.enter("other", 1), 0.04)
        with pytest.raises(QueryOverload, match="busy"):
            await second
        lane.leave("greedy")
        assert lane.try_enter("greedy")

    asyncio.run(ask())
    assert lane.present("greedy") == lane.present("other") == 1


@pytest.mark.skipif(
    sys.platform != "linux",
    reason="the limits are those of Linux; elsewhere the checks stand alone",
)
def test_a_confined_process_has_neither_network_nor_all_memory() -> None:
    """The operating system refuses both, whatever the engine tries."""
    import multiprocessing  # noqa: PLC0415

    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    process = multiprocessing.get_context("spawn").Process(target=confined, args=(theirs,))
    process.start()
    network, memory, closed = ours.recv()
    process.join()

    assert memory == "refused"
    if closed:
        assert network == "refused"


def confined(pipe: "multiprocessing.connection.Connection") -> None:  # type: ignore[name-defined]  # noqa: F821
    """Tell what a confined process may do."""
    closed = close_network()
    limit_memory(1 << 28)
    try:
        socket.socket(socket.AF_INET).close()
        network = "open"
    except PermissionError:
        network = "refused"
    try:
        memory = str(len(bytearray(1 << 29)))
    except MemoryError:
        memory = "refused"
    pipe.send((network, memory, closed))


def test_memory_is_told_as_a_refusal(pool: QueryPool) -> None:
    """A process that dies of a query takes nobody with it, and the error names the rule."""
    patient = QueryPool(pool._reader)
    with pytest.raises(QueryRefused) as caught:
        run(patient, BREAKS["many negations"](0), JSON)
    patient.close()

    assert caught.value.rule == "memory"
