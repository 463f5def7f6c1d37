"""Give a picture as it is asked for: of today, or as it was when it got a permanent address."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Final, TypeAlias
from urllib.parse import urlencode

from fastapi import Depends, Query, Request, Response

from api.dependencies import Store, get_reader
from api.embeds.addresses import data_of
from api.embeds.files import MEDIA, FileForm, file_of
from api.embeds.frame import frame_page
from api.embeds.pins import Pins, short_hash
from api.kept import kept_page
from api.reply import refuse_unknown
from graph.pictures.model import Picture
from graph.store import PrecedentStore

Dataset: TypeAlias = Annotated[
    str | None,
    Query(
        pattern="^[0-9a-f]{16}$",
        description="Makes the address permanent: always the picture of this dataset",
    ),
]
FOR_EVER: Final = "public, max-age=31536000, immutable"
# What is shown on its own may run nothing and fetch nothing. Only a page for frames may be framed
# by others, also by a document on disk, for which the asterisk alone does not stand.
NOTHING: Final = "default-src 'none'; style-src 'unsafe-inline'"
ALONE: Final = f"{NOTHING}; frame-ancestors 'self'"
FRAMED: Final = f"{NOTHING}; base-uri 'none'; form-action 'none'; frame-ancestors * file:"


@dataclass(frozen=True, slots=True)
class Showing:
    """What a client wants of a picture, and where pictures with permanent addresses are kept."""

    request: Request
    store: PrecedentStore
    pins: Pins
    dataset: str | None

    @property
    def path(self) -> str:
        """The address of the picture without its form."""
        return self.request.url.path.partition(".")[0]

    @property
    def asked(self) -> list[tuple[str, str]]:
        """The parameters of the picture, in an order that does not depend on the client."""
        given = self.request.query_params.multi_items()
        return sorted((name, value) for name, value in given if name != "dataset")

    @property
    def question(self) -> str:
        """What the picture answers, under which it is kept."""
        return f"{self.path}?{urlencode(self.asked)}"

    def address(self, form: str = "", dataset: str | None = None) -> str:
        """Return the whole address of the picture in a form, permanent under a dataset."""
        query = urlencode([*self.asked, *([("dataset", dataset)] if dataset else [])])
        base = str(self.request.base_url).rstrip("/")
        return f"{base}{self.path}{form}" + (f"?{query}" if query else "")

    def picture(self, draw: Callable[[], Picture]) -> Picture:
        """Return the picture of today, or the one that was kept."""
        if self.dataset is None:
            return draw()
        return self.pins.picture(self.store, self.dataset, self.question, draw)

    def file(self, draw: Callable[[], Picture], form: FileForm) -> Response:
        """Return the picture as a file."""
        data = file_of(self.picture(draw), form, self.address("", self.dataset))
        return Response(data, media_type=MEDIA[form], headers=self._headers(ALONE))

    def page(self, draw: Callable[[], Picture], back: str) -> Response:
        """Return the picture as a page for frames, with its permanent address if it can be kept."""
        picture = self.picture(draw)
        dataset = self.dataset
        if dataset is None and self.pins.keep(self.store, self.question, picture):
            dataset = short_hash(self.store)
        page = frame_page(
            picture,
            self.address,
            dataset,
            str(self.request.base_url) + back,
            data_of(self.path, self.asked),
        )
        return Response(page, media_type="text/html", headers=self._headers(FRAMED))

    def _headers(self, policy: str) -> dict[str, str]:
        headers = {"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff"}
        return headers | ({"Cache-Control": FOR_EVER} if self.dataset else {})


async def get_showing(request: Request, store: Store, dataset: Dataset = None) -> Showing:
    """Return how a picture is to be shown; one of today is kept until the graph changes.

    Raises:
        UnknownName: a parameter that the picture does not have.
    """
    refuse_unknown(request)
    if dataset is None:
        await kept_page(request, store)
    return Showing(request, store, Pins(get_reader(request).home), dataset)


Shown: TypeAlias = Annotated[Showing, Depends(get_showing)]
