"""What runs strangers' queries: processes that are forked, ready, from one that holds the graph.

A fork takes a few milliseconds, whatever it holds, so that a process that had to be killed is
replaced before anybody notices. This is their side; ``graph.nursery`` is the server's.
"""

import contextlib
import gc
import importlib
import json
import os
import signal
import socket
import struct
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import pyoxigraph as ox

from graph.confinement import close_network, limit_memory
from graph.errors import PrecedentError
from graph.sparql import MOST_ROWS, QueryForm, answer_query
from graph.store import PrecedentStore

MEMORY: Final = 1 << 30  # bytes that a process may map beyond what it needs to be there at all
PARSER: Final = "rdflib.plugins.sparql.parser"  # loads slowly, and a doubtful query needs it
TOO_MUCH: Final = "the query needed more than a query may: memory, or depth of nesting"
HEAD: Final = struct.Struct("!BBI")  # what it is, whether it was cut, the length of what follows
READY, ANSWER, IN_FILE, ERROR = range(4)
LENGTH: Final = 4
ORDER: Final = struct.Struct("!cI")  # fork, at the end that is sent along, or kill a child
FORK, KILL = b"F", b"K"


class Request(NamedTuple):
    """A query, checked already, and the file that a long answer goes to."""

    text: str
    form: QueryForm
    media_type: str
    default_graphs: Sequence[str]
    named_graphs: Sequence[str]
    path: str


def mother(control: socket.socket, snapshot: Path, in_memory: bool) -> None:
    """Hold a snapshot and fork processes that answer from it, until the server goes.

    In memory, path queries are answered in a third of the time that they take from disk.
    """
    importlib.import_module(PARSER)
    close_network()
    store = PrecedentStore(_read(snapshot), fixed=True) if in_memory else None
    limit_memory(MEMORY)
    gc.collect()
    gc.freeze()  # the garbage collector would touch, and so copy, what all share
    children: set[int] = set()
    control.sendall(bytes([READY]))
    while True:
        try:
            message, files, _, _ = socket.recv_fds(control, ORDER.size, 1)
        except (OSError, KeyboardInterrupt):
            message = b""
        _bury(children)
        if len(message) < ORDER.size:
            for child in children:
                os.kill(child, signal.SIGKILL)
            return
        order, child = ORDER.unpack(message)
        if order == KILL:
            if child in children:  # nobody has its number before it is buried
                os.kill(child, signal.SIGKILL)
        elif files:
            child = os.fork()
            if child == 0:
                control.close()
                _live(socket.socket(fileno=files[0]), store, snapshot)
            children.add(child)
            os.close(files[0])


def _bury(children: set[int]) -> None:
    """Let the system forget the children that have died."""
    for child in list(children):
        if os.waitpid(child, os.WNOHANG)[0]:
            children.discard(child)


def _read(snapshot: Path) -> ox.Store:
    """Return all that a snapshot holds as a store in memory.

    A process of its own opens the snapshot: the threads of its engine must not be there to fork.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "wb") as out, contextlib.suppress(BrokenPipeError):
            store = ox.Store.read_only(str(snapshot))
            store.dump(out, format=ox.RdfFormat.N_QUADS)
        os._exit(0)
    os.close(writing)
    store = ox.Store()
    with os.fdopen(reading, "rb") as quads:
        store.bulk_load(quads, format=ox.RdfFormat.N_QUADS)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]):
        sys.exit("the snapshot could not be read")
    return store


def _live(server: socket.socket, store: PrecedentStore | None, snapshot: Path) -> None:
    """Answer one query after the other, until the server closes; never return."""
    try:
        store = store or PrecedentStore.open_snapshot(snapshot)
        server.sendall(HEAD.pack(READY, 0, 4) + struct.pack("!I", os.getpid()))
        for message in _messages(server):
            server.sendall(_answer(store, Request(*json.loads(message))))
    except (EOFError, OSError, PrecedentError, KeyboardInterrupt):
        os._exit(0)
    finally:
        os._exit(1)


def _messages(server: socket.socket) -> Iterator[bytes]:
    """Yield one message after the other, until the server closes; its length goes before each."""
    got = bytearray()
    while True:
        while len(got) >= LENGTH and len(got) >= (end := LENGTH + int.from_bytes(got[:LENGTH])):
            yield bytes(got[LENGTH:end])
            del got[:end]
        more = server.recv(1 << 17)
        if not more:
            return
        got += more


def _answer(store: PrecedentStore, asked: Request) -> bytes:
    """Return the message that answers a query."""
    try:
        found = answer_query(
            store,
            asked.text,
            media_type=asked.media_type,
            default_graphs=asked.default_graphs,
            named_graphs=asked.named_graphs,
            most=MOST_ROWS,
            path=Path(asked.path),
            checked=asked.form,
        )
    except PrecedentError as error:
        return _told(type(error).__name__, str(error), getattr(error, "rule", None))
    except MemoryError:
        return _told("QueryRefused", TOO_MUCH, "memory")
    except Exception as error:  # noqa: BLE001 - the server must hear of whatever went wrong
        return _told("QueryError", f"the query failed: {error}", None)
    kind = IN_FILE if found.file else ANSWER
    return HEAD.pack(kind, found.truncated, len(found.data)) + found.data


def _told(name: str, message: str, rule: str | None) -> bytes:
    data = json.dumps([name, message, rule]).encode()
    return HEAD.pack(ERROR, 0, len(data)) + data
