"""What is asked of a large network: our answers, whole-graph networkx, bare SPARQL paths."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias

import networkx as nx
import pyoxigraph as ox

from api.bench.scale.apart import Ask, Timing, timed
from api.bench.scale.network import Network
from graph.chain import chain
from graph.iri import thing_iri
from graph.lineage import lineage, progeny
from graph.store import PrecedentStore
from graph.treatment_status import treatment_status
from ontology.namespace import AC
from ontology.prefixes import PREFIXES

Keys: TypeAlias = tuple[str, ...]

MAX_HOPS: Final = 4  # of a chain; a lineage goes two
PEERS_ASKED: Final = 20  # questions that peers are asked of those that ours are
PEER_SECONDS: Final = 60.0
OUR_SECONDS: Final = 900.0
UNRELATED: Final = 10  # every tenth chain is asked of two cases taken by chance
CITES: Final = f"^<{AC.citingCase}>/<{PREFIXES['cito']}hasCitedEntity>"
CITED_BY: Final = f"^<{PREFIXES['cito']}hasCitedEntity>/<{AC.citingCase}>"

FROM: Final = "SPARQL path from the case"
TOWARDS: Final = "SPARQL path towards the case"

# Each path is asked from the case that is known, and written from the other end.
PATHS: Final[Mapping[str, Mapping[str, str]]] = {
    "chain": {
        "SPARQL path from the later case": f"ASK {{ $b ({CITES})+ $a }}",
        "SPARQL path from the earlier case": f"ASK {{ $a ({CITED_BY})+ $b }}",
    },
    "lineage": {
        FROM: f"SELECT DISTINCT ?x {{ $a ({CITES})/({CITES})? ?x }}",
        TOWARDS: f"SELECT DISTINCT ?x {{ ?x ({CITED_BY})/({CITED_BY})? $a }}",
    },
    "progeny": {
        FROM: f"SELECT DISTINCT ?x {{ $a ({CITED_BY})/({CITED_BY})? ?x }}",
        TOWARDS: f"SELECT DISTINCT ?x {{ ?x ({CITES})/({CITES})? $a }}",
    },
    "status": {
        "SPARQL count by treatment": "SELECT ?t (COUNT(*) AS ?n) {"
        f" ?c <{PREFIXES['cito']}hasCitedEntity> $a ; <{AC.treatment}> ?t }} GROUP BY ?t",
    },
}


@dataclass(frozen=True, slots=True)
class Measured:
    """One kind of question, asked of one engine."""

    question: str
    engine: str
    timing: Timing


def samples(network: Network, count: int, seed: int) -> dict[str, list[Keys]]:
    """Return so many questions of each kind: the keys of one case, or of two.

    The two cases of a chain are a case and one that a walk of up to four citations back from it
    led to, so that there is a line; every tenth pair is taken by chance.
    """
    chance = random.Random(seed)  # noqa: S311 - a sample that can be drawn again, no secret
    one: list[Keys] = [(network.case(chance.randrange(network.size)).key,) for _ in range(count)]
    pairs: list[Keys] = []
    while len(pairs) < count:
        start = at = chance.randrange(network.size)
        for _ in range(chance.randint(1, MAX_HOPS)):
            cites = network.cites(at)
            at = chance.choice(cites).cited if cites else at
        if len(pairs) % UNRELATED == UNRELATED - 1:
            at = chance.randrange(network.size)
        if at != start:
            pairs.append((network.case(at).key, network.case(start).key))
    return {"chain": pairs, "lineage": one, "progeny": one, "status": one}


def measured(
    snapshot: Path, network: Network, asked: Mapping[str, Sequence[Keys]], *, peers: bool
) -> Iterator[Measured]:
    """Yield how long each kind of question takes us, and then the peers."""
    for kind, questions in asked.items():
        timing = timed(_ours, (snapshot, kind), questions, seconds=OUR_SECONDS)
        yield Measured(kind, OURS, timing)
    for kind, questions in asked.items() if peers else ():
        few = questions[:PEERS_ASKED]
        if kind in WHOLE_GRAPH:
            timing = timed(_whole, (network, kind), few, seconds=PEER_SECONDS + network.size / 1000)
            yield Measured(kind, "networkx, whole graph in memory", timing)
        for name, sparql in PATHS[kind].items():
            timing = timed(_sparql, (snapshot, sparql), few, seconds=PEER_SECONDS)
            yield Measured(kind, name, timing)


OURS: Final = "this project, with evidence"
ANSWERS: Final[Mapping[str, Callable[..., object]]] = {
    "chain": partial(chain, max_hops=MAX_HOPS),
    "lineage": lineage,
    "progeny": progeny,
    "status": treatment_status,
}


def _ours(snapshot: Path, kind: str) -> Ask:
    inner = PrecedentStore.open_snapshot(snapshot).inner

    def ask(keys: Sequence[str]) -> object:
        # A new one remembers nothing of the questions before.
        return ANSWERS[kind](PrecedentStore(inner, fixed=True), *keys)

    return ask


def _whole(network: Network, kind: str) -> Ask:
    graph: nx.DiGraph[object] = nx.DiGraph()
    for number in range(network.size):
        key = network.case(number).key
        graph.add_edges_from((key, network.case(cite.cited).key) for cite in network.cites(number))

    def ask(keys: Sequence[str]) -> object:
        return WHOLE_GRAPH[kind](graph, *keys) if all(key in graph for key in keys) else None

    return ask


WHOLE_GRAPH: Final[Mapping[str, Callable[..., object]]] = {
    "chain": lambda graph, older, newer: list(
        nx.all_simple_paths(graph, newer, older, cutoff=MAX_HOPS)
    ),
    "lineage": lambda graph, case: list(nx.bfs_edges(graph, case, depth_limit=2)),
    "progeny": lambda graph, case: list(nx.bfs_edges(graph, case, reverse=True, depth_limit=2)),
}


def _sparql(snapshot: Path, sparql: str) -> Ask:
    inner = PrecedentStore.open_snapshot(snapshot).inner

    def ask(keys: Sequence[str]) -> object:
        text = sparql
        for name, key in zip(("$a", "$b"), keys, strict=False):
            text = text.replace(name, str(ox.NamedNode(thing_iri("case", key))))
        found = inner.query(text)
        return bool(found) if isinstance(found, ox.QueryBoolean) else sum(1 for _ in found)

    return ask
