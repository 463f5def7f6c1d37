"""Pages about the doctrine: the map on one page, and a page for each element."""

from fastapi import APIRouter, Depends, Response
from fastapi.responses import HTMLResponse

from api.answers.answer import dataset_of
from api.dependencies import Store
from api.kept import kept_page
from api.pages.render import render
from api.pages.tools import tools
from api.signposts import signposts
from graph.as_of import AsOf
from graph.description import types_of
from graph.element_answers import ElementSummary
from graph.elements import Doctrine, element_detail, read_doctrine
from graph.pictures.doctrine import doctrine_picture
from graph.pictures.drawing import source_of

router = APIRouter(
    include_in_schema=False,
    default_response_class=HTMLResponse,
    dependencies=[Depends(kept_page)],
)


def branches(doctrine: Doctrine, side: str) -> list[tuple[ElementSummary, int]]:
    """Return a side's elements in the order of the hierarchy, each with how deep it stands.

    The first of a side stands at 0, also where what is above it is of the other side.
    """
    found = []
    for iri, element in doctrine.elements.items():
        if element.side == side:
            above = doctrine.line(iri)[1:]
            found.append((element, sum(doctrine.elements[a].side == side for a in above)))
    return found


@router.get("/doctrine")
def doctrine_page(store: Store, as_of: str = "") -> str:
    """Show the whole doctrine: rules and limits side by side, and a picture of how they hang."""
    day = AsOf.read(as_of)
    doctrine = read_doctrine(store, day)
    return render(
        "doctrine.html",
        total=len(doctrine.elements),
        sides={side: branches(doctrine, side) for side in ("rule", "limit", "open")},
        picture=doctrine_picture(doctrine, source_of(store, day)).svg,
        as_of=as_of,
        tools=tools(store, "the doctrine", "/doctrine", api="/api/v1/elements", as_of=day),
        data=dataset_of(store),
    )


@router.get("/doctrine/{key}")
def element_page(key: str, store: Store, response: Response, as_of: str = "") -> str:
    """Show one element of the doctrine with its sources, limits, decisions and laws."""
    day = AsOf.read(as_of)
    detail = element_detail(store, key, day)
    iri = detail.element.iri
    response.headers["Link"] = signposts(iri, types_of(store, iri))
    slug = detail.element.slug
    return render(
        "element.html",
        detail=detail,
        as_of=as_of,
        tools=tools(
            store, detail.element.label, f"/doctrine/{slug}", api=f"/api/v1/elements/{slug}",
            as_of=day, iri=iri,
        ),
        data=dataset_of(store),
    )  # fmt: skip
