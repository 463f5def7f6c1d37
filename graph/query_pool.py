"""Run strangers' queries in processes that can be killed when their time is up.

Oxigraph cannot interrupt a query, and a thread cannot be stopped; a process can. It can also be
kept from the network and from more memory than a query may have, and die of a query alone.
"""

import importlib
import multiprocessing
import os
import queue
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from graph.confinement import close_network, limit_memory
from graph.errors import PrecedentError, QueryOverload, QueryRefused, QueryTimeout
from graph.home import SnapshotReader
from graph.sparql import MOST_ROWS, SparqlAnswer, answer_query
from graph.store import PrecedentStore

SECONDS: Final = 10.0
PROCESSES: Final = 2
MEMORY: Final = 2 << 30  # bytes that a process may map beyond what it needs to be there at all
MOST_WAITING: Final = 30  # who comes after them is told at once to try again
POLITE: Final = 5  # steps of niceness: whoever asks no SPARQL goes first
READY: Final = "ready"
PARSER: Final = "rdflib.plugins.sparql.parser"  # loads slowly, and a doubtful query needs it
STARTING: Final = (
    60.0  # seconds that a process may take to start; no query's time counts until then
)
TOO_MUCH: Final = "the query needed more than a query may: memory, or depth of nesting"


def _work(pipe: Connection) -> None:
    """Answer queries until the pipe closes; each names the snapshot that it is about."""
    importlib.import_module(PARSER)  # before any query's time counts
    if hasattr(os, "nice"):
        os.nice(POLITE)
    close_network()
    limit_memory(MEMORY)
    pipe.send(READY)
    store: PrecedentStore | None = None
    opened: Path | None = None
    while True:
        try:
            path, text, media_type, default_graphs, named_graphs = pipe.recv()
        except (EOFError, OSError, KeyboardInterrupt):
            return
        try:
            if store is None or path != opened:
                store, opened = PrecedentStore.open_snapshot(path), path
            pipe.send(
                answer_query(
                    store,
                    text,
                    media_type=media_type,
                    default_graphs=default_graphs,
                    named_graphs=named_graphs,
                    most=MOST_ROWS,
                )
            )
        except PrecedentError as error:
            pipe.send((type(error).__name__, str(error), getattr(error, "rule", None)))
        except MemoryError:
            pipe.send(("QueryRefused", TOO_MUCH, "memory"))
        except Exception as error:  # noqa: BLE001 - the parent must hear of whatever went wrong
            pipe.send(("QueryError", f"the query failed: {error}", None))


class _Worker:
    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()
        self._started = False

    def start(self) -> None:
        """Wait until the process takes queries.

        Raises:
            QueryOverload: it does not start in time.
        """
        if not self._started and not (self.pipe.poll(STARTING) and self.pipe.recv() == READY):
            raise QueryOverload("no query process starts; try again later")
        self._started = True

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


class QueryPool:
    """A few worker processes, started when first needed, each asked one query at a time."""

    def __init__(self, reader: SnapshotReader, *, seconds: float = SECONDS) -> None:
        self._reader = reader
        self._seconds = seconds
        self._lock = threading.Lock()
        self._present = 0
        self._idle: queue.LifoQueue[_Worker | None] = queue.LifoQueue()
        for _ in range(PROCESSES):
            self._idle.put(None)

    def run(
        self,
        text: str,
        *,
        media_type: str,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> bytes:
        """Return the serialised answer; see ``answer``."""
        return self.answer(
            text,
            media_type=media_type,
            default_graphs=default_graphs,
            named_graphs=named_graphs,
        ).data

    def answer(
        self,
        text: str,
        *,
        media_type: str,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> SparqlAnswer:
        """Return the serialised answer, cut after ``MOST_ROWS``; see ``graph.sparql``.

        Raises:
            QueryTimeout: it ran longer than it may.
            QueryOverload: too many wait already, or no process was free in that time.
            QueryRefused: it broke its process, by the memory that it took or otherwise.
            QueryError: whatever the query did wrong.
        """
        request = (self._reader.path(), text, media_type, default_graphs, named_graphs)
        with self._admitted(), self._borrowed() as worker:
            try:
                worker.start()
                worker.pipe.send(request)
                if not worker.pipe.poll(self._seconds):
                    raise QueryTimeout(f"the query ran longer than {self._seconds:g} seconds")
                answer = worker.pipe.recv()
            except (EOFError, ConnectionError) as error:
                raise QueryRefused("memory", TOO_MUCH) from error
        if isinstance(answer, tuple):
            raise _raised(*answer)
        if not isinstance(answer, SparqlAnswer):
            raise TypeError(f"a query process answered {answer!r}")
        return answer

    @contextmanager
    def _admitted(self) -> Iterator[None]:
        """Count those who run a query or wait for it; refuse more than there is room for."""
        with self._lock:
            if self._present >= PROCESSES + MOST_WAITING:
                raise QueryOverload(f"{self._present} queries run or wait; try again later")
            self._present += 1
        try:
            yield
        finally:
            with self._lock:
                self._present -= 1

    @contextmanager
    def _borrowed(self) -> Iterator[_Worker]:
        try:
            worker = self._idle.get(timeout=self._seconds) or _Worker()
        except queue.Empty:
            raise QueryOverload("all query processes are busy; try again later") from None
        try:
            yield worker
        except BaseException:
            worker.stop()
            self._idle.put(None)
            raise
        self._idle.put(worker)

    def close(self) -> None:
        """Stop the processes that are idle."""
        while not self._idle.empty():
            worker = self._idle.get_nowait()
            if worker is not None:
                worker.stop()


def _raised(name: str, message: str, rule: str | None) -> PrecedentError:
    """Return the error that a worker met, as if it had been met here."""
    import graph.errors  # noqa: PLC0415 - looked up by name

    if rule is not None:
        return graph.errors.QueryRefused(rule, message)
    found = getattr(graph.errors, name, graph.errors.QueryError)
    error: PrecedentError = found.__new__(found, message)  # the sentence, not what it is made of
    return error
