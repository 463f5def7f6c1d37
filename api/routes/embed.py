"""Pictures under ``/embed``: each as a page for frames, and as a file of every form."""

from fastapi import APIRouter, Response

from api.embeds.addresses import page_of
from api.embeds.asked import ChainAsked, DoctrineAsked, MapAsked, NeighbourhoodAsked, TimelineAsked
from api.embeds.files import FileForm
from api.embeds.showing import Shown

router = APIRouter(prefix="/embed", tags=["pictures"], default_response_class=Response)


@router.get("/chain")
def show_chain(shown: Shown, draw: ChainAsked) -> Response:
    """Show the strongest lines between two cases, as a page for frames."""
    return shown.page(draw, page_of("/embed/chain", shown.asked))


@router.get("/chain.{form}")
def draw_chain(shown: Shown, draw: ChainAsked, form: FileForm) -> Response:
    """Draw the strongest lines between two cases; at most 25 cases unless more are asked for."""
    return shown.file(draw, form)


@router.get("/neighbourhood")
def show_neighbourhood(shown: Shown, draw: NeighbourhoodAsked) -> Response:
    """Show what a case rests on and what cites it, as a page for frames."""
    return shown.page(draw, page_of("/embed/neighbourhood", shown.asked))


@router.get("/neighbourhood.{form}")
def draw_neighbourhood(shown: Shown, draw: NeighbourhoodAsked, form: FileForm) -> Response:
    """Draw a case between the cases that it cites and those that cite it."""
    return shown.file(draw, form)


@router.get("/doctrine")
def show_doctrine(shown: Shown, draw: DoctrineAsked) -> Response:
    """Show the map of the doctrine, as a page for frames."""
    return shown.page(draw, page_of("/embed/doctrine", shown.asked))


@router.get("/doctrine.{form}")
def draw_doctrine(shown: Shown, draw: DoctrineAsked, form: FileForm) -> Response:
    """Draw the map of the doctrine: rules to the left, limits to the right."""
    return shown.file(draw, form)


@router.get("/timeline")
def show_timeline(shown: Shown, draw: TimelineAsked) -> Response:
    """Show a timeline, as a page for frames."""
    return shown.page(draw, page_of("/embed/timeline", shown.asked))


@router.get("/timeline.{form}")
def draw_timeline(shown: Shown, draw: TimelineAsked, form: FileForm) -> Response:
    """Draw how a case was treated by year (`case`), or laws with what courts did with them."""
    return shown.file(draw, form)


@router.get("/map")
def show_map(shown: Shown, draw: MapAsked) -> Response:
    """Show a map of laws, as a page for frames."""
    return shown.page(draw, page_of("/embed/map", shown.asked))


@router.get("/map.{form}")
def draw_map(shown: Shown, draw: MapAsked, form: FileForm) -> Response:
    """Draw how many laws each State has, as tiles of one size."""
    return shown.file(draw, form)
