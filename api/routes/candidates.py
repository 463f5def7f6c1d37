"""Passages that may show a law resting on a precedent: extracted, reviewed by nobody."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.answers.laws import candidate_list
from api.dependencies import AsOfDay
from api.reply import Paged, ThingReply
from api.schemas import CandidateListing

router = APIRouter(prefix="/api/v1/candidates", tags=["candidates"])


@router.get("", response_model=CandidateListing)
def list_candidates(
    reply: ThingReply,
    page: Paged,
    as_of: AsOfDay,
    relies_on: Annotated[str | None, Query(description="Slug, citation or name of a case")] = None,
    law: Annotated[str | None, Query(description="Slug, path or IRI of a law")] = None,
) -> Response:
    """List passages that may show a law resting on a precedent: leads, not findings.

    A program found them in the texts that were read, and nobody has reviewed them. Each comes with
    the words and where they stand. They never count among the laws that rely on a case.
    """
    return reply(candidate_list(reply.store, relies_on, law, as_of, page))
