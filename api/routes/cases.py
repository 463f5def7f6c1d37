"""Cases: search, one case, what it rests on, what rests on it, which laws rely on it."""

from typing import Annotated, Any, TypeAlias

from fastapi import APIRouter, Path, Query, Request

from api.dependencies import AsOfDay, StepsWanted, Store
from api.routes.laws import LawFilters, law_listing
from api.schemas import LawListing, Listing, StepListing, dataset_of, with_dataset
from graph.answers import CaseSummary, LineageAnswer
from graph.as_of import AsOf
from graph.cases import case_detail, search_cases
from graph.lineage import lineage, progeny
from graph.store import PrecedentStore

router = APIRouter(prefix="/api/v1/cases", tags=["cases"])

Key: TypeAlias = Annotated[
    str,
    Path(
        description="Slug, citation (521 U.S. 898), path (us/521/898), IRI, or words of a name",
        examples=["printz-v-united-states"],
    ),
]
Limit: TypeAlias = Annotated[int, Query(ge=1, le=1000)]
Offset: TypeAlias = Annotated[int, Query(ge=0, le=1_000_000)]
Hops: TypeAlias = Annotated[int, Query(ge=1, le=6, description="Steps away from the case")]
Dissents: TypeAlias = Annotated[bool, Query(description="Count separate opinions too")]


def next_page(request: Request, offset: int, limit: int, total: int) -> str | None:
    """Return the address of the next page of a list, or None at its end."""
    if offset + limit >= total:
        return None
    return str(request.url.include_query_params(offset=offset + limit, limit=limit))


@router.get("", response_model=Listing[CaseSummary])
def find_cases(
    request: Request,
    store: Store,
    as_of: AsOfDay,
    q: str = "",
    limit: Limit = 20,
    offset: Offset = 0,
) -> dict[str, Any]:
    """Search by words of a name or by a citation; without ``q``, list the curated cases."""
    answer = search_cases(store, q, limit=limit, offset=offset, as_of=as_of)
    return dataset_of(store, as_of) | {
        "items": answer.items,
        "total": answer.total,
        "next": next_page(request, offset, limit, answer.total),
    }


def _steps(store: PrecedentStore, answer: LineageAnswer) -> dict[str, Any]:
    return dataset_of(store, AsOf(answer.as_of)) | {
        "items": answer.steps,
        "total": answer.total,
        "next": None,
        "treatments": answer.treatments,
        "main_path": answer.main_path,
        "case": answer.case,
        "direction": answer.direction,
        "max_hops": answer.max_hops,
    }


@router.get("/{key:path}/lineage", response_model=StepListing)
def case_lineage(
    key: Key, store: Store, wanted: StepsWanted, max_hops: Hops = 1, limit: Limit = 100
) -> dict[str, Any]:
    """Return the cases a case rests on, the strongest ties first, with all evidence."""
    return _steps(store, lineage(store, key, max_hops=max_hops, limit=limit, wanted=wanted))


@router.get("/{key:path}/progeny", response_model=StepListing)
def case_progeny(
    key: Key, store: Store, wanted: StepsWanted, max_hops: Hops = 1, limit: Limit = 100
) -> dict[str, Any]:
    """Return the cases that rest on a case, the strongest ties first, with all evidence."""
    return _steps(store, progeny(store, key, max_hops=max_hops, limit=limit, wanted=wanted))


@router.get("/{key:path}/laws", response_model=LawListing)
def case_laws(
    request: Request, key: Key, store: Store, filters: LawFilters, as_of: AsOfDay
) -> dict[str, Any]:
    """Return the laws that rely on a case, with the evidence for each."""
    return law_listing(request, store, key, filters, as_of)


@router.get("/{key:path}")
def one_case(key: Key, store: Store, as_of: AsOfDay) -> dict[str, Any]:
    """Return all that is recorded about one case."""
    return with_dataset(store, case_detail(store, key, as_of), as_of)
