"""The weight of cases: what became of one, what is exposed without it, which carry most."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from api.answers.doctrine import authority_list
from api.answers.weight import case_status, exposed
from api.dependencies import AsOfDay
from api.reply import Paged, ThingReply
from api.routes.cases import Key
from api.schemas import AuthorityListing, ExposureRecord, StatusRecord
from graph.facets import LawFilter

router = APIRouter(prefix="/api/v1", tags=["status"])


@router.get("/cases/{key:path}/status", response_model=StatusRecord)
def get_case_status(
    reply: ThingReply,
    key: Key,
    as_of: AsOfDay,
    max_hops: Annotated[
        int, Query(ge=1, le=4, description="How far back overruled authority is looked for")
    ] = 2,
) -> Response:
    """Show what became of a decision: who overruled, limited, questioned or followed it.

    `standing` is the gravest thing that a court with the power to do so has done to it, as far as
    this graph knows; every act comes with who did it, in which words and in which part of the
    opinion. `rests_on_overruled` shows where it relies on authority that has since been overruled.
    **That nothing negative is found here does not say that a decision is good law.**
    """
    return reply(case_status(reply.store, key, as_of, max_hops))


async def _narrowed(
    topic: Annotated[str | None, Query(description="Only laws of this topic")] = None,
    jurisdiction: Annotated[str | None, Query(description="US-CA, or CA")] = None,
    status: Annotated[
        str | None, Query(description="Only laws of this status; else those in force")
    ] = None,
) -> LawFilter:
    return LawFilter(topic=topic, jurisdiction=jurisdiction, status=status)


@router.get("/exposure", response_model=ExposureRecord)
def get_exposure(
    reply: ThingReply,
    as_of: AsOfDay,
    wanted: Annotated[LawFilter, Depends(_narrowed)],
    case: Annotated[str | None, Query(description="Slug, citation or name of a case")] = None,
    element: Annotated[str | None, Query(description="Slug or label of an element")] = None,
) -> Response:
    """Show what would lose which support if a decision or an element of the doctrine were gone.

    Give `case`, `element`, or both (a case for one element only). Each law and each later decision
    is classed as standing on it alone, as one of several supports, indirectly, or in the background
    only, with every path and with what support would remain. Nothing is ever said to fall.
    """
    return reply(exposed(reply.store, case, element, wanted, as_of))


@router.get("/authority", response_model=AuthorityListing)
def list_authority(
    reply: ThingReply,
    page: Paged,
    as_of: AsOfDay,
    element: Annotated[
        str | None, Query(description="Only cases that state this element: slug or label")
    ] = None,
    dissents: Annotated[bool, Query(description="Count separate opinions too")] = False,
) -> Response:
    """List the decisions that carry most weight within the doctrine.

    By PageRank, then HITS (`authority`, `hub`) and plain counts of citations, reckoned on the
    citations among the recorded decisions that state an element of the doctrine. These are measures
    of the network of citations, and say nothing about who is right.
    """
    return reply(authority_list(reply.store, element, dissents, as_of, page))
