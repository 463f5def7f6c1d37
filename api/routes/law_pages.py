"""Pages of laws: the list with what it can be narrowed by, and one law."""

from html import escape
from typing import Annotated, Final
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Depends, Query, Response
from fastapi.responses import HTMLResponse

from api.answers.answer import dataset_of
from api.dependencies import Store
from api.kept import kept_page
from api.pages.render import render
from api.pages.tools import address, tools
from api.signposts import signposts
from graph.as_of import AsOf
from graph.description import types_of
from graph.elements import read_doctrine
from graph.facets import EVERY_KIND, LawFilter
from graph.footing import footing
from graph.law_detail import law_detail
from graph.law_facets import law_facets
from graph.laws import every_law
from graph.pictures.drawing import draw_map
from graph.pictures.lawlists import LawsWanted
from graph.reliance import SHOWN_TO, laws
from graph.siblings import siblings

router = APIRouter(
    include_in_schema=False,
    default_response_class=HTMLResponse,
    dependencies=[Depends(kept_page)],
)

NARROWED: Final = ("topic", "jurisdiction", "status", "mechanism", "disposition")
SHOWN: Final = 50  # laws on one page
MOST_VALUES: Final = 8  # of one facet that a page counts; the form has them all


@router.get("/laws")
def laws_page(
    store: Store,
    relies_on: str = "",
    element: str = "",
    topic: str = "",
    jurisdiction: str = "",
    status: str = "",
    kind: str = "",
    mechanism: str = "",
    disposition: str = "",
    as_of: str = "",
    evidence_max: Annotated[int, Query(ge=1, le=8)] = SHOWN_TO,
    start: Annotated[int, Query(ge=0, le=100_000)] = 0,
) -> str:
    """List laws with the evidence that ties each to a precedent."""
    day, narrowed = AsOf.read(as_of), bool(relies_on or element)
    chosen = {
        "relies_on": relies_on,
        "element": element,
        "topic": topic,
        "jurisdiction": jurisdiction,
        "status": status,
        "kind": kind,
        "mechanism": mechanism,
        "disposition": disposition,
    }
    wanted = LawFilter(
        topic or None, jurisdiction or None, status or None, kind or None,
        mechanism=mechanism or None, disposition=disposition or None,
    )  # fmt: skip
    answer = laws(
        store,
        relies_on=relies_on or None,
        element=element or None,
        through=bool(relies_on),
        wanted=wanted,
        as_of=day,
        evidence_max=evidence_max if narrowed else None,
        limit=None,
    )  # fmt: skip
    book, counts = every_law(store), law_facets(answer.items)
    places = {(law.jurisdiction, law.jurisdiction_name) for law in book.laws}
    asked = chosen | ({"evidence_max": str(evidence_max)} if narrowed else {})
    given = {name: value for name, value in asked.items() if value}
    return render(
        "laws.html",
        answer=answer,
        start=start,
        shown=answer.items[start : start + SHOWN],
        following=address("/laws", given | {"as_of": as_of, "start": start + SHOWN})
        if start + SHOWN < answer.total
        else None,
        values={
            "topic": sorted(book.values("topics")),
            "jurisdiction": sorted(places),
            "status": sorted(book.values("status")),
            "kind": [*sorted(book.values("record_kind")), EVERY_KIND],
            "mechanism": sorted(book.values("mechanisms")),
        },
        elements=list(read_doctrine(store).elements.values()),
        chosen=chosen,
        facets={
            name: [(one, address("/laws", given | {name: one.value, "as_of": as_of}))
                   for one in counts[name][:MOST_VALUES]]
            for name in NARROWED if not chosen[name]
        },
        as_of=as_of,
        evidence_max=evidence_max,
        picture=draw_map(
            store,
            LawsWanted(
                wanted, relies_on or None, element or None, evidence_max if narrowed else None
            ),
            day,
            query=urlencode(given | ({"as_of": as_of} if as_of else {})),
        ).svg,
        tools=tools(
            store, "laws", "/laws", given, api="/api/v1/laws", as_of=day,
            brief={"topic": topic} if topic else None,
        ),
        data=dataset_of(store),
    )  # fmt: skip


@router.get("/laws/{key:path}")
def law_page(key: str, store: Store, response: Response, as_of: str = "") -> str:
    """Show one law: what it does and stands on, what courts did, its like, what counters it."""
    day = AsOf.read(as_of)
    detail = law_detail(store, key, day)
    law = detail.law
    response.headers["Link"] = signposts(law.iri, types_of(store, law.iri))
    return render(
        "law.html",
        detail=detail,
        standing=footing(store, law.iri, day),
        siblings=siblings(store, law.iri, day),
        as_of=as_of,
        tools=tools(
            store, law.title, f"/laws/{law.slug}",
            api=f"/api/v1/laws/{quote(law.slug)}", as_of=day, iri=law.iri, brief={"key": law.slug},
            authority=escape(law.citation, quote=False) if law.citation else None,
        ),
        data=dataset_of(store),
    )  # fmt: skip
