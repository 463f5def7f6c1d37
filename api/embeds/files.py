"""A picture in the form in which somebody wants it: SVG, PNG, PDF, card, Markdown."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from graph.pictures.card import card_svg
from graph.pictures.model import Picture
from graph.pictures.printing import pdf_of, png_of

FileForm: TypeAlias = Literal["svg", "png", "pdf", "card.png", "md"]
MEDIA: Final[dict[str, str]] = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
    "card.png": "image/png",
    "md": "text/markdown",
}


@lru_cache(maxsize=64)
def _printed(svg: str, form: str) -> bytes:
    """Return what is printed from an SVG, kept by its content for a while."""
    return pdf_of(svg) if form == "pdf" else png_of(svg, 1 if form == "card.png" else 2)


def file_of(picture: Picture, form: FileForm, address: str | None = None) -> bytes:
    """Return a picture as a file; ``address`` is where its page stands, if it has one."""
    forms: dict[str, Callable[[], bytes]] = {
        "svg": picture.svg.encode,
        "png": lambda: _printed(picture.svg, "png"),
        "pdf": lambda: _printed(picture.svg, "pdf"),
        "card.png": lambda: _printed(card_svg(picture), "card.png"),
        "md": lambda: markdown(picture, address).encode(),
    }
    return forms[form]()


def markdown(picture: Picture, address: str | None = None) -> str:
    """Return a picture as Markdown: the image where it has an address, and the same as a table."""
    header = _row(picture.table.header)
    rule = _row(["---"] * len(picture.table.header))
    rows = [_row(row) for row in picture.table.rows]
    left_out = [picture.left_out, ""] if picture.left_out else []
    head = [_image(picture, address) if address else f"## {_text(picture.title)}", ""]
    return "\n".join([*head, header, rule, *rows, "", *left_out, _text(picture.source), ""])


def _image(picture: Picture, address: str) -> str:
    path, _, query = address.partition("?")
    image = f"{path}.svg?{query}" if query else f"{path}.svg"
    return f"[![{_text(picture.title)}]({image})]({address})"


def _row(cells: list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(map(_text, cells))} |"


def _text(words: str) -> str:
    r"""Return words that Markdown reads as words.

    >>> print(_text("a|b [c] <d> *e*"))
    a\|b \[c\] &lt;d&gt; \*e\*
    """
    for sign in "\\|[]*_`":
        words = words.replace(sign, f"\\{sign}")
    return words.replace("<", "&lt;").replace(">", "&gt;")
