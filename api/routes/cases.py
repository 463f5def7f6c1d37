"""Cases: search, one case, what it rests on, what rests on it, which laws rely on it."""

from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Path, Query, Response

from api.answers.cases import case_list, one_case
from api.answers.laws import law_list
from api.dependencies import AsOfDay
from api.reply import Paged, ThingReply
from api.routes.laws import EvidenceMax, LawFilters
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


async def case_filter(
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
def list_cases(
    reply: ThingReply,
    page: Paged,
    wanted: CaseFilters,
    as_of: AsOfDay,
    q: Annotated[str, Query(description="Words of a name, or a citation")] = "",
) -> Response:
    """Search the court decisions by name or citation, or list them all.

    Without `q` the decisions that people have recorded are listed. `facets` counts how many there
    are of each court, year, decade, area of law and element of the doctrine; any of these values
    given back as a filter narrows the list.
    """
    return reply(case_list(reply.store, q, wanted, as_of, page))


@router.get("/{key:path}/laws", response_model=LawListing)
def list_case_laws(
    reply: ThingReply,
    key: Key,
    page: Paged,
    wanted: LawFilters,
    as_of: AsOfDay,
    evidence_max: EvidenceMax = None,
) -> Response:
    """List the laws that rely on one decision, with the evidence for each.

    The same as the list of laws with `relies_on`. Laws that are tied to the case by nothing better
    than an inference from their structure (evidence of type 8) are left out and counted (`folded`).
    """
    return reply(law_list(reply.store, key, wanted, evidence_max, as_of, page))


@router.get("/{key:path}", response_model=CaseRecord)
def get_case(reply: ThingReply, key: Key, as_of: AsOfDay) -> Response:
    """Show everything that is recorded about one decision.

    Its holding, vote, opinions, history, the elements of the doctrine that it speaks of with their
    pages, and which of these fields nobody has verified (`unverified_fields`). A name that fits
    several decisions is refused with the list of them.
    """
    return reply(one_case(reply.store, key, as_of))
