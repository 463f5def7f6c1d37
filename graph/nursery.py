"""The server's side of the processes that run strangers' queries; see ``graph.query_process``."""

import asyncio
import contextlib
import json
import multiprocessing
import os
import select
import socket
import struct
import threading
from collections import deque
from pathlib import Path
from typing import Final, NamedTuple

from graph.errors import QueryOverload
from graph.query_process import FORK, HEAD, KILL, ORDER, READY, Request, mother

STARTING: Final = (
    60.0  # seconds that a process may take to start; no query's time counts until then
)
AT_ONCE: Final = 1 << 18
NO_START: Final = "no query process starts; try again later"


class Reply(NamedTuple):
    """What a process answered: its kind, whether rows are missing, and the data."""

    kind: int
    cut: bool
    data: bytes


class Nursery:
    """The process that holds a snapshot, from which those that answer are forked."""

    def __init__(self, snapshot: Path, *, in_memory: bool) -> None:
        self.snapshot = snapshot
        self.in_memory = in_memory
        self.workers: set[Worker] = set()
        self._ready = self._retired = False
        self._asking = threading.Lock()
        self._control, theirs = socket.socketpair()
        self._process = multiprocessing.get_context("spawn").Process(
            target=mother, args=(theirs, snapshot, in_memory), daemon=True
        )
        self._process.start()
        theirs.close()

    def is_ready(self, seconds: float = 0) -> bool:
        """Tell whether it can be asked, after waiting so long at most.

        Raises:
            QueryOverload: it never will be.
        """
        with self._asking:  # the byte that tells it comes once, for all who wait
            try:
                if not self._ready and select.select([self._control], [], [], seconds)[0]:
                    self._ready = self._control.recv(1) == bytes([READY])
                    if not self._ready:
                        raise QueryOverload(NO_START)
            except (OSError, ValueError) as error:  # it was let go meanwhile
                raise QueryOverload(NO_START) from error
        return self._ready

    async def start(self) -> None:
        """Wait until it can be asked.

        Raises:
            QueryOverload: that takes too long.
        """
        if not self._ready and not await asyncio.to_thread(self.is_ready, STARTING):
            raise QueryOverload(NO_START)

    def fork(self, end: socket.socket) -> None:
        """Have a process forked that answers at this end of a pair of sockets.

        Raises:
            OSError: it is gone.
        """
        socket.send_fds(self._control, [ORDER.pack(FORK, 0)], [end.fileno()])

    def kill(self, child: int) -> None:
        """Have a process killed, whatever it does."""
        with contextlib.suppress(OSError):
            self._control.sendall(ORDER.pack(KILL, child))

    def retire(self) -> None:
        """Let it go as soon as nothing runs that was forked from it."""
        self._retired = True
        self.release()

    def release(self) -> None:
        """Let it go, if it is not wanted any more: it ends when nobody holds the other end."""
        if self._retired and not self.workers:
            self._control.close()


class Moved(Exception):
    """The process will not come to a query, which may be asked of another."""


class Worker:
    """A process that answers queries in turn; a few wait in it, so that it never waits itself."""

    def __init__(self, nursery: Nursery) -> None:
        self.nursery = nursery
        self.gone = False
        self.began = 0.0
        self._child = 0
        self._got = bytearray()
        self._asked: deque[asyncio.Future[Reply | None]] = deque()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._socket, theirs = socket.socketpair()
        self._socket.setblocking(False)
        with theirs:
            nursery.fork(theirs)
        nursery.workers.add(self)

    @property
    def busy(self) -> int:
        """How many queries it has to answer."""
        return len(self._asked)

    @property
    def started(self) -> bool:
        """Whether it has told that it takes queries."""
        return self._child != 0

    def ask(self, request: Request) -> "asyncio.Future[Reply | None]":
        """Send a query; return what comes of it: None if it has run for long, and goes on.

        The future raises EOFError if the process dies of it, and ``Moved`` if that never began it.

        Raises:
            OSError: the process is gone.
        """
        data = json.dumps(request, ensure_ascii=False).encode()
        self._socket.sendall(len(data).to_bytes(4, "big") + data)
        return self._next()

    def _next(self) -> "asyncio.Future[Reply | None]":
        """Return what comes of the query that was sent last."""
        loop = asyncio.get_running_loop()
        if loop is not self._loop:
            self._loop = loop
            loop.add_reader(self._socket, self._read)
        if not self._asked:
            self.began = loop.time()
        reply: asyncio.Future[Reply | None] = loop.create_future()
        self._asked.append(reply)
        return reply

    def go_on(self) -> "asyncio.Future[Reply | None]":
        """Tell whoever waits for the first query that it takes long, and the others to go.

        Return what comes of that query in the end.
        """
        self._free_rest()
        first = self._asked.popleft()
        reply = self._next()
        if not first.done():
            first.set_result(None)
        return reply

    def _free_rest(self) -> None:
        while len(self._asked) > 1:
            other = self._asked.pop()
            if not other.done():
                other.set_exception(Moved())

    def _read(self) -> None:
        try:
            data = self._socket.recv(AT_ONCE)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._end()
            return
        got = self._got
        got += data
        while len(got) >= HEAD.size:
            kind, cut, length = HEAD.unpack_from(got)
            end = HEAD.size + length
            if len(got) < end:
                return
            reply = Reply(kind, bool(cut), bytes(got[HEAD.size : end]))
            del got[:end]
            self._tell(reply)

    def _tell(self, reply: Reply) -> None:
        if self._loop is not None:
            self.began = self._loop.time()
        if reply.kind == READY:
            (self._child,) = struct.unpack("!I", reply.data)
        elif self._asked:
            first = self._asked.popleft()
            if not first.done():
                first.set_result(reply)

    def _end(self) -> None:
        """Tell everybody that the process is gone."""
        self.gone = True
        self._stop_reading()
        self._free_rest()
        for first in self._asked:
            if not first.done():
                first.set_exception(EOFError() if self.started else Moved())
        self._asked.clear()

    def give_way(self, niceness: int) -> None:
        """Let everybody else go first from now on; that cannot be taken back."""
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self._child, niceness)

    def stop(self) -> None:
        """Kill the process."""
        self._end()
        self._socket.close()
        if self._child:
            self.nursery.kill(self._child)
        self.nursery.workers.discard(self)
        self.nursery.release()

    def _stop_reading(self) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.remove_reader(self._socket)
        self._loop = None
