"""A case that only a text tells of gets a slug of its own, and no case takes another's."""

from dataclasses import replace

import pyoxigraph as ox
import pytest

from graph.cases import find_case
from graph.iri import authority_iri, document_iri
from graph.model import DocumentRecord, ReporterCitation
from graph.quads import quads_of
from graph.slugs import SLUG, slug_of
from graph.store import CURATED, PrecedentStore


def read_into(store: PrecedentStore, record: DocumentRecord, wanted: str | None = None) -> None:
    """Write a document as ingestion does."""
    named = replace(record, slug=slug_of(store, record, wanted))
    store.replace(ox.NamedNode(document_iri(record.case, record.kind)), quads_of(named))


@pytest.fixture
def printz(records: list[DocumentRecord]) -> DocumentRecord:
    """Return the text of an opinion."""
    return records[0]


@pytest.fixture
def namesake(printz: DocumentRecord) -> DocumentRecord:
    """Return the text of another case of the same name."""
    other = replace(printz.case, citation=ReporterCitation("9", "U.S.", "1"), year=1815)
    return replace(printz, case=other, references=())


def test_a_read_case_is_found_by_the_words_of_its_name(printz: DocumentRecord) -> None:
    """Without a manifest the slug is the name."""
    store = PrecedentStore.memory()
    read_into(store, printz)

    assert find_case(store, "printz-v-united-states").citation == "521 U.S. 898"


def test_a_manifest_says_by_which_word(printz: DocumentRecord) -> None:
    """What a manifest calls the text is the slug, in the form of slugs."""
    assert slug_of(PrecedentStore.memory(), printz, "Printz_1997.txt") == "printz-1997-txt"


def test_a_recorded_slug_stays_alone(printz: DocumentRecord) -> None:
    """A case has one slug, and the curated record's goes before the text's."""
    store = PrecedentStore.memory()
    iri = ox.NamedNode(authority_iri(printz.case))
    store.replace(CURATED, [ox.Quad(iri, SLUG, ox.Literal("printz"), CURATED)])

    assert slug_of(store, printz) is None


def test_no_case_takes_the_slug_of_another(
    printz: DocumentRecord, namesake: DocumentRecord
) -> None:
    """The second one adds its year; reading both again changes nothing."""
    store = PrecedentStore.memory()
    read_into(store, printz)
    read_into(store, namesake)
    before = store.dataset_hash()
    read_into(store, printz)
    read_into(store, namesake)

    assert find_case(store, "printz-v-united-states").year == 1997
    assert find_case(store, "printz-v-united-states-1815").citation == "9 U.S. 1"
    assert store.dataset_hash() == before


def test_a_namesake_of_the_same_year_adds_its_citation(
    printz: DocumentRecord, namesake: DocumentRecord
) -> None:
    """Name and year may both be taken."""
    store = PrecedentStore.memory()
    read_into(store, printz)
    read_into(store, namesake)
    third = replace(
        namesake, case=replace(namesake.case, citation=ReporterCitation("9", "U.S.", "7"))
    )

    assert slug_of(store, third) == "printz-v-united-states-us-9-7"


def test_two_texts_of_one_case_give_one_slug(printz: DocumentRecord) -> None:
    """The note was read first; the opinion adds none."""
    store = PrecedentStore.memory()
    read_into(store, replace(printz, kind="note"))

    assert slug_of(store, printz, "another-word") is None


def test_a_case_without_a_name_gets_none(printz: DocumentRecord) -> None:
    """Its citation is name enough."""
    nameless = replace(printz, case=replace(printz.case, name=None))

    assert slug_of(PrecedentStore.memory(), nameless) is None
