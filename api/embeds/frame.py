"""The page of a picture for frames on other sites: one file, which fetches and runs nothing."""

from collections.abc import Callable
from typing import Final

from api.pages.render import render
from graph.pictures.model import Picture
from graph.pictures.printing import size_of

# Under the picture stand its table, folded, and the links; in CSS pixels.
BELOW: Final = 90


def frame_page(
    picture: Picture, address: Callable[..., str], dataset: str | None, back: str
) -> str:
    """Return the page; ``address`` gives its addresses by form and dataset, ``back`` leads home."""
    return render(
        "embed.html",
        picture=picture,
        address=address,
        dataset=dataset,
        back=back,
        snippet=iframe(picture, address("", None)),
    )


def frame_size(picture: Picture, width: int | None, height: int | None) -> tuple[int, int]:
    """Return how large a frame shows a picture, within a width and a height.

    The picture keeps its shape; a frame that is lower than it needs can be scrolled.
    """
    wide, high = size_of(picture.svg)
    shown = min(wide, width or wide)
    needed = round(high * shown / wide) + BELOW
    return round(shown), min(needed, height or needed)


def iframe(
    picture: Picture, address: str, width: int | None = None, height: int | None = None
) -> str:
    """Return the HTML by which another page shows a picture."""
    wide, high = frame_size(picture, width, height)
    return render(
        "iframe.html", title=picture.title, address=address, width=wide, height=high
    ).strip()
