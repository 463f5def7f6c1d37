"""Records as RDF: nothing is left unsaid by accident, and nothing is said that the graph has not."""

from dataclasses import fields
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.answers import NOT_REVIEWED
from graph.as_of import AsOf
from graph.candidates import candidates
from graph.cases import case_detail
from graph.claims import claim_detail
from graph.elements import element_detail
from graph.facets import EVERY_KIND, LawFilter
from graph.home import open_reader
from graph.law_detail import law_detail
from graph.lineage import lineage, progeny
from graph.reliance import laws
from graph.statements.say import SHAPES, Statements
from graph.store import PrecedentStore
from ontology.namespace import AC
from ontology.prefixes import PREFIXES


@pytest.mark.parametrize("record", SHAPES, ids=lambda record: record.__name__)
def test_every_field_of_a_record_is_said_or_left_out_on_purpose(record: type) -> None:
    """A field that somebody adds has to be given its property."""
    shape = SHAPES[record]
    said = set(shape.terms) | shape.silent | {shape.about, "iri"}
    known = {field.name for field in fields(record)}

    assert known - said == set()
    assert (set(shape.terms) | shape.silent) - known == set()


@pytest.fixture(scope="module")
def full(filled_home: Path) -> PrecedentStore:
    """Return the store of all that the package ships."""
    return open_reader(filled_home).store()


def answers(store: PrecedentStore) -> Statements:
    """Return what is said of answers of every kind."""
    said = Statements()
    for key in ("521 U.S. 898", "426 U.S. 833", "murphy-v-ncaa"):
        said.thing(case_detail(store, key))
    for law in laws(store, wanted=LawFilter(kind=EVERY_KIND), limit=None).items:
        said.thing(law)
    for law_key in ("us-ca-sb54-california-values-act", "interstate-national-popular-vote"):
        said.thing(law_detail(store, law_key))
    said.thing(element_detail(store, "no-commandeering-executives"))
    said.thing(claim_detail(store, "confederation-essay/07"))
    for found in candidates(store).items:
        said.thing(found)
    for answer in (lineage(store, "521 U.S. 898"), progeny(store, "505 U.S. 144")):
        for step in answer.steps:
            said.step(step)
    return said


def test_what_is_said_of_things_is_in_the_graph(full: PrecedentStore) -> None:
    """Every triple of a named thing, value and datatype; records without a name are apart.

    Said beyond it: that a law is a measure, and of a candidate that nobody has reviewed it.
    """
    said = [
        triple
        for triple in answers(full)
        if isinstance(triple.subject, ox.NamedNode)
        and not isinstance(triple.object, ox.BlankNode)
        and triple.object not in (ox.NamedNode(str(AC.Measure)), ox.Literal(NOT_REVIEWED))
    ]
    unknown = [
        str(triple)
        for triple in said
        if not any(
            full.inner.quads_for_pattern(
                triple.subject, triple.predicate, triple.object, ox.DefaultGraph()
            )
        )
    ]

    assert len(said) > 5_000
    assert unknown == []


def test_a_measure_is_of_the_class_that_all_kinds_share(full: PrecedentStore) -> None:
    """What the answers call a measure is one by the vocabulary."""
    found = laws(full, wanted=LawFilter(kind=EVERY_KIND), limit=None).items
    above = f"a/<{PREFIXES['rdfs']}subClassOf>* <{AC.Measure}>"

    assert found
    assert [law.slug for law in found if not full.query(f"ASK {{ <{law.iri}> {above} }}")] == []


def test_a_day_leaves_out_what_came_later(full: PrecedentStore) -> None:
    """National League of Cities had not been overruled in 1980, and nothing names Garcia."""
    then, now = Statements(), Statements()
    then.thing(case_detail(full, "426 U.S. 833", AsOf.read("1980-01-01")))
    now.thing(case_detail(full, "426 U.S. 833"))

    assert not any("Garcia" in str(triple) or "/469/528" in str(triple) for triple in then)
    assert any("/469/528" in str(triple) for triple in now)


def test_the_status_of_a_law_is_that_of_the_day(full: PrecedentStore) -> None:
    """And none is said where the dates do not tell."""
    day = AsOf.read("2012-06-01")
    found = laws(full, wanted=LawFilter(status="any"), as_of=day, limit=None).items
    said = Statements()
    for law in found:
        said.thing(law)
    told = {
        triple.subject.value: triple.object.value.rpartition("/")[2]
        for triple in said
        if triple.predicate.value == str(AC.status)
        and isinstance(triple.subject, ox.NamedNode)
        and isinstance(triple.object, ox.NamedNode)
    }

    assert {
        law.iri: law.status_on.status for law in found if law.status_on and law.status_on.certain
    } == told
