"""Measure ``/sparql`` beside two peers over the same data: one hop, and a chain of some 50 kB.

All servers run at once and are asked in turn, several rounds, so that what else the machine does
falls on each of them. The questions come from other processes over connections that stay open.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import urllib.request
from collections import Counter
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Final, TypedDict
from urllib.parse import quote

from api.bench.servers import HOST, KEPT, OURS, OXIGRAPH, RDFLIB, Server, cpu_seconds, servers
from graph.home import open_reader
from graph.sparql import run_query
from graph.store import PrecedentStore
from ingest.corpus import Progress
from ontology.prefixes import PREFIXES

JSON: Final = "application/sparql-results+json"
CONCURRENCY: Final = 16
PROCESSES: Final = 2
SEED: Final = 1
MOST: Final = 300  # questions of a kind
PROLOGUE: Final = "".join(f"PREFIX {p}: <{PREFIXES[p]}> " for p in ("ac", "cito", "rdfs"))
STARTS: Final = """\
SELECT ?case (COUNT(?citation) AS ?n) { ?citation %s ?case . ?case a ac:Case }
GROUP BY ?case ORDER BY DESC(?n) ?case LIMIT 500"""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of question: over which cases, and how large an answer counts."""

    name: str
    starts: str
    query: str
    size: tuple[int, int]


KINDS: Final = (
    Kind(
        "one hop",
        "cito:hasCitedEntity",
        "SELECT ?citing ?name ?treatment { ?citation cito:hasCitedEntity <%s> ;"
        " ac:citingCase ?citing ; ac:treatment ?treatment . ?citing rdfs:label ?name }",
        (2_000, 4_000),
    ),
    Kind(
        "chain",
        "ac:citingCase",
        "SELECT ?case ?name ?citation { <%s> (ac:hasOpinion/ac:follows)+ ?case ."
        " OPTIONAL { ?case ac:nameAsCited ?name }"
        " OPTIONAL { ?case ac:reporterCitation ?citation } }",
        (35_000, 90_000),
    ),
)


class Row(TypedDict):
    """What a server does with a kind of question; times in milliseconds."""

    kind: str
    server: str
    questions: int
    bytes: int
    requests_a_second: float
    p50: float
    p95: float
    cpu_ms: float | None
    to_oxigraph: float
    to_rdflib: float


def measure(
    home: Path, folder: Path, *, seconds: float, rounds: int, progress: Progress
) -> list[Row]:
    """Return a row for each kind of question and server.

    Raises:
        PeerMissing: a peer is not installed, or does not start.
        ValueError: a server refuses a question, or two answer differently.
    """
    store = open_reader(home).store()
    asked = {kind: questions(store, kind) for kind in KINDS}
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    with servers(home, folder) as running:
        total = len(KINDS) * rounds * len(running)
        for kind, queries in asked.items():
            _compare(running, queries)
            for number in range(rounds):
                for server in running:
                    progress(f"{kind.name}: {server.name}", number * len(running), total)
                    one = load(server, queries, seconds=seconds)
                    found.setdefault((kind.name, server.name), []).append(one)
    return [row for kind in KINDS for row in _rows(kind, len(asked[kind]), found)]


def questions(store: PrecedentStore, kind: Kind) -> list[str]:
    """Return the questions of a kind whose answers are as large as wanted, in any order."""
    found = []
    for row in store.select(PROLOGUE + STARTS % kind.starts):
        query = PROLOGUE + kind.query % row["case"]
        if kind.size[0] <= len(run_query(store, query, media_type=JSON)) <= kind.size[1]:
            found.append(query)
    random.Random(SEED).shuffle(found)  # noqa: S311 - not for secrets
    if not found:
        raise ValueError(
            f"no answer to {kind.name!r} has {kind.size[0]:,} to {kind.size[1]:,} bytes"
        )
    return found[:MOST]


def _compare(running: list[Server], queries: list[str]) -> None:
    """Ask every server every question once, which warms it, and compare what they tell."""
    for query in queries:
        told = {server.name: _bindings(server, query) for server in running}
        if len({json.dumps(rows, sort_keys=True) for rows in told.values()}) > 1:
            counts = {name: len(rows) for name, rows in told.items()}
            raise ValueError(f"servers answer differently, by rows {counts}: {query}")


def _bindings(server: Server, query: str) -> list[dict[str, str]]:
    address = f"http://{HOST}:{server.port}{server.path}?query={quote(query)}"
    asked = urllib.request.Request(address, headers={"Accept": JSON})
    with urllib.request.urlopen(asked, timeout=60) as answer:  # noqa: S310 - our own host
        rows = json.load(answer)["results"]["bindings"]
    plain = [{name: term["value"] for name, term in row.items()} for row in rows]
    return sorted(plain, key=lambda row: sorted(row.items()))


