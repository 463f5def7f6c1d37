"""Which laws rely on a precedent: evidence first, weak ties folded away and counted."""

import pytest

from graph.errors import UnknownCase, UnknownConcept, UnknownElement, UnknownLaw
from graph.facets import LawFilter
from graph.law_detail import law_detail
from graph.reliance import laws
from graph.store import PrecedentStore


@pytest.fixture
def store(packaged: PrecedentStore) -> PrecedentStore:
    """Return the packaged curated facts with the vocabulary's labels."""
    return packaged


def test_by_default_what_is_only_inferred_is_folded_away(store: PrecedentStore) -> None:
    """What is left out is counted, by type."""
    shown = laws(store, relies_on="521 U.S. 898")
    every = laws(store, relies_on="521 U.S. 898", evidence_max=8)

    assert all(min(t.evidence_type for t in law.reliance) <= 7 for law in shown.items)
    assert shown.folded == every.total - shown.total > 0
    assert sum(n for _, n in shown.folded_by_type) == shown.folded
    assert all(kind == 8 for kind, _ in shown.folded_by_type)


def test_only_ties_to_the_case_asked_for_count(store: PrecedentStore) -> None:
    """A law that rests on two cases shows the one in question."""
    answer = laws(store, relies_on="murphy-v-ncaa", evidence_max=8)

    assert answer.total > 3
    assert {t.precedent.slug for law in answer.items for t in law.reliance} == {"murphy-v-ncaa"}


def test_every_tie_says_how_it_is_known(store: PrecedentStore) -> None:
    """Evidence type and label, source, confidence and date stand on each."""
    ties = [t for law in laws(store, evidence_max=8, limit=999).items for t in law.reliance]

    assert len(ties) > 60
    assert all(t.evidence_label and t.source and t.confidence and t.as_of for t in ties)


def test_the_best_evidence_comes_first(store: PrecedentStore) -> None:
    """Laws are ordered by their strongest tie."""
    answer = laws(store, relies_on="printz-v-united-states", evidence_max=8)
    best = [min(t.evidence_type for t in law.reliance) for law in answer.items]

    assert best == sorted(best)


@pytest.mark.parametrize("place", ["US-CA", "us-ca", "CA"])
def test_a_jurisdiction_may_be_written_in_three_ways(store: PrecedentStore, place: str) -> None:
    """ISO 3166-2 with or without its country, in any case."""
    answer = laws(store, wanted=LawFilter(jurisdiction=place))

    assert answer.total >= 1
    assert {law.jurisdiction for law in answer.items} == {"US-CA"}


def test_facets_narrow_together(store: PrecedentStore) -> None:
    """Topic, place and status must all fit."""
    answer = laws(store, wanted=LawFilter(topic="immigration enforcement", status="in force"))

    assert answer.total >= 1
    assert {law.status for law in answer.items} == {"in-force"}
    assert all("immigration-enforcement" in law.topics for law in answer.items)


@pytest.mark.parametrize(
    ("facet", "value"), [("topic", "gardening"), ("status", "asleep"), ("jurisdiction", "US-ZZ")]
)
def test_an_unknown_facet_value_is_refused_with_the_known_ones(
    store: PrecedentStore, facet: str, value: str
) -> None:
    """An empty list would look like an answer."""
    with pytest.raises(UnknownConcept, match=value) as caught:
        laws(store, wanted=LawFilter(**{facet: value}))

    assert len(caught.value.known) >= 3


@pytest.mark.parametrize(
    ("facet", "value"),
    [("topic", "sports betting"), ("status", "pending"), ("jurisdiction", "US-FL")],
)
def test_a_value_that_only_other_laws_have_gives_an_empty_list(
    store: PrecedentStore, facet: str, value: str
) -> None:
    """The graph knows the word, and no law of Printz has it."""
    answer = laws(store, relies_on="printz-v-united-states", wanted=LawFilter(**{facet: value}))

    assert laws(store, wanted=LawFilter(**{facet: value})).total > 0
    assert (answer.items, answer.total) == ((), 0)


def test_laws_on_an_unknown_case_are_refused(store: PrecedentStore) -> None:
    """The case is named in the error."""
    with pytest.raises(UnknownCase, match="nobody"):
        laws(store, relies_on="nobody-v-nothing")


