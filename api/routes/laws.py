"""State laws and instruments, with what ties each to a precedent."""

from typing import Annotated, Any, TypeAlias

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, Field

from api.dependencies import Store
from api.schemas import LawListing, dataset_of, with_dataset
from graph.reliance import SHOWN_TO, law_detail, laws
from graph.store import PrecedentStore

router = APIRouter(prefix="/api/v1/laws", tags=["laws"])


class Filters(BaseModel):
    """Facets of a list of laws."""

    topic: str | None = Field(None, description="immigration-enforcement, firearms, real-id, ...")
    jurisdiction: str | None = Field(None, description="ISO 3166-2 code: US-CA, or CA")
    status: str | None = Field(None, description="in-force, struck-down, historical, ...")
    evidence_max: int = Field(
        SHOWN_TO,
        ge=1,
        le=8,
        description="Weakest type of evidence to show; 8 adds what is only inferred from structure",
    )
    limit: int = Field(100, ge=1, le=1000)
    offset: int = Field(0, ge=0, le=1_000_000)


LawFilters: TypeAlias = Annotated[Filters, Depends(Filters)]


def law_listing(
    request: Request, store: PrecedentStore, relies_on: str | None, filters: Filters
) -> dict[str, Any]:
    """Return the fields of a ``LawListing``."""
    answer = laws(store, relies_on=relies_on, **filters.model_dump())
    end = filters.offset + filters.limit
    after = request.url.include_query_params(offset=end, limit=filters.limit)
    return dataset_of(store) | {
        "items": answer.items,
        "total": answer.total,
        "next": str(after) if end < answer.total else None,
        "folded": answer.folded,
        "folded_by_type": dict(answer.folded_by_type),
        "relies_on": answer.relies_on,
    }


@router.get("", response_model=LawListing)
def find_laws(
    request: Request,
    store: Store,
    filters: LawFilters,
    relies_on: Annotated[str | None, Query(description="Slug, citation or name of a case")] = None,
) -> dict[str, Any]:
    """Return laws, each with its evidence; best evidence first."""
    return law_listing(request, store, relies_on, filters)


@router.get("/{key:path}")
def one_law(key: str, store: Store) -> dict[str, Any]:
    """Return all that is recorded about one law, by slug, path or IRI."""
    return with_dataset(store, law_detail(store, key))
