"""The claims of the public debate: each sourced, and where the graph can count, counted."""

import re

import pytest

from graph.claims import (
    ClaimDetail,
    claim_detail,
    claims,
    query_of,
    recompute,
    verdict_by_data,
)
from graph.curated import curated_graph
from graph.errors import UnknownClaim, UnknownConcept
from graph.questions import QUERIES, asks, claim_queries
from graph.sparql import check_query
from graph.store import PrecedentStore
from ontology.namespace import AC

PREFIX = "https://w3id.org/anticommandeering/id/claim/"
GRAPH = curated_graph()
COUNTED = sorted(str(iri).removeprefix(PREFIX) for iri in GRAPH.subjects(AC.claimedAnswer))
ASKING = sorted(str(iri).removeprefix(PREFIX) for iri in GRAPH.subjects(AC.claimQuestion))


@pytest.fixture(scope="module")
def details(packaged: PrecedentStore) -> dict[str, ClaimDetail]:
    """Return every claim that has a query, with its answers."""
    return {key: claim_detail(packaged, key) for key in ASKING}


def test_the_claims_of_three_articles_are_recorded(packaged: PrecedentStore) -> None:
    """Each with a verdict, and half of those with a verdict can be recomputed."""
    answer = claims(packaged)
    verdicts = dict(answer.by_verdict)

    assert answer.total == sum(verdicts.values()) >= 69
    assert set(verdicts) == {"supported", "outdated", "contradicted", "unverifiable"}
    assert len({claim.article.slug for claim in answer.items}) == 3
    assert len(COUNTED) >= 32


@pytest.mark.parametrize("key", COUNTED)
def test_the_verdict_is_the_one_that_follows_from_the_data(
    details: dict[str, ClaimDetail], key: str
) -> None:
    """Whoever changes a fact that a claim turns on has to look at the claim again."""
    detail = details[key]

    assert detail.verdict_by_data == detail.claim.verdict, detail


@pytest.mark.parametrize("key", ASKING)
def test_the_query_answers_what_was_written_down(details: dict[str, ClaimDetail], key: str) -> None:
    """Now, and as of the day of the article."""
    detail = details[key]

    assert detail.now is not None
    assert detail.then is not None
    assert detail.now.value == detail.expected
    assert detail.then.value == detail.expected_then


@pytest.mark.parametrize("name", [name.removeprefix(QUERIES) for name in claim_queries()])
def test_a_query_of_claims_states_its_question_and_runs_at_the_endpoint(
    packaged: PrecedentStore, name: str
) -> None:
    """One row with a value; small enough for whoever asks it over HTTP."""
    query = query_of(name, "2026-11-25")
    rows = packaged.select(query)

    assert asks(QUERIES + name).endswith("?")
    assert check_query(query) == "SELECT"
    assert len(rows) == 1
    assert rows[0]["value"]


def test_every_query_of_claims_is_asked_by_a_claim() -> None:
    """None is left behind when its claim goes."""
    asked = {str(name) for name in GRAPH.objects(None, AC.claimQuestion)}

    assert asked == {name.removeprefix(QUERIES) for name in claim_queries()}


def test_a_changed_fact_changes_the_verdict(packaged: PrecedentStore) -> None:
    """The day before Virginia joined, the claim of 209 votes still held."""
    before = recompute(packaged, "popular-vote-votes", "2026-04-12")
    after = recompute(packaged, "popular-vote-votes", "2026-04-13")

    assert (before.value, after.value) == ("209", "222")
    assert verdict_by_data("209", then="209", now=before.value) == "supported"
    assert verdict_by_data("209", then="209", now=after.value) == "outdated"


def test_a_settled_claim_has_a_source_and_an_unsettled_one_is_not_called_counted(
    packaged: PrecedentStore,
) -> None:
    """Supported, outdated and contradicted name where to look; an opinion has no number."""
    for claim in claims(packaged).items:
        assert claim.sources or claim.verdict == "unverifiable", claim.key
        assert claim.claimed is None or claim.verdict != "unverifiable", claim.key
        assert claim.claim == claim.claim.strip()
        assert not re.search(r"\.yaml|000-|dossier", claim.value_found + (claim.note or ""))


def test_a_claim_leads_to_what_it_is_about(packaged: PrecedentStore) -> None:
    """The compact, and the cases that the debate names."""
    compact = claim_detail(packaged, "confederation-essay/07")
    rule = claim_detail(packaged, "armitage-soft-secession/01")

    assert [c.slug for c in compact.concerns] == ["interstate-national-popular-vote"]
    assert {"printz-v-united-states", "murphy-v-ncaa"} <= {c.slug for c in rule.concerns}


def test_claims_can_be_asked_for_by_verdict_and_article(packaged: PrecedentStore) -> None:
    """A word that no claim has is refused with those there are."""
    outdated = claims(packaged, verdict="outdated", article="confederation-essay")

    assert {claim.verdict for claim in outdated.items} == {"outdated"}
    assert outdated.total == len(outdated.items) >= 3
    with pytest.raises(UnknownConcept, match="'true' is no verdict"):
        claims(packaged, verdict="true")


def test_a_claim_that_nobody_made_is_not_found(packaged: PrecedentStore) -> None:
    """The error names the key and where to find the right one."""
    with pytest.raises(UnknownClaim, match=r"'nobody/1'.*precedent claims"):
        claim_detail(packaged, "nobody/1")
