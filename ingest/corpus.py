"""Fill a data directory: the packaged facts and notes first, then any texts the user has.

What is said of one case stands in up to two graphs, of its opinion and of its note. A text that a
user has read goes before the packaged citation facts of that opinion, and both before the note.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from importlib.resources import as_file, files
from pathlib import Path
from typing import Literal, TypeAlias

import pyoxigraph as ox
from rdflib import Graph

from graph.citation_facts import packaged_facts, records_of
from graph.curated import curated_graph
from graph.home import writing
from graph.iri import document_iri
from graph.model import Authority, DocumentRecord
from graph.quads import own_voice, quads_of
from graph.slugs import slug_of
from graph.store import CURATED, ONTOLOGY, PrecedentStore
from ingest.document import SourceDocument
from ingest.packaged import mark_current
from ingest.pipeline import build_pipeline, read_references
from ingest.sources.files import Rejected, read_documents
from ontology.loading import ontology_texts

Status: TypeAlias = Literal["written", "unchanged", "rejected"]
Progress: TypeAlias = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: how much was read from it, or why it was not taken."""

    origin: str
    status: Status
    case: str | None = None
    citations: int = 0
    unresolved: int = 0
    reason: str | None = None


def quiet(_label: str, _done: int, _total: int) -> None:
    """Report progress to nobody."""


def fill(home: Path, *, progress: Progress = quiet) -> list[Outcome]:
    """Write the vocabulary, the curated facts and the packaged case notes into a data directory.

    Raises:
        StoreLocked, HomeNotWritable: the directory cannot be written now.
    """
    with writing(home) as store:
        progress("vocabulary", 0, 4)
        store.replace(ONTOLOGY, _ontology_quads())
        progress("curated facts", 1, 4)
        store.replace(CURATED, _quads(curated_graph(), CURATED))
        progress("citation facts", 2, 4)
        _load_facts(store)
        progress("case notes", 3, 4)
        with ExitStack() as stack:
            notes = stack.enter_context(as_file(files("ingest") / "notes"))
            outcomes = list(_ingest(store, [notes], progress))
    mark_current(home)
    return outcomes


def ingest(home: Path, paths: Iterable[Path], *, progress: Progress = quiet) -> list[Outcome]:
    """Read texts and put each in its own named graph; a text that changed replaces the old one.

    Raises:
        StoreLocked, HomeNotWritable: the directory cannot be written now.
    """
    with writing(home) as store:
        return list(_ingest(store, list(paths), progress))


def _ingest(store: PrecedentStore, paths: list[Path], progress: Progress) -> Iterator[Outcome]:
    nlp = build_pipeline()
    documents = list(read_documents(paths))
    for done, document in enumerate(documents):
        progress(Path(document.origin).name, done, len(documents))
        if isinstance(document, Rejected):
            yield Outcome(document.origin, "rejected", reason=document.reason)
        elif document.case is None:
            yield Outcome(document.origin, "rejected", reason=UNIDENTIFIED)
        else:
            record = replace(read_references(document, nlp), slug=document.slug)
            yield _outcome(document, record, changed=write(store, record))
    progress("done", len(documents), len(documents))


UNIDENTIFIED = (
    "nothing at its head tells which case it is: put the official citation (521 U.S. 898) on the"
    " first line, or name the file in a manifest.json beside it"
)


def write(store: PrecedentStore, record: DocumentRecord) -> bool:
    """Put what a document says in its graph; a note gives way to the opinion it digests.

    ``record.slug`` is the word that the document asks for; its case may have another one already.
    Returns False if nothing changed.
    """
    quads = _quads_of(store, record)
    if record.kind == "note" and _has(store, record.case, "opinion"):
        quads = own_voice(quads)
    changed = store.replace(_graph_of(record), quads)
    if record.kind == "opinion" and _has(store, record.case, "note"):
        note = ox.NamedNode(document_iri(record.case, "note"))
        store.replace(note, own_voice(list(store.inner.quads_for_pattern(None, None, None, note))))
    return changed


def _load_facts(store: PrecedentStore) -> None:
    """Write the packaged citation facts of each opinion of which the user has read no text."""
    before = store.packaged()
    facts = {_graph_of(record): record for record in records_of(packaged_facts())}
    for graph in before:
        if graph not in facts:
            store.drop(graph)
    loaded = store.load_packaged(
        (graph, _quads_of(store, record))
        for graph, record in facts.items()
        if graph in before or store.graph_hash(graph) is None
    )
    if loaded:
        store.inner.optimize()


def _graph_of(record: DocumentRecord) -> ox.NamedNode:
    return ox.NamedNode(document_iri(record.case, record.kind))


def _quads_of(store: PrecedentStore, record: DocumentRecord) -> list[ox.Quad]:
    return list(quads_of(replace(record, slug=slug_of(store, record, record.slug))))


def _outcome(document: SourceDocument, record: DocumentRecord, *, changed: bool) -> Outcome:
    return Outcome(
        origin=document.origin,
        status="written" if changed else "unchanged",
        case=record.case.name,
        citations=len(record.references),
        unresolved=sum(ref.unresolved_reason is not None for ref in record.references),
    )


def _has(store: PrecedentStore, case: Authority, kind: str) -> bool:
    return store.graph_hash(ox.NamedNode(document_iri(case, kind))) is not None


def _ontology_quads() -> Iterator[ox.Quad]:
    for _, text in ontology_texts():
        for quad in ox.parse(text.encode(), format=ox.RdfFormat.TURTLE):
            yield ox.Quad(quad.subject, quad.predicate, quad.object, ONTOLOGY)


def _quads(graph: Graph, name: ox.NamedNode) -> Iterator[ox.Quad]:
    data = graph.serialize(format="nt", encoding="utf-8")
    for triple in ox.parse(data, format=ox.RdfFormat.N_TRIPLES):
        yield ox.Quad(triple.subject, triple.predicate, triple.object, name)
