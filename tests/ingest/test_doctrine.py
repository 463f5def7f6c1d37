"""Elements, programmes and what courts did are found by their words, and by nothing else."""

from typing import Any

import pytest
from rdflib import SKOS, URIRef
from spacy.tokens import Doc

from ingest.doctrine import element_iri, program_iri, read_data
from ingest.phrases import Phrasebook, spellings
from ingest.pipeline import build_pipeline
from ingest.reliance import outcomes
from ontology.loading import load_schemes


def examples(data: str, sign: str) -> list[Any]:
    """Return (name, sentence) for each positive or negative sentence of a data file."""
    return [
        pytest.param(name, text, id=f"{name}: {text[:40]}")
        for name, entry in read_data(data).items()
        for text in entry[sign]
    ]


def read(text: str) -> Doc:
    """Return a text after the pipeline."""
    return build_pipeline()(text)


def group(doc: Doc, name: str) -> set[str]:
    """Return the IRIs of a span group."""
    return {span.kb_id_ for span in doc.spans[name]}


def test_there_are_elements_programs_and_outcomes() -> None:
    """The collections below are not empty by accident."""
    assert len(read_data("elements")) >= 45
    assert len(read_data("programs")) >= 15
    assert len(read_data("outcomes")) == 8


def test_every_element_is_a_concept_of_the_doctrine() -> None:
    """A name in the data that the scheme lacks would make an IRI that leads nowhere."""
    scheme = load_schemes()
    missing = [
        name
        for name in read_data("elements")
        if scheme.value(URIRef(element_iri(name)), SKOS.prefLabel) is None
    ]

    assert missing == []


@pytest.mark.parametrize(("name", "text"), examples("elements", "positive"))
def test_an_element_is_found_in_its_examples(name: str, text: str) -> None:
    """The span carries the IRI of the concept."""
    assert element_iri(name) in group(read(text), "elements")


@pytest.mark.parametrize(("name", "text"), examples("elements", "negative"))
def test_an_element_is_not_found_where_its_words_mean_another_thing(name: str, text: str) -> None:
    """Words that are only near to a term of art name nothing."""
    assert element_iri(name) not in group(read(text), "elements")


@pytest.mark.parametrize(("name", "text"), examples("programs", "positive"))
def test_a_program_is_found_by_name_and_by_section(name: str, text: str) -> None:
    """The citation finder's sections count as names."""
    assert program_iri(name) in group(read(text), "programs")


@pytest.mark.parametrize(("name", "text"), examples("programs", "negative"))
def test_another_section_is_another_program(name: str, text: str) -> None:
    """Neither a section beside it nor a like word names it."""
    assert program_iri(name) not in group(read(text), "programs")


@pytest.mark.parametrize(("name", "text"), examples("outcomes", "positive"))
def test_what_a_court_did_is_read_from_its_words(name: str, text: str) -> None:
    """The longer of two phrases that overlap tells."""
    assert name in {span.label_ for span in outcomes(read(text))}


@pytest.mark.parametrize(("name", "text"), examples("outcomes", "negative"))
def test_what_a_court_did_not_do_is_no_outcome(name: str, text: str) -> None:
    """A negation undoes the words it stands before."""
    assert name not in {span.label_ for span in outcomes(read(text))}


@pytest.mark.parametrize("data", ["elements", "programs", "outcomes"])
def test_every_phrase_is_found_in_some_example(data: str) -> None:
    """A phrase that no example shows may never have matched anything."""
    nlp = build_pipeline()
    idle = [
        phrase
        for entry in read_data(data).values()
        for phrase in entry["phrases"]
        for book in [Phrasebook(nlp, {"this": [phrase]})]
        if not any(book.find(nlp.make_doc(text)) for text in entry["positive"])
    ]

    assert idle == []


def test_a_gap_ends_with_the_sentence() -> None:
    """Words of two sentences make no phrase, nor do words too far apart."""
    nlp = build_pipeline()
    book = Phrasebook(nlp, {"k": ["conscript ... officers"]})

    assert [hit[1:] for hit in book.find(nlp.make_doc("They CONSCRIPT the State's officers."))]
    assert book.find(nlp.make_doc("They conscript. The officers left.")) == []
    assert book.find(nlp.make_doc("conscript a b c d e f g officers")) == []


def test_choices_multiply() -> None:
    """Each choice of words or endings is a spelling of its own, without stray blanks."""
    assert spellings("a {b|c}{d|}") == ["a bd", "a b", "a cd", "a c"]
    assert spellings("{very |}good") == ["very good", "good"]
