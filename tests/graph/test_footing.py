"""What a law stands on is told with what became of it; laws and places stand side by side."""

import pytest

from graph.as_of import AsOf
from graph.beside import laws_beside, places_beside
from graph.errors import UnknownConcept, UnknownLaw
from graph.facets import LawFilter
from graph.footing import footing
from graph.store import PrecedentStore

VALUES_ACT = "us-ca-sb54-california-values-act"
SAPA = "us-mo-sapa-2021"


def test_a_law_stands_on_its_precedents_best_evidence_first(packaged: PrecedentStore) -> None:
    """SB 54 stands on Printz and Murphy, by what courts held."""
    answer = footing(packaged, VALUES_ACT)

    slugs = [pillar.precedent.slug for pillar in answer.pillars]
    assert {"printz-v-united-states", "murphy-v-ncaa"} <= set(slugs)
    best = [min(tie.evidence_type for tie in pillar.ties) for pillar in answer.pillars]
    assert best == sorted(best)
    assert all(pillar.limits for pillar in answer.bounds)


def test_a_precedent_rests_on_others_for_the_same_element(packaged: PrecedentStore) -> None:
    """Each step shows the words, and leads from the precedent that the law relies on."""
    answer = footing(packaged, VALUES_ACT)
    murphy = next(p for p in answer.pillars if p.precedent.slug == "murphy-v-ncaa")

    assert murphy.rests_on
    assert {step.citing.slug for step in murphy.rests_on} == {"murphy-v-ncaa"}
    assert all(step.evidence for step in murphy.rests_on)


def test_what_bounds_a_law_is_kept_apart(packaged: PrecedentStore) -> None:
    """United States v. Missouri ended Missouri's act and is no support of it."""
    answer = footing(packaged, SAPA)

    assert "united-states-v-missouri-8th-cir-2024" in {p.precedent.slug for p in answer.bounds} or {
        "United States v. Missouri"
    } <= {p.precedent.name for p in answer.bounds}
    assert "United States v. Missouri" not in {p.precedent.name for p in answer.pillars}


def test_before_a_precedent_was_decided_a_law_does_not_stand_on_it(
    packaged: PrecedentStore,
) -> None:
    """As of a day, ties to later cases are not there."""
    answer = footing(packaged, VALUES_ACT, AsOf.read("2017-12-31"))

    assert "murphy-v-ncaa" not in {pillar.precedent.slug for pillar in answer.pillars}


def test_two_laws_share_what_both_have(packaged: PrecedentStore) -> None:
    """Nothing is on both sides and on one side, and nothing is lost."""
    answer = laws_beside(packaged, SAPA, "us-ky-hb153-2023")

    assert "firearms" in answer.topics.both
    for share, one, other in (
        (answer.mechanisms, answer.one.mechanisms, answer.other.mechanisms),
        (answer.topics, answer.one.topics, answer.other.topics),
    ):
        assert {*share.both, *share.only_one} == set(one)
        assert {*share.both, *share.only_other} == set(other)
        assert not {*share.only_one} & {*share.only_other}


def test_two_places_are_told_by_their_own_laws(packaged: PrecedentStore) -> None:
    """Each side holds its own laws only, of the topic asked for."""
    wanted = LawFilter(topic="immigration-enforcement")
    answer = places_beside(packaged, "ca", "US-TX", wanted=wanted)

    assert answer.one.name == "California"
    assert {law.jurisdiction for law in answer.one.laws} == {"US-CA"}
    assert {law.jurisdiction for law in answer.other.laws} == {"US-TX"}
    assert all("immigration-enforcement" in law.topics for law in answer.one.laws)


def test_what_is_not_recorded_is_refused_by_name(packaged: PrecedentStore) -> None:
    """An unknown law and an unknown place are named."""
    with pytest.raises(UnknownLaw, match="no-such-law"):
        footing(packaged, "no-such-law")
    with pytest.raises(UnknownConcept, match="atlantis"):
        places_beside(packaged, "atlantis", "CA")
