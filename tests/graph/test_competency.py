"""The public questions: each states itself, gives the golden answer, and no engine differs."""

import pytest
from rdflib import Graph

from graph.asking import ask, askable, takes
from graph.competency import READERS, choices, competencies, filled, given_words, runnable
from graph.errors import (
    InvalidDate,
    InvalidInteger,
    PrecedentError,
    UnaskedParameter,
    UnknownCase,
    UnknownConcept,
    UnknownElement,
    UnknownLaw,
)
from graph.home import open_reader
from graph.questions import names
from graph.sparql import check_query
from graph.store import PrecedentStore
from ontology.loading import ontology_texts
from tests.graph.golden_answers import ALL, GOLDEN, Golden

KINDS = {
    "Case",
    "Opinion",
    "Citation",
    "DoctrineElement",
    "ElementSource",
    "StateLaw",
    "RelianceAssertion",
    "LitigationOutcome",
    "StatusInterval",
    "Membership",
    "InterstateCompact",
    "Apportionment",
    "ElectoralVotes",
    "Claim",
    "Article",
    "Jurisdiction",
    "HistoryEvent",
    "SourceDocument",
    "UnresolvedCitation",
    "RelianceCandidate",
    "Mention",
    "Statute",
    "SessionLaw",
    "ConstitutionalProvision",
}
QUESTIONS = sorted(competencies())
# Reading citations of every case, rdflib takes more than a second for these.
SLOW_IN_RDFLIB = {"cases-down-the-line"}


@pytest.fixture(scope="session")
def whole(filled_home: object) -> PrecedentStore:
    """Return the store that a user has, with facts and with what programs read of opinions."""
    return open_reader(filled_home).store()  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def second_engine(facts: Graph) -> Graph:
    """Return what ``packaged`` holds, for rdflib to be asked."""
    merged = Graph()
    for triple in facts:
        merged.add(triple)
    for _, text in ontology_texts():
        merged.parse(data=text, format="turtle")
    return merged


def test_there_are_questions_of_every_kind_of_node() -> None:
    """At least 25, and no class of the vocabulary that has nodes of its own is left out."""
    about = {kind for question in competencies().values() for kind in question.about}

    assert len(competencies()) >= 25
    assert KINDS - about == set()


def test_public_names_are_those_of_no_internal_question() -> None:
    """What the program itself asks lies elsewhere, and a name means one question."""
    assert set(competencies()) & set(names()) == set()
    assert set(competencies()) <= set(askable())


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_public_question_states_itself(name: str) -> None:
    """A sentence with a question mark, parameters of known types, and SPARQL as it stands."""
    question = competencies()[name]

    assert question.asks.endswith("?")
    assert {p.type for p in question.parameters} <= READERS.keys()
    assert takes(name) == {p.name for p in question.parameters}
    assert check_query(runnable(name)) == "SELECT"
    assert PrecedentStore.memory().select(runnable(name)) is not None


def test_every_question_has_a_golden_answer() -> None:
    """A question that is added without one would be untested."""
    assert {golden.name for golden in GOLDEN} == set(QUESTIONS)


@pytest.mark.parametrize("golden", GOLDEN, ids=[f"{g.name}-{n}" for n, g in enumerate(GOLDEN)])
def test_a_question_gives_its_golden_answer(whole: PrecedentStore, golden: Golden) -> None:
    """The rows that stand in the facts are in the answer, and where all are given, no others."""
    answer = ask(whole, golden.name, golden.given)
    shown = [tuple(row.get(column, "") for column in golden.columns) for row in answer.rows]

    assert [row for row in golden.rows if row not in shown] == []
    if golden.extent == ALL:
        assert sorted(set(shown)) == sorted(golden.rows)
    assert [row for row in golden.absent if row in shown] == []


