"""Passages that may show a law resting on a precedent: extracted, reviewed by nobody."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.answers.laws import candidate_list
from api.dependencies import AsOfDay
from api.reply import Paged, ThingReply
from api.schemas import CandidateListing

router = APIRouter(prefix="/api/v1/candidates", tags=["candidates"])


@router.get("", response_model=CandidateListing)
def find_candidates(
    reply: ThingReply,
    page: Paged,
    as_of: AsOfDay,
    relies_on: Annotated[str | None, Query(description="Slug, citation or name of a case")] = None,
    law: Annotated[str | None, Query(description="Slug, path or IRI of a law")] = None,
) -> Response:
    """Return candidates with the words that show each; they never count as reliance."""
    return reply(candidate_list(reply.store, relies_on, law, as_of, page))
