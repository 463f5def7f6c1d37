"""Candidates are written beside what people recorded, and never counted with it."""

from dataclasses import replace

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import Graph

from graph.candidates import candidates
from graph.errors import UnknownCase, UnknownLaw
from graph.iri import BASE, authority_iri, document_iri
from graph.model import DocumentRecord, Mention, RelianceCandidate
from graph.quads import own_voice, quads_of
from graph.reliance import laws
from graph.store import CURATED, PrecedentStore
from ontology.loading import load_schemes, load_shapes, load_vocabulary
from ontology.namespace import AC

LAW = BASE + "id/law/us-nj/laws/1900/1"
ELEMENT = "https://w3id.org/anticommandeering/scheme/doctrine/dual-sovereignty"


@pytest.fixture
def record(records: list[DocumentRecord]) -> DocumentRecord:
    """Return Printz with a passage that names a law beside its citation of New York."""
    printz = records[0]
    cited = printz.references[0]
    assert cited.authority is not None
    found = RelianceCandidate(
        law=LAW,
        precedent=authority_iri(cited.authority),
        part="majority",
        author="Scalia",
        start=0,
        end=60,
        citation=(cited.start, cited.end),
        mentions=(
            Mention("law", LAW, 2, 8, "An Act", "majority", "Scalia"),
            Mention("outcome", None, 20, 26, "upheld", "majority", "Scalia"),
            Mention("element", ELEMENT, 30, 46, "dual sovereignty", "majority", "Scalia"),
        ),
        element=ELEMENT,
        outcome="upheld",
    )
    return replace(printz, candidates=(found,))


@pytest.fixture
def filled(record: DocumentRecord, facts: Graph, fact_quads: list[ox.Quad]) -> PrecedentStore:
    """Return the packaged facts with that passage."""
    store = PrecedentStore.memory()
    known = min(map(str, facts.objects(None, AC.relyingLaw)))
    store.replace(CURATED, fact_quads)
    found = replace(record.candidates[0], law=known)
    changed = replace(record, candidates=(found,))
    store.replace(ox.NamedNode(document_iri(record.case, "opinion")), quads_of(changed))
    return store


def as_rdflib(quads: list[ox.Quad]) -> Graph:
    """Return quads as one rdflib graph."""
    text = "\n".join(f"{q.subject} {q.predicate} {q.object} ." for q in quads)
    return Graph().parse(data=text, format="nt")


def test_a_candidate_conforms_and_says_only_what_is_defined(record: DocumentRecord) -> None:
    """SHACL has nothing to object to, and every term of ours is in the vocabulary."""
    quads = list(quads_of(record))
    data = as_rdflib(quads)
    conforms, _, text = pyshacl.validate(data + load_schemes(), shacl_graph=load_shapes())
    defined = set(load_vocabulary().subjects())
    ours = {p for p in data.predicates() if str(p).startswith(str(AC.NS))}

    assert conforms, text
    assert ours - defined == set()
    assert {str(quad.graph_name) for quad in quads} == {f"<{document_iri(record.case, 'opinion')}>"}


def test_a_candidate_never_speaks_of_reliance(record: DocumentRecord) -> None:
    """None of the properties by which assertions are found is used."""
    used = {quad.predicate.value for quad in quads_of(record)}

    assert used & {str(t) for t in (AC.reliesOn, AC.relyingLaw, AC.precedent)} == set()
    assert str(AC.candidateLaw) in used


def test_reading_a_text_again_gives_the_same_candidate(record: DocumentRecord) -> None:
    """IRIs follow from the source's hash and the places."""
    assert list(quads_of(record)) == list(quads_of(record))


def test_a_candidate_is_found_by_case_and_by_law(filled: PrecedentStore) -> None:
    """With the words that show it, in order of place."""
    (found,) = candidates(filled, relies_on="505 U.S. 144").items
    by_law = candidates(filled, law=found.law_slug)

    assert by_law.items == (found,)
    assert [(words.kind, words.text) for words in found.words] == [
        ("law", "An Act"),
        ("citation", "words"),
        ("outcome", "upheld"),
        ("element", "dual sovereignty"),
    ]
    assert (found.outcome, found.element, found.review) == (
        "upheld",
        "dual-sovereignty",
        "extracted, not reviewed",
    )
    assert (found.opinion_type, found.author) == ("majority", "Scalia")


def test_no_candidate_of_another_case_or_law_is_shown(filled: PrecedentStore) -> None:
    """An answer without items is an answer; a name that nobody has is an error."""
    assert candidates(filled, relies_on="reno-v-condon").total == 0
    with pytest.raises(UnknownCase):
        candidates(filled, relies_on="nobody-v-nothing")
    with pytest.raises(UnknownLaw):
        candidates(filled, law="no-such-law")


def test_laws_that_rely_on_a_case_are_those_that_people_recorded(filled: PrecedentStore) -> None:
    """The same with the candidate as without it."""
    with_candidate = laws(filled, relies_on="505 U.S. 144", evidence_max=8, limit=999)
    for name in filled.graphs():
        if "/id/document/" in name:
            filled.replace(ox.NamedNode(name), [])
    without = laws(filled, relies_on="505 U.S. 144", evidence_max=8, limit=999)

    assert candidates(filled).total == 0
    assert [law.iri for law in with_candidate.items] == [law.iri for law in without.items]


def test_a_note_gives_up_candidates_it_reports_of_opinions(record: DocumentRecord) -> None:
    """They go with the rest once the full text speaks; mentions do not stay behind."""
    kept = own_voice(list(quads_of(replace(record, kind="note"))))
    classes = {quad.object.value for quad in kept if isinstance(quad.object, ox.NamedNode)}

    assert str(AC.RelianceCandidate) not in classes
    assert str(AC.Mention) not in classes
