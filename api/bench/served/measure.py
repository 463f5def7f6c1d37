"""Ask servers over HTTP, warm, over many connections at once, and tell it as a table."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

from api.bench import load
from api.bench.peers import PeerMissing
from api.bench.served.questions import Question, questions
from api.bench.servers import HOST, KEPT, OURS, RDFLIB, Server, servers
from graph.home import open_reader
from ingest.corpus import Progress

CONNECTIONS: Final = 16
WARM_UP: Final = 2.0  # seconds


@dataclass(frozen=True, slots=True)
class Served:
    """How one server answered one kind of question; times in ms, from asking to the last byte.

    ``errors`` counts answers other than 200, and ``bytes`` is the mean size of one.
    """

    question: str
    server: str
    asked: int
    per_second: float
    p50: float
    p95: float
    bytes: int
    errors: int


@dataclass(frozen=True, slots=True)
class ServedReport:
    """What was measured in one run; ``missing`` says why there is no peer."""

    connections: int
    triples: int
    load_average: tuple[float, float]
    rows: tuple[Served, ...]
    missing: str | None


def measure(
    home: Path, seconds: float, progress: Progress, asked: Sequence[Question] | None = None
) -> ServedReport:
    """Ask each server the same questions over one data directory, one server after another."""
    before = os.getloadavg()[0]
    found: list[Served] = []
    missing = None
    wanted = questions() if asked is None else asked
    names = (OURS, KEPT, RDFLIB)
    for number, name in enumerate(names):
        progress(f"asking {name}", number, len(names))
        try:
            with (
                tempfile.TemporaryDirectory(prefix="precedent-bench-") as folder,
                servers(home, Path(folder), only=(name,)) as (server,),
            ):
                asked_of = [q for q in wanted if q.queries or name != RDFLIB]
                found += [_served(question, server, seconds) for question in asked_of]
        except PeerMissing as error:
            if name != RDFLIB:
                raise
            missing = str(error)
    store = open_reader(home).store()
    ordered = sorted(found, key=lambda row: [q.name for q in wanted].index(row.question))
    return ServedReport(
        CONNECTIONS,
        len(store.inner) - len(store),
        (before, os.getloadavg()[0]),
        tuple(ordered),
        missing,
    )


def _served(question: Question, server: Server, seconds: float) -> Served:
    """Ask a server for a while, and then for as long as is measured."""
    lines = f"Host: {HOST}:{server.port}\r\n"
    targets = list(question.paths)
    if server.name == RDFLIB:
        lines += "Accept: application/sparql-results+json\r\n"
        targets = [f"{server.path}?query={quote(query)}" for query in question.queries]
    asked = [f"GET {target} HTTP/1.1\r\n{lines}\r\n" for target in targets]
    _asked(server.port, asked, min(seconds, WARM_UP))
    told = _asked(server.port, asked, seconds)
    times = sorted(told["times"])
    count = len(times)
    return Served(
        question=question.name,
        server=server.name,
        asked=count,
        per_second=count / told["seconds"],
        p50=times[count // 2] if times else float("nan"),
        p95=times[min(count - 1, count * 95 // 100)] if times else float("nan"),
        bytes=told["bytes"] // count if count else 0,
        errors=sum(n for status, n in told["statuses"].items() if status != "200"),
    )


def _asked(port: int, asked: Sequence[str], seconds: float) -> "load.Told":
    request = {
        "host": HOST,
        "port": port,
        "lines": CONNECTIONS,
        "seconds": seconds,
        "source": "",
        "asked": asked,
    }
    done = subprocess.run(  # noqa: S603 - our own interpreter and file
        [sys.executable, "-m", load.__name__],
        input=json.dumps(request),
        capture_output=True,
        text=True,
        check=True,
    )
    told: load.Told = json.loads(done.stdout)
    return told


def report_lines(report: ServedReport) -> Iterator[str]:
    """Yield the measurements as lines of text; each of ours as a ratio to the peer's."""
    before, after = report.load_average
    yield (
        f"{report.triples:,} triples, {report.connections} connections, warm; load average"
        f" {before:.1f} before, {after:.1f} after"
    )
    yield (
        f"{'question':28} {'server':32} {'asked':>6} {'per s':>7} {'ratio':>6} {'p50 ms':>8}"
        f" {'p95 ms':>8} {'kB':>6}"
    )
    peers = {row.question: row.per_second for row in report.rows if row.server == RDFLIB}
    for row in report.rows:
        ratio = row.per_second / peers[row.question] if peers.get(row.question) else float("nan")
        failed = f"  {row.errors} errors" if row.errors else ""
        yield (
            f"{row.question:28} {row.server:32} {row.asked:6} {row.per_second:7.0f} {ratio:6.1f}"
            f" {row.p50:8.1f} {row.p95:8.1f} {row.bytes / 1000:6.1f}{failed}"
        )
    if report.missing:
        yield f"{RDFLIB} was left out: {report.missing}"
