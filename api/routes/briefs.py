"""Briefing documents over HTTP: the same as the command writes."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from api.brief.compose import brief, brief_of_topic
from api.brief.files import MEDIA, file_of
from api.dependencies import AsOfDay, Store
from api.faults import NotOffered
from api.kept import kept_page
from graph.errors import NothingAsked
from graph.iri import slug

router = APIRouter(tags=["pictures"], include_in_schema=False)


@router.get("/brief", dependencies=[Depends(kept_page)])
def write_brief(
    store: Store,
    as_of: AsOfDay,
    key: Annotated[str, Query(description="A case, or the slug of a law")] = "",
    to: Annotated[str, Query(description="A later case: the line to it")] = "",
    topic: Annotated[str, Query(description="Laws on this topic instead")] = "",
    form: Annotated[str, Query(alias="format", description="docx, pdf, pptx, html, md")] = "docx",
) -> Response:
    """Write a briefing about a case, a law, a topic, or the line between two cases."""
    if form not in MEDIA:
        raise NotOffered(form, MEDIA)
    if not key and not topic:
        raise NothingAsked("a key (a case or a law) or a topic")
    told = brief_of_topic(store, topic, as_of) if topic else brief(store, key, to or None, as_of)
    name = f"{slug(told.title)}.{form}"
    how = "inline" if form in ("html", "md", "pdf") else "attachment"
    headers = {"Content-Disposition": f'{how}; filename="{name}"'}
    return Response(file_of(told, form), media_type=MEDIA[form], headers=headers)
