"""Passages that may show a law resting on a precedent: extracted, reviewed by nobody."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request

from api.dependencies import AsOfDay, Store
from api.schemas import CandidateListing, dataset_of
from graph.answers import NOT_REVIEWED
from graph.candidates import candidates

router = APIRouter(prefix="/api/v1/candidates", tags=["candidates"])


@router.get("", response_model=CandidateListing)
def find_candidates(
    request: Request,
    store: Store,
    as_of: AsOfDay,
    relies_on: Annotated[str | None, Query(description="Slug, citation or name of a case")] = None,
    law: Annotated[str | None, Query(description="Slug, path or IRI of a law")] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> dict[str, Any]:
    """Return candidates with the words that show each; they never count as reliance."""
    answer = candidates(
        store, relies_on=relies_on, law=law, limit=limit, offset=offset, as_of=as_of
    )
    after = request.url.include_query_params(offset=offset + limit, limit=limit)
    return dataset_of(store, as_of) | {
        "items": answer.items,
        "total": answer.total,
        "next": str(after) if offset + limit < answer.total else None,
        "review": NOT_REVIEWED,
        "relies_on": answer.relies_on,
        "law": answer.law,
    }
