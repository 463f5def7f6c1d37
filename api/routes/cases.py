"""Cases: search, one case, what it rests on, what rests on it, which laws rely on it."""

from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Path, Query, Response

from api.answers.cases import case_list, one_case
from api.answers.laws import law_list
from api.dependencies import AsOfDay
from api.reply import Paged, ThingReply
from api.routes.laws import LawFilters
from api.schemas import CaseListing, CaseRecord, LawListing
from graph.case_facets import CaseFilter

router = APIRouter(prefix="/api/v1/cases", tags=["cases"])

Key: TypeAlias = Annotated[
    str,
    Path(
        description="Slug, citation (521 U.S. 898), path (us/521/898), IRI, or words of a name",
        examples=["printz-v-united-states"],
    ),
]


def case_filter(
    court: Annotated[str | None, Query(description="Only this court: scotus, ca9, ...")] = None,
    year: Annotated[int | None, Query(description="Only decided in this year")] = None,
    decade: Annotated[int | None, Query(description="Only of this decade: 1990")] = None,
    area: Annotated[str | None, Query(description="Only of this area: firearms, ...")] = None,
    element: Annotated[
        str | None, Query(description="Only cases that state this element, or a narrower one")
    ] = None,
) -> CaseFilter:
    """Return what narrows a list of cases."""
    return CaseFilter(court, year, decade, area, element)


CaseFilters: TypeAlias = Annotated[CaseFilter, Depends(case_filter)]


@router.get("", response_model=CaseListing)
def find_cases(
    reply: ThingReply,
    page: Paged,
    wanted: CaseFilters,
    as_of: AsOfDay,
    q: Annotated[str, Query(description="Words of a name, or a citation")] = "",
) -> Response:
    """Search by words of a name or by a citation; without ``q``, list the curated cases."""
    return reply(case_list(reply.store, q, wanted, as_of, page))


@router.get("/{key:path}/laws", response_model=LawListing)
def case_laws(
    reply: ThingReply, key: Key, page: Paged, filters: LawFilters, as_of: AsOfDay
) -> Response:
    """Return the laws that rely on a case, with the evidence for each."""
    return reply(law_list(reply.store, key, filters.wanted(), filters.evidence_max, as_of, page))


@router.get("/{key:path}", response_model=CaseRecord)
def one(reply: ThingReply, key: Key, as_of: AsOfDay) -> Response:
    """Return all that is recorded about one case."""
    return reply(one_case(reply.store, key, as_of))
