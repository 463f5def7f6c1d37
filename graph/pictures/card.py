"""The card that stands for a page where a link to it is shared: a picture in a fixed frame."""

import re
from typing import Final

from graph.pictures.fonts import FAMILY, wrapped
from graph.pictures.model import Picture
from graph.pictures.printing import size_of
from graph.pictures.sheet import INK, QUIET, Sheet

CARD: Final = (1200, 630)
EDGE: Final = 36
NAME: Final = "Anti-Commandeering Precedent Graph"


def card_svg(picture: Picture) -> str:
    """Return a picture in a card: its title large above, the name of the graph below."""
    sheet = Sheet()
    lines = wrapped(picture.title, 34, CARD[0] - 2 * EDGE, bold=True)[:2]
    y = sheet.lines(EDGE, EDGE + 34, lines, 34, 42, bold=True, fill=INK) - 24
    sheet.text(EDGE, CARD[1] - EDGE + 8, NAME, 22, fill=QUIET)
    wide, high = size_of(picture.svg)
    room = (CARD[0] - 2 * EDGE, CARD[1] - EDGE - 34 - y)
    scale = min(room[0] / wide, room[1] / high, 1.6)
    if scale < room[0] / wide * 0.6:  # a tall picture: its upper part, large enough to be read
        scale = room[0] / wide * 0.8
    inner = re.sub(r"<(/?)a\b[^>]*>", "", picture.svg.partition(">")[2].rpartition("</svg>")[0])
    shown = (min(wide * scale, room[0]), min(high * scale, room[1]))
    view = f"0 0 {shown[0] / scale:.1f} {shown[1] / scale:.1f}"
    x = (CARD[0] - shown[0]) / 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{CARD[0]}" height="{CARD[1]}"'
        f' viewBox="0 0 {CARD[0]} {CARD[1]}" role="img" font-family="{FAMILY}">'
        f'<rect width="{CARD[0]}" height="{CARD[1]}" fill="#fff"/>'
        f'<svg x="{x:.1f}" y="{y:.1f}" width="{shown[0]:.1f}" height="{shown[1]:.1f}"'
        f' viewBox="{view}">{inner}</svg>' + "".join(sheet.marks) + "</svg>"
    )
