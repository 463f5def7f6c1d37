"""Measure reading and answering; every figure stands beside a peer measured in the same run."""

import statistics
import tempfile
import time
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path
from typing import TypedDict

import networkx as nx
import spacy

from graph.chain import chain
from graph.home import open_reader
from graph.projection import citation_graph, edges_from
from graph.reliance import laws
from graph.store import PrecedentStore
from ingest.corpus import Progress, fill
from ingest.document import SourceDocument
from ingest.pipeline import build_pipeline, read_references
from ingest.sources.files import read_documents
from ontology.namespace import AC

ROUNDS = 30


class Figure(TypedDict):
    """One measurement: ours and the peer's in one unit, and what the peer is."""

    name: str
    unit: str
    ours: float
    peer: float
    peer_name: str


def measure(progress: Progress) -> list[Figure]:
    """Build a graph in a temporary directory and measure it."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        build_seconds = _seconds(lambda: fill(home, progress=progress))
        store = open_reader(home).store()
        return [*_reading(), *_answering(store), _building(build_seconds, len(store))]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _median_ms(work: Callable[[], object]) -> float:
    return 1000 * statistics.median(_seconds(work) for _ in range(ROUNDS))


def _reading() -> list[Figure]:
    """Reading the case notes, beside spaCy's blank tokenizer alone on the same texts."""
    with as_file(files("ingest") / "notes") as folder:
        documents = [d for d in read_documents([folder]) if isinstance(d, SourceDocument)]
    ours, blank = build_pipeline(), spacy.blank("en")
    megabytes = sum(len(document.source) for document in documents) / 1e6
    for document in documents:  # the first pass fills the caches of both
        read_references(document, ours), blank.make_doc(document.source)
    one = _median_ms(lambda: [read_references(document, ours) for document in documents])
    other = _median_ms(lambda: [blank.make_doc(document.source) for document in documents])
    return [
        {
            "name": "read case notes (clean, find, resolve, classify)",
            "unit": "MB/s",
            "ours": megabytes / one * 1000,
            "peer": megabytes / other * 1000,
            "peer_name": "spaCy blank tokenizer alone",
        }
    ]


def _answering(store: PrecedentStore) -> list[Figure]:
    """A chain and a list of laws, beside networkx over the whole graph and a bare SPARQL path."""
    ends = ("505 U.S. 144", "584 U.S. 453")
    every = [row["c"] for row in store.select(f"SELECT DISTINCT ?c {{ ?c a <{AC.Case}> }}")]

    def whole_graph() -> list[list[str]]:
        graph = nx.DiGraph(citation_graph(edges_from(store, every)).reverse())
        start, end = (next(c for c in every if c.endswith(p)) for p in ("505/144", "584/453"))
        return list(nx.all_simple_paths(graph, start, end, cutoff=4))

    printz = next(case for case in every if case.endswith("us/521/898"))
    forward = f"SELECT DISTINCT ?law {{ ?law <{AC.reliesOn}> <{printz}> }}"
    return [
        {
            "name": "chain New York to Murphy, with evidence",
            "unit": "ms",
            "ours": _median_ms(lambda: chain(store, *ends)),
            "peer": _median_ms(whole_graph),
            "peer_name": "networkx paths over the whole graph, no evidence",
        },
        {
            "name": "laws relying on Printz, with evidence",
            "unit": "ms",
            "ours": _median_ms(lambda: laws(store, relies_on="521 U.S. 898")),
            "peer": _median_ms(lambda: store.select(forward)),
            "peer_name": "bare SPARQL list of IRIs",
        },
    ]


def _building(seconds: float, quads: int) -> Figure:
    return {
        "name": f"build the packaged graph ({quads} quads)",
        "unit": "s",
        "ours": seconds,
        "peer": 20.0,
        "peer_name": "the most it may take",
    }


def report_lines(figures: list[Figure]) -> list[str]:
    """Return the figures as lines of text."""
    return [
        f"{f['name']:52} {f['ours']:10.2f} {f['unit']:5} {f['peer']:10.2f} {f['peer_name']}"
        f" (ratio {f['ours'] / f['peer']:.2f})"
        for f in figures
    ]
