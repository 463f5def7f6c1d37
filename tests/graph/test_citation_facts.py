"""Citation facts are written and read back without loss, and hold no sentence of an opinion."""

import re
from dataclasses import replace

import pyshacl
import pytest
from rdflib import Graph

from graph.citation_facts import DOCUMENTS, fact_files, packaged_facts, records_of
from graph.errors import CitationFactError
from graph.model import Authority, DocumentRecord, ReporterCitation
from graph.quads import quads_of
from ontology.loading import load_schemes, load_shapes

# No field of a fact is longer: the longest are names of parties and lists of sections.
LONGEST = 160
FEW_WORDS = 4


@pytest.fixture
def printz(records: list[DocumentRecord]) -> DocumentRecord:
    """Return an opinion that has each kind of field."""
    record = records[0]
    first, second, *others = record.references
    known = second.authority
    assert known is not None
    second = replace(
        second,
        string_to=first.start,
        depth="discussed",
        quoted=True,
        on_page="12",
        in_footnote=True,
        treated_by="A v. B",
        treatment_rule="overruled-after",
        treatment_key="overruled",
        text='Id., at "5", n. 1',
        pin="5, n. 1",
    )
    open_one = replace(others[-1], candidates=(known, replace(known, docket="97-1", page="3")))
    named = replace(first, kind="mention", start=900, end=905, treatment="mentions")
    references = (first, second, *others[:-1], open_one)
    return replace(record, references=references, named=(named,), source_url="https://example.org")


def test_what_is_read_back_makes_the_same_triples(printz: DocumentRecord) -> None:
    """Nothing that the graph says of an opinion is lost in its facts."""
    (again,) = records_of(fact_files([printz]))

    assert len(set(quads_of(again))) > 100
    assert set(quads_of(again)) == set(quads_of(printz))


def test_equal_records_give_equal_files(printz: DocumentRecord) -> None:
    """Whatever order they come in, for the files are compared and not only read."""
    other = replace(printz, case=replace(printz.case, citation=ReporterCitation("9", "U.S.", "1")))

    assert fact_files([printz, other]) == fact_files([other, printz])
    assert len(fact_files([printz, other])) == 5


def test_two_texts_of_one_name_are_refused(printz: DocumentRecord) -> None:
    """One would overwrite the other's files."""
    with pytest.raises(CitationFactError, match="us-521-898: two texts"):
        fact_files([printz, printz])


def test_a_citation_that_would_not_come_back_is_refused(printz: DocumentRecord) -> None:
    """A page of two words is read as another page of another reporter."""
    odd = Authority("case", citation=ReporterCitation("1", "U.S.", "5 bis"))
    wrong = replace(printz.references[0], authority=odd)

    with pytest.raises(CitationFactError, match="5 bis"):
        fact_files([replace(printz, references=(wrong,))])


@pytest.mark.parametrize("lost", ["us-521-898.csv", "us-521-898.authorities.csv"])
def test_a_missing_file_is_named(printz: DocumentRecord, lost: str) -> None:
    """A document is listed whose facts are not there."""
    written = fact_files([printz])
    del written[lost]

    with pytest.raises(CitationFactError, match=lost):
        list(records_of(written))


def test_an_authority_that_is_not_listed_is_named(printz: DocumentRecord) -> None:
    """A reference points to nothing."""
    written = fact_files([printz])
    name = "us-521-898.authorities.csv"
    written[name] = re.sub("(?m)^case/us/505/144,.*\n", "", written[name])

    with pytest.raises(CitationFactError, match="case/us/505/144"):
        list(records_of(written))


def test_without_a_list_of_documents_there_are_no_facts() -> None:
    """A package without facts is one that was built without them."""
    assert list(records_of({})) == []


def test_the_packaged_facts_hold_no_sentence() -> None:
    """A reference has the few words that are its form; what decides a treatment, its key words."""
    records = list(records_of(packaged_facts()))
    references = [ref for record in records for ref in (*record.references, *record.named)]
    fields = [str(value) for ref in references for value in (ref.text, ref.pin, ref.section)]
    keys = [ref.treatment_key for ref in references if ref.treatment_key]

    assert len(references) > 9_000
    assert max(map(len, fields)) <= LONGEST
    assert len(keys) > 100
    assert max(len(key.split()) for key in keys) <= FEW_WORDS
    assert {ref.treatment_cue for ref in references} == {None}


@pytest.mark.slow
@pytest.mark.parametrize("slug", ["printz-v-united-states", "gonzales-v-raich"])
def test_the_shapes_accept_the_packaged_facts(slug: str) -> None:
    """SHACL finds nothing to object to, with and without star pages."""
    (record,) = [record for record in records_of(packaged_facts()) if record.slug == slug]
    lines = "\n".join(f"{q.subject} {q.predicate} {q.object} ." for q in quads_of(record))
    graph = Graph().parse(data=lines, format="nt")
    conforms, _, text = pyshacl.validate(graph + load_schemes(), shacl_graph=load_shapes())

    assert len(graph) > 10_000
    assert conforms, text


def test_each_packaged_document_says_where_it_came_from() -> None:
    """An address, the hash of the text, the extractor, and opinions with their authors."""
    records = list(records_of(packaged_facts()))

    assert packaged_facts().keys() >= {DOCUMENTS}
    for record in records:
        assert record.source_url
        assert record.source_url.startswith("https://github.com/")
        assert re.fullmatch("[0-9a-f]{64}", record.sha256)
        assert record.extractor.startswith("anticommandeering/")
        assert any(opinion.author for opinion in record.opinions)
