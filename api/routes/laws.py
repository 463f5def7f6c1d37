"""State laws and instruments, with what ties each to a precedent."""

from dataclasses import fields
from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Path, Query, Response
from pydantic import BaseModel, Field

from api.answers.laws import law_list, one_law
from api.dependencies import AsOfDay
from api.reply import Paged, ThingReply
from api.schemas import LawListing, LawRecord
from graph.facets import LawFilter

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

    def wanted(self) -> LawFilter:
        """Return the facets as the graph takes them."""
        return LawFilter(**{facet.name: getattr(self, facet.name) for facet in fields(LawFilter)})


LawFilters: TypeAlias = Annotated[Filters, Depends(Filters)]


@router.get("", response_model=LawListing)
def find_laws(
    reply: ThingReply,
    page: Paged,
    filters: LawFilters,
    as_of: AsOfDay,
    relies_on: Annotated[str | None, Query(description="Slug, citation or name of a case")] = None,
) -> Response:
    """Return laws, each with its evidence; best evidence first; on a day, those in force then."""
    return reply(
        law_list(reply.store, relies_on, filters.wanted(), filters.evidence_max, as_of, page)
    )


@router.get("/{key:path}", response_model=LawRecord)
def one(
    reply: ThingReply,
    key: Annotated[str, Path(description="Slug, path (us-ca/gov/7284) or IRI of a law")],
    as_of: AsOfDay,
) -> Response:
    """Return all that is recorded about one law; its status and members are those of the day."""
    return reply(one_law(reply.store, key, as_of))
