"""Run strangers' queries in processes that can be killed when their time is up.

Oxigraph cannot interrupt a query, and a thread cannot be stopped; a process can. It can also be
kept from the network and from more memory than a query may have, and die of a query alone.

Nearly every query is answered in milliseconds. One that is not leaves its place to the next and
goes on with less of the processor, in a lane for long ones, so that whoever sends many of those
waits for himself.
"""

import asyncio
import json
import shutil
import tempfile
import weakref
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Final

import graph.errors
from graph.errors import PrecedentError, QueryOverload, QueryRefused, QueryTimeout
from graph.home import SnapshotReader
from graph.lanes import BUSY, Lane
from graph.nursery import Moved, Nursery, Reply, Worker
from graph.query_process import ERROR, IN_FILE, TOO_MUCH, Request
from graph.sparql import SparqlAnswer, check_query

SECONDS: Final = 10.0
PATIENCE: Final = 0.2  # seconds after which a query counts as a long one
PROCESSES: Final = 2
DEEP: Final = 8  # queries that one has at a time: one it answers, the others wait in it
AGAIN: Final = "the query processes start again; try again later"
LONG_ONES: Final = 2  # of all clients; each has one at a time
TRIES: Final = 3  # processes that may fail to start before a query is told to come again
MOST_WAITING: Final = 30  # who comes after them is told at once to try again
MOST_OF_CLIENT: Final = 24
MOST_LONG_OF_CLIENT: Final = 4
GIVES_WAY: Final = 15  # steps of niceness of a long query
MOST_IN_MEMORY: Final = 1 << 30  # bytes of a snapshot that is worth, and can be, held in memory
MOST_FILES: Final = 16  # long answers that are on their way to clients


