"""Pages where a reader begins: home, search, the list of cases."""

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse

from api.answers.answer import dataset_of
from api.dependencies import Store
from api.kept import kept_page
from api.pages.render import render
from api.pages.tools import address, tools
from graph.answers import CaseSummary
from graph.as_of import AsOf
from graph.cases import search_cases
from graph.claims import claims
from graph.elements import read_doctrine
from graph.laws import every_law
from graph.search import search

router = APIRouter(
    include_in_schema=False,
    default_response_class=HTMLResponse,
    dependencies=[Depends(kept_page)],
)

HITS: Final = 50
MOST: Final = 1000
OFTEN: Final = 6  # elements of each side that the first page names
PAGES: Final = {"case": "/cases/", "law": "/laws/", "element": "/doctrine/", "claim": "/claims/"}
NAMES: Final = {"case": "cases", "law": "laws", "element": "the doctrine", "claim": "claims"}


@router.get("/")
def home_page(store: Store) -> str:
    """Show where to begin: one search, three ways in, the doctrine in short."""
    doctrine = read_doctrine(store)
    by_use = sorted(doctrine.elements.values(), key=lambda e: (-e.laws - e.cases, e.label))
    every = claims(store)
    return render(
        "home.html",
        rules=[e for e in by_use if e.side == "rule"][:OFTEN],
        limits=[e for e in by_use if e.side == "limit"][:OFTEN],
        elements=len(doctrine.elements),
        cases=search_cases(store, "", limit=1).total,
        laws=len(every_law(store).laws),
        claims=every.total,
        claim=next((c for c in every.items if c.verdict == "outdated"), None),
        data=dataset_of(store),
    )


@router.get("/search")
def search_page(store: Store, q: str = "", kind: str = "", as_of: str = "") -> str:
    """Show what words or a citation find among cases, laws, elements and claims."""
    day = AsOf.read(as_of)
    asked = {"q": q, "kind": kind}
    return render(
        "search.html",
        q=q,
        kind=kind,
        answer=search(store, q, kind=kind or None, limit=HITS, as_of=day),
        as_of=as_of,
        whole=address("/search", {"q": q, "as_of": as_of}),
        pages=PAGES,
        names=NAMES,
        tools=tools(
            store,
            f"search for “{q}”",
            "/search",
            asked,
            api="/api/v1/search" if q else None,
            as_of=day,
        ),
        data=dataset_of(store),
    )


@router.get("/cases")
def cases_page(store: Store, q: str = "", as_of: str = "") -> str:
    """List the cases with a record, or those that a name or citation fits, by decade."""
    day = AsOf.read(as_of)
    answer = search_cases(store, q, limit=MOST, as_of=day)
    return render(
        "cases.html",
        q=q,
        answer=answer,
        decades=_by_decade(answer.items),
        as_of=as_of,
        tools=tools(store, "cases", "/cases", {"q": q}, api="/api/v1/cases", as_of=day),
        data=dataset_of(store),
    )


def _by_decade(cases: Iterable[CaseSummary]) -> list[tuple[int | None, list[CaseSummary]]]:
    """Return cases by decade, the newest first; those without a year stand last."""
    ordered = sorted(cases, key=lambda case: (-(case.year or 0), case.name))
    return [
        (decade, list(members))
        for decade, members in groupby(ordered, lambda case: case.year and case.year // 10 * 10)
    ]
