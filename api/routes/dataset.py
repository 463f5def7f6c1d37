"""The dataset as a whole: what it is, how much it holds, and where to get it (VoID, DCAT)."""

from typing import Final

import pyoxigraph as ox
from fastapi import APIRouter, Request, Response
from starlette.responses import RedirectResponse

from api.answers.answer import dataset_of
from api.dependencies import Store
from api.pages.render import render
from api.routes.dumps import Reader, releases
from api.routes.linked_data import OFFERED, negotiated
from api.signposts import FORMS, HTML, LICENSE, MEDIA, data_signposts, signposts
from api.vocabulary import short
from graph.dataset import (
    DATASET,
    DCAT,
    MORE_PREFIXES,
    VOID,
    dataset_counts,
    dataset_triples,
)
from graph.description import label_of
from graph.dump.release import ABOUT, TITLE, Release, citation
from graph.errors import NotFoundError
from ontology.prefixes import PREFIXES

router = APIRouter(tags=["linked data"])

KINDS: Final = (DCAT + "Dataset", VOID + "Dataset")


@router.get("/.well-known/void", response_class=Response, status_code=303)
def void() -> Response:
    """Lead crawlers from the place that VoID names to the description of the dataset."""
    return RedirectResponse("/dataset", status_code=303)


@router.get("/dataset", response_class=Response, status_code=303)
def dataset(request: Request) -> Response:
    """Lead a reader to the page of the dataset, and a program to its description."""
    end = OFFERED[negotiated(request, list(OFFERED))]
    headers = {"Vary": "Accept", "Link": signposts(DATASET, KINDS)}
    return RedirectResponse(f"/dataset.{end}", status_code=303, headers=headers)


@router.get("/dataset.{end}", response_class=Response)
def dataset_form(end: str, request: Request, store: Store, reader: Reader) -> Response:
    """Return the description of the dataset in the form that the ending names."""
    if end != "html" and end not in FORMS:
        raise NotFoundError(f"the dataset has no form .{end}: {', '.join(OFFERED.values())}")
    now = store.dataset_hash()
    release = next((one for one in releases(reader.home) if one.dataset == now), None)
    if end == "html":
        counts = dataset_counts(store)
        names = {
            iri: label.object.value
            for iri, _ in (*counts.classes, *counts.properties)
            if (label := label_of(store, ox.NamedNode(iri))) is not None
            and isinstance(label.object, ox.Literal)
        }
        page = render(
            "dataset.html",
            title=TITLE,
            about=ABOUT,
            license=LICENSE,
            counts=counts,
            names=names,
            short=short,
            forms=MEDIA,
            release=release,
            citation=citation(Release(now, store.as_of(), ())),
            data=dataset_of(store),
        )
        return Response(page, media_type=HTML, headers={"Link": signposts(DATASET, KINDS)})
    triples = dataset_triples(store, str(request.base_url), release)
    prefixes = PREFIXES | MORE_PREFIXES
    data = ox.serialize(triples, format=FORMS[end], prefixes=prefixes) or b""
    return Response(data, media_type=MEDIA[end], headers={"Link": data_signposts(DATASET)})
