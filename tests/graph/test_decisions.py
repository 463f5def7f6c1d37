"""A decision with its opinions, its history and its doctrine, from whichever side it is asked."""

import re

import pytest
from rdflib import RDF, SKOS, Graph, Literal, URIRef

from graph.cases import case_detail, find_case
from graph.errors import AmbiguousCase
from graph.shortcuts import history_scheme
from graph.store import PrecedentStore
from ontology.namespace import AC


def test_opinions_have_type_author_and_joiners(packaged: PrecedentStore) -> None:
    """The court's opinion first, then who agreed apart, then who did not."""
    opinions = case_detail(packaged, "printz-v-united-states").opinions

    assert [(o.type, o.author) for o in opinions] == [
        ("majority", "Scalia"),
        ("concurrence", "O'Connor"),
        ("concurrence", "Thomas"),
        ("dissent", "Breyer"),
        ("dissent", "Souter"),
        ("dissent", "Stevens"),
    ]
    assert set(opinions[0].joined_by) == {"Rehnquist", "O'Connor", "Kennedy", "Thomas"}
    assert set(opinions[-1].joined_by) == {"Souter", "Ginsburg", "Breyer"}
    assert all(o.gist and o.verified for o in opinions[1:])


def test_who_joined_in_part_is_told_apart(packaged: PrecedentStore) -> None:
    """Three Justices joined two parts of New York; Breyer joined all but one part of Murphy."""
    new_york = case_detail(packaged, "505 U.S. 144").opinions[0]
    murphy = case_detail(packaged, "murphy-v-ncaa").opinions[0]

    assert set(new_york.joined_in_part_by) == {"White", "Blackmun", "Stevens"}
    assert murphy.joined_in_part_by == ("Breyer",)


def test_what_nobody_checked_of_an_opinion_is_named(packaged: PrecedentStore) -> None:
    """Joiners from general knowledge are shown, and marked."""
    garcia = case_detail(packaged, "469 U.S. 528").opinions[0]

    assert len(garcia.joined_by) == 4
    assert garcia.unverified_fields == ("joined_by",)


def test_history_is_told_from_both_sides(packaged: PrecedentStore) -> None:
    """One event is recorded once: reversed by, and reverses."""
    below = case_detail(packaged, "832 F.3d 389").history
    above = case_detail(packaged, "murphy-v-ncaa").history
    reversed_by = next(e for e in below if e.action == "reversed-by")
    reverses = next(e for e in above if e.action == "reverses")

    assert reversed_by.iri == reverses.iri
    assert reversed_by.other is not None
    assert reverses.other is not None
    assert reversed_by.other.slug == "murphy-v-ncaa"
    assert reversed_by.date == "2018-05-14"
    assert reverses.other.citation == "832 F.3d 389"
    assert reverses.date == reverses.other.decided


def test_a_denial_of_certiorari_has_its_citation_and_date(packaged: PrecedentStore) -> None:
    """It is part of the history and says nothing of the merits."""
    events = case_detail(packaged, "921 F.3d 865").history

    assert [(e.action, e.citation, e.date) for e in events] == [
        ("certiorari-denied", "141 S. Ct. 124 (2020) (No. 19-532)", "2020-06-15")
    ]


def test_every_action_of_history_has_a_converse_that_leads_back() -> None:
    """Whatever one decision does to another, the other suffers; orders alone have no other side."""
    actions = history_scheme()
    pairs = list(actions.subject_objects(AC.converse))

    assert len(pairs) >= 28
    assert all((other, AC.converse, one) in actions for one, other in pairs)
    assert all(actions.value(a, SKOS.altLabel) for a in actions.subjects(RDF.type, SKOS.Concept))


