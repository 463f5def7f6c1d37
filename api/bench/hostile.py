"""Measure what others notice while somebody sends queries that are meant to do harm."""

from pathlib import Path
from typing import Final, TypedDict
from urllib.parse import quote

from api.bench.servers import OURS, Server, resident_mb, servers
from api.bench.sparql import KINDS as ASKED
from api.bench.sparql import Crowd, questions, request
from graph.home import open_reader
from ingest.corpus import Progress
from ontology.prefixes import sparql_prologue

ELSEWHERE: Final = "127.0.0.2"  # another address of this machine: another client
AT_ONCE: Final = 4
OTHERS: Final = 2
TRIPLES: Final = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o"
CITED: Final = """\
SELECT ?slug { ?case a ac:Case ; ac:slug ?slug ; ac:decided ?day } ORDER BY ?slug LIMIT 40"""
# What would run for minutes or take all memory, what breaks a parser, and what is refused at once.
HOSTILE: Final = (
    f"SELECT (COUNT(*) AS ?x) {{ {TRIPLES} }}",
    f"SELECT * {{ {TRIPLES} }} ORDER BY ?a ?d LIMIT 1",
    f"SELECT DISTINCT ?a ?d ?g ?j {{ {TRIPLES} }}",
    "SELECT (COUNT(*) AS ?x) { ?a (!<urn:a>|^!<urn:b>)* ?b }",
    'SELECT * { ?s ?p ?o . ?t ?q ?u FILTER REGEX(STR(?o), "(a*)*(b*)*(c|d|e)*f$") }',
    "SELECT * { ?s ?p ?o . ?t ?q ?u FILTER(STRLEN(CONCAT(STR(?o), STR(?u))) > 9e9) }",
    f"SELECT * {{ FILTER({'- ' * 2000}1 > 0) }}",
    f"SELECT * {{ FILTER({'(' * 2000}1{')' * 2000}) }}",
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
)


class Noticed(TypedDict):
    """What others asked, and how long it took in milliseconds: alone, and beside the attack."""

    asked: str
    alone_p50: float
    alone_p95: float
    beside_p50: float
    beside_p95: float


class Attack(TypedDict):
    """How the hostile queries ended, by status, what others noticed, and the server's memory."""

    hostile: dict[str, int]
    others: list[Noticed]
    memory_mb: float | None


def measure(home: Path, folder: Path, *, seconds: float, progress: Progress) -> Attack:
    """Ask as others do, first alone and then beside hostile queries of another client.

    Raises:
        PeerMissing: the server does not start.
        ValueError: it refuses what others ask.
    """
    store = open_reader(home).store()
    slugs = [row["slug"] for row in store.select(sparql_prologue() + CITED)]
    others = {
        "one hop at /sparql": [
            request(f"/sparql?query={quote(q)}") for q in questions(store, ASKED[0])
        ],
        "a case at /api/v1": [request(f"/api/v1/cases/{slug}") for slug in slugs],
    }
    told: dict[str, list[float]] = {name: [] for name in others}
    with servers(home, folder, only=(OURS,)) as (server,):
        for asked in others.values():  # the first questions read the store
            Crowd(server, asked, lines=OTHERS, seconds=2 * seconds).end()
        _ask(server, others, told, seconds, progress, "alone")
        hostile = [request(f"/sparql?query={quote(query)}") for query in HOSTILE]
        attack = Crowd(server, hostile, lines=AT_ONCE, seconds=3 * seconds, source=ELSEWHERE)
        _ask(server, others, told, seconds, progress, "beside hostile queries")
        memory = resident_mb(server.process)
        ended = attack.end(refusals=True)
    names = ("alone_p50", "alone_p95", "beside_p50", "beside_p95")
    return Attack(
        hostile=ended.statuses,
        others=[
            Noticed(asked=name, **dict(zip(names, times, strict=True)))  # type: ignore[typeddict-item]
            for name, times in told.items()
        ],
        memory_mb=memory,
    )


def _ask(
    server: Server,
    others: dict[str, list[str]],
    told: dict[str, list[float]],
    seconds: float,
    progress: Progress,
    when: str,
) -> None:
    for number, (name, asked) in enumerate(others.items()):
        progress(f"{name}, {when}", number, len(others))
        times = Crowd(server, asked, lines=OTHERS, seconds=seconds).end().times
        told[name] += [times[len(times) // 2], times[len(times) * 95 // 100]]


def report_lines(found: Attack) -> list[str]:
    """Return what was measured, to read."""
    ended = ", ".join(f"{count} x {status}" for status, count in sorted(found["hostile"].items()))
    lines = [f"hostile queries, {AT_ONCE} at a time, ended: {ended}"]
    lines += [
        f"{one['asked']}: p50 {one['alone_p50']:.1f} ms, p95 {one['alone_p95']:.1f} ms alone;"
        f" p50 {one['beside_p50']:.1f} ms, p95 {one['beside_p95']:.1f} ms beside them"
        for one in found["others"]
    ]
    if found["memory_mb"] is not None:
        lines.append(f"memory of the server and its processes: {found['memory_mb']:.0f} MB")
    return lines
