"""Start servers as processes of their own, and stop them: ours, and rdflib-endpoint."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from api.bench.peers import PeerMissing, peer_python
from graph.store import PrecedentStore

READY_SECONDS: Final = 120.0
HOST: Final = "127.0.0.1"


@contextmanager
def our_server(home: Path, *, keep: int) -> Iterator[int]:
    """Give the port of a server over a data directory that keeps so many megabytes of answers."""
    port = free_port()
    program = "from api.cli import main; main()"
    words = ["serve", "--home", str(home), "--port", str(port), "--keep", str(keep)]
    with _running([sys.executable, "-c", program, *words], port):
        yield port


@contextmanager
def rdflib_endpoint(store: PrecedentStore, folder: Path) -> Iterator[int]:
    """Give the port of rdflib-endpoint over the merge of a store, in rdflib's memory.

    Raises:
        PeerMissing: it is not installed where the peers live.
    """
    triples = folder / "merge.nt"
    merge = store.inner.quads_for_pattern(None, None, None, ox.DefaultGraph())
    with triples.open("wb") as file:
        ox.serialize((quad.triple for quad in merge), file, format=ox.RdfFormat.N_TRIPLES)
    port = free_port()
    with as_file(files("api") / "bench" / "served" / "endpoint_peer.py") as script:
        words = [str(peer_python()), "-I", str(script), str(triples), str(port)]
        with _running(words, port):
            yield port


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind((HOST, 0))
        return int(listener.getsockname()[1])


@contextmanager
def _running(words: Sequence[str], port: int) -> Iterator[None]:
    """Run a server, waiting until it takes connections.

    Raises:
        PeerMissing: it ended before that; the message has its last word.
    """
    process = subprocess.Popen(  # noqa: S603 - our own words and interpreters
        words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    try:
        _wait(process, port)
        yield
    finally:
        process.kill()
        process.wait()
        if process.stderr is not None:
            process.stderr.close()


def _wait(process: "subprocess.Popen[str]", port: int) -> None:
    end = time.monotonic() + READY_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            told = process.stderr.read().strip() if process.stderr is not None else ""
            said = (told or "no reason given").splitlines()[-1]
            raise PeerMissing(f"a server that was to be measured ended: {said}")
        try:
            socket.create_connection((HOST, port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise PeerMissing(f"a server that was to be measured was not there after {READY_SECONDS:.0f} s")
