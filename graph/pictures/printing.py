"""A picture as PNG and as PDF, from the same SVG, with the font inside.

The bytes depend on the SVG alone: neither the day nor the fonts of the machine get into them.
"""

import re
import xml.etree.ElementTree as ET
from functools import cache
from typing import Final

import typst

from graph.pictures.fonts import FOLDER

SVG: Final = "{http://www.w3.org/2000/svg}"
POINTS: Final = 0.75  # a CSS pixel, of which a picture is made, in points
PIXELS_AN_INCH: Final = 96
PAGE: Final = """
#set document(title: sys.inputs.title, date: none)
#set text(lang: "en")
#set page(
  width: float(sys.inputs.width) * 1pt, height: float(sys.inputs.height) * 1pt, margin: 0pt,
)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, alt: sys.inputs.alt)
"""


def png_of(svg: str, scale: float = 2.0) -> bytes:
    """Return a picture as PNG, so many times as many pixels as the SVG has units."""
    return typst.compile(
        PAGE.encode(), format="png", ppi=PIXELS_AN_INCH * scale, font_paths=_fonts(),
        sys_inputs=_told(svg),
    )  # fmt: skip


def pdf_of(svg: str) -> bytes:
    """Return a picture as a PDF of one page (PDF/UA-1) that carries its title and description."""
    return typst.compile(
        PAGE.encode(), format="pdf", pdf_standards="ua-1", font_paths=_fonts(),
        sys_inputs=_told(svg),
    )  # fmt: skip


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER]
    )


def _told(svg: str) -> dict[str, str]:
    """Return what the page needs to know of a picture."""
    root = ET.fromstring(svg)  # noqa: S314 - a picture of ours
    width, height = size_of(svg)
    title = root.findtext(f"{SVG}title") or "Picture"
    return {
        "svg": svg,
        "title": title,
        "alt": root.findtext(f"{SVG}desc") or title,
        "width": str(width * POINTS),
        "height": str(height * POINTS),
    }


def size_of(svg: str) -> tuple[float, float]:
    """Return the width and height of a picture, in CSS pixels.

    >>> size_of('<svg width="96" height="72pt"/>')
    (96.0, 96.0)
    """
    head = svg[svg.index("<svg") :].partition(">")[0]
    return _length(head, "width"), _length(head, "height")


def _length(head: str, name: str) -> float:
    found = re.search(rf'\b{name}="([\d.]+)(pt)?', head)
    if found is None:
        raise ValueError(f"a picture has a {name}: {head!r}")
    return float(found[1]) / (POINTS if found[2] else 1)
