"""Pages for people: search, a case, laws, a law, a chain. They work without JavaScript."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response
from fastapi.responses import HTMLResponse

from api.answers.answer import dataset_of
from api.dependencies import Store
from api.kept import kept_page
from api.pages.render import render
from api.signposts import signposts
from graph.as_of import AsOf
from graph.cases import case_detail, search_cases
from graph.chain import chain
from graph.description import types_of
from graph.errors import AmbiguousCase, NotFoundError, PrecedentError, SameCase
from graph.facets import EVERY_KIND, LawFilter
from graph.law_detail import law_detail
from graph.lineage import lineage, progeny
from graph.pictures.chain import chain_picture
from graph.pictures.drawing import source_of
from graph.reliance import SHOWN_TO, laws
from graph.step_filter import StepFilter

router = APIRouter(
    include_in_schema=False,
    default_response_class=HTMLResponse,
    dependencies=[Depends(kept_page)],
)

TIES = 25


@router.get("/")
def search_page(store: Store, q: str = "", as_of: str = "") -> str:
    """Search cases by name or citation, or those decided by a day."""
    answer = search_cases(store, q, limit=100, as_of=AsOf.read(as_of))
    return render("search.html", q=q, answer=answer, as_of=as_of, data=dataset_of(store))


@router.get("/cases/{key:path}")
def case_page(key: str, store: Store, response: Response, as_of: str = "") -> str:
    """Show one case: its holding, what it rests on, what rests on it, which laws rely on it."""
    day = AsOf.read(as_of)
    detail = case_detail(store, key, day)
    iri = detail.case.iri
    response.headers["Link"] = signposts(iri, types_of(store, iri))
    return render(
        "case.html",
        detail=detail,
        rests_on=lineage(store, detail.case.iri, limit=TIES, wanted=StepFilter(as_of=day)),
        cited_by=progeny(store, detail.case.iri, limit=TIES, wanted=StepFilter(as_of=day)),
        laws=laws(store, relies_on=detail.case.iri, limit=TIES, as_of=day),
        as_of=as_of,
        data=dataset_of(store),
    )


@router.get("/laws")
def laws_page(
    store: Store,
    relies_on: str = "",
    topic: str = "",
    jurisdiction: str = "",
    status: str = "",
    kind: str = "",
    as_of: str = "",
    evidence_max: Annotated[int, Query(ge=1, le=8)] = SHOWN_TO,
) -> str:
    """List laws with the evidence that ties each to a precedent."""
    answer = laws(
        store,
        relies_on=relies_on or None,
        wanted=LawFilter(topic or None, jurisdiction or None, status or None, kind or None),
        as_of=AsOf.read(as_of),
        evidence_max=evidence_max if relies_on else None,
        limit=1000,
    )
    every = laws(store, wanted=LawFilter(kind=EVERY_KIND), limit=1000).items
    facets = {
        "topic": sorted({t for law in every for t in law.topics}),
        "jurisdiction": sorted({law.jurisdiction for law in every}),
        "status": sorted({law.status for law in every if law.status}),
        "kind": [*sorted({law.record_kind for law in every}), EVERY_KIND],
    }
    chosen = {"topic": topic, "jurisdiction": jurisdiction, "status": status, "kind": kind}
    return render(
        "laws.html",
        answer=answer,
        facets=facets,
        chosen=chosen,
        relies_on=relies_on,
        as_of=as_of,
        evidence_max=evidence_max,
        data=dataset_of(store),
    )


@router.get("/laws/{key:path}")
def law_page(key: str, store: Store, response: Response, as_of: str = "") -> str:
    """Show one law with every assertion that ties it to a precedent; members as of a day."""
    detail = law_detail(store, key, AsOf.read(as_of))
    iri = detail.law.iri
    response.headers["Link"] = signposts(iri, types_of(store, iri))
    return render("law.html", detail=detail, as_of=as_of, data=dataset_of(store))


@router.get("/chain")
def chain_page(
    store: Store,
    start: Annotated[str, Query(alias="from")] = "505 U.S. 144",
    end: Annotated[str, Query(alias="to")] = "murphy-v-ncaa",
    as_of: str = "",
) -> str:
    """Show how the doctrine runs from one case to another, as a picture and in words."""
    fault: PrecedentError | None = None
    answer = None
    picture = ""
    day = AsOf.read(as_of)
    try:
        answer = chain(store, start, end, wanted=StepFilter(as_of=day))
        picture = chain_picture(answer, source_of(store, day)).svg
    except (NotFoundError, AmbiguousCase, SameCase) as error:
        fault = error
    return render(
        "chain.html",
        start=start,
        end=end,
        answer=answer,
        picture=picture,
        as_of=as_of,
        fault=fault,
        candidates=getattr(fault, "candidates", ()),
        data=dataset_of(store),
    )
