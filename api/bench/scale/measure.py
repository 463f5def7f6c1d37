"""Measure answers over one large network, and tell it as a table."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from api.bench.scale.asking import Measured, measured, samples
from api.bench.scale.filling import fill
from api.bench.scale.network import Network
from graph.home import current_snapshot, has_snapshot
from graph.iri import slug
from graph.store import PrecedentStore
from ingest.corpus import Progress

MEGABYTE: Final = 1e6


@dataclass(frozen=True, slots=True)
class NetworkReport:
    """What was measured over one network; ``built_in`` (seconds) is None where it was there."""

    network: str
    cases: int
    citations: int
    quads: int
    with_evidence: bool
    with_graphs: bool
    built_in: float | None
    megabytes_on_disk: float
    load_average: tuple[float, float]
    rows: tuple[Measured, ...]


def measure(
    network: Network,
    folder: Path,
    *,
    count: int,
    seed: int,
    evidence: bool,
    graphs: bool,
    peers: bool,
    progress: Progress,
) -> NetworkReport:
    """Build the network's store in a folder, unless it is there, and measure answers over it."""
    before = _load()
    lacks = ("" if evidence else "-without-evidence") + ("" if graphs else "-without-graphs")
    home = folder / f"{slug(network.title)}{lacks}"
    built_in: float | None = None
    if not has_snapshot(home):
        start = time.perf_counter()
        fill(home, network, evidence=evidence, graphs=graphs, progress=progress)
        built_in = time.perf_counter() - start
    snapshot = current_snapshot(home)
    asked = samples(network, count, seed)
    rows = []
    for done, row in enumerate(measured(snapshot, network, asked, peers=peers)):
        rows.append(row)
        progress(f"{row.question}: {row.engine}", done, len(asked))
    return NetworkReport(
        network=network.title,
        cases=network.size,
        citations=sum(len(network.cites(number)) for number in range(network.size)),
        quads=_size(snapshot, graphs=graphs),
        with_evidence=evidence,
        with_graphs=graphs,
        built_in=built_in,
        megabytes_on_disk=sum(f.stat().st_size for f in snapshot.iterdir()) / MEGABYTE,
        load_average=(before, _load()),
        rows=tuple(rows),
    )


def _size(snapshot: Path, *, graphs: bool) -> int:
    """Return how many quads the named graphs have, or triples the merge where it stands alone."""
    store = PrecedentStore.open_snapshot(snapshot)
    return len(store) if graphs else len(store.inner)


def _load() -> float:
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0


def report_lines(report: NetworkReport) -> Iterator[str]:
    """Yield the measurements as lines of text."""
    built = f", built in {report.built_in:.0f} s" if report.built_in is not None else ""
    whole = "all evidence of" if report.with_evidence else "what answers walk of"
    what = "quads" if report.with_graphs else "triples (the merge alone)"
    before, after = report.load_average
    yield (
        f"{report.network}: {report.cases:,} cases, {report.citations:,} citations;"
        f" {whole} each in {report.quads:,} {what}, {report.megabytes_on_disk:,.0f} MB{built};"
        f" load average {before:.1f} before, {after:.1f} after"
    )
    yield (
        f"{'question':10} {'engine':36} {'asked':>5} {'p50 ms':>9} {'p95 ms':>9} {'worst':>9}"
        f" {'cpu p95':>9} {'ready s':>8} {'MB':>7}"
    )
    for row in report.rows:
        t = row.timing
        stopped = "  stopped" if t.stopped else ""
        yield (
            f"{row.question:10} {row.engine:36} {t.asked:5} {t.p50:9.1f} {t.p95:9.1f}"
            f" {t.worst:9.1f} {t.cpu_p95:9.1f} {t.made_ready:8.1f} {t.peak_megabytes:7.0f}{stopped}"
        )
