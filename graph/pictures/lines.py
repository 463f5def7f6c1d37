"""How the line of a tie looks: by its dashes and its end, never by colour."""

import math
from dataclasses import dataclass
from typing import Final

from graph.pictures.sheet import INK, Sheet, number


@dataclass(frozen=True, slots=True)
class Style:
    """A kind of line, with what it says in the legend."""

    says: str
    dash: str
    thick: float
    head: str


RESTS: Final = Style("rests on it", "", 1.5, "arrow")
APART: Final = Style("distinguishes it", "7 4", 1.3, "hollow")
AGAINST: Final = Style("limits, questions or refuses it", "7 3 1.5 3", 1.5, "bar")
ENDS: Final = Style("overrules or abrogates it", "", 3, "bar")
TELLS: Final = Style("discusses, quotes or mentions it", "1.5 3.5", 1.3, "open")
STYLES: Final = {
    "follows": RESTS,
    "applies": RESTS,
    "extends": RESTS,
    "distinguishes": APART,
    "limits": AGAINST,
    "questions": AGAINST,
    "criticizes": AGAINST,
    "declines-to-follow": AGAINST,
    "overrules": ENDS,
    "overrules-in-part": ENDS,
    "abrogates": ENDS,
}
ORDER: Final = (RESTS, APART, AGAINST, ENDS, TELLS)
HEAD: Final = 9  # how long the end of a line is


def style_of(treatment: str) -> Style:
    """Return how the line of a treatment looks.

    >>> style_of("distinguishes").says, style_of("quotes-only").says
    ('distinguishes it', 'discusses, quotes or mentions it')
    """
    return STYLES.get(treatment, TELLS)


def draw_end(sheet: Sheet, x: float, y: float, style: Style, *, right: bool = False) -> None:
    """Draw the end of a line at a point that it reaches from the right, or from the left."""
    back = x - HEAD if right else x + HEAD
    if style.head == "bar":
        bar = x - math.copysign(3, x - back)
        sheet.path(f"M{number(bar)} {number(y - 6)}V{number(y + 6)}", thick=2.6)
        sheet.path(f"M{number(bar)} {number(y)}H{number(back)}", thick=style.thick)
        return
    far, tip = number(back), f"{number(x)} {number(y)}"
    wings = f"M{far} {number(y - 4.5)}L{tip}L{far} {number(y + 4.5)}"
    if style.head == "open":
        sheet.path(wings, thick=1.3)
        sheet.path(f"M{number(x)} {number(y)}H{number(back)}", thick=style.thick)
    else:
        sheet.path(f"{wings}Z", fill=INK if style.head == "arrow" else "#fff", thick=1.2)
