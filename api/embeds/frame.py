"""The page of a picture for frames on other sites: one file, which fetches and runs nothing."""

from collections.abc import Callable, Sequence
from typing import Final

from api.pages.render import render
from graph.pictures.model import Picture
from graph.pictures.printing import size_of

# Under the picture stand its table, folded, and the links; in CSS pixels.
BELOW: Final = 90
READABLE: Final = 0.62  # a picture is not drawn smaller, with words of 8 pixels; a frame scrolls
WIDEST: Final = 960  # a frame, unless more is allowed


def frame_page(
    picture: Picture,
    address: Callable[..., str],
    dataset: str | None,
    back: str,
    data: Sequence[tuple[str, str]],
) -> str:
    """Return the page; ``address`` gives its addresses by form and dataset.

    ``back`` leads to the page that tells more, ``data`` to what is behind the picture.
    """
    return render(
        "embed.html",
        picture=picture,
        address=address,
        dataset=dataset,
        back=back,
        data=data,
        least=size_of(picture.svg)[0] * READABLE,
        snippet=iframe(picture.title, address("", None), *frame_size(picture.svg, WIDEST, None)),
    )


def frame_size(svg: str, width: int | None, height: int | None) -> tuple[int, int]:
    """Return how large a frame shows a picture, within a width and a height.

    The picture keeps its shape; a frame that is lower than it needs can be scrolled.
    """
    wide, high = size_of(svg)
    shown = min(wide, width or wide)
    needed = round(high * shown / wide) + BELOW
    return round(shown), min(needed, height or needed)


def iframe(title: str, address: str, width: int, height: int) -> str:
    """Return the HTML by which another page shows a picture."""
    return render("iframe.html", title=title, address=address, width=width, height=height).strip()
