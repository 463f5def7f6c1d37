"""Claims of the public debate: as data, and as pages with the query and its live result."""

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from pydantic import Field

from api.dependencies import AsOfDay, Store
from api.pages.render import render
from api.schemas import Listing, dataset_of, with_dataset
from graph.claims import ClaimSummary, claim_detail, claims
from ontology.prefixes import sparql_prologue

router = APIRouter(tags=["claims"])


class ClaimListing(Listing[ClaimSummary]):
    """Claims, with how many of those listed have each verdict."""

    by_verdict: dict[str, int] = Field(description="supported, outdated, contradicted, ...")


@router.get("/api/v1/claims", response_model=ClaimListing)
def find_claims(
    store: Store,
    as_of: AsOfDay,
    verdict: Annotated[str | None, Query(description="supported, outdated, ...")] = None,
    article: Annotated[str | None, Query(description="armitage-soft-secession, ...")] = None,
) -> dict[str, Any]:
    """Return the claims with the verdict on each, what was found, and the sources."""
    answer = claims(store, verdict=verdict, article=article, as_of=as_of)
    return dataset_of(store, as_of) | {
        "items": answer.items,
        "total": answer.total,
        "next": None,
        "by_verdict": dict(answer.by_verdict),
    }


@router.get("/api/v1/claims/{key:path}")
def one_claim(key: str, store: Store, as_of: AsOfDay) -> dict[str, Any]:
    """Return one claim with its query, what that answers now, and the verdict that follows."""
    return with_dataset(store, claim_detail(store, key, as_of), as_of)


@router.get("/claims", response_class=HTMLResponse, include_in_schema=False)
def claims_page(store: Store, verdict: str = "", article: str = "") -> str:
    """List the claims by article with the verdict on each."""
    answer = claims(store, verdict=verdict or None, article=article or None)
    return render(
        "claims.html", answer=answer, verdict=verdict, article=article, data=dataset_of(store)
    )


@router.get("/claims/{key:path}", response_class=HTMLResponse, include_in_schema=False)
def claim_page(key: str, store: Store) -> str:
    """Show one claim with the query that recomputes it and its live result."""
    detail = claim_detail(store, key)
    query = (detail.query or "").removeprefix(sparql_prologue())
    return render(
        "claim.html",
        detail=detail,
        query=query,
        ask="/sparql?" + urlencode({"query": query}),
        data=dataset_of(store),
    )
