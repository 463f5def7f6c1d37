"""Things by their IRI: 303 to the page or to the data, by ``Accept`` or by the ending."""

from typing import Any, Final
from urllib.parse import quote

import pyoxigraph as ox
from fastapi import APIRouter, HTTPException, Request, Response
from starlette.responses import RedirectResponse

from api.answers.answer import dataset_of
from api.dependencies import Store
from api.negotiation import choose
from api.pages.render import render
from api.signposts import (
    FORMS,
    HTML,
    MEDIA,
    SAFE,
    data_signposts,
    is_ours,
    local_path,
    signposts,
)
from api.vocabulary import short
from graph.description import Description, describe, is_known, label_of, types_of
from graph.errors import NotFoundError
from graph.iri import thing_iri
from graph.store import PrecedentStore
from ontology.concepts import SCHEMES
from ontology.prefixes import PREFIXES

router = APIRouter(tags=["linked data"])

OFFERED: Final = {HTML: "html"} | {media: end for end, media in MEDIA.items()}
# Kinds of things that have a page made for them; the others are shown as what is said of them.
PAGES: Final = {
    thing_iri("case/"): "/cases/",
    thing_iri("law/"): "/laws/",
    thing_iri("claim/"): "/claims/",
    SCHEMES + "doctrine/": "/doctrine/",
}


@router.get("/id/{path:path}", response_class=Response, status_code=303)
def get_thing(path: str, request: Request, store: Store) -> Response:
    """Lead a reader to the page of a thing and a program to its data.

    An ending (.ttl, .jsonld, .nt, .rdf, .html) gives the data or a page at once.
    """
    return answer(thing_iri(path), request, store)


@router.get("/scheme/{path:path}", response_class=Response, status_code=303)
def get_concept(path: str, request: Request, store: Store) -> Response:
    """Lead to the page or the data of a scheme of concepts, or of a concept; endings as above."""
    return answer(SCHEMES + path, request, store)


def answer(iri: str, request: Request, store: PrecedentStore) -> Response:
    """Answer for a thing, or for a description of it where the address ends in a form's name."""
    if is_known(store, iri):
        return _see_other(iri, request, store)
    stem, _, end = iri.rpartition(".")
    if (end in FORMS or end == "html") and is_known(store, stem):
        found = describe(store, stem)
        if end == "html":
            page = description_page(found, store)
            links = {"Link": signposts(stem, found.types)}
            return Response(page, media_type=HTML, headers=links)
        data = ox.serialize(found.triples, format=FORMS[end], prefixes=dict(PREFIXES)) or b""
        return Response(data, media_type=MEDIA[end], headers={"Link": data_signposts(stem)})
    raise NotFoundError(f"nothing is recorded under {iri}")


def negotiated(request: Request, offered: list[str]) -> str:
    """Return the media type that a client likes best of those offered, or refuse with 406."""
    chosen = choose(request.headers.get("accept"), offered)
    if chosen is None:
        raise HTTPException(406, f"what is asked for is given in {', '.join(offered)}")
    return chosen


def _see_other(iri: str, request: Request, store: PrecedentStore) -> Response:
    end = OFFERED[negotiated(request, list(OFFERED))]
    page = page_of(iri) if end == "html" else None
    headers = {"Vary": "Accept", "Link": signposts(iri, types_of(store, iri))}
    return RedirectResponse(page or f"{local_path(iri)}.{end}", status_code=303, headers=headers)


def page_of(iri: str) -> str | None:
    """Return the page made for a thing, or None.

    >>> page_of(thing_iri("case", "us/521/898"))
    '/cases/us/521/898'
    """
    for start, page in PAGES.items():
        if iri.startswith(start):
            return page + quote(iri.removeprefix(start), safe=SAFE)
    return None


def description_page(found: Description, store: PrecedentStore) -> str:
    """Return what is said of a thing as a page for people."""
    labels = {str(t.subject)[1:-1]: _text(t.object) for t in found.labels}
    own = label_of(store, ox.NamedNode(found.iri))

    def shown(term: object) -> dict[str, Any]:
        if not isinstance(term, ox.NamedNode):
            return {"text": _text(term), "link": None}
        link = local_path(term.value) if is_ours(term.value) else term.value
        text = labels.get(term.value, _short(term.value))
        return {"text": text, "link": link if link.startswith(("/", "http")) else None}

    def row(prop: ox.NamedNode, other: object) -> dict[str, Any]:
        label = label_of(store, prop)
        name = _text(label.object) if label else _short(prop.value)
        return {"prop": shown(prop) | {"text": name}, "value": shown(other)}

    return render(
        "thing.html",
        iri=found.iri,
        name=_text(own.object) if own else _short(found.iri),
        types=[shown(ox.NamedNode(kind)) for kind in found.types],
        said=[row(t.predicate, t.object) for t in found.said],
        naming=[row(t.predicate, t.subject) for t in found.naming],
        cut=found.cut,
        page=page_of(found.iri),
        path=local_path(found.iri),
        forms=MEDIA,
        data=dataset_of(store),
    )


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.Literal) else str(term)


def _short(iri: str) -> str:
    """Return an IRI with the prefix of its vocabulary, or its path where it is ours."""
    name = short(iri)
    return local_path(iri) if name == iri and is_ours(iri) else name
