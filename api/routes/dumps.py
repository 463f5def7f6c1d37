"""Downloads of the whole graph: every version that was dumped, whose files never change."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import FileResponse, JSONResponse

from api.answers.answer import dataset_of
from api.dependencies import Store, get_reader
from api.pages.render import render
from api.routes.linked_data import negotiated
from api.signposts import HTML, LICENSE
from graph.dump.release import MANIFEST_FILE, Release, read_release
from graph.errors import NotFoundError
from graph.home import SnapshotReader, dumps_of

router = APIRouter(tags=["linked data"])

FOREVER: Final = "public, max-age=31536000, immutable"
# What a release has beside the files that its manifest lists.
ABOUT: Final = {
    MANIFEST_FILE: "application/json",
    "SHA256SUMS": "text/plain",
    "CITATION.cff": "text/plain",
}
Reader = Annotated[SnapshotReader, Depends(get_reader)]


def releases(home: Path) -> list[Release]:
    """Return the releases that a data directory keeps, the newest facts first."""
    folder = dumps_of(home)
    found = [read_release(one) for one in sorted(folder.iterdir())] if folder.is_dir() else []
    return sorted((one for one in found if one), key=lambda one: one.as_of, reverse=True)


@router.get("/dumps", response_class=Response)
def list_of_dumps(request: Request, store: Store, reader: Reader) -> Response:
    """Return the dumps that this server offers, as a page or as JSON."""
    found = releases(reader.home)
    headers = {"Vary": "Accept", "Link": f'<{LICENSE}>; rel="license"'}
    if negotiated(request, [HTML, "application/json"]) == HTML:
        page = render("dumps.html", releases=found, about=ABOUT, data=dataset_of(store))
        return Response(page, media_type=HTML, headers=headers)
    told: dict[str, Any] = {"items": [asdict(one) for one in found], "total": len(found)}
    return JSONResponse(dataset_of(store) | told, headers=headers)


@router.get("/dumps/{version}/{name}", response_class=FileResponse)
def one_dump(version: str, name: str, reader: Reader) -> Response:
    """Return a file of a release; its address names the version, so it never changes."""
    for release in releases(reader.home):
        media = {file.name: file.media_type for file in release.files} | ABOUT
        if release.dataset[:16] == version and name in media:
            path = dumps_of(reader.home) / version / name
            headers = {"Cache-Control": FOREVER, "Link": f'<{LICENSE}>; rel="license"'}
            return FileResponse(path, media_type=media[name], filename=name, headers=headers)
    raise NotFoundError(f"no dump {version}/{name}: /dumps lists them")
