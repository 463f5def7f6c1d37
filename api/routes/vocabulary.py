"""The vocabulary: one document for all its terms, as data or as a page."""

from functools import cache
from typing import Final

import pyoxigraph as ox
from fastapi import APIRouter, Request, Response

from api.answers.answer import dataset_of
from api.dependencies import Store
from api.pages.render import render
from api.routes.linked_data import negotiated
from api.signposts import FORMS, HTML, MEDIA, data_signposts, signposts
from api.vocabulary import ONTOLOGY, short, vocabulary, vocabulary_triples
from graph.errors import NotFoundError
from ontology.prefixes import PREFIXES

router = APIRouter(tags=["linked data"])

# Turtle for whoever has no preference: what resolves a namespace is most often a program.
OFFERED: Final = {media: end for end, media in MEDIA.items()} | {HTML: "html"}


@router.get("/ns", response_class=Response)
def get_vocabulary(request: Request, store: Store) -> Response:
    """Return the vocabulary as a page, Turtle, JSON-LD, N-Triples or RDF/XML."""
    answer = _as(OFFERED[negotiated(request, list(OFFERED))], store)
    answer.headers["Vary"] = "Accept"
    return answer


@router.get("/ns.{end}", response_class=Response)
def get_vocabulary_as(end: str, store: Store) -> Response:
    """Return the vocabulary in the form that the ending names: ttl, jsonld, nt, rdf or html."""
    if end not in OFFERED.values():
        raise NotFoundError(f"the vocabulary has no form .{end}: {', '.join(OFFERED.values())}")
    return _as(end, store)


def _as(end: str, store: Store) -> Response:
    iri = str(ONTOLOGY)
    if end == "html":
        page = render(
            "vocabulary.html",
            vocabulary=vocabulary(),
            short=short,
            forms=MEDIA,
            data=dataset_of(store),
        )
        return Response(page, media_type=HTML, headers={"Link": signposts(iri)})
    return Response(_data(end), media_type=MEDIA[end], headers={"Link": data_signposts(iri)})


@cache
def _data(end: str) -> bytes:
    """Return the vocabulary's bytes in a form."""
    triples = vocabulary_triples()
    return ox.serialize(triples, format=FORMS[end], prefixes=dict(PREFIXES)) or b""
