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
def status(
    reply: ThingReply,
    key: Key,
    as_of: AsOfDay,
    max_hops: Annotated[
        int, Query(ge=1, le=4, description="How far back overruled authority is looked for")
    ] = 2,
) -> Response:
    """Return how later cases treat a case: counts, by whom, in which words, and on what it rests.

    That nothing negative is found does not say that a case is good law.
    """
    return reply(case_status(reply.store, key, as_of, max_hops))


def _narrowed(
    topic: Annotated[str | None, Query(description="Only laws of this topic")] = None,
    jurisdiction: Annotated[str | None, Query(description="US-CA, or CA")] = None,
    status: Annotated[
        str | None, Query(description="Only laws of this status; else those in force")
    ] = None,
) -> LawFilter:
    return LawFilter(topic=topic, jurisdiction=jurisdiction, status=status)


@router.get("/exposure", response_model=ExposureRecord)
def exposure(
    reply: ThingReply,
    as_of: AsOfDay,
    wanted: Annotated[LawFilter, Depends(_narrowed)],
    case: Annotated[str | None, Query(description="Slug, citation or name of a case")] = None,
    element: Annotated[str | None, Query(description="Slug or label of an element")] = None,
) -> Response:
    """Return which laws and cases rest on a case, an element, or a case for one element.

    Each law comes with the support that would be lost or weakened, by which path, and with what
    would remain. Nothing is ever said to fall.
    """
    return reply(exposed(reply.store, case, element, wanted, as_of))


@router.get("/authority", response_model=AuthorityListing)
def authority(
    reply: ThingReply,
    page: Paged,
    as_of: AsOfDay,
    element: Annotated[
        str | None, Query(description="Only cases that state this element: slug or label")
    ] = None,
    dissents: Annotated[bool, Query(description="Count separate opinions too")] = False,
) -> Response:
    """Return the cases that carry most authority in the doctrine: PageRank, HITS and citations."""
    return reply(authority_list(reply.store, element, dissents, as_of, page))