@pytest.mark.parametrize("name", sorted(set(QUESTIONS) - SLOW_IN_RDFLIB))
def test_a_second_engine_gives_the_same_rows(
    packaged: PrecedentStore, second_engine: Graph, name: str
) -> None:
    """What Oxigraph answers is what rdflib answers, row for row."""
    query = filled(packaged, name, SECOND.get(name, {}))
    columns, rows = packaged.table(query)
    ours = sorted(tuple(_several(row.get(column, "")) for column in columns) for row in rows)
    found = [
        {str(variable): str(term) for variable, term in row.items()}
        for row in second_engine.query(query).bindings
    ]
    # Where nothing is grouped, rdflib gives one row without values; SPARQL gives none.
    theirs = [tuple(_several(row.get(column, "")) for column in columns) for row in found if row]

    assert ours == sorted(theirs)


def _several(cell: str) -> str:
    """Return a cell with its values sorted: SPARQL leaves the order of GROUP_CONCAT open."""
    return "; ".join(sorted(cell.split("; ")))


# The packaged facts have no case of this slug: it is known from a text that was read.
SECOND: dict[str, dict[str, str]] = {"candidates-for-case": {"case": "printz-v-united-states"}}


def test_words_that_are_not_given_are_the_default() -> None:
    """An empty field of a form counts as not given."""
    words = given_words("cases-of-court", {"court": "ca7", "since": ""})

    assert words == {"court": "ca7", "since": "2000", "until": "2026"}


@pytest.mark.parametrize(
    ("name", "given", "error"),
    [
        pytest.param("case-record", {"case": "no-such-case"}, UnknownCase, id="case"),
        pytest.param("precedents-of-law", {"law": "no-such-law"}, UnknownLaw, id="law"),
        pytest.param("limits-of-element", {"element": "nothing"}, UnknownElement, id="element"),
        pytest.param("laws-by-jurisdiction", {"topic": "golf"}, UnknownConcept, id="topic"),
        pytest.param("cases-of-court", {"court": "moon"}, UnknownConcept, id="court"),
        pytest.param("cases-of-court", {"since": "MCM"}, InvalidInteger, id="integer"),
        pytest.param("cases-of-court", {"since": "1 } #"}, InvalidInteger, id="injection"),
        pytest.param("members-of-compact", {"day": "2022-02-30"}, InvalidDate, id="date"),
        pytest.param(
            "memberships-of-jurisdiction", {"jurisdiction": "Narnia"}, UnknownConcept, id="place"
        ),
        pytest.param("courts", {"case": "case"}, UnaskedParameter, id="unasked"),
        pytest.param(
            "case-record", {"case": '"> } DROP ALL #'}, UnknownCase, id="SPARQL in a case"
        ),
    ],
)
def test_words_that_name_nothing_are_refused(
    packaged: PrecedentStore, name: str, given: dict[str, str], error: type[PrecedentError]
) -> None:
    """The error names the value; no word becomes a piece of SPARQL."""
    with pytest.raises(error, match=next(iter(given.values()))[:3]):
        ask(packaged, name, given)


@pytest.mark.parametrize("words", ["US-CA", "us-ca", "CA", "California"])
def test_a_jurisdiction_is_named_as_people_name_it(packaged: PrecedentStore, words: str) -> None:
    """By its code, with or without the country, or by its name."""
    answer = ask(packaged, "electoral-votes-of-jurisdiction", {"jurisdiction": words})

    assert [row["votes"] for row in answer.rows] == ["55", "55", "54"]


def test_choices_are_what_the_graph_has(packaged: PrecedentStore) -> None:
    """Lists for forms: places, topics, elements, courts; cases and laws are too many."""
    assert ("US-CA", "California") in choices(packaged, "jurisdiction")
    assert "firearms" in dict(choices(packaged, "topic"))
    assert "no-balancing" in dict(choices(packaged, "element"))
    assert ("ca9", "ca9") in choices(packaged, "court")
    assert choices(packaged, "case") == ()
