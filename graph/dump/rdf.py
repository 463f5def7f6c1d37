"""The graph as RDF files: the same bytes for the same dataset, and memory for one graph at most."""

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TypeAlias

import pyoxigraph as ox
from rdflib import RDF

from graph.store import CONTENT_HASH, PACKAGED_HASH, PrecedentStore
from ontology.concepts import concept_iri, treatment_property
from ontology.namespace import AC
from ontology.prefixes import PREFIXES

MERGE: Final = ox.DefaultGraph()
STAMPS: Final = frozenset({CONTENT_HASH, PACKAGED_HASH})
TYPE: Final = ox.NamedNode(str(RDF.type))
SUPPORTS, LIMITS, MIXED = (
    ox.NamedNode(concept_iri("bearing", word)) for word in ("supports", "limits", "mixed")
)
Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
REIFIES: Final = ox.NamedNode(str(RDF) + "reifies")
CITING: Final = ox.NamedNode(PREFIXES["cito"] + "hasCitingEntity")
CITED: Final = ox.NamedNode(PREFIXES["cito"] + "hasCitedEntity")


def write_nquads(store: PrecedentStore, path: Path) -> None:
    """Write every named graph as sorted N-Quads, gzipped without a name or a time.

    What the store keeps for itself (hashes of graphs) and the merge are made anew on loading.
    """
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        for graph in store.graphs():
            node = ox.NamedNode(graph)
            data = store.inner.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=node) or b""
            ending = f" {node} .\n".encode()
            for line in sorted(data.splitlines()):
                packed.write(line.removesuffix(b" .") + ending)


def read_nquads(path: Path) -> Iterator[tuple[ox.NamedNode, list[ox.Quad]]]:
    """Yield the graphs of a dump, one after the other."""
    graph, quads = None, list[ox.Quad]()
    with gzip.open(path) as lines:
        for quad in ox.parse(lines, format=ox.RdfFormat.N_QUADS):  # type: ignore[arg-type]
            if quad.graph_name != graph:
                if isinstance(graph, ox.NamedNode):
                    yield graph, quads
                graph, quads = quad.graph_name, []
            quads.append(quad)
    if isinstance(graph, ox.NamedNode):
        yield graph, quads


def load_nquads(store: PrecedentStore, path: Path) -> int:
    """Put each graph of a dump in a store in place of what that held; return how many changed."""
    return sum(store.replace(graph, quads) for graph, quads in read_nquads(path))


def write_turtle(store: PrecedentStore, path: Path) -> None:
    """Write the merge of all graphs, each triple once, as Turtle.

    The order is that of the store's keys, which are hashes of what is said: it does not depend on
    what was written when. The store's own stamps are left out.
    """
    half = path.with_suffix(".half")
    merged = store.inner.quads_for_pattern(None, None, None, MERGE)
    said = (quad.triple for quad in merged if quad.predicate not in STAMPS)
    ox.serialize(said, str(half), format=ox.RdfFormat.TURTLE, prefixes=dict(PREFIXES))
    _in_order(half, path)


def write_quads(nquads: Path, path: Path, form: ox.RdfFormat) -> None:
    """Write the N-Quads of a dump in another form that has named graphs (TriG, JSON-LD)."""
    quads = (quad for _, graph in read_nquads(nquads) for quad in graph)
    if form == ox.RdfFormat.JSON_LD:  # one line, whose context would stand in any order
        ox.serialize(quads, str(path), format=form)
        return
    half = path.with_suffix(".half")
    ox.serialize(quads, str(half), format=form, prefixes=dict(PREFIXES))
    _in_order(half, path)


def _in_order(half: Path, path: Path) -> None:
    """Move a file to its place with its prefixes sorted: Oxigraph writes them in any order."""
    with half.open("rb") as lines, path.open("wb") as out:
        heads, rest = list[bytes](), b""
        for rest in lines:
            if not rest.startswith(b"@prefix"):
                break
            heads.append(rest)
        out.writelines(sorted(heads))
        out.write(rest)
        shutil.copyfileobj(lines, out)
    half.unlink()


def write_reifiers(store: PrecedentStore, path: Path) -> None:
    """Write what citations and assertions say as RDF 1.2: the triple, and who is its evidence.

    The reifier is the citation's or the assertion's own IRI, so its evidence is in the other files.
    """
    triples = sorted(_reified(store), key=str)
    half = path.with_suffix(".half")
    ox.serialize(triples, str(half), format=ox.RdfFormat.TURTLE, prefixes=dict(PREFIXES))
    _in_order(half, path)


def _reified(store: PrecedentStore) -> Iterator[ox.Triple]:
    find = store.inner.quads_for_pattern
    treatment = ox.NamedNode(str(AC.treatment))
    mentions = ox.NamedNode(str(treatment_property("mentions")))
    for quad in find(None, TYPE, ox.NamedNode(str(AC.Citation)), MERGE):
        how = [_shortcut(q.object) for q in find(quad.subject, treatment, None, MERGE)]
        for citing in find(quad.subject, CITING, None, MERGE):
            for cited in find(quad.subject, CITED, None, MERGE):
                props = [*how, mentions]
                yield from _said(store, quad.subject, citing.object, props, cited.object)
    law, precedent = ox.NamedNode(str(AC.relyingLaw)), ox.NamedNode(str(AC.precedent))
    bearing = ox.NamedNode(str(AC.bearing))
    relies, limited = ox.NamedNode(str(AC.reliesOn)), ox.NamedNode(str(AC.limitedBy))
    for one in find(None, law, None, MERGE):
        bears = {quad.object for quad in find(one.subject, bearing, None, MERGE)}
        for on in find(one.subject, precedent, None, MERGE):
            if bears & {SUPPORTS, MIXED}:
                yield from _said(store, one.subject, one.object, [relies], on.object)
            if bears & {LIMITS, MIXED}:
                yield from _said(store, one.subject, one.object, [limited], on.object)


def _shortcut(concept: object) -> ox.NamedNode:
    assert isinstance(concept, ox.NamedNode)  # noqa: S101 - as the shapes require
    return ox.NamedNode(str(treatment_property(concept.value.rpartition("/")[2])))


def _said(
    store: PrecedentStore, reifier: Term, subject: Term, props: list[ox.NamedNode], value: Term
) -> Iterator[ox.Triple]:
    """Yield the first of the triples that the store holds, and the reifier of it."""
    if isinstance(subject, ox.NamedNode) and isinstance(reifier, ox.NamedNode):
        for prop in props:
            if next(store.inner.quads_for_pattern(subject, prop, value, MERGE), None) is not None:
                told = ox.Triple(subject, prop, value)
                yield told
                yield ox.Triple(reifier, REIFIES, told)
                return
