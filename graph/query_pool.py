"""Run strangers' queries in processes that can be killed when their time is up.

Oxigraph cannot interrupt a query, and a thread cannot be stopped; a process can.
"""

import multiprocessing
import queue
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from graph.errors import PrecedentError, QueryTimeout
from graph.home import SnapshotReader
from graph.sparql import run_query
from graph.store import PrecedentStore

SECONDS: Final = 10.0
PROCESSES: Final = 2


def _work(pipe: Connection) -> None:
    """Answer queries until the pipe closes; each names the snapshot that it is about."""
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
                run_query(
                    store,
                    text,
                    media_type=media_type,
                    default_graphs=default_graphs,
                    named_graphs=named_graphs,
                )
            )
        except PrecedentError as error:
            pipe.send((type(error).__name__, str(error), getattr(error, "rule", None)))
        except Exception as error:  # noqa: BLE001 - the parent must hear of whatever went wrong
            pipe.send(("QueryError", f"the query failed: {error}", None))


class _Worker:
    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


class QueryPool:
    """A few worker processes, started when first needed, each asked one query at a time."""

    def __init__(self, reader: SnapshotReader, *, seconds: float = SECONDS) -> None:
        self._reader = reader
        self._seconds = seconds
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
        """Return the serialised answer; see ``graph.sparql.run_query``.

        Raises:
            QueryTimeout: it ran longer than it may, or no process was free in that time.
            QueryError: whatever the query did wrong.
        """
        request = (self._reader.path(), text, media_type, default_graphs, named_graphs)
        with self._borrowed() as worker:
            worker.pipe.send(request)
            if not worker.pipe.poll(self._seconds):
                raise QueryTimeout(f"the query ran longer than {self._seconds:g} seconds")
            answer = worker.pipe.recv()
        if isinstance(answer, tuple):
            raise _raised(*answer)
        return bytes(answer)

    @contextmanager
    def _borrowed(self) -> Iterator[_Worker]:
        try:
            worker = self._idle.get(timeout=self._seconds) or _Worker()
        except queue.Empty:
            raise QueryTimeout("all query processes are busy; try again later") from None
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