def test_paging_walks_through_all(store: PrecedentStore) -> None:
    """Pages are disjoint and add up to the total."""
    total = laws(store, evidence_max=8).total
    pages = [laws(store, evidence_max=8, limit=20, offset=n).items for n in range(0, total, 20)]

    assert len({law.iri for page in pages for law in page}) == total


def test_a_law_is_found_by_slug_path_and_iri(store: PrecedentStore) -> None:
    """All three name the same record, with every tie and what courts did."""
    law = laws(store, wanted=LawFilter("immigration enforcement", "US-CA")).items[0]
    path = law.iri.partition("/id/law/")[2]

    assert law_detail(store, law.slug) == law_detail(store, path) == law_detail(store, law.iri)
    assert law_detail(store, law.slug).sources


@pytest.mark.parametrize("key", ["no-such-law", "", "us-ca/nothing", "<>", 'a"b'])
def test_an_unknown_law_is_refused(store: PrecedentStore, key: str) -> None:
    """Nothing is guessed and nothing breaks."""
    with pytest.raises(UnknownLaw):
        law_detail(store, key)


def test_a_list_holds_what_was_adopted_and_counts_the_rest(store: PrecedentStore) -> None:
    """Proposals, statements and aggregates are never counted as laws."""
    answer = laws(store, limit=999)
    every = laws(store, wanted=LawFilter(kind="all"), limit=999)
    adopted = {"law", "resolution", "compact", "judicial-rule"}

    assert {kind for kind, _ in answer.by_kind} == adopted
    assert {kind for kind, _ in answer.other_kinds} >= {"proposal", "statement", "aggregate"}
    assert sum(n for _, n in answer.by_kind) == answer.total == len(answer.items)
    assert every.total == answer.total + sum(n for _, n in answer.other_kinds)
    assert every.other_kinds == ()


def test_a_kind_is_listed_on_demand(store: PrecedentStore) -> None:
    """Each record says its kind."""
    answer = laws(store, wanted=LawFilter(kind="statement"))

    assert answer.total >= 3
    assert {law.record_kind for law in answer.items} == {"statement"}


def test_a_case_that_limits_a_law_is_not_one_that_it_relies_on(store: PrecedentStore) -> None:
    """Raich marks the limit of cannabis laws: it is asked for by its bearing."""
    relying = laws(store, relies_on="gonzales-v-raich", evidence_max=8)
    limited = laws(
        store, relies_on="gonzales-v-raich", wanted=LawFilter(bearing="limits"), evidence_max=8
    )

    assert relying.limited == limited.total > 20
    assert not {law.slug for law in relying.items} & {law.slug for law in limited.items}


def test_without_a_case_no_law_is_folded_away(store: PrecedentStore) -> None:
    """Evidence is asked of ties, and a list of laws by topic asks for none."""
    answer = laws(store, wanted=LawFilter(topic="cannabis adult use"), limit=999)

    assert answer.folded == 0
    assert len({law.jurisdiction for law in answer.items}) == answer.total >= 25


def test_laws_are_found_by_the_element_that_their_ties_are_about(store: PrecedentStore) -> None:
    """A broader element finds what is tied to a narrower one; ties about others are not shown."""
    narrow = laws(store, element="detainers-are-requests", limit=None)
    broad = laws(store, element="no-commandeering-executives", limit=None)

    assert {t.element for law in narrow.items for t in law.reliance} == {"detainers-are-requests"}
    assert {law.iri for law in narrow.items} < {law.iri for law in broad.items}
    with pytest.raises(UnknownElement):
        laws(store, element="no-such-element")


def test_a_case_carries_laws_through_later_cases_that_rest_on_it(store: PrecedentStore) -> None:
    """*New York* carries West Virginia's act through *Printz*, which follows it; counted apart."""
    answer = laws(store, relies_on="505 U.S. 144", through=True)
    through = {one.law.slug: one for one in answer.through}
    line = through["us-wv-hb2694-2021"].line

    assert [(s.citing.slug, s.treatment, s.cited.slug) for s in line] == [
        ("printz-v-united-states", "follows", "new-york-v-united-states")
    ]
    assert not set(through) & {law.slug for law in answer.items}
    assert all(one.tie.precedent.iri == one.line[-1].citing.iri for one in answer.through)
    assert laws(store, relies_on="505 U.S. 144").through == ()
