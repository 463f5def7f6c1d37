"""The card that stands for a page where a link to it is shared: a picture in a fixed frame."""

import re
from typing import Final

from graph.pictures.fonts import FAMILY, wrapped
from graph.pictures.frame import title_foot
from graph.pictures.model import Picture
from graph.pictures.printing import size_of
from graph.pictures.sheet import QUIET, Sheet

CARD: Final = (1200, 630)
EDGE: Final = 36
LARGE: Final = 34.0
LARGEST: Final = 1.4
SMALLEST: Final = 0.6  # words of 12 pixels can then just be read
NAME: Final = "Anti-Commandeering Precedent Graph"


def card_svg(picture: Picture) -> str:
    """Return a picture in a card: its title large above, the name of the graph below.

    A picture too tall to be read whole shows its upper part.
    """
    sheet = Sheet()
    lines = wrapped(picture.title, LARGE, CARD[0] - 2 * EDGE, bold=True)[:2]
    y = sheet.lines(EDGE, EDGE + LARGE, lines, LARGE, 42, bold=True) - 26
    sheet.text(EDGE, CARD[1] - EDGE + 8, NAME, 22, fill=QUIET)
    wide, high = size_of(picture.svg)
    top = title_foot(picture.title, wide)
    room = (CARD[0] - 2 * EDGE, CARD[1] - EDGE - 30 - y)
    scale = min(room[0] / wide, room[1] / (high - top), LARGEST)
    if scale < SMALLEST:
        scale = min(room[0] / wide, 1)
    shown = (wide * scale, min((high - top) * scale, room[1]))
    view = f"0 {top:.1f} {wide:.1f} {shown[1] / scale:.1f}"
    inner = re.sub(r"</?a\b[^>]*>", "", picture.svg.partition(">")[2].rpartition("</svg>")[0])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{CARD[0]}" height="{CARD[1]}"'
        f' viewBox="0 0 {CARD[0]} {CARD[1]}" role="img" font-family="{FAMILY}">'
        f'<rect width="{CARD[0]}" height="{CARD[1]}" fill="#fff"/>'
        f'<svg x="{(CARD[0] - shown[0]) / 2:.1f}" y="{y:.1f}" width="{shown[0]:.1f}"'
        f' height="{shown[1]:.1f}" viewBox="{view}">{inner}</svg>' + "".join(sheet.marks) + "</svg>"
    )