def test_a_reversal_is_one_triple_too(facts: Graph) -> None:
    """Questions need not know which of the two records the event."""
    graph = facts
    base = "https://w3id.org/anticommandeering/id/case/"

    assert (URIRef(base + "us/521/898"), AC.reverses, URIRef(base + "f3d/66/1025")) in graph
    assert (URIRef(base + "us/431/99"), AC.vacates, URIRef(base + "f2d/530/215")) in graph
    assert (URIRef(base + "f3d/66/1025"), AC.reverses, URIRef(base + "us/521/898")) not in graph


def test_a_later_decision_does_not_precede_what_it_acts_on(facts: Graph) -> None:
    """Whoever reverses, affirms, vacates or overrules comes after."""
    graph = facts
    years = {case: int(str(year)[:4]) for case, year in graph.subject_objects(AC.year)}
    found = 0
    for action in (AC.reverses, AC.affirms, AC.vacates):
        for later, earlier in graph.subject_objects(action):
            assert years[later] >= years[earlier], (later, action, earlier)
            found += 1

    assert found >= 7


def test_the_state_law_before_the_court_leads_to_its_record(packaged: PrecedentStore) -> None:
    """From the case to the law, with what became of it; also where only the law names the suit."""
    detail = case_detail(packaged, "114 F.4th 980")

    assert [law.slug for law in detail.laws_at_issue] == ["us-mo-sapa-2021"]
    assert detail.outcome_for_state_law == "struck"
    assert [law.slug for law in case_detail(packaged, "65 F.4th 631").laws_at_issue]


def test_an_element_has_the_page_on_which_the_case_states_it(packaged: PrecedentStore) -> None:
    """Where a source is recorded; else it is only said that the case states or applies it."""
    found = {e.slug: e for e in case_detail(packaged, "521 U.S. 898").elements}

    assert found["no-balancing"].pin == "932-933, 935"
    assert found["no-balancing"].verified is True
    assert found["political-safeguards"].author == "Stevens"


def test_a_case_that_rejects_an_element_is_not_listed_as_applying_it(
    packaged: PrecedentStore,
) -> None:
    """The Third Circuit enforced the act that fell in Murphy."""
    elements = case_detail(packaged, "832 F.3d 389").elements

    assert [(e.slug, e.stance) for e in elements] == [("prohibition-is-command", "contra")]


def test_a_case_is_found_by_its_docket(packaged: PrecedentStore) -> None:
    """A number that several courts gave is not resolved by choosing."""
    assert find_case(packaged, "16-476").slug == "murphy-v-ncaa"
    assert find_case(packaged, "1:25-cv-00744").citation == "No. 1:25-cv-00744"


def test_dockets_are_numbers_and_votes_are_counts(facts: Graph) -> None:
    """What stood in words is now in fields of its own."""
    graph = facts
    votes = [str(vote) for vote in graph.objects(None, AC.vote)]
    dockets = [str(docket) for docket in graph.objects(None, AC.docket)]

    assert len(dockets) > 150
    assert not [d for d in dockets if "with" in d or ", 0" in d or ", 9" in d]
    assert [v for v in votes if not re.match(r"\d+-\d+|unanimous", v)] == []


@pytest.mark.parametrize("word", ["majorityAuthor", "separateOpinion"])
def test_what_opinions_now_say_is_said_nowhere_else(word: str, facts: Graph) -> None:
    """One place for the author of the court's opinion."""
    assert not hasattr(AC, word)
    assert not list(facts.objects(None, URIRef(AC.NS[word])))


def test_an_author_is_a_surname(facts: Graph) -> None:
    """Remarks such as 'for the Court in part' have a field of their own."""
    authors = set(facts.objects(None, AC.opinionAuthor))

    assert len(authors) > 70
    assert not [a for a in authors if isinstance(a, Literal) and re.search(r"[()]|curiam", a)]


def test_a_name_of_several_cases_is_still_refused(packaged: PrecedentStore) -> None:
    """Looking dockets up has not made names less careful."""
    with pytest.raises(AmbiguousCase):
        find_case(packaged, "Bond v. United States")
