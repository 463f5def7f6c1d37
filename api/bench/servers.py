"""Start servers over the same data, each as somebody would who uses it, and stop them."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from api.bench.peers import PeerMissing, peer_python
from graph.home import current_snapshot
from graph.store import PrecedentStore

STARTING: Final = 180.0  # seconds; rdflib reads the data as slowly as it does
HOST: Final = "127.0.0.1"
OURS: Final = "precedent, each computed anew"
KEPT: Final = "precedent, as it comes"
OXIGRAPH: Final = "oxigraph serve-read-only"
RDFLIB: Final = "rdflib-endpoint"


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs: its name, process, port, and the path at which it takes queries."""

    name: str
    process: int
    port: int
    path: str


@contextmanager
def servers(
    home: Path, folder: Path, *, only: Sequence[str] = (OURS, KEPT, OXIGRAPH, RDFLIB)
) -> Iterator[list[Server]]:
    """Run ours, with and without its shelf, and the peers, until the block ends.

    Raises:
        PeerMissing: a peer is not installed, or does not start.
    """
    data = folder / "merged.nt"
    tools = Path()
    if RDFLIB in only:
        _write_merge(home, data)
        tools = Path(peer_python()).parent
    program = [sys.executable, "-c", "from api.cli import main; main()"]
    serve = [*program, "serve", "--home", str(home)]
    snapshot = str(current_snapshot(home))
    wanted = (
        (OURS, [*serve, "--keep", "0", "--port", "{port}"], "/sparql"),
        (KEPT, [*serve, "--port", "{port}"], "/sparql"),
        (
            OXIGRAPH,
            [str(tools / "oxigraph"), "serve-read-only", "-l", snapshot, "-b", HOST + ":{port}"],
            "/query",
        ),
        (
            RDFLIB,
            [str(tools / "rdflib-endpoint"), "serve", "--port", "{port}", str(data)],
            "/",
        ),
    )
    with ExitStack() as running, (folder / "servers.log").open("wb") as log:
        started = []
        for name, words, path in (one for one in wanted if one[0] in only):
            port = _free_port()
            command = [word.replace("{port}", str(port)) for word in words]
            if not os.access(command[0], os.X_OK):
                raise PeerMissing(f"{name} is not installed at {command[0]}: run `make bench`")
            process = subprocess.Popen(command, stdout=log, stderr=log)  # noqa: S603 - named above
            running.callback(_stop, process)
            started.append((Server(name, process.pid, port, path), process))
        for server, process in started:
            _wait(server, process)
        yield [server for server, _ in started]


def _write_merge(home: Path, path: Path) -> None:
    """Write the default graph, which is what a query without ``FROM`` is asked of."""
    store = PrecedentStore.open_snapshot(current_snapshot(home))
    store.inner.dump(str(path), format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())


def _free_port() -> int:
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])


def _wait(server: Server, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + STARTING
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection((HOST, server.port), 1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise PeerMissing(f"{server.name} did not start")


def _stop(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def cpu_seconds(process: int) -> float | None:
    """Return the processor time of a process and of all below it, or None where it is not told."""
    told = _below(process)
    return None if told is None else sum(_ticks(words[11:15]) for words in told)


def resident_mb(process: int) -> float | None:
    """Return the memory of a process and of all below it, or None where it is not told.

    What they share, such as a snapshot, counts for each.
    """
    told = _below(process)
    page = os.sysconf("SC_PAGE_SIZE")
    return None if told is None else sum(int(words[21]) for words in told) * page / 1e6


def _below(process: int) -> list[list[str]] | None:
    """Return what proc(5) tells of a process and of all below it: stat, from the state on."""
    proc = Path("/proc")
    if not (proc / "self/stat").exists():
        return None
    told: dict[int, list[str]] = {}
    for place in proc.iterdir():
        if place.name.isdigit():
            try:
                words = (place / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            told[int(place.name)] = words
    wanted = {process}
    while more := {one for one, words in told.items() if int(words[1]) in wanted} - wanted:
        wanted |= more
    return [told[one] for one in wanted if one in told]


def _ticks(words: Sequence[str]) -> float:
    """Return seconds of one's own and of the children that have gone."""
    return sum(map(int, words)) / os.sysconf("SC_CLK_TCK")
