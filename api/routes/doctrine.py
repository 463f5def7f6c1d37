"""Pages about the doctrine: the map on one page, and a page for each element."""

from fastapi import APIRouter, Depends, Response
from fastapi.responses import HTMLResponse

from api.answers.answer import dataset_of
from api.dependencies import Store
from api.kept import kept_page
from api.pages.render import render
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
    doctrine = read_doctrine(store, AsOf.read(as_of))
    return render(
        "doctrine.html",
        total=len(doctrine.elements),
        sides={side: branches(doctrine, side) for side in ("rule", "limit", "open")},
        picture=doctrine_picture(doctrine, source_of(store, AsOf.read(as_of))).svg,
        as_of=as_of,
        data=dataset_of(store),
    )


@router.get("/doctrine/{key}")
def element_page(key: str, store: Store, response: Response, as_of: str = "") -> str:
    """Show one element of the doctrine with its sources, limits, decisions and laws."""
    detail = element_detail(store, key, AsOf.read(as_of))
    iri = detail.element.iri
    response.headers["Link"] = signposts(iri, types_of(store, iri))
    return render("element.html", detail=detail, as_of=as_of, data=dataset_of(store))
