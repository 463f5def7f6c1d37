"""The words of a bill show how it works; each mechanism's own sentences test its phrases."""

import pytest

from ingest.doctrine import read_data
from ingest.mechanisms import find_mechanisms
from ingest.phrases import spellings
from ontology.concepts import concept_iri
from ontology.loading import load_schemes

DATA = read_data("mechanisms")
ROWS = [
    (name, sentence, kind == "positive")
    for name, entry in DATA.items()
    for kind in ("positive", "negative")
    for sentence in entry[kind]
]


def found_in(sentence: str) -> set[str]:
    """Return the mechanisms that a sentence shows."""
    return {shown.mechanism for shown in find_mechanisms(sentence)}


@pytest.mark.parametrize(("name", "sentence", "shown"), ROWS)
def test_a_sentence_shows_a_mechanism_or_does_not(name: str, sentence: str, shown: bool) -> None:
    """Each sentence of the data file is read as it says."""
    assert (name in found_in(sentence)) == shown


@pytest.mark.parametrize("name", DATA)
def test_a_mechanism_is_a_term_of_the_scheme(name: str) -> None:
    """What is found can be asked for."""
    terms = {str(subject) for subject in load_schemes().subjects()}
    assert str(concept_iri("mechanism", name)) in terms


@pytest.mark.parametrize("name", DATA)
def test_every_phrase_of_a_mechanism_is_tried(name: str) -> None:
    """Some positive sentence has a first piece of each phrase."""
    sentences = " ".join(DATA[name]["positive"]).lower()
    for phrase in DATA[name]["phrases"]:
        first = phrase.split(" ... ")[0]
        assert any(spelling.lower() in sentences for spelling in spellings(first)), phrase
