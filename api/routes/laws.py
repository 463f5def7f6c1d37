"""State laws and instruments, with what ties each to a precedent."""

from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Path, Query, Response

from api.answers.laws import law_list, one_law
from api.dependencies import AsOfDay
from api.reply import Paged, ThingReply
from api.schemas import LawListing, LawRecord
from graph.facets import LawFilter

router = APIRouter(prefix="/api/v1/laws", tags=["laws"])


async def law_filter(
    topic: Annotated[
        str | None, Query(description="immigration-enforcement, firearms, real-id, ...")
    ] = None,
    jurisdiction: Annotated[str | None, Query(description="ISO 3166-2 code: US-CA, or CA")] = None,
    status: Annotated[
        str | None, Query(description="in-force, struck-down, historical, ..., or any")
    ] = None,
    kind: Annotated[
        str | None,
        Query(
            description="law, resolution, compact, judicial-rule (these four unless given),"
            " proposal, statement, coordination, aggregate, set-of-applications, or all"
        ),
    ] = None,
    instrument: Annotated[
        str | None, Query(description="statute, ballot-initiative, ordinance, ...")
    ] = None,
    mechanism: Annotated[
        str | None, Query(description="non-cooperation, data-sharing-ban, ...")
    ] = None,
    bearing: Annotated[
        str | None,
        Query(
            description="What a precedent does to the law: supports, limits, mixed, background;"
            " unless given, laws that rely on it"
        ),
    ] = None,
    disposition: Annotated[
        str | None, Query(description="What a court did: upheld, struck-down, enjoined, pending")
    ] = None,
) -> LawFilter:
    """Return what narrows a list of laws."""
    return LawFilter(topic, jurisdiction, status, kind, instrument, mechanism, bearing, disposition)


LawFilters: TypeAlias = Annotated[LawFilter, Depends(law_filter)]
EvidenceMax: TypeAlias = Annotated[
    int | None,
    Query(
        ge=1,
        le=8,
        description="Weakest type of evidence to show; with a case 7 unless given, and 8 adds what"
        " is only inferred from structure",
    ),
]


@router.get("", response_model=LawListing)
def list_laws(
    reply: ThingReply,
    page: Paged,
    wanted: LawFilters,
    as_of: AsOfDay,
    evidence_max: EvidenceMax = None,
    relies_on: Annotated[str | None, Query(description="Slug, citation or name of a case")] = None,
    element: Annotated[
        str | None, Query(description="Only ties about this element of the doctrine or a narrower")
    ] = None,
    through: Annotated[
        bool, Query(description="Also laws tied to a later case that rests on the case")
    ] = False,
) -> Response:
    """List state laws and other measures, with what ties each of them to a precedent.

    The best evidence comes first, on a scale from 1 (the enacted text cites the case) to 8 (only
    inferred from the structure of the law). With `as_of` those are listed that were in force on
    that day. `limits` are the decisions that bound the listed laws, and `counters` the measures
    that answer them, so that no list is read alone.
    """
    store = reply.store
    return reply(
        law_list(
            store, relies_on, wanted, evidence_max, as_of, page, element=element, through=through
        )
    )


@router.get("/{key:path}", response_model=LawRecord)
def get_law(
    reply: ThingReply,
    key: Annotated[str, Path(description="Slug, path (us-ca/gov/7284) or IRI of a law")],
    as_of: AsOfDay,
) -> Response:
    """Show everything that is recorded about one law or measure.

    Its citation, status, votes, what courts did with it, and each assertion that ties it to a
    precedent, with its source. The status, and who belongs to a compact, are those of `as_of`.
    """
    return reply(one_law(reply.store, key, as_of))
