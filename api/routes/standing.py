"""What a law stands on, and two laws or two places side by side."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response

from api.answers.standing import law_footing, two_laws, two_places
from api.dependencies import AsOfDay
from api.reply import ThingReply
from api.schemas import FootingRecord, LawsBesideRecord, PlacesBesideRecord
from graph.facets import LawFilter

router = APIRouter(prefix="/api/v1", tags=["standing"])


@router.get("/laws/{key:path}/footing", response_model=FootingRecord)
def get_law_footing(
    reply: ThingReply,
    key: Annotated[str, Path(description="Slug, path (us-ca/gov/7284) or IRI of a law")],
    as_of: AsOfDay,
) -> Response:
    """Show what a law stands on: its precedents, what became of each, and what bounds it.

    For each precedent: the assertions that tie the law to it, whether it was overruled, and on what
    it rests in turn. Decisions that bound the law stand apart.
    """
    return reply(law_footing(reply.store, key, as_of))


@router.get("/beside/laws", response_model=LawsBesideRecord)
def compare_laws(
    reply: ThingReply,
    one: Annotated[str, Query(description="Slug, path or IRI of a law")],
    other: Annotated[str, Query(description="Slug, path or IRI of another")],
    as_of: AsOfDay,
) -> Response:
    """Put two laws side by side: what both do, concern and rest on, and what only one does."""
    return reply(two_laws(reply.store, one, other, as_of))


async def _narrowed(
    topic: Annotated[str | None, Query(description="Only laws of this topic")] = None,
    mechanism: Annotated[str | None, Query(description="Only laws of this mechanism")] = None,
    status: Annotated[str | None, Query(description="Only laws of this status")] = None,
) -> LawFilter:
    return LawFilter(topic=topic, mechanism=mechanism, status=status)


@router.get("/beside/places", response_model=PlacesBesideRecord)
def compare_places(
    reply: ThingReply,
    one: Annotated[str, Query(description="US-CA, or CA")],
    other: Annotated[str, Query(description="US-TX, or TX")],
    as_of: AsOfDay,
    wanted: Annotated[LawFilter, Depends(_narrowed)],
) -> Response:
    """Put the laws of two places side by side, with what they have in common."""
    return reply(two_places(reply.store, one, other, wanted, as_of))
