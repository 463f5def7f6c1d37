"""The triple store: Oxigraph on disk, one writer, one named graph per source document."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Self, TypeAlias, TypeVar

import pyoxigraph as ox
from rdflib import Dataset

from graph.errors import DamagedStore, HomeNotWritable, StoreLocked
from graph.iri import thing_iri
from ontology.namespace import AC

MANIFEST: Final = ox.NamedNode(thing_iri("graph", "manifest"))
CURATED: Final = ox.NamedNode(thing_iri("graph", "curated"))
ONTOLOGY: Final = ox.NamedNode(thing_iri("graph", "ontology"))
CONTENT_HASH: Final = ox.NamedNode(str(AC.contentSha256))
PACKAGED_HASH: Final = ox.NamedNode(str(AC.packagedSha256))
MOST_KEPT: Final = 250_000  # values and references that a snapshot remembers: some 100 MB
MOST_ASKED: Final = 500  # things of one query; for thousands Oxigraph plans to read all there is
AT_ONCE: Final = 50_000  # quads that a bulk load takes together: about 150 MB of memory
MERGE_ALL: Final = "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"
COUNT_NAMED: Final = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"


T = TypeVar("T", bound=Sized)
S = TypeVar("S")
Reader: TypeAlias = Callable[[list[str]], dict[str, T]]


class PrecedentStore:
    """Named graphs of quads; a graph is replaced whole or not at all.

    The default graph is the RDF merge of the named ones, each triple once, and every write keeps it
    so: Oxigraph's own union is a bag, in which a triple of n graphs gives n rows. Writing is for
    one process: Oxigraph's own lock refuses a second writer; concurrent updates would lose writes.
    """

    def __init__(self, inner: ox.Store, path: Path | None = None, *, fixed: bool = False) -> None:
        self._open: ox.Store | None = inner
        self._path = path
        self._fixed = fixed
        self._size: int | None = None
        self._kept: dict[tuple[str, str], Sized] = {}
        self._kept_size = 0
        self._hash: str | None = None
        self._merged: bool | None = None
        self._day: str | None = None

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
            DamagedStore: its files are not those of a store.
        """
        try:
            path.mkdir(parents=True, exist_ok=True)
            store = cls(ox.Store(str(path)), path.parent)
        except OSError as error:
            if "lock" in str(error).lower():
                raise StoreLocked(path.parent) from error
            raise HomeNotWritable(path.parent, str(error)) from error
        except RuntimeError as error:
            raise DamagedStore(path.parent, _first_line(error)) from error
        if not store.is_merged():
            store.inner.update(MERGE_ALL)
        return store

    @classmethod
    def open_snapshot(cls, path: Path) -> Self:
        """Open a published snapshot, which nobody writes, for reading.

        Raises:
            DamagedStore: its files are not those of a store.
        """
        try:
            return cls(ox.Store.read_only(str(path)), path, fixed=True)
        except (OSError, RuntimeError) as error:
            raise DamagedStore(path, _first_line(error)) from error

    @property
    def fixed(self) -> bool:
        """Whether nobody writes this store, so that what was read of it may be kept."""
        return self._fixed

    def is_merged(self) -> bool:
        """Tell whether the default graph holds the merge; version 0.1.0 wrote stores without it."""
        if self._merged is None or not self._fixed:
            merge = self.inner.quads_for_pattern(None, None, None, ox.DefaultGraph())
            self._merged = any(merge)
        return self._merged

    def __len__(self) -> int:
        """Return the number of quads in the named graphs; the merge repeats them."""
        if self._size is None or not self._fixed:
            self._size = int(self.select(COUNT_NAMED)[0]["n"])
        return self._size

    def query(
        self,
        sparql: str,
        *,
        prefixes: Mapping[str, str] | None = None,
        dataset: tuple[Sequence[str], Sequence[str]] | None = None,
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """Run a query over the merge of the named graphs.

        A ``FROM`` clause of the query selects other graphs, and ``dataset`` (IRIs of the default
        graphs, IRIs of the named graphs) goes before both.
        """
        default, named = dataset or ((), ())
        with self._undamaged():
            return self.inner.query(
                sparql,
                prefixes=dict(prefixes) if prefixes else None,
                use_default_graph_as_union=dataset is None and not self.is_merged(),
                default_graph=None if dataset is None else [ox.NamedNode(iri) for iri in default],
                named_graphs=None if dataset is None else [ox.NamedNode(iri) for iri in named],
            )

    @contextmanager
    def _undamaged(self) -> Iterator[None]:
        """Name the directory where Oxigraph finds that what it reads is not what it wrote."""
        try:
            yield
        except RuntimeError as error:
            if self._path is None or not str(error).startswith("Corruption"):
                raise
            raise DamagedStore(self._path, _first_line(error)) from error

    def kept(self, kind: str, things: Iterable[str], read: Reader[T]) -> dict[str, T]:
        """Return what ``read`` says of each thing, read once where the store never changes.

        What was read is shared by all who ask: nobody may change it.
        """
        wanted = list(dict.fromkeys(things))
        if not self._fixed:
            return _read_all(read, wanted)
        known: dict[str, T] = self.known(kind, wanted)
        if missing := [thing for thing in wanted if thing not in known]:
            found = _read_all(read, missing)
            known |= found
            self.remember(kind, found)
        return known

    def known(self, kind: str, things: Iterable[str]) -> dict[str, Any]:
        """Return what is remembered of these things."""
        kept = self._kept  # another thread may put a new one in its place
        return {thing: kept[kind, thing] for thing in things if (kind, thing) in kept}

    def remember(self, kind: str, found: Mapping[str, Sized]) -> None:
        """Keep what was read of things, where the store never changes."""
        size = sum(len(value) + 1 for value in found.values())
        if not self._fixed or size > MOST_KEPT:
            return
        if self._kept_size + size > MOST_KEPT:
            self._kept, self._kept_size = {}, 0
        self._kept |= {(kind, thing): value for thing, value in found.items()}
        self._kept_size += size

    def once(self, kind: str, thing: str, read: Callable[[], T]) -> T:
        """Return what ``read`` says, read once for each thing where the store never changes."""
        return self.kept(kind, [thing], lambda _: {thing: read()})[thing]

    def rows(self, sparql: str) -> Iterator[tuple[str, ...]]:
        """Yield the rows of a SELECT that binds all its variables, as plain strings."""
        with self._undamaged():
            for row in self._solutions(sparql):
                yield tuple(term.value for term in row)

    def select(self, sparql: str) -> list[dict[str, str]]:
        """Return the rows of a SELECT as plain strings; unbound variables are left out."""
        return self.table(sparql)[1]

    def table(self, sparql: str) -> tuple[tuple[str, ...], list[dict[str, str]]]:
        """Return the names of a SELECT's columns, and its rows as ``select`` does."""
        solutions = self._solutions(sparql)
        names = tuple(variable.value for variable in solutions.variables)
        with self._undamaged():
            return names, [
                {
                    name: term.value
                    for name, term in zip(names, row, strict=True)
                    if term is not None
                }
                for row in solutions
            ]

    def _solutions(self, sparql: str) -> ox.QuerySolutions:
        solutions = self.query(sparql)
        if not isinstance(solutions, ox.QuerySolutions):
            raise TypeError("a table is the answer to a SELECT query")
        return solutions

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
        body, digest = _canonical(quads)
        if self.graph_hash(graph) == digest:
            return False
        stamp = f"{graph} {CONTENT_HASH} "
        self.inner.update(
            _removal(graph)
            + f'INSERT DATA {{ {stamp} "{digest}" . GRAPH {MANIFEST} {{ {stamp} "{digest}" }}\n'
            f"GRAPH {graph} {{\n{body}\n}} }} ;\n"
            f"INSERT {{ ?s ?p ?o }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"
        )
        return True

    def load_packaged(self, graphs: Iterable[tuple[ox.NamedNode, Sequence[ox.Quad]]]) -> int:
        """Write graphs that the package ships, many at once; return how many were not there so.

        Several times as fast as ``replace`` for each, in less room, and no transaction: stamps are
        set after all is there, so that what a crash leaves behind counts as absent and is written
        again. Readers see snapshots only.
        """
        changed, waiting, stamps = 0, list[ox.Quad](), list[ox.Quad]()
        for graph, quads in graphs:
            digest = ox.Literal(_canonical(quads)[1])
            if self.graph_hash(graph) == digest.value:
                continue
            if any(self.inner.quads_for_pattern(None, None, None, graph)):
                self.inner.update(_removal(graph))
            changed += 1
            waiting += quads
            stamps += [ox.Quad(graph, p, digest, MANIFEST) for p in (CONTENT_HASH, PACKAGED_HASH)]
            if len(waiting) > AT_ONCE:
                self._load(waiting, stamps)
                waiting, stamps = [], []
        self._load(waiting, stamps)
        return changed

    def _load(self, quads: Sequence[ox.Quad], stamps: Sequence[ox.Quad]) -> None:
        self.inner.bulk_extend(_twice(quads))
        self.inner.extend(_twice(stamps))

    def packaged(self) -> list[ox.NamedNode]:
        """Return the graphs that hold what a package shipped, sorted."""
        stamps = self.inner.quads_for_pattern(None, PACKAGED_HASH, None, MANIFEST)
        found = (quad.subject for quad in stamps)
        return sorted((g for g in found if isinstance(g, ox.NamedNode)), key=lambda g: g.value)

    def drop(self, graph: ox.NamedNode) -> bool:
        """Remove a graph and its manifest entry; return False if it was not there."""
        if self.graph_hash(graph) is None:
            return False
        self.inner.update(_removal(graph))
        return True

    def graphs(self) -> dict[str, str]:
        """Return each named graph's IRI with its content hash, sorted."""
        rows = self.inner.quads_for_pattern(None, CONTENT_HASH, None, MANIFEST)
        return dict(sorted((str(q.subject)[1:-1], str(q.object).strip('"')) for q in rows))

    def dataset_hash(self) -> str:
        """Return one hash of all that the store says; equal hashes mean equal datasets."""
        if self._hash is None or not self._fixed:
            lines = "".join(f"{iri} {digest}\n" for iri, digest in self.graphs().items())
            self._hash = hashlib.sha256(lines.encode()).hexdigest()
        return self._hash

    def as_of(self) -> str:
        """Return the newest date to which any curated fact was checked (ISO 8601), or ''."""
        if self._day is None or not self._fixed:
            rows = self.select(
                f"SELECT (MAX(?d) AS ?newest) {{ GRAPH {CURATED} {{ ?s <{AC.asOf}> ?d }} }}"
            )
            self._day = rows[0].get("newest", "") if rows else ""
        return self._day

    def backup(self, path: Path) -> None:
        """Write an immutable copy (hard links on the same file system)."""
        self.inner.flush()
        self.inner.backup(str(path))

    def to_dataset(self) -> Dataset:
        """Return the named graphs as an rdflib Dataset."""
        dataset = Dataset()
        everything = self.inner.quads_for_pattern(None, None, None, None)
        named = (quad for quad in everything if isinstance(quad.graph_name, ox.NamedNode))
        dataset.parse(data=ox.serialize(named, format=ox.RdfFormat.N_QUADS) or b"", format="nquads")
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


def stamp(graph: ox.NamedNode, digest: str) -> ox.Quad:
    """Return what the manifest says of a graph that was written with this content hash."""
    return ox.Quad(graph, CONTENT_HASH, ox.Literal(digest), MANIFEST)


def batches(things: Sequence[S]) -> Iterator[Sequence[S]]:
    """Yield things in groups that one query may name."""
    for start in range(0, len(things), MOST_ASKED):
        yield things[start : start + MOST_ASKED]


def _read_all(read: Reader[T], things: list[str]) -> dict[str, T]:
    found: dict[str, T] = {}
    for group in batches(things):
        found |= read(list(group))
    return found


def _canonical(quads: Iterable[ox.Quad]) -> tuple[str, str]:
    """Return the triples of some quads as sorted N-Triples, and the hash of these."""
    body = "\n".join(sorted({f"{q.subject} {q.predicate} {q.object} ." for q in quads}))
    return body, hashlib.sha256(body.encode()).hexdigest()


def _twice(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """Yield each quad in its graph and in the merge."""
    for quad in quads:
        yield quad
        yield ox.Quad(quad.subject, quad.predicate, quad.object, ox.DefaultGraph())


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def _removal(graph: ox.NamedNode) -> str:
    """Return the update that removes a graph, its stamps, and what only it gave to the merge."""
    stamp = f"{graph} ?stamp ?old"
    return (
        f"DELETE {{ ?s ?p ?o }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }}\n"
        f"FILTER NOT EXISTS {{ GRAPH ?other {{ ?s ?p ?o }} FILTER(?other != {graph}) }} }} ;\n"
        f"DROP SILENT GRAPH {graph} ;\n"
        f"DELETE {{ {stamp} . GRAPH {MANIFEST} {{ {stamp} }} }}"
        f" WHERE {{ GRAPH {MANIFEST} {{ {stamp} }} }} ;\n"
    )
