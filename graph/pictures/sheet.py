"""A sheet of SVG that marks are drawn on: shapes and words, all measured, all escaped."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from graph.pictures.fonts import FAMILY, width

INK: Final = "#1f2933"
QUIET: Final = "#52606d"
PALE: Final = "#f1f3f5"
LINE: Final = "#cbd2d9"


@dataclass(slots=True)
class Sheet:
    """The marks of a picture in the order in which they are drawn."""

    marks: list[str] = field(default_factory=list)

    def rect(
        self,
        at: tuple[float, float, float, float],
        *,
        fill: str = "none",
        stroke: str = "none",
        thick: float = 1,
        dash: str = "",
        round_: float = 0,
    ) -> None:
        """Draw a rectangle at (x, y, width, height)."""
        x, y, w, h = map(number, at)
        corner = f' rx="{number(round_)}"' if round_ else ""
        line = "" if stroke == "none" else f' stroke="{stroke}" stroke-width="{number(thick)}"'
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self.marks.append(
            f'<rect x="{x}" y="{y}" width="{w}" height="{h}"{corner} fill="{fill}"{line}{dashes}/>'
        )

    def path(
        self, d: str, *, stroke: str = INK, thick: float = 1.2, dash: str = "", fill: str = "none"
    ) -> None:
        """Draw a line along a path."""
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        line = "" if stroke == "none" else f' stroke="{stroke}" stroke-width="{number(thick)}"'
        self.marks.append(f'<path d="{d}" fill="{fill}"{line}{dashes}/>')

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        *,
        bold: bool = False,
        fill: str = INK,
        anchor: str = "start",
    ) -> None:
        """Write a line of text whose foot stands at a point, never wider than it was measured."""
        if not words:
            return
        weight = ' font-weight="700"' if bold else ""
        place = "" if anchor == "start" else f' text-anchor="{anchor}"'
        long = number(width(words, size, bold=bold))
        self.marks.append(
            f'<text x="{number(x)}" y="{number(y)}" font-size="{number(size)}"{weight}{place}'
            f' fill="{fill}" textLength="{long}" lengthAdjust="spacingAndGlyphs">'
            f"{escape(words)}</text>"
        )

    def lines(
        self,
        x: float,
        y: float,
        lines: Iterable[str],
        size: float,
        step: float,
        *,
        bold: bool = False,
        fill: str = INK,
    ) -> float:
        """Write lines below each other; return where the next one would stand."""
        for words in lines:
            self.text(x, y, words, size, bold=bold, fill=fill)
            y += step
        return y

    def open_link(self, href: str, name: str) -> bool:
        """Begin a link to a page of this server; tell whether it is one."""
        if not href.startswith("/") or href.startswith("//"):
            return False
        self.marks.append(f'<a href={quoteattr(href)} target="_top" aria-label={quoteattr(name)}>')
        return True

    def close_link(self) -> None:
        """End a link."""
        self.marks.append("</a>")


def number(value: float) -> str:
    """Return a length as it is written: at most one digit after the point.

    >>> number(3.0), number(2.25), number(-0.01)
    ('3', '2.2', '0')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def document(
    marks: Sequence[str], size: tuple[int, int], title: str, description: str, *, linked: bool
) -> str:
    """Return a whole SVG document with its title and description.

    One with links is a document to read in, one without is an image: what is inside an image no
    reader of a screen can reach.
    """
    wide, high = size
    own = hashlib.sha256(f"{title}\n{description}".encode()).hexdigest()[
        :8
    ]  # on a page with others
    role = "graphics-document document" if linked else "img"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}"'
            f' viewBox="0 0 {wide} {high}" role="{role}" aria-labelledby="t{own} d{own}"'
            f' font-family="{FAMILY}">',
            f'<title id="t{own}">{escape(title)}</title>',
            f'<desc id="d{own}">{escape(description)}</desc>',
            f'<rect width="{wide}" height="{high}" fill="#fff"/>',
            *marks,
            "</svg>\n",
        ]
    )
