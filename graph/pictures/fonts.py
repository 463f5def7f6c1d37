"""The font of every picture, and how wide its words are.

Arimo comes with a package, so no picture depends on what a machine has installed. Its letters are
as wide as those of Arial, Helvetica and Liberation Sans, one of which a reader's program has: words
that fit here fit there.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from PIL import ImageFont

FAMILY: Final = "Arimo, 'Liberation Sans', Arial, Helvetica, sans-serif"
FOLDER: Final = Path(str(files("fontpkg_arimo") / "files"))
MEASURED_AT: Final = 1000  # pixels: widths are then free of rounding


@cache
def _face(bold: bool) -> ImageFont.FreeTypeFont:
    face = ImageFont.truetype(
        FOLDER / "Arimo[wght].ttf", MEASURED_AT, layout_engine=ImageFont.Layout.BASIC
    )
    face.set_variation_by_axes([700 if bold else 400])
    return face


@cache
def _letter(letter: str, bold: bool) -> float:
    return _face(bold).getlength(letter) / MEASURED_AT


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a line of text is, in the units of its size, kerning left out.

    >>> round(width("Printz", 10), 2), round(width("Printz", 10, bold=True), 2)
    (25.57, 27.78)
    """
    return sum(_letter(letter, bold) for letter in text) * size


def wrapped(text: str, size: float, most: float, *, bold: bool = False) -> list[str]:
    """Return a text as lines that are at most so wide; a word that is wider is cut in two.

    >>> wrapped("Printz v. United States", 10, 80)
    ['Printz v. United', 'States']
    >>> wrapped("Supercalifragilistic", 10, 40)
    ['Supercal', 'ifragilisti', 'c']
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold=bold) <= most:
            lines[-1] = longer
        else:
            lines += _pieces(word, size, most, bold)
    return lines


def _pieces(word: str, size: float, most: float, bold: bool) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size, bold=bold) > most:
            pieces.append("")
        pieces[-1] += letter
    return pieces