class QueryPool:
    """A few processes, forked when first needed, each asked one query at a time.

    With ``in_memory`` the snapshot is read into memory in the background; until that is done,
    and where it is too large, queries are answered from disk.
    """

    def __init__(
        self, reader: SnapshotReader, *, seconds: float = SECONDS, in_memory: bool = False
    ) -> None:
        self._reader = reader
        self._seconds = seconds
        self._in_memory = in_memory
        self._nursery: Nursery | None = None
        self._coming: Nursery | None = None
        self._workers: list[Worker] = []
        self._long_ones: dict[Worker, asyncio.Future[Reply | None]] = {}
        self._watch: asyncio.TimerHandle | None = None
        self._watched: asyncio.AbstractEventLoop | None = None
        self._short = Lane(
            PROCESSES * DEEP,
            share=PROCESSES * DEEP,
            most_waiting=MOST_WAITING,
            most_of_client=MOST_OF_CLIENT,
        )
        self._long = Lane(
            LONG_ONES, share=1, most_waiting=MOST_WAITING, most_of_client=MOST_LONG_OF_CLIENT
        )
        self._numbers = count()
        self._files = 0
        self._folder: Path | None = None

    async def answer(
        self,
        text: str,
        *,
        media_type: str,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
        client: str = "",
    ) -> SparqlAnswer:
        """Return the serialised answer, cut after ``MOST_ROWS``; see ``graph.sparql``.

        Whoever gets one in a file hands that to ``remove``.

        Raises:
            QueryTimeout: it ran longer than it may.
            QueryOverload: too many wait already, or no process was free in that time.
            QueryRefused: it broke its process, by the memory that it took or otherwise.
            QueryError: whatever the query did wrong.
        """
        form = check_query(text)
        snapshot = self._reader.path()
        if self._long.present(client) >= MOST_LONG_OF_CLIENT:
            raise QueryOverload(
                f"{MOST_LONG_OF_CLIENT} long queries of yours run or wait; try again later"
            )
        if self._files >= MOST_FILES:
            raise QueryOverload(f"{self._files} long answers are being sent; try again later")
        path = self._place() / str(next(self._numbers))
        request = Request(text, form, media_type, default_graphs, named_graphs, str(path))
        try:
            reply = await self._replied(snapshot, request, client)
        except BaseException:
            path.unlink(missing_ok=True)
            path.with_suffix(".tsv").unlink(missing_ok=True)
            raise
        if reply.kind == ERROR:
            raise _raised(*json.loads(reply.data))
        if reply.kind == IN_FILE:
            self._files += 1
            return SparqlAnswer(b"", reply.cut, path)
        return SparqlAnswer(reply.data, reply.cut)

    def remove(self, file: Path) -> None:
        """Remove a long answer that has been sent."""
        self._files -= 1
        file.unlink(missing_ok=True)

    async def _replied(self, snapshot: Path, request: Request, client: str) -> Reply:
        """Return what a process answers, in one lane or the other."""
        await self._short.enter(client, self._seconds)
        try:
            until = asyncio.get_running_loop().time() + self._seconds
            unborn = 0
            while True:
                worker = await self._worker(snapshot)
                reply = await self._asked(worker, request)
                if not isinstance(reply, Moved):
                    break
                unborn += not worker.started
                if unborn >= TRIES:
                    self._let_go()
                if unborn >= TRIES or asyncio.get_running_loop().time() > until:
                    raise QueryOverload(AGAIN if unborn >= TRIES else BUSY)
        finally:
            self._short.leave(client)
        if reply is not None:
            return reply
        return await self._at_length(worker, snapshot, request, client)

    async def _asked(self, worker: Worker, request: Request) -> Reply | Moved | None:
        """Ask a process; return its answer, or None if that takes long, or that it was moved.

        Raises:
            QueryRefused: the process died of the query.
        """
        try:
            coming = worker.ask(request)
        except OSError:
            worker.stop()
            return Moved()
        if self._watch is None or self._watched is not asyncio.get_running_loop():
            self._look()
        try:
            return await coming
        except Moved as moved:
            return moved
        except EOFError as error:
            worker.stop()
            raise QueryRefused("memory", TOO_MUCH) from error

    def _look(self) -> None:
        """Look now and then, as long as anything runs, whether a query has become a long one."""
        loop = self._watched = asyncio.get_running_loop()
        limit = min(PATIENCE, self._seconds)
        for worker in [one for one in self._workers if one.busy]:
            if worker.started and loop.time() - worker.began > limit:
                self._workers.remove(worker)
                self._long_ones[worker] = worker.go_on()
        busy = any(worker.busy for worker in self._workers)
        self._watch = loop.call_later(limit / 4, self._look) if busy else None

    async def _at_length(
        self, worker: Worker, snapshot: Path, request: Request, client: str
    ) -> Reply:
        """Let a query go on in the lane of long ones, or begin anew when there is a place."""
        coming = self._long_ones.pop(worker)
        goes_on = self._long.try_enter(client)
        if not goes_on:
            coming.cancel()
            worker.stop()
            await self._long.enter(client, self._seconds)
        try:
            if not goes_on:
                worker = Worker(await self._nursery_of(snapshot))
                coming = worker.ask(request)
            worker.give_way(GIVES_WAY)
            reply = await asyncio.wait_for(coming, self._seconds)
            if reply is None:
                raise QueryTimeout(self._told)
            return reply
        except TimeoutError as error:
            raise QueryTimeout(self._told) from error
        except EOFError as error:
            raise QueryRefused("memory", TOO_MUCH) from error
        except (OSError, Moved) as error:
            raise QueryOverload(AGAIN) from error
        finally:
            coming.cancel()  # nobody waits for it any more
            worker.stop()
            self._long.leave(client)

    @property
    def _told(self) -> str:
        return f"the query ran longer than {self._seconds:g} seconds"

    async def _worker(self, snapshot: Path) -> Worker:
        """Return a process that answers from a snapshot: one that has little to do, or another."""
        nursery = await self._nursery_of(snapshot)
        for worker in list(self._workers):
            if worker.gone or (worker.nursery is not nursery and not worker.busy):
                self._workers.remove(worker)
                worker.stop()
        mine = [worker for worker in self._workers if worker.nursery is nursery]
        if len(mine) >= PROCESSES or not all(one.busy for one in mine):
            return min(mine, key=lambda one: one.busy)
        try:
            worker = Worker(nursery)
        except OSError as error:
            self._let_go()
            raise QueryOverload(AGAIN) from error
        self._workers.append(worker)
        return worker

    async def _nursery_of(self, snapshot: Path) -> Nursery:
        """Return what forks processes over a snapshot; those over another are let go."""
        nursery = self._begin(snapshot)
        try:
            await nursery.start()
        except QueryOverload:
            self._let_go()
            raise
        if self._coming is not None and self._coming.is_ready():
            self._nursery, self._coming = self._coming, None
            nursery.retire()
        return self._nursery or nursery

    def _begin(self, snapshot: Path) -> Nursery:
        if self._nursery is None or self._nursery.snapshot != snapshot:
            self._let_go()
            self._nursery = Nursery(snapshot, in_memory=False)
            if self._in_memory and _size(snapshot) <= MOST_IN_MEMORY:
                self._coming = Nursery(snapshot, in_memory=True)
        return self._nursery

    def warm(self) -> None:
        """Begin to read the snapshot, before anybody asks."""
        self._begin(self._reader.path())

    def _place(self) -> Path:
        """Return the folder for long answers, made when first needed."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="precedent-"))
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        return self._folder

    def _let_go(self) -> None:
        """Take no process again that is there now; what still runs comes to its end."""
        for worker in [one for one in self._workers if not one.busy]:
            self._workers.remove(worker)
            worker.stop()
        for nursery in (self._nursery, self._coming):
            if nursery is not None:
                nursery.retire()
        self._nursery = self._coming = None

    def close(self) -> None:
        """Stop all processes."""
        self._let_go()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir())


def _raised(name: str, message: str, rule: str | None) -> PrecedentError:
    """Return the error that a process met, as if it had been met here."""
    if rule is not None:
        return QueryRefused(rule, message)
    found = getattr(graph.errors, name, graph.errors.QueryError)
    error: PrecedentError = found.__new__(found, message)  # the sentence, not what it is made of
    return error
