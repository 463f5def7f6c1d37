"""The triple store: Oxigraph on disk, one writer, one named graph per source document."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final, Self

import pyoxigraph as ox
from rdflib import Dataset

from graph.errors import HomeNotWritable, StoreLocked
from graph.iri import thing_iri
from ontology.namespace import AC

MANIFEST: Final = ox.NamedNode(thing_iri("graph", "manifest"))
CURATED: Final = ox.NamedNode(thing_iri("graph", "curated"))
ONTOLOGY: Final = ox.NamedNode(thing_iri("graph", "ontology"))
CONTENT_HASH: Final = ox.NamedNode(str(AC.contentSha256))


class PrecedentStore:
    """Named graphs of quads; a graph is replaced whole or not at all.

    The union of all named graphs is the default graph of every query. Writing is for one process:
    Oxigraph's own lock refuses a second writer; concurrent updates in one would lose writes.
    """

    def __init__(self, inner: ox.Store) -> None:
        self._open: ox.Store | None = inner

    @classmethod
    def memory(cls) -> Self:
        """Return an empty store that lives in memory."""
        return cls(ox.Store())

    @classmethod
    def open_writer(cls, path: Path) -> Self:
        """Open the store on disk for writing, creating it.

        Raises:
            StoreLocked: another process holds it.
            HomeNotWritable: the directory cannot be written.
        """
        try:
            path.mkdir(parents=True, exist_ok=True)
            return cls(ox.Store(str(path)))
        except OSError as error:
            if "lock" in str(error).lower():
                raise StoreLocked(path.parent) from error
            raise HomeNotWritable(path.parent, str(error)) from error

    @classmethod
    def open_snapshot(cls, path: Path) -> Self:
        """Open a published snapshot, which nobody writes, for reading."""
        return cls(ox.Store.read_only(str(path)))

    def __len__(self) -> int:
        return len(self.inner)

    def query(self, sparql: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """Run a query of our own over the union of the named graphs."""
        return self.inner.query(sparql, use_default_graph_as_union=True)

    def select(self, sparql: str) -> list[dict[str, str]]:
        """Return the rows of a SELECT as plain strings; unbound variables are left out."""
        solutions = self.query(sparql)
        if not isinstance(solutions, ox.QuerySolutions):
            raise TypeError("select() takes a SELECT query")
        names = [variable.value for variable in solutions.variables]
        return [
            {name: term.value for name in names if (term := row[name]) is not None}
            for row in solutions
        ]

    @property
    def inner(self) -> ox.Store:
        """The Oxigraph store itself, for the SPARQL endpoint."""
        if self._open is None:
            raise ValueError("this store was closed")
        return self._open

    def close(self) -> None:
        """Let go of the files; Oxigraph releases its lock when the last reference goes."""
        self._open = None

    def graph_hash(self, graph: ox.NamedNode) -> str | None:
        """Return the content hash a graph was last written with, or None."""
        found = next(self.inner.quads_for_pattern(graph, CONTENT_HASH, None, MANIFEST), None)
        return found.object.value if found and isinstance(found.object, ox.Literal) else None

    def replace(self, graph: ox.NamedNode, quads: Iterable[ox.Quad]) -> bool:
        """Put these quads in place of all that a graph held; return False if nothing changed.

        One SPARQL update request is one transaction in Oxigraph, so a crash leaves the old graph
        whole. Quads name no blank nodes, which makes the sorted N-Quads canonical.
        """
        triples = sorted({f"{q.subject} {q.predicate} {q.object} ." for q in quads})
        body = "\n".join(triples)
        digest = hashlib.sha256(body.encode()).hexdigest()
        if self.graph_hash(graph) == digest:
            return False
        stamp = f"{graph} {CONTENT_HASH} "
        self.inner.update(
            f"DROP SILENT GRAPH {graph} ;\n"
            f"DELETE WHERE {{ GRAPH {MANIFEST} {{ {stamp} ?old }} }} ;\n"
            f'INSERT DATA {{ GRAPH {MANIFEST} {{ {stamp} "{digest}" }}\n'
            f"GRAPH {graph} {{\n{body}\n}} }}"
        )
        return True

    def drop(self, graph: ox.NamedNode) -> bool:
        """Remove a graph and its manifest entry; return False if it was not there."""
        if self.graph_hash(graph) is None:
            return False
        self.inner.update(
            f"DROP SILENT GRAPH {graph} ;"
            f"DELETE WHERE {{ GRAPH {MANIFEST} {{ {graph} {CONTENT_HASH} ?old }} }}"
        )
        return True

    def graphs(self) -> dict[str, str]:
        """Return each named graph's IRI with its content hash, sorted."""
        rows = self.inner.quads_for_pattern(None, CONTENT_HASH, None, MANIFEST)
        return dict(sorted((str(q.subject)[1:-1], str(q.object).strip('"')) for q in rows))

    def dataset_hash(self) -> str:
        """Return one hash of all that the store says; equal hashes mean equal datasets."""
        lines = "".join(f"{iri} {digest}\n" for iri, digest in self.graphs().items())
        return hashlib.sha256(lines.encode()).hexdigest()

    def as_of(self) -> str:
        """Return the newest date to which any curated fact was checked (ISO 8601), or ''."""
        rows = self.select(
            f"SELECT (MAX(?d) AS ?newest) {{ GRAPH {CURATED} {{ ?s <{AC.asOf}> ?d }} }}"
        )
        return rows[0].get("newest", "") if rows else ""

    def backup(self, path: Path) -> None:
        """Write an immutable copy (hard links on the same file system)."""
        self.inner.flush()
        self.inner.backup(str(path))

    def to_dataset(self) -> Dataset:
        """Return everything as an rdflib Dataset."""
        dataset = Dataset()
        dataset.parse(data=self.inner.dump(format=ox.RdfFormat.N_QUADS) or b"", format="nquads")
        return dataset

    def add_dataset(self, dataset: Dataset) -> int:
        """Replace each named graph that an rdflib Dataset has; return how many changed."""
        data = dataset.serialize(format="nquads")
        by_graph: dict[ox.NamedNode, list[ox.Quad]] = {}
        for quad in ox.parse(data.encode(), format=ox.RdfFormat.N_QUADS):
            if isinstance(quad, ox.Quad) and isinstance(quad.graph_name, ox.NamedNode):
                by_graph.setdefault(quad.graph_name, []).append(quad)
        by_graph.pop(MANIFEST, None)
        return sum(self.replace(graph, quads) for graph, quads in by_graph.items())
