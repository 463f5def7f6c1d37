"""Things by their IRI: 303 to the page or to the data, by ``Accept``."""

from urllib.parse import quote, urlencode

from fastapi import APIRouter, Request, Response
from starlette.responses import RedirectResponse

from api.dependencies import Store
from api.negotiation import choose
from graph.errors import NotFoundError
from graph.iri import BASE, thing_iri
from graph.sparql import GRAPHS
from ontology.concepts import concept_iri
from ontology.loading import load_vocabulary

router = APIRouter(tags=["linked data"])


@router.get("/id/{path:path}", response_class=Response, status_code=303)
def thing(path: str, request: Request, store: Store) -> Response:
    """Send a reader to the page of a thing, and a program to its description."""
    iri = thing_iri(path)
    forbidden = any(sign in iri for sign in '<>" {}|\\^`\n')
    if forbidden or not store.query(f"ASK {{ <{iri}> ?property ?value }}"):
        raise NotFoundError(f"nothing is recorded under {iri}")
    chosen = choose(request.headers.get("accept"), ["text/html", *GRAPHS])
    kind, _, rest = path.partition("/")
    pages = {"case": "/cases/", "law": "/laws/", "claim": "/claims/"}
    if chosen == "text/html" and kind in pages:
        target = pages[kind] + quote(rest)
    else:
        target = "/sparql?" + urlencode({"query": f"DESCRIBE <{iri}>"})
    return RedirectResponse(target, status_code=303, headers={"Vary": "Accept"})


@router.get("/scheme/{scheme}/{notation}", response_class=Response, status_code=303)
def concept(scheme: str, notation: str, request: Request, store: Store) -> Response:
    """Send a reader of an element of the doctrine to its page, and a program to its description."""
    iri = concept_iri(scheme, notation)
    if not store.query(f"ASK {{ <{iri}> ?property ?value }}"):
        raise NotFoundError(f"no concept has the IRI {iri}")
    chosen = choose(request.headers.get("accept"), ["text/html", *GRAPHS])
    if chosen == "text/html" and scheme == "doctrine":
        target = "/doctrine/" + quote(notation)
    else:
        target = "/sparql?" + urlencode({"query": f"DESCRIBE <{iri}>"})
    return RedirectResponse(target, status_code=303, headers={"Vary": "Accept"})


@router.get("/ns", response_class=Response)
def vocabulary() -> Response:
    """Return the vocabulary as Turtle."""
    return Response(load_vocabulary().serialize(format="turtle"), media_type="text/turtle")


def local_path(iri: str) -> str:
    """Return the path under which this server answers for an IRI of its own.

    >>> local_path(BASE + "id/case/us/521/898")
    '/id/case/us/521/898'
    """
    return "/" + iri.removeprefix(BASE)