def request(target: str) -> str:
    """Return what is sent to ask for an address."""
    return f"GET {target} HTTP/1.1\r\nHost: {HOST}\r\nAccept: {JSON}, */*;q=0.1\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Came:
    """What came of asking: times in milliseconds, sorted, and how answers were told."""

    times: list[float]
    rate: float
    bytes: float
    statuses: dict[str, int]


class Crowd:
    """Processes that ask a server over so many connections in all, for so long."""

    def __init__(
        self,
        server: Server,
        asked: list[str],
        *,
        lines: int,
        seconds: float,
        processes: int = 1,
        source: str = "",
    ) -> None:
        self._server = server
        self._processes = []
        told = {"host": HOST, "port": server.port, "lines": lines // processes}
        told |= {"seconds": seconds, "source": source}
        with as_file(files("api") / "bench" / "load.py") as script:
            for begin in range(processes):
                one = subprocess.Popen(  # noqa: S603 - our own file
                    [sys.executable, "-I", script],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
                assert one.stdin is not None  # noqa: S101 - as asked for
                json.dump(told | {"asked": asked[begin:] + asked[:begin]}, one.stdin)
                one.stdin.close()
                self._processes.append(one)

    def end(self, *, refusals: bool = False) -> Came:
        """Wait for the end; return what came of it.

        Raises:
            ValueError: the server refused something, and ``refusals`` were not to be counted.
        """
        found = []
        for one in self._processes:
            with one:
                assert one.stdout is not None  # noqa: S101 - as asked for
                found.append(json.load(one.stdout))
        statuses = sum((Counter(one["statuses"]) for one in found), Counter[str]())
        if set(statuses) - {"200"} and not refusals:
            raise ValueError(f"{self._server.name} answers {', '.join(sorted(statuses))}")
        times = sorted(time for one in found for time in one["times"])
        return Came(
            times,
            sum(len(one["times"]) / one["seconds"] for one in found),
            sum(one["bytes"] for one in found) / max(len(times), 1),
            dict(statuses),
        )


def load(
    server: Server,
    queries: list[str],
    *,
    seconds: float,
    concurrency: int = CONCURRENCY,
    processes: int = PROCESSES,
) -> dict[str, Any]:
    """Ask a server so many questions at once; return times, bytes and processor time of it.

    Raises:
        ValueError: it refuses one.
    """
    asked = [request(f"{server.path}?query={quote(query)}") for query in queries]
    before = cpu_seconds(server.process)
    came = Crowd(server, asked, lines=concurrency, seconds=seconds, processes=processes).end()
    after = cpu_seconds(server.process)
    spent = None if before is None or after is None else after - before
    return {
        "times": came.times,
        "rate": came.rate,
        "bytes": came.bytes,
        "cpu_ms": None if spent is None else 1000 * spent / max(len(came.times), 1),
    }


def _rows(kind: Kind, count: int, found: dict[tuple[str, str], list[dict[str, Any]]]) -> list[Row]:
    rates = {
        name: statistics.median(one["rate"] for one in rounds)
        for (of, name), rounds in found.items()
        if of == kind.name
    }
    rows = []
    for name, rate in rates.items():
        rounds = found[kind.name, name]
        times = sorted(time for one in rounds for time in one["times"])
        cpu = [one["cpu_ms"] for one in rounds if one["cpu_ms"] is not None]
        rows.append(
            Row(
                kind=kind.name,
                server=name,
                questions=count,
                bytes=round(statistics.mean(one["bytes"] for one in rounds)),
                requests_a_second=rate,
                p50=times[len(times) // 2],
                p95=times[len(times) * 95 // 100],
                cpu_ms=statistics.median(cpu) if cpu else None,
                to_oxigraph=rate / rates[OXIGRAPH],
                to_rdflib=rate / rates[RDFLIB],
            )
        )
    return rows


def report_lines(rows: list[Row]) -> list[str]:
    """Return the rows as a table to read, with the load of the machine."""
    lines = [
        f"concurrency {CONCURRENCY}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f};"
        f" {KEPT!r} may answer from its shelf, {OURS!r} may not"
    ]
    for row in rows:
        cpu = "" if row["cpu_ms"] is None else f", {row['cpu_ms']:.2f} ms of processor each"
        lines.append(
            f"{row['kind']}, {row['server']}: {row['requests_a_second']:.0f} requests/s"
            f" ({row['to_oxigraph']:.2f} x oxigraph, {row['to_rdflib']:.1f} x rdflib-endpoint),"
            f" p50 {row['p50']:.1f} ms, p95 {row['p95']:.1f} ms{cpu}"
            f" ({row['questions']} questions, {row['bytes']:,} bytes)"
        )
    return lines
