"""State laws and instruments, with what ties each to a precedent."""

from dataclasses import fields
from typing import Annotated, Any, TypeAlias

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, Field

from api.dependencies import AsOfDay, Store
from api.schemas import LawListing, dataset_of, with_dataset
from graph.as_of import AsOf
from graph.facets import LawFilter
from graph.law_detail import law_detail
from graph.reliance import laws
from graph.store import PrecedentStore

router = APIRouter(prefix="/api/v1/laws", tags=["laws"])


class Filters(BaseModel):
    """Facets of a list of laws."""

    topic: str | None = Field(None, description="immigration-enforcement, firearms, real-id, ...")
    jurisdiction: str | None = Field(None, description="ISO 3166-2 code: US-CA, or CA")
    status: str | None = Field(None, description="in-force, struck-down, historical, ..., or any")
    kind: str | None = Field(
        None,
        description="law, resolution, compact, judicial-rule (these four unless given),"
        " proposal, statement, coordination, aggregate, set-of-applications, or all",
    )
    instrument: str | None = Field(None, description="statute, ballot-initiative, ordinance, ...")
    mechanism: str | None = Field(None, description="non-cooperation, data-sharing-ban, ...")
    bearing: str | None = Field(
        None, description="supports, limits, mixed, background; unless given, laws that rely on it"
    )
    disposition: str | None = Field(
        None, description="What a court did: upheld, struck-down, enjoined, pending, ..."
    )
    evidence_max: int | None = Field(
        None,
        ge=1,
        le=8,
        description="Weakest type of evidence to show; with a case 7 unless given, and 8 adds what"
        " is only inferred from structure",
    )
    limit: int = Field(100, ge=1, le=1000)
    offset: int = Field(0, ge=0, le=1_000_000)

    def wanted(self) -> LawFilter:
        """Return the facets as the graph takes them."""
        return LawFilter(**{facet.name: getattr(self, facet.name) for facet in fields(LawFilter)})


LawFilters: TypeAlias = Annotated[Filters, Depends(Filters)]


def law_listing(
    request: Request, store: PrecedentStore, relies_on: str | None, filters: Filters, as_of: AsOf
) -> dict[str, Any]:
    """Return the fields of a ``LawListing``."""
    answer = laws(
        store,
        relies_on=relies_on,
        wanted=filters.wanted(),
        as_of=as_of,
        evidence_max=filters.evidence_max,
        limit=filters.limit,
        offset=filters.offset,
    )
    end = filters.offset + filters.limit
    after = request.url.include_query_params(offset=end, limit=filters.limit)
    return dataset_of(store, as_of) | {
        "items": answer.items,
        "total": answer.total,
        "next": str(after) if end < answer.total else None,
        "folded": answer.folded,
        "folded_by_type": dict(answer.folded_by_type),
        "by_kind": dict(answer.by_kind),
        "other_kinds": dict(answer.other_kinds),
        "limited": answer.limited,
        "uncertain": answer.uncertain,
        "limits": [{"case": case, "laws": number} for case, number in answer.limits],
        "counters": answer.counters,
        "by_decade": dict(answer.by_decade),
        "by_disposition": dict(answer.by_disposition),
        "relies_on": answer.relies_on,
    }


@router.get("", response_model=LawListing)
def find_laws(
    request: Request,
    store: Store,
    filters: LawFilters,
    as_of: AsOfDay,
    relies_on: Annotated[str | None, Query(description="Slug, citation or name of a case")] = None,
) -> dict[str, Any]:
    """Return laws, each with its evidence; best evidence first; on a day, those in force then."""
    return law_listing(request, store, relies_on, filters, as_of)


@router.get("/{key:path}")
def one_law(key: str, store: Store, as_of: AsOfDay) -> dict[str, Any]:
    """Return all that is recorded about one law; its status and members are those of the day."""
    return with_dataset(store, law_detail(store, key, as_of), as_of)
