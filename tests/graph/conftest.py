"""A small store, written record by record, that each test of an answer can see through."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph

from graph.curated import curated_graph
from graph.iri import document_iri
from graph.model import (
    Authority,
    CitingReference,
    DocumentRecord,
    Opinion,
    OpinionType,
    ReporterCitation,
    Treatment,
)
from graph.quads import quads_of
from graph.store import CURATED, ONTOLOGY, PrecedentStore
from ontology.loading import ontology_texts


def case(volume: int, page: int, name: str, year: int) -> Authority:
    """Return a Supreme Court case as an opinion cites it."""
    citation = ReporterCitation(str(volume), "U.S.", str(page))
    return Authority("case", name=name, citation=citation, year=year, court="scotus")


NEW_YORK = case(505, 144, "New York v. United States", 1992)
NEW_YORK_1946 = case(326, 572, "New York v. United States", 1946)
PRINTZ = case(521, 898, "Printz v. United States", 1997)
MURPHY = case(584, 453, "Murphy v. NCAA", 2018)
TESTA = case(330, 386, "Testa v. Katt", 1947)


def reference(
    start: int,
    authority: Authority | None,
    treatment: Treatment = "follows",
    part: OpinionType = "majority",
    *,
    pin: str | None = None,
    unresolved: str | None = None,
) -> CitingReference:
    """Return a citing reference that states only what a test is about."""
    return CitingReference(
        start=start,
        end=start + 5,
        text="words",
        kind="full_case",
        part=part,
        author="Scalia" if part == "majority" else "Stevens",
        in_footnote=False,
        signal="none",
        treatment=treatment,
        authority=authority,
        unresolved_reason=unresolved,
        pin=pin,
    )


@pytest.fixture
def records() -> list[DocumentRecord]:
    """Printz follows New York; Murphy follows both; a dissent alone rests on Testa."""
    printz = DocumentRecord(
        case=PRINTZ,
        kind="opinion",
        sha256="a" * 64,
        origin="printz.txt",
        extractor="test/1",
        decided="1997-06-27",
        opinions=(Opinion("majority", "Scalia"), Opinion("dissent", "Stevens")),
        references=(
            reference(10, NEW_YORK, pin="188"),
            reference(20, NEW_YORK, "distinguishes", "dissent"),
            reference(30, NEW_YORK_1946, "mentions"),
            reference(40, TESTA, "follows", "dissent"),
            reference(50, None, unresolved="ambiguous: two cases fit"),
        ),
    )
    murphy = DocumentRecord(
        case=MURPHY,
        kind="note",
        sha256="b" * 64,
        origin="murphy.md",
        extractor="test/1",
        decided="2018-05-14",
        opinions=(Opinion("majority", "Alito"),),
        references=(
            reference(10, NEW_YORK),
            reference(20, PRINTZ),
            reference(30, PRINTZ, "discusses", "note"),
        ),
    )
    return [printz, murphy]


@pytest.fixture
def store(records: list[DocumentRecord]) -> PrecedentStore:
    """Return the records in a store that lives in memory."""
    filled = PrecedentStore.memory()
    for record in records:
        write(filled, record)
    return filled


def write(store: PrecedentStore, record: DocumentRecord) -> bool:
    """Put one record into its graph."""
    return store.replace(ox.NamedNode(document_iri(record.case, record.kind)), quads_of(record))


@pytest.fixture(scope="session")
def facts() -> Graph:
    """Return the packaged curated facts, for reading only: to load them takes seconds."""
    return curated_graph()


@pytest.fixture(scope="session")
def fact_quads(facts: Graph) -> list[ox.Quad]:
    """Return the packaged curated facts as they stand in their named graph."""
    triples = ox.parse(facts.serialize(format="nt").encode(), format=ox.RdfFormat.N_TRIPLES)
    return [ox.Quad(t.subject, t.predicate, t.object, CURATED) for t in triples]


@pytest.fixture(scope="session")
def packaged(fact_quads: list[ox.Quad]) -> PrecedentStore:
    """Return the packaged curated facts with the vocabulary and the schemes, for reading only."""
    filled = PrecedentStore.memory()
    filled.replace(CURATED, fact_quads)
    terms = [
        ox.Quad(t.subject, t.predicate, t.object, ONTOLOGY)
        for _, text in ontology_texts()
        for t in ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)
    ]
    filled.replace(ONTOLOGY, terms)
    return filled


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return an empty data directory."""
    return tmp_path / "home"
