"""Answers about claims of the public debate: the list, one claim."""

from typing import Final

from api.answers.answer import Answer, paged, record
from api.ordering import Keys
from api.paging import Page
from graph.as_of import AsOf
from graph.claims import ClaimSummary, claim_detail, claims
from graph.counting import FacetCount
from graph.store import PrecedentStore

CLAIM_KEYS: Final[Keys[ClaimSummary]] = {
    "key": lambda claim: claim.key,
    "verdict": lambda claim: claim.verdict,
    "article": lambda claim: claim.article.slug,
    "published": lambda claim: claim.article.published,
}


def claim_list(
    store: PrecedentStore, verdict: str | None, article: str | None, as_of: AsOf, page: Page
) -> Answer:
    """Return the claims with the verdict on each, and how many have which verdict."""
    found = claims(store, verdict=verdict, article=article, as_of=as_of)
    return paged(
        store,
        found,
        ClaimSummary,
        page,
        as_of,
        asked=("claims", verdict, article),
        keys=CLAIM_KEYS,
        facets={"verdict": [FacetCount(*counted) for counted in found.by_verdict]},
    )


def one_claim(store: PrecedentStore, key: str, as_of: AsOf) -> Answer:
    """Return one claim with its query, what that answers now, and the verdict that follows."""
    detail = claim_detail(store, key, as_of)
    return record(store, detail, as_of, iri=detail.claim.iri)
