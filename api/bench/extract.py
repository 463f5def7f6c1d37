"""Measure extraction beside its peers, whether time grows with the text, processes and memory."""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from api.bench.peers import PeerMissing, measure_eyecite
from api.bench.reading import Batch, blank, megabytes, one_core, ours, times
from ingest.document import SourceDocument
from ingest.pipeline import AT_ONCE, read_many
from ingest.rows import json_lines

Progress = Callable[[str, int, int], None]
Warn = Callable[[str], None]

OURS: Final = "this pipeline"
WITH_LAWS: Final = "with elements and laws"
DEFAULT: Final = "eyecite default"
STEPS: Final = 6
MULTIPLES: Final = (1, 2, 4)
REPEATS: Final = 3  # the best of these, since growth is a ratio of short times
PASSES: Final = (
    2  # over all texts; the better counts: in the first, words are new to the vocabulary
)
PROCESSES: Final = (1, 2)
STATM: Final = Path("/proc/self/statm")
PAGE: Final = 4096


@dataclass(frozen=True, slots=True)
class Engine:
    """How fast one engine reads; ``ratio`` is to eyecite's default, None where that is missing.

    ``first_pass`` is the speed at which it read all texts the first time, in MB/s.
    ``growth`` tells how many times as long a text once, twice and four times over takes.
    """

    name: str
    megabytes_per_second: float
    first_pass: float
    found: int
    resolved: int
    ratio: float | None
    growth: tuple[float, ...]
    version: str = ""


@dataclass(frozen=True, slots=True)
class Scaling:
    """Wall seconds in which some processes read all texts and the bulk, once they are ready."""

    processes: int
    seconds: float
    speedup: float


@dataclass(frozen=True, slots=True)
class Extraction:
    """All measurements of one run."""

    texts: int
    megabytes: float
    load_average: float
    engines: tuple[Engine, ...]
    scaling: tuple[Scaling, ...]
    resident_megabytes: tuple[float, ...] = ()


def measure(
    documents: Sequence[SourceDocument],
    *,
    bulk: Sequence[SourceDocument] = (),
    rounds: int = 3,
    progress: Progress,
    warn: Warn,
) -> Extraction:
    """Read these texts with every engine that is at hand, then ours in several ways."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    with one_core():
        engines = list(_engines(documents, progress, warn))
    progress("processes", 5, STEPS)
    scaling = tuple(_scaling([*documents, *bulk]))
    return Extraction(
        len(documents),
        megabytes(documents),
        load,
        tuple(_with_ratios(engines)),
        scaling,
        tuple(_memory(bulk, rounds, progress)) if bulk else (),
    )


def _engines(
    documents: Sequence[SourceDocument], progress: Progress, warn: Warn
) -> Iterator[tuple[str, float, list[Batch], str]]:
    """Yield each engine's batches: all texts, then one text once, twice and four times over.

    Each is warmed up on the shortest text, so that no one pays for loading within the measure, and
    reads all texts twice.
    """
    by_length = sorted(documents, key=lambda document: len(document.source))
    middle = by_length[len(by_length) // 2]
    short = [[times(middle, count)] for count in MULTIPLES for _ in range(REPEATS)]
    work = [*[documents] * PASSES, *short]
    size = megabytes(documents)
    here: list[tuple[str, Callable[[Sequence[SourceDocument]], Batch]]] = [
        (OURS, ours),
        (WITH_LAWS, partial(ours, laws_too=True)),
        ("spaCy blank tokenizer", blank),
    ]
    for step, (name, engine) in enumerate(here):
        progress(name, step, STEPS)
        engine(by_length[:1])
        yield name, size, [engine(batch) for batch in work], ""
    texts = [[document.source for document in batch] for batch in work]
    for step, tokenizer in enumerate(("default", "hyperscan"), start=3):
        name = f"eyecite {tokenizer}"
        progress(name, step, STEPS)
        try:
            batches, version = measure_eyecite(tokenizer, by_length[0].source, texts)
        except PeerMissing as error:
            warn(f"{name} is not measured: {error}")
            continue
        yield name, size, batches, version


def _with_ratios(engines: Iterable[tuple[str, float, list[Batch], str]]) -> Iterator[Engine]:
    engines = list(engines)
    passes = {
        name: [size / b.seconds for b in batches[:PASSES]] for name, size, batches, _ in engines
    }
    speeds = {name: max(found) for name, found in passes.items()}
    peer = speeds.get(DEFAULT)
    for name, _, batches, version in engines:
        every, short = batches[0], batches[PASSES:]
        grown = [
            min(batch.seconds for batch in short[at : at + REPEATS])
            for at in range(0, len(short), REPEATS)
        ]
        yield Engine(
            name,
            speeds[name],
            passes[name][0],
            every.found,
            every.resolved,
            ratio=speeds[name] / peer if peer else None,
            growth=tuple(seconds / grown[0] for seconds in grown),
            version=version,
        )


def _scaling(documents: Sequence[SourceDocument]) -> Iterator[Scaling]:
    """Time ``precedent extract`` from when the processes have started and read a few texts."""
    shortest = min(documents, key=lambda document: len(document.source))
    warm_up = [shortest] * (AT_ONCE * max(PROCESSES))
    alone = 0.0
    for processes in PROCESSES:
        rows = read_many([*warm_up, *documents], json_lines, processes=processes)
        for _ in warm_up:
            next(rows)
        start = time.perf_counter()
        for _ in rows:
            pass
        seconds = time.perf_counter() - start
        alone = alone or seconds
        yield Scaling(processes, seconds, alone / seconds)


def _memory(bulk: Sequence[SourceDocument], rounds: int, progress: Progress) -> Iterator[float]:
    """Yield what this process holds in memory after each round, where the system tells."""
    if not STATM.exists():
        return
    for done in range(rounds):
        for at, document in enumerate(bulk):
            if at % 50 == 0:
                progress(f"memory, round {done + 1}", done * len(bulk) + at, rounds * len(bulk))
            ours([document])
        yield int(STATM.read_text().split()[1]) * PAGE / 1e6


def report_lines(measured: Extraction) -> Iterator[str]:
    """Yield the measurements as lines of text."""
    yield (
        f"{measured.texts} texts, {measured.megabytes:.2f} MB; CPU time on one core, the better of"
        f" {PASSES} passes; load average at the start {measured.load_average:.1f}"
    )
    yield (
        f"{'engine':24} {'MB/s':>8} {'at first':>8} {'found':>7} {'resolved':>8} {'ratio':>7}"
        "  time at 1x 2x 4x"
    )
    for engine in measured.engines:
        ratio = f"{engine.ratio:7.2f}" if engine.ratio is not None else f"{'-':>7}"
        growth = " ".join(f"{factor:.2f}" for factor in engine.growth)
        counts = f"{engine.found or '-':>7} {engine.resolved or '-':>8}"
        speed = f"{engine.megabytes_per_second:8.3f} {engine.first_pass:8.3f}"
        yield f"{engine.name:24} {speed} {counts} {ratio}  {growth}  {engine.version}".rstrip()
    for row in measured.scaling:
        yield f"{row.processes} process(es): {row.seconds:.2f} s wall, {row.speedup:.2f} times"
    if measured.resident_megabytes:
        held = measured.resident_megabytes
        each = ", ".join(f"{size:.1f}" for size in held)
        yield f"memory after each round of bulk texts: {each} MB, {held[-1] - held[0]:+.1f} in all"
