"""What a document says becomes quads that the vocabulary defines and the shapes accept."""

from dataclasses import replace

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import Graph

from graph.iri import citation_iri, document_iri, opinion_iri
from graph.model import DocumentRecord, Opinion
from graph.quads import own_voice, quads_of
from ontology.concepts import concept_iri
from ontology.loading import load_schemes, load_shapes, load_vocabulary
from ontology.namespace import AC

OURS = str(AC.NS)


def as_rdflib(quads: list[ox.Quad]) -> Graph:
    """Return quads as one rdflib graph."""
    text = "\n".join(f"{q.subject} {q.predicate} {q.object} ." for q in quads)
    return Graph().parse(data=text, format="nt")


@pytest.fixture
def printz(records: list[DocumentRecord]) -> list[ox.Quad]:
    """Return the quads of an opinion."""
    return list(quads_of(records[0]))


def subjects(quads: list[ox.Quad], kind: str) -> set[str]:
    """Return the subjects that are of a class."""
    return {str(q.subject) for q in quads if str(q.object) == f"<{kind}>"}


def test_all_quads_stand_in_the_documents_graph(
    printz: list[ox.Quad], records: list[DocumentRecord]
) -> None:
    """One source document has one named graph, called by the document's IRI."""
    expected = f"<{document_iri(records[0].case, 'opinion')}>"

    assert {str(quad.graph_name) for quad in printz} == {expected}


def test_an_unresolved_reference_is_kept_with_its_reason(printz: list[ox.Quad]) -> None:
    """It is no citation of anything, and it is not lost."""
    reasons = [str(q.object) for q in printz if q.predicate.value == str(AC.unresolvedReason)]

    assert len(subjects(printz, str(AC.UnresolvedCitation))) == 1
    assert reasons == ['"ambiguous: two cases fit"']


def test_a_reference_within_the_decision_is_not_unresolved(records: list[DocumentRecord]) -> None:
    """Ante and post name no authority, so there is nothing to resolve and no reason to give."""
    inside = replace(records[0].references[-1], kind="internal", unresolved_reason=None)
    quads = list(quads_of(replace(records[0], references=(inside,))))

    assert len(subjects(quads, str(AC.InternalReference))) == 1
    assert subjects(quads, str(AC.UnresolvedCitation)) == set()
    conforms, _, text = pyshacl.validate(as_rdflib(quads), shacl_graph=load_shapes())
    assert conforms, text


def test_each_resolved_reference_is_stated_twice(
    printz: list[ox.Quad], records: list[DocumentRecord]
) -> None:
    """A citation node with evidence, and a direct triple from the opinion that makes it."""
    majority = ox.NamedNode(opinion_iri(records[0].case, Opinion("majority", "Scalia")))
    follows = ox.NamedNode(str(AC.follows))
    direct = [q.object for q in printz if (q.subject, q.predicate) == (majority, follows)]

    assert len(subjects(printz, str(AC.Citation))) == 4
    assert [str(target).endswith("us/505/144>") for target in direct] == [True]


def test_every_predicate_and_class_of_ours_is_defined(printz: list[ox.Quad]) -> None:
    """Nothing is said that the vocabulary does not define."""
    used = {q.predicate.value for q in printz} | {
        q.object.value for q in printz if isinstance(q.object, ox.NamedNode)
    }
    defined = {str(subject) for subject in load_vocabulary().subjects()}
    ours = {term for term in used if term.startswith(OURS)}

    assert len(ours) > 20
    assert ours - defined == set()


def test_every_concept_used_is_in_a_scheme(printz: list[ox.Quad]) -> None:
    """Treatments, signals, parts and provenance are concepts that exist."""
    concepts = {
        q.object.value
        for q in printz
        if isinstance(q.object, ox.NamedNode) and "/scheme/" in q.object.value
    }
    known = {str(subject) for subject in load_schemes().subjects()}

    assert len(concepts) >= 6
    assert concepts - known == set()


def test_the_shapes_accept_what_is_written(printz: list[ox.Quad]) -> None:
    """SHACL finds nothing to object to."""
    conforms, _, text = pyshacl.validate(
        as_rdflib(printz) + load_schemes(), shacl_graph=load_shapes()
    )

    assert conforms, text


def test_own_voice_drops_what_a_note_reports_of_opinions(records: list[DocumentRecord]) -> None:
    """After the full text is read, a note keeps only what it says itself."""
    quads = list(quads_of(records[1]))
    kept = own_voice(quads)

    assert len(subjects(quads, str(AC.Citation))) == 3
    assert len(subjects(kept, str(AC.Citation))) == 1
    assert subjects(kept, str(AC.SourceDocument)) == subjects(quads, str(AC.SourceDocument))
    assert own_voice(kept) == kept


def test_a_citation_says_its_string_its_depth_and_whether_it_quotes(
    records: list[DocumentRecord],
) -> None:
    """The later member of a string is led to the first, and the shapes accept it."""
    first, second = records[0].references[:2]
    second = replace(second, string_to=first.start, depth="discussed", quoted=True, on_page="12")
    quads = list(quads_of(replace(records[0], references=(first, second))))
    about = citation_iri(records[0].sha256, second.start, second.end)
    said = {q.predicate.value: q.object for q in quads if q.subject == ox.NamedNode(about)}

    assert said[str(AC.inStringWith)] == ox.NamedNode(
        citation_iri(records[0].sha256, first.start, first.end)
    )
    assert said[str(AC.depth)] == ox.NamedNode(concept_iri("depth", "discussed"))
    assert said[str(AC.onPage)] == ox.Literal("12")
    assert said[str(AC.quotesAuthority)] == ox.Literal(True)
    conforms, _, text = pyshacl.validate(as_rdflib(quads), shacl_graph=load_shapes())
    assert conforms, text
